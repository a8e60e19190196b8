import Language

/// Phrases that the parser hangs on the noun before them where they are the verb's, and the other way round.
extension TreeRepair {
  /// "condemned in the strongest terms Chad's attack", "reiterated in a statement their support": a noun with an article or
  /// owner of its own right behind a phrase is the object that the verb lacks.
  mutating func mendSwallowedObject(_ noun: Int) {
    guard ["nmod", "nmod:unmarked", "appos", "dep"].contains(relation(noun)),
      text.tokenRecords[noun].partOfSpeech == .noun, let phrase = head(noun), phrase < noun,
      relation(phrase) == "obl", start(of: noun) == phrase + 1,
      text.tokenRecords[phrase].partOfSpeech == .noun, let verb = head(phrase), verb < phrase,
      text.tokenRecords[verb].partOfSpeech == .verb, isOpened(noun),
      !isTime(noun), !isTime(phrase),
      !dependents[noun].contains(where: { relation($0) == "case" && $0 < noun }),
      !dependents[verb].contains(where: {
        ["obj", "ccomp", "xcomp", "aux:pass", "nsubj:pass"].contains(relation($0))
      })
    else { return }
    hang(noun, on: verb, "obj")
  }

  /// Whether a phrase starts with an article or with whose it is.
  private func isOpened(_ noun: Int) -> Bool {
    guard let first = dependents[noun].first, first < noun else { return false }
    // "discussed with farmers this morning"
    return relation(first) == "nmod:poss"
      || relation(first) == "det" && ["a", "an", "the"].contains(lower[first])
  }

  /// Whether a word is the unit of a time: "two weeks".
  func isUnit(_ token: Int) -> Bool { TimeWord.named(lemma(token))?.unit != nil }

  func isTime(_ token: Int) -> Bool {
    isUnit(token) || TimeWords.namesDay(lower[token])
      // "discussed with farmers the morning after the attack"
      || ["morning", "afternoon", "evening", "night", "weekend"].contains(lower[token])
  }

  /// "expected that during the meeting the two leaders will sign": a noun with an article of its own between the phrase that
  /// opens a clause and the verb is the subject that the verb lacks.
  mutating func mendUnmarkedSubject(_ noun: Int) {
    guard ["nmod", "nmod:unmarked", "appos", "dep"].contains(relation(noun)), isNominal(noun),
      let phrase = head(noun), phrase < noun, relation(phrase) == "obl", let verb = head(phrase),
      noun < verb, hasFiniteVerb(verb) || hasModal(verb), start(of: noun) == phrase + 1,
      isOpened(noun), !isTime(noun),
      !dependents[noun].contains(where: { relation($0) == "case" && $0 < noun }),
      !dependents[verb].contains(where: {
        relation($0).contains("subj") || relation($0) == "expl"
      })
    else { return }
    var last = verb - 1
    while last >= end(of: noun),
      relation(last).hasPrefix("aux") || text.tokenRecords[last].partOfSpeech == .adverb
    {
      last -= 1
    }
    guard last < end(of: noun) else { return }
    let isPassive = dependents[verb].contains { relation($0) == "aux:pass" }
    hang(noun, on: verb, isPassive ? "nsubj:pass" : "nsubj")
  }

  private func hasModal(_ verb: Int) -> Bool {
    dependents[verb].contains { text.tokenRecords[$0].fineTag == "MD" && $0 < verb }
  }

  /// "will discuss trade, events in Oman, and continued support for Chad": no past tense stands beside an infinitive; what
  /// looks like one tells of the noun behind it, the last of the list.
  mutating func mendListedParticiple(_ participle: Int) {
    guard relation(participle) == "conj", text.tokenRecords[participle].fineTag == "VBD",
      let verb = head(participle), verb < participle, text.tokenRecords[verb].fineTag == "VB",
      !dependents[participle].contains(where: {
        relation($0).contains("subj") || relation($0).hasPrefix("aux")
      }),
      let object = dependents[participle].first(where: { relation($0) == "obj" }),
      start(of: object) == participle + 1,
      !dependents[object].contains(where: { ["det", "nmod:poss"].contains(relation($0)) }),
      let listed = listed(before: start(of: participle), below: verb)
    else { return }
    let rest = dependents[participle].filter { $0 != object }
    hang(object, on: listed, "conj")
    for token in rest {
      hang(token, on: object, relation(token) == "obl" ? "nmod" : relation(token))
    }
    hang(participle, on: object, "amod")
    text.tokenRecords[participle].fineTag = "VBN"
  }

