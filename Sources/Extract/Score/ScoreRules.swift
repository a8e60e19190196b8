/// What the scorer has to know of the ontology and of statuses.
public struct ScoreRules: Hashable, Sendable {
  /// Relation types whose direction doesn't count.
  public var symmetric: Set<String>
  /// The class of each node type; a type that is missing is a class of its own. Nodes are matched within
  /// a class only, so that a leader may be matched with a minister, and never with a city.
  public var classes: [String: String]
  /// Statuses of what didn't happen, or doesn't.
  public var negative: Set<String>

  /// Rules of one's own.
  public init(symmetric: Set<String>, classes: [String: String], negative: Set<String>) {
    self.symmetric = symmetric
    self.classes = classes
    self.negative = negative
  }

  /// The rules by which the gold graphs were drawn. They are told apart from the ontology on purpose: a
  /// change there must not move the measure.
  public static let standard = ScoreRules(
    symmetric: ["ally-of", "disputes", "meets", "calls", "negotiates", "agrees", "cooperates"],
    classes: [
      "leader": "person", "minister": "person", "official": "person", "person": "person",
      "country": "place", "island": "place", "region": "place", "city": "place",
      "organization": "organization", "event": "event",
    ],
    negative: ["cancelled", "denied", "postponed"])

  /// The classes of several types.
  func classes(of types: some Sequence<String>) -> Set<String> {
    Set(types.map { classes[$0] ?? $0 })
  }

  /// How far something is true, in three steps.
  enum Kind: Hashable { case yes, no, maybe }

  /// How far something of a status is true.
  func kind(of status: String) -> Kind {
    status == "actual" ? .yes : negative.contains(status) ? .no : .maybe
  }
}
