import Language

/// Who takes part in what a word states: its logical subject and object and its prepositional phrases, through
/// voice, control, coordination, relative clauses, participles and nominalisation.
///
/// The places are those of UD's enhanced dependencies (control, propagation over conjuncts, relative
/// pronouns resolved), derived here from basic trees, and of nominal predicates with their support verbs as
/// NomBank treats them.
struct PredicateArguments {
  /// A phrase in a place.
  struct Filler: Hashable {
    /// The token that heads the phrase.
    let head: Int
    /// How the tree leads there, for explanations: "nsubj", "agent", "controller.nsubj".
    let path: String

    func via(_ step: String) -> Filler { Filler(head: head, path: "\(step).\(path)") }
  }

  let tree: SyntaxTree
  let words: ClauseWords
  /// Trees may be wrong, never deep: a chain of so many steps leads nowhere.
  private static let deepest = 6

  // MARK: - Verbs

  /// Whether what the tree gives a verb as its subject is what the act is done to.
  func isPassive(_ verb: Int, depth: Int = 0) -> Bool {
    for dependent in tree.dependents(of: verb) {
      let relation = tree.relation(dependent)
      if relation == "aux:pass" || relation == "nsubj:pass" { return true }
      if relation == "nsubj" || relation == "aux" { return false }
    }
    guard tree.tag(verb) == "VBN" || tree.tag(verb) == "VBD" else { return false }
    // "the nations imposed sanctions": with an object of its own it is no passive, whatever the tree makes of it.
    if tree.dependents(of: verb).contains(where: { tree.relation($0) == "obj" && $0 > verb }) {
      return false
    }
    switch tree.relation(verb) {
    // "after clashes erupted": what takes no object has no passive.
    case "acl": return !isLoneVerb(verb) && !words.intransitives.contains(tree.lemma(verb))
    // "islands seized", not "the defending champion"
    case "amod": return tree.tag(verb) != "VBG"
    case "advcl": return tree.tag(verb) == "VBN"
    case "xcomp": return tree.tag(verb) == "VBN"
    case "conj":
      guard depth < Self.deepest, tree.tag(verb) == "VBN", let head = tree.head(verb),
        tree.isVerb(head)
      else { return false }
      return isPassive(head, depth: depth + 1)
    default: return false
    }
  }

  /// Whether no other word of the sentence can be its verb: then what looks like a participle, as "met" may, is one.
  private func isLoneVerb(_ verb: Int) -> Bool {
    guard let root = tree.sentence(of: verb).first(where: { tree.head($0) == nil }) else {
      return false
    }
    if [.adverb, .adposition, .subordinatingConjunction].contains(tree.partOfSpeech(root)) {
      return true
    }
    // "In keeping with the plan, troops attacked": a gerund behind a preposition is no verb of a sentence.
    return tree.tag(root) == "VBG"
      && tree.dependents(of: root).contains {
        ["mark", "case"].contains(tree.relation($0)) && $0 < root
      }
  }

  /// Who does what the verb states.
  func subjects(ofVerb verb: Int, depth: Int = 0) -> [Filler] {
    guard isPassive(verb) else { return surfaceSubjects(verb, depth: depth) }
    if tree.relation(verb) == "amod" {
      // "Russian-held islands", "U.S.-imposed sanctions"
      let parts = tree.dependents(of: verb).filter { $0 < verb && tree.table.isCapitalized[$0] }
      if !parts.isEmpty { return parts.map { Filler(head: $0, path: "compound") } }
    }
    return tree.dependents(of: verb).filter {
      tree.relation($0) == "obl:agent" || tree.relation($0) == "obl" && tree.stands($0, with: "by")
    }.map { Filler(head: $0, path: "agent") }
  }

