import Graph
import Language

/// The scan of one sentence.
struct SentenceScan {
  let gazetteer: Gazetteer
  let table: TokenTable
  var tokens: Range<Int>
  let isTitleCased: Bool
  /// Surnames of two words with a hyphen that the text has behind a first name.
  let doubleNames: Set<String>
  var found: [EntityMention] = []
  /// Where phrases of the gazetteer must end, at the latest.
  private var limit = Int.max

  init(
    gazetteer: Gazetteer, table: TokenTable, tokens: Range<Int>, isTitleCased: Bool,
    doubleNames: Set<String> = []
  ) {
    self.gazetteer = gazetteer
    self.table = table
    self.tokens = tokens
    self.isTitleCased = isTitleCased
    self.doubleNames = doubleNames
  }

  mutating func mentions() -> [EntityMention] {
    var position = tokens.lowerBound
    while position < tokens.upperBound { position = step(at: position) }
    return found
  }

  /// Takes what starts at `position`, and returns where to go on.
  private mutating func step(at position: Int) -> Int {
    if let next = titledPerson(at: position) ?? titledPersons(at: position) { return next }
    if let end = shipEnd(at: position) ?? ethnicEnd(at: position)
      ?? bodyWithArticle(at: position) ?? operation(at: position)
    {
      return end
    }
    if let match = listed(at: position) {
      if isGivenName(match, at: position) { return takeRun(from: position) }
      if let end = numberedEnd(match) { return end }
      return endOfTitle(at: position, match) ?? take(match, at: position)
    }
    if isOrdinal(position) { return position + 1 }
    if let next = half(at: position) { return next }
    if let next = headOf(at: position) { return next }
    if startsWithNew(position) { return takeRun(from: position) }
    if let end = namedAlone(at: position) { return end }
    if let next = describedEvent(at: position) { return next }
    if isNameWord(position), generationEnd(position) == nil,
      !NameWords.postnominals.contains(table.forms[position])
    {
      return takeRun(from: position)
    }
    return position + 1
  }

  /// "the Europe minister": a region that an office is for is no place of its own.
  private func endOfTitle(at position: Int, _ match: Match) -> Int? {
    guard let best = match.best, gazetteer.things[best.thing].type == "region",
      let title = title(at: position), title.title.office != nil, title.end > match.end
    else { return nil }
    return title.end
  }

  /// "North and South Korea": what the list has under the first word and the last.
  private mutating func half(at position: Int) -> Int? {
    guard position + 3 < tokens.upperBound, table.lower[position + 1] == "and",
      ["North", "South", "East", "West"].contains(table.forms[position]),
      ["North", "South", "East", "West"].contains(table.forms[position + 2]),
      let other = listed(at: position + 2), other.end == position + 4,
      let best = gazetteer.ranked("\(table.forms[position]) \(table.forms[position + 3])").first,
      best.kind == .name
    else { return nil }
    add(position..<position + 1, .thing(best.thing, .name), by: "gazetteer.half")
    return position + 1
  }

  /// "the Ninth Summit of the Americas": the number belongs to no listed name.
  private func isOrdinal(_ position: Int) -> Bool {
    guard table.isCapitalized[position], TimeWords.ordinals[table.lower[position]] != nil,
      position + 1 < tokens.upperBound, let next = listed(at: position + 1)?.best
    else { return false }
    return gazetteer.things[next.thing].type == "event"
  }

  // MARK: - The gazetteer

  struct Match {
    let end: Int
    let candidates: [Gazetteer.Candidate]
    var best: Gazetteer.Candidate? { candidates.first }
  }

  /// The longest phrase of the gazetteer that starts at `position`; weak names don't count.
  func listed(at position: Int) -> Match? {
    guard let first = table.forms[position].utf8.first, first != UInt8(ascii: "'") else {
      return nil
    }
    let limit = gazetteer.longestPhrase(from: table.forms[position])
    guard limit > 0 else { return nil }
    var phrase = ""
    var match: Match?
    var end = position
    while end < min(tokens.upperBound, self.limit) {
      if end > position && table.hasSpaceBefore[end] { phrase += " " }
      phrase += table.forms[end]
      guard phrase.utf8.count <= limit else { break }
      end += 1
      let candidates = gazetteer.ranked(phrase)
      if !candidates.isEmpty { match = Match(end: end, candidates: candidates) }
    }
    return match
  }

