import Language
import TestSupport
import Testing

/// What `AnnotatedText` promises of its tokens and sentences.
func expectInvariants(_ text: AnnotatedText, at location: SourceLocation = #_sourceLocation) {
  var end = 0
  for record in text.tokenRecords {
    #expect(
      record.range.start >= end && record.range.end > record.range.start, sourceLocation: location)
    #expect(record.range.end <= text.bytes.count, sourceLocation: location)
    end = record.range.end
  }
  var next = 0
  for sentence in text.sentenceRecords {
    #expect(
      sentence.tokens.lowerBound == next && !sentence.tokens.isEmpty, sourceLocation: location)
    next = sentence.tokens.upperBound
    let paragraph = text.paragraphs[sentence.paragraph]
    for index in sentence.tokens {
      #expect(paragraph.contains(text.tokenRecords[index].range), sourceLocation: location)
      if let head = text.tokenRecords[index].head {
        #expect(sentence.tokens.contains(head) && head != index, sourceLocation: location)
      }
    }
  }
  #expect(next == text.tokenCount, sourceLocation: location)
}

@Suite struct `An annotator` {
  let first = "Mr. Abe didn’t go to the U.S. on Nov. 10. He stayed."
  let second = "“Talks failed,” Gen. Orlov said. Why?"

  @Test func `gives byte ranges into the whole text`() {
    let text = first + "\n\n" + second
    let start = first.utf8.count + 2
    let annotated = Annotator().annotate(
      text, paragraphs: [ByteRange(0, first.utf8.count), ByteRange(start, text.utf8.count)])
    expectInvariants(annotated)
    #expect(annotated.sentenceRecords.map(\.paragraph) == [0, 0, 1, 1])
    #expect(annotated.sentence(2).string == "“Talks failed,” Gen. Orlov said.")
  }

  @Test func `annotates a paragraph the same wherever it stands`() {
    let annotator = Annotator()
    let alone = annotator.annotate(second, paragraphs: [ByteRange(0, second.utf8.count)])
    let text = first + "\n\n" + second
    let start = first.utf8.count + 2
    let after = annotator.annotate(
      text, paragraphs: [ByteRange(0, first.utf8.count), ByteRange(start, text.utf8.count)])
    let tail = after.tokenRecords.suffix(alone.tokenCount)
    #expect(
      tail.map { ByteRange($0.range.start - start, $0.range.end - start) }
        == alone.tokenRecords.map(\.range))
    #expect(tail.map(\.fineTag) == alone.tokenRecords.map(\.fineTag))
  }

  @Test func `leaves alone what is in no paragraph`() {
    let annotated = Annotator().annotate(first, paragraphs: [ByteRange(4, 9)])
    #expect(annotated.tokenRecords.map { annotated.string(in: $0.range) } == ["Abe", "d"])
  }

  @Test func `takes paragraphs past the end as far as the text goes`() {
    let annotated = Annotator().annotate("Abe", paragraphs: [ByteRange(0, 50), ByteRange(60, 70)])
    #expect(annotated.tokenCount == 1)
    expectInvariants(annotated)
  }

  @Test(arguments: 0..<64)
  func `keeps its promises on any bytes`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let pieces: [[UInt8]] =
      [
        "U.S.", "don't", "’s", "…", "http://", "@", "-", ".", "  ", "\n", "a", "Z", "9", "$", "“",
        "安", "👍",
      ]
      .map { Array($0.utf8) } + [
        [0xFF], [0xC3], [0xE2, 0x80], [0xF0, 0x9F], [0x00], [0xED, 0xA0, 0x80],
      ]
    var bytes: [UInt8] = []
    for _ in 0..<200 { bytes += pieces.randomElement(using: &generator) ?? [] }
    let cut = Int.random(in: 0...bytes.count, using: &generator)
    let annotated = Annotator().annotate(
      bytes: bytes, paragraphs: [ByteRange(0, cut), ByteRange(cut, bytes.count)])
    expectInvariants(annotated)
    let covered = Set(annotated.tokenRecords.flatMap { $0.range.start..<$0.range.end })
    for index in bytes.indices where bytes[index] > 0x20 && bytes[index] < 0x7F {
      #expect(covered.contains(index), "a visible character is in a token")
    }
  }

  static let repeated = [
    "a", "a-", "a.", "'", "http://", "1,", "x@", "(", "…", "\"", "A.", "n't", "[1]", "9-", "a ",
  ]

  @Test(.timeLimit(.minutes(10)), arguments: repeated)
  func `cuts a megabyte of anything in linear time`(piece: String) {
    let text = String(repeating: piece, count: 1_000_000 / piece.utf8.count)
    expectInvariantsQuickly(
      Annotator(model: nil).annotate(text, paragraphs: [ByteRange(0, text.utf8.count)]))
  }

  @Test(.timeLimit(.minutes(10)), arguments: repeated)
  func `annotates long lines of anything`(piece: String) {
    let text = String(repeating: piece, count: 2_000 / piece.utf8.count)
    let annotated = Annotator().annotate(text, paragraphs: [ByteRange(0, text.utf8.count)])
    expectInvariantsQuickly(annotated)
    #expect(annotated.tokenRecords.allSatisfy { $0.relation != nil && $0.lemma != nil })
  }

  /// The invariants with one expectation for all tokens, for long texts.
  private func expectInvariantsQuickly(_ text: AnnotatedText) {
    var end = 0
    var ordered = true
    for record in text.tokenRecords {
      ordered = ordered && record.range.start >= end && !record.range.isEmpty
      end = record.range.end
    }
    #expect(ordered)
    #expect(text.sentenceRecords.last?.tokens.upperBound == text.tokenCount)
  }
}
