import Graph
import Language

/// The day of a chronicle: "Two soldiers are killed in Mopti. The Prime Minister of Peru visits Lima."
///
/// A text whose paragraphs begin in the present tense, and in which nobody speaks, tells what has happened on its day.
struct Chronicle {
  private let table: TokenTable
  private let day: TimeSpan?

  init(table: TokenTable, published: TimeSpan?) {
    self.table = table
    day = Self.isChronicle(table) ? published.flatMap { $0.length == 1 ? $0 : nil } : nil
  }

  /// The day of what the words at `tokens` state, where that is what their sentence tells.
  func day(of tokens: Range<Int>) -> TimeSpan? {
    guard let day, let head = TimeOutlook.head(of: tokens, in: table.text.tokenRecords) else {
      return nil
    }
    let records = table.text.tokenRecords
    var verb = head
    if !TimeOutlook.isVerb(head, records) {
      guard let above = records[head].head,
        ["obj", "nsubj", "nsubj:pass"].contains(records[head].relation?.rawValue)
      else { return nil }
      verb = above
    }
    guard Self.isNow(verb, table), Self.isTold(verb, records) else { return nil }
    return day
  }

  /// Whether a verb is the sentence's, or one joined to it.
  private static func isTold(_ verb: Int, _ records: [TokenRecord]) -> Bool {
    var current = verb
    for _ in 0..<4 {
      guard let relation = records[current].relation?.rawValue else { return false }
      if relation == "root" { return true }
      guard relation == "conj" || relation == "parataxis", let head = records[current].head else {
        return false
      }
      current = head
    }
    return false
  }

  private static func isNow(_ verb: Int, _ table: TokenTable) -> Bool {
    let records = table.text.tokenRecords
    switch records[verb].fineTag {
    case "VBZ", "VBP": return true
    case "VBN", "VBG":
      let sentence = table.text.sentenceRecords[table.sentence[verb]].tokens
      return sentence.contains {
        records[$0].head == verb && ["is", "are", "has", "have"].contains(table.lower[$0])
      }
    default: return false
    }
  }

  private static func isChronicle(_ table: TokenTable) -> Bool {
    let records = table.text.tokenRecords
    var openings = 0
    var now = 0
    var paragraph: Int?
    for (index, sentence) in table.text.sentenceRecords.enumerated() where index > 0 {
      defer { paragraph = sentence.paragraph }
      guard sentence.paragraph != paragraph,
        let root = sentence.tokens.first(where: { records[$0].relation?.rawValue == "root" }),
        TimeOutlook.isVerb(root, records)
      else { continue }
      openings += 1
      if isNow(root, table) { now += 1 }
    }
    return openings >= fewest && now * 10 >= openings * 9
      && !table.forms.contains(where: TimeFinder.speakers.contains)
  }

  /// How many paragraphs a chronicle has at least.
  private static let fewest = 4
}
