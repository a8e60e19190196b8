/// Writes what an expression says as a TIMEX3 value, with X for what it leaves open.
struct TimeValue {
  let resolver: TimeResolver

  /// The value of `meaning`.
  func text(_ meaning: TimeMeaning) -> String {
    switch meaning {
    case .date(let year, let month, let day, let weekday):
      if month == nil, let day, let weekday {
        guard let now = resolver.reference.day, let found = CalendarDay(now.year, now.month, day),
          found.weekday == weekday
        else { return "XXXX-WXX-\(weekday)" }
        return Self.day(found)
      }
      return Self.join(self.year(year, month: month), month, day)
    case .weekday(let weekday, .byTense): return "XXXX-WXX-\(weekday)"
    case .dayOfMonth(let day, let shift):
      guard let month = try? resolver.period(.unit(.month, shift)).first else {
        return "XXXX-XX-\(day.padded(2))"
      }
      return Self.join(month.year.padded(4), month.month, day)
    case .weekday(let weekday, _): return startText(meaning) ?? "XXXX-WXX-\(weekday)"
    case .following(let unit, _): return self.unit(unit, try? resolver.period(.unit(unit, 1)))
    case .unit(let unit, _): return self.unit(unit, try? resolver.period(meaning))
    case .weekend: return self.unit(.weekend, try? resolver.period(.unit(.weekend, 0)))
    case .same(let unit): return self.unit(unit, nil)
    case .months(let first, let count, let name, let year):
      let yearText = self.year(year)
      if !name.isEmpty { return yearText == "XXXX" ? name : "\(yearText)-\(name)" }
      let end = first + count
      let endYear = end > 12 ? (Int(yearText).map { ($0 + 1).padded(4) } ?? "XXXX") : yearText
      return
        "(\(Self.join(yearText, first, 1)),\(Self.join(endYear, end > 12 ? end - 12 : end, 1)),P\(count)M)"
    case .decade(let start, let hasCentury):
      if hasCentury { return years(start, 10) }
      return "(XX\(start.padded(2))-01-01,XX\(((start + 10) % 100).padded(2))-01-01,P10Y)"
    case .century(let number): return years((number - 1) * 100, 100)
    case .holiday(let holiday, let year): return self.holiday(holiday, year, meaning)
    case .shifted(let amounts, let sign, let anchor): return shifted(amounts, sign, anchor)
    case .window(let amount, let sign): return window(amount, sign)
    case .range(let first, let second): return range(first, second)
    case .since(let part), .until(let part), .by(let part), .before(let part), .after(let part),
      .part(_, let part), .weekOf(let part):
      return text(part)
    case .nthWeek(let number, let whole):
      guard let period = try? resolver.period(whole) else { return "XXXX-WXX" }
      let monday = try? TimeResolver.week(number, of: period)
      if period.firstPrecision == .year { return monday.map(Self.week) ?? "XXXX-WXX" }
      return "\(text(whole))-W\((number < 0 ? 5 : number).padded(2))"
    case .weekNumber(let number, let year):
      let named = self.year(year == .none ? .shift(0) : year)
      return "\(named)-W\(number.padded(2))"
    case .nthWeekday(let number, let weekday, let whole):
      if whole == .same(.month) { return startText(meaning) ?? "XXXX-WXX-\(weekday)" }
      var month = text(whole)
      if case .unit = whole { month = "XXXX" + month.dropFirst(4) }
      return "\(month)-WXX-\(weekday)-#\(number)"
    case .rest(let unit):
      guard let period = try? resolver.period(meaning) else { return self.unit(unit, nil) }
      let days = period.last.number - period.first.number + (unit == .week ? 0 : 1)
      return "(\(Self.day(period.first)),\(Self.day(period.last)),P\(days)D)"
    case .followingDay(_, let days):
      return resolver.reference.day.map { Self.day($0 + days) } ?? "XXXX-XX-XX"
    }
  }

  // MARK: Parts

  private func year(_ year: YearReference, month: Int? = nil) -> String {
    guard let number = try? resolver.reference.year(year, month: month) else { return "XXXX" }
    return number.padded(4)
  }

  private static func join(_ year: String, _ month: Int?, _ day: Int?) -> String {
    guard month != nil || day != nil else { return year }
    let month = month.map { $0.padded(2) } ?? "XX"
    return day.map { "\(year)-\(month)-\($0.padded(2))" } ?? "\(year)-\(month)"
  }

  static func day(_ day: CalendarDay) -> String { join(day.year.padded(4), day.month, day.day) }

  private static func week(_ monday: CalendarDay) -> String {
    let week = monday.week
    return "\(week.year.padded(4))-W\(week.number.padded(2))"
  }

  private func startText(_ meaning: TimeMeaning) -> String? {
    (try? resolver.period(meaning)).map { Self.day($0.first) }
  }

