import Language

/// A place in the text that names something, before it is known what the document calls by that name.
struct EntityMention: Hashable, Sendable {
  /// What the words point to.
  enum Reference: Hashable, Sendable {
    /// A thing of the gazetteer, by its index, and how the words point to it.
    case thing(Int, Gazetteer.NameKind)
    /// Something that no list knows, of that node type, by its full name.
    case named(String, type: String)
    /// The same, in words that may be less than its name: "the fighting in Mali".
    case described(String, type: String)
    /// What a country has, of the country that the text is about: "the presidential election"; with a day, month or year
    /// it is an event of its own whosever it is.
    case national(String, type: String, isDated: Bool)
    /// A person's full name.
    case person(String)
    /// A single capitalised word that may be part of somebody's name.
    case short(String)
    /// Several capitalised words of which nothing else is known yet.
    case unknown(String)
  }

  /// A title that stands with a name.
  struct TitleUse: Hashable, Sendable {
    let title: TitleTable.Title
    /// The title's tokens.
    let tokens: Range<Int>
    /// Whether the office is past: "former", "ex-".
    let isFormer: Bool
  }

  /// The tokens of the name itself.
  var tokens: Range<Int>
  /// The tokens of the name with title and demonym before it.
  var extent: Range<Int>
  var reference: Reference
  var titles: [TitleUse] = []
  /// What found it.
  var foundBy: String
}

extension EntityMention {
  /// The names of several words, with their titles, as units of grammar: disjoint, of overlapping ones the
  /// longest. A description with a phrase of its own, "the summit in Tashkent", is none: it has the grammar of any noun.
  static func units(of mentions: [EntityMention], in table: TokenTable) -> [TokenUnit] {
    var taken: Set<Int> = []
    let names = mentions.filter { $0.extent.count > 1 && !$0.isPhrase(in: table) }
      .sorted { ($1.extent.count, $0.extent.lowerBound) < ($0.extent.count, $1.extent.lowerBound) }
      .filter { mention in
        guard taken.isDisjoint(with: mention.extent) else { return false }
        taken.formUnion(mention.extent)
        return true
      }
      .map { TokenUnit(tokens: $0.extent, head: $0.tokens.upperBound - 1) }
    let others = (attributes(in: table) + surnames(of: mentions, in: table)).filter {
      taken.isDisjoint(with: $0.tokens)
    }
    return (names + others).sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }

  /// "Morales called on Chile": one word of a person's name, which the text tells in full elsewhere, is a name whatever else it
  /// may be.
  private static func surnames(of mentions: [EntityMention], in table: TokenTable) -> [TokenUnit] {
    var known: Set<String> = []
    for mention in mentions where mention.tokens.count > 1 {
      let surname = mention.tokens.last { token in
        table.isCapitalized[token] && !NameWords.generations.contains(table.lower[token])
      }
      guard let surname else { continue }
      switch mention.reference {
      case .person, .unknown: known.insert(table.forms[surname])
      case .thing where !mention.titles.isEmpty: known.insert(table.forms[surname])
      default: continue
      }
    }
    return mentions.filter { mention in
      guard case .short(let word) = mention.reference, mention.extent.count == 1 else {
        return false
      }
      return known.contains(word) && !TimeWords.names(word.lowercased())
    }.map { TokenUnit(tokens: $0.tokens, head: $0.tokens.lowerBound) }
  }

  /// "the first in-person meeting", "a face-to-face session": words that hyphens join around a preposition and that tell of
  /// the noun behind are one; to the parser the preposition would start a phrase of its own.
  private static func attributes(in table: TokenTable) -> [TokenUnit] {
    guard table.count > 5 else { return [] }
    var units: [TokenUnit] = []
    for token in 1..<table.count - 3
    where isJoint(token + 1, in: table) && prepositions.contains(table.lower[token]) {
      // "face-to-face"
      let start = token > 2 && isJoint(token - 1, in: table) ? token - 2 : token
      let next = token + 3
      guard start > 0, openers.contains(table.lower[start - 1]),
        table.sentence[start - 1] == table.sentence[next], table.isSmall(token + 2),
        table.isCapitalized[next] || table.isSmall(next), !prepositions.contains(table.lower[next]),
        table.lower[next] != "and"
      else { continue }
      units.append(TokenUnit(tokens: start..<next, head: token + 2))
    }
    return units
  }

  /// Whether a token is a hyphen within a word.
  private static func isJoint(_ token: Int, in table: TokenTable) -> Bool {
    table.forms[token] == "-" && !table.hasSpaceBefore[token] && !table.hasSpaceBefore[token + 1]
  }

  private static let prepositions: Set<String> = [
    "in", "on", "to", "for", "of", "by", "at", "with",
  ]
  /// Words behind which a word that tells of a noun may stand.
  private static let openers: Set<String> = [
    "a", "an", "the", "this", "their", "his", "her", "our", "its", "'s", "first", "second", "third",
    "fourth", "fifth", "last", "next", "annual", "regular", "new", "rare", "inaugural",
  ]

  /// Whether it calls something by what it is, in words of the language: "the summit in Tashkent", "the 1967 war".
  func isDescription(in table: TokenTable) -> Bool {
    foundBy.hasPrefix("head.") && !table.isCapitalized[tokens.lowerBound]
  }

  /// Whether a description has a phrase of its own behind its noun.
  private func isPhrase(in table: TokenTable) -> Bool {
    isDescription(in: table)
      && tokens.dropFirst().contains { ["in", "at", "of"].contains(table.lower[$0]) }
  }
}