  /// To whom or what it is done.
  func objects(ofVerb verb: Int, depth: Int = 0) -> [Filler] {
    if isPassive(verb) { return surfaceSubjects(verb, depth: depth) }
    let own = tree.dependents(of: verb, "obj").map {
      resolved(Filler(head: $0, path: "obj"), at: verb)
    }
    if !own.isEmpty { return own }
    let recipients = tree.dependents(of: verb, "iobj")
    if !recipients.isEmpty { return recipients.map { Filler(head: $0, path: "iobj") } }
    if let bare = bareOblique(of: verb) { return [Filler(head: bare, path: "obl")] }
    if tree.relation(verb) == "acl:relcl", let head = tree.head(verb) {
      // "the islands (that) Russia seized": the gap is the object where the subject is another.
      // "the war in which they fought" has its gap there.
      let isElsewhere = tree.dependents(of: verb, "obl").contains(where: isRelative)
      let subjects = tree.dependents(of: verb, "nsubj")
      if !isElsewhere, !subjects.isEmpty,
        !subjects.contains(where: { isRelative($0) || isWhose($0) })
      {
        return [Filler(head: head, path: "relative")]
      }
    }
    // "attacked and occupied the island": a verb without its own object shares the next one's.
    guard depth < Self.deepest else { return [] }
    for next in tree.dependents(of: verb, "conj") where tree.isVerb(next) && !isPassive(next) {
      guard !(verb..<next).contains(where: { tree.table.forms[$0] == "," }), next - verb <= 3 else {
        break
      }
      return objects(ofVerb: next, depth: depth + 1).map { $0.via("conj") }
    }
    return []
  }

  /// "blamed the Houthis": a name right behind a verb is its object, though a tree may have it for a time or a place.
  private func bareOblique(of verb: Int) -> Int? {
    tree.dependents(of: verb).first { token in
      tree.relation(token) == "obl" && token > verb && tree.table.isCapitalized[token]
        && tree.tag(token).hasPrefix("NNP") && tree.prepositions(of: token).isEmpty
        && TimeWords.weekdays[tree.table.lower[token]] == nil
        && TimeWords.months[tree.table.lower[token]] == nil
        && tree.span(of: token).lowerBound == verb + 1
    }
  }

