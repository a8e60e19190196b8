import Graph
import Language

/// Personal pronouns and possessives of the third person.
extension CoreferenceResolver {
  /// What a pronoun asks of its antecedent.
  private struct Agreement {
    var isPerson = false
    var isPlural = false
    var gender: Referent.Gender?
    /// How many sentences back it may stand.
    let reach: Int
  }

  private static let agreements: [String: Agreement] = {
    let forms: [([String], Agreement)] = [
      (
        ["he", "him", "his", "himself"],
        Agreement(isPerson: true, gender: .masculine, reach: 3)
      ),
      (
        ["she", "her", "hers", "herself"],
        Agreement(isPerson: true, gender: .feminine, reach: 3)
      ),
      (["it", "its", "itself"], Agreement(reach: 1)),
      (["they", "them", "their", "theirs", "themselves"], Agreement(isPlural: true, reach: 1)),
    ]
    var agreements: [String: Agreement] = [:]
    for (words, agreement) in forms {
      for word in words { agreements[word] = agreement }
    }
    return agreements
  }()

  mutating func resolvePronoun(_ token: Int, sentence: Int) {
    guard let agreement = Self.agreements[table.lower[token]] else { return }
    if table.lower[token] == "it", let same = objectBefore(token) {
      take(
        Anaphor(tokens: token..<token + 1, head: token, entities: same, foundBy: "pronoun"),
        sentence: sentence)
      return
    }
    if table.lower[token] == "it", isExpletive(token) { return }
    let isPossessive = trees.relations[token] == "nmod:poss" || isBesideObject(token)
    guard
      let winner = owner(by: token, agreement, isPossessive: isPossessive)
        ?? winner(for: token, agreement, isPossessive: isPossessive, sentence: sentence)
        ?? party(for: token, agreement)
    else {
      // "On his way home he stopped": it is whoever the subject behind it is, and nobody else.
      if isPossessive, let subject = trees.predicate(of: token).flatMap(trees.subject(of:)),
        subject > token, Self.agreements[table.lower[subject]]?.gender == agreement.gender,
        trees.partsOfSpeech[subject] == .pronoun
      {
        awaiting[subject] = token
        return
      }
      // Whoever it is competes for the pronouns behind.
      referents.append(
        Referent(
          entities: [], head: token, sentence: sentence,
          kind: agreement.isPerson ? .person : .thing, isPlural: agreement.isPlural,
          gender: agreement.gender, prominence: prominence(of: token)))
      return
    }
    if let entity = winner.first, winner.count == 1, genders[entity] == nil {
      genders[entity] = agreement.gender
    }
    if let possessive = awaiting[token] {
      note(
        Anaphor(
          tokens: possessive..<possessive + 1, head: possessive, entities: winner,
          foundBy: "pronoun.possessive"))
    }
    let rule = isPossessive ? "pronoun.possessive" : "pronoun"
    take(
      Anaphor(tokens: token..<token + 1, head: token, entities: winner, foundBy: rule),
      sentence: sentence)
  }

  /// "received her degree": what the tree has for an object before another one may say whose that is.
  private func isBesideObject(_ token: Int) -> Bool {
    let next = token + 1
    return table.lower[token] == "her" && next < table.count && trees.relations[token] == "obj"
      && trees.relations[next] == "obj" && trees.heads[next] == trees.heads[token]
  }

  /// Whose a thing is that a list or a judgement tells of, whatever else could be meant.
  private func owner(by token: Int, _ agreement: Agreement, isPossessive: Bool) -> [Int]? {
    guard isPossessive else { return nil }
    return first(inListOf: token, agreement) ?? judged(over: token, agreement)
  }

  /// "Geert Wilders and his party", "Israel and its allies": what is joined to a name is of that name.
  private func first(inListOf token: Int, _ agreement: Agreement) -> [Int]? {
    guard let noun = trees.heads[token], trees.relations[noun] == "conj",
      let first = trees.heads[noun], first < token, mentionAt[first] != nil,
      trees.dependents(of: first, by: "conj").first == noun,
      case let known = entities(at: first), known.count == 1,
      let referent = referents.last(where: { $0.head == first && $0.entities == known }),
      agrees(referent, agreement), agreement.isPerson || referent.kind == .body
    else { return nil }
    return known
  }

