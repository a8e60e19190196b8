/// Decides which names of different documents are one node.
///
/// A pure function of the set of statements and of tables, so that the order of documents is nothing to it,
/// and a document that is taken out leaves no trace. Ids are one node where they are equal; beyond that two
/// names are joined only where a table or the form of names says that they are one, nothing contradicts, and
/// there is exactly one to join. What could be several is left apart, and told.
///
/// Takes time in the order of the statements, and of the squares of the numbers of those who share a surname.
struct NodeResolver {
  typealias Local = Resolution.Local

  /// What claims tell of a thing that may contradict its being another.
  struct Facts {
    /// The countries of its offices, or that it is a part of.
    var countries: Set<NodeID> = []
    var offices: Set<String> = []
    var types: Set<String> = []

    mutating func formUnion(_ other: Facts) {
      countries.formUnion(other.countries)
      offices.formUnion(other.offices)
      types.formUnion(other.types)
    }

    /// Whether the two belong to different countries.
    func contradicts(_ other: Facts) -> Bool {
      !countries.isEmpty && !other.countries.isEmpty && countries.isDisjoint(with: other.countries)
    }
  }

  /// All that the documents say of one id.
  struct Named {
    let id: NodeID
    /// The fullest name that spells the id; where none does, the fullest name.
    let label: String
    /// Whether a name spells it; else somebody gave the id to tell it from a namesake.
    let isSpelled: Bool
    let appearances: [Appearance]
    let facts: Facts
    /// Where rules tell it from others.
    let marks: Set<[Int]>
  }

  let tables = NameTables.builtIn
  let rules: IdentityRuleIndex
  /// By id; the appearances in the order of documents, one a document.
  let appearances: [NodeID: [Appearance]]
  private(set) var facts: [Local: Facts] = [:]
  var result = Resolution()

  private init(
    _ appearances: [NodeID: [Appearance]], claims: [Claim], rules: IdentityRules
  ) {
    self.appearances = appearances
    self.rules = IdentityRuleIndex(rules)
    var countries: Set<Local> = []
    for (id, all) in appearances {
      for appearance in all where appearance.type == "country" {
        countries.insert(Local(document: appearance.document, id: id))
      }
    }
    let telling: Set = ["holds-office", "part-of", "located-in"]
    // By place: most claims tell nothing here, and are not worth a copy.
    for index in claims.indices where telling.contains(claims[index].type) {
      let claim = claims[index]
      let local = Local(document: claim.evidence.document, id: claim.source)
      if countries.contains(Local(document: local.document, id: claim.target)) {
        facts[local, default: Facts()].countries.insert(claim.target)
      }
      if let office = claim.evidence.office {
        facts[local, default: Facts()].offices.insert(office)
      }
    }
  }

  /// The nodes that the names stand for. `appearances` has one a document.
  static func resolution(
    of appearances: [NodeID: [Appearance]], claims: [Claim], rules: IdentityRules
  ) -> Resolution {
    var resolver = NodeResolver(appearances, claims: claims, rules: rules)
    resolver.resolvePersons()
    resolver.resolveOrganizations()
    resolver.applyRules()
    resolver.result.ambiguities.sort { $0.local < $1.local }
    return resolver.result
  }

  // MARK: - What is said of names

  /// All ids of a class, ascending, with what is said of them.
  func named(inClass nodeClass: String) -> [Named] {
    appearances.keys.filter { $0.nodeClass == nodeClass }.sorted().compactMap(named)
  }

  private func named(_ id: NodeID) -> Named? {
    guard let all = appearances[id] else { return nil }
    let labels = Set(all.map(\.label)).sorted { $0.utf8Precedes($1) }
    let spelling = labels.filter { NodeID(class: String(id.nodeClass), name: $0) == id }
    guard
      let label = (spelling.isEmpty ? labels : spelling).max(by: {
        $0 != $1 && Appearance.fuller($0, $1) == $1
      })
    else { return nil }
    var pooled = Facts()
    for appearance in all {
      if let own = facts[Local(document: appearance.document, id: id)] { pooled.formUnion(own) }
      pooled.types.insert(appearance.type)
    }
    return Named(
      id: id, label: label, isSpelled: !spelling.isEmpty, appearances: all, facts: pooled,
      marks: rules.marks([id.rawValue, tables.folded(label)]))
  }

