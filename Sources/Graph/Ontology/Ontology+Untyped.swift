extension Ontology {
  /// The class, and the type, of nodes of which nothing is known but that a file names them.
  public static let untyped = "node"
  /// The relation of an edge that leads from one end to the other.
  public static let directedLink = "links-to"
  /// The relation of an edge that has no direction.
  public static let undirectedLink = "linked-with"

  /// Whether the relation is one of an untyped graph: its topic is a name, and an edge without is another.
  static func isUntyped(_ relation: String) -> Bool {
    relation == directedLink || relation == undirectedLink
  }

  /// What a drawing calls the edge: its relation, or, where the relation says nothing, its topic.
  func drawnName(of edge: Edge) -> String {
    guard let label = relationType(edge.type)?.label else { return edge.type }
    return label.isEmpty ? edge.topic ?? "" : label
  }

  /// What a sentence calls the relation.
  func words(for relation: String) -> String {
    guard let label = relationType(relation)?.label, !label.isEmpty else { return relation }
    return label
  }

  /// What a sentence has between the ends: "agrees with".
  func phrase(for relation: String) -> String {
    guard let phrase = relationType(relation)?.phrase, !phrase.isEmpty else { return relation }
    return phrase
  }

  /// The ontology with the type and the relations that graphs of other programs are read with. They are no part of
  /// what articles state, so that they stand beside the built-in file.
  public var withUntyped: Ontology {
    guard nodeType(Self.untyped) == nil,
      let extended = try? Ontology(yaml: Self.untypedEntries, file: "untyped", extending: self)
    else { return self }
    return extended
  }

  private static let untypedEntries = """
    nodes:
      - {name: \(untyped), class: \(untyped), rank: 1, label: node}
    relations:
      - {name: \(directedLink), source: [\(untyped)], target: [\(untyped)], identity: [topic], label: ''}
      - {name: \(undirectedLink), source: [\(untyped)], target: [\(untyped)], symmetric: true, identity: [topic],
         label: ''}
    """
}
