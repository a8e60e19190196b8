import Language

/// Mends what the parser is known to get wrong, where the tree as it stands can't be: a subject behind a
/// preposition, two subjects of one verb, half of a list cut off from its clause.
struct TreeRepair {
  var text: AnnotatedText
  let lower: [String]
  let words: ClauseWords
  /// The tokens of the sentence that is being mended, and its tree turned around.
  private(set) var sentence = 0..<0
  private(set) var dependents = Dependents([])

  /// The text with its trees mended; `words` tells what verbs take.
  static func mended(_ table: TokenTable, words: ClauseWords) -> AnnotatedText {
    var repair = Self(text: table.text, lower: table.lower, words: words)
    for sentence in table.text.sentenceRecords {
      repair.start(sentence.tokens)
      for token in sentence.tokens where !repair.isSound(token) {
        repair.mendVerb(token)
        repair.mendRelative(token)
        repair.mendRelativeClause(token)
        repair.mendRelativeNoun(token)
        repair.mendLateInfinitive(token)
        repair.mendInterrupted(token)
        repair.mendDashes(token)
        repair.mendOpening(token)
        repair.mendSecondSubject(token)
        repair.mendInsertedSubject(token)
        repair.mendInfinitive(token)
        repair.mendBidding(token)
        repair.mendLateSubject(token)
        repair.mendClause(token)
        repair.mendGerund(token)
        repair.mendGerundObject(token)
        repair.mendWelcome(token)
        repair.mendList(token)
        repair.mendSummary(token)
        repair.mendSpeech(token)
        repair.mendParticle(token)
        repair.mendSubjectBehindTime(token)
        repair.mendSubjectOfPlace(token)
        repair.mendDoubleSubject(token)
        repair.mendVerblessRoot(token)
        repair.mendVerblessNoun(token)
        repair.mendBoth(token)
        repair.mendTwo(token)
        repair.mendListedVerb(token)
        repair.mendOpeningName(token)
        repair.mendJoinedVerb(token)
        repair.mendOtherPreposition(token)
        repair.mendLooseApposition(token)
        repair.mendBareApposition(token)
        repair.mendFirstVerb(token)
        repair.mendHolder(token)
        repair.mendBareSubject(token)
        repair.mendGapping(token)
        repair.mendComplement(token)
        repair.mendSaid(token)
        repair.mendControl(token)
        repair.mendDeed(token)
        repair.mendThatClause(token)
        repair.mendRelationalNoun(token)
        repair.mendBareTime(token)
        repair.mendSwallowingTime(token)
        repair.mendListBehindTime(token)
        repair.mendMeasuredClause(token)
        repair.mendGerundComplement(token)
        repair.mendHiddenNoun(token)
        repair.mendSwallowedObject(token)
        repair.mendUnmarkedSubject(token)
        repair.mendListedParticiple(token)
        repair.mendSecondAddressee(token)
        repair.mendSecondObject(token)
        repair.mendAsideParticiple(token)
        repair.mendAgent(token)
        repair.mendReceiver(token)
        repair.mendPartners(token)
        repair.mendPlace(token)
        repair.mendExpectedVerb(token)
        repair.mendDue(token)
        repair.mendActive(token)
        repair.mendRelativeOfTime(token)
        repair.mendObjectRelative(token)
        repair.mendApposedClause(token)
        repair.mendParenthesis(token)
        repair.mendThen(token)
        repair.mendSubjectOfTime(token)
        repair.mendApposedSubject(token)
        repair.mendVocative(token)
        repair.mendNaming(token)
        repair.mendVerbOfSpeech(token)
        repair.mendPassiveAgent(token)
        repair.mendCalled(token)
        repair.mendRejoinder(token)
        repair.mendHeadlineObject(token)
        repair.mendSubjects(token)
      }
    }
    return repair.text
  }

  private init(text: AnnotatedText, lower: [String], words: ClauseWords) {
    self.text = text
    self.lower = lower
    self.words = words
  }

  private mutating func start(_ sentence: Range<Int>) {
    self.sentence = sentence
    dependents = Dependents(text.tokenRecords, of: sentence)
  }

  /// Whether a token is a mark, an article, an adverb or the like, as every other one is, that stands in its place and has
  /// nothing below it: no mend starts at one, but for a few words.
  private func isSound(_ token: Int) -> Bool {
    switch text.tokenRecords[token].partOfSpeech {
    case .punctuation, .determiner, .adposition, .particle, .coordinatingConjunction,
      .subordinatingConjunction, .numeral, .adverb, .adjective, .pronoun:
      break
    default: return false
    }
    switch relation(token) {
    case "punct", "det", "mark", "cc", "nummod", "advmod", "nmod:poss": break
    // A particle may be mistaken for a preposition.
    case "case" where text.tokenRecords[token].fineTag != "RP": break
    // So may a gerund for an adjective.
    case "amod" where !lower[token].hasSuffix("ing"): break
    default: return false
    }
    return dependents[token].isEmpty && !isFinite(token) && !Self.starters.contains(lower[token])
  }

