import Language

/// Repairs of what a verb or noun takes, and the parser has hung on the phrase before.
extension TreeRepair {
  /// "called on Iran to stop", "pressed Chad to leave": the infinitive behind whom somebody asks tells what he is asked
  /// for, not what for.
  mutating func mendControl(_ infinitive: Int) {
    guard text.tokenRecords[infinitive].fineTag == "VB", let verb = governor(of: infinitive),
      verb < infinitive
    else { return }
    // "called for Oman to intervene"
    if dependents[infinitive].contains(where: { relation($0) == "nsubj" && $0 < infinitive }),
      dependents[infinitive].contains(where: { lower[$0] == "for" && $0 < infinitive })
    {
      hang(infinitive, on: verb, "ccomp")
      return
    }
    let lemma = self.lemma(verb)
    guard words.objectControl.contains(lemma) || words.addressing[lemma] != nil,
      dependents[infinitive].contains(where: {
        relation($0) == "mark" && lower[$0] == "to" && $0 < infinitive
      }),
      dependents[verb].contains(where: { isControlled($0, by: verb) && $0 < infinitive })
    else { return }
    hang(infinitive, on: verb, "xcomp")
  }

  /// Whether a phrase of a verb is who is asked or made to do something.
  private func isControlled(_ token: Int, by verb: Int) -> Bool {
    guard token > verb else { return false }
    switch relation(token) {
    case "obj", "iobj":
      return words.objectControl.contains(lemma(verb))
    case "obl":
      let prepositions = words.addressing[lemma(verb)] ?? []
      return !TimeWords.names(lower[token])
        && dependents[token].contains { prepositions.contains(lower[$0]) && $0 < token }
    default: return false
    }
  }

  /// The verb that an infinitive serves; of one that the tree hangs on whom the verb is done to, that verb: "urged the two
  /// countries to talk". What a noun is for stays its own: "told of plans to leave".
  private func governor(of infinitive: Int) -> Int? {
    guard let above = head(infinitive) else { return nil }
    switch relation(infinitive) {
    case "advcl": return above
    case "acl":
      guard isNominal(above), ["obj", "iobj"].contains(relation(above)), let verb = head(above),
        words.objectControl.contains(lemma(verb)), !words.isGovernor(lemma(above)),
        !words.recipientNouns.contains(lemma(above)), !words.supportNouns.contains(lemma(above))
      else { return nil }
      return verb
    default: return nil
    }
  }

  /// "accused the country of spying", "praised the two leaders for their courage": what somebody is said to have done is
  /// told by the verb, and is nothing of his.
  mutating func mendDeed(_ token: Int) {
    guard relation(token) == "nmod", let object = head(token), object < token,
      ["obj", "iobj"].contains(relation(object)), let verb = head(object), verb < object,
      words.objectDeeds.contains(lemma(verb)),
      let preposition = dependents[token].first(where: { relation($0) == "case" && $0 < token }),
      start(of: token) == preposition
    else { return }
    switch lower[preposition] {
    case "for", "over": break
    // "accused the head of the army" says no more than whom; "of treason", of what.
    case "of":
      guard words.charges.contains(lemma(verb)),
        text.tokenRecords[token].partOfSpeech != .properNoun,
        !dependents[token].contains(where: {
          ["det", "nmod:poss", "nummod"].contains(relation($0))
        })
      else { return }
    default: return
    }
    hang(token, on: verb, "obl")
  }

  /// "lifted the embargo that it had imposed on Chad": a clause with "that" right behind a noun that the verb takes tells of
  /// the noun, and the noun is what it lacks.
  mutating func mendThatClause(_ clause: Int) {
    guard relation(clause) == "advcl", let verb = head(clause), verb < clause,
      let mark = dependents[clause].first(where: { lower[$0] == "that" && $0 < clause }),
      relation(mark) == "mark", mark > verb + 1, isNominal(mark - 1),
      let object = dependents[verb].last(where: { $0 < mark && relation($0) == "obj" }),
      end(of: object) == mark, start(of: clause) == mark,
      dependents[clause].contains(where: { relation($0) == "nsubj" && $0 > mark }),
      !dependents[clause].contains(where: { ["obj", "ccomp", "xcomp"].contains(relation($0)) }),
      words.supports(lemma(clause)) || words.making.contains(lemma(clause))
    else { return }
    hang(clause, on: object, "acl:relcl")
    hang(mark, on: clause, "obj")
  }

