/// A set of statements, as a graph is one: documents, what they name, what they state, what people say of names.
///
/// Each list is in canonical order and has nothing twice, to the byte of what `graph.json` would say.
public struct GraphStatements: Sendable {
  /// The documents, by id.
  public internal(set) var documents: [SourceDocument] = []
  /// What documents name: with `ownID` always, the id that the document alone gives; by document, then by id.
  public internal(set) var appearances: [Appearance] = []
  /// What sentences state, with the ids that their document alone gives, in the order of claims.
  public internal(set) var claims: [Claim] = []
  /// What people say of names.
  public internal(set) var rules = IdentityRules()

  /// No statements.
  public init() {}

  /// All that the graph is made of.
  public init(_ graph: KnowledgeGraph) {
    documents = graph.documents
    appearances = graph.nodes.flatMap(Self.appearances)
    claims = graph.claims
    rules = graph.rules
    sort()
  }

  /// Whether there is none.
  public var isEmpty: Bool {
    documents.isEmpty && appearances.isEmpty && claims.isEmpty && rules.isEmpty
  }

  /// How many there are; a rule counts as one.
  public var count: Int {
    documents.count + appearances.count + claims.count + rules.entries.count
  }

  /// What documents say of the node, each with the id that its document gives it.
  static func appearances(of node: Node) -> [Appearance] {
    node.appearances.map { appearance in
      var own = appearance
      own.ownID = appearance.ownID ?? node.id
      return own
    }
  }

  mutating func sort() {
    documents.sort()
    appearances.sort { a, b in
      a.document != b.document
        ? a.document.utf8Precedes(b.document)
        : (a.ownID?.rawValue ?? "").utf8Precedes(b.ownID?.rawValue ?? "")
    }
    claims.sort()
  }
}

extension GraphStatements {
  /// The statements of `self` that `other` doesn't have. Takes time in the order of both.
  func subtracting(_ other: GraphStatements) -> GraphStatements {
    var result = GraphStatements()
    result.documents = Self.without(documents, other.documents, StatementKey.of)
    result.appearances = Self.without(appearances, other.appearances, StatementKey.of)
    result.claims = Self.without(claims, other.claims, StatementKey.of)
    result.rules = rules.subtracting(other.rules)
    return result
  }

  /// The statements of both, each once.
  func union(_ other: GraphStatements) -> GraphStatements {
    let more = other.subtracting(self)
    var result = self
    result.documents += more.documents
    result.appearances += more.appearances
    result.claims += more.claims
    result.rules = rules.union(more.rules)
    result.sort()
    return result
  }

  private static func without<Statement>(
    _ all: [Statement], _ others: [Statement], _ key: (Statement) -> StatementKey
  ) -> [Statement] {
    guard !others.isEmpty else { return all }
    let keys = Set(others.map(key))
    return all.filter { !keys.contains(key($0)) }
  }
}

extension GraphStatements: Equatable {
  /// Equal where all statements are, to the byte.
  public static func == (a: GraphStatements, b: GraphStatements) -> Bool {
    a.subtracting(b).isEmpty && b.subtracting(a).isEmpty
  }
}

/// A statement as `graph.json` writes it: equal where every byte is.
struct StatementKey: Hashable {
  private let bytes: [UInt8]

  static func of(_ document: SourceDocument) -> StatementKey {
    key { GraphJSONWriter.write(&$0, document) }
  }
  static func of(_ appearance: Appearance) -> StatementKey {
    key { GraphJSONWriter.write(&$0, appearance) }
  }
  static func of(_ claim: Claim) -> StatementKey {
    key { GraphJSONWriter.write(&$0, loop: claim) }
  }

  private static func key(_ write: (inout JSONText) -> Void) -> StatementKey {
    var json = JSONText()
    write(&json)
    return StatementKey(bytes: json.bytes)
  }
}

extension IdentityRules {
  /// All that is said, each with its key in `graph.json`.
  var entries: [(key: String, entry: Entry)] {
    [("same", same), ("different", different), ("label", labels), ("type", types)].flatMap {
      key, entries in entries.map { (key, $0) }
    }
  }

  /// What `other` doesn't say.
  func subtracting(_ other: IdentityRules) -> IdentityRules {
    let without = { (mine: [Entry], others: [Entry]) in
      let known = Set(others)
      return mine.filter { !known.contains($0) }
    }
    return IdentityRules(
      same: without(same, other.same), different: without(different, other.different),
      labels: without(labels, other.labels), types: without(types, other.types))
  }
}
