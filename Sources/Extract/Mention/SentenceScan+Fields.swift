import Graph
import Language

/// Persons behind what their office is for: "Assistant Secretary for Western Hemisphere Affairs Brian Nichols".
///
/// Between the title and the name stand prepositions, listed names and capitalised words, of which only the end is the
/// name. It starts at a further title ("Gen."), a person that a list knows, a first name, or behind the last word that
/// names a thing ("Affairs").
extension SentenceScan {
  /// The field of an office, and who holds it.
  private struct FieldOfOffice {
    /// The field with its first preposition.
    let field: Range<Int>
    /// Titles between the field and the name.
    let titles: [TitleMatchAt]
    let name: Range<Int>
  }

  private struct TitleMatchAt {
    let position: Int
    let match: TitleMatch
  }

  /// Takes a person behind the field of the office that ends at `end`, and returns where to go on; nil where no field
  /// with a name behind it starts there.
  mutating func personBehindField(of titles: [EntityMention.TitleUse], from end: Int) -> Int? {
    guard !isTitleCased, let first = titles.first,
      titles.contains(where: { $0.title.office != nil }), !isOfBearer(behind: end),
      let office = fieldOfOffice(from: end)
    else { return nil }
    let extentStart = withDemonym(first.tokens.lowerBound)
    for use in titles { addBody(of: use) }
    var inside = SentenceScan(
      gazetteer: gazetteer, table: table, tokens: office.field, isTitleCased: isTitleCased,
      doubleNames: doubleNames)
    // Capitalised words of a field that no list or head word knows name nothing.
    found += inside.mentions().filter {
      switch $0.reference {
      case .thing, .named: true
      default: false
      }
    }
    let extentEnd = countryEnd(behind: honoursEnd(office.name.upperBound), of: titles)
    found.append(
      EntityMention(
        tokens: office.name, extent: extentStart..<extentEnd,
        reference: personReference(office.name),
        titles: titles + office.titles.map { use($0.match, at: $0.position) },
        foundBy: "title.field"))
    return extentEnd
  }

  /// "a spokesman for President Moyo": whether the name behind a preposition and a title is whom an office serves. Behind an
  /// article it is who holds the office: "Assistant to the President Kurt Lind".
  private func isOfBearer(behind end: Int) -> Bool {
    guard end + 1 < tokens.upperBound, Self.fieldPrepositions.contains(table.lower[end]) else {
      return false
    }
    // "for Kenyan President Moyo"
    let start = listed(at: end + 1).map(\.end) ?? end + 1
    guard start < tokens.upperBound, let inner = title(at: start), inner.title.office != nil,
      inner.end < tokens.upperBound
    else { return false }
    return isNameWord(inner.end)
  }

  /// Where the affairs end that an office is for, before a comma and its bearer: "secretary of state for East Asian and
  /// Pacific affairs, Eva Lind"; `end` itself where there are none.
  func affairsEnd(behind end: Int) -> Int {
    guard !isTitleCased, end + 1 < tokens.upperBound, table.lower[end] == "for" else { return end }
    for word in end + 1..<min(end + Self.longestAffairs, tokens.upperBound - 1) {
      if Self.affairs.contains(table.forms[word]) {
        return word > end + 1 && table.forms[word + 1] == "," ? word + 1 : end
      }
      guard table.forms[word].first?.isLetter == true else { return end }
    }
    return end
  }

  private static let affairs: Set<String> = [
    "affairs", "policy", "security", "issues", "matters", "trade", "cooperation", "operations",
    "relations", "development", "enlargement", "integration",
  ]
  private static let longestAffairs = 9

  private func fieldOfOffice(from end: Int) -> FieldOfOffice? {
    guard let run = fieldRun(from: end) else { return nil }
    // "for Homeland Security, Dr. Elizabeth Lind"
    if run.upperBound + 1 < tokens.upperBound, table.forms[run.upperBound] == ",",
      let bearer = bearer(at: run.upperBound + 1), bearer.name.count > 1,
      !bearer.titles.isEmpty && bearer.titles.allSatisfy({ $0.match.title.office == nil })
    {
      return FieldOfOffice(field: run, titles: bearer.titles, name: bearer.name)
    }
    let starts = nameStarts(in: run)
    func field(until start: Int) -> FieldOfOffice? {
      guard let bearer = bearer(at: start), bearer.name.upperBound >= run.upperBound else {
        return nil
      }
      return FieldOfOffice(field: end..<start, titles: bearer.titles, name: bearer.name)
    }
    let known = starts.lazy.compactMap(field).first {
      !$0.name.contains(where: isThing)
        && (!$0.titles.isEmpty
          || $0.name.count > 1
            && (isKnownPerson($0.name) || isGivenName($0.name.lowerBound)))
    }
    if let known { return known }
    // "of Chile Arto Lind"
    let listedEnd = starts.lowerBound
    if listedEnd < run.upperBound, isListedPlace(before: listedEnd, in: run),
      let behind = field(until: listedEnd), behind.name.count > 1,
      !behind.name.contains(where: isThing)
    {
      return behind
    }
    guard let thing = (run.lowerBound + 1..<run.upperBound).last(where: isThing),
      starts.contains(thing + 1)
    else { return nil }
    return field(until: thing + 1).flatMap { $0.name.count > 1 ? $0 : nil }
  }

