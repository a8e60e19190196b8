import Graph

/// Events that a text describes without a name of their own: by what they are and where, when or of which body.
extension SentenceScan {
  /// An event described from `position` on; nil where none is.
  mutating func describedEvent(at position: Int) -> Int? {
    guard !table.isCapitalized[position], !isYear(position) else {
      return datedEvent(at: position)
    }
    let phrase = headPhrase(at: position)
    guard phrase != nil || gazetteer.heads.has(table.lower[position], as: "event") else {
      return nil
    }
    return meeting(at: position) ?? eventIn(at: position, phrase) ?? gathering(at: position)
      ?? electionAtHome(at: position, phrase) ?? eventOfYear(at: position, phrase)
  }

  /// "Ukraine's presidential elections", "the Geneva talks", "NATO's summit": an event behind what is listed.
  mutating func eventBehind(_ best: Gazetteer.Candidate, _ tokens: Range<Int>) -> Int? {
    nationalEvent(best, tokens) ?? meetingBehind(best, tokens) ?? sessionBehind(best, tokens)
  }

  /// "Ukraine's presidential elections", "Minsk cease-fire agreement": what a head of several words says happens to,
  /// or in, what is listed. It is named with the listed thing's own name, in the singular.
  private mutating func nationalEvent(_ best: Gazetteer.Candidate, _ tokens: Range<Int>) -> Int? {
    let thing = gazetteer.things[best.thing]
    // "the Asian–African summit"
    guard thing.id.nodeClass == "place", best.kind != .people,
      tokens.lowerBound == self.tokens.lowerBound
        || !["-", "–"].contains(table.forms[tokens.lowerBound - 1])
    else { return nil }
    var start = tokens.upperBound
    if start < self.tokens.upperBound, table.lower[start] == "'s" { start += 1 }
    guard let head = headPhrase(at: start) else { return nil }
    add(
      tokens, .thing(best.thing, best.kind),
      by: best.kind == .name ? "gazetteer" : "gazetteer.\(best.kind)")
    add(
      tokens.lowerBound..<head.end, eventReference(head.phrase, of: thing),
      by: "head.\(head.phrase)")
    return head.end
  }

  /// A head of an event, and where it ends.
  private typealias HeadPhrase = (phrase: String, end: Int)

  /// The longest head of two words or more that starts at `position`, for an event.
  private func headPhrase(at position: Int) -> HeadPhrase? {
    var phrase = ""
    var found: HeadPhrase?
    for end in position..<min(position + 5, tokens.upperBound) {
      if end > position, table.hasSpaceBefore[end] { phrase += " " }
      phrase += table.lower[end]
      guard gazetteer.heads.startsPhrase(phrase) else { break }
      if phrase.contains(" "), gazetteer.heads.type(phrase, .lower) == "event" {
        found = (phrase, end + 1)
      }
    }
    return found
  }

  /// "the Vienna talks": what is held is called by the city that it is held in.
  private mutating func meetingBehind(_ best: Gazetteer.Candidate, _ tokens: Range<Int>) -> Int? {
    let thing = gazetteer.things[best.thing]
    let noun = tokens.upperBound
    guard thing.type == "city", best.kind == .name, !isTitleCased, noun < self.tokens.upperBound,
      gazetteer.heads.type(table.lower[noun], .held) == "event", !table.isCapitalized[noun]
    else { return nil }
    add(tokens, .thing(best.thing, best.kind), by: "gazetteer.part")
    add(
      tokens.lowerBound..<noun + 1, eventReference(table.lower[noun], of: thing),
      by: "head.\(table.lower[noun])")
    return noun + 1
  }

  // MARK: - Behind what they are

