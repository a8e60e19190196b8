/// What a graph is made of: documents, and what they state, with the ids that each document alone gives.
///
/// A set: order and repetition make no difference to the graph that is drawn from it.
public struct StatementSet: Sendable {
  /// Who states.
  public var documents: [SourceDocument]
  /// Which document names which node.
  public var appearances: [(node: NodeID, appearance: Appearance)]
  /// Which sentence states which relation.
  public var claims: [Claim]

  /// A set of statements; by default the empty one.
  public init(
    documents: [SourceDocument] = [], appearances: [(node: NodeID, appearance: Appearance)] = [],
    claims: [Claim] = []
  ) {
    self.documents = documents
    self.appearances = appearances
    self.claims = claims
  }

  /// All that a graph states.
  public init(of graph: KnowledgeGraph) {
    self.init(
      documents: graph.documents, appearances: graph.appearances, claims: graph.claims)
  }

  /// The union of the sets.
  public init(joining sets: [StatementSet]) {
    self.init(
      documents: sets.flatMap(\.documents), appearances: sets.flatMap(\.appearances),
      claims: sets.flatMap(\.claims))
  }
}

extension KnowledgeGraph {
  /// The graph of a set of statements, with what people say of its names.
  ///
  /// - Precondition: as for the graph of documents, appearances and claims.
  public init(
    _ statements: StatementSet, ontology: Ontology = .builtIn,
    rules: IdentityRules = IdentityRules()
  ) {
    self.init(
      documents: statements.documents, appearances: statements.appearances,
      claims: statements.claims, ontology: ontology, rules: rules)
  }
}
