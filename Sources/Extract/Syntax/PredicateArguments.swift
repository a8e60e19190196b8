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
  static let deepest = 6

  // MARK: - Verbs

  /// Whether what the tree gives a verb as its subject is what the act is done to.
  func isPassive(_ verb: Int, depth: Int = 0) -> Bool {
    let relations = tree.dependents(of: verb).map { tree.relation($0) }
    if relations.contains("aux:pass") || relations.contains("nsubj:pass") { return true }
    if relations.contains("nsubj") || relations.contains("aux") { return false }
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
      // Nor is one in "took control as troops returned", whatever the tree takes the clause for.
      let isElsewhere =
        tree.dependents(of: verb, "obl").contains(where: isRelative)
        || tree.dependents(of: verb, "mark").contains { tree.table.lower[$0] != "that" }
      let subjects = tree.dependents(of: verb, "nsubj")
      if !isElsewhere, !subjects.isEmpty,
        !subjects.contains(where: { isRelative($0) || isWhose($0) })
      {
        return [Filler(head: antecedent(head), path: "relative")]
      }
    }
    // "the island (that) Chad seized and later left": what one verb of the clause lacks, the next does too.
    if tree.relation(verb) == "conj", let first = tree.head(verb), tree.isVerb(first),
      tree.relation(first) == "acl:relcl", tree.dependents(of: first, "obj").isEmpty,
      !tree.dependents(of: verb).contains(where: {
        tree.relation($0).hasPrefix("nsubj")
          || ["ccomp", "xcomp", "obl"].contains(tree.relation($0))
      }), !isPassive(first), depth < Self.deepest
    {
      let shared = objects(ofVerb: first, depth: depth + 1).filter { $0.path == "relative" }
      if !shared.isEmpty { return shared.map { $0.via("conj") } }
    }
    // "attacked and occupied the island": a verb without its own object shares the next one's.
    guard depth < Self.deepest else { return [] }
    for next in tree.dependents(of: verb, "conj")
    where next > verb && tree.isVerb(next) && !isPassive(next) {
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
        && !TimeWords.namesDay(tree.table.lower[token])
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
    if !own.isEmpty { return own + escorts(of: own, at: verb) }
    if isFinite(verb) || hasFiniteHelper(verb), let before = phrase(before: verb) {
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
      return [Filler(head: antecedent(head), path: "relative")]
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
      let isOfNearest = isPassive(verb) || tree.tag(verb) == "VBG"
      return [
        Filler(head: isOfNearest && !isOneOfKind(head) ? head : firstConjunct(head), path: "acl")
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

  /// "Joined by Abe, Putin spoke", "Putin arrived, accompanied by Abe": who comes with the subject does what it does.
  private func escorts(of subjects: [Filler], at verb: Int) -> [Filler] {
    let clauses =
      tree.dependents(of: verb).filter { ["advcl", "conj"].contains(tree.relation($0)) }
      + subjects.flatMap { tree.dependents(of: $0.head, "acl") }
    return clauses.filter {
      tree.tag($0) == "VBN" && words.escorts.contains(tree.lemma($0))
        && tree.dependents(of: $0).allSatisfy { !tree.relation($0).hasPrefix("nsubj") }
    }.flatMap { clause in
      tree.dependents(of: clause).filter {
        tree.relation($0).hasPrefix("obl") && tree.stands($0, with: "by")
      }.map { Filler(head: $0, path: "escort") }
    }
  }

  /// Prepositions before a gerund whose subject is the governor's object: "barred Iran from selling".
  private static let objectControl: Set<String> = ["of", "for", "from", "into", "against"]

  /// "the islands of Maru and Eto, seized by Chad": whether a plural tells what those of a list are, of all of whom a clause
  /// behind it is.
  private func isOneOfKind(_ token: Int) -> Bool {
    let first = firstConjunct(token)
    guard first != token, tree.stands(first, with: "of"), let noun = tree.head(first) else {
      return false
    }
    return tree.tag(noun) == "NNS"
  }

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

  /// "had agreed", "was told"
  private func hasFiniteHelper(_ verb: Int) -> Bool {
    tree.dependents(of: verb).contains {
      $0 < verb && tree.relation($0).hasPrefix("aux")
        && ["VBD", "VBZ", "VBP"].contains(tree.tag($0))
    }
  }

  /// The phrase that ends right before a finite verb without a subject: of "after Abe met Putin" a parser may
  /// take "after Abe" for a phrase of its own.
  func phrase(before verb: Int) -> Int? {
    let sentence = tree.sentence(of: verb)
    var last = verb - 1
    while last > sentence.lowerBound,
      tree.relation(last).hasPrefix("aux") || tree.partOfSpeech(last) == .adverb
    {
      last -= 1
    }
    // "after his counterpart, Lind, had agreed": the comma ends what tells who that is.
    let isInserted = last > sentence.lowerBound && tree.table.forms[last] == ","
    if isInserted { last -= 1 }
    guard last >= sentence.lowerBound, tree.isNoun(last) || tree.partOfSpeech(last) == .pronoun
    else { return nil }
    var top = last
    var steps: Set<String> = []
    for _ in 0..<Self.deepest {
      guard let head = tree.head(top), head < verb,
        ["flat", "compound", "conj", "appos", "nmod:unmarked"].contains(tree.relation(top))
          || tree.relation(top) == "nmod" && tree.stands(top, with: "of")
      else { break }
      steps.insert(tree.relation(top))
      top = head
    }
    guard !isInserted || steps.contains("appos") else { return nil }
    guard tree.relation(top) != "nsubj",
      tree.head(top) != verb || tree.relation(top).hasPrefix("obl")
    else { return nil }
    let prepositions = tree.prepositions(of: top)
    return prepositions.allSatisfy(words.conjunctions.contains) && (top < verb) ? top : nil
  }

  /// Who does what a phrase or gerund behind a preposition names where its verb says it of the object: "thanked Abe
  /// for the loan". Nil where the verb doesn't.
  func deedDoers(_ token: Int, under verb: Int) -> [Filler]? {
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
    let addressed = addressees(of: governor, before: verb)
    if !addressed.isEmpty { return addressed.map { $0.via("controller") } }
    return surfaceSubjects(governor, depth: depth).map { $0.via("controller") }
  }

  /// Whom a verb calls on to do what the infinitive behind it says: "appealed to Chad to leave".
  private func addressees(of verb: Int, before infinitive: Int) -> [Filler] {
    guard tree.tag(infinitive) == "VB", !isPassive(verb),
      let prepositions = words.addressing[tree.lemma(verb)]
    else { return [] }
    return tree.dependents(of: verb, "obl").filter { token in
      verb < token && token < infinitive && !TimeWords.names(tree.table.lower[token])
        && tree.prepositions(of: token).contains(where: prepositions.contains)
    }.suffix(1).map { Filler(head: $0, path: "addressee") }
  }

  /// Whom the verb above is directed at that an infinitive serves, or a participle goes with: of "telephoned Putin to demand
  /// an answer" and "spoke with Putin, agreeing to wait", Putin.
  func listeners(ofVerb verb: Int) -> [Filler] {
    guard ["VB", "VBG"].contains(tree.tag(verb)), ["xcomp", "advcl"].contains(tree.relation(verb)),
      let upper = tree.head(verb), tree.isVerb(upper), upper < verb,
      words.contacts.contains(tree.lemma(upper))
    else { return [] }
    return
      (objects(ofVerb: upper) + recipients(ofVerb: upper)
      + ["with", "to"].flatMap { phrases(with: $0, of: upper) })
      .filter { $0.head < verb }.map { $0.via("adjunct") }
  }

  /// Of whom a verb of speech says what they must do: "said that Iran must comply", "'Iran must comply,' he said".
  func obliged(byReport verb: Int) -> [Filler] {
    var clauses = tree.dependents(of: verb, "ccomp")
    if tree.relation(verb) == "parataxis", let head = tree.head(verb) { clauses.append(head) }
    return clauses.filter { isObligation($0) }
      .flatMap { surfaceSubjects($0).map { $0.via("obliged") } }
  }

  /// Whether a clause says what must be done, and by its subject: no "should be punished", no "must have known".
  private func isObligation(_ clause: Int) -> Bool {
    guard tree.isVerb(clause), !isPassive(clause) else { return false }
    let helpers = tree.dependents(of: clause, "aux").map { tree.table.lower[$0] }
    if helpers.contains("have") { return false }
    // "should he win": a condition.
    if tree.helperBeforeSubject(of: clause) != nil { return false }
    if helpers.contains(where: words.obligations.contains) { return true }
    return helpers.isEmpty && words.obligationVerbs.contains(tree.lemma(clause))
      && tree.dependents(of: clause, "xcomp").contains {
        tree.dependents(of: $0, "mark").contains { tree.table.lower[$0] == "to" }
      }
  }

  /// Whether a clause hangs on the word: a verb, or an adjective or noun with a subject.
  func isPredicate(_ token: Int) -> Bool {
    tree.isVerb(token)
      || tree.dependents(of: token).contains {
        tree.relation($0).hasPrefix("nsubj") || tree.relation($0) == "cop"
      }
  }
}
