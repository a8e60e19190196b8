import Foundation
import FoundationXML

/// Makes Graphviz's SVG one to publish.
///
/// It is read as XML and written anew with only the elements and attributes that a drawing needs,
/// so that no script, link, style sheet or reference to elsewhere gets through, whatever a label
/// held. The titles, which Graphviz fills with its own names, become what is told on pointing at a
/// part.
enum SVGFinish {
  /// What to tell, by the id of the element, and on which colour.
  struct Texts {
    let title: String
    let tooltips: [String: String]
    let paper: DOTColor

    init(_ drawing: Drawing) {
      title = drawing.title ?? "Graph of what the articles state"
      paper = drawing.style.background
      var tooltips: [String: String] = [:]
      for node in drawing.nodes {
        tooltips[DOTWriter.elementID("node", node.id.rawValue)] = node.tooltip
      }
      for box in drawing.boxes {
        tooltips[DOTWriter.elementID("box", box.id.rawValue)] = box.tooltip
      }
      for line in drawing.lines { tooltips[DOTWriter.elementID("line", line.name)] = line.tooltip }
      self.tooltips = tooltips
    }
  }

  /// The finished file.
  ///
  /// - Throws: `RenderError.unsafeOutput` where it isn't XML, or holds an element that no drawing
  ///   needs.
  static func finished(_ svg: [UInt8], texts: Texts) throws(RenderError) -> [UInt8] {
    let writer = Writer(texts)
    let parser = XMLParser(data: Data(svg))
    parser.shouldResolveExternalEntities = false
    parser.delegate = writer
    let isRead = parser.parse()
    if let problem = writer.problem { throw .unsafeOutput(detail: problem) }
    // The parser may pass over an error that it can recover from, and then reports it only here.
    guard isRead, parser.parserError == nil, !writer.hasFailed else {
      throw .unsafeOutput(detail: "it isn't well-formed XML (line \(parser.lineNumber))")
    }
    return writer.bytes
  }

  /// Elements, each with the attributes that it may keep.
  private static let allowed: [String: Set<String>] = {
    let common: Set = [
      "id", "class", "transform", "fill", "stroke", "stroke-width", "stroke-dasharray", "opacity",
      "fill-opacity", "stroke-opacity",
    ]
    let text: Set = [
      "x", "y", "text-anchor", "font-family", "font-size", "font-weight", "font-style",
      "font-stretch",
    ]
    return [
      "svg": ["width", "height", "viewBox"], "g": common, "title": [],
      "path": common.union(["d"]), "polygon": common.union(["points"]),
      "polyline": common.union(["points"]),
      "ellipse": common.union(["cx", "cy", "rx", "ry"]), "text": common.union(text),
    ]
  }()

  private final class Writer: NSObject, XMLParserDelegate {
    private(set) var bytes: [UInt8] = []
    private(set) var problem: String?
    private let texts: Texts
    /// The ids of the open elements, and whether each was written.
    private var open: [(id: String?, isWritten: Bool)] = []
    private var isInTitle = false
    private var isInLine = false
    private(set) var hasFailed = false

    init(_ texts: Texts) { self.texts = texts }

    func parser(
      _ parser: XMLParser, didStartElement element: String, namespaceURI: String?,
      qualifiedName: String?, attributes: [String: String]
    ) {
      // Around what has a tooltip, Graphviz puts a link to nowhere.
      if element == "a" { return open.append((nil, false)) }
      guard let allowed = SVGFinish.allowed[element] else {
        problem = "it has an element '\(element)'"
        return parser.abortParsing()
      }
      // Of a link's group, which would repeat the id of the one around it, too, only the content
      // stays.
      let id = attributes["id"]
      if element == "g", let id, id.hasPrefix("a_") { return open.append((nil, false)) }
      if element == "title" {
        isInTitle = true
        let text =
          open.count == 1
          ? texts.title : open.last?.id.flatMap { texts.tooltips[$0] } ?? texts.title
        write("<title>\(XMLText.escaped(text))</title>\n")
        return open.append((nil, false))
      }
      write("<\(element)")
      if element == "svg" {
        write(" xmlns=\"http://www.w3.org/2000/svg\" role=\"img\"")
      }
      // A line's label may lie on other lines: a rim of paper keeps it legible.
      if element == "text", isInLine {
        let paper = texts.paper.hexadecimal
        write(" paint-order=\"stroke\" stroke=\"\(paper)\" stroke-width=\"2.5\"")
      }
      for (name, value) in attributes.sorted(by: { $0.key < $1.key }) where allowed.contains(name) {
        guard !value.lowercased().contains("url(") else { continue }
        var value = value
        // Graphviz 2.42 writes a colour and a family of type that CSS doesn't know.
        if value == "transparent" { value = "none" }
        if name == "font-family", value.contains(" Bold") {
          value = value.replacing(" Bold", with: "")
          write(" font-weight=\"bold\"")
        }
        write(" \(name)=\"\(XMLText.escaped(value))\"")
      }
      write(">")
      if element == "svg" || element == "g" { write("\n") }
      if element == "g" { isInLine = attributes["class"] == "edge" }
      open.append((id, true))
    }

    func parser(
      _ parser: XMLParser, didEndElement element: String, namespaceURI: String?,
      qualifiedName: String?
    ) {
      if element == "title" { isInTitle = false }
      guard let last = open.popLast(), last.isWritten else { return }
      write("</\(element)>\n")
    }

    func parser(_ parser: XMLParser, foundCharacters text: String) {
      guard !isInTitle, open.last?.isWritten == true else { return }
      // Between elements there is white space only; in `text`, all counts.
      if text.contains(where: { !$0.isWhitespace }) || bytes.last != UInt8(ascii: "\n") {
        write(XMLText.escaped(text))
      }
    }

    func parser(_ parser: XMLParser, parseErrorOccurred error: any Error) { hasFailed = true }

    private func write(_ text: String) {
      if bytes.isEmpty { bytes += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8 }
      bytes += text.utf8
    }
  }
}
