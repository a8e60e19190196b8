import Graph
import Language

/// Tells which of a sentence's times belongs to which claim.
///
/// A time belongs to the verb or noun that it modifies. With a tree that is its nearest verb above; without,
/// or where the tree gives nothing, the nearest time in the same clause counts. Times of another clause (a
/// relative clause, "because ...", another verb) don't count.
struct TimeAttacher {
  let table: TokenTable
  let published: TimeSpan?
  private let bySentence: [Int: [TimeExpression]]
  var records: [TokenRecord] { table.text.tokenRecords }

  /// Nouns that state a happening, as "visit": the time that hangs on one is that happening's and no other's.
  private let eventNouns: Set<Int>
  /// Those of them for meetings and calls.
  let encounters: Set<Int>
  /// The tokens at which the times of terms of office begin, which are those of no happening.
  private let terms: Set<Int>

  init(
    table: TokenTable, expressions: [TimeExpression], eventNouns: Set<Int> = [],
    encounters: Set<Int> = [], terms: Set<Int> = [], published: TimeSpan?
  ) {
    self.eventNouns = eventNouns
    self.encounters = encounters
    self.terms = terms
    self.published = published
    self.table = table
    bySentence = Dictionary(
      grouping: expressions.filter { $0.resolved != nil },
      by: { table.sentence[$0.tokens.lowerBound] })
  }

  /// The time of a claim whose pattern matched `tokens`.
  ///
  /// What has happened (`status`) doesn't lie ahead of the publication; a fact that holds (`isStanding`) has
  /// only a time inside of its match, or one since which it holds. Terms of office date nothing but facts (`isFact`).
  func time(
    of tokens: Range<Int>, sentence: Int, status: Status = .actual, isStanding: Bool,
    isFact: Bool = false
  ) -> TimeSpan? {
    guard let candidates = bySentence[sentence], !tokens.isEmpty else { return nil }
    let claim = place(of: tokens)
    var best: (rank: Int, distance: Int, time: TimeSpan)?
    for candidate in candidates {
      guard let time = candidate.resolved, let rank = rank(candidate, for: claim),
        isStanding || isFact
          || !terms.contains(candidate.tokens.lowerBound) && !time.isOpenStart
      else { continue }
      // "has been a member since 1994": what holds has a time that goes on.
      guard
        !isStanding || rank == 0
          || (isBegun(time) || time.isOpenStart) && hangs(candidate, on: claim)
      else { continue }
      if status == .actual, !isStanding,
        time.isAhead(of: published) || isDeadline(candidate, for: claim)
      {
        continue
      }
      if !isStanding, !isFact, isForeign(candidate, for: claim) { continue }
      let distance =
        isStaged(candidate.tokens, for: claim) ? 0 : Self.distance(candidate.tokens, tokens)
      if let best, (best.rank, best.distance) <= (rank, distance) { continue }
      best = (rank, distance, time)
    }
    return best?.time
  }

  /// The times that a sentence tells.
  func expressions(in sentence: Int) -> [TimeExpression] { bySentence[sentence] ?? [] }

  func place(of tokens: Range<Int>) -> ClaimPlace {
    ClaimPlace(tokens, verbs: verbs(of: tokens), head: TimeOutlook.head(of: tokens, in: records))
  }

  struct ClaimPlace {
    let tokens: Range<Int>
    /// The verbs of the match; where it has none, the one above it.
    let verbs: Set<Int>
    let head: Int?
    /// What states it: its own verbs, else its noun.
    var acts: Set<Int> { verbs.isDisjoint(with: tokens) ? Set(tokens) : verbs }

    init(_ tokens: Range<Int>, verbs: Set<Int>, head: Int?) {
      self.tokens = tokens
      self.verbs = verbs
      self.head = head
    }
  }

