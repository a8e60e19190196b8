import Graph
import Language

/// Persons: by full names, by one word of them, by titles and by what the text lets them do.
extension EntityResolver {
  mutating func personThing(_ thing: Int, _ surface: String, _ mention: EntityMention)
    -> Int
  {
    let entry = gazetteer.things[thing]
    let index = add(entry.id, type: "person", label: entry.label, alias: surface)
    result.entities[index].thing = thing
    rank(index, mention)
    note(index, name: surface, at: mention)
    note(index, name: entry.label, at: mention)
    return index
  }

  mutating func person(_ name: String, _ mention: EntityMention) -> Int {
    if let thing = officeHolder(spelled: name) { return personThing(thing, name, mention) }
    if let known = bearer(ofFamilyName: name) {
      result.entities[known].aliases.insert(name)
      rank(known, mention)
      return known
    }
    let index = add(NodeID(class: "person", name: name), type: "person", label: name, alias: name)
    rank(index, mention)
    note(index, name: name, at: mention)
    return index
  }

  /// Who holds an office on the day of the text, by a name with an initial or a comma that the list doesn't have: "Alberto
  /// K. Fujimori", "Ferdinand R. Marcos, Jr.".
  private func officeHolder(spelled name: String) -> Int? {
    var (words, generation) = NameWords.parts(ofName: name)
    let hasInitial = words.count == 3 && words[1].count == 2 && words[1].hasSuffix(".")
    if hasInitial { words.remove(at: 1) }
    guard words.count == 2, hasInitial || generation != nil, let published else { return nil }
    let plain = (words + [generation].compactMap(\.self)).joined(separator: " ")
    let found = gazetteer.candidates(for: plain).map(\.thing).filter { thing in
      gazetteer.things[thing].id.nodeClass == "person"
        && gazetteer.things[thing].offices.contains { $0.term?.overlaps(published) == true }
    }
    return found.count == 1 ? found[0] : nil
  }

  /// The one person of the document whose family name starts with a particle in capitals, "Le Drian"; nil for other
  /// names.
  private func bearer(ofFamilyName name: String) -> Int? {
    guard let space = name.firstIndex(of: " "),
      NameWords.particles.contains(name[..<space].lowercased())
    else { return nil }
    let bearers = result.entities.indices.filter {
      result.entities[$0].id.nodeClass == "person"
        && result.entities[$0].label.hasSuffix(" " + name)
    }
    return bearers.count == 1 ? bearers[0] : nil
  }

  /// The person that one word names: of the document first, else somebody well known.
  mutating func short(_ word: String, _ mention: EntityMention) -> Int? {
    // "Executive Order", "Muslims", "University": no surname, whoever may bear it.
    if acronyms[word] == nil, plausible.isThing(mention.tokens) { return nil }
    if let known = personByWord[word] {
      guard let index = known ?? bearer(of: word, mention) else { return nil }
      // "Crown Prince Hussein" is no Foreign Minister Fuad Hussein.
      if isSovereign(mention),
        isSurname(word, of: result.entities[index].label) || isGivenName(word, ofCommoner: index)
      {
        return person(word, mention)
      }
      result.entities[index].aliases.insert(word)
      rank(index, mention)
      return index
    }
    if let index = acronyms[word] {
      result.entities[index].aliases.insert(word)
      return index
    }
    if !modifies(mention.tokens), let thing = wellKnown(word, mention) {
      return personThing(thing, word, mention)
    }
    guard mention.titles.contains(where: { $0.title.office != nil }) else { return nil }
    return person(word, mention)
  }

  /// The one of several persons whom a family name that they share means: no given name, and not told apart by a
  /// word before it, "the elder Kim".
  private func bearer(of word: String, _ mention: EntityMention) -> Int? {
    let first = mention.tokens.lowerBound
    guard mention.titles.allSatisfy({ $0.title.office == nil }),
      first == 0 || trees.partsOfSpeech[first - 1] != .adjective,
      let bearer = bearers.bearer(
        of: word, at: first, isLeader: { result.entities[$0].type == "leader" })
    else { return nil }
    let isGivenName =
      result.entities[bearer].label.hasPrefix(word + " ")
      && gazetteer.words.isFirstName(word)
    return isGivenName ? nil : bearer
  }

  /// Whether the name stands behind a title that is followed by given names: "King", "Crown Prince".
  private func isSovereign(_ mention: EntityMention) -> Bool {
    mention.titles.contains { use in
      gazetteer.words.noun(table.lower[use.tokens.upperBound - 1], is: .sovereign)
    }
  }

