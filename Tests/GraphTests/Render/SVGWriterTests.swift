import Foundation
import FoundationXML
import Testing

@testable import Graph

@Suite struct `An SVG` {
  private let box = """
    {"op": "c", "color": "#00486f"}, {"op": "C", "color": "#00639c"},
    {"op": "P", "points": [[10, 10], [10, 40], [60, 40], [60, 10]]}
    """

  private func svg(_ objects: String, edges: String = "", of drawing: Drawing? = nil) throws
    -> String
  {
    let json = "{\"bb\": \"0,0,100,50\", \"objects\": [\(objects)], \"edges\": [\(edges)]}"
    let placed = try PlacedDrawing(Array(json.utf8), margin: 10)
    let drawing = drawing ?? Drawing.overview(of: GraphView(TestGraph.diplomacy()), title: "A & B")
    return String(decoding: SVGWriter.bytes(of: drawing, placed: placed), as: UTF8.self)
  }

  @Test
  func `has for each part a group with its id, its classes and what is told on pointing at it`()
    throws
  {
    let svg = try svg("{\"name\": \"n1\", \"id\": \"node.place.japan\", \"_draw_\": [\(box)]}")
    #expect(svg.contains("width=\"120pt\" height=\"70pt\" viewBox=\"0 0 120 70\""))
    #expect(svg.contains("<title>A &amp; B</title>"))
    #expect(
      svg.contains(
        "<g id=\"node.place.japan\" class=\"node place country\">\n<title>Japan (country)"))
    // Graphviz counts from below.
    #expect(
      svg.contains(
        "<rect x=\"20\" y=\"20\" width=\"50\" height=\"30\" fill=\"#00639C\" stroke=\"#00486F\"/>"))
  }

  @Test func `keeps text as it is, whatever it holds`() throws {
    let text =
      "{\"op\": \"F\", \"size\": 9}, {\"op\": \"T\", \"pt\": [5, 5], \"align\": \"c\", \"text\": \"  <a> & \\\"b\\\"\"}"
    let svg = try svg("", edges: "{\"id\": \"line.x\", \"_ldraw_\": [\(text)]}")
    #expect(svg.contains("xml:space=\"preserve\">  &lt;a&gt; &amp; &quot;b&quot;</text>"))
  }

  @Test func `takes over nothing but numbers, colours and text`() throws {
    let evil = """
      {"op": "c", "color": "red\\" onload=\\"x()"}, {"op": "S", "style": "url(http://a)"},
      {"op": "F", "size": 9, "face": "A\\" onload=\\"x()"}, {"op": "I", "name": "http://a/x.png"},
      {"op": "T", "pt": [1, 1], "align": "\\" onload=\\"x()", "text": "t"},
      {"op": "P", "points": [[1, 1], [2, 2], [3, 1]]}
      """
    let svg = try svg("{\"id\": \"node.place.japan\", \"_draw_\": [\(evil)]}")
    #expect(!svg.contains("onload") && !svg.contains("http://a") && !svg.contains("url("))
  }

  @Test(arguments: [
    "", "[]", "{", "{\"bb\": \"1,2\"}",
    "{\"objects\": [{\"_draw_\": [{\"op\": \"P\", \"points\": [[1]]}]}]}",
  ])
  func `isn't drawn of what isn't Graphviz's`(json: String) {
    #expect(throws: RenderError.self) { try PlacedDrawing(Array(json.utf8), margin: 0) }
  }

  @Test func `has labels of lines with a rim of the paper's colour`() throws {
    var drawing = Drawing.overview(of: GraphView(TestGraph.diplomacy()), title: nil)
    drawing.style.background = DOTColor(0x14181B)
    let name = ElementID.of("line", try #require(drawing.lines.first).name)
    let text = "{\"op\": \"T\", \"pt\": [5, 5], \"align\": \"c\", \"text\": \"meets\"}"
    let svg = try svg("", edges: "{\"id\": \"\(name)\", \"_ldraw_\": [\(text)]}", of: drawing)
    #expect(svg.contains("paint-order=\"stroke\" stroke=\"#14181B\""))
  }

  @Test(
    .enabled(if: Installed.graphviz, .init(rawValue: Installed.reason)),
    arguments: DrawingStyle.names, [Drawing.Cluster?.none, .country, .type, .document])
  func `of a graph is well-formed, and of known elements and attributes only`(
    style: String, cluster: Drawing.Cluster?
  ) throws {
    let template = try LinkTemplate("https://a.example/{id}?b=1&c={line}")
    for detail in Drawing.Detail.allCases {
      let view = GraphView(TestGraph.diplomacy())
      let look = try #require(DrawingStyle.named(style))
      let choices = Drawing.Choices(cluster: cluster, links: template)
      let drawing: Drawing =
        detail == .full
        ? .full(of: view, title: "T", style: look, choices: choices)
        : .overview(of: view, title: "T", style: look, choices: choices)
      let audit = Audit(try Installed.worker.picture(of: drawing, format: .svg))
      #expect(audit.isWellFormed && audit.strange.isEmpty, "\(audit.strange)")
      #expect(audit.ids.count == Set(audit.ids).count)
      #expect(audit.links == ["https://a.example/a?b=1&c=1"])
      for node in drawing.nodes {
        #expect(audit.ids.contains(ElementID.of("node", node.id.rawValue)))
      }
      for line in drawing.lines {
        #expect(audit.ids.contains(ElementID.of("line", line.name)))
      }
    }
  }
}

/// What an SVG holds.
private final class Audit: NSObject, XMLParserDelegate {
  private(set) var isWellFormed = false
  private(set) var strange: Set<String> = []
  private(set) var ids: [String] = []
  private(set) var links: Set<String> = []

  private static let known: [String: Set<String>] = {
    let look: Set = ["fill", "stroke", "stroke-width", "stroke-dasharray"]
    return [
      "svg": ["role", "width", "height", "viewBox", "font-family", "fill"], "title": [],
      "a": ["href"],
      "g": ["id", "class"], "rect": look.union(["class", "x", "y", "width", "height", "rx"]),
      "ellipse": look.union(["cx", "cy", "rx", "ry"]), "polygon": look.union(["points"]),
      "polyline": look.union(["points"]), "path": look.union(["d"]),
      "text": look.union([
        "x", "y", "font-size", "font-weight", "text-anchor", "paint-order", "xml:space",
      ]),
    ]
  }()

  init(_ svg: [UInt8]) {
    super.init()
    let parser = XMLParser(data: Data(svg))
    parser.delegate = self
    isWellFormed = parser.parse() && parser.parserError == nil
  }

  func parser(
    _ parser: XMLParser, didStartElement element: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    let known = Self.known[element] ?? []
    if Self.known[element] == nil { strange.insert(element) }
    strange.formUnion(attributes.keys.filter { !known.contains($0) && $0 != "xmlns" })
    if let id = attributes["id"] { ids.append(id) }
    if let link = attributes["href"] { links.insert(link) }
  }
}
