import Graph

/// Turns what an expression says into days, given when it was said.
struct TimeResolver {
  let reference: TimeReference

  typealias Reason = TimeExpression.Reason

  /// The days that are meant; throws why they can't be known.
  func period(_ meaning: TimeMeaning) throws(Reason) -> TimePeriod {
    switch meaning {
    case .date(let year, let month, let day, let weekday):
      return try date(year, month, day, weekday)
    case .dayOfMonth(let day, let shift):
      let month = CalendarDay(monthIndex: try reference.day(for: .month).monthIndex + shift)
      guard let result = CalendarDay(month.year, month.month, day) else { throw .noSuchDay }
      return TimePeriod(day: result)
    case .weekday(let weekday, let choice):
      return TimePeriod(day: try self.weekday(weekday, choice))
    case .unit(let unit, let shift): return try self.unit(unit, shift)
    case .weekend:
      let now = try reference.day(for: .day)
      return try unit(.weekend, now.weekday < 6 && reference.outlook != .future ? -1 : 0)
    case .months(let first, let count, _, let year): return try months(first, count, year)
    case .decade(let start, let hasCentury):
      // Of decades without a century, the last one that has begun.
      if hasCentury { return TimePeriod(years: start, count: 10) }
      let now = try reference.day(for: .year).year
      return TimePeriod(years: now - (now - start).remainderDown(by: 100), count: 10)
    case .century(let number): return TimePeriod(years: (number - 1) * 100 + 1, count: 100)
    case .holiday(let holiday, let year): return TimePeriod(day: try self.holiday(holiday, year))
    case .shifted(let amounts, let sign, let anchor): return try shifted(amounts, sign, anchor)
    case .window(let amount, let sign): return try window(amount, sign)
    case .range(let first, let second): return try range(first, second)
    case .since(let start):
      var period = try self.period(start)
      period.isOpen = true
      return period
    case .after(let end):
      let period = try self.period(end)
      let next = period.last + 1
      var result = TimePeriod(next, next, period.lastPrecision)
      result.isOpen = true
      return result
    case .until(let end): return try until(try limit.period(end))
    case .by(let end): return try limit.period(end)
    case .before(.part(.late, let whole)):
      var period = try upTo(try limit.period(whole))
      // "before the end of the month" has that month's last day for its end.
      if period.firstPrecision == .day { period.lastPrecision = .day }
      return period
    case .before(let end):
      let period = try limit.period(end)
      return try upTo(TimePeriod(day: period.first + -1))
    case .part(let part, let whole): return try self.part(part, of: whole)
    case .weekOf(let day):
      let period = try self.period(day)
      let monday = period.first.monday
      return TimePeriod(monday, monday + 6, .day)
    case .nthWeek(let number, let whole):
      let monday = try Self.week(number, of: try period(whole))
      return TimePeriod(monday, monday + 6, .day)
    case .weekNumber(let number, let year):
      var named = try reference.year(year)
      if named == nil { named = try reference.day(for: .year).year }
      guard let year = named else { throw .noPublicationDate }
      let monday = CalendarDay.monday(ofWeek: number, in: year)
      return TimePeriod(monday, monday + 6, .day)
    case .nthWeekday(let number, let weekday, let whole):
      let month = try period(whole == .same(.month) ? .unit(.month, 0) : whole).first
      guard
        let day = Holiday.day(
          number, weekday: weekday, ofMonth: CalendarDay(monthIndex: month.monthIndex))
      else { throw .noSuchDay }
      return TimePeriod(day: day)
    case .rest(let unit):
      let whole = try self.unit(unit, 0)
      return TimePeriod(try reference.day(for: .day), whole.last, .day)
    case .same(let unit): return try same(unit)
    case .following(let unit, let isNext): return try following(unit, isNext: isNext)
    case .followingDay(let days, _):
      return TimePeriod(day: try reference.told(for: .day) + days)
    }
  }

