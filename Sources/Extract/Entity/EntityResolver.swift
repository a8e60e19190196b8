import Graph
import Language

/// Decides which mentions of a document name the same thing, and which thing.
///
/// Full names come first, short ones join them: a bare "Lavrov" is the one person of the article that
/// has that name. Where two could be meant, or none, the mention is dropped: better unresolved than wrong.
struct EntityResolver {
  let gazetteer: Gazetteer
  let ontology: Ontology
  let table: TokenTable
  /// The day of publication, where it is known.
  let published: TimeSpan?

  var result = DocumentEntities()
  private var byID: [NodeID: Int] = [:]
  /// Persons of the document by each word of their name; nil where two share the word.
  var personByWord: [String: Int?] = [:]
  var bearers = NameBearers()
  var acronyms: [String: Int] = [:]
  /// What the name finder takes a run of tokens for.
  let nameKinds: [Range<Int>: NameSpan.Kind]

  let trees: DependencyIndex
  private let governments: GovernmentSense
  private let sessions: SessionSense
  let plausible: PersonNameShape
  private var years: EventYears
  /// The name of the country that the text is about.
  private(set) var storyCountry: String?
  /// Of which country a party is that several countries have.
  private var partySense: PartySense?
  /// The things of the gazetteer that some mention names.
  var listedIDs: Set<NodeID> = []

  init(
    gazetteer: Gazetteer, ontology: Ontology, table: TokenTable, trees: DependencyIndex,
    times: [TimeExpression], published: TimeSpan?
  ) {
    self.gazetteer = gazetteer
    self.ontology = ontology
    self.table = table
    self.published = published
    self.trees = trees
    governments = GovernmentSense(
      table: table, trees: trees, words: gazetteer.words, titles: gazetteer.titles)
    sessions = SessionSense(trees: trees, table: table, words: gazetteer.words)
    years = EventYears(table: table, times: times, published: published)
    plausible = PersonNameShape(gazetteer: gazetteer, table: table, trees: trees)
    nameKinds = Dictionary(
      table.text.names.map { ($0.tokens, $0.kind) }, uniquingKeysWith: { first, _ in first })
  }

