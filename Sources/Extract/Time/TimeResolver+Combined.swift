import Graph

/// Times that are told of others: from one to another, up to one, a part of one.
extension TimeResolver {
  func range(_ first: TimeMeaning, _ second: TimeMeaning) throws(Reason) -> TimePeriod {
    let start = try period(first)
    var later = self
    // What names no year or week comes next after the start.
    if reference.day != nil, Self.isPartial(second) {
      var next = TimeReference(published: try TimePeriod(day: start.first).span())
      next.outlook = .future
      later = TimeResolver(reference: next)
    }
    let end = try later.period(second)
    guard start.first <= end.last else { throw .noSuchDay }
    // "was there from Tuesday to Thursday", read on a Tuesday: those of the week before.
    let isOver = reference.outlook == .past && Self.isWeekday(first) && Self.isWeekday(second)
    let shift = isOver && reference.day.map { end.last > $0 } == true ? -7 : 0
    var result = TimePeriod(start.first + shift, end.last + shift, start.firstPrecision)
    result.lastPrecision = end.lastPrecision
    return result
  }

  private static func isWeekday(_ meaning: TimeMeaning) -> Bool {
    if case .weekday(_, .byTense) = meaning { return true }
    return false
  }

  private static func isPartial(_ meaning: TimeMeaning) -> Bool {
    switch meaning {
    case .date(.none, let month, _, _): month != nil
    case .weekday(_, .byTense), .holiday(_, .none): true
    default: false
    }
  }

  /// "until 1975": up to then from now on, or of what is past, which no one says the start of. A day of the past ends no
  /// such span: "the talks went on until Friday" began about then.
  func until(_ end: TimePeriod) throws(Reason) -> TimePeriod {
    guard let now = reference.day, now > end.last, end.lastPrecision != .day else {
      return try upTo(end)
    }
    var result = end
    result.isOpenStart = true
    return result
  }

  func upTo(_ end: TimePeriod) throws(Reason) -> TimePeriod {
    guard let now = reference.day, now <= end.last else { throw .openStart }
    var result = end
    result.first = now
    if reference.precision == .day, end.lastPrecision == .day || end.first <= now {
      result.firstPrecision = .day
    }
    return result
  }

  func part(_ part: TimePart, of whole: TimeMeaning) throws(Reason) -> TimePeriod {
    let period = try period(whole)
    guard case .unit(.week, 0) = whole else { return period }
    let now = try reference.day(for: .day)
    switch part {
    case .earlier: return TimePeriod(period.first, now, .day)
    case .later: return TimePeriod(now, period.last, .day)
    case .early, .mid, .late: return period
    }
  }

  /// The Monday of the nth week of a month or year, whose first week is that with its first Thursday.
  static func week(_ number: Int, of whole: TimePeriod) throws(Reason) -> CalendarDay {
    let first = (whole.first + 3).monday
    let last = (whole.last + -3).monday
    let monday = number < 0 ? last : first + (number - 1) * 7
    guard monday <= whole.last else { throw .noSuchDay }
    return monday
  }
}
