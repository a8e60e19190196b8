import Graph
import Language

/// Mends lists of names of which the parser takes the second for the place in which the first lies, or for another
/// name of it: "Saudi Arabia, Egypt, Bahrain and Oman cut ties". No country lies in a country, and nobody is
/// somebody else.
struct ListRepair {
  private let names: [Int: Kind]
  /// The two names with which a headline starts, a comma between: "Moyo, Lind to meet".
  private let pair: (Range<Int>, Range<Int>)?

  private enum Kind { case country, person }

  /// A repair of trees over a table in which those names are.
  init(mentions: [EntityMention], gazetteer: Gazetteer) {
    var names: [Int: Kind] = [:]
    for mention in mentions {
      switch mention.reference {
      case .thing(let index, .name) where gazetteer.things[index].type == "country":
        for token in mention.extent { names[token] = .country }
      case .person:
        for token in mention.extent { names[token] = .person }
      default: break
      }
    }
    self.names = names
    let starting = mentions.sorted { $0.extent.lowerBound < $1.extent.lowerBound }.prefix(2)
    // "Kampala, Uganda" is one place.
    let isPlace = starting.contains { mention in
      guard case .thing(let index, _) = mention.reference else { return false }
      return ["city", "region", "island"].contains(gazetteer.things[index].type)
    }
    let extents = starting.map(\.extent)
    pair =
      !isPlace && extents.count == 2 && extents[0].lowerBound == 0
        && extents[1].lowerBound == extents[0].upperBound + 1
      ? (extents[0], extents[1]) : nil
  }

  /// Repairs the trees of a table.
  func apply(to table: inout TokenTable) {
    joinPair(in: &table)
    for sentence in table.text.sentenceRecords.map(\.tokens) {
      for token in sentence where isListed(token, in: sentence, of: table) {
        table.text.tokenRecords[token].relation = DependencyRelation(rawValue: "conj")
      }
    }
  }

  /// Makes two names one subject with which the first sentence starts, and which nothing but a comma joins.
  private func joinPair(in table: inout TokenTable) {
    guard let (first, second) = pair, let sentence = table.text.sentenceRecords.first?.tokens,
      second.upperBound + 1 < sentence.upperBound, table.forms[first.upperBound] == ",",
      ![",", "and"].contains(table.lower[second.upperBound])
    else { return }
    let records = table.text.tokenRecords
    let heads = [first, second].map(records.head(of:))
    var verb = second.upperBound
    if table.lower[verb] == "to" { verb += 1 }
    guard records[verb].partOfSpeech == .verb,
      records[heads[1]].head == verb || records[verb].head == heads[1]
        || records[verb].head == heads[0]
    else { return }
    let isHeadline = records[verb].head.map(heads.contains) == true
    table.text.tokenRecords[heads[0]].head = isHeadline ? nil : verb
    table.text.tokenRecords[heads[0]].relation = DependencyRelation(
      rawValue: isHeadline ? "root" : "nsubj")
    if isHeadline { table.text.tokenRecords[verb].head = heads[0] }
    table.text.tokenRecords[heads[1]].head = heads[0]
    table.text.tokenRecords[heads[1]].relation = DependencyRelation(rawValue: "conj")
  }

  /// Whether a name stands behind one of its kind and a comma, in a list that goes on to an "and".
  private func isListed(_ token: Int, in sentence: Range<Int>, of table: TokenTable) -> Bool {
    let records = table.text.tokenRecords
    guard let kind = names[token], let first = records[token].head, first < token,
      names[first] == kind,
      ["nmod:unmarked", "appos", "nmod"].contains(records[token].relation?.rawValue),
      (first..<token).contains(where: { table.forms[$0] == "," }),
      !(sentence.lowerBound..<token).contains(where: {
        records[$0].head == token && records[$0].relation?.rawValue == "case"
      })
    else { return false }
    // The conjuncts may hang on the first or on one another.
    var listed: Set<Int> = [first]
    for next in token + 1..<sentence.upperBound {
      guard let head = records[next].head, listed.contains(head), names[next] == kind,
        records[next].relation?.rawValue == "conj"
      else { continue }
      listed.insert(next)
    }
    return (token..<sentence.upperBound).contains {
      records[$0].relation?.rawValue == "cc" && records[$0].head != first
        && listed.contains(records[$0].head ?? -1)
    }
  }
}
