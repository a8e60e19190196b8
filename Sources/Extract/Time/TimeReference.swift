import Graph

/// What relative times are reckoned from.
struct TimeReference: Sendable {
  /// The first day that the publication may have been on; nil where none is known.
  let day: CalendarDay?
  /// How exact it is: day, month or year.
  let precision: TimeUnit
  /// Which way the sentence looks.
  var outlook = TimeOutlook.open
  /// The time told last before this, and the sentence that told it, by index.
  private var before: (period: TimePeriod, sentence: Int)?
  /// The same of the times that aren't ahead of the publication.
  private var pastBefore: (period: TimePeriod, sentence: Int)?
  /// The sentence that is read, by index.
  var sentence = 0
  /// Whether the time opens its sentence.
  var isOpening = false
  /// The month told last with its year, where the text tells of years before its publication only, and the sentence
  /// that told it.
  private(set) var retrospect: CalendarDay?
  private var retrospectSentence = 0
  /// The years of the months that were told with theirs.
  private var yearOfMonth: [Int: Int] = [:]

  init(published: TimeSpan?) {
    day = published.flatMap { $0.isOpenStart ? nil : CalendarDay(number: $0.firstDay) }
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

  /// Notes a time that has been told, from which later ones in the same sentence and shortly behind may be reckoned.
  mutating func note(_ period: TimePeriod, in sentence: Int) {
    guard !period.isOpen, !period.isOpenStart else { return }
    before = (period, sentence)
    if let day, period.first <= day { pastBefore = before }
  }

  /// Notes the month that a story of years gone by has come to.
  mutating func noteRetrospect(_ period: TimePeriod, isExplicit: Bool) {
    guard period.firstPrecision == .day || period.firstPrecision == .month || period.isYear else {
      return
    }
    // "two years before", "since 1989"
    if period.isYear && !isExplicit || period.isOpen || period.isOpenStart { return }
    // "through the canal, opened in 1869": an aside, from which nothing goes on.
    if period.isYear, let told = retrospect, told.year - period.first.year > Self.longestStory,
      sentence - retrospectSentence <= Self.reach
    {
      return
    }
    retrospect = CalendarDay(monthIndex: period.first.monthIndex)
    retrospectSentence = sentence
    if isExplicit, !period.isYear { yearOfMonth[period.first.month] = period.first.year }
  }

  /// The year of a month that a story of years gone by goes on to, or shortly looks back to; nil for other texts.
  func retrospectYear(ofMonth month: Int) -> Int? {
    guard outlook != .future, let told = retrospect else { return nil }
    guard told.month - month > Self.lookBack else { return told.year }
    let next = CalendarDay(monthIndex: (told.year + 1) * 12 + month - 1)
    // Behind an overview the story starts anew.
    return day.map { next <= $0 } ?? true ? next.year : yearOfMonth[month] ?? told.year
  }

  /// How many years a story of years gone by may go back at once.
  private static let longestStory = 10
  /// How many sentences behind a time another may be reckoned from it.
  private static let reach = 4
  /// How many months a story looks back without saying so.
  private static let lookBack = 2

  /// The time told last, if it is told as exactly as `unit`: "two days later" says nothing of what was in a year.
  func told(for unit: TimeUnit) throws(TimeExpression.Reason) -> CalendarDay {
    // "The talks came a day after" is told of what has been, whatever is told to come.
    let last = outlook == .past ? pastBefore ?? before : before
    guard let (told, noted) = last, sentence - noted <= Self.reach else { throw .toldElsewhere }
    let isExact =
      switch unit {
      case .day, .week, .weekend: told.firstPrecision == .day && told.first == told.last
      case .month, .quarter: told.firstPrecision == .day || told.firstPrecision == .month
      case .year, .decade, .century: true
      }
    guard isExact else { throw .toldElsewhere }
    return told.first
  }

  /// The year that is meant, with the month of it that is told; nil where none is named.
  func year(_ year: YearReference, month: Int? = nil) throws(TimeExpression.Reason) -> Int? {
    switch year {
    case .none: return nil
    case .number(let number): return number
    case .shift(let shift): return try day(for: .year).year + shift
    case .told: return (try? told(for: .year))?.year
    case .afterTold:
      guard let month else { return nil }
      if let told = try? told(for: .month) { return told.month < month ? told.year : told.year + 1 }
      if let told = try? told(for: .year) { return told.year + 1 }
      guard outlook != .past else { throw .toldElsewhere }
      return try self.year(.turn(1), month: month)
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
  /// Whether only its end is told.
  var isOpenStart = false

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

  /// Whether it is one year.
  var isYear: Bool { firstPrecision == .year && first.year == last.year }

  /// In the form of the graph.
  func span() throws(TimeExpression.Reason) -> TimeSpan {
    guard (1...9999).contains(first.year), (1...9999).contains(last.year) else { throw .outOfRange }
    let start = isOpenStart ? ".." : Self.text(first, firstPrecision)
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
