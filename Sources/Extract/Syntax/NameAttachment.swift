import Graph
import Language

/// Moves phrases that a parser gives to a name, a time or an adverb up to what they belong to.
///
/// Names of persons and places and words for times hardly ever take phrases with prepositions of their own, but
/// parsers like to attach to the nearest noun: "met in Riyadh with the prince", "talks with Xi in Beijing",
/// "travels this week to Japan". And a day right behind a name is not what the preposition before the name
/// belongs to: "heading to Kyiv Tuesday". Nor do adverbs of direction, or the means of a call, take phrases: "flew back
/// to Kuwait", "spoke by telephone with the prince".
struct NameAttachment {
  /// The kind of name that each token belongs to.
  private let names: [Kind?]
  /// Words for offices.
  private let roles: Set<String>

  private enum Kind {
    case person, place
    /// Capitalised words of which nothing is known, and which may be a person's.
    case unknown
  }

  /// A repair of trees over a table in which those names are.
  init(mentions: [EntityMention], gazetteer: Gazetteer, table: TokenTable, roles: Set<String>) {
    self.roles = roles
    var names = [Kind?](repeating: nil, count: table.count)
    for mention in mentions {
      guard let kind = Self.kind(of: mention, gazetteer) else { continue }
      for token in mention.extent { names[token] = kind }
    }
    self.names = names
  }

