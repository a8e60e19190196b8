/// What a corpus states: documents, the nodes they name, the relations between them.
///
/// A graph is a function of a set of statements: of appearances (a document names a node) and claims (a
/// sentence states a relation), and of what people say of names (`IdentityRules`). Statements have the ids that
/// their document alone gives; which of them are one node is resolved over the whole set. Nodes and edges are
/// drawn from the set in canonical order, so two equal sets give equal graphs, and merging is set union.
///
/// Invariants: nodes, edges and all lists inside them are in canonical order; both ends of a claim
/// appear in the claim's document, with types that the relation's signature allows; every node and edge
/// has a document behind it.
public struct KnowledgeGraph: Sendable {
  /// The documents, by id.
  public let documents: [SourceDocument]
  /// The nodes, by id.
  public let nodes: [Node]
  /// The edges, by source, relation, target, then first day (undated ones last), then id.
  public let edges: [Edge]
  /// Claims whose two ends turned out to be one node: they state no relation, and are kept all the same.
  public let loops: [Claim]
  /// What nodes and relations mean here.
  public let ontology: Ontology
  /// What people say of names.
  public let rules: IdentityRules
  /// Which names are one node, and why.
  public let resolution: Resolution
  private let nodeIndex: [NodeID: Int]

  /// The graph of a set of statements.
  ///
  /// - Precondition: every claim keeps the invariants. Input from outside goes through
  ///   `SignatureCheck` first, which reports instead.
  public init(
    documents: [SourceDocument], appearances: [(node: NodeID, appearance: Appearance)],
    claims: [Claim], ontology: Ontology = .builtIn, rules: IdentityRules = IdentityRules()
  ) {
    self.ontology = ontology
    self.rules = rules
    self.documents = Self.united(documents)
    let named = Self.united(appearances, ontology: ontology)
    let check = SignatureCheck(named, ontology: ontology)
    for claim in claims {
      let problem = check.problem(with: claim)
      precondition(problem == nil, "a claim keeps the ontology's signature: \(problem ?? "")")
    }
    let claims = Set(claims.map { Self.ordered($0, ontology: ontology) })
    resolution = NodeResolver.resolution(of: named, claims: claims, rules: rules)
    nodes = NodeDrawing(ontology: ontology, rules: rules, resolution: resolution).nodes(of: named)
    nodeIndex = Dictionary(uniqueKeysWithValues: nodes.enumerated().map { ($1.id, $0) })
    (edges, loops) = Self.edges(
      claims, documents: self.documents, ontology: ontology, resolution: resolution)
  }

  /// The graph without anything in it: what merging changes nothing.
  public init(ontology: Ontology = .builtIn) {
    self.init(documents: [], appearances: [], claims: [], ontology: ontology)
  }

  /// The node of that id.
  public func node(_ id: NodeID) -> Node? { nodeIndex[id].map { nodes[$0] } }

  /// The statements about nodes that the graph is made of, with their documents' own ids.
  public var appearances: [(node: NodeID, appearance: Appearance)] {
    nodes.flatMap { node in
      node.appearances.map { appearance in
        var own = appearance
        own.ownID = nil
        return (appearance.ownID ?? node.id, own)
      }
    }
  }

  /// The statements about relations that the graph is made of, with their documents' own ids.
  public var claims: [Claim] { edges.flatMap(\.claims) + loops }

  /// The union of graphs, and of what people say of their names: associative, commutative, idempotent, with the
  /// empty graph as its identity.
  ///
  /// - Precondition: all have the same ontology.
  public static func merging(
    _ graphs: [KnowledgeGraph], ontology: Ontology = .builtIn,
    rules: IdentityRules = IdentityRules()
  ) -> KnowledgeGraph {
    precondition(
      graphs.allSatisfy { $0.ontology == ontology }, "merged graphs share their ontology")
    return KnowledgeGraph(
      documents: graphs.flatMap(\.documents), appearances: graphs.flatMap(\.appearances),
      claims: graphs.flatMap(\.claims), ontology: ontology,
      rules: graphs.reduce(rules) { $0.union($1.rules) })
  }

  /// The graph that never had the document.
  public func removing(document: String) -> KnowledgeGraph {
    KnowledgeGraph(
      documents: documents.filter { $0.id != document },
      appearances: appearances.filter { $0.appearance.document != document },
      claims: claims.filter { $0.evidence.document != document }, ontology: ontology, rules: rules)
  }

  // MARK: - From statements to nodes and edges

  /// One record a document. Two versions of one document, which a corpus doesn't have but a merge of
  /// graphs may, leave the first in order: what they say is united all the same.
  private static func united(_ documents: [SourceDocument]) -> [SourceDocument] {
    var result: [SourceDocument] = []
    for document in Set(documents).sorted() where result.last?.id != document.id {
      result.append(document)
    }
    return result
  }

