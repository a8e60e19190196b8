/// Rules for dates of the calendar.
extension TimeGrammar {
  /// A month's name and the place behind it and its full stop.
  func monthName(_ index: Int) -> (month: Int, end: Int)? {
    guard let month = words(index)?.month else { return nil }
    // "Nov." is an abbreviation; the full stop behind "November" ends a sentence, unless a number follows.
    let isShort = word(index).utf8.count <= 4
    if word(index + 1) == ".", isAttached(index + 1),
      isShort && word(index) != "may" && word(index) != "june" && word(index) != "july"
        || number(index + 2) != nil
    {
      return (month, index + 2)
    }
    return (month, index + 1)
  }

  func weekdayName(_ index: Int) -> (weekday: Int, end: Int)? {
    guard let weekday = words(index)?.weekday else { return nil }
    if word(index).utf8.count <= 5, word(index + 1) == ".", isAttached(index + 1),
      word(index + 2) != ""
    {
      return (weekday, index + 2)
    }
    return (weekday, index + 1)
  }

  /// Full and partial dates, written in words or numbers.
  func date(_ index: Int, hasLead: Bool) -> Parse? {
    longest([
      monthFirst(index), dayFirst(index), monthAndYear(index, hasLead: hasLead),
      numeric(index, hasLead: hasLead),
      year(index, hasLead: hasLead), weekdayWithDay(index),
    ])
  }

  /// "Nov. 10, 2014", "Monday, January 12th", "May twenty-first", "Oct/2".
  private func monthFirst(_ index: Int) -> Parse? {
    let (weekday, start) = leadingWeekday(index)
    if let weekday, number(start) != nil, let parse = numeric(start, hasLead: true, isNamed: true),
      case .date(let year, let month?, let day?, _) = parse.meaning
    {
      return (.date(year: year, month: month, day: day, weekday: weekday), parse.end)
    }
    guard let (month, next) = monthName(start) else { return nil }
    var dayAt = next
    if ["-", "/"].contains(word(dayAt)) || word(dayAt) == "." { dayAt += 1 }
    dayAt = skip("the", dayAt)
    guard let (day, end) = dayNumber(dayAt), end > dayAt else { return nil }
    var close = end
    if word(index) == "(", word(close) == ")" { close += 1 }
    let (year, finish) = yearBehind(close, allowsShort: true)
    if year == .none, ["-", "/"].contains(word(end)), let (number, last) = yearNumber(end + 1) {
      return (.date(year: .number(number), month: month, day: day, weekday: weekday), last)
    }
    return (.date(year: year, month: month, day: day, weekday: weekday), finish)
  }

  /// "10 November 2014", "the 10th of November", "Wed, 22 of Jan".
  private func dayFirst(_ index: Int) -> Parse? {
    let (weekday, start) = leadingWeekday(index)
    let dayAt = skip("the", start)
    guard let (day, next) = dayNumber(dayAt) else { return nil }
    var monthAt = skip("day", skip(["-", "/", "."], next))
    monthAt = skip("of", monthAt)
    guard let (month, end) = monthName(monthAt) else { return nil }
    if TimeWords.ambiguous.contains(word(monthAt)), !atoms[monthAt].isCapitalized,
      word(monthAt - 1) != "of"
    {
      return nil
    }
    let behind = skip(["-", "/"], end)
    if behind > end, let (number, last) = yearNumber(behind) {
      return (.date(year: .number(number), month: month, day: day, weekday: weekday), last)
    }
    let (year, finish) = yearBehind(end, allowsShort: true)
    return (.date(year: year, month: month, day: day, weekday: weekday), finish)
  }

  private func leadingWeekday(_ index: Int) -> (Int?, Int) {
    let next = words(index)?.shift != nil ? index + 1 : index
    guard let (weekday, end) = weekdayName(next) else { return (nil, index) }
    return (weekday, skip("the", skip(["(", "-"], skip(",", end))))
  }

