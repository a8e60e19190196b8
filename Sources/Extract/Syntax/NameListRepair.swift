import Graph
import Language

/// Mends lists of three and more names whose members the parser has given to different words: "Canada, the EU and the
/// United States imposed sanctions", "disputes with Vietnam, the Philippines and Brunei".
///
/// What the text ranges with commas up to an "and" is one phrase: the first name stands in the tree for all.
struct NameListRepair {
  /// A name, and what sort of things it may be ranged with.
  private struct Name {
    let extent: Range<Int>
    let kind: Kind
  }

  private enum Kind { case actor, person, region, city }

  /// In the order of the text, none inside of another.
  private let names: [Name]
  /// Names that are, or may be, persons'.
  private let persons: [Range<Int>]

  /// A repair of trees over a table in which those names are.
  init(mentions: [EntityMention], gazetteer: Gazetteer) {
    var names: [Name] = []
    let sorted = mentions.sorted {
      ($0.extent.lowerBound, $1.extent.upperBound) < ($1.extent.lowerBound, $0.extent.upperBound)
    }
    for mention in sorted
    where mention.extent.lowerBound >= names.last?.extent.upperBound ?? 0 {
      guard let kind = Self.kind(of: mention, gazetteer) else { continue }
      names.append(Name(extent: mention.extent, kind: kind))
    }
    self.names = names
    persons = sorted.filter { mention in
      if case .unknown = mention.reference { return true }
      return Self.kind(of: mention, gazetteer) == .person
    }.map(\.extent)
  }

  private static func kind(of mention: EntityMention, _ gazetteer: Gazetteer) -> Kind? {
    switch mention.reference {
    case .person: return .person
    case .thing(let index, .name):
      switch gazetteer.things[index].type {
      case "country", "organization": return .actor
      case "region", "island": return .region
      case "city": return .city
      default: return gazetteer.things[index].id.nodeClass == "person" ? .person : nil
      }
    default: return nil
    }
  }

  /// Repairs the trees of a table.
  func apply(to table: inout TokenTable) {
    mendPlacedCities(in: &table)
    mendDescribed(in: &table)
    var list: [Name] = []
    for name in names {
      guard let last = list.last, last.kind == name.kind,
        table.sentence[last.extent.lowerBound] == table.sentence[name.extent.lowerBound],
        let isLast = joins(last.extent.upperBound..<name.extent.lowerBound, in: table)
      else {
        list = [name]
        continue
      }
      list.append(name)
      guard isLast else { continue }
      if list.count > 2 { mend(list.map(\.extent), in: &table) }
      list = [name]
    }
  }

  /// "visited Lyon, France; Oslo, Norway; and Lima, Peru": cities with their countries are ranged with semicolons.
  private func mendPlacedCities(in table: inout TokenTable) {
    var list: [(city: Range<Int>, country: Range<Int>)] = []
    for (name, next) in zip(names, names.dropFirst()) {
      guard name.kind == .city, next.kind == .actor,
        table.sentence[name.extent.lowerBound] == table.sentence[next.extent.lowerBound],
        words(name.extent.upperBound..<next.extent.lowerBound, in: table) == [","]
      else { continue }
      if let last = list.last {
        let gap = words(last.country.upperBound..<name.extent.lowerBound, in: table)
        let isSame =
          table.sentence[last.city.lowerBound] == table.sentence[name.extent.lowerBound]
        if !isSame || ![[";"], [";", "and"], ["and"]].contains(gap) {
          range(list, in: &table)
          list = []
        }
      }
      list.append((name.extent, next.extent))
    }
    range(list, in: &table)
  }

  /// "signed by Lind, the secretary of the Council, and Moyo": who follows a description is ranged with whom it describes,
  /// not with what stands in it.
  private func mendDescribed(in table: inout TokenTable) {
    for person in persons where person.lowerBound > 2 {
      let start = person.lowerBound
      let records = table.text.tokenRecords
      let head = records.head(of: person)
      guard table.sentence[start - 2] == table.sentence[start],
        words(start - 2..<start, in: table) == [",", "and"],
        records[head].relation?.rawValue == "conj",
        let described = records.ancestors(of: head).prefix(4).first(where: {
          records[$0].relation?.rawValue == "appos"
        }), let bearer = records[described].head, bearer < described, described < start,
        persons.contains(where: { $0.contains(bearer) })
      else { continue }
      table.text.tokenRecords[head].head = bearer
    }
  }

  private func words(_ tokens: Range<Int>, in table: TokenTable) -> [String] {
    tokens.map { table.lower[$0] }
  }

  /// Makes cities one list in the place of the first, each with its country below it.
  private func range(
    _ list: [(city: Range<Int>, country: Range<Int>)], in table: inout TokenTable
  ) {
    guard list.count > 1, let start = list.first?.city.lowerBound,
      let end = list.last?.country.upperBound
    else { return }
    let records = table.text.tokenRecords
    let cities = list.map { records.head(of: $0.city) }
    guard records[cities[0]].head != nil,
      !records.ancestors(of: cities[0]).contains(where: (start..<end).contains)
    else { return }
    func hang(_ token: Int, on head: Int, _ relation: String) {
      table.text.tokenRecords[token].head = head
      table.text.tokenRecords[token].relation = DependencyRelation(rawValue: relation)
    }
    for (city, item) in zip(cities, list) {
      if city != cities[0] { hang(city, on: cities[0], "conj") }
      hang(records.head(of: item.country), on: city, "appos")
    }
    // The last has the "and", as any list's last.
    for (last, (city, item)) in zip(list, zip(cities, list).dropFirst()) {
      for token in last.country.upperBound..<item.city.lowerBound where table.lower[token] == "and"
      {
        hang(token, on: city, "cc")
      }
    }
  }