  /// "imposed sanctions on Chad over its war", "criticised Chad for its war": what somebody is judged for is his own.
  private func judged(over token: Int, _ agreement: Agreement) -> [Int]? {
    guard let noun = trees.heads[token], let verb = trees.predicate(of: noun), verb < token,
      trees.partsOfSpeech[verb] == .verb
    else { return nil }
    let marks = trees.dependents(of: noun, by: "case").map { table.lower[$0] }
    let objects = trees.dependents(of: verb, by: "obj").filter { $0 < token }
    let isJudgement =
      trees.words.objectDeeds.contains(trees.lemmas[verb])
      || objects.contains { gazetteer.words.noun(trees.lemmas[$0].lowercased(), is: .judgement) }
    guard marks == ["over"] || marks == ["for"], isJudgement else { return nil }
    let targets = ([verb] + objects).flatMap { trees.dependents(of: $0) }.filter { target in
      target < noun && target > verb
        && (["obj", "iobj"].contains(trees.relations[target])
          || ["obl", "nmod"].contains(trees.relations[target])
            && trees.dependents(of: target, by: "case").contains {
              ["on", "against", "of"].contains(table.lower[$0])
            })
    }
    let known = targets.filter { entities(at: $0).count == 1 }
    guard known.count == 1, let referent = referents.last(where: { $0.head == known[0] }),
      agrees(referent, agreement), agreement.isPerson || referent.kind == .body
    else { return nil }
    return referent.entities
  }

  /// In what a state publishes of its own, "they" who do something are those who travelled for it.
  private mutating func party(for token: Int, _ agreement: Agreement) -> [Int]? {
    guard agreement.isPlural, entities.publisher != nil, trees.relations[token] == "nsubj" else {
      return nil
    }
    let party = travellers(before: token)
    return party.isEmpty ? nil : party
  }

  /// The entities of the weightiest referent, if it has any and no other comes near.
  private func winner(
    for token: Int, _ agreement: Agreement, isPossessive: Bool, sentence: Int
  ) -> [Int]? {
    let isReflexive = table.lower[token].hasSuffix("self") || table.lower[token].hasSuffix("selves")
    var predicate = trees.predicate(of: token)
    // "accused Chad of spying on its navy" tells of the accuser's.
    if isPossessive, let deed = predicate, trees.isOfObject(deed) { predicate = trees.heads[deed] }
    let clauseSubject = predicate.flatMap(trees.subject(of:))
    if let clauseSubject, clauseSubject > token,
      !trees.ancestors(of: token).contains(clauseSubject)
    {
      // "Before his visit, Abe said": what comes is meant, or nothing that is sure.
      return isPossessive ? coming(clauseSubject, agreement) : nil
    }
    // "denied that his government had agreed": whose the subject of what somebody says is, he is by himself.
    let teller = isPossessive ? teller(aboveSubject: clauseSubject, of: predicate, token) : nil
    let speaking = speaker(at: token)
    let needsBody = !agreement.isPerson && !agreement.isPlural && isOfBody(token)
    let bidding = bidder(before: token)
    var weights: [[Int]: Double] = [:]
    var bestWeight = 0.0
    var best: [Int]?
    for referent in referents.reversed() {
      let distance = sentence - referent.sentence
      if distance > agreement.reach { break }
      guard agrees(referent, agreement), !needsBody || referent.kind == .body,
        isAllowed(referent, for: token, isPossessive: isPossessive, isReflexive: isReflexive)
      else { continue }
      if let speaking, referent.entities.contains(speaking) { continue }
      if !referent.entities.isEmpty, referent.entities == bidding { continue }
      var weight = 100 + referent.prominence
      if distance == 0, referent.head == clauseSubject, isPossessive || isReflexive {
        // "urged Chad to end its war": who is urged weighs little by its place.
        weight += trees.relations[referent.head] == "nsubj" ? 60 : 90
      }
      if distance == 0, referent.head == teller { weight += 60 }
      weight += parallel(referent, token) + told(referent, byClauseOf: token)
      if distance == 1, agreement.isPerson, opens(token), isTopic(referent) {
        weight += Self.continuation
      }
      if agreement.isPerson, referent.gender == nil { weight *= 0.8 }
      for _ in 0..<distance { weight *= agreement.isPerson ? 0.7 : 0.5 }
      let key = referent.entities.isEmpty ? [-1 - referent.head] : referent.entities
      // A thing that was brought up more than once is a little more likely to be meant.
      let total = weights[key].map { max($0, weight) + 0.15 * min($0, weight) } ?? weight
      weights[key] = total
      if total > bestWeight {
        bestWeight = total
        best = key
      }
    }
    guard let best, best.allSatisfy({ $0 >= 0 }) else { return nil }
    let rival = weights.filter { $0.key != best }.values.max() ?? 0
    return rival * Self.margin <= bestWeight ? best : nil
  }

  /// Who says what the clause tells whose subject a possessive is a part of.
  private func teller(aboveSubject subject: Int?, of predicate: Int?, _ token: Int) -> Int? {
    guard let subject, let predicate, trees.ancestors(of: token).contains(subject),
      trees.relations[predicate] == "ccomp", let verb = trees.heads[predicate]
    else { return nil }
    return trees.subject(of: verb)
  }

