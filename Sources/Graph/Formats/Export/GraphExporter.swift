/// Writes a graph in a format of other programs, piece by piece: documents, then nodes, then edges, each in the graph's
/// order. Equal views give equal bytes.
protocol GraphExporter {
  /// A writer of the view, which has written nothing yet.
  ///
  /// - Throws: where the format can't hold the view.
  init(_ view: GraphView) throws(ExportError)

  /// What comes before all.
  mutating func begin(_ output: inout ExportBuffer)
  /// What the format has of a document.
  mutating func write(_ document: SourceDocument, to output: inout ExportBuffer)
  /// What the format has of a node.
  mutating func write(_ node: Node, to output: inout ExportBuffer)
  /// What the format has of an edge.
  mutating func write(_ edge: Edge, to output: inout ExportBuffer)
  /// What stands between documents and nodes.
  mutating func beginNodes(_ output: inout ExportBuffer)
  /// What stands between nodes and edges.
  mutating func beginEdges(_ output: inout ExportBuffer)
  /// What comes after all.
  mutating func end(_ output: inout ExportBuffer)
}

/// Why a view can't be written in a format.
public struct ExportError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What stands in the way, and what to do about it.
  public let description: String
}

extension GraphExporter {
  mutating func begin(_ output: inout ExportBuffer) {}
  mutating func write(_ document: SourceDocument, to output: inout ExportBuffer) {}
  mutating func write(_ node: Node, to output: inout ExportBuffer) {}
  mutating func write(_ edge: Edge, to output: inout ExportBuffer) {}
  mutating func beginNodes(_ output: inout ExportBuffer) {}
  mutating func beginEdges(_ output: inout ExportBuffer) {}
  mutating func end(_ output: inout ExportBuffer) {}

  /// Writes all that is left to write to `sink`, in pieces of about 64 kB: no more than that is held at once.
  mutating func export(
    _ view: GraphView, to sink: ([UInt8]) throws -> Void
  ) rethrows {
    var output = ExportBuffer()
    begin(&output)
    for document in view.documents {
      write(document, to: &output)
      if output.isFull { try sink(output.take()) }
    }
    beginNodes(&output)
    for node in view.nodes {
      write(node, to: &output)
      if output.isFull { try sink(output.take()) }
    }
    beginEdges(&output)
    for edge in view.edges {
      write(edge, to: &output)
      if output.isFull { try sink(output.take()) }
    }
    end(&output)
    if !output.bytes.isEmpty { try sink(output.take()) }
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

  /// Text as content of XML.
  mutating func xml(_ text: String) { raw(XMLText.escaped(text)) }

  /// Text as an attribute of XML, in which a reader would take line ends and tabs for spaces.
  mutating func xmlAttribute(_ text: String) {
    raw(XMLText.escaped(text).replacing("\n", with: "&#10;").replacing("\t", with: "&#9;"))
  }
}
