/// An export that writes the graph as resources of `RDFVocabulary`, one after the other.
protocol RDFExporter: GraphExporter {
  var vocabulary: RDFVocabulary { get }

  mutating func write(_ resource: RDFResource, _ output: inout ExportBuffer)
}

extension RDFExporter {
  mutating func write(_ document: SourceDocument, to output: inout ExportBuffer) {
    write(vocabulary.resource(document), &output)
  }

  mutating func write(_ node: Node, to output: inout ExportBuffer) {
    write(vocabulary.resource(node), &output)
  }

  mutating func write(_ edge: Edge, to output: inout ExportBuffer) {
    for resource in vocabulary.resources(edge) { write(resource, &output) }
  }
}