  /// Words at which a mend starts, whatever they are.
  private static let starters: Set<String> = ["whose", "after", "before", "over", "both"]

  func relation(_ token: Int) -> String {
    text.tokenRecords[token].relation?.rawValue ?? ""
  }
  func head(_ token: Int) -> Int? { text.tokenRecords[token].head }
  /// The lemma, where none is known the word itself in lower case.
  func lemma(_ token: Int) -> String { text.tokenRecords[token].lemma ?? lower[token] }
  func isFinite(_ token: Int) -> Bool {
    switch text.tokenRecords[token].fineTag {
    case "VBD", "VBZ", "VBP": true
    default: false
    }
  }

  /// Hangs a token on another; what would close a circle is left as it is.
  mutating func hang(_ token: Int, on head: Int, _ relation: String) {
    guard token != head, !isBelow(head, token) else { return }
    text.tokenRecords[token].head = head
    text.tokenRecords[token].relation = DependencyRelation(rawValue: relation)
    dependents = Dependents(text.tokenRecords, of: sentence)
  }

  /// "Moyo said Chad had won, but accused Mali of cheating": who says one thing says the next, which isn't part of the first.
  private mutating func mendSpeech(_ verb: Int) {
    guard relation(verb) == "conj", text.tokenRecords[verb].fineTag == "VBD",
      Self.saying.contains(lemma(verb)), let said = head(verb),
      said < verb, relation(said) == "ccomp", let report = head(said), report < said,
      isFinite(report) || isMistaggedPast(report), relation(report) != "conj",
      !dependents[verb].contains(where: { relation($0).hasPrefix("nsubj") }),
      let joint = dependents[verb].first(where: { relation($0) == "cc" }),
      lower[joint - 1] == "," || lower[joint] == "but" || isAboutThing(said)
    else { return }
    hang(verb, on: report, "conj")
  }

  /// Whether a verb with a subject and no helper is tagged as a participle: "ruled".
  private func isMistaggedPast(_ verb: Int) -> Bool {
    text.tokenRecords[verb].fineTag == "VBN"
      && dependents[verb].contains { relation($0) == "nsubj" }
      && !dependents[verb].contains { relation($0).hasPrefix("aux") }
  }

  /// "ruled that the port was Chad's and ordered Mali to leave": whether the subject of a clause is nobody who could speak.
  private func isAboutThing(_ clause: Int) -> Bool {
    guard let subject = dependents[clause].first(where: { relation($0).hasPrefix("nsubj") }) else {
      return dependents[clause].contains { relation($0) == "expl" }
    }
    let noun = lemma(subject)
    return ["NN", "NNS"].contains(text.tokenRecords[subject].fineTag)
      && ![words.roles, words.delegates, words.acting, words.opponents, words.wholes].contains {
        $0.contains(noun)
      }
      && !dependents[subject].contains { isName($0) || isDemonym($0) }
  }

  /// Verbs for what somebody does by speaking to or of others.
  static let saying: Set<String> = [
    "accuse", "urge", "warn", "call", "criticize", "criticise", "condemn", "demand", "blame",
    "praise",
    "thank", "deny", "reject", "reiterate", "insist", "pledge", "vow", "promise", "threaten",
    "appeal",
    "add", "ask", "invite", "denounce", "welcome", "express", "announce", "order",
  ]

  /// "Chad orders the arrest of a spy": what has an object is no noun, whatever its tag says; what stands right
  /// before it is its subject.
  private mutating func mendVerb(_ token: Int) {
    guard text.tokenRecords[token].fineTag == "NNS", relation(token) != "compound",
      dependents[token].contains(where: {
        ["obj", "ccomp", "xcomp"].contains(relation($0)) && $0 > token
          // "an island that Chad controls"
          || relation($0) == "obj" && ["that", "which"].contains(lower[$0])
            && relation(token) == "acl:relcl"
      }),
      let before = dependents[token].last(where: { $0 < token && end(of: $0) == token }),
      ["compound", "nmod", "nmod:unmarked", "nsubj", "flat"].contains(relation(before)),
      text.tokenRecords[before].partOfSpeech == .properNoun
    else { return }
    text.tokenRecords[token].fineTag = "VBZ"
    text.tokenRecords[token].partOfSpeech = .verb
    hang(before, on: token, "nsubj")
  }

