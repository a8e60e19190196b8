/// Which changes count.
public struct DiffFilter: Hashable, Sendable {
  /// What changes may be of.
  public enum Aspect: String, CaseIterable, Hashable, Sendable {
    /// Documents that came, went, or aren't the same.
    case articles
    /// By whom articles are read, where they state the same.
    case readers
    /// Sentences for what is said as before.
    case evidence
    case labels, aliases, types, status, times
    /// Where and on which occasion.
    case places
    /// What it is about.
    case topics
    case offices

    /// The aspect of a field; nil for ends and relation.
    init?(_ field: FieldChange.Field) {
      switch field {
      case .label: self = .labels
      case .aliases, .sameAs: self = .aliases
      case .type: self = .types
      case .status: self = .status
      case .time: self = .times
      case .place, .occasion: self = .places
      case .over, .topic: self = .topics
      case .office, .former: self = .offices
      case .source, .relation, .target: return nil
      }
    }
  }

  /// Changes that don't count.
  public var ignored: Set<Aspect>
  /// Node types, of which an end of a relation must have one; empty for any.
  public var types: Set<String> = []
  /// The relations that count; empty for all. Nodes don't, where any are named.
  public var relations: Set<String> = []
  /// The statuses of which a relation must have one, or have had it; empty for any. Likewise.
  public var statuses: Set<String> = []

  /// A filter that leaves out `ignored`, and all but what has the types, relations and statuses that `only` names.
  ///
  /// - Throws: `ViewError.unknown` for a word of `only` that is none of the ontology.
  public init(
    ignoring ignored: Set<Aspect> = [], only: [String] = [], ontology: Ontology = .builtIn
  ) throws(ViewError) {
    self.ignored = ignored
    let known = ontology.withUntyped
    for word in only {
      if known.nodeType(word) != nil {
        types.insert(word)
      } else if known.relationType(word) != nil {
        relations.insert(word)
      } else if Status(rawValue: word) != nil {
        statuses.insert(word)
      } else {
        let words =
          ontology.nodeTypes.map(\.name) + ontology.relationTypes.map(\.name)
          + Status.allCases.map(\.rawValue)
        throw .unknown(
          kind: "type, relation or status", name: word, near: NearNames.of(word, among: words),
          known: words)
      }
    }
  }

  private var isPartial: Bool { !types.isEmpty || !relations.isEmpty || !statuses.isEmpty }

  /// The changes that count.
  public func applied(to diff: GraphDiff) -> GraphDiff {
    var result = diff
    // Where something is asked for, articles tell only what caused it.
    if ignored.contains(.articles) || isPartial { result.documents = [] }
    if ignored.contains(.readers) || isPartial { result.readings = [] }
    if isPartial { result.rules = [] }
    result.nodes = diff.nodes.compactMap { node in
      guard relations.isEmpty, statuses.isEmpty else { return nil }
      guard types.isEmpty || (node.old + node.new).contains(where: { types.contains($0.type) })
      else { return nil }
      return node.with(fields: counting(node.fields), countingEvidence: !ignores(.evidence))
    }
    result.edges = diff.edges.compactMap { edge in
      guard counts(edge, in: diff) else { return nil }
      return edge.with(fields: counting(edge.fields), countingEvidence: !ignores(.evidence))
    }
    return result
  }

  private func ignores(_ aspect: Aspect) -> Bool { ignored.contains(aspect) }

  private func counting(_ fields: [FieldChange]) -> [FieldChange] {
    fields.filter { Aspect($0.field).map { !ignored.contains($0) } ?? true }
  }

  private func counts(_ change: EdgeChange, in diff: GraphDiff) -> Bool {
    let edges = [change.old, change.new].compactMap(\.self)
    let ends = edges.flatMap { [$0.source, $0.target] }
    return (relations.isEmpty || edges.contains { relations.contains($0.type) })
      && (statuses.isEmpty || edges.contains { statuses.contains($0.status.rawValue) })
      && (types.isEmpty
        || ends.contains { id in
          [diff.old, diff.new].contains { types.contains($0.node(id)?.type ?? "") }
        })
  }
}

extension NodeChange {
  /// The change with the fields that count; nil where nothing is left of it.
  fileprivate func with(fields: [FieldChange], countingEvidence: Bool) -> NodeChange? {
    var result = self
    result.fields = fields
    if kind == .changed, fields.isEmpty { result.kind = .evidence }
    return result.kind == .evidence && !countingEvidence ? nil : result
  }
}

extension EdgeChange {
  /// Likewise.
  fileprivate func with(fields: [FieldChange], countingEvidence: Bool) -> EdgeChange? {
    var result = self
    result.fields = fields
    if kind == .changed, fields.isEmpty {
      guard !gained.isEmpty || !lost.isEmpty else { return nil }
      result.kind = .evidence
    }
    return result.kind == .evidence && !countingEvidence ? nil : result
  }
}
