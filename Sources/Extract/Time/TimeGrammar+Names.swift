/// Rules for seasons, quarters, decades, centuries and holidays.
extension TimeGrammar {
  /// Seasons, quarters and halves.
  func months(_ index: Int) -> Parse? {
    var start = skip("the", index)
    var year = YearReference.none
    var isSaid = start > index
    if let (number, next) = yearNumber(start),
      Self.periodFollows(word(skip(["the", "-"], next))) || ordinal(skip("the", next)) != nil
    {
      year = .number(number)
      start = skip(["the", "-"], next)
    } else if let (shift, next) = yearShift(start) {
      year = shift
      start = next
    } else if let shift = words(start)?.shift, TimeWords.seasons[word(start + 1)] != nil {
      year = word(start) == "following" ? .afterTold : .shift(shift)
      isSaid = true
      start += 1
    } else if word(index) == "that", TimeWords.seasons[word(index + 1)] != nil,
      isTaken(index + 1, end: index + 2)
    {
      year = .told
      start = index + 1
    }
    var meaning: TimeMeaning?
    var end = start
    if let season = TimeWords.seasons[word(start)] {
      end = start + 1
      let behind = skip("the", skip([",", "of"], end))
      let hasYear = year != .none || yearNumber(behind) != nil || yearShift(behind) != nil
      // "the Winter Olympics" is a name.
      if !hasYear, atoms[start].isCapitalized, index > 0, end < atoms.count,
        atoms[end].isCapitalized
      {
        return nil
      }
      guard isSaid || hasYear || isNominal(atoms[start]) && isSeason(start) else { return nil }
      meaning = .months(first: season.first, count: 3, name: season.name, year: year)
    } else if ["q", "h"].contains(word(start)), isAttached(start + 1), let part = number(start + 1),
      digits(start + 1) == 1
    {
      end = start + 2
      meaning = Self.part(of: word(start) == "q" ? 4 : 2, part, year)
    } else if let (part, next) = ordinal(start) {
      if word(next) == "quarter" { meaning = Self.part(of: 4, part, year) }
      if word(next) == "half" { meaning = Self.part(of: 2, part, year) }
      end = next + 1
    }
    guard case .months(let first, let count, let name, _)? = meaning else { return nil }
    guard year == .none else {
      return (.months(first: first, count: count, name: name, year: year), end)
    }
    var behind = skip(["of", "in"], skip(["-", ","], end))
    behind = skip("the", behind)
    if let (number, last) = yearNumber(behind) {
      return (.months(first: first, count: count, name: name, year: .number(number)), last)
    }
    if let (shift, last) = yearShift(behind) {
      return (.months(first: first, count: count, name: name, year: shift), last)
    }
    if word(behind) == "year" {
      return (.months(first: first, count: count, name: name, year: .shift(0)), behind + 1)
    }
    return (.months(first: first, count: count, name: name, year: .none), end)
  }

  private static func periodFollows(_ word: String) -> Bool {
    TimeWords.seasons[word] != nil || word == "q" || word == "h"
  }

  private static func part(of parts: Int, _ part: Int, _ year: YearReference) -> TimeMeaning? {
    guard (1...parts).contains(part) else { return nil }
    let length = 12 / parts
    return .months(first: (part - 1) * length + 1, count: length, name: "", year: year)
  }

  /// Whether "fall" or "spring" names a season: behind a word that leads to one, or between a possessive and a noun.
  private func isSeason(_ index: Int) -> Bool {
    let before = word(index - 1)
    return TimeWords.leads.contains(before) || before == "s" && word(index - 2) == "'"
      || ["his", "her", "its", "their", "a", "planned", "with", "whole", "all"].contains(before)
      || index == 0
  }

  /// "the 1990s", "the '90s", "the seventies", "the 19th century".
  func decade(_ index: Int) -> Parse? {
    let start = skip("the", index)
    if let value = number(start) {
      var next = start + 1
      if word(next) == "'" || word(next) == " " { next += 1 }
      if word(next) == "s", value % 10 == 0, digits(start) == 4 || digits(start) == 2,
        digits(start) == 4 ? (1000...2190).contains(value) : value < 100,
        // "the Group of 20's summit"
        digits(start) == 4 || start > index || index == 0 || word(index - 1) != "of"
      {
        return (.decade(value, hasCentury: digits(start) == 4), next + 1)
      }
    }
    if word(start) == "'", digits(start + 1) == 2, let value = number(start + 1), value % 10 == 0,
      isAttached(start + 1), word(start + 2) == "s"
    {
      return (.decade(value, hasCentury: false), start + 3)
    }
    if let value = TimeWords.decades[word(start)], start > index || value == 0 {
      return (.decade(value == 0 ? 2000 : value, hasCentury: value == 0), start + 1)
    }
    if let century = words(start)?.cardinal, (18...20).contains(century),
      let value = TimeWords.decades[word(start + 1)]
    {
      return (.decade(century * 100 + value, hasCentury: true), start + 2)
    }
    guard let (value, next) = ordinal(start), word(skip("-", next)) == "century" else {
      return nil
    }
    return (.century(value), skip("-", next) + 1)
  }

  func holiday(_ index: Int) -> Parse? {
    for (words, holiday) in TimeWords.holidaysByFirstWord[word(index)] ?? [] {
      guard words.indices.allSatisfy({ word(index + $0) == words[$0] }) else { continue }
      let end = index + words.count
      let (year, finish) = yearBehind(end)
      return (.holiday(holiday, year), year == .none ? end : finish)
    }
    return nil
  }
}
