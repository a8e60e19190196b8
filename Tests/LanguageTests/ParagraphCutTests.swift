import Foundation
import Language
import TestSupport
import Testing

@Suite struct `A document cut at its paragraphs` {
  /// Paragraphs of all kinds that an article has: headings, bylines, quotations, lists, broken-off ones.
  static let pieces = [
    "Freedonia and Sylvania Agree on Talks",
    "By Orsolya Lind",
    "GENEVA – The president of Freedonia, Jana Molnar, met Gov. John F. Lasker on Nov. 15 in the U.S. embassy.",
    "“We will not wait,” Lt. Gen. Pavel Orlov said. “Not for a day.”",
    "\"Will it hold?\" he asked",
    "No. 2 of the list is the border:\n1. Open it.\n2. Keep it open",
    "The talks went on for 3.5 hours; neither side\nMilena Vasek among them spoke to reporters (see p. 5).",
    "In July the prime minister will go to Lima. “Yahoo! Japan",
    "WHAT HAPPENS NEXT",
    "She didn’t say when... Perhaps never.",
    "* * *",
    "((( “",
  ]

  private static let annotator = Annotator(mode: .fast)

  @Test(arguments: 0..<24)
  func `is annotated as it is in one piece`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let count = Int.random(in: 2...30, using: &generator)
    let text = (0..<count).map { _ in Self.pieces.randomElement(using: &generator) ?? "" }
      .joined(separator: "\n\n")
    expectSame(text, using: &generator)
  }

  @Test(arguments: try Self.articles())
  func `is annotated as it is in one piece, for the article`(_ article: URL) throws {
    var generator = SeededGenerator(seed: 1)
    expectSame(try String(contentsOf: article, encoding: .utf8), using: &generator)
  }

  /// The articles that the repository holds.
  private static func articles() throws -> [URL] {
    let seeds = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appending(path: "../../seeds").standardizedFileURL
    return try FileManager.default.contentsOfDirectory(at: seeds, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "txt" }
      .sorted { $0.path < $1.path }
  }

  /// Cuts the text between random paragraphs and expects of the parts what the whole has.
  private func expectSame(_ text: String, using generator: inout SeededGenerator) {
    let bytes = Array(text.utf8)
    let paragraphs = Self.paragraphs(bytes)
    let whole = Self.annotator.annotate(bytes: bytes, paragraphs: paragraphs)
    var lines: [String] = []
    var first = 0
    while first < paragraphs.count {
      let end = Int.random(in: first + 1...paragraphs.count, using: &generator)
      let base = paragraphs[first].start
      let part = Array(bytes[base..<paragraphs[end - 1].end])
      lines += Self.lines(
        Self.annotator.annotate(
          bytes: part,
          paragraphs: paragraphs[first..<end].map { ByteRange($0.start - base, $0.end - base) }),
        shiftedBy: base)
      first = end
    }
    #expect(lines == Self.lines(whole, shiftedBy: 0))
  }

  /// What stands between empty lines.
  private static func paragraphs(_ bytes: [UInt8]) -> [ByteRange] {
    var paragraphs: [ByteRange] = []
    var start = 0
    var index = 0
    while index <= bytes.count {
      let isEnd =
        index == bytes.count
        || bytes[index] == 0x0A && index + 1 < bytes.count && bytes[index + 1] == 0x0A
      if isEnd {
        if start < index { paragraphs.append(ByteRange(start, index)) }
        while index < bytes.count, bytes[index] == 0x0A { index += 1 }
        start = index
        if index == bytes.count { break }
      } else {
        index += 1
      }
    }
    return paragraphs
  }

  /// One line a token, with all that is known of it, a line a sentence and one a name.
  private static func lines(_ text: AnnotatedText, shiftedBy base: Int) -> [String] {
    func place(_ range: ByteRange) -> String { "\(range.start + base):\(range.end + base)" }
    var lines: [String] = []
    for index in 0..<text.sentenceCount {
      let sentence = text.sentence(index)
      lines.append("sentence \(place(sentence.range))")
      for token in sentence.tokens {
        let record = text.tokenRecords[token]
        let head = record.head.map { place(text.tokenRecords[$0].range) } ?? "root"
        let columns = [
          record.fineTag, record.lemma, record.morphology, head, record.relation?.rawValue,
        ]
        lines.append(place(record.range) + columns.map { " \($0 ?? "_")" }.joined())
      }
      for name in text.names where sentence.tokens.contains(name.tokens.lowerBound) {
        lines.append("name \(name.kind) \(place(text.range(of: name)))")
      }
    }
    return lines
  }
}
