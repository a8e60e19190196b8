import Graph

/// Events that a text describes without a name of their own: by what they are and where, when or of which body.
extension SentenceScan {
  /// An event described from `position` on; nil where none is.
  mutating func describedEvent(at position: Int) -> Int? {
    let phrase = table.isCapitalized[position] ? nil : headPhrase(at: position)
    return eventIn(at: position, phrase) ?? meeting(at: position) ?? datedEvent(at: position)
      ?? phrase.flatMap { electionAtHome(at: position, $0) }
  }

  /// "Ukraine's presidential elections", "the Geneva talks": an event behind what is listed.
  mutating func eventBehind(_ best: Gazetteer.Candidate, _ tokens: Range<Int>) -> Int? {
    nationalEvent(best, tokens) ?? meetingBehind(best, tokens)
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

  /// A head of two words or more, and where it ends.
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
    guard !table.isCapitalized[position] else { return nil }
    var noun = table.lower[position]
    var end = position + 1
    if let phrase {
      (noun, end) = phrase
    } else if gazetteer.heads.type(noun, .placed) != "event" {
      return nil
    }
    // "the worst crisis in Europe" is any of them, "their summit in Oslo" a meeting of theirs.
    guard position > tokens.lowerBound, !table.lower[position - 1].hasSuffix("est"),
      !Self.owners.contains(table.lower[position - 1]),
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

  private static let owners: Set<String> = ["their", "his", "her", "its", "our"]

  /// The name of a place behind "in", also behind what a meeting is on or who comes to it: "the conference on climate
  /// change in Bali", "the summit of Arab leaders in Amman". A bare "summit in Amman" may be a meeting of two.
  private func place(behind end: Int, of noun: String) -> (start: Int, match: Match)? {
    var position = end
    let isHeld = gazetteer.heads.type(noun, .held) == "event"
    if position < tokens.upperBound,
      ["on", "for"].contains(table.lower[position])
        && gazetteer.heads.type(noun, .yearly) == "event"
        || table.lower[position] == "of" && isHeld
    {
      position += 1
      while position < min(tokens.upperBound, end + 6),
        !["in", "at"].contains(table.lower[position]),
        table.forms[position].first?.isLetter == true
      {
        position += 1
      }
    }
    guard position + 1 < tokens.upperBound,
      table.lower[position] == "in" || table.lower[position] == "at" && isHeld
    else { return nil }
    let first = table.lower[position + 1] == "the" ? position + 2 : position + 1
    guard first < tokens.upperBound, let match = listed(at: first), let best = match.best,
      best.kind == .name, gazetteer.things[best.thing].id.nodeClass == "place",
      match.end >= tokens.upperBound || !["'s", "'"].contains(table.lower[match.end]),
      !isHeld || position > end
    else { return nil }
    return (first, match)
  }

  /// "the annual summit of the African Union": what a body holds.
  private mutating func meeting(at position: Int) -> Int? {
    let noun = table.lower[position]
    guard !table.isCapitalized[position], position + 2 < tokens.upperBound,
      table.lower[position + 1] == "of", gazetteer.heads.type(noun, .held) == "event"
    else { return nil }
    let start = table.lower[position + 2] == "the" ? position + 3 : position + 2
    guard start < tokens.upperBound, let body = listed(at: start), let best = body.best,
      best.kind == .name, gazetteer.things[best.thing].type == "organization",
      !isFollowedByMembers(body.end)
    else { return nil }
    add(start..<body.end, .thing(best.thing, best.kind), by: "gazetteer.part")
    add(
      position..<body.end, eventReference(noun, of: gazetteer.things[best.thing]),
      by: "head.\(noun)")
    return body.end
  }

  /// "the summit of EU and Balkan leaders": the body isn't who holds it alone.
  private func isFollowedByMembers(_ end: Int) -> Bool {
    guard end < tokens.upperBound else { return false }
    return ["and", "leaders", "foreign", "ministers", "-", "'s", "'"].contains(table.lower[end])
  }

  // MARK: - Behind when they were

  /// "the 1967 war", "the October 1973 war".
  private mutating func datedEvent(at position: Int) -> Int? {
    func isYear(_ token: Int) -> Bool {
      token < tokens.upperBound && table.forms[token].utf8.count == 4
        && Int(table.forms[token]).map((1000...2100).contains) == true
    }
    let year = isYear(position) ? position : position + 1
    let noun = year + 1
    guard noun < tokens.upperBound,
      year == position || isYear(year) && TimeWords.months[table.lower[position]] != nil,
      gazetteer.heads.type(table.lower[noun], .dated) == "event", !table.isCapitalized[noun]
    else { return nil }
    add(
      position..<noun + 1, .named(table.phrase(position..<noun + 1), type: "event"),
      by: "head.\(table.lower[noun])")
    return noun + 1
  }

  /// "the disputed presidential election": of the country that the text is about.
  private mutating func electionAtHome(at position: Int, _ head: HeadPhrase) -> Int? {
    guard gazetteer.heads.type(head.phrase, .national) == "event", isDefinite(position) else {
      return nil
    }
    add(
      position..<head.end, .national(singular(head.phrase), type: "event"),
      by: "head.\(head.phrase)")
    return head.end
  }

  /// Whether an article, owner or month stands before the noun, with a word or two between them at most.
  private func isDefinite(_ noun: Int) -> Bool {
    for word in (max(tokens.lowerBound, noun - 3)..<noun).reversed() {
      if ["the", "'s", "this", "last"].contains(table.lower[word])
        || TimeWords.months[table.lower[word]] != nil
      {
        return true
      }
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
