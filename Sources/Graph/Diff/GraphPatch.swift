/// What must be taken out of one graph and put in to get another: exact, to the byte of `graph.json`.
///
/// A patch is two sets of statements, so that reversing it swaps them, and two patches that follow each other are
/// one by the algebra of sets. It knows the hashes of the graphs on both its ends.
public struct GraphPatch: Hashable, Sendable {
  /// A graph, by what can be told of it in a line.
  public struct Version: Hashable, Sendable {
    /// SHA-256 of its `graph.json`, as `sha256:` and 64 hexadecimal digits: what `sha256sum` tells of the file.
    public let hash: String
    /// How many documents, nodes and edges it has.
    public let documents: Int, nodes: Int, edges: Int

    /// The graph. Takes as long as writing it.
    public init(_ graph: KnowledgeGraph) {
      self.init(
        hash: GraphReader.hash(GraphJSONWriter.bytes(of: graph)),
        documents: graph.documents.count, nodes: graph.nodes.count, edges: graph.edges.count)
    }

    init(hash: String, documents: Int, nodes: Int, edges: Int) {
      self.hash = hash
      self.documents = documents
      self.nodes = nodes
      self.edges = edges
    }
  }

  /// The graph that it may be applied to.
  public let from: Version
  /// The graph that it makes.
  public let to: Version
  /// The statements that go.
  public let removed: GraphStatements
  /// The statements that come.
  public let added: GraphStatements

  init(from: Version, to: Version, removed: GraphStatements, added: GraphStatements) {
    self.from = from
    self.to = to
    self.removed = removed
    self.added = added
  }

  /// What makes `new` of `old`.
  public init(from old: KnowledgeGraph, to new: KnowledgeGraph) {
    self.init(from: old, to: new, GraphDifference(old, new))
  }

  init(from old: KnowledgeGraph, to new: KnowledgeGraph, _ difference: GraphDifference) {
    self.init(
      from: Version(old), to: Version(new), removed: difference.removed, added: difference.added)
  }

  /// Whether it changes nothing.
  public var isEmpty: Bool { removed.isEmpty && added.isEmpty }

  /// What makes the old graph of the new one.
  public var reversed: GraphPatch {
    GraphPatch(from: to, to: from, removed: added, added: removed)
  }

  /// What this patch and then `next` do, as one; nil unless `next` starts where this one ends. Associative.
  public func followed(by next: GraphPatch) -> GraphPatch? {
    guard next.from.hash == to.hash else { return nil }
    // What one takes out and the other puts in again is no change, in either order.
    let gone = removed.union(next.removed.subtracting(added))
    let come = added.subtracting(next.removed).union(next.added)
    return GraphPatch(
      from: from, to: next.to, removed: gone.subtracting(come), added: come.subtracting(gone))
  }

  /// Equal where they lead from equal graphs to equal ones by the same statements.
  public static func == (a: GraphPatch, b: GraphPatch) -> Bool {
    a.from == b.from && a.to == b.to && a.removed == b.removed && a.added == b.added
  }

  /// By the graphs that it leads from and to.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(from)
    hasher.combine(to)
  }
}
