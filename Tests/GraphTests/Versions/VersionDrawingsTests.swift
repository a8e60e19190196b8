import Foundation
import FoundationXML
import TestSupport
import Testing

@testable import Graph

@Suite struct `Drawings of versions` {
  private static let nodes = [
    "person/abe": "leader Shinzo Abe", "person/putin": "leader Vladimir Putin",
    "place/japan": "country Japan", "place/russia": "country Russia", "place/peru": "country Peru",
    "place/kenya": "country Kenya", "place/oslo": "city Oslo",
  ]

  private static func graph(_ statements: [TestGraph.Statement], without gone: [String] = [])
    -> KnowledgeGraph
  {
    TestGraph.graph(nodes.filter { !gone.contains($0.key) }, statements)
  }

  /// Before: a planned visit, a dispute, an accusation. After: the visit is off, no accusation, a new meeting.
  private static let old = graph(
    [
      .init(source: "person/abe", type: "visits", target: "place/russia", status: .planned),
      .init(source: "place/japan", type: "disputes", target: "place/russia"),
      .init(source: "place/peru", type: "accuses", target: "place/kenya"),
      .init(
        source: "person/putin", type: "holds-office", target: "place/russia", office: "president"),
    ], without: ["place/oslo"])
  private static let new = graph(
    [
      .init(source: "person/abe", type: "visits", target: "place/russia", status: .postponed),
      .init(source: "place/japan", type: "disputes", target: "place/russia"),
      .init(source: "person/abe", type: "meets", target: "person/putin", start: 9),
      .init(source: "person/abe", type: "visits", target: "place/oslo", start: 19),
      .init(
        source: "person/putin", type: "holds-office", target: "place/russia", office: "president"),
    ], without: ["place/peru"])

  private static func drawings(
    _ versions: [KnowledgeGraph], context: Int? = nil, style: DrawingStyle = .light,
    choices: Drawing.Choices = Drawing.Choices(), focus: [String] = [], depth: Int = 1
  ) throws -> VersionDrawings {
    try VersionDrawings(
      versions, diffs: zip(versions, versions.dropFirst()).map { GraphDiff(from: $0, to: $1) },
      context: context, style: style, choices: choices, focus: focus, depth: depth)
  }

  private static func label(_ drawing: Drawing, _ a: String, _ b: String) -> [String]? {
    drawing.lines.first { Set([$0.source.rawValue, $0.target.rawValue]) == [a, b] }?.label
  }

  @Test func `mark what came, what went and what is told otherwise`() throws {
    let changes = try Self.drawings([Self.old, Self.new]).changes(after: 0)
    let nodes = Dictionary(uniqueKeysWithValues: changes.nodes.map { ($0.id.rawValue, $0) })
    #expect(nodes["place/oslo"]?.change == .added && nodes["place/oslo"]?.label == ["+ Oslo"])
    #expect(nodes["place/peru"]?.change == .removed && nodes["place/peru"]?.label == ["− Peru"])
    #expect(nodes["place/japan"]?.change == .same && nodes["place/japan"]?.label == ["Japan"])
    #expect(Self.label(changes, "person/abe", "place/russia") == ["Δ visits ◕→‖"])
    #expect(Self.label(changes, "person/abe", "person/putin") == ["+ meets"])
    #expect(Self.label(changes, "place/peru", "place/kenya") == ["− accuses"])
    #expect(Self.label(changes, "place/japan", "place/russia") == ["disputes"])
    #expect(changes.legend.changes == [.added, .removed, .changed, .same])
  }

  @Test func `show a version with what it has, and no more`() throws {
    let versions = try Self.drawings([Self.old, Self.new])
    let (before, after) = (versions.drawing(of: 0), versions.drawing(of: 1))
    #expect(Self.label(before, "person/abe", "place/russia") == ["visits ◕"])
    #expect(Self.label(after, "person/abe", "place/russia") == ["visits ‖"])
    #expect(Self.label(before, "person/abe", "person/putin") == nil)
    #expect(!before.nodes.contains { $0.id.rawValue == "place/oslo" })
    #expect(!after.nodes.contains { $0.id.rawValue == "place/peru" })
    #expect(before.nodes.allSatisfy { $0.change == nil } && before.legend.changes.isEmpty)
    #expect(after.lines.first { $0.label == ["visits ‖"] }?.stroke == .crossed)
  }

