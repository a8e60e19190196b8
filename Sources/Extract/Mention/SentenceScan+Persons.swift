import Graph
import Language

/// Persons by title: "Foreign Minister Sergey Lavrov", "President Obama", "Iran's president, Hassan Rouhani".
extension SentenceScan {
  struct TitleMatch {
    let end: Int
    let title: TitleTable.Title
  }

  /// The longest title that starts at `position`. One that starts with a listed name and is a title without
  /// it ("State Department spokesman") is left to the name and the shorter title.
  func title(at position: Int) -> TitleMatch? {
    let listed = listedTitle(at: position)
    guard let graded = gradedTitle(at: position), graded.end > listed?.end ?? position else {
      return listed
    }
    return graded
  }

  /// A title behind a word of grade, which no list has together: "Deputy Assistant Administrator".
  private func gradedTitle(at position: Int) -> TitleMatch? {
    guard table.isCapitalized[position], position + 1 < tokens.upperBound,
      table.isCapitalized[position + 1]
    else { return nil }
    let word = table.lower[position]
    // An acting minister is a minister.
    let isTemporary = gazetteer.words.adjective(word, is: .grade)
    guard isTemporary || gazetteer.words.noun(word, is: .grade),
      let inner = title(at: position + 1), let office = inner.title.office,
      inner.title.rank != "person"
    else { return nil }
    return TitleMatch(
      end: inner.end,
      title: TitleTable.Title(
        rank: isTemporary ? inner.title.rank : "official", office: "\(word) \(office)"))
  }

  private func listedTitle(at position: Int) -> TitleMatch? {
    let first = table.lower[position]
    let start = Self.isPrefixedAsPast(first) ? String(first.dropFirst(3)) : first
    let limit = gazetteer.titles.longestTitle(from: start)
    guard limit > 0 else { return nil }
    var phrase = ""
    var match: TitleMatch?
    var end = position
    while end < tokens.upperBound {
      if end > position && table.hasSpaceBefore[end] { phrase += " " }
      phrase += end == position ? start : table.lower[end]
      guard phrase.utf8.count <= limit else { break }
      end += 1
      if let title = gazetteer.titles.title(phrase) { match = TitleMatch(end: end, title: title) }
    }
    if let match, table.isCapitalized[position], let name = listed(at: position),
      name.end < match.end, title(at: name.end)?.end == match.end,
      name.best.map({ gazetteer.things[$0.thing].type }) != "region"
    {
      return nil
    }
    return match
  }

  /// Whether a title's first word in lower case says that the office is past: "ex-prime minister".
  private static func isPrefixedAsPast(_ word: String) -> Bool {
    word.hasPrefix("ex-") && word.utf8.count > 3
  }

  /// Titles and a name after them: "Foreign Minister Sergey Lavrov", "President Obama".
  mutating func titledPerson(at position: Int) -> Int? {
    guard let first = title(at: position), !startsTwo(first, at: position) else { return nil }
    var titles = [use(first, at: position)]
    var end = first.end
    while end < tokens.upperBound,
      case let start = table.lower[end] == "and" && end + 1 < tokens.upperBound ? end + 1 : end,
      let next = title(at: start), next.end < tokens.upperBound, table.isCapitalized[start],
      isNameWord(next.end) || start > end && ["for", "of"].contains(table.lower[next.end])
    {
      titles.append(use(next, at: start))
      end = next.end
    }
    if let next = personBehindField(of: titles, from: end)
      ?? personBehindBody(of: titles, from: end)
    {
      return next
    }
    // "Iran's president, Hassan Rouhani": a comma may stand between.
    end = affairsEnd(behind: end)
    var start = end
    if start + 1 < tokens.upperBound, table.forms[start] == ",", !isTitleCased {
      start += 1
      // "the committee's chairman, Senator Eva Lind"
      while let next = title(at: start), next.end < tokens.upperBound,
        table.isCapitalized[start], isNameWord(next.end)
      {
        titles.append(use(next, at: start))
        start = next.end
      }
    }
    guard start < tokens.upperBound, isNameWord(start) || start == end && isMonthName(start) else {
      return nil
    }
    let nameEnd = personEnd(from: start)
    guard nameEnd > start else { return nil }
    if isTitleCased, !isKnownPerson(start..<nameEnd) { return nil }
    // "an Official Visit" is nobody's name.
    if first.title.office == "official", nameEnd - start == 1 { return nil }
    if gazetteer.heads.type(table.lower[nameEnd - 1], .last) == "organization" {
      // "leader of the opposition Labor Party": a body's name behind an office that is told with "the" is whose it is.
      if first.title.office == "opposition leader", first.end == end { return nil }
      // "the Major Economies Forum", "the U.S.-led Major Economies Forum" are no officers.
      if nameEnd - start > 1, !isFirstName(start), position > tokens.lowerBound,
        ["the", "-", "led"].contains(table.lower[position - 1])
      {
        return nil
      }
    }
    if let place = listed(at: start), place.end >= nameEnd, let best = place.best,
      gazetteer.things[best.thing].id.nodeClass != "person"
    {
      return nil
    }
    if start > end {
      // With a comma only a full name is sure to be the bearer's.
      let isKnown =
        listed(at: start)?.candidates.contains { gazetteer.things[$0.thing].type == nil } ?? false
      guard nameEnd - start >= 2 || isKnown, table.lower[position] != "said" else { return nil }
    }
    let extentStart = withDemonym(position)
    for use in titles { addBody(of: use) }
    let extentEnd = countryEnd(behind: honoursEnd(nameEnd), of: titles)
    found.append(
      EntityMention(
        tokens: start..<nameEnd, extent: extentStart..<extentEnd,
        reference: personReference(start..<nameEnd),
        titles: titles, foundBy: "title"))
    return extentEnd
  }

