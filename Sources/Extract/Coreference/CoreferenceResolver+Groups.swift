import Graph
import Language

/// Groups that the text tells the members of: "a delegation led by Kurt Lind", "the team, which included Ana Rojas".
extension CoreferenceResolver {
  /// The persons whom a group's noun stands for: those whom the text names as its members, or those of the group that
  /// it has told of before.
  mutating func group(_ head: Int, sentence: Int) -> Anaphor? {
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
    if !members.isEmpty {
      // "Participants included ..." tells of those that the text has spoken of, "a delegation led by ..." of new ones.
      let isKnown = phrase.isDefinite || phrase.isPlural && trees.relations[head] == "nsubj"
      return anaphor(isKnown ? joining(members, toGroup: lemma, at: head) : members, "members")
    }
    // In what a state publishes of its own, "senior U.S. officials" are those whom it tells of.
    let isOwn = entities.publisher != nil && phrase.isPlural && !phrase.owners.isEmpty
    guard phrase.isDefinite || isOwn, !phrase.isNarrowed, phrase.count == nil,
      gazetteer.titles.title(lemma) == nil || phrase.isPlural
    else { return nil }
    let before = found.last {
      $0.foundBy.hasPrefix("group.") && trees.lemmas[$0.head].lowercased() == lemma
    }
    if let before {
      let others = companions(of: before.entities, from: table.sentence[before.head], to: head)
      return anaphor(before.entities + others, "again")
    }
    let party = travellers(before: head)
    if !party.isEmpty, phrase.owners.allSatisfy({ isServed($0, by: party) }) {
      return anaphor(party, "travellers")
    }
    guard phrase.owners.isEmpty, phrase.compounds.isEmpty else { return nil }
    let persons = referents.last {
      $0.isPlural && $0.entities.count > 1 && sentence - $0.sentence <= Self.groupReach
        && $0.entities.allSatisfy { entities.entities[$0].id.nodeClass == "person" }
        && !isMet($0.head, by: lemma)
    }
    return persons.map { anaphor($0.entities, "persons") }
  }

  /// "The delegation met Moyo and Lind": whether those are whom such a group has dealt with, not its members.
  private func isMet(_ head: Int, by group: String) -> Bool {
    guard trees.relations[head] != "nsubj",
      let subject = trees.predicate(of: head).flatMap(trees.subject(of:))
    else { return false }
    return trees.lemmas[subject].lowercased() == group
  }

  /// What a group stands for of which a later sentence names `members`: those who are known already, and these. All
  /// that the text said of the group before is said of them too.
  private mutating func joining(_ members: [Int], toGroup lemma: String, at head: Int) -> [Int] {
    let isSame = { [trees] (anaphor: Anaphor) in
      anaphor.foundBy.hasPrefix("group.") && trees.lemmas[anaphor.head].lowercased() == lemma
    }
    guard let before = found.last(where: isSame) else {
      let party = travellers(before: head)
      if !party.isEmpty, Set(party).isDisjoint(with: members) { return party + members }
      if let open = openGroup {
        take(
          Anaphor(
            tokens: open..<open + 1, head: open, entities: members, foundBy: "group.later"),
          sentence: table.sentence[open])
      }
      return members
    }
    let all = before.entities + members.filter { !before.entities.contains($0) }
    extend(where: isSame, with: members)
    return all
  }

  /// The persons who first went somewhere together, or led others there, and who came along with them: "Kurt Lind and
  /// Ana Rojas travelled to Chad". What the text tells of "the delegation" is of them.
  mutating func travellers(before end: Int) -> [Int] {
    // Each verb is looked at once, however often the text speaks of a delegation.
    while journey.read < end {
      let verb = journey.read
      journey.read += 1
      guard trees.partsOfSpeech[verb] == .verb else { continue }
      if journey.travellers.isEmpty {
        journey.travellers = travellers(to: verb)
        // Who came along may stand before the verb.
        if !journey.travellers.isEmpty {
          journey.read = table.text.sentenceRecords[table.sentence[verb]].tokens.lowerBound
        }
      } else {
        let known = journey.travellers + journey.companions
        journey.companions += companions(of: journey.travellers, at: verb).filter {
          !known.contains($0)
        }
      }
    }
    return journey.travellers + journey.companions
  }

  /// What is known of a text's first journey.
  struct Journey {
    var travellers: [Int] = []
    var companions: [Int] = []
    /// The tokens before this one have been looked at.
    var read = 0
  }

