/// A part of speech with the fine tag that goes with it: what the tagger decides between.
package struct WordClass: Hashable, Comparable, Sendable {
  /// The universal part of speech.
  package var partOfSpeech: PartOfSpeech
  /// The Penn Treebank tag.
  package var fineTag: String

  /// A pair of both.
  package init(_ partOfSpeech: PartOfSpeech, _ fineTag: String) {
    self.partOfSpeech = partOfSpeech
    self.fineTag = fineTag
  }

  /// By the fine tag, then by the part of speech.
  package static func < (a: WordClass, b: WordClass) -> Bool {
    (a.fineTag, a.partOfSpeech.rawValue) < (b.fineTag, b.partOfSpeech.rawValue)
  }
}

/// Gives every word of a sentence its part of speech, from left to right, each decision resting on the
/// two before it.
///
/// An averaged perceptron (Collins, "Discriminative Training Methods for Hidden Markov Models", 2002),
/// without search: words that always had one tag in training get it without a decision.
package struct Tagger: Sendable {
  /// The classes, numbered from 1 in what `tag` writes.
  package let classes: [WordClass]
  /// Its weights.
  package let weights: WeightTable

  /// For every tag that `tag` writes, the number of its universal part of speech in `allCases`.
  package var universal: [UInt8] {
    [31] + classes.map { UInt8(PartOfSpeech.allCases.firstIndex(of: $0.partOfSpeech) ?? 31) }
  }

  /// A tagger with the given classes and weights.
  package init(classes: [WordClass], weights: WeightTable) {
    self.classes = classes
    self.weights = weights
  }

  /// Appends to `tags` the class of every word, plus one.
  ///
  /// `words` are the atoms of one sentence.
  package func tag(_ words: borrowing Span<WordAtoms>, into tags: inout [UInt8]) {
    var features = FeatureList()
    var previous: UInt8 = 0
    var beforePrevious: UInt8 = 0
    for index in words.indices {
      var tag = words[index].entry.certainTag
      if tag == 0 {
        TaggerFeatures.extract(
          words, at: index, previous: previous, beforePrevious: beforePrevious, into: &features)
        tag = UInt8(weights.best(features) + 1)
      }
      tags.append(tag)
      beforePrevious = previous
      previous = tag
    }
  }
}
