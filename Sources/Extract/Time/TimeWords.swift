/// The words that tell time, as data.
enum TimeWords {
  /// Whether a word, in lower case, is the name or the unit of a time: "friday", "may", "week".
  static func names(_ word: String) -> Bool {
    guard let word = TimeWord.named(word) else { return false }
    return word.month != nil || word.weekday != nil || word.unit != nil
  }

  /// Whether a word, in lower case, is the name of a day or month: "friday", "may".
  static func namesDay(_ word: String) -> Bool {
    guard let word = TimeWord.named(word) else { return false }
    return word.month != nil || word.weekday != nil
  }

  static let months: [String: Int] = table([
    "january jan", "february feb febr", "march mar", "april apr", "may", "june jun", "july jul",
    "august aug", "september sept sep", "october oct", "november nov", "december dec",
  ])

  static let weekdays: [String: Int] = table([
    "monday mon", "tuesday tue tues", "wednesday wed weds", "thursday thu thur thurs", "friday fri",
    "saturday sat", "sunday sun",
  ])

  /// Forms that are also other words: time only where something else says so.
  static let ambiguous: Set<String> = ["may", "march", "mar", "jan", "sun", "sat", "mon", "wed"]

  static let units: [String: TimeUnit] = [
    "day": .day, "days": .day, "week": .week, "weeks": .week, "month": .month, "months": .month,
    "year": .year, "years": .year, "decade": .decade, "decades": .decade, "century": .century,
    "centuries": .century, "weekend": .weekend, "weekends": .weekend, "fortnight": .week,
    "quarter": .quarter, "quarters": .quarter,
  ]

  /// The first month, and TIMEX's name.
  static let seasons: [String: (first: Int, name: String)] = [
    "spring": (3, "SP"), "summer": (6, "SU"), "autumn": (9, "FA"), "fall": (9, "FA"),
    "winter": (12, "WI"),
  ]

