import Graph
import Language

/// Words of the gazetteer that mean something else where they stand: a given name, a ship, a people.
extension SentenceScan {
  /// "Milan Radoicic", "Sofia Petrov": a city's name that is a given name, with a family name behind it that no list
  /// knows.
  func isGivenName(_ match: Match, at position: Int) -> Bool {
    let next = position + 1
    guard !isTitleCased, match.end == next, next < tokens.upperBound, isFirstName(position),
      let best = match.best, best.kind == .name, gazetteer.things[best.thing].type == "city",
      isNameWord(next), table.hasSpaceBefore[next], listed(at: next) == nil,
      title(at: next) == nil, gazetteer.titles.title(table.lower[next]) == nil
    else { return false }
    let end = runEnd(from: position)
    return end - position < 4
      && !(position + 1..<end).contains { word in
        isHead(word) || gazetteer.heads.has(table.lower[word], as: "event")
          || gazetteer.words.noun(table.lower[word], is: .thing)
      }
  }

  /// "USS Iwo Jima", "the aircraft carrier Liaoning": where the name of a ship ends, which is no node.
  func shipEnd(at position: Int) -> Int? {
    guard !isTitleCased, isNameWord(position) else { return nil }
    if isShipPrefix(position), position + 1 < tokens.upperBound, continuesName(position + 1) {
      return runOfNames(from: position + 1)
    }
    guard position > tokens.lowerBound, table.isSmall(position - 1),
      gazetteer.words.noun(table.lower[position - 1], is: .ship), table.hasSpaceBefore[position]
    else { return nil }
    // "the submarine Russia sold", "the tanker Tehran seized": who acts is a state or its capital.
    if let best = listed(at: position)?.best {
      let thing = gazetteer.things[best.thing]
      guard
        ["region", "island"].contains(thing.type)
          || thing.type == "city" && gazetteer.country(ofCapital: thing.id) == nil
      else { return nil }
    }
    return runOfNames(from: position)
  }

  private func isShipPrefix(_ position: Int) -> Bool {
    table.forms[position] == table.forms[position].uppercased()
      && gazetteer.words.noun(table.lower[position], is: .ship)
      && listed(at: position).map { $0.end == position + 1 } ?? true
  }

  /// Where capitalised words end, up to a title.
  private func runOfNames(from position: Int) -> Int {
    var end = position + 1
    while end < min(tokens.upperBound, position + 4), continuesName(end), title(at: end) == nil {
      end += 1
    }
    return end
  }

  /// "Rustavi-2": where a number goes on with a city's name, it is something else's.
  func numberedEnd(_ match: Match) -> Int? {
    let hyphen = match.end
    guard let best = match.best, gazetteer.things[best.thing].type == "city",
      hyphen + 1 < tokens.upperBound, table.forms[hyphen] == "-", !table.hasSpaceBefore[hyphen],
      !table.hasSpaceBefore[hyphen + 1], Int(table.forms[hyphen + 1]) != nil
    else { return nil }
    return hyphen + 2
  }

  /// "ethnic Albanian mayors": people who speak a language, not those of a state.
  func ethnicEnd(at position: Int) -> Int? {
    guard position > tokens.lowerBound, table.lower[position - 1] == "ethnic",
      let match = listed(at: position), let best = match.best,
      best.kind == .adjective || best.kind == .people
    else { return nil }
    return match.end
  }
}
