/// The articles that a run works on, and what was odd about reading them.
public struct Corpus: Hashable, Sendable {
  /// The articles, ascending by id; no two share one.
  public var documents: [Document]
  /// What was odd: first about finding the files, then about reading them, then about their ids; each in the
  /// order of the paths given and of the names in each folder.
  public var warnings: [Warning]
  /// How many files and records were left out, each for a reason that a warning tells.
  public var skipped: Int

  /// A corpus of the given articles, which it sorts by id.
  ///
  /// - Precondition: The ids are unique.
  public init(documents: [Document], warnings: [Warning] = [], skipped: Int = 0) {
    self.documents = documents.sorted { $0.id < $1.id }
    precondition(
      zip(self.documents, self.documents.dropFirst()).allSatisfy { $0.id != $1.id },
      "no two documents of a corpus share an id")
    self.warnings = warnings
    self.skipped = skipped
  }
}
