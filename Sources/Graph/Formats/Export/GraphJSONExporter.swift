/// `graph.json` of what the view's statements alone make.
struct GraphJSONExporter: GraphExporter {
  private let view: GraphView

  init(_ view: GraphView) { self.view = view }

  mutating func end(_ output: inout ExportBuffer) {
    output.raw(GraphJSONWriter.bytes(of: view.isWhole ? view.graph : view.subgraph))
  }
}
