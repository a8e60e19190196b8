internal import Foundation

extension NodeResolver {
  /// Full names that are one person, before it is known who else is.
  private struct Person {
    /// The id that the person's node has.
    let id: NodeID
    let label: String
    /// All ids that spell it.
    let ids: [NodeID]
    let name: PersonName
    var facts: Facts
    var marks: Set<[Int]>
    /// The family names by which alone articles may call the person.
    var shortForms: Set<String>
    /// Other single words that articles do use for the person.
    var nicknames: Set<String>
    /// The documents that have a full name of the person.
    var documents: Set<String> = []
    let gender: NameTables.Gender?

    func contradicts(_ facts: Facts, _ marks: Set<[Int]>) -> Bool {
      self.facts.contradicts(facts) || IdentityRuleIndex.differ(self.marks, marks)
    }
  }

  /// Full names first, by spelling; then initials; then single words, each in its own document.
  mutating func resolvePersons() {
    var full: [(named: Named, name: PersonName)] = []
    var short: [(named: Named, name: PersonName)] = []
    for named in named(inClass: "person") {
      guard let name = PersonName(named.label, tables: tables) else { continue }
      if name.isShort && named.isSpelled {
        short.append((named, name))
      } else {
        full.append((named, name))
      }
    }
    var persons = spelled(full)
    joinInitials(&persons)
    var byFamily: [String: [Int]] = [:]
    var byNickname: [String: [Int]] = [:]
    for (index, person) in persons.enumerated() {
      for form in person.shortForms { byFamily[form, default: []].append(index) }
      for form in person.nicknames { byNickname[form, default: []].append(index) }
    }
    for (named, name) in short {
      var rest: [Appearance] = []
      for appearance in named.appearances {
        let isFamily =
          byFamily[name.surname] != nil && tables.gender(ofGivenName: name.written.surname) == nil
        let found = byFamily[name.surname] ?? byNickname[name.surname] ?? []
        let candidates = found.map { persons[$0] }
        if !resolve(named, appearance, among: candidates, isFamily: isFamily) {
          rest.append(appearance)
        }
      }
      separate(named, rest)
    }
  }

  // MARK: - Full names

  /// One person for all spellings of a full name; several where countries or rules tell them apart.
  private mutating func spelled(_ full: [(named: Named, name: PersonName)]) -> [Person] {
    let groups = Dictionary(grouping: full) { member in
      // Who was given an id to be told from a namesake is nobody's other spelling.
      member.named.isSpelled ? member.name.key : member.named.id.rawValue
    }
    var persons: [Person] = []
    for key in groups.keys.sorted(by: { $0.utf8Precedes($1) }) {
      let members = groups[key] ?? []
      let isOne = members.indices.allSatisfy { a in
        members[..<a].allSatisfy { other in
          !other.named.facts.contradicts(members[a].named.facts)
            && !IdentityRuleIndex.differ(other.named.marks, members[a].named.marks)
        }
      }
      for group in isOne ? [members] : members.map({ [$0] }) {
        guard let main = group.min(by: { Self.leads($0.named, $1.named) }) else { continue }
        var person = Person(
          id: main.named.id, label: main.named.label, ids: group.map(\.named.id), name: main.name,
          facts: Facts(), marks: [], shortForms: [], nicknames: [],
          gender: main.name.given.first.flatMap(tables.gender(ofGivenName:)))
        for (named, name) in group {
          person.facts.formUnion(named.facts)
          person.marks.formUnion(named.marks)
          person.shortForms.formUnion(name.shortForms)
          person.nicknames.formUnion(nicknames(of: named))
          person.documents.formUnion(named.appearances.map(\.document))
          guard named.id != person.id else { continue }
          join(
            named.id, to: person.id,
            rule: difference(named.label, name, main.named.label, main.name))
        }
        persons.append(person)
      }
    }
    return persons
  }

  /// Of several spellings, the node has that of most documents.
  private static func leads(_ a: Named, _ b: Named) -> Bool {
    a.appearances.count != b.appearances.count
      ? a.appearances.count > b.appearances.count : a.id < b.id
  }

  /// The single words that the documents themselves use for the person: "Saddam".
  private func nicknames(of named: Named) -> Set<String> {
    let words = Set(named.appearances.flatMap(\.aliases)).filter { !$0.contains(" ") }
    return Set(words.compactMap { PersonName($0, tables: tables)?.surname })
  }

  /// Which words of two spellings differ, and which table says that they are one.
  private func difference(
    _ label: String, _ name: PersonName, _ otherLabel: String, _ other: PersonName
  ) -> String {
    var parts: [String] = []
    if name.isFamilyFirst != other.isFamilyFirst {
      parts.append(
        "name order: \(name.written.surname.capitalized) is the family name (family-first.tsv)")
    }
    if name.written.surname != other.written.surname {
      parts.append(
        "variant \(name.written.surname.capitalized) = \(other.written.surname.capitalized) (spellings.tsv)"
      )
    }
    if !name.isOrderKnown {
      for (a, b) in zip(name.written.given, other.written.given) where a != b {
        parts.append("variant \(a.capitalized) = \(b.capitalized) (given-names.tsv)")
      }
    }
    return parts.isEmpty ? "spelling: \(label) = \(otherLabel)" : parts.joined(separator: "; ")
  }

