import Language

/// Subjects that the parser leaves to the day, the clause or the list before them.
extension TreeRepair {
  mutating func mendSubjects(_ token: Int) {
    mendSubjectBeforeClause(token)
    mendClauseOfOwner(token)
    mendClosedList(token)
    mendMeasuredOpening(token)
    mendCountedParticle(token)
    mendPerfect(token)
    mendLoyalists(token)
    mendOwnerInList(token)
    mendInsertedPhrase(token)
  }

  /// "Chad, at odds with Mali, has left": a phrase with a preposition has no subject, its verb does.
  private mutating func mendInsertedPhrase(_ subject: Int) {
    guard relation(subject).hasPrefix("nsubj"), let noun = head(subject), subject + 2 < noun,
      relation(noun) == "obl", let verb = head(noun), noun < verb, !hasSubject(verb),
      text.tokenRecords[verb].partOfSpeech == .verb,
      let preposition = dependents[noun].first(where: { relation($0) == "case" }),
      subject < preposition, lower[preposition - 1] == ",", lower[verb - 1] != "to",
      !dependents[noun].contains(where: { relation($0) == "cop" })
    else { return }
    hang(subject, on: verb, relation(subject))
  }

  /// "Chad and rebels loyal to Moyo signed": an adjective before the verb that tells of the last of a list is no subject with
  /// a subject of its own.
  private mutating func mendLoyalists(_ adjective: Int) {
    guard relation(adjective).hasPrefix("nsubj"), let verb = head(adjective), adjective < verb,
      text.tokenRecords[adjective].partOfSpeech == .adjective,
      let subject = dependents[adjective].first(where: {
        relation($0).hasPrefix("nsubj") && $0 < adjective
      }), isNominal(subject), !dependents[adjective].contains(where: { relation($0) == "cop" })
    else { return }
    let last = dependents[subject].last { relation($0) == "conj" && $0 < adjective } ?? subject
    hang(subject, on: verb, relation(adjective))
    hang(adjective, on: last, "amod")
  }

  /// "Lind and his German counterpart met": a pronoun that the tree joins to the name is whose the noun behind it is, and the
  /// noun is joined to the name.
  private mutating func mendOwnerInList(_ pronoun: Int) {
    guard relation(pronoun) == "conj", ["his", "her", "its", "their"].contains(lower[pronoun]),
      let name = head(pronoun), name < pronoun, isName(name), let noun = head(name), pronoun < noun,
      ["compound", "nmod:unmarked", "nmod:desc"].contains(relation(name)), isNominal(noun),
      let joint = dependents[pronoun].first(where: { relation($0) == "cc" }),
      let above = head(noun)
    else { return }
    let role = relation(noun)
    hang(name, on: above, role)
    hang(noun, on: name, "conj")
    hang(pronoun, on: noun, "nmod:poss")
    hang(joint, on: noun, "cc")
  }

  /// "Lind left, and on Friday Moyo, who had stayed, praised him": a name behind a day and before its relative clause is
  /// the subject of the verb behind that, which has none; the preposition is the day's. So is a name behind ", and".
  private mutating func mendSubjectBeforeClause(_ pronoun: Int) {
    guard ["who", "which"].contains(lower[pronoun]), pronoun - 2 > sentence.lowerBound,
      lower[pronoun - 1] == ",", text.tokenRecords[pronoun - 2].partOfSpeech == .properNoun,
      case let name = top(ofName: pronoun - 2),
      ["obl", "nmod", "conj", "obl:unmarked"].contains(relation(name)),
      let clause = head(pronoun), pronoun < clause, relation(pronoun).hasPrefix("nsubj"),
      let verb = verbBehind(clause: clause), !hasSubject(verb), !isBelow(name, verb),
      !isListed(verb, behind: clause)
    else { return }
    let parts = dependents[name].filter { $0 < name }
    let day = parts.first {
      ["compound", "nmod:unmarked", "flat"].contains(relation($0))
        && TimeWords.weekdays[lower[$0]] != nil
    }
    let joint = parts.first { relation($0) == "cc" && $0 > sentence.lowerBound + 1 }
    let preposition = parts.first { relation($0) == "case" }
    guard day != nil || joint != nil && preposition == nil, preposition == nil || day != nil,
      day != nil || lower[(joint ?? 1) - 1] == ","
    else { return }
    // What the name was a phrase of may be the clause that tells of it.
    let upper = head(name) == clause || isBelow(name, clause) ? head(clause) : head(name)
    guard let upper, !isBelow(upper, name), upper != verb || head(verb) != nil else { return }
    if isBelow(verb, clause) || isBelow(verb, name) {
      let host = relation(clause) == "conj" ? head(clause) : nil
      hang(verb, on: host ?? upper, "conj")
    }
    hang(name, on: verb, "nsubj")
    hang(clause, on: name, "acl:relcl")
    if let joint { hang(joint, on: verb, "cc") }
    if let day {
      if let preposition { hang(preposition, on: day, "case") }
      hang(day, on: verb, "obl")
    }
  }

