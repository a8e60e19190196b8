@testable import Extract
import Language

/// Trees given by hand, a row a token: form, tag, head (1-based, 0 for the root), relation, and the lemma where it
/// counts.
struct GivenTree {
  private var text: AnnotatedText

  /// The rows as a text of one sentence, with the token that heads a person's name, where one counts.
  init(_ rows: String, person: Int? = nil) {
    var bytes: [UInt8] = []
    var tokens: [TokenRecord] = []
    for field in rows.split(separator: "\n").map({ $0.split(separator: " ").map(String.init) }) {
      if !bytes.isEmpty { bytes.append(UInt8(ascii: " ")) }
      var record = TokenRecord(
        range: ByteRange(bytes.count, bytes.count + field[0].utf8.count))
      bytes += Array(field[0].utf8)
      record.fineTag = field[1]
      record.partOfSpeech = Self.partsOfSpeech[field[1]]
      record.head = Int(field[2]).flatMap { $0 == 0 ? nil : $0 - 1 }
      record.relation = DependencyRelation(rawValue: field[3])
      record.lemma = field.count > 4 ? field[4] : nil
      tokens.append(record)
    }
    text = AnnotatedText(
      bytes: bytes, paragraphs: [ByteRange(0, bytes.count)], tokens: tokens,
      sentences: [SentenceRecord(tokens: 0..<tokens.count, paragraph: 0)],
      names: person.map { [NameSpan(tokens: $0 - 1..<$0, kind: .person)] } ?? [])
  }

  /// The tree mended, as "HEAD RELATION" a token.
  func mended(words: ClauseWords) -> [String] {
    Self.rows(TreeRepair.mended(TokenTable(text), words: words).tokenRecords)
  }

  /// The tree with its opening mended, in the same form.
  func openings() -> [String] { Self.rows(OpeningRepair.mended(TokenTable(text)).tokenRecords) }

  static func rows(_ records: [TokenRecord]) -> [String] {
    records.map { "\($0.head.map { String($0 + 1) } ?? "0") \($0.relation?.rawValue ?? "")" }
  }

  private static let partsOfSpeech: [String: PartOfSpeech] = [
    "NNP": .properNoun, "NN": .noun, "NNS": .noun, "VBD": .verb, "VBZ": .verb, "VB": .verb,
    "VBG": .verb, "VBN": .verb, "VBP": .verb, "RB": .adverb, "IN": .adposition, "RP": .adposition,
    "JJ": .adjective,
    "CC": .coordinatingConjunction,
  ]
}
