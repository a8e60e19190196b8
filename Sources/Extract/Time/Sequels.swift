import Graph
import Language

/// When it was that lies days before or behind something dated elsewhere: "Speaking a day after the referendum".
///
/// The text counts from an event whose day it tells, or from a deed that it has told with one.
struct Sequels {
  private let table: TokenTable
  private let measures: [Measure]

  /// Days from something to what a verb tells.
  private struct Measure {
    let days: Int
    /// The noun or verb that they are counted from.
    let origin: Int
    /// The event that this noun names.
    let event: Int?
    /// The relations that it states, where it is a noun.
    let relations: Set<String>
    /// The verb of what was that many days from it.
    let verb: Int
  }

  /// The lengths of time among `expressions`, from nouns that state `relations` too.
  init(
    table: TokenTable, entities: DocumentEntities, expressions: [TimeExpression],
    relations: [Int: Set<String>]
  ) {
    self.table = table
    let records = table.text.tokenRecords
    var events: [Int: Int]?
    measures = expressions.compactMap { expression in
      let mark = expression.tokens.upperBound
      guard mark < table.count, ["after", "before"].contains(table.lower[mark]),
        let count = Self.days(expression.tokens, table),
        let day = TimeOutlook.head(of: expression.tokens, in: records),
        let origin = Self.origin(behind: mark, records)
      else { return nil }
      let heads = events ?? Self.heads(of: entities, records)
      events = heads
      let above = records[day].head == origin ? origin : day
      guard
        let verb = records.ancestors(of: above).first(where: {
          $0 != origin && TimeOutlook.isVerb($0, records)
        })
      else { return nil }
      return Measure(
        days: table.lower[mark] == "after" ? count : -count, origin: origin, event: heads[origin],
        relations: relations[origin] ?? [], verb: verb)
    }
  }

  /// Gives undated claims the day that is so counted, from the `events` or the dated ones of `claims`.
  func date(_ claims: inout [ClaimDraft], events: EventDates, attacher: TimeAttacher) {
    for measure in measures {
      guard let origin = day(of: measure, claims, events), let day = origin.moved(by: measure.days)
      else { continue }
      for index in claims.indices
      where claims[index].time == nil && claims[index].status == .actual
        && claims[index].sentence == table.sentence[measure.verb]
        && isTold(attacher.place(of: claims[index].tokens).verbs, with: measure.verb)
      {
        claims[index].time = day
        claims[index].trace?.time = "time counted from what it followed"
      }
    }
  }

  /// The one day on which it was that the days are counted from.
  private func day(of measure: Measure, _ claims: [ClaimDraft], _ events: EventDates) -> TimeSpan? {
    if let event = measure.event {
      return events.date(of: event).flatMap { $0.length == 1 ? $0 : nil }
    }
    let told = claims.filter { $0.tokens.contains(measure.origin) }
    if told.isEmpty { return dayTold(of: measure, claims) }
    let times = Set(
      claims.filter { claim in
        claim.status == .actual
          && told.contains {
            ($0.source, $0.relation, $0.target) == (claim.source, claim.relation, claim.target)
          }
      }.compactMap(\.time))
    guard times.count == 1, let time = times.first, time.length == 1 else { return nil }
    return time
  }

  /// The day of what was told shortly before and a noun only takes up: "met on Friday. Speaking a day after the talks".
  private func dayTold(of measure: Measure, _ claims: [ClaimDraft]) -> TimeSpan? {
    let sentence = table.sentence[measure.origin]
    // Whoever held talks may be told to have agreed.
    let relations =
      measure.relations.contains("meets")
      ? measure.relations.union(["agrees", "negotiates"]) : measure.relations
    let dated = claims.filter {
      relations.contains($0.relation) && $0.status == .actual && $0.time != nil
        && (1...Self.reach).contains(sentence - $0.sentence)
    }
    let times = Set(dated.filter { $0.sentence == dated.last?.sentence }.compactMap(\.time))
    return times.count == 1 ? times.first.flatMap { $0.length == 1 ? $0 : nil } : nil
  }

  /// How many sentences on a noun takes up what was told.
  private static let reach = 4

  /// Whether one of the verbs is that one, or the sentence's whose aside it is: "Speaking a day after the vote, he accused".
  private func isTold(_ verbs: Set<Int>, with verb: Int) -> Bool {
    let records = table.text.tokenRecords
    if verbs.contains(verb) { return true }
    guard let above = records[verb].head, let relation = records[verb].relation?.rawValue else {
      return false
    }
    return relation == "advcl" && records[verb].fineTag == "VBG" && verbs.contains(above)
  }

  /// What stands behind "after": a noun, or the verb of a clause.
  private static func origin(behind mark: Int, _ records: [TokenRecord]) -> Int? {
    guard let head = records[mark].head, head > mark else { return nil }
    return records[head].relation?.rawValue == "nsubj" ? records[head].head : head
  }

  private static func heads(of entities: DocumentEntities, _ records: [TokenRecord]) -> [Int: Int] {
    var heads: [Int: Int] = [:]
    for mention in entities.mentions
    where entities.entities[mention.entity].id.nodeClass == "event" {
      guard let head = TimeOutlook.head(of: mention.mention.extent, in: records) else { continue }
      heads[head] = mention.entity
    }
    for anaphor in entities.anaphors where anaphor.entities.count == 1 {
      guard let event = anaphor.entities.first,
        entities.entities[event].id.nodeClass == "event"
      else { continue }
      heads[anaphor.head] = event
    }
    return heads
  }

  /// How many days the words count: "a day", "two days", "hours".
  private static func days(_ tokens: Range<Int>, _ table: TokenTable) -> Int? {
    guard let unit = tokens.last, ["day", "days"].contains(table.lower[unit]) else { return nil }
    guard tokens.count == 2, let number = tokens.first.map({ table.lower[$0] }) else { return nil }
    return ["a", "one"].contains(number) ? 1 : TimeWords.cardinals[number] ?? Int(number)
  }
}

extension TimeSpan {
  /// The day that lies so many days behind a day.
  func moved(by days: Int) -> TimeSpan? {
    guard length == 1 else { return nil }
    return try? TimePeriod(day: CalendarDay(number: firstDay + days)).span()
  }
}
