import Graph

/// A day of the proleptic Gregorian calendar.
struct CalendarDay: Hashable, Comparable, Sendable {
  /// Days since 1970-01-01.
  let number: Int
  let year: Int
  /// 1 to 12.
  let month: Int
  /// 1 to 31.
  let day: Int

  /// The day that many days after 1970-01-01.
  init(number: Int) {
    self.number = number
    (year, month, day) = TimeSpan.calendarDate(ofDay: number)
  }

  /// The day of that date; nil where the calendar has none.
  init?(_ year: Int, _ month: Int, _ day: Int) {
    guard (1...12).contains(month), day >= 1, day <= TimeSpan.daysIn(month: month, of: year) else {
      return nil
    }
    self.init(number: TimeSpan.dayNumber(year: year, month: month, day: day))
  }

  /// The first day of the month `months` after January of year 0.
  init(monthIndex months: Int) {
    let year = months.dividedDown(by: 12)
    self.init(number: TimeSpan.dayNumber(year: year, month: months - year * 12 + 1, day: 1))
  }

  /// Months since January of year 0.
  var monthIndex: Int { year * 12 + month - 1 }
  /// 1 for Monday to 7 for Sunday.
  var weekday: Int { (number + 3).remainderDown(by: 7) + 1 }
  /// The Monday of its week.
  var monday: CalendarDay { self + (1 - weekday) }
  /// The last day of its month.
  var endOfMonth: CalendarDay { CalendarDay(monthIndex: monthIndex + 1) + -1 }

  /// The year and the number of its week (ISO 8601: the week that has the year's first Thursday is 1).
  var week: (year: Int, number: Int) {
    let thursday = monday + 3
    let first = TimeSpan.dayNumber(year: thursday.year, month: 1, day: 1)
    return (thursday.year, (thursday.number - first) / 7 + 1)
  }

  /// The Monday of the `number`th week of a year.
  static func monday(ofWeek number: Int, in year: Int) -> CalendarDay {
    CalendarDay(number: TimeSpan.dayNumber(year: year, month: 1, day: 4)).monday + (number - 1) * 7
  }

  /// The same day `months` later, or the last one of a shorter month.
  func adding(months: Int) -> CalendarDay {
    let first = CalendarDay(monthIndex: monthIndex + months)
    return first + (min(day, TimeSpan.daysIn(month: first.month, of: first.year)) - 1)
  }

  /// Easter Sunday of the Gregorian calendar (the anonymous algorithm that Meeus gives).
  static func easter(of year: Int) -> CalendarDay {
    let a = year % 19
    let b = year / 100
    let c = year % 100
    let h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30
    let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7
    let m = (a + 11 * h + 22 * l) / 451
    let month = (h + l - 7 * m + 114) / 31
    let day = (h + l - 7 * m + 114) % 31 + 1
    return CalendarDay(number: TimeSpan.dayNumber(year: year, month: month, day: day))
  }

  static func + (day: CalendarDay, days: Int) -> CalendarDay {
    CalendarDay(number: day.number + days)
  }
  static func < (a: CalendarDay, b: CalendarDay) -> Bool { a.number < b.number }
}

extension Int {
  /// The quotient rounded towards minus infinity.
  func dividedDown(by divisor: Int) -> Int {
    self >= 0 ? self / divisor : -((divisor - 1 - self) / divisor)
  }

  /// The remainder that belongs to it: never negative.
  func remainderDown(by divisor: Int) -> Int { self - dividedDown(by: divisor) * divisor }

  /// Decimal digits with zeros before them.
  func padded(_ width: Int) -> String {
    let digits = String(self)
    return String(repeating: "0", count: Swift.max(0, width - digits.utf8.count)) + digits
  }
}
