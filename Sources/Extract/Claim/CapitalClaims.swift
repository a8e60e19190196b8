import Graph
import Language

/// Which city is a capital where the text calls it one and leaves out of what: "in Banjul, the capital", "captured the
/// capital, Sanaa", "flew to the Malian capital" of a text that names Bamako.
///
/// The gazetteer tells the country, which the document must name too.
struct CapitalClaims {
  let gazetteer: Gazetteer
  let table: TokenTable
  let entities: DocumentEntities

  /// The claims of the document, one for each city, in the order of the text.
  func claims() -> [ClaimDraft] {
    var starts: [Int: Int] = [:]
    var ends: [Int: Int] = [:]
    for mention in entities.mentions {
      starts[mention.mention.tokens.lowerBound] = mention.entity
      ends[mention.mention.tokens.upperBound] = mention.entity
    }
    let described = entities.anaphorsByHead
    var seen: Set<Int> = []
    return (0..<table.count).compactMap { token in
      guard table.lower[token] == "capital", !isOf(token) else { return nil }
      let city =
        described[token].flatMap { $0.count == 1 ? $0[0] : nil }
        ?? starts[token] ?? apposed(to: token, starts: starts, ends: ends)
      guard let city, let country = country(of: city), seen.insert(city).inserted else {
        return nil
      }
      return ClaimDraft(
        source: city, relation: "capital-of", target: country, sentence: table.sentence[token],
        tokens: token..<token + 1, frame: "capital-of.called",
        trace: ClaimTrace(origin: table.traced("word", token..<token + 1)))
    }
  }

  /// Whether the words go on with whose capital it is, which frames read, or with what is no city: "capital punishment".
  private func isOf(_ token: Int) -> Bool {
    let next = token + 1
    guard next < table.count, table.sentence[next] == table.sentence[token] else { return false }
    return table.lower[next] == "of"
      || !table.isCapitalized[next] && table.text.tokenRecords[next].partOfSpeech == .noun
  }

  /// The city beside "the capital", before or behind it.
  private func apposed(to token: Int, starts: [Int: Int], ends: [Int: Int]) -> Int? {
    let next = token + 1
    if let city = starts[next] ?? (isComma(next) ? starts[next + 1] : nil) { return city }
    guard token >= 2, table.lower[token - 1] == "the", isComma(token - 2) else { return nil }
    return ends[token - 2]
  }

  private func isComma(_ token: Int) -> Bool { token < table.count && table.forms[token] == "," }

  /// The country of the document whose capital the city is.
  private func country(of city: Int) -> Int? {
    guard entities.entities[city].type == "city",
      let country = gazetteer.country(ofCapital: entities.entities[city].id)
    else { return nil }
    return entities.index(of: country.id)
  }
}
