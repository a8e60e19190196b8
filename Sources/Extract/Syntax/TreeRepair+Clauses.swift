import Language

/// Clauses that the parser hangs in the wrong way, or takes for phrases.
extension TreeRepair {
  /// "said Oman must withdraw": what has a subject and a finite verb of its own is no infinitive.
  mutating func mendComplement(_ verb: Int) {
    guard relation(verb) == "xcomp", let upper = head(verb), upper < verb,
      text.tokenRecords[upper].partOfSpeech == .verb,
      dependents[verb].contains(where: { relation($0) == "nsubj" && $0 < verb }),
      isFinite(verb)
        || dependents[verb].contains(where: { text.tokenRecords[$0].fineTag == "MD" && $0 < verb })
    else { return }
    hang(verb, on: upper, "ccomp")
  }

  /// "nor denied that it struck Mali": what somebody says is no circumstance of it.
  mutating func mendSaid(_ verb: Int) {
    guard relation(verb) == "advcl", let report = head(verb), report < verb,
      words.reporting.contains(lemma(report))
        || words.isGovernor(lemma(report)),
      let mark = dependents[verb].first(where: { relation($0) == "mark" }),
      lower[mark] == "that", mark == start(of: verb), mark == report + 1
    else { return }
    hang(verb, on: report, "ccomp")
  }

  /// "and the bloc's envoy, Kurt Lind, blamed Chad": a name or pronoun without a preposition right before a verb that has no
  /// subject is its subject.
  mutating func mendBareSubject(_ token: Int) {
    guard
      ["obl", "obl:unmarked", "reparandum", "dislocated", "dep", "vocative"].contains(
        relation(token)),
      let verb = head(token), token < verb, isClauseHead(verb),
      // "Mr. Lind, end this war."
      relation(token) != "vocative" || hasFiniteVerb(verb),
      ["conj", "root", "advcl", "ccomp", "parataxis", "acl:relcl"].contains(relation(verb)),
      isName(token) || Self.subjectPronouns.contains(lower[token]),
      !dependents[token].contains(where: {
        relation($0) == "case" && $0 < token && lower[$0] != "'s"
      }),
      !dependents[verb].contains(where: { relation($0).contains("subj") })
    else { return }
    var last = verb - 1
    while last >= end(of: token),
      relation(last).hasPrefix("aux")
        || ["cop", "mark", "punct", "advmod"].contains(relation(last))
    {
      last -= 1
    }
    guard last < end(of: token) else { return }
    hang(token, on: verb, "nsubj")
  }

  /// Whether a word may be what a clause says: a verb, or what a copula joins to its subject.
  func isClauseHead(_ token: Int) -> Bool {
    ["VBD", "VBN", "VBZ", "VBP", "VB"].contains(text.tokenRecords[token].fineTag ?? "")
      || dependents[token].contains { relation($0) == "cop" }
  }

  /// "blamed Chad, an accusation Mali rejected": a name right before a verb without an object is who does it to the noun before
  /// the name.
  mutating func mendRejoinder(_ noun: Int) {
    guard relation(noun) == "nsubj", words.sayings.contains(lemma(noun)), let verb = head(noun),
      noun < verb, relation(verb) == "parataxis", isFinite(verb),
      dependents[noun].contains(where: { ["a", "an"].contains(lower[$0]) && $0 < noun }),
      let name = dependents[noun].first(where: {
        $0 > noun && isName($0)
          && ["appos", "flat", "nmod", "nmod:unmarked"].contains(relation($0))
      }), start(of: name) == noun + 1, end(of: name) == verb,
      !dependents[verb].contains(where: { ["obj", "ccomp", "xcomp"].contains(relation($0)) })
    else { return }
    let upper = head(verb)
    text.tokenRecords[noun].head = upper
    text.tokenRecords[noun].relation = DependencyRelation(rawValue: "parataxis")
    hang(verb, on: noun, "acl:relcl")
    hang(name, on: verb, "nsubj")
  }

