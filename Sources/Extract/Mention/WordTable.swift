import Graph

/// Words that the engine knows by class: who is "he", which verbs speak or move.
struct WordTable: Sendable {
  /// What a word is, besides its part of speech.
  enum WordClass: String, CaseIterable {
    /// Whoever it names or describes is "he".
    case masculine
    /// Whoever it names or describes is "she".
    case feminine
    /// Whoever it describes is either.
    case person
    /// Its subject says what is quoted.
    case speech
    /// Its goal is a place.
    case motion
    /// Whom it is done to goes to a place: "invited Abe to Moscow", which dealt with as it is would act.
    case conveyance
    /// What stands behind its "for" or "over" is of whom it is directed at: "sanctions on Chad over its war".
    case judgement
    /// What stands with it is a place.
    case place
    /// What stands with it is a place behind words of motion, else who is addressed.
    case goal
    /// What stands with it acts; a verb is done to who acts.
    case body
    /// What it hits or takes is a place.
    case strike
    /// It never ends, or starts, a person's name.
    case thing
    /// The name behind it is a ship's: "USS", "frigate".
    case ship
    /// Those told by it are others than who governs: "opposition leaders".
    case opposed
    /// It is a group of people that acts as its members, or a verb that tells of them.
    case group
    /// It makes another office of the title behind it: "Deputy".
    case grade
    /// By whom it is done comes along with whom it is done to.
    case company
    /// The name behind it is a given name.
    case sovereign
    /// What it is directed at is a meeting.
    case attendance
    /// What has it in its name may be called a panel.
    case panel
    /// An office with it, of which a state's own publication names no body, is that state's.
    case staff
    /// An office with it is one of the party that stands with it: "Labour leader".
    case party
    /// Who holds an office with it sits in a parliament or governs a part of a state, and belongs to the party that
    /// stands with it: "senator", or wants to: "candidate".
    case elected
    /// It tells that an office is past: "ousted".
    case past
    /// Who is called so by somebody holds the same office of another country.
    case counterpart
  }

  /// How the files name the parts of speech.
  static let partsOfSpeech: Set<String> = [
    "first-name", "noun", "verb", "preposition", "adjective",
  ]

  private var firstNames = WordIndex<Set<WordClass>>()
  private var nouns = WordIndex<Set<WordClass>>()
  private var verbs = WordIndex<Set<WordClass>>()
  private var prepositions = WordIndex<Set<WordClass>>()
  private var adjectives = WordIndex<Set<WordClass>>()

  /// Whether the first name is borne by nearly nobody but that gender.
  func firstName(_ name: String, is wordClass: WordClass) -> Bool {
    firstNames[name]?.contains(wordClass) == true
  }

  /// Whether the word is a first name, of whatever gender.
  func isFirstName(_ word: String) -> Bool {
    firstName(word, is: .masculine) || firstName(word, is: .feminine)
  }

  /// Whether the noun, in lower case, is of that class.
  func noun(_ lemma: String, is wordClass: WordClass) -> Bool {
    nouns[lemma]?.contains(wordClass) == true
  }

  /// Whether the verb, in its dictionary form, is of that class.
  func verb(_ lemma: String, is wordClass: WordClass) -> Bool {
    verbs[lemma]?.contains(wordClass) == true
  }

  /// Whether the preposition, in lower case, is of that class.
  func preposition(_ word: String, is wordClass: WordClass) -> Bool {
    prepositions[word]?.contains(wordClass) == true
  }

  /// Whether the adjective, in lower case, is of that class.
  func adjective(_ word: String, is wordClass: WordClass) -> Bool {
    adjectives[word]?.contains(wordClass) == true
  }

  /// Whether an office is a party's by its last word: "leader", "whip".
  func isOfParty(_ office: String?) -> Bool {
    office?.split(separator: " ").last.map { noun(String($0), is: .party) } ?? false
  }

  /// Whether the word at `token` tells that an office behind it is past: "former", "one-time".
  func isPast(_ token: Int, of table: TokenTable) -> Bool {
    if adjective(table.lower[token], is: .past) { return true }
    guard token > 1, table.forms[token - 1] == "-" else { return false }
    return adjective("\(table.lower[token - 2])-\(table.lower[token])", is: .past)
  }

  mutating func add(_ columns: [String], at place: String) throws(SchemaViolation) {
    guard let wordClass = WordClass(rawValue: columns[2]) else {
      throw SchemaViolation(
        place: place, found: "'\(columns[2])'",
        expected: WordClass.allCases.map(\.rawValue).joined(separator: ", "))
    }
    let word = columns[0]
    switch columns[1] {
    case "first-name": firstNames[word, default: []].insert(wordClass)
    case "noun": nouns[word, default: []].insert(wordClass)
    case "verb": verbs[word, default: []].insert(wordClass)
    case "preposition": prepositions[word, default: []].insert(wordClass)
    default: adjectives[word, default: []].insert(wordClass)
    }
  }
}
