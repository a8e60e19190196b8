import Graph

/// What a body holds: the summits, conferences and meetings that a text calls by whose they are.
extension SentenceScan {
  /// "the annual summit of the African Union", "a meeting of EU foreign ministers": what a body or its people hold.
  mutating func meeting(at position: Int) -> Int? {
    let noun = table.lower[position]
    guard position + 2 < tokens.upperBound, table.lower[position + 1] == "of",
      gazetteer.heads.type(noun, .held) == "event"
        || gazetteer.heads.type(noun, .convened) == "event"
    else { return nil }
    let start = table.lower[position + 2] == "the" ? position + 3 : position + 2
    guard start < tokens.upperBound, let body = listed(at: start), let best = body.best,
      best.kind == .name, case let thing = gazetteer.things[best.thing],
      thing.type == "organization", let members = members(behind: body.end)
    else { return nil }
    addParts(of: thing, start..<body.end)
    add(start..<body.end, .thing(best.thing, best.kind), by: "gazetteer.part")
    add(
      position..<max(members.upperBound, body.end),
      sessionReference(Session(people: members, noun: position), of: thing), by: "head.\(noun)")
    return max(members.upperBound, body.end)
  }

  /// "NATO's summit", "ASEAN foreign ministers' meeting": what a listed body or its people hold.
  mutating func sessionBehind(_ best: Gazetteer.Candidate, _ tokens: Range<Int>) -> Int? {
    let thing = gazetteer.things[best.thing]
    guard thing.type == "organization", best.kind == .name,
      let session = session(behind: tokens.upperBound)
    else { return nil }
    addParts(of: thing, tokens)
    add(tokens, .thing(best.thing, .name), by: "gazetteer.part")
    return take(session, behind: tokens, as: sessionReference(session, of: thing))
  }

  /// "the Yamoto Council summit", "the Yamoto Council's summit": what a body holds that no list has; nil where its name
  /// stands for itself.
  mutating func sessionEnd(behind name: Range<Int>, _ type: String) -> Int? {
    guard type == "organization",
      let session = isSessionNoun(name.upperBound)
        ? Session(people: 0..<0, noun: name.upperBound) : session(behind: name.upperBound)
    else { return nil }
    add(name, .named(table.phrase(name), type: type), by: "head.part")
    let event = sessionName(session, of: table.phrase(name))
    return take(session, behind: name, as: .named(event, type: "event"))
  }

  /// Notes the event behind a body's name, and returns where it ends.
  private mutating func take(
    _ session: Session, behind body: Range<Int>, as event: EntityMention.Reference
  ) -> Int {
    let end = session.noun + 1
    add(body.lowerBound..<end, event, by: "head.\(table.lower[session.noun])")
    return end
  }

  /// What a body holds: those of it who meet, if the text says so, and the noun.
  private struct Session {
    let people: Range<Int>
    let noun: Int
  }

  /// "'s emergency summit", "leaders' meeting", behind a body's name.
  private func session(behind end: Int) -> Session? {
    guard !isTitleCased else { return nil }
    var mark = end
    while mark < min(end + 4, tokens.upperBound), isLowerWord(mark) { mark += 1 }
    guard mark < tokens.upperBound, ["'s", "'", "’", "’s"].contains(table.lower[mark]),
      mark == end || table.lower[mark - 1].hasSuffix("s")
    else { return nil }
    var noun = mark + 1
    while noun < min(mark + 3, tokens.upperBound), isLowerWord(noun), !isSessionNoun(noun),
      !isConvened(noun)
    {
      noun += 1
    }
    // "leading economies'" tells who the body is, "foreign ministers'" who of it meet.
    let isOfPeople = mark > end && Self.members.contains(table.lower[mark - 1])
    guard isSessionNoun(noun) || isOfPeople && isConvened(noun) else { return nil }
    return Session(people: isOfPeople ? end..<mark : end..<end, noun: noun)
  }

  /// Whether a noun for what bodies hold stands there, no "news conference" and no "conference call".
  private func isSessionNoun(_ position: Int) -> Bool {
    guard position < tokens.upperBound, !table.isCapitalized[position],
      gazetteer.heads.type(table.lower[position], .held) == "event",
      gazetteer.heads.type(table.lower[position], .last) == "event",
      !["news", "press", "video"].contains(table.lower[position - 1])
    else { return false }
    let next = position + 1
    return next >= tokens.upperBound || !Self.things.contains(table.lower[next])
  }

  /// What a session's noun only tells the purpose of.
  private static let things: Set<String> = [
    "call", "calls", "room", "hall", "table", "center", "centre", "venue", "site", "host",
  ]

  private func isConvened(_ position: Int) -> Bool {
    position < tokens.upperBound
      && gazetteer.heads.type(table.lower[position], .convened) == "event"
  }

  private func isLowerWord(_ position: Int) -> Bool {
    !table.isCapitalized[position] && table.forms[position].first?.isLetter == true
  }

  /// The listed event, "G7 summit", where there is one.
  private func sessionReference(_ session: Session, of thing: Gazetteer.Thing)
    -> EntityMention.Reference
  {
    let name = sessionName(session, of: thing.label)
    let known = gazetteer.ranked(name).first { gazetteer.things[$0.thing].type == "event" }
    return known.map { .thing($0.thing, .name) } ?? .named(name, type: "event")
  }

  private func sessionName(_ session: Session, of body: String) -> String {
    let people = session.people.isEmpty ? "" : table.phrase(session.people) + " "
    return "\(body) \(people)\(table.lower[session.noun])"
  }

  /// The people of a body that are named behind it, "EU foreign ministers", empty where none are; nil where the body
  /// isn't who meets: "EU and Balkan leaders", "the Security Council's envoys".
  private func members(behind end: Int) -> Range<Int>? {
    var first = end
    if first < tokens.upperBound, ["'s", "'"].contains(table.lower[first]) { first += 1 }
    var position = first
    while position < min(tokens.upperBound, first + 3), !table.isCapitalized[position] {
      if Self.members.contains(table.lower[position]) {
        // "the CIS leaders' council"
        let next = position + 1
        let isOwner = next < tokens.upperBound && ["'s", "'"].contains(table.lower[next])
        return isOwner ? nil : first..<next
      }
      position += 1
    }
    guard first == end else { return nil }
    // "the NATO North Atlantic Council"
    let isPart =
      end < tokens.upperBound && (isNameWord(end) || ["and", "-"].contains(table.lower[end]))
    return isPart ? nil : end..<end
  }

  static let members: Set<String> = ["leaders", "ministers", "chiefs", "heads"]
}