  /// "that month": the one of the time told before.
  private func same(_ unit: TimeUnit) throws(Reason) -> TimePeriod {
    let told = try reference.told(for: unit)
    switch unit {
    case .month: return TimePeriod(month: CalendarDay(monthIndex: told.monthIndex))
    case .year: return TimePeriod(years: told.year)
    case .week: return TimePeriod(told.monday, told.monday + 6, .day)
    default: throw .toldElsewhere
    }
  }

  /// "In 2016 ... The following year": the one after what was told before; where that is nothing as exact, in what isn't
  /// past, the one after the publication.
  private func following(_ unit: TimeUnit, isNext: Bool) throws(Reason) -> TimePeriod {
    if isNext, reference.outlook != .past { return try self.unit(unit, 1) }
    let step: TimeMeaning = .shifted(
      [TimeMeaning.Amount(count: 1, unit: unit)], sign: 1, from: .before)
    if let period = try? period(step) { return period }
    guard reference.outlook != .past else { throw .toldElsewhere }
    return try self.unit(unit, 1)
  }

  /// For what ends a time: it lies ahead unless the sentence looks back; then the nearest one is meant.
  private var limit: TimeResolver {
    guard reference.retrospect == nil || reference.outlook == .future else { return self }
    var ahead = reference
    ahead.outlook = reference.outlook == .past ? .open : .future
    return TimeResolver(reference: ahead)
  }

  // MARK: Dates

  private func date(
    _ year: YearReference, _ month: Int?, _ day: Int?, _ weekday: Int?
  ) throws(Reason) -> TimePeriod {
    guard let month else {
      if let day { return TimePeriod(day: try dayAlone(day, weekday)) }
      guard let year = try reference.year(year) else { throw .toldElsewhere }
      return TimePeriod(years: year)
    }
    if let year = try reference.year(year, month: month) {
      return try Self.period(year, month, day)
    }
    if let year = reference.retrospectYear(ofMonth: month) {
      return try Self.period(year, month, day)
    }
    let now = try reference.day(for: .month)
    // A weekday tells which year, where one near by has it.
    if let weekday, let day {
      for candidate in [now.year, now.year - 1, now.year + 1] {
        if let found = CalendarDay(candidate, month, day), found.weekday == weekday {
          return TimePeriod(day: found)
        }
      }
    }
    let ahead = (month - now.month).remainderDown(by: 12)
    let shift: Int
    switch reference.outlook {
    case .future: shift = ahead
    case .past: shift = ahead == 0 ? 0 : ahead - 12
    case .open: shift = ahead < 6 ? ahead : ahead - 12
    }
    return try Self.period((now.monthIndex + shift).dividedDown(by: 12), month, day)
  }

  private static func period(_ year: Int, _ month: Int, _ day: Int?) throws(Reason) -> TimePeriod {
    guard (1...12).contains(month) else { throw .noSuchDay }
    guard let day else { return TimePeriod(month: CalendarDay(monthIndex: year * 12 + month - 1)) }
    guard let result = CalendarDay(year, month, day) else { throw .noSuchDay }
    return TimePeriod(day: result)
  }

  /// "the 27th": the nearest one on the side that the sentence looks to.
  private func dayAlone(_ day: Int, _ weekday: Int?) throws(Reason) -> CalendarDay {
    let now = try reference.day(for: .day)
    if let weekday {
      for shift in [0, -1, 1] {
        let first = CalendarDay(monthIndex: now.monthIndex + shift)
        if let found = CalendarDay(first.year, first.month, day), found.weekday == weekday {
          return found
        }
      }
      throw .noSuchDay
    }
    var month = now.monthIndex
    if reference.outlook == .future, day < now.day { month += 1 }
    if reference.outlook == .past, day > now.day { month -= 1 }
    let first = CalendarDay(monthIndex: month)
    guard let result = CalendarDay(first.year, first.month, day) else { throw .noSuchDay }
    return result
  }