  /// "Chad, whose troops left, has said": the name before a relative pronoun is no address, it is the subject that
  /// the verb behind lacks.
  private mutating func mendRelative(_ token: Int) {
    guard relation(token) == "vocative", let clause = head(token), token < clause,
      relation(clause) == "advcl", let verb = head(clause), clause < verb,
      !dependents[verb].contains(where: { relation($0).hasPrefix("nsubj") }),
      token + 2 < lower.count, lower[token + 1] == ",",
      ["who", "whose", "which"].contains(lower[token + 2])
    else { return }
    hang(token, on: verb, "nsubj")
    hang(clause, on: token, "acl:relcl")
  }

  /// "said Kurt Lind, who teaches law": a clause whose subject is a relative pronoun right behind a phrase and its
  /// comma is about that phrase, whatever the tree has it for.
  private mutating func mendRelativeClause(_ token: Int) {
    // Of "whose" it is what is owned that is the subject.
    let isOwner = lower[token] == "whose" && relation(token) == "nmod:poss"
    guard let subject = isOwner ? head(token) : token,
      isOwner || ["who", "which"].contains(lower[token]), relation(subject).hasPrefix("nsubj"),
      let clause = head(subject), token < clause, !relation(clause).hasPrefix("acl"),
      let upper = head(clause), upper < token, token - 2 >= sentence.lowerBound,
      lower[token - 1] == ",", isNominal(token - 2)
    else { return }
    var antecedent = token - 2
    while let above = head(antecedent), above < antecedent, above >= sentence.lowerBound,
      isNominal(above), isInside(relation(antecedent), for: lower[token])
    {
      antecedent = above
    }
    // What the clause itself governs is nothing that it tells of.
    var top = antecedent
    for _ in sentence {
      guard let above = head(top), above != clause else { break }
      top = above
    }
    guard head(top) != clause else { return }
    hang(clause, on: antecedent, "acl:relcl")
  }

  /// "Chad, whose troops have held the town since last year's war, accused Mali": a verb right behind the comma that ends a
  /// relative clause has what the clause is about for its subject, and nothing of the clause.
  private mutating func mendInterrupted(_ verb: Int) {
    // "Lind, who left, is preparing": the helper has no subject of its own.
    guard !relation(verb).hasPrefix("aux"),
      isFinite(verb) || relation(verb) == "root" || relation(verb) == "ccomp",
      let comma = comma(before: verb), comma > sentence.lowerBound,
      let pronoun = (sentence.lowerBound..<comma).last(where: {
        ["who", "whose", "which"].contains(lower[$0]) && $0 > sentence.lowerBound
          && lower[$0 - 1] == ","
      }), pronoun - 2 >= sentence.lowerBound, isNominal(pronoun - 2),
      !(pronoun..<comma).contains(where: { lower[$0] == "," })
        || Self.listing.contains(lower[pronoun + 1]),
      (pronoun..<comma).contains(where: { isFinite($0) }),
      start(of: pronoun - 2) >= sentence.lowerBound
    else { return }
    let known = dependents[verb].first { relation($0).hasPrefix("nsubj") }
    if let known, !(pronoun..<comma).contains(known) { return }
    // The phrase before the clause, up to its own head.
    var subject = pronoun - 2
    while let above = head(subject), above < subject, above >= sentence.lowerBound,
      isNominal(above),
      ["flat", "compound", "conj", "nmod", "appos", "nmod:poss"].contains(relation(subject))
    {
      subject = above
    }
    let clause = head(subject).flatMap { (pronoun..<comma).contains($0) ? $0 : nil }
    guard subject != verb,
      !["obl", "nmod"].contains(relation(subject)) || head(subject) == verb || clause != nil,
      !dependents[subject].contains(where: { relation($0) == "case" && $0 < subject })
    else { return }
    if let clause, clause != verb {
      // "Lind of Peru, whose parents left, vowed": the name hangs on the clause that tells of it.
      hang(subject, on: verb, "nsubj")
      hang(clause, on: subject, "acl:relcl")
      return
    }
    // What hangs above the subject must not hang below the verb.
    var top = verb
    for _ in sentence {
      guard let above = head(top), sentence.contains(above) else { break }
      if above == subject { return }
      top = above
    }
    if let known { hang(known, on: known == comma - 1 ? subject : verb, "dep") }
    hang(subject, on: verb, "nsubj")
  }

  /// "The Group of Seven - Canada, France and Japan - condemned Chad": what stands between dashes tells of the phrase
  /// before, and doesn't act beside it.
  private mutating func mendDashes(_ verb: Int) {
    guard let subject = dependents[verb].first(where: { relation($0).hasPrefix("nsubj") }),
      let close = mark(before: verb, of: Self.dashes),
      let open = (sentence.lowerBound..<close).last(where: { Self.dashes.contains(lower[$0]) }),
      open > sentence.lowerBound, close - open > 3, isNominal(open - 1), subject < open,
      end(of: subject) > open
    else { return }
    let inside = open + 1..<close
    let members = inside.filter { token in
      isNominal(token) && relation(token) == "conj"
        && head(token).map { !inside.contains($0) } == true
    }
    guard let first = members.first else { return }
    let named = inside.first { isNominal($0) && relation($0) == "appos" && $0 < first } ?? first
    if named == first { hang(first, on: subject, "appos") }
    for member in members where member != named { hang(member, on: named, "conj") }
  }

