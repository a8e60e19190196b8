import Graph
import Language

/// Names of bodies that no list has: how far they reach, and which listed names are only parts of them.
extension SentenceScan {
  /// "Carnegie Middle East Center": a listed place or people inside of a name that ends with a body's head word.
  mutating func bodyAround(from position: Int) -> Int? {
    let inner = position + 1
    guard !isTitleCased, position > tokens.lowerBound, inner < tokens.upperBound,
      continuesName(inner), let match = listed(at: inner), let best = match.best,
      gazetteer.things[best.thing].type == "region", match.end < tokens.upperBound,
      continuesName(match.end),
      gazetteer.heads.type(table.lower[match.end], .last) == "organization",
      !isFirstName(position), gazetteer.persons(named: table.forms[position]).isEmpty,
      title(at: position) == nil
    else { return nil }
    let end = fieldEnd(from: match.end + 1)
    add(
      position..<end, .named(table.phrase(position..<end), type: "organization"),
      by: "head.\(table.lower[match.end])")
    return end
  }

  /// "the Italian company Salini Impregilo", "the relief agency Action Africa Help", "a militia known as the CNDP": a
  /// name behind what it is, of several words where nothing says that it is one.
  mutating func bodyBehindKind(from position: Int) -> Int? {
    let kind = endOfKind(before: position)
    guard !isTitleCased, kind > tokens.lowerBound,
      let type = gazetteer.heads.type(table.lower[kind - 1], .before),
      table.forms[kind - 1] == table.lower[kind - 1], !isFirstName(position)
    else { return nil }
    var end = position + 1
    while end < tokens.upperBound, continuesName(end) || isHyphenated(end), title(at: end) == nil {
      end += 1
    }
    if table.forms[end - 1] == "-" { end -= 1 }
    // "a group called the Sons of Liberty"
    guard end >= tokens.upperBound || table.lower[end] != "of" else { return nil }
    let name = table.phrase(position..<end)
    guard end - position > 1 || kind < position, gazetteer.persons(named: name).isEmpty else {
      return nil
    }
    add(position..<end, .named(name, type: type), by: "head.before")
    return end
  }

  /// "the Waddani party": a name of one word that no list knows, before what it is in lower case.
  mutating func namedAlone(at position: Int) -> Int? {
    let head = position + 1
    guard !isTitleCased, position > tokens.lowerBound, head < tokens.upperBound,
      !table.isCapitalized[position - 1], isNameWord(position), table.hasSpaceBefore[head],
      let type = gazetteer.heads.type(table.lower[head], .alone), table.isSmall(head),
      // "an Islamist party" is any of them.
      !Self.adjectiveEndings.contains(where: table.lower[position].hasSuffix),
      !isFirstName(position),
      gazetteer.persons(named: table.forms[position]).isEmpty,
      // "the Islah party Lind joined", "the Awami party-list"
      head + 1 >= tokens.upperBound
        || !table.isCapitalized[head + 1] && table.hasSpaceBefore[head + 1]
    else { return nil }
    add(
      position..<head + 1, .named(table.phrase(position..<head + 1), type: type),
      by: "head.\(table.lower[head])")
    return head + 1
  }

  /// How capitalised adjectives end that name no country: "Maoist", "Christian", "Islamic".
  private static let adjectiveEndings = ["ist", "ian", "ic", "ish", "ese", "lim"]

  /// "the New Democracy party", "the New Azerbaijan Party": whether a "New" behind a small word is the first word of a name that
  /// ends with a body's head.
  func startsWithNew(_ position: Int) -> Bool {
    guard !isTitleCased, table.forms[position] == "New", position > tokens.lowerBound,
      table.isSmall(position - 1), position + 1 < tokens.upperBound, continuesName(position + 1)
    else { return false }
    let end = runEnd(from: position)
    let head =
      gazetteer.heads.type(table.lower[end - 1], .last)
      ?? (end < tokens.upperBound && table.hasSpaceBefore[end]
        ? gazetteer.heads.type(table.lower[end], .lower) : nil)
    return head == "organization"
  }

  /// "Operation Atalanta": a military operation by name.
  mutating func operation(at position: Int) -> Int? {
    guard !isTitleCased, table.forms[position] == "Operation", position + 1 < tokens.upperBound,
      continuesName(position + 1), listed(at: position) == nil
    else { return nil }
    var end = position + 2
    while end < min(tokens.upperBound, position + 4), continuesName(end) { end += 1 }
    add(
      position..<end, .named(table.phrase(position..<end), type: "event"), by: "head.operation")
    return end
  }