  /// "Chad, whose minister, Eva Lind, boycotted the talks": a clause with "whose" that ends the sentence has who is named in
  /// it for its subject, and tells of the phrase before it.
  private mutating func mendClauseOfOwner(_ whose: Int) {
    guard lower[whose] == "whose", whose - 2 >= sentence.lowerBound, lower[whose - 1] == ",",
      text.tokenRecords[whose - 2].partOfSpeech == .properNoun, let owned = head(whose),
      whose < owned, relation(whose) == "nmod:poss",
      case let end = endOfName(owned), end + 1 < sentence.upperBound, lower[end] == ",",
      isFinite(end + 1), text.tokenRecords[end + 1].partOfSpeech == .verb,
      case let verb = end + 1, !hasSubject(verb),
      case let owner = top(ofName: whose - 2), !isBelow(owner, verb)
    else { return }
    hang(owned, on: verb, "nsubj")
    hang(verb, on: owner, "acl:relcl")
  }

  /// "Moyo and Lind, leader of the Front, signed": what stands without an article behind
  /// the comma after a list's "and" is none of the list, it tells of the last of it.
  private mutating func mendClosedList(_ office: Int) {
    guard relation(office) == "conj", words.roles.contains(lower[office]),
      !dependents[office].contains(where: { ["cc", "det", "nmod:poss"].contains(relation($0)) }),
      dependents[office].contains(where: { lower[$0] == "," && $0 == start(of: office) }),
      dependents[office].contains(where: { $0 > office && relation($0) == "nmod" }),
      case let before = start(of: office) - 1, before > sentence.lowerBound,
      text.tokenRecords[before].partOfSpeech == .properNoun,
      case let name = top(ofName: before), relation(name) == "conj",
      dependents[name].contains(where: { relation($0) == "cc" }), !isBelow(name, office)
    else { return }
    hang(office, on: name, "appos")
  }

  /// "A month after a Chadian plane entered Mali, Oman and Peru are still trading accusations": the time is no subject, who is
  /// behind its "after" is; and who stands behind the comma is that of the sentence's verb, and none of a list before it.
  private mutating func mendMeasuredOpening(_ mark: Int) {
    guard ["after", "before"].contains(lower[mark]), ["case", "mark"].contains(relation(mark)),
      mark > sentence.lowerBound, mark - sentence.lowerBound < Self.longestMeasure,
      case let unit = mark - 1, TimeWords.units[lower[unit]] != nil,
      let verb = head(unit), relation(unit) == "nsubj", mark < verb,
      let subject = subject(of: verb, behind: mark, after: unit), subject < verb,
      let (main, phrase) = mainClause(behind: verb)
    else { return }
    let actor = phrase.first { head($0).map { !phrase.contains($0) } ?? true } ?? phrase.lowerBound
    guard isNominal(actor), !isBelow(verb, main) || head(verb) == nil else { return }
    let upper = head(verb)
    for token in phrase where token != actor {
      if let above = head(token), !phrase.contains(above) {
        hang(token, on: actor, isNominal(token) ? "conj" : relation(token))
      }
    }
    // The sentence's verb takes the place of the clause's.
    text.tokenRecords[main].head = upper
    text.tokenRecords[main].relation = text.tokenRecords[verb].relation
    text.tokenRecords[verb].head = main
    text.tokenRecords[verb].relation = DependencyRelation(rawValue: "advcl")
    text.tokenRecords[actor].head = main
    text.tokenRecords[actor].relation = DependencyRelation(rawValue: "nsubj")
    hang(subject, on: verb, "nsubj")
    hang(mark, on: verb, "mark")
    hang(unit, on: verb, "obl:unmarked")
    for token in dependents[verb] where token > main { hang(token, on: main, relation(token)) }
  }

