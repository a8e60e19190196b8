public import ArgumentParser
import Foundation
public import Language

/// Measures a model against treebanks and names that people annotated, with their tokens.
struct Measure: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "measure", abstract: "Measures the model on annotated text.")

  @Option(help: "The model file; without it, the model that is linked in.")
  var model: String?

  @Option(help: "How the parser works: fast or accurate.")
  var mode: Annotator.Mode = .fast

  @Option(parsing: .upToNextOption, help: "Treebanks, as CoNLL-U files.")
  var treebanks: [String] = []

  @Option(parsing: .upToNextOption, help: "Names: UNER files.")
  var uner: [String] = []

  @Option(parsing: .upToNextOption, help: "Names: CrossNER politics files.")
  var crossNER: [String] = []

  func run() throws {
    let annotator = try Self.annotator(model, mode: mode)
    for path in treebanks {
      let gold = try AnnotatedText(coNLLU: try Self.contents(path))
      var found = gold
      annotator.annotate(&found)
      print("\(Self.name(path)): \(TreeScore(gold: gold, found: found))")
    }
    for path in uner {
      print("\(Self.name(path)): names \(Self.names(try NameData.uner(path), annotator))")
    }
    for path in crossNER {
      print("\(Self.name(path)): names \(Self.names(try NameData.crossNER(path), annotator))")
    }
  }

  static func annotator(_ path: String?, mode: Annotator.Mode) throws -> Annotator {
    guard let path else { return Annotator(mode: mode) }
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    return Annotator(model: try LanguageModel(decoding: bytes), mode: mode)
  }

  static func contents(_ path: String) throws -> String {
    try String(contentsOf: URL(fileURLWithPath: path), encoding: .utf8)
  }

  private static func name(_ path: String) -> String {
    URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent
  }

  /// Persons, places and organizations that have the same words and the same kind.
  private static func names(_ examples: [NameExample], _ annotator: Annotator) -> F1 {
    let kinds: Set<NameSpan.Kind> = [.person, .place, .organization]
    var total = F1()
    for example in examples {
      var text = example.text
      annotator.annotate(&text)
      total += F1(
        gold: example.names.filter { kinds.contains($0.kind) },
        found: text.names.filter { kinds.contains($0.kind) })
    }
    return total
  }
}

extension Annotator.Mode: ExpressibleByArgument {}

extension NameExample {
  /// The sentence as a text of its words with spaces between.
  var text: AnnotatedText {
    var bytes: [UInt8] = []
    var tokens: [TokenRecord] = []
    for form in forms {
      if !bytes.isEmpty { bytes.append(0x20) }
      tokens.append(TokenRecord(range: ByteRange(bytes.count, bytes.count + form.count)))
      bytes += form
    }
    return AnnotatedText(
      bytes: bytes, paragraphs: [ByteRange(0, bytes.count)], tokens: tokens,
      sentences: [SentenceRecord(tokens: 0..<tokens.count, paragraph: 0)])
  }
}

/// How many words have the right tags, heads and relations.
struct TreeScore: CustomStringConvertible {
  private var words = 0
  private var universal = 0
  private var fine = 0
  private var lemmas = 0
  private var features = 0
  private var heads = 0
  private var arcs = 0

  /// Compares two annotations of the same tokens.
  init(gold: AnnotatedText, found: AnnotatedText) {
    for (gold, found) in zip(gold.tokenRecords, found.tokenRecords) {
      words += 1
      if gold.partOfSpeech == found.partOfSpeech { universal += 1 }
      if gold.fineTag == found.fineTag { fine += 1 }
      if gold.lemma == found.lemma { lemmas += 1 }
      if gold.morphology == found.morphology { features += 1 }
      guard gold.head == found.head else { continue }
      heads += 1
      if gold.relation == found.relation { arcs += 1 }
    }
  }

  var description: String {
    func share(_ count: Int) -> String { percent(Double(count) / Double(max(1, words))) }
    return "UPOS \(share(universal)), XPOS \(share(fine)), lemmas \(share(lemmas)), "
      + "features \(share(features)), UAS \(share(heads)), LAS \(share(arcs))"
  }
}