  /// "the EU-Ukraine Association Agreement", "the Central Asia-Caucasus Institute": two listed names with a hyphen that a
  /// body or an event is named after.
  mutating func pairName(from position: Int, _ first: Gazetteer.Candidate, _ hyphen: Int) -> Int? {
    guard !isTitleCased, hyphen + 2 < tokens.upperBound,
      ["-", "–"].contains(table.forms[hyphen]), !table.hasSpaceBefore[hyphen],
      !table.hasSpaceBefore[hyphen + 1], table.isCapitalized[hyphen + 1]
    else { return nil }
    // "the China-Arab States Summit": the other side may be no one thing.
    let second = listed(at: hyphen + 1)
    let start = second?.end ?? hyphen + 2
    var end = start
    while end < min(tokens.upperBound, start + 6),
      continuesName(end) || end > start && (isHyphenated(end) || joinsField(end)),
      listed(at: end) == nil || isHead(end), title(at: end) == nil
    {
      end += 1
    }
    guard end > start, let type = gazetteer.heads.type(table.lower[end - 1], .last),
      type == "event" || type == "organization" && second != nil
    else { return nil }
    if !isPlaceOfLearning(end - 1), let second, let other = second.best {
      add(position..<hyphen, .thing(first.thing, first.kind), by: "gazetteer.part")
      add(hyphen + 1..<second.end, .thing(other.thing, other.kind), by: "gazetteer.part")
    }
    add(
      position..<end, .named(table.phrase(position..<end), type: type),
      by: "head.\(table.lower[end - 1])")
    return end
  }

  /// "the U.S.-China Economic and Trade Meeting": whether an "and" joins two capitalised words that no list knows.
  private func joinsField(_ joint: Int) -> Bool {
    table.lower[joint] == "and" && isFieldNoun(joint - 1) && joint + 1 < tokens.upperBound
      && isFieldNoun(joint + 1)
  }

  /// "the U.N. Observer Mission in Georgia": where a mission is belongs to its name.
  mutating func missionEnd(from end: Int) -> Int {
    guard table.forms[end - 1] == "Mission", end + 1 < tokens.upperBound,
      ["in", "to"].contains(table.lower[end])
    else { return end }
    let start = table.lower[end + 1] == "the" ? end + 2 : end + 1
    guard start < tokens.upperBound, let match = listed(at: start), let best = match.best,
      best.kind == .name, isWide(best)
    else { return end }
    add(start..<match.end, .thing(best.thing, best.kind), by: "gazetteer.part")
    return match.end
  }

  /// "the Communist Party of Ukraine" mentions the country.
  mutating func addCountry(ofField field: Range<Int>) {
    guard field.count > 1, table.lower[field.lowerBound] == "of",
      !isPlaceOfLearning(field.lowerBound - 1)
    else { return }
    let start =
      table.lower[field.lowerBound + 1] == "the" ? field.lowerBound + 2 : field.lowerBound + 1
    guard start < field.upperBound, let match = listed(at: start), match.end == field.upperBound,
      let best = match.best, best.kind == .name,
      gazetteer.things[best.thing].type == "country"
    else { return }
    add(start..<match.end, .thing(best.thing, best.kind), by: "gazetteer.part")
  }

  /// "the newspaper The Nation": a name that has its article, behind what it is.
  mutating func bodyWithArticle(at position: Int) -> Int? {
    guard !isTitleCased, table.forms[position] == "The", position > tokens.lowerBound,
      table.isSmall(position - 1),
      gazetteer.heads.type(table.lower[position - 1], .before) == "organization",
      position + 1 < tokens.upperBound, isNameWord(position + 1), listed(at: position) == nil
    else { return nil }
    var end = position + 2
    while end < tokens.upperBound, continuesName(end) { end += 1 }
    add(
      position..<end, .named(table.phrase(position..<end), type: "organization"),
      by: "head.before")
    return end
  }

  /// "the Strategic and Economic Dialogue", "the Truth and Reconciliation Commission": a name whose head has two words
  /// with an "and" before it.
  mutating func bodyOfTwoWords(from position: Int) -> Int? {
    guard !isTitleCased, position > tokens.lowerBound,
      ["the", "'s"].contains(table.lower[position - 1])
    else { return nil }
    var joint = position
    while joint < min(tokens.upperBound, position + 3), isField(joint) { joint += 1 }
    guard joint > position, joint + 2 < tokens.upperBound,
      ["and", "&"].contains(table.lower[joint]), isField(joint + 1)
    else { return nil }
    var end = joint + 1
    while end < tokens.upperBound, continuesName(end), listed(at: end) == nil || isHead(end) {
      end += 1
      if isHead(end - 1) { break }
    }
    guard end - joint > 2, !(end < tokens.upperBound && continuesName(end)),
      let type = gazetteer.heads.type(table.lower[end - 1], .last),
      ["organization", "event"].contains(type), !isHead(joint + 1)
    else { return nil }
    let last = fieldEnd(from: end)
    add(
      position..<last, .named(table.phrase(position..<last), type: type),
      by: "head.\(table.lower[end - 1])")
    return last
  }

