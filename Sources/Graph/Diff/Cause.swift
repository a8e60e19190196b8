/// Why something changed.
public enum Cause: Hashable, Sendable {
  /// A document came, went, was edited, or is read or described otherwise.
  case document(DocumentChange)
  /// What people say of names.
  case rule(RuleChange)
  /// Nothing of its own: who is who, or which sentences tell one happening, is decided over all documents, and others
  /// came, went or changed.
  case others
}

/// Finds what caused changes.
struct CauseFinder {
  private let documents: [String: DocumentChange]
  private let rules: [RuleChange]

  init(documents: [DocumentChange], rules: [RuleChange]) {
    self.documents = Dictionary(
      documents.map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a })
    self.rules = rules
  }

  /// Why something changed whose statements of the given documents, ascending, aren't the same, and which has these
  /// names.
  func causes(of touched: [String], names: Set<String>) -> [Cause] {
    var causes = touched.compactMap { documents[$0].map(Cause.document) }
    causes += rules.filter { $0.entry.names.contains(where: names.contains) }.map(Cause.rule)
    return causes.isEmpty ? [.others] : causes
  }
}
