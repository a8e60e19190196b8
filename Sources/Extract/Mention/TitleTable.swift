/// Titles of office, as they stand before or after a name.
public struct TitleTable: Sendable {
  /// A title.
  public struct Title: Hashable, Sendable {
    /// The node type of whoever bears it: leader, minister, official or person.
    public let rank: String
    /// The office in its usual form, in lower case; nil for an honorific.
    public let office: String?
  }

  /// The node types that a title may give its bearer.
  static let ranks: Set<String> = ["leader", "minister", "official", "person"]

  private var titles = WordIndex<Title>()
  private var longest = WordIndex<Int>()

  /// The title that `phrase` spells, in lower case.
  func title(_ phrase: String) -> Title? { titles[phrase] }

  /// How many bytes the longest title has that starts with the given word, in lower case.
  func longestTitle(from word: String) -> Int { longest[Self.firstWord(word)] ?? 0 }

  mutating func add(_ columns: [String]) {
    let rank = columns[1]
    let key = TokenTable.normalized(columns[0]).lowercased()
    let office = columns[2]
    titles[key] = Title(rank: rank, office: office == "honorific" ? nil : office)
    let word = Self.firstWord(key)
    longest[word] = max(longest[word] ?? 0, key.utf8.count)
  }

  /// What stands before the first sign of ASCII that is no letter: this is asked of every token, and by bytes.
  private static func firstWord(_ text: String) -> String {
    let bytes = text.utf8.span
    let end = bytes.indices.first {
      bytes[$0] < 0x80 && !(UInt8(ascii: "a")...UInt8(ascii: "z")).contains(bytes[$0] | 0x20)
    }
    return end.map { String(Substring(text.utf8.prefix($0))) } ?? text
  }
}
