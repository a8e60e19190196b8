import Foundation
import Language

/// A paragraph with what is known of its sentences.
struct SplitterExample {
  /// What is known of a token.
  enum Label {
    /// A sentence starts with it.
    case start
    /// No sentence starts with it.
    case inside
    case unknown
  }

  /// The scan at the paragraph's start.
  var scan: BoundaryScan
  /// One a token.
  var labels: [Label]
}

// MARK: Treebanks

extension [SplitterExample] {
  /// Appends the paragraphs of a treebank, as the tokenizer cuts their text.
  ///
  /// A treebank that tells no paragraphs is read twice: as it is, and with its headings apart.
  mutating func append(treebank path: String, _ lexicon: Lexicon) throws {
    let sentences = try CoNLLUReader().sentences(in: try Measure.contents(path))
    append(AnnotatedText(sentences: sentences), lexicon)
    if !sentences.contains(where: { $0.startsParagraph && !$0.startsDocument }) {
      append(AnnotatedText(sentences: sentences.withParagraphsAfterHeadings()), lexicon)
    }
  }

  private mutating func append(_ text: AnnotatedText, _ lexicon: Lexicon) {
    let starts = Set((0..<text.sentenceCount).map { text.sentence($0).range.start })
    let tokenizer = Tokenizer()
    for paragraph in text.paragraphs {
      var tokens: [RawToken] = []
      tokenizer.tokenize(
        text.bytes.span, start: paragraph.start, end: paragraph.end, into: &tokens)
      let labels = tokens.map {
        starts.contains($0.start) ? SplitterExample.Label.start : .inside
      }
      append(text.bytes, tokens, labels, lexicon)
    }
  }

  private mutating func append(
    _ bytes: [UInt8], _ tokens: [RawToken], _ labels: [SplitterExample.Label], _ lexicon: Lexicon
  ) {
    guard tokens.count > 1 else { return }
    var words: [WordAtoms] = []
    words.append(bytes.span, tokens, lexicon)
    append(
      SplitterExample(
        scan: BoundaryScan(bytes.span, tokens: tokens, words: words, lexicon: lexicon),
        labels: labels))
  }
}

// MARK: Raw texts

/// A line of a file of raw texts.
private struct RawText: Decodable { var text: String }

extension [SplitterExample] {
  /// Every how many texts one is learnt from.
  private static let every = 20
  /// One in how many of these is read as if its line breaks were lost.
  private static let everyJoined = 4
  /// About how many tokens make a paragraph of lines that are joined.
  private static let joinedLength = 2000

  /// Appends paragraphs of raw texts, the lines of which are paragraphs: JSON Lines with a "text" each.
  ///
  /// Where a line ends, a sentence ends, whether or not there is a mark. That shows the splitter where
  /// headings end, in texts that are read as if their line breaks were lost. Within a line, what is unknown
  /// here is labelled in training.
  mutating func append(raw path: String, _ lexicon: Lexicon) throws {
    let lines = try Measure.contents(path).utf8.split(separator: 0x0A)
    let tokenizer = Tokenizer()
    for (count, number) in stride(from: Self.every / 2, to: lines.count, by: Self.every)
      .enumerated()
    {
      let text = try JSONDecoder().decode(RawText.self, from: Data(lines[number])).text
      let bytes = Array<UInt8>(text.utf8)
      let isJoined = count % Self.everyJoined == 0
      var tokens: [RawToken] = []
      var labels: [SplitterExample.Label] = []
      for paragraph in Tokenization.paragraphs(bytes) {
        let first = tokens.count
        tokenizer.tokenize(bytes.span, start: paragraph.start, end: paragraph.end, into: &tokens)
        for index in first..<tokens.count { labels.append(index == first ? .start : .unknown) }
        if !isJoined || tokens.count > Self.joinedLength {
          append(bytes, tokens, labels, lexicon)
          tokens.removeAll()
          labels.removeAll()
        }
      }
      append(bytes, tokens, labels, lexicon)
    }
  }
}