  /// "The President and Prime Minister Lind met": behind an article two high offices are those of two, of whom the last has
  /// the name.
  private func startsTwo(_ first: TitleMatch, at position: Int) -> Bool {
    guard position > tokens.lowerBound, table.lower[position - 1] == "the",
      ["president", "vice president"].contains(first.title.office),
      first.end + 1 < tokens.upperBound, table.lower[first.end] == "and",
      table.isCapitalized[first.end + 1], let next = title(at: first.end + 1),
      next.end < tokens.upperBound, isNameWord(next.end)
    else { return false }
    return next.title.office != nil && ["leader", "minister"].contains(next.title.rank)
  }

  /// Where a party's word for its members ends before a first name: "Republican Ann Reed" is no name of three words.
  func partyWordEnd(at position: Int) -> Int? {
    guard !isTitleCased else { return nil }
    return [2, 1].lazy.map { position + $0 }.first { end in
      guard end + 1 < tokens.upperBound, isFirstName(end), isNameWord(end + 1) else { return false }
      return PartyTable.words(of: table.phrase(position..<end)).contains {
        !gazetteer.parties.parties(called: $0, as: .member).isEmpty
      }
    }
  }

  /// "Mrs May": behind a title a month is a person's name.
  private func isMonthName(_ position: Int) -> Bool {
    !isTitleCased && table.isCapitalized[position]
      && TimeWords.months[table.lower[position]] != nil
  }

  /// Where the letters of honours behind a name end.
  func honoursEnd(_ end: Int) -> Int {
    var next = end
    while next < tokens.upperBound, NameWords.postnominals.contains(table.forms[next]) { next += 1 }
    return next
  }

  /// Where the country of an office ends that stands behind the name: "Prime Minister Kaja Kallas of Estonia", which is
  /// one word to the parser.
  mutating func countryEnd(behind end: Int, of titles: [EntityMention.TitleUse]) -> Int {
    guard !isTitleCased, titles.contains(where: { $0.title.office != nil }),
      end + 1 < tokens.upperBound, table.lower[end] == "of"
    else { return end }
    let start = table.lower[end + 1] == "the" ? end + 2 : end + 1
    guard start < tokens.upperBound, let match = listed(at: start), let best = match.best,
      best.kind == .name, gazetteer.things[best.thing].type == "country",
      match.end >= tokens.upperBound || !isNameWord(match.end) && table.lower[match.end] != "'s"
    else { return end }
    add(start..<match.end, .thing(best.thing, best.kind), by: "title.body")
    return match.end
  }

  /// "President of Ukraine Volodymyr Zelenskyy", "the U.N. envoy for Syria Lars Holm": the body of an office, or its
  /// field, between the title and the full name of who holds it.
  private mutating func personBehindBody(of titles: [EntityMention.TitleUse], from end: Int) -> Int?
  {
    guard !isTitleCased, let first = titles.first,
      titles.contains(where: { $0.title.office != nil }),
      let body = bodyPhrase(from: end), body.upperBound < tokens.upperBound,
      isNameWord(body.upperBound), table.hasSpaceBefore[body.upperBound],
      title(at: body.upperBound) == nil
    else { return nil }
    let name = body.upperBound..<personEnd(from: body.upperBound)
    guard name.count >= 2,
      isFirstName(name.lowerBound) || listed(at: name.lowerBound) == nil || isKnownPerson(name),
      !isHead(name.upperBound - 1)
    else { return nil }
    let extentStart = withDemonym(first.tokens.lowerBound)
    for use in titles { addBody(of: use) }
    var inside = SentenceScan(
      gazetteer: gazetteer, table: table, tokens: body, isTitleCased: isTitleCased,
      doubleNames: doubleNames)
    found += inside.mentions()
    found.append(
      EntityMention(
        tokens: name, extent: extentStart..<name.upperBound, reference: personReference(name),
        titles: titles, foundBy: "title.body"))
    return name.upperBound
  }

