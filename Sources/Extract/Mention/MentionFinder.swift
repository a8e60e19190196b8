import Graph
import Language

/// Finds what a text names: things of the gazetteer, persons by title, unlisted names by head word.
///
/// One pass over each sentence from left to right, the longest match first. What remains open (a bare
/// surname, an unlisted name without a title) is left to the resolver, which sees the whole document.
struct MentionFinder {
  let gazetteer: Gazetteer
  let table: TokenTable

  /// The mentions of all sentences in the order of the text; none overlaps another, except that a
  /// compound ("the Ukraine crisis") also mentions its parts.
  func mentions() -> [EntityMention] {
    var found: [EntityMention] = []
    for sentence in table.text.sentenceRecords where !sentence.tokens.isEmpty {
      var scan = SentenceScan(
        gazetteer: gazetteer, table: table, tokens: sentence.tokens,
        isTitleCased: isTitleCased(sentence.tokens))
      found += scan.mentions()
    }
    return found
  }

  /// Whether nearly every longer word is capitalised, as in a headline: then a capital tells nothing. What
  /// ends in a full stop is no headline, however full of names.
  private func isTitleCased(_ tokens: Range<Int>) -> Bool {
    if let last = tokens.last, table.forms[last] == "." { return false }
    let words = tokens.filter { table.forms[$0].utf8.count > 3 && table.forms[$0].first?.isLetter == true }
    let capitals = words.count { table.isCapitalized[$0] }
    return words.count > 3 && capitals * 10 >= words.count * 8
  }
}
<<<<<<< HEAD
=======

/// The scan of one sentence.
struct SentenceScan {
  let gazetteer: Gazetteer
  let table: TokenTable
  let tokens: Range<Int>
  let isTitleCased: Bool
  private var found: [EntityMention] = []

  init(gazetteer: Gazetteer, table: TokenTable, tokens: Range<Int>, isTitleCased: Bool) {
    self.gazetteer = gazetteer
    self.table = table
    self.tokens = tokens
    self.isTitleCased = isTitleCased
  }

  mutating func mentions() -> [EntityMention] {
    var position = tokens.lowerBound
    while position < tokens.upperBound { position = step(at: position) }
    return found
  }

  /// Takes what starts at `position`, and returns where to go on.
  private mutating func step(at position: Int) -> Int {
    if let next = titledPerson(at: position) { return next }
    if let match = listed(at: position) { return take(match, at: position) }
    if let next = headOf(at: position) { return next }
    if isNameWord(position) { return takeRun(from: position) }
    return position + 1
  }

  // MARK: - The gazetteer

  struct Match {
    let end: Int
    let candidates: [Gazetteer.Candidate]
    var best: Gazetteer.Candidate? { candidates.first }
  }

  /// The longest phrase of the gazetteer that starts at `position`; weak names don't count.
  func listed(at position: Int) -> Match? {
    guard let first = table.forms[position].utf8.first, first != UInt8(ascii: "'") else { return nil }
    let limit = gazetteer.longestPhrase(from: table.forms[position])
    guard limit > 0 else { return nil }
    var phrase = ""
    var match: Match?
    var end = position
    while end < tokens.upperBound {
      if end > position && table.hasSpaceBefore[end] { phrase += " " }
      phrase += table.forms[end]
      guard phrase.utf8.count <= limit else { break }
      end += 1
      let candidates = gazetteer.ranked(phrase)
      if !candidates.isEmpty { match = Match(end: end, candidates: candidates) }
    }
    return match
  }

  private mutating func take(_ match: Match, at position: Int) -> Int {
    guard let best = match.best else { return position + 1 }
    if let end = unlistedName(from: position, listedEnd: match.end) { return end }
    let thing = gazetteer.things[best.thing]
    var end = match.end
    // "the Senkaku islets": a head word in lower case of the thing's own type belongs to the name.
    if end < tokens.upperBound, let type = thing.type, best.kind == .name,
      gazetteer.heads.type(table.lower[end], .lower) == type
    {
      end += 1
    }
    let reference = EntityMention.Reference.thing(best.thing, best.kind)
    add(position..<end, reference, by: best.kind == .name ? "gazetteer" : "gazetteer.\(best.kind)")
    return end
  }

