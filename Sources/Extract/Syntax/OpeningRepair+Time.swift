import Language

/// The time that a sentence starts with, without a comma behind it: "In March Chile, Peru and Brazil left". Parsers like to
/// read it and the name behind it as one phrase.
extension OpeningRepair {
  /// Gives the time to the sentence's verb, and the verb the subject that stands behind the time.
  mutating func mendTime(_ sentence: Range<Int>) {
    guard let time = openingTime(of: sentence), time.upperBound < sentence.upperBound,
      startsSubject(time.upperBound), let verb = verb(behind: time.upperBound, in: sentence),
      isEntangled(time, before: verb)
    else { return }
    let above = records.ancestors(of: verb)
    var subject = time.upperBound
    while let head = records[subject].head, time.upperBound <= head, head < verb { subject = head }
    guard isNominal(subject), !above.contains(subject), !above.contains(where: time.contains),
      becomesSubject(subject, of: verb, behind: time, in: sentence)
    else { return }
    let head = records.head(of: time)
    let core = isNominal(head) || tag(head) == "CD" ? head : time.upperBound - 1
    let isMarked = time.contains { records[$0].partOfSpeech == .adposition }
    hang(core, on: verb, isMarked ? "obl" : "obl:unmarked")
    for token in time where token != core { hang(token, on: core, part(token)) }
  }

  /// What a word of a time is to the one that heads it.
  private func part(_ token: Int) -> String {
    switch records[token].partOfSpeech {
    case .adposition, .subordinatingConjunction: "case"
    case .numeral: "nummod"
    case .adjective: "amod"
    case .determiner: "det"
    case .adverb: "advmod"
    case .punctuation: "punct"
    default: "compound"
    }
  }

  /// Whether some word of the time hangs on the phrase behind it, or the phrase on the time.
  private func isEntangled(_ time: Range<Int>, before verb: Int) -> Bool {
    let behind = time.upperBound..<verb
    return time.contains { records[$0].head.map(behind.contains) == true }
      || behind.contains { records[$0].head.map(time.contains) == true }
  }

  /// Makes the phrase behind the time the subject of the verb, with the list that goes on from it. False where something
  /// else is the subject: "In December elections, the party won".
  private mutating func becomesSubject(
    _ phrase: Int, of verb: Int, behind time: Range<Int>, in sentence: Range<Int>
  ) -> Bool {
    if isSubject(phrase, of: verb) { return true }
    guard records[phrase].head.map({ $0 == verb || time.contains($0) }) == true,
      !sentence.contains(where: {
        records[$0].head == phrase && relation($0) == "case" && $0 > time.upperBound
          && lower[$0] != "'s"
      })
    else { return false }
    let isPassive = sentence.contains { records[$0].head == verb && relation($0) == "aux:pass" }
    if let next = sentence.first(where: { isSubject($0, of: verb) }) {
      // "Chile, Peru and Brazil left": the list has lost its first.
      let others = sentence.filter { records[$0].head == next && relation($0) == "conj" }
      guard phrase < next, next < verb, isName(phrase), isName(next), !others.isEmpty,
        others.allSatisfy({ isName($0) && $0 < verb }),
        (phrase..<next).contains(where: { lower[$0] == "," })
      else { return false }
      hang(phrase, on: verb, relation(next))
      hang(next, on: phrase, "conj")
      for other in others { hang(other, on: phrase, nil) }
    } else {
      hang(phrase, on: verb, isPassive ? "nsubj:pass" : "nsubj")
    }
    return true
  }

  private func isName(_ token: Int) -> Bool { records[token].partOfSpeech == .properNoun }

  /// Whether a phrase starts here that may be a subject.
  private func startsSubject(_ token: Int) -> Bool {
    switch records[token].partOfSpeech {
    case .properNoun, .noun, .adjective: true
    case .determiner: lower[token] == "the"
    default: false
    }
  }

  /// The first finite verb behind `start` that is in no relative clause; of an auxiliary, the verb that it helps.
  private func verb(behind start: Int, in sentence: Range<Int>) -> Int? {
    for token in start..<sentence.upperBound where records[token].isFinite {
      let verb =
        relation(token).hasPrefix("aux") || relation(token) == "cop"
        ? records[token].head ?? token : token
      if !relation(verb).hasPrefix("acl"), verb > start { return verb }
    }
    return nil
  }

  /// "In March", "On Aug. 6", "Last week", "By late Friday night": the words of the time that opens a sentence, where no comma
  /// follows.
  private func openingTime(of sentence: Range<Int>) -> Range<Int>? {
    var next = sentence.lowerBound
    func word() -> String { next < sentence.upperBound ? lower[next] : "" }
    if ["but", "and", "then"].contains(word()) { next += 1 }
    let start = next
    while Self.qualifiers.contains(word()) { next += 1 }
    let isMarked = Self.prepositions.contains(word())
    if isMarked { next += 1 }
    let lead = next
    while Self.qualifiers.contains(word()) || Self.deictics.contains(word()) { next += 1 }
    guard isMarked || next > lead else { return nil }
    let name = word().hasSuffix(".") ? String(word().dropLast()) : word()
    let timeWord = TimeWord.named(name)
    if timeWord?.weekday != nil {
      next += 1
      if Self.partsOfDay.contains(word()) { next += 1 }
    } else if timeWord?.month != nil {
      next += 1
      if word().count < 3, Int(word()) != nil { next += 1 }
      if isYear(word()) { next += 1 }
    } else if isYear(name), isMarked {
      next += 1
    } else if timeWord?.unit != nil || TimeWords.seasons[name] != nil, next > lead {
      next += 1
    } else {
      return nil
    }
    return start..<next
  }

  private func isYear(_ word: String) -> Bool {
    word.count == 4 && Int(word).map { (1000..<2100).contains($0) } == true
  }

  private static let prepositions: Set<String> = [
    "in", "on", "by", "since", "until", "before", "after", "during", "around",
  ]
  private static let qualifiers: Set<String> = ["early", "earlier", "late", "later", "mid"]
  private static let deictics: Set<String> = [
    "last", "next", "this", "that", "the", "same", "following", "previous",
  ]
  private static let partsOfDay: Set<String> = ["morning", "afternoon", "evening", "night"]
}
