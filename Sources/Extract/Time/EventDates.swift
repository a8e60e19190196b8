import Graph
import Language

/// When the events that a document names take place: the times that hang on their names.
///
/// What happens on the occasion of an event, and has no time of its own, has the event's.
struct EventDates {
  private var dates: [Int: TimeSpan] = [:]
  /// When things were done at events, each maybe on one day of several.
  private(set) var deeds: [Int: Set<TimeSpan>] = [:]

  /// The dates of the events of `entities`, from the resolved ones of `expressions`, and from the day of publication
  /// where an event is told as just over.
  init(
    table: TokenTable, entities: DocumentEntities, expressions: [TimeExpression],
    published: TimeSpan?
  ) {
    let records = table.text.tokenRecords
    let bySentence = Dictionary(grouping: expressions.filter { $0.resolved != nil }) {
      table.sentence[$0.tokens.lowerBound]
    }
    for mention in entities.mentions
    where entities.entities[mention.entity].id.nodeClass == "event" {
      let (event, name) = (mention.entity, mention.mention.extent)
      guard let head = TimeOutlook.head(of: name, in: records) else { continue }
      // What is just over took place about when it is told of.
      if let published, published.length == 1, Self.isJustOver(name, table),
        let month = TimeSpan(rawValue: String(published.rawValue.prefix(7)))
      {
        note(month, for: event)
      }
      for expression in bySentence[table.sentence[head]] ?? [] {
        guard let time = expression.resolved, !Self.isMeasure(expression.tokens, table) else {
          continue
        }
        if let days = Self.days(of: name, head: head, from: expression, table) {
          note(days, for: event)
          continue
        }
        guard
          Self.adjoins(expression.tokens, name, table)
            || Self.hangs(expression.tokens, on: head, name: name, records, table)
            || Self.isHeld(expression.tokens, by: head, records, table)
        else { continue }
        // "attended the summit in Lima on Friday" may be one day of several.
        if let head = TimeOutlook.head(of: expression.tokens, in: records),
          let above = records[head].head, TimeOutlook.isVerb(above, records)
        {
          deeds[event, default: []].insert(time)
        } else {
          note(time, for: event)
        }
      }
    }
    noteNouns(entities, bySentence, table)
  }

  /// Notes when an event is that only a noun tells of: what takes up the event ("The summit will be held on May 18"), or
  /// a bare one, where one event alone has it for its head ("the vote held on Sunday").
  private mutating func noteNouns(
    _ entities: DocumentEntities, _ times: [Int: [TimeExpression]], _ table: TokenTable
  ) {
    let records = table.text.tokenRecords
    let nouns = Self.nouns(for: entities, table)
    for (sentence, expressions) in times.sorted(by: { $0.key < $1.key }) {
      for noun in table.text.sentenceRecords[sentence].tokens {
        guard let event = nouns.taken[noun] ?? nouns.bare[records[noun].lemma ?? table.lower[noun]],
          nouns.taken[noun] != nil || !nouns.named.contains(noun), dates[event] == nil
        else { continue }
        let year = entities.entities[event].label.split(separator: "(").last?.prefix(4) ?? ""
        for expression in expressions {
          guard let time = expression.resolved, time.rawValue.prefix(4) == year,
            Self.holds(expression.tokens, noun, records)
          else { continue }
          deeds[event, default: []].insert(time)
        }
      }
    }
  }

  /// The days of an event that takes several, one of which a time tells: "a two-day summit that opened on Thursday", "April 14,
  /// the last day of the two-day summit"; nil where the length isn't told or the day may be any of them.
  private static func days(
    of name: Range<Int>, head: Int, from expression: TimeExpression, _ table: TokenTable
  ) -> TimeSpan? {
    let start = table.text.sentenceRecords[table.sentence[head]].tokens.lowerBound
    guard let time = expression.resolved, let count = DayCount.before(head, from: start, table)
    else { return nil }
    if let day = ordinal(of: expression.tokens, in: name, count, table) {
      return DayCount.days(count, from: time, ordinal: day)
    }
    let records = table.text.tokenRecords
    guard let timeHead = TimeOutlook.head(of: expression.tokens, in: records),
      let verb = records[timeHead].head
    else { return nil }
    // "a two-day summit that opened on Thursday"; "left for a two-day summit" tells of no day of it.
    guard records[head].head == verb, ["nsubj", "obj"].contains(records[head].relation?.rawValue)
    else {
      guard records[verb].relation?.rawValue == "acl:relcl", records[verb].head == head else {
        return nil
      }
      return DayCount.days(count, from: time, verb: records[verb].lemma ?? table.lower[verb])
    }
    guard !["leave", "return"].contains(records[verb].lemma) else { return nil }
    return DayCount.days(count, from: time, verb: records[verb].lemma ?? table.lower[verb])
  }