  /// Whether what is between two names is a comma, or an "and", behind which the list ends; nil where it is more.
  private func joins(_ gap: Range<Int>, in table: TokenTable) -> Bool? {
    var words = gap.map { table.lower[$0] }
    if words.last == "the" { words.removeLast() }
    switch words {
    case [","]: return false
    case ["and"], [",", "and"], ["or"], [",", "or"]: return true
    default: return nil
    }
  }

  private func mend(_ names: [Range<Int>], in table: inout TokenTable) {
    let records = table.text.tokenRecords
    let heads = names.map { records.head(of: $0) }
    let first = heads[0]
    if mendSubject(names, heads, in: &table) { return }
    let members = Set(heads)
    let sentence = table.text.sentenceRecords[table.sentence[first]].tokens
    /// What a member hangs on, past the other members.
    func top(_ head: Int) -> Int {
      var head = head
      for _ in heads {
        guard let above = records[head].head, members.contains(above) else { break }
        head = above
      }
      return head
    }
    let tops = Set(heads.map(top))
    let isWhole =
      tops.count == 1
      && heads.allSatisfy { $0 == top($0) || records[$0].relation?.rawValue == "conj" }
    guard !isWhole, let end = names.last?.upperBound else { return }
    // "Chadian, Malian and French troops", "Chad, Mali and Togo's leaders": what modifies a noun is told otherwise.
    guard
      !tops.contains(where: { records[$0].head.map { $0 >= end && isNoun($0, records) } == true }),
      let heir = tops.contains(first) ? first : tops.count == 1 ? tops.first : nil,
      !records.ancestors(of: heir).contains(where: members.contains)
    else { return }
    let relation = records[heir].relation?.rawValue ?? ""
    for other in tops where other != heir {
      guard isStray(other, besides: heir, relation, in: sentence, records) else { return }
    }
    if heir != first {
      table.text.tokenRecords[first].head = records[heir].head
      table.text.tokenRecords[first].relation = records[heir].relation
      // The preposition before the list is the first member's.
      for token in sentence
      where token < first && records[token].head == heir && !members.contains(token) {
        table.text.tokenRecords[token].head = first
      }
    }
    range(heads, in: &table)
  }

  /// Makes all names conjuncts of the first.
  private func range(_ heads: [Int], in table: inout TokenTable) {
    for head in heads.dropFirst() {
      table.text.tokenRecords[head].head = heads[0]
      table.text.tokenRecords[head].relation = DependencyRelation(rawValue: "conj")
    }
  }

  /// "visited Oslo in May, and Chad, Mali and Togo agreed": an "and" before a list that has its own joins clauses, so that
  /// all of the list do what its last does.
  private func mendSubject(
    _ names: [Range<Int>], _ heads: [Int], in table: inout TokenTable
  ) -> Bool {
    let records = table.text.tokenRecords
    guard let first = names.first?.lowerBound, let last = heads.last,
      let end = names.last?.upperBound,
      records[last].relation?.rawValue.hasPrefix("nsubj") == true,
      let verb = records[last].head, verb >= end, verb != records[heads[0]].head
    else { return false }
    let start = table.text.sentenceRecords[table.sentence[first]].tokens.lowerBound
    let joint = first > start && table.lower[first - 1] == "the" ? first - 1 : first
    guard joint - 2 > start, words(joint - 2..<joint, in: table) == [",", "and"],
      // Of "talks with Lind, and Chad, Mali and Togo" nobody knows where one list ends.
      !self.names.contains(where: { $0.extent.upperBound == joint - 2 })
    else { return false }
    table.text.tokenRecords[heads[0]].head = verb
    table.text.tokenRecords[heads[0]].relation = records[last].relation
    range(heads, in: &table)
    return true
  }

  /// Whether a member that the tree has outside of the list may be one of it: with no preposition of its own, and in the
  /// place of the first, or in one where a member can't be.
  private func isStray(
    _ member: Int, besides first: Int, _ relation: String, in sentence: Range<Int>,
    _ records: [TokenRecord]
  ) -> Bool {
    let hasPreposition = sentence.contains {
      $0 < member && records[$0].head == member && records[$0].relation?.rawValue == "case"
    }
    guard !hasPreposition, let head = records[member].head else { return false }
    let own = records[member].relation?.rawValue ?? ""
    if own.hasPrefix("nsubj") {
      // "After talks with Chad, Mali and Togo agreed": who acts behind a comma is none of those before.
      return relation.hasPrefix("nsubj") && records[first].head == head
    }
    return head < member || own == relation && head == records[first].head
  }

  private func isNoun(_ token: Int, _ records: [TokenRecord]) -> Bool {
    [.noun, .properNoun].contains(records[token].partOfSpeech)
  }
}
