/// Writes graphs in the formats of other programs: the one list of these.
public enum GraphExport {
  /// A format.
  public enum Format: String, CaseIterable, Hashable, Sendable {
    /// graphgen's own file.
    case json
    /// DOT that carries everything, see `DOTExporter`.
    case dot
    case graphml
    case gexf
    /// Three tables.
    case csv
    case cypher
    case turtle
    case jsonld
    case ndjson
    case mermaid
    /// FollowTheMoney entities.
    case ftm
  }

  /// A table of a graph.
  public enum Table: String, CaseIterable, Hashable, Sendable {
    /// A row a node.
    case nodes
    /// A row an edge.
    case edges
    /// A row a document, and what else belongs to the whole graph.
    case documents
  }

  /// Writes the view to `sink`, in pieces of about 64 kB.
  ///
  /// `table` says which table of a format of several is meant; `title` and `choices` are for DOT.
  ///
  /// - Throws: `ExportError` where the format can't hold the view, before anything is written; what `sink` throws.
  public static func write(
    _ view: GraphView, as format: Format, table: Table = .nodes, title: String? = nil,
    choices: Drawing.Choices = Drawing.Choices(), to sink: ([UInt8]) throws -> Void
  ) throws {
    if format == .json {
      return try GraphJSONWriter.write(view.isWhole ? view.graph : view.subgraph, to: sink)
    }
    var exporter: any GraphExporter =
      switch format {
      case .json, .dot: DOTExporter(view, title: title, choices: choices)
      case .graphml: GraphMLExporter(view)
      case .gexf: GEXFExporter(view)
      case .csv:
        switch table {
        case .nodes: CSVNodesExporter(view)
        case .edges: CSVEdgesExporter(view)
        case .documents: CSVDocumentsExporter(view)
        }
      case .cypher: CypherExporter(view)
      case .turtle: TurtleExporter(view)
      case .jsonld: JSONLDExporter(view)
      case .ndjson: NDJSONExporter(view)
      case .mermaid: try MermaidExporter(view)
      case .ftm: FollowTheMoneyExporter(view)
      }
    try exporter.export(view, to: sink)
  }

  /// All of the view at once.
  public static func bytes(
    of view: GraphView, as format: Format, table: Table = .nodes
  ) throws -> [UInt8] {
    var bytes: [UInt8] = []
    try write(view, as: format, table: table) { bytes += $0 }
    return bytes
  }
}
