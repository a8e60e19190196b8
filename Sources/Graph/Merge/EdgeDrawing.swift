/// Draws edges from what sentences state.
///
/// Claims are sorted by the numbers of their ends and relation, so that those which may be one edge stand together; only
/// these are compared as a whole.
struct EdgeDrawing {
  private let documents: [SourceDocument]
  private let resolution: Resolution
  private let nodes: [Node]
  private let nodeIndex: [NodeID: Int]
  /// The relations by number, in the order of their names.
  private let relations: [Ontology.RelationType]
  private let relationIndex: [String: Int]

  /// Documents and nodes are given by id; `nodeIndex` has the places of nodes.
  init(
    documents: [SourceDocument], ontology: Ontology, resolution: Resolution, nodes: [Node],
    nodeIndex: [NodeID: Int]
  ) {
    self.documents = documents
    self.resolution = resolution
    self.nodes = nodes
    self.nodeIndex = nodeIndex
    relations = ontology.relationTypes.sorted { $0.name.utf8Precedes($1.name) }
    relationIndex = Dictionary(
      uniqueKeysWithValues: relations.enumerated().map { ($1.name, $0) })
  }

  /// A claim by numbers: those of its resolved ends and of its relation, and its place in the list.
  private struct Entry {
    var source: Int32
    var relation: Int32
    var target: Int32
    let claim: Int32

    func precedes(_ other: Entry) -> Bool {
      if source != other.source { return source < other.source }
      if relation != other.relation { return relation < other.relation }
      return target != other.target ? target < other.target : claim < other.claim
    }

    func hasEnds(of other: Entry) -> Bool {
      source == other.source && relation == other.relation && target == other.target
    }
  }

  /// A sentence with the nodes that its names stand for, and the claims that say no more than it does.
  private struct Statement {
    let evidence: Evidence
    var claims: [Claim]
  }

  /// The edges in canonical order, and the claims whose ends are one node. Claims that are equal count once; they keep
  /// the signatures, and their ends are among the nodes.
  func edges(of claims: [Claim]) -> (edges: [Edge], loops: [Claim]) {
    var entries: [Entry] = []
    entries.reserveCapacity(claims.count)
    var loops: Set<Claim> = []
    for index in claims.indices {
      guard let entry = entry(of: claims[index], at: index) else { continue }
      if entry.source == entry.target {
        loops.insert(ordered(claims[index], relations[Int(entry.relation)]))
      } else {
        entries.append(entry)
      }
    }
    entries.sort { $0.precedes($1) }
    var edges: [Edge] = []
    edges.reserveCapacity(entries.count)
    var start = 0
    while start < entries.count {
      var end = start + 1
      while end < entries.count, entries[end].hasEnds(of: entries[start]) { end += 1 }
      append(entries[start..<end], of: claims, to: &edges)
      start = end
    }
    return (edges, loops.sorted())
  }

  private func entry(of claim: Claim, at index: Int) -> Entry? {
    let document = claim.evidence.document
    guard let relation = relationIndex[claim.type],
      let source = nodeIndex[resolution.node(claim.source, in: document)],
      let target = nodeIndex[resolution.node(claim.target, in: document)]
    else { return nil }
    let isTurned = target < source && relations[relation].isSymmetric
    return Entry(
      source: Int32(isTurned ? target : source), relation: Int32(relation),
      target: Int32(isTurned ? source : target), claim: Int32(index))
  }

  /// The claim with the ends of a symmetric relation in the order of their ids.
  private func ordered(_ claim: Claim, _ relation: Ontology.RelationType) -> Claim {
    guard relation.isSymmetric, claim.target < claim.source else { return claim }
    return Claim(
      source: claim.target, type: claim.type, target: claim.source, evidence: claim.evidence)
  }

  // MARK: - Claims of the same ends and relation

