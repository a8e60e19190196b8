import Language

/// Clauses that have lost their verb, or their subject, to a word beside it.
extension TreeRepair {
  /// "is due in Oslo next month": nobody is a month; the adjective before the place is what is said of him.
  mutating func mendDue(_ time: Int) {
    guard dependents[time].contains(where: { relation($0) == "cop" }), isTime(time),
      let adjective = dependents[time].first(where: {
        relation($0) == "case" && text.tokenRecords[$0].partOfSpeech == .adjective && $0 < time
      })
    else { return }
    let others = dependents[time].filter { token in
      token != adjective
        && (relation(token).contains("subj") || relation(token).hasPrefix("aux")
          || ["cop", "mark", "punct", "advcl", "conj", "parataxis"].contains(relation(token)))
    }
    text.tokenRecords[adjective].head = head(time)
    text.tokenRecords[adjective].relation = text.tokenRecords[time].relation
    for token in others { hang(token, on: adjective, relation(token)) }
    // "is due in Oslo next week for talks"
    for token in dependents[time] where token > time && relation(token) == "nmod" {
      hang(token, on: adjective, "obl")
    }
    hang(time, on: adjective, "obl:unmarked")
  }

  /// "Chad's minister, Lind, signed with Moyo the accord": a verb without an auxiliary that has an object is no passive;
  /// nor is one in "called on Mali to leave".
  mutating func mendActive(_ verb: Int) {
    guard text.tokenRecords[verb].fineTag == "VBN" || text.tokenRecords[verb].fineTag == "VBD",
      let subject = dependents[verb].first(where: { relation($0) == "nsubj:pass" && $0 < verb }),
      ["root", "conj", "ccomp", "advcl"].contains(relation(verb)),
      lower[sentence.upperBound - 1] == ".",
      !dependents[verb].contains(where: {
        relation($0).hasPrefix("aux") || relation($0) == "obl:agent"
      }), isAddressing(verb) || hasOwnObject(verb)
    else { return }
    text.tokenRecords[verb].fineTag = "VBD"
    hang(subject, on: verb, "nsubj")
  }

  private func hasOwnObject(_ verb: Int) -> Bool {
    guard !dependents[verb].contains(where: { relation($0) == "xcomp" }),
      let object = dependents[verb].first(where: { relation($0) == "obj" && $0 > verb })
    else { return false }
    // "Lind given a medal"
    return start(of: object) > verb + 1 || !words.support.contains(lemma(verb))
  }

  /// Whether a verb says behind its preposition whom it asks to do what.
  private func isAddressing(_ verb: Int) -> Bool {
    guard let prepositions = words.addressing[lemma(verb)],
      let addressed = dependents[verb].first(where: { relation($0) == "obl" && $0 > verb }),
      dependents[addressed].contains(where: { prepositions.contains(lower[$0]) && $0 < addressed })
    else { return false }
    return dependents[verb].contains { infinitive in
      ["xcomp", "advcl"].contains(relation(infinitive)) && infinitive > addressed
        && text.tokenRecords[infinitive].fineTag == "VB"
    }
  }

  /// "Lind, who is due in Oslo on Monday, spoke": no clause tells of the day that stands in it.
  mutating func mendRelativeOfTime(_ clause: Int) {
    guard relation(clause).hasPrefix("acl"), let time = head(clause), clause < time, isTime(time),
      let pronoun = dependents[clause].first(where: {
        relation($0).hasPrefix("nsubj") && ["who", "which"].contains(lower[$0])
      }), pronoun - 2 >= sentence.lowerBound, lower[pronoun - 1] == ",", isNominal(pronoun - 2)
    else { return }
    var antecedent = pronoun - 2
    while let above = head(antecedent), above < antecedent, above >= sentence.lowerBound,
      isNominal(above), ["flat", "compound", "appos", "nmod"].contains(relation(antecedent))
    {
      antecedent = above
    }
    hang(clause, on: antecedent, "acl:relcl")
    hang(time, on: clause, "obl")
  }

  /// "Brazil, which borders both Peru and Chile, sent aid": what has a relative pronoun right before it for its subject is a
  /// verb, and the names behind it are its objects, not beside what the clause tells of.
  mutating func mendRelativeNoun(_ verb: Int) {
    guard text.tokenRecords[verb].fineTag == "NNS", verb > sentence.lowerBound,
      ["which", "who", "that"].contains(lower[verb - 1]), head(verb - 1) == verb,
      relation(verb - 1).hasPrefix("nsubj"), let antecedent = head(verb), antecedent < verb,
      !dependents[verb].contains(where: { relation($0) == "cop" })
    else { return }
    text.tokenRecords[verb].fineTag = "VBZ"
    text.tokenRecords[verb].partOfSpeech = .verb
    let comma = (verb..<sentence.upperBound).first { lower[$0] == "," } ?? sentence.upperBound
    let objects = (dependents[antecedent] + dependents[verb]).filter {
      relation($0) == "conj" && verb < $0 && $0 < comma && isNominal($0)
    }
    hang(verb, on: antecedent, "acl:relcl")
    for object in objects { hang(object, on: verb, "obj") }
  }

