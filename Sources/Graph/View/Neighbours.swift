/// Which nodes edges join, whatever their direction.
struct Neighbours {
  private var nodes: [NodeID: [NodeID]] = [:]

  init(_ edges: [Edge]) {
    for edge in edges {
      nodes[edge.source, default: []].append(edge.target)
      nodes[edge.target, default: []].append(edge.source)
    }
  }

  /// The neighbours of a node; one that several edges join comes several times.
  subscript(_ id: NodeID) -> [NodeID] { nodes[id] ?? [] }

  /// How many edges each node is away from `start`, of those that edges join to it: breadth first.
  func distances(from start: NodeID) -> [NodeID: Int] {
    var distances = [start: 0]
    var front = [start]
    var distance = 0
    while !front.isEmpty {
      distance += 1
      var next: [NodeID] = []
      for node in front {
        for neighbour in self[node] where distances[neighbour] == nil {
          distances[neighbour] = distance
          next.append(neighbour)
        }
      }
      front = next
    }
    return distances
  }
}

/// All shortest connections of two nodes, over edges in any direction.
struct ShortestPaths {
  /// How many edges a shortest one has; nil where there is none.
  let length: Int?
  private let source: NodeID
  private let target: NodeID
  private let fromSource: [NodeID: Int]
  private let fromTarget: [NodeID: Int]
  private let neighbours: Neighbours

  init(from source: NodeID, to target: NodeID, over edges: [Edge]) {
    (self.source, self.target) = (source, target)
    neighbours = Neighbours(edges)
    fromSource = neighbours.distances(from: source)
    length = fromSource[target]
    fromTarget = length == nil ? [:] : neighbours.distances(from: target)
  }

  /// Whether the edge is part of a shortest connection.
  func contains(_ edge: Edge) -> Bool {
    isStep(edge.source, edge.target) || isStep(edge.target, edge.source)
  }

  private func isStep(_ a: NodeID, _ b: NodeID) -> Bool {
    guard let before = fromSource[a], let after = fromTarget[b] else { return false }
    return before + 1 + after == length
  }

  /// The connections node by node, in the order of ids, up to `limit`.
  func paths(limit: Int) -> [[NodeID]] {
    guard length != nil else { return [] }
    var found: [[NodeID]] = []
    var open = [[source]]
    while let path = open.popLast(), found.count < limit {
      guard let last = path.last, last != target else {
        found.append(path)
        continue
      }
      // The last of the stack comes first.
      let next = Set(neighbours[last]).filter { isStep(last, $0) }.sorted(by: >)
      open += next.map { path + [$0] }
    }
    return found
  }
}

/// The connected parts of a view, the largest first, among equals the one whose first id comes first.
struct ConnectedParts {
  /// The nodes of each part, by id.
  let parts: [[NodeID]]

  init(of view: GraphView) {
    let neighbours = Neighbours(view.edges)
    var seen: Set<NodeID> = []
    var parts: [[NodeID]] = []
    for node in view.nodes where !seen.contains(node.id) {
      let part = neighbours.distances(from: node.id).keys.sorted()
      seen.formUnion(part)
      parts.append(part)
    }
    self.parts = parts.sorted { a, b in a.count != b.count ? a.count > b.count : a[0] < b[0] }
  }
}

/// Edges of one pair and relation as one, with the evidence of all.
enum CollapsedEdges {
  private struct Key: Hashable {
    let source: NodeID
    let type: String
    let target: NodeID
  }

  /// The edges, in the order of the first of each group.
  static func of(_ edges: [Edge], in graph: KnowledgeGraph) -> [Edge] {
    let published = Dictionary(
      graph.documents.map { ($0.id, $0.published?.firstDay ?? .min) },
      uniquingKeysWith: { first, _ in first })
    var groups: [Key: [Edge]] = [:]
    var keys: [Key] = []
    for edge in edges {
      let key = Key(source: edge.source, type: edge.type, target: edge.target)
      if groups[key] == nil { keys.append(key) }
      groups[key, default: []].append(edge)
    }
    return keys.compactMap { key in
      guard let group = groups[key] else { return nil }
      guard group.count > 1 else { return group[0] }
      let evidence = Set(group.flatMap(\.evidence)).sorted()
      let leading = evidence.sorted { a, b in
        let ages = (published[a.document] ?? .min, published[b.document] ?? .min)
        return ages.0 != ages.1 ? ages.0 > ages.1 : a < b
      }
      return Edge(
        source: key.source, type: key.type, target: key.target, identity: "collapsed",
        evidence: evidence, leading: leading, claims: group.flatMap(\.claims))
    }
  }
}