  /// "concerns the islands of Maru and Eto, seized by Chad": a participle behind a comma, with an agent and no "and", is of the
  /// object that ends before it. Who came with the subject, "arrived in Oslo, joined by Lind", is none of the object's.
  mutating func mendAsideParticiple(_ participle: Int) {
    guard relation(participle) == "conj", text.tokenRecords[participle].fineTag == "VBN",
      let verb = head(participle), verb < participle, isFinite(verb),
      !words.escorts.contains(lemma(participle)),
      !dependents[participle].contains(where: {
        relation($0).contains("subj") || relation($0).hasPrefix("aux") || relation($0) == "cc"
      }),
      dependents[participle].contains(where: { relation($0) == "obl:agent" }),
      isBehindComma(participle),
      let object = dependents[verb].last(where: { relation($0) == "obj" && $0 < participle }),
      case let comma = lower[start(of: participle)] == ","
        ? start(of: participle) : start(of: participle) - 1,
      isBelow(comma - 1, object)
    else { return }
    hang(participle, on: object, "acl")
  }

  /// "wrote to Lind, the trade commissioner, and to Moyo": a phrase with the preposition of the name that another tells of is
  /// joined to that name.
  mutating func mendSecondAddressee(_ token: Int) {
    guard relation(token) == "conj", let apposed = head(token), apposed < token,
      relation(apposed) == "appos", let name = head(apposed), name < apposed,
      let preposition = dependents[token].first(where: { relation($0) == "case" && $0 < token }),
      !dependents[apposed].contains(where: { relation($0) == "case" }),
      dependents[name].contains(where: {
        relation($0) == "case" && lower[$0] == lower[preposition]
      })
    else { return }
    hang(token, on: name, "conj")
  }

  /// "recognized Abkhazia and another breakaway territory, South Ossetia": a noun behind an "and" is no complement, it stands
  /// beside the object.
  mutating func mendSecondObject(_ noun: Int) {
    guard relation(noun) == "xcomp", isNominal(noun), let verb = head(noun), verb < noun,
      let object = dependents[verb].last(where: { relation($0) == "obj" && $0 < noun }),
      case let first = start(of: noun), lower[first] == "and", relation(first) == "cc",
      isBelow(first - 1, object) || first - 1 == object
    else { return }
    for phrase in dependents[noun]
    where phrase > noun && relation(phrase) == "nmod"
      && dependents[phrase].contains(where: { lower[$0] == "as" && relation($0) == "case" })
    {
      hang(phrase, on: verb, "obl")
    }
    hang(noun, on: object, "conj")
  }

  /// The first noun of a list below a verb that ends before a token.
  private func listed(before end: Int, below verb: Int) -> Int? {
    guard end > verb + 1 else { return nil }
    var token = end - 1
    for _ in sentence {
      guard let above = head(token), above > verb else { return nil }
      if relation(token) == "conj", isNominal(above) { return above }
      token = above
    }
    return nil
  }

  /// "discussed the visit to Chad by a Malian delegation": who stands behind "by" in an active clause does what a noun
  /// before it states.
  mutating func mendAgent(_ token: Int) {
    guard relation(token) == "obl", isNominal(token), let verb = head(token), verb < token,
      text.tokenRecords[verb].partOfSpeech == .verb,
      let preposition = dependents[token].first, lower[preposition] == "by", !isTime(token),
      dependents[verb].contains(where: { relation($0) == "obj" && $0 > verb && $0 < token }),
      !dependents[verb].contains(where: { ["aux:pass", "nsubj:pass"].contains(relation($0)) }),
      (preposition..<end(of: token)).contains(where: { isName($0) || isDemonym($0) })
    else { return }
    var noun = preposition - 1
    while noun > verb, text.tokenRecords[noun].partOfSpeech != .noun {
      guard let above = head(noun), above > verb, above < noun else { return }
      noun = above
    }
    guard noun > verb, text.tokenRecords[noun].partOfSpeech == .noun, !isBelow(noun, token),
      !isTime(noun)
    else { return }
    hang(token, on: noun, "nmod")
  }

