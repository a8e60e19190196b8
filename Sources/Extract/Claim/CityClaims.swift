import Graph
import Language

/// Which city lies in the country that stands behind its comma, where the gazetteer says so: "to Zurich, Switzerland,
/// Brussels, Belgium and Lyon". What no list knows is left to the frames, which read no such lists.
struct CityClaims {
  private let table: TokenTable
  /// In the order of the text.
  private let pairs: [Pair]

  /// A city and the country behind it, by their mentions.
  private struct Pair {
    let city: ResolvedMention
    let country: ResolvedMention
  }

  init(gazetteer: Gazetteer, table: TokenTable, entities: DocumentEntities) {
    self.table = table
    func lies(_ city: NodeID, in country: NodeID) -> Bool {
      gazetteer.thing(city).flatMap { HomeCountry.country(of: $0, gazetteer) } == country
    }
    pairs = zip(entities.mentions, entities.mentions.dropFirst()).filter { city, country in
      let comma = city.mention.tokens.upperBound
      return comma + 1 == country.mention.tokens.lowerBound && table.forms[comma] == ","
        && entities.entities[city.entity].type == "city"
        && entities.entities[country.entity].type == "country"
        && lies(entities.entities[city.entity].id, in: entities.entities[country.entity].id)
    }.map { Pair(city: $0, country: $1) }
  }

  /// The claims of the document, one for each city, in the order of the text.
  func claims() -> [ClaimDraft] {
    var seen: Set<Int> = []
    return pairs.filter { seen.insert($0.city.entity).inserted }.map { pair in
      let tokens = pair.city.mention.tokens.lowerBound..<pair.country.mention.tokens.upperBound
      return ClaimDraft(
        source: pair.city.entity, relation: "located-in", target: pair.country.entity,
        sentence: table.sentence[tokens.lowerBound], tokens: tokens, frame: "located-in.comma",
        trace: ClaimTrace(origin: table.traced("words", tokens)))
    }
  }

  /// The tokens of the countries that stand so.
  func homeTokens() -> Set<Int> { Set(pairs.flatMap(\.country.mention.tokens)) }
}
