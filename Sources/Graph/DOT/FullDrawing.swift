extension Drawing {
  /// The view with every relation: edges of one pair, direction and type are one line with their
  /// count.
  public static func full(
    of view: GraphView, title: String? = nil, style: DrawingStyle = .light,
    choices: Choices = Choices()
  ) -> Drawing {
    let ontology = view.graph.ontology
    let nodes = view.nodes.map { node in
      DrawnNode(
        ids: [node.id],
        label: LabelText.wrapped(
          choices.labels == .terse ? LabelText.shortName(of: node) : node.label),
        tooltip: Tooltip.text(of: node, stating: [], in: view.graph),
        style: NodeStyle(type: node.type, ontology: ontology, in: style), type: node.type,
        link: choices.links?.link(of: node, in: view.graph))
    }
    let items =
      choices.cluster.map { Clustering($0, of: view).items(nodes) } ?? nodes.map(Item.node)
    // The graph's edges stand in the order of source, relation and target: equal ones are
    // neighbours.
    var groups: [[Edge]] = []
    for edge in view.edges {
      if let last = groups.last?.first, last.source == edge.source, last.type == edge.type,
        last.target == edge.target,
        ontology.drawnName(of: last) == ontology.drawnName(of: edge)
      {
        groups[groups.count - 1].append(edge)
      } else {
        groups.append([edge])
      }
    }
    let lines = groups.compactMap { edges -> DrawnLine? in
      guard let first = edges.first else { return nil }
      var tally = StatusTally()
      for edge in edges { tally.add(edge.status) }
      let relation = ontology.relationType(first.type)
      var label = [tally.text(ontology.drawnName(of: first))]
      if choices.labels == .terse {
        label = [ontology.drawnName(of: first)]
      } else if edges.count == 1 {
        let detail = first.office ?? first.time?.rawValue
        if let detail { label += LabelText.wrapped(detail, width: 26) }
      }
      return DrawnLine(
        name: Self.name(of: first, in: ontology),
        source: first.source, target: first.target, label: label,
        tooltip: Tooltip.text(of: edges, in: view.graph),
        stroke: LineStroke(strongestOf: edges.map(\.status)),
        ends: relation?.isSymmetric == true ? .none : .forward,
        evidenceCount: edges.reduce(0) { $0 + $1.evidence.count }, relation: first.type,
        link: choices.links?.link(of: edges, in: view.graph))
    }
    var drawing = Drawing(title: title, detail: .full, items: items, lines: lines, legend: Legend())
    drawing.style = style
    drawing.keepsWords = choices.labels == .full
    drawing.legend = Legend(
      drawing, shownNodes: view.nodes, shownEdges: view.edges, view: view, contained: 0,
      choices: choices)
    return drawing
  }

  /// Ends and relation; with the edge's id where that may not tell one line of the pair from another.
  private static func name(of edge: Edge, in ontology: Ontology) -> String {
    let isNamed = ontology.relationType(edge.type)?.label.isEmpty == false
    return "\(edge.source.rawValue)-\(edge.type)-\(edge.target.rawValue)"
      + (isNamed ? "" : "-\(edge.id)")
  }
}
