import Foundation
import Language

/// A sentence with its names.
struct NameExample {
  /// Its words as they are written.
  var forms: [[UInt8]]
  /// Its names, as indices over the words.
  var names: [NameSpan]
  /// Tags from elsewhere, where the tagger itself was trained on this sentence.
  var tags: [UInt8]?
}

/// Reads sentences with names.
enum NameData {
  /// A file with one word a line and its label (`B-`, `I-`, `O`) in the column numbered `column`, an
  /// empty line behind each sentence. Words are cut further where our tokenizer would.
  ///
  /// `kinds` tells what each label means; labels that are left out are no names.
  static func iob(
    _ path: String, wordColumn: Int, labelColumn: Int, kinds: [String: NameSpan.Kind]
  ) throws -> [NameExample] {
    let file = try String(contentsOf: URL(fileURLWithPath: path), encoding: .utf8)
    var examples: [NameExample] = []
    var open = NameExample(forms: [], names: [])
    for line in file.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.isEmpty {
        if !open.forms.isEmpty { examples.append(open) }
        open = NameExample(forms: [], names: [])
        continue
      }
      if line.hasPrefix("# ") { continue }
      let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard columns.count > max(wordColumn, labelColumn) else { continue }
      let start = open.forms.count
      open.forms += pieces(String(columns[wordColumn]))
      let label = columns[labelColumn]
      guard let kind = kinds[String(label.dropFirst(2))] else { continue }
      if label.hasPrefix("I-"), let last = open.names.last, last.kind == kind,
        last.tokens.upperBound == start
      {
        open.names[open.names.count - 1].tokens = last.tokens.lowerBound..<open.forms.count
      } else {
        open.names.append(NameSpan(tokens: start..<open.forms.count, kind: kind))
      }
    }
    if !open.forms.isEmpty { examples.append(open) }
    return examples
  }

  /// The tokens that our tokenizer makes of a word.
  private static func pieces(_ word: String) -> [[UInt8]] {
    let bytes = Array(word.utf8)
    var tokens: [RawToken] = []
    Tokenizer().tokenize(bytes.span, start: 0, end: bytes.count, into: &tokens)
    return tokens.isEmpty ? [bytes] : tokens.map { Array(bytes[$0.start..<$0.end]) }
  }

  /// A file of Universal NER.
  static func uner(_ path: String) throws -> [NameExample] {
    try iob(path, wordColumn: 1, labelColumn: 2, kinds: unerKinds)
  }

  /// A file of CrossNER's politics part.
  static func crossNER(_ path: String) throws -> [NameExample] {
    try iob(path, wordColumn: 0, labelColumn: 1, kinds: crossNERKinds)
  }

  private static let unerKinds: [String: NameSpan.Kind] = [
    "PER": .person, "LOC": .place, "ORG": .organization,
  ]
  private static let crossNERKinds: [String: NameSpan.Kind] = [
    "politician": .person, "person": .person, "country": .place, "location": .place,
    "organisation": .organization, "politicalparty": .organization, "election": .event,
    "event": .event,
  ]

  // MARK: GUM

  /// Entities whose end has not come yet; they may end in a later sentence.
  struct OpenEntities {
    fileprivate var entities: [(group: String, kind: NameSpan.Kind?, start: Int?)] = []
  }

  /// The names among a GUM sentence's entities: those whose head is a proper noun, cut down to the name.
  static func gum(_ sentence: Treebank.Sentence, open: inout OpenEntities) -> NameExample {
    var names: [NameSpan] = []
    // An entity that goes on from the sentence before has no start in this one, and is no name.
    for index in open.entities.indices { open.entities[index].start = nil }
    for (index, attributes) in sentence.attributes.enumerated() {
      guard let entity = attributes.first(where: { $0.hasPrefix("Entity=") }) else { continue }
      for part in parts(entity.dropFirst("Entity=".count)) {
        let fields = part.drop { $0 == "(" }.prefix { $0 != ")" }.split(separator: "-")
        guard let group = fields.first.map(String.init) else { continue }
        if part.first == "(" {
          open.entities.append((group, fields.count > 1 ? kinds[String(fields[1])] : nil, index))
          if part.last != ")" { continue }
        }
        guard let place = open.entities.lastIndex(where: { $0.group == group }) else { continue }
        let closed = open.entities.remove(at: place)
        if let kind = closed.kind, let start = closed.start,
          let range = nameRange(sentence, start..<index + 1)
        {
          names.append(NameSpan(tokens: range, kind: kind))
        }
      }
    }
    return NameExample(forms: sentence.forms, names: outermost(names))
  }

  private static let kinds: [String: NameSpan.Kind] = [
    "person": .person, "place": .place, "organization": .organization, "event": .event,
  ]

  /// `(1-person-…(2-place-…)` as its brackets.
  private static func parts(_ value: Substring) -> [Substring] {
    var parts: [Substring] = []
    var rest = value
    while let first = rest.first {
      if first == "(" {
        let end = rest.dropFirst().firstIndex { $0 == "(" || $0 == ")" } ?? rest.endIndex
        let closes = end < rest.endIndex && rest[end] == ")"
        let stop = closes ? rest.index(after: end) : end
        parts.append(rest[..<stop])
        rest = rest[stop...]
      } else {
        let end = rest.firstIndex(of: ")").map { rest.index(after: $0) } ?? rest.endIndex
        parts.append(rest[..<end])
        rest = rest[end...]
      }
    }
    return parts
  }

  /// The name inside an entity's words: the proper nouns around its head, with `of` and hyphens between.
  private static func nameRange(_ sentence: Treebank.Sentence, _ range: Range<Int>) -> Range<Int>? {
    guard let head = range.first(where: { !(sentence.heads[$0].map(range.contains) ?? false) }),
      sentence.classes[head].partOfSpeech == .properNoun
    else { return nil }
    func isName(_ index: Int) -> Bool {
      range.contains(index)
        && (sentence.classes[index].partOfSpeech == .properNoun || isNumeral(index))
    }
    func isNumeral(_ index: Int) -> Bool {
      sentence.classes[index].partOfSpeech == .numeral && sentence.heads[index] == head
    }
    func joins(_ index: Int) -> Bool {
      guard range.contains(index) else { return false }
      let form = String(decoding: sentence.forms[index], as: UTF8.self)
      return form == "-" || form == "–" || form == "of" || form == "&" || form == "for"
    }
    func text(_ index: Int) -> String { String(decoding: sentence.forms[index], as: UTF8.self) }
    var start = head
    var end = head + 1
    while true {
      if isName(start - 1) || capitalized(sentence, start - 1, range) {
        start -= 1
      } else if joins(start - 1), isName(start - 2) {
        start -= 2
      } else {
        break
      }
    }
    while true {
      if isName(end) {
        end += 1
      } else if joins(end), isName(end + 1) {
        end += 2
      } else if joins(end), range.contains(end + 1), text(end + 1) == "the", isName(end + 2) {
        end += 3
      } else {
        break
      }
    }
    while start < end - 1, titles.contains(text(start).lowercased()) { start += 1 }
    return start..<end
  }

  /// A capitalised adjective or noun inside the entity belongs to the name ("Red Cross").
  private static func capitalized(_ sentence: Treebank.Sentence, _ index: Int, _ range: Range<Int>)
    -> Bool
  {
    guard range.contains(index), let first = sentence.forms[index].first else { return false }
    let part = sentence.classes[index].partOfSpeech
    let isWord = part == .adjective || part == .noun || part == .verb
    return first >= 0x41 && first <= 0x5A && isWord
  }

  private static let titles: Set<String> = [
    "mr.", "mrs.", "ms.", "dr.", "president", "senator", "sir", "lord", "king", "queen", "prince",
    "general", "gen.", "justice", "judge", "professor", "prof.", "governor", "secretary",
    "minister",
    "prime", "captain", "colonel", "chief", "speaker", "vice", "reverend", "dean", "saint",
    "representative", "rep.", "sen.", "chairman", "pope", "emperor", "miss", "lady", "doctor",
  ]

  /// Without the names that stand inside others; in the order of the text.
  private static func outermost(_ names: [NameSpan]) -> [NameSpan] {
    let sorted = names.sorted {
      ($0.tokens.lowerBound, -$0.tokens.count) < ($1.tokens.lowerBound, -$1.tokens.count)
    }
    var kept: [NameSpan] = []
    for name in sorted where (kept.last?.tokens.upperBound ?? 0) <= name.tokens.lowerBound {
      kept.append(name)
    }
    return kept
  }
}
