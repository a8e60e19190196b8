import Foundation
import Graph

/// Reads the graph that a command is given.
enum GraphFile {
  /// What the argument of such commands is called and told.
  static let help =
    "The graph: graph.json, DOT, GraphML, NDJSON, a folder of CSV tables, or - for standard input."

  /// The graph at `path`; what of the file it doesn't have is told on standard error.
  ///
  /// - Throws: `SchemaViolation` with the place of the trouble, `OutputFile.Failure` for what can't be read.
  static func graph(at path: String, ontology: Ontology) throws -> KnowledgeGraph {
    let tables = ["nodes", "edges", "documents"].map { "\(path)/\($0).csv" }
    if tables[..<2].allSatisfy({ FileManager.default.fileExists(atPath: $0) }) {
      let documents = FileManager.default.fileExists(atPath: tables[2]) ? tables[2] : nil
      return try graph(
        nodes: tables[0], edges: tables[1], documents: documents, ontology: ontology)
    }
    return told(
      try GraphReader.graph(
        from: OutputFile.bytes(at: path), file: OutputFile.name(path), ontology: ontology))
  }

  /// The table of documents beside two others; nil where there is none, or where these don't lie in one folder.
  static func documents(besides nodes: String, _ edges: String) -> String? {
    let folders = [nodes, edges].map { ($0 as NSString).deletingLastPathComponent }
    let path = (folders[0] as NSString).appendingPathComponent("documents.csv")
    return folders[0] == folders[1] && FileManager.default.fileExists(atPath: path) ? path : nil
  }

  /// The graph of CSV tables.
  static func graph(
    nodes: String, edges: String, documents: String?, ontology: Ontology
  ) throws -> KnowledgeGraph {
    let table = { (path: String) in
      (data: try OutputFile.bytes(at: path), file: OutputFile.name(path))
    }
    return told(
      try CSVReader.graph(
        nodes: table(nodes), edges: table(edges), documents: documents.map(table),
        ontology: ontology))
  }

  private static func told(_ reading: GraphReader.Reading) -> KnowledgeGraph {
    for note in reading.notes { Console.note(note) }
    return reading.graph
  }
}
