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
    _ versions: [KnowledgeGraph], context: Int? = nil, style: DrawingStyle = .light
  ) -> VersionDrawings {
    VersionDrawings(
      versions, diffs: zip(versions, versions.dropFirst()).map { GraphDiff(from: $0, to: $1) },
      context: context, style: style)
  }

  private static func label(_ drawing: Drawing, _ a: String, _ b: String) -> [String]? {
    drawing.lines.first { Set([$0.source.rawValue, $0.target.rawValue]) == [a, b] }?.label
  }

  @Test func `mark what came, what went and what is told otherwise`() {
    let changes = Self.drawings([Self.old, Self.new]).changes(after: 0)
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

  @Test func `show a version with what it has, and no more`() {
    let versions = Self.drawings([Self.old, Self.new])
    let (before, after) = (versions.drawing(of: 0), versions.drawing(of: 1))
    #expect(Self.label(before, "person/abe", "place/russia") == ["visits ◕"])
    #expect(Self.label(after, "person/abe", "place/russia") == ["visits ‖"])
    #expect(Self.label(before, "person/abe", "person/putin") == nil)
    #expect(!before.nodes.contains { $0.id.rawValue == "place/oslo" })
    #expect(!after.nodes.contains { $0.id.rawValue == "place/peru" })
    #expect(before.nodes.allSatisfy { $0.change == nil } && before.legend.changes.isEmpty)
    #expect(after.lines.first { $0.label == ["visits ‖"] }?.stroke == .crossed)
  }

  @Test func `leave out what lies too far from any change`() {
    let none = Self.drawings([Self.old, Self.new], context: 0).changes(after: 0)
    #expect(Self.label(none, "place/japan", "place/russia") == nil)
    #expect(none.lines.allSatisfy { $0.change != .same })
    let one = Self.drawings([Self.old, Self.new], context: 1).changes(after: 0)
    #expect(Self.label(one, "place/japan", "place/russia") == ["disputes"])
    #expect(Self.drawings([Self.old, Self.old], context: 0).changes(after: 0).nodes.isEmpty)
  }

  @Test func `tell what happened to several alike once, with their number`() {
    func visits(_ status: Status, _ times: [String]) -> KnowledgeGraph {
      Self.graph(
        times.enumerated().map { index, time in
          .init(
            source: "person/abe", type: "visits", target: "place/russia", status: status,
            time: time, sentence: "A visit in \(time).", start: 50 * index)
        })
    }
    let label = { (old: KnowledgeGraph, new: KnowledgeGraph) in
      Self.label(Self.drawings([old, new]).changes(after: 0), "person/abe", "place/russia")
    }
    let two = ["2013-04", "2014-09"]
    #expect(label(visits(.planned, two), visits(.postponed, two)) == ["Δ visits ◕→‖ (2)"])
    #expect(
      label(visits(.planned, two), visits(.postponed, ["2013-04"])) == [
        "− visits ◕", "Δ visits ◕→‖",
      ])
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
    for node in Self.drawings([Self.old, Self.new], style: style).changes(after: 0).nodes {
      #expect(node.style.text.contrast(with: node.style.fill) >= 4.5, "\(name) \(node.label)")
    }
  }

  @Test func `take an article in two versions that disagree on what a thing is`() {
    // Only cities are capitals: the union of both articles calls it a country.
    var nodes = Self.nodes
    nodes["place/oslo"] = "country Oslo"
    let other = TestGraph.graph(nodes, [])
    let first = TestGraph.graph(
      Self.nodes, [.init(source: "place/oslo", type: "capital-of", target: "place/kenya")])
    _ = Self.drawings([first, other]).changes(after: 0)
    _ = Self.drawings([other, first]).drawing(of: 1)
  }

  @Test func `are DOT, too`() throws {
    let changes = Self.drawings([Self.old, Self.new]).changes(after: 0, title: "What changed")
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
    let drawings = VersionDrawings(
      versions, diffs: zip(versions, versions.dropFirst()).map { GraphDiff(from: $0, to: $1) },
      style: style)
    let all =
      versions.indices.map { drawings.drawing(of: $0) }
      + drawings.diffs.indices.map { drawings.changes(after: $0) }
    return try drawings.pictures(of: all, subtitles: all.map { _ in "" }, by: worker).files.map {
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
    let drawings = VersionDrawings(
      [old, new], diffs: [GraphDiff(from: old, to: new)],
      choices: Drawing.Choices(links: try LinkTemplate("https://a.example/{path}?at={start}")),
      direction: .down, hasLegend: false)
    let changes = drawings.changes(after: 0, title: "What changed")
    let svg = String(
      decoding: try #require(
        drawings.pictures(of: [changes], subtitles: ["two"], by: Self.worker).files.first),
      as: UTF8.self)
    for part in [
      "<title>What changed</title>", "<g id=\"title\" class=\"title\">", ">two</text>",
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
    }
  }
}