  static let cardinals: [String: Int] = {
    var words = table([
      "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
      "twelve",
      "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
    ])
    let tens = ["thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
    for (index, word) in tens.enumerated() { words[word] = 30 + 10 * index }
    return words
  }()

  static let ordinals: [String: Int] = {
    var words = table([
      "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
      "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth",
      "eighteenth", "nineteenth", "twentieth",
    ])
    words["thirtieth"] = 30
    return words
  }()

  static let decades: [String: Int] = [
    "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70,
    "eighties": 80, "nineties": 90, "noughties": 0,
  ]

  /// Words before a unit or a name of a time: how many units away it is.
  static let shifts: [String: Int] = [
    "this": 0, "current": 0, "my": 0, "last": -1, "past": -1, "previous": -1, "next": 1,
    "coming": 1,
    "following": 1, "upcoming": 1,
  ]

  /// Counts that are not exact, as TIMEX tools take them.
  static let vagueCounts: [String: Int] = ["a": 1, "an": 1, "few": 3, "several": 3, "couple": 2]

  static let parts: [String: TimePart] = [
    "early": .early, "mid": .mid, "late": .late, "beginning": .early, "start": .early,
    "middle": .mid,
    "end": .late, "earlier": .earlier, "later": .later, "turn": .early,
  ]

  static let dayParts: Set<String> = ["morning", "afternoon", "evening", "night"]

  /// Words after which a number of four digits is a year, and a name of a season or month is one.
  static let leads: Set<String> = [
    "in", "since", "of", "by", "until", "till", "before", "after", "during", "from", "to",
    "between", "and",
    "through", "year", "early", "mid", "late", "the", "for", "around", "this", "last", "next", "on",
    "or",
    "throughout", "within", "than", "circa", "late-", "early-", "till", "every", "back",
  ]

  /// Holidays with a date that can be reckoned, as atoms; longer names count before shorter ones.
  static let holidays: [(words: [String], holiday: Holiday)] = holidayRules.map {
    (words($0.0), Holiday(rule: $0.1))
  }.sorted { $0.words.count > $1.words.count }

  static let holidaysByFirstWord = Dictionary(grouping: holidays) { $0.words[0] }

  private static let holidayRules: [(String, Holiday.Rule)] = [
    ("christmas", .fixed(month: 12, day: 25)), ("christmas day", .fixed(month: 12, day: 25)),
    ("christmas eve", .fixed(month: 12, day: 24)), ("boxing day", .fixed(month: 12, day: 26)),
    ("new year 's eve", .fixed(month: 12, day: 31)), ("new year eve", .fixed(month: 12, day: 31)),
    ("new year 's day", .fixed(month: 1, day: 1)), ("new year 's", .fixed(month: 1, day: 1)),
    ("new year day", .fixed(month: 1, day: 1)), ("yuandan", .fixed(month: 1, day: 1)),
    ("valentine 's day", .fixed(month: 2, day: 14)), ("april fools", .fixed(month: 4, day: 1)),
    ("saint patrick 's day", .fixed(month: 3, day: 17)),
    ("st . patrick 's day", .fixed(month: 3, day: 17)),
    ("women 's day", .fixed(month: 3, day: 8)), ("earth day", .fixed(month: 4, day: 22)),
    ("anzac day", .fixed(month: 4, day: 25)), ("may day", .fixed(month: 5, day: 1)),
    ("labor day", .nth(month: 9, weekday: 1, number: 1, plus: 0)),
    ("labour day", .fixed(month: 5, day: 1)),
    ("international workers ' day", .fixed(month: 5, day: 1)),
    ("international workers day", .fixed(month: 5, day: 1)),
    ("int ' l workers day", .fixed(month: 5, day: 1)),
    ("victory day", .fixed(month: 5, day: 9)), ("juneteenth", .fixed(month: 6, day: 19)),
    ("bastille day", .fixed(month: 7, day: 14)), ("halloween", .fixed(month: 10, day: 31)),
    ("veterans day", .fixed(month: 11, day: 11)), ("armistice day", .fixed(month: 11, day: 11)),
    ("all saints ' day", .fixed(month: 11, day: 1)),
    ("thanksgiving", .nth(month: 11, weekday: 4, number: 4, plus: 0)),
    ("thanksgiving day", .nth(month: 11, weekday: 4, number: 4, plus: 0)),
    ("thanks giving day", .nth(month: 11, weekday: 4, number: 4, plus: 0)),
    ("thanks giving", .nth(month: 11, weekday: 4, number: 4, plus: 0)),
    ("black friday", .nth(month: 11, weekday: 4, number: 4, plus: 1)),
    ("cyber monday", .nth(month: 11, weekday: 4, number: 4, plus: 4)),
    ("memorial day", .nth(month: 5, weekday: 1, number: -1, plus: 0)),
    ("columbus day", .nth(month: 10, weekday: 1, number: 2, plus: 0)),
    ("mother 's day", .nth(month: 5, weekday: 7, number: 2, plus: 0)),
    ("father 's day", .nth(month: 6, weekday: 7, number: 3, plus: 0)),
    ("presidents ' day", .nth(month: 2, weekday: 1, number: 3, plus: 0)),
    ("presidents day", .nth(month: 2, weekday: 1, number: 3, plus: 0)),
    ("martin luther king day", .nth(month: 1, weekday: 1, number: 3, plus: 0)),
    ("mlk day", .nth(month: 1, weekday: 1, number: 3, plus: 0)),
    ("easter", .easter(0)), ("easter sunday", .easter(0)), ("easter monday", .easter(1)),
    ("good friday", .easter(-2)), ("ash wednesday", .easter(-46)), ("palm sunday", .easter(-7)),
  ]

  private static func words(_ text: String) -> [String] {
    text.split(separator: " ").flatMap { $0 == "'s" ? ["'", "s"] : [String($0)] }
  }

  private static func table(_ rows: [String]) -> [String: Int] {
    var result: [String: Int] = [:]
    for (index, row) in rows.enumerated() {
      for word in row.split(separator: " ") { result[String(word)] = index + 1 }
    }
    return result
  }
}