  /// "Chad warns Mali over jets": a name before a preposition is no part of what stands behind it.
  mutating func mendHeadlineObject(_ name: Int) {
    guard relation(name) == "compound", isName(name), let noun = head(name), name < noun,
      let preposition = dependents[name].first(where: {
        $0 == name + 1 && text.tokenRecords[$0].fineTag == "IN"
      }), let verb = head(noun), verb == start(of: name) - 1,
      text.tokenRecords[verb].partOfSpeech == .verb,
      !dependents[verb].contains(where: { relation($0) == "obj" })
    else { return }
    hang(name, on: verb, "obj")
    hang(preposition, on: noun, "case")
    hang(noun, on: verb, "obl")
  }

  /// "shot down a jet": a particle is no preposition of what stands behind it; nor is one that frames know with the verb,
  /// "shrugged off the threat".
  mutating func mendParticle(_ token: Int) {
    mendMatter(token)
    guard relation(token) == "case", token > sentence.lowerBound,
      text.tokenRecords[token].fineTag == "RP"
        || words.particles[lemma(token - 1)]?.contains(lower[token]) == true,
      let noun = head(token), token < noun, relation(noun) == "obl",
      !TimeWords.names(lower[noun]), let verb = head(noun), verb == token - 1,
      text.tokenRecords[verb].partOfSpeech == .verb,
      !dependents[verb].contains(where: { relation($0) == "obj" })
    else { return }
    hang(token, on: verb, "compound:prt")
    let isPassive = dependents[verb].contains { relation($0) == "aux:pass" }
    if !isPassive { hang(noun, on: verb, "obj") }
  }

  /// "are fighting over the island": where no verb is known with "over", that is what it is about, none of its objects.
  private mutating func mendMatter(_ token: Int) {
    guard relation(token) == "compound:prt", lower[token] == "over", let verb = head(token),
      verb + 1 == token, words.particles[lemma(verb)]?.contains("over") != true,
      let noun = dependents[verb].first(where: { relation($0) == "obj" && $0 > token }),
      !(token + 1..<noun).contains(where: { lower[$0] == "," })
    else { return }
    hang(token, on: noun, "case")
    hang(noun, on: verb, "obl")
  }

  /// "Amnesty International, a group based in Oslo, called on Chad to stop.": a name is no sentence; what stands behind the
  /// comma that ends its apposition is the verb.
  mutating func mendVerblessRoot(_ verb: Int) {
    guard relation(verb) == "acl", text.tokenRecords[verb].fineTag == "VBN", let name = head(verb),
      relation(name) == "root", isName(name), verb > name + 2, lower[verb - 1] == ",",
      // An apposition, which the comma ends: "Lind, arrested in Mali" is none.
      (name + 1..<verb - 1).contains(where: { lower[$0] == "," }),
      lower[sentence.upperBound - 1] == ".", !hasFiniteVerb(name),
      dependents[verb].contains(where: {
        $0 > verb && ["obj", "obl", "ccomp", "xcomp"].contains(relation($0))
      })
    else { return }
    raise(verb, above: name)
  }

  /// "The armies of the two countries held joint drills.": where no other verb is finite, what has an object is the
  /// sentence's verb, and no participle.
  mutating func mendVerblessNoun(_ verb: Int) {
    guard relation(verb) == "acl", text.tokenRecords[verb].fineTag == "VBN", let noun = head(verb),
      noun + 1 == verb, relation(noun) == "nmod", let root = head(noun), relation(root) == "root",
      isNominal(root), root < noun, lower[sentence.upperBound - 1] == ".", !hasFiniteVerb(root),
      !dependents[root].contains(where: { relation($0) == "cop" }),
      dependents[verb].contains(where: { $0 > verb && relation($0) == "obj" })
    else { return }
    raise(verb, above: root)
  }

  /// Makes what was taken for a participle the sentence's verb, and the noun that was its root the subject.
  private mutating func raise(_ verb: Int, above subject: Int) {
    text.tokenRecords[verb].fineTag = "VBD"
    text.tokenRecords[verb].head = nil
    text.tokenRecords[verb].relation = DependencyRelation(rawValue: "root")
    hang(subject, on: verb, "nsubj")
  }

