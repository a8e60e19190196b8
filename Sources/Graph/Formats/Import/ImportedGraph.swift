import Foundation

/// What a file of another form says of a graph, before it is one: rows of nodes and edges with their columns, and, where
/// graphgen wrote the file, the record of each.
struct ImportedGraph {
  /// A node or an edge of the file.
  struct Row {
    /// File and line, for messages.
    let place: String
    /// What the file calls it.
    let id: String
    /// Values by column; a column that the file has, but not here, is empty.
    var fields: [String: String]
    /// The thing's line of `graph.json`; nil for what was added by hand, or comes from another program.
    var record: Data?
  }

  /// The file, or the first of several.
  let file: String
  var documents: [SourceDocument] = []
  var rules = IdentityRules()
  /// Claims whose two ends turned out to be one node.
  var loops: [Claim] = []
  var nodes: [Row] = []
  var edges: [Row] = []
  /// The columns that the file has, whose values say something where they are empty, too.
  var nodeColumns: Set<String> = []
  var edgeColumns: Set<String> = []
  /// The relation of edges without a type.
  var link = Ontology.directedLink
  /// SHA-256 of each of the files, by name.
  var hashes: [String: String] = [:]

  /// A record of the file's.
  static func decode<Record: JSONRecord>(
    _ type: Record.Type, from json: Data, at place: String
  ) throws(SchemaViolation) -> Record {
    try read(json, at: place) { json throws(SchemaViolation) in try Record(from: &json) }
  }

  /// What `body` reads of a record.
  static func read<Value>(
    _ json: Data, at place: String,
    _ body: (inout JSONScanner) throws(SchemaViolation) -> Value
  ) throws(SchemaViolation) -> Value {
    try JSONScanner.read(
      json, source: .part(place),
      remedy: "Leave the record as graphgen wrote it; change the other columns.", body)
  }

  /// Takes a claim that has become a loop.
  mutating func addLoop(_ json: Data, at place: String) throws(SchemaViolation) {
    loops = try Self.read(json, at: place) { [loops] json throws(SchemaViolation) in
      var claims = loops
      _ = try GraphRecord.Edge(from: &json, named: "a loop", into: &claims)
      return claims
    }
  }
}
