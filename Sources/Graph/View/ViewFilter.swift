/// What of a graph to show. The empty filter shows everything.
public struct ViewFilter: Hashable, Sendable {
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

  /// A filter that lets pass all that isn't restricted here.
  public init(
    focus: [String] = [], depth: Int = 1, types: [String] = [], relations: [String] = [],
    statuses: [String] = [], minimumEvidence: Int = 1
  ) {
    self.focus = focus
    self.depth = depth
    self.types = types
    self.relations = relations
    self.statuses = statuses
    self.minimumEvidence = minimumEvidence
  }
}