  private static let longestMeasure = 6

  /// What stands behind "a month after": below the time, or beside it.
  private func subject(of verb: Int, behind mark: Int, after unit: Int) -> Int? {
    guard relation(mark) == "case" else {
      return dependents[verb].first { $0 > mark && relation($0) == "nsubj" }
    }
    guard let noun = head(mark), head(noun) == unit else { return nil }
    return noun
  }

  /// The verb behind a comma and a phrase of nouns, which is its subject, below a clause's verb; and the phrase.
  private func mainClause(behind verb: Int) -> (verb: Int, subject: Range<Int>)? {
    for comma in verb..<sentence.upperBound where lower[comma] == "," {
      var end = comma + 1
      while end < sentence.upperBound,
        isNominal(end) || ["the", "and", "'s", "both"].contains(lower[end])
          || text.tokenRecords[end].partOfSpeech == .adjective
      {
        end += 1
      }
      guard end > comma + 1, isNominal(end - 1), lower[comma + 1] != "and" else { continue }
      var next = end
      while next < sentence.upperBound,
        [.auxiliary, .adverb].contains(text.tokenRecords[next].partOfSpeech)
      {
        next += 1
      }
      guard next < sentence.upperBound, text.tokenRecords[next].partOfSpeech == .verb,
        isFinite(next) || (end..<next).contains(where: isFinite), isBelow(next, verb),
        ["conj", "advcl"].contains(relation(next)), !hasSubject(next),
        !dependents[next].contains(where: { ["mark", "cc"].contains(relation($0)) })
      else { continue }
      return (next, comma + 1..<end)
    }
    return nil
  }

  /// "handed over two ships": what stands between its verb and a number is the verb's particle, and no "more than".
  private mutating func mendCountedParticle(_ particle: Int) {
    guard lower[particle] == "over", particle > sentence.lowerBound,
      ["hand", "turn", "sign"].contains(lemma(particle - 1)),
      text.tokenRecords[particle - 1].partOfSpeech == .verb,
      let number = head(particle), text.tokenRecords[number].partOfSpeech == .numeral
    else { return }
    hang(particle, on: particle - 1, "compound:prt")
  }

  /// "was to have flown to Oslo": a perfect with "have" has no passive without "been".
  private mutating func mendPerfect(_ verb: Int) {
    guard text.tokenRecords[verb].fineTag == "VBN",
      let subject = dependents[verb].first(where: { relation($0) == "nsubj:pass" }),
      dependents[verb].contains(where: { relation($0) == "aux" && lemma($0) == "have" }),
      !dependents[verb].contains(where: { relation($0) == "aux:pass" || lower[$0] == "been" })
    else { return }
    hang(subject, on: verb, "nsubj")
  }

  /// "After the attack, Chad closed the border": what stands behind a preposition is no subject, what the tree
  /// joins to it with a comma alone is.
  mutating func mendOpening(_ token: Int) {
    guard relation(token).hasPrefix("nsubj"), let verb = head(token), token < verb,
      dependents[token].contains(where: {
        relation($0) == "case" && $0 < token && lower[$0] != "'s"
      })
    else { return }
    let next = dependents[token].first { conjunct in
      relation(conjunct) == "conj" && conjunct < verb
        && !dependents[conjunct].contains { relation($0) == "cc" }
        && start(of: conjunct) > token
        && isBehindComma(conjunct)
    }
    guard let next else {
      mendRunOn(token, of: verb)
      return
    }
    let subject = relation(token)
    hang(next, on: verb, subject)
    hang(token, on: verb, "obl")
  }

