/// A time as news tells it: a day, a month, a year, or an interval of such, in ISO 8601.
///
/// `2014`, `2014-11`, `2014-11-10`, `2014-11-10/2014-11-11`, `2012-12/..` for "since" and `../1975` for "until". The text
/// keeps the precision that the article has.
public struct TimeSpan: RawRepresentable, Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The time as ISO 8601.
  public let rawValue: String
  /// The first day, counted from 1970-01-01; `Int.min` for an open start.
  public let firstDay: Int
  /// The last day, likewise; `Int.max` for an open end.
  public let lastDay: Int

  /// The time that `rawValue` spells; nil where a part is no date, or the end comes before the start.
  public init?(rawValue: String) {
    let parts = rawValue.utf8.split(
      separator: UInt8(ascii: "/"), omittingEmptySubsequences: false
    ).map(Substring.init)
    guard parts.count <= 2 else { return nil }
    if parts.count == 2, parts[0] == ".." {
      guard let end = Self.days(parts[1]) else { return nil }
      (self.rawValue, firstDay, lastDay) = (rawValue, .min, end.upperBound)
      return
    }
    guard let first = Self.days(parts[0]) else { return nil }
    var last = first.upperBound
    if parts.count == 2 {
      if parts[1] == ".." {
        last = .max
      } else {
        guard let second = Self.days(parts[1]) else { return nil }
        last = second.upperBound
      }
    }
    guard first.lowerBound <= last else { return nil }
    self.rawValue = rawValue
    self.firstDay = first.lowerBound
    self.lastDay = last
  }

  /// Whether only its end is told.
  public var isOpenStart: Bool { firstDay == .min }
  /// How many days it spans; `Int.max` for an open start or end.
  public var length: Int {
    lastDay == .max || isOpenStart ? .max : lastDay - firstDay + 1
  }
  /// Whether the two have a day in common.
  public func overlaps(_ other: TimeSpan) -> Bool {
    firstDay <= other.lastDay && other.firstDay <= lastDay
  }
  /// The time as ISO 8601.
  public var description: String { rawValue }
  /// By first day, then by last day, then as text.
  public static func < (a: TimeSpan, b: TimeSpan) -> Bool {
    (a.firstDay, a.lastDay, a.rawValue) < (b.firstDay, b.lastDay, b.rawValue)
  }

  /// The days of `2014`, `2014-11` or `2014-11-10`, counted from 1970-01-01.
  private static func days(_ text: Substring) -> ClosedRange<Int>? {
    // Over bytes: the gazetteer has thousands of terms of office, which each start of the program reads.
    var numbers: [Int] = []
    for part in text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false) {
      guard numbers.count < 3, part.count == (numbers.isEmpty ? 4 : 2),
        part.allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains)
      else { return nil }
      numbers.append(part.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) })
    }
    let year = numbers[0]
    guard numbers.count > 1 else {
      return dayNumber(year: year, month: 1, day: 1)...dayNumber(year: year, month: 12, day: 31)
    }
    let month = numbers[1]
    guard (1...12).contains(month) else { return nil }
    let length = daysIn(month: month, of: year)
    guard numbers.count > 2 else {
      let first = dayNumber(year: year, month: month, day: 1)
      return first...(first + length - 1)
    }
    let day = numbers[2]
    guard (1...length).contains(day) else { return nil }
    let number = dayNumber(year: year, month: month, day: day)
    return number...number
  }

  /// How many days a month of the Gregorian calendar has.
  public static func daysIn(month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Days from 1970-01-01 to a day of the proleptic Gregorian calendar
  /// (Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", days_from_civil).
  public static func dayNumber(year: Int, month: Int, day: Int) -> Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// The date of the day that many days after 1970-01-01 (Hinnant, civil_from_days).
  package static func calendarDate(ofDay number: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = number + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (
      yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month,
      dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    )
  }
}
