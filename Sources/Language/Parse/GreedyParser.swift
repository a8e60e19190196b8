/// Draws a tree from left to right, every move the best by its own score.
///
/// Arc-hybrid transitions (Kuhlmann, Gómez-Rodríguez and Satta 2011), trained with a dynamic oracle
/// (Goldberg and Nivre 2013). Each step first chooses a move, then names the arc that it draws.
package struct GreedyParser: Sendable {
  /// Weights for choosing a move.
  package let moves: MoveTable
  /// Weights for naming an arc.
  package let labels: WeightTable
  /// The relations that need no weights.
  package let relations: RelationNumbers

  /// A parser with the given weights.
  package init(moves: MoveTable, labels: WeightTable, relations: RelationNumbers) {
    self.moves = moves
    self.labels = labels
    self.relations = relations
  }

  /// The tree of one sentence.
  ///
  /// - Complexity: linear in the number of words.
  package func parse(_ sentence: borrowing ParserWords) -> DependencyTree {
    var state = ParserState(count: sentence.count)
    var features = FeatureList()
    while !state.isFinal {
      let view = state.view
      let move = state.onlyMove ?? best(view, sentence, state, &features)
      let label = view.arc(of: move).map { self.label($0, sentence, &features) } ?? 0
      state.apply(move, label: label)
    }
    return state.tree(rootLabel: relations.root)
  }

  /// The best of several moves that apply; `features` is overwritten.
  @inline(__always)
  private func best(
    _ view: borrowing ParserView, _ sentence: borrowing ParserWords, _ state: borrowing ParserState,
    _ features: inout FeatureList
  ) -> ParserMove {
    MoveFeatures.extract(view, sentence, into: &features)
    let scores = moves.scores(features)
    var best = ParserMove.shift
    var score = scores[0]
    if scores[1] > score {
      best = .left
      score = scores[1]
    }
    if state.allows(.right), scores[2] > score { best = .right }
    return best
  }

  /// The number of the relation for the arc; `features` is overwritten.
  @inline(__always)
  package func label(
    _ arc: borrowing ParserArc, _ sentence: borrowing ParserWords, _ features: inout FeatureList
  ) -> UInt8 {
    if let only = relations.only(for: sentence.words[Int(arc.dependent)]) { return only }
    LabelFeatures.extract(arc, sentence, into: &features)
    return UInt8(labels.best(features))
  }
}