  /// The entities that `mentions` name.
  mutating func resolve(_ mentions: [EntityMention]) -> DocumentEntities {
    var resolved = [Int?](repeating: nil, count: mentions.count)
    var rules = mentions.map(\.foundBy)
    storyCountry = StoryCountry.label(in: mentions, gazetteer)
    partySense = PartySense(mentions, gazetteer: gazetteer, table: table)
    for mention in mentions {
      if case .thing(let thing, _) = mention.reference {
        listedIDs.insert(gazetteer.things[thing].id)
      }
      switch mention.reference {
      case .thing(let thing, _) where gazetteer.things[thing].isRecurring:
        years.note(gazetteer.things[thing].label, mention.tokens)
      case .named(let name, let type) where isYearly(name, type):
        years.note(name, mention.tokens)
      default: continue
      }
    }
    // Full names and listed things.
    let seated = seatedEvents(mentions)
    for (index, mention) in mentions.enumerated() where seated[index] == nil {
      switch mention.reference {
      case .thing(let thing, let kind):
        (resolved[index], rules[index]) = listed(thing, kind, mention)
      case .named(let name, let type):
        guard plausible.isName(mention.tokens) else { continue }
        resolved[index] =
          abbreviated(name, type, mention)
          ?? weakParty(mention).flatMap { listed($0, .name, mention).0 }
          ?? named(name, type: type, mention)
      case .person(let name): resolved[index] = person(name, mention)
      case .described, .national, .short, .unknown: continue
      }
      if let entity = resolved[index] { noteAcronym(after: mention, entity) }
    }
    for (index, held) in seated {
      guard let entity = resolved[held] else { continue }
      resolved[index] = entity
      result.entities[entity].aliases.insert(table.phrase(mentions[index].tokens))
    }
    for (index, mention) in mentions.enumerated() where resolved[index] == nil {
      switch mention.reference {
      case .described(let name, let type):
        guard !isHeldByTwo(mention) else { continue }
        resolved[index] =
          known(describedBy: name, type: type, mention)
          ?? announced(name, type: type, mention, among: zip(mentions, resolved))
        if resolved[index] == nil, !isOwned(mention) {
          resolved[index] = named(name, type: type, mention)
        }
      case .national(let name, let type, let isDated):
        resolved[index] =
          known(describedBy: name, type: type, mention)
          ?? country(toldOfBeside: mention, among: zip(mentions, resolved)).map {
            named("\($0) \(name)", type: type, mention)
          }
          ?? (isDated && years.year(of: name, mention.tokens) != nil
            ? named(name, type: type, mention) : nil)
      default: continue
      }
    }
    // Titled surnames next, so that "President Obama" is known before a bare "Obama".
    for (index, mention) in mentions.enumerated() {
      guard case .short(let word) = mention.reference, !mention.titles.isEmpty else { continue }
      resolved[index] = short(word, mention)
    }
    // What the text tells the kind of.
    for (index, mention) in mentions.enumerated() where resolved[index] == nil {
      let isShortName = isShortName(mention)
      guard let type = typeApposed(to: mention) ?? (isShortName ? "organization" : nil) else {
        continue
      }
      let name = table.phrase(mention.tokens)
      guard personByWord[name] == nil, acronyms[name] == nil else { continue }
      let entity = named(name, type: type, mention)
      resolved[index] = entity
      rules[index] = isShortName ? "short-name.body" : "kind.apposed"
      if mention.tokens.count == 1, type == "organization" { acronyms[name] = entity }
    }
    // Several capitalised words of which nothing is known: a person if the text treats them as one.
    let words = bareWords(mentions)
    for (index, mention) in mentions.enumerated() {
      guard case .unknown(let name) = mention.reference, resolved[index] == nil else { continue }
      let found = nameKinds[mention.tokens]
      if let body = body(beginningWith: name) {
        resolved[index] = body
        result.entities[body].aliases.insert(name)
        rules[index] = "name.beginning"
        continue
      }
      guard plausible.isPerson(mention.tokens) else { continue }
      // A given name is a person's, whatever the name finder has it for.
      let isOpen = found == nil || isGivenName(mention.tokens.lowerBound)
      if found == .person || isOpen && isPerson(mention, bareWords: words) {
        resolved[index] = person(name, mention)
        rules[index] = found == .person ? "person.name" : "person.context"
      }
    }
    // Short names last.
    for (index, mention) in mentions.enumerated() where resolved[index] == nil {
      guard case .short(let word) = mention.reference else { continue }
      resolved[index] = short(word, mention)
      rules[index] = "short-name"
      if resolved[index] == nil, personByWord[word] == nil, speaks(mention) {
        resolved[index] = person(word, mention)
        rules[index] = "person.speaker"
      }
    }
    for (index, mention) in mentions.enumerated() where resolved[index] == nil {
      guard let name = placeName(mention) else { continue }
      resolved[index] = named(name, type: "city", mention)
      rules[index] = "place.name"
    }
    for (index, mention) in mentions.enumerated() where resolved[index] == nil {
      guard let thing = supportedWeakName(mention) else { continue }
      (resolved[index], _) = listed(thing, .name, mention)
      rules[index] = "gazetteer.weak"
    }
    for (index, mention) in mentions.enumerated() {
      guard let entity = resolved[index] else { continue }
      result.mentions.append(
        ResolvedMention(mention: mention, entity: entity, foundBy: rules[index]))
    }
    nameCapitals()
    return result
  }

  // MARK: - Listed things

  private mutating func listed(
    _ thing: Int, _ kind: Gazetteer.NameKind, _ mention: EntityMention
  ) -> (Int?, String) {
    let entry = gazetteer.things[thing]
    let surface = table.phrase(mention.tokens)
    guard entry.id.nodeClass != "person" else {
      return (personThing(thing, surface, mention), mention.foundBy)
    }
    if entry.type == "city", let acting = gazetteer.country(ofCapital: entry.id),
      !acting.isFormer || listedIDs.contains(acting.id),
      governments.use(of: mention.tokens, country: acting) == .acts
    {
      // "Brussels", where the text is about the Union and not about Belgium.
      let body = gazetteer.body(seatedIn: entry.id).flatMap { listedIDs.contains($0.id) ? $0 : nil }
      let actor = listedIDs.contains(acting.id) ? acting : body ?? acting
      let index = add(actor.id, type: actor.type ?? "country", label: actor.label, alias: nil)
      return (index, "metonym.capital")
    }
    if kind == .adjective, entry.type == "region", entry.locatedIn == nil,
      !isOfActors(mention.tokens)
    {
      return (nil, mention.foundBy)
    }
    if kind == .seat, isInstitution(surface),
      governments.isEmployer(mention.tokens, country: entry)
    {
      // "a White House spokesman": the institution is named, it doesn't act. That of the Kremlin speaks for Russia.
      let id = NodeID(class: "organization", name: surface)
      return (add(id, type: "organization", label: surface, alias: surface), "seat.institution")
    }
    if let session = entry.session.flatMap(gazetteer.place), sessions.isMeeting(mention.tokens) {
      return (listed(session, kind, mention).0, "session")
    }
    var id = entry.id
    var label = entry.label
    if entry.type == "city", let comma = label.firstIndex(of: ",") {
      // "Austin, Texas" is Austin.
      label = String(label[..<comma])
    }
    if entry.isRecurring, let year = years.year(of: entry.label, mention.tokens) {
      id = NodeID(class: String(id.nodeClass), name: "\(entry.label) \(year)")
      label = "\(entry.label) (\(year))"
    }
    let index = add(
      id, type: entry.type ?? "organization", label: label, alias: kind == .name ? surface : nil)
    if entry.isRecurring { result.entities[index].aliases.insert(entry.label) }
    result.entities[index].thing = thing
    return (index, mention.foundBy)
  }

