/// Rules for what is told relative to another time, and for named times without a date.
extension TimeGrammar {
  /// A single time: a date, a name, or something relative; `hasLead` where a word before it says that a time
  /// comes.
  func single(_ index: Int, hasLead: Bool = false) -> Parse? {
    guard index < atoms.count else { return nil }
    return longest([
      partOf(index), shifted(index), window(index), ordinalOf(index), dayWord(index),
      weekday(index),
      unit(index), months(index), decade(index), holiday(index), date(index, hasLead: hasLead),
    ])
  }

  /// "early 2016", "mid-May", "the end of March", "earlier this month", "later in the week".
  private func partOf(_ index: Int) -> Parse? {
    let start = skip("the", index)
    guard let part = TimeWords.parts[word(start)] else { return nil }
    if word(start) == "start" || word(start) == "turn", word(start + 1) != "of" { return nil }
    if let end = match("in", "the", "day", at: start + 1) {
      return (.followingDay(0, value: 0), end)
    }
    let next = skip(["of", "in", "-", "on"], start + 1)
    guard let parse = single(next, hasLead: true) else { return nil }
    switch parse.meaning {
    case .unit(.day, let offset)
    where part == .early || part == .late || part == .earlier || part == .later:
      // "late yesterday", "earlier today": the day itself.
      return (.unit(.day, offset), parse.end)
    case .weekday, .unit, .date, .months, .decade, .century:
      return (.part(part, parse.meaning), parse.end)
    // "later that day", "earlier the same evening"
    case .followingDay(0, _): return parse
    default: return nil
    }
  }

  /// "the first leader to visit Chad in 28 years": for how long nobody had.
  private func isSinceWhen(_ index: Int) -> Bool {
    let before = max(0, index - 10)..<index
    guard let first = before.last(where: { ["first", "only"].contains(word($0)) }) else {
      return false
    }
    return (first..<index).contains { word($0) == "to" }
  }

  /// "two weeks ago", "three days later", "a day after", "in two weeks", "two days after today".
  private func shifted(_ index: Int) -> Parse? {
    if word(index) == "in", let (amounts, end) = amounts(index + 1), word(index + 1) != "the" {
      if let parse = anchored(amounts, at: end) { return parse }
      if word(end) == "'" || isSinceWhen(index) { return nil }
      // "in two days" says when; "in 50 years" of a past sentence says for how long: the tense decides later.
      return (
        .shifted(amounts, sign: 1, from: .now),
        match("from", "now", at: end) ?? match("'", "time", at: end) ?? end
      )
    }
    let start =
      ["more", "less"].contains(word(index)) && word(index + 1) == "than" ? index + 2 : index
    guard let (amounts, end) = amounts(start) else { return nil }
    guard let parse = anchored(amounts, at: end) else { return nil }
    // "More than a week after the vote": nobody can say when.
    if word(index - 1) == "than", case .shifted(_, _, .clause) = parse.meaning { return nil }
    guard start > index, let first = amounts.first, amounts.count == 1,
      case .shifted(_, let sign, let anchor) = parse.meaning,
      case .time(let origin) = anchor
    else { return parse }
    if word(index) == "less" {
      return (.range(origin, .shifted([first], sign: sign, from: anchor)), parse.end)
    }
    return (sign < 0 ? .before(parse.meaning) : .after(parse.meaning), parse.end)
  }

  private func anchored(_ amounts: [TimeMeaning.Amount], at end: Int) -> Parse? {
    switch word(end) {
    case "ago": return (.shifted(amounts, sign: -1, from: .now), end + 1)
    case "earlier", "previously":
      return (.shifted(amounts, sign: -1, from: .before), end + 1)
    case "later", "afterwards", "afterward":
      return (.shifted(amounts, sign: 1, from: .before), end + 1)
    case "from", "after", "before", "since", "prior", "following":
      let isBefore = ["before", "prior"].contains(word(end))
      let next = word(end) == "prior" ? skip("to", end + 1) : end + 1
      if word(next) == "now" { return (.shifted(amounts, sign: 1, from: .now), next + 1) }
      if let origin = single(next, hasLead: true) {
        return (.shifted(amounts, sign: isBefore ? -1 : 1, from: .time(origin.meaning)), origin.end)
      }
      guard word(end) == "after" || word(end) == "before" else { return nil }
      // "three days before."
      if end + 1 >= atoms.count || isClosing(end + 1) {
        return (.shifted(amounts, sign: isBefore ? -1 : 1, from: .before), end + 1)
      }
      return (.shifted(amounts, sign: isBefore ? 1 : -1, from: .clause), end)
    default: return nil
    }
  }

