import Graph
import Language

/// When somebody answered what the text dates right before: "Turkey shot down a plane in November. Moscow responded with
/// sanctions", "rebels fired a missile in March, and Chad bombed the port in response".
///
/// An answer comes soon: in the month or year that is told, not on the day.
struct Responses {
  private let table: TokenTable
  private let attacher: TimeAttacher

  init(attacher: TimeAttacher) {
    self.attacher = attacher
    table = attacher.table
  }

  /// The time of what a claim answers; nil where it answers nothing or where that has no month or year.
  func time(of claim: ClaimDraft) -> TimeSpan? {
    guard let verb = attacher.place(of: claim.tokens).verbs.min(),
      table.text.tokenRecords[verb].fineTag == "VBD", isAnswer(verb, in: claim.sentence)
    else { return nil }
    let own = attacher.expressions(in: claim.sentence)
    if !own.isEmpty { return only(own.filter { $0.tokens.upperBound <= verb }, of: own) }
    guard claim.sentence > 0, isOneParagraph(claim.sentence) else { return nil }
    let before = attacher.expressions(in: claim.sentence - 1)
    return only(before, of: before)
  }

  /// The month or year that is the only time told.
  private func only(_ times: [TimeExpression], of all: [TimeExpression]) -> TimeSpan? {
    guard times.count == 1, all.count == 1, let time = times.first?.resolved,
      (Self.month...Self.year).contains(time.length), !time.isAhead(of: attacher.published)
    else { return nil }
    return time
  }

  private func isOneParagraph(_ sentence: Int) -> Bool {
    let sentences = table.text.sentenceRecords
    return sentences[sentence].paragraph == sentences[sentence - 1].paragraph
  }

  /// Whether the verb is one of answering, or "in response" stands with it.
  private func isAnswer(_ verb: Int, in sentence: Int) -> Bool {
    let records = table.text.tokenRecords
    if ["respond", "retaliate", "react"].contains(records[verb].lemma) { return true }
    return table.text.sentenceRecords[sentence].tokens.contains { token in
      Self.answers.contains(table.lower[token]) && token > 0 && table.lower[token - 1] == "in"
        && records.ancestors(of: token).prefix(Self.depth).contains(verb)
    }
  }

  private static let answers: Set<String> = ["response", "retaliation", "return", "reply", "turn"]
  /// How many words up from "response" its verb may stand.
  private static let depth = 3
  /// In days: the shortest month, and the longest year.
  private static let month = 28
  private static let year = 366
}
