import Graph
import Language

/// Times of nouns that a clause of their own tells, and of what such a noun is the occasion of.
extension TimeAttacher {
  /// Whether a verb tells as a relative clause of a noun when that is or was: "a trip that was planned for late May",
  /// "talks which began on Friday".
  func isStaging(_ verb: Int) -> Bool {
    guard records[verb].relation?.rawValue == "acl:relcl" else { return false }
    let lemma = records[verb].lemma ?? table.lower[verb]
    let isPassive = records[verb].fineTag == "VBN"
    if isPassive { return Self.stagings.contains(lemma) }
    return Self.startings.contains(lemma) || DayCount.beginnings.contains(lemma)
      || DayCount.endings.contains(lemma) && records[verb].head.flatMap(count) != nil
  }

  /// How many days the words before a noun give it.
  private func count(_ noun: Int) -> Int? {
    let start = table.text.sentenceRecords[table.sentence[noun]].tokens.lowerBound
    return DayCount.before(noun, from: start, table)
  }

  /// The days of what the claim's noun tells, one of which, `day`, a clause gives to it: "two-day talks which ended on
  /// Tuesday", "talks that began on June 5 and ended on June 9"; `day` itself where no other is told.
  func days(of tokens: Range<Int>, sentence: Int, from day: TimeSpan) -> TimeSpan {
    guard day.length == 1 else { return day }
    for verb in table.text.sentenceRecords[sentence].tokens
    where isStaging(verb) && records[verb].head.map(tokens.contains) == true {
      if let last = end(behind: verb, in: sentence) {
        return TimeSpan(rawValue: "\(day.rawValue)/\(last.rawValue)") ?? day
      }
      guard let count = records[verb].head.flatMap(count) else { continue }
      return DayCount.days(count, from: day, verb: records[verb].lemma ?? table.lower[verb]) ?? day
    }
    return day
  }

  /// The day on which a second verb lets end what the first lets begin.
  private func end(behind verb: Int, in sentence: Int) -> TimeSpan? {
    expressions(in: sentence).first { expression in
      guard let time = expression.resolved, time.length == 1,
        let head = TimeOutlook.head(of: expression.tokens, in: records),
        let other = records.ancestors(of: head).first(where: { TimeOutlook.isVerb($0, records) })
      else { return false }
      return records[other].head == verb && records[other].relation?.rawValue == "conj"
        && DayCount.endings.contains(records[other].lemma ?? table.lower[other])
    }?.resolved
  }

  /// Whether a time hangs on a clause that tells when what the claim states is, which no other time does better.
  func isStaged(_ time: Range<Int>, for claim: ClaimPlace) -> Bool {
    guard let head = TimeOutlook.head(of: time, in: records), let verb = records[head].head,
      isStaging(verb), let noun = records[verb].head
    else { return false }
    return claim.tokens.contains(noun)
  }

  /// The days of the visit or tour on which something was done, where a clause tells when that began or ended: "met him
  /// during his two-day visit, which began on Sunday".
  func timeOfFrame(_ tokens: Range<Int>, sentence: Int) -> TimeSpan? {
    let claim = place(of: tokens)
    for expression in expressions(in: sentence) {
      guard let time = expression.resolved, time.length == 1, !time.isAhead(of: published),
        let head = TimeOutlook.head(of: expression.tokens, in: records),
        let verb = records[head].head, records[verb].relation?.rawValue == "acl:relcl",
        let noun = records[verb].head, isFramed(claim, by: noun)
      else { continue }
      // Of talks that began and ended nobody knows on which day something was done at them.
      guard end(behind: verb, in: sentence) == nil else { return nil }
      guard let count = count(noun) else {
        let isOver = DayCount.endings.contains(records[verb].lemma ?? table.lower[verb])
        return isStaging(verb) && !isOver ? time : nil
      }
      return DayCount.days(count, from: time, verb: records[verb].lemma ?? table.lower[verb])
    }
    return nil
  }

  /// Whether it is until when something should or must be, which may be longer than what has been: "agreed on a truce
  /// before the end of July".
  func isDeadline(_ expression: TimeExpression, for claim: ClaimPlace) -> Bool {
    guard let published, let time = expression.resolved, time.lastDay != .max,
      time.lastDay > published.lastDay
    else { return false }
    let first = expression.tokens.lowerBound
    // "invited Abe to come later this year"
    if table.lower[first] == "later" {
      return !claim.verbs.isEmpty && claim.verbs.allSatisfy { records[$0].fineTag == "VBD" }
    }
    return Self.limits.contains(table.lower[first])
      || first > 0 && Self.limits.contains(table.lower[first - 1])
  }

  /// Whether a time since when something holds is none of a deed of the simple past: "Biya, in office since 1982, visited".
  func isForeign(_ expression: TimeExpression, for claim: ClaimPlace) -> Bool {
    if isPredecessors(expression) { return true }
    guard expression.resolved?.lastDay == .max,
      table.lower[expression.tokens.lowerBound] == "since", !claim.verbs.isEmpty,
      claim.verbs.allSatisfy({ records[$0].fineTag == "VBD" }),
      let head = TimeOutlook.head(of: expression.tokens, in: records),
      let governor = records[head].head
    else { return false }
    return !claim.tokens.contains(governor) && !claim.verbs.contains(governor)
  }

