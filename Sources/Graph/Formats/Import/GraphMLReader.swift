import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Reads GraphML: what `GraphMLExporter` writes, and the nodes, edges and data of anybody's. Ports, hyperedges and
/// graphs inside nodes are passed over.
enum GraphMLReader {
  static func imported(from data: Data, file: String) throws(SchemaViolation) -> ImportedGraph {
    let reader = Delegate(file: file)
    // By pieces: given as a whole, libxml2 refuses more than 10 MB.
    let parser = XMLParser(stream: InputStream(data: data))
    parser.delegate = reader
    // The parser may pass over an error that it can recover from, and report it only afterwards.
    let isWhole = parser.parse() && parser.parserError == nil
    if let violation = reader.violation { throw violation }
    guard isWhole, reader.isGraphML, reader.isComplete else {
      let problem =
        Self.problem(parser.parserError)
        ?? (!reader.isGraphML
          ? "no element 'graphml'"
          : reader.isComplete ? "broken XML" : "the end of the text inside 'graphml'")
      throw SchemaViolation(
        place: "\(file):\(max(1, parser.lineNumber))", found: problem, expected: "GraphML")
    }
    reader.imported.hashes[file] = GraphReader.hash(Array(data))
    return reader.imported
  }

  /// The parser's words, where it has any.
  private static func problem(_ error: (any Error)?) -> String? {
    let text = (error as NSError?)?.userInfo["NSXMLParserErrorMessage"] as? String
    return text?.split(separator: "\n").first.map { "broken XML (\($0))" }
  }

  private final class Delegate: NSObject, XMLParserDelegate {
    var imported: ImportedGraph
    var violation: SchemaViolation?
    var isGraphML = false
    /// Whether the end of the outermost element was read: the parser takes a text that is cut for a whole one.
    var isComplete = false
    private let file: String
    private var keys: [String: (owner: String, name: String)] = [:]
    private var row: (kind: String, row: ImportedGraph.Row)?
    /// The key of the data that is being read, and its text.
    private var key: String?
    private var text = ""

    init(file: String) {
      self.file = file
      imported = ImportedGraph(file: file)
      imported.edgeColumns = ["source", "target"]
    }

    func parser(
      _ parser: XMLParser, didStartElement element: String, namespaceURI: String?,
      qualifiedName: String?, attributes: [String: String]
    ) {
      switch Self.local(element) {
      case "graphml": isGraphML = true
      case "key":
        let name = attributes["attr.name"] ?? attributes["id"] ?? ""
        let owner = attributes["for"] ?? "all"
        if let id = attributes["id"] { keys[id] = (owner, name) }
        if owner != "edge" { imported.nodeColumns.insert(name) }
        if owner != "node" { imported.edgeColumns.insert(name) }
      case "graph":
        if attributes["edgedefault"] == "undirected" { imported.link = Ontology.undirectedLink }
      case "node", "edge":
        let kind = Self.local(element)
        var fields: [String: String] = [:]
        for name in ["source", "target"] { fields[name] = attributes[name] }
        row = (
          kind,
          ImportedGraph.Row(
            place: "\(file):\(parser.lineNumber)", id: attributes["id"] ?? "", fields: fields)
        )
      case "data":
        key = attributes["key"]
        text = ""
      default: break
      }
    }

    func parser(_ parser: XMLParser, foundCharacters characters: String) {
      if key != nil { text += characters }
    }

    func parser(_ parser: XMLParser, foundCDATA block: Data) {
      if key != nil { text += String(decoding: block, as: UTF8.self) }
    }

    func parser(
      _ parser: XMLParser, didEndElement element: String, namespaceURI: String?,
      qualifiedName: String?
    ) {
      switch Self.local(element) {
      case "graphml": isComplete = true
      case "data":
        if let key { take(text, as: keys[key]?.name ?? key, parser) }
        key = nil
      // What yEd writes inside its data.
      case "NodeLabel", "EdgeLabel":
        let label = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        row?.row.fields["label"] = label
        text = ""
      case "node":
        if let row, row.kind == "node" { imported.nodes.append(row.row) }
        row = nil
      case "edge":
        if let row, row.kind == "edge" { imported.edges.append(row.row) }
        row = nil
      default: break
      }
    }

    private func take(_ value: String, as name: String, _ parser: XMLParser) {
      if row == nil { return takeGraph(value, as: name, parser) }
      if name == GraphFields.record {
        row?.row.record = Data(value.utf8)
      } else if !value.isEmpty {
        row?.row.fields[name] = value
      }
    }

    /// Data of the graph as a whole.
    private func takeGraph(_ value: String, as name: String, _ parser: XMLParser) {
      let place = "\(file):\(parser.lineNumber)"
      do throws(SchemaViolation) {
        let json = Data(value.utf8)
        switch name {
        case GraphMLKeys.documents:
          imported.documents = try ImportedGraph.read(json, at: place) {
            json throws(SchemaViolation) in
            try json.list { json throws(SchemaViolation) in try SourceDocument(from: &json) }
          }
        case GraphMLKeys.rules:
          imported.rules = try ImportedGraph.decode(IdentityRules.self, from: json, at: place)
        case GraphMLKeys.loops:
          imported.loops = try ImportedGraph.read(json, at: place) {
            json throws(SchemaViolation) in
            var claims: [Claim] = []
            try json.beginList()
            while try json.nextElement() {
              _ = try GraphRecord.Edge(from: &json, named: "a loop", into: &claims)
            }
            return claims
          }
        default: break
        }
      } catch {
        violation = error
        parser.abortParsing()
      }
    }

    private static func local(_ name: String) -> String {
      String(name.split(separator: ":").last ?? "")
    }
  }
}