  /// One appearance for each id and document, in the order of documents.
  static func united(
    _ appearances: [(node: NodeID, appearance: Appearance)], ontology: Ontology
  ) -> [NodeID: [Appearance]] {
    var byNode: [NodeID: [String: Appearance]] = [:]
    for (id, appearance) in appearances {
      byNode[id, default: [:]].merge([appearance.document: appearance]) {
        $0.joined(with: $1, ontology: ontology)
      }
    }
    return byNode.mapValues { $0.values.sorted { $0.document.utf8Precedes($1.document) } }
  }

  /// The claim with the ends of a symmetric relation in the order of their ids.
  static func ordered(_ claim: Claim, ontology: Ontology) -> Claim {
    guard claim.target < claim.source, ontology.relationType(claim.type)?.isSymmetric == true else {
      return claim
    }
    return Claim(
      source: claim.target, type: claim.type, target: claim.source, evidence: claim.evidence)
  }

  private struct EdgeKey: Hashable {
    let source: NodeID
    let type: String
    let target: NodeID
    let topic: String
  }

  private static func edges(
    _ claims: Set<Claim>, documents: [SourceDocument], ontology: Ontology, resolution: Resolution
  ) -> (edges: [Edge], loops: [Claim]) {
    var byKey: [EdgeKey: [Evidence: [Claim]]] = [:]
    var loops: [Claim] = []
    for claim in claims {
      let document = claim.evidence.document
      var ends = (
        source: resolution.node(claim.source, in: document),
        target: resolution.node(claim.target, in: document)
      )
      guard ends.source != ends.target else {
        loops.append(claim)
        continue
      }
      let relation = ontology.relationType(claim.type)
      if relation?.isSymmetric == true, ends.target < ends.source {
        ends = (ends.target, ends.source)
      }
      let evidence = resolution.resolved(claim.evidence)
      let key = EdgeKey(
        source: ends.source, type: claim.type, target: ends.target,
        topic: relation?.needsTopic == true ? evidence.topic ?? "" : "")
      byKey[key, default: [:]][evidence, default: []].append(claim)
    }
    joinTopicless(&byKey)
    let dates = Dictionary(
      documents.map { ($0.id, $0.published?.firstDay ?? .min) }, uniquingKeysWith: { a, _ in a })
    let edges = byKey.flatMap { key, statements in
      ClaimGrouping.groups(of: statements.keys.sorted(), topic: key.topic).map { group in
        let evidence = group.evidence.sorted()
        let leading = evidence.sorted { a, b in
          let ages = (dates[a.document] ?? .min, dates[b.document] ?? .min)
          return ages.0 != ages.1 ? ages.0 > ages.1 : a < b
        }
        return Edge(
          source: key.source, type: key.type, target: key.target, identity: group.identity,
          evidence: evidence, leading: leading,
          claims: evidence.flatMap { statements[$0]?.sorted() ?? [] })
      }
    }
    return (edges.sorted { $0.precedes($1) }, loops.sorted())
  }

  /// A statement that tells no topic is about the one topic that its document tells of the same ends, if it is
  /// one: a headline's "Mali and Niger agree", whose text says on what.
  private static func joinTopicless(_ byKey: inout [EdgeKey: [Evidence: [Claim]]]) {
    var topics: [EdgeKey: [String: Set<String>]] = [:]
    for (key, statements) in byKey where !key.topic.isEmpty && !Ontology.isUntyped(key.type) {
      let bare = EdgeKey(source: key.source, type: key.type, target: key.target, topic: "")
      for evidence in statements.keys {
        topics[bare, default: [:]][evidence.document, default: []].insert(key.topic)
      }
    }
    for (bare, ofDocument) in topics {
      for (evidence, claims) in byKey[bare] ?? [:] {
        guard let own = ofDocument[evidence.document], own.count == 1, let topic = own.first else {
          continue
        }
        let key = EdgeKey(
          source: bare.source, type: bare.type, target: bare.target, topic: topic)
        byKey[key, default: [:]][evidence, default: []] += claims
        byKey[bare]?[evidence] = nil
      }
      if byKey[bare]?.isEmpty == true { byKey[bare] = nil }
    }
  }

}

extension KnowledgeGraph: Hashable {
  /// Equal when all that is stated is.
  public static func == (a: KnowledgeGraph, b: KnowledgeGraph) -> Bool {
    a.documents == b.documents && a.nodes == b.nodes && a.edges == b.edges
      && a.loops == b.loops && a.ontology == b.ontology && a.rules == b.rules
  }

  /// By all that is stated.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(documents)
    hasher.combine(nodes)
    hasher.combine(edges)
  }
}