  /// "2 years 1 month and 21 days".
  private func amounts(_ index: Int) -> (amounts: [TimeMeaning.Amount], end: Int)? {
    guard let first = amount(index) else { return nil }
    var result = [first.amount]
    var end = first.end
    while let more = amount(skip(["and", ","], end)),
      number(skip(["and", ","], end)) != nil || word(end) == "and"
    {
      result.append(more.amount)
      end = more.end
    }
    return (result, end)
  }

  /// "the last seven months", "over the next two weeks", "within 9 months".
  func window(_ index: Int) -> Parse? {
    var start = index
    let isWithin = word(start) == "within"
    start = skip(["within", "in", "over", "during", "for"], start)
    start = skip(["the", "these"], start)
    if let sign = words(start)?.shift, sign != 0,
      let (amount, end) = amount(start + 1)
    {
      if isWithin, sign > 0 {
        return (.range(.unit(.day, 0), .shifted([amount], sign: 1, from: .now)), end)
      }
      return (.window(amount, sign: sign), end)
    }
    if isWithin, start == index + 1, let (amount, end) = amount(start) {
      if word(end) == "of" || word(end) == "after" { return nil }
      if ["from"].contains(word(end)), let origin = single(end + 1) ?? nowMeaning(end + 1) {
        return (
          .range(origin.meaning, .shifted([amount], sign: 1, from: .time(origin.meaning))),
          origin.end
        )
      }
      return (.range(.unit(.day, 0), .shifted([amount], sign: 1, from: .now)), end)
    }
    // "2 days hence", "4 weeks in the future"; "3 days starting from next Monday".
    start = skip("for", index)
    guard let (amount, end) = amount(start) else { return nil }
    if word(end) == "hence" { return (.window(amount, sign: 1), end + 1) }
    if let last = match("in", "the", "future", at: end) { return (.window(amount, sign: 1), last) }
    let behind = skip(",", end)
    guard ["starting", "beginning", "from"].contains(word(behind)),
      word(behind) != "from" || word(index) == "for"
    else { return nil }
    let originAt = skip(["from", "on"], behind + 1)
    guard let origin = single(originAt) else { return nil }
    return (
      .range(origin.meaning, .shifted([amount], sign: 1, from: .time(origin.meaning))), origin.end
    )
  }

  private func nowMeaning(_ index: Int) -> Parse? {
    word(index) == "now" ? (.unit(.day, 0), index + 1) : nil
  }

  /// "the first week of Oct", "the second Monday of next month", "the week of the 18th", "week 31".
  private func ordinalOf(_ index: Int) -> Parse? {
    let start = skip("the", index)
    if word(start) == "week" || word(start) == "w" {
      if word(start) == "week", number(start + 1) != nil, digits(start + 1) <= 2,
        let week = number(start + 1), (1...53).contains(week)
      {
        let (year, end) = yearBehind(start + 2)
        return (.weekNumber(week, year), end)
      }
      var next = start + 1
      if word(start) == "w" {
        guard word(next) == "/", word(next + 1) == "c" else { return nil }
        next += 2
      } else {
        guard ["of", "commencing", "starting", "beginning"].contains(word(next)) else { return nil }
        next = skip("on", next + 1)
      }
      if let day = date(next, hasLead: true) { return (.weekOf(day.meaning), day.end) }
      if word(next) == "the", let (day, end) = ordinal(next + 1) {
        return (.weekOf(.date(year: .none, month: nil, day: day)), end)
      }
      return nil
    }
    let which = word(start) == "last" ? (value: -1, end: start + 1) : ordinal(start)
    guard let which else { return nil }
    if word(which.end) == "week" {
      let next = skip(["of", "in"], which.end + 1)
      guard next > which.end + 1 || yearShift(next) != nil, let whole = single(next, hasLead: true)
      else {
        return nil
      }
      return (.nthWeek(which.value, whole.meaning), whole.end)
    }
    guard let (weekday, end) = weekdayName(which.end),
      word(start) != "last" || ["of", "in"].contains(word(end))
    else { return nil }
    let next = skip(["of", "in"], end)
    if next > end, let whole = single(next, hasLead: true) {
      return (.nthWeekday(which.value, weekday, whole.meaning), whole.end)
    }
    // "last Tuesday in the city" is the one before today.
    guard word(start) != "last" else { return nil }
    return (.nthWeekday(which.value, weekday, .same(.month)), end)
  }