  /// "the conflict in South Sudan", "presidential elections in France": what lasts, or happens once, in a place is an
  /// event, named as where the place stands before it.
  private mutating func eventIn(at position: Int, _ phrase: HeadPhrase?) -> Int? {
    let (noun, end) = phrase ?? (table.lower[position], position + 1)
    if phrase == nil, gazetteer.heads.type(noun, .placed) != "event",
      gazetteer.heads.type(noun, .topical) != "event"
    {
      return nil
    }
    // "the worst crisis in Europe" is any of them, "their conflict in Mali" one of theirs.
    // "the Asian-African summit in Indonesia", "the Group of 20's summit in Hangzhou" have names before them.
    guard position > tokens.lowerBound,
      !["'s", "'", "’"].contains(table.lower[position - 1]) || isOfLastYear(position - 1),
      !table.lower[position - 1].hasSuffix("est"),
      gazetteer.heads.type(noun, .held) == "event"
        || !Self.owners.contains(table.lower[position - 1]),
      !table.isCapitalized[position - 1] || position - 1 == tokens.lowerBound || isTitleCased
        || isMonth(position - 1),
      let (first, match) = place(behind: end, of: noun), let best = match.best
    else { return nil }
    // "the civil war in Syria" where the list has "war in Syria".
    for start in position..<end {
      if let known = listed(at: start), known.end == match.end, start > position {
        return take(known, at: start)
      }
    }
    add(first..<match.end, .thing(best.thing, best.kind), by: "gazetteer.part")
    let place = gazetteer.things[best.thing]
    add(
      position..<match.end,
      end > position + 1
        ? eventReference(noun, of: place)
        : .described("\(place.label) \(singular(noun))", type: "event"),
      by: "head.\(noun)")
    return match.end
  }

  /// "last year's coup attempt in Burundi" is nobody's.
  private func isOfLastYear(_ mark: Int) -> Bool {
    mark > tokens.lowerBound
      && (["year", "month", "week"].contains(table.lower[mark - 1]) || isYear(mark - 1)
        || isMonth(mark - 1) || TimeWords.weekdays[table.lower[mark - 1]] != nil)
  }

  private static let owners: Set<String> = ["their", "his", "her", "its", "our"]

  /// The name of a place behind "in", also behind what a meeting is on or who comes to it: "the conference on climate
  /// change in Bali", "the summit of Arab leaders in Amman".
  private func place(behind end: Int, of noun: String) -> (start: Int, match: Match)? {
    var position = end
    let isTopical = gazetteer.heads.type(noun, .topical) == "event"
    if position < tokens.upperBound,
      ["on", "for"].contains(table.lower[position])
        && gazetteer.heads.type(noun, .yearly) == "event"
        || isTopical && ["of", "between", "with"].contains(table.lower[position])
    {
      let isOn = table.lower[position] == "on"
      position += 1
      while position < min(tokens.upperBound, end + 6),
        !["in", "at"].contains(table.lower[position]),
        table.forms[position].first?.isLetter == true
      {
        position += 1
      }
      // "the summit on the fighting in Sudan" isn't there.
      if isOn, gazetteer.heads.type(table.lower[position - 1], .placed) == "event" { return nil }
    }
    // "an accord initialed in Brussels", "the summit held in Rome".
    if position < tokens.upperBound,
      table.lower[position].hasSuffix("ed") || table.lower[position] == "held"
    {
      position += 1
    }
    guard position + 1 < tokens.upperBound,
      table.lower[position] == "in" || table.lower[position] == "at" && isTopical
    else { return nil }
    let first = table.lower[position + 1] == "the" ? position + 2 : position + 1
    guard first < tokens.upperBound, let match = listed(at: first), let best = match.best,
      best.kind == .name, gazetteer.things[best.thing].id.nodeClass == "place",
      match.end >= tokens.upperBound || !["'s", "'"].contains(table.lower[match.end]),
      !(first..<match.end).contains(where: { table.forms[$0] == "," }),
      position > end || gazetteer.heads.type(noun, .placed) == "event" || noun.contains(" ")
    else { return nil }
    return (first, match)
  }

