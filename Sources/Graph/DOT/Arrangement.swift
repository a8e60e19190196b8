/// Which of two things stands further left.
///
/// Graphviz's layered layout puts where a line starts to the left of where it ends. Left to chance,
/// nearly everything comes to stand on one side of the few that are in the thick of it, and all
/// lines and labels meet in one gap. So the two groups with the most evidence between them take the
/// middle; every other one, most tied first, goes outwards on the side of those that it is tied to,
/// or on the emptier side; what would go too far out turns back inwards, so that the picture keeps
/// a page's shape.
///
/// A group is a box with all in it, or what stands in none. Takes time in the order of the square
/// of the number of groups; of more than `mostGroups` none is placed, since no layout in layers is made
/// of so many.
///
/// All lines lead from left to right in one order in which what is in a box stays together. So
/// there is no circle of lines, not among boxes either; with one, Graphviz 2.42 may give up
/// ("trouble in init_rank").
struct Arrangement {
  private static let mostGroups = 2000

  private var position: [NodeID: Int] = [:]
  /// For each node the boxes around it, outermost first, and itself.
  private let paths: [NodeID: [NodeID]]

  /// - Parameters:
  ///   - boxes: for each node the boxes around it, outermost first.
  ///   - lines: with both ends among the nodes.
  init(boxes: [NodeID: [NodeID]], lines: [DrawnLine]) {
    paths = Dictionary(uniqueKeysWithValues: boxes.map { ($0.key, $0.value + [$0.key]) })
    var ties: [NodeID: [NodeID: Int]] = [:]
    var lineCount: [NodeID: Int] = [:]
    for line in lines {
      guard let a = paths[line.source]?.first, let b = paths[line.target]?.first, a != b
      else { continue }
      ties[a, default: [:]][b, default: 0] += line.evidenceCount
      ties[b, default: [:]][a, default: 0] += line.evidenceCount
      lineCount[a, default: 0] += 1
      lineCount[b, default: 0] += 1
    }
    var waiting = Set(ties.keys)
    guard ties.count <= Self.mostGroups, let (left, right) = Self.middle(ties) else { return }
    /// How much evidence ties a waiting group to those that have their place.
    var pull: [NodeID: Int] = [:]
    var load = (left: 0, right: 0)

    func place(_ group: NodeID, at place: Int) {
      position[group] = place
      waiting.remove(group)
      for (other, weight) in ties[group] ?? [:] { pull[other, default: 0] += weight }
    }
    place(left, at: 0)
    place(right, at: 1)
    while let next = waiting.min(by: { a, b in
      let pulls = (pull[a] ?? 0, pull[b] ?? 0)
      return pulls.0 != pulls.1 ? pulls.0 > pulls.1 : a < b
    }) {
      let placed = (ties[next] ?? [:]).compactMap { other, weight in
        position[other].map { (place: $0, weight: weight) }
      }
      // Twice the distance of the ties' mean from the middle, times their weight: an integer, so
      // that the order of summing can't matter.
      let lean = placed.reduce(0) { $0 + (2 * $1.place - 1) * $1.weight }
      let weight = placed.reduce(0) { $0 + $1.weight }
      var goesLeft = lean < 0 || (lean == 0 && load.left <= load.right)
      // What leans to the middle groups only may change sides when one becomes crowded.
      let surplus = goesLeft ? load.left - load.right : load.right - load.left
      if surplus > 8 && abs(lean) <= weight { goesLeft.toggle() }
      let count = lineCount[next] ?? 0
      if goesLeft {
        load.left += count
        let outwards = (placed.map(\.place).filter { $0 <= 0 }.min() ?? 0) - 1
        place(next, at: outwards < -2 ? -1 : outwards)
      } else {
        load.right += count
        let outwards = (placed.map(\.place).filter { $0 >= 1 }.max() ?? 1) + 1
        place(next, at: outwards > 3 ? 2 : outwards)
      }
    }
  }

  /// The two groups with the most evidence between them, the busier one first.
  private static func middle(_ ties: [NodeID: [NodeID: Int]]) -> (NodeID, NodeID)? {
    var best: (a: NodeID, b: NodeID, weight: Int)?
    for (a, others) in ties {
      for (b, weight) in others where a < b {
        if let found = best {
          let isBetter =
            weight != found.weight
            ? weight > found.weight : a != found.a ? a < found.a : b < found.b
          if !isBetter { continue }
        }
        best = (a, b, weight)
      }
    }
    guard let best else { return nil }
    let busy = { (id: NodeID) in (ties[id] ?? [:]).values.reduce(0, +) }
    return busy(best.a) >= busy(best.b) ? (best.a, best.b) : (best.b, best.a)
  }

  /// The line, told from the end that stands further left.
  func leftToRight(_ line: DrawnLine) -> DrawnLine {
    guard let source = paths[line.source], let target = paths[line.target] else { return line }
    return isLeft(target, of: source) ? line.turned : line
  }

  /// Whether the node at the end of one path comes before that of the other.
  ///
  /// By the groups' places, then by ids; but what a box stands for, a country as a rule, has the
  /// side that faces the middle, since most lines from outside lead to it.
  private func isLeft(_ a: [NodeID], of b: [NodeID]) -> Bool {
    let places = [a, b].map { $0.first.flatMap { position[$0] } ?? 0 }
    if places[0] != places[1] { return places[0] < places[1] }
    for (first, second) in zip(a, b) where first != second { return first < second }
    let isLeftOfMiddle = places[0] <= 0
    return isLeftOfMiddle ? a.count > b.count : a.count < b.count
  }
}