  /// Whether only a country or a body can be meant: "it said", "its ambassador".
  private func isOfBody(_ token: Int) -> Bool {
    guard let head = trees.heads[token] else { return false }
    if trees.relations[token] == "nsubj" { return quotations.isSpeech(head) }
    // "accused it of theft"
    if trees.relations[token] == "obj" {
      return gazetteer.words.verb(trees.lemmas[head], is: .body)
    }
    guard trees.relations[token] == "nmod:poss" else { return false }
    if let mention = titledMention[head] ?? mentionAt[head] {
      return entities.entities[entities.mentions[mention].entity].id.nodeClass == "person"
    }
    let noun = trees.lemmas[head].lowercased()
    let title = gazetteer.titles.title(noun)
    return gazetteer.heads.type(noun, .own) == "country"
      || title.map { $0.office != nil && $0.rank != "person" } ?? false
  }

  /// The one entity of a subject behind the pronoun, where it agrees.
  private func coming(_ subject: Int, _ agreement: Agreement) -> [Int]? {
    let known = entities(at: subject)
    if agreement.isPlural {
      // "In their talks, Abe and Putin agreed": those whom the subject lists.
      let listed = trees.dependents(of: subject, by: "conj").map { entities(at: $0) }
      guard known.count == 1, !listed.isEmpty, listed.allSatisfy({ $0.count == 1 }) else {
        return nil
      }
      return known + listed.flatMap(\.self).filter { $0 != known[0] }
    }
    guard known.count == 1 else { return nil }
    let entity = entities.entities[known[0]]
    let gender = genders[known[0]]
    if agreement.isPerson {
      return entity.id.nodeClass == "person" && (gender == nil || gender == agreement.gender)
        ? known : nil
    }
    return ["country", "organization"].contains(entity.type) ? known : nil
  }

  /// How much the best must outweigh the next.
  private static let margin = 1.15

  private func agrees(_ referent: Referent, _ agreement: Agreement) -> Bool {
    guard referent.isPlural == agreement.isPlural else { return false }
    if agreement.isPlural { return true }
    guard (referent.kind == .person) == agreement.isPerson else { return false }
    return referent.gender == nil || referent.gender == agreement.gender
  }

  /// Whoever spoke goes on to speak; subjects go on to be subjects.
  private func parallel(_ referent: Referent, _ token: Int) -> Double {
    guard trees.relations[token] == "nsubj", trees.relations[referent.head] == "nsubj",
      let own = trees.heads[token], let other = trees.heads[referent.head]
    else { return 0 }
    if quotations.isSpeech(other), trees.ancestors(of: own).contains(other) { return 50 }
    return quotations.isSpeech(own) && quotations.isSpeech(other) ? 60 : 30
  }

  /// Whether the pronoun is the first word of its sentence, and its subject.
  private func opens(_ token: Int) -> Bool {
    table.text.sentenceRecords[table.sentence[token]].tokens.lowerBound == token
      && trees.relations[token] == "nsubj"
  }

  /// "Lind, a judge, was less sure. He ...": whether a name is what its sentence is about, so that the next one goes on
  /// with it (the centre that continues, of B. J. Grosz, A. K. Joshi and S. Weinstein, "Centering", 1995).
  private func isTopic(_ referent: Referent) -> Bool {
    mentionAt[referent.head] != nil && trees.relations[referent.head] == "nsubj"
      && trees.heads[referent.head].map { trees.relations[$0] == "root" } == true
  }

  private static let continuation = 60.0

  /// "the colonel, who fled before he was charged": of what a relative clause is about its own clauses go on to tell.
  private func told(_ referent: Referent, byClauseOf token: Int) -> Double {
    guard trees.relations[token] == "nsubj", let verb = trees.heads[token],
      trees.relations[verb] == "advcl", let relative = trees.heads[verb],
      trees.relations[relative] == "acl", trees.heads[relative] == referent.head,
      trees.subject(of: relative).map({ table.lower[$0] == "who" }) == true
    else { return 0 }
    return 100
  }

  // MARK: - Binding