  /// The prepositions, names and capitalised words behind a title: "to the Secretary of State for Energy Security Kurt
  /// Lind".
  private func fieldRun(from start: Int) -> Range<Int>? {
    guard start + 1 < tokens.upperBound, Self.fieldPrepositions.contains(table.lower[start]) else {
      return nil
    }
    var end = start
    while end < tokens.upperBound, end - start < Self.longestField {
      if isFieldWord(end), end > start, table.hasSpaceBefore[end] || table.forms[end - 1] == "-" {
        end += 1
      } else if let next = joint(at: end) {
        end = next
      } else {
        break
      }
    }
    return end - start > 2 ? start..<end : nil
  }

  /// Where the next name word of a field stands behind "of", "for the", "and", "'s" or a hyphen at `position`.
  private func joint(at position: Int) -> Int? {
    guard Self.joints.contains(table.lower[position]) else { return nil }
    var next = position + 1
    if next < tokens.upperBound, table.lower[next] == "the" { next += 1 }
    guard next < tokens.upperBound, isFieldWord(next) else { return nil }
    // "for Africa Eva Lind and Ambassador Ana Rojas": another's title.
    return table.lower[position] == "and" && title(at: next) != nil ? nil : next
  }

  /// A word of a name, or a title: "the Office of the President".
  private func isFieldWord(_ position: Int) -> Bool {
    isNameWord(position) || table.isCapitalized[position] && title(at: position) != nil
  }

  /// Where a name may start in a field: inside of its last capitalised words, behind the first of them.
  private func nameStarts(in run: Range<Int>) -> Range<Int> {
    let last = run.last { !table.isCapitalized[$0] } ?? run.lowerBound
    var first = last + 2
    // A listed name is the field's as a whole: "for the Middle East Kurt Lind".
    if first <= run.upperBound, let place = listed(at: last + 1), let best = place.best,
      gazetteer.things[best.thing].id.nodeClass != "person"
    {
      first = place.end
    }
    return min(first, run.upperBound)..<run.upperBound
  }

  /// Whether the name of a place that a list has is all that stands between the last joint and `end`.
  private func isListedPlace(before end: Int, in run: Range<Int>) -> Bool {
    let last = run.last { !table.isCapitalized[$0] } ?? run.lowerBound
    guard let place = listed(at: last + 1), place.end == end, let best = place.best else {
      return false
    }
    return best.kind == .name && gazetteer.things[best.thing].id.nodeClass == "place"
  }

  /// The name at `position`, with titles before it.
  private func bearer(at position: Int) -> (titles: [TitleMatchAt], name: Range<Int>)? {
    var titles: [TitleMatchAt] = []
    var start = position
    while start < tokens.upperBound, let match = title(at: start), match.end < tokens.upperBound,
      isNameWord(match.end)
    {
      titles.append(TitleMatchAt(position: start, match: match))
      start = match.end
    }
    guard start < tokens.upperBound, isNameWord(start) else { return nil }
    let end = personEnd(from: start)
    return end > start ? (titles, start..<end) : nil
  }

  /// Whether a list has the word as a given name, or a person whose name starts with it.
  private func isGivenName(_ position: Int) -> Bool {
    isFirstName(position)
      || gazetteer.persons(named: table.forms[position]).contains { person in
        gazetteer.things[person].names.contains { $0.hasPrefix(table.forms[position] + " ") }
      }
  }

  /// A word for a thing, or for a body: "Affairs", "Department".
  private func isThing(_ position: Int) -> Bool {
    table.isCapitalized[position]
      && (isHead(position) || gazetteer.words.noun(table.lower[position], is: .thing))
  }

  private static let fieldPrepositions: Set<String> = ["for", "of", "on", "to", "in", "at"]
  private static let joints: Set<String> = [
    "for", "of", "on", "to", "in", "at", "and", "&", "'s", "-",
  ]
  private static let longestField = 20
}