  /// The name of a country or body behind "of", "to" or "for", itself perhaps of another: "of the Executive Committee
  /// of the League".
  private func bodyPhrase(from position: Int, depth: Int = 0) -> Range<Int>? {
    guard position + 1 < tokens.upperBound, ["of", "to", "for"].contains(table.lower[position])
    else { return nil }
    var start = position + 1
    if table.lower[start] == "the" { start += 1 }
    guard start < tokens.upperBound, isNameWord(start),
      !isFirstName(start) || listed(at: start) != nil
    else { return nil }
    var end = start
    var headEnd: Int?
    while end < tokens.upperBound, isNameWord(end), end - start < 8 {
      if let match = listed(at: end) {
        guard let best = match.best, gazetteer.things[best.thing].id.nodeClass != "person" else {
          break
        }
        end = match.end
        if best.kind == .name { headEnd = end }
      } else {
        end += 1
        if isHead(end - 1) { headEnd = end }
      }
    }
    guard var headEnd else { return nil }
    // "for Europe and Central Asia"
    while headEnd + 1 < tokens.upperBound, ["and", ","].contains(table.lower[headEnd]),
      let next = listed(at: headEnd + 1), let best = next.best, best.kind == .name,
      gazetteer.things[best.thing].id.nodeClass == "place"
    {
      headEnd = next.end
    }
    if depth == 0, let outer = bodyPhrase(from: headEnd, depth: 1) {
      return start..<outer.upperBound
    }
    return start..<headEnd
  }

  /// "NATO Secretary General", "Chairman of the Joint Chiefs of Staff": a title may start or end with the name of what
  /// it is an office of.
  mutating func addBody(of use: EntityMention.TitleUse) {
    let title = use.tokens
    if let body = listed(at: title.lowerBound), body.end < title.upperBound, let best = body.best,
      ["place", "organization"].contains(gazetteer.things[best.thing].id.nodeClass)
    {
      // "the Europe minister" is of his country.
      if gazetteer.things[best.thing].type == "region" { return }
      add(title.lowerBound..<body.end, .thing(best.thing, best.kind), by: "title.body")
    } else {
      addBody(endingTitle: title)
    }
  }

  /// Of one word it is an office of the state, "Secretary of the Navy". A name that is more often something else is
  /// the body's behind the title.
  private mutating func addBody(endingTitle title: Range<Int>) {
    for start in title.dropFirst().dropLast() where table.lower[start - 1] == "the" {
      let body = gazetteer.candidates(for: table.phrase(start..<title.upperBound)).first {
        gazetteer.things[$0.thing].type == "organization"
      }
      guard let body else { continue }
      add(start..<title.upperBound, .thing(body.thing, .name), by: "title.body")
      return
    }
    addBody(beginningTitle: title)
  }

  /// "the Supreme Court justice Carlos Giusti": a title that starts with the name of a body that no list has, which has
  /// two words and a head.
  private mutating func addBody(beginningTitle title: Range<Int>) {
    let name = title.prefix { table.isCapitalized[$0] && table.hasSpaceBefore[$0] }
    guard !isTitleCased, let last = name.last(where: { isCourtOrCouncil($0) }),
      last > title.lowerBound, last + 1 < title.upperBound
    else { return }
    let body = title.lowerBound..<last + 1
    add(body, .named(table.phrase(body), type: "organization"), by: "title.body")
  }

  func use(_ match: TitleMatch, at position: Int) -> EntityMention.TitleUse {
    var isFormer = Self.isPrefixedAsPast(table.lower[position])
    var before = position - 1
    while before >= tokens.lowerBound, before >= position - 4 {
      let word = table.lower[before]
      if gazetteer.words.isPast(before, of: table) {
        isFormer = true
        break
      }
      // "late Friday President Moyo" is no late president.
      let isBreak =
        NameWords.neverNames.contains(word) && !table.isCapitalized[before]
        || TimeWords.months[word] != nil || TimeWords.weekdays[word] != nil
      if [",", "."].contains(word) || isBreak { break }
      before -= 1
    }
    return EntityMention.TitleUse(
      title: match.title, tokens: position..<match.end, isFormer: isFormer)
  }