  /// What stands as the subject, in person or through the clause above.
  func surfaceSubjects(_ verb: Int, depth: Int = 0) -> [Filler] {
    var own: [Filler] = []
    for dependent in tree.dependents(of: verb) {
      let relation = tree.relation(dependent)
      guard relation == "nsubj" || relation == "nsubj:pass" || relation == "nsubj:outer" else {
        continue
      }
      own.append(resolved(Filler(head: dependent, path: relation), at: verb))
    }
    if !own.isEmpty { return own }
    if isFinite(verb), let before = phrase(before: verb) {
      return [Filler(head: before, path: "before")]
    }
    guard depth < Self.deepest, let head = tree.head(verb) else { return [] }
    switch tree.relation(verb) {
    case "conj":
      guard isPredicate(head) else { return [] }
      return surfaceSubjects(head, depth: depth + 1).map { $0.via("conj") }
    case "xcomp":
      return controllers(of: verb, under: head, depth: depth + 1)
    case "advcl":
      // "Abe to Meet Putin", in a headline
      if tree.relation(head) == "root", tree.isNoun(head), head < verb, tree.tag(verb) == "VB" {
        return [Filler(head: head, path: "headline")]
      }
      guard isPredicate(head) else { return [] }
      // "extended an invitation to Abe to visit"
      if tree.tag(verb) == "VB",
        let bid = tree.dependents(of: head, "obj").first(where: {
          words.recipientNouns.contains(tree.lemma($0))
        })
      {
        let invited = recipients(ofNoun: bid)
        if !invited.isEmpty { return invited.map { $0.via("advcl") } }
      }
      let marks = tree.dependents(of: verb).filter {
        ["mark", "advmod", "case"].contains(tree.relation($0)) && $0 < verb
      }
      // A clause of its own has its own subject, found or not; "accused Abe of visiting" tells of the object.
      if isFinite(verb) {
        guard marks.isEmpty else { return [] }
      } else if marks.contains(where: { Self.objectControl.contains(tree.table.lower[$0]) }) {
        return controllers(of: verb, under: head, depth: depth + 1)
      }
      return surfaceSubjects(head, depth: depth + 1).map { $0.via("advcl") }
    case "acl:relcl":
      return [Filler(head: head, path: "relative")]
    case "acl":
      // "the plan to visit" is the planner's; "troops attacking" and "islands seized" are the noun's.
      if tree.tag(verb) == "VB"
        || tree.dependents(of: verb).contains(where: { tree.table.lower[$0] == "to" })
      {
        if words.recipientNouns.contains(tree.lemma(head)) {
          let invited = recipients(ofNoun: head)
          if !invited.isEmpty { return invited.map { $0.via("acl") } }
          // "accepted an invitation to visit": who takes it is meant.
          if tree.relation(head) == "obj", let taker = tree.head(head), tree.isVerb(taker) {
            return surfaceSubjects(taker, depth: depth + 1).map { $0.via("acl") }
          }
        }
        guard !words.isGovernor(tree.lemma(head)),
          !words.supportNouns.contains(tree.lemma(head)) || tree.isVerb(head)
        else { return agents(ofNoun: head, depth: depth + 1).map { $0.via("acl") } }
        // "Japan's initiative to persuade", "a bid by Chad to end": who has a thing in mind does it.
        if tree.partOfSpeech(head) == .noun, !words.roles.contains(tree.lemma(head)),
          tree.dependents(of: head, "cop").isEmpty
        {
          var owners = owners(ofNoun: head, depth: depth + 1)
          if owners.isEmpty, tree.relation(head) == "obj" {
            owners = supporters(ofNoun: head, depth: depth + 1)
          }
          if !owners.isEmpty { return owners.map { $0.via("acl") } }
        }
        // "the first leader to visit", of whom the sentence may tell who that was.
        let said = tree.relation(head) == "xcomp" || !tree.dependents(of: head, "cop").isEmpty
        let named = said ? surfaceSubjects(head, depth: depth + 1) : []
        return named.isEmpty ? [Filler(head: head, path: "acl")] : named
      }
      if isLoneVerb(verb), tree.tag(verb) != "VBG" {
        // The phrase before the verb, whatever noun of it the tree hangs it on.
        var top = head
        while tree.relation(top) == "nmod", let above = tree.head(top), tree.isNoun(above) {
          top = above
        }
        return [Filler(head: top, path: "before")]
      }
      return [
        Filler(
          head: isPassive(verb) || tree.tag(verb) == "VBG" ? head : firstConjunct(head), path: "acl"
        )
      ]
    case "ccomp" where tree.tag(verb) == "VBG" || tree.tag(verb) == "VB":
      return controllers(of: verb, under: head, depth: depth + 1)
    case "nmod", "obl":
      // A gerund behind a preposition that the tree has as a noun: "accused of killing".
      guard tree.tag(verb) == "VBG" else { return [] }
      return tree.isVerb(head) ? controllers(of: verb, under: head, depth: depth + 1) : []
    default: return []
    }
  }

  /// Prepositions before a gerund whose subject is the governor's object: "barred Iran from selling".
  private static let objectControl: Set<String> = ["of", "for", "from", "into", "against"]

  /// The first of the phrases that one is coordinated with.
  private func firstConjunct(_ token: Int) -> Int {
    var first = token
    for _ in 0..<Self.deepest {
      guard tree.relation(first) == "conj", let head = tree.head(first), tree.isNoun(head) else {
        break
      }
      first = head
    }
    return first
  }

