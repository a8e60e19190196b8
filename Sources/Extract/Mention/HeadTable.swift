import Graph

/// Head words, which tell the type of a name that no list knows: "Yamoto Institute", "Gulf of Yamoto".
struct HeadTable: Sendable {
  /// Where a head word may stand.
  struct Places: OptionSet, Hashable, Sendable {
    let rawValue: Int
    /// At the end of a capitalised name.
    static let last = Places(rawValue: 1)
    /// After a capitalised name, in lower case.
    static let lower = Places(rawValue: 2)
    /// After a name of one capitalised word, in lower case: "the Waddani party".
    static let alone = Places(rawValue: 2_097_152)
    /// Before "of" and a capitalised name.
    static let of = Places(rawValue: 4)
    /// There is one time and again, told apart by year.
    static let yearly = Places(rawValue: 8)
    /// In a description of whatever was named last of the type: "the country".
    static let any = Places(rawValue: 16)
    /// In a description of what has the word in its name: "the ministry".
    static let named = Places(rawValue: 32)
    /// In a description of two together: "both sides".
    static let both = Places(rawValue: 64)
    /// In a description of two that are that to each other, without a number: "the neighbours".
    static let mutual = Places(rawValue: 1_048_576)
    /// In a description of its owner: "the Japanese government".
    static let own = Places(rawValue: 128)
    /// In lower case, before "in" and the name of a place: "the conflict in Mali".
    static let placed = Places(rawValue: 256)
    /// In lower case, of a body or behind its city: "a summit of the African Union", "the Geneva talks".
    static let held = Places(rawValue: 512)
    /// In lower case, behind a year: "the 1967 war".
    static let dated = Places(rawValue: 1024)
    /// In lower case, of the country that the text is about: "the presidential election"; of one word with a day, month
    /// or year: "the June referendum".
    static let national = Places(rawValue: 2048)
    /// In a description of a country by the region that it lies in: "the Gulf state".
    static let within = Places(rawValue: 524288)
    /// In a description of the country that it governs from a place: "the government in Kyiv".
    static let seated = Places(rawValue: 4096)
    /// In lower case, right before a name of two words or more, "the newspaper Yamoto Shimbun", or of any number behind
    /// "known as".
    static let before = Places(rawValue: 8192)
    /// In lower case, before its topic or who comes to it, and its place: "the conference on trade in Bali".
    static let topical = Places(rawValue: 16384)
    /// In lower case, before "of" and a body, but not behind its city: "a meeting of the Security Council".
    static let convened = Places(rawValue: 32768)
    /// In a description, in the plural, of an armed group that acts against its country: "the rebels".
    static let armed = Places(rawValue: 65536)
    /// In lower case, before "in" or "of" and the year when it came about: "a peace accord in 2015".
    static let signed = Places(rawValue: 131072)
    /// In lower case, in apposition to a name that no list knows: "the YMT, an armed movement,".
    static let apposed = Places(rawValue: 262144)
  }

  /// A head word's entry.
  struct Head: Hashable, Sendable {
    let type: String
    let places: Places
  }

  /// How the files name the places.
  private static let places: [(name: String, place: Places)] = [
    ("last", .last), ("lower", .lower), ("of", .of), ("yearly", .yearly), ("any", .any),
    ("named", .named), ("both", .both), ("own", .own), ("placed", .placed),
    ("held", .held), ("dated", .dated), ("national", .national), ("seated", .seated),
    ("before", .before), ("topical", .topical), ("convened", .convened), ("armed", .armed),
    ("signed", .signed), ("apposed", .apposed), ("within", .within),
    ("mutual", .mutual), ("alone", .alone),
  ]

  /// Whether a column names nothing but places.
  static func arePlaces(_ column: String) -> Bool {
    column.split(separator: " ").allSatisfy { word in places.contains { $0.name == word } }
  }

  private var heads = WordIndex<[Head]>()
  /// All that heads of several words start with.
  private var starts: WordSet = []

  /// The node type that `word`, in lower case, gives in that place.
  func type(_ word: String, _ place: Places) -> String? {
    heads[word]?.first { $0.places.contains(place) }?.type
  }

  /// Whether `word`, in lower case, is a head of that node type, wherever it stands.
  func has(_ word: String, as type: String) -> Bool {
    heads[word]?.contains { $0.type == type } == true
  }

  /// Whether a head of several words starts with `phrase`, in lower case: with most words none does.
  func startsPhrase(_ phrase: String) -> Bool { starts.contains(phrase) }

  mutating func add(_ columns: [String], at place: String) throws(SchemaViolation) {
    var places: Places = []
    for word in columns[2].split(separator: " ") {
      guard let known = Self.places.first(where: { $0.name == word }) else {
        throw SchemaViolation(
          place: place, found: "'\(word)'",
          expected: "\(Self.places.map(\.name).joined(separator: ", ")), with spaces between")
      }
      places.insert(known.place)
    }
    let head = columns[0].lowercased()
    heads[head, default: []].append(Head(type: columns[1], places: places))
    if head.contains(" ") {
      for end in head.indices.dropFirst() { starts.insert(String(head[..<end])) }
      starts.insert(head)
    }
  }
}
