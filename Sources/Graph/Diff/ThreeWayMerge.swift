/// Joins what two people, or two branches, changed of one graph.
///
/// Statements that only one side took out, put in or changed are as that side has them; what both changed alike
/// counts once. What they changed differently is a conflict. Symmetric but for the side that is preferred.
public struct ThreeWayMerge: Sendable {
  /// One of the two.
  public enum Side: String, CaseIterable, Hashable, Sendable { case ours, theirs }

  /// What the two changed differently.
  public struct Conflict: Hashable, Sendable, CustomStringConvertible {
    /// What it is about, for people.
    public let subject: String
    /// What it was; nil for nothing.
    public let base: String?
    /// What one side made of it; nil where it took it out.
    public let ours: String?
    /// What the other did.
    public let theirs: String?

    /// "Putin visits Japan (a.txt:4): was planned; ours postponed, theirs removed".
    public var description: String {
      "\(subject): was \(base ?? "nothing"); ours \(ours ?? "removed"), theirs \(theirs ?? "removed")"
    }
  }

  /// What they changed differently, in the order of documents.
  public internal(set) var conflicts: [Conflict] = []
  /// All that holds afterwards; of conflicts, what the preferred side says, or ours where none is.
  private(set) var statements: GraphStatements

  private let base: KnowledgeGraph
  private let sides: [Side: GraphDifference]
  private let preferred: Side
  /// The documents that both sides touched and one of them took out or edited: they are one side's as a whole.
  private var wholeDocuments: [String: Side] = [:]

  /// The merge of two graphs that were both `base` once.
  public init(
    base: KnowledgeGraph, ours: KnowledgeGraph, theirs: KnowledgeGraph, preferring side: Side? = nil
  ) {
    self.base = base
    preferred = side ?? .ours
    sides = [.ours: GraphDifference(base, ours), .theirs: GraphDifference(base, theirs)]
    statements = GraphStatements(base)
    findWholeDocuments()
    mergeDocuments()
    mergeAppearances()
    mergeClaims()
    mergeRules()
    restoreNames()
    statements.sort()
  }

  /// The merged graph; `file` is what messages call it.
  ///
  /// - Throws: `SchemaViolation` where what both say can't stand together in a graph.
  public func graph(file: String = "the merged graph") throws(SchemaViolation) -> KnowledgeGraph {
    try statements.graph(ontology: base.ontology, file: file)
  }

  private func difference(_ side: Side) -> GraphDifference {
    guard let difference = sides[side] else { preconditionFailure("both sides have a difference") }
    return difference
  }

  // MARK: - Documents that are one side's

  private func touched(_ side: Side) -> Set<String> {
    let difference = difference(side)
    let documents = (difference.removed.documents + difference.added.documents).map(\.unread)
    // That others read a document, who find the same in it, is no conflict with anything.
    let counts = documents.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    let changed = Set(counts.filter { $0.value == 1 }.keys.map(\.id))
    return [difference.removed, difference.added].reduce(into: changed) { touched, statements in
      touched.formUnion(statements.appearances.map(\.document))
      touched.formUnion(statements.claims.map(\.evidence.document))
    }
  }

  /// The documents that the side took out, edited or put in.
  private func replaced(_ side: Side) -> [String: String?] {
    let difference = difference(side)
    let after = Dictionary(
      difference.added.documents.map { ($0.id, $0.hash) }, uniquingKeysWith: { a, _ in a })
    let before = Dictionary(
      difference.removed.documents.map { ($0.id, $0.hash) }, uniquingKeysWith: { a, _ in a })
    var result: [String: String?] = [:]
    for id in Set(before.keys).union(after.keys) where before[id] != after[id] {
      result[id] = .some(after[id])
    }
    return result
  }

  private mutating func findWholeDocuments() {
    let replaced = (ours: replaced(.ours), theirs: replaced(.theirs))
    let both = touched(.ours).intersection(touched(.theirs))
    let contested = both.filter { replaced.ours[$0] != nil || replaced.theirs[$0] != nil }
    for id in contested.sorted(by: { $0.utf8Precedes($1) }) {
      guard !isSame(id) else { continue }
      // What came anew on both sides with one content is merged like any other.
      if let ours = replaced.ours[id], let theirs = replaced.theirs[id], ours == theirs, ours != nil
      {
        continue
      }
      let words = { (replaced: [String: String?]) -> String? in
        guard let hash = replaced[id] else { return "corrected" }
        return hash.map { "edited (\($0.prefix(15))…)" }
      }
      conflicts.append(
        Conflict(
          subject: "document '\(id)'",
          base: base.documents.first { $0.id == id }.map { "\($0.hash.prefix(15))…" },
          ours: words(replaced.ours), theirs: words(replaced.theirs)))
      wholeDocuments[id] = preferred
    }
  }

  /// Whether both sides made the same of all that a document states.
  private func isSame(_ id: String) -> Bool {
    let parts = Side.allCases.map { side in
      [difference(side).removed, difference(side).added].map { $0.part(of: id) }
    }
    return parts[0] == parts[1]
  }

