/// Draws the dependency tree of a sentence from left to right.
///
/// Arc-hybrid transitions (Kuhlmann, Gómez-Rodríguez and Satta 2011), trained with a dynamic oracle
/// (Goldberg and Nivre 2013). Each step first chooses a move, then names the arc that it draws.
package struct Parser: Sendable {
  /// The names of the relations, by their numbers.
  package let relations: [DependencyRelation]
  /// Weights for moving without search.
  package let moves: MoveTable
  /// Weights for naming an arc.
  package let labels: WeightTable
  /// The number of `root`.
  let rootLabel: UInt8

  /// A parser with the given weights; `relations` holds at most 63, `root` among them.
  package init(relations: [DependencyRelation], moves: MoveTable, labels: WeightTable) {
    self.relations = relations
    self.moves = moves
    self.labels = labels
    rootLabel = UInt8(relations.firstIndex { $0.rawValue == "root" } ?? 0)
  }

  /// The tree of one sentence, each move the best by its own score.
  ///
  /// - Complexity: linear in the number of words.
  package func parse(_ sentence: borrowing ParserWords) -> ParserState {
    var state = ParserState(count: sentence.count)
    var rows = [UInt32](repeating: 0, count: MoveFeatures.count)
    var labelRows = [UInt32](repeating: 0, count: LabelFeatures.count)
    while !state.isFinal {
      var span = rows.mutableSpan
      MoveFeatures.extract(state, sentence, into: &span)
      let move = Self.best(moves.scores(rows.span), state)
      let label = labelled(move, state, sentence, &labelRows)
      state.apply(move, label: label)
    }
    state.finish(rootLabel: rootLabel)
    return state
  }

  /// The best move that applies.
  @inline(__always)
  private static func best(
    _ scores: SIMD4<Int16>, _ state: borrowing ParserState
  ) -> ParserMove {
    let mayShift = state.allows(.shift)
    let mayRight = state.allows(.right)
    if !state.allows(.left) {
      // Without a next word only `right` is left; with an empty stack only `shift`.
      return mayShift && (!mayRight || scores[0] >= scores[2]) ? .shift : .right
    }
    var best = ParserMove.shift
    var score = scores[0]
    if scores[1] > score {
      best = .left
      score = scores[1]
    }
    if mayRight, scores[2] > score { best = .right }
    return best
  }

  /// The number of the relation for the arc that `move` draws; 0 for a shift.
  @inline(__always)
  func labelled(
    _ move: ParserMove, _ state: borrowing ParserState, _ sentence: borrowing ParserWords,
    _ rows: inout [UInt32]
  ) -> UInt8 {
    guard let arc = state.arc(of: move) else { return 0 }
    var span = rows.mutableSpan
    LabelFeatures.extract(state, sentence, head: arc.head, dependent: arc.dependent, into: &span)
    var scores = WeightTable.Scores(repeating: 0)
    labels.add(rows.span, to: &scores)
    return UInt8(labels.best(scores))
  }
}