  /// Which of the days of an event that has a name behind it of `count` days a time is: "April 14, the last day of the two-day
  /// summit".
  private static func ordinal(
    of time: Range<Int>, in name: Range<Int>, _ count: Int, _ table: TokenTable
  ) -> Int? {
    var token = time.upperBound
    if token < name.lowerBound, table.lower[token] == "," { token += 1 }
    guard token + 3 < name.upperBound, name.lowerBound - token <= longestOrdinal,
      table.lower[token] == "the", table.lower[token + 2] == "day",
      table.lower[token + 3] == "of",
      !(token..<name.lowerBound).contains(where: { table.lower[$0] == "," })
    else { return nil }
    return DayCount.ordinal(table.lower[token + 1], of: count)
  }

  /// How many words may stand between a time and the event of which it is a day.
  private static let longestOrdinal = 10

  /// The nouns that take up events, those that are the head of one event's name alone, by lemma, and the tokens of names.
  private static func nouns(
    for entities: DocumentEntities, _ table: TokenTable
  ) -> (taken: [Int: Int], bare: [String: Int], named: Set<Int>) {
    let records = table.text.tokenRecords
    let isEvent = { (entity: Int) in entities.entities[entity].id.nodeClass == "event" }
    var heads: [String: Set<Int>] = [:]
    var named: Set<Int> = []
    for mention in entities.mentions {
      named.formUnion(mention.mention.extent)
      guard isEvent(mention.entity),
        let head = TimeOutlook.head(of: mention.mention.extent, in: records),
        records[head].partOfSpeech == .noun
      else { continue }
      heads[records[head].lemma ?? table.lower[head], default: []].insert(mention.entity)
    }
    var taken: [Int: Int] = [:]
    for anaphor in entities.anaphors {
      guard anaphor.entities.count == 1, let event = anaphor.entities.first, isEvent(event) else {
        continue
      }
      taken[anaphor.head] = event
    }
    return (taken, heads.compactMapValues { $0.count == 1 ? $0.first : nil }, named)
  }

  /// Whether a verb says that what the noun names is held, or begins, at the time.
  private static func holds(_ time: Range<Int>, _ noun: Int, _ records: [TokenRecord]) -> Bool {
    guard let head = TimeOutlook.head(of: time, in: records), let verb = records[head].head,
      let lemma = records[verb].lemma, holdingVerbs.contains(lemma), !endings.contains(lemma)
    else { return false }
    return records[verb].head == noun && records[verb].relation?.rawValue == "acl"
      || records[noun].head == verb
        && ["nsubj", "nsubj:pass"].contains(records[noun].relation?.rawValue)
  }

  /// When the event takes place, as exactly as the document tells.
  func date(of event: Int) -> TimeSpan? { dates[event] }

  /// Of two times that agree the exacter counts, of others the first.
  mutating func note(_ time: TimeSpan, for event: Int) {
    guard time.length != .max else { return }
    guard let known = dates[event] else {
      dates[event] = time
      return
    }
    if known.overlaps(time), time.length < known.length { dates[event] = time }
  }

  /// Whether a time stands right before or behind the name as a part of its phrase: "the July 28 election", "elections
  /// in Ukraine on May 25", "a summit in Tirana, Albania, on December 6".
  private static func adjoins(_ time: Range<Int>, _ name: Range<Int>, _ table: TokenTable) -> Bool {
    if time.upperBound == name.lowerBound { return true }
    guard time.lowerBound >= name.upperBound else { return false }
    let between = name.upperBound..<time.lowerBound
    if isNothingButPlace(between, table) { return true }
    guard let last = between.last, ["on", "from", "in"].contains(table.lower[last]) else {
      return false
    }
    if isNothingButPlace(between.dropLast(), table) { return true }
    // Only where the place goes on into what it lies in.
    return between.count <= longestPlace && table.lower[between.lowerBound] == ","
      && table.lower[last - 1] == ","
      && between.dropFirst().dropLast(2).allSatisfy {
        table.text.tokenRecords[$0].partOfSpeech == .properNoun
      }
  }

