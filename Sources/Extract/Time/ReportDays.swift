import Graph
import Language

/// The days of what a report tells without a date: "Lavrov urged envoys on Monday ... Lavrov accused Ukraine".
///
/// A report dates what somebody does once, and goes on with what else was said. So what a person states has, where
/// no time stands with it, the day of what the report told of the same person shortly before. What its headline tells,
/// and its first sentence tells as just done, has the newest day that the report's beginning tells of, a headline over
/// a report without days that of the publication. An official statement, or what a state publishes itself, does what it
/// says, and tells of meetings, on the day on which it is published.
struct ReportDays {
  private var days: [Int: (day: TimeSpan, sentence: Int)] = [:]
  /// When persons do what their verbs say, in the order of the text.
  private var dated: [Deed] = []

  private struct Deed {
    let person: Int
    let day: TimeSpan
    let sentence: Int
    /// Whether it is what its sentence tells, and no aside.
    let isMain: Bool
  }

  private let table: TokenTable
  private let published: TimeSpan?
  let isStatement: Bool
  /// The newest day of which the beginning of the report tells.
  private let newest: TimeSpan?
  /// The few days that the first sentence of the report is about: "This week, ...".
  private let opening: TimeSpan?

  /// The days of a text with its dated `expressions`, persons among `entities`, and the words of `gazetteer` for speech.
  init(
    table: TokenTable, entities: DocumentEntities, expressions: [TimeExpression],
    gazetteer: Gazetteer, published: TimeSpan?, encounters: Set<Int> = []
  ) {
    self.table = table
    self.published = published
    isStatement =
      Self.isStatement(table, gazetteer) || Self.isRecord(table, encounters)
      || entities.publisher != nil
    let recent = expressions.compactMap { expression in
      expression.resolved.flatMap { Self.isRecent($0, published) ? (expression.tokens, $0) : nil }
    }
    newest = recent.filter { table.sentence[$0.0.lowerBound] < Self.beginning }.map(\.1).max()
    opening = expressions.first { table.sentence[$0.tokens.lowerBound] == 1 }?.resolved.flatMap {
      guard let published, $0.length <= Self.recent + 1, $0.firstDay <= published.lastDay,
        published.firstDay - $0.lastDay <= Self.recent
      else { return nil }
      return $0
    }
    guard !recent.isEmpty else { return }
    let subjects = Self.subjects(table, entities)
    for (tokens, day) in recent {
      // "on Monday, a day after the vote"
      if tokens.upperBound < table.count,
        ["after", "before"].contains(table.lower[tokens.upperBound])
      {
        continue
      }
      guard let head = TimeOutlook.head(of: tokens, in: table.text.tokenRecords),
        let verb = Self.verb(above: head, table.text.tokenRecords)
      else { continue }
      for person in Self.actors(of: verb, subjects, table.text.tokenRecords) {
        dated.append(
          Deed(
            person: person, day: day, sentence: table.sentence[verb],
            isMain: Self.isMain(verb, table.text.tokenRecords)))
      }
    }
  }

  /// Whether a verb is its sentence's, or tells with it what was done: "becoming on Friday the first".
  private static func isMain(_ verb: Int, _ records: [TokenRecord]) -> Bool {
    let relation = records[verb].relation?.rawValue ?? ""
    return ["root", "conj", "parataxis"].contains(relation)
      || relation == "advcl" && records[verb].fineTag == "VBG"
  }

  /// The day on which a person did what was told shortly before a sentence: "met Abe on Friday. He flew on to Lima".
  func dayGoingOn(of person: Int, before sentence: Int) -> TimeSpan? {
    dated.last {
      $0.person == person && $0.isMain && $0.sentence < sentence
        && sentence - $0.sentence <= Self.sceneReach
    }?.day
  }

  /// Whether it is a day of the week before the publication.
  private static func isRecent(_ time: TimeSpan, _ published: TimeSpan?) -> Bool {
    guard let published, time.length == 1 else { return false }
    return time.firstDay <= published.lastDay && published.firstDay - time.firstDay <= recent
  }

