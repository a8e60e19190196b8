extension Drawing {
  /// The view at a glance.
  ///
  /// People stand in the box of the country or body that they hold office in, places and events
  /// where they are; the relations that say so are not drawn again. All other relations of a pair
  /// are one line. What then has no line is left out and counted in the legend, unless it is in
  /// focus, or stands in a box that a line leads into while the drawing stays small.
  public static func overview(
    of view: GraphView, title: String? = nil, style: DrawingStyle = .light,
    choices: Choices = Choices()
  ) -> Drawing {
    Overview(view, style: style, choices: choices).drawing(title: title)
  }
}

struct Overview {
  /// Up to so many nodes, what stands in a box with lines is drawn even without one of its own.
  static let smallDrawing = 30

  private let view: GraphView
  private let style: DrawingStyle
  private let choices: Drawing.Choices
  private let ontology: Ontology
  private let containment: Containment
  /// What boxes stand for, where that isn't countries and bodies.
  private let clustering: Clustering?
  private let nodes: [NodeID: Node]
  private struct Pair: Hashable {
    let first: NodeID
    let second: NodeID

    init(_ edge: Edge) {
      (first, second) =
        edge.target < edge.source ? (edge.target, edge.source) : (edge.source, edge.target)
    }
  }

  /// Each pair's edges; the pair in the order of ids.
  private var pairs: [(first: NodeID, second: NodeID, edges: [Edge])] = []
  private var contained: [Edge] = []
  /// The same, by their sources.
  private var containedBySource: [NodeID: [Edge]] = [:]
  private var drawn: Set<NodeID> = []

  init(_ view: GraphView, style: DrawingStyle, choices: Drawing.Choices) {
    self.view = view
    self.style = style
    self.choices = choices
    ontology = view.graph.ontology
    containment = Containment(view.graph)
    clustering = choices.cluster.flatMap {
      $0 == .country ? nil : Clustering($0, of: view)
    }
    nodes = Dictionary(uniqueKeysWithValues: view.graph.nodes.map { ($0.id, $0) })
    var byPair: [Pair: [Edge]] = [:]
    for edge in view.edges {
      if clustering == nil, containment.shows(edge) {
        contained.append(edge)
      } else {
        byPair[Pair(edge), default: []].append(edge)
      }
    }
    containedBySource = Dictionary(grouping: contained, by: \.source)
    pairs = byPair.map { ($0.key.first, $0.key.second, $0.value) }
      .sorted { a, b in a.first != b.first ? a.first < b.first : a.second < b.second }
    drawn = chosenNodes()
  }

  private func chosenNodes() -> Set<NodeID> {
    let withLines = Set(pairs.flatMap { [$0.first, $0.second] }).union(view.focus)
    // What stands in a box that a line leads into.
    func outermost(_ id: NodeID) -> NodeID { containment.around(id).last ?? id }
    let joined = Set(withLines.map(outermost))
    let inBoxes = Set(contained.flatMap { [$0.source, $0.target] })
    let withBoxes = withLines.union(inBoxes.filter { joined.contains(outermost($0)) })
    if !withLines.isEmpty { return withBoxes.count <= Self.smallDrawing ? withBoxes : withLines }
    return inBoxes.isEmpty ? Set(view.nodes.map(\.id)) : inBoxes
  }

  // MARK: - Boxes

  /// The things whose boxes the node stands in, outermost first; empty for what stands free.
  ///
  /// A box has to tell something: a thing that isn't drawn itself has none inside another box, nor
  /// around what bears its name already ("the summit in Manila").
  private func boxes(of id: NodeID) -> [NodeID] {
    if let clustering { return clustering.box(of: id).map { [$0] } ?? [] }
    let around = containment.around(id)
    return around.enumerated().filter { index, container in
      if drawn.contains(container) { return true }
      guard index == around.count - 1, let name = nodes[container]?.label else { return false }
      return nodes[id]?.label.contains(name) != true
    }.map(\.element).reversed()
  }

  /// A node to draw, with the boxes around it, outermost first.
  private typealias Member = (path: [NodeID], id: NodeID)

