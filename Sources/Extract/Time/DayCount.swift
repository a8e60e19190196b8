import Graph
import Language

/// How many days something takes that the text tells the length of, and which of them a day is: "a two-day summit".
enum DayCount {
  /// The number before a noun, within its phrase: "his two-day visit", "a three-day official trip"; nil where none stands
  /// there, or the noun is only what a day is part of ("the second day of a three-day visit").
  static func before(_ noun: Int, from start: Int, _ table: TokenTable) -> Int? {
    for token in stride(from: noun - 1, to: max(start - 1, noun - reach - 1), by: -1) {
      // "the second day of a three-day visit", "on the third leg of a trip"
      if ["of", "during"].contains(table.lower[token]) { return nil }
      if let number = number(table.lower[token]) { return number }
      guard table.lower[token] == "day", token >= start + 2, table.lower[token - 1] == "-" else {
        continue
      }
      return TimeWords.cardinals[table.lower[token - 2]] ?? Int(table.lower[token - 2])
    }
    return nil
  }

  /// The days of something that takes `count` days, the `ordinal`th of which is `day`.
  static func days(_ count: Int, from day: TimeSpan, ordinal: Int = 1) -> TimeSpan? {
    guard day.length == 1, (2...longest).contains(count), (1...count).contains(ordinal) else {
      return nil
    }
    let first = CalendarDay(number: day.firstDay - ordinal + 1)
    return try? TimePeriod(first, first + (count - 1), .day).span()
  }

  /// The days of something that takes `count` days and begins or ends on `day`, as the verb with that lemma says; nil for
  /// verbs that say neither.
  static func days(_ count: Int, from day: TimeSpan, verb lemma: String) -> TimeSpan? {
    if beginnings.contains(lemma) { return days(count, from: day) }
    return endings.contains(lemma) ? days(count, from: day, ordinal: count) : nil
  }

  /// Which of `count` days a word tells: "the second day", "the closing day".
  static func ordinal(_ word: String, of count: Int) -> Int? {
    switch word {
    case "opening": return 1
    case "last", "final", "closing", "concluding": return count
    default: return TimeWords.ordinals[word]
    }
  }

  /// "three-day", where it is one word.
  private static func number(_ word: String) -> Int? {
    guard word.hasSuffix("-day") else { return nil }
    let number = String(word.dropLast(4))
    return TimeWords.cardinals[number] ?? Int(number)
  }

  static let beginnings: Set<String> = ["begin", "start", "open", "commence", "kick"]
  static let endings: Set<String> = [
    "return", "end", "conclude", "finish", "complete", "wrap", "leave", "close",
  ]
  /// In days; whoever stays longer doesn't visit.
  private static let longest = 90
  /// How many words before a noun its length may stand.
  private static let reach = 6
}
