/// What stands inside what: people in the country or body that they hold office in, places and
/// bodies in what they are part of, located in, or capital of, events where they take place.
///
/// Everything stands in one thing at most, countries in nothing. Who holds offices in two countries
/// stands in the one of a present office before that of a former one, then in the one that more
/// sentences name, then in the one whose id comes first. What is said to be in a city and in its
/// country stands in the city. Circles are cut where the first edge that closes one is met, and no more
/// than `deepest` boxes stand in each other: what would go deeper is drawn as a line.
struct Containment {
  /// How many things may stand in each other.
  static let deepest = 12

  private var outer: [NodeID: NodeID] = [:]
  /// How many things stand in each other inside one.
  private var heights: [NodeID: Int] = [:]
  private let types: [NodeID: String]

  /// How strongly a relation says that its source stands in its target, lower is stronger; nil for
  /// one that doesn't say so.
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
    // Places and bodies first: how deep they lie counts for what stands in them.
    for isThing in [true, false] {
      let sources = Dictionary(grouping: candidates) { $0.source }
        .filter { (Self.contains($0.key)) == isThing }
      for (source, candidates) in sources.sorted(by: { $0.key < $1.key }) {
        let ranked = candidates.map { ($0, depth: isThing ? 0 : around($0.target).count) }
          .sorted { a, b in
            if a.0.rank.former != b.0.rank.former { return a.0.rank.former < b.0.rank.former }
            if a.0.rank.strength != b.0.rank.strength {
              return a.0.rank.strength < b.0.rank.strength
            }
            if a.depth != b.depth { return a.depth > b.depth }
            if a.0.rank.evidence != b.0.rank.evidence {
              return a.0.rank.evidence < b.0.rank.evidence
            }
            return a.0.target < b.0.target
          }
        let height = heights[source] ?? 0
        let found = ranked.lazy.map(\.0.target).first { target in
          let chain = around(target)
          return target != source && !chain.contains(source)
            && chain.count + 1 + height < Self.deepest
        }
        if let found { put(source, in: found, height: height) }
      }
    }
  }

  /// Whether things of its class can have others in them.
  private static func contains(_ id: NodeID) -> Bool {
    id.nodeClass == "place" || id.nodeClass == "organization"
  }

  private mutating func put(_ id: NodeID, in container: NodeID, height: Int) {
    outer[id] = container
    for (step, around) in ([container] + around(container)).enumerated() {
      heights[around] = max(heights[around] ?? 0, height + 1 + step)
    }
  }

  private func canContain(_ edge: Edge) -> Bool {
    guard edge.status.outlook != .negation, types[edge.source] != "country",
      Self.contains(edge.target)
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
  func shows(_ edge: Edge) -> Bool { shows(edge, from: edge.source, to: edge.target) }

  /// Whether it says what an edge of another version does, whose ends are called so here.
  func shows(_ edge: Edge, from source: NodeID, to target: NodeID) -> Bool {
    Self.strength(of: edge.type) != nil && canContain(edge) && around(source).contains(target)
  }
}