  /// "the first to visit Chad since Lind in 1962": the year is that of who did it before.
  private func isPredecessors(_ expression: TimeExpression) -> Bool {
    let preposition = expression.tokens.lowerBound - 1
    guard preposition > 1, ["in", "on"].contains(table.lower[preposition]) else { return false }
    var token = preposition - 1
    while token > 0, table.isCapitalized[token] { token -= 1 }
    return token < preposition - 1 && ["since", "like"].contains(table.lower[token])
      && table.sentence[token] == table.sentence[preposition]
  }

  /// Whether the noun is a meeting that opens a sentence, upon which its verb followed at once: "After a meeting with Shoukry
  /// on Monday, Hollande praised Egypt".
  func isOpeningEncounter(_ noun: Int, of claim: ClaimPlace) -> Bool {
    guard encounters.contains(noun), startsWith(noun, ["after", "following"]),
      let verb = records[noun].head, claim.verbs.contains(verb), records[verb].fineTag == "VBD"
    else { return false }
    return noun < verb
  }

  /// Whether a participle behind a comma tells what its clause's subject was doing: "The ministers, meeting in Oslo, agreed".
  func isBeside(_ participle: Int, subject: Int) -> Bool {
    records[participle].fineTag == "VBG" && participle > subject
      && records[subject].relation?.rawValue == "nsubj"
      && (subject..<participle).contains { table.lower[$0] == "," }
  }

  /// Whether a verb goes on from the one that has the time, both joined to a third: "The shooting went on, even as they sat
  /// down on Friday, and agreed".
  func isNext(_ verb: Int, to dated: Int, _ time: Range<Int>) -> Bool {
    let isTold = { (token: Int) in
      records[token].fineTag == "VBD" && records[token].relation?.rawValue == "conj"
    }
    return dated < time.lowerBound && time.upperBound <= verb && isTold(verb) && isTold(dated)
      && records[verb].head == records[dated].head
      && !table.text.sentenceRecords[table.sentence[verb]].tokens.contains {
        records[$0].head == verb && records[$0].relation?.rawValue.hasPrefix("nsubj") == true
      }
  }

  /// The month or year that the clause before a semicolon or colon tells last, for what the one behind it goes on with:
  /// "drones struck the plant in September; Riyadh blamed Chad".
  func timeBeforeStop(_ tokens: Range<Int>, sentence: Int) -> TimeSpan? {
    guard let verb = place(of: tokens).verbs.min(), records[verb].fineTag == "VBD" else {
      return nil
    }
    let words = table.text.sentenceRecords[sentence].tokens
    let isStop = { (token: Int) in [";", ":"].contains(table.lower[token]) }
    guard let stop = (words.lowerBound..<verb).last(where: isStop) else { return nil }
    let start = (words.lowerBound..<stop).last(where: isStop) ?? words.lowerBound
    let times = expressions(in: sentence)
    guard !times.contains(where: { $0.tokens.lowerBound > stop }),
      let last = times.last(where: { (start..<stop).contains($0.tokens.lowerBound) }),
      let time = last.resolved, Self.coarse.contains(time.length), !time.isAhead(of: published),
      let head = TimeOutlook.head(of: last.tokens, in: records),
      records[head].relation?.rawValue.hasPrefix("obl") == true,
      records[head].head.map({ records[$0].fineTag }) == "VBD"
    else { return nil }
    return time
  }

  /// In days: from the shortest month to the longest year.
  private static let coarse = 28...366

  /// Whether it is a day of the week before the publication, on which somebody spoke rather than did what he spoke of:
  /// "accused Chad of arming rebels on Monday", not "of arming rebels in May".
  func isFresh(_ expression: TimeExpression) -> Bool {
    guard let published, let time = expression.resolved, time.length == 1 else { return false }
    return time.firstDay <= published.lastDay && published.firstDay - time.firstDay <= 7
  }

  /// Whether a clause tells what went on when the one above it was, both in the simple past: "While she visited Yerevan over
  /// the weekend, Baku rejected it".
  func isMeanwhile(_ verb: Int, of above: Int) -> Bool {
    records[verb].relation?.rawValue == "advcl" && records[verb].fineTag == "VBD"
      && records[above].fineTag == "VBD" && startsWith(verb, ["while", "when"])
      && !table.text.sentenceRecords[table.sentence[verb]].tokens.contains {
        records[$0].head == verb && records[$0].relation?.rawValue.hasPrefix("aux") == true
      }
  }

  /// Whom or what an apposition is of that a comma closes before a time, of which the parser makes the time a part: "since
  /// it occupied the reef, another one claimed by Chad, in 1995".
  func bearer(ofAsideBefore time: Range<Int>, _ head: Int) -> Int? {
    let preposition = time.lowerBound - 1
    guard preposition > 0, ["in", "on"].contains(table.lower[preposition]),
      table.lower[preposition - 1] == ",",
      let aside = records.ancestors(of: head).prefix(4).first(where: {
        records[$0].relation?.rawValue == "appos"
      }), let bearer = records[aside].head, bearer < aside, aside < preposition,
      (bearer..<aside).contains(where: { table.lower[$0] == "," })
    else { return nil }
    return bearer
  }

  /// Verbs whose participle tells when a noun is or was.
  private static let stagings: Set<String> = [
    "plan", "schedule", "slate", "set", "hold", "sign", "reach", "conclude", "initial", "strike",
    "adopt", "impose", "issue", "seal", "launch", "open", "convene",
  ]
  /// Verbs of which a noun is the subject when it is.
  private static let startings: Set<String> = ["take", "occur", "happen"]
  private static let limits: Set<String> = ["before", "by", "within"]
}