  private func weekday(_ weekday: Int, _ choice: TimeMeaning.Choice) throws(Reason) -> CalendarDay {
    let now = try reference.day(for: .day)
    switch choice {
    case .ofWeek(let week): return now.monday + (weekday - 1 + 7 * week)
    case .past: return now + -((now.weekday - weekday - 1).remainderDown(by: 7) + 1)
    case .coming: return now + ((weekday - now.weekday - 1).remainderDown(by: 7) + 1)
    case .byTense:
      if reference.outlook == .future { return now + (weekday - now.weekday).remainderDown(by: 7) }
      return now + -(now.weekday - weekday).remainderDown(by: 7)
    }
  }

  private func holiday(_ holiday: Holiday, _ year: YearReference) throws(Reason) -> CalendarDay {
    if let year = try reference.year(year) {
      guard let day = holiday.day(in: year) else { throw .noSuchDay }
      return day
    }
    let now = try reference.day(for: .day)
    let days = (-1...1).compactMap { holiday.day(in: now.year + $0) }
    let found: CalendarDay? =
      switch reference.outlook {
      case .future: days.first { $0 >= now }
      case .past: days.last { $0 <= now }
      case .open: days.min { abs($0.number - now.number) < abs($1.number - now.number) }
      }
    guard let found else { throw .noSuchDay }
    return found
  }

  // MARK: Units

  private func unit(_ unit: TimeUnit, _ shift: Int) throws(Reason) -> TimePeriod {
    let now = try reference.day(for: unit)
    switch unit {
    case .day: return TimePeriod(day: now + shift)
    case .week: return TimePeriod(now.monday + 7 * shift, now.monday + (7 * shift + 6), .day)
    case .weekend:
      return TimePeriod(now.monday + (7 * shift + 5), now.monday + (7 * shift + 6), .day)
    case .month: return TimePeriod(month: CalendarDay(monthIndex: now.monthIndex + shift))
    case .quarter:
      let first = (now.monthIndex.dividedDown(by: 3) + shift) * 3
      return TimePeriod(month: CalendarDay(monthIndex: first), count: 3)
    case .year: return TimePeriod(years: now.year + shift)
    case .decade: return TimePeriod(years: (now.year.dividedDown(by: 10) + shift) * 10, count: 10)
    case .century:
      return TimePeriod(years: ((now.year - 1).dividedDown(by: 100) + shift) * 100 + 1, count: 100)
    }
  }

  private func months(_ first: Int, _ count: Int, _ year: YearReference) throws(Reason)
    -> TimePeriod
  {
    func period(_ year: Int) -> TimePeriod {
      TimePeriod(month: CalendarDay(monthIndex: year * 12 + first - 1), count: count)
    }
    // "winter 2014" may be that which 2014 begins with or ends with; without more, the one that starts in it.
    if case .number(let number) = year { return period(number) }
    if [.told, .afterTold].contains(year) {
      guard let told = try reference.year(year, month: first) else { throw .toldElsewhere }
      return period(told)
    }
    if case .none = year, let told = reference.retrospectYear(ofMonth: first) {
      return period(told)
    }
    let now = try reference.day(for: .month)
    let near = (-2...2).map { period(now.year + $0) }
    guard let next = near.firstIndex(where: { $0.last >= now }) else { throw .outOfRange }
    let isNow = near[next].first <= now
    switch year {
    case .shift(0):
      // In January and February "this winter" is the one that began the year before.
      return first + count > 13 ? near[next] : period(now.year)
    case .shift(let shift):
      if first + count > 13 {
        return near[min(max(0, shift > 0 && !isNow ? next : next + shift), near.count - 1)]
      }
      return period(now.year + shift)
    default:
      if isNow || reference.outlook == .future { return near[next] }
      if reference.outlook == .past { return near[max(0, next - 1)] }
      let behind = now.number - near[max(0, next - 1)].last.number
      return near[next].first.number - now.number < behind ? near[next] : near[max(0, next - 1)]
    }
  }

