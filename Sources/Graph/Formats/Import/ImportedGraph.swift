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
  var documents: [GraphRecord.Document] = []
  var rules: GraphRecord.Rules?
  var loops: [GraphRecord.Loop] = []
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
  static func decode<Record: Decodable>(
    _ type: Record.Type, from json: Data, at place: String
  ) throws(SchemaViolation) -> Record {
    do {
      return try JSONDecoder().decode(type, from: json)
    } catch {
      // The decoder only says that it isn't JSON; the parser says where.
      var problem: any Error = error
      do { _ = try JSONSerialization.jsonObject(with: json) } catch { problem = error }
      throw SchemaViolation(
        place: place, found: DecodingProblem.text(of: problem),
        expected: "a record as graphgen writes it",
        remedy: "Leave the record as it was; change the other columns.")
    }
  }
}