  /// Notes when somebody did something, where it is a day right before the publication.
  mutating func note(_ time: TimeSpan, of person: Int, in sentence: Int) {
    guard Self.isRecent(time, published) else { return }
    days[person] = (time, sentence)
  }

  /// The day of what the words at `tokens` tell as done by `person`, `isVerbal` by saying it; nil where nothing
  /// tells it.
  func day(
    of person: Int, tokens: Range<Int>, sentence: Int, isVerbal: Bool, isEncounter: Bool,
    within reach: Int = Self.reach
  ) -> TimeSpan? {
    if isVerbal, let known = lastDay(of: person, before: sentence, within: reach) { return known }
    let isNow = Self.isNow(tokens, table)
    if isStatement, isVerbal && !isMentioned(tokens) || isNow || sentence == 0 { return published }
    if isStatement, isEncounter, isJustTold(tokens, sentence) {
      return opening ?? newest ?? published
    }
    if sentence == 0, isNow || isTold(tokens) {
      return newest ?? published.flatMap { $0.length == 1 ? $0 : nil }
    }
    return sentence == 1 && isNow ? newest : nil
  }

  /// Whether a read-out tells it as what it is about: in the past, in a main clause, and not as an earlier happening.
  private func isJustTold(_ tokens: Range<Int>, _ sentence: Int) -> Bool {
    let records = table.text.tokenRecords
    guard let published, published.length == 1,
      let head = TimeOutlook.head(of: tokens, in: records),
      var verb = TimeOutlook.isVerb(head, records) ? head : Self.verb(above: head, records)
    else { return false }
    // "had the opportunity to meet"
    while records[verb].fineTag == "VB", let above = Self.verb(above: verb, records) {
      verb = above
    }
    guard records[verb].fineTag == "VBD",
      ["root", "conj", "parataxis"].contains(records[verb].relation?.rawValue)
    else { return false }
    return !table.text.sentenceRecords[sentence].tokens.contains {
      Self.earlier.contains(table.lower[$0]) && !isSameDay($0) && !isAside($0, of: verb)
    }
  }

  /// Whether a word tells of when something else was: "met the former President", "met Putin, who has helped since 1991".
  private func isAside(_ token: Int, of verb: Int) -> Bool {
    if table.lower[token] == "former" { return true }
    let above = Self.verb(above: token, table.text.tokenRecords)
    return above.map { table.text.tokenRecords[$0].relation?.rawValue == "acl:relcl" } ?? false
  }

  /// Whether "earlier" is so on the same day: "Earlier in the day, the President met", "earlier today".
  private func isSameDay(_ token: Int) -> Bool {
    guard table.lower[token] == "earlier", token + 1 < table.count else { return false }
    return table.lower[token + 1] == "today"
      || token + 3 < table.count && table.lower[token + 1] == "in"
        && ["day", "morning", "afternoon", "evening"].contains(table.lower[token + 3])
  }

  static let earlier: Set<String> = [
    "last", "previous", "previously", "earlier", "recent", "recently", "past", "former", "ago",
    "since", "then",
  ]

  /// Whether it is what the sentence tells, not what it only speaks of: "holds talks", not "the talks failed".
  private func isTold(_ tokens: Range<Int>) -> Bool {
    let records = table.text.tokenRecords
    guard let head = TimeOutlook.head(of: tokens, in: records) else { return false }
    return ["root", "obj", "parataxis"].contains(records[head].relation?.rawValue)
  }

  /// Whether it is a noun that another brings along: "the commitments of the memorandum".
  private func isMentioned(_ tokens: Range<Int>) -> Bool {
    let records = table.text.tokenRecords
    guard let head = TimeOutlook.head(of: tokens, in: records) else { return false }
    return records[head].relation?.rawValue.hasPrefix("nmod") == true
  }

  private func lastDay(of person: Int, before sentence: Int, within reach: Int) -> TimeSpan? {
    let told = dated.last { $0.person == person && $0.sentence <= sentence }
    let known = [days[person], told.map { ($0.day, $0.sentence) }].compactMap { $0 }
      .max { $0.sentence < $1.sentence }
    guard let known, known.sentence <= sentence, sentence - known.sentence <= reach
    else { return nil }
    return known.day
  }

