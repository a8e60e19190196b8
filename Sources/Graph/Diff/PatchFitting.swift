extension GraphPatch {
  /// The graph that the patch makes of `graph`.
  ///
  /// `file` and `patch` are the names of both, for messages.
  ///
  /// - Throws: `SchemaViolation` where the graph isn't the one that the patch starts from; it names the first
  ///   statement that doesn't fit, if one doesn't.
  public func applied(
    to graph: KnowledgeGraph, file: String = "the graph", patch: String = "the diff"
  ) throws(SchemaViolation) -> KnowledgeGraph {
    let fitting = PatchFitting(patch: self, graph: graph, names: (file, patch))
    let statements = try fitting.statements()
    let found = Version(graph).hash
    guard found == from.hash else {
      throw SchemaViolation(
        place: file, found: "a graph of hash \(found)",
        expected: "\(from.hash), which \(patch) starts from",
        remedy: "What it takes out is there and what it puts in isn't, but the rest differs. "
          + "'graphgen merge' joins what two made of one graph.")
    }
    let result = try statements.graph(ontology: graph.ontology, file: patch)
    let made = Version(result).hash
    guard made == to.hash else {
      throw SchemaViolation(
        place: patch, found: "what makes a graph of hash \(made)",
        expected: "\(to.hash), as its 'to' says",
        remedy: "The file was changed, or another version of graphgen wrote it: make it anew.")
    }
    return result
  }
}

extension GraphStatements {
  /// The graph that the statements make; `file` is the name of where they come from, for messages.
  ///
  /// - Throws: `SchemaViolation` where they are none that a graph may be made of.
  func graph(ontology: Ontology, file: String) throws(SchemaViolation) -> KnowledgeGraph {
    var named: [(node: NodeID, appearance: Appearance)] = []
    var isUntyped = false
    for var appearance in appearances {
      guard let id = appearance.ownID else { continue }
      appearance.ownID = nil
      named.append((id, appearance))
      if id.nodeClass == Ontology.untyped { isUntyped = true }
    }
    let ontology = isUntyped ? ontology.withUntyped : ontology
    let known = Set(documents.map(\.id))
    for (id, appearance) in named {
      try GraphJSONReader.require(appearance.document, in: known, at: "\(file): node '\(id)'")
      guard ontology.nodeType(appearance.type)?.nodeClass == String(id.nodeClass) else {
        throw SchemaViolation(
          place: "\(file): node '\(id)'", found: "type '\(appearance.type)'",
          expected: "a node type of class '\(id.nodeClass)'",
          remedy: "'graphgen ontology' lists them; --ontology adds to them.")
      }
    }
    let check = SignatureCheck(
      KnowledgeGraph.united(named, ontology: ontology), ontology: ontology)
    for claim in claims {
      let place = "\(file): edge '\(claim.source) \(claim.type) \(claim.target)'"
      try GraphJSONReader.require(claim.evidence.document, in: known, at: place)
      if let problem = check.problem(with: claim) {
        throw SchemaViolation(
          place: place, found: problem, expected: "what the ontology allows",
          remedy: "'graphgen ontology' lists the signatures; --ontology adds to them.")
      }
    }
    return KnowledgeGraph(
      documents: documents, appearances: named, claims: claims, ontology: ontology, rules: rules)
  }
}

/// Holds a patch against the statements of a graph.
private struct PatchFitting {
  let patch: GraphPatch
  let graph: KnowledgeGraph
  let names: (graph: String, patch: String)

  private struct Name: Hashable {
    let document: String
    let id: NodeID?

    init(_ appearance: Appearance) {
      document = appearance.document
      id = appearance.ownID
    }
  }

