public import Foundation

/// Reads the tables that `CSVNodesExporter` and its kin write, or that others do: a table of nodes with an `id`, one of
/// edges with `source` and `target`, and, where there is one, the table of documents.
public enum CSVReader {
  /// A table's bytes with the name that messages give it.
  public typealias Table = (data: Data, file: String)

  /// The graph of the tables.
  ///
  /// - Throws: `SchemaViolation` with file and line.
  public static func graph(
    nodes: Table, edges: Table, documents: Table? = nil, ontology: Ontology = .builtIn
  ) throws(SchemaViolation) -> GraphReader.Reading {
    var imported = ImportedGraph(file: nodes.file)
    for table in [nodes, edges] {
      imported.hashes[table.file] = GraphReader.hash(Array(table.data))
    }
    if let documents { try read(documents, into: &imported) }
    let nodeTable = try CSVTable(nodes.data, file: nodes.file, columns: ["id"])
    imported.nodeColumns = Set(nodeTable.header)
    imported.nodes = nodeTable.rows.map { $0.row(id: $0.fields["id"] ?? "") }
    let edgeTable = try CSVTable(edges.data, file: edges.file, columns: ["source", "target"])
    imported.edgeColumns = Set(edgeTable.header)
    imported.edges = edgeTable.rows.map { $0.row(id: $0.fields["id"] ?? "") }
    return try GraphImport.graph(of: imported, ontology: ontology)
  }

  private static func read(
    _ documents: Table, into imported: inout ImportedGraph
  ) throws(SchemaViolation) {
    let table = try CSVTable(documents.data, file: documents.file, columns: ["kind", "record"])
    for row in table.rows {
      let record = Data((row.fields["record"] ?? "").utf8)
      switch row.fields["kind"] {
      case "document":
        imported.documents.append(
          try ImportedGraph.decode(SourceDocument.self, from: record, at: row.place))
      case "rules":
        imported.rules = try ImportedGraph.decode(
          IdentityRules.self, from: record, at: row.place)
      case "loop":
        try imported.addLoop(record, at: row.place)
      default:
        throw SchemaViolation(
          place: row.place, found: "kind '\(row.fields["kind"] ?? "")'",
          expected: "'document', 'rules' or 'loop'")
      }
    }
  }
}

/// A table of comma-separated values (RFC 4180) with a header.
struct CSVTable {
  struct Row {
    let place: String
    let fields: [String: String]

    func row(id: String) -> ImportedGraph.Row {
      let record = fields[GraphFields.record] ?? ""
      return ImportedGraph.Row(
        place: place, id: id, fields: fields, record: record.isEmpty ? nil : Data(record.utf8))
    }
  }

  let header: [String]
  private(set) var rows: [Row] = []

  /// Reads a table that has `columns`, and may have others.
  init(_ data: Data, file: String, columns: [String]) throws(SchemaViolation) {
    var lines = try Self.cells(Array(data), file: file).makeIterator()
    header = lines.next()?.cells ?? []
    for column in columns where !header.contains(column) {
      throw SchemaViolation(
        place: "\(file):1", found: "no column '\(column)'",
        expected: "columns \(columns.joined(separator: ", ")) at least")
    }
    while let line = lines.next() {
      guard line.cells != [""] else { continue }
      guard line.cells.count == header.count else {
        throw SchemaViolation(
          place: "\(file):\(line.number)", found: "\(line.cells.count) cells",
          expected: "\(header.count), as many as the header has")
      }
      rows.append(
        Row(
          place: "\(file):\(line.number)",
          fields: Dictionary(zip(header, line.cells), uniquingKeysWith: { first, _ in first })))
    }
  }

  /// The cells of each row, with the 1-based line at which it starts.
  private static func cells(
    _ bytes: [UInt8], file: String
  ) throws(SchemaViolation) -> [(number: Int, cells: [String])] {
    var rows: [(number: Int, cells: [String])] = []
    var index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var line = 1
    while index < bytes.count {
      var row = (number: line, cells: [String]())
      var isEnd = false
      while !isEnd {
        var cell: [UInt8] = []
        if index < bytes.count, bytes[index] == UInt8(ascii: "\"") {
          let first = line
          index += 1
          while true {
            guard index < bytes.count else {
              throw SchemaViolation(
                place: "\(file):\(first)", found: "a cell without its closing quotation mark",
                expected: "'\"'")
            }
            let byte = bytes[index]
            index += 1
            if byte == UInt8(ascii: "\"") {
              guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") else { break }
              index += 1
            }
            if byte == UInt8(ascii: "\n") { line += 1 }
            cell.append(byte)
          }
        }
        while index < bytes.count, bytes[index] != UInt8(ascii: ","),
          bytes[index] != UInt8(ascii: "\n"), bytes[index] != UInt8(ascii: "\r")
        {
          cell.append(bytes[index])
          index += 1
        }
        row.cells.append(String(decoding: cell, as: UTF8.self))
        if index < bytes.count, bytes[index] == UInt8(ascii: ",") {
          index += 1
          continue
        }
        isEnd = true
        if index < bytes.count, bytes[index] == UInt8(ascii: "\r") { index += 1 }
        if index < bytes.count, bytes[index] == UInt8(ascii: "\n") {
          index += 1
          line += 1
        }
      }
      rows.append(row)
    }
    return rows
  }
}