  /// How well a time fits, 0 best; nil for one that belongs elsewhere.
  private func rank(_ expression: TimeExpression, for claim: ClaimPlace) -> Int? {
    let time = expression.tokens
    if isOfMatter(time, for: claim) { return nil }
    if claim.tokens.lowerBound <= time.lowerBound, time.upperBound <= claim.tokens.upperBound {
      return 0
    }
    guard let head = TimeOutlook.head(of: time, in: records), records[head].relation != nil else {
      return isSameClause(time, claim.tokens) ? 5 : nil
    }
    if let other = measuredClause(behind: time) {
      return claim.acts.contains(other) || isSaid(of: other, by: claim) ? 1 : nil
    }
    if let verb = verbBefore(time, head) { return claim.verbs.contains(verb) ? 1 : nil }
    if isDated(claim, at: head) || isTurning(claim, on: time) { return 2 }
    // Up to the nearest verb; on the way lies the noun that it modifies.
    var current = bearer(ofAsideBefore: time, head) ?? records[head].head
    var steps = 0
    while let token = current, steps < 12 {
      steps += 1
      // "told reporters Friday that ...": what stands before a clause's first word isn't in the clause.
      if hasMark(of: token, behind: time) {
        current = records[token].head
        continue
      }
      if claim.tokens.contains(token), !isAct(token) || claim.verbs.contains(token) { return 1 }
      // "the March 4 accord, signed by Lind"
      if claim.verbs.contains(where: { isParticiple($0, of: token) }), time.lowerBound < token {
        return 2
      }
      if isAct(token) || isPredicate(token) { break }
      if eventNouns.contains(token), !isSupported(token, by: claim) {
        if isOpeningEncounter(token, of: claim) { return 3 }
        return isFramed(claim, by: token) ? 2 : nil
      }
      // "seized after the surrender on Aug. 15": the day is that of the surrender.
      if startsWith(token, ["before", "since", "until"]) { return nil }
      if startsWith(token, ["after", "following"]), isDay(expression) {
        return isOpeningEncounter(token, of: claim) ? 3 : nil
      }
      current = records[token].head
    }
    guard let verb = current else { return isSameClause(time, claim.tokens) ? 5 : nil }
    if claim.verbs.contains(verb) { return 1 }
    // The claim's verb depends on the time's: "plans on Friday to visit", "met on Monday and agreed".
    for start in claim.verbs {
      var up = start
      var isHours = false
      for _ in 0..<4 {
        guard let above = records[up].head, let relation = records[up].relation?.rawValue else {
          break
        }
        isHours = isHours || relation == "advcl" && isSameDay(up)
        guard
          isHours && relation == "ccomp" || relation.hasPrefix("xcomp")
            || relation.hasPrefix("conj") || relation.hasPrefix("advcl")
            || relation == "acl" && records[above].relation?.rawValue == "xcomp"
        else {
          break
        }
        // The other way about, a subordinate clause and a second verb have times of their own.
        if hasConjunction(up), !isSameDay(up) { break }
        if above == verb { return relation.hasPrefix("conj") && time.lowerBound > start ? nil : 2 }
        up = above
      }
    }
    if claim.verbs.contains(where: { isTold($0, with: verb) || isNext($0, to: verb, time) }) {
      return 3
    }
    // The time's verb depends on the claim's: "When meeting last month, the two agreed".
    var below = verb
    for step in 0..<3 {
      guard let relation = records[below].relation?.rawValue, let above = records[below].head else {
        break
      }
      let isPart =
        relation.hasPrefix("xcomp") || isMeanwhile(below, of: above)
        || relation == "acl" && isBeside(below, subject: above)
        || relation.hasPrefix("advcl") && records[below].fineTag == "VBG"
          && table.lower[below] != "following" && !startsWith(below, ["after", "before", "since"])
          && !(startsWith(below, ["of", "for"]) && !isFresh(expression))
      guard isPart else { break }
      if claim.verbs.contains(above) { return 3 + step }
      // "The ministers, meeting in Oslo on Monday, imposed sanctions"
      if relation == "acl", let main = records[above].head, claim.verbs.contains(main) { return 4 }
      below = above
    }
    return nil
  }

  /// Whether a relative clause says with "be" what, or where, something was: "who was in Oslo on Monday".
  private func isPredicate(_ token: Int) -> Bool {
    records[token].relation?.rawValue == "acl:relcl"
      && TimeOutlook.copula(
        of: token, in: table.text.sentenceRecords[table.sentence[token]].tokens, table) != nil
  }

  /// Whether it is so short that what followed upon it may have been later: "after the surrender on Aug. 15", not
  /// "after the coup in 2014".
  private func isDay(_ expression: TimeExpression) -> Bool {
    expression.resolved.map { $0.lastDay == .max || $0.length < Self.shortestYear } ?? true
  }

  /// Whether the noun is one predicate with the claim's verb, "held talks on Monday", or what the act is part of,
  /// "agreed at talks on Monday"; not in "agreed on a visit in May".
  private func isSupported(_ noun: Int, by claim: ClaimPlace) -> Bool {
    guard let head = records[noun].head, claim.tokens.contains(head) else { return false }
    guard records[noun].relation?.rawValue.hasPrefix("obl") == true else { return true }
    return !startsWith(noun, Self.topics)
  }

  /// The verb or noun from which a length of time is measured: "two days after Abe held talks", "a day before the
  /// vote". The time is that act's; nil where the time is no length with such words behind.
  private func measuredClause(behind time: Range<Int>) -> Int? {
    let mark = time.upperBound
    guard mark < records.count, ["after", "before"].contains(table.lower[mark]),
      Self.units.contains(table.lower[mark - 1]), isCounted(time), let head = records[mark].head,
      head > mark
    else { return nil }
    // The parser may give the word to the clause's subject.
    return records[head].relation?.rawValue == "nsubj" ? records[head].head : head
  }

