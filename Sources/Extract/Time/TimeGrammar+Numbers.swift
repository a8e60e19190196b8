extension TimeGrammar {
  /// Below one hundred, in words: "twenty-first" is ordinal.
  private func small(_ index: Int) -> (value: Int, isOrdinal: Bool, end: Int)? {
    if let value = words(index)?.ordinal { return (value, true, index + 1) }
    guard let value = words(index)?.cardinal else { return nil }
    if value >= 20, value % 10 == 0 {
      let next = word(index + 1) == "-" ? index + 2 : index + 1
      if let unit = words(next)?.ordinal, unit < 10 {
        return (value + unit, true, next + 1)
      }
      if let unit = words(next)?.cardinal, unit < 10 {
        return (value + unit, false, next + 1)
      }
    }
    return (value, false, index + 1)
  }

  /// A number in words, "two hundred and sixty seven" or, as years are said, "nineteen ninety nine".
  func numberInWords(_ index: Int) -> (value: Int, isOrdinal: Bool, end: Int)? {
    guard let first = small(index) else { return nil }
    if first.isOrdinal { return first }
    var total = 0
    var current = first.value
    var end = first.end
    var isLong = false
    if (10...20).contains(first.value) {
      if ["zero", "oh", "o"].contains(word(end)), let unit = small(end + 1), unit.value < 10 {
        return (first.value * 100 + unit.value, false, unit.end)
      }
      if let rest = small(end), rest.value >= 10, !rest.isOrdinal {
        return (first.value * 100 + rest.value, false, rest.end)
      }
    }
    while true {
      if word(end) == "hundred" {
        current *= 100
        end += 1
        isLong = true
      } else if word(end) == "thousand" {
        total += current * 1000
        current = 0
        end += 1
        isLong = true
      } else if isLong, case let next = skip("and", end), let rest = small(next), !rest.isOrdinal {
        // A rest below what was said so far: "two thousand and eighteen".
        if current > 0 && current < 100 { break }
        current += rest.value
        end = rest.end
      } else {
        break
      }
    }
    return (total + current, false, end)
  }

  /// A count: "3", "three", "a", "a few", "several".
  func count(_ index: Int) -> (value: Int, end: Int)? {
    if let value = number(index) { return value < 100_000 ? (value, index + 1) : nil }
    if let words = numberInWords(index), !words.isOrdinal { return (words.value, words.end) }
    if ["a", "the"].contains(word(index)) {
      if word(index + 1) == "few" { return (3, index + 2) }
      if word(index + 1) == "couple" { return (2, skip("of", index + 2)) }
    }
    guard let value = TimeWords.vagueCounts[word(index)] else { return nil }
    return (value, word(index) == "couple" ? skip("of", index + 1) : index + 1)
  }

  /// "two weeks", "3 days".
  func amount(_ index: Int) -> (amount: TimeMeaning.Amount, end: Int)? {
    guard let (value, next) = count(index) else { return nil }
    let unitAt = skip(["business", "full", "long", "-", "more"], next)
    guard let unit = words(unitAt)?.unit else { return nil }
    return (.init(count: word(unitAt) == "fortnight" ? 2 * value : value, unit: unit), unitAt + 1)
  }

  /// A first, second ... or last one: "first", "3rd", "last".
  func ordinal(_ index: Int) -> (value: Int, end: Int)? {
    if let value = number(index), isAttached(index + 1),
      ["st", "nd", "rd", "th"].contains(word(index + 1))
    {
      return (value, index + 2)
    }
    guard let words = numberInWords(index), words.isOrdinal else { return nil }
    return (words.value, words.end)
  }

  /// The day of a month: "10", "10th", "twenty-first".
  func dayNumber(_ index: Int) -> (day: Int, end: Int)? {
    if let value = number(index), digits(index) <= 2, (1...31).contains(value) {
      if isAttached(index + 1), ["st", "nd", "rd", "th"].contains(word(index + 1)) {
        return (value, index + 2)
      }
      // Not a part of a larger number or of a time of day, nor a word such as "10am".
      if isAttached(index + 1), isAttached(index + 2), [",", ":", "."].contains(word(index + 1)),
        number(index + 2) != nil, word(index + 1) != "," || digits(index + 2) == 3
      {
        return nil
      }
      if isAttached(index + 1), let first = word(index + 1).utf8.first,
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first) || first == UInt8(ascii: "%")
      {
        return nil
      }
      return (value, index + 1)
    }
    guard let words = numberInWords(index), (1...31).contains(words.value),
      words.isOrdinal || words.value > 1
    else { return nil }
    return (words.value, words.end)
  }

  /// A year: four digits, or a number in words.
  func yearNumber(_ index: Int) -> (year: Int, end: Int)? {
    if let value = number(index) {
      guard digits(index) == 4, (1000...2200).contains(value) else { return nil }
      if isAttached(index + 1) {
        let next = word(index + 1)
        if ["%", "s", "st", "nd", "rd", "th", "km", "m", "mm"].contains(next) { return nil }
        if [",", ".", ":"].contains(next), isAttached(index + 2), number(index + 2) != nil {
          return nil
        }
      }
      return (value, index + 1)
    }
    guard let words = numberInWords(index), !words.isOrdinal, (1000...2200).contains(words.value)
    else {
      return nil
    }
    return (words.value, words.end)
  }

  /// The year behind a date, if one is said: ", 2014", " 2014", "of last year", "'14".
  func yearBehind(_ index: Int, allowsShort: Bool = false) -> (year: YearReference, end: Int) {
    var next = skip([",", "."], index)
    next = skip(",", next)
    let afterComma = next
    next = skip(["of", "in", "the"], next)
    if let (year, end) = yearNumber(next) { return (.number(year), end) }
    if word(next) == "year", let (year, end) = yearNumber(next + 1) { return (.number(year), end) }
    if word(next - 1) == "of", digits(next) == 2, let short = number(next), short > 31 {
      return (.number(Self.century(of: short)), next + 1)
    }
    if afterComma == index || next > afterComma, let shift = yearShift(next) { return shift }
    if word(index) == "'", isAttached(index + 1), digits(index + 1) == 2,
      let short = number(index + 1)
    {
      return (.number(Self.century(of: short)), index + 2)
    }
    if allowsShort, digits(index) == 2, let short = number(index),
      short > 31 || word(index - 1) == ","
    {
      return (.number(Self.century(of: short)), index + 1)
    }
    return (.none, index)
  }

  /// "last year", "this year", "the same year" is none.
  func yearShift(_ index: Int) -> (year: YearReference, end: Int)? {
    let next = skip("the", index)
    guard let shift = words(next)?.shift, word(next) != "my", word(next + 1) == "year"
    else {
      return nil
    }
    if word(next + 2) == "'", word(next + 3) == "s" { return (.shift(shift), next + 4) }
    return (.shift(shift), next + 2)
  }

  /// The full year that two digits stand for: 1930 to 2029.
  static func century(of short: Int) -> Int { short < 30 ? 2000 + short : 1900 + short }
}