  /// The persons who go somewhere together by the verb, if it is one of travel; empty where it isn't.
  private func travellers(to verb: Int) -> [Int] {
    let lemma = trees.lemmas[verb].lowercased()
    let isJourney =
      gazetteer.words.verb(lemma, is: .motion)
      || gazetteer.words.verb(lemma, is: .group)
        && trees.dependents(of: verb, by: "obj").contains {
          gazetteer.words.noun(trees.lemmas[$0].lowercased(), is: .group)
        }
    guard isJourney, let subject = trees.dependents(of: verb, by: "nsubj").first, subject < verb
    else { return [] }
    let persons = persons(in: subject)
    return persons.count > 1 && mayServeOneCountry(persons) ? persons : []
  }

  /// Whether no two of the persons hold offices of different countries: two presidents are no delegation.
  private func mayServeOneCountry(_ persons: [Int]) -> Bool {
    let countries = persons.flatMap { offices.offices(of: $0).compactMap(\.body) }.filter {
      entities.index(of: $0).map { entities.entities[$0].type } == "country"
    }
    return Set(countries).count <= 1
  }

  /// Whether the owner of a group's noun is the country that one of the persons serves, or that publishes the text.
  private func isServed(_ owner: Int, by persons: [Int]) -> Bool {
    let known = entities(at: owner).map { entities.entities[$0].id }
    guard known.count == 1 else { return false }
    return known[0] == entities.publisher
      || persons.contains { person in
        offices.offices(of: person).contains { $0.body == known[0] }
      }
  }

  /// The group that the text started with without a word of who was in it: "spoke today with Atlantic leaders".
  private var openGroup: Int? {
    table.text.sentenceRecords.prefix(Self.groupReach + 1).lazy.flatMap(\.tokens).first { token in
      trees.relations[token] == "obl" && antecedents[token] == nil
        && trees.partsOfSpeech[token] == .noun
        && table.text.tokenRecords[token].morphology?.hasBytes(of: "Number=Plur") == true
        && gazetteer.words.noun(trees.lemmas[token].lowercased(), is: .group)
        && trees.dependents(of: token, by: "case").contains { table.lower[$0] == "with" }
    }
  }

  /// Who came along with one of `persons` between a sentence and a token: "She was joined by Kurt Lind".
  private func companions(of persons: [Int], from sentence: Int, to end: Int) -> [Int] {
    var others: [Int] = []
    for verb in table.text.sentenceRecords[sentence].tokens.lowerBound..<end
    where trees.partsOfSpeech[verb] == .verb {
      others += companions(of: persons, at: verb).filter { !others.contains($0) }
    }
    return others
  }

  /// The same by one verb.
  private func companions(of persons: [Int], at verb: Int) -> [Int] {
    guard gazetteer.words.verb(trees.lemmas[verb].lowercased(), is: .company),
      let subject = trees.subject(of: verb),
      entities(at: subject).contains(where: persons.contains)
    else { return [] }
    var others: [Int] = []
    for agent in trees.dependents(of: verb) where isAgent(agent) {
      others += self.persons(in: agent).filter { !persons.contains($0) && !others.contains($0) }
    }
    return others
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
    // "The delegation included Ana Rojas", "Members of the delegation will include Ana Rojas".
    var whole = group
    if trees.relations[group] == "nmod", let head = trees.heads[group],
      gazetteer.words.noun(trees.lemmas[head].lowercased(), is: .group)
    {
      whole = head
    }
    if trees.relations[whole] == "nsubj", let verb = trees.heads[whole], isGroupVerb(verb),
      trees.subject(of: verb) == whole
    {
      for object in trees.dependents(of: verb, by: "obj") { members += persons(in: object) }
    }
    // "The delegation was led by Kurt Lind and included Ana Rojas."
    if trees.relations[whole] == "nsubj:pass", let verb = trees.heads[whole], isGroupVerb(verb) {
      for next in [verb] + trees.dependents(of: verb, by: "conj") where isGroupVerb(next) {
        for phrase in trees.dependents(of: next) where isMember(phrase) {
          members += persons(in: phrase)
        }
      }
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
    default: isAgent(phrase)
    }
  }

  private func isAgent(_ phrase: Int) -> Bool {
    trees.relations[phrase] == "obl"
      && trees.dependents(of: phrase, by: "case").contains { table.lower[$0] == "by" }
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
    // "Kurt Lind, a general, and Ana Rojas": the next of the list may hang on what tells of the one before.
    let told = trees.dependents(of: phrase, by: "appos").flatMap {
      trees.dependents(of: $0, by: "conj")
    }.filter { entities(at: $0).count == 1 }
    return [phrase]
      + (trees.dependents(of: phrase, by: "conj") + told).flatMap {
        conjuncts(of: $0, depth: depth + 1)
      }
  }

  /// How many sentences back persons may stand who are taken up as a group.
  private static let groupReach = 2
}