  private func isCounted(_ time: Range<Int>) -> Bool {
    time.contains {
      records[$0].fineTag == "CD" || ["a", "an", "few", "several"].contains(table.lower[$0])
    }
  }

  /// "called on Chad to abide by the 2016 ruling": whether a bare year right before a noun tells which one is meant of what
  /// somebody is to do.
  private func isOfMatter(_ time: Range<Int>, for claim: ClaimPlace) -> Bool {
    let year = time.upperBound - 1
    guard table.forms[year].utf8.count == 4, Int(table.forms[year]) != nil,
      let noun = records[year].head, noun >= time.upperBound, !isAct(noun),
      let verb = records[noun].head, records[verb].relation?.rawValue == "xcomp",
      let governor = records[verb].head, governor < verb, claim.verbs.contains(governor)
    else { return false }
    return !startsWith(noun, ["at", "during", "in", "after", "since"])
  }

  /// The verb before a time that the tree gives to the clause behind it: "said Thursday he had spoken", "warned its
  /// buyers last month that".
  private func verbBefore(_ time: Range<Int>, _ head: Int) -> Int? {
    guard let verb = records[head].head, verb >= time.upperBound, time.lowerBound > 0 else {
      return nil
    }
    if isAct(time.lowerBound - 1), records[verb].head == time.lowerBound - 1,
      records[verb].relation?.rawValue == "ccomp"
    {
      return time.lowerBound - 1
    }
    let start = table.text.sentenceRecords[table.sentence[head]].tokens.lowerBound
    guard time.upperBound < records.count, table.lower[time.upperBound] == "that" else {
      return nil
    }
    return (start..<time.lowerBound).last {
      isAct($0) || Self.clauseStarts.contains(table.lower[$0])
    }
    .flatMap { isAct($0) ? $0 : nil }
  }

  /// Whether the claim is told as part of the noun or verb on which the time hangs, or of the time itself: "June's
  /// meeting in Singapore, when they agreed", "That changed on May 3 when they met". The parser may give the clause to
  /// a name inside of the noun's phrase.
  private func isDated(_ claim: ClaimPlace, at time: Int) -> Bool {
    guard let dated = records[time].head else { return false }
    return claim.verbs.contains { verb in
      guard let relation = records[verb].relation?.rawValue, startsWith(verb, ["when", "where"])
      else { return false }
      if relation == "advcl", time < verb { return records[verb].head == dated }
      guard relation == "acl:relcl" else { return false }
      if records[verb].head == time { return true }
      var current = records[verb].head
      for _ in 0..<4 {
        guard let above = current, !isAct(above) else { return false }
        if above == dated { return true }
        current = records[above].head
      }
      return false
    }
  }

  /// Whether a clause of one time with another tells of the verb: "said on Friday as he welcomed Abe", "the sanctions
  /// that Chad imposed in May".
  private func isTold(_ act: Int, with verb: Int) -> Bool {
    let relation = records[act].relation?.rawValue
    return relation == "advcl" && records[act].head == verb && act > verb
      && startsWith(act, ["as", "while", "when"])
      // "while he was visiting Abe"
      && (records[act].fineTag == "VBG"
        || !table.text.sentenceRecords[table.sentence[act]].tokens.contains {
          records[$0].head == act && records[$0].relation?.rawValue.hasPrefix("aux") == true
        })
  }

  /// When what the words at `tokens` state lies ahead: the time that hangs right on them, if it is after the
  /// publication.
  func timeAhead(of tokens: Range<Int>, sentence: Int) -> TimeSpan? {
    guard let published, let candidates = bySentence[sentence], !tokens.isEmpty else { return nil }
    let claim = place(of: tokens)
    return candidates.lazy.filter {
      (rank($0, for: claim) ?? 9) <= 1 || isArrival(claim, on: $0.tokens)
    }.compactMap(\.resolved)
      .first { $0.firstDay > published.lastDay }
  }

  /// Whether the words tell what has been done: "has invited him to the summit on Friday" is no plan.
  func isDone(_ tokens: Range<Int>) -> Bool {
    place(of: tokens).verbs.contains { tokens.contains($0) && isDone($0) }
  }

  /// Whether a verb tells by its tense that it has been done.
  private func isDone(_ verb: Int) -> Bool {
    records[verb].fineTag == "VBD"
      || table.text.sentenceRecords[table.sentence[verb]].tokens.contains {
        records[$0].head == verb && ["has", "have", "had"].contains(table.lower[$0])
          && records[$0].relation?.rawValue == "aux"
      }
  }