  private func shifted(
    _ amounts: [TimeMeaning.Amount], _ sign: Int, _ anchor: TimeAnchor
  ) throws(Reason) -> TimePeriod {
    let origin: CalendarDay
    var precision = amounts.map(\.unit).min { Self.length($0) < Self.length($1) } ?? .day
    switch anchor {
    case .now:
      // "in two days" of what is past says how long it took.
      if sign > 0, reference.outlook == .past { throw .toldElsewhere }
      // "the first visit in two decades"
      if sign > 0, reference.outlook != .future, Self.length(precision) >= Self.length(.decade) {
        throw .toldElsewhere
      }
      origin = try reference.day(for: precision)
    case .before, .clause:
      // Decades and centuries are too vague to reckon with.
      guard Self.length(precision) < Self.length(.decade) else { throw .toldElsewhere }
      // "A day after Abe left, ..." opens with what no time told before is so far from.
      guard anchor == .before || !reference.isOpening else { throw .toldElsewhere }
      origin = try reference.told(for: precision)
    case .time(let meaning):
      let period = try period(meaning)
      origin = period.first
      precision = period.firstPrecision == .day ? .day : precision
    }
    let day = try Self.add(amounts, sign: sign, to: origin)
    // What followed upon something told is no time that hasn't come yet.
    if anchor == .before, sign > 0, reference.outlook == .past, let now = reference.day, day > now {
      throw .toldElsewhere
    }
    switch precision {
    case .week: return TimePeriod(day.monday, day.monday + 6, .day)
    case .month, .quarter: return TimePeriod(month: CalendarDay(monthIndex: day.monthIndex))
    case .year, .decade, .century: return TimePeriod(years: day.year)
    case .day, .weekend: return TimePeriod(day: day)
    }
  }

  /// A day moved by amounts of calendar units.
  static func add(
    _ amounts: [TimeMeaning.Amount], sign: Int, to origin: CalendarDay
  ) throws(Reason) -> CalendarDay {
    var months = 0
    var days = 0
    for amount in amounts {
      guard amount.count < 10_000 else { throw .outOfRange }
      switch amount.unit {
      case .day: days += amount.count
      case .week, .weekend: days += 7 * amount.count
      case .month: months += amount.count
      case .quarter: months += 3 * amount.count
      case .year: months += 12 * amount.count
      case .decade: months += 120 * amount.count
      case .century: months += 1200 * amount.count
      }
    }
    return origin.adding(months: sign * months) + sign * days
  }

  private static func length(_ unit: TimeUnit) -> Int {
    switch unit {
    case .day: 1
    case .week, .weekend: 7
    case .month: 30
    case .quarter: 91
    case .year: 365
    case .decade: 3650
    case .century: 36_500
    }
  }

  private func window(_ amount: TimeMeaning.Amount, _ sign: Int) throws(Reason) -> TimePeriod {
    // "over the next nine months" of what is past: reckoned from what was told.
    if sign > 0, reference.outlook == .past { throw .toldElsewhere }
    let now = try reference.day(for: amount.unit)
    let other = try Self.add([amount], sign: sign, to: now)
    let (first, last) = sign < 0 ? (other, now) : (now, other)
    switch amount.unit {
    case .day, .week, .weekend: return TimePeriod(first, last, .day)
    case .month: return TimePeriod(first, last, .month)
    case .quarter:
      let start = (now.monthIndex.dividedDown(by: 3) + (sign < 0 ? -amount.count : 1)) * 3
      guard amount.count < 10_000 else { throw .outOfRange }
      return TimePeriod(month: CalendarDay(monthIndex: start), count: 3 * amount.count)
    case .year, .decade, .century: return TimePeriod(first, last, .year)
    }
  }
}
