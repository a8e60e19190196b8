import Language

/// To whom something is given.
extension PredicateArguments {
  /// To whom something is given; also where the parser took the two objects for one ("granted Malta asylum").
  func recipients(ofVerb verb: Int) -> [Filler] {
    if isPassive(verb), !tree.dependents(of: verb, "obj").isEmpty { return surfaceSubjects(verb) }
    let own = tree.dependents(of: verb, "iobj")
    if !own.isEmpty { return own.map { Filler(head: $0, path: "iobj") } }
    if let first = firstOfTwoObjects(of: verb) { return [Filler(head: first, path: "obj")] }
    return tree.dependents(of: verb, "obj").flatMap { object -> [Int] in
      if tree.table.isCapitalized[object], tree.span(of: object).upperBound > object + 1 {
        return [object]
      }
      return tree.dependents(of: object, "compound").filter {
        tree.table.isCapitalized[$0] && tree.span(of: $0).lowerBound == verb + 1
      }
    }.map { Filler(head: $0, path: "obj") }
  }

  /// "lend Sri Lanka $3 billion": the name before another object, of which a tree may make the same.
  private func firstOfTwoObjects(of verb: Int) -> Int? {
    let objects = tree.dependents(of: verb).filter {
      $0 > verb && ["obj", "obl", "obl:unmarked"].contains(tree.relation($0))
        && tree.prepositions(of: $0).isEmpty
    }
    guard objects.count > 1, tree.table.isCapitalized[objects[0]],
      tree.relation(objects[0]) == "obj", tree.span(of: objects[0]).lowerBound <= verb + 2,
      tree.span(of: objects[1]).lowerBound == tree.span(of: objects[0]).upperBound,
      tree.isNoun(objects[1]) || tree.partOfSpeech(objects[1]) == .symbol,
      !TimeWords.names(tree.table.lower[objects[1]])
    else { return nil }
    return objects[0]
  }
}