  /// What stands in the boxes that the first `depth` of each path name, in the order of ids.
  private func items(
    _ members: [Member], depth: Int, twins: [NodeID: [NodeID]]
  ) -> [Drawing.Item] {
    var inner: [NodeID: [Member]] = [:]
    var free: [Member] = []
    for member in members {
      if member.path.count > depth {
        inner[member.path[depth], default: []].append(member)
      } else {
        free.append(member)
      }
    }
    var result: [(NodeID, Drawing.Item)] = []
    for member in free where inner[member.id] == nil {
      result.append((member.id, .node(drawnNode(twins[member.id] ?? [member.id], in: member.path))))
    }
    for (id, members) in inner {
      var items = items(members, depth: depth + 1, twins: twins)
      if drawn.contains(id) { items.insert(.node(drawnNode([id], in: [])), at: 0) }
      let name = clustering?.name(of: id) ?? nodes[id]?.label ?? id.rawValue
      let box = DrawnBox(
        id: id, label: drawn.contains(id) ? nil : name, tooltip: name, items: items)
      result.append((id, .box(box)))
    }
    return result.sorted { $0.0 < $1.0 }.map(\.1)
  }

  // MARK: - Nodes

  func drawnNode(_ ids: [NodeID], in boxes: [NodeID]) -> DrawnNode {
    let nodes = ids.compactMap { self.nodes[$0] }
    let isTerse = choices.labels == .terse
    var label = nodes.flatMap {
      LabelText.wrapped(isTerse ? LabelText.shortName(of: $0) : $0.label)
    }
    let inside = containedBySource[ids[0]] ?? []
    if !isTerse,
      let office = inside.first(where: { $0.type == "holds-office" && $0.office != nil }),
      let title = office.office
    {
      var text = (office.former ? "former " : "") + title
      if !boxes.contains(office.target), let body = self.nodes[office.target]?.label {
        text += ", " + body
      }
      label += LabelText.wrapped(text, width: 26)
    }
    let tooltips = nodes.map { node in
      Tooltip.text(of: node, stating: containedBySource[node.id] ?? [], in: view.graph)
    }
    return DrawnNode(
      ids: ids, label: label, tooltip: tooltips.joined(separator: "\n\n"),
      style: NodeStyle(type: nodes.first?.type ?? "", ontology: ontology, in: style),
      type: nodes.first?.type ?? "",
      link: nodes.first.flatMap { choices.links?.link(of: $0, in: view.graph) })
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
      stroke: LineStroke(strongestOf: edges.map(\.status)), ends: ends,
      evidenceCount: edges.reduce(0) { $0 + $1.evidence.count },
      relation: Set(edges.map(\.type)).count == 1 ? edges.first?.type : nil,
      link: choices.links?.link(of: edges, in: view.graph))
  }

  private func isSymmetric(_ edge: Edge) -> Bool {
    ontology.relationType(edge.type)?.isSymmetric == true
  }

  /// The relations with their counts, the commonest first, in lines; headed by who acts where the
  /// line goes both ways.
  private func summary(_ edges: [Edge], by actor: NodeID?) -> [String] {
    guard !edges.isEmpty else { return [] }
    let head = actor.flatMap { nodes[$0] }.map { LabelText.shortName(of: $0) + ": " } ?? ""
    let parts = StatusTally.parts(of: edges, in: ontology, isTerse: choices.labels == .terse)
    return LabelText.wrapped(parts: parts, head: head)
  }

  // MARK: - All together

  /// The drawing; nodes that are alike are drawn as one only where `joinsTwins`.
  func drawing(title: String?, joinsTwins: Bool = true) -> Drawing {
    var paths: [NodeID: [NodeID]] = [:]
    for id in drawn { paths[id] = boxes(of: id) }
    let allLines = pairs.map { line($0.first, $0.second, $0.edges) }
    let containers = Set(paths.values.flatMap(\.self))
    let twins = Twins(allLines) { id in
      // Offices are written beside their holder's name: people stand alone.
      guard joinsTwins, id.nodeClass != "person", !containers.contains(id),
        !view.focus.contains(id),
        let node = nodes[id], let path = paths[id]
      else { return nil }
      return [node.type] + path.map(\.rawValue)
    }
    let members = paths.filter { !twins.isHidden($0.key) }.map { (path: $0.value, id: $0.key) }
    let arrangement = Arrangement(
      boxes: paths.filter { !twins.isHidden($0.key) }, lines: twins.lines)
    var drawing = Drawing(
      title: title, detail: .overview,
      items: items(members, depth: 0, twins: twins.members),
      lines: twins.lines.map(arrangement.leftToRight), legend: Legend())
    drawing.style = style
    drawing.keepsWords = choices.labels == .full
    drawing.legend = Legend(
      drawing, shownNodes: drawn.compactMap { nodes[$0] }, shownEdges: pairs.flatMap(\.edges),
      view: view, contained: contained.count, choices: choices)
    return drawing
  }
}

extension Array {
  /// Those that meet the condition, and those that don't, each in their order.
  fileprivate func partitioned(_ condition: (Element) -> Bool) -> ([Element], [Element]) {
    (filter(condition), filter { !condition($0) })
  }
}