  /// "At the talks in Oman Prime Minister Abe announced": a name right before the verb is its subject, not a part
  /// of the phrase that opens the sentence.
  private mutating func mendRunOn(_ token: Int, of verb: Int) {
    var last = verb - 1
    while last > token,
      relation(last).hasPrefix("aux") || text.tokenRecords[last].partOfSpeech == .adverb
    {
      last -= 1
    }
    guard last > token, dependents[last].contains(where: { relation($0) == "flat" }),
      relation(last) == "nmod",
      let place = dependents[last].first(where: { relation($0) == "compound" }),
      let preposition = dependents[last].first(where: { relation($0) == "case" && $0 < place })
    else { return }
    let subject = relation(token)
    hang(place, on: token, "nmod")
    hang(preposition, on: place, "case")
    hang(last, on: verb, subject)
    hang(token, on: verb, "obl")
  }

  /// "China's decision to punish Laos angered the bloc": the second subject is the object of the infinitive
  /// right before it.
  mutating func mendSecondSubject(_ token: Int) {
    guard relation(token) == "nsubj", let verb = head(token), token < verb,
      let first = dependents[verb].first(where: { relation($0).hasPrefix("nsubj") && $0 < token })
    else { return }
    let before = start(of: token) - 1
    guard before > first, text.tokenRecords[before].partOfSpeech == .verb,
      ["VB", "VBG"].contains(text.tokenRecords[before].fineTag ?? ""),
      relation(before).hasPrefix("acl"),
      !dependents[before].contains(where: { relation($0) == "obj" })
    else { return }
    hang(token, on: before, "obj")
  }

  /// "Chad and Mali, all members of the bloc, left": a noun between commas is no second subject, it tells of the first.
  mutating func mendInsertedSubject(_ token: Int) {
    guard relation(token) == "nsubj", let verb = head(token), token < verb,
      text.tokenRecords[token].partOfSpeech == .noun,
      let first = dependents[verb].first(where: { relation($0).hasPrefix("nsubj") && $0 < token })
    else { return }
    let (start, end) = (start(of: token), end(of: token))
    guard start > first, end <= verb, lower[start] == "," || lower[start - 1] == ",",
      [lower[end - 1], lower[end]].contains(","),
      !dependents[token].contains(where: { lower[$0] == "whose" })
    else { return }
    hang(token, on: first, "appos")
  }

  // MARK: - Words

  func hasSubject(_ verb: Int) -> Bool {
    dependents[verb].contains { relation($0).hasPrefix("nsubj") }
  }

  /// The verb right behind the comma that ends a relative clause, with the clause's own commas passed over.
  private func verbBehind(clause: Int) -> Int? {
    for comma in clause + 1..<max(clause + 1, sentence.upperBound - 1) where lower[comma] == "," {
      var next = comma + 1
      while next < sentence.upperBound, text.tokenRecords[next].partOfSpeech == .auxiliary {
        next += 1
      }
      guard next < sentence.upperBound, text.tokenRecords[next].partOfSpeech == .verb,
        isFinite(next) || next > comma + 1
      else { continue }
      return next
    }
    return nil
  }

  /// "who came, saw and won": a verb of the clause's list, of which a last one stands behind an "and".
  private func isListed(_ verb: Int, behind clause: Int) -> Bool {
    (verb + 1..<sentence.upperBound).contains {
      isFinite($0) && relation($0) == "conj" && (head($0) == verb || head($0) == clause)
        && dependents[$0].contains { relation($0) == "cc" }
    }
  }

  /// The head of the name that ends at a token.
  private func top(ofName last: Int) -> Int {
    var top = last
    while let above = head(top), sentence.contains(above), isNominal(above),
      ["flat", "compound"].contains(relation(top))
    {
      top = above
    }
    return top
  }

  /// The token behind a name and all that is a part of it.
  private func endOfName(_ name: Int) -> Int {
    var end = name + 1
    while end < sentence.upperBound, relation(end) == "flat", head(end) == name { end += 1 }
    return end
  }
}
