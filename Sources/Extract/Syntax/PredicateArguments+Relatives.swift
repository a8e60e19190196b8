import Language

/// What relative pronouns stand for.
extension PredicateArguments {
  /// The word that a relative pronoun stands for; any other phrase is itself.
  func resolved(_ filler: Filler, at verb: Int) -> Filler {
    guard isRelative(filler.head) else { return filler }
    var clause = verb
    for _ in 0..<Self.deepest {
      guard let head = tree.head(clause) else { break }
      if tree.relation(clause).hasPrefix("acl") {
        if let nearer = nearerActor(than: head, before: filler.head, of: verb) {
          return Filler(head: nearer, path: "relative.\(filler.path)")
        }
        return Filler(
          head: ["who", "whom"].contains(tree.table.lower[filler.head])
            ? holder(of: antecedent(head)) : antecedent(kind(of: head, before: filler.head)),
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

  /// "Peru is the only country that left": what is told of a noun that says what a subject is, that subject does. "It was
  /// the army that left" tells of the noun.
  func antecedent(_ noun: Int) -> Int {
    guard !tree.table.isCapitalized[noun], !tree.dependents(of: noun, "cop").isEmpty,
      let subject = tree.dependents(of: noun, "nsubj").first(where: { $0 < noun }),
      !["it", "this", "that"].contains(tree.table.lower[subject])
    else { return noun }
    return subject
  }

  /// "a deal with Oman, which removed Chad from its list": where what a tree has for the antecedent is a thing, the name
  /// right before the pronoun is who acts.
  private func nearerActor(than head: Int, before pronoun: Int, of verb: Int) -> Int? {
    guard tree.table.lower[pronoun] == "which", tree.relation(pronoun) == "nsubj",
      tree.head(pronoun) == verb, !tree.dependents(of: verb, "obj").isEmpty,
      !tree.table.isCapitalized[head], pronoun >= 2, tree.table.forms[pronoun - 1] == ",",
      pronoun - 2 > head, tree.tag(pronoun - 2).hasPrefix("NNP")
    else { return nil }
    return pronoun - 2
  }

  /// "a former governor of Lara state who": of an office and its place or body, who holds it.
  private func holder(of noun: Int) -> Int {
    guard tree.relation(noun) == "nmod", let office = tree.head(noun), office < noun,
      words.roles.contains(tree.lemma(office)),
      tree.dependents(of: noun, "case").contains(where: { tree.table.lower[$0] != "'s" })
    else { return noun }
    return holder(of: office)
  }

  /// "a district of Famagusta that": without a comma, no clause tells of a name, but of the noun before it.
  private func kind(of name: Int, before pronoun: Int) -> Int {
    guard tree.table.lower[pronoun] == "that", tree.table.isCapitalized[name],
      tree.relation(name) == "nmod", tree.stands(name, with: "of"), let noun = tree.head(name),
      noun < name, tree.partOfSpeech(noun) == .noun
    else { return name }
    return noun
  }

  func isRelative(_ token: Int) -> Bool {
    ["who", "which", "that", "whom"].contains(tree.table.lower[token])
      && tree.partOfSpeech(token) != .noun
  }

  /// "whose troops": the clause has its object, if any, elsewhere.
  func isWhose(_ noun: Int) -> Bool {
    tree.dependents(of: noun).contains { tree.table.lower[$0] == "whose" }
  }
}