  /// "today", "the day after tomorrow", "the next day", "the same day".
  private func dayWord(_ index: Int) -> Parse? {
    let start = skip("the", index)
    if let next = match("day", "after", at: start),
      ["tomorrow", "tmrw", "tmr"].contains(word(next))
    {
      return (.unit(.day, 2), next + 1)
    }
    if let next = match("day", "before", "yesterday", at: start) { return (.unit(.day, -2), next) }
    if let parse = dayPart(start) { return parse }
    if start > index {
      if let next = match("day", "before", at: start) ?? match("previous", "day", at: start),
        next >= atoms.count || isClosing(next)
      {
        return (.followingDay(-1, value: -1), next)
      }
      if let next = match("day", "after", at: start), next >= atoms.count || isClosing(next) {
        return (.followingDay(1, value: 1), next)
      }
    }
    if let next = match("next", "day", at: start) ?? match("following", "day", at: start) {
      return (.followingDay(1, value: 1), next)
    }
    if let next = match("same", "day", at: start) ?? match("that", "day", at: start) {
      return (.followingDay(0, value: 0), next)
    }
    if let next = match("last", "day", at: start) ?? match("past", "day", at: start),
      next >= atoms.count || isClosing(next)
    {
      return (.unit(.day, -1), next)
    }
    switch word(index) {
    case "today": return (.unit(.day, 0), index + 1)
    case "tonight": return (.unit(.day, 0), index + 1)
    case "yesterday": return (.unit(.day, -1), index + 1)
    case "tomorrow", "tmrw", "tmr": return (.unit(.day, 1), index + 1)
    default: return nil
    }
  }

  /// "this morning", "last night", "that evening", "the next morning", "the night before".
  private func dayPart(_ index: Int) -> Parse? {
    if TimeWords.dayParts.contains(word(index)), word(index + 1) == "before",
      index + 2 >= atoms.count || isClosing(index + 2), word(index - 1) == "the"
    {
      return (.followingDay(-1, value: -1), index + 2)
    }
    guard TimeWords.dayParts.contains(word(index + 1)) else { return nil }
    switch word(index) {
    case "this": return (.unit(.day, 0), index + 2)
    case "last" where word(index + 1) == "night": return (.unit(.day, -1), index + 2)
    case "that" where index == 0 || isNominal(atoms[index - 1]):
      return (.followingDay(0, value: 0), index + 2)
    case "same": return (.followingDay(0, value: 0), index + 2)
    case "next", "following": return (.followingDay(1, value: 1), index + 2)
    case "previous": return (.followingDay(-1, value: -1), index + 2)
    default: return nil
    }
  }

