/// Which documents count: those that are named, and those that were published by a day.
struct DocumentFilter {
  private let documents: Set<String>?

  /// - Throws: `ViewError.unknown` for a document that the graph doesn't have; an id or a path names one.
  init(_ filter: ViewFilter, _ graph: KnowledgeGraph) throws(ViewError) {
    guard !filter.documents.isEmpty || filter.asOf != nil else {
      documents = nil
      return
    }
    let names = Set(filter.documents)
    let known = graph.documents.flatMap { $0.id == $0.path ? [$0.id] : [$0.id, $0.path] }
    try ViewError.check(filter.documents, kind: "document", known: known)
    documents = Set(
      graph.documents.filter { document in
        if let day = filter.asOf?.lastDay {
          guard let published = document.published, published.lastDay <= day else { return false }
        }
        return names.isEmpty || names.contains(document.id) || names.contains(document.path)
      }.map(\.id))
  }

  /// The graph of what the documents state: who is who and how things stand is drawn from them alone.
  func graph(of graph: KnowledgeGraph) -> KnowledgeGraph {
    guard let documents else { return graph }
    return KnowledgeGraph(
      documents: graph.documents.filter { documents.contains($0.id) },
      appearances: graph.appearances.filter { documents.contains($0.appearance.document) },
      claims: graph.claims.filter { documents.contains($0.evidence.document) },
      ontology: graph.ontology, rules: graph.rules)
  }
}
