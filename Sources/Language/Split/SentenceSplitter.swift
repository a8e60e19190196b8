/// Finds where sentences end among the tokens of one paragraph, from left to right.
///
/// An averaged perceptron decides at every place where a sentence may end (see `BoundaryScan`): behind
/// marks, and before capitals and figures even where no full stop stands, as between a heading and the
/// text under it. What the rules would do is one of the things that it looks at.
///
/// A line break inside a paragraph is a space to it: where a line ends a paragraph is for the reader of
/// the document to say, who sees all lines.
package struct SentenceSplitter: Sendable {
  /// No sentence has more tokens: what bounds the work of later stages on text without full stops.
  package static let longestSentence = 256

  /// Its weights: one class, for an end.
  package let weights: WeightTable

  /// A splitter with the given weights.
  package init(weights: WeightTable) { self.weights = weights }

  /// Appends the end of every sentence, as indices past its last token; the last is `tokens.count`.
  ///
  /// `tokens` are those of one paragraph, `words` their atoms; `lexicon` is the one that these are from.
  package func split(
    _ bytes: borrowing Span<UInt8>, tokens: [RawToken], words: [WordAtoms],
    lexicon: borrowing Lexicon, into ends: inout [Int]
  ) {
    guard !tokens.isEmpty else { return }
    var scan = BoundaryScan(bytes, tokens: tokens, words: words, lexicon: lexicon)
    var features = FeatureList()
    for index in 1..<tokens.count {
      let isEnd = scan.certainty(index) ?? decides(scan, before: index, &features)
      if isEnd || index - scan.first >= Self.longestSentence {
        ends.append(index)
        scan.endSentence(before: index)
      }
      scan.pass(index)
    }
    ends.append(tokens.count)
  }

  private func decides(
    _ scan: borrowing BoundaryScan, before index: Int, _ features: inout FeatureList
  ) -> Bool {
    BoundaryFeatures.extract(scan, before: index, into: &features)
    return weights.score(features) > 0
  }
}
