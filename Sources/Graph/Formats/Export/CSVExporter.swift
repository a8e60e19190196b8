/// A table of the nodes as CSV (RFC 4180): a row each, columns for people, and the record for reading back.
struct CSVNodesExporter: GraphExporter {
  private let view: GraphView

  init(_ view: GraphView) { self.view = view }

  mutating func begin(_ output: inout ExportBuffer) {
    output.csv(["id"] + GraphFields.ofNodes.map(\.name) + [GraphFields.record])
  }

  mutating func write(_ node: Node, to output: inout ExportBuffer) {
    let values = GraphFields.ofNodes.map { $0.value(node, view.graph.ontology) ?? "" }
    output.csv([node.id.rawValue] + values + [GraphFields.record(of: node)])
  }
}

/// A table of the edges, likewise.
struct CSVEdgesExporter: GraphExporter {
  private let view: GraphView

  init(_ view: GraphView) { self.view = view }

  mutating func begin(_ output: inout ExportBuffer) {
    output.csv(["id", "source", "target"] + GraphFields.ofEdges.map(\.name) + [GraphFields.record])
  }

  mutating func write(_ edge: Edge, to output: inout ExportBuffer) {
    let values = GraphFields.ofEdges.map { $0.value(edge, view.graph.ontology) ?? "" }
    output.csv(
      [edge.id, edge.source.rawValue, edge.target.rawValue] + values
        + [GraphFields.record(of: edge, in: view.graph.ontology)])
  }
}

/// A table of the documents, and of what else belongs to the graph as a whole: what people say of names, and statements
/// whose two ends are one node.
struct CSVDocumentsExporter: GraphExporter {
  private let view: GraphView

  init(_ view: GraphView) { self.view = view }

  mutating func begin(_ output: inout ExportBuffer) {
    output.csv(["kind", "id", "path", "title", "published", "source", "url", GraphFields.record])
  }

  mutating func write(_ document: SourceDocument, to output: inout ExportBuffer) {
    output.csv([
      "document", document.id, document.path, document.title ?? "",
      document.published?.rawValue ?? "", document.source ?? "", document.url ?? "",
      GraphFields.text { GraphJSONWriter.write(&$0, document) },
    ])
  }

  mutating func end(_ output: inout ExportBuffer) {
    let blanks = [String](repeating: "", count: 6)
    if !view.graph.rules.isEmpty {
      let rules = GraphFields.text { GraphJSONWriter.write(&$0, view.graph.rules) }
      output.csv(["rules"] + blanks + [rules])
    }
    for loop in view.isWhole ? view.graph.loops : [] {
      output.csv(["loop"] + blanks + [GraphFields.text { GraphJSONWriter.write(&$0, loop: loop) }])
    }
  }
}

extension ExportBuffer {
  /// A row of CSV. What holds a comma, a quotation mark or a line's end stands in quotation marks.
  fileprivate mutating func csv(_ cells: [String]) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { raw(",") }
      let needsQuotes = cell.utf8.contains {
        $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\n")
          || $0 == UInt8(ascii: "\r")
      }
      raw(needsQuotes ? "\"\(cell.replacing("\"", with: "\"\""))\"" : cell)
    }
    raw("\n")
  }
}
