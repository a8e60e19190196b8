import TestSupport
import Testing

@testable import Graph

@Suite struct `An overview` {
  private let drawing = Drawing.overview(of: GraphView(TestGraph.diplomacy()))

  private func line(_ a: String, _ b: String, in drawing: Drawing? = nil) -> DrawnLine? {
    (drawing ?? self.drawing).lines.first {
      Set([$0.source.rawValue, $0.target.rawValue]) == [a, b]
    }
  }

  @Test func `puts people and places into the box of their country, with their office`() throws {
    let japan = try #require(drawing.boxes.first { $0.id.rawValue == "place/japan" })
    let inside = japan.items.compactMap { item -> DrawnNode? in
      if case .node(let node) = item { node } else { nil }
    }
    #expect(
      inside.map(\.id.rawValue) == [
        "place/japan", "person/fumio-kishida", "person/shinzo-abe", "place/tokyo",
      ])
    #expect(inside[2].label == ["Shinzo Abe", "prime minister"])
    #expect(line("person/shinzo-abe", "place/japan") == nil)
  }

  @Test func `draws one line for a pair, with counts, marks and who acts`() throws {
    let line = try #require(self.line("person/shinzo-abe", "person/vladimir-putin"))
    #expect(line.label == ["meets ● ◕", "invites"])
    #expect(line.stroke == .solid)
    #expect(line.evidenceCount == 3)
    #expect(line.ends == (line.source.rawValue == "person/shinzo-abe" ? .forward : .back))
  }

  @Test func `says who does what where a line goes both ways`() throws {
    let graph = TestGraph.graph(
      ["place/japan": "country Japan", "place/russia": "country Russia"],
      [
        .init(source: "place/japan", type: "sanctions", target: "place/russia"),
        .init(source: "place/russia", type: "rejects", target: "place/japan", start: 9),
        .init(source: "place/russia", type: "disputes", target: "place/japan", start: 20),
      ])
    let line = try #require(Drawing.overview(of: GraphView(graph)).lines.first)
    #expect(line.ends == .both)
    #expect(line.label == ["disputes", "Japan: sanctions", "Russia: rejects"])
  }

  @Test(arguments: [
    ([Status.actual, .denied], LineStroke.solid), ([.planned, .possible], .dashed),
    ([.proposed], .dashed), ([.possible, .cancelled], .dotted), ([.denied], .crossed),
    ([.postponed, .cancelled], .crossed),
  ])
  func `strokes a line after its strongest status`(statuses: [Status], stroke: LineStroke) {
    #expect(LineStroke(strongestOf: statuses) == stroke)
  }

  @Test func `joins what has the same lines into one shape`() throws {
    let islands = try #require(drawing.nodes.first { $0.ids.count > 1 })
    #expect(islands.label == ["Etorofu", "Kunashiri", "Shikotan"])
    #expect(drawing.lines.filter { $0.label == ["seizes"] }.count == 1)
    #expect(drawing.legend.twins)
  }

  @Test func `leaves out what nothing joins, and counts it`() {
    #expect(!drawing.nodes.contains { $0.label == ["NHK"] })
    #expect(drawing.legend.omissions.contains("1 node without a line (organization 1)"))
    #expect(
      drawing.legend.omissions.contains("4 relations that the boxes show (office, place, part)"))
  }

  @Test func `draws what nothing joins where there is nothing else`() {
    let graph = TestGraph.graph(
      ["place/japan": "country Japan", "organization/nhk": "organization NHK"], [])
    #expect(Drawing.overview(of: GraphView(graph)).nodes.count == 2)
    #expect(Drawing.overview(of: GraphView(KnowledgeGraph())).nodes.isEmpty)
  }

  @Test func `puts who holds two offices where the present one is, else where more say so`() {
    func box(_ statements: [TestGraph.Statement]) -> String? {
      let nodes = [
        "person/x": "minister Some One", "place/japan": "country Japan",
        "place/russia": "country Russia",
        "place/china": "country China",
      ]
      let visit = TestGraph.Statement(
        source: "person/x", type: "visits", target: "place/china", start: 99)
      let graph = TestGraph.graph(nodes, statements + [visit])
      return Drawing.overview(of: GraphView(graph)).boxes.first?.id.rawValue
    }
    let japan = TestGraph.Statement(
      source: "person/x", type: "holds-office", target: "place/japan", office: "a")
    let russia = TestGraph.Statement(
      source: "person/x", type: "holds-office", target: "place/russia", office: "b", start: 5)
    var again = russia
    again.start = 50
    var past = japan
    past.former = true
    #expect(box([japan, russia]) == "place/japan")
    #expect(box([japan, russia, again]) == "place/russia")
    #expect(box([past, russia]) == "place/russia")
  }

  @Test func `leads all lines one way, among boxes too, since Graphviz gives up on some circles`() {
    var random = SeededGenerator(seed: 1)
    var nodes: [String: String] = [:]
    var statements: [TestGraph.Statement] = []
    for country in 0..<5 { nodes["place/c\(country)"] = "country C\(country)" }
    for person in 0..<60 {
      nodes["person/p\(person)"] = "official P\(person)"
      let country = Int.random(in: 0..<6, using: &random)
      if country < 5 {
        statements.append(
          .init(source: "person/p\(person)", type: "holds-office", target: "place/c\(country)"))
      }
    }
    for line in 0..<150 {
      let ends = (Int.random(in: 0..<60, using: &random), Int.random(in: 0..<60, using: &random))
      guard ends.0 != ends.1 else { continue }
      statements.append(
        .init(
          source: "person/p\(ends.0)", type: "requests", target: "person/p\(ends.1)",
          start: 9 + line))
    }
    let drawing = Drawing.overview(of: GraphView(TestGraph.graph(nodes, statements)))
    var groups = Dictionary(uniqueKeysWithValues: drawing.nodes.map { ($0.id, $0.id) })
    for box in drawing.boxes {
      for case .node(let node) in box.items { groups[node.id] = box.id }
    }
    // Kahn 1962: what has no line coming in is taken away until nothing is left, or a circle.
    var lines = Set(drawing.lines.map { [groups[$0.source], groups[$0.target]] }).filter {
      $0[0] != $0[1]
    }
    while !lines.isEmpty {
      let targets = Set(lines.map { $0[1] })
      let left = lines.filter { targets.contains($0[0]) }
      guard left.count < lines.count else {
        Issue.record("\(lines.count) lines go in circles")
        return
      }
      lines = left
    }
  }

  @Test func `draws what lies too deep as lines`() throws {
    let count = 3000
    let nodes = (0..<count).map { ("place/n\(10_000 + $0)", "region R\($0)") }
    let parts = zip(nodes, nodes.dropFirst()).map {
      TestGraph.Statement(source: $0.0, type: "part-of", target: $1.0)
    }
    let view = GraphView(
      TestGraph.graph(Dictionary(uniqueKeysWithValues: nodes), parts))
    let drawing = Drawing.overview(of: view)
    #expect(!drawing.lines.isEmpty)
    let containment = Containment(view.graph)
    #expect(view.nodes.allSatisfy { containment.around($0.id).count < Containment.deepest })
  }

  @Test func `cuts circles of parts`() {
    let graph = TestGraph.graph(
      ["place/a": "region A", "place/b": "region B", "place/c": "country C"],
      [
        .init(source: "place/a", type: "part-of", target: "place/b"),
        .init(source: "place/b", type: "part-of", target: "place/a", start: 9),
        .init(source: "place/c", type: "claims", target: "place/a", start: 20),
      ])
    let drawing = Drawing.overview(of: GraphView(graph))
    #expect(drawing.nodes.count == 3)
    #expect(drawing.lines.count == 2)
  }

  @Test func `tells the sentences with date and document`() throws {
    let line = try #require(self.line("person/shinzo-abe", "person/vladimir-putin"))
    #expect(
      line.tooltip.contains(
        "Shinzo Abe meets Vladimir Putin (2014-11; planned)\n2014-09-27 a: They will meet."))
  }
}

