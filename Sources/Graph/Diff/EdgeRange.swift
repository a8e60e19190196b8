/// Finds edges of a graph by their ends.
enum EdgeRange {
  /// The edges of the relation from one node to the other, in canonical order. Takes time in the logarithm of the edges.
  static func edges(
    of graph: KnowledgeGraph, from source: NodeID, _ type: String, to target: NodeID
  ) -> [Edge] {
    let edges = graph.edges
    var (low, high) = (0, edges.count)
    while low < high {
      let middle = (low + high) / 2
      if precedes(edges[middle], source, type, target) { low = middle + 1 } else { high = middle }
    }
    var found: [Edge] = []
    while low < edges.count, edges[low].source == source, edges[low].type == type,
      edges[low].target == target
    {
      found.append(edges[low])
      low += 1
    }
    return found
  }

  /// Whether the edge stands before all of those ends and that relation.
  private static func precedes(
    _ edge: Edge, _ source: NodeID, _ type: String, _ target: NodeID
  ) -> Bool {
    if edge.source != source { return edge.source < source }
    if edge.type != type { return edge.type.utf8Precedes(type) }
    return edge.target < target
  }
}