  /// "March 2014", "2014 March", "in September last year", "last November", "November".
  private func monthAndYear(_ index: Int, hasLead: Bool) -> Parse? {
    if let (year, next) = yearNumber(index),
      case let monthAt = skip([",", "-", "/"], skip(",", next)),
      let (month, end) = monthName(monthAt),
      // "since 2017, may"
      atoms[monthAt].isCapitalized || !TimeWords.ambiguous.contains(word(monthAt))
    {
      if ["-", "/"].contains(word(end)), let (day, last) = dayNumber(end + 1) {
        return (.date(year: .number(year), month: month, day: day), last)
      }
      return (.date(year: .number(year), month: month, day: nil), end)
    }
    if let (year, next) = yearShift(index), next > index, let (month, end) = monthName(next),
      word(next - 1) == "s"
    {
      return (.date(year: year, month: month, day: nil), end)
    }
    let start = skip("month", index)
    let shiftAt = skip(["the", "this"], start)
    if let shift = words(start)?.shift ?? words(shiftAt)?.shift,
      word(start) != "my",
      case let named = (words(shiftAt)?.shift != nil && shiftAt > start ? shiftAt : start)
        + 1,
      let (month, end) = monthName(named)
    {
      let (year, finish) = yearBehind(end)
      return (
        .date(
          year: year == .none ? turn(of: shift, at: named - 1) : year, month: month, day: nil),
        year == .none ? end : finish
      )
    }
    guard let (month, next) = monthName(skip("the", index)) else { return nil }
    // "the July 28 vote" has a day, which starts behind the article.
    if word(index) == "the", dayNumber(next) != nil, yearNumber(next) == nil { return nil }
    let behind = skip([",", "-", "/"], next)
    if let (year, end) = yearNumber(behind) {
      return (.date(year: .number(year), month: month, day: nil), end)
    }
    let (year, finish) = yearBehind(next)
    if year != .none { return (.date(year: year, month: month, day: nil), finish) }
    if digits(next) == 2, let short = number(next), short > 31 {
      return (.date(year: .number(Self.century(of: short)), month: month, day: nil), next + 1)
    }
    let at = skip("the", index)
    guard isName(at, hasLead: hasLead || at > index) else { return nil }
    return (.date(year: isTaken(index, end: next) ? .told : .none, month: month, day: nil), next)
  }

  /// Which turn of a month a word before it tells: "this May", "last May", "the following May".
  private func turn(of shift: Int, at index: Int) -> YearReference {
    if word(index) == "following" { return .afterTold }
    return shift == 0 ? .shift(0) : .turn(shift)
  }

  /// Whether a month or season is one of the year told before: "that July", not "said that July".
  func isTaken(_ index: Int, end: Int) -> Bool {
    index > 0 && word(index - 1) == "that" && word(end) != "s"
      && (index < 2 || isNominal(atoms[index - 2]))
  }

  /// Whether a word that may be something else names a time here.
  func isName(_ index: Int, hasLead: Bool) -> Bool {
    let word = word(index)
    if !TimeWords.ambiguous.contains(word) {
      return atoms[index].isCapitalized || word.utf8.count > 4 || hasLead
        || TimeWords.leads.contains(self.word(index - 1))
    }
    let isLed = ["in", "since", "of", "until", "by", "last", "next", "early", "late", "mid"]
      .contains(
        self.word(index - 1))
    if isLed { return true }
    return atoms[index].isCapitalized && isNominal(atoms[index]) && (index > 0 || word != "may")
  }

