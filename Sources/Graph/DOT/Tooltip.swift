/// What is told on pointing at a part of a drawing: the sentences behind it.
enum Tooltip {
  /// The node's name, type and other names, then the sentences of `edges`.
  static func text(of node: Node, stating edges: [Edge], in graph: KnowledgeGraph) -> String {
    let type = graph.ontology.nodeType(node.type)?.label ?? node.type
    var lines = ["\(node.label) (\(type))"]
    if !node.aliases.isEmpty { lines.append("also: " + node.aliases.joined(separator: ", ")) }
    let documents = node.appearances.map(\.document)
    lines.append("in: " + documents.joined(separator: ", "))
    if !edges.isEmpty { lines.append(text(of: edges, in: graph)) }
    return lines.joined(separator: "\n")
  }

  /// For each relation its ends and status, then its sentences with date and document.
  static func text(of edges: [Edge], in graph: KnowledgeGraph) -> String {
    edges.map { edge in
      let relation = graph.ontology.words(for: edge.type)
      var head = "\(name(edge.source, graph)) \(relation) \(name(edge.target, graph))"
      let details = [
        edge.office.map { (edge.former ? "former " : "") + $0 }, edge.topic, edge.time?.rawValue,
        edge.status == .actual ? nil : edge.status.rawValue,
      ].compactMap(\.self)
      if !details.isEmpty { head += " (\(details.joined(separator: "; ")))" }
      return ([head] + edge.evidence.map { sentence($0, graph) }).joined(separator: "\n")
    }.joined(separator: "\n\n")
  }

  private static func sentence(_ evidence: Evidence, _ graph: KnowledgeGraph) -> String {
    let date = graph.document(evidence.document)?.published?.rawValue
    let place = [date, evidence.document].compactMap(\.self).joined(separator: " ")
    return "\(place): \(evidence.text)"
  }

  private static func name(_ id: NodeID, _ graph: KnowledgeGraph) -> String {
    graph.node(id)?.label ?? id.rawValue
  }
}
