extension NodeResolver {
  /// Joins ministries of one country, British and American spellings, and acronyms that mean one body only.
  mutating func resolveOrganizations() {
    let all = named(inClass: "organization").map {
      (named: $0, name: OrganizationName($0.label, tables: tables))
    }
    resolveMinistries(all.filter { $0.name.portfolio != nil })
    let others = all.filter { $0.name.portfolio == nil }
    joinSpellings(others)
    joinAcronyms(others.map(\.named))
  }

  private typealias Body = (named: Named, name: OrganizationName)

  // MARK: - Ministries

  private struct Ministry: Hashable {
    let portfolio: String
    let owner: NodeID?
  }

  /// A ministry is told by its portfolio and its country. Where the corpus has several of a portfolio, one
  /// without a country is its document's own.
  private mutating func resolveMinistries(_ bodies: [Body]) {
    var groups: [Ministry: [(body: Body, appearance: Appearance)]] = [:]
    for body in bodies {
      for appearance in body.named.appearances {
        let countries = facts(of: body.named.id, appearance).countries
        let owner = body.name.owner ?? (countries.count == 1 ? countries.first : nil)
        let key = Ministry(portfolio: body.name.portfolio ?? "", owner: owner)
        groups[key, default: []].append((body, appearance))
      }
    }
    let owners = Dictionary(grouping: groups.keys, by: \.portfolio)
    for (ministry, members) in groups {
      guard let owner = ministry.owner else {
        let isOneOfSeveral =
          owners[ministry.portfolio, default: []].count > 1
          || Set(members.map(\.appearance.document)).count > 1
        guard isOneOfSeveral else { continue }
        // Inside one document they are one.
        for own in Dictionary(grouping: members, by: \.appearance.document).values {
          guard let id = own.map(\.body.named.id).min() else { continue }
          for (body, appearance) in own {
            join(
              Local(document: appearance.document, id: body.named.id),
              to: Self.apart(id, in: appearance.document), rule: nil)
          }
        }
        continue
      }
      guard let main = members.min(by: { Self.leads($0.body, $1.body) })?.body else { continue }
      var node = main.named.id
      if main.name.owner == nil, owners[ministry.portfolio, default: []].count > 1 {
        node = Self.apart(node, of: owner)
        result.labels[node] = label(main.named.label, of: owner)
      }
      let country = label("", of: owner).drop { $0 == " " }
      for (body, appearance) in members where body.named.id != node {
        join(
          Local(document: appearance.document, id: body.named.id), to: node,
          rule: "ministry: the \(ministry.portfolio) ministry \(country)")
      }
    }
  }

  /// The name with its country before one without, then that of most documents.
  private static func leads(_ a: Body, _ b: Body) -> Bool {
    if (a.name.owner == nil) != (b.name.owner == nil) { return a.name.owner != nil }
    return a.named.appearances.count != b.named.appearances.count
      ? a.named.appearances.count > b.named.appearances.count : a.named.id < b.named.id
  }

  // MARK: - Spellings and acronyms

  private mutating func joinSpellings(_ bodies: [Body]) {
    let groups = Dictionary(
      grouping: bodies.filter { $0.named.isSpelled && $0.name.isTelling },
      by: \.name.key)
    for members in groups.values where members.count > 1 {
      guard let main = members.min(by: Self.leads) else { continue }
      let isOne = members.allSatisfy { a in
        members.allSatisfy { b in mayBeOne(a.named, b.named) }
      }
      guard isOne else { continue }
      for (named, _) in members where named.id != main.named.id {
        join(
          named.id, to: main.named.id,
          rule: "spelling: \(named.label) = \(main.named.label) (spellings.tsv)")
      }
    }
  }

  /// "SWA" alone is the one body of the corpus that some article calls so, too.
  private mutating func joinAcronyms(_ bodies: [Named]) {
    var byAcronym: [String: [Named]] = [:]
    for body in bodies {
      for alias in Set(body.appearances.flatMap(\.aliases)) where Self.isAcronym(alias) {
        byAcronym[tables.folded(alias), default: []].append(body)
      }
    }
    for body in bodies where body.isSpelled && Self.isAcronym(body.label) {
      let long = (byAcronym[tables.folded(body.label)] ?? []).filter {
        $0.id != body.id && !Self.isAcronym($0.label) && mayBeOne(body, $0)
      }
      let nodes = Set(long.map { result.node($0.id, in: $0.appearances[0].document) })
      if nodes.count == 1, let node = nodes.first {
        join(
          body.id, to: node, rule: "acronym: \(body.label) is \(long[0].label) alone in the corpus")
      } else if nodes.count > 1 {
        for appearance in body.appearances {
          result.ambiguities.append(
            .init(
              local: Local(document: appearance.document, id: body.id), name: appearance.label,
              candidates: nodes.sorted()))
        }
      }
    }
  }

  private func mayBeOne(_ a: Named, _ b: Named) -> Bool {
    !a.facts.contradicts(b.facts) && !IdentityRuleIndex.differ(a.marks, b.marks)
  }

  /// Two to eight letters, most of them capitals, dots or not: "UN", "U.N.", "UNSMIL".
  private static func isAcronym(_ name: String) -> Bool {
    let letters = name.filter { $0 != "." }
    return (2...8).contains(letters.count) && !letters.contains(" ")
      && letters.count(where: \.isUppercase) * 2 > letters.count
  }
}