  /// What one document says of a name.
  func facts(of id: NodeID, _ appearance: Appearance) -> Facts {
    var own = facts[Local(document: appearance.document, id: id)] ?? Facts()
    own.types = [appearance.type]
    return own
  }

  /// The words by which rules may mean the name in a document.
  func ruleWords(_ id: NodeID, _ appearance: Appearance) -> [String] {
    [
      id.rawValue, Self.apart(id, in: appearance.document).rawValue,
      tables.folded(appearance.label),
    ]
  }

  // MARK: - What is found

  /// Lets the names of `id`, in all documents, stand for `node`.
  mutating func join(_ id: NodeID, to node: NodeID, rule: String) {
    for appearance in appearances[id] ?? [] {
      join(Local(document: appearance.document, id: id), to: node, rule: rule)
    }
  }

  /// Lets a name stand for `node`.
  mutating func join(_ local: Local, to node: NodeID, rule: String?) {
    result.nodes[local] = node == local.id ? nil : node
    result.rules[local] = rule
  }

  /// The id of what nothing joins to the other documents' namesakes; no name spells it.
  static func apart(_ id: NodeID, in document: String) -> NodeID {
    NodeID(rawValue: "\(id.rawValue)@\(document)") ?? id
  }

  /// The id of one of several namesakes, by its country; no name spells it.
  static func apart(_ id: NodeID, of country: NodeID) -> NodeID {
    NodeID(rawValue: "\(id.rawValue)+\(country.rawValue.drop { $0 != "/" }.dropFirst())") ?? id
  }

  /// "Mwangi (Kenya)": how one of several namesakes is called.
  func label(_ name: String, of country: NodeID) -> String {
    let labels = appearances[country]?.map(\.label) ?? []
    return labels.isEmpty ? name : "\(name) (\(labels.reduce(labels[0], Appearance.fuller)))"
  }

  // MARK: - Rules of people

  /// Joins what `same` lists join, whatever was found before.
  private mutating func applyRules() {
    let lists = rules.rules.same
    guard !lists.isEmpty else { return }
    var listed: [NodeID: Set<Int>] = [:]
    for (id, all) in appearances {
      for appearance in all {
        let node = result.node(id, in: appearance.document)
        let found = rules.sameLists(ruleWords(id, appearance) + [node.rawValue])
        if !found.isEmpty { listed[node, default: []].formUnion(found) }
      }
    }
    // Lists that name one node are one list, under the first of them.
    var first = Array(lists.indices)
    func root(_ list: Int) -> Int { first[list] == list ? list : root(first[list]) }
    for found in listed.values {
      let roots = Set(found.map { root($0) })
      guard let least = roots.min() else { continue }
      for other in roots { first[other] = least }
    }
    var settled: Set<Local> = []
    for (id, all) in appearances {
      for appearance in all {
        let local = Local(document: appearance.document, id: id)
        let node = result.node(id, in: appearance.document)
        guard let list = listed[node]?.min() else { continue }
        let entry = lists[root(list)]
        let target = Self.node(of: entry, inClass: String(id.nodeClass))
        let known = result.rules[local].map { $0 + "; " } ?? ""
        join(local, to: target.id, rule: known + lists[list].place)
        settled.insert(local)
        if let label = target.label { result.labels[target.id] = label }
      }
    }
    result.ambiguities.removeAll { settled.contains($0.local) }
  }

  /// The node that a list makes: of the first name, or of the first id of the class.
  private static func node(
    of entry: IdentityRules.Entry, inClass nodeClass: String
  ) -> (id: NodeID, label: String?) {
    for name in entry.names {
      guard name.contains("/") else { return (NodeID(class: nodeClass, name: name), name) }
      if let id = NodeID(rawValue: name), id.nodeClass == nodeClass { return (id, nil) }
    }
    return (NodeID(class: nodeClass, name: entry.names[0]), nil)
  }
}