  /// Where the kind before a name ends: right before the name, or before "known as the".
  private func endOfKind(before position: Int) -> Int {
    var start = position
    if start > tokens.lowerBound, table.lower[start - 1] == "the" { start -= 1 }
    if start - 2 > tokens.lowerBound, table.lower[start - 1] == "as",
      table.lower[start - 2] == "known"
    {
      return start - 2
    }
    return start - 1 > tokens.lowerBound && ["called", "named"].contains(table.lower[start - 1])
      ? start - 1 : position
  }

  /// Whether a hyphen and what stands right behind it go on with a name: "Al-Araby".
  private func isHyphenated(_ position: Int) -> Bool {
    if table.forms[position] == "-" {
      return !table.hasSpaceBefore[position] && position + 1 < tokens.upperBound
        && table.isCapitalized[position + 1] && !table.hasSpaceBefore[position + 1]
    }
    return table.forms[position - 1] == "-" && table.isCapitalized[position]
      && !table.hasSpaceBefore[position]
  }

  /// "for East Asian and Pacific affairs": the regions that an office is for are no places of their own.
  func endOfAffairs(_ best: Gazetteer.Candidate, _ end: Int) -> Int? {
    guard gazetteer.things[best.thing].type == "region", end < tokens.upperBound else { return nil }
    if table.lower[end] == "affairs" { return end + 1 }
    guard table.lower[end] == "and", end + 1 < tokens.upperBound,
      let next = listed(at: end + 1), let other = next.best,
      let last = endOfAffairs(other, next.end)
    else { return nil }
    return last
  }

  /// "the Asian–African summit", "the Arab-Israeli war", "an African country": an adjective of a part of the world that
  /// speaks of none.
  func isPartOfPair(_ best: Gazetteer.Candidate, _ name: Range<Int>) -> Bool {
    guard best.kind == .adjective, gazetteer.things[best.thing].type == "region" else {
      return false
    }
    let isJoined = [name.lowerBound - 1, name.upperBound].contains {
      tokens.contains($0) && ["-", "–"].contains(table.forms[$0])
    }
    return isJoined
      || name.upperBound < tokens.upperBound
        && table.lower[name.upperBound] == "country"
  }

  /// "the Western District of Tennessee", "West Florida": a word for a part of the world, before a capitalised one that no list
  /// knows, is part of that name.
  func isPartOfName(_ best: Gazetteer.Candidate, _ end: Int) -> Bool {
    let thing = gazetteer.things[best.thing]
    return best.kind == .adjective && thing.type == "region" && thing.locatedIn == nil
      && !isTitleCased && end < tokens.upperBound && continuesName(end)
      // "our European Allies" are those of there.
      && !table.lower[end].hasSuffix("s")
      && listed(at: end).map { $0.best?.kind == .name } ?? (title(at: end) == nil)
  }

  /// Whose "Russian military" it is in "Russian military bases", where the body's generic name is an adjective; nil
  /// where the body itself is meant.
  func owner(of best: Gazetteer.Candidate, _ name: Range<Int>) -> Match? {
    guard gazetteer.things[best.thing].type == "organization", name.count > 1,
      name.upperBound < tokens.upperBound, table.forms[name.upperBound - 1].startsWithSmallLetter,
      table.text.tokenRecords[name.upperBound].partOfSpeech == .noun,
      table.hasSpaceBefore[name.upperBound], title(at: name.upperBound) == nil,
      title(at: name.upperBound - 1) == nil,
      !gazetteer.words.noun(table.lower[name.upperBound], is: .body)
    else { return nil }
    return listed(at: name.lowerBound, before: name)
  }

  /// Whether a capitalised head names a house of its own, whatever body's name stands before it: "NATO Defense College".
  func isHouse(_ head: Int) -> Bool {
    table.isCapitalized[head] && Self.houses.contains(table.lower[head])
  }

  /// Whether a capitalised head names where people study or do research.
  func isPlaceOfLearning(_ head: Int) -> Bool {
    table.isCapitalized[head] && Self.placesOfLearning.contains(table.lower[head])
  }

