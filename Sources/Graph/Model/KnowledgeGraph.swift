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
  public internal(set) var documents: [SourceDocument]
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

  /// A claim that may not stand in a graph.
  struct UnsoundClaim: Error {
    /// Its place in the list.
    let index: Int
    /// What it has that may not be.
    let problem: String
  }

  /// The graph of a set of statements.
  ///
  /// - Precondition: every claim keeps the invariants. Input from outside goes through
  ///   `init(checking:…)`, which reports instead.
  public init(
    documents: [SourceDocument], appearances: [(node: NodeID, appearance: Appearance)],
    claims: [Claim], ontology: Ontology = .builtIn, rules: IdentityRules = IdentityRules()
  ) {
    do throws(UnsoundClaim) {
      try self.init(
        checking: claims, documents: documents, named: appearances.map { ($0, [$1]) },
        ontology: ontology, rules: rules)
    } catch {
      preconditionFailure("a claim keeps the ontology's signature: \(error.problem)")
    }
  }

  /// The graph of a set of statements, which others made; `named` has what documents say of nodes.
  ///
  /// Takes time in the order of the statements, times the logarithm of their number.
  init(
    checking claims: [Claim], documents: [SourceDocument],
    named: [(node: NodeID, appearances: [Appearance])], ontology: Ontology, rules: IdentityRules
  ) throws(UnsoundClaim) {
    self.ontology = ontology
    self.rules = rules
    self.documents = Self.united(documents)
    let named = Self.united(named, ontology: ontology)
    let check = SignatureCheck(named, ontology: ontology)
    for index in claims.indices {
      if let problem = check.problem(with: claims[index]) {
        throw UnsoundClaim(index: index, problem: problem)
      }
    }
    resolution = NodeResolver.resolution(of: named, claims: claims, rules: rules)
    nodes = NodeDrawing(ontology: ontology, rules: rules, resolution: resolution).nodes(of: named)
    nodeIndex = Dictionary(uniqueKeysWithValues: nodes.enumerated().map { ($1.id, $0) })
    let drawing = EdgeDrawing(
      documents: self.documents, ontology: ontology, resolution: resolution, nodes: nodes,
      nodeIndex: nodeIndex)
    (edges, loops) = drawing.edges(of: claims)
  }

  /// The graph without anything in it: what merging changes nothing.
  public init(ontology: Ontology = .builtIn) {
    self.init(documents: [], appearances: [], claims: [], ontology: ontology)
  }

  /// The node of that id.
  public func node(_ id: NodeID) -> Node? { nodeIndex[id].map { nodes[$0] } }

  /// The document of that id. Takes time in the order of the logarithm of the documents' number.
  public func document(_ id: String) -> SourceDocument? {
    var range = documents.startIndex..<documents.endIndex
    while let middle = range.isEmpty ? nil : (range.lowerBound + range.upperBound) / 2 {
      if documents[middle].id == id { return documents[middle] }
      if documents[middle].id.utf8Precedes(id) {
        range = (middle + 1)..<range.upperBound
      } else {
        range = range.lowerBound..<middle
      }
    }
    return nil
  }

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
  /// graphs may, leave the first in order: what they say is united all the same, and so are those who read it.
  private static func united(_ documents: [SourceDocument]) -> [SourceDocument] {
    var result: [SourceDocument] = []
    for document in Set(documents).sorted() {
      if let last = result.last, last.id == document.id {
        let readers = Set(last.readers).union(document.readers)
        result[result.count - 1].readers = readers.sorted()
      } else {
        result.append(document)
      }
    }
    return result
  }

  /// One appearance for each id and document, in the order of documents.
  static func united(
    _ said: [(node: NodeID, appearances: [Appearance])], ontology: Ontology
  ) -> [NodeID: [Appearance]] {
    var byNode: [NodeID: [Appearance]] = Dictionary(minimumCapacity: said.count)
    for (id, appearances) in said { byNode[id, default: []] += appearances }
    return byNode.mapValues { united($0, ontology: ontology) }
  }

  private static func united(_ said: [Appearance], ontology: Ontology) -> [Appearance] {
    let isUnited = said.indices.dropFirst().allSatisfy {
      said[$0 - 1].document.utf8Precedes(said[$0].document)
    }
    if isUnited { return said }
    var result: [Appearance] = []
    for appearance in said.sorted(by: { $0.document.utf8Precedes($1.document) }) {
      if let last = result.last, last.document == appearance.document {
        result[result.count - 1] = last.joined(with: appearance, ontology: ontology)
      } else {
        result.append(appearance)
      }
    }
    return result
  }

  /// The claim with the ends of a symmetric relation in the order of their ids.
  static func ordered(_ claim: Claim, ontology: Ontology) -> Claim {
    guard claim.target < claim.source, ontology.relationType(claim.type)?.isSymmetric == true else {
      return claim
    }
    return Claim(
      source: claim.target, type: claim.type, target: claim.source, evidence: claim.evidence)
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
