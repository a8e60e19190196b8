import Graph

/// What the gazetteer knows of parties besides their names: which bodies are parties, by which words texts call their
/// people, and how "R-Texas" is written.
struct PartyTable: Sendable {
  /// How a word calls people of a party.
  enum WordKind: Sendable {
    /// Only before a title: "Labour MP".
    case modifier
    /// For a member, too: "a Republican".
    case member
  }

  /// The parties, by index in the gazetteer's things.
  private(set) var parties: Set<Int> = []
  private var words: [String: [Int]] = [:]
  private var members: [String: [Int]] = [:]
  private var letters: [String: Int] = [:]
  private var places: [String: NodeID] = [:]

  /// The parties whose people a word calls, in the order of the files; of `member` those whose members it is a noun for.
  func parties(called word: String, as kind: WordKind) -> [Int] {
    switch kind {
    case .modifier: (words[word] ?? []) + (members[word] ?? [])
    case .member: members[word] ?? []
    }
  }

  /// The words that a phrase may be a form of: itself, and what it is the plural of.
  static func words(of phrase: String) -> [String] {
    phrase.hasSuffix("s") ? [phrase, String(phrase.dropLast())] : [phrase]
  }

  /// The party that a letter before a place stands for: the "R" of "R-Texas".
  func party(letter: String) -> Int? { letters[letter] }

  /// The place that is abbreviated so behind a party's letter: "N.H.", with or without its last full stop.
  func place(abbreviated text: String) -> NodeID? { places[Self.key(text)] }

  mutating func addParty(_ thing: Int) { parties.insert(thing) }

  mutating func add(_ word: String, of thing: Int, as kind: WordKind) {
    parties.insert(thing)
    switch kind {
    case .modifier: words[word, default: []].append(thing)
    case .member: members[word, default: []].append(thing)
    }
  }

  mutating func add(letter: String, of thing: Int) { letters[letter] = thing }

  mutating func add(abbreviation: String, of place: NodeID) {
    places[Self.key(abbreviation)] = place
  }

  /// The end of a sentence may take the full stop.
  private static func key(_ text: String) -> String {
    text.hasSuffix(".") ? String(text.dropLast()) : text
  }
}
