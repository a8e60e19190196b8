/// What a word may be in the name of a time. Rules ask it many times of each word, so that it is looked up once.
struct TimeWord: Hashable, Sendable {
  private(set) var month: Int?
  private(set) var weekday: Int?
  private(set) var cardinal: Int?
  private(set) var ordinal: Int?
  private(set) var shift: Int?
  private(set) var unit: TimeUnit?

  /// What the word is, in lower case; nil where it is nothing in any table.
  static func named(_ word: String) -> TimeWord? { all[word] }

  private static let all: WordIndex<TimeWord> = {
    var all = WordIndex<TimeWord>()
    for (word, month) in TimeWords.months { all[word, default: TimeWord()].month = month }
    for (word, day) in TimeWords.weekdays { all[word, default: TimeWord()].weekday = day }
    for (word, number) in TimeWords.cardinals { all[word, default: TimeWord()].cardinal = number }
    for (word, number) in TimeWords.ordinals { all[word, default: TimeWord()].ordinal = number }
    for (word, shift) in TimeWords.shifts { all[word, default: TimeWord()].shift = shift }
    for (word, unit) in TimeWords.units { all[word, default: TimeWord()].unit = unit }
    return all
  }()
}