  /// "V. Putin", "John Kennedy": joins the one fuller name that it abbreviates, the fullest names first.
  private mutating func joinInitials(_ persons: inout [Person]) {
    let bySurname = Dictionary(grouping: persons.indices) { persons[$0].name.surname }
    // Names without a fuller one in the corpus come first in this order, so each step finds its goal settled.
    let order = persons.indices.sorted { a, b in
      let (x, y) = (persons[a].name.fullness, persons[b].name.fullness)
      return x != y ? x > y : persons[a].id < persons[b].id
    }
    var goals = Array(persons.indices)
    for index in order {
      let person = persons[index]
      let fuller = (bySurname[person.name.surname] ?? []).filter {
        person.name.abbreviates(persons[$0].name)
          && !persons[$0].contradicts(person.facts, person.marks)
      }
      let found = Set(fuller.map { goals[$0] })
      guard let goal = found.first else { continue }
      guard found.count == 1 else {
        for id in person.ids { leaveApart(id, from: found.map { persons[$0].id }) }
        continue
      }
      goals[index] = goal
      let rule = "initials: \(person.label) = \(persons[goal].label)"
      for id in person.ids { join(id, to: persons[goal].id, rule: rule) }
    }
    for index in order where goals[index] != index {
      persons[goals[index]].facts.formUnion(persons[index].facts)
      persons[goals[index]].marks.formUnion(persons[index].marks)
      persons[goals[index]].shortForms.formUnion(persons[index].shortForms)
      persons[goals[index]].nicknames.formUnion(persons[index].nicknames)
    }
    persons = persons.indices.filter { goals[$0] == $0 }.map { persons[$0] }
  }

  /// Notes that a full name could be several persons.
  private mutating func leaveApart(_ id: NodeID, from candidates: [NodeID]) {
    for appearance in appearances[id] ?? [] {
      result.ambiguities.append(
        .init(
          local: Local(document: appearance.document, id: id), name: appearance.label,
          candidates: candidates.sorted()))
    }
  }

  // MARK: - Single words

  /// Joins a word to the one person so called whom nothing contradicts; sets it apart where it is a family name
  /// of several. False where nothing is known.
  private mutating func resolve(
    _ named: Named, _ appearance: Appearance, among candidates: [Person], isFamily: Bool
  ) -> Bool {
    let local = Local(document: appearance.document, id: named.id)
    let own = facts(of: named.id, appearance)
    let marks = rules.marks(ruleWords(named.id, appearance))
    let gender = own.offices.sorted().compactMap(tables.gender(ofOffice:)).first
    // A bare word of which no office is told is somebody whom its own document names in full.
    let isBare = own.types == ["person"]
    let possible = candidates.filter {
      !$0.contradicts(own, marks) && (!isBare || $0.documents.contains(appearance.document))
        && ($0.gender == nil || gender == nil || $0.gender == gender)
    }
    let fitting = possible.filter { own.fits($0.facts) }
    // A namesake who holds no office is no rival of a president.
    let rivals = possible.filter { own.fits($0.facts) || $0.facts.types != ["person"] }
    // Many bear one given name: there the office must agree, too.
    if isFamily, fitting.count == 1, rivals.count == 1 {
      join(local, to: fitting[0].id, rule: "surname: the only \(appearance.label) of the corpus")
      return true
    }
    let sameOffice = fitting.filter { own.sharesOffice(with: $0.facts) }
    if sameOffice.count == 1 {
      join(
        local, to: sameOffice[0].id,
        rule:
          "\(isFamily ? "surname" : "short name") and office: the only \(appearance.label) of the corpus who is "
          + own.offices.sorted().joined(separator: "; "))
      return true
    }
    guard isFamily, rivals.count > 1 else { return false }
    result.ambiguities.append(
      .init(local: local, name: appearance.label, candidates: rivals.map(\.id).sorted()))
    join(local, to: Self.apart(named.id, in: appearance.document), rule: nil)
    return true
  }

  /// Namesakes of whom nothing but a surname is known: one node, unless their countries tell them apart.
  private mutating func separate(_ named: Named, _ rest: [Appearance]) {
    var groups: [(countries: Set<NodeID>, documents: [String])] = []
    for appearance in rest {
      let countries = facts(of: named.id, appearance).countries
      guard !countries.isEmpty else { continue }
      let near = groups.filter { !$0.countries.isDisjoint(with: countries) }
      groups.removeAll { !$0.countries.isDisjoint(with: countries) }
      groups.append(
        (
          near.reduce(countries) { $0.union($1.countries) },
          near.flatMap(\.documents) + [appearance.document]
        ))
    }
    guard groups.count > 1 else { return }
    for group in groups {
      guard let country = group.countries.min() else { continue }
      let node = Self.apart(named.id, of: country)
      result.labels[node] = label(named.label, of: country)
      for document in group.documents {
        join(
          Local(document: document, id: named.id), to: node,
          rule: "surname and country: \(label(named.label, of: country))")
      }
    }
    let known = Set(groups.flatMap(\.documents))
    let nodes = groups.compactMap { $0.countries.min() }.map { Self.apart(named.id, of: $0) }
    for appearance in rest where !known.contains(appearance.document) {
      let local = Local(document: appearance.document, id: named.id)
      result.ambiguities.append(
        .init(local: local, name: appearance.label, candidates: nodes.sorted()))
      join(local, to: Self.apart(named.id, in: appearance.document), rule: nil)
    }
  }
}

extension NodeResolver.Facts {
  /// Whether who holds these offices may hold the other's: the same rank somewhere, or the same office.
  ///
  /// Bare names, of whom the text tells no office, fit anybody.
  fileprivate func fits(_ other: Self) -> Bool {
    types == ["person"] || !types.isDisjoint(with: other.types) || sharesOffice(with: other)
  }

  /// Whether both hold an office of one name: "secretary", "secretary of state".
  fileprivate func sharesOffice(with other: Self) -> Bool {
    offices.contains { a in
      other.offices.contains { b in
        a == b || a.hasPrefix(b + " ") || b.hasPrefix(a + " ") || a.hasSuffix(" " + b)
          || b.hasSuffix(" " + a)
      }
    }
  }
}