  /// Whether the verb must have a subject of its own.
  private func isFinite(_ verb: Int) -> Bool {
    switch tree.tag(verb) {
    case "VBD", "VBZ", "VBP": return true
    case "VB":
      return !tree.dependents(of: verb).contains {
        tree.relation($0) == "mark" || tree.relation($0) == "aux"
      }
    default: return false
    }
  }

  /// The phrase that ends right before a finite verb without a subject: of "after Abe met Putin" a parser may
  /// take "after Abe" for a phrase of its own.
  private func phrase(before verb: Int) -> Int? {
    let sentence = tree.sentence(of: verb)
    var last = verb - 1
    while last > sentence.lowerBound,
      tree.relation(last).hasPrefix("aux") || tree.partOfSpeech(last) == .adverb
    {
      last -= 1
    }
    guard last >= sentence.lowerBound, tree.isNoun(last) || tree.partOfSpeech(last) == .pronoun
    else { return nil }
    var top = last
    for _ in 0..<Self.deepest {
      guard let head = tree.head(top), head < verb,
        ["flat", "compound", "conj", "appos", "nmod:unmarked"].contains(tree.relation(top))
          || tree.relation(top) == "nmod" && tree.stands(top, with: "of")
      else { break }
      top = head
    }
    guard tree.relation(top) != "nsubj",
      tree.head(top) != verb || tree.relation(top).hasPrefix("obl")
    else { return nil }
    let prepositions = tree.prepositions(of: top)
    return prepositions.allSatisfy(words.conjunctions.contains) && (top < verb) ? top : nil
  }

  /// Who does what a phrase or gerund behind a preposition names where its verb says it of the object: "thanked Abe
  /// for the loan". Nil where the verb doesn't.
  private func deedDoers(_ token: Int, under verb: Int) -> [Filler]? {
    guard tree.isVerb(verb), words.objectDeeds.contains(tree.lemma(verb)),
      ["for", "of", "on", "over", "from", "with"].contains(
        where: tree.prepositions(of: token).contains)
    else { return nil }
    let objects = objects(ofVerb: verb).filter { $0.head != token }
    return objects.isEmpty ? nil : objects
  }

  /// Who controls the subject of an infinitive or gerund: the governor's object, where it has one and
  /// isn't a verb of promising, else its subject.
  private func controllers(of verb: Int, under governor: Int, depth: Int) -> [Filler] {
    guard isPredicate(governor) else {
      return agents(ofNoun: governor, depth: depth).map { $0.via("controller") }
    }
    if tree.isVerb(governor), !words.subjectControl.contains(tree.lemma(governor)) {
      let objects =
        isPassive(governor)
        ? []
        : tree.dependents(of: governor).filter {
          (tree.relation($0) == "obj" || tree.relation($0) == "iobj") && $0 < verb
        }.map { resolved(Filler(head: $0, path: tree.relation($0)), at: governor) }
      if !objects.isEmpty { return objects.map { $0.via("controller") } }
    }
    return surfaceSubjects(governor, depth: depth).map { $0.via("controller") }
  }

  /// Of whom a verb of speech says what they must do: "said that Iran must comply", "'Iran must comply,' he said".
  func obliged(byReport verb: Int) -> [Filler] {
    var clauses = tree.dependents(of: verb, "ccomp")
    if tree.relation(verb) == "parataxis", let head = tree.head(verb) { clauses.append(head) }
    return clauses.filter(isObligation).flatMap { surfaceSubjects($0).map { $0.via("obliged") } }
  }

  /// Whether a clause says what must be done, and by its subject: no "should be punished", no "must have known".
  private func isObligation(_ clause: Int) -> Bool {
    guard tree.isVerb(clause), !isPassive(clause) else { return false }
    let helpers = tree.dependents(of: clause, "aux").map { tree.table.lower[$0] }
    if helpers.contains("have") { return false }
    if helpers.contains(where: words.obligations.contains) { return true }
    return helpers.isEmpty && words.obligationVerbs.contains(tree.lemma(clause))
      && tree.dependents(of: clause, "xcomp").contains {
        tree.dependents(of: $0, "mark").contains { tree.table.lower[$0] == "to" }
      }
  }

