import Testing

@testable import Graph

@Suite struct `Boxes of a drawing` {
  private func drawing(
    _ cluster: Drawing.Cluster?, _ detail: Drawing.Detail, seed: UInt64? = nil
  ) -> Drawing {
    let view = GraphView(TestGraph.diplomacy(shuffled: seed))
    let choices = Drawing.Choices(cluster: cluster)
    return detail == .full
      ? .full(of: view, choices: choices) : .overview(of: view, choices: choices)
  }

  @Test(arguments: Drawing.Detail.allCases) func `by type hold each type's nodes, and no others`(
    detail: Drawing.Detail
  ) {
    let drawing = drawing(.type, detail)
    #expect(
      Set(drawing.boxes.map(\.label)).isSubset(of: [
        "leader", "minister", "country", "island", "city", "event", "organization",
      ]))
    for box in drawing.boxes {
      let types = box.items.compactMap { item -> String? in
        if case .node(let node) = item { node.type } else { nil }
      }
      #expect(Set(types).count == 1 && types.count == box.items.count)
    }
    #expect(drawing.boxes.reduce(0) { $0 + $1.items.count } == drawing.nodes.count)
    #expect(drawing.legend.boxMeaning == "the nodes of a type")
  }

  @Test func `by document hold what it alone names`() {
    let graph = TestGraph.graph(
      ["place/a": "country A", "place/b": "country B"],
      [TestGraph.Statement(source: "place/a", type: "disputes", target: "place/b", document: "a")])
    let drawing = Drawing.full(of: GraphView(graph), choices: Drawing.Choices(cluster: .document))
    #expect(drawing.boxes.map(\.label) == ["a (2014-09-27)"])
    #expect(drawing.nodes.count == 2)
  }

  @Test func `by country stand in a full drawing, too`() {
    #expect(drawing(nil, .full).boxes.isEmpty)
    #expect(drawing(.country, .full).boxes.contains { $0.id.rawValue == "place/japan" })
    #expect(drawing(.country, .overview) == drawing(nil, .overview))
  }

  @Test(arguments: Drawing.Cluster.allCases) func `don't depend on the order of what is read`(
    cluster: Drawing.Cluster
  ) {
    for detail in Drawing.Detail.allCases {
      let first = DOTWriter.bytes(of: drawing(cluster, detail, seed: 1))
      #expect(DOTWriter.bytes(of: drawing(cluster, detail, seed: 2)) == first)
    }
  }

  @Test func `don't take lines away, unless they are countries`() {
    let relations = { (drawing: Drawing) in drawing.lines.count }
    #expect(relations(drawing(.type, .overview)) >= relations(drawing(nil, .overview)))
    #expect(drawing(.type, .overview).legend.omissions.allSatisfy { !$0.contains("boxes show") })
  }
}

@Suite struct `Terse labels` {
  @Test func `are short names and relations without counts, times and offices`() {
    let view = GraphView(TestGraph.diplomacy())
    for detail in Drawing.Detail.allCases {
      let choices = Drawing.Choices(labels: .terse)
      let drawing: Drawing =
        detail == .full ? .full(of: view, choices: choices) : .overview(of: view, choices: choices)
      let labels = drawing.nodes.map { $0.label.joined(separator: " ") }
      #expect(labels.contains("Abe") && !labels.contains { $0.contains("Shinzo") })
      let words = drawing.lines.flatMap(\.label).joined(separator: " ")
      #expect(!words.contains(/[0-9●◕◑○]/), "\(words)")
      #expect(drawing.legend.marks.isEmpty && !drawing.legend.counts)
    }
  }
}
