/// GraphML (graphml.graphdrawing.org), with columns for other programs and records for reading back.
///
/// All edges are directed, since many readers refuse a mixture; a symmetric relation says so in a column.
struct GraphMLExporter: GraphExporter {
  static let header = [
    GraphMLKeys.version, GraphMLKeys.documents, GraphMLKeys.rules, GraphMLKeys.loops,
  ]

  private let view: GraphView
  private var hasDocument = false

  init(_ view: GraphView) { self.view = view }

  mutating func begin(_ output: inout ExportBuffer) {
    output.raw(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <graphml xmlns="http://graphml.graphdrawing.org/xmlns">

      """)
    for name in Self.header { key(name, "graph", .string, &output) }
    for field in GraphFields.ofNodes { key(field.name, "node", field.kind, &output) }
    key(GraphFields.record, "node", .string, &output)
    for field in GraphFields.ofEdges { key(field.name, "edge", field.kind, &output) }
    key(GraphFields.record, "edge", .string, &output)
    output.raw("  <graph id=\"graphgen\" edgedefault=\"directed\">\n")
    data(GraphMLKeys.version, "graph", "2", &output)
    let graph = view.graph
    if !graph.rules.isEmpty {
      let rules = GraphFields.text { GraphJSONWriter.write(&$0, graph.rules) }
      record(GraphMLKeys.rules, "graph", rules, &output)
    }
    if view.isWhole, !graph.loops.isEmpty {
      let loops = GraphFields.text { json in
        json.array(graph.loops) { GraphJSONWriter.write(&$0, loop: $1) }
      }
      record(GraphMLKeys.loops, "graph", loops, &output)
    }
    output.raw("    <data key=\"graph.\(GraphMLKeys.documents)\">[")
  }

  mutating func write(_ document: SourceDocument, to output: inout ExportBuffer) {
    output.raw(hasDocument ? ",\n" : "")
    hasDocument = true
    output.xml(Self.escaped(GraphFields.text { GraphJSONWriter.write(&$0, document) }))
  }

  mutating func beginNodes(_ output: inout ExportBuffer) { output.raw("]</data>\n") }

  mutating func write(_ node: Node, to output: inout ExportBuffer) {
    output.raw("    <node id=\"")
    output.xmlAttribute(node.id.rawValue)
    output.raw("\">\n")
    for field in GraphFields.ofNodes {
      data(field.name, "node", field.value(node, view.graph.ontology), &output)
    }
    record(GraphFields.record, "node", GraphFields.record(of: node), &output)
    output.raw("    </node>\n")
  }

  mutating func write(_ edge: Edge, to output: inout ExportBuffer) {
    output.raw("    <edge id=\"\(edge.id)\" source=\"")
    output.xmlAttribute(edge.source.rawValue)
    output.raw("\" target=\"")
    output.xmlAttribute(edge.target.rawValue)
    output.raw("\">\n")
    let ontology = view.graph.ontology
    for field in GraphFields.ofEdges {
      data(field.name, "edge", field.value(edge, ontology), &output)
    }
    record(GraphFields.record, "edge", GraphFields.record(of: edge, in: ontology), &output)
    output.raw("    </edge>\n")
  }

  mutating func end(_ output: inout ExportBuffer) { output.raw("  </graph>\n</graphml>\n") }

  private func key(
    _ name: String, _ owner: String, _ kind: GraphFields.Kind, _ output: inout ExportBuffer
  ) {
    output.raw(
      "  <key id=\"\(owner).\(name)\" for=\"\(owner)\" attr.name=\"\(name)\" attr.type=\"\(kind)\"/>\n"
    )
  }

  /// What is read back.
  private func record(
    _ name: String, _ owner: String, _ json: String, _ output: inout ExportBuffer
  ) {
    data(name, owner, Self.escaped(json), &output)
  }

  /// JSON with what XML can't hold as JSON escapes it; control characters are escaped in JSON anyway.
  private static func escaped(_ json: String) -> String {
    var text = ""
    for scalar in json.unicodeScalars {
      switch scalar.value {
      case 0xFFFE: text += "\\ufffe"
      case 0xFFFF: text += "\\uffff"
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }

  private func data(
    _ name: String, _ owner: String, _ value: String?, _ output: inout ExportBuffer
  ) {
    guard let value else { return }
    output.raw("      <data key=\"\(owner).\(name)\">")
    output.xml(value)
    output.raw("</data>\n")
  }
}

/// The names of the graph's own data.
enum GraphMLKeys {
  static let version = "graphgen"
  static let documents = "documents"
  static let rules = "rules"
  static let loops = "loops"
}
