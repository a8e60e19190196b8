/// The numbers of the relations that a parser names without its weights.
///
/// Universal Dependencies leaves no choice for them: a mark is `punct` and nothing else is, an article is `det`
/// (guidelines, "punct: punctuation" and "det: determiner"). A fifth of all words are one or the other.
package struct RelationNumbers: Sendable {
  /// The number of `root`.
  package let root: UInt8
  private let punctuation: UInt8?
  private let determiner: UInt8?

  /// The numbers that the relations have by their places in the list.
  package init(_ relations: [DependencyRelation]) {
    func number(_ name: String) -> UInt8? {
      relations.firstIndex { $0.rawValue == name }.map { UInt8($0) }
    }
    root = number("root") ?? 0
    punctuation = number("punct")
    determiner = number("det")
  }

  /// The number of the only relation that the word may have to its head; nil where there are several.
  @inline(__always)
  func only(for word: borrowing ParserWord) -> UInt8? {
    switch word.kind {
    case .mark: punctuation
    case .article: determiner
    case .other: nil
    }
  }
}
