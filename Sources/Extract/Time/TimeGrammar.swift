import Language

/// Reads time expressions from atoms: for each place, the longest one that starts there.
///
/// Recursive descent without state: a rule is a method from a place to a meaning and the place behind it.
/// Rules for single dates are in TimeGrammar+Dates, for what is relative in TimeGrammar+Relative, for
/// numbers in TimeGrammar+Numbers; here is how they combine.
struct TimeGrammar {
  let atoms: [TimeAtom]
  /// Whether an atom's word may be a noun or a name here, as far as a tagger tells.
  let isNominal: (TimeAtom) -> Bool
  /// The words of the atoms: all rules ask for them, few for more.
  private let texts: [String]

  typealias Parse = (meaning: TimeMeaning, end: Int)

  init(atoms: [TimeAtom], isNominal: @escaping (TimeAtom) -> Bool) {
    self.atoms = atoms
    self.isNominal = isNominal
    texts = atoms.map(\.text)
  }

  func word(_ index: Int) -> String { index >= 0 && index < texts.count ? texts[index] : "" }
  /// What the word there may be; nil where it is nothing of a time.
  func words(_ index: Int) -> TimeWord? {
    index >= 0 && index < atoms.count ? atoms[index].word : nil
  }
  func number(_ index: Int) -> Int? {
    index >= 0 && index < atoms.count ? atoms[index].number : nil
  }
  func digits(_ index: Int) -> Int {
    number(index) == nil ? 0 : atoms[index].range.end - atoms[index].range.start
  }
  func isAttached(_ index: Int) -> Bool {
    index >= 0 && index < atoms.count && atoms[index].isAttached
  }
  /// The place behind one of `words`, or the same place where none stands there. A list, since a set would be made
  /// anew, with all its hashes, at each call.
  func skip(_ words: [String], _ index: Int) -> Int {
    words.contains(word(index)) ? index + 1 : index
  }

  /// The same for one word.
  func skip(_ expected: String, _ index: Int) -> Int {
    word(index) == expected ? index + 1 : index
  }

  /// The place behind `phrase` where it stands at `index`.
  func match(_ phrase: String..., at index: Int) -> Int? {
    for (offset, expected) in phrase.enumerated() where word(index + offset) != expected {
      return nil
    }
    return index + phrase.count
  }

  func longest(_ parses: [Parse?]) -> Parse? {
    parses.compactMap(\.self).reduce(nil) { best, parse in
      guard let best, best.end >= parse.end else { return parse }
      return best
    }
  }

  /// The longest expression that starts at `index`.
  func expression(_ index: Int) -> Parse? {
    guard !word(index).isEmpty, !isInsideWord(index) else { return nil }
    // In "after June's meeting" the time is the meeting's: what is bounded is not June.
    func isOfNoun(_ parse: Parse?) -> Bool {
      parse.map { word($0.end) == "'" && word($0.end + 1) == "s" } ?? false
    }
    let bound = bounded(index)
    guard let parse = longest([range(index), isOfNoun(bound) ? nil : bound, single(index)]) else {
      return nil
    }
    return trailing(parse)
  }

  /// Whether the atom is the rest of a longer written number or word, as the `20` of "1,920".
  private func isInsideWord(_ index: Int) -> Bool {
    guard isAttached(index) else { return false }
    let before = word(index - 1)
    if number(index) != nil {
      return [",", ".", "$", "#", "£", "€"].contains(before) && number(index - 2) != nil
        || ["$", "#", "£", "€"].contains(before)
    }
    return false
  }

  /// "2012 or later", "1/1/2016 and after".
  private func trailing(_ parse: Parse) -> Parse {
    let next = skip(["or", "and", ","], parse.end)
    // "flew in on May 1, later saying" is no open time.
    guard next > parse.end, word(next - 1) != "," else { return parse }
    switch word(next) {
    case "later", "onwards", "onward", "greater": return (.since(parse.meaning), next + 1)
    case "earlier", "before":
      return word(next) == "earlier" ? (.until(parse.meaning), next + 1) : parse
    default: return parse
    }
  }