  /// "Last week Oman accused Chad": a name behind a time, right before a verb that has no subject, is no part of the time.
  mutating func mendSubjectBehindTime(_ name: Int) {
    guard ["flat", "compound", "nmod", "nmod:unmarked"].contains(relation(name)),
      isName(name), let time = head(name), time < name,
      isUnit(time) || TimeWords.namesDay(lower[time]),
      relation(time).hasPrefix("obl"), let verb = head(time), end(of: name) <= verb,
      isClauseHead(verb), relation(verb) != "conj",
      !dependents[name].contains(where: { relation($0) == "case" }),
      !dependents[verb].contains(where: { relation($0).contains("subj") }),
      (end(of: name)..<verb).allSatisfy({
        relation($0).hasPrefix("aux") || ["advmod", "cop", "punct"].contains(relation($0))
      })
    else { return }
    hang(name, on: verb, "nsubj")
  }

  /// "Lind will be in Oslo": a name before a copula is no part of the place behind it.
  mutating func mendSubjectOfPlace(_ name: Int) {
    guard ["compound", "nmod:desc", "nmod:unmarked"].contains(relation(name)), isName(name),
      let place = head(name), name < place,
      let copula = dependents[place].first(where: { relation($0) == "cop" }), name < copula,
      !dependents[place].contains(where: { relation($0).contains("subj") })
    else { return }
    hang(name, on: place, "nsubj")
  }

  /// "borrowed money from Chad, severed relations with Mali and took": of a list of verbs, the parser may take one for a
  /// participle of its object.
  mutating func mendListedVerb(_ noun: Int) {
    guard ["obl", "obl:unmarked", "obj", "dep"].contains(relation(noun)), let verb = head(noun),
      verb < noun, text.tokenRecords[verb].fineTag == "VBD",
      case let first = start(of: noun), first > verb + 1,
      let participle = dependents[noun].first(where: { $0 < noun && relation($0) != "punct" }),
      relation(participle) == "amod", text.tokenRecords[participle].fineTag == "VBN",
      lower[participle - 1] == ",",
      dependents[verb].contains(where: {
        relation($0) == "conj" && $0 > noun && text.tokenRecords[$0].fineTag == "VBD"
      })
    else { return }
    text.tokenRecords[participle].fineTag = "VBD"
    let behind = dependents[verb].filter { $0 > noun && relation($0) == "obl" }
    let next = dependents[verb].first { relation($0) == "conj" && $0 > noun } ?? noun
    hang(participle, on: verb, "conj")
    hang(noun, on: participle, "obj")
    for phrase in behind where phrase < next { hang(phrase, on: participle, "obl") }
  }

  /// "In Oslo, President Lind, who had urged it, thanked Moyo": a name behind the phrase that opens the sentence is the
  /// subject of a verb that has none.
  mutating func mendOpeningName(_ name: Int) {
    guard relation(name) == "conj", isName(name), let opening = head(name), opening < name,
      relation(opening) == "obl", let verb = head(opening), name < verb, hasFiniteVerb(verb),
      relation(verb) != "conj",
      !dependents[name].contains(where: { ["cc", "case"].contains(relation($0)) }),
      !dependents[verb].contains(where: { relation($0).contains("subj") }), isBehindComma(name)
    else { return }
    for clause in dependents[opening] where clause > name && relation(clause) == "acl:relcl" {
      hang(clause, on: name, "acl:relcl")
    }
    hang(name, on: verb, "nsubj")
  }

  /// Whether a comma stands before a phrase, or is its first word.
  func isBehindComma(_ token: Int) -> Bool {
    let first = start(of: token)
    return lower[first] == "," || first > sentence.lowerBound && lower[first - 1] == ","
  }

  /// "had productive talks and had pressed Chad": a finite verb behind an "and" stands beside a verb, not beside its object.
  mutating func mendJoinedVerb(_ verb: Int) {
    guard relation(verb) == "conj", var first = head(verb), first < verb, hasFiniteVerb(verb),
      !hasFiniteVerb(first), text.tokenRecords[first].partOfSpeech != .verb,
      dependents[verb].contains(where: { relation($0) == "cc" && $0 < verb }),
      !dependents[verb].contains(where: { relation($0).contains("subj") })
    else { return }
    for _ in sentence {
      guard ["obj", "conj", "obl", "nmod", "xcomp"].contains(relation(first)),
        let above = head(first)
      else { return }
      first = above
      if text.tokenRecords[first].partOfSpeech == .verb, first < verb {
        hang(verb, on: first, "conj")
        return
      }
    }
  }

