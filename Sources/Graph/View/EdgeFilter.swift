/// Which edges count by themselves: by relation, status, evidence and time.
struct EdgeFilter {
  private let relations: Set<String>
  private let statuses: Set<String>
  private let minimumEvidence: Int
  private let days: ClosedRange<Int>?

  /// Whether it may take anything away.
  var isActive: Bool {
    !relations.isEmpty || !statuses.isEmpty || minimumEvidence > 1 || days != nil
  }

  /// - Throws: `ViewError.unknown` for names that the ontology doesn't have.
  init(_ filter: ViewFilter, _ graph: KnowledgeGraph) throws(ViewError) {
    try ViewError.check(
      filter.types, kind: "node type", known: graph.ontology.nodeTypes.map(\.name))
    try ViewError.check(
      filter.relations, kind: "relation", known: graph.ontology.relationTypes.map(\.name))
    try ViewError.check(
      filter.statuses, kind: "status", known: Status.allCases.map(\.rawValue))
    relations = Set(filter.relations)
    statuses = Set(filter.statuses)
    minimumEvidence = filter.minimumEvidence
    if filter.since != nil || filter.until != nil {
      let first = filter.since?.firstDay ?? .min
      let last = filter.until?.lastDay ?? .max
      if let since = filter.since, let until = filter.until, last < first {
        throw .noDays(since: since, until: until)
      }
      days = first...last
    } else {
      days = nil
    }
  }

  /// The edges that count, in the graph's order.
  func edges(of graph: KnowledgeGraph) -> [Edge] {
    let published = Dictionary(
      graph.documents.map { ($0.id, $0.published) }, uniquingKeysWith: { first, _ in first })
    return graph.edges.filter { edge in
      (relations.isEmpty || relations.contains(edge.type))
        && (statuses.isEmpty || statuses.contains(edge.status.rawValue))
        && edge.evidence.count >= minimumEvidence
        && isInTime(edge, published)
    }
  }

  /// Whether it happens in the days that count; one that tells no time, whether it is reported then.
  private func isInTime(_ edge: Edge, _ published: [String: TimeSpan?]) -> Bool {
    guard let days else { return true }
    let times = edge.time.map { [$0] } ?? edge.evidence.compactMap { published[$0.document] ?? nil }
    return times.contains { $0.firstDay <= days.upperBound && days.lowerBound <= $0.lastDay }
  }
}
