import Foundation
import FoundationXML
import Testing

@testable import Graph

/// Labels that one DOT library or another loses.
let nastyLabels: [String] = [
  "plain", "", " ", "  leading and trailing  ", "two  spaces", "tab\there", "a\nb", "a\n\nb", "\n",
  "quote \"", "\"", "\\", "ends in a backslash\\", "two \\\\", "\\n not a newline",
  "\\N \\G \\L \\E \\T",
  "\\\"", "& ampersand", "&amp;", "&#65; &lt; &nbsp;", "<b>bold</b>", "<", "<<>>",
  "{record|fields}",
  "colon:port:n", "-> -- ; , = [ ]", "// comment /* too */ # and", "%3", "1a", "node", "日本とロシア",
  "Владимир Путин", "فلاديمير بوتين", "e\u{301} combining", "👩‍👩‍👧‍👦 family", "zero\u{200B}width",
  "no\u{A0}break", "bell\u{7} and escape\u{1B}", "\u{FFFE} no character", "O’Neil “curly”", "]]>",
  "--",
]

@Suite(.enabled(if: Installed.graphviz, .init(rawValue: Installed.reason)))
struct `A nasty label` {
  private func drawing(_ label: String) throws -> Drawing {
    let a = try #require(NodeID(rawValue: "place/a"))
    let b = try #require(NodeID(rawValue: "place/b"))
    let style = NodeStyle(type: "organization", ontology: .builtIn)
    return Drawing(
      title: label, detail: .full,
      items: [
        .node(DrawnNode(ids: [a], label: [label], tooltip: label, style: style)),
        .box(
          DrawnBox(
            id: b, label: label, tooltip: label,
            items: [.node(DrawnNode(ids: [b], label: ["b"], tooltip: label, style: style))])),
      ],
      lines: [
        DrawnLine(
          name: "a--b", source: a, target: b, label: [label], tooltip: label, stroke: .solid,
          ends: .forward, evidenceCount: 1)
      ], legend: Legend())
  }

  /// The lines that a label should be drawn as. Graphviz draws no text for an empty line.
  private func lines(_ label: String) -> [String] {
    var clean = ""
    for scalar in label.unicodeScalars { clean.unicodeScalars.append(XMLCharacter.allowed(scalar)) }
    return clean.components(separatedBy: "\n").filter { !$0.isEmpty }
  }

  private static func normal(_ text: String) -> String {
    text.replacing("\u{A0}", with: " ").replacing("\t", with: " ")
  }

  @Test(arguments: nastyLabels) func `survives in node, line and box`(label: String) throws {
    let svg = try Installed.worker.picture(of: drawing(label), format: .svg)
    let texts = try SVGTexts(svg)
    #expect(texts.drawn["node.place.a"] ?? [] == lines(label))
    #expect(texts.drawn["line.a--b"] ?? [] == lines(label))
    let box = LabelText.wrapped(label, width: 24).joined(separator: "\n")
    #expect(texts.drawn["box.place.b"] ?? [] == lines(box))
  }

  @Test(arguments: nastyLabels) func `survives in tooltips`(label: String) throws {
    var clean = ""
    for scalar in label.unicodeScalars { clean.unicodeScalars.append(XMLCharacter.allowed(scalar)) }
    // As graphgen draws it, and as anybody's Graphviz does from the DOT that it writes.
    let svg = try SVGTexts(Installed.worker.picture(of: drawing(label), format: .svg))
    #expect(svg.titles["node.place.a"] == clean)
    #expect(svg.titles["line.a--b"] == clean)
    let raw = try SVGTexts(
      Installed.worker.picture(dot: DOTWriter.bytes(of: drawing(label)), format: .svg))
    if !clean.isEmpty {
      #expect(raw.links["node.place.a"].map(Self.flat) == Self.flat(clean))
      #expect(raw.links["line.a--b"].map(Self.flat) == Self.flat(clean))
    }
  }

  /// A reader of XML makes spaces of line breaks in an attribute.
  private static func flat(_ text: String) -> String { normal(text).replacing("\n", with: " ") }

  @Test(arguments: [16_380, 16_381, 40_000]) func `survives at any length`(length: Int) throws {
    let label = String(repeating: "long ", count: length / 5)
    let plain = try Installed.worker.picture(
      dot: DOTWriter.bytes(of: drawing(label)), format: .plain)
    #expect(plain.count > 2 * label.utf8.count)
  }
}

/// What an SVG shows, by the ids of its groups.
private final class SVGTexts: NSObject, XMLParserDelegate {
  private(set) var drawn: [String: [String]] = [:]
  private(set) var titles: [String: String] = [:]
  private(set) var links: [String: String] = [:]
  private var ids: [String] = []
  private var text: String?

  init(_ svg: [UInt8]) throws {
    super.init()
    let parser = XMLParser(data: Data(svg))
    parser.delegate = self
    try #require(parser.parse(), "the SVG is well-formed")
  }

  func parser(
    _ parser: XMLParser, didStartElement element: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    if element == "g", let id = attributes["id"], !id.hasPrefix("a_") { ids.append(id) }
    if element == "g", attributes["id"]?.hasPrefix("a_") ?? true { ids.append(ids.last ?? "") }
    if element == "a", let id = ids.last { links[id] = attributes["xlink:title"] }
    if element == "text" || element == "title" { text = "" }
  }

  func parser(_ parser: XMLParser, foundCharacters characters: String) { text? += characters }

  func parser(
    _ parser: XMLParser, didEndElement element: String, namespaceURI: String?,
    qualifiedName: String?
  ) {
    if element == "g" { _ = ids.popLast() }
    guard let found = text, let id = ids.last else { return }
    if element == "text" { drawn[id, default: []].append(found) }
    if element == "title" { titles[id] = found }
    if element == "text" || element == "title" { text = nil }
  }
}
