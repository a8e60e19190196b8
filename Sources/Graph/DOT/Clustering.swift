/// Which box each node stands in, where somebody chose what boxes stand for. No box stands in another.
struct Clustering {
  private var boxes: [NodeID: NodeID] = [:]
  private var names: [NodeID: String] = [:]

  init(_ cluster: Drawing.Cluster, of view: GraphView) {
    switch cluster {
    case .country: putInCountries(view)
    case .type: putInTypes(view)
    case .document: putInDocuments(view)
    }
  }

  /// The box; nil for what stands free.
  func box(of id: NodeID) -> NodeID? { boxes[id] }

  /// What stands above the box.
  func name(of box: NodeID) -> String { names[box] ?? box.rawValue }

  /// The nodes in their boxes, both by id.
  func items(_ nodes: [DrawnNode]) -> [Drawing.Item] {
    let groups = Dictionary(grouping: nodes) { boxes[$0.id] }
    let free = (groups[nil] ?? []).map { (id: $0.id, item: Drawing.Item.node($0)) }
    let boxed = groups.compactMap { box, members -> (id: NodeID, item: Drawing.Item)? in
      guard let box else { return nil }
      let name = name(of: box)
      let drawn = DrawnBox(
        id: box, label: name, tooltip: name,
        items: members.sorted { $0.id < $1.id }.map(Drawing.Item.node))
      return (box, .box(drawn))
    }
    return (free + boxed).sorted { $0.id < $1.id }.map(\.item)
  }

  /// A box for each thing in which others stand, and which stands in nothing itself.
  private mutating func putInCountries(_ view: GraphView) {
    let containment = Containment(view.graph)
    for node in view.nodes {
      guard let outermost = containment.around(node.id).last else { continue }
      boxes[node.id] = outermost
      boxes[outermost] = outermost
      names[outermost] = view.graph.node(outermost)?.label
    }
  }

  private mutating func putInTypes(_ view: GraphView) {
    for node in view.nodes {
      guard let box = NodeID(rawValue: "type/\(node.type)") else { continue }
      boxes[node.id] = box
      names[box] = view.graph.ontology.nodeType(node.type)?.label ?? node.type
    }
  }

  private mutating func putInDocuments(_ view: GraphView) {
    for node in view.nodes {
      let documents = Set(node.appearances.map(\.document))
      guard documents.count == 1, let id = documents.first,
        let box = NodeID(rawValue: "document/\(id)")
      else { continue }
      boxes[node.id] = box
      let document = view.graph.document(id)
      let date = document?.published.map { " (\($0.rawValue))" } ?? ""
      names[box] = (document?.title ?? id) + date
    }
  }
}

extension Drawing.Cluster {
  /// What a legend says of the boxes.
  var meaning: String {
    switch self {
    case .country: Legend.countryBoxes
    case .type: "the nodes of a type"
    case .document: "what that document alone names"
    }
  }
}
