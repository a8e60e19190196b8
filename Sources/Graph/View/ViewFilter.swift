/// What of a graph to show. The empty filter shows everything.
public struct ViewFilter: Hashable, Sendable {
  /// How the nodes of most weight are told.
  public enum Weight: String, CaseIterable, Hashable, Sendable {
    /// By the sentences of a node's edges.
    case evidence
    /// By the number of its edges.
    case degree
  }

  /// The ids of the documents whose statements count; none for all.
  public var documents: [String]
  /// The day at whose end the graph is to be seen: what was published later isn't known. Undated documents are not,
  /// either.
  public var asOf: TimeSpan?
  /// Nodes to stay near, by id, label or alias; none for the whole graph.
  public var focus: [String]
  /// How many edges away from a focus a node may lie; edges count in both directions.
  public var depth: Int
  /// Names of the node types to show; none for all.
  public var types: [String]
  /// Names of the relations to show; none for all.
  public var relations: [String]
  /// Names of the statuses to show; none for all.
  public var statuses: [String]
  /// How many sentences an edge needs at least.
  public var minimumEvidence: Int
  /// The first day that counts: an edge must happen, or where it tells no time be reported, then or later.
  public var since: TimeSpan?
  /// The last day that counts.
  public var until: TimeSpan?
  /// Two nodes whose shortest connections to show; none for no such limit.
  public var between: [String]
  /// How many of the largest connected parts to show; nil for all.
  public var components: Int?
  /// How many nodes to show, those of most weight; nil for all.
  public var top: Int?
  /// Which weight counts for `top`.
  public var weight: Weight
  /// Whether the edges of one pair and relation are shown as one.
  public var collapsed: Bool

  /// A filter that lets pass all that isn't restricted here.
  public init(
    documents: [String] = [], asOf: TimeSpan? = nil, focus: [String] = [], depth: Int = 1,
    types: [String] = [], relations: [String] = [], statuses: [String] = [],
    minimumEvidence: Int = 1, since: TimeSpan? = nil, until: TimeSpan? = nil,
    between: [String] = [], components: Int? = nil, top: Int? = nil, weight: Weight = .evidence,
    collapsed: Bool = false
  ) {
    self.documents = documents
    self.asOf = asOf
    self.focus = focus
    self.depth = depth
    self.types = types
    self.relations = relations
    self.statuses = statuses
    self.minimumEvidence = minimumEvidence
    self.since = since
    self.until = until
    self.between = between
    self.components = components
    self.top = top
    self.weight = weight
    self.collapsed = collapsed
  }
}