@Suite struct `A full drawing` {
  @Test func `has a line for each pair, direction and type, with its count`() {
    let drawing = Drawing.full(of: GraphView(TestGraph.diplomacy()))
    #expect(drawing.nodes.count == 12)
    #expect(drawing.lines.count == 13)
    #expect(drawing.lines.contains { $0.label == ["meets ● ◕"] && $0.ends == .none })
    #expect(drawing.boxes.isEmpty)
  }
}

@Suite struct `A node's style` {
  private let ontology = Ontology.builtIn

  @Test func `keeps text legible in every type`() {
    for type in ontology.nodeTypes {
      let style = NodeStyle(type: type.name, ontology: ontology)
      #expect(style.fill.contrast(with: style.text) >= 4.5, "\(type.name)")
    }
  }

  @Test
  func `differs in shape between classes, in lightness inside one, so that greyscale suffices`() {
    let styles = ontology.nodeTypes.map { ($0, NodeStyle(type: $0.name, ontology: ontology)) }
    for (a, first) in styles {
      for (b, second) in styles where a.name < b.name {
        if a.nodeClass == b.nodeClass {
          #expect(first.fill.contrast(with: second.fill) > 1.15, "\(a.name) and \(b.name)")
        } else {
          #expect(
            first.shape != second.shape || first.isRounded != second.isRounded,
            "\(a.name) and \(b.name)")
        }
      }
    }
  }
}

@Suite struct `A label` {
  @Test(arguments: [
    ("Japan", ["Japan"]),
    ("Asia-Pacific Economic Cooperation forum", ["Asia-Pacific Economic", "Cooperation forum"]),
    ("two\nlines", ["two", "lines"]), ("", [""]),
  ])
  func `is set in lines of a readable width`(text: String, lines: [String]) {
    #expect(LabelText.wrapped(text) == lines)
  }

  @Test func `gives the text again when its lines are joined`() {
    for text in [
      "a  b   c", " leading and trailing and much in between ", "日本国 ロシア 連邦 と その 他 の 国 々 に ついて",
    ] {
      #expect(LabelText.wrapped(text, width: 12).joined(separator: " ") == text)
    }
  }
}