  @Test func `leave out what lies too far from any change`() throws {
    let none = try Self.drawings([Self.old, Self.new], context: 0).changes(after: 0)
    #expect(Self.label(none, "place/japan", "place/russia") == nil)
    #expect(none.lines.allSatisfy { $0.change != .same })
    let one = try Self.drawings([Self.old, Self.new], context: 1).changes(after: 0)
    #expect(Self.label(one, "place/japan", "place/russia") == ["disputes"])
    #expect(try Self.drawings([Self.old, Self.old], context: 0).changes(after: 0).nodes.isEmpty)
  }

  @Test func `tell what happened to several alike once, with their number`() throws {
    func visits(_ status: Status, _ times: [String]) -> KnowledgeGraph {
      Self.graph(
        times.enumerated().map { index, time in
          .init(
            source: "person/abe", type: "visits", target: "place/russia", status: status,
            time: time, sentence: "A visit in \(time).", start: 50 * index)
        })
    }
    let label = { (old: KnowledgeGraph, new: KnowledgeGraph) throws in
      Self.label(try Self.drawings([old, new]).changes(after: 0), "person/abe", "place/russia")
    }
    let two = ["2013-04", "2014-09"]
    #expect(try label(visits(.planned, two), visits(.postponed, two)) == ["Δ visits ◕→‖ (2)"])
    #expect(
      try label(visits(.planned, two), visits(.postponed, ["2013-04"])) == [
        "− visits ◕", "Δ visits ◕→‖",
      ])
  }

  @Test func `show what lies near a focus, by the name that any version has for it`() throws {
    let near = try Self.drawings([Self.old, Self.new], focus: ["Peru"]).changes(after: 0)
    #expect(near.nodes.map(\.id.rawValue) == ["place/kenya", "place/peru"])
    #expect(Self.label(near, "place/peru", "place/kenya") == ["− accuses"])
    #expect(
      near.legend.omissions == [
        "nodes outside the view (+1)", "pairs outside the view (+2 Δ1)",
      ])
    let alone = try Self.drawings([Self.old, Self.new], focus: ["Oslo"], depth: 0)
    #expect(alone.changes(after: 0).nodes.map(\.id.rawValue) == ["place/oslo"])
    #expect(alone.drawing(of: 0).nodes.isEmpty)
  }

  @Test func `know no focus that no version has`() {
    #expect(throws: ViewError.self) { try Self.drawings([Self.old, Self.new], focus: ["Chile"]) }
  }

  @Test func `have boxes by type and by document, and then lines for offices`() throws {
    let drawings = try Self.drawings(
      [Self.old, Self.new], choices: Drawing.Choices(cluster: .type))
    let changes = drawings.changes(after: 0)
    #expect(
      changes.boxes.map(\.id.rawValue) == ["type/city", "type/country", "type/leader"])
    #expect(Self.label(changes, "person/putin", "place/russia")?.isEmpty == false)
    #expect(changes.legend.boxMeaning == Drawing.Cluster.type.meaning)
    #expect(drawings.drawing(of: 0).boxes.map(\.id.rawValue) == ["type/country", "type/leader"])
    let documents = try Self.drawings(
      [Self.old, Self.new], choices: Drawing.Choices(cluster: .document))
    #expect(documents.changes(after: 0).boxes.allSatisfy { $0.id.rawValue.hasPrefix("document/") })
    let usual = try Self.drawings([Self.old, Self.new]).changes(after: 0)
    #expect(Self.label(usual, "person/putin", "place/russia") == nil)
    #expect(usual.boxes.map(\.id.rawValue) == ["place/russia"])
  }

  @Test func `say less where labels are terse, and keep words where they are full`() throws {
    let terse = try Self.drawings([Self.old, Self.new], choices: Drawing.Choices(labels: .terse))
    #expect(
      Self.label(terse.changes(after: 0), "person/abe", "place/russia") == ["Δ visits"])
    #expect(Self.label(terse.drawing(of: 1), "person/abe", "place/russia") == ["visits"])
    #expect(terse.changes(after: 0).legend.marks.isEmpty)
    let full = try Self.drawings([Self.old, Self.new], choices: Drawing.Choices(labels: .full))
    #expect(full.changes(after: 0).keepsWords)
  }

  @Test func `tell changes apart without colour`() {
    let looks = ChangeSign.allCases.map { "\($0.stroke) \($0.widthInTenths)" }
    #expect(Set(looks).count == looks.count)
    #expect(Set(ChangeSign.allCases.map(\.mark)).count == looks.count)
  }

  @Test(arguments: DrawingStyle.names) func `have colours that can be read in every style`(
    name: String
  )
    throws
  {
    let style = try #require(DrawingStyle.named(name))
    for sign in ChangeSign.allCases {
      let color = try #require(style.changes[sign])
      #expect(color.contrast(with: style.background) >= 4.5, "\(name) \(sign)")
    }
    for node in try Self.drawings([Self.old, Self.new], style: style).changes(after: 0).nodes {
      #expect(node.style.text.contrast(with: node.style.fill) >= 4.5, "\(name) \(node.label)")
    }
  }

  @Test func `take an article in two versions that disagree on what a thing is`() throws {
    // Only cities are capitals: the union of both articles calls it a country.
    var nodes = Self.nodes
    nodes["place/oslo"] = "country Oslo"
    let other = TestGraph.graph(nodes, [])
    let first = TestGraph.graph(
      Self.nodes, [.init(source: "place/oslo", type: "capital-of", target: "place/kenya")])
    _ = try Self.drawings([first, other]).changes(after: 0)
    _ = try Self.drawings([other, first]).drawing(of: 1)
  }

  @Test func `are DOT, too`() throws {
    let changes = try Self.drawings([Self.old, Self.new]).changes(after: 0, title: "What changed")
    let dot = String(decoding: DOTWriter.bytes(of: changes), as: UTF8.self)
    for part in [
      "\"Δ visits ◕→‖\"", "style=\"dotted\"", "style=\"dashed\"", "#1B7A34", "+ new (thick line)",
    ] {
      #expect(dot.contains(part), "\(part) in \(dot)")
    }
  }
}