  mutating func take(_ match: Match, at position: Int) -> Int {
    guard let best = match.best else { return position + 1 }
    if isCounted(position..<match.end) { return position + 1 }
    if let end = endOfAffairs(best, match.end) { return end }
    if isPartOfPair(best, position..<match.end) { return match.end }
    if let owner = owner(of: best, position..<match.end) { return take(owner, at: position) }
    if let end = eventBehind(best, position..<match.end) { return end }
    if let end = pairName(from: position, best, match.end)
      ?? unlistedName(from: position, listedEnd: match.end)
    {
      return end
    }
    if isPartOfName(best, match.end) { return match.end }
    let thing = gazetteer.things[best.thing]
    var end = match.end
    if thing.type == "city", let comma = (position..<end).first(where: { table.forms[$0] == "," }) {
      // "Madison, Wisconsin" names the city and where it is.
      end = comma
    }
    // "the Senkaku islets": a head word in lower case of the thing's own type belongs to the name.
    if end < tokens.upperBound, let type = thing.type, best.kind == .name,
      gazetteer.heads.type(table.lower[end], .lower) == type
    {
      end += 1
    }
    if let end = named(behindAcronymOf: best.thing, position..<end) { return end }
    let reference = EntityMention.Reference.thing(best.thing, best.kind)
    addParts(of: thing, position..<match.end)
    add(position..<end, reference, by: best.kind == .name ? "gazetteer" : "gazetteer.\(best.kind)")
    return end
  }

  /// "the two former Soviet republics": some of those whom the name is for.
  private func isCounted(_ name: Range<Int>) -> Bool {
    let last = name.upperBound - 1
    guard name.count > 1, !table.isCapitalized[last], table.lower[last].hasSuffix("s") else {
      return false
    }
    var before = name.lowerBound - 1
    if before > tokens.lowerBound, table.lower[before] == "former" { before -= 1 }
    return before >= tokens.lowerBound && NounPhrase.numbers[table.lower[before]] != nil
  }

  /// "Asia-Pacific Economic Cooperation (APEC) Leaders' Meeting": what the list has with the bracketed short form.
  private mutating func named(behindAcronymOf thing: Int, _ name: Range<Int>) -> Int? {
    let open = name.upperBound
    guard open + 3 < tokens.upperBound, table.forms[open] == "(", table.forms[open + 2] == ")",
      listed(at: open + 1)?.best?.thing == thing
    else { return nil }
    let start = open + 3
    for end in (start + 1...min(start + 4, tokens.upperBound)).reversed() {
      let phrase = table.forms[open + 1] + " " + table.phrase(start..<end)
      guard let best = gazetteer.ranked(phrase).first, best.kind == .name else { continue }
      add(name, .thing(thing, .name), by: "gazetteer.part")
      add(name.lowerBound..<end, .thing(best.thing, .name), by: "gazetteer")
      return end
    }
    return nil
  }

  /// The longest phrase of the gazetteer at `position` that ends inside of `tokens` and isn't all of them.
  func listed(at position: Int, before tokens: Range<Int>) -> Match? {
    var inner = self
    inner.limit = position == tokens.lowerBound ? tokens.upperBound - 1 : tokens.upperBound
    return inner.listed(at: position)
  }

  /// A longer name that starts with a listed one, as "Ukraine crisis", "Russian Security Council",
  /// "Japan Times", "APEC Economic Leaders' Meeting"; nil where the listed one stands for itself.
  private mutating func unlistedName(from position: Int, listedEnd: Int) -> Int? {
    var end = listedEnd
    while end < tokens.upperBound {
      if end > listedEnd, let headEnd = ownedHeadEnd(end) {
        end = headEnd
        break
      }
      guard continuesName(end), listed(at: end) == nil || isHead(end) else { break }
      // "White House Press Secretary": an office of what is listed.
      if end == listedEnd, isHead(end), let title = title(at: end), title.end > end + 1 { break }
      if isHead(end - 1), end > listedEnd, title(at: end) != nil { break }
      end += 1
      if isHead(end - 1), !(end < tokens.upperBound && continuesName(end)) { break }
    }
    var last = end - 1
    var type: String?
    if end > listedEnd {
      type = gazetteer.heads.type(table.lower[last], .last)
    }
    if type == nil {
      // Lower-case heads, after "leading economies' " and the like at most.
      var head = end
      if head < tokens.upperBound, table.lower[head] == "'s" || table.lower[head] == "'" {
        return nil
      }
      if head < tokens.upperBound, let lower = gazetteer.heads.type(table.lower[head], .lower),
        lower == "event" || end > listedEnd
      {
        type = lower
        last = head
        head += 1
        end = head
      }
    }
    guard let type, end > listedEnd else { return nil }
    // "the Japan-Russia summit" is a meeting of the two, no event with a name of its own.
    if type == "event", position > tokens.lowerBound, table.forms[position - 1] == "-" {
      return nil
    }
    let head = table.lower[last]
    end = missionEnd(from: fieldEnd(from: end))
    // "US Begin War Games": in a headline only what stands right behind a listed name goes on with it.
    if isTitleCased && (type != "event" || last != listedEnd) { return nil }
    let candidate = listed(at: position)?.best
    let own = candidate.map { gazetteer.things[$0.thing] }
    // A listed name with its own head word is the listed thing itself; "Asia Society Policy Institute" is another.
    // So is "NATO Parliamentary Assembly", with a word more than its head.
    let isOwnName =
      last == listedEnd || !table.isCapitalized[last] || type != "organization"
    if own?.type == type, isOwnName, !isHouse(last) { return nil }
    // "Norwegian Institute of International Affairs" speaks of no country, "Brent Scowcroft Center" of nobody.
    let isNamesake = type == "organization" && own?.id.nodeClass == "person"
    if let candidate, !isNamesake, !(candidate.kind == .adjective && isPlaceOfLearning(last)) {
      add(
        position..<listedEnd, .thing(candidate.thing, candidate.kind),
        by: candidate.kind == .name ? "gazetteer" : "gazetteer.\(candidate.kind)")
    }
    if let end = sessionEnd(behind: position..<end, type) { return end }
    // "Russian Defense Ministry" names the ministry without the demonym as well as with it.
    add(
      position..<end, .named(table.phrase(position..<end), type: type), by: "head.\(head)")
    return end
  }

