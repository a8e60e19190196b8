/// What changed between two versions of a graph, for people: documents, nodes and edges that came, went or became
/// other, each with what caused it.
///
/// It is a reading of a `GraphPatch`, which says the same exactly. Where an edge's time, or a node's name, changes,
/// its id does; what was one thing before and is now told otherwise is one change here.
public struct GraphDiff: Sendable {
  /// The graph before.
  public let old: KnowledgeGraph
  /// The graph after.
  public let new: KnowledgeGraph
  /// The documents that came, went, or aren't the same any more, by id.
  public internal(set) var documents: [DocumentChange]
  /// By whom the same documents are read now, where that changed.
  public internal(set) var readings: [ReadingChange]
  /// What people say of names, where that changed.
  public internal(set) var rules: [RuleChange]
  /// In the order of the ids that the nodes have now, or had.
  public internal(set) var nodes: [NodeChange]
  /// In the canonical order of the edges as they are now, or were.
  public internal(set) var edges: [EdgeChange]
  /// What the graphs are made of and don't share.
  let difference: GraphDifference

  /// The changes that lead from `old` to `new`. Takes time in the order of both graphs, and little for what they have
  /// in common.
  ///
  /// Where the graphs are made of articles in two folders, `roots` are these: that an article lies at the same place
  /// in the other folder is no change, but for the patch.
  public init(
    from old: KnowledgeGraph, to new: KnowledgeGraph, roots: (old: String, new: String)? = nil
  ) {
    self.old = old
    self.new = new
    difference = GraphDifference(old, new)
    documents = DocumentChange.changes(difference, roots: roots)
    readings = ReadingChange.changes(difference, told: documents)
    rules = RuleChange.changes(difference)
    let matching = NodeMatching(old: difference.oldNodes, new: difference.newNodes, documents)
    let causes = CauseFinder(documents: documents, rules: rules)
    nodes = matching.changes(causes)
    edges = EdgeMatching(
      old: old, new: new, difference, counterparts: matching.counterparts, causes
    ).changes()
  }

  /// Whether nothing changed, of what a filter has left; without one, the graphs are the same to the byte.
  public var isEmpty: Bool {
    documents.isEmpty && readings.isEmpty && rules.isEmpty && nodes.isEmpty && edges.isEmpty
  }

  /// The same as sets of statements, to apply and to reverse. Takes as long as writing both graphs.
  public var patch: GraphPatch { GraphPatch(from: old, to: new, difference) }
}

extension KnowledgeGraph {
  /// Whether the graphs can be versions of one: they have a document (by id or by content) or a node in common, or
  /// one is empty.
  public func isRelated(to other: KnowledgeGraph) -> Bool {
    if documents.isEmpty || other.documents.isEmpty { return true }
    let ids = Set(documents.map(\.id))
    let hashes = Set(documents.map(\.hash))
    return other.documents.contains { ids.contains($0.id) || hashes.contains($0.hash) }
      || other.nodes.contains { node($0.id) != nil }
  }
}

