public import Foundation

/// Reads a graph in any of the formats that graphgen knows: the one place where a file's format is told.
public enum GraphReader {
  /// What a file may be.
  public enum Format: String, CaseIterable, Hashable, Sendable {
    /// graph.json, see `GraphJSONReader`.
    case json
    /// DOT of graphgen's own, which keeps all, or of anybody.
    case dot
    /// Likewise.
    case graphml
    /// JSON Lines, see `NDJSONExporter`.
    case ndjson

    /// The format of a file by its name's end; nil where that tells nothing.
    init?(fileName: String) {
      let parts = fileName.lowercased().split(separator: ".", omittingEmptySubsequences: false)
      guard parts.count > 1 else { return nil }
      switch parts[parts.count - 1] {
      case "json": self = .json
      case "dot", "gv": self = .dot
      case "graphml", "xml": self = .graphml
      case "ndjson", "jsonl": self = .ndjson
      default: return nil
      }
    }

    /// The format of a text by how it begins; nil where it begins like none.
    init?(content: some Collection<UInt8>) {
      let blanks: Set<UInt8> = [0x09, 0x0A, 0x0D, 0x20, 0xEF, 0xBB, 0xBF]
      let head = content.prefix(4096).drop { blanks.contains($0) }
      let start = String(decoding: head.prefix(8), as: UTF8.self).lowercased()
      if start.hasPrefix("{\"kind\"") {
        self = .ndjson
      } else if start.hasPrefix("{") || start.hasPrefix("[") {
        self = .json
      } else if start.hasPrefix("<") {
        self = .graphml
      } else if ["strict", "digraph", "graph", "//", "/*", "#"].contains(where: start.hasPrefix) {
        self = .dot
      } else {
        return nil
      }
    }
  }

  /// What was read, and what of the file the graph doesn't have.
  public struct Reading: Sendable {
    /// The graph.
    public let graph: KnowledgeGraph
    /// Lines for people, each on something that was left out.
    public var notes: [String] = []
  }

  /// The graph that the file's bytes spell, in the format that its name or its first bytes tell.
  ///
  /// `file` is the file's name, as messages give it. Throws a `SchemaViolation` with the place of the trouble.
  public static func graph(
    from data: Data, file: String, ontology: Ontology = .builtIn
  ) throws(SchemaViolation) -> Reading {
    // What is neither named nor begins like anything is told as what graphgen writes itself.
    switch Format(fileName: file) ?? Format(content: data) ?? .json {
    case .json:
      return Reading(
        graph: try GraphJSONReader.graph(from: data, file: file, ontology: ontology))
    case .dot: return try DOTGraphReader.graph(from: data, file: file, ontology: ontology)
    case .graphml:
      return try GraphImport.graph(
        of: GraphMLReader.imported(from: data, file: file), ontology: ontology)
    case .ndjson:
      return try GraphImport.graph(
        of: NDJSONReader.imported(from: data, file: file), ontology: ontology)
    }
  }

  /// What people are told of edges that join a node to itself, which no relation does.
  static func loopNote(_ count: Int, file: String) -> String {
    "\(file): \(count) edge\(count == 1 ? "" : "s") from a node to itself left out"
  }

  /// SHA-256 of a file, in the form that documents have it.
  static func hash(_ bytes: [UInt8]) -> String {
    "sha256:" + Digest.hexadecimal(Digest.bytes(of: bytes))
  }
}
