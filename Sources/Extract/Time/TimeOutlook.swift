import Language

/// Which way a sentence looks from the day of publication.
enum TimeOutlook: Hashable, Sendable {
  case past, future
  /// Nothing tells; the nearest time is meant.
  case open

  /// The outlook at a place: that of the verb that governs it where there is a tree, else of the nearest
  /// cue before it in its clause.
  static func at(_ tokens: Range<Int>, in sentence: Range<Int>, of table: TokenTable) -> TimeOutlook
  {
    let records = table.text.tokenRecords
    guard let root = head(of: tokens, in: records), records[root].relation != nil else {
      return scan(before: tokens, in: sentence, table: table)
    }
    if isDue(tokens, in: sentence, table) { return .future }
    var current: Int? = root
    // What a noun brings along ("the November summit") may lie before or behind what is told of it.
    let relation = records[root].relation?.rawValue ?? ""
    let isNoun = ["compound", "amod", "nmod:poss", "nmod:unmarked"].contains(relation)
    var isVerbless = true
    for _ in 0..<12 {
      guard let token = current, sentence.contains(token) else { break }
      if isVerb(token, records) {
        // "visiting Lima on Tuesday, invited him": told together.
        if records[token].fineTag == "VBD", let act = records[root].head, act != token,
          records[act].fineTag == "VBG", records[act].head == token,
          records[act].relation?.rawValue.hasPrefix("xcomp") != true
        {
          return .past
        }
        // "invited him in a call on April 13": the nearest one may be when that was done.
        if records[token].fineTag == "VBD", records[root].head == token,
          plans.contains(lemma(token, table))
        {
          return .open
        }
        if delays.contains(lemma(token, table)), !isLimit(tokens, table) { return .past }
        if let outlook = outlook(ofVerb: token, sentence: sentence, table: table) {
          return isNoun && outlook == .past && !plans.contains(lemma(token, table))
            ? .open : outlook
        }
        isVerbless = false
      } else if dueWords.contains(table.lower[token]), records[token].partOfSpeech == .adjective {
        return .future
      } else if let copula = copula(of: token, in: sentence, table) {
        // "who was in Oslo on Monday"
        if ["was", "were", "been"].contains(copula) { return .past }
      }
      current = records[token].head
    }
    if isVerbless, isLastTime(tokens, in: sentence, table) { return .past }
    return isNoun || isVerbless ? .open : scan(before: tokens, in: sentence, table: table)
  }

  /// The form of "be" with which a phrase is the predicate of its clause.
  static func copula(of token: Int, in sentence: Range<Int>, _ table: TokenTable) -> String? {
    let records = table.text.tokenRecords
    return sentence.first {
      records[$0].head == token && records[$0].relation?.rawValue == "cop"
    }.map { table.lower[$0] }
  }

  /// Whether the words before tell for when something is or was set: "shelved a visit due in June".
  private static func isDue(_ tokens: Range<Int>, in sentence: Range<Int>, _ table: TokenTable)
    -> Bool
  {
    let due = tokens.lowerBound - 2
    return due >= sentence.lowerBound && ["due", "slated"].contains(table.lower[due])
      && ["in", "on", "for"].contains(table.lower[due + 1])
  }

  /// Whether the words tell when something last happened, where the tree shows no verb: "last held talks in February".
  private static func isLastTime(_ tokens: Range<Int>, in sentence: Range<Int>, _ table: TokenTable)
    -> Bool
  {
    (sentence.lowerBound..<tokens.lowerBound).dropLast().contains {
      table.lower[$0] == "last"
        && ["VBD", "VBN"].contains(table.text.tokenRecords[$0 + 1].fineTag)
    }
  }

  /// The token among `tokens` whose head lies outside.
  static func head(of tokens: Range<Int>, in records: [TokenRecord]) -> Int? {
    tokens.first { token in
      guard let head = records[token].head else { return records[token].relation != nil }
      return !tokens.contains(head)
    }
  }

  static func isVerb(_ token: Int, _ records: [TokenRecord]) -> Bool {
    records[token].partOfSpeech == .verb || records[token].fineTag?.hasPrefix("VB") == true
  }

  private static func lemma(_ token: Int, _ table: TokenTable) -> String {
    table.text.tokenRecords[token].lemma ?? table.lower[token]
  }

