/// Turns text into annotated text: paragraph by paragraph, so that the result is the same however a
/// document is cut at paragraphs.
public struct Annotator: Sendable {
  private let tokenizer = Tokenizer()
  private let splitter = SentenceSplitter()

  /// An annotator with the built-in rules.
  public init() {}

  /// Sentences and tokens of the given paragraphs of `text`; byte ranges are into `text`.
  ///
  /// - Parameter paragraphs: ascending and disjoint; what lies outside is not annotated.
  /// - Complexity: linear in the length of the text.
  public func annotate(_ text: String, paragraphs: [ByteRange]) -> AnnotatedText {
    annotate(bytes: Array(text.utf8), paragraphs: paragraphs)
  }

  /// The same for bytes that should be UTF-8. Bytes that are not become tokens of their own.
  ///
  /// - Parameter paragraphs: ascending and disjoint; what lies outside is not annotated. What reaches
  ///   past the end of the text is cut off.
  /// - Complexity: linear in the length of the text.
  public func annotate(bytes: [UInt8], paragraphs: [ByteRange]) -> AnnotatedText {
    var text = AnnotatedText(bytes: bytes, paragraphs: paragraphs)
    var raw: [RawToken] = []
    var ends: [Int] = []
    for (number, paragraph) in paragraphs.enumerated() {
      raw.removeAll(keepingCapacity: true)
      ends.removeAll(keepingCapacity: true)
      let end = min(paragraph.end, bytes.count)
      tokenizer.tokenize(bytes.span, start: min(paragraph.start, end), end: end, into: &raw)
      splitter.split(bytes.span, tokens: raw.span, into: &ends)

      let base = text.tokenRecords.count
      for token in raw {
        var record = TokenRecord(range: ByteRange(token.start, token.end))
        record.continuesWord = token.continuesWord
        text.tokenRecords.append(record)
      }
      var first = base
      for end in ends {
        text.sentenceRecords.append(
          SentenceRecord(tokens: first..<base + end, paragraph: number))
        first = base + end
      }
    }
    return text
  }
}