  /// "Monday", "last Sunday", "next week on Friday", "Friday next week".
  private func weekday(_ index: Int) -> Parse? {
    // "next week Friday", "next week on Tuesday"
    if let (week, next) = shiftedWeek(index) {
      guard let (weekday, end) = weekdayName(skip("on", skip("-", next))) else { return nil }
      return (.weekday(weekday, .ofWeek(week)), end)
    }
    var start = skip("the", index)
    var choice = TimeMeaning.Choice.byTense
    if word(start) == "this", let word = Optional(word(start + 1)),
      word == "past" || word == "coming" || word == "upcoming" || word == "last"
    {
      choice = word == "past" || word == "last" ? .past : .coming
      start += 2
    } else {
      switch word(start) {
      case "this", "current": choice = .ofWeek(0)
      case "last", "previous": choice = .ofWeek(-1)
      case "next", "following": choice = .ofWeek(1)
      case "past": choice = .past
      case "coming", "upcoming": choice = .coming
      default: start -= 1
      }
      start += 1
    }
    guard let (weekday, next) = weekdayName(start), choice != .byTense || isWeekday(start) else {
      return nil
    }
    if choice == .byTense {
      // "Friday next week", "Friday of next week"
      if let (week, end) = shiftedWeek(skip(["of", "in"], next)) {
        return (.weekday(weekday, .ofWeek(week)), end)
      }
    }
    return (.weekday(weekday, choice), next)
  }

  private func shiftedWeek(_ index: Int) -> (week: Int, end: Int)? {
    guard let shift = words(index)?.shift, word(index) != "my", word(index + 1) == "week"
    else {
      return nil
    }
    return (shift, index + 2)
  }

  private func isWeekday(_ index: Int) -> Bool {
    if TimeWords.ambiguous.contains(word(index)) {
      return atoms[index].isCapitalized
        && (word(index - 1) == "on" || word(index + 1) == "." || number(index + 1) != nil)
    }
    return atoms[index].isCapitalized || word(index).utf8.count > 4
      || TimeWords.leads.contains(word(index - 1)) || word(index - 1) == ","
  }

  /// "this week", "last year", "the coming decade", "the month", "next weekend", "the week after next".
  private func unit(_ index: Int) -> Parse? {
    var start = index
    start = skip(["the", "this"], start)
    if let shift = words(start)?.shift, let unit = words(start + 1)?.unit,
      !word(start + 1).hasSuffix("s")
    {
      if unit == .day {
        return word(start) == "this" || word(start) == "my" ? (.unit(.day, 0), start + 2) : nil
      }
      if ["previous", "preceding"].contains(word(start)), word(index) == "the" {
        return (
          .shifted([TimeMeaning.Amount(count: 1, unit: unit)], sign: -1, from: .before), start + 2
        )
      }
      if word(start) == "following" || word(start) == "next" && word(index) == "the" {
        return (.following(unit, isNext: word(start) == "next"), start + 2)
      }
      return (.unit(unit, shift), start + 2)
    }
    if word(index) == "this", let unit = words(index + 1)?.unit,
      !word(index + 1).hasSuffix("s")
    {
      return (.unit(unit, 0), index + 2)
    }
    if ["same", "that"].contains(word(start)), let unit = words(start + 1)?.unit,
      !word(start + 1).hasSuffix("s")
    {
      return (.same(unit), start + 2)
    }
    if word(start) == "rest" {
      let next = skip(["the", "this", "my", "current"], skip("of", start + 1))
      if let unit = words(next)?.unit { return (.rest(unit), next + 1) }
    }
    if start > index, word(index) == "the", let unit = words(start)?.unit,
      !word(start).hasSuffix("s")
    {
      if let next = match("after", "next", at: start + 1)
        ?? match("after", "the", "next", at: start + 1)
      {
        return (.unit(unit, 2), next)
      }
      if unit == .weekend { return (.weekend, start + 1) }
      if ["of", "for", "in", "during"].contains(word(index - 1)), unit != .decade, unit != .century
      {
        return (.unit(unit, 0), start + 1)
      }
    }
    if let next = match("year", "to", "date", at: index) { return (.unit(.year, 0), next) }
    if ["year", "month", "week"].contains(word(index)), ["of", "end"].contains(word(index - 1)),
      ["end", "beginning", "start", "the"].contains(word(index - 2)) || word(index - 1) == "end",
      let unit = words(index)?.unit
    {
      return (.unit(unit, 0), index + 1)
    }
    return nil
  }
}
