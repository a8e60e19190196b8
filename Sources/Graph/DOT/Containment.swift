/// What stands inside what: people in the country or body that they hold office in, places and bodies in
/// what they are part of, located in, or capital of, events where they take place.
///
/// Everything stands in one thing at most, countries in nothing. Who holds offices in two countries stands
/// in the one of a present office before that of a former one, then in the one that more sentences
/// name, then in the one whose id comes first. Circles are cut where the first edge that closes one is met.
struct Containment {
  private var outer: [NodeID: NodeID] = [:]
  private let types: [NodeID: String]

  /// How strongly a relation says that its source stands in its target, lower is stronger; nil for one
  /// that doesn't say so.
  private static func strength(of relation: String) -> Int? {
    switch relation {
    case "holds-office": 0
    case "capital-of": 1
    case "part-of": 2
    case "located-in": 3
    default: nil
    }
  }

  private struct Candidate {
    let source: NodeID
    let target: NodeID
    let rank: (former: Int, strength: Int, evidence: Int)
  }

  init(_ graph: KnowledgeGraph) {
    types = Dictionary(uniqueKeysWithValues: graph.nodes.map { ($0.id, $0.type) })
    var candidates: [Candidate] = []
    for edge in graph.edges {
      guard let strength = Self.strength(of: edge.type), canContain(edge) else { continue }
      candidates.append(
        Candidate(
          source: edge.source, target: edge.target,
          rank: (edge.former ? 1 : 0, strength, -edge.evidence.count)))
    }
    candidates.sort { a, b in
      if a.source != b.source { return a.source < b.source }
      if a.rank != b.rank { return a.rank < b.rank }
      return a.target < b.target
    }
    for candidate in candidates where outer[candidate.source] == nil {
      let closesCircle =
        candidate.target == candidate.source || around(candidate.target).contains(candidate.source)
      if !closesCircle { outer[candidate.source] = candidate.target }
    }
  }

  private func canContain(_ edge: Edge) -> Bool {
    guard edge.status.outlook != .negation, types[edge.source] != "country",
      edge.target.nodeClass == "place" || edge.target.nodeClass == "organization"
    else { return false }
    return edge.type != "holds-office" || edge.status == .actual
  }

  /// What the node stands in, innermost first.
  func around(_ id: NodeID) -> [NodeID] {
    var result: [NodeID] = []
    var next = outer[id]
    while let container = next {
      result.append(container)
      next = outer[container]
    }
    return result
  }

  /// Whether the picture of boxes says what the edge does.
  func shows(_ edge: Edge) -> Bool {
    Self.strength(of: edge.type) != nil && canContain(edge)
      && around(edge.source).contains(edge.target)
  }
}
