import Graph
import Language

/// Moves phrases that a parser gives to a name or a time up to what they belong to.
///
/// Names of persons and places and words for times hardly ever take phrases with prepositions of their own, but
/// parsers like to attach to the nearest noun: "met in Riyadh with the prince", "talks with Xi in Beijing",
/// "travels this week to Japan". And a day right behind a name is not what the preposition before the name
/// belongs to: "heading to Kyiv Tuesday".
struct NameAttachment {
  private let names: [Int: Kind]

  private enum Kind { case person, place }

  /// A repair of trees over a table in which those names are.
  init(mentions: [EntityMention], gazetteer: Gazetteer) {
    var names: [Int: Kind] = [:]
    for mention in mentions {
      guard let kind = Self.kind(of: mention, gazetteer) else { continue }
      for token in mention.extent { names[token] = kind }
    }
    self.names = names
  }

  private static func kind(of mention: EntityMention, _ gazetteer: Gazetteer) -> Kind? {
    switch mention.reference {
    case .person: return .person
    case .thing(let index, .name), .thing(let index, .seat):
      switch gazetteer.things[index].id.nodeClass {
      case "person": return .person
      case "place": return .place
      default: return nil
      }
    default: return mention.titles.isEmpty ? nil : .person
    }
  }

  /// Repairs the trees of a table.
  func apply(to table: inout TokenTable) {
    for sentence in table.text.sentenceRecords {
      for token in sentence.tokens where Self.isTime(token, table) { swapWithName(token, &table) }
      // From the right, so that a phrase rises past all names before it.
      for token in sentence.tokens.reversed() { raise(token, &table) }
    }
  }

  /// "to Kyiv Tuesday": the name heads the phrase, the day stands beside it.
  private func swapWithName(_ time: Int, _ table: inout TokenTable) {
    let name = time - 1
    let records = table.text.tokenRecords
    guard name >= 0, names[name] != nil, records[name].head == time,
      ["compound", "nmod:unmarked"].contains(records[name].relation?.rawValue),
      table.sentence[name] == table.sentence[time]
    else { return }
    let sentence = table.text.sentenceRecords[table.sentence[time]].tokens
    for token in sentence where records[token].head == time && token < name {
      table.text.tokenRecords[token].head = name
    }
    table.text.tokenRecords[name].head = records[time].head
    table.text.tokenRecords[name].relation = records[time].relation
    table.text.tokenRecords[time].head = records[time].head ?? name
    table.text.tokenRecords[time].relation = DependencyRelation(rawValue: "obl:unmarked")
  }

  /// Gives a phrase to what the name or time above it hangs on, as long as there is such a one.
  private func raise(_ token: Int, _ table: inout TokenTable) {
    guard table.text.tokenRecords[token].relation?.rawValue == "nmod",
      let marker = marker(of: token, table)
    else { return }
    for _ in 0..<4 {
      let records = table.text.tokenRecords
      guard let name = records[token].head, name < token, let above = records[name].head,
        rises(with: marker, from: name, above, table)
      else { return }
      table.text.tokenRecords[token].head = above
      let isClause = TimeOutlook.isVerb(above, records)
      table.text.tokenRecords[token].relation = DependencyRelation(
        rawValue: isClause ? "obl" : "nmod")
      if isClause { return }
    }
  }

  private func rises(
    with preposition: String, from name: Int, _ above: Int, _ table: TokenTable
  ) -> Bool {
    let records = table.text.tokenRecords
    let relation = records[name].relation?.rawValue ?? ""
    guard ["obl", "obj", "nmod", "nsubj", "iobj"].contains(relation) || relation == "obl:unmarked"
    else { return false }
    if Self.isTime(name, table) || relation == "obl:unmarked" && Self.isUnit(name, table) {
      return !["of", "after", "before", "since", "from"].contains(preposition)
    }
    switch names[name] {
    case .place:
      return relation != "nsubj" && Self.notOfPlaces.contains(preposition)
    case .person:
      // What stands behind the subject stands before the verb.
      return relation != "nsubj" && Self.notOfPersons.contains(preposition)
    case nil: return false
    }
  }

  private func marker(of token: Int, _ table: TokenTable) -> String? {
    let records = table.text.tokenRecords
    let start = table.text.sentenceRecords[table.sentence[token]].tokens.lowerBound
    return (start..<token).last {
      records[$0].head == token && records[$0].relation?.rawValue == "case"
    }.map { table.lower[$0] }
  }

  private static func isTime(_ token: Int, _ table: TokenTable) -> Bool {
    TimeWords.weekdays[table.lower[token]] != nil && table.isCapitalized[token]
      || ["today", "yesterday", "tomorrow"].contains(table.lower[token])
  }

  private static func isUnit(_ token: Int, _ table: TokenTable) -> Bool {
    TimeWords.units[table.lower[token]] != nil
  }

  private static let notOfPlaces: Set<String> = [
    "with", "for", "on", "from", "to", "by", "about", "over", "during", "as", "against", "between",
    "at",
  ]
  private static let notOfPersons: Set<String> = [
    "in", "at", "on", "for", "about", "during", "to", "by", "with", "against", "over", "as",
  ]
}