  /// "met in Oslo with Lind and separately with Moyo": a phrase with another preposition than the one that it is joined to
  /// is one of the verb.
  mutating func mendOtherPreposition(_ token: Int) {
    guard relation(token) == "conj", let first = head(token), first < token,
      ["obl", "nmod"].contains(relation(first)), let verb = head(first), verb < first,
      text.tokenRecords[verb].partOfSpeech == .verb,
      let own = preposition(of: token), let other = preposition(of: first), own != other,
      ["with", "to", "from"].contains(own)
    else { return }
    hang(token, on: verb, "obl")
  }

  /// The preposition before a phrase.
  private func preposition(of token: Int) -> String? {
    dependents[token].first { relation($0) == "case" && $0 < token && lower[$0] != "'s" }
      .map { lower[$0] }
  }

  /// Whether a token hangs below another.
  func isBelow(_ token: Int, _ upper: Int) -> Bool {
    var current = token
    for _ in sentence {
      guard let above = head(current), sentence.contains(above) else { return false }
      if above == upper { return true }
      current = above
    }
    return false
  }

  /// "Chadian troops crossed into Mali and attacked a town": a verb that an "and" joins has a first one before it, which is
  /// no participle.
  mutating func mendFirstVerb(_ verb: Int) {
    guard relation(verb) == "root", text.tokenRecords[verb].fineTag == "VBD",
      let joint = dependents[verb].last(where: { relation($0) == "cc" && $0 < verb }),
      let subject = dependents[verb].first(where: { relation($0) == "nsubj" && $0 < joint }),
      let first = dependents[subject].first(where: {
        relation($0) == "acl" && text.tokenRecords[$0].fineTag == "VBN" && $0 == subject + 1
      }), end(of: first) == joint
    else { return }
    text.tokenRecords[first].fineTag = "VBD"
    let mark = dependents[verb].last { relation($0) == "punct" }
    text.tokenRecords[first].head = nil
    text.tokenRecords[first].relation = DependencyRelation(rawValue: "root")
    hang(subject, on: first, "nsubj")
    hang(verb, on: first, "conj")
    if let mark, mark > verb { hang(mark, on: first, "punct") }
  }

  /// "a spokesman for Germany's army, Kurt Lind, said": the person behind the commas is who has the office, not the body
  /// before him.
  mutating func mendHolder(_ name: Int) {
    guard relation(name) == "appos", let body = head(name), body < name, relation(body) == "nmod",
      text.tokenRecords[body].partOfSpeech == .noun, let office = head(body), office < body,
      words.roles.contains(lemma(office)),
      !words.roles.contains(lemma(body)), isBehindComma(name),
      text.names.contains(where: { $0.kind == .person && $0.tokens.contains(name) })
    else { return }
    hang(name, on: office, "appos")
  }

  func isName(_ token: Int) -> Bool {
    text.tokenRecords[token].partOfSpeech == .properNoun && !TimeWords.namesDay(lower[token])
  }

  private static let subjectPronouns: Set<String> = ["he", "she", "they", "it", "we", "i"]

  /// "accused Chad of arming rebels and Mali of sheltering them": what has an "of" with a gerund of its own stands beside
  /// the first who is accused, and isn't armed.
  mutating func mendGapping(_ token: Int) {
    // "arming members of warring factions" is no list of who is accused.
    guard relation(token) == "conj", isName(token), let armed = head(token), armed < token,
      end(ofName: token) + 1 < sentence.upperBound, lower[end(ofName: token)] == "of",
      text.tokenRecords[end(ofName: token) + 1].fineTag == "VBG"
    else { return }
    var gerund = armed
    for _ in sentence {
      guard relation(gerund) == "conj", let above = head(gerund) else { break }
      gerund = above
    }
    guard ["obj", "obl", "nmod"].contains(relation(gerund)), let deed = head(gerund), deed < gerund,
      text.tokenRecords[deed].fineTag == "VBG",
      dependents[deed].contains(where: { lower[$0] == "of" && $0 < deed }), let above = head(deed)
    else { return }
    let verb = text.tokenRecords[above].partOfSpeech == .verb ? above : head(above) ?? above
    guard let first = dependents[verb].first(where: { relation($0) == "obj" && $0 < deed }) else {
      return
    }
    let second = end(ofName: token) + 1
    hang(token, on: first, "conj")
    hang(second, on: token, "acl")
    hang(second - 1, on: second, "mark")
  }