  /// What a verb with its auxiliaries tells; nil where the one above it does.
  private static func outlook(ofVerb verb: Int, sentence: Range<Int>, table: TokenTable)
    -> TimeOutlook?
  {
    let records = table.text.tokenRecords
    let dependents = sentence.filter { records[$0].head == verb }
    let auxiliaries = dependents.filter { records[$0].relation?.rawValue.hasPrefix("aux") == true }
      .map {
        table.lower[$0]
      }
    if !modals.isDisjoint(with: auxiliaries) { return .future }
    let isInfinitive = dependents.contains {
      table.lower[$0] == "to" && $0 < verb && records[$0].relation?.rawValue == "mark"
    }
    // "was to visit in June": ahead of then, which may be behind by now.
    let isFutureInPast =
      isInfinitive
      && (dependents.contains { ["was", "were"].contains(table.lower[$0]) && $0 < verb }
        || records[verb].head.map { ["was", "were"].contains(table.lower[$0]) } ?? false)
    if isFutureInPast { return .open }
    // "is to meet her on Saturday"
    if isInfinitive,
      dependents.contains(where: {
        ["is", "are"].contains(table.lower[$0]) && $0 < verb
          && ["cop", "aux"].contains(records[$0].relation?.rawValue)
      })
    {
      return .future
    }
    if plans.contains(lemma(verb, table)), !isInfinitive { return .future }
    if !["had", "was", "were", "did", "has", "have"].filter({ auxiliaries.contains($0) }).isEmpty {
      return plans.contains(lemma(verb, table)) ? .future : .past
    }
    let tag = records[verb].fineTag ?? ""
    switch tag {
    case "VBD": return .past
    case "VBZ", "VBP":
      return auxiliaries.isEmpty && !schedules.contains(lemma(verb, table)) ? nil : .future
    case "VBG" where auxiliaries.contains("is") || auxiliaries.contains("are"): return .future
    default: break
    }
    let relation = records[verb].relation?.rawValue ?? ""
    // "vote on an accord signed in June"
    if tag == "VBN", relation == "acl", auxiliaries.isEmpty, settled.contains(lemma(verb, table)) {
      return .past
    }
    // "the diplomat whom Annan named in July", whatever the tagger takes the verb for.
    if tag == "VBN", relation == "acl:relcl", auxiliaries.isEmpty,
      dependents.contains(where: {
        $0 < verb && records[$0].relation?.rawValue == "nsubj" && records[$0].fineTag != "WP"
      })
    {
      return .past
    }
    // "accepted an invitation to visit", whatever the infinitive hangs on.
    if isInfinitive,
      (max(sentence.lowerBound, verb - invitationReach)..<verb).reversed()
        .prefix(while: { table.lower[$0] != "," && table.lower[$0] != "and" })
        .contains(where: { lemma($0, table) == "invitation" })
    {
      return .future
    }
    if isInfinitive || tag == "VBG",
      ["xcomp", "ccomp", "acl", "csubj"].contains(where: relation.hasPrefix),
      let head = records[verb].head
    {
      if isInfinitive, isVerb(head, records),
        !["begin", "continue", "fail", "start", "manage", "use"].contains(lemma(head, table))
      {
        return .future
      }
      if isInfinitive, planNouns.contains(lemma(head, table)) { return .future }
      if plans.contains(lemma(head, table)) { return .future }
    }
    return nil
  }

  /// Whether words before the time say until when: "was postponed to June", not "was postponed in June".
  private static func isLimit(_ tokens: Range<Int>, _ table: TokenTable) -> Bool {
    let limits: Set<String> = ["until", "till", "to", "for", "by"]
    return limits.contains(table.lower[tokens.lowerBound])
      || tokens.lowerBound > 0 && limits.contains(table.lower[tokens.lowerBound - 1])
  }

  /// The nearest cue before the place, within its clause.
  private static func scan(before tokens: Range<Int>, in sentence: Range<Int>, table: TokenTable)
    -> TimeOutlook
  {
    var token = min(tokens.lowerBound, sentence.upperBound) - 1
    while token >= sentence.lowerBound {
      let word = table.lower[token]
      if [";", ":"].contains(word) { break }
      if modals.contains(word) || planForms.contains(word) { return .future }
      if ["was", "were", "had", "did"].contains(word)
        || table.text.tokenRecords[token].fineTag == "VBD"
      {
        return .past
      }
      token -= 1
    }
    return .open
  }

  private static let modals: Set<String> = [
    "will", "'ll", "shall", "would", "should", "could", "may", "might", "can", "must", "wo", "ca",
  ]
  /// Verbs whose object lies ahead.
  private static let plans: Set<String> = [
    "plan", "schedule", "expect", "slate", "intend", "hope", "propose", "aim", "arrange", "seek",
    "consider",
    "mull", "set", "promise", "pledge", "want", "postpone", "delay", "invite", "envisage", "await",
    "eye",
    "prepare", "coordinate", "upcome",
  ]
  /// Verbs whose present tense tells with a time what is to come: "arrives on Wednesday".
  private static let schedules: Set<String> = [
    "arrive", "leave", "depart", "fly", "travel", "visit", "meet", "host", "begin", "start", "open",
    "head", "hold", "attend", "resume", "convene", "vote", "gather", "go", "expire", "end",
  ]
  /// Verbs whose participle tells of what is there, whatever is told of it.
  private static let settled: Set<String> = [
    "sign", "initial", "reach", "conclude", "strike", "adopt", "approve", "ratify", "impose",
    "issue", "seal", "publish", "elect", "appoint", "name", "nominate", "oust", "depose", "arrest",
    "kill",
    "capture", "seize", "detain", "jail", "expel", "sanction", "indict", "annex", "found", "launch",
    "form",
    "announce", "broker", "negotiate", "ink",
  ]
  /// How many words behind "invitation" its infinitive may stand.
  private static let invitationReach = 8
  /// Verbs by which a plan is put off: their time is that of doing so, or until when.
  private static let delays: Set<String> = ["postpone", "delay", "defer"]
  /// Adjectives of what is to come: "is due in Paris on Saturday".
  private static let dueWords: Set<String> = ["due", "set", "likely", "ready"]
  private static let planNouns: Set<String> = [
    "plan", "proposal", "intention", "hope", "agreement", "deal", "decision", "readiness",
    "arrangement", "bid", "chance", "invitation",
  ]
  private static let planForms: Set<String> = [
    "plans", "planned", "planning", "scheduled", "expected", "slated", "set", "due", "upcoming",
    "proposes",
    "proposed", "hopes", "aims", "intends", "arranging", "wants", "going", "coordinating", "to",
    "postponed",
  ]
}
