/// Writes a graph in a format of other programs, piece by piece: documents, then nodes, then edges, each in the graph's
/// order. Equal views give equal bytes.
protocol GraphExporter {
  /// A writer of the view, which has written nothing yet.
  init(_ view: GraphView)

  /// What comes before all.
  mutating func begin(_ output: inout ExportBuffer)
  /// What the format has of a document.
  mutating func write(_ document: SourceDocument, to output: inout ExportBuffer)
  /// What the format has of a node.
  mutating func write(_ node: Node, to output: inout ExportBuffer)
  /// What the format has of an edge.
  mutating func write(_ edge: Edge, to output: inout ExportBuffer)
  /// What comes after all.
  mutating func end(_ output: inout ExportBuffer)
}

extension GraphExporter {
  mutating func begin(_ output: inout ExportBuffer) {}
  mutating func write(_ document: SourceDocument, to output: inout ExportBuffer) {}
  mutating func end(_ output: inout ExportBuffer) {}

  /// Writes all of the view to `sink`, in pieces of about 64 kB: no more than that is held at once.
  static func export<Failure: Error>(
    _ view: GraphView, to sink: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    var exporter = Self(view)
    var output = ExportBuffer()
    exporter.begin(&output)
    for document in view.documents {
      exporter.write(document, to: &output)
      if output.isFull { try sink(output.take()) }
    }
    for node in view.nodes {
      exporter.write(node, to: &output)
      if output.isFull { try sink(output.take()) }
    }
    for edge in view.edges {
      exporter.write(edge, to: &output)
      if output.isFull { try sink(output.take()) }
    }
    exporter.end(&output)
    if !output.bytes.isEmpty { try sink(output.take()) }
  }

  /// All of the view at once.
  static func bytes(of view: GraphView) -> [UInt8] {
    var bytes: [UInt8] = []
    export(view) { (piece) throws(Never) in bytes += piece }
    return bytes
  }
}

/// Bytes on their way out.
struct ExportBuffer {
  /// What was written since the last piece was taken.
  private(set) var bytes: [UInt8] = []

  /// Whether there is enough for a piece.
  var isFull: Bool { bytes.count >= 1 << 16 }

  /// Takes the piece out.
  mutating func take() -> [UInt8] {
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
  }

  /// Text as it is.
  mutating func raw(_ text: StaticString) {
    unsafe bytes.append(
      contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Text as it is.
  mutating func raw(_ text: String) { bytes.append(contentsOf: text.utf8) }

  /// Bytes as they are.
  mutating func raw(_ more: [UInt8]) { bytes.append(contentsOf: more) }

  /// What a writer of JSON makes.
  mutating func json(_ write: (inout JSONText) -> Void) {
    var json = JSONText()
    write(&json)
    raw(json.bytes)
  }
}