  /// Dates in numbers: year first, or month first as Americans write; day first where it must be.
  private func numeric(_ index: Int, hasLead: Bool, isNamed: Bool = false) -> Parse? {
    guard let a = number(index) else { return nil }
    let separator = word(index + 1)
    guard ["/", "-", "."].contains(separator), let b = number(index + 2) else { return nil }
    let isTight = isAttached(index + 1) && isAttached(index + 2)
    if isTight, isAttached(index + 3),
      word(index + 3) == separator || word(index + 3) == "," && isAttached(index + 4),
      let c = number(index + 4),
      digits(index) != 4 ? (digits(index + 4) == 4 || digits(index + 4) == 2) : true
    {
      guard
        !(isAttached(index + 5) && word(index + 5) == separator && number(index + 6) != nil
          && separator == ".")
      else { return nil }
      if digits(index) == 4 {
        guard (1...12).contains(b), (1...31).contains(c) else { return nil }
        return (.date(year: .number(a), month: b, day: c), index + 5)
      }
      let year = digits(index + 4) == 4 ? c : Self.century(of: c)
      if (1...12).contains(a), (1...31).contains(b) {
        return (.date(year: .number(year), month: a, day: b), index + 5)
      }
      guard (1...31).contains(a), (1...12).contains(b) else { return nil }
      return (.date(year: .number(year), month: b, day: a), index + 5)
    }
    if digits(index) == 4, (1000...2200).contains(a), digits(index + 2) <= 2, (1...12).contains(b),
      !isSpread(index)
    {
      return (.date(year: .number(a), month: b, day: nil), index + 3)
    }
    if digits(index + 2) == 4, (1000...2200).contains(b), digits(index) <= 2, (1...12).contains(a),
      separator != ".",
      !isSpread(index)
    {
      return (.date(year: .number(b), month: a, day: nil), index + 3)
    }
    // Month and day alone look like a fraction or a score: only with a slash, or behind "on".
    guard isTight, digits(index) <= 2, digits(index + 2) <= 2,
      separator == "/" || ["on", "in"].contains(word(index - 1)) || isNamed
    else { return nil }
    let (year, end) = yearBehind(index + 3)
    if (1...12).contains(a), (1...31).contains(b) {
      return (.date(year: year, month: a, day: b), end)
    }
    guard (1...31).contains(a), (1...12).contains(b) else { return nil }
    return (.date(year: year, month: b, day: a), end)
  }

  /// Whether more digits hang on: a telephone or an article number.
  private func isSpread(_ index: Int) -> Bool {
    isAttached(index + 3) && ["-", "/", "."].contains(word(index + 3)) && isAttached(index + 4)
      && number(index + 4) != nil && digits(index + 4) <= 2
  }

  /// A year by itself, where something before or behind says that the number is one.
  private func year(_ index: Int, hasLead: Bool) -> Parse? {
    var at = skip("the", index)
    var isSaid = hasLead
    if word(at) == "year" {
      at += 1
      isSaid = true
      if let words = numberInWords(at), !words.isOrdinal, words.value >= 100, number(at) == nil {
        return (.date(year: .number(words.value), month: nil, day: nil), words.end)
      }
    }
    guard let (year, end) = yearNumber(at),
      !isAttached(at) || !["-", "/", ".", ","].contains(word(at - 1)) || hasLead
    else { return nil }
    if number(at) == nil, !isSaid, end - at < 3,
      word(at + 1) == "thousand" || word(at + 1) == "hundred"
    {
      return nil
    }
    guard isSaid || TimeWords.leads.contains(word(at - 1)) || (1900...2099).contains(year) else {
      return nil
    }
    // "2000 soldiers", "1500 miles": a count.
    let next = word(end)
    if !isSaid, end < atoms.count, number(at) != nil, next.hasSuffix("s"), next.utf8.count > 3,
      year % 50 == 0,
      !["the", "in", "'", "s"].contains(word(at - 1))
    {
      return nil
    }
    if TimeWords.units[next] != nil { return nil }
    return (.date(year: .number(year), month: nil, day: nil), end)
  }

