internal import Language

/// Where the paragraphs of a text are.
///
/// Blank lines part paragraphs. What stands between two blank lines may still be several: many articles
/// have one paragraph a line. Whether two lines following each other are one paragraph is told by the
/// text's own habit: a hard-wrapped text fills its lines, so that the next line's first word would not have
/// fitted on the line before, breaks in the middle of sentences, and goes on in small letters.
enum Paragraphs {
  /// A paragraph's range, and where the text marks it, what it is.
  struct Paragraph: Hashable, Sendable {
    /// What the text's own markup says a paragraph is.
    enum Markup: Hashable, Sendable { case listItem, title }
    /// Without white space at its ends, and without a title's number signs.
    var range: ByteRange
    /// Signs before the paragraph that only mark it (`##`); nil where there are none.
    var signs: ByteRange?
    var markup: Markup?
  }

  /// The paragraphs of a text from a byte offset on; ascending, disjoint, together all that isn't white space.
  static func split(_ bytes: [UInt8], from start: Int = 0, isMarkdown: Bool = false) -> [Paragraph]
  {
    let lines = TextLine.lines(of: bytes, from: start)
    let wrap = Wrap(lines, in: bytes)
    var result: [Paragraph] = []
    var previous: TextLine?
    for line in lines {
      defer { previous = line.isBlank ? nil : line }
      if line.isBlank { continue }
      let paragraph = paragraph(line, in: bytes, isMarkdown: isMarkdown)
      if let previous, let last = result.last, last.markup != .title, paragraph.markup == nil,
        wrap.joins(previous, line, in: bytes)
      {
        result[result.count - 1].range = ByteRange(last.range.start, line.content.end)
      } else {
        result.append(paragraph)
      }
    }
    return result
  }

  private static func paragraph(_ line: TextLine, in bytes: [UInt8], isMarkdown: Bool) -> Paragraph
  {
    let content = bytes[line.content.start..<line.content.end]
    if isMarkdown {
      let signs = content.prefix { $0 == UInt8(ascii: "#") }.count
      let rest = ByteRange(line.content.start + signs, line.content.end)
      if (1...6).contains(signs), let title = TextLine.trim(rest, in: bytes),
        title.start > rest.start
      {
        return Paragraph(
          range: title, signs: ByteRange(line.content.start, line.content.start + signs),
          markup: .title)
      }
    }
    return Paragraph(
      range: line.content, markup: BlockShape.startsAsListItem(content) ? .listItem : nil)
  }

  /// At which column a text is wrapped, if it is.
  private struct Wrap {
    /// The length of the fullest line in characters; nil for a text that isn't hard-wrapped.
    var column: Int?

    /// Widths between which a text can be called hard-wrapped.
    private static let widths = 40...110

    init(_ lines: [TextLine], in bytes: [UInt8]) {
      let pairs = zip(lines, lines.dropFirst()).filter { !$0.isBlank && !$1.isBlank }
      let lengths = pairs.map { Self.length($0.0, in: bytes) }
      // The fullest line tells the column; of many lines, a few may stick out for a long word or address.
      let sorted = (lengths + pairs.map { Self.length($0.1, in: bytes) })
        .filter { $0 <= Self.widths.upperBound }.sorted()
      guard !sorted.isEmpty,
        lengths.count(where: { $0 > Self.widths.upperBound }) * 5 <= lengths.count
      else { return }
      let column = sorted[(sorted.count - 1) * 97 / 100]
      guard Self.widths.contains(column) else { return }
      let full = pairs.filter { Self.isFull($0.0, before: $0.1, column: column, in: bytes) }
      let open = full.count { !Self.ends($0.0, in: bytes) }
      let goesOn = full.count { Self.goesOn($0.1, in: bytes) }
      // Where almost all lines are full, fewer need go on in small letters: a text may be full of names.
      let areMostFull = full.count * 10 >= pairs.count * 8
      guard full.count * 10 >= pairs.count * 6, open * 2 >= full.count,
        goesOn * 10 >= full.count * (areMostFull ? 2 : 4)
      else { return }
      self.column = column
    }

    /// Whether two lines following each other are of one paragraph.
    func joins(_ line: TextLine, _ next: TextLine, in bytes: [UInt8]) -> Bool {
      let isOpen = !Self.ends(line, in: bytes)
      if isOpen, Self.goesOn(next, in: bytes), Self.length(line, in: bytes) >= 30 { return true }
      guard let column, next.indent < line.indent + 2 else { return false }
      if Self.isFull(line, before: next, column: column, in: bytes) { return true }
      return isOpen && Self.length(line, in: bytes) * 10 >= column * 6
    }

    /// Whether the next line's first word would have made a line too long (or almost: some leave a margin).
    private static func isFull(
      _ line: TextLine, before next: TextLine, column: Int, in bytes: [UInt8]
    ) -> Bool {
      let word = bytes[next.content.start..<next.content.end].prefix { $0 != UInt8(ascii: " ") }
      return length(line, in: bytes) + 1 + characters(word) > column - 3
    }

    private static func ends(_ line: TextLine, in bytes: [UInt8]) -> Bool {
      BlockShape.endsSentence(bytes[line.content.start..<line.content.end])
    }

    /// Whether a line starts in the middle of a sentence, by its small letter.
    private static func goesOn(_ line: TextLine, in bytes: [UInt8]) -> Bool {
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(bytes[line.content.start])
    }

    private static func length(_ line: TextLine, in bytes: [UInt8]) -> Int {
      characters(bytes[line.content.start..<line.content.end])
    }

    /// How many characters UTF-8 holds, each scalar counted as one.
    private static func characters(_ bytes: ArraySlice<UInt8>) -> Int {
      bytes.reduce(0) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 }
    }
  }
}
