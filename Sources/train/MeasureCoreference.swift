import ArgumentParser
import Extract
import Foundation
import Language

/// Measures the coreference of the `Extract` module on raw text, against GUM's entity annotation.
///
/// The raw text is annotated and resolved anew. A link counts as right where the smallest annotated mention
/// around the phrase's head, or one of the same chain, has among its main words (GUM's minimal span) a
/// name of the entity that we say; for several entities, where each is one of the chain's split antecedents
/// or inside a mention of the chain. Recall is over the annotated phrases whose chain we name at all.
struct MeasureCoreference: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "measure-coreference",
    abstract: "Measures pronouns and descriptions against GUM's chains.")

  @Argument(help: "GUM's treebanks, as CoNLL-U files.")
  var treebanks: [String]

  @Option(help: "Measure the documents of these genres only.")
  var genres = "news,interview,speech"

  @Flag(help: "Show every link that is wrong.")
  var errors = false

  func run() throws {
    let wanted = genres.split(separator: ",").map { "GUM_\($0)_" }
    for path in treebanks {
      let file = try String(contentsOf: URL(fileURLWithPath: path), encoding: .utf8)
      var documents: [[CoNLLUSentence]] = []
      for sentence in try CoNLLUReader().sentences(in: file) {
        if sentence.startsDocument { documents.append([]) }
        documents[documents.count - 1].append(sentence)
      }
      var counts: [String: LinkCounts] = [:]
      for document in documents {
        let name = document.first?.comment("newdoc")?.split(separator: " ").last.map(String.init)
        guard let name, wanted.contains(where: name.hasPrefix) else { continue }
        measure(document, name: name, into: &counts)
      }
      for (kind, count) in counts.sorted(by: { $0.key < $1.key }) {
        print("\(path): \(kind) \(count)")
      }
    }
  }

  private func measure(
    _ sentences: [CoNLLUSentence], name: String, into counts: inout [String: LinkCounts]
  ) {
    var sentences = sentences
    // GUM tells no paragraphs: headings and broken-off turns stood on lines of their own.
    for index in sentences.indices.dropFirst() {
      let closing = sentences[index - 1].words.suffix(3).map(\.form)
      if !closing.contains(where: { ".!?;:".contains($0.last ?? " ") }) {
        sentences[index].comments.append("newpar")
      }
    }
    let gold = AnnotatedText(sentences: sentences)
    let chains = GoldChains(sentences, text: gold)
    let text = Annotator().annotate(bytes: gold.bytes, paragraphs: gold.paragraphs)
    let links = Pipeline().coreference(in: text, published: nil)
    for link in links {
      let isRight = chains.agrees(link)
      let (coarse, fine) =
        switch link.foundBy.prefix(while: { $0 != "." }) {
        case "pronoun": ("pronouns", "  " + text.string(in: link.head).lowercased())
        case _ where link.antecedents.count > 1: ("groups (GUM doesn't link them)", "")
        case "title": ("titles of names", "")
        case "metonym": ("governments for countries (GUM tells them apart)", "")
        default: ("descriptions", "  " + link.foundBy)
        }
      for kind in [coarse, fine] where !kind.isEmpty {
        counts[kind, default: LinkCounts()].found += 1
        if isRight { counts[kind, default: LinkCounts()].right += 1 }
      }
      if errors, !isRight {
        let sentence =
          (0..<text.sentenceCount).first { text.sentence($0).range.contains(link.head) }
          .map { text.sentence($0).string } ?? ""
        print(
          "  \(name)\t\(text.string(in: link.range)) -> \(link.labels) \(link.foundBy)\t\(sentence)"
        )
      }
    }
    let named = Pipeline().namedRanges(in: text)
    for mention in chains.mentions where chains.isNamed(mention, by: named) {
      guard let kind = mention.kind else { continue }
      counts[kind, default: LinkCounts()].expected += 1
    }
  }
}

/// How many links there are.
private struct LinkCounts: CustomStringConvertible {
  var found = 0
  var right = 0
  /// How many a person drew; 0 where that isn't known for the kind.
  var expected = 0

  var description: String {
    let precision = "precision \(Self.share(right, found)) (\(right) of \(found))"
    return expected == 0
      ? precision : precision + ", recall \(Self.share(right, expected)) (of \(expected))"
  }

  private static func share(_ part: Int, _ whole: Int) -> String {
    whole == 0 ? "–" : String(format: "%.3f", Double(part) / Double(whole))
  }
}