  /// A longer name that starts with a listed one, as "Ukraine crisis", "Russian Security Council",
  /// "Japan Times", "APEC Economic Leaders' Meeting"; nil where the listed one stands for itself.
  private mutating func unlistedName(from position: Int, listedEnd: Int) -> Int? {
    var end = listedEnd
    while end < tokens.upperBound, continuesName(end), listed(at: end) == nil || isHead(end) {
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
      if head < tokens.upperBound, table.lower[head] == "'s" || table.lower[head] == "'" { return nil }
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
    if isTitleCased && type != "event" { return nil }
    let candidate = listed(at: position)?.best
    let own = candidate.map { gazetteer.things[$0.thing] }
    // A listed name with its own head word in lower case is the listed thing itself.
    if own?.type == type { return nil }
    if let candidate {
      add(
        position..<listedEnd, .thing(candidate.thing, candidate.kind),
        by: candidate.kind == .name ? "gazetteer" : "gazetteer.\(candidate.kind)")
    }
    // "Russian Defense Ministry" names the ministry without the demonym as well as with it.
    add(position..<end, .named(table.phrase(position..<end), type: type), by: "head.\(table.lower[last])")
    return end
  }

  private func isHead(_ position: Int) -> Bool {
    gazetteer.heads.type(table.lower[position], .last) != nil
  }

  /// Whether a capitalised word, or what joins two of them, goes on with the name.
  private func continuesName(_ position: Int) -> Bool {
    guard isNameWord(position) else { return false }
    return table.hasSpaceBefore[position]
  }

  // MARK: - Head words before "of"

  /// "Gulf of Yamoto", "the islands of Kunashiri ...": a head, "of", and a name that no list knows.
  private mutating func headOf(at position: Int) -> Int? {
    guard position + 2 < tokens.upperBound, table.lower[position + 1] == "of",
      let type = gazetteer.heads.type(table.lower[position], .of)
    else { return nil }
    var start = position + 2
    if table.lower[start] == "the" { start += 1 }
    guard start < tokens.upperBound, isNameWord(start) else { return nil }
    // "Gulf of Yamoto" is a name as a whole, "the islands of Kunashiri ..." isn't.
    let isWhole = table.isCapitalized[position] && position > tokens.lowerBound
    if isWhole || type == "organization" || type == "event" {
      guard table.isCapitalized[position] else { return nil }
      let end = max(runEnd(from: start), listed(at: start)?.end ?? start)
      if let inner = listed(at: start), let best = inner.best {
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

  // MARK: - Titles and persons

  struct TitleMatch {
    let end: Int
    let title: TitleTable.Title
  }

  /// The longest title that starts at `position`.
  func title(at position: Int) -> TitleMatch? {
    let limit = gazetteer.titles.longestTitle(from: table.lower[position])
    guard limit > 0 else { return nil }
    var phrase = ""
    var match: TitleMatch?
    var end = position
    while end < tokens.upperBound {
      if end > position && table.hasSpaceBefore[end] { phrase += " " }
      phrase += table.lower[end]
      guard phrase.utf8.count <= limit else { break }
      end += 1
      if let title = gazetteer.titles.title(phrase) { match = TitleMatch(end: end, title: title) }
    }
    return match
  }

  /// Titles and a name after them: "Foreign Minister Sergey Lavrov", "President Obama".
  private mutating func titledPerson(at position: Int) -> Int? {
    guard let first = title(at: position) else { return nil }
    var titles = [use(first, at: position)]
    var end = first.end
    while end < tokens.upperBound, let next = title(at: end), next.end < tokens.upperBound,
      isNameWord(next.end), table.isCapitalized[end]
    {
      titles.append(use(next, at: end))
      end = next.end
    }
    // "Iran's president, Hassan Rouhani": a comma may stand between.
    var start = end
    if start + 1 < tokens.upperBound, table.forms[start] == ",", !isTitleCased { start += 1 }
    guard start < tokens.upperBound, isNameWord(start) else { return nil }
    let nameEnd = personEnd(from: start)
    guard nameEnd > start else { return nil }
    if isTitleCased, !isKnownPerson(start..<nameEnd) { return nil }
    if let place = listed(at: start), place.end >= nameEnd, let best = place.best,
      gazetteer.things[best.thing].id.nodeClass != "person"
    {
      return nil
    }
    if start > end {
      // With a comma only a full name is sure to be the bearer's.
      let isKnown = listed(at: start)?.candidates.contains { gazetteer.things[$0.thing].type == nil } ?? false
      guard nameEnd - start >= 2 || isKnown, table.lower[position] != "said" else { return nil }
    }
    let extentStart = withDemonym(position)
    for use in titles { addBody(of: use) }
    found.append(
      EntityMention(
        tokens: start..<nameEnd, extent: extentStart..<nameEnd, reference: personReference(start..<nameEnd),
        titles: titles, foundBy: "title"))
    return nameEnd
  }

  /// "NATO Secretary General", "U.N. Envoy": a title may start with the name of what it is an office of.
  private mutating func addBody(of use: EntityMention.TitleUse) {
    let start = use.tokens.lowerBound
    guard let body = listed(at: start), body.end < use.tokens.upperBound, let best = body.best,
      ["place", "organization"].contains(gazetteer.things[best.thing].id.nodeClass)
    else { return }
    add(start..<body.end, .thing(best.thing, best.kind), by: "title.body")
  }

  private func use(_ match: TitleMatch, at position: Int) -> EntityMention.TitleUse {
    var isFormer = false
    var before = position - 1
    while before >= tokens.lowerBound, before >= position - 4 {
      if ["former", "ex", "then", "ex-"].contains(table.lower[before]) { isFormer = true }
      if [",", "and", ".", "of"].contains(table.lower[before]) { break }
      before -= 1
    }
    return EntityMention.TitleUse(
      title: match.title, tokens: position..<match.end, isFormer: isFormer)
  }

  /// Where "Russian", "Japan's", "former" before a title start.
  private func withDemonym(_ position: Int) -> Int {
    guard let last = found.last, last.tokens.upperBound <= position else { return position }
    let between = last.tokens.upperBound..<position
    let isJoined = between.allSatisfy {
      ["'s", "'", "former", "ex", "-", "then", "acting", "outgoing"].contains(table.lower[$0])
    }
    guard isJoined, case .thing(_, let kind) = last.reference, kind != .people else { return position }
    return last.extent.lowerBound
  }

  /// The end of a person's name that starts at `start`: up to five capitalised words with particles and
  /// initials between, ending where a title starts.
  private func personEnd(from start: Int) -> Int {
    var end = start
    var words = 0
    while end < tokens.upperBound, words < 5 {
      if end > start, !isTitleCased, let next = title(at: end), next.end > end, table.isCapitalized[end],
        next.end < tokens.upperBound, isNameWord(next.end)
      {
        break
      }
      if isNameWord(end) && (words == 0 || table.hasSpaceBefore[end]) {
        // In a headline every word is capitalised: a name ends where the gazetteer says that it does.
        if words > 0, isTitleCased, isKnownPerson(start..<end) { break }
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

  /// Where the particle at `position` ends: before the next word of "bin Salman" and "van der Bellen", behind
  /// the one that it is joined to in "al-Assad"; nil where it isn't one.
  private func particleEnd(_ position: Int) -> Int? {
    guard Self.particles.contains(table.lower[position]) else { return nil }
    let next = position + 1
    guard next < tokens.upperBound else { return nil }
    if table.forms[next] == "-", !table.hasSpaceBefore[next] {
      return next + 1 < tokens.upperBound && isNameWord(next + 1) ? next + 2 : nil
    }
    return isNameWord(next) || Self.particles.contains(table.lower[next]) ? next : nil
  }

  /// Whether the gazetteer knows a person by these words.
  private func isKnownPerson(_ tokens: Range<Int>) -> Bool {
    let phrase = table.phrase(tokens)
    return !gazetteer.persons(named: phrase).isEmpty
      || gazetteer.candidates(for: phrase).contains { gazetteer.things[$0.thing].type == nil }
  }

  private func personReference(_ tokens: Range<Int>) -> EntityMention.Reference {
    let phrase = table.phrase(tokens)
    if let listed = gazetteer.candidates(for: phrase).first(where: {
      gazetteer.things[$0.thing].id.nodeClass == "person"
    }) {
      return .thing(listed.thing, .name)
    }
    return tokens.count == 1 ? .short(phrase) : .person(phrase)
  }

  // MARK: - Capitalised runs

  private mutating func takeRun(from position: Int) -> Int {
    let end = runEnd(from: position)
    if let type = gazetteer.heads.type(table.lower[end - 1], .last), end - position > 1, !isTitleCased {
      add(position..<end, .named(table.phrase(position..<end), type: type), by: "head.\(table.lower[end - 1])")
      return end
    }
    if end < tokens.upperBound, !isTitleCased, table.hasSpaceBefore[end],
      let type = gazetteer.heads.type(table.lower[end], .lower),
      type != "organization" || end - position > 1
    {
      add(
        position..<end + 1, .named(table.phrase(position..<end + 1), type: type),
        by: "head.\(table.lower[end])")
      return end + 1
    }
    let phrase = table.phrase(position..<end)
    if isTitleCased {
      // Only what the article's text makes known counts in a headline: word by word.
      for word in position..<end { add(word..<word + 1, .short(table.forms[word]), by: "capital") }
    } else if end - position == 1 {
      add(position..<end, .short(phrase), by: "capital")
    } else {
      add(position..<end, .unknown(phrase), by: "capitals")
    }
    return end
  }

  /// The end of the run of capitalised words from `start`, up to the next listed name or title.
  private func runEnd(from start: Int) -> Int {
    var end = start + 1
    while end < tokens.upperBound {
      if isNameWord(end), table.hasSpaceBefore[end] {
        if let match = listed(at: end), match.best?.kind == .name, !isHead(end) { break }
        end += 1
      } else if table.forms[end] == "-", !table.hasSpaceBefore[end], end + 1 < tokens.upperBound,
        !table.hasSpaceBefore[end + 1], table.forms[end + 1].first?.isLetter == true
      {
        end += 2
      } else if ["of", "for"].contains(table.lower[end]), end + 1 < tokens.upperBound,
        isNameWord(end + 1), gazetteer.heads.type(table.lower[end - 1], .of) == "organization"
      {
        end += 2
      } else if Self.particles.contains(table.lower[end]), end + 1 < tokens.upperBound,
        isNameWord(end + 1), end - start < 4
      {
        end += 2
      } else {
        break
      }
    }
    return end
  }

  /// A capitalised word that can be part of a name: not a weekday, not a pronoun, and at a sentence's
  /// start no common word.
  private func isNameWord(_ position: Int) -> Bool {
    guard table.isCapitalized[position] else { return false }
    let word = table.lower[position]
    if Self.neverNames.contains(word) { return false }
    return true
  }

  private mutating func add(
    _ tokens: Range<Int>, _ reference: EntityMention.Reference, by rule: String
  ) {
    found.append(
      EntityMention(tokens: tokens, extent: tokens, reference: reference, foundBy: rule))
  }

  /// Small words inside names of persons.
  static let particles: Set<String> = [
    "al", "bin", "ibn", "bint", "abu", "de", "da", "do", "dos", "del", "della", "der", "den", "di", "du", "la",
    "le", "van", "von", "zu", "ter", "ten", "el", "ul", "ben",
  ]

  /// Words that have a capital for other reasons than being a name.
  static let neverNames: Set<String> = [
    "the", "a", "an", "this", "that", "these", "those", "it", "he", "she", "they", "we", "i", "you", "his",
    "her", "their", "its", "our", "my", "your", "in", "on", "at", "by", "for", "from", "to", "of", "with",
    "without", "and", "but", "or", "nor", "as", "if", "when", "while", "after", "before", "since", "although",
    "though", "because", "however", "meanwhile", "also", "there", "here", "what", "who", "which", "where",
    "why", "how", "not", "no", "yes", "both", "some", "many", "most", "more", "few", "several", "each",
    "every", "all", "any", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "first", "second", "third", "last", "next", "earlier", "later", "today", "yesterday", "tomorrow",
    "during", "under", "over", "between", "among", "amid", "against", "about", "until", "despite",
    "according", "asked", "having", "even", "still", "now", "then", "so", "such", "just", "only", "mr",
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february",
    "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
    "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec", "jan.", "feb.",
    "mar.", "apr.", "jun.", "jul.", "aug.", "sept.", "sep.", "oct.", "nov.", "dec.",
    "mr.", "mrs.", "ms.", "dr.", "is", "are", "was", "were", "be", "been", "has", "have", "had", "will",
    "would", "could", "should", "can", "do", "does", "did", "us", "let", "like", "unlike", "well", "once",
    "another", "other", "others", "new", "old", "part", "president", "prime", "minister", "government",
  ]
}
>>>>>>> commands
