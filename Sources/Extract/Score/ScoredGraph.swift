public import Graph

/// A graph as the scorer sees it: names, types and ends, whatever made it.
///
/// It is what is judged; what it is judged by is a `GoldGraph`. Order counts where two candidates are
/// otherwise equal: the earlier edge is matched first.
public struct ScoredGraph: Hashable, Sendable, Decodable {
  /// Something that was named.
  public struct Node: Hashable, Sendable {
    /// Unique in its graph; edges refer to it.
    public var id: String
    /// Its type in the ontology.
    public var type: String
    /// Its name.
    public var label: String
    /// Its other names.
    public var aliases: [String]

    /// A node.
    public init(id: String, type: String, label: String, aliases: [String] = []) {
      self.id = id
      self.type = type
      self.label = label
      self.aliases = aliases
    }
  }

  /// Something that was stated.
  public struct Edge: Hashable, Sendable {
    /// The id of the node that it comes from.
    public var source: String
    /// Its type in the ontology.
    public var type: String
    /// The id of the node that it goes to.
    public var target: String
    /// How far it is true.
    public var status: String
    /// When, as an ISO 8601 date or interval of any precision; nil where nothing is known.
    public var time: String?

    /// An edge.
    public init(
      source: String, type: String, target: String, status: String = "actual", time: String? = nil
    ) {
      self.source = source
      self.type = type
      self.target = target
      self.status = status
      self.time = time
    }
  }

  /// Its nodes.
  public var nodes: [Node]
  /// Its edges.
  public var edges: [Edge]

  /// A graph; an empty one where nothing is given.
  public init(nodes: [Node] = [], edges: [Edge] = []) {
    self.nodes = nodes
    self.edges = edges
  }
}

extension ScoredGraph.Node: Decodable {
  private enum Key: CodingKey { case id, type, label, aliases }

  /// Reads a node of a graph file; its label and aliases may be missing.
  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: Key.self)
    self.init(
      id: try fields.decode(String.self, forKey: .id),
      type: try fields.decode(String.self, forKey: .type),
      label: try fields.decodeIfPresent(String.self, forKey: .label) ?? "",
      aliases: try fields.decodeIfPresent([String].self, forKey: .aliases) ?? [])
  }
}

extension ScoredGraph.Edge: Decodable {
  private enum Key: CodingKey { case source, type, target, status, time }

  /// Reads an edge of a graph file; without a status it is actual.
  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: Key.self)
    self.init(
      source: try fields.decode(String.self, forKey: .source),
      type: try fields.decode(String.self, forKey: .type),
      target: try fields.decode(String.self, forKey: .target),
      status: try fields.decodeIfPresent(String.self, forKey: .status) ?? "actual",
      time: try fields.decodeIfPresent(String.self, forKey: .time))
  }
}

extension ScoredGraph {
  /// The graph of one article as the scorer sees it.
  public init(_ graph: KnowledgeGraph) {
    self.init(
      nodes: graph.nodes.map {
        Node(id: $0.id.rawValue, type: $0.type, label: $0.label, aliases: $0.aliases)
      },
      edges: graph.edges.map {
        Edge(
          source: $0.source.rawValue, type: $0.type, target: $0.target.rawValue,
          status: $0.status.rawValue, time: $0.time?.rawValue)
      })
  }
}
