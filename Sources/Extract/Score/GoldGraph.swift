/// The graph that a careful reader drew from one article.
///
/// Types and statuses may name alternatives with `|` between them: any of them is right. What is
/// optional was drawn by one reader and not by another: to find it is right, to miss it is no fault.
public struct GoldGraph: Hashable, Sendable {
  /// Something that the article names.
  public struct Node: Hashable, Sendable {
    /// Unique in its graph; edges refer to it.
    public var id: String
    /// The types that are right for it; never empty.
    public var types: [String]
    /// Its name.
    public var label: String
    /// Its other names.
    public var aliases: [String]
    /// Whether missing it is no fault.
    public var isOptional: Bool

    /// A node; `type` may name alternatives.
    public init(
      id: String, type: String, label: String, aliases: [String] = [], isOptional: Bool = false
    ) {
      self.id = id
      self.types = alternatives(type)
      self.label = label
      self.aliases = aliases
      self.isOptional = isOptional
    }
  }

  /// Something that the article states.
  public struct Edge: Hashable, Sendable {
    /// The id of the node that it comes from.
    public var source: String
    /// The types that are right for it; never empty.
    public var types: [String]
    /// The id of the node that it goes to.
    public var target: String
    /// The statuses that are right for it; never empty.
    public var statuses: [String]
    /// When, as an ISO 8601 date or interval of any precision; nil where the article doesn't tell.
    public var time: String?
    /// Whether missing it is no fault.
    public var isOptional: Bool
    /// The starts of the sentences that state it.
    public var evidence: [String]

    /// An edge; `type` and `status` may name alternatives.
    public init(
      source: String, type: String, target: String, status: String = "actual", time: String? = nil,
      isOptional: Bool = false, evidence: [String] = []
    ) {
      self.source = source
      self.types = alternatives(type)
      self.target = target
      self.statuses = alternatives(status)
      self.time = time
      self.isOptional = isOptional
      self.evidence = evidence
    }
  }

  /// The article's name: the gold file's, without its extension.
  public var name: String
  /// Its nodes.
  public var nodes: [Node]
  /// Its edges.
  public var edges: [Edge]

  /// A gold graph.
  public init(name: String, nodes: [Node], edges: [Edge]) {
    self.name = name
    self.nodes = nodes
    self.edges = edges
  }
}

/// The parts of "planned|proposed".
private func alternatives(_ text: String) -> [String] {
  text.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
}

extension GoldGraph.Node: Decodable {
  private enum Key: CodingKey { case id, type, label, aliases, optional }

  /// Reads a node of a gold file.
  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: Key.self)
    self.init(
      id: try fields.decode(String.self, forKey: .id),
      type: try fields.decode(String.self, forKey: .type),
      label: try fields.decode(String.self, forKey: .label),
      aliases: try fields.decodeIfPresent([String].self, forKey: .aliases) ?? [],
      isOptional: try fields.decodeIfPresent(Bool.self, forKey: .optional) ?? false)
  }
}

extension GoldGraph.Edge: Decodable {
  private enum Key: CodingKey { case source, type, target, status, time, optional, evidence }

  /// Reads an edge of a gold file.
  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: Key.self)
    self.init(
      source: try fields.decode(String.self, forKey: .source),
      type: try fields.decode(String.self, forKey: .type),
      target: try fields.decode(String.self, forKey: .target),
      status: try fields.decodeIfPresent(String.self, forKey: .status) ?? "actual",
      time: try fields.decodeIfPresent(String.self, forKey: .time),
      isOptional: try fields.decodeIfPresent(Bool.self, forKey: .optional) ?? false,
      evidence: try fields.decodeIfPresent([String].self, forKey: .evidence) ?? [])
  }
}
