/// Draws the dependency tree of a sentence from left to right.
///
/// Arc-hybrid transitions (Kuhlmann, Gómez-Rodríguez and Satta 2011), trained with a dynamic oracle
/// (Goldberg and Nivre 2013). Each step first chooses a move, then names the arc that it draws.
package struct Parser: Sendable {
  /// The names of the relations, by their numbers.
  package let relations: [DependencyRelation]
  /// Weights for moving without search.
  package let moves: MoveTable
  /// Weights for moving with search, which are trained for whole parses.
  package let searchMoves: MoveTable
  /// Weights for naming an arc.
  package let labels: WeightTable
  /// The number of `root`.
  let rootLabel: UInt8

  /// A parser with the given weights; `relations` holds at most 63, `root` among them.
  package init(
    relations: [DependencyRelation], moves: MoveTable, searchMoves: MoveTable, labels: WeightTable
  ) {
    self.relations = relations
    self.moves = moves
    self.searchMoves = searchMoves
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
      let view = state.view
      MoveFeatures.extract(view, sentence, into: &span)
      let move = Self.best(moves.scores(rows.span), state)
      let label = view.arc(of: move).map { labelled($0, sentence, &labelRows) } ?? 0
      state.apply(move, label: label)
    }
    state.finish(rootLabel: rootLabel)
    return state
  }

  /// How many parses are carried on side by side.
  package static let beamWidth = 8

  /// The tree of one sentence, the best whole of several parses.
  ///
  /// - Complexity: linear in the number of words, for a given width.
  package func search(_ sentence: borrowing ParserWords, width: Int = beamWidth) -> ParserState {
    var beam = BeamSearch(count: sentence.count, width: width)
    var labelRows = [UInt32](repeating: 0, count: LabelFeatures.count)
    while !beam.isFinal {
      beam.advance(
        sentence,
        score: { SIMD4<Int32>(truncatingIfNeeded: searchMoves.scores($0)) },
        label: { labelled($0, $1, &labelRows) })
    }
    var state = ParserState(count: sentence.count)
    for (move, label) in beam.moves(to: 0, step: beam.steps.count - 1) {
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

  /// The number of the relation for the arc.
  @inline(__always)
  private func labelled(
    _ arc: borrowing ParserArc, _ sentence: borrowing ParserWords, _ rows: inout [UInt32]
  ) -> UInt8 {
    var span = rows.mutableSpan
    LabelFeatures.extract(arc, sentence, into: &span)
    var scores = WeightTable.Scores(repeating: 0)
    labels.add(rows.span, to: &scores)
    return UInt8(labels.best(scores))
  }

  /// The same, for training.
  package func label(_ arc: ParserArc, _ sentence: borrowing ParserWords) -> UInt8 {
    var rows = [UInt32](repeating: 0, count: LabelFeatures.count)
    return labelled(arc, sentence, &rows)
  }
}
