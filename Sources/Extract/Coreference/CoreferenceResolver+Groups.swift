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
    guard phrase.isDefinite, !phrase.isNarrowed, phrase.count == nil, phrase.owners.isEmpty,
      phrase.compounds.isEmpty, gazetteer.titles.title(lemma) == nil || phrase.isPlural
    else { return nil }
    let before = found.last {
      $0.foundBy.hasPrefix("group.") && trees.lemmas[$0.head].lowercased() == lemma
    }
    if let before { return anaphor(before.entities, "again") }
    let persons = referents.last {
      $0.isPlural && $0.entities.count > 1 && sentence - $0.sentence <= Self.groupReach
        && $0.entities.allSatisfy { entities.entities[$0].id.nodeClass == "person" }
    }
    return persons.map { anaphor($0.entities, "persons") }
  }

  /// The persons by whom a group is led, or whom it includes.
  private func namedMembers(of group: Int) -> [Int] {
    var members: [Int] = []
    for clause in trees.dependents(of: group) {
      let relation = trees.relations[clause]
      guard relation.hasPrefix("acl"),
        gazetteer.words.verb(trees.lemmas[clause].lowercased(), is: .group)
      else { continue }
      for phrase in trees.dependents(of: clause)
      where trees.relations[phrase] == (relation == "acl" ? "obl:agent" : "obj") {
        members += ([phrase] + trees.dependents(of: phrase, by: "conj")).flatMap { entities(at: $0) }
      }
    }
    return members.filter { entities.entities[$0].id.nodeClass == "person" }
  }

  /// How many sentences back persons may stand who are taken up as a group.
  private static let groupReach = 2
}
