import Graph
import Language

/// When the events that a document names take place: the times that hang on their names.
///
/// What happens on the occasion of an event, and has no time of its own, has the event's.
struct EventDates {
  private var dates: [Int: TimeSpan] = [:]

  /// No dates.
  init() {}

  /// The dates of the events of `entities`, from the resolved ones of `expressions`.
  init(table: TokenTable, entities: DocumentEntities, expressions: [TimeExpression]) {
    let records = table.text.tokenRecords
    let bySentence = Dictionary(grouping: expressions.filter { $0.resolved != nil }) {
      table.sentence[$0.tokens.lowerBound]
    }
    for mention in entities.mentions
    where entities.entities[mention.entity].id.nodeClass == "event" {
      let name = mention.mention.extent
      guard let head = TimeOutlook.head(of: name, in: records) else { continue }
      for expression in bySentence[table.sentence[head]] ?? [] {
        guard let time = expression.resolved,
          Self.hangs(expression.tokens, on: head, name: name, records, table)
        else { continue }
        note(time, for: mention.entity)
      }
    }
  }

  /// When the event takes place, as exactly as the document tells.
  func date(of event: Int) -> TimeSpan? { dates[event] }

  /// Of two times that agree the exacter counts, of others the first.
  private mutating func note(_ time: TimeSpan, for event: Int) {
    guard time.lastDay != .max else { return }
    guard let known = dates[event] else {
      dates[event] = time
      return
    }
    if known.overlaps(time), time.length < known.length { dates[event] = time }
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

  /// Verbs that say of an event when it takes place.
  private static let holdingVerbs: Set<String> = [
    "hold", "take", "schedule", "open", "begin", "start", "convene", "occur", "slate", "set",
    "plan", "host", "be", "run",
    "end", "conclude", "close",
  ]
}