  private static func kind(of mention: EntityMention, _ gazetteer: Gazetteer) -> Kind? {
    switch mention.reference {
    case .person: return .person
    case .unknown: return mention.titles.isEmpty ? .unknown : .person
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
    // Taken out of the table, so that a change copies nothing.
    var records: [TokenRecord] = []
    swap(&records, &table.text.tokenRecords)
    for sentence in table.text.sentenceRecords.map(\.tokens) {
      for token in sentence
      where Self.isTime(token, table) || Self.isUnit(token, table) || table.lower[token] == "times"
      {
        swapWithName(token, &records, in: sentence)
      }
      // From the right, so that a phrase rises past all names before it.
      for token in sentence.reversed() { raise(token, &records, in: sentence, of: table) }
      for token in sentence {
        appose(token, &records, in: sentence, of: table)
        apposeToOffice(token, &records, in: sentence, of: table)
        range(token, &records, in: sentence, of: table)
        free(token, &records, in: sentence, of: table)
      }
    }
    swap(&records, &table.text.tokenRecords)
  }

  /// "to Kyiv Tuesday", "with Abhisit and Hun Sen last month": the name heads the phrase, the time stands beside it.
  private func swapWithName(_ time: Int, _ records: inout [TokenRecord], in sentence: Range<Int>) {
    guard
      let name = (max(sentence.lowerBound, time - Self.farthestName)..<time).first(where: {
        records[$0].head == time && names[$0] != nil
          && ["compound", "nmod:unmarked", "nmod:poss"].contains(records[$0].relation?.rawValue)
      }),
      // Names alone stand before the time, and no "'s" makes it theirs.
      (name + 1..<time).allSatisfy({
        names[$0] != nil || records[$0].head == time || records[$0].relation?.rawValue == "cc"
      }),
      !(name + 1..<time).contains(where: { records[$0].fineTag == "POS" })
    else { return }
    let above = records[time].head
    // "telephoned Abe several times": without a preposition, a verb has the name itself.
    let isObject =
      records[time].relation?.rawValue == "obl:unmarked" && above.map { $0 < name } == true
      && above.map { TimeOutlook.isVerb($0, records) } == true
    for token in sentence.lowerBound..<name where records[token].head == time {
      records[token].head = name
    }
    records[name].head = above
    records[name].relation = isObject ? DependencyRelation(rawValue: "obj") : records[time].relation
    records[time].head = above ?? name
    records[time].relation = DependencyRelation(rawValue: "obl:unmarked")
  }

  private static let farthestName = 9

  /// Gives a phrase to what the name or time above it hangs on, as long as there is such a one.
  private func raise(
    _ token: Int, _ records: inout [TokenRecord], in sentence: Range<Int>, of table: TokenTable
  ) {
    guard let relation = records[token].relation?.rawValue, relation == "nmod" || relation == "obl",
      let above = records[token].head, relation == "nmod" || !TimeOutlook.isVerb(above, records),
      let marker = marker(of: token, records, in: sentence, of: table)
    else { return }
    if marker == "by", let verb = passive(overObject: above, records, in: sentence) {
      records[token].head = verb
      records[token].relation = DependencyRelation(rawValue: "obl:agent")
      return
    }
    // "discussed the crisis by telephone"
    let isMeans =
      Self.means.contains(table.lower[token]) && ["by", "over", "via"].contains(marker)
    for _ in 0..<4 {
      guard let name = records[token].head, name < token, let above = records[name].head,
        isMeans && records[name].relation?.rawValue == "obj"
          || rises(with: marker, from: name, isPerson: names[token] == .person, records, table)
      else { return }
      let isClause = TimeOutlook.isVerb(above, records)
      records[token].head = above
      records[token].relation = DependencyRelation(rawValue: isClause ? "obl" : "nmod")
      if isClause { return }
    }
  }

  /// "has been given tanks by Russia", "is considered a terrorist group by Canada": the passive verb whose object or
  /// predicate a noun is. Who stands behind it with "by" does it.
  private func passive(
    overObject noun: Int, _ records: [TokenRecord], in sentence: Range<Int>
  ) -> Int? {
    guard ["obj", "xcomp"].contains(records[noun].relation?.rawValue),
      records[noun].partOfSpeech == .noun, let verb = records[noun].head, verb < noun,
      sentence.contains(where: {
        records[$0].head == verb && records[$0].relation?.rawValue == "aux:pass"
      })
    else { return nil }
    return verb
  }

  /// "The commander of the force, Kurt Lind, spoke": a person right behind a comma is none of a list with what isn't
  /// one, but who the phrase before tells of.
  private func appose(
    _ token: Int, _ records: inout [TokenRecord], in sentence: Range<Int>, of table: TokenTable
  ) {
    guard let kind = names[token], kind != .place, isHead(token, of: kind, records),
      records[token].relation?.rawValue == "conj",
      let before = records[token].head, before < token, names[before] != .person,
      !(sentence.lowerBound..<token).contains(where: {
        records[$0].head == token && records[$0].relation?.rawValue == "cc"
      })
    else { return }
    var first = token
    while first > sentence.lowerBound, names[first - 1] == kind { first -= 1 }
    guard first > sentence.lowerBound, table.forms[first - 1] == "," else { return }
    // "the leaders of Chad and Mali, Kurt Lind, Ana Rojas": one of a list.
    guard first - 2 < sentence.lowerBound || names[first - 2] != .person else { return }
    var role = before
    while records[role].relation?.rawValue == "nmod", let above = records[role].head, above < role {
      role = above
    }
    guard role != before, names[role] == nil, records[role].partOfSpeech == .noun else { return }
    records[token].head = role
    records[token].relation = DependencyRelation(rawValue: "appos")
  }

  /// "a letter to the President of Chad, Kurt Lind", "met the chairman of the Red Party's council, Ana Rojas": a person
  /// behind the comma that ends the phrase of an office has it.
  private func apposeToOffice(
    _ token: Int, _ records: inout [TokenRecord], in sentence: Range<Int>, of table: TokenTable
  ) {
    guard isHead(token, of: .person, records),
      ["appos", "conj"].contains(records[token].relation?.rawValue),
      let first = firstToken(of: token, in: sentence), first - 2 > sentence.lowerBound,
      table.forms[first - 1] == ",", names[first - 2] != .person,
      // Of a list none is told to have the office.
      records[token].relation?.rawValue == "appos" || endsPhrase(token + 1, in: sentence, of: table)
    else { return }
    var office = first - 2
    for _ in sentence {
      if roles.contains(table.lower[office]), names[office] == nil,
        sentence.contains(where: {
          $0 < office && records[$0].head == office && records[$0].relation?.rawValue == "det"
        })
      {
        guard !records.ancestors(of: office).contains(token) else { return }
        records[token].head = office
        records[token].relation = DependencyRelation(rawValue: "appos")
        return
      }
      guard let above = records[office].head, above < office, sentence.contains(above),
        ["nmod", "flat", "compound", "appos", "nmod:poss"].contains(
          records[office].relation?.rawValue)
      else { return }
      office = above
    }
  }

  /// "the leaders of Chad, President Kurt Lind, and Prime Minister Ana Rojas": a person is ranged with the person before.
  private func range(
    _ token: Int, _ records: inout [TokenRecord], in sentence: Range<Int>, of table: TokenTable
  ) {
    guard isHead(token, of: .person, records), records[token].relation?.rawValue == "conj",
      let above = records[token].head, above < token, names[above] == .place,
      var last = firstToken(of: token, in: sentence).map({ $0 - 1 }), last > sentence.lowerBound,
      table.lower[last] == "and"
    else { return }
    last -= table.forms[last - 1] == "," ? 2 : 1
    guard last > above, names[last] == .person else { return }
    var person = last
    while let head = records[person].head, names[head] == .person, head < token { person = head }
    guard records[person].relation?.rawValue == "appos" else { return }
    records[token].head = person
  }

  /// Where the name with its title starts that a token heads.
  private func firstToken(of token: Int, in sentence: Range<Int>) -> Int? {
    guard let kind = names[token] else { return nil }
    var first = token
    while first > sentence.lowerBound, names[first - 1] == kind { first -= 1 }
    return first
  }

  private func endsPhrase(_ token: Int, in sentence: Range<Int>, of table: TokenTable) -> Bool {
    !sentence.contains(token)
      || [".", ",", ";", ")"].contains(table.forms[token])
        && (token + 1 >= sentence.upperBound || table.lower[token + 1] != "and")
  }

  /// "in September its minister, Kurt Lind, signed": a person right before a verb that lacks a subject is it, and no
  /// part of the month before.
  private func free(
    _ token: Int, _ records: inout [TokenRecord], in sentence: Range<Int>, of table: TokenTable
  ) {
    guard isHead(token, of: .person, records), records[token].relation?.rawValue == "flat",
      let time = records[token].head, time < token,
      TimeWords.months[table.lower[time]] != nil || TimeWords.weekdays[table.lower[time]] != nil,
      let verb = records[time].head, token < verb, TimeOutlook.isVerb(verb, records),
      !sentence.contains(where: {
        records[$0].head == verb && records[$0].relation?.rawValue.hasPrefix("nsubj") == true
      })
    else { return }
    records[token].head = verb
    records[token].relation = DependencyRelation(rawValue: "nsubj")
  }

  /// Whether the token heads a name of that kind.
  private func isHead(_ token: Int, of kind: Kind, _ records: [TokenRecord]) -> Bool {
    guard names[token] == kind, let head = records[token].head else { return false }
    return names[head] != kind || records[token].relation?.rawValue == "conj"
  }

  private func rises(
    with preposition: String, from name: Int, isPerson: Bool, _ records: [TokenRecord],
    _ table: TokenTable
  ) -> Bool {
    let relation = records[name].relation?.rawValue ?? ""
    if relation == "advmod" { return Self.directions.contains(table.lower[name]) }
    if relation.hasPrefix("obl"), Self.means.contains(table.lower[name]) {
      return preposition == "with"
    }
    guard ["obl", "obl:unmarked", "obj", "nmod", "nsubj", "iobj"].contains(relation) else {
      return false
    }
    if Self.isTime(name, table) || relation == "obl:unmarked" && Self.isUnit(name, table) {
      return !["of", "after", "before", "since", "from"].contains(preposition)
    }
    // What stands behind the subject stands before the verb.
    guard relation != "nsubj" else { return false }
    // "the visit to Chad of President Lind": the visit is the person's.
    if preposition == "of", names[name] == .place {
      return isPerson && relation == "nmod"
    }
    switch names[name] {
    case .place: return Self.notOfPlaces.contains(preposition)
    case .person: return Self.notOfPersons.contains(preposition)
    case .unknown, nil: return false
    }
  }

  private func marker(
    of token: Int, _ records: [TokenRecord], in sentence: Range<Int>, of table: TokenTable
  ) -> String? {
    (sentence.lowerBound..<token).last {
      records[$0].head == token && records[$0].relation?.rawValue == "case"
    }.map { table.lower[$0] }
  }

  private static func isTime(_ token: Int, _ table: TokenTable) -> Bool {
    switch table.lower[token] {
    case "today", "yesterday", "tomorrow": true
    default: table.isCapitalized[token] && TimeWord.named(table.lower[token])?.weekday != nil
    }
  }

  private static func isUnit(_ token: Int, _ table: TokenTable) -> Bool {
    TimeWord.named(table.lower[token])?.unit != nil
  }

  private static let directions: Set<String> = [
    "back", "home", "on", "over", "away", "onward", "onwards", "together",
  ]
  private static let means: Set<String> = ["telephone", "phone", "video"]
  private static let notOfPlaces: Set<String> = [
    "with", "for", "on", "from", "to", "by", "about", "over", "during", "as", "against", "between",
    "at",
  ]
  private static let notOfPersons: Set<String> = [
    "in", "at", "on", "for", "about", "during", "to", "by", "with", "against", "over", "as",
  ]
}
