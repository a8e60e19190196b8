import Language

/// Who takes part in what a noun states.
extension PredicateArguments {
  /// To whom what a noun states is directed: "an invitation to Oman", "gave Oman permission".
  func recipients(ofNoun noun: Int) -> [Filler] {
    let own = phrases(of: noun, "to").filter { tree.isNoun($0) }
    if !own.isEmpty { return own.map { Filler(head: $0, path: "to") } }
    guard let verb = tree.head(noun), tree.isVerb(verb), tree.relation(noun).hasPrefix("obj") else {
      return []
    }
    let objects = tree.dependents(of: verb, "obj").filter { $0 < noun }
    if !objects.isEmpty { return objects.map { Filler(head: $0, path: "obj") } }
    let given = recipients(ofVerb: verb).filter { $0.head != noun }
    return given.isEmpty
      ? phrases(of: verb, "to").filter { tree.isNoun($0) }.map { Filler(head: $0, path: "to") }
      : given
  }

  /// Who does what a noun states: its possessor, its by-phrase, a demonym or name before it, and, where it has
  /// none of them, the subject of the verb that it makes one predicate with ("held talks", "arrived for talks").
  func agents(ofNoun noun: Int, depth: Int = 0) -> [Filler] {
    // "Russia is a member", "Syria, an ally": what the noun is said of.
    let subjects = tree.dependents(of: noun, "nsubj")
    if !subjects.isEmpty, !tree.dependents(of: noun, "cop").isEmpty {
      return subjects.map { resolved(Filler(head: $0, path: "nsubj"), at: noun) }
    }
    if let name = name(apposedBy: noun) { return [Filler(head: name, path: "appos")] }
    // "Oman, one of Iran's allies"
    if tree.relation(noun) == "nmod", tree.stands(noun, with: "of"), let head = tree.head(noun),
      tree.lemma(head) == "one"
    {
      let named = agents(ofNoun: head, depth: depth + 1)
      if !named.isEmpty { return named.map { $0.via("one") } }
    }
    let owners = owners(ofNoun: noun, depth: depth)
    return owners.isEmpty ? supporters(ofNoun: noun, depth: depth) : owners
  }

  /// The name that a noun in apposition tells of: where a singular stands behind a list, the last of it, "Moyo and Lind, a
  /// confidant of Putin".
  func name(apposedBy noun: Int) -> Int? {
    guard tree.relation(noun) == "appos", let head = tree.head(noun), tree.table.isCapitalized[head]
    else { return nil }
    let start = tree.span(of: noun).lowerBound
    guard tree.tag(noun) == "NN",
      tree.table.forms[start] == "," || start > 0 && tree.table.forms[start - 1] == ","
    else { return head }
    return tree.dependents(of: head, "conj").last { $0 < noun && tree.table.isCapitalized[$0] }
      ?? head
  }

  /// Whom the phrase of a noun itself names as who does what it states.
  func owners(ofNoun noun: Int, depth: Int) -> [Filler] {
    let own =
      (tree.dependents(of: noun, "nmod:poss").filter { !isKind($0, of: noun) }
      // "France's weapons shipments": the possessor may hang on the word between.
      + tree.dependents(of: noun, "compound").flatMap { tree.dependents(of: $0, "nmod:poss") })
      .map { Filler(head: $0, path: "poss") }
      + phrases(of: noun, "by").map { Filler(head: $0, path: "by") }
    if !own.isEmpty { return own }
    let named = modifiers(ofNoun: noun)
    if !named.isEmpty { return named }
    for participle in tree.dependents(of: noun, "amod") where tree.tag(participle) == "VBN" {
      let parts = self.subjects(ofVerb: participle, depth: depth + 1)
      if !parts.isEmpty, words.supports(tree.lemma(participle)) { return parts }
    }
    // "an initiative led by Japan"
    for clause in tree.dependents(of: noun, "acl")
    where isPassive(clause) && words.supports(tree.lemma(clause)) {
      let agents = subjects(ofVerb: clause, depth: depth + 1)
      if !agents.isEmpty { return agents.map { $0.via("acl") } }
    }
    return []
  }

  /// "the Leaders' meeting with Oman": whose offices a meeting is for doesn't tell who has it, where a phrase tells with whom.
  private func isKind(_ owner: Int, of noun: Int) -> Bool {
    tree.tag(owner) == "NNPS" && words.roles.contains(tree.lemma(owner).lowercased())
      && !phrases(of: noun, "with").isEmpty
  }