  /// Where "Russian", "Japan's", "former" before a title start.
  func withDemonym(_ position: Int) -> Int {
    guard let last = found.last, last.tokens.upperBound <= position else { return position }
    let between = last.tokens.upperBound..<position
    let isJoined = between.allSatisfy {
      ["'s", "'", "-", "acting", "outgoing"].contains(table.lower[$0])
        || gazetteer.words.adjective(table.lower[$0], is: .past)
    }
    guard isJoined else { return position }
    switch last.reference {
    case .thing(_, let kind) where kind != .people: return last.extent.lowerBound
    case .named(_, type: "organization"): return last.extent.lowerBound
    default: return position
    }
  }

  /// The end of a person's name that starts at `start`: up to five capitalised words with particles and
  /// initials between, ending where a title starts.
  func personEnd(from start: Int) -> Int {
    var end = start
    var words = 0
    while end < tokens.upperBound, words < 5 {
      if end > start, !isTitleCased, let next = title(at: end), next.end > end,
        table.isCapitalized[end],
        next.end < tokens.upperBound, isNameWord(next.end), next.title.office != nil
      {
        // "Hassan Sheikh Mohamud" is one name, "Arto Lind Governor Eva Moss" are two.
        break
      }
      if words > 1, NameWords.postnominals.contains(table.forms[end]) { break }
      if words > 0, let suffixEnd = generationEnd(end) {
        return suffixEnd
      } else if isNameWord(end)
        || isMonthName(end) && (words == 0 || words == 1 && isFirstName(end - 1)),
        words == 0 || table.hasSpaceBefore[end]
      {
        // In a headline every word is capitalised: a name ends where the gazetteer says that it does.
        if words > 0, isTitleCased, isKnownPerson(start..<end), !isLonger(start..<end) { break }
        words += 1
        end += 1
      } else if words > 0, end + 1 < tokens.upperBound, !table.hasSpaceBefore[end],
        table.forms[end] == "-", !table.hasSpaceBefore[end + 1]
      {
        end += 2
      } else if words > 0, let next = particleEnd(end) {
        end = next
      } else {
        break
      }
    }
    return end
  }

  /// Where "Jr." or ", Jr." behind a name ends; nil where neither starts at `position`.
  func generationEnd(_ position: Int) -> Int? {
    let suffix = table.forms[position] == "," ? position + 1 : position
    guard suffix < tokens.upperBound, NameWords.generations.contains(table.lower[suffix])
    else { return nil }
    return suffix + 1
  }

  /// Where the particle at `position` ends: before the next word of "bin Salman" and "van der Bellen", behind
  /// the one that it is joined to in "al-Assad"; nil where it isn't one. A tokenizer may leave the hyphen
  /// with the particle, or by itself.
  func particleEnd(_ position: Int) -> Int? {
    let word = table.lower[position]
    let isHyphened = word.hasSuffix("-")
    guard NameWords.particles.contains(isHyphened ? String(word.dropLast()) : word) else {
      return nil
    }
    var next = position + 1
    guard next < tokens.upperBound else { return nil }
    if isHyphened || table.forms[next] == "-" && !table.hasSpaceBefore[next] {
      if !isHyphened { next += 1 }
      return next < tokens.upperBound && isNameWord(next) ? next + 1 : nil
    }
    return isNameWord(next) || NameWords.particles.contains(table.lower[next]) ? next : nil
  }

  /// Whether one or two more words make it somebody's fuller name: "Don Young", "Joseph R. Biden".
  private func isLonger(_ name: Range<Int>) -> Bool {
    let first = name.count == 1 && isFirstName(name.lowerBound) && title(at: name.upperBound) == nil
    return first
      || [1, 2].contains {
        name.upperBound + $0 <= tokens.upperBound
          && isKnownPerson(name.lowerBound..<name.upperBound + $0)
      }
  }

  /// Whether the gazetteer knows a person by these words.
  func isKnownPerson(_ tokens: Range<Int>) -> Bool {
    let phrase = table.phrase(tokens)
    return !gazetteer.persons(named: phrase).isEmpty
      || gazetteer.candidates(for: phrase).contains { gazetteer.things[$0.thing].type == nil }
  }

  func personReference(_ tokens: Range<Int>) -> EntityMention.Reference {
    let phrase = table.phrase(tokens)
    if let listed = gazetteer.candidates(for: phrase).first(where: {
      gazetteer.things[$0.thing].id.nodeClass == "person"
    }) {
      return .thing(listed.thing, .name)
    }
    // "Dr. Sherwood-Randall"
    return phrase.contains(" ") ? .person(phrase) : .short(phrase)
  }
}