  private func unit(_ unit: TimeUnit, _ period: TimePeriod?) -> String {
    let first = period?.first
    switch unit {
    case .day: return first.map(Self.day) ?? "XXXX-XX-XX"
    case .week: return first.map(Self.week) ?? "XXXX-WXX"
    case .weekend: return (first.map(Self.week) ?? "XXXX-WXX") + "-WE"
    case .month: return first.map { Self.join($0.year.padded(4), $0.month, nil) } ?? "XXXX-XX"
    case .quarter:
      guard let period else { return "XXXX-QX" }
      return "(\(Self.day(period.first)),\(Self.day(period.last + 1)),P3M)"
    case .year: return first.map { $0.year.padded(4) } ?? "XXXX"
    case .decade: return first.map { years($0.year, 10) } ?? "XXX"
    case .century: return first.map { years($0.year - 1, 100) } ?? "XX"
    }
  }

  private func years(_ first: Int, _ count: Int) -> String {
    "(\(first.padded(4))-01-01,\((first + count).padded(4))-01-01,P\(count)Y)"
  }

  private func holiday(_ holiday: Holiday, _ year: YearReference, _ meaning: TimeMeaning) -> String
  {
    switch holiday.rule {
    case .fixed(let month, let day): return Self.join(self.year(year), month, day)
    case .nth(let month, let weekday, let number, 0) where number > 0:
      return "\(Self.join(self.year(year), month, nil))-WXX-\(weekday)-\(number)"
    case .nth, .easter:
      if year != .none { return startText(meaning) ?? "XXXX" }
      guard let now = resolver.reference.day, let day = holiday.day(in: now.year) else {
        return "XXXX"
      }
      return Self.join("XXXX", day.month, day.day)
    }
  }

  private func shifted(_ amounts: [TimeMeaning.Amount], _ sign: Int, _ anchor: TimeAnchor) -> String
  {
    var origin = resolver.reference.day
    if case .time(let meaning) = anchor { origin = (try? resolver.period(meaning))?.first }
    guard let origin, let day = try? TimeResolver.add(amounts, sign: sign, to: origin) else {
      return "XXXX-XX-XX"
    }
    return Self.day(day)
  }

  private static func duration(_ amount: TimeMeaning.Amount) -> String {
    switch amount.unit {
    case .day: "P\(amount.count)D"
    case .week: "P\(amount.count)W"
    case .weekend: "P\(amount.count)WE"
    case .month: "P\(amount.count)M"
    case .quarter: "P\(amount.count * 3)M"
    case .year: "P\(amount.count)Y"
    case .decade: "P\(amount.count * 10)Y"
    case .century: "P\(amount.count * 100)Y"
    }
  }

  private func window(_ amount: TimeMeaning.Amount, _ sign: Int) -> String {
    guard var start = resolver.reference.day else { return Self.duration(amount) }
    if amount.unit == .quarter, let period = try? resolver.period(.window(amount, sign: sign)) {
      return "(\(Self.day(period.first)),\(Self.day(period.last + 1)),\(Self.duration(amount)))"
    }
    if amount.unit == .decade || amount.unit == .century {
      let length = amount.unit == .decade ? 10 : 100
      let base = (start.year.dividedDown(by: length) + (sign > 0 ? 1 : -amount.count)) * length
      return years(base, amount.count * length)
    }
    // What is coming starts tomorrow.
    if sign > 0 { start = start + 1 }
    guard let end = try? TimeResolver.add([amount], sign: sign, to: start) else {
      return Self.duration(amount)
    }
    let (first, last) = sign < 0 ? (end, start) : (start, end)
    return "(\(Self.day(first)),\(Self.day(last)),\(Self.duration(amount)))"
  }

  private func range(_ first: TimeMeaning, _ second: TimeMeaning) -> String {
    let start = boundary(first)
    var end = boundary(second)
    if case .weekday(_, .byTense) = second, let period = try? resolver.period(.range(first, second))
    {
      end = Self.day(period.last)
    }
    var length = "PXD"
    if case .shifted(let amounts, _, _) = second, amounts.count == 1, let amount = amounts.first {
      length = Self.duration(amount)
    } else if let period = try? resolver.period(.range(first, second)),
      let last = try? endStart(first, second, period)
    {
      switch (period.firstPrecision, period.lastPrecision) {
      case (.year, .year): length = "P\(last.year - period.first.year)Y"
      case (.month, .month), (.year, .month), (.month, .year):
        length = "P\(last.monthIndex - period.first.monthIndex)M"
      default:
        let days = last.number - period.first.number
        if case .weekNumber = first { length = "P\(days / 7)W" } else { length = "P\(days)D" }
      }
    }
    return "(\(start),\(end),\(length))"
  }

  /// The first day of a range's end: what TIMEX counts to.
  private func endStart(
    _ first: TimeMeaning, _ second: TimeMeaning, _ period: TimePeriod
  ) throws(TimeExpression.Reason) -> CalendarDay {
    switch period.lastPrecision {
    case .year: return CalendarDay(monthIndex: period.last.year * 12)
    case .month:
      if case .months = second { return try resolver.period(second).first }
      return CalendarDay(monthIndex: period.last.monthIndex)
    default:
      if case .weekNumber = second { return period.last.monday }
      return period.last
    }
  }

  private func boundary(_ meaning: TimeMeaning) -> String {
    if case .date(let year, let month, let day, _) = meaning, month != nil || day == nil {
      return Self.join(self.year(year), month ?? 1, day ?? 1)
    }
    if case .shifted = meaning { return text(meaning) }
    return startText(meaning) ?? text(meaning)
  }
}