  /// The token behind a word and what its name ends with.
  func end(ofName token: Int) -> Int {
    (dependents[token].last { ["flat", "compound"].contains(relation($0)) && $0 > token } ?? token)
      + 1
  }

  /// "came a day after Oman and Chad agreed": a parser that takes the length of time for the subject has the real one
  /// behind its "after".
  mutating func mendMeasuredClause(_ verb: Int) {
    guard hasSubjectOfTime(verb), let upper = head(verb), upper < verb,
      // "said the weeks after the coup brought chaos"
      words.isEventVerb(lemma(upper)),
      let length = dependents[verb].first(where: { relation($0) == "nsubj" && $0 < verb }),
      let subject = dependents[length].first(where: {
        relation($0) == "nmod" && $0 > length && $0 < verb
      }),
      let mark = dependents[subject].first, mark < subject, relation(mark) == "case",
      ["after", "before"].contains(lower[mark])
    else { return }
    hang(verb, on: upper, "advcl")
    hang(mark, on: verb, "mark")
    hang(subject, on: verb, "nsubj")
    hang(length, on: upper, "obl:unmarked")
  }

  private func hasSubjectOfTime(_ verb: Int) -> Bool {
    ["ccomp", "xcomp", "advcl", "conj", "parataxis"].contains(relation(verb)) && isFinite(verb)
      && dependents[verb].contains {
        relation($0) == "nsubj" && isUnit($0)
      }
  }

  /// "stop supporting M23 rebels": a gerund right behind a verb that takes one, before a name without an article, is no
  /// adjective of it.
  mutating func mendGerundComplement(_ gerund: Int) {
    guard relation(gerund) == "amod", text.tokenRecords[gerund].fineTag == "VBG",
      let noun = head(gerund), gerund < noun, relation(noun) == "obj", let verb = head(noun),
      verb == gerund - 1, words.gerundVerbs.contains(lemma(verb)),
      start(of: noun) == gerund,
      // "discuss remaining issues" is about what remains.
      isName(noun) || dependents[noun].contains(where: { $0 > gerund && $0 < noun && isName($0) })
    else { return }
    hang(gerund, on: verb, "xcomp")
    hang(noun, on: gerund, "obj")
    for phrase in dependents[verb] where phrase > noun && relation(phrase) == "obl" {
      hang(phrase, on: gerund, "obl")
    }
  }

  /// "end its offensive against the Kurds": what stands before a noun's preposition is no adjective of it but the
  /// noun that takes the phrase.
  mutating func mendHiddenNoun(_ noun: Int) {
    guard isNominal(noun), ["obj", "nsubj", "nsubj:pass", "obl"].contains(relation(noun)),
      let preposition = dependents[noun].last(where: { relation($0) == "case" && $0 < noun }),
      let hidden = dependents[noun].last(where: {
        ["amod", "compound"].contains(relation($0)) && $0 < preposition
      }), hidden == preposition - 1,
      let verb = head(noun), verb < noun,
      dependents[noun].contains(where: {
        ["det", "nmod:poss"].contains(relation($0)) && $0 < hidden
      })
    else { return }
    hang(hidden, on: verb, relation(noun))
    for dependent in dependents[noun] where dependent < hidden {
      hang(dependent, on: hidden, relation(dependent))
    }
    hang(noun, on: hidden, "nmod")
    text.tokenRecords[hidden].partOfSpeech = .noun
    text.tokenRecords[hidden].fineTag = "NN"
  }
}