  private func append(
    _ entries: ArraySlice<Entry>, of claims: [Claim], to edges: inout [Edge]
  ) {
    guard let first = entries.first else { return }
    let relation = relations[Int(first.relation)]
    let ends = (nodes[Int(first.source)].id, nodes[Int(first.target)].id)
    if entries.count == 1 {
      // Most edges of a large corpus.
      let claim = ordered(claims[Int(first.claim)], relation)
      let evidence = resolution.resolved(claim.evidence)
      let topic = relation.needsTopic ? evidence.topic ?? "" : ""
      for group in ClaimGrouping.groups(of: [evidence], topic: topic) {
        edges.append(
          Edge(
            source: ends.0, type: relation.name, target: ends.1, identity: group.identity,
            evidence: group.evidence, leading: group.evidence, claims: [claim]))
      }
      return
    }
    let all = entries.map { ordered(claims[Int($0.claim)], relation) }
    let firstEdge = edges.count
    for (topic, statements) in byTopic(statements(all), relation) {
      for group in ClaimGrouping.groups(
        of: statements.map(\.evidence), topic: topic, isStanding: relation.isStanding)
      {
        edges.append(
          edge(ends.0, relation.name, ends.1, group, statements))
      }
    }
    guard edges.count - firstEdge > 1 else { return }
    edges[firstEdge...].sort { a, b in
      let days = (a.time?.firstDay ?? .max, b.time?.firstDay ?? .max)
      return days.0 != days.1 ? days.0 < days.1 : a.id.utf8Precedes(b.id)
    }
  }

  /// What the claims state, in the order of the evidence.
  private func statements(_ claims: [Claim]) -> [Statement] {
    let resolved = claims.map { (evidence: resolution.resolved($0.evidence), claim: $0) }
    var result: [Statement] = []
    for (evidence, claim) in resolved.sorted(by: { a, b in
      a.evidence != b.evidence ? a.evidence < b.evidence : a.claim < b.claim
    }) {
      if result.last?.evidence != evidence {
        result.append(Statement(evidence: evidence, claims: [claim]))
      } else if result[result.count - 1].claims.last != claim {
        result[result.count - 1].claims.append(claim)
      }
    }
    return result
  }

  /// Statements of relations that are told apart by their topic.
  ///
  /// One that tells no topic is about the one topic that its document tells of the same ends, if it is one: a headline's
  /// "Mali and Niger agree", whose text says on what.
  private func byTopic(
    _ statements: [Statement], _ relation: Ontology.RelationType
  ) -> [(topic: String, statements: [Statement])] {
    guard relation.needsTopic else { return [("", statements)] }
    var topics: [String: Set<String>] = [:]
    for case let (document, topic?) in statements.map({ ($0.evidence.document, $0.evidence.topic) })
    where !topic.isEmpty && !Ontology.isUntyped(relation.name) {
      topics[document, default: []].insert(topic)
    }
    let groups = Dictionary(grouping: statements) { statement in
      let own = statement.evidence.topic ?? ""
      let known = topics[statement.evidence.document] ?? []
      return own.isEmpty && known.count == 1 ? known.first ?? "" : own
    }
    return groups.sorted { $0.key.utf8Precedes($1.key) }.map { ($0.key, $0.value) }
  }

  private func edge(
    _ source: NodeID, _ type: String, _ target: NodeID, _ group: ClaimGrouping.Group,
    _ statements: [Statement]
  ) -> Edge {
    let evidence = group.evidence.sorted()
    let members = Set(evidence)
    let leading = evidence.sorted { a, b in
      let ages = (day(of: a.document), day(of: b.document))
      return ages.0 != ages.1 ? ages.0 > ages.1 : a < b
    }
    return Edge(
      source: source, type: type, target: target, identity: group.identity, evidence: evidence,
      leading: leading,
      claims: statements.flatMap { members.contains($0.evidence) ? $0.claims : [] })
  }

  /// The first day that the document may have been published on; long ago for one without a date.
  private func day(of document: String) -> Int {
    var range = documents.indices
    while !range.isEmpty {
      let middle = (range.lowerBound + range.upperBound) / 2
      if documents[middle].id == document { return documents[middle].published?.firstDay ?? .min }
      if documents[middle].id.utf8Precedes(document) {
        range = (middle + 1)..<range.upperBound
      } else {
        range = range.lowerBound..<middle
      }
    }
    return .min
  }
}