  /// Whether nothing stands there but the place of an event, "in New York", or nothing at all.
  private static func isNothingButPlace(_ tokens: Range<Int>, _ table: TokenTable) -> Bool {
    guard let first = tokens.first else { return true }
    return tokens.count > 1 && tokens.count <= longestPlace
      && ["in", "at"].contains(table.lower[first])
      && tokens.dropFirst().allSatisfy {
        table.text.tokenRecords[$0].partOfSpeech == .properNoun
      }
  }

  /// Whether it is a length of time before or after something else: "at the summit in Lima, a day before he left".
  private static func isMeasure(_ time: Range<Int>, _ table: TokenTable) -> Bool {
    time.upperBound < table.count && ["after", "before"].contains(table.lower[time.upperBound])
  }

  /// Whether it is when something was done at the event or beside it: "met in June on the sidelines of the summit".
  private static func isHeld(
    _ time: Range<Int>, by event: Int, _ records: [TokenRecord], _ table: TokenTable
  ) -> Bool {
    guard let timeHead = TimeOutlook.head(of: time, in: records),
      let verb = records[timeHead].head, TimeOutlook.isVerb(verb, records)
    else { return false }
    var adjunct = event
    if let edge = records[event].head, TimeAttacher.edges.contains(table.lower[edge]) {
      adjunct = edge
    }
    guard records[adjunct].head == verb,
      records[adjunct].relation?.rawValue.hasPrefix("obl") == true
    else { return false }
    let sentence = table.text.sentenceRecords[table.sentence[event]].tokens
    return adjunct != event
      || sentence.contains {
        records[$0].head == event && $0 < event && ["at", "during"].contains(table.lower[$0])
      }
  }

  /// Whether the words before the name say that the event has just come to an end.
  private static func isJustOver(_ name: Range<Int>, _ table: TokenTable) -> Bool {
    let sentence = table.text.sentenceRecords[table.sentence[name.lowerBound]].tokens
    let before = max(sentence.lowerBound, name.lowerBound - 3)..<name.lowerBound
    let words = (Array(before) + Array(name.prefix(3))).map { table.lower[$0] }
    guard let just = words.firstIndex(of: "just") else { return false }
    return words[just...].prefix(3).contains(where: justOver.contains)
  }

  /// Whether a time modifies the name: as part of its noun phrase, or through the verb that says that it is held.
  private static func hangs(
    _ time: Range<Int>, on head: Int, name: Range<Int>, _ records: [TokenRecord],
    _ table: TokenTable
  ) -> Bool {
    if name.overlaps(time) { return true }
    guard var current = TimeOutlook.head(of: time, in: records) else { return false }
    for _ in 0..<4 {
      guard let above = records[current].head else { return false }
      if above == head || name.contains(above) { return true }
      if holdingVerbs.contains(records[above].lemma ?? table.lower[above]) {
        return records[above].head == head
          && records[above].relation?.rawValue.hasPrefix("acl") == true
          || records[head].head == above
            && ["nsubj", "nsubj:pass", "obj"].contains(records[head].relation?.rawValue)
      }
      guard records[above].partOfSpeech == .noun || records[above].partOfSpeech == .properNoun
      else { return false }
      current = above
    }
    return false
  }

  /// How many words may stand between an event's place and its date.
  private static let longestPlace = 6
  private static let justOver: Set<String> = ["concluded", "ended", "finished", "completed"]

  /// Verbs that say of it when it is over.
  private static let endings: Set<String> = ["end", "conclude", "close"]

  /// Verbs that say of an event when it takes place.
  private static let holdingVerbs: Set<String> = [
    "hold", "take", "schedule", "open", "begin", "start", "convene", "occur", "slate", "set",
    "plan", "host", "be", "run",
    "end", "conclude", "close",
  ]
}
