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

  /// The classes of finite verbs, and what `tag` writes for them.
  private let finiteClasses: [UInt8]
  private let finiteTags: Set<UInt8>
  private let nominalTags: Set<UInt8>
  private let baseTag: UInt8
  private let verbless: VerblessClause

  /// A tagger with the given classes and weights.
  package init(classes: [WordClass], weights: WeightTable) {
    self.classes = classes
    self.weights = weights
    finiteClasses = classes.indices.filter {
      ["VBD", "VBZ", "VBP", "MD"].contains(classes[$0].fineTag)
    }.map { UInt8($0) }
    finiteTags = Set(finiteClasses.map { $0 + 1 })
    nominalTags = Set(
      classes.indices.filter {
        ["NN", "NNS", "NNP", "NNPS", "PRP", "DT"].contains(classes[$0].fineTag)
      }
      .map { UInt8($0 + 1) })
    baseTag = UInt8((classes.firstIndex(of: WordClass(.verb, "VB")) ?? -1) + 1)
    verbless = VerblessClause(classes: classes)
  }

  /// Appends to `tags` the class of every word, plus one.
  ///
  /// `words` are the atoms of one sentence, `verbs` what may be its verb where none is found.
  package func tag(
    _ words: borrowing Span<WordAtoms>, knowing verbs: VerbForms = VerbForms(),
    into tags: inout [UInt8]
  ) {
    let start = tags.count
    tag(words, from: 0, into: &tags)
    if let (verb, tag) = overlookedVerb(words, tags: tags.span.extracting(droppingFirst: start)) {
      tags.removeLast(words.count - verb)
      tags.append(tag)
      self.tag(words, from: verb + 1, into: &tags)
    }
    guard !verbs.isEmpty else { return }
    // Of several verbs in a row, each is found once those before it are.
    for _ in 0..<Self.mostFound {
      guard
        let (verb, tag) = verbless.verb(
          of: words, tags: tags.span.extracting(droppingFirst: start), among: verbs,
          isSentence: endsWithFullStop(words))
      else { return }
      tags.removeLast(words.count - verb)
      tags.append(tag)
      self.tag(words, from: verb + 1, into: &tags)
    }
  }

  private func tag(
    _ words: borrowing Span<WordAtoms>, from start: Int, into tags: inout [UInt8]
  ) {
    var features = FeatureList()
    var previous: UInt8 = start > 0 ? tags[tags.count - 1] : 0
    var beforePrevious: UInt8 = start > 1 ? tags[tags.count - 2] : 0
    for index in start..<words.count {
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

  /// The word that is most likely the finite verb of a sentence in which none was found, with its tag; nil where one
  /// was, where the words make no sentence, and where no word comes near to being one.
  ///
  /// "Japan and European nations imposed sanctions." Each decision looks two words back, so that what a whole sentence
  /// must have may be missed.
  private func overlookedVerb(
    _ words: borrowing Span<WordAtoms>, tags: borrowing Span<UInt8>
  ) -> (index: Int, tag: UInt8)? {
    guard !finiteClasses.isEmpty, words.count >= Self.shortestSentence, endsWithFullStop(words)
    else { return nil }
    var subject: Int?
    for index in tags.indices {
      if finiteTags.contains(tags[index]) { return nil }
      if subject == nil, nominalTags.contains(tags[index]) { subject = index }
      // "Please call me.": an order has no other verb.
      if subject == nil, tags[index] == baseTag { return nil }
    }
    guard let subject else { return nil }
    var features = FeatureList()
    var best: (index: Int, tag: UInt8, margin: Int)?
    for index in subject + 1..<words.count where words[index].entry.certainTag == 0 {
      TaggerFeatures.extract(
        words, at: index, previous: tags[index - 1],
        beforePrevious: index > 1 ? tags[index - 2] : 0, into: &features)
      let (tag, margin) = weights.best(features, among: finiteClasses, against: tags[index] - 1)
      if margin > best?.margin ?? -Self.farthest { best = (index, tag + 1, margin) }
    }
    return best.map { ($0.index, $0.tag) }
  }

  private func endsWithFullStop(_ words: borrowing Span<WordAtoms>) -> Bool {
    for offset in 1...3 where offset <= words.count {
      if words[words.count - offset].form == Self.fullStop { return true }
    }
    return false
  }

  private static let fullStop = FeatureHash.ofWord(".".utf8)
  private static let shortestSentence = 4
  private static let mostFound = 3
  /// By how much another tag may win against a verb's, in the weights' units.
  private static let farthest = 30
}