  /// The graph's statements with the change made.
  func statements() throws(SchemaViolation) -> GraphStatements {
    var result = GraphStatements(graph)
    result.documents = try changed(
      result.documents, patch.removed.documents, patch.added.documents, slot: \.id,
      StatementKey.of, kind: "documents"
    ) { "document '\($0.id)'" }
    result.appearances = try changed(
      result.appearances, patch.removed.appearances, patch.added.appearances, slot: Name.init,
      StatementKey.of, kind: "appearances"
    ) { "name '\($0.label)' (\($0.ownID?.rawValue ?? "")) of document '\($0.document)'" }
    result.claims = try changed(
      result.claims, patch.removed.claims, patch.added.claims, slot: { $0 }, StatementKey.of,
      kind: "claims"
    ) {
      "claim '\($0.source) \($0.type) \($0.target)' of document '\($0.evidence.document)', "
        + "line \($0.evidence.line)"
    }
    result.rules = try changedRules(result.rules)
    return result
  }

  /// `all` without the removed and with the added, of which each slot holds one.
  private func changed<Statement, Slot: Hashable>(
    _ all: [Statement], _ removed: [Statement], _ added: [Statement],
    slot: (Statement) -> Slot, _ key: (Statement) -> StatementKey, kind: String,
    words: (Statement) -> String
  ) throws(SchemaViolation) -> [Statement] {
    var present: [Slot: StatementKey] = [:]
    let touched = Set((removed + added).map(slot))
    for statement in all where touched.contains(slot(statement)) {
      present[slot(statement)] = key(statement)
    }
    for (index, statement) in removed.enumerated() {
      guard let found = present[slot(statement)] else {
        throw misfit(
          "no \(words(statement))", "it, since \(names.patch) takes it out", "removed", kind, index)
      }
      guard found == key(statement) else {
        throw misfit(
          "another \(words(statement))", "the one that \(names.patch) takes out", "removed", kind,
          index)
      }
      present[slot(statement)] = nil
    }
    for (index, statement) in added.enumerated() {
      guard present.updateValue(key(statement), forKey: slot(statement)) == nil else {
        throw misfit(
          "\(words(statement)) already", "none, since \(names.patch) puts it in", "added", kind,
          index)
      }
    }
    let gone = Set(removed.map(slot))
    return all.filter { !gone.contains(slot($0)) } + added
  }

  private func changedRules(_ rules: IdentityRules) throws(SchemaViolation) -> IdentityRules {
    let words = { (rule: (key: String, entry: IdentityRules.Entry)) in
      "rule '\(rule.key)' of '\(rule.entry.names.joined(separator: ", "))'"
    }
    let missing = patch.removed.rules.subtracting(rules)
    if let rule = missing.entries.first {
      throw misfit(
        "no \(words(rule))", "it, since \(names.patch) takes it out", "removed", "rules", nil)
    }
    let left = rules.subtracting(patch.removed.rules)
    if let rule = patch.added.rules.entries.first(where: { rule in
      left.entries.contains { $0 == rule }
    }) {
      throw misfit(
        "\(words(rule)) already", "none, since \(names.patch) puts it in", "added", "rules", nil)
    }
    return left.union(patch.added.rules)
  }

  private func misfit(
    _ found: String, _ expected: String, _ side: String, _ kind: String, _ index: Int?
  ) -> SchemaViolation {
    SchemaViolation(
      place: names.graph, found: found,
      expected: "\(expected) (\(side).\(kind)\(index.map { "[\($0)]" } ?? ""))",
      remedy: "The diff is of another graph: \(patch.from.summary) with hash \(patch.from.hash).")
  }
}

extension GraphPatch.Version {
  /// "5 documents, 60 nodes, 140 edges".
  var summary: String {
    "\(Count.of(documents, "document")), \(Count.of(nodes, "node")), \(Count.of(edges, "edge"))"
  }
}

/// Numbers with their nouns.
enum Count {
  /// "1 node", "2 nodes".
  static func of(_ number: Int, _ noun: String, plural: String? = nil) -> String {
    "\(number) \(number == 1 ? noun : plural ?? noun + "s")"
  }
}
