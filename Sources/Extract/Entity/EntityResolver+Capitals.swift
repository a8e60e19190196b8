import Graph
import Language

/// Capitals that a text only describes: "arrived in the Thai capital".
extension EntityResolver {
  /// Names the cities that the text calls the capital of a country and never by name. A description that picks out one
  /// known thing names it.
  mutating func nameCapitals() {
    let countries = result.mentions.filter {
      result.entities[$0.entity].type == "country"
        && $0.mention.tokens.count == $0.mention.extent.count
    }
    let named = Set(result.mentions.map { result.entities[$0.entity].id })
    var found: [ResolvedMention] = []
    for country in countries {
      guard let noun = capital(behind: country.mention.tokens),
        let id = gazetteer.thing(result.entities[country.entity].id)?.capital,
        let city = gazetteer.thing(id), !named.contains(id)
      else { continue }
      let words = country.mention.tokens.lowerBound..<noun + 1
      let index = add(id, type: "city", label: city.label, alias: table.phrase(words))
      found.append(
        ResolvedMention(
          mention: EntityMention(
            tokens: noun..<noun + 1, extent: noun..<noun + 1,
            reference: .described(city.label, type: "city"), foundBy: "description.capital"),
          entity: index, foundBy: "description.capital"))
    }
    guard !found.isEmpty else { return }
    result.mentions = (result.mentions + found).enumerated().sorted {
      ($0.element.mention.tokens.lowerBound, $0.offset)
        < ($1.element.mention.tokens.lowerBound, $1.offset)
    }.map(\.element)
  }

  /// Where "capital" stands behind the name of a country: "the Thai capital", "Thailand's capital"; nil in "the new
  /// Thai capital", which is another.
  private func capital(behind country: Range<Int>) -> Int? {
    let sentence = table.text.sentenceRecords[table.sentence[country.lowerBound]].tokens
    let before = country.lowerBound - 1
    guard before < sentence.lowerBound || trees.partsOfSpeech[before] != .adjective else {
      return nil
    }
    var next = country.upperBound
    if next < sentence.upperBound, table.lower[next] == "'s" { next += 1 }
    guard next < sentence.upperBound, table.forms[next] == "capital" else { return nil }
    // "the Thai capital Bangkok", "Thai capital markets"
    let behind = next + 1
    guard behind < sentence.upperBound else { return next }
    return table.isCapitalized[behind]
      || [.noun, .properNoun].contains(trees.partsOfSpeech[behind]) ? nil : next
  }
}