  /// Demonyms and names that stand before a noun: "Russian", "Abe - Putin".
  func modifiers(ofNoun noun: Int) -> [Filler] {
    var result: [Filler] = []
    for dependent in tree.dependents(of: noun)
    where dependent < noun && !tree.isLikeness(dependent) {
      let relation = tree.relation(dependent)
      guard
        relation == "compound" || relation == "amod" || relation == "nmod:unmarked"
          || relation == "nmod"
            && tree.prepositions(of: dependent).isEmpty
      else { continue }
      // "the Chinese island province": what hangs on the word between is the whole phrase's.
      if tree.table.isCapitalized[dependent] {
        result.append(Filler(head: dependent, path: relation))
      } else if relation != "compound" {
        continue
      }
      for inner in tree.dependents(of: dependent) where tree.table.isCapitalized[inner] {
        guard ["compound", "conj", "nmod", "amod", "nmod:unmarked"].contains(tree.relation(inner))
        else { continue }
        result.append(Filler(head: inner, path: "\(relation).\(tree.relation(inner))"))
      }
    }
    return result
  }

  /// The subject of the verb that supports a noun.
  func supporters(ofNoun noun: Int, depth: Int = 0) -> [Filler] {
    guard depth < Self.deepest else { return [] }
    // "the talks that Abe held with Putin"
    for clause in tree.dependents(of: noun) where tree.relation(clause).hasPrefix("acl") {
      guard tree.isVerb(clause), words.support.contains(tree.lemma(clause)) else { continue }
      let subjects = subjects(ofVerb: clause, depth: depth + 1).filter { $0.head != noun }
      if !subjects.isEmpty { return subjects.map { $0.via("support") } }
    }
    guard let head = tree.head(noun) else { return [] }
    // "called the pact a threat", "named Lind envoy": what is said to be it, not who says so.
    if tree.relation(noun) == "xcomp", tree.isVerb(head), !isPassive(head),
      tree.dependents(of: noun, "cop").isEmpty,
      let said = tree.dependents(of: head, "obj").first(where: { head < $0 && $0 < noun })
    {
      return [Filler(head: said, path: "support.obj")]
    }
    switch tree.relation(noun) {
    case "obj", "nsubj:pass", "xcomp", "iobj":
      if tree.isVerb(head), words.inclusion.contains(tree.lemma(head)),
        let whole = tree.dependents(of: head, "nsubj").first, tree.partOfSpeech(whole) == .noun
      {
        // "Moyo's visit included a meeting with Lind"
        return agents(ofNoun: whole, depth: depth + 1).map { $0.via("support") }
      }
      // "dismissed the complaint against Lind": who turns it down hasn't made it.
      if words.refuses(tree.lemma(head)),
        words.sayings.contains(tree.lemma(noun)) || words.appeals.contains(tree.lemma(noun))
      {
        return []
      }
      guard tree.isVerb(head), words.supports(tree.lemma(head)),
        !words.onlookers.contains(tree.lemma(head)), !isElsewhere(noun, under: head),
        words.isEventVerb(tree.lemma(head)) || !words.companions.contains(tree.lemma(noun))
      else { return [] }
      return subjects(ofVerb: head, depth: depth + 1).map { $0.via("support") }
    case "obl", "advcl":
      let prepositions = tree.prepositions(of: noun)
      // "explained it to our allies" makes nobody an ally.
      guard isPredicate(head), prepositions.contains(where: words.supportPrepositions.contains),
        words.isEventVerb(tree.lemma(head)) || !words.companions.contains(tree.lemma(noun))
      else { return [] }
      // "Three were killed in the attack", "died in the raid": whom it happened to.
      if prepositions.contains("in"), !words.supports(tree.lemma(head)),
        isPassive(head) || words.sufferings.contains(tree.lemma(head))
      {
        return []
      }
      // "sought his arrest for atrocities": who is to be punished did it.
      if prepositions.contains("for"),
        tree.dependents(of: head, "obj").contains(where: {
          words.objectDeeds.contains(tree.lemma($0))
        })
      {
        return []
      }
      if let doers = deedDoers(noun, under: head) { return doers.map { $0.via("support") } }
      // "They were joined by Lind for talks": who joins takes part.
      let escorts =
        words.escorts.contains(tree.lemma(head)) && isPassive(head)
        ? subjects(ofVerb: head, depth: depth + 1) : []
      return (surfaceSubjects(head, depth: depth + 1) + escorts).map { $0.via("support") }
    case "nmod":
      let isObject = words.supportNouns.contains(tree.lemma(head))
      if isObject || words.isGovernor(tree.lemma(head)) {
        return agents(ofNoun: head, depth: depth + 1).map { $0.via("support") }
      }
      // "is in Oslo for talks"
      if tree.stands(noun, with: "for"), tree.stands(head, with: "in"),
        !tree.dependents(of: head, "cop").isEmpty
      {
        return surfaceSubjects(head, depth: depth + 1).map { $0.via("support") }
      }
      return attendant(noun, of: head)
    case "appos": return attendant(noun, of: head)
    case "conj":
      guard tree.isNoun(head) else { return [] }
      return agents(ofNoun: head, depth: depth + 1).map { $0.via("conj") }
    default: return []
    }
  }

