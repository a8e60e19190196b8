import Graph
import Language

/// The days that paragraphs tell of, whoever did what: "Moscow delivered helicopters on Thursday. Camara thanked Russia".
///
/// What a sentence tells with a day, its next one goes on with in the simple past, where it is about one of the same.
struct ParagraphDays {
  private let table: TokenTable
  /// The time of what each sentence tells, by its index.
  private var days: [Int: TimeSpan] = [:]
  /// The sentences that tell when it was what they tell.
  private var dated: Set<Int> = []
  private var named: [Int: Set<Int>] = [:]

  init(
    table: TokenTable, entities: DocumentEntities, expressions: [TimeExpression],
    published: TimeSpan?
  ) {
    self.table = table
    let records = table.text.tokenRecords
    var several: Set<Int> = []
    for expression in expressions {
      guard let time = expression.resolved, let published, !time.isAhead(of: published) else {
        continue
      }
      // "two days after the ship fired" is when that was.
      let end = expression.tokens.upperBound
      if end < table.count, ["after", "before"].contains(table.lower[end]) { continue }
      let sentence = table.sentence[expression.tokens.lowerBound]
      guard let head = TimeOutlook.head(of: expression.tokens, in: records),
        let verb = Self.verb(above: head, records), Self.tellsWhen(verb, records)
      else { continue }
      if dated.contains(sentence) { several.insert(sentence) }
      dated.insert(sentence)
      guard time.length <= Self.longest, time.lastDay <= published.lastDay,
        records[head].head == verb || Self.isAtPlace(head, of: verb, table),
        records[verb].relation?.rawValue == "root",
        records[verb].fineTag == "VBD"
      else { continue }
      days[sentence] = time
    }
    for sentence in several { days[sentence] = nil }
    for mention in entities.mentions {
      named[table.sentence[mention.mention.tokens.lowerBound], default: []].insert(mention.entity)
    }
    for anaphor in entities.anaphors {
      named[table.sentence[anaphor.head], default: []].formUnion(anaphor.entities)
    }
  }

  /// Whether a time ends the place of what a verb tells, and so is the verb's: "bombed a post near the border in November".
  private static func isAtPlace(_ time: Int, of verb: Int, _ table: TokenTable) -> Bool {
    let records = table.text.tokenRecords
    guard records[time].relation?.rawValue == "nmod", let place = records[time].head, place < time,
      records[place].head == verb || records[place].head.flatMap({ records[$0].head }) == verb
    else { return false }
    return table.text.sentenceRecords[table.sentence[time]].tokens.contains {
      records[$0].head == place && places.contains(table.lower[$0])
    }
  }

  /// Prepositions before places.
  private static let places: Set<String> = [
    "near", "at", "over", "outside", "off", "along", "across",
  ]

  private static func verb(above token: Int, _ records: [TokenRecord]) -> Int? {
    records.ancestors(of: token).first { TimeOutlook.isVerb($0, records) }
  }

  /// Whether a time of that verb is when it was what the sentence tells.
  private static func tellsWhen(_ verb: Int, _ records: [TokenRecord]) -> Bool {
    ["root", "conj", "parataxis", "advcl"].contains(records[verb].relation?.rawValue)
  }

  /// Whether a sentence tells a time itself that isn't ahead.
  func isDated(_ sentence: Int) -> Bool { dated.contains(sentence) }

  /// The time of a claim that its sentence goes on with (`isTold`) from the one before.
  func time(of claim: ClaimDraft, isTold: Bool) -> TimeSpan? {
    let sentence = claim.sentence
    let sentences = table.text.sentenceRecords
    guard isTold, sentence > 0, !isDated(sentence), let day = days[sentence - 1] else { return nil }
    if isLinked(sentence) { return day }
    guard sentences[sentence].paragraph == sentences[sentence - 1].paragraph,
      let known = named[sentence - 1], known.contains(claim.source) || known.contains(claim.target)
    else { return nil }
    return day
  }

  /// Whether a sentence begins with where the one before has led: "There, ...", "At the summit, ...".
  private func isLinked(_ sentence: Int) -> Bool {
    let words = table.text.sentenceRecords[sentence].tokens.prefix(3).map { table.lower[$0] }
    guard words.count == 3 else { return false }
    return words[0] == "there" && words[1] == ","
      || ["at", "during"].contains(words[0]) && words[1] == "the" && Self.scenes.contains(words[2])
  }

  private static let scenes: Set<String> = [
    "summit", "meeting", "talks", "ceremony", "conference", "gathering", "session", "event",
    "visit",
    "dinner",
  ]

  /// In days; a longer time is nothing that the next sentence goes on with.
  private static let longest = 31
}