  /// "Arab leaders met in Amman on Friday for an emergency summit": what many come to a city for is called by it.
  private mutating func gathering(at position: Int) -> Int? {
    let noun = table.lower[position]
    let next = position + 1
    guard gazetteer.heads.type(noun, .held) == "event",
      gazetteer.heads.type(noun, .placed) == "event", !isTitleCased,
      next >= tokens.upperBound
        || !["with", "between", "in", "at", "of"].contains(table.lower[next]),
      let purpose = (max(tokens.lowerBound, position - 5)..<position).last(where: {
        table.lower[$0] == "for"
      }), ["a", "an"].contains(table.lower[purpose + 1]),
      !(purpose..<position).contains(where: { table.isCapitalized[$0] }),
      let place = found.last(where: { isPlace($0, before: purpose) }),
      (tokens.lowerBound..<place.tokens.lowerBound).contains(where: {
        Self.members.contains(table.lower[$0])
      }), case .thing(let index, .name) = place.reference
    else { return nil }
    add(
      position..<next, eventReference(noun, of: gazetteer.things[index]), by: "head.\(noun)")
    return next
  }

  /// Whether a city stands behind "in" and, but for a day, right before a token.
  private func isPlace(_ mention: EntityMention, before end: Int) -> Bool {
    guard case .thing(let index, .name) = mention.reference,
      gazetteer.things[index].type == "city", mention.tokens.upperBound <= end,
      end - mention.tokens.upperBound < 4
    else { return false }
    let between = mention.tokens.upperBound..<end
    let sentence = tokens.lowerBound..<mention.tokens.lowerBound
    return !between.contains { [",", "and", "to"].contains(table.lower[$0]) }
      && sentence.suffix(6).contains { ["in", "at"].contains(table.lower[$0]) }
  }

  // MARK: - Behind when they were

  /// "the 1967 war", "the October 1973 war", "the 2015 peace accord".
  private mutating func datedEvent(at position: Int) -> Int? {
    if let end = eventOfMonth(at: position) { return end }
    let year = isYear(position) ? position : position + 1
    guard isYear(year), year == position || isMonth(position) else { return nil }
    let noun = endOfYears(from: year)
    guard noun < tokens.upperBound, !table.isCapitalized[noun] else { return nil }
    let head = headPhrase(at: noun) ?? (table.lower[noun], noun + 1)
    guard gazetteer.heads.type(head.phrase, .dated) == "event" else { return nil }
    add(
      position..<head.end, .named(table.phrase(position..<head.end), type: "event"),
      by: "head.\(head.phrase)")
    return head.end
  }

  /// "the August war": what happened in a month that the article needn't tell the year of.
  private mutating func eventOfMonth(at position: Int) -> Int? {
    let noun = position + 1
    guard isMonth(position), position > tokens.lowerBound, table.lower[position - 1] == "the",
      noun < tokens.upperBound, !table.isCapitalized[noun]
    else { return nil }
    let head = headPhrase(at: noun) ?? (table.lower[noun], noun + 1)
    guard gazetteer.heads.type(head.phrase, .dated) == "event",
      gazetteer.heads.type(head.phrase, .national) == nil,
      head.end >= tokens.upperBound || table.lower[head.end] != "in"
    else { return nil }
    add(
      position..<head.end, .named(table.phrase(position..<head.end), type: "event"),
      by: "head.\(head.phrase)")
    return head.end
  }

  /// Whether a month stands there, maybe shortened: "Sept.".
  private func isMonth(_ position: Int) -> Bool {
    let word = table.lower[position]
    return TimeWords.months[word.hasSuffix(".") ? String(word.dropLast()) : word] != nil
  }

