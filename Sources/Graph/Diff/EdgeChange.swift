/// How an edge differs.
public struct EdgeChange: Hashable, Sendable {
  /// What happened to it.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    case added, removed
    /// Something else is said of it: its status, its time, its office, an end.
    case changed
    /// All its sentences tell of another edge's happening now.
    case joined
    /// All its sentences told of another edge's happening before.
    case parted
    /// It says the same by other sentences.
    case evidence
  }

  /// Two statuses of one happening that can't both be.
  public struct Contradiction: Hashable, Sendable {
    /// The sentence that says the one, of the version before where that has one.
    public let earlier: Evidence
    /// The sentence that came and says the other.
    public let later: Evidence
  }

  /// What happened to it.
  public internal(set) var kind: Kind
  /// As it was; of one that parted, the edge that it was part of. Nil for an added one.
  public let old: Edge?
  /// As it is; of one that was joined, the edge that it is part of. Nil for a removed one.
  public let new: Edge?
  /// What is said otherwise, in the order of `FieldChange.Field`.
  public internal(set) var fields: [FieldChange]
  /// The sentences that it has and didn't, in canonical order.
  public let gained: [Evidence]
  /// The sentences that it had and doesn't, in canonical order.
  public let lost: [Evidence]
  /// For an added edge, what the version before knew that it may come of: plans and denials of the same ends, relation
  /// and topic, in canonical order.
  public let before: [Edge]
  /// What of its new sentences contradicts what another says, of this edge or of one that may tell the same
  /// happening.
  public let contradictions: [Contradiction]
  /// What caused it.
  public let causes: [Cause]

  /// The edge as it is, or was.
  public var edge: Edge? { new ?? old }
}

extension Status {
  /// Whether one happening can't have both statuses, whichever came first: what happened was neither denied nor
  /// called off.
  func excludes(_ other: Status) -> Bool {
    let negations: Set<Status> = [.cancelled, .denied]
    return self == .actual && negations.contains(other)
      || other == .actual && negations.contains(self)
  }
}