  // MARK: Bounds and ranges

  private func bounded(_ index: Int) -> Parse? {
    func after(_ next: Int?, _ wrap: (TimeMeaning) -> TimeMeaning) -> Parse? {
      guard let next, let parse = range(next, isBare: true) ?? single(next, hasLead: true) else {
        return nil
      }
      return (wrap(parse.meaning), parse.end)
    }
    switch word(index) {
    // "after the 2020 coup": the year is that of the coup.
    case "after", "before":
      if word(index + 1) == "the", digits(index + 2) == 4, index + 3 < atoms.count,
        !isClosing(index + 3)
      {
        return nil
      }
      return after(index + 1) { word(index) == "after" ? .after($0) : .before($0) }
    case "since": return after(index + 1) { .since($0) }
    case "from":
      guard let parse = single(index + 1, hasLead: true), Self.isCalendar(parse.meaning) else {
        return nil
      }
      return (.since(parse.meaning), parse.end)
    case "starting", "beginning", "commencing", "effective":
      let next = skip(["on", "from", "in"], index + 1)
      guard let parse = single(next, hasLead: true), Self.isCalendar(parse.meaning) else {
        return nil
      }
      return (.since(parse.meaning), parse.end)
    case "as":
      // "as early as next week" says when, "as of next week" from when on.
      return after(match("as", "of", at: index)) { .since($0) }
        ?? after(match("as", "early", "as", at: index)) { $0 }
    case "until", "till", "through": return after(index + 1) { .until($0) }
    case "by": return after(skip("the", index + 1)) { .by($0) }
    case "prior": return after(match("prior", "to", at: index)) { .before($0) }
    case "earlier": return after(match("earlier", "than", at: index)) { .before($0) }
    case "later": return after(match("later", "than", at: index)) { .after($0) }
    case "within", "in", "over", "during": return window(index)
    default: return nil
    }
  }

  private static func isCalendar(_ meaning: TimeMeaning) -> Bool {
    switch meaning {
    case .date, .weekday, .months, .holiday, .weekNumber, .unit: true
    case .part(_, let whole): isCalendar(whole)
    default: false
    }
  }

  /// "from A to B", "between A and B", "A to B".
  private func range(_ index: Int, isBare: Bool = false) -> Parse? {
    var start = index
    var links = Self.links
    var isMarked = true
    switch word(index) {
    case "from": start = index + 1
    case "between":
      start = index + 1
      links = Self.linksAfterBetween
    default: isMarked = false
    }
    if isBare && isMarked { return nil }
    // "Nov. 10 to 11", "4 to 22 January": one month for both.
    if let parse = longest([dayRange(start, links: links), isMarked ? nil : dayList(start)])
      ?? shortYears(start)
    {
      return parse
    }
    guard
      let first = single(start, hasLead: isMarked || isYearPair(start))
        ?? (isMarked ? now(start) : nil)
    else { return nil }
    var next = first.end
    if word(next) == "," && links.contains(word(next + 1)) { next += 1 }
    guard links.contains(word(next)) else { return nil }
    if word(next) == "-" && !isMarked && !isAttached(next) && isAttached(next + 1) { return nil }
    guard let second = single(next + 1, hasLead: true) ?? now(next + 1) else { return nil }
    if !isMarked, !Self.isCalendar(first.meaning) || !Self.isCalendar(second.meaning) { return nil }
    if !isMarked, case .unit = second.meaning { return nil }
    guard let joined = Self.joined(first.meaning, second.meaning) else { return nil }
    return (joined, second.end)
  }

  private static let links: Set<String> = ["to", "until", "till", "through", "-", "thru", "til"]
  private static let linksAfterBetween = links.union(["and"])