  /// "Friday the 22nd", "Monday 21", "the 27th".
  private func weekdayWithDay(_ index: Int) -> Parse? {
    if let (weekday, next) = weekdayName(index) {
      let dayAt = skip("the", skip(",", next))
      if let (day, end) = dayNumber(dayAt),
        dayAt == next + 1 && word(next) == "the" || dayAt == next && number(dayAt) != nil,
        !["am", "pm", "a", "p", "of", "o", "people", "percent", "/", "-", ":"].contains(word(end)),
        words(end)?.unit == nil
      {
        return (.date(year: .none, month: nil, day: day, weekday: weekday), end)
      }
    }
    if word(index) == "the", let (day, end) = ordinal(index + 1), (1...31).contains(day),
      end >= atoms.count || isClosing(end),
      number(index + 1) != nil || ["for", "on", "until", "by", "of"].contains(word(index - 1))
    {
      return (.date(year: .none, month: nil, day: day), end)
    }
    if ["on", "for"].contains(word(index - 1)), case let at = skip("the", index),
      let (day, end) = dayNumber(at),
      end >= atoms.count || isClosing(end), at > index || number(at) != nil
    {
      return (.date(year: .none, month: nil, day: day), end)
    }
    let at = skip("the", index)
    if let (day, end) = ordinal(at), case let next = skip("of", skip("day", end)), next > end,
      case let shiftAt = skip("the", next)
    {
      if let shift = words(shiftAt)?.shift, word(shiftAt + 1) == "month" {
        return (.dayOfMonth(day, shift), shiftAt + 2)
      }
      if shiftAt > next, word(shiftAt) == "month" { return (.dayOfMonth(day, 0), shiftAt + 1) }
    }
    return nil
  }

  /// Days of one month that are listed, as the days from the first to the last: "April 28 and 29", "May 3-4 and 6",
  /// "the 28th and 29th of April".
  func dayList(_ index: Int) -> Parse? {
    let start = skip("the", index)
    let named = monthName(index)
    guard let days = listedDays(named?.end ?? start) else { return nil }
    var (month, end) = (named?.month, days.end)
    if named == nil {
      guard monthName(index - 1) == nil, let behind = monthName(skip("of", end)) else { return nil }
      (month, end) = behind
    } else if isCounted(at: end) {
      return nil
    }
    let (year, finish) = yearBehind(end)
    return (
      .range(
        .date(year: year, month: month, day: days.first),
        .date(year: year, month: month, day: days.last)), finish
    )
  }

  /// Numbers of days that rise by little, of which an "and" joins the last.
  private func listedDays(_ index: Int) -> (first: Int, last: Int, end: Int)? {
    guard number(index) != nil, let (first, next) = dayNumber(index) else { return nil }
    var (last, end) = (first, next)
    while true {
      let isSpan = ["-", "to", "through"].contains(word(end))
      let behind = isSpan ? end + 1 : skip("and", skip(",", end))
      let isLast = word(behind - 1) == "and"
      let at = skip("the", behind)
      guard behind > end, number(at) != nil, let (day, finish) = dayNumber(at), day > last,
        isSpan || day - last <= Self.longestGap
      else { return nil }
      (last, end) = (day, finish)
      if isLast { return (first, last, end) }
    }
  }

  /// Whether the number before is one of things: "on May 4 and 5 soldiers were hurt", "5 Iranian officers".
  private func isCounted(at index: Int) -> Bool {
    guard let at = atoms.indices.dropFirst(index).first(where: { !atoms[$0].isCapitalized })
    else { return false }
    return ["people", "percent", "%", "million"].contains(word(at))
      || word(at).utf8.count > 4 && word(at).hasSuffix("s") && isNominal(atoms[at])
        && word(at) != "across"
  }

  /// In days: what lies farther apart is two times.
  private static let longestGap = 3

  func isClosing(_ index: Int) -> Bool {
    [".", "!", "?", ";", ",", ")"].contains(word(index))
      || ["at", "and", "to", "in", "with"].contains(word(index))
  }
}
