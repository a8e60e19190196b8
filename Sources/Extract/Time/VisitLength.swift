import Graph
import Language

/// How long a visit takes of which the text tells the length and one end: "arrived on Monday for a three-day visit".
struct VisitLength {
  let attacher: TimeAttacher
  private var table: TokenTable { attacher.table }
  private var records: [TokenRecord] { attacher.records }

  init(attacher: TimeAttacher) { self.attacher = attacher }

  /// The days of a claim's visit, `day` of which is its first, or the last where it is told to be over; `day` itself where
  /// no length is told.
  func days(of claim: ClaimDraft, from day: TimeSpan) -> TimeSpan {
    guard day.length == 1, let (visit, count) = length(of: claim),
      (2...Self.longest).contains(count)
    else { return day }
    // "left on Monday for a three-day visit" begins it.
    let isAhead = attacher.startsWith(visit, ["for"])
    let isOver =
      !isAhead
      && attacher.place(of: claim.tokens).verbs.contains {
        Self.endings.contains(records[$0].lemma ?? table.lower[$0])
      }
    let first = CalendarDay(number: isOver ? day.firstDay - count + 1 : day.firstDay)
    guard let span = try? TimePeriod(first, first + (count - 1), .day).span() else { return day }
    return span
  }

  /// The visit that the claim is, or which its verb is for, and how many days the text gives to it.
  private func length(of claim: ClaimDraft) -> (visit: Int, days: Int)? {
    let place = attacher.place(of: claim.tokens)
    let sentence = table.text.sentenceRecords[claim.sentence].tokens
    let visits = sentence.filter { token in
      Self.visits.contains(table.lower[token])
        && (claim.tokens.contains(token)
          || records[token].head.map { place.verbs.contains($0) || claim.tokens.contains($0) }
            == true)
    }
    guard visits.count == 1, let visit = visits.first else { return nil }
    for token in stride(from: visit - 1, to: max(sentence.lowerBound, visit - Self.reach), by: -1) {
      // "the second day of a three-day visit", "on the third leg of a trip"
      if ["of", "during"].contains(table.lower[token]) { return nil }
      if let number = Self.number(table.lower[token]) { return (visit, number) }
      guard table.lower[token] == "day", token >= sentence.lowerBound + 2,
        table.lower[token - 1] == "-"
      else { continue }
      let count = TimeWords.cardinals[table.lower[token - 2]] ?? Int(table.lower[token - 2])
      return count.map { (visit, $0) }
    }
    return nil
  }

  /// "three-day", where it is one word.
  private static func number(_ word: String) -> Int? {
    guard word.hasSuffix("-day") else { return nil }
    let number = String(word.dropLast(4))
    return TimeWords.cardinals[number] ?? Int(number)
  }

  private static let visits: Set<String> = ["visit", "trip", "stay"]
  private static let endings: Set<String> = [
    "return", "end", "conclude", "finish", "complete", "wrap", "leave",
  ]
  /// In days; whoever stays longer doesn't visit.
  private static let longest = 90
  /// How many words before "visit" its length may stand.
  private static let reach = 6
}
