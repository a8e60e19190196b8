/// Days on a line: which are shown, where, and with which dates below.
struct TimeAxis {
  /// A line across the picture with its date.
  struct Tick: Equatable {
    let day: Int
    let label: String
  }

  /// The first and the last day that are shown, counted from 1970-01-01.
  let days: ClosedRange<Int>
  /// Where the first day starts and the last one ends, in points from the left.
  let span: ClosedRange<Double>

  /// An axis for reports of these days. What happens is shown as far as it lies near the reports: within their time, and
  /// as much again before and after.
  init(reports: [Int], happenings: [TimeSpan], span: ClosedRange<Double>) {
    self.span = span
    let starts = happenings.map { $0.isOpenStart ? $0.lastDay : $0.firstDay }
    var first = reports.min() ?? starts.min() ?? 0
    var last = reports.max() ?? starts.max() ?? 0
    let reach = max(last - first, 60)
    let (earliest, latest) = (first - reach, last + reach)
    for time in happenings {
      if time.firstDay >= earliest, time.firstDay <= latest {
        first = min(first, time.firstDay)
        last = max(last, time.firstDay)
      }
      if time.lastDay >= earliest, time.lastDay <= latest {
        first = min(first, time.lastDay)
        last = max(last, time.lastDay)
      }
    }
    let margin = max(3, (last - first) / 30)
    days = (first - margin)...(last + margin)
  }

  private var pointsPerDay: Double {
    (span.upperBound - span.lowerBound) / Double(days.upperBound - days.lowerBound + 1)
  }

  /// Where a day starts, in points; days that aren't shown are at the axis's ends.
  func position(of day: Int) -> Double {
    let shown = min(max(day, days.lowerBound), days.upperBound)
    return span.lowerBound + Double(shown - days.lowerBound) * pointsPerDay
  }

  /// Where a time starts and ends, in points, and whether it goes on at either side of what is shown; nil where it
  /// lies outside.
  func extent(of time: TimeSpan) -> (range: ClosedRange<Double>, isCut: (start: Bool, end: Bool))? {
    guard time.firstDay <= days.upperBound, time.lastDay >= days.lowerBound else { return nil }
    let end = min(position(of: time.lastDay) + pointsPerDay, span.upperBound)
    let start = position(of: time.firstDay)
    return (
      start...max(start, end),
      (time.firstDay < days.lowerBound, time.lastDay > days.upperBound)
    )
  }

  /// The dates to write, as close as `distance` points allow: days, Mondays, months, quarters, years.
  func ticks(apart distance: Double) -> [Tick] {
    let length = days.upperBound - days.lowerBound + 1
    for step in [1, 7] where Double(step) * pointsPerDay >= distance {
      // Day 4 was a Monday.
      let first = days.lowerBound + (step == 7 ? (4 - days.lowerBound).remainder(of: 7) : 0)
      return stride(from: first, through: days.upperBound, by: step).map {
        Tick(day: $0, label: Self.label($0, parts: 3))
      }
    }
    for months in [1, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000]
    where Double(months) * 30.4 * pointsPerDay >= distance || months * 30 > length {
      return monthTicks(every: months)
    }
    return monthTicks(every: 12000)
  }

  private func monthTicks(every step: Int) -> [Tick] {
    let start = TimeSpan.calendarDate(ofDay: days.lowerBound)
    let index = start.year * 12 + start.month - 1
    var month = index - index.remainder(of: step)
    var ticks: [Tick] = []
    while true {
      let year = (month - month.remainder(of: 12)) / 12
      let day = TimeSpan.dayNumber(year: year, month: month.remainder(of: 12) + 1, day: 1)
      if day > days.upperBound { return ticks }
      if day >= days.lowerBound {
        ticks.append(Tick(day: day, label: Self.label(day, parts: step < 12 ? 2 : 1)))
      }
      month += step
    }
  }

  /// Year, month and day of a day, as many as are asked for.
  private static func label(_ day: Int, parts: Int) -> String {
    TimeSpan.date(ofDay: day).split(separator: "-").prefix(parts).joined(separator: "-")
  }
}

extension Int {
  /// The remainder that is never negative.
  fileprivate func remainder(of divisor: Int) -> Int { (self % divisor + divisor) % divisor }
}
