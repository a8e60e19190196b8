import Graph
import Language

/// Groups that the text tells the members of: "a delegation led by Kurt Lind", "the team, which included Ana Rojas".
extension CoreferenceResolver {
  /// The persons whom a group's noun stands for: those whom the text names as its members, or those of the group that
  /// it has told of before.
  func group(_ head: Int, sentence: Int) -> Anaphor? {
    let lemma = trees.lemmas[head].lowercased()
    guard gazetteer.words.noun(lemma, is: .group) else { return nil }
    let phrase = NounPhrase(head: head, table: table, trees: trees) { [mentionAt] in
      mentionAt[$0] != nil
    }
    func anaphor(_ members: [Int], _ rule: String) -> Anaphor {
      Anaphor(
        tokens: phrase.start..<head + 1, head: head, entities: members, foundBy: "group.\(rule)")
    }
    let members = namedMembers(of: head)
    if !members.isEmpty { return anaphor(members, "members") }
    guard phrase.isDefinite, !phrase.isNarrowed, phrase.count == nil,
      gazetteer.titles.title(lemma) == nil || phrase.isPlural
    else { return nil }
    let before = found.last {
      $0.foundBy.hasPrefix("group.") && trees.lemmas[$0.head].lowercased() == lemma
    }
    if let before { return anaphor(before.entities, "again") }
    guard phrase.owners.isEmpty, phrase.compounds.isEmpty else { return nil }
    let persons = referents.last {
      $0.isPlural && $0.entities.count > 1 && sentence - $0.sentence <= Self.groupReach
        && $0.entities.allSatisfy { entities.entities[$0].id.nodeClass == "person" }
    }
    return persons.map { anaphor($0.entities, "persons") }
  }

  /// The persons by whom a group is led, or whom it includes: "a delegation led by Kurt Lind", "Kurt Lind and Ana
  /// Rojas led a delegation".
  private func namedMembers(of group: Int) -> [Int] {
    var members: [Int] = []
    if trees.relations[group] == "obj", let verb = trees.heads[group], isGroupVerb(verb),
      let subject = trees.subject(of: verb)
    {
      members += persons(in: subject)
    }
    for clause in trees.dependents(of: group, by: "acl") where isGroupVerb(clause) {
      for phrase in trees.dependents(of: clause) where isMember(phrase) {
        members += persons(in: phrase)
      }
    }
    return members
  }

  /// The object of a clause, or who does it: "which includes Ana Rojas", "led by Kurt Lind".
  private func isMember(_ phrase: Int) -> Bool {
    switch trees.relations[phrase] {
    case "obj": true
    case "obl": trees.dependents(of: phrase, by: "case").contains { table.lower[$0] == "by" }
    default: false
    }
  }

  private func isGroupVerb(_ token: Int) -> Bool {
    gazetteer.words.verb(trees.lemmas[token].lowercased(), is: .group)
  }

  private func persons(in phrase: Int) -> [Int] {
    conjuncts(of: phrase).flatMap { entities(at: $0) }
      .filter { entities.entities[$0].id.nodeClass == "person" }
  }

  /// The phrase and all that is coordinated with it; trees chain lists as well as they range them.
  private func conjuncts(of phrase: Int, depth: Int = 0) -> [Int] {
    guard depth < 8 else { return [phrase] }
    return [phrase]
      + trees.dependents(of: phrase, by: "conj").flatMap { conjuncts(of: $0, depth: depth + 1) }
  }

  /// How many sentences back persons may stand who are taken up as a group.
  private static let groupReach = 2
}