  /// Whether a word is the given name of somebody listed who is no king: "King Charles" is no Charles Michel.
  private func isGivenName(_ word: String, ofCommoner index: Int) -> Bool {
    let entity = result.entities[index]
    guard entity.label.hasPrefix(word + " "), let thing = entity.thing else { return false }
    return !gazetteer.things[thing].offices.contains { tenure in
      tenure.office.split(separator: " ").last.map {
        gazetteer.words.noun(String($0), is: .sovereign)
      } ?? false
    }
  }

  /// Whether a word ends the name, and isn't the one behind "Pope" or "King".
  private func isSurname(_ word: String, of label: String) -> Bool {
    let words = label.split(separator: " ")
    guard words.count > 1, let last = words.last, last == word else { return false }
    return !gazetteer.words.noun(words[words.count - 2].lowercased(), is: .sovereign)
  }

  /// Whether another capitalised word stands right before the name or behind it.
  private func isBesideName(_ tokens: Range<Int>) -> Bool {
    let sentence = table.text.sentenceRecords[table.sentence[tokens.lowerBound]].tokens
    return [tokens.lowerBound - 1, tokens.upperBound].contains { token in
      sentence.contains(token) && token != sentence.lowerBound && table.isCapitalized[token]
        && (token < tokens.lowerBound || table.hasSpaceBefore[token])
        && !NameWords.neverNames.contains(table.lower[token])
        && (table.text.tokenRecords[token].partOfSpeech == .properNoun)
    }
  }

  /// "the English city", "Marine helicopters", "Ala-Buka": a lone word that stands as an adjective, or in a longer
  /// one, is no surname of somebody whom the text doesn't name otherwise.
  private func modifies(_ tokens: Range<Int>) -> Bool {
    let (first, end) = (tokens.lowerBound, tokens.upperBound)
    if end < table.count, table.forms[end] == "-", !table.hasSpaceBefore[end] { return true }
    if first > 1, table.forms[first - 1] == "-", !table.hasSpaceBefore[first],
      table.isCapitalized[first - 2], !table.hasSpaceBefore[first - 1]
    {
      return true
    }
    guard let head = trees.heads[first], head == end, !table.isCapitalized[head] else {
      return false
    }
    return trees.relations[first] == "amod"
      || trees.relations[first] == "compound"
        && trees.lemmas[head] != table.lower[head]
  }

  /// The one person of the gazetteer with that name whose office, or term, fits.
  private func wellKnown(_ word: String, _ mention: EntityMention) -> Int? {
    // "Derrick Johnson" of a list or headline is no Boris Johnson.
    guard !mention.titles.isEmpty || !isBesideName(mention.tokens) else { return nil }
    let named = gazetteer.persons(named: word).filter {
      let parts = gazetteer.things[$0].label.split(separator: " ")
      return parts.first.map(String.init) == word || parts.last.map(String.init) == word
    }
    let offices = mention.titles.compactMap(\.title.office)
    let fitting = named.filter { thing in
      let tenures = gazetteer.things[thing].offices
      if !offices.isEmpty {
        return tenures.contains { tenure in
          offices.contains { Self.isSame($0, tenure.office) }
            && (isCurrent(tenure) || published == nil)
        }
      }
      // Who goes without title and first name leads a country, or the text tells of where he serves.
      return tenures.contains {
        isCurrent($0)
          && (gazetteer.titles.title($0.office)?.rank == "leader" || listedIDs.contains($0.body))
      }
    }
    if fitting.count == 1 { return fitting[0] }
    guard offices.isEmpty, fitting.count > 1 else { return nil }
    let leaders = fitting.filter { thing in
      gazetteer.things[thing].offices.contains {
        isCurrent($0) && gazetteer.titles.title($0.office)?.rank == "leader"
      }
    }
    return leaders.count == 1 ? leaders[0] : nil
  }

  private func isCurrent(_ tenure: Gazetteer.Tenure) -> Bool {
    guard let published else { return false }
    guard let term = tenure.term else { return true }
    return term.firstDay <= published.lastDay
      && published.firstDay <= (term.lastDay == .max ? .max : term.lastDay + 400)
  }

  static func isSame(_ a: String, _ b: String) -> Bool {
    a == b || a.hasSuffix(b) || b.hasSuffix(a)
  }

  /// The type that a mention's titles, or else the gazetteer, give a person.
  private mutating func rank(_ index: Int, _ mention: EntityMention) {
    for use in mention.titles where use.title.office != nil {
      result.entities[index].type = ontology.dominant(result.entities[index].type, use.title.rank)
      result.entities[index].hasTitle = true
    }
    guard !result.entities[index].hasTitle, let thing = result.entities[index].thing else { return }
    for tenure in gazetteer.things[thing].offices {
      guard let title = gazetteer.titles.title(tenure.office) else { continue }
      if let published, let term = tenure.term, term.firstDay > published.lastDay { continue }
      result.entities[index].type = ontology.dominant(result.entities[index].type, title.rank)
    }
  }