  /// What is done by saying it: the verbal categories of PLOVER.
  static let verbalCategories: Set<String> = [
    "AGREE", "SUPPORT", "ACCUSE", "REQUEST", "REJECT", "THREATEN", "CONCEDE",
  ]
  /// Reports are about the days before them.
  private static let recent = 7
  /// How many sentences a speech goes on.
  static let reach = 10
  /// How many sentences a day goes on for what is done, not said.
  private static let sceneReach = 3
  /// How many sentences a statement of a body goes on, which says more than one thing.
  static let bodyReach = 2
  /// How many sentences are the beginning.
  private static let beginning = 6
}

extension ReportDays {
  /// Whether the headline says that the text is somebody's: "Statement by President Biden", "Readout of ...".
  private static func isStatement(_ table: TokenTable, _ gazetteer: Gazetteer) -> Bool {
    guard let headline = table.text.sentenceRecords.first?.tokens, let last = headline.last,
      ![".", "?", "!"].contains(table.forms[last])
    else { return false }
    return headline.prefix(6).contains { token in
      gazetteer.words.noun(table.lower[token], is: .speech)
        && (token == last || openers.contains(table.lower[token + 1]))
    }
  }

  /// Whether the headline is only what it records: "Telephone conversation with President Zuma".
  private static func isRecord(_ table: TokenTable, _ encounters: Set<Int>) -> Bool {
    guard let headline = table.text.sentenceRecords.first?.tokens else { return false }
    let isNamed = headline.prefix(2).contains { noun in
      encounters.contains(noun) && headline.contains(noun + 1)
        && ["with", "between", "of"].contains(table.lower[noun + 1])
    }
    return isNamed
      && !headline.contains { table.text.tokenRecords[$0].isFinite }
  }

  private static let openers: Set<String> = ["by", "from", "of", "on", "following"]

  /// Whether the verb of `tokens` tells what is just being done or has just been done: "congratulate", "is
  /// designating", "have agreed".
  private static func isNow(_ tokens: Range<Int>, _ table: TokenTable) -> Bool {
    let records = table.text.tokenRecords
    guard let verb = tokens.first(where: { TimeOutlook.isVerb($0, records) }) else { return false }
    switch records[verb].fineTag {
    case "VBZ", "VBP": return true
    case "VBG", "VBN":
      let sentence = table.text.sentenceRecords[table.sentence[verb]].tokens
      return sentence.contains {
        records[$0].head == verb && ["is", "are", "am", "has", "have"].contains(table.lower[$0])
      }
    default: return false
    }
  }

  /// The persons that are subjects of verbs.
  private static func subjects(_ table: TokenTable, _ entities: DocumentEntities) -> [Int: [Int]] {
    let records = table.text.tokenRecords
    var subjects: [Int: [Int]] = [:]
    for mention in entities.mentions
    where entities.entities[mention.entity].id.nodeClass == "person" {
      guard let head = TimeOutlook.head(of: mention.mention.extent, in: records),
        records[head].relation?.rawValue == "nsubj", let verb = records[head].head
      else { continue }
      subjects[verb, default: []].append(mention.entity)
    }
    for anaphor in entities.anaphors
    where records[anaphor.head].relation?.rawValue == "nsubj" {
      guard let verb = records[anaphor.head].head else { continue }
      subjects[verb, default: []] += anaphor.entities.filter {
        entities.entities[$0].id.nodeClass == "person"
      }
    }
    return subjects
  }

  /// Who does what a verb says: its subjects, or those of whom it is an aside: "Sariyev, visiting the area Wednesday".
  private static func actors(
    of verb: Int, _ subjects: [Int: [Int]], _ records: [TokenRecord]
  ) -> [Int] {
    if let own = subjects[verb] { return own }
    guard let head = records[verb].head, let relation = records[verb].relation?.rawValue else {
      return []
    }
    switch relation {
    case "advcl": return subjects[head] ?? []
    case "acl", "acl:relcl": return records[head].head.flatMap { subjects[$0] } ?? []
    default: return []
    }
  }

  private static func verb(above token: Int, _ records: [TokenRecord]) -> Int? {
    records.ancestors(of: token).prefix(4).first { TimeOutlook.isVerb($0, records) }
  }
}
