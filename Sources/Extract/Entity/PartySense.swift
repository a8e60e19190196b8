import Graph
import Language

/// Which country's party a word means that parties of several countries are called by: "Labour", "the Democrats".
///
/// The country that stands right before the word tells, then that of the person, then the one that the document names far
/// more often than those of the other parties, then the only one of them in the sentence or paragraph.
struct PartySense {
  private let gazetteer: Gazetteer
  private let table: TokenTable
  /// How often the document names each country: itself, what lies in it, its bodies and its office-holders; and how often
  /// each other thing.
  private let counts: [NodeID: Int]
  /// The countries that each sentence names.
  private let bySentence: [Int: Set<NodeID>]
  /// The countries of what ends at a token.
  private let countryEnding: [Int: NodeID]

  /// Looks at what `mentions` name of the gazetteer.
  init(_ mentions: [EntityMention], gazetteer: Gazetteer, table: TokenTable) {
    self.gazetteer = gazetteer
    self.table = table
    var counts: [NodeID: Int] = [:]
    var bySentence: [Int: Set<NodeID>] = [:]
    var endings: [Int: NodeID] = [:]
    for mention in mentions {
      guard case .thing(let index, _) = mention.reference,
        let country = HomeCountry.country(of: gazetteer.things[index], gazetteer)
      else { continue }
      // Hong Kong has parties of its own.
      let id = gazetteer.things[index].id
      for place in country == id ? [id] : [country, id] {
        counts[place, default: 0] += 1
        bySentence[table.sentence[mention.tokens.lowerBound], default: []].insert(place)
      }
      if gazetteer.things[index].id.nodeClass == "place" {
        endings[mention.tokens.upperBound - 1] = country
      }
    }
    self.counts = counts
    self.bySentence = bySentence
    countryEnding = endings
  }

  /// The one of `parties` (indices of things) that is meant at `token`, of which `person` is said to be; nil where that
  /// can't be told.
  func party(among parties: [Int], at token: Int, of person: Gazetteer.Thing? = nil) -> Int? {
    if let owner = owner(before: token) { return party(of: owner, among: parties) }
    if let person, let own = HomeCountry.country(of: person, gazetteer) {
      return party(of: own, among: parties)
    }
    let named = parties.filter { count(of: $0) > 0 }
    guard let first = named.first else { return nil }
    let top = counts.values.max() ?? 0
    let foremost =
      named.count == 1
      ? first
      : StoryCountry.foremost(
        Dictionary(named.map { ($0, count(of: $0)) }, uniquingKeysWith: { a, _ in a }))
    if let foremost, parties.count == 1 || count(of: foremost) * 3 >= top { return foremost }
    return near(token, named)
  }

  /// How often the document names the party's country.
  private func count(of party: Int) -> Int {
    gazetteer.things[party].country.map { counts[$0, default: 0] } ?? 0
  }

  private func party(of country: NodeID, among parties: [Int]) -> Int? {
    parties.first { gazetteer.things[$0].country == country }
  }

  /// The country right before the word: "Britain's Labour leader", "a German Social Democrat", "Tennessee Republican".
  private func owner(before token: Int) -> NodeID? {
    var before = token - 1
    while before >= 0, table.sentence[before] == table.sentence[token], token - before < 4,
      ["'s", "'"].contains(table.lower[before]) || table.isSmall(before)
    {
      before -= 1
    }
    guard before >= 0, table.sentence[before] == table.sentence[token] else { return nil }
    // "told Canada that Labour": only what belongs to the word stands before it.
    guard before == token - 1 || ["'s", "'"].contains(table.lower[before + 1]) else { return nil }
    return countryEnding[before]
  }

  /// The one of the parties whose country the sentence names, or else the paragraph up to it.
  private func near(_ token: Int, _ parties: [Int]) -> Int? {
    let here = table.sentence[token]
    let records = table.text.sentenceRecords
    var sentences = [here]
    var sentence = here - 1
    while sentence >= 0, records[sentence].paragraph == records[here].paragraph {
      sentences.append(sentence)
      sentence -= 1
    }
    for sentence in sentences {
      let countries = bySentence[sentence, default: []]
      let fitting = parties.filter {
        gazetteer.things[$0].country.map(countries.contains) == true
      }
      if let only = fitting.first { return fitting.count == 1 ? only : nil }
    }
    return nil
  }
}