  /// "was stripped of its privileges by Chad", "was invited to pay a visit by Chad": who stands behind "by" does what a passive
  /// verb says, not what the nouns between do.
  mutating func mendPassiveAgent(_ name: Int) {
    guard relation(name) == "nmod", isName(name), let preposition = dependents[name].first,
      lower[preposition] == "by", var token = head(name), token < name
    else { return }
    while isCarried(token), let above = head(token), above < token {
      token = above
      guard dependents[token].contains(where: { relation($0) == "aux:pass" }) else { continue }
      let hasAgent = dependents[token].contains {
        relation($0) == "obl:agent"
          || relation($0) == "obl" && dependents[$0].first.map { lower[$0] } == "by"
      }
      if !hasAgent { hang(name, on: token, "obl:agent") }
      return
    }
  }

  /// Whether a word only goes on with what the verb above it says: its infinitive, its object, what it is said of.
  private func isCarried(_ token: Int) -> Bool {
    switch relation(token) {
    case "xcomp": return true
    case _ where text.tokenRecords[token].partOfSpeech == .verb: return false
    case "obj": return true
    case "obl", "nmod":
      return dependents[token].contains {
        relation($0) == "case" && ["of", "with", "to", "from"].contains(lower[$0])
      }
    default: return false
    }
  }

  /// "paid Chad 40 million euros": a name before an amount is no part of what is counted, it is who gets it.
  mutating func mendReceiver(_ name: Int) {
    guard ["compound", "nmod:unmarked", "nmod"].contains(relation(name)), isName(name),
      let amount = head(name), name < amount, relation(amount) == "obj", let verb = head(amount),
      verb < name, text.tokenRecords[verb].partOfSpeech == .verb,
      start(of: name) == start(of: amount), start(of: amount) == verb + 1,
      dependents[amount].contains(where: {
        relation($0) == "nummod" && start(of: $0) >= end(of: name)
      }),
      !dependents[name].contains(where: { relation($0) == "case" })
    else { return }
    hang(name, on: verb, "iobj")
  }

  /// "the first talks in three years between Chad and Mali": a time has no partners, what it stands behind has them.
  mutating func mendPartners(_ token: Int) {
    guard relation(token) == "nmod", let time = head(token), time < token, isTime(time),
      ["nmod", "nmod:unmarked", "obl", "obl:unmarked"].contains(relation(time)),
      let opening = dependents[token].first, opening < token,
      ["between", "with"].contains(lower[opening]), let above = head(time), above < time
    else { return }
    // "discussed it over the weekend with Chad"
    if lower[opening] == "with", text.tokenRecords[above].partOfSpeech == .verb {
      hang(token, on: above, "obl")
      return
    }
    let noun =
      text.tokenRecords[above].partOfSpeech == .noun
      ? above : dependents[above].last { $0 < time && ["obj", "nsubj"].contains(relation($0)) }
    guard let noun, text.tokenRecords[noun].partOfSpeech == .noun else { return }
    hang(token, on: noun, "nmod")
  }

  /// "met in Lyon, France, and agreed": a comma alone joins a city to where it is, and no two that are listed.
  mutating func mendPlace(_ token: Int) {
    guard relation(token) == "conj", isName(token), let city = head(token), city < token,
      isName(city), isBehindComma(token),
      !dependents[token].contains(where: { ["cc", "case", "conj", "det"].contains(relation($0)) }),
      !dependents[city].contains(where: { relation($0) == "conj" && $0 != token }),
      relation(city) != "conj",
      dependents[city].contains(where: {
        relation($0) == "case" && ["in", "at", "near", "to", "from"].contains(lower[$0])
      })
    else { return }
    hang(token, on: city, "nmod:unmarked")
  }

