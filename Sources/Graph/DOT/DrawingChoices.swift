extension Drawing {
  /// What of a drawing is left to whoever asks for it.
  public struct Choices: Hashable, Sendable {
    /// What boxes stand for; nil for countries and bodies in an overview, and no boxes in a full drawing.
    public var cluster: Cluster?
    /// How much labels say; nil for all that there is room for.
    public var labels: Labels?
    /// Where clicks lead; nil for nowhere.
    public var links: LinkTemplate?

    /// The usual ones, but for those that are given.
    public init(
      cluster: Cluster? = nil, labels: Labels? = nil, links: LinkTemplate? = nil
    ) {
      self.cluster = cluster
      self.labels = labels
      self.links = links
    }
  }

  /// What the nodes of a box have in common.
  public enum Cluster: String, CaseIterable, Hashable, Sendable {
    /// The country that they hold office in, lie in, or are part of; else the body.
    case country
    /// The type.
    case type
    /// The one document that names them; those that several name stand in no box.
    case document
  }

  /// How much labels say.
  public enum Labels: String, CaseIterable, Hashable, Sendable {
    /// Names as an article would use them when they come again, and relations.
    case terse
    /// Full names, offices, times, counts and marks of status.
    case full
  }
}
