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
        try ImportedGraph.decode(SourceDocument.self, from: line, at: place))
    case "rules":
      imported.rules = try ImportedGraph.decode(IdentityRules.self, from: line, at: place)
    case "loop":
      try imported.addLoop(line, at: place)
    case "node":
      let object = try ImportedGraph.decode(Line.self, from: line, at: place)
      imported.nodes.append(
        ImportedGraph.Row(
          place: place, id: object.id ?? "", fields: object.fields,
          record: object.hasAppearances ? line : nil))
    case "edge":
      let object = try ImportedGraph.decode(Line.self, from: line, at: place)
      imported.edges.append(
        ImportedGraph.Row(
          place: place, id: object.id ?? "", fields: object.fields,
          record: object.hasEvidence ? line : nil))
    default:
      throw SchemaViolation(
        place: place, found: kind.map { "kind '\($0)'" } ?? "no key 'kind'",
        expected: "'document', 'node', 'edge', 'rules' or 'loop'")
    }
  }

  /// What the line says that it is.
  private struct Kind: JSONRecord {
    var kind: String?

    init(from json: inout JSONScanner) throws(SchemaViolation) {
      try json.beginObject()
      while let key = try json.nextMember() {
        switch key {
        case "kind": kind = try json.repeated()
        default: try json.skip()
        }
      }
    }
  }

  /// The members that nodes and edges have between them.
  private struct Line: JSONRecord {
    var id: String?
    /// Whether there is a list, whatever is in it.
    var (hasAppearances, hasEvidence) = (false, false)
    var fields: [String: String] = [:]

    init(from json: inout JSONScanner) throws(SchemaViolation) {
      try json.beginObject()
      while let key = try json.nextMember() {
        switch key {
        case "id": id = try json.string()
        case "label": fields["label"] = try json.string()
        case "type": fields["type"] = try json.repeated()
        case "source": fields["source"] = try json.repeated()
        case "target": fields["target"] = try json.repeated()
        case "status": fields["status"] = try json.repeated()
        case "time": fields["time"] = try json.repeated()
        case "place": fields["place"] = try json.repeatedTexts().joined(separator: " ")
        case "occasion": fields["occasion"] = try json.repeatedTexts().joined(separator: " ")
        case "over": fields["over"] = try json.repeated()
        case "topic": fields["topic"] = try json.repeated()
        case "office": fields["office"] = try json.repeated()
        case "former": fields["former"] = try json.flag() ? "true" : nil
        case "appearances":
          hasAppearances = true
          try json.skip()
        case "evidence":
          hasEvidence = true
          try json.skip()
        default: try json.skip()
        }
      }
    }
  }
}