  mutating func note(_ index: Int, name: String, at mention: EntityMention) {
    let parts = NameWords.parts(ofName: name).words
    let words = parts.filter { $0.first?.isUppercase == true && $0.utf8.count > 1 }
    // "Walid al-Moualem" is also a bare "Moualem".
    let bare = parts.last.flatMap { last in
      last.hasPrefix("al-") || last.hasPrefix("Al-") ? String(last.dropFirst(3)) : nil
    }
    for word in Set([words.first, words.last, bare].compactMap(\.self)).sorted() {
      bearers.note(word, of: index, at: mention.tokens.lowerBound)
      if let known = personByWord[word] {
        if known != index { personByWord[word] = .some(nil) }
      } else {
        personByWord[word] = index
      }
    }
  }

  /// The capitalised words that stand alone somewhere.
  func bareWords(_ mentions: [EntityMention]) -> Set<String> {
    var words: Set<String> = []
    for mention in mentions {
      guard case .short(let word) = mention.reference else { continue }
      words.insert(word)
    }
    return words
  }

  /// Whether the text treats an unlisted name as a person's: its last word stands alone elsewhere, or it
  /// speaks, or an apposition with a title follows.
  func isPerson(_ mention: EntityMention, bareWords: Set<String>) -> Bool {
    guard (2...4).contains(mention.tokens.count) else { return false }
    let words = mention.tokens.map { table.forms[$0] }
    guard
      words.allSatisfy({
        $0.first?.isUppercase == true && !($0.utf8.count > 3 && $0 == $0.uppercased())
      }),
      let last = words.last
    else { return false }
    if bareWords.contains(last) { return true }
    let end = mention.tokens.upperBound
    if end < table.count, Self.speech.contains(table.lower[end]) { return true }
    if mention.tokens.lowerBound > 0,
      Self.speech.contains(table.lower[mention.tokens.lowerBound - 1])
    {
      return true
    }
    return isApposed(at: end)
  }

  /// Whether a lone name that no list knows is a speaker's: the name finder has it for a person, and a verb of
  /// speech, or ", who", stands with it.
  func speaks(_ mention: EntityMention) -> Bool {
    let word = table.forms[mention.tokens.lowerBound]
    guard nameKinds[mention.tokens] == .person, plausible.isPerson(mention.tokens),
      word.utf8.count > 2, gazetteer.candidates(for: word).isEmpty,
      gazetteer.persons(named: word).isEmpty, acronyms[word] == nil
    else { return false }
    let token = mention.tokens.lowerBound
    let end = mention.tokens.upperBound
    if end + 1 < table.count, table.forms[end] == ",", table.lower[end + 1] == "who" { return true }
    guard trees.relations[token] == "nsubj", let verb = trees.heads[token] else { return false }
    return gazetteer.words.verb(trees.lemmas[verb], is: .speech)
  }

  /// ", a novelist,", ", the prime minister of ...", ", Kenya's former president,", ", who ...".
  private func isApposed(at comma: Int) -> Bool {
    let sentence = table.text.sentenceRecords[table.sentence[comma - 1]].tokens
    guard comma + 1 < sentence.upperBound, table.forms[comma] == "," else { return false }
    if table.lower[comma + 1] == "who" { return true }
    let scan = SentenceScan(
      gazetteer: gazetteer, table: table, tokens: sentence, isTitleCased: false)
    for start in comma + 1..<min(comma + 6, sentence.upperBound) {
      if let title = scan.title(at: start) {
        // What goes on with a verb or a name is of somebody else: ", the president said".
        return title.end >= sentence.upperBound
          || [",", ".", "of", "for", "at", "in", "and", "who", "until", "since"].contains(
            table.lower[title.end])
      }
      if gazetteer.words.noun(table.lower[start], is: .person), start > comma + 1 { return true }
      let isBridge =
        table.isCapitalized[start] || Self.bridges.contains(table.lower[start])
        || [.adjective, .noun, .verb].contains(trees.partsOfSpeech[start]) && start > comma + 1
      guard isBridge else { return false }
    }
    return false
  }

  /// What may stand between a name's comma and the title that it bears.
  private static let bridges: Set<String> = [
    "a", "an", "the", "former", "ex", "'s", "'", "-", "his", "her", "its", "their",
  ]
  private static let speech: Set<String> = [
    "said", "says", "told", "added", "wrote", "argued", "warned", "noted", "explained", "tweeted",
  ]
}