  private func isYearPair(_ index: Int) -> Bool {
    digits(index) == 4 && ["-", "to", "through", "until"].contains(word(index + 1))
      && digits(index + 2) == 4
  }

  /// "1950-53": two years, of which the second leaves out its century; what could be a month is one.
  private func shortYears(_ index: Int) -> Parse? {
    guard digits(index) == 4, word(index + 1) == "-", digits(index + 2) == 2,
      isAttached(index + 1), isAttached(index + 2), let first = number(index),
      (1000...2200).contains(first), let short = number(index + 2), short > 12,
      short > first % 100, !(isAttached(index) && word(index - 1) == "-"),
      !(word(index + 3) == "-" && isAttached(index + 3))
    else { return nil }
    let years = [first, first / 100 * 100 + short].map {
      TimeMeaning.date(year: .number($0), month: nil, day: nil)
    }
    return (.range(years[0], years[1]), index + 3)
  }

  private func now(_ index: Int) -> Parse? {
    word(index) == "now" ? (.unit(.day, 0), index + 1) : nil
  }

  /// Two days that share a month: before both ("Nov. 10 to 11"), or behind them ("4 to 22 January").
  private func dayRange(_ index: Int, links: Set<String>) -> Parse? {
    if let (month, next) = monthName(index),
      case let start = skip(["between", "from", "the"], next),
      let (first, end) = dayNumber(start),
      links.contains(word(end)) || (start > next && word(end) == "and"),
      let (second, last) = dayNumber(skip("the", end + 1)),
      monthName(last) == nil || word(last - 1) == ",",
      digits(end + 1) < 3
    {
      let (year, finish) = yearBehind(last)
      return (
        .range(
          .date(year: year, month: month, day: first), .date(year: year, month: month, day: second)),
        finish
      )
    }
    guard case let start = skip("the", index), let (first, end) = dayNumber(start),
      links.contains(word(end)) || (word(index - 1) == "from" && word(end) == "-"),
      !isAttached(start) || start == index
    else { return nil }
    if let (second, last) = dayNumber(skip("the", end + 1)) {
      let next = skip(["of", "in"], last)
      if let (month, last) = monthName(next) {
        // Not "April 10 to 11 May": there the first day has a month before it.
        guard monthName(index - 1) == nil, monthName(index - 2) == nil else { return nil }
        let (year, finish) = yearBehind(last)
        return (
          .range(
            .date(year: year, month: month, day: first),
            .date(year: year, month: month, day: second)), finish
        )
      }
      if let shift = words(next)?.shift, word(next + 1) == "month" {
        return (.range(.dayOfMonth(first, shift), .dayOfMonth(second, shift)), next + 2)
      }
    } else if let (month, last) = monthName(end + 1), let (second, behind) = dayNumber(last) {
      let (year, finish) = yearBehind(behind)
      return (
        .range(
          .date(year: year, month: month, day: first), .date(year: year, month: month, day: second)),
        finish
      )
    }
    return nil
  }

  /// A range whose ends take from each other what only one says; nil where they don't go together.
  static func joined(_ first: TimeMeaning, _ second: TimeMeaning) -> TimeMeaning? {
    var (first, second) = (first, second)
    if case .date(let year, let month, let day, let weekday) = first,
      case .date(let otherYear, let otherMonth, let otherDay, let otherWeekday) = second
    {
      if year == .none, otherYear != .none, let month {
        var shared = otherYear
        if month > otherMonth ?? 12 {
          switch otherYear {
          case .number(let number): shared = .number(number - 1)
          case .shift(let shift): shared = .shift(shift - 1)
          case .none, .turn, .told, .afterTold: break
          }
        }
        first = .date(year: shared, month: month, day: day, weekday: weekday)
      }
      if otherMonth == nil, otherYear == .none {
        guard day != nil else { return nil }
        second = .date(year: year, month: month, day: otherDay, weekday: otherWeekday)
      }
    }
    return .range(first, second)
  }
}
