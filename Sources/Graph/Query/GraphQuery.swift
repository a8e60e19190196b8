/// Answers questions about what a view shows.
public struct GraphQuery {
  /// How many connections of two nodes are listed.
  public static let mostPaths = 100

  private let view: GraphView
  private let labels: [NodeID: String]

  /// Questions about the view.
  public init(_ view: GraphView) {
    self.view = view
    labels = Dictionary(uniqueKeysWithValues: view.graph.nodes.map { ($0.id, $0.label) })
  }

  /// The nodes: those whose label, alias or id contains one of `names`, whatever the capitals; all without names.
  public func nodes(named names: [String]) -> QueryTable {
    var table = QueryTable(["id", "type", "label", "aliases", "edges", "evidence"])
    var edges: [NodeID: (count: Int, evidence: Int)] = [:]
    for edge in view.edges {
      for end in [edge.source, edge.target] {
        edges[end, default: (0, 0)].count += 1
        edges[end, default: (0, 0)].evidence += edge.evidence.count
      }
    }
    let wanted = names.map { $0.lowercased() }
    for node in view.nodes {
      let own = ([node.label, node.id.rawValue] + node.aliases).map { $0.lowercased() }
      guard wanted.isEmpty || wanted.contains(where: { name in own.contains { $0.contains(name) } })
      else { continue }
      let weight = edges[node.id] ?? (0, 0)
      table.add([
        .text(node.id.rawValue), .text(node.type), .text(node.label),
        node.aliases.isEmpty ? .none : .list(node.aliases), .number(weight.count),
        .number(weight.evidence),
      ])
    }
    return table
  }

  /// What a node's edges join to it: a row an edge, by the neighbour's label.
  ///
  /// - Throws: `ViewError` where the name means no node, or several.
  public func neighbours(of name: String) throws(ViewError) -> QueryTable {
    let node = try NodeLookup(view.graph).node(named: name)
    var table = QueryTable([
      "direction", "relation", "neighbour", "id", "status", "time", "evidence", "edge",
    ])
    let own = view.edges.filter { $0.source == node || $0.target == node }
    let rows = own.map { edge in
      (edge: edge, other: edge.source == node ? edge.target : edge.source)
    }
    for (edge, other) in rows.sorted(by: { a, b in
      let names = (label(a.other), label(b.other))
      return names.0 != names.1 ? names.0.utf8Precedes(names.1) : false
    }) {
      let isSymmetric = view.graph.ontology.relationType(edge.type)?.isSymmetric == true
      table.add([
        .text(isSymmetric ? "with" : edge.source == node ? "to" : "from"), .text(edge.type),
        .text(label(other)), .text(other.rawValue), .text(edge.status.rawValue),
        .init(edge.time?.rawValue), .number(edge.evidence.count), .text(edge.id),
      ])
    }
    return table
  }

  /// The shortest connections of two nodes, up to `mostPaths`: a row a step, with the relations that make it.
  ///
  /// - Throws: `ViewError` where a name means no node or several, or nothing joins the two.
  public func paths(from source: String, to target: String) throws(ViewError) -> QueryTable {
    let lookup = NodeLookup(view.graph)
    let ends = (try lookup.node(named: source), try lookup.node(named: target))
    let paths = ShortestPaths(from: ends.0, to: ends.1, over: view.edges)
    guard paths.length != nil else { throw .noPath(from: ends.0, to: ends.1) }
    var table = QueryTable(["path", "step", "from", "relations", "to"])
    var steps: [[NodeID]: [Edge]] = [:]
    for edge in view.edges where paths.contains(edge) {
      steps[[edge.source, edge.target].sorted(), default: []].append(edge)
    }
    for (number, path) in paths.paths(limit: Self.mostPaths).enumerated() {
      for (step, pair) in zip(path, path.dropFirst()).enumerated() {
        let edges = steps[[pair.0, pair.1].sorted()] ?? []
        table.add([
          .number(number + 1), .number(step + 1), .text(label(pair.0)),
          .list(edges.map { relation($0, from: pair.0) }), .text(label(pair.1)),
        ])
      }
    }
    return table
  }

  /// `visits`, `← visits` where it leads the other way, with the status unless it is a fact.
  private func relation(_ edge: Edge, from node: NodeID) -> String {
    let isSymmetric = view.graph.ontology.relationType(edge.type)?.isSymmetric == true
    let name = view.graph.ontology.drawnName(of: edge)
    return (edge.source == node || isSymmetric ? "" : "← ") + (name.isEmpty ? edge.type : name)
      + (edge.status == .actual ? "" : " (\(edge.status.rawValue))")
  }

  /// What was said of an edge, of a node, or of two: a row a sentence, in the order of publication.
  ///
  /// `names` is an edge's id, or one or two nodes.
  ///
  /// - Throws: `ViewError` where a name means nothing, or several nodes.
  public func timeline(of names: [String]) throws(ViewError) -> QueryTable {
    let timeline = try Timeline(of: names, in: view)
    var rows = timeline.happenings.flatMap { happening in
      happening.reports.map { (edge: happening.edge, report: $0) }
    }
    rows.sort { a, b in
      let days = [a.report, b.report].map { $0.published?.firstDay ?? .max }
      if days[0] != days[1] { return days[0] < days[1] }
      return a.report.evidence != b.report.evidence
        ? a.report.evidence < b.report.evidence : a.edge.id.utf8Precedes(b.edge.id)
    }
    var table = QueryTable([
      "published", "source", "relation", "target", "status", "time", "place", "text",
    ])
    for (edge, report) in rows {
      table.add([
        .init(report.published?.rawValue), .text(label(edge.source)), .text(edge.type),
        .text(label(edge.target)), .text(report.evidence.status.rawValue),
        .init(report.evidence.time?.rawValue), .text(report.place), .text(report.evidence.text),
      ])
    }
    return table
  }

  /// The connected parts, the largest first: a row a part.
  public func components() -> QueryTable {
    var table = QueryTable(["part", "nodes", "edges", "members"])
    let parts = ConnectedParts(of: view).parts
    var part: [NodeID: Int] = [:]
    for (number, members) in parts.enumerated() { for id in members { part[id] = number } }
    var edges = [Int](repeating: 0, count: parts.count)
    for edge in view.edges { if let number = part[edge.source] { edges[number] += 1 } }
    for (number, members) in parts.enumerated() {
      table.add([
        .number(number + 1), .number(members.count), .number(edges[number]),
        .list(members.map(label)),
      ])
    }
    return table
  }

  private func label(_ id: NodeID) -> String { labels[id] ?? id.rawValue }
}