  /// Whether the adjective of a wide region tells of people, states or towns there, or of what several have: "European
  /// leaders", "Western sanctions", but no "European training program".
  private func isOfActors(_ adjective: Range<Int>) -> Bool {
    guard let noun = trees.heads[trees.head(of: adjective)], trees.partsOfSpeech[noun] == .noun
    else { return true }
    if table.text.tokenRecords[noun].fineTag == "NNS" { return true }
    let lemma = trees.lemmas[noun].lowercased()
    return [.body, .person, .group, .place].contains { gazetteer.words.noun(lemma, is: $0) }
      || gazetteer.heads.type(lemma, .any) != nil || gazetteer.heads.type(lemma, .both) != nil
  }

  /// Whether a name is also that of a listed body: the White House, which employs, is one besides being a seat.
  private func isInstitution(_ name: String) -> Bool {
    gazetteer.candidates(for: name).contains {
      gazetteer.things[$0.thing].id.nodeClass == "organization"
    }
  }

  /// A name that no list has, where it reads like a place's and a preposition of place stands before it: "a post at
  /// Inata". Most places that news name only once are towns and villages.
  private func placeName(_ mention: EntityMention) -> String? {
    switch mention.reference {
    case .short, .unknown: break
    default: return nil
    }
    let start = mention.tokens.lowerBound
    guard mention.titles.isEmpty, nameKinds[mention.tokens] == .place, start > 0,
      table.sentence[start - 1] == table.sentence[start],
      gazetteer.words.preposition(table.lower[start - 1], is: .place),
      !mention.tokens.contains(where: { gazetteer.words.noun(table.lower[$0], is: .thing) })
    else { return nil }
    return table.phrase(mention.tokens)
  }

  /// A body whose name is also a common word, "Congress", where a capital inside of a sentence and its country's
  /// name in the document speak for it.
  private func supportedWeakName(_ mention: EntityMention) -> Int? {
    switch mention.reference {
    case .short, .unknown: break
    default: return nil
    }
    let start = mention.tokens.lowerBound
    guard mention.titles.isEmpty else { return nil }
    let isInside = start > table.text.sentenceRecords[table.sentence[start]].tokens.lowerBound
    if isInside || isSubject(mention.tokens), let party = weakParty(mention) { return party }
    guard isInside else { return nil }
    return gazetteer.candidates(for: table.phrase(mention.tokens)).first { candidate in
      let thing = gazetteer.things[candidate.thing]
      guard candidate.kind == .weakName, !gazetteer.parties.parties.contains(candidate.thing)
      else { return false }
      // "the North" is a country only where the text has named it in full.
      let isKnown = thing.type != "country" || byID[thing.id] != nil
      // "took the country out of the Commonwealth"
      let isOfNobody =
        thing.type == "organization" && thing.country == nil
        && table.forms[mention.tokens.lowerBound].contains(where: \.isLowercase)
      return isDefinite(mention.tokens) && (thing.id.nodeClass == "place" && isKnown || isOfNobody)
        || thing.type == "organization" && thing.country.map { byID[$0] != nil } == true
    }?.thing
  }

  /// The party that a name of parties in several countries means: "Labour", "the Democratic Party".
  private func weakParty(_ mention: EntityMention) -> Int? {
    let parties = gazetteer.candidates(for: table.phrase(mention.tokens)).filter {
      $0.kind == .weakName && gazetteer.parties.parties.contains($0.thing)
    }.map(\.thing)
    return parties.isEmpty
      ? nil : partySense?.party(among: parties, at: mention.tokens.lowerBound)
  }

  /// Whether a word that a sentence starts with is a name although it could be an adjective: it owns something, or is the
  /// subject of a verb.
  private func isSubject(_ name: Range<Int>) -> Bool {
    let end = name.upperBound
    if end < table.count, ["'s", "'"].contains(table.lower[end]) { return true }
    return name.contains { trees.relations[$0].hasPrefix("nsubj") }
  }

