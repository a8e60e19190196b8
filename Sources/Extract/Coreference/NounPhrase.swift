import Language

/// What stands with a noun that may describe something known: "the two Asian countries", "his foreign minister".
struct NounPhrase {
  let head: Int
  /// The first token that belongs to it.
  private(set) var start: Int
  let lemma: String
  let isPlural: Bool
  /// "the", or whose it is: the reader is supposed to know which. What "this" points to may be outside the text.
  private(set) var isDefinite = false
  /// "two", "both", "three".
  private(set) var count: Int?
  /// The tokens that tell whose it is: possessors, demonyms, what stands behind "of".
  private(set) var owners: [Int] = []
  /// Nouns that stand before it: "opposition" of "the opposition party"; names make it narrower.
  private(set) var compounds: [Int] = []
  /// "Each side blamed the other": whether it is of two, one by one.
  private(set) var isDistributive = false
  /// "former".
  private(set) var isFormer = false
  /// "U.N.-backed": whether a participle tells who stands behind it.
  private(set) var isBacked = false
  /// "oil-rich": whether an adjective of several words tells what it is like.
  private(set) var isCharacterized = false
  /// Whether other words say more of it: "the other", "the first", "the man who".
  private(set) var saysMore = false
  /// "in Tripoli": whether it tells by name where it is.
  private(set) var isPlaced = false
  /// Whether it may be something new.
  var isNarrowed: Bool { saysMore || isBacked || isCharacterized || isPlaced }

  /// The phrase of the noun `head`; `names` tells whether a token is part of a name, and the words of its own
  /// `title` narrow it no further: "the Vice President".
  init(
    head: Int, table: TokenTable, trees: DependencyIndex, title: Range<Int>? = nil,
    isNamed: (Int) -> Bool
  ) {
    self.head = head
    start = head
    lemma = trees.lemmas[head].lowercased()
    let record = table.text.tokenRecords[head]
    isPlural =
      record.morphology?.hasBytes(of: "Number=Plur") == true || record.fineTag == "NNS"
      || record.fineTag == "NNPS"
    for token in trees.dependents(of: head) where title?.contains(token) != true {
      read(token, table: table, trees: trees, isNamed: isNamed)
    }
  }

  private mutating func read(
    _ token: Int, table: TokenTable, trees: DependencyIndex, isNamed: (Int) -> Bool
  ) {
    let word = table.lower[token]
    switch trees.relations[token] {
    case "det":
      start = min(start, token)
      if Self.definite.contains(word) { isDefinite = true } else { saysMore = true }
      if word == "both" { count = 2 }
      if word == "each", Self.hasOther(behind: head, table) {
        isDistributive = true
        count = 2
        saysMore = false
      }
    case "nummod":
      start = min(start, token)
      count = Self.numbers[word] ?? 0
    case "nmod:poss":
      start = min(start, token)
      isDefinite = true
      owners.append(token)
    case "amod", "compound", "nmod:desc":
      guard token < head else { return }
      start = min(start, token)
      if isNamed(token) {
        owners.append(token)
      } else if word == "former" || word == "ex" {
        isFormer = true
      } else if trees.relations[token] != "amod" {
        compounds.append(token)
        if table.isCapitalized[token] { saysMore = true }
      } else if Self.narrowing.contains(word)
        || table.text.tokenRecords[token].morphology?.hasBytes(of: "Degree=Sup") == true
      {
        saysMore = true
      } else if trees.dependents(of: token).contains(where: isNamed) {
        isBacked = true
      } else if !trees.dependents(of: token).isEmpty {
        isCharacterized = true
      }
    case "nmod":
      let marks = trees.dependents(of: token, by: "case").map { table.lower[$0] }
      if marks == ["of"], token > head, isNamed(token) {
        owners.append(token)
      } else if marks == ["in"], token > head, isNamed(token) {
        isPlaced = true
      } else if !marks.allSatisfy(Self.circumstances.contains), !TimeWords.names(word) {
        saysMore = true
      }
    case "acl":
      // "the two countries, which share a border": behind a comma a clause tells no more which are meant.
      let start = trees.dependents(of: token).first.map { min($0, token) } ?? token
      if table.forms[start] != ",", start == 0 || table.forms[start - 1] != "," { saysMore = true }
    default: return
    }
  }

  /// Whether the sentence goes on with "the other" by itself: not "Each side paid. The other ministers left".
  private static func hasOther(behind head: Int, _ table: TokenTable) -> Bool {
    let sentence = table.text.sentenceRecords[table.sentence[head]].tokens
    return (head..<sentence.upperBound - 1).contains {
      table.lower[$0] == "the" && table.lower[$0 + 1] == "other"
        && ($0 + 2 == sentence.upperBound
          || ![.noun, .properNoun, .adjective].contains(
            table.text.tokenRecords[$0 + 2].partOfSpeech ?? .other))
    }
  }

  /// Prepositions of what happens to the phrase, which trees may hang on it: "praised the two leaders for their courage".
  private static let circumstances: Set<String> = [
    "for", "over", "during", "after", "before", "since", "until", "by", "despite", "amid",
  ]
  private static let definite: Set<String> = ["the", "both"]
  static let numbers = ["two": 2, "three": 3, "four": 4, "five": 5, "2": 2, "3": 3, "4": 4]
  private static let narrowing: Set<String> = [
    "other", "same", "first", "second", "third", "next", "last", "only", "new", "own", "different",
    "such", "many", "most", "further", "previous", "following", "very", "entire", "average",
    "respective", "various", "certain", "future", "annual", "upcoming", "recent", "one",
  ]
}
