import Graph

/// What relative times are reckoned from.
struct TimeReference: Sendable {
  /// The first day that the publication may have been on; nil where none is known.
  let day: CalendarDay?
  /// How exact it is: day, month or year.
  let precision: TimeUnit
  /// Which way the sentence looks.
  var outlook = TimeOutlook.open
  /// The day told last before this.
  var before: CalendarDay?
  /// The day told last that isn't ahead of the publication.
  var pastBefore: CalendarDay?

  init(published: TimeSpan?) {
    day = published.map { CalendarDay(number: $0.firstDay) }
    precision =
      switch published?.rawValue.utf8.count {
      case 4: .year
      case 7: .month
      default: .day
      }
  }

  /// The day of publication, exact enough for `unit`.
  func day(for unit: TimeUnit) throws(TimeExpression.Reason) -> CalendarDay {
    guard let day else { throw .noPublicationDate }
    switch unit {
    case .day, .week, .weekend: guard precision == .day else { throw .coarsePublicationDate }
    case .month, .quarter: guard precision != .year else { throw .coarsePublicationDate }
    case .year, .decade, .century: break
    }
    return day
  }

  /// The year that is meant, with the month of it that is told; nil where none is named.
  func year(_ year: YearReference, month: Int? = nil) throws(TimeExpression.Reason) -> Int? {
    switch year {
    case .none: return nil
    case .number(let number): return number
    case .shift(let shift): return try day(for: .year).year + shift
    case .turn(let sign):
      let now = try day(for: .month)
      let isSameYear = month.map { sign < 0 ? $0 < now.month : $0 > now.month } ?? false
      return isSameYear ? now.year : now.year + sign
    }
  }
}

extension TimeExpression.Reason: Error {}

/// Days from a first to a last one, with the precision in which each is told.
struct TimePeriod: Hashable, Sendable {
  var first: CalendarDay
  var last: CalendarDay
  var firstPrecision: TimeUnit
  var lastPrecision: TimeUnit
  /// Whether it goes on beyond what is told.
  var isOpen = false

  init(_ first: CalendarDay, _ last: CalendarDay, _ precision: TimeUnit) {
    self.first = first
    self.last = last
    firstPrecision = precision
    lastPrecision = precision
  }

  init(day: CalendarDay) { self.init(day, day, .day) }
  init(month first: CalendarDay, count: Int = 1) {
    self.init(first, CalendarDay(monthIndex: first.monthIndex + count) + -1, .month)
  }
  init(years first: Int, count: Int = 1) {
    self.init(
      CalendarDay(monthIndex: first * 12), CalendarDay(monthIndex: (first + count) * 12) + -1, .year
    )
  }

  /// In the form of the graph.
  func span() throws(TimeExpression.Reason) -> TimeSpan {
    guard (1...9999).contains(first.year), (1...9999).contains(last.year) else { throw .outOfRange }
    let start = Self.text(first, firstPrecision)
    let end = isOpen ? ".." : Self.text(last, lastPrecision)
    guard let span = TimeSpan(rawValue: start == end ? start : "\(start)/\(end)") else {
      throw .noSuchDay
    }
    return span
  }

  private static func text(_ day: CalendarDay, _ precision: TimeUnit) -> String {
    switch precision {
    case .year: day.year.padded(4)
    case .month: "\(day.year.padded(4))-\(day.month.padded(2))"
    default: "\(day.year.padded(4))-\(day.month.padded(2))-\(day.day.padded(2))"
    }
  }
}
