/// Turns text into annotated text: paragraph by paragraph, so that the result is the same however a
/// document is cut at paragraphs.
public struct Annotator: Sendable {
  /// An annotator with the built-in rules.
  public init() {}

  /// Sentences and tokens of the given paragraphs of `text`; byte ranges are into `text`.
  ///
  /// - Parameter paragraphs: ascending and disjoint; what lies outside is not annotated.
  public func annotate(_ text: String, paragraphs: [ByteRange]) -> AnnotatedText {
    AnnotatedText(bytes: Array(text.utf8), paragraphs: paragraphs)
  }
}
