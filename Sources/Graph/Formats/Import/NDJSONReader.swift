import Foundation

/// Reads what `NDJSONExporter` writes: an object a line, whose members are both the record and what may be changed.
enum NDJSONReader {
  static func imported(from data: Data, file: String) throws(SchemaViolation) -> ImportedGraph {
    var imported = ImportedGraph(file: file)
    imported.hashes[file] = GraphReader.hash(Array(data))
    imported.nodeColumns = Set(GraphFields.ofNodes.map(\.name))
    imported.edgeColumns = Set(GraphFields.ofEdges.map(\.name) + ["source", "target"])
    for (number, line) in data.split(
      separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false
    )
    .enumerated() {
      guard !line.allSatisfy({ $0 <= 0x20 }) else { continue }
      try read(Data(line), at: "\(file):\(number + 1)", into: &imported)
    }
    return imported
  }

  private static func read(
    _ line: Data, at place: String, into imported: inout ImportedGraph
  ) throws(SchemaViolation) {
    let kind = try ImportedGraph.decode(Kind.self, from: line, at: place).kind
    switch kind {
    case "document":
      imported.documents.append(
        try ImportedGraph.decode(GraphRecord.Document.self, from: line, at: place))
    case "rules":
      imported.rules = try ImportedGraph.decode(GraphRecord.Rules.self, from: line, at: place)
    case "loop":
      imported.loops.append(
        try ImportedGraph.decode(GraphRecord.Loop.self, from: line, at: place))
    case "node":
      let object = try ImportedGraph.decode(Line.self, from: line, at: place)
      imported.nodes.append(
        ImportedGraph.Row(
          place: place, id: object.id ?? "", fields: object.fields,
          record: object.appearances == nil ? nil : line))
    case "edge":
      let object = try ImportedGraph.decode(Line.self, from: line, at: place)
      imported.edges.append(
        ImportedGraph.Row(
          place: place, id: object.id ?? "", fields: object.fields,
          record: object.evidence == nil ? nil : line))
    default:
      throw SchemaViolation(
        place: place, found: kind.map { "kind '\($0)'" } ?? "no key 'kind'",
        expected: "'document', 'node', 'edge', 'rules' or 'loop'")
    }
  }

  private struct Kind: Decodable { let kind: String? }

  /// The members that nodes and edges have between them.
  private struct Line: Decodable {
    /// Whether there is a list, whatever is in it.
    struct Present: Decodable {
      init(from decoder: any Decoder) throws { _ = try decoder.unkeyedContainer() }
    }

    let id: String?
    let label: String?
    let type: String?
    let source: String?
    let target: String?
    let status: String?
    let time: String?
    let place: [String]?
    let occasion: [String]?
    let over: String?
    let topic: String?
    let office: String?
    let former: Bool?
    let appearances: Present?
    let evidence: Present?

    var fields: [String: String] {
      let values = [
        ("label", label), ("type", type), ("source", source), ("target", target),
        ("status", status), ("time", time), ("place", place?.joined(separator: " ")),
        ("occasion", occasion?.joined(separator: " ")), ("over", over), ("topic", topic),
        ("office", office), ("former", former == true ? "true" : nil),
      ]
      return Dictionary(
        uniqueKeysWithValues: values.compactMap { name, value in
          value.map { (name, $0) }
        })
    }
  }
}
