/// How far a statement says that something has come.
public enum Status: String, CaseIterable, Hashable, Sendable {
  /// It happened, or holds now.
  case actual
  /// Scheduled, agreed, expected, in preparation.
  case planned
  /// Suggested, asked for, wished, considered.
  case proposed
  /// "could", "not ruled out", whatever depends on an "if".
  case possible
  /// Put off.
  case postponed
  /// Called off.
  case cancelled
  /// "did not", "unlikely", "has yet to", refused.
  case denied

  /// Whether it says that something is, may be, or is not.
  public enum Outlook: Hashable, Sendable { case fact, prospect, negation }

  /// The coarse sense of the status.
  public var outlook: Outlook {
    switch self {
    case .actual: .fact
    case .planned, .proposed, .possible: .prospect
    case .postponed, .cancelled, .denied: .negation
    }
  }
}