  /// Verbs behind which a relative clause goes on with a list.
  private static let listing: Set<String> = [
    "include", "includes", "included", "comprise", "comprises", "comprised", "groups", "unites",
  ]

  private static let dashes: Set<String> = ["-", "–", "—", "--"]

  /// The comma before a verb and its auxiliaries and adverbs.
  private func comma(before verb: Int) -> Int? { mark(before: verb, of: [","]) }

  private func mark(before verb: Int, of marks: Set<String>) -> Int? {
    var before = verb - 1
    while before > sentence.lowerBound,
      relation(before).hasPrefix("aux") || relation(before) == "cop"
        || text.tokenRecords[before].partOfSpeech == .adverb
    {
      before -= 1
    }
    return before > sentence.lowerBound && marks.contains(lower[before]) ? before : nil
  }

  /// Whether a relation joins a word to the name or, before "who", to the longer phrase that it is part of: "Lind of
  /// the Lyon Institute, who".
  private func isInside(_ relation: String, for pronoun: String) -> Bool {
    ["flat", "compound", "goeswith", "conj"].contains(relation)
      || pronoun == "who" && relation == "nmod"
  }

  func isNominal(_ token: Int) -> Bool {
    text.tokenRecords[token].partOfSpeech == .properNoun
      || text.tokenRecords[token].partOfSpeech == .noun
  }

  /// "after soldiers led by Traore toppled Keita": before a finite verb without a subject, a preposition that may
  /// start a clause does, and the noun behind it is the subject.
  private mutating func mendClause(_ verb: Int) {
    let isJoined =
      relation(verb) == "conj" && !dependents[verb].contains { relation($0) == "cc" }
      && lower[start(of: verb)] != ","
    guard hasFiniteVerb(verb), relation(verb) == "advcl" || isJoined, let upper = head(verb),
      upper < verb,
      !dependents[verb].contains(where: {
        ["nsubj", "nsubj:pass", "csubj", "mark"].contains(relation($0))
      }),
      let phrase = dependents[upper].last(where: { $0 < verb && end(of: $0) == start(of: verb) }),
      ["obl", "nmod"].contains(relation(phrase)), let opening = dependents[phrase].first,
      opening < phrase, relation(opening) == "case", Self.subordinators.contains(lower[opening])
    else { return }
    let isPassive = dependents[verb].contains { relation($0) == "aux:pass" }
    hang(verb, on: upper, "advcl")
    hang(opening, on: verb, "mark")
    hang(phrase, on: verb, isPassive ? "nsubj:pass" : "nsubj")
  }

  /// Whether a word is a finite verb, or says with one what its subject is: "were due".
  func hasFiniteVerb(_ token: Int) -> Bool {
    isFinite(token)
      || dependents[token].contains {
        ["cop", "aux", "aux:pass"].contains(relation($0)) && isFinite($0)
      }
  }

  /// "That ended when Abe, Park and Xi met": of a list of subjects the tree may give the verb but the last, and
  /// take the others for a phrase of the clause before.
  private mutating func mendList(_ subject: Int) {
    guard relation(subject) == "nsubj", let verb = head(subject), relation(verb) == "conj",
      let upper = head(verb), isFinite(verb), subject < verb,
      let joint = dependents[verb].first(where: { relation($0) == "cc" }),
      joint + 1 == start(of: subject), joint > sentence.lowerBound
    else { return }
    var last = joint - 1
    if lower[last] == "," { last -= 1 }
    guard last > sentence.lowerBound else { return }
    var top = last
    while let above = head(top), above != upper, above < verb, sentence.contains(above) {
      top = above
    }
    guard head(top) == upper, ["obl", "obj", "nmod"].contains(relation(top)),
      let opening = dependents[top].first, opening < top,
      Self.subordinators.contains(lower[opening])
    else { return }
    hang(verb, on: upper, "advcl")
    hang(opening, on: verb, "mark")
    hang(top, on: verb, "nsubj")
    hang(subject, on: top, "conj")
    hang(joint, on: subject, "cc")
  }

  static let subordinators: Set<String> = [
    "when", "after", "before", "as", "while", "since", "because", "although", "though", "that",
  ]

  func start(of token: Int) -> Int {
    var first = token
    while let next = dependents[first].first, next < first { first = next }
    return first
  }

  /// The token behind a phrase.
  func end(of token: Int) -> Int {
    var last = token
    while let next = dependents[last].last, next > last { last = next }
    return last + 1
  }

}