  /// Whether the claim is in the present tense what turns on the time: "will hear more on Friday, when Wen arrives".
  private func isArrival(_ claim: ClaimPlace, on time: Range<Int>) -> Bool {
    isTurning(claim, on: time)
      && claim.verbs.contains { ["VBZ", "VBP"].contains(records[$0].fineTag) }
  }

  private func hasMark(of verb: Int, behind time: Range<Int>) -> Bool {
    guard time.upperBound <= verb else { return false }
    return (time.upperBound..<verb).contains {
      records[$0].head == verb && ["that", "because", "whether", "if"].contains(table.lower[$0])
        && records[$0].relation?.rawValue == "mark"
    }
  }

  /// Whether it is an open time that had begun when the text was published.
  private func isBegun(_ time: TimeSpan) -> Bool {
    guard let published else { return false }
    return time.lastDay == .max && time.firstDay <= published.lastDay
  }

  /// Whether a time hangs right on the words that state the claim, not only on their clause: of "is held in Lima, Peru,
  /// for the first time since 2019" Lima's place has no time.
  private func hangs(_ expression: TimeExpression, on claim: ClaimPlace) -> Bool {
    guard let head = TimeOutlook.head(of: expression.tokens, in: records),
      let governor = records[head].head
    else { return false }
    return claim.tokens.contains(governor)
  }

  private func isAct(_ token: Int) -> Bool { TimeOutlook.isVerb(token, records) }

  /// The verbs in a match, or the one that its head depends on.
  private func verbs(of tokens: Range<Int>) -> Set<Int> {
    let inside = tokens.filter {
      isAct($0) && records[$0].relation?.rawValue.hasPrefix("aux") != true
    }
    if !inside.isEmpty { return Set(inside) }
    return verbAbove(tokens).union(supporting(tokens))
  }

  /// The verbs of relative clauses that tell who did what a noun states: "the sanctions that Chad imposed in May".
  private func supporting(_ tokens: Range<Int>) -> Set<Int> {
    let sentence = table.text.sentenceRecords[table.sentence[tokens.lowerBound]].tokens
    return Set(
      sentence.filter { verb in
        guard let noun = records[verb].head, tokens.contains(noun), isAct(verb) else {
          return false
        }
        // "an accord signed in 2013"
        if records[verb].relation?.rawValue == "acl" { return records[verb].fineTag == "VBN" }
        guard records[verb].relation?.rawValue == "acl:relcl" else { return false }
        let subjects = sentence.filter {
          records[$0].head == verb && records[$0].relation?.rawValue.hasPrefix("nsubj") == true
        }
        return isStaging(verb)
          || !subjects.isEmpty
            && !subjects.contains { ["that", "which", "who"].contains(table.lower[$0]) }
      })
  }

  private func verbAbove(_ tokens: Range<Int>) -> Set<Int> {
    var current = TimeOutlook.head(of: tokens, in: records)
    for _ in 0..<12 {
      guard let token = current else { break }
      if isAct(token) { return [token] }
      current = records[token].head
    }
    return []
  }

  private func hasConjunction(_ verb: Int) -> Bool {
    startsWith(
      verb,
      [
        "after", "before", "since", "because", "although", "though", "while", "as", "until", "if",
        "when", "that",
      ])
  }

  func startsWith(_ verb: Int, _ words: Set<String>) -> Bool {
    let sentence = table.text.sentenceRecords[table.sentence[verb]].tokens
    return sentence.contains {
      records[$0].head == verb && $0 < verb && words.contains(table.lower[$0])
    }
  }

  /// Whether no word that starts a clause stands between.
  private func isSameClause(_ a: Range<Int>, _ b: Range<Int>) -> Bool {
    let between =
      a.upperBound <= b.lowerBound
      ? a.upperBound..<b.lowerBound : b.upperBound..<max(b.upperBound, a.lowerBound)
    return !between.contains { Self.clauseStarts.contains(table.lower[$0]) }
  }

  private static func distance(_ a: Range<Int>, _ b: Range<Int>) -> Int {
    max(0, a.lowerBound - b.upperBound, b.lowerBound - a.upperBound)
  }

  /// In days.
  private static let shortestYear = 365
  /// Prepositions before what an act is about, which has a time of its own.
  private static let topics: Set<String> = ["on", "about", "for", "regarding", "over", "against"]
  static let units: Set<String> = [
    "minutes", "hour", "hours", "day", "days", "week", "weeks", "month", "months", "year", "years",
  ]
  static let clauseStarts: Set<String> = [
    ";", ":", "because", "which", "who", "that", "after", "before", "when", "while", "where", "but",
    "although", "though", "as", "since", "whom", "whose", "if",
  ]
}
