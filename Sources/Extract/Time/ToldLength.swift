import Graph
import Language

/// How long something takes of which the text tells the length and one end: "arrived on Monday for a three-day visit",
/// "the two-day talks ended on Friday".
struct ToldLength {
  let attacher: TimeAttacher
  private var table: TokenTable { attacher.table }
  private var records: [TokenRecord] { attacher.records }

  init(attacher: TimeAttacher) { self.attacher = attacher }

  /// The days of what a claim tells, where `time` is its first day, its last or since when it goes on; `time` itself
  /// where no length is told.
  ///
  /// A day that is told of a visit is its first, unless the text says which it is or that it is over; of talks it may be any.
  func days(of claim: ClaimDraft, from time: TimeSpan) -> TimeSpan {
    guard let day = Self.firstDay(time) else { return time }
    let staged = attacher.days(of: claim.tokens, sentence: claim.sentence, from: day)
    if staged != day { return staged }
    let isVisit = claim.relation == "visits"
    guard let (noun, count) = isVisit ? visit(of: claim) : counted(claim) else { return time }
    let lemmas = attacher.place(of: claim.tokens).verbs.map { records[$0].lemma ?? table.lower[$0] }
    // "left on Monday for a three-day visit" begins it.
    if isVisit, attacher.startsWith(noun, ["for"]) {
      return DayCount.days(count, from: day) ?? time
    }
    if let ordinal = ordinal(of: noun, count) {
      return DayCount.days(count, from: day, ordinal: ordinal) ?? time
    }
    if lemmas.contains(where: DayCount.endings.contains) {
      return DayCount.days(count, from: day, ordinal: count) ?? time
    }
    guard isVisit || time != day || lemmas.contains(where: DayCount.beginnings.contains) else {
      return time
    }
    return DayCount.days(count, from: day) ?? time
  }

  /// A day, or that since which something goes on: "starting Monday".
  private static func firstDay(_ time: TimeSpan) -> TimeSpan? {
    if time.length == 1 { return time }
    guard time.lastDay == .max, let start = time.rawValue.split(separator: "/").first,
      let day = TimeSpan(rawValue: String(start)), day.length == 1
    else { return nil }
    return day
  }

  /// The visit that the claim is, or which its verb is for, and how many days the text gives to it.
  private func visit(of claim: ClaimDraft) -> (noun: Int, days: Int)? {
    let verbs = attacher.place(of: claim.tokens).verbs
    return counted(claim) { token in
      Self.visits.contains(table.lower[token])
        && (claim.tokens.contains(token)
          || records[token].head.map { verbs.contains($0) || claim.tokens.contains($0) } == true)
    }
  }

  /// What the claim's noun is that is subject or object of a verb, and how many days the text gives to it.
  private func counted(_ claim: ClaimDraft) -> (noun: Int, days: Int)? {
    counted(claim) { token in
      claim.tokens.contains(token)
        && ["nsubj", "nsubj:pass", "obj"].contains(records[token].relation?.rawValue)
    }
  }

  /// Which of its days the text tells of: "on the second day of his three-day visit".
  private func ordinal(of noun: Int, _ count: Int) -> Int? {
    guard let day = records[noun].head, day < noun, day > 0, table.lower[day] == "day" else {
      return nil
    }
    return DayCount.ordinal(table.lower[day - 1], of: count)
  }

  private func counted(
    _ claim: ClaimDraft, where isIt: (Int) -> Bool
  ) -> (noun: Int, days: Int)? {
    let sentence = table.text.sentenceRecords[claim.sentence].tokens
    let nouns = sentence.filter(isIt)
    guard nouns.count == 1, let noun = nouns.first else { return nil }
    return DayCount.before(noun, from: sentence.lowerBound, table).map { (noun, $0) }
  }

  private static let visits: Set<String> = ["visit", "trip", "stay", "tour"]
}
