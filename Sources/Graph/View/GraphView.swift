/// The part of a graph that a filter lets pass.
///
/// First which documents count: their statements alone make a graph, as if there were no others. Then types, relations,
/// statuses, times and evidence; then, in the part that these leave, what lies near a focus or between two nodes; of that
/// the largest connected parts, and of those the nodes of most weight. A filter on edges takes away the nodes that it
/// leaves without any, other than those in focus.
///
/// Invariants: both ends of an edge are among the nodes; nodes and edges keep the graph's order.
public struct GraphView: Sendable {
  /// The graph of which this is a part: that of all documents that count.
  public let graph: KnowledgeGraph
  /// The nodes that are shown, by id.
  public private(set) var nodes: [Node]
  /// The edges that are shown, in the graph's order.
  public private(set) var edges: [Edge]
  /// The nodes that the view was centred on.
  public let focus: Set<NodeID>
  /// How many documents don't count.
  public let otherDocumentCount: Int

  /// All of the graph.
  public init(_ graph: KnowledgeGraph) {
    self.graph = graph
    nodes = graph.nodes
    edges = graph.edges
    focus = []
    otherDocumentCount = 0
  }

  /// The part of `graph` that `filter` lets pass. Takes time in the order of nodes and edges.
  ///
  /// - Throws: `ViewError` for a name that the graph or its ontology doesn't have, or that means
  ///   several nodes, with what was probably meant; for two nodes that nothing joins.
  public init(_ whole: KnowledgeGraph, filter: ViewFilter) throws(ViewError) {
    let edgeFilter = try EdgeFilter(filter, whole)
    try Self.checkNumbers(filter)
    graph = try DocumentFilter(filter, whole).graph(of: whole)
    otherDocumentCount = whole.documents.count - graph.documents.count
    let lookup = NodeLookup(graph)
    var focus: Set<NodeID> = []
    for name in filter.focus { focus.insert(try lookup.node(named: name)) }
    var pair: [NodeID] = []
    for name in filter.between { pair.append(try lookup.node(named: name)) }
    guard pair.isEmpty || pair.count == 2 else { throw .notAPair(count: pair.count) }
    focus.formUnion(pair)
    self.focus = focus

    let types = Set(filter.types)
    var shown = Set(
      graph.nodes.lazy.filter { types.isEmpty || types.contains($0.type) }.map(\.id))
    shown.formUnion(focus)
    edges = edgeFilter.edges(of: graph).filter {
      shown.contains($0.source) && shown.contains($0.target)
    }
    nodes = graph.nodes
    if pair.count == 2 {
      let paths = ShortestPaths(from: pair[0], to: pair[1], over: edges)
      guard paths.length != nil else { throw .noPath(from: pair[0], to: pair[1]) }
      edges = edges.filter(paths.contains)
      shown = Set(edges.flatMap { [$0.source, $0.target] }).union(pair)
    } else if !focus.isEmpty {
      shown = Self.neighbourhood(of: focus, depth: filter.depth, edges: edges)
    } else if edgeFilter.isActive {
      shown = Set(edges.flatMap { [$0.source, $0.target] })
    }
    keep(shown)
    if let count = filter.components {
      keep(Set(ConnectedParts(of: self).parts.prefix(count).flatMap(\.self)))
    }
    if let count = filter.top { keep(heaviest(count, by: filter.weight).union(focus)) }
    if filter.collapsed { edges = CollapsedEdges.of(edges, in: graph) }
  }

  /// Leaves the nodes, and the edges among them.
  private mutating func keep(_ shown: Set<NodeID>) {
    nodes.removeAll { !shown.contains($0.id) }
    edges.removeAll { !shown.contains($0.source) || !shown.contains($0.target) }
  }

  /// What at most `depth` edges join to one of `focus`: breadth first.
  private static func neighbourhood(
    of focus: Set<NodeID>, depth: Int, edges: [Edge]
  ) -> Set<NodeID> {
    let neighbours = Neighbours(edges)
    var reached = focus
    var front = Array(focus)
    for _ in 0..<depth where !front.isEmpty {
      front = front.flatMap { neighbours[$0] }.filter { reached.insert($0).inserted }
    }
    return reached
  }

  /// The nodes of most weight; among equals those whose id comes first.
  private func heaviest(_ count: Int, by weight: ViewFilter.Weight) -> Set<NodeID> {
    var weights: [NodeID: Int] = [:]
    for edge in edges {
      let own = weight == .evidence ? edge.evidence.count : 1
      weights[edge.source, default: 0] += own
      weights[edge.target, default: 0] += own
    }
    let ranked = nodes.map(\.id).sorted { a, b in
      let (first, second) = (weights[a] ?? 0, weights[b] ?? 0)
      return first != second ? first > second : a < b
    }
    return Set(ranked.prefix(count))
  }

  private static func checkNumbers(_ filter: ViewFilter) throws(ViewError) {
    let numbers = [
      ("depth", filter.depth, 0), ("min-evidence", filter.minimumEvidence, 1),
      ("components", filter.components ?? 1, 1), ("top", filter.top ?? 1, 1),
    ]
    for (option, value, minimum) in numbers where value < minimum {
      throw .outOfRange(option: option, value: value, minimum: minimum)
    }
  }
}

extension Ontology {
  /// Makes sure that there is a relation of that name.
  ///
  /// - Throws: `ViewError.unknown` with what was probably meant.
  public func checkRelation(_ name: String) throws(ViewError) {
    try ViewError.check([name], kind: "relation", known: relationTypes.map(\.name))
  }
}

extension ViewError {
  /// Makes sure that all names are known.
  static func check(
    _ names: [String], kind: String, known: [String]
  ) throws(ViewError) {
    let all = Set(known)
    for name in names where !all.contains(name) {
      throw .unknown(
        kind: kind, name: name, near: NearNames.of(name, among: known), known: known)
    }
  }
}
