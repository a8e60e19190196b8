/// Several versions of a graph, seen as one: all that any of them states, and what each version's nodes and edges are
/// in it.
struct VersionUnion {
  /// An edge of a version between nodes of the union.
  struct Tie {
    let edge: Edge
    let source: NodeID
    let target: NodeID
  }

  /// Two nodes of the union, in the order of their ids.
  struct Pair: Hashable {
    let first: NodeID
    let second: NodeID

    init(_ a: NodeID, _ b: NodeID) { (first, second) = a < b ? (a, b) : (b, a) }
  }

  /// The graph of the union.
  let graph: KnowledgeGraph
  /// What stands in what there.
  let containment: Containment
  /// For each version, its nodes by the node of the union that they are.
  let nodes: [[NodeID: [NodeID]]]
  /// For each version, the edges that are drawn as lines.
  let ties: [[Pair: [Tie]]]
  /// For each version, the edges that boxes and labels of nodes tell, by their source in the union.
  let boxed: [[NodeID: [Edge]]]
  /// For each version, the union's nodes by its own.
  private let names: [[NodeID: NodeID]]

  /// Where `boxesTell`, boxes around nodes tell where things lie and who holds office where; else lines do.
  init(_ versions: [KnowledgeGraph], boxesTell: Bool = true) {
    let graph = Self.union(versions)
    let containment = Containment(graph)
    let names = versions.map { Self.names(of: $0, in: graph) }
    var allTies: [[Pair: [Tie]]] = []
    var allBoxed: [[NodeID: [Edge]]] = []
    for (version, names) in zip(versions, names) {
      var ties: [Pair: [Tie]] = [:]
      var boxed: [NodeID: [Edge]] = [:]
      for edge in version.edges {
        guard let source = names[edge.source], let target = names[edge.target], source != target
        else { continue }
        if boxesTell, containment.shows(edge, from: source, to: target) {
          boxed[source, default: []].append(edge)
        } else {
          ties[Pair(source, target), default: []].append(
            Tie(edge: edge, source: source, target: target))
        }
      }
      allTies.append(ties)
      allBoxed.append(boxed)
    }
    self.graph = graph
    self.containment = containment
    self.names = names
    nodes = names.map { names in
      Dictionary(grouping: names.keys.sorted()) { names[$0] ?? $0 }
    }
    ties = allTies
    boxed = allBoxed
  }

  /// The node of the union that a node of a version is.
  func node(_ id: NodeID, of version: Int) -> NodeID { names[version][id] ?? id }

  /// The one node of that id, label or alias: in the union, or else in the newest version that has it.
  ///
  /// - Throws: `ViewError.unknownNode`, or `.ambiguousNode` where several bear the name.
  func node(named name: String, among versions: [KnowledgeGraph]) throws(ViewError) -> NodeID {
    do {
      return try NodeLookup(graph).node(named: name)
    } catch {
      for (index, version) in versions.enumerated().reversed() {
        if let id = try? NodeLookup(version).node(named: name) { return node(id, of: index) }
      }
      throw error
    }
  }

  /// The statements of all versions. One that the united documents no longer bear out is left out: where an article
  /// was edited, its two versions may disagree on what a thing is.
  private static func union(_ versions: [KnowledgeGraph]) -> KnowledgeGraph {
    let first = versions.first?.ontology ?? .builtIn
    let ontology = versions.allSatisfy { $0.ontology == first } ? first : first.withUntyped
    let appearances = versions.flatMap(\.appearances)
    let check = SignatureCheck(
      KnowledgeGraph.united(appearances.map { ($0, [$1]) }, ontology: ontology), ontology: ontology)
    return KnowledgeGraph(
      documents: versions.flatMap(\.documents), appearances: appearances,
      claims: versions.flatMap(\.claims).filter { check.problem(with: $0) == nil },
      ontology: ontology,
      rules: versions.reduce(IdentityRules()) { $0.union($1.rules) })
  }

  private static func names(
    of version: KnowledgeGraph, in union: KnowledgeGraph
  ) -> [NodeID: NodeID] {
    var names: [NodeID: NodeID] = [:]
    for node in version.nodes {
      guard let appearance = node.appearances.first else { continue }
      names[node.id] = union.resolution.node(
        appearance.ownID ?? node.id, in: appearance.document)
    }
    return names
  }
}
