import Graph
import Language

/// Times of what a clause is part of.
extension TimeAttacher {
  /// The time of the clause or noun below which the words at `tokens` tell something: "went to war in April, after Chad
  /// bombed the town", "a trip planned for May 2, during which she met Abe"; nil where nothing tells it.
  ///
  /// What one clause has a month or year for, the clauses below it took place in too; a day is only theirs where they say
  /// "in which" or the like. What had been before has none of it.
  func timeAbove(_ tokens: Range<Int>, sentence: Int) -> TimeSpan? {
    let candidates = expressions(in: sentence).filter {
      $0.resolved.map { !$0.isAhead(of: published) && $0.lastDay != .max } ?? false
    }
    guard let verb = place(of: tokens).verbs.min(), !isPerfect(verb) else { return nil }
    let times = candidates.compactMap { time(of: $0, above: verb) }
    return times.count == 1 ? times.first : nil
  }

  /// The month or year of what the words at `tokens` followed upon, in a clause below theirs: "accused Peru after it withdrew
  /// its troops in June".
  func timeBelow(_ tokens: Range<Int>, sentence: Int) -> TimeSpan? {
    let times = expressions(in: sentence).filter { $0.resolved?.lastDay != .max }
    guard let verb = place(of: tokens).verbs.min(), records[verb].fineTag == "VBD",
      times.count == 1, let expression = times.first, let time = expression.resolved,
      (Self.month...Self.year).contains(time.length), !time.isAhead(of: published),
      let head = TimeOutlook.head(of: expression.tokens, in: records),
      let below = records[head].head, records[below].head == verb,
      records[below].fineTag == "VBD", records[below].relation?.rawValue == "advcl",
      startsWith(below, ["after", "when"])
    else { return nil }
    return time
  }

  /// Whether words are nothing but a time of the sentence.
  func isTime(_ words: String, in sentence: Int) -> Bool {
    let times = expressions(in: sentence).flatMap { $0.tokens.map { table.forms[$0] } }
    let words = words.split(separator: " ").map(String.init)
    return !words.isEmpty
      && words.allSatisfy {
        times.contains($0) || Self.units.contains($0.lowercased()) || $0.allSatisfy(\.isPunctuation)
      }
  }

  /// The time of an expression where what the verb tells is part of what it dates.
  private func time(of candidate: TimeExpression, above verb: Int) -> TimeSpan? {
    guard let time = candidate.resolved,
      let head = TimeOutlook.head(of: candidate.tokens, in: records),
      let governor = Self.governor(of: head, records), verb != governor
    else { return nil }
    let isCoarse = (Self.month...Self.year).contains(time.length)
    var current = verb
    for _ in 0..<Self.depth {
      guard let relation = records[current].relation?.rawValue, let above = records[current].head
      else { return nil }
      let isWithin = relation == "acl:relcl" && isInWhich(current)
      guard isWithin || isCoarse && isPart(current, relation, above) else { return nil }
      if above == governor { return time }
      current = above
    }
    return nil
  }

  /// The verb or noun that a time dates, past what only joins the time to a noun: "a trip planned for May 2".
  private static func governor(of time: Int, _ records: [TokenRecord]) -> Int? {
    guard let governor = records[time].head else { return nil }
    guard records[governor].relation?.rawValue == "acl", records[governor].fineTag == "VBN" else {
      return governor
    }
    return records[governor].head
  }

  /// Whether a clause tells of what went on when the one above it did.
  private func isPart(_ verb: Int, _ relation: String, _ above: Int) -> Bool {
    switch relation {
    case "conj", "acl": return true
    case "advcl": return startsWith(verb, ["after", "when", "as", "while"]) || !hasMark(verb)
    case "acl:relcl": return records[above].partOfSpeech == .noun
    default: return false
    }
  }

  private func hasMark(_ verb: Int) -> Bool {
    table.text.sentenceRecords[table.sentence[verb]].tokens.contains {
      records[$0].head == verb && records[$0].relation?.rawValue == "mark"
    }
  }

  private func isInWhich(_ verb: Int) -> Bool {
    table.text.sentenceRecords[table.sentence[verb]].tokens.contains {
      $0 < verb && $0 > 0 && table.lower[$0] == "which"
        && ["in", "during", "at"].contains(table.lower[$0 - 1]) && records[$0].head == verb
    }
  }

  /// Whether it had happened before what is told: "had criticized Peru".
  func isPluperfect(_ tokens: Range<Int>) -> Bool {
    guard let verb = place(of: tokens).verbs.min() else { return false }
    return table.text.sentenceRecords[table.sentence[verb]].tokens.contains {
      records[$0].head == verb && table.lower[$0] == "had"
        && records[$0].relation?.rawValue == "aux"
    }
  }

  /// Whether it had happened before, or has happened or holds now.
  private func isPerfect(_ verb: Int) -> Bool {
    if ["VBZ", "VBP"].contains(records[verb].fineTag) { return true }
    return table.text.sentenceRecords[table.sentence[verb]].tokens.contains {
      records[$0].head == verb && ["had", "has", "have"].contains(table.lower[$0])
        && records[$0].relation?.rawValue == "aux"
    } && !isInWhich(verb)
  }

  /// How many clauses up a time may stand.
  private static let depth = 3
  /// In days: the shortest month, and the longest year.
  private static let month = 28
  private static let year = 366
}

extension TimeSpan {
  /// Whether it begins after that day; false where none is known.
  func isAhead(of day: TimeSpan?) -> Bool { day.map { firstDay > $0.lastDay } ?? false }
}
