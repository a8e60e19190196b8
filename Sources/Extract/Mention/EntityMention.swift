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
    return mentions.filter { $0.extent.count > 1 && !$0.isPhrase(in: table) }
      .sorted { ($1.extent.count, $0.extent.lowerBound) < ($0.extent.count, $1.extent.lowerBound) }
      .filter { mention in
        guard taken.isDisjoint(with: mention.extent) else { return false }
        taken.formUnion(mention.extent)
        return true
      }
      .map { TokenUnit(tokens: $0.extent, head: $0.tokens.upperBound - 1) }
      .sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }

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