/// What stands where in a picture: for each group with an id, the forms in it.
private final class Forms: NSObject, XMLParserDelegate {
  private(set) var places: [String: [String]] = [:]
  private var open: [String?] = []

  init(_ svg: [UInt8]) throws {
    super.init()
    let parser = XMLParser(data: Data(svg))
    parser.delegate = self
    try #require(
      parser.parse(), "it is well-formed XML: \(String(decoding: svg.prefix(2000), as: UTF8.self))")
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?,
    attributes: [String: String]
  ) {
    if name == "g" { return open.append(attributes["id"]) }
    guard let id = open.last ?? nil, ["rect", "ellipse", "polygon", "path"].contains(name) else {
      return
    }
    let keys = ["x", "y", "width", "height", "cx", "cy", "rx", "ry", "points"]
    places[id, default: []].append(
      name + keys.compactMap { key in attributes[key].map { " \(key)=\($0)" } }.joined())
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    if name == "g" { open.removeLast() }
  }
}

@Suite(.enabled(if: Installed.graphviz, .init(rawValue: Installed.reason)))
struct `Pictures of versions` {
  private static let worker = GraphvizWorker(program: Installed.graphgen)

  /// Where the nodes and boxes of each picture stand.
  private static func places(_ versions: [KnowledgeGraph], style: DrawingStyle = .light) throws
    -> [[String: [String]]]
  {
    let drawings = try VersionDrawings(
      versions, diffs: zip(versions, versions.dropFirst()).map { GraphDiff(from: $0, to: $1) },
      style: style)
    let all =
      versions.indices.map { drawings.drawing(of: $0) }
      + drawings.diffs.indices.map { drawings.changes(after: $0) }
    return try drawings.pictures(of: all, by: worker).files.map {
      svg in
      try Forms(svg).places.filter { $0.key.hasPrefix("node.") || $0.key.hasPrefix("box.") }
    }
  }

  @Test(arguments: 0..<6 as Range<UInt64>)
  func `have everything that two of them show in one place, to the point`(seed: UInt64) throws {
    let versions = (0..<3).map { RandomGraph.make(seed: seed * 3 + $0, documents: 4) }
    let pictures = try Self.places(versions)
    var known: [String: [String]] = [:]
    var shared = 0
    for places in pictures {
      for (id, place) in places {
        if let before = known[id] {
          #expect(place == before, "\(id) moved")
          shared += 1
        }
        known[id] = place
      }
    }
    #expect(shared > 0)
  }

