/// Finds the dependency tree of a sentence.
///
/// It is drawn twice: first from the sentence's end to its start, then from its start, where every move
/// also looks at what the first tree says of the words in question. Each way stumbles over other things,
/// and the second one sees what follows ("stacking": Nivre and McDonald, "Integrating Graph-Based and
/// Transition-Based Dependency Parsers", ACL 2008).
package struct Parser: Sendable {
  /// The names of the relations, by their numbers.
  package let relations: [DependencyRelation]
  /// For words in reverse order.
  package let backward: GreedyParser
  /// For words with guides.
  package let forward: GreedyParser
  /// Weights for moving with search, which are trained for whole parses.
  package let searchMoves: MoveTable
  /// The number of `root`.
  private let rootLabel: UInt8

  /// A parser with the given weights; `relations` holds at most 63, `root` among them.
  package init(
    relations: [DependencyRelation], backward: GreedyParser, forward: GreedyParser,
    searchMoves: MoveTable
  ) {
    self.relations = relations
    self.backward = backward
    self.forward = forward
    self.searchMoves = searchMoves
    rootLabel = UInt8(relations.firstIndex { $0.rawValue == "root" } ?? 0)
  }

  /// The sentence with what the backward parser says of it.
  ///
  /// - Complexity: linear in the number of words.
  package func guided(_ sentence: consuming ParserWords) -> ParserWords {
    let tree = backward.parse(sentence.reversed, rootLabel: rootLabel)
    sentence.guides = ParserGuide.guides(ofReversed: tree)
    return sentence
  }

  /// The tree of one sentence with guides, each move the best by its own score.
  ///
  /// - Complexity: linear in the number of words.
  package func parse(_ sentence: borrowing ParserWords) -> ParserState {
    forward.parse(sentence, rootLabel: rootLabel)
  }

  /// How many parses are carried on side by side.
  package static let beamWidth = 8

  /// The tree of one sentence with guides, the best whole of several parses.
  ///
  /// - Complexity: linear in the number of words, for a given width.
  package func search(_ sentence: borrowing ParserWords, width: Int = beamWidth) -> ParserState {
    var beam = BeamSearch(count: sentence.count, width: width)
    var features = FeatureList()
    while !beam.isFinal {
      beam.advance(
        sentence,
        score: { SIMD4<Int32>(truncatingIfNeeded: searchMoves.scores($0)) },
        label: { forward.label($0, $1, &features) })
    }
    var state = ParserState(count: sentence.count)
    for (move, label) in beam.moves(to: 0, step: beam.steps.count - 1) {
      state.apply(move, label: label)
    }
    state.finish(rootLabel: rootLabel)
    return state
  }
}
