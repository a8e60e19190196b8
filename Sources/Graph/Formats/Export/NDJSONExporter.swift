/// JSON Lines: a document, node or edge a line, as in `graph.json`, with its `kind` first. What people say of names, and
/// statements whose ends are one node, come as `rules` and `loop`, where there are any.
struct NDJSONExporter: GraphExporter {
  private let view: GraphView

  init(_ view: GraphView) { self.view = view }

  mutating func begin(_ output: inout ExportBuffer) {
    guard !view.graph.rules.isEmpty else { return }
    line("rules", &output) { GraphJSONWriter.write(&$0, view.graph.rules) }
  }

  mutating func write(_ document: SourceDocument, to output: inout ExportBuffer) {
    line("document", &output) { GraphJSONWriter.write(&$0, document) }
  }

  mutating func write(_ node: Node, to output: inout ExportBuffer) {
    line("node", &output) { GraphJSONWriter.write(&$0, node) }
  }

  mutating func write(_ edge: Edge, to output: inout ExportBuffer) {
    line("edge", &output) {
      GraphJSONWriter.write(
        &$0, edge, plover: view.graph.ontology.relationType(edge.type)?.plover)
    }
  }

  mutating func end(_ output: inout ExportBuffer) {
    for loop in view.isWhole ? view.graph.loops : [] {
      line("loop", &output) { GraphJSONWriter.write(&$0, loop: loop) }
    }
  }

  /// The object that `write` makes, with its kind as the first member.
  private func line(
    _ kind: String, _ output: inout ExportBuffer, _ write: (inout JSONText) -> Void
  ) {
    var json = JSONText()
    write(&json)
    output.raw("{\"kind\": \"\(kind)\", ")
    output.raw(Array(json.bytes.dropFirst()))
    output.raw("\n")
  }
}