  /// Whether it is a country or another wide area.
  func isWide(_ place: Gazetteer.Candidate) -> Bool {
    ["country", "region"].contains(gazetteer.things[place.thing].type)
  }

  /// Whether a capitalised head is of a body that has members or judges with titles of their own: "Supreme Court justice".
  func isCourtOrCouncil(_ head: Int) -> Bool {
    table.isCapitalized[head]
      && ["court", "tribunal", "council", "committee"].contains(table.lower[head])
  }

  private static let placesOfLearning: Set<String> = [
    "institute", "center", "centre", "college", "university", "school", "foundation", "academy",
  ]
  private static let houses = placesOfLearning.union(["council", "committee", "commission"])

  /// Where a body's field ends: "of Health and Labor" behind "Ministry", "on Civil Rights" behind "Commission";
  /// the start where the word before it is none that has a field.
  func fieldEnd(from start: Int) -> Int {
    guard gazetteer.heads.type(table.lower[start - 1], .of) == "organization",
      start + 1 < tokens.upperBound, ["of", "for", "on"].contains(table.lower[start]),
      // "Conservative Party for Johnson"
      table.lower[start] == "of" || gazetteer.heads.type(table.lower[start - 1], .before) == nil,
      isNameWord(start + 1)
    else { return start }
    if let listed = listed(at: start + 1) {
      // "for South China Sea Studies": the field is about what is listed.
      if isFieldNoun(listed.end) { return andEnd(runEnd(from: listed.end)) }
      guard table.lower[start] == "of" else { return start }
    }
    return andEnd(runEnd(from: start + 1))
  }

  /// "Hajj and Umrah", "Food, Agriculture and Livestock": one more word that no list knows belongs to the field.
  func andEnd(_ end: Int) -> Int {
    var next = end
    while next + 1 < tokens.upperBound, table.forms[next] == ",", isField(next + 1) {
      // "Democracy, Human Rights and Labor"
      var wordEnd = next + 2
      while wordEnd < min(tokens.upperBound, next + 4), isField(wordEnd) { wordEnd += 1 }
      guard wordEnd < tokens.upperBound,
        table.lower[wordEnd] == "and"
          || table.forms[wordEnd] == ","
            && isFieldList(from: wordEnd)
      else { break }
      next = wordEnd
    }
    guard next + 1 < tokens.upperBound, table.lower[next] == "and" || table.forms[next] == "&",
      isField(next + 1)
    else { return end }
    return runEnd(from: next + 1)
  }

  /// A capitalised word behind a listed name that makes a field of it: "African Studies".
  func isFieldNoun(_ position: Int) -> Bool {
    position < tokens.upperBound && continuesName(position) && listed(at: position) == nil
      && title(at: position) == nil && !isFirstName(position)
  }

  /// Whether one more word of a list and an "and" follow the comma.
  private func isFieldList(from comma: Int) -> Bool {
    let end = min(tokens.upperBound, comma + 4)
    guard comma + 1 < end, isField(comma + 1) else { return false }
    return (comma + 2..<end).contains { table.lower[$0] == "and" }
      || comma + 2 < end && table.forms[comma + 2] == ","
  }

  private func isField(_ position: Int) -> Bool {
    if let listed = listed(at: position), listed.best?.kind == .adjective {
      return isFieldNoun(listed.end)
    }
    return isNameWord(position) && listed(at: position) == nil && title(at: position) == nil
      && !isHead(position)
      && !isFirstName(position) && gazetteer.persons(named: table.forms[position]).isEmpty
  }

  /// "Institute for Security Studies", "Committee on Trade": a body's capital inside a sentence, and its field's.
  func isBodyWithField(at position: Int, _ type: String) -> Bool {
    type == "organization" && position > tokens.lowerBound && table.isCapitalized[position]
      && isNameWord(position + 2)
      && (listed(at: position + 2).map { isFieldNoun($0.end) } ?? true)
      && title(at: position + 2) == nil && !isTitleCased
  }

  /// The end of a head behind whom a body is for: "South Schleswig Voters' Association", "People's Liberation Army".
  func ownedHeadEnd(_ mark: Int) -> Int? {
    guard mark > tokens.lowerBound, mark + 1 < tokens.upperBound,
      ["'", "'s"].contains(table.lower[mark]), isNameWord(mark + 1),
      table.lower[mark] == "'" && table.lower[mark - 1].hasSuffix("s")
        || ["people", "women", "men", "children"].contains(table.lower[mark - 1])
    else { return nil }
    let end = (mark + 1..<min(mark + 4, tokens.upperBound)).prefix { isNameWord($0) }
    return end.last { isHead($0) }.map { $0 + 1 }
  }
}
