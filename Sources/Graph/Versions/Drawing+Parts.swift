extension Drawing {
  /// The same with these lines, and with the nodes that `transform` makes of its own; boxes without any are left out.
  func keeping(lines: [DrawnLine], _ transform: (DrawnNode) -> DrawnNode?) -> Drawing {
    func keep(_ items: [Item]) -> [Item] {
      items.compactMap { item in
        switch item {
        case .node(let node): return transform(node).map(Item.node)
        case .box(var box):
          box.items = keep(box.items)
          guard let first = box.items.first else { return nil }
          // Where its own node is left out, which told the name, the box tells it.
          if case .node(let node) = first, node.id == box.id { return .box(box) }
          box.label = box.label ?? box.tooltip
          return .box(box)
        }
      }
    }
    var drawing = self
    drawing.items = keep(items)
    let shown = Set(drawing.nodes.map(\.id))
    drawing.lines = lines.filter { shown.contains($0.source) && shown.contains($0.target) }
    return drawing
  }

  /// For each node the things whose boxes it stands in, outermost first.
  var boxesOfNodes: [NodeID: [NodeID]] {
    var result: [NodeID: [NodeID]] = [:]
    func open(_ items: [Item], _ path: [NodeID]) {
      for item in items {
        switch item {
        case .node(let node): result[node.id] = path
        case .box(let box): open(box.items, path + [box.id])
        }
      }
    }
    open(items, [])
    return result
  }
}