  /// What a side took out and put in, without what the other side decides.
  private func change(_ side: Side) -> (removed: GraphStatements, added: GraphStatements) {
    let foreign = Set(wholeDocuments.filter { $0.value != side }.keys)
    let difference = difference(side)
    return (difference.removed.without(foreign), difference.added.without(foreign))
  }

  // MARK: - Kinds of statements

  private mutating func mergeDocuments() {
    let (ours, theirs) = (change(.ours), change(.theirs))
    let changes = [ours, theirs].map { ($0.removed.documents, $0.added.documents) }
    let readers = ReaderMerge(base: statements.documents, ours: changes[0], theirs: changes[1])
    let merged = StatementMerge(
      base: statements.documents.map(\.unread), ours: ReaderMerge.unread(changes[0]),
      theirs: ReaderMerge.unread(changes[1]), preferred: preferred, slot: \.id,
      key: StatementKey.of)
    statements.documents = merged.statements.map(readers.applied)
    for conflict in merged.conflicts {
      let words = { (document: SourceDocument?) in
        document.map {
          [$0.path, $0.title, $0.published?.rawValue, $0.source, $0.url].compactMap(\.self)
            .joined(separator: ", ")
        }
      }
      conflicts.append(
        Conflict(
          subject: "document '\(conflict.slot)'", base: words(conflict.base),
          ours: words(conflict.ours), theirs: words(conflict.theirs)))
    }
  }

  private struct Name: Hashable {
    let document: String
    let id: NodeID?
  }

  private mutating func mergeAppearances() {
    let (ours, theirs) = (change(.ours), change(.theirs))
    let merged = StatementMerge(
      base: statements.appearances, ours: (ours.removed.appearances, ours.added.appearances),
      theirs: (theirs.removed.appearances, theirs.added.appearances), preferred: preferred,
      slot: { Name(document: $0.document, id: $0.ownID) }, key: StatementKey.of)
    statements.appearances = merged.statements
    for conflict in merged.conflicts {
      let words = { (appearance: Appearance?) in appearance.map { "\($0.type) '\($0.label)'" } }
      conflicts.append(
        Conflict(
          subject:
            "node '\(conflict.slot.id?.rawValue ?? "")' of document '\(conflict.slot.document)'",
          base: words(conflict.base), ours: words(conflict.ours), theirs: words(conflict.theirs)))
    }
  }

  private mutating func mergeClaims() {
    let (ours, theirs) = (change(.ours), change(.theirs))
    let merged = ClaimMerge(
      base: base, statements: statements.claims, ours: (ours.removed.claims, ours.added.claims),
      theirs: (theirs.removed.claims, theirs.added.claims), preferred: preferred)
    statements.claims = merged.claims
    conflicts += merged.conflicts
  }

  private mutating func mergeRules() {
    let (ours, theirs) = (difference(.ours), difference(.theirs))
    let merged = RuleMerge(
      base: base.rules, ours: (ours.removed.rules, ours.added.rules),
      theirs: (theirs.removed.rules, theirs.added.rules), preferred: preferred)
    statements.rules = merged.rules
    conflicts += merged.conflicts
  }

  /// A claim that one side put in, of a name that the other took out: a conflict, too.
  private mutating func restoreNames() {
    var named = Set(statements.appearances.map { Name(document: $0.document, id: $0.ownID) })
    let removed = Side.allCases.flatMap { difference($0).removed.appearances }
    var gone = Dictionary(
      removed.map { (Name(document: $0.document, id: $0.ownID), $0) },
      uniquingKeysWith: { a, _ in a })
    let documents = Set(statements.documents.map(\.id))
    statements.claims = statements.claims.filter { claim in
      let ends = [claim.source, claim.target].map {
        Name(document: claim.evidence.document, id: $0)
      }
      let missing = ends.filter { !named.contains($0) }
      guard !missing.isEmpty else { return true }
      let isOurs = difference(.ours).added.claims.contains(claim)
      conflicts.append(
        Conflict(
          subject: "'\(claim.source) \(claim.type) \(claim.target)' of document "
            + "'\(claim.evidence.document)', line \(claim.evidence.line)",
          base: nil, ours: isOurs ? "added" : "without its ends' names",
          theirs: isOurs ? "without its ends' names" : "added"))
      guard (preferred == .ours) == isOurs, documents.contains(claim.evidence.document) else {
        return false
      }
      for name in missing {
        guard let appearance = gone.removeValue(forKey: name) else { continue }
        statements.appearances.append(appearance)
        named.insert(name)
      }
      return ends.allSatisfy(named.contains)
    }
  }
}

extension GraphStatements {
  /// What of them is a document's.
  fileprivate func part(of document: String) -> GraphStatements {
    var result = self
    result.documents = documents.filter { $0.id == document }
    result.appearances = appearances.filter { $0.document == document }
    result.claims = claims.filter { $0.evidence.document == document }
    result.rules = IdentityRules()
    return result
  }

  /// What of them is no such document's.
  fileprivate func without(_ ids: Set<String>) -> GraphStatements {
    guard !ids.isEmpty else { return self }
    var result = self
    result.documents = documents.filter { !ids.contains($0.id) }
    result.appearances = appearances.filter { !ids.contains($0.document) }
    result.claims = claims.filter { !ids.contains($0.evidence.document) }
    return result
  }
}
