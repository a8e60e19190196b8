import Language

/// Gives the verb of a sentence that starts with a phrase or a participle the subject behind the comma, which the parser
/// ranges with the last name of that phrase: "Pressed by Chad, Mali agreed", "In Syria, Chad and Mali signed a truce"; and
/// keeps the time that a sentence starts with apart from the subject right behind it.
struct OpeningRepair {
  var records: [TokenRecord]
  let lower: [String]

  /// The text with its trees mended.
  static func mended(_ table: TokenTable) -> AnnotatedText {
    var text = table.text
    var repair = Self(records: [], lower: table.lower)
    swap(&repair.records, &text.tokenRecords)
    for sentence in text.sentenceRecords.map(\.tokens) where sentence.count > 4 {
      repair.mendTime(sentence)
      if sentence.count > 6 { repair.mend(sentence) }
    }
    swap(&repair.records, &text.tokenRecords)
    return text
  }

  private mutating func mend(_ sentence: Range<Int>) {
    let first = sentence.lowerBound
    let isParticiple = tag(first) == "VBN" && lower[first + 1] == "by"
    if isParticiple { mendRoot(first, in: sentence) }
    guard isParticiple || tag(first) == "IN" && relation(first) == "case",
      let verb = verb(of: sentence), verb > first,
      records[verb].head == nil || isParticiple && records[verb].head == first,
      !sentence.contains(where: { isSubject($0, of: verb) }),
      let phrase = subjectPhrase(before: verb, in: sentence, isParticiple: isParticiple)
    else { return }
    let subject = records.head(of: phrase)
    guard isNominal(subject), !records.ancestors(of: verb).contains(subject) else { return }
    for token in phrase
    where token != subject && records[token].head.map({ !phrase.contains($0) }) != false {
      hang(token, on: subject, isNominal(token) ? "conj" : nil)
    }
    if records[verb].head != nil {
      records[verb].head = records[first].head
      records[verb].relation = records[first].relation
      hang(first, on: verb, "advcl")
      for token in sentence where token > verb && records[token].head == first {
        records[token].head = verb
      }
    }
    hang(subject, on: verb, "nsubj")
    // "Spurned by Chad, Mali turned to Oman": what was done to the subject is no property of the verb.
    if isParticiple, relation(first) == "amod" { hang(first, on: verb, "advcl") }
  }

  /// "Asked by Chad to help, Mali demurred": a clause with a subject of its own is the sentence's, not the participle.
  private mutating func mendRoot(_ participle: Int, in sentence: Range<Int>) {
    guard records[participle].head == nil, let verb = verb(of: sentence),
      records[verb].head == participle, ["parataxis", "ccomp", "conj"].contains(relation(verb)),
      let subject = sentence.first(where: { isSubject($0, of: verb) }),
      (participle..<subject).contains(where: { lower[$0] == "," })
    else { return }
    records[verb].head = nil
    records[verb].relation = DependencyRelation(rawValue: "root")
    hang(participle, on: verb, "advcl")
  }

  /// The first finite verb of a sentence; of an auxiliary, the verb that it helps.
  private func verb(of sentence: Range<Int>) -> Int? {
    guard let finite = sentence.first(where: { records[$0].isFinite }) else { return nil }
    guard relation(finite).hasPrefix("aux") else { return finite }
    return records[finite].head
  }

  /// The nouns between a comma and the verb with its helpers and adverbs, where all words are of one phrase.
  private func subjectPhrase(
    before verb: Int, in sentence: Range<Int>, isParticiple: Bool
  ) -> Range<Int>? {
    let commas = (sentence.lowerBound..<verb).filter { lower[$0] == "," }
    // Of several commas behind a preposition none is known to end its phrase.
    guard let comma = commas.last, isParticiple || commas.count == 1 else { return nil }
    var end = verb
    while end > comma + 1,
      [.auxiliary, .adverb].contains(records[end - 1].partOfSpeech)
    { end -= 1 }
    let phrase = comma + 1..<end
    guard !phrase.isEmpty, isNominal(end - 1), phrase.allSatisfy(isInPhrase) else { return nil }
    return phrase
  }

  private func isInPhrase(_ token: Int) -> Bool {
    switch records[token].partOfSpeech {
    case .noun, .properNoun, .adjective, .determiner, .numeral, .coordinatingConjunction: true
    default: lower[token] == "of" || lower[token] == "'s" || lower[token] == "-"
    }
  }

  func isSubject(_ token: Int, of verb: Int) -> Bool {
    records[token].head == verb
      && ["nsubj", "csubj", "expl", "nsubj:pass", "nsubj:outer"].contains(relation(token))
  }

  mutating func hang(_ token: Int, on head: Int, _ relation: String?) {
    records[token].head = head
    if let relation { records[token].relation = DependencyRelation(rawValue: relation) }
  }

  func tag(_ token: Int) -> String { records[token].fineTag ?? "" }
  func relation(_ token: Int) -> String { records[token].relation?.rawValue ?? "" }
  func isNominal(_ token: Int) -> Bool {
    [.noun, .properNoun].contains(records[token].partOfSpeech)
  }
}