  /// "the West", but neither "the West Bank" nor "the West-bound train".
  private func isDefinite(_ name: Range<Int>) -> Bool {
    guard table.lower[name.lowerBound - 1] == "the" else { return false }
    let end = name.upperBound
    return end >= table.count || !table.isCapitalized[end] && table.forms[end] != "-"
  }

  // MARK: - Unlisted names

  private mutating func named(_ name: String, type: String, _ mention: EntityMention) -> Int {
    let nodeClass = ontology.nodeType(type)?.nodeClass ?? type
    let head = table.lower[mention.tokens.upperBound - 1]
    if isYearly(name, type), let year = years.year(of: name, mention.tokens) {
      let id = NodeID(class: nodeClass, name: "\(name) \(year)")
      let index = add(id, type: type, label: "\(name) (\(year))", alias: name)
      addSurface(of: mention, to: index)
      return index
    }
    let index = add(NodeID(class: nodeClass, name: name), type: type, label: name, alias: name)
    if nodeClass == "event" { addSurface(of: mention, to: index) }
    // "the Asharq al-Awsat newspaper" is also "Asharq al-Awsat".
    if nodeClass == "organization", gazetteer.heads.type(head, .before) == type,
      mention.tokens.count > 2, !table.isCapitalized[mention.tokens.upperBound - 1]
    {
      let bare = mention.tokens.lowerBound..<mention.tokens.upperBound - 1
      result.entities[index].aliases.insert(table.phrase(bare))
    }
    // A place is also named without its head word in lower case: "the Yamoto region", "Yamoto".
    if nodeClass == "place", gazetteer.heads.type(head, .lower) == type, mention.tokens.count > 1,
      !table.isCapitalized[mention.tokens.upperBound - 1]
    {
      let bare = mention.tokens.lowerBound..<mention.tokens.upperBound - 1
      result.entities[index].aliases.insert(table.phrase(bare))
    }
    return index
  }

  /// Notes how the text calls an event, also with the words that belong to it: "annual summit of the African Union".
  private mutating func addSurface(of mention: EntityMention, to index: Int) {
    result.entities[index].aliases.insert(table.phrase(mention.tokens))
    let head = trees.head(of: mention.tokens)
    var first = mention.tokens.lowerBound
    while first > 0, trees.heads[first - 1] == head,
      ["amod", "compound", "nummod"].contains(trees.relations[first - 1])
    {
      first -= 1
    }
    if first < mention.tokens.lowerBound, !table.isCapitalized[mention.tokens.lowerBound] {
      result.entities[index].aliases.insert(
        table.phrase(first..<mention.tokens.upperBound))
    }
  }

  /// "Freedom Party (FPÖ)": what the list has with the bracketed short form, where it shares a word with the name.
  private mutating func abbreviated(_ name: String, _ type: String, _ mention: EntityMention)
    -> Int?
  {
    let open = mention.tokens.upperBound
    guard open + 2 < table.count, table.forms[open] == "(", table.forms[open + 2] == ")",
      case let candidates = gazetteer.candidates(for: table.forms[open + 1]),
      candidates.count == 1, candidates[0].kind == .name,
      case let thing = gazetteer.things[candidates[0].thing], thing.type == type,
      !Set(name.split(separator: " ")).isDisjoint(with: thing.label.split(separator: " "))
    else { return nil }
    guard let index = listed(candidates[0].thing, .name, mention).0 else { return nil }
    // The text goes on with the name alone.
    byID[NodeID(class: ontology.nodeType(type)?.nodeClass ?? type, name: name)] = index
    return index
  }

  /// "Sea Watch Alliance (SWA)": the bracketed capitals after a name are its short form.
  private mutating func noteAcronym(after mention: EntityMention, _ entity: Int) {
    guard let token = shortName(behind: mention.tokens.upperBound) else { return }
    let word = table.forms[token]
    guard (2...8).contains(word.utf8.count), word.contains(where: \.isUppercase),
      result.entities[entity].id.nodeClass != "person", gazetteer.candidates(for: word).isEmpty
    else { return }
    acronyms[word] = entity
  }

  // MARK: - Entities

  mutating func add(_ id: NodeID, type: String, label: String, alias: String?) -> Int {
    if let index = byID[id] {
      if let alias { result.entities[index].aliases.insert(alias) }
      return index
    }
    let index = result.entities.count
    byID[id] = index
    result.entities.append(
      Entity(id: id, type: type, label: label, aliases: alias.map { [$0] } ?? [], thing: nil))
    return index
  }
}
