/// GEXF 1.3 (gexf.net), for Gephi: with the times of edges, so that its timeline works.
///
/// All edges are directed, since many readers refuse a mixture; a symmetric relation says so in an attribute.
struct GEXFExporter: GraphExporter {
  private let view: GraphView

  init(_ view: GraphView) { self.view = view }

  mutating func begin(_ output: inout ExportBuffer) {
    output.raw(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <gexf xmlns="http://gexf.net/1.3" version="1.3">
        <meta><creator>graphgen</creator></meta>
        <graph mode="dynamic" timeformat="date" timerepresentation="interval" defaultedgetype="directed">
          <attributes class="node">

      """)
    for field in GraphFields.ofNodes where field.name != "label" {
      attribute(field.name, field.kind, &output)
    }
    output.raw("    </attributes>\n    <attributes class=\"edge\">\n")
    for field in GraphFields.ofEdges where field.name != "label" {
      attribute(field.name, field.kind, &output)
    }
    attribute("sentences", .string, &output)
    output.raw("    </attributes>\n")
  }

  mutating func beginNodes(_ output: inout ExportBuffer) { output.raw("    <nodes>\n") }

  mutating func write(_ node: Node, to output: inout ExportBuffer) {
    output.raw("      <node id=\"")
    output.xmlAttribute(node.id.rawValue)
    output.raw("\" label=\"")
    output.xmlAttribute(node.label)
    output.raw("\"><attvalues>")
    for field in GraphFields.ofNodes where field.name != "label" {
      value(field.name, field.value(node, view.graph.ontology), &output)
    }
    output.raw("</attvalues></node>\n")
  }

  mutating func beginEdges(_ output: inout ExportBuffer) {
    output.raw("    </nodes>\n    <edges>\n")
  }

  mutating func write(_ edge: Edge, to output: inout ExportBuffer) {
    output.raw("      <edge id=\"\(edge.id)\" source=\"")
    output.xmlAttribute(edge.source.rawValue)
    output.raw("\" target=\"")
    output.xmlAttribute(edge.target.rawValue)
    output.raw("\" label=\"")
    output.xmlAttribute(view.graph.ontology.drawnName(of: edge))
    output.raw("\" weight=\"\(edge.evidence.count)\"")
    if let time = edge.time {
      if !time.isOpenStart {
        output.raw(" start=\"\(TimeSpan.date(ofDay: time.firstDay))\"")
      }
      if time.lastDay != .max { output.raw(" end=\"\(TimeSpan.date(ofDay: time.lastDay))\"") }
    }
    output.raw("><attvalues>")
    for field in GraphFields.ofEdges where field.name != "label" {
      value(field.name, field.value(edge, view.graph.ontology), &output)
    }
    let sentences = edge.evidence.map { "\($0.document):\($0.line): \($0.text)" }
    value("sentences", sentences.joined(separator: "\n"), &output)
    output.raw("</attvalues></edge>\n")
  }

  mutating func end(_ output: inout ExportBuffer) {
    output.raw("    </edges>\n  </graph>\n</gexf>\n")
  }

  private func attribute(
    _ name: String, _ kind: GraphFields.Kind, _ output: inout ExportBuffer
  ) {
    let type = kind == .int ? "integer" : kind.rawValue
    output.raw("      <attribute id=\"\(name)\" title=\"\(name)\" type=\"\(type)\"/>\n")
  }

  private func value(_ name: String, _ value: String?, _ output: inout ExportBuffer) {
    guard let value else { return }
    output.raw("<attvalue for=\"\(name)\" value=\"")
    output.xmlAttribute(value)
    output.raw("\"/>")
  }
}
