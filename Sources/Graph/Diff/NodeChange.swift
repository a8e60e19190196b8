/// How a node differs.
public struct NodeChange: Hashable, Sendable {
  /// What happened to it.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    case added, removed
    /// It is the same node, of which something else is said.
    case changed
    /// It has another id.
    case renamed
    /// What were several nodes is one.
    case merged
    /// What was one node is several.
    case split
    /// All that is said of it is the same; other documents or places name it.
    case evidence
  }

  /// What happened to it.
  public internal(set) var kind: Kind
  /// As it was: none for an added node, several for those that were merged; by id.
  public let old: [Node]
  /// As it is: none for a removed node, several for those of a split one; by id.
  public let new: [Node]
  /// What is said otherwise, in the order of `FieldChange.Field`.
  public internal(set) var fields: [FieldChange]
  /// The documents that name it now and didn't, ascending.
  public let gained: [String]
  /// The documents that named it and don't, ascending.
  public let lost: [String]
  /// What caused it.
  public let causes: [Cause]

  /// The node as it is now, or was; the first of several.
  public var node: Node? { new.first ?? old.first }

  init(kind: Kind? = nil, old: [Node], new: [Node], _ finder: CauseFinder) {
    self.old = old.sorted { $0.id < $1.id }
    self.new = new.sorted { $0.id < $1.id }
    fields = Self.fields(self.old, self.new)
    let before = Set(old.flatMap { $0.appearances.map(\.document) })
    let after = Set(new.flatMap { $0.appearances.map(\.document) })
    gained = after.subtracting(before).sorted { $0.utf8Precedes($1) }
    lost = before.subtracting(after).sorted { $0.utf8Precedes($1) }
    self.kind = kind ?? (fields.isEmpty ? .evidence : .changed)
    let touched = Self.touched(self.old, self.new)
    causes = finder.causes(
      of: touched.sorted { $0.utf8Precedes($1) },
      names: Set((old + new).flatMap { [$0.id.rawValue, $0.label] }))
  }

  private static func fields(_ old: [Node], _ new: [Node]) -> [FieldChange] {
    guard let before = old.first, let after = new.first, old.count == 1, new.count == 1 else {
      return []
    }
    return [
      FieldChange(.label, before.label, after.label), FieldChange(.type, before.type, after.type),
      FieldChange(
        .aliases, without(before.aliases, after), without(after.aliases, before)),
      FieldChange(.sameAs, before.sameAs, after.sameAs),
    ].compactMap(\.self)
  }

  /// The names that the other node isn't called by, be it as its label.
  private static func without(_ names: [String], _ other: Node) -> [String] {
    names.filter { $0 != other.label && !other.aliases.contains($0) }
  }

  /// The documents that say something else of the nodes than before.
  private static func touched(_ old: [Node], _ new: [Node]) -> Set<String> {
    let keys = { (nodes: [Node]) in
      Dictionary(
        nodes.flatMap(GraphStatements.appearances).map { (StatementKey.of($0), $0.document) },
        uniquingKeysWith: { a, _ in a })
    }
    let (before, after) = (keys(old), keys(new))
    return Set(before.filter { after[$0.key] == nil }.values)
      .union(after.filter { before[$0.key] == nil }.values)
  }
}