  /// "the pact, which Chad and the rebels of the Front signed in May,": a participle behind the phrases that a relative pronoun
  /// stands before is the clause's verb, and they are its subjects.
  mutating func mendObjectRelative(_ pronoun: Int) {
    guard lower[pronoun] == "which", relation(pronoun).hasPrefix("nsubj"),
      let subject = head(pronoun), pronoun < subject, isNominal(subject),
      ["conj", "acl:relcl"].contains(relation(subject)), let antecedent = head(subject),
      antecedent < pronoun,
      pronoun - 1 > sentence.lowerBound, lower[pronoun - 1] == ",",
      !dependents[subject].contains(where: { relation($0) == "cop" }),
      let verb = (subject + 1..<sentence.upperBound).prefix(while: { lower[$0] != "," }).first(
        where: { relation($0) == "acl" && text.tokenRecords[$0].fineTag == "VBN" }),
      dependents[verb].allSatisfy({ $0 > verb })
    else { return }
    let others = dependents[antecedent].filter {
      relation($0) == "conj" && $0 > subject && $0 < verb
    }
    text.tokenRecords[verb].fineTag = "VBD"
    hang(verb, on: antecedent, "acl:relcl")
    hang(subject, on: verb, "nsubj")
    for other in others { hang(other, on: subject, "conj") }
    hang(pronoun, on: verb, "obj")
  }

  /// "met two days after the speaker, Eva Lind, arrived": a conjunction before a phrase with a name between commas starts
  /// the clause of the verb behind it.
  mutating func mendApposedClause(_ verb: Int) {
    guard relation(verb) == "conj", hasFiniteVerb(verb), isBehindComma(verb),
      let upper = head(verb),
      upper < verb,
      !dependents[verb].contains(where: {
        relation($0).contains("subj") || ["mark", "cc"].contains(relation($0))
      }),
      let phrase = dependents[upper].last(where: {
        $0 < verb && [start(of: verb), start(of: verb) - 1].contains(end(of: $0))
      }),
      ["obl", "nmod"].contains(relation(phrase)), let opening = dependents[phrase].first,
      opening < phrase, relation(opening) == "case", Self.subordinators.contains(lower[opening]),
      (phrase..<end(of: phrase)).contains(where: { lower[$0] == "," })
    else { return }
    let isPassive = dependents[verb].contains { relation($0) == "aux:pass" }
    hang(verb, on: upper, "advcl")
    hang(opening, on: verb, "mark")
    hang(phrase, on: verb, isPassive ? "nsubj:pass" : "nsubj")
  }

  /// "Lind will, aides say, ask Moyo": what is said between commas takes nothing from the clause around it.
  mutating func mendParenthesis(_ report: Int) {
    guard relation(report) == "ccomp", let verb = head(report), report < verb,
      words.reporting.contains(lemma(report)),
      report + 1 < sentence.upperBound, lower[report + 1] == ",",
      let speaker = dependents[report].last(where: {
        relation($0).hasPrefix("nsubj") && $0 < report
      }), isBehindComma(speaker),
      let subject = dependents[report].first(where: {
        relation($0).hasPrefix("nsubj") && $0 < speaker
      }),
      !dependents[verb].contains(where: { relation($0).contains("subj") })
    else { return }
    for token in dependents[report] where token < start(of: speaker) {
      if token == subject || relation(token).hasPrefix("aux") || relation(token) == "advmod" {
        hang(token, on: verb, relation(token))
      }
    }
    hang(report, on: verb, "parataxis")
  }

  /// "Chad first agreed, then asked Mali to wait": what comes then is done by the same.
  mutating func mendThen(_ verb: Int) {
    guard relation(verb) == "parataxis", isFinite(verb), let first = head(verb), first < verb,
      text.tokenRecords[first].partOfSpeech == .verb, isBehindComma(verb),
      !dependents[verb].contains(where: { relation($0).contains("subj") }),
      let adverb = dependents[verb].first(where: { relation($0) == "advmod" }), adverb == verb - 1,
      ["then", "finally", "later", "eventually"].contains(lower[adverb])
    else { return }
    hang(verb, on: first, "conj")
  }

  /// "marched early this month, but his minister resigned": a time does nothing; who is joined to it does.
  mutating func mendSubjectOfTime(_ time: Int) {
    guard relation(time).hasPrefix("nsubj"), let verb = head(time), time < verb,
      let subject = dependents[time].first(where: { token in
        relation(token) == "conj" && token > time && token < verb && isNominal(token)
          && dependents[token].contains { relation($0) == "cc" }
      }), relation(verb) == "conj", let upper = head(verb), upper < time, isTime(time)
    else { return }
    let kind = relation(time)
    hang(subject, on: verb, kind)
    hang(time, on: upper, "obl:unmarked")
    for adverb in dependents[verb] where adverb < time && relation(adverb) == "advmod" {
      hang(adverb, on: time, "advmod")
    }
  }

  /// "Talks between the rulers Lind and Moyo failed": a name right behind a plural is no second subject, it tells who they
  /// are.
  mutating func mendApposedSubject(_ name: Int) {
    guard relation(name) == "nsubj", isName(name), let verb = head(name), name < verb,
      let first = dependents[verb].first(where: { relation($0).hasPrefix("nsubj") && $0 < name }),
      case let before = start(of: name) - 1, before >= first,
      text.tokenRecords[before].fineTag == "NNS", before == first || isBelow(before, first),
      !isTime(before)
    else { return }
    hang(name, on: before, "appos")
  }

  /// "The Front, a party that is armed by Chad, has won": nobody is spoken to by a name that opens a sentence before a noun
  /// between commas, which tells of him.
  mutating func mendVocative(_ name: Int) {
    guard relation(name) == "vocative", isName(name), let verb = head(name), name < verb,
      let noun = dependents[verb].first(where: { relation($0).hasPrefix("nsubj") && $0 > name }),
      isNominal(noun), noun < verb, lower[end(of: noun) - 1] == "," || lower[end(of: noun)] == ",",
      dependents[noun].contains(where: { ["a", "an", "the"].contains(lower[$0]) }),
      isBehindComma(noun) || lower[end(of: name) - 1] == ","
    else { return }
    let kind = relation(noun)
    hang(name, on: verb, kind)
    hang(noun, on: name, "appos")
  }
}