  /// Whether the sentence's structure lets the pronoun mean the referent: no argument beside it, nothing that
  /// it is part of, and nothing inside what it commands ("Putin will come, he said").
  private func isAllowed(
    _ referent: Referent, for token: Int, isPossessive: Bool, isReflexive: Bool
  ) -> Bool {
    let subject = trees.heads[token].flatMap(trees.subject(of:))
    // "Lind, who said that he was ill, telephoned him": nor whom another word for the subject means.
    if !isPossessive, !isReflexive, let subject, subject != token, !referent.entities.isEmpty,
      ["obj", "iobj"].contains(trees.relations[token]), entities(at: subject) == referent.entities
    {
      return false
    }
    guard table.sentence[referent.head] == table.sentence[token] else { return !isReflexive }
    if isReflexive {
      return trees.predicate(of: token).flatMap(trees.subject(of:)) == referent.head
    }
    if !isPossessive, isBesidePhrase(token, of: referent) { return false }
    let ancestors = trees.ancestors(of: token)
    if let position = ancestors.firstIndex(of: referent.head) {
      // Inside its own phrase only from a clause or conjunct: "Abe, who left his house"; "Abe and his wife".
      let inner = [token] + ancestors[..<position]
      return inner.contains {
        DependencyIndex.clauses.contains(trees.relations[$0]) || trees.relations[$0] == "conj"
      }
    }
    if !isPossessive {
      if let head = trees.heads[token], trees.heads[referent.head] == head { return false }
      if let subject, subject == referent.head, subject != token { return false }
      // "her meeting with him", "talks between Abe and him"
      if trees.relations[token] == "nmod", let noun = trees.heads[token],
        trees.heads[referent.head] == noun
      {
        return false
      }
    }
    guard trees.relations[token] == "nsubj", let verb = trees.heads[token] else { return true }
    let path = [referent.head] + trees.ancestors(of: referent.head)
    if let position = path.firstIndex(of: verb), position > 0 {
      return ["advcl", "obl"].contains(trees.relations[path[position - 1]])
    }
    if trees.relations[verb] == "parataxis", quotations.isSpeech(verb),
      let main = trees.heads[verb],
      let position = path.firstIndex(of: main)
    {
      return position > 0 && ["advcl", "obl"].contains(trees.relations[path[position - 1]])
    }
    return true
  }

  /// "Abe, who flew to Oslo for talks with him": behind prepositions of its clause a pronoun doesn't mean the
  /// subject, which a relative pronoun may stand for.
  private func isBesidePhrase(_ token: Int, of referent: Referent) -> Bool {
    guard let predicate = trees.predicate(of: token), let subject = trees.subject(of: predicate),
      subject < token, ["obj", "iobj", "obl", "nmod"].contains(trees.relations[token])
    else { return false }
    let path = trees.ancestors(of: token).prefix { $0 != predicate }
    guard path.allSatisfy({ ["obl", "nmod", "obj"].contains(trees.relations[$0]) }) else {
      return false
    }
    var actor = subject
    if ["who", "which", "that"].contains(table.lower[subject]),
      trees.relations[predicate].hasPrefix("acl"), let antecedent = trees.heads[predicate]
    {
      actor = antecedent
    }
    return actor == referent.head
      || !referent.entities.isEmpty && entities(at: actor) == referent.entities
  }

  /// Who is the subject of the verb whose object has a pronoun behind "for": of "Abe conveyed an invitation for him to
  /// visit", Abe, who isn't meant.
  private func bidder(before token: Int) -> [Int]? {
    guard token > 0, table.lower[token - 1] == "for" else { return nil }
    let path = trees.ancestors(of: token)
    guard let noun = path.first(where: { trees.relations[$0] == "obj" }), noun < token,
      let verb = trees.heads[noun], let subject = trees.subject(of: verb)
    else { return nil }
    return entities(at: subject)
  }

  /// "invaded Kuwait and annexed it": the name that was done something to by the verb before, which has the same subject.
  private func objectBefore(_ token: Int) -> [Int]? {
    guard trees.relations[token] == "obj", let verb = trees.heads[token],
      trees.relations[verb] == "conj", trees.dependents(of: verb, by: "nsubj").isEmpty,
      let first = trees.heads[verb], trees.partsOfSpeech[first] == .verb,
      let object = trees.dependents(of: first, by: "obj").first, object < verb,
      mentionAt[object] != nil, case let known = entities(at: object), known.count == 1,
      entities.entities[known[0]].id.nodeClass != "person"
    else { return nil }
    return known
  }

  /// "It is clear that ...", "it seems", "it took years": a subject that means nothing.
  private func isExpletive(_ token: Int) -> Bool {
    if trees.relations[token] == "expl" { return true }
    guard trees.relations[token] == "nsubj", let predicate = trees.heads[token] else { return true }
    if ["seem", "appear", "happen", "turn", "take", "rain", "snow", "matter"]
      .contains(trees.lemmas[predicate])
    {
      return true
    }
    let dependents = trees.dependents(of: predicate)
    if dependents.contains(where: { trees.relations[$0] == "csubj" }) { return true }
    guard trees.partsOfSpeech[predicate] != .verb else { return false }
    return dependents.contains {
      $0 > predicate && DependencyIndex.clauses.contains(trees.relations[$0])
    }
  }
}