  /// The word that a relative pronoun stands for; any other phrase is itself.
  private func resolved(_ filler: Filler, at verb: Int) -> Filler {
    guard isRelative(filler.head) else { return filler }
    var clause = verb
    for _ in 0..<Self.deepest {
      guard let head = tree.head(clause) else { break }
      if tree.relation(clause).hasPrefix("acl") {
        return Filler(
          head: ["who", "whom"].contains(tree.table.lower[filler.head]) ? holder(of: head) : head,
          path: "relative.\(filler.path)")
      }
      guard ["conj", "xcomp", "ccomp", "advcl"].contains(tree.relation(clause)) else { break }
      clause = head
    }
    // "Abe, who met Putin, said": where the tree has no relative clause, the phrase before the pronoun.
    guard tree.table.lower[filler.head] != "that" else { return filler }
    var before = filler.head - 1
    let sentence = tree.sentence(of: filler.head)
    while before > sentence.lowerBound, [",", "of"].contains(tree.table.forms[before]) {
      before -= 1
    }
    guard before >= sentence.lowerBound, tree.isNoun(before) else { return filler }
    var top = before
    for _ in 0..<Self.deepest {
      guard let head = tree.head(top), tree.isNoun(head), head < filler.head,
        ["flat", "conj", "nmod:unmarked", "compound"].contains(tree.relation(top))
      else { break }
      top = head
    }
    return Filler(head: top, path: "before.\(filler.path)")
  }

  /// "a former governor of Lara state who": of an office and its place or body, who holds it.
  private func holder(of noun: Int) -> Int {
    guard tree.relation(noun) == "nmod", let office = tree.head(noun), office < noun,
      words.roles.contains(tree.lemma(office)),
      tree.dependents(of: noun, "case").contains(where: { tree.table.lower[$0] != "'s" })
    else { return noun }
    return holder(of: office)
  }

  private func isRelative(_ token: Int) -> Bool {
    ["who", "which", "that", "whom"].contains(tree.table.lower[token])
      && tree.partOfSpeech(token) != .noun
  }

  /// "whose troops": the clause has its object, if any, elsewhere.
  private func isWhose(_ noun: Int) -> Bool {
    tree.dependents(of: noun).contains { tree.table.lower[$0] == "whose" }
  }

  /// Whether a clause hangs on the word: a verb, or an adjective or noun with a subject.
  func isPredicate(_ token: Int) -> Bool {
    tree.isVerb(token)
      || tree.dependents(of: token).contains {
        tree.relation($0).hasPrefix("nsubj") || tree.relation($0) == "cop"
      }
  }

  /// To whom something is given; also where the parser took the two objects for one ("granted Malta asylum").
  func recipients(ofVerb verb: Int) -> [Filler] {
    if isPassive(verb), !tree.dependents(of: verb, "obj").isEmpty { return surfaceSubjects(verb) }
    let own = tree.dependents(of: verb, "iobj")
    if !own.isEmpty { return own.map { Filler(head: $0, path: "iobj") } }
    return tree.dependents(of: verb, "obj").flatMap { object -> [Int] in
      if tree.table.isCapitalized[object], tree.span(of: object).upperBound > object + 1 {
        return [object]
      }
      return tree.dependents(of: object, "compound").filter {
        tree.table.isCapitalized[$0] && tree.span(of: $0).lowerBound == verb + 1
      }
    }.map { Filler(head: $0, path: "obj") }
  }

  // MARK: - Nouns

