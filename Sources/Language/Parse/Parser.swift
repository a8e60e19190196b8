/// Finds the dependency tree of a sentence.
///
/// It is drawn twice: first from the sentence's end to its start, then from its start, where every move
/// also looks at what the first tree says of the words in question. Each way stumbles over other things,
/// and the second one sees what follows ("stacking": Nivre and McDonald, "Integrating Graph-Based and
/// Transition-Based Dependency Parsers", ACL 2008). With search the second way ends with several trees, which are
/// then compared as wholes (Charniak and Johnson, "Coarse-to-Fine n-Best Parsing and MaxEnt Discriminative
/// Reranking", ACL 2005).
package struct Parser: Sendable {
  /// The names of the relations, by their numbers.
  package let relations: [DependencyRelation]
  /// For words in reverse order.
  package let backward: GreedyParser
  /// For words with guides.
  package let forward: GreedyParser
  /// Weights for moving with search, which are trained for whole parses.
  package let searchMoves: MoveTable
  /// Weights for choosing one of the trees that search ends with.
  package let wholes: ScoreTable

  /// A parser with the given weights; `relations` holds at most 63, `root` among them.
  package init(
    relations: [DependencyRelation], backward: GreedyParser, forward: GreedyParser,
    searchMoves: MoveTable, wholes: ScoreTable
  ) {
    self.relations = relations
    self.backward = backward
    self.forward = forward
    self.searchMoves = searchMoves
    self.wholes = wholes
  }

  /// The sentence with what the backward parser says of it.
  ///
  /// - Complexity: linear in the number of words.
  package func guided(_ sentence: consuming ParserWords) -> ParserWords {
    let tree = backward.parse(sentence.reversed)
    sentence.guides = ParserGuide.guides(ofReversed: tree)
    return sentence
  }

  /// The tree of one sentence with guides, each move the best by its own score.
  ///
  /// - Complexity: linear in the number of words.
  package func parse(_ sentence: borrowing ParserWords) -> DependencyTree {
    forward.parse(sentence)
  }

  /// How many parses are carried on side by side.
  package static let beamWidth = 8

  /// The tree of one sentence with guides: of the trees that search ends with the one that, seen as a whole,
  /// is the best.
  ///
  /// - Complexity: linear in the number of words, for a given width.
  package func search(
    _ sentence: borrowing ParserWords, width: Int = beamWidth
  ) -> DependencyTree {
    let trees = trees(sentence, width: width)
    var best = trees[0].tree
    var bestScore = Int32.min
    for (tree, score) in trees {
      let total = score + self.score(tree, sentence)
      if total > bestScore {
        best = tree
        bestScore = total
      }
    }
    return best
  }

  /// What a tree as a whole is worth, besides the score of the moves that it was drawn by.
  private func score(_ tree: DependencyTree, _ sentence: borrowing ParserWords) -> Int32 {
    let view = TreeFeatures(tree, sentence)
    var features = FeatureList()
    var score: Int32 = 0
    for word in tree.heads.indices {
      view.extract(word, sentence, into: &features)
      score += wholes.score(features)
    }
    return score
  }

  /// The best `width` trees that search finds for a sentence with guides, the best first, with the sums of
  /// their moves' scores.
  ///
  /// - Complexity: linear in the number of words, for a given width.
  package func trees(
    _ sentence: borrowing ParserWords, width: Int
  ) -> [(tree: DependencyTree, score: Int32)] {
    var beam = BeamSearch(count: sentence.count, width: width)
    var features = FeatureList()
    while !beam.isFinal {
      beam.advance(
        sentence,
        score: { SIMD4<Int32>(truncatingIfNeeded: searchMoves.scores($0)) },
        label: { forward.label($0, $1, &features) })
    }
    return beam.trees(rootLabel: forward.relations.root)
  }
}
