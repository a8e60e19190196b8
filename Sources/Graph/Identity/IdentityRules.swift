/// What people say of names: which are one node, which never are, and how nodes are called.
///
/// It wins over everything that tables and texts suggest. A graph carries the rules that it was drawn by.
public struct IdentityRules: Hashable, Sendable {
  /// The name of the file that tells them.
  public static let fileName = "graphgen.yaml"

  /// Names or ids with one thing said of them.
  public struct Entry: Hashable, Sendable {
    /// Names, or ids as `person/vladimir-putin`.
    public var names: [String]
    /// The label or type; empty for lists of names.
    public var value: String
    /// The file and line that say so, as `graphgen.yaml:12`.
    public var place: String

    /// What `place` says of `names`.
    public init(names: [String], value: String = "", place: String) {
      self.names = names
      self.value = value
      self.place = place
    }

    fileprivate var sortKey: [String] { names + ["", value, place] }
  }

  /// Lists of names that are one node; the first is the node's.
  public private(set) var same: [Entry]
  /// Lists of names of which no two are one node.
  public private(set) var different: [Entry]
  /// Labels of nodes.
  public private(set) var labels: [Entry]
  /// Types of nodes.
  public private(set) var types: [Entry]

  /// The rules, in canonical order.
  public init(
    same: [Entry] = [], different: [Entry] = [], labels: [Entry] = [], types: [Entry] = []
  ) {
    self.same = Self.ordered(same)
    self.different = Self.ordered(different)
    self.labels = Self.ordered(labels)
    self.types = Self.ordered(types)
  }

  /// Whether nothing is said.
  public var isEmpty: Bool { self == IdentityRules() }

  /// What both say: associative, commutative, idempotent.
  public func union(_ other: IdentityRules) -> IdentityRules {
    IdentityRules(
      same: same + other.same, different: different + other.different,
      labels: labels + other.labels, types: types + other.types)
  }

  private static func ordered(_ entries: [Entry]) -> [Entry] {
    Set(entries).sorted { a, b in
      a.sortKey.lexicographicallyPrecedes(b.sortKey) { $0.utf8Precedes($1) }
    }
  }
}

/// Finds what rules say of a name, in constant time.
struct IdentityRuleIndex {
  let rules: IdentityRules
  private var same: [String: [Int]] = [:]
  /// Where names stand that must be told apart: list and place in it.
  private var different: [String: Set<[Int]>] = [:]

  init(_ rules: IdentityRules) {
    self.rules = rules
    for (index, entry) in rules.same.enumerated() {
      for name in entry.names { same[Self.key(name), default: []].append(index) }
    }
    for (list, entry) in rules.different.enumerated() {
      for (position, name) in entry.names.enumerated() {
        different[Self.key(name), default: []].insert([list, position])
      }
    }
    // What is said to differ from a name differs from all that is the same as that name.
    for entry in rules.same {
      let all = entry.names.reduce(into: Set<[Int]>()) {
        $0.formUnion(different[Self.key($1)] ?? [])
      }
      if !all.isEmpty { for name in entry.names { different[Self.key(name), default: []] = all } }
    }
  }

  /// How a rule's word is compared: an id as it is, a name as ids spell it.
  static func key(_ word: String) -> String {
    word.contains("/") ? word : NameTables.builtIn.folded(word)
  }

  /// The lists that join one of these words.
  func sameLists(_ words: [String]) -> [Int] {
    same.isEmpty ? [] : Set(words.flatMap { same[$0] ?? [] }).sorted()
  }

  /// Where the words stand in lists of different names.
  func marks(_ words: [String]) -> Set<[Int]> {
    different.isEmpty ? [] : words.reduce(into: []) { $0.formUnion(different[$1] ?? []) }
  }

  /// Whether things with such marks must be told apart.
  static func differ(_ a: Set<[Int]>, _ b: Set<[Int]>) -> Bool {
    a.contains { mark in b.contains { $0[0] == mark[0] && $0[1] != mark[1] } }
  }
}
