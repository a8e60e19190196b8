import Language

/// Tells what a move costs: how many arcs of the true tree cannot be drawn any more after it.
///
/// Goldberg and Nivre, "Training Deterministic Parsers with Non-Deterministic Oracles" (TACL 2013), for
/// the arc-hybrid system. The true root's head is thought to stand behind the last word.
struct MoveOracle: Sendable {
  /// The true heads; the number of words for the root.
  let heads: [Int32]
  /// The true dependents of every word.
  private let dependents: [[Int32]]

  init(heads: [Int?]) {
    self.heads = heads.map { Int32($0 ?? heads.count) }
    var dependents = [[Int32]](repeating: [], count: heads.count + 1)
    for (index, head) in heads.enumerated() { dependents[head ?? heads.count].append(Int32(index)) }
    self.dependents = dependents
  }

  /// What each move costs, by raw value; `Int.max` for one that does not apply.
  func costs(_ state: ParserState, position: [Int32]) -> [Int] {
    var costs = [Int.max, .max, .max]
    let next = state.next
    if state.allows(.shift) {
      // The next word goes on top: arcs between it and the words below the top are lost, as is its
      // every dependent on the stack.
      var cost = 0
      let head = heads[Int(next)]
      if head < next, position[Int(head)] >= 0, position[Int(head)] < Int32(state.stack.count) - 1 {
        cost += 1
      }
      for dependent in dependents[Int(next)] where dependent < next && position[Int(dependent)] >= 0
      {
        cost += 1
      }
      costs[ParserMove.shift.rawValue] = cost
    }
    if let top = state.stack.last {
      var lost = 0
      for dependent in dependents[Int(top)] where dependent >= next { lost += 1 }
      let head = heads[Int(top)]
      if state.allows(.left) {
        let below = state.stack.count > 1 ? state.stack[state.stack.count - 2] : -1
        costs[ParserMove.left.rawValue] = lost + (head > next || head == below ? 1 : 0)
      }
      if state.allows(.right) {
        costs[ParserMove.right.rawValue] = lost + (head >= next ? 1 : 0)
      }
    }
    return costs
  }
}
