/// Finds nodes by what people call them: id, label or alias, capitals or not.
public struct NodeLookup: Sendable {
  private let ids: Set<NodeID>
  private let byLabel: [String: [NodeID]]
  private let byAlias: [String: [NodeID]]
  /// Labels and aliases as they are written.
  private let names: [String]

  /// A lookup in the nodes of `graph`.
  public init(_ graph: KnowledgeGraph) {
    ids = Set(graph.nodes.map(\.id))
    var byLabel: [String: [NodeID]] = [:]
    var byAlias: [String: [NodeID]] = [:]
    for node in graph.nodes {
      byLabel[node.label.lowercased(), default: []].append(node.id)
      for alias in Set(node.aliases.map { $0.lowercased() }) {
        byAlias[alias, default: []].append(node.id)
      }
    }
    names = graph.nodes.flatMap { $0.aliases + [$0.label] }
    self.byLabel = byLabel
    self.byAlias = byAlias
  }

  /// The one node of that name: an id before a label, a label before an alias.
  ///
  /// - Throws: `ViewError.unknownNode`, or `.ambiguousNode` where several bear the name.
  public func node(named name: String) throws(ViewError) -> NodeID {
    let key = name.lowercased()
    for spelling in [name, key] {
      if let id = NodeID(rawValue: spelling), ids.contains(id) { return id }
    }
    for names in [byLabel, byAlias] {
      guard let found = names[key] else { continue }
      guard found.count == 1, let only = found.first else {
        throw ViewError.ambiguousNode(name: name, candidates: found.sorted())
      }
      return only
    }
    throw ViewError.unknownNode(
      name: name, near: NearNames.of(key, among: name.contains("/") ? ids.map(\.rawValue) : names))
  }
}
