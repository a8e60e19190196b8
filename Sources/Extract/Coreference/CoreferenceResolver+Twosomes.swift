import Graph
import Language

/// Two that are told by a number alone, by what they are to each other, or by whose they are: "the two", "both", "the
/// neighbours", "their countries".
extension CoreferenceResolver {
  /// "The two will meet", "mediated between the two", "Both deny it": those whom the text told of together last.
  mutating func resolveTwosome(_ token: Int, sentence: Int) {
    guard isTwosome(token), let pair = lastPair(before: token, sentence: sentence) else { return }
    let start = trees.dependents(of: token, by: "det").min() ?? token
    take(
      Anaphor(
        tokens: min(start, token)..<token + 1, head: token, entities: pair,
        foundBy: "description.two"), sentence: sentence)
  }

  /// Whether the number stands for a phrase of its own: not "the two of them", "both in Oslo and in Rome", "both of us".
  private func isTwosome(_ token: Int) -> Bool {
    guard Self.places.contains(trees.relations[token]),
      trees.dependents(of: token).allSatisfy({ Self.besides.contains(trees.relations[$0]) })
    else { return false }
    return table.lower[token] == "both"
      || trees.dependents(of: token, by: "det").contains { table.lower[$0] == "the" }
  }

  private static let places: Set<String> = [
    "nsubj", "nsubj:pass", "obj", "iobj", "obl", "obl:agent", "nmod", "nmod:poss",
  ]
  private static let besides: Set<String> = ["det", "case", "punct", "advmod"]

  /// The two persons, or the two countries, whom the last sentences tell of together, or alone.
  private func lastPair(before token: Int, sentence: Int) -> [Int]? {
    let others = outsiders(of: token)
    for distance in 0...Self.pairReach {
      let near = referents.filter { $0.sentence == sentence - distance && !$0.entities.isEmpty }
      for isOfClass in [isPerson, isCountry] {
        let members = near.filter {
          $0.entities.allSatisfy { isOfClass($0) && !others.contains($0) }
        }
        if let pair = members.last(where: { $0.isPlural && $0.entities.count == 2 }) {
          return pair.entities
        }
        let alone = Set(members.flatMap(\.entities))
        if alone.count == 2 { return alone.sorted() }
        // Of three, nothing says which two.
        if alone.count > 2 { return nil }
      }
      // Of a pair of two kinds, a body may be one: nobody further back is meant.
      if near.contains(where: { $0.isPlural && $0.entities.count == 2 }) { return nil }
    }
    return nil
  }

  /// How many sentences back two may stand whom a number alone takes up.
  private static let pairReach = 2

  private func isPerson(_ index: Int) -> Bool { entities.entities[index].id.nodeClass == "person" }

  func isCountry(_ index: Int) -> Bool { entities.entities[index].type == "country" }

  /// "The neighbours signed an accord": what two countries are to each other, without a number, is said of the two that
  /// the text told of together last.
  func mutual(_ phrase: NounPhrase, sentence: Int) -> [Int]? {
    guard phrase.isPlural, phrase.isDefinite, phrase.count == nil, phrase.owners.isEmpty,
      phrase.compounds.isEmpty, !phrase.saysMore, !phrase.isPlaced,
      gazetteer.heads.type(phrase.lemma, .mutual) == "country"
    else { return nil }
    let others = outsiders(of: phrase.head)
    for distance in 0...Self.pairReach {
      let near = referents.filter { $0.sentence == sentence - distance }
      let countries = Set(near.flatMap(\.entities).filter(isCountry)).subtracting(others)
      if countries.count > 2 { return nil }
      if countries.count == 2 { return countries.sorted() }
    }
    return nil
  }

  /// "Guyana sued its neighbour": of the two countries that the text is about, the other one.
  func counterpart(ofOwnerIn phrase: NounPhrase) -> Int? {
    guard !phrase.isPlural, phrase.count == nil, phrase.owners.count == 1, phrase.compounds.isEmpty,
      !phrase.saysMore, !phrase.isFormer,
      gazetteer.heads.type(phrase.lemma, .mutual) == "country",
      case let owner = phrase.owners[0], trees.relations[owner] == "nmod:poss",
      case let known = entities(at: owner), known.count == 1, let pair = mainPair(),
      pair.contains(known[0]),
      // "its northern neighbour" may be any.
      !trees.dependents(of: phrase.head, by: "amod").contains(where: {
        table.lower[$0].hasSuffix("ern") || table.lower[$0] == "other"
      })
    else { return nil }
    return pair.first { $0 != known[0] }
  }

  /// "Their countries signed", "their armies clashed", of two persons or two countries: the countries whose they are.
  func theirs(_ phrase: NounPhrase) -> [Int]? {
    let heads = gazetteer.heads
    guard phrase.isPlural, phrase.count == nil || phrase.count == 2, phrase.owners.count == 1,
      phrase.compounds.isEmpty, !phrase.saysMore, !phrase.isFormer,
      case let owner = phrase.owners[0], trees.relations[owner] == "nmod:poss",
      case let known = entities(at: owner), known.count == 2,
      [HeadTable.Places.any, .both].contains(where: { heads.type(phrase.lemma, $0) == "country" }),
      heads.type(phrase.lemma, .mutual) == nil
    else { return nil }
    let countries = known.compactMap { index -> Int? in
      if isCountry(index) { return index }
      return offices.offices(of: index).compactMap(\.body).compactMap(entities.index(of:))
        .first(where: isCountry)
    }
    return countries.count == 2 && countries[0] != countries[1] ? countries.sorted() : nil
  }
}
