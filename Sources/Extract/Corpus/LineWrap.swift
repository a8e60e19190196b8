internal import Language

/// At which column a text is wrapped, if it is.
///
/// A hard-wrapped text fills its lines, so that the next line's first word would not have fitted on the
/// line before, breaks in the middle of sentences, and goes on in small letters.
struct LineWrap {
  /// The length of the fullest line in characters; nil for a text that isn't hard-wrapped.
  var column: Int?

  /// Widths between which a text can be called hard-wrapped.
  private static let widths = 40...110

  /// The wrap of a whole text.
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

  /// The wrap of lines without a blank line between, in a text that shows none as a whole: it may be short,
  /// or nothing in it goes on in a small letter where lines end before names.
  ///
  /// All lines but the last must be full, and the last end a sentence; the first must be no headline.
  init(run: ArraySlice<TextLine>, in bytes: [UInt8]) {
    guard let first = run.first, let last = run.last, run.count > 1, Self.ends(last, in: bytes),
      !Self.mayBeHeadline(first, before: run[run.startIndex + 1], in: bytes)
    else { return }
    let column = run.dropLast().map { Self.length($0, in: bytes) }.max() ?? 0
    let pairs = zip(run, run.dropFirst())
    guard Self.widths.contains(column), Self.length(last, in: bytes) <= column + 3,
      pairs.allSatisfy({ Self.isFull($0, before: $1, column: column, in: bytes) }),
      pairs.count(where: { !Self.ends($0.0, in: bytes) }) * 2 >= run.count - 1
    else { return }
    self.column = column
  }

  /// Whether two lines following each other are of one paragraph. `isFirst` tells whether nothing but a
  /// blank line stands before them.
  func joins(_ line: TextLine, _ next: TextLine, isFirst: Bool, in bytes: [UInt8]) -> Bool {
    let isOpen = !Self.ends(line, in: bytes)
    if isOpen, Self.goesOn(next, in: bytes), Self.length(line, in: bytes) >= 30 { return true }
    guard let column, next.indent < line.indent + 2 else { return false }
    if Self.isFull(line, before: next, column: column, in: bytes) { return true }
    // A headline over its text is not full, as the first line of a paragraph would be.
    if isFirst, Self.mayBeHeadline(line, before: next, in: bytes) { return false }
    return isOpen && Self.length(line, in: bytes) * 10 >= column * 6
  }

  /// Whether the next line's first word would have made a line too long (or almost: some leave a margin).
  private static func isFull(
    _ line: TextLine, before next: TextLine, column: Int, in bytes: [UInt8]
  ) -> Bool {
    let word = bytes[next.content.start..<next.content.end].prefix { $0 != UInt8(ascii: " ") }
    return length(line, in: bytes) + 1 + characters(word) > column - 3
  }

  /// Whether a line could be a headline by its end and its capitals, or by how the next one starts.
  private static func mayBeHeadline(
    _ line: TextLine, before next: TextLine, in bytes: [UInt8]
  ) -> Bool {
    guard !ends(line, in: bytes), !goesOn(next, in: bytes) else { return false }
    let words = BlockShape(string(line, in: bytes))
    let start = BlockShape(string(next, in: bytes)).plain.first ?? ""
    return words.isTitleCase || words.isAllCapitals || starters.contains(start)
  }

  /// Words that sentences start with more often than names.
  private static let starters: Set<String> = [
    "a", "after", "an", "as", "at", "by", "he", "her", "his", "in", "it", "on", "she", "the",
    "their",
    "they", "this", "we",
  ]

  private static func string(_ line: TextLine, in bytes: [UInt8]) -> String {
    String(decoding: bytes[line.content.start..<line.content.end], as: UTF8.self)
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
