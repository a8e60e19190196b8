import Graph
import Language

/// Which clauses share a time, by words that trees often get wrong.
extension TimeAttacher {
  /// Whether the claim's noun is what is done by the verb: "held talks", "talks were held".
  func isSaid(of verb: Int, by claim: ClaimPlace) -> Bool {
    guard let noun = claim.head, records[noun].head == verb else { return false }
    return ["obj", "nsubj:pass"].contains(records[noun].relation?.rawValue)
  }

  /// Whether the claim is what happened "when" it was the time before: "in May in Sochi, when they agreed".
  ///
  /// What stands between may be places, but no other clause; so no tree is needed.
  func isTurning(_ claim: ClaimPlace, on time: Range<Int>) -> Bool {
    guard let verb = claim.verbs.min(), verb > time.upperBound else { return false }
    let between = time.upperBound..<verb
    guard let turn = between.first(where: { table.lower[$0] == "when" }),
      turn - time.upperBound <= Self.turnDistance,
      !(turn + 1..<verb).contains(where: {
        records[$0].isFinite || Self.clauseStarts.contains(table.lower[$0])
      })
    else { return false }
    return !(time.upperBound..<turn).contains {
      records[$0].isFinite || Self.clauseStarts.contains(table.lower[$0])
    }
  }

  /// Whether the noun is on what occasion the claim's act took place: "held talks during a visit in May", also where
  /// another verb governs the act, "failed to open talks during a visit in May".
  func isFramed(_ claim: ClaimPlace, by noun: Int) -> Bool {
    guard let occasion = occasion(of: noun), let governor = records[occasion].head else {
      return false
    }
    return claim.verbs.contains { verb in
      if verb == governor { return true }
      guard let relation = records[verb].relation?.rawValue else { return false }
      return relation == "xcomp" && records[verb].head == governor
    }
  }

  /// Whether a verb tells as a participle how the noun came about.
  func isParticiple(_ verb: Int, of noun: Int) -> Bool {
    records[verb].head == noun && records[verb].fineTag == "VBN"
      && records[verb].relation?.rawValue == "acl"
  }

  /// The word that makes a noun the occasion of an act: itself behind "during" or "at", or the noun above it in "on the
  /// margins of the summit"; nil where it is none.
  private func occasion(of noun: Int) -> Int? {
    let isAdjunct = { records[$0].relation?.rawValue.hasPrefix("obl") == true }
    if isAdjunct(noun), startsWith(noun, Self.occasions) { return noun }
    // "On a visit ..., she met him", not "agreed on a visit"
    if isAdjunct(noun), Self.journeys.contains(table.lower[noun]), startsWith(noun, ["on"]),
      records[noun].head.map({ noun < $0 }) == true
    {
      return noun
    }
    guard let edge = records[noun].head, Self.edges.contains(table.lower[edge]), isAdjunct(edge)
    else { return nil }
    return edge
  }

  /// The time at which somebody does what is done by saying so: "said on Tuesday that it rejected the plan".
  func timeOfSaying(_ tokens: Range<Int>, sentence: Int, reporting: Set<String>) -> TimeSpan? {
    let verbs = place(of: tokens).verbs
    for verb in verbs.sorted() where records[verb].relation?.rawValue == "ccomp" {
      guard let report = records[verb].head, report < verb,
        reporting.contains(records[report].lemma ?? table.lower[report])
      else { continue }
      return expressions(in: sentence).first { expression in
        TimeOutlook.head(of: expression.tokens, in: records).map { records[$0].head == report }
          ?? false
      }?.resolved
    }
    return nil
  }

  /// Whether a clause with "after" or "before" tells of the same day: "hours after he met Xi".
  func isSameDay(_ verb: Int) -> Bool {
    let sentence = table.text.sentenceRecords[table.sentence[verb]].tokens
    return sentence.contains {
      records[$0].head == verb && $0 < verb && $0 > sentence.lowerBound
        && ["after", "before"].contains(table.lower[$0])
        && Self.shortTimes.contains(table.lower[$0 - 1])
    }
  }

  private static let shortTimes = partsOfDay.union(["shortly"])
  /// Plurals for times that end on the day on which they begin.
  static let partsOfDay: Set<String> = ["hours", "minutes", "moments"]
  /// Nouns for what goes on beside an event.
  static let edges: Set<String> = ["margins", "margin", "sidelines", "fringes"]
  /// How many words of places stand between a time and its "when".
  private static let turnDistance = 10
  /// Nouns for what somebody is "on".
  private static let journeys: Set<String> = ["visit", "trip", "tour", "stopover"]
  /// Prepositions before an occasion.
  private static let occasions: Set<String> = ["during", "at"]
}
