import Language

/// Tokens and sentences of plain text whose lines are paragraphs.
enum Tokenization {
  static func annotate(_ text: String) -> AnnotatedText {
    let bytes = Array(text.utf8)
    return Annotator(model: nil).tokenized(bytes: bytes, paragraphs: paragraphs(bytes))
  }

  /// The lines that aren't empty.
  static func paragraphs(_ bytes: [UInt8]) -> [ByteRange] {
    var paragraphs: [ByteRange] = []
    var start = 0
    for index in bytes.indices where bytes[index] == 0x0A {
      if index > start { paragraphs.append(ByteRange(start, index)) }
      start = index + 1
    }
    if start < bytes.count { paragraphs.append(ByteRange(start, bytes.count)) }
    return paragraphs
  }
}
