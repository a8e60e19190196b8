import ArgumentParser
import Foundation
import Language

/// Measures tokens and sentences on raw text, against treebanks.
///
/// The raw text is put together from the treebank's words and its `SpaceAfter`: sentences are separated
/// by a space, paragraphs (`newpar`, `newdoc`) by an empty line. A token or sentence counts where both
/// its start and its end agree, as in the CoNLL shared tasks.
struct MeasureTokens: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "measure-tokens", abstract: "Measures tokens and sentences on raw text.")

  @Argument(help: "Treebanks, as CoNLL-U files.")
  var treebanks: [String]

  @Option(help: "The model file; without it, the model that is linked in.")
  var model: String?

  @Flag(help: "Split sentences by rules, without a model.")
  var rules = false

  @Flag(
    help: """
      Start a paragraph after every sentence that has no final mark. GUM tells no paragraphs; its headings, \
      captions and broken-off turns stood on lines of their own.
      """)
  var breakAfterHeadings = false

  @Flag(help: "Show where tokens differ.")
  var errors = false

  @Flag(help: "Show where sentences differ.")
  var sentenceErrors = false

  func run() throws {
    let annotator = rules ? Annotator(model: nil) : try Measure.annotator(model, mode: .fast)
    for path in treebanks {
      let file = try String(contentsOf: URL(fileURLWithPath: path), encoding: .utf8)
      var sentences = try CoNLLUReader().sentences(in: file)
      if breakAfterHeadings { sentences = sentences.withParagraphsAfterHeadings() }
      let gold = AnnotatedText(sentences: sentences)
      let found = annotator.tokenized(bytes: gold.bytes, paragraphs: gold.paragraphs)
      let tokens = F1(
        gold: gold.tokenRecords.map(\.range), found: found.tokenRecords.map(\.range))
      let sentenceScore = F1(gold: Self.sentences(gold), found: Self.sentences(found))
      print("\(path): tokens \(tokens), sentences \(sentenceScore)")
      if errors {
        Self.printDifferences(
          gold, found, gold.tokenRecords.map(\.range), found.tokenRecords.map(\.range))
      }
      if sentenceErrors {
        Self.printDifferences(gold, found, Self.sentences(gold), Self.sentences(found))
      }
    }
  }

  private static func sentences(_ text: AnnotatedText) -> [ByteRange] {
    (0..<text.sentenceCount).map { text.sentence($0).range }
  }

  private static func printDifferences(
    _ gold: AnnotatedText, _ found: AnnotatedText, _ a: [ByteRange], _ b: [ByteRange]
  ) {
    var i = 0
    var j = 0
    while i < a.count || j < b.count {
      if i < a.count, j < b.count, a[i] == b[j] {
        i += 1
        j += 1
        continue
      }
      var x: [String] = []
      var y: [String] = []
      repeat {
        if j >= b.count || (i < a.count && a[i].end <= b[j].end) {
          x.append(gold.string(in: a[i]))
          i += 1
        } else {
          y.append(gold.string(in: b[j]))
          j += 1
        }
      } while !((i >= a.count && j >= b.count)
        || (i < a.count && j < b.count && a[i].start == b[j].start))
      print("  gold", x.joined(separator: " | "), "  found", y.joined(separator: " | "))
    }
  }
}

extension [CoNLLUSentence] {
  /// The sentences with a paragraph started after each that has no final mark.
  func withParagraphsAfterHeadings() -> [CoNLLUSentence] {
    var result = self
    for index in indices.dropFirst() {
      let closing = self[index - 1].words.suffix(3).map(\.form)
      let isClosed = closing.contains { ".!?;:".contains($0.last ?? " ") || $0.hasPrefix("…") }
      if !isClosed { result[index].comments.append("newpar") }
    }
    return result
  }
}