  /// To whom what a noun states is directed: "an invitation to Oman", "gave Oman permission".
  private func recipients(ofNoun noun: Int) -> [Filler] {
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
    if tree.relation(noun) == "appos", let head = tree.head(noun), tree.table.isCapitalized[head] {
      return [Filler(head: head, path: "appos")]
    }
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

  /// Whom the phrase of a noun itself names as who does what it states.
  private func owners(ofNoun noun: Int, depth: Int) -> [Filler] {
    let own =
      (tree.dependents(of: noun, "nmod:poss")
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

  /// Demonyms and names that stand before a noun: "Russian", "Abe - Putin".
  func modifiers(ofNoun noun: Int) -> [Filler] {
    var result: [Filler] = []
    for dependent in tree.dependents(of: noun) where dependent < noun {
      let relation = tree.relation(dependent)
      guard
        relation == "compound" || relation == "amod" || relation == "nmod:unmarked"
          || relation == "nmod"
            && tree.prepositions(of: dependent).isEmpty
      else { continue }
      guard tree.table.isCapitalized[dependent] else { continue }
      result.append(Filler(head: dependent, path: relation))
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
    switch tree.relation(noun) {
    case "obj", "nsubj:pass", "xcomp", "iobj":
      if tree.isVerb(head), words.inclusion.contains(tree.lemma(head)),
        let whole = tree.dependents(of: head, "nsubj").first, tree.partOfSpeech(whole) == .noun
      {
        // "Moyo's visit included a meeting with Lind"
        return agents(ofNoun: whole, depth: depth + 1).map { $0.via("support") }
      }
      guard tree.isVerb(head), words.supports(tree.lemma(head)), !isElsewhere(noun, under: head),
        words.isEventVerb(tree.lemma(head)) || !words.companions.contains(tree.lemma(noun))
      else { return [] }
      return subjects(ofVerb: head, depth: depth + 1).map { $0.via("support") }
    case "obl", "advcl":
      let prepositions = tree.prepositions(of: noun)
      guard isPredicate(head), prepositions.contains(where: words.supportPrepositions.contains)
      else { return [] }
      // "Three were killed in the attack", "died in the raid": whom it happened to.
      if prepositions.contains("in"), !words.supports(tree.lemma(head)),
        isPassive(head) || words.sufferings.contains(tree.lemma(head))
      {
        return []
      }
      if let doers = deedDoers(noun, under: head) { return doers.map { $0.via("support") } }
      return surfaceSubjects(head, depth: depth + 1).map { $0.via("support") }
    case "nmod":
      let isObject = words.supportNouns.contains(tree.lemma(head))
      if isObject || words.isGovernor(tree.lemma(head)) {
        return agents(ofNoun: head, depth: depth + 1).map { $0.via("support") }
      }
      return []
    case "conj":
      guard tree.isNoun(head) else { return [] }
      return agents(ofNoun: head, depth: depth + 1).map { $0.via("conj") }
    default: return []
    }
  }

  /// "discussed the truce in Yemen": who speaks of what is known to be somewhere has no part in it.
  private func isElsewhere(_ noun: Int, under verb: Int) -> Bool {
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

  // MARK: - Prepositional phrases

  /// The phrases with a preposition that complete what `predicate` states, wherever a tree may hang them: on the
  /// word itself, on the verb that supports it, on its object.
  func phrases(with preposition: String, of predicate: Int) -> [Filler] {
    var result = phrases(of: predicate, preposition)
    if ["to", "in", "at"].contains(preposition) {
      // "travelled there"
      result += tree.dependents(of: predicate, "advmod").filter { tree.table.lower[$0] == "there" }
    }
    if tree.isVerb(predicate) {
      // "the EU-mediated talks between Serbia and Kosovo"
      if tree.relation(predicate) == "amod", preposition == "between" || preposition == "with",
        let noun = tree.head(predicate)
      {
        result += phrases(of: noun, preposition)
      }
      for object in tree.dependents(of: predicate)
      // What opens the sentence is no part of what the verb takes: "After talks with Iran, Oman decided".
      where ["obj", "obl", "xcomp"].contains(tree.relation(object))
        && (object > predicate || tree.relation(object) == "obj")
      {
        guard !tree.table.isCapitalized[object] else { continue }
        // "withdrew all of its diplomats from Chad": the phrase may hang on what is counted.
        let isCount =
          tree.partOfSpeech(object) != .noun || words.supportNouns.contains(tree.lemma(object))
        let counted = tree.dependents(of: object, "nmod").filter {
          isCount && tree.stands($0, with: "of") && !tree.table.isCapitalized[$0]
        }
        for conjunct in [object] + tree.dependents(of: object, "conj") + counted {
          result += phrases(of: conjunct, preposition)
          // "lifted the sanctions that it had imposed on Chad"
          for clause in tree.dependents(of: conjunct)
          where tree.relation(clause).hasPrefix("acl") && words.support.contains(tree.lemma(clause))
          {
            result += phrases(of: clause, preposition)
          }
        }
      }
    } else {
      for inner in tree.dependents(of: predicate, "nmod")
      where ["in", "at", "on", "of"].contains(where: {
        tree.stands(inner, with: $0)
      }) {
        // "the visit of President Abe of Japan" isn't Japan's.
        if preposition == "of",
          tree.table.isCapitalized[inner] || Self.asides.contains(tree.table.lower[inner])
        {
          continue
        }
        result += phrases(of: inner, preposition)
      }
      if let head = tree.head(predicate), tree.isVerb(head),
        !words.companions.contains(tree.lemma(predicate)),
        ["obj", "obl", "nsubj:pass", "xcomp"].contains(tree.relation(predicate))
          || words.isEventVerb(tree.lemma(head))
      {
        result += phrases(of: head, preposition).filter { $0 != predicate && $0 > predicate }
      }
      for clause in tree.dependents(of: predicate) where tree.relation(clause).hasPrefix("acl") {
        if tree.isVerb(clause), words.supports(tree.lemma(clause)) {
          result += phrases(of: clause, preposition)
        }
      }
      if tree.relation(predicate) == "conj", result.isEmpty, let head = tree.head(predicate),
        tree.isNoun(head)
      {
        result += phrases(of: head, preposition)
      }
      // "the presence of troops in Mali", "a wave of attacks on Aden": a noun that only counts them takes the phrase.
      if tree.relation(predicate) == "nmod", tree.stands(predicate, with: "of"), result.isEmpty,
        let head = tree.head(predicate), tree.partOfSpeech(head) == .noun
      {
        result += phrases(of: head, preposition).filter { $0 > predicate }
      }
    }
    return result.map { Filler(head: $0, path: preposition) }
  }

  /// "attended a dinner on the sidelines of the summit": what is beside a thing is not it.
  private static let asides: Set<String> = ["sidelines", "margins", "fringes"]

  /// The phrases below a word, and those that the tree hangs on a name below it: names seldom take any but
  /// with "of", so that "met Putin in Sochi" is about the meeting.
  private func phrases(of token: Int, _ preposition: String) -> [Int] {
    var result: [Int] = []
    for dependent in tree.dependents(of: token) {
      if isPhrase(dependent), tree.stands(dependent, with: preposition) { result.append(dependent) }
      guard preposition != "of", tree.table.isCapitalized[dependent], tree.isNoun(dependent),
        !tree.relation(dependent).hasPrefix("nsubj"), dependent > token
      else { continue }
      for inner in tree.dependents(of: dependent)
      where isPhrase(inner) && tree.stands(inner, with: preposition) {
        result.append(inner)
      }
    }
    return result
  }

  private func isPhrase(_ token: Int) -> Bool {
    let relation = tree.relation(token)
    return relation.hasPrefix("obl") || relation.hasPrefix("nmod") && relation != "nmod:poss"
      || relation == "advcl" || relation == "xcomp" || relation == "ccomp"
      // "moved into most of the city": behind a preposition it is no object.
      || relation == "obj" && !tree.prepositions(of: token).isEmpty
  }
}