  /// "in its dispute with Chad", "over the war with Mali": a phrase that says with whom, right behind a noun that takes one and
  /// has a preposition itself, is the noun's.
  mutating func mendRelationalNoun(_ token: Int) {
    guard relation(token) == "obl", let verb = head(token), verb < token,
      let preposition = dependents[token].first, lower[preposition] == "with",
      preposition > verb + 1, relation(preposition) == "case",
      let noun = dependents[verb].last(where: { $0 < token && relation($0) == "obl" }),
      noun == preposition - 1, text.tokenRecords[noun].partOfSpeech == .noun,
      words.partnerNouns.contains(lemma(noun)),
      dependents[noun].contains(where: { relation($0) == "case" && $0 < noun })
    else { return }
    hang(token, on: noun, "nmod")
  }

  /// "announced flights over Chad last week", "imposed sanctions on Mali last May": a time without a preposition behind the
  /// phrase of a verb is the verb's. A happening has its own: "criticised the talks last week".
  mutating func mendBareTime(_ time: Int) {
    guard relation(time) == "nmod" || relation(time) == "nmod:unmarked", isTime(time),
      let noun = head(time), noun < time, start(of: time) == noun + 1 || isName(noun),
      !dependents[time].contains(where: { ["case", "nummod"].contains(relation($0)) }),
      TimeWords.weekdays[lower[time]] != nil
        || dependents[time].contains(where: { Self.deictics.contains(lower[$0]) && $0 < time })
    else { return }
    var top = noun
    while ["nmod", "conj"].contains(relation(top)), let above = head(top), above < top {
      top = above
    }
    guard ["obj", "obl"].contains(relation(top)), let verb = head(top), verb < top,
      text.tokenRecords[verb].partOfSpeech == .verb, end(of: top) == end(of: time),
      isName(noun) || !isHappening(noun)
    else { return }
    hang(time, on: verb, "obl:unmarked")
  }

  private func isHappening(_ noun: Int) -> Bool {
    let lemma = self.lemma(noun)
    return words.partnerNouns.contains(lemma) || words.journeys.contains(lemma)
      || words.isGovernor(lemma) || words.supportNouns.contains(lemma)
      || words.happenings.contains(lemma)
  }

  private static let deictics: Set<String> = ["last", "next", "this", "earlier", "later"]

  /// "drills with the Chadian military last week": no day or week has a force before its own "last"; that is what the phrase
  /// is, and the time stands beside it.
  mutating func mendSwallowingTime(_ time: Int) {
    let force = time - 2
    guard isUnit(time), force > sentence.lowerBound,
      ["last", "this", "next"].contains(lower[time - 1]),
      words.acting.contains(lower[force]), head(force) == time,
      dependents[time].contains(where: { relation($0) == "case" && $0 < force }),
      let verb = head(time)
    else { return }
    let place = relation(time)
    for token in dependents[time] where token < force { hang(token, on: force, relation(token)) }
    text.tokenRecords[force].partOfSpeech = .noun
    text.tokenRecords[force].fineTag = "NN"
    hang(force, on: verb, place)
    hang(time, on: verb, "obl:unmarked")
  }

  /// "visited Kabul in April and Islamabad in May": no name is joined to a time, but to the name that stands before it.
  mutating func mendListBehindTime(_ name: Int) {
    guard relation(name) == "conj", isName(name), let time = head(name), time < name,
      isTime(time), relation(time).hasPrefix("obl"), let verb = head(time), verb < time,
      let object = dependents[verb].last(where: {
        $0 > verb && $0 < time && ["obj", "obl"].contains(relation($0)) && isName($0)
      }),
      dependents[name].contains(where: { relation($0) == "cc" })
    else { return }
    hang(name, on: object, "conj")
  }
}
