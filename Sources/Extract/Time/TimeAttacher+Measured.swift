import Graph
import Language

/// Times that a sentence tells by how far they are from another of its times.
extension TimeAttacher {
  /// When something was from which the sentence counts the days to what it dates: of "Two days after Lind flew to Oslo, Moss
  /// spoke on Sunday" and "Moss spoke on Sunday, two days after Lind flew to Oslo" the flight on Friday.
  ///
  /// Trees seldom get such sentences right, so the order of the words tells: the clause starts at "after" or "before", and ends
  /// with the sentence or, where it opens that, at a comma.
  func timeMeasured(_ tokens: Range<Int>, sentence: Int) -> TimeSpan? {
    let words = table.text.sentenceRecords[sentence].tokens
    let claim = tokens.lowerBound
    let marks = (words.lowerBound..<claim).reversed().lazy
    guard
      let (mark, days) = marks.compactMap({ mark in
        days(before: mark, in: words).map { (mark, $0) }
      }).first,
      !(mark + 1..<claim).contains(where: { Self.clauseStarts.contains(table.lower[$0]) })
    else { return nil }
    let isOpening = mark - words.lowerBound <= Self.longestMeasure
    let end =
      isOpening ? (claim..<words.upperBound).first { table.lower[$0] == "," } : words.upperBound
    guard let end else { return nil }
    let times = expressions(in: sentence).filter { !$0.tokens.contains(mark - 1) }
    guard !times.contains(where: { (mark..<end).contains($0.tokens.lowerBound) }) else {
      return nil
    }
    let others = times.filter { ($0.tokens.lowerBound > mark) == isOpening }.compactMap(\.resolved)
    guard others.count == 1, let day = others.first, day.length == 1, !day.isAhead(of: published)
    else { return nil }
    return try? TimePeriod(day: CalendarDay(number: day.firstDay + days)).span()
  }

  /// How many days what follows lies ahead of what is dated, by the words before "after" or "before": -2 for "two days after",
  /// 0 for "hours after"; nil where the word at `mark` is none of them, or nothing is counted before it.
  private func days(before mark: Int, in words: Range<Int>) -> Int? {
    guard ["after", "before"].contains(table.lower[mark]), mark > words.lowerBound else {
      return nil
    }
    switch table.lower[mark - 1] {
    case let unit where Self.partsOfDay.contains(unit): return 0
    case "day", "days":
      guard mark - 2 >= words.lowerBound else { return nil }
      let count = table.lower[mark - 2]
      let number =
        ["a", "the", "one"].contains(count) ? 1 : TimeWords.cardinals[count] ?? Int(count)
      return number.map { table.lower[mark] == "after" ? -$0 : $0 }
    default: return nil
    }
  }

  /// Since when something has been, where commas part the time from it: "has given Chad aid, mostly in arms, since 2000".
  func timeSinceThen(_ tokens: Range<Int>, sentence: Int) -> TimeSpan? {
    guard let verb = place(of: tokens).verbs.max(), lasts(verb) else { return nil }
    let times = expressions(in: sentence).filter { expression in
      expression.tokens.lowerBound > verb && expression.resolved?.lastDay == .max
        && table.lower[expression.tokens.lowerBound] == "since"
    }
    guard times.count == 1, let time = times.first,
      !(verb + 1..<time.tokens.lowerBound).contains(where: {
        records[$0].isFinite || Self.clauseStarts.contains(table.lower[$0])
      })
    else { return nil }
    return time.resolved
  }

  /// How many words may measure a time at the start of a sentence: "Barely two days after".
  private static let longestMeasure = 4
}