/// GUM's mentions, from the `Entity` and `SplitAnte` attributes (wiki.universaldependencies.org, CorefUD).
private struct GoldChains {
  struct Mention {
    let chain: String
    let range: ByteRange
    /// The words of the minimal span.
    let main: [ByteRange]
    /// "pronouns", "descriptions", or nil for what is neither.
    let kind: String?
  }

  private(set) var mentions: [Mention] = []
  private var splits: [String: [String]] = [:]

  init(_ sentences: [CoNLLUSentence], text: AnnotatedText) {
    var token = 0
    var open: [(chain: String, span: [Int], start: Int)] = []
    for sentence in sentences {
      let first = token
      for word in sentence.words {
        for attribute in word.attributes {
          if attribute.hasPrefix("SplitAnte=") { readSplits(attribute.dropFirst(10)) }
          guard attribute.hasPrefix("Entity=") else { continue }
          for part in Self.parts(attribute.dropFirst(7)) {
            if part.hasPrefix("(") {
              let fields = part.dropFirst().split(separator: "-", omittingEmptySubsequences: false)
              let span =
                fields.count > 5 ? fields[5].split(separator: ",").compactMap { Int($0) } : []
              open.append((String(fields[0].prefix { $0 != ")" }), span, token))
            }
            guard part.hasSuffix(")") else { continue }
            let chain = part.hasPrefix("(") ? nil : String(part.dropLast())
            guard
              let index = open.lastIndex(where: { chain == nil || $0.chain == chain })
            else { continue }
            let mention = open.remove(at: index)
            add(
              mention.chain, mention.start..<token + 1, span: mention.span,
              words: sentence.words, first: first, text: text)
          }
        }
        token += 1
      }
    }
  }

  /// "(1-person-new(2-place)3)" as "(1-person-new", "(2-place)", "3)".
  private static func parts(_ value: Substring) -> [Substring] {
    var parts: [Substring] = []
    var start = value.startIndex
    var index = value.startIndex
    while index < value.endIndex {
      let next = value.index(after: index)
      if value[index] == ")" || next < value.endIndex && value[next] == "(" {
        parts.append(value[start..<next])
        start = next
      }
      index = next
    }
    if start < value.endIndex { parts.append(value[start...]) }
    return parts
  }

  /// "SplitAnte=12<41,13<41": 41 is made of 12 and 13.
  private mutating func readSplits(_ value: Substring) {
    for pair in value.split(separator: ",") {
      let ends = pair.split(separator: "<").map(String.init)
      if ends.count == 2 { splits[ends[1], default: []].append(ends[0]) }
    }
  }

  private mutating func add(
    _ chain: String, _ tokens: Range<Int>, span: [Int], words: [CoNLLUWord], first: Int,
    text: AnnotatedText
  ) {
    func range(_ token: Int) -> ByteRange { text.tokenRecords[token].range }
    let main = span.map { tokens.lowerBound + $0 - 1 }.filter(tokens.contains)
    var kind: String?
    let head = main.first ?? tokens.lowerBound
    if tokens.lowerBound >= first {
      let word = words[head - first]
      let opening = words[tokens.lowerBound - first]
      if word.partOfSpeech == .pronoun, word.features?.contains("Person=3") == true,
        tokens.count == 1
      {
        kind = "pronouns"
      } else if word.partOfSpeech == .noun,
        opening.features?.contains("Definite=Def") == true
          || opening.features?.contains("Poss=Yes") == true
          || opening.features?.contains("PronType=Dem") == true
      {
        kind = "descriptions"
      }
    }
    mentions.append(
      Mention(
        chain: chain,
        range: ByteRange(range(tokens.lowerBound).start, range(tokens.upperBound - 1).end),
        main: (main.isEmpty ? Array(tokens) : main).map(range), kind: kind))
  }

  /// Whether the chain has one of the names among its main words.
  func isNamed(_ mention: Mention, by names: [ByteRange]) -> Bool {
    mentions.contains { other in
      other.chain == mention.chain
        && names.contains { name in other.main.contains(where: name.contains) }
    }
  }

  func agrees(_ link: CoreferenceLink) -> Bool {
    let around = mentions.filter { $0.range.contains(link.head) }
    guard let own = around.min(by: { $0.range.count < $1.range.count }) else { return false }
    let chains = splits[own.chain].map { Set($0) } ?? []
    return link.antecedents.allSatisfy { names in
      mentions.contains { mention in
        guard mention.chain == own.chain || chains.contains(mention.chain) else { return false }
        return names.contains { name in
          link.antecedents.count > 1 && mention.chain == own.chain && mention.range != own.range
            ? mention.range.contains(name) : mention.main.contains(where: name.contains)
        }
      }
    }
  }
}