  /// "Chad, under pressure from Mali, left", "Chad, with the backing of Mali,": a phrase behind a name tells how that one
  /// stands.
  private func attendant(_ noun: Int, of name: Int) -> [Filler] {
    guard tree.table.isCapitalized[name], name < noun,
      ["under", "with", "without", "at"].contains(where: tree.prepositions(of: noun).contains)
    else { return [] }
    return [Filler(head: name, path: "attendant")]
  }

  /// "discussed the truce in Yemen": who speaks of what is known to be somewhere has no part in it.
  func isElsewhere(_ noun: Int, under verb: Int) -> Bool {
    !words.support.contains(tree.lemma(verb))
      && tree.dependents(of: noun, "det").contains { tree.table.lower[$0] == "the" }
      && tree.dependents(of: noun, "nmod").contains { tree.stands($0, with: "in") }
  }

  /// Whom a possessive pronoun that nothing else explains stands for: of "Russia upped its aid", Russia.
  func clauseSubjects(ofNoun noun: Int) -> [Filler] {
    guard tree.dependents(of: noun, "nmod:poss").contains(where: { tree.tag($0) == "PRP$" }),
      let head = tree.head(noun),
      ["obj", "obl"].contains(tree.relation(noun)), tree.isVerb(head)
    else { return [] }
    // "Chad and Mali quarrelled over its support": of one, not of both.
    let isOfOne = tree.dependents(of: noun, "nmod:poss").contains {
      ["its", "his", "her"].contains(tree.table.lower[$0])
    }
    if isOfOne, let subject = tree.dependents(of: head, "nsubj").first,
      tree.dependents(of: subject, "conj").contains(where: {
        !tree.dependents(of: $0, "cc").isEmpty
      })
    {
      return []
    }
    // "thanked Chad for its support"
    if let doers = deedDoers(noun, under: head) { return doers.map { $0.via("possessor") } }
    return surfaceSubjects(head).map { $0.via("possessor") }
  }

  /// The subject of the clause that a noun dates: of "Abe spoke after talks with Putin", Abe.
  func bystanders(ofNoun noun: Int) -> [Filler] {
    var top = noun
    // "after months of talks with Oman"
    if tree.relation(noun) == "nmod", tree.stands(noun, with: "of"), let head = tree.head(noun),
      tree.partOfSpeech(head) == .noun
    {
      top = head
    }
    guard agents(ofNoun: noun).isEmpty, var head = tree.head(top),
      ["obl", "nmod", "advcl"].contains(tree.relation(top)),
      tree.prepositions(of: top).contains(where: words.adjunctPrepositions.contains)
    else { return [] }
    // "came back from talks": the phrase may hang on the adverb.
    if tree.partOfSpeech(head) == .adverb, let verb = tree.head(head) { head = verb }
    // "told reporters after talks": the phrase may hang on the object.
    if !tree.isVerb(head), ["obj", "obl", "iobj"].contains(tree.relation(head)),
      let verb = tree.head(head)
    {
      head = verb
    }
    return isPredicate(head) ? surfaceSubjects(head).map { $0.via("adjunct") } : []
  }

  /// Whom the clause is about that a noun dates: of "Abe told Putin in talks", Putin.
  func bystanderObjects(ofNoun noun: Int) -> [Filler] {
    guard ["obl", "nmod", "advcl"].contains(tree.relation(noun)), let verb = tree.head(noun),
      tree.isVerb(verb), noun > verb,
      tree.prepositions(of: noun).contains(where: words.adjunctPrepositions.contains)
    else { return [] }
    return (objects(ofVerb: verb) + recipients(ofVerb: verb)).filter { $0.head < noun }
      .map { $0.via("adjunct") }
  }
}
