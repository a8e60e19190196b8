/// What a corpus states: documents, the nodes they name, the relations between them.
///
/// A graph is a function of a set of statements: of appearances (a document names a node) and claims (a
/// sentence states a relation). Nodes and edges are drawn from the set in canonical order, so two equal
/// sets give equal graphs, and merging is set union.
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
  /// What nodes and relations mean here.
  public let ontology: Ontology
  private let nodeIndex: [NodeID: Int]

  /// The graph of a set of statements.
  ///
  /// - Precondition: every claim keeps the invariants. Input from outside goes through
  ///   `SignatureCheck` first, which reports instead.
  public init(
    documents: [SourceDocument], appearances: [(node: NodeID, appearance: Appearance)],
    claims: [Claim], ontology: Ontology = .builtIn
  ) {
    self.ontology = ontology
    self.documents = Self.united(documents)
    nodes = Self.nodes(appearances, ontology: ontology)
    nodeIndex = Dictionary(uniqueKeysWithValues: nodes.enumerated().map { ($1.id, $0) })
    let check = SignatureCheck(nodes: nodes, ontology: ontology)
    for claim in claims {
      let problem = check.problem(with: claim)
      precondition(problem == nil, "a claim keeps the ontology's signature: \(problem ?? "")")
    }
    edges = Self.edges(claims, documents: self.documents, ontology: ontology)
  }

  /// The graph without anything in it: what merging changes nothing.
  public init(ontology: Ontology = .builtIn) {
    self.init(documents: [], appearances: [], claims: [], ontology: ontology)
  }

  /// The node of that id.
  public func node(_ id: NodeID) -> Node? { nodeIndex[id].map { nodes[$0] } }

  /// The statements about nodes that the graph is made of.
  public var appearances: [(node: NodeID, appearance: Appearance)] {
    nodes.flatMap { node in node.appearances.map { (node.id, $0) } }
  }

  /// The statements about relations that the graph is made of.
  public var claims: [Claim] {
    edges.flatMap { edge in
      edge.evidence.map {
        Claim(source: edge.source, type: edge.type, target: edge.target, evidence: $0)
      }
    }
  }

  /// The union of graphs: associative, commutative, idempotent, with the empty graph as its identity.
  ///
  /// - Precondition: all have the same ontology.
  public static func merging(
    _ graphs: [KnowledgeGraph], ontology: Ontology = .builtIn
  ) -> KnowledgeGraph {
    precondition(
      graphs.allSatisfy { $0.ontology == ontology }, "merged graphs share their ontology")
    return KnowledgeGraph(
      documents: graphs.flatMap(\.documents), appearances: graphs.flatMap(\.appearances),
      claims: graphs.flatMap(\.claims), ontology: ontology)
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

  private static func nodes(
    _ appearances: [(node: NodeID, appearance: Appearance)], ontology: Ontology
  ) -> [Node] {
    var byNode: [NodeID: [String: Appearance]] = [:]
    for (id, appearance) in appearances {
      byNode[id, default: [:]].merge([appearance.document: appearance]) {
        $0.joined(with: $1, ontology: ontology)
      }
    }
    return byNode.map { id, byDocument in
      let all = byDocument.values.sorted { $0.document.utf8Precedes($1.document) }
      let label = all.map(\.label).reduce(all[0].label, Appearance.fuller)
      let names = Set(all.flatMap { $0.aliases + [$0.label] }).subtracting([label])
      return Node(
        id: id, type: all.map(\.type).reduce(all[0].type, ontology.dominant), label: label,
        aliases: names.sorted { $0.utf8Precedes($1) },
        sameAs: Set(all.flatMap(\.sameAs)).sorted { $0.utf8Precedes($1) }, appearances: all)
    }.sorted { $0.id < $1.id }
  }

  private struct EdgeKey: Hashable {
    let source: NodeID
    let type: String
    let target: NodeID
    let topic: String
  }

  private static func edges(
    _ claims: [Claim], documents: [SourceDocument], ontology: Ontology
  ) -> [Edge] {
    var byKey: [EdgeKey: Set<Evidence>] = [:]
    for claim in claims {
      let relation = ontology.relationType(claim.type)
      let swap = relation?.isSymmetric == true && claim.target < claim.source
      let key = EdgeKey(
        source: swap ? claim.target : claim.source, type: claim.type,
        target: swap ? claim.source : claim.target,
        topic: relation?.needsTopic == true ? claim.evidence.topic ?? "" : "")
      byKey[key, default: []].insert(claim.evidence)
    }
    let dates = Dictionary(
      documents.map { ($0.id, $0.published?.firstDay ?? .min) }, uniquingKeysWith: { a, _ in a })
    let edges = byKey.flatMap { key, statements in
      ClaimGrouping.groups(of: statements.sorted(), topic: key.topic).map { group in
        let evidence = group.evidence.sorted()
        let leading = evidence.sorted { a, b in
          let ages = (dates[a.document] ?? .min, dates[b.document] ?? .min)
          return ages.0 != ages.1 ? ages.0 > ages.1 : a < b
        }
        return Edge(
          source: key.source, type: key.type, target: key.target, identity: group.identity,
          evidence: evidence, leading: leading)
      }
    }
    return edges.sorted { a, b in
      if a.source != b.source { return a.source < b.source }
      if a.type != b.type { return a.type.utf8Precedes(b.type) }
      if a.target != b.target { return a.target < b.target }
      let days = (a.time?.firstDay ?? .max, b.time?.firstDay ?? .max)
      return days.0 != days.1 ? days.0 < days.1 : a.id.utf8Precedes(b.id)
    }
  }
}

extension KnowledgeGraph: Hashable {
  /// Equal when all that is stated is.
  public static func == (a: KnowledgeGraph, b: KnowledgeGraph) -> Bool {
    a.documents == b.documents && a.nodes == b.nodes && a.edges == b.edges
      && a.ontology == b.ontology
  }

  /// By all that is stated.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(documents)
    hasher.combine(nodes)
    hasher.combine(edges)
  }
}