/// How a document differs.
public struct DocumentChange: Hashable, Sendable {
  /// What happened to it.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    case added, removed
    /// Its content has another hash.
    case edited
    /// Its content is the same; path, title, date, source or address aren't.
    case described
    /// The document is the same; somebody changed what its sentences were found to say.
    case corrected
    /// The document is the same, and what is read from it isn't: by another graphgen, or with other knowledge, as
    /// `reading` tells where it is on record.
    case reread
  }

  /// What happened to it.
  public let kind: Kind
  /// As it was; nil for one that was added.
  public let old: SourceDocument?
  /// As it is; nil for one that was removed.
  public let new: SourceDocument?

  /// Its id.
  public var id: String { new?.id ?? old?.id ?? "" }
  /// The document as it is, or was.
  public var document: SourceDocument? { new ?? old }

  /// The documents of which all that is stated anew was found as something that isn't stated any more, by the same
  /// words and frame: what reads them again finds other words, or by other ways.
  private static func corrected(_ difference: GraphDifference) -> Set<String> {
    let found = Set(difference.removed.claims.map(Finding.init))
    let (known, unknown) = difference.added.claims.reduce(into: (Set<String>(), Set<String>())) {
      result, claim in
      if found.contains(Finding(claim)) {
        result.0.insert(claim.evidence.document)
      } else {
        result.1.insert(claim.evidence.document)
      }
    }
    return known.subtracting(unknown)
  }

  /// Where and how a claim was found.
  private struct Finding: Hashable {
    let sentence: SentenceKey
    let frame: String
    let trace: String?

    init(_ claim: Claim) {
      sentence = SentenceKey(claim.evidence)
      frame = claim.evidence.frame
      trace = claim.evidence.trace
    }
  }

  /// The path as it is below the folder.
  private static func below(_ root: String, _ path: String) -> Substring {
    let root = root.hasSuffix("/") || root.isEmpty ? root : root + "/"
    return path.hasPrefix(root) ? path.dropFirst(root.count) : path[...]
  }

  static func changes(
    _ difference: GraphDifference, roots: (old: String, new: String)? = nil
  ) -> [DocumentChange] {
    let old = Dictionary(
      difference.removed.documents.map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a })
    let new = Dictionary(
      difference.added.documents.map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a })
    var changes = Set(old.keys).union(new.keys).map { id in
      let pair = (old: old[id], new: new[id])
      let kind: Kind =
        pair.old == nil
        ? .added
        : pair.new == nil ? .removed : pair.old?.hash != pair.new?.hash ? .edited : .described
      return DocumentChange(kind: kind, old: pair.old, new: pair.new)
    }
    // What speaks otherwise without having changed.
    var reread = Set(
      (difference.removed.claims + difference.added.claims).map(\.evidence.document))
    reread.formUnion(
      (difference.removed.appearances + difference.added.appearances).map(\.document))
    reread.subtract(changes.filter { $0.kind != .described }.map(\.id))
    changes.removeAll { reread.contains($0.id) }
    let corrected = corrected(difference)
    for id in reread {
      let document = difference.documents[id]
      let pair = (old: old[id] ?? document, new: new[id] ?? document)
      let parts = DocumentChange(kind: .reread, old: pair.old, new: pair.new).reading.map(\.part)
      // People are on record, or to be told by what they left alone.
      let isByHand = parts.isEmpty ? corrected.contains(id) : parts == [.hand]
      changes.append(
        DocumentChange(kind: isByHand ? .corrected : .reread, old: pair.old, new: pair.new))
    }
    return changes.filter { change in
      guard change.kind == .described, let old = change.old?.unread, let new = change.new?.unread
      else { return true }
      // That another reader finds the same is no change of the document.
      guard old != new else { return false }
      guard let roots else { return true }
      var moved = old
      moved.path = new.path
      return moved != new || below(roots.old, old.path) != below(roots.new, new.path)
    }.sorted { $0.id.utf8Precedes($1.id) }
  }
}

/// A rule of people's on names that came or went.
public struct RuleChange: Hashable, Sendable {
  /// Whether it is said now, rather than was.
  public let isAdded: Bool
  /// Its key in `graphgen.yaml`: same, different, label or type.
  public let key: String
  /// What it says.
  public let entry: IdentityRules.Entry

  static func changes(_ difference: GraphDifference) -> [RuleChange] {
    difference.removed.rules.entries.map {
      RuleChange(isAdded: false, key: $0.key, entry: $0.entry)
    }
      + difference.added.rules.entries.map {
        RuleChange(isAdded: true, key: $0.key, entry: $0.entry)
      }
  }
}

/// One thing that a node or an edge says, before and after.
public struct FieldChange: Hashable, Sendable {
  /// What of a node or an edge may change.
  public enum Field: String, CaseIterable, Hashable, Sendable {
    case label, type, aliases, sameAs
    case source, relation, target, status, time, place, occasion, over, topic, office, former
  }

  /// What changed.
  public let field: Field
  /// What it said; nil for nothing. Several values are joined by "; ".
  public let old: String?
  /// What it says now; nil for nothing.
  public let new: String?

  /// The change; nil where there is none.
  public init?(_ field: Field, _ old: String?, _ new: String?) {
    guard old != new else { return nil }
    self.field = field
    self.old = old
    self.new = new
  }

  init?(_ field: Field, _ old: [String], _ new: [String]) {
    self.init(
      field, old.isEmpty ? nil : old.joined(separator: "; "),
      new.isEmpty ? nil : new.joined(separator: "; "))
  }
}
