extension Drawing {
  /// The view at a glance.
  ///
  /// People stand in the box of the country or body that they hold office in, places and events where they
  /// are; the relations that say so are not drawn again. All other relations of a pair are one line. What
  /// then has no line is left out and counted in the legend, unless it is in focus, or the drawing stays
  /// small with it.
  public static func overview(of view: GraphView, title: String? = nil) -> Drawing {
    Overview(view).drawing(title: title)
  }
}

private struct Overview {
  /// Up to so many nodes, what stands in a box is drawn even without a line of its own.
  static let smallDrawing = 30

  private let view: GraphView
  private let ontology: Ontology
  private let containment: Containment
  private let nodes: [NodeID: Node]
  /// Each pair's edges; the pair in the order of ids.
  private var pairs: [(first: NodeID, second: NodeID, edges: [Edge])] = []
  private var contained: [Edge] = []
  private var drawn: Set<NodeID> = []

  init(_ view: GraphView) {
    self.view = view
    ontology = view.graph.ontology
    containment = Containment(view.graph)
    nodes = Dictionary(uniqueKeysWithValues: view.graph.nodes.map { ($0.id, $0) })
    var byPair: [[NodeID]: [Edge]] = [:]
    for edge in view.edges {
      if containment.shows(edge) {
        contained.append(edge)
      } else {
        byPair[[edge.source, edge.target].sorted(), default: []].append(edge)
      }
    }
    pairs = byPair.map { ($0.key[0], $0.key[1], $0.value) }
      .sorted { a, b in a.first != b.first ? a.first < b.first : a.second < b.second }
    drawn = chosenNodes()
  }

  private func chosenNodes() -> Set<NodeID> {
    let withLines = Set(pairs.flatMap { [$0.first, $0.second] }).union(view.focus)
    let withBoxes = withLines.union(contained.flatMap { [$0.source, $0.target] })
    if withBoxes.count <= Self.smallDrawing && !withBoxes.isEmpty { return withBoxes }
    return withLines.isEmpty ? withBoxes.union(view.nodes.map(\.id)) : withLines
  }

  // MARK: - Boxes

  /// The things whose boxes the node stands in, outermost first; empty for what stands free.
  ///
  /// A box has to tell something: a thing that isn't drawn itself has none inside another box, nor around
  /// what bears its name already ("the summit in Manila").
  private func boxes(of id: NodeID) -> [NodeID] {
    let around = containment.around(id)
    return around.enumerated().filter { index, container in
      if drawn.contains(container) { return true }
      guard index == around.count - 1, let name = nodes[container]?.label else { return false }
      return nodes[id]?.label.contains(name) != true
    }.map(\.element).reversed()
  }

  /// The items below the box that `path` leads to.
  private func items(_ members: [(path: [NodeID], id: NodeID)], depth: Int) -> [Drawing.Item] {
    var inner: [NodeID: [(path: [NodeID], id: NodeID)]] = [:]
    var free: [NodeID] = []
    for member in members {
      if member.path.count > depth {
        inner[member.path[depth], default: []].append(member)
      } else {
        free.append(member.id)
      }
    }
    var result: [(NodeID, Drawing.Item)] = []
    for id in free where inner[id] == nil {
      guard let node = nodes[id] else { continue }
      result.append((id, .node(drawnNode(node, in: members.first?.path.prefix(depth) ?? []))))
    }
    for (id, members) in inner {
      guard let node = nodes[id] else { continue }
      var items = items(members, depth: depth + 1)
      if drawn.contains(id) { items.insert(.node(drawnNode(node, in: [])), at: 0) }
      result.append(
        (
          id,
          .box(
            DrawnBox(
              id: id, label: drawn.contains(id) ? nil : node.label, tooltip: node.label,
              items: items))
        ))
    }
    return result.sorted { $0.0 < $1.0 }.map(\.1)
  }

  // MARK: - Nodes

  private func drawnNode(_ node: Node, in boxes: some Sequence<NodeID>) -> DrawnNode {
    let inside = contained.filter { $0.source == node.id }
    var label = LabelText.wrapped(node.label)
    if let office = inside.first(where: { $0.type == "holds-office" && $0.office != nil }),
      let title = office.office
    {
      var text = (office.former ? "former " : "") + title
      if !boxes.contains(office.target), let body = nodes[office.target]?.label {
        text += ", " + body
      }
      label += LabelText.wrapped(text, width: 26)
    }
    return DrawnNode(
      id: node.id, label: label,
      tooltip: Tooltip.text(of: node, stating: inside, in: view.graph),
      style: NodeStyle(type: node.type, ontology: ontology))
  }

  // MARK: - Lines

  private func line(_ first: NodeID, _ second: NodeID, _ edges: [Edge]) -> DrawnLine {
    let (symmetric, directed) = edges.partitioned { isSymmetric($0) }
    let (forward, back) = directed.partitioned { $0.source == first }
    var label = summary(symmetric, by: nil)
    let needNames = !forward.isEmpty && !back.isEmpty
    label += summary(forward, by: needNames ? first : nil)
    label += summary(back, by: needNames ? second : nil)
    let ends: LineEnds =
      switch (forward.isEmpty, back.isEmpty) {
      case (true, true): .none
      case (false, true): .forward
      case (true, false): .back
      case (false, false): .both
      }
    return DrawnLine(
      name: "\(first.rawValue)--\(second.rawValue)", source: first, target: second, label: label,
      tooltip: Tooltip.text(of: edges, in: view.graph),
      stroke: LineStroke(strongestOf: edges.flatMap { [$0.status] }), ends: ends,
      evidenceCount: edges.reduce(0) { $0 + $1.evidence.count })
  }

  private func isSymmetric(_ edge: Edge) -> Bool {
    ontology.relationType(edge.type)?.isSymmetric == true
  }

  /// The relations with their counts, the commonest first, in lines; headed by who acts where the line goes
  /// both ways.
  private func summary(_ edges: [Edge], by actor: NodeID?) -> [String] {
    guard !edges.isEmpty else { return [] }
    var tallies: [String: StatusTally] = [:]
    for edge in edges { tallies[edge.type, default: StatusTally()].add(edge.status) }
    let parts = tallies.sorted { a, b in
      a.value.total != b.value.total
        ? a.value.total > b.value.total : a.key.utf8Precedes(b.key)
    }.map { $0.value.text(ontology.relationType($0.key)?.label ?? $0.key) }
    let head = actor.flatMap { nodes[$0] }.map { LabelText.shortName(of: $0) + ": " } ?? ""
    return LabelText.wrapped(parts: parts, head: head)
  }

  // MARK: - All together

  func drawing(title: String?) -> Drawing {
    let members = drawn.map { (path: boxes(of: $0), id: $0) }
    let items = items(members, depth: 0)
    let lines = pairs.map { line($0.first, $0.second, $0.edges) }
    var drawing = Drawing(
      title: title, detail: .overview, items: items, lines: lines, legend: Legend())
    drawing.legend = Legend(
      drawing, shownNodes: drawn.compactMap { nodes[$0] }, shownEdges: pairs.flatMap(\.edges),
      view: view, contained: contained.count)
    return drawing
  }
}

extension Array {
  /// Those that meet the condition, and those that don't, each in their order.
  fileprivate func partitioned(_ condition: (Element) -> Bool) -> ([Element], [Element]) {
    (filter(condition), filter { !condition($0) })
  }
}
