/// A unit of the calendar.
enum TimeUnit: String, Hashable, Sendable {
  case day, week, weekend, month, quarter, year, decade, century
}

/// The year that an expression names, if it does.
enum YearReference: Hashable, Sendable {
  case none
  case number(Int)
  /// Relative to the year of publication: -1 for "last year".
  case shift(Int)
  /// That of the month's nearest turn before the publication (-1) or after it (1): "last March".
  case turn(Int)
  /// That of the time told before: "that July".
  case told
  /// That of the month's next turn after the time told before: "the following July".
  case afterTold
}

/// A part of a longer time.
enum TimePart: Hashable, Sendable {
  case early, mid, late
  /// "earlier this week": up to now.
  case earlier
  /// "later this week": from now on.
  case later
}

/// What a time expression says, before anything is known of when it was said.
indirect enum TimeMeaning: Hashable, Sendable {
  /// Parts of a calendar date; a missing month or year is looked for near the publication.
  case date(year: YearReference, month: Int?, day: Int?, weekday: Int? = nil)
  /// A day of this, the last or the next month: "the 20th of next month".
  case dayOfMonth(Int, Int)
  /// "Monday", "last Sunday", "Friday next week".
  case weekday(Int, Choice)
  /// "this week", "last year", "today".
  case unit(TimeUnit, Int)
  /// "the weekend": the last or the coming one.
  case weekend
  /// Months of a year as one: seasons, quarters, halves. The first may be 12, for winter.
  case months(first: Int, count: Int, name: String, year: YearReference)
  /// "the 1990s"; the century is left out in "the '90s".
  case decade(Int, hasCentury: Bool)
  case century(Int)
  case holiday(Holiday, YearReference)
  /// "two weeks ago", "in two weeks", "a day after the vote".
  case shifted([Amount], sign: Int, from: TimeAnchor)
  /// "the last seven months", "the next two weeks".
  case window(Amount, sign: Int)
  case range(TimeMeaning, TimeMeaning)
  case since(TimeMeaning)
  case until(TimeMeaning)
  case by(TimeMeaning)
  case before(TimeMeaning)
  case after(TimeMeaning)
  case part(TimePart, TimeMeaning)
  /// The week that a day lies in.
  case weekOf(TimeMeaning)
  /// The nth week of a month or year; -1 for the last.
  case nthWeek(Int, TimeMeaning)
  case weekNumber(Int, YearReference)
  /// "the first Friday of July".
  case nthWeekday(Int, Int, TimeMeaning)
  case rest(TimeUnit)
  /// "that year", "the same week": told somewhere else.
  case same(TimeUnit)
  /// "the following year": the one after that told before; "the next year" (`isNext`) only in what is past.
  case following(TimeUnit, isNext: Bool)
  /// "the next day", "the same day": days after the time told before.
  case followingDay(Int, value: Int)

  /// Which of the days of a name is meant.
  enum Choice: Hashable, Sendable {
    /// The tense decides.
    case byTense
    /// That of the week so many weeks from now.
    case ofWeek(Int)
    /// The nearest one before today.
    case past
    /// The nearest one after today.
    case coming
  }

  /// "two weeks".
  struct Amount: Hashable, Sendable {
    var count: Int
    var unit: TimeUnit
  }
}

extension TimeMeaning {
  /// Whether it names its year, or several.
  var namesYear: Bool {
    switch self {
    case .date(.number, _, _, _), .months(_, _, _, .number): true
    case .range(let first, let second): first.namesYear || second.namesYear
    case .part(_, let whole), .since(let whole), .until(let whole), .by(let whole),
      .before(let whole), .after(let whole):
      whole.namesYear
    default: false
    }
  }

  /// Whether it is reckoned from when it is told: "Monday", "last week", "two years ago".
  var isDeictic: Bool {
    switch self {
    case .unit(let unit, let shift): shift != 0 || unit != .year && unit != .month
    case .shifted(_, let sign, .now): sign < 0
    case .weekday, .weekend, .window, .rest, .date(.shift, _, _, _), .date(.turn, _, _, _),
      .months(_, _, _, .shift),
      .months(_, _, _, .turn), .dayOfMonth:
      true
    case .range(let first, let second): first.isDeictic || second.isDeictic
    case .part(_, let whole), .since(let whole), .until(let whole), .by(let whole),
      .before(let whole), .after(let whole), .weekOf(let whole):
      whole.isDeictic
    default: false
    }
  }
}

/// What a span of time is counted from.
enum TimeAnchor: Hashable, Sendable {
  /// The publication.
  case now
  /// The time told before: "two days later".
  case before
  /// What is said next, which lies so far from the time told before: "Monday, two days after Abe left".
  case clause
  indirect case time(TimeMeaning)
}

/// A day that a calendar has each year.
struct Holiday: Hashable, Sendable {
  enum Rule: Hashable, Sendable {
    case fixed(month: Int, day: Int)
    /// The nth weekday of a month, and a number of days after it; -1 for the last.
    case nth(month: Int, weekday: Int, number: Int, plus: Int)
    /// Days after Easter Sunday.
    case easter(Int)
  }
  let rule: Rule

  /// The day in a year.
  func day(in year: Int) -> CalendarDay? {
    switch rule {
    case .fixed(let month, let day): return CalendarDay(year, month, day)
    case .easter(let days): return CalendarDay.easter(of: year) + days
    case .nth(let month, let weekday, let number, let plus):
      return Self.day(
        number, weekday: weekday, ofMonth: CalendarDay(monthIndex: year * 12 + month - 1)
      )
      .map { $0 + plus }
    }
  }

  /// The nth such weekday of the month that starts on `first`; -1 for the last.
  static func day(_ number: Int, weekday: Int, ofMonth first: CalendarDay) -> CalendarDay? {
    let end = first.endOfMonth
    if number < 0 { return end + -(end.weekday - weekday).remainderDown(by: 7) }
    let day = first + ((weekday - first.weekday).remainderDown(by: 7) + (number - 1) * 7)
    return day <= end ? day : nil
  }
}
