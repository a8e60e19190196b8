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
    guard day.length == 1, let (visit, count) = length(of: claim) else { return day }
    // "left on Monday for a three-day visit" begins it.
    let isAhead = attacher.startsWith(visit, ["for"])
    let isOver =
      !isAhead
      && attacher.place(of: claim.tokens).verbs.contains {
        DayCount.endings.contains(records[$0].lemma ?? table.lower[$0])
      }
    return DayCount.days(count, from: day, ordinal: isOver ? count : 1) ?? day
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
    return DayCount.before(visit, from: sentence.lowerBound, table).map { (visit, $0) }
  }

  private static let visits: Set<String> = ["visit", "trip", "stay"]
}
