/// The nodes, edges and other statements in which two graphs differ: what all of `Diff` starts from.
///
/// What both have alike costs a comparison and no more, so that large graphs with small changes are fast.
struct GraphDifference {
  /// The nodes that the new graph doesn't have alike, by id.
  let oldNodes: [Node]
  /// The nodes that the old graph doesn't have alike, by id.
  let newNodes: [Node]
  /// Likewise, in canonical order.
  let oldEdges: [Edge]
  let newEdges: [Edge]
  /// What was stated and isn't any more.
  let removed: GraphStatements
  /// What is stated anew.
  let added: GraphStatements
  /// The documents of both graphs by id, those of the new one first.
  let documents: [String: SourceDocument]

  init(_ old: KnowledgeGraph, _ new: KnowledgeGraph) {
    (oldNodes, newNodes) = CanonicalWalk.differing(
      old.nodes, new.nodes, precedes: { $0.id < $1.id }, isSame: { $0.hasSameBytes(as: $1) })
    (oldEdges, newEdges) = CanonicalWalk.differing(
      old.edges, new.edges, precedes: { $0.precedes($1) }, isSame: { $0.hasSameBytes(as: $1) })
    // What nodes and edges that differ are made of; what the others are made of is in both graphs.
    let statements = { (graph: KnowledgeGraph, nodes: [Node], edges: [Edge]) in
      var result = GraphStatements()
      result.documents = graph.documents
      result.appearances = nodes.flatMap(GraphStatements.appearances)
      result.claims = edges.flatMap(\.claims) + graph.loops
      result.rules = graph.rules
      result.sort()
      return result
    }
    let before = statements(old, oldNodes, oldEdges)
    let after = statements(new, newNodes, newEdges)
    removed = before.subtracting(after)
    added = after.subtracting(before)
    documents = Dictionary(
      (new.documents + old.documents).map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a })
  }
}