  func isHead(_ position: Int) -> Bool {
    gazetteer.heads.type(table.lower[position], .last) != nil
  }

  /// Whether a capitalised word, or what joins two of them, goes on with the name.
  func continuesName(_ position: Int) -> Bool {
    guard isNameWord(position) else { return false }
    return table.hasSpaceBefore[position]
  }

  // MARK: - Head words before "of"

  /// "Gulf of Yamoto", "the islands of Kunashiri ...": a head, "of", and a name that no list knows.
  private mutating func headOf(at position: Int) -> Int? {
    guard position + 2 < tokens.upperBound,
      ["of", "for", "on"].contains(table.lower[position + 1]),
      let type = gazetteer.heads.type(table.lower[position], .of),
      table.lower[position + 1] == "of" || isBodyWithField(at: position, type)
    else { return nil }
    var start = position + 2
    if table.lower[start] == "the" { start += 1 }
    // "Office of the President": behind a body's head a word for an office is part of the name.
    let isOfOffice =
      type == "organization" && start > position + 2 && start < tokens.upperBound
      && table.isCapitalized[start] && title(at: start)?.title.rank == "leader"
    guard start < tokens.upperBound, isNameWord(start) || isOfOffice else { return nil }
    // "Gulf of Yamoto" is a name as a whole, "the islands of Kunashiri ..." isn't.
    let isWhole = table.isCapitalized[position] && position > tokens.lowerBound
    if isWhole || type == "organization" || type == "event" {
      guard table.isCapitalized[position] else { return nil }
      let inner = listed(at: start)
      // "Institute for South China Sea Studies": the field is about what is listed.
      let isAbout = type == "organization" && inner.map { isFieldNoun($0.end) } ?? false
      var end =
        isAbout
        ? andEnd(runEnd(from: inner?.end ?? start))
        : max(runEnd(from: start), inner?.end ?? start)
      if type == "organization", inner == nil { end = andEnd(end) }
      let isPart =
        inner?.best.map {
          isPlaceOfLearning(position) && (isWide($0) || gazetteer.things[$0.thing].type == "city")
        } ?? false
      if !isAbout, !isPart, let inner, let best = inner.best {
        add(start..<inner.end, .thing(best.thing, best.kind), by: "gazetteer")
      }
      add(
        position..<end, .named(table.phrase(position..<end), type: type),
        by: "head.\(table.lower[position])")
      return end
    }
    // A place's head word before "of" types each name of the list that follows.
    var next = start
    while next < tokens.upperBound, isNameWord(next) {
      if let match = listed(at: next), let best = match.best {
        add(next..<match.end, .thing(best.thing, best.kind), by: "gazetteer")
        next = match.end
      } else {
        let end = runEnd(from: next)
        add(
          next..<end, .named(table.phrase(next..<end), type: type),
          by: "head.\(table.lower[position])")
        next = end
      }
      var joint = next
      while joint < tokens.upperBound, [",", "and"].contains(table.lower[joint]) { joint += 1 }
      if joint == next { break }
      guard joint < tokens.upperBound, isNameWord(joint) else { break }
      next = joint
    }
    return next
  }

  func isFirstName(_ position: Int) -> Bool {
    gazetteer.words.isFirstName(table.forms[position])
  }

  /// A capitalised word that can be part of a name: not a weekday, not a pronoun, and at a sentence's
  /// start no common word.
  func isNameWord(_ position: Int) -> Bool {
    guard table.isCapitalized[position] else { return false }
    let word = table.lower[position]
    if NameWords.neverNames.contains(word) { return false }
    return true
  }

  mutating func add(
    _ tokens: Range<Int>, _ reference: EntityMention.Reference, by rule: String
  ) {
    found.append(
      EntityMention(tokens: tokens, extent: tokens, reference: reference, foundBy: rule))
  }
}