  private func isYear(_ position: Int) -> Bool {
    guard position < tokens.upperBound, let first = table.forms[position].utf8.first,
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first)
    else { return false }
    // "1998-99" may be one token.
    let parts = table.forms[position].split(whereSeparator: { $0 == "-" || $0 == "–" })
    guard parts.count < 3, let start = parts.first, start.utf8.count == 4,
      let number = Int(start), parts.allSatisfy({ Int($0) != nil })
    else { return false }
    return (1000...2100).contains(number)
  }

  /// Where "1998-99" ends, of which each part may be a token of its own.
  private func endOfYears(from year: Int) -> Int {
    let end = year + 2
    guard end < tokens.upperBound, ["-", "–"].contains(table.forms[year + 1]),
      !table.hasSpaceBefore[year + 1], !table.hasSpaceBefore[end],
      [2, 4].contains(table.forms[end].utf8.count), Int(table.forms[end]) != nil
    else { return year + 1 }
    return end + 1
  }

  /// "signed a peace accord in 2015": named as where the year stands before it.
  private mutating func eventOfYear(at position: Int, _ phrase: HeadPhrase?) -> Int? {
    guard !isOfTime(position) else { return nil }
    let head = phrase ?? (table.lower[position], position + 1)
    guard gazetteer.heads.type(head.phrase, .signed) == "event",
      head.end + 1 < tokens.upperBound, ["in", "of"].contains(table.lower[head.end])
    else { return nil }
    let year = isMonth(head.end + 1) ? head.end + 2 : head.end + 1
    guard isYear(year) else { return nil }
    // "entered the war in 1917": it came about in another year.
    let isKnown =
      position > tokens.lowerBound && table.lower[position - 1] == "the"
      && gazetteer.heads.type(head.phrase, .of) == "event"
    guard !isKnown else { return nil }
    add(
      position..<head.end,
      .named("\(table.forms[year]) \(table.phrase(position..<head.end))", type: "event"),
      by: "head.\(head.phrase)")
    return head.end
  }

  /// "the disputed presidential election", "a referendum on Sept. 30": of the country that the text is about.
  private mutating func electionAtHome(at position: Int, _ phrase: HeadPhrase?) -> Int? {
    let head = phrase ?? (table.lower[position], position + 1)
    // "the referendum" may be any.
    guard gazetteer.heads.type(head.phrase, .national) == "event",
      hasDay(behind: head.end) || (phrase == nil ? isOfTime(position) : isDefinite(position))
    else { return nil }
    let isDated = hasDay(behind: head.end) || isOfTime(position)
    add(
      position..<head.end, .national(singular(head.phrase), type: "event", isDated: isDated),
      by: "head.\(head.phrase)")
    return head.end
  }

  /// Whether a day, month or year stands right behind: "on Sept. 30", "in 2014".
  private func hasDay(behind end: Int) -> Bool {
    // "an election expected on July 3"
    let isPastParticiple = end < tokens.upperBound && table.lower[end].hasSuffix("ed")
    let preposition = isPastParticiple ? end + 1 : end
    guard preposition + 1 < tokens.upperBound,
      ["on", "in", "for", "of"].contains(table.lower[preposition])
    else { return false }
    let time = preposition + 1
    return isMonth(time) || TimeWords.weekdays[table.lower[time]] != nil || isYear(time)
  }

  /// Whether a month, year or day stands right before: "the June runoff", "Sunday's referendum", "the Aug. 9 election".
  private func isOfTime(_ noun: Int) -> Bool {
    guard noun > tokens.lowerBound else { return false }
    let isOwned = table.lower[noun - 1] == "'s" && noun - 1 > tokens.lowerBound
    // "last year's election"
    if isOwned, isOfLastYear(noun - 1) { return true }
    var time = isOwned ? noun - 2 : noun - 1
    if time > tokens.lowerBound, Int(table.forms[time]).map({ (1...31).contains($0) }) == true {
      time -= 1
    }
    return isMonth(time) || TimeWords.weekdays[table.lower[time]] != nil || isYear(time)
  }

  /// Whether an article, owner or month stands before the noun, with a word or two between them at most.
  private func isDefinite(_ noun: Int) -> Bool {
    for word in (max(tokens.lowerBound, noun - 3)..<noun).reversed() {
      if ["the", "'s", "this", "last"].contains(table.lower[word]) || isMonth(word) { return true }
      guard !table.isCapitalized[word], table.forms[word].first?.isLetter == true else {
        return false
      }
    }
    return false
  }

  // MARK: - Their names

  /// The event that a noun names with a place or body: with its own name, in the singular.
  private func eventReference(_ noun: String, of thing: Gazetteer.Thing) -> EntityMention.Reference
  {
    .named("\(thing.label) \(singular(noun))", type: "event")
  }

  private func singular(_ noun: String) -> String {
    noun.hasSuffix("elections") || noun.hasSuffix("referendums") ? String(noun.dropLast()) : noun
  }
}