  @Test(arguments: 0..<4 as Range<UInt64>, [nil, Drawing.Cluster.type])
  func `are DOT with the same places, which Graphviz keeps to the point`(
    seed: UInt64, cluster: Drawing.Cluster?
  ) throws {
    let versions = (0..<3).map { RandomGraph.make(seed: seed * 3 + $0, documents: 4) }
    let drawings = try VersionDrawings(
      versions, diffs: zip(versions, versions.dropFirst()).map { GraphDiff(from: $0, to: $1) },
      choices: Drawing.Choices(cluster: cluster))
    let all =
      versions.indices.map { drawings.drawing(of: $0) }
      + drawings.diffs.indices.map { drawings.changes(after: $0) }
    var known: [String: DrawingLayout.Place] = [:]
    var shared = 0
    for dot in try drawings.pictures(of: all, as: .dot, by: Self.worker).files {
      // Which engine is called doesn't matter: the file names the one that keeps places.
      let json = try Self.worker.picture(dot: dot, format: .json0, engine: "neato")
      let layout = try #require(DrawingLayout(json0: json))
      for (id, place) in layout.nodes.merging(layout.boxes, uniquingKeysWith: { $1 }) {
        var place = place
        // Counted from the top of the paper, which the legend doesn't move.
        place.middle.y = place.middle.y.rounded()
        place.middle.x = place.middle.x.rounded()
        if let before = known[id] {
          #expect(place == before, "\(id) moved")
          shared += 1
        }
        known[id] = place
      }
      let text = String(decoding: dot, as: UTF8.self)
      let lines = text.matches(of: #/\n  n\d+ -> /#).count
      #expect(text.matches(of: #/pos="(s,|e,)?[\d.,]+ /#).count == lines, "a line without a course")
    }
    #expect(shared > 0)
  }

  @Test(arguments: [VersionDrawings.Format.png, .pdf]) func `are drawn as all else`(
    format: VersionDrawings.Format
  ) throws {
    let versions = (0..<2).map { RandomGraph.make(seed: $0, documents: 4) }
    let drawings = try VersionDrawings(
      versions, diffs: [GraphDiff(from: versions[0], to: versions[1])])
    let files = try drawings.pictures(
      of: [drawings.drawing(of: 0), drawings.changes(after: 0)], as: format, by: Self.worker
    ).files
    #expect(files.count == 2 && Set(files).count == 2)
  }

  @Test func `are as rich as any other: ids, classes, titles, links`() throws {
    let old = TestGraph.graph(
      ["place/a": "country A", "place/b": "country B"],
      [.init(source: "place/a", type: "accuses", target: "place/b")])
    let new = TestGraph.graph(
      ["place/a": "country A", "place/b": "country B", "person/c": "leader C"],
      [
        .init(source: "place/a", type: "accuses", target: "place/b", status: .denied),
        .init(source: "person/c", type: "visits", target: "place/b", start: 20),
      ])
    let drawings = try VersionDrawings(
      [old, new], diffs: [GraphDiff(from: old, to: new)],
      choices: Drawing.Choices(links: try LinkTemplate("https://a.example/{path}?at={start}")),
      direction: .down, hasLegend: false)
    let changes = drawings.changes(after: 0, title: "What changed")
    let svg = String(
      decoding: try #require(
        drawings.pictures(of: [changes], by: Self.worker).files.first),
      as: UTF8.self)
    for part in [
      "<title>What changed</title>", "<g id=\"title\" class=\"title\">",
      ">+1 Δ1 relations, +1 node</text>",
      "<g id=\"node.person.c\" class=\"node person leader added\">\n<title>C (leader)",
      "class=\"line added visits\"", "class=\"line changed accuses\"",
      "<a href=\"https://a.example/a.txt?at=20\">",
    ] {
      #expect(svg.contains(part), "\(part) in \(svg)")
    }
    #expect(!svg.contains("id=\"legend\""))
    let dot = String(decoding: DOTWriter.bytes(of: changes), as: UTF8.self)
    #expect(dot.contains("rankdir=TB") && dot.contains("URL=\"https://a.example/a.txt?at=20\""))
  }

  @Test func `are well-formed for any text`() throws {
    for label in nastyLabels where !label.isEmpty {
      let nodes = ["place/a": "country \(label)", "place/b": "country B"]
      let old = TestGraph.graph(nodes, [])
      let new = TestGraph.graph(
        nodes, [.init(source: "place/a", type: "accuses", target: "place/b", sentence: label)])
      #expect(try Self.places([old, new]).count == 3)
      let drawings = try VersionDrawings([old, new], diffs: [GraphDiff(from: old, to: new)])
      let dot = try drawings.pictures(
        of: [drawings.changes(after: 0, title: label)], as: .dot, by: Self.worker
      ).files[0]
      _ = try Self.worker.picture(dot: dot, format: .plain)
    }
  }
}