  func isDemonym(_ token: Int) -> Bool {
    text.tokenRecords[token].partOfSpeech == .adjective
      && text.string(in: text.tokenRecords[token].range).startsWithCapital
  }

  /// "called Lind his friend": who is given a name isn't telephoned.
  mutating func mendNaming(_ noun: Int) {
    guard relation(noun) == "obj", text.tokenRecords[noun].partOfSpeech == .noun,
      let verb = head(noun), verb < noun,
      lemma(verb) == "call", !isTime(noun),
      let first = dependents[verb].first(where: { relation($0) == "obj" && $0 > verb }),
      first < noun, end(of: first) == start(of: noun)
    else { return }
    hang(first, on: verb, "iobj")
  }

  /// "denounced what he called an attack by Mali", "protested what it said were raids": what somebody calls so stands in the
  /// place of "what".
  mutating func mendCalled(_ what: Int) {
    guard lower[what] == "what",
      let clause = dependents[what].first(where: { relation($0) == "acl:relcl" && $0 > what }),
      let noun = dependents[clause].first(where: {
        $0 > clause && isNominal($0) && isName($0, by: clause)
      })
    else { return }
    text.tokenRecords[noun].head = head(what)
    text.tokenRecords[noun].relation = text.tokenRecords[what].relation
    for marker in dependents[what] where relation(marker) == "case" {
      hang(marker, on: noun, "case")
    }
    for marker in dependents[noun] where marker < noun && marker > clause {
      // "as an attack", "were attacks"
      if ["case", "cop"].contains(relation(marker)) { hang(marker, on: clause, "dep") }
    }
    for phrase in dependents[clause] where phrase > noun && relation(phrase) == "obl" {
      guard !isTime(phrase), let preposition = dependents[phrase].first,
        ["by", "against", "of", "on", "between"].contains(lower[preposition])
      else { continue }
      hang(phrase, on: noun, "nmod")
    }
    hang(clause, on: noun, "acl:relcl")
    hang(what, on: clause, "obj")
  }

  /// Whether a noun behind a verb is what the verb calls a thing.
  private func isName(_ noun: Int, by verb: Int) -> Bool {
    let markers = dependents[noun].filter { $0 < noun }
    if words.naming.contains(lemma(verb)) {
      return ["obj", "xcomp"].contains(relation(noun))
        || ["obl", "advcl"].contains(relation(noun)) && markers.contains { lower[$0] == "as" }
    }
    return words.reporting.contains(lemma(verb)) && markers.contains { relation($0) == "cop" }
  }

  /// "Lind thanks Moyo for his work": what names stand around without a preposition is a verb, where it is a form of one.
  mutating func mendVerbOfSpeech(_ token: Int) {
    guard relation(token) == "root", text.tokenRecords[token].partOfSpeech == .noun,
      lower[token].hasSuffix("s"), Self.saying.contains(String(lower[token].dropLast())),
      let subject = dependents[token].last(where: { $0 < token && end(of: $0) == token }),
      ["compound", "nmod", "nmod:unmarked", "flat"].contains(relation(subject)), isName(subject),
      let object = dependents[token].first(where: { $0 > token && start(of: $0) == token + 1 }),
      ["vocative", "appos", "nmod:unmarked", "dep", "flat", "nmod"].contains(relation(object)),
      isName(object), !dependents[object].contains(where: { relation($0) == "case" && $0 < object })
    else { return }
    text.tokenRecords[token].fineTag = "VBZ"
    text.tokenRecords[token].partOfSpeech = .verb
    text.tokenRecords[token].lemma = String(lower[token].dropLast())
    hang(subject, on: token, "nsubj")
    hang(object, on: token, "obj")
    for phrase in dependents[token] where phrase > object && relation(phrase) == "nmod" {
      hang(phrase, on: token, "obl")
    }
  }
}
