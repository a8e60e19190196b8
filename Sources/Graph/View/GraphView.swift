/// The part of a graph that a filter lets pass.
///
/// Filters by type, relation, status and evidence come first; then, with a focus, what lies near
/// enough in the part that they leave, with all edges among it. A filter on edges takes away the
/// nodes that it leaves without any, other than those in focus.
///
/// Invariants: both ends of an edge are among the nodes; nodes and edges keep the graph's order.
public struct GraphView: Sendable {
  /// The whole graph, of which this is a part.
  public let graph: KnowledgeGraph
  /// The nodes that are shown, by id.
  public let nodes: [Node]
  /// The edges that are shown, in the graph's order.
  public let edges: [Edge]
  /// The nodes that the view was centred on.
  public let focus: Set<NodeID>

  /// All of the graph.
  public init(_ graph: KnowledgeGraph) {
    self.graph = graph
    nodes = graph.nodes
    edges = graph.edges
    focus = []
  }

  /// The part of `graph` that `filter` lets pass. Takes time in the order of nodes and edges.
  ///
  /// - Throws: `ViewError` for a name that the graph or its ontology doesn't have, or that means
  ///   several nodes, with what was probably meant.
  public init(_ graph: KnowledgeGraph, filter: ViewFilter) throws(ViewError) {
    self.graph = graph
    let types = try Self.checked(
      filter.types, kind: "node type", known: graph.ontology.nodeTypes.map(\.name))
    let relations = try Self.checked(
      filter.relations, kind: "relation", known: graph.ontology.relationTypes.map(\.name))
    let statuses = try Self.checked(
      filter.statuses, kind: "status", known: Status.allCases.map(\.rawValue))
    guard filter.depth >= 0 else {
      throw ViewError.outOfRange(option: "depth", value: filter.depth, minimum: 0)
    }
    guard filter.minimumEvidence >= 1 else {
      throw ViewError.outOfRange(
        option: "min-evidence", value: filter.minimumEvidence, minimum: 1)
    }
    let lookup = NodeLookup(graph)
    var focus: Set<NodeID> = []
    for name in filter.focus { focus.insert(try lookup.node(named: name)) }
    self.focus = focus

    var shown = Set(
      graph.nodes.lazy.filter { types.isEmpty || types.contains($0.type) }.map(\.id))
    shown.formUnion(focus)
    let edges = graph.edges.filter { edge in
      shown.contains(edge.source) && shown.contains(edge.target)
        && (relations.isEmpty || relations.contains(edge.type))
        && (statuses.isEmpty || statuses.contains(edge.status.rawValue))
        && edge.evidence.count >= filter.minimumEvidence
    }
    if !focus.isEmpty {
      shown = Self.neighbourhood(of: focus, depth: filter.depth, edges: edges)
    } else if !relations.isEmpty || !statuses.isEmpty || filter.minimumEvidence > 1 {
      shown = Set(edges.flatMap { [$0.source, $0.target] })
    }
    nodes = graph.nodes.filter { shown.contains($0.id) }
    self.edges = edges.filter { shown.contains($0.source) && shown.contains($0.target) }
  }

  /// What at most `depth` edges join to one of `focus`: breadth first.
  private static func neighbourhood(
    of focus: Set<NodeID>, depth: Int, edges: [Edge]
  ) -> Set<NodeID> {
    var neighbours: [NodeID: [NodeID]] = [:]
    for edge in edges {
      neighbours[edge.source, default: []].append(edge.target)
      neighbours[edge.target, default: []].append(edge.source)
    }
    var reached = focus
    var front = Array(focus)
    for _ in 0..<depth where !front.isEmpty {
      front = front.flatMap { neighbours[$0] ?? [] }.filter { reached.insert($0).inserted }
    }
    return reached
  }

  private static func checked(
    _ names: [String], kind: String, known: [String]
  ) throws(ViewError) -> Set<String> {
    for name in names where !known.contains(name) {
      throw ViewError.unknown(
        kind: kind, name: name, near: NearNames.of(name, among: known), known: known)
    }
    return Set(names)
  }
}

extension Ontology {
  /// Makes sure that there is a relation of that name.
  ///
  /// - Throws: `ViewError.unknown` with what was probably meant.
  public func checkRelation(_ name: String) throws(ViewError) {
    guard relationType(name) == nil else { return }
    let known = relationTypes.map(\.name)
    throw .unknown(
      kind: "relation", name: name, near: NearNames.of(name, among: known), known: known)
  }
}
