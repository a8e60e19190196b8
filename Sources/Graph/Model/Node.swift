/// A thing that the corpus names.
///
/// All but `id` and `appearances` follows from the appearances, so that nothing is known of a node that
/// no document says.
public struct Node: Hashable, Sendable {
  /// Class and name.
  public let id: NodeID
  /// The highest-ranking type that a document gives it.
  public internal(set) var type: String
  /// The fullest proper name that the corpus gives.
  public internal(set) var label: String
  /// Every other proper name of it, ascending.
  public internal(set) var aliases: [String]
  /// The same thing elsewhere, as URIs, ascending.
  public internal(set) var sameAs: [String]
  /// What each document says of it, in the order of document ids; one for each id that a document gives it.
  public internal(set) var appearances: [Appearance]
}

/// What one document says of a node.
public struct Appearance: Hashable, Sendable {
  /// The id that the document alone gives the thing, where its node has another: see `Resolution`.
  public internal(set) var ownID: NodeID?
  /// The document's id.
  public var document: String
  /// The type that the document gives it.
  public var type: String
  /// The fullest proper name that the document gives.
  public var label: String
  /// All proper names that it uses, ascending; `label` may be among them.
  public var aliases: [String]
  /// The same thing elsewhere, as URIs, ascending.
  public var sameAs: [String]
  /// Where it names the thing, ascending.
  public var mentions: [Mention]

  /// An appearance with its lists put in order.
  public init(
    document: String, type: String, label: String, aliases: [String] = [], sameAs: [String] = [],
    mentions: [Mention]
  ) {
    self.document = document
    self.type = type
    self.label = label
    self.aliases = Set(aliases).sorted { $0.utf8Precedes($1) }
    self.sameAs = Set(sameAs).sorted { $0.utf8Precedes($1) }
    self.mentions = Set(mentions).sorted()
  }

  /// The two joined: the higher type, the fuller label, all names and mentions of both.
  ///
  /// A least upper bound, therefore associative, commutative and idempotent.
  func joined(with other: Appearance, ontology: Ontology) -> Appearance {
    Appearance(
      document: document, type: ontology.dominant(type, other.type),
      label: Self.fuller(label, other.label), aliases: aliases + other.aliases,
      sameAs: sameAs + other.sameAs, mentions: mentions + other.mentions)
  }

  /// The fuller of two names: more words, then more characters, then the first in the order of UTF-8.
  static func fuller(_ a: String, _ b: String) -> String {
    let size = { (name: String) in (name.split(separator: " ").count, name.count) }
    let (first, second) = (size(a), size(b))
    return first != second ? (first > second ? a : b) : (a.utf8Precedes(b) ? a : b)
  }
}

/// A place in a document that names a node.
public struct Mention: Hashable, Comparable, Sendable {
  /// The UTF-8 offset of its first byte in the document's text.
  public var start: Int
  /// The offset just past its last byte.
  public var end: Int
  /// The 1-based line of the document's file on which it starts.
  public var line: Int
  /// What found it: the rule or list.
  public var foundBy: String

  /// A mention of the bytes from `start` up to `end`.
  public init(start: Int, end: Int, line: Int, foundBy: String) {
    self.start = start
    self.end = end
    self.line = line
    self.foundBy = foundBy
  }

  /// By start, end, line, then by what found it.
  public static func < (a: Mention, b: Mention) -> Bool {
    (a.start, a.end, a.line, a.foundBy) < (b.start, b.end, b.line, b.foundBy)
  }
}
