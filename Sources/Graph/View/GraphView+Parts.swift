extension GraphView {
  /// Whether nothing of the graph is left out.
  public var isWhole: Bool {
    nodes.count == graph.nodes.count && edges.count == graph.edges.count
  }

  /// The documents that name a node of the view or state an edge of it; of a whole graph all.
  public var documents: [SourceDocument] {
    guard !isWhole else { return graph.documents }
    var used: Set<String> = []
    for node in nodes { used.formUnion(node.appearances.lazy.map(\.document)) }
    for edge in edges { used.formUnion(edge.evidence.lazy.map(\.document)) }
    return graph.documents.filter { used.contains($0.id) }
  }
}

extension GraphView {
  /// The graph of the view's statements alone.
  public var subgraph: KnowledgeGraph {
    KnowledgeGraph(
      documents: documents,
      appearances: nodes.flatMap { node in
        node.appearances.map { appearance in
          var own = appearance
          own.ownID = nil
          return (appearance.ownID ?? node.id, own)
        }
      }, claims: edges.flatMap(\.claims), ontology: graph.ontology, rules: graph.rules)
  }
}
