public import Foundation

/// Reads a graph in any of the formats that graphgen knows: the one place where a file's format is told.
public enum GraphReader {
  /// What a file may be.
  public enum Format: String, CaseIterable, Hashable, Sendable {
    /// graph.json, see `GraphJSONReader`.
    case json
    /// DOT of graphgen's own, which keeps all, or of anybody.
    case dot

    /// The format of a file by its name's end; nil where that tells nothing.
    init?(fileName: String) {
      let name = fileName.lowercased()
      switch name.split(separator: ".", omittingEmptySubsequences: false).last {
      case "json" where name.contains("."): self = .json
      case "dot", "gv": self = .dot
      default: return nil
      }
    }

    /// The format of a text by how it begins; nil where it begins like none.
    init?(content: some Collection<UInt8>) {
      let blanks: Set<UInt8> = [0x09, 0x0A, 0x0D, 0x20, 0xEF, 0xBB, 0xBF]
      let head = content.prefix(4096).drop { blanks.contains($0) }
      let start = String(decoding: head.prefix(8), as: UTF8.self).lowercased()
      if start.hasPrefix("{") || start.hasPrefix("[") {
        self = .json
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
    }
  }
}
