import Testing

@testable import Graph

@Suite struct `A layout plan` {
  /// A drawing of so many nodes, in boxes of ten or none, in a ring of lines.
  private func drawing(_ count: Int, boxes: Bool = false) throws -> Drawing {
    let style = NodeStyle(type: "country", ontology: .builtIn)
    let ids = try (0..<count).map { try #require(NodeID(rawValue: "place/n\($0)")) }
    let nodes = ids.map {
      Drawing.Item.node(DrawnNode(ids: [$0], label: ["x"], tooltip: "", style: style))
    }
    let items =
      boxes
      ? [
        Drawing.Item.box(
          DrawnBox(id: try #require(ids.first), label: "b", tooltip: "", items: nodes))
      ]
      : nodes
    let lines = zip(ids, ids.dropFirst()).map { a, b in
      DrawnLine(
        name: "\(a)-\(b)", source: a, target: b, label: [], tooltip: "", stroke: .solid,
        ends: .forward, evidenceCount: 1)
    }
    return Drawing(title: nil, detail: .full, items: items, lines: lines, legend: Legend())
  }

  private func dot(_ drawing: Drawing) -> String {
    String(decoding: DOTWriter.bytes(of: drawing), as: UTF8.self)
  }

  @Test func `leaves a readable drawing as it is, and says nothing`() throws {
    let small = try drawing(150, boxes: true)
    #expect(try small.planned() == small)
  }

  @Test(arguments: [151, 5000]) func `chooses by size, and tells`(count: Int) throws {
    let planned = try drawing(count, boxes: true).planned()
    #expect(planned.layout.engine == .sfdp)
    #expect(planned.boxes.isEmpty)
    #expect(planned.layout.note?.hasPrefix("\(count) nodes: laid out by sfdp") == true)
    #expect(planned.legend.omissions.count == 1)
    #expect(dot(planned).contains("layout=sfdp") && dot(planned).contains("splines=line"))
  }

  @Test(arguments: [(150, true), (300, true), (301, false)])
  func `lets dot draw boxes as long as it can`(count: Int, boxes: Bool) throws {
    let planned = try drawing(count, boxes: true).planned(engine: .dot)
    #expect(planned.boxes.isEmpty != boxes)
  }

  @Test func `leaves words to tooltips where springs have no room, unless they are wanted`() throws
  {
    var large = try drawing(200)
    for index in large.lines.indices { large.lines[index].label = ["meets"] }
    #expect(try large.planned().lines.allSatisfy { $0.label.isEmpty })
    #expect(try large.planned().legend.omissions.contains { $0.hasPrefix("the words") })
    #expect(try large.planned(engine: .dot).lines == large.lines)
    large.keepsWords = true
    #expect(try large.planned().lines == large.lines)
  }

  @Test(arguments: DrawingStyle.names)
  func `lets the lines of springs recede, as far as they can be seen`(style: String) throws {
    var large = try drawing(200)
    large.style = try #require(DrawingStyle.named(style))
    let planned = try large.planned()
    let contrast = { (color: DOTColor) in color.contrast(with: large.style.background) }
    #expect(contrast(planned.lineColor) < contrast(large.lineColor))
    #expect(contrast(planned.lineColor) >= 2.5)
    #expect(planned.widthInTenths(ofLineWithEvidence: 1000) == 25)
    #expect(try large.planned(engine: .dot).lineColor == large.style.line)
  }

  @Test func `lays out thousands of nodes in one box without it`() throws {
    for engine in [nil, LayoutPlan.Engine.dot, .fdp] {
      #expect(try drawing(2500, boxes: true).planned(engine: engine).boxes.isEmpty)
    }
  }

  @Test func `lets springs draw what has more lines than layers have room for`() throws {
    var dense = try drawing(100, boxes: true)
    let ids = dense.nodes.map(\.id)
    dense.lines = (1...201).map { number in
      let (a, b) = (ids[number % 10], ids[10 + number % 90])
      return DrawnLine(
        name: "\(number)", source: a, target: b, label: ["meets"], tooltip: "", stroke: .solid,
        ends: .forward, evidenceCount: 1)
    }
    let planned = try dense.planned()
    #expect(planned.layout.engine == .sfdp && planned.lines.allSatisfy { $0.label.isEmpty })
    #expect(dot(planned).contains("splines=line") && !dot(planned).contains("label=\"meets\""))
    #expect(planned.layout.note?.hasPrefix("100 nodes and 201 lines: laid out by sfdp") == true)
    // Who asks for layers gets them as they are.
    #expect(try dense.planned(engine: .dot).lines == dense.lines)
    #expect(dot(try dense.planned(engine: .dot)).contains("splines=true"))
    dense.lines.removeLast()
    #expect(try dense.planned() == dense)
  }

  @Test func `refuses what nobody could read, unless it is told to draw`() throws {
    let large = try drawing(5001)
    #expect(throws: RenderError.tooLarge(nodes: 5001)) { try large.planned() }
    #expect(throws: RenderError.self) { try large.planned(engine: .dot) }
    #expect(try large.planned(force: true).layout.engine == .sfdp)
  }

  @Test func `keeps the engine that is asked for`() throws {
    for engine in LayoutPlan.Engine.allCases {
      let planned = try drawing(20, boxes: true).planned(engine: engine)
      #expect(planned.layout.engine == engine && planned.layout.note == nil)
      #expect(planned.boxes.isEmpty == (engine != .dot && engine != .fdp))
    }
  }

  @Test(.enabled(if: Installed.graphviz, .init(rawValue: Installed.reason)))
  func `is drawn by every engine, in every format`() throws {
    for engine in LayoutPlan.Engine.allCases {
      let planned = try drawing(12).planned(engine: engine)
      let svg = try Installed.worker.picture(of: planned, format: .svg)
      #expect(!svg.isEmpty)
    }
    for format in RenderFormat.allCases {
      let picture = try Installed.worker.picture(of: drawing(5), format: format)
      #expect(format.hasSignature(picture))
    }
  }

  @Test(.enabled(if: Installed.graphviz, .init(rawValue: Installed.reason)))
  func `and all else that drawing needs is found by the doctor`() {
    let check = GraphvizCheck(Installed.worker)
    #expect(check.isAvailable)
    #expect(check.findings.map(\.subject).prefix(3) == ["library", "engine dot", "engine neato"])
    #expect(check.findings.first?.detail.hasPrefix("Graphviz ") == true)
    #expect(check.findings.filter { $0.subject != "font" && !$0.isGood }.isEmpty)
  }

  @Test func `has a doctor who says what is missing`() {
    let check = GraphvizCheck(
      GraphvizWorker(program: Installed.graphgen, libraries: ["libnowhere.so.1"]))
    #expect(!check.isAvailable)
    #expect(check.findings.map(\.isGood) == [false])
    #expect(check.findings.first?.detail.contains("apt-get install libgraphviz-dev") == true)
  }
}
