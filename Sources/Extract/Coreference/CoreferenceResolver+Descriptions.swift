import Graph
import Language

/// Descriptions: "the prime minister", "the two countries", "his Russian counterpart", "the ministry".
extension CoreferenceResolver {
  /// What the noun at `head` describes, if it is something that the text has named.
  func description(_ head: Int, sentence: Int) -> Anaphor? {
    let title = title(containing: head)
    let phrase = NounPhrase(
      head: head, table: table, trees: trees, title: title?.tokens,
      isNamed: { [mentionAt] in mentionAt[$0] != nil })
    let start = min(phrase.start, title?.tokens.lowerBound ?? head)
    let end = max(head + 1, title?.tokens.upperBound ?? head)
    func anaphor(_ entities: [Int]?, _ rule: String) -> Anaphor? {
      guard let entities, !entities.isEmpty else { return nil }
      return Anaphor(
        tokens: start..<end, head: head, entities: entities, foundBy: "description.\(rule)")
    }
    if let apposed = apposed(phrase) { return anaphor([apposed], "apposition") }
    if let listed = apposedList(phrase) { return anaphor(listed, "apposition") }
    if gazetteer.words.noun(phrase.lemma, is: .counterpart) {
      return anaphor(counterpart(phrase), "counterpart")
    }
    if let namesakes = namesakes(head) { return anaphor(namesakes, "namesakes") }
    if phrase.isPlural || phrase.isDistributive {
      if let theirs = theirs(phrase) { return anaphor(theirs, "theirs") }
      if let group = group(phrase, sentence: sentence) ?? mutual(phrase, sentence: sentence) {
        return anaphor(group, "group")
      }
      if let armed = armedGroup(phrase, sentence: sentence) { return anaphor([armed], "armed") }
    } else if let title, title.title.rank != "person" {
      if let named = named(before: start..<end, head: head) {
        return anaphor([named], "apposition")
      }
      let holder = holder(of: title.title, phrase, sentence: sentence)
      return anaphor(holder.map { [$0] }, "office")
    }
    if let other = counterpart(ofOwnerIn: phrase) { return anaphor([other], "neighbour") }
    if let country = told(byRegionIn: phrase, sentence: sentence) {
      return anaphor([country], "region")
    }
    if let country = seated(phrase) ?? homeland(phrase)
      ?? government(phrase, sentence: sentence)
    {
      return Anaphor(
        tokens: start..<end, head: head, entities: [country], foundBy: "metonym.government")
    }
    if let entity = named(phrase, sentence: sentence) { return anaphor([entity], "noun") }
    if let armed = armedBody(phrase, sentence: sentence) { return anaphor([armed], "armed") }
    return anaphor(introduced(as: phrase, sentence: sentence).map { [$0] }, "introduced")
  }

  // MARK: - Apposition

  /// "the foreign minister, Taro Kono": the name that stands behind the noun.
  private func apposed(_ phrase: NounPhrase) -> Int? {
    for token in trees.dependents(of: phrase.head)
    where token > phrase.head && ["appos", "flat"].contains(trees.relations[token]) {
      guard let mention = mentionAt[token] else { continue }
      let index = entities.mentions[mention].entity
      if fits(phrase, entities.entities[index]) { return index }
    }
    return nil
  }

  /// "Kurt Lind, then the prime minister, objected": the name before an office that stands between commas.
  private func named(before phrase: Range<Int>, head: Int) -> Int? {
    var comma = phrase.lowerBound - 1
    let isDated =
      comma > 0 && ["then", "now", "later", "formerly"].contains(table.lower[comma])
    if isDated { comma -= 1 }
    // "Mr. Chief Justice, Mr. President, my fellow citizens"
    guard isDated || table.lower[phrase.lowerBound] == "the", comma > scan.tokens.lowerBound,
      table.forms[comma] == ",",
      !trees.relations[head].hasPrefix("nsubj"), trees.relations[head] != "obj",
      phrase.upperBound < scan.tokens.upperBound,
      [",", ".", "of"].contains(table.lower[phrase.upperBound]),
      let mention = mentionAt[comma - 1], case let index = entities.mentions[mention].entity,
      entities.entities[index].id.nodeClass == "person"
    else { return nil }
    return index
  }

  /// "the two presidents, Moyo and Lind": all the names that stand behind the noun.
  private func apposedList(_ phrase: NounPhrase) -> [Int]? {
    guard phrase.isPlural, let count = phrase.count,
      let first = trees.dependents(of: phrase.head, by: "appos").first(where: {
        $0 > phrase.head && mentionAt[$0] != nil
      })
    else { return nil }
    let names = ([first] + trees.dependents(of: first, by: "conj")).compactMap { mentionAt[$0] }
      .map { entities.mentions[$0].entity }
    return names.count == count && Set(names).count == count ? names.sorted() : nil
  }

  private func fits(_ phrase: NounPhrase, _ entity: Entity) -> Bool {
    guard !phrase.isPlural else { return false }
    if entity.id.nodeClass == "person" {
      return gazetteer.words.noun(phrase.lemma, is: .person)
        || gazetteer.words.noun(phrase.lemma, is: .masculine)
        || gazetteer.words.noun(phrase.lemma, is: .feminine)
        || gazetteer.titles.title(phrase.lemma)?.office != nil
    }
    let places: [HeadTable.Places] = [.any, .named, .both, .lower, .of]
    return places.contains { gazetteer.heads.type(phrase.lemma, $0) == entity.type }
  }

  // MARK: - Offices

  /// The title of office that a noun heads, or is part of.
  private func title(containing head: Int) -> (title: TitleTable.Title, tokens: Range<Int>)? {
    for start in max(scan.tokens.lowerBound, head - 3)...head where mentionAt[start] == nil {
      guard let match = scan.title(at: start), match.end > head else { continue }
      return (match.title, start..<match.end)
    }
    return nil
  }

  /// The person whom a title describes: the one who holds the office, of the country that the phrase tells.
  private func holder(
    of title: TitleTable.Title, _ phrase: NounPhrase, sentence: Int
  ) -> Int? {
    guard phrase.isDefinite || !phrase.owners.isEmpty, !phrase.isNarrowed, !goesOn(phrase) else {
      return nil
    }
    var body: NodeID?
    if let owner = phrase.owners.first {
      guard let known = bodyID(ofOwnerAt: owner) else { return nil }
      body = known
    }
    // "The President" of a state that speaks for itself is its own.
    if body == nil, let publisher = entities.publisher,
      case let own = offices.persons(title, of: publisher, isFormer: phrase.isFormer),
      own.count == 1, !isNew(own[0], before: phrase.head), !acts(own[0], on: phrase.head)
    {
      return own[0]
    }
    // "The President" with a capital has that title in the text.
    let isTitle = body == nil && table.isCapitalized[phrase.head]
    let persons = offices.persons(title, of: body, isFormer: phrase.isFormer, stated: isTitle)
      .filter { !isNew($0, before: phrase.head) && !acts($0, on: phrase.head) }
    if title.office == "leader", body == nil { return nil }
    if persons.count == 1 { return persons[0] }
    return latest(among: persons, before: phrase.head, sentence: sentence, reach: 2)
  }

  /// "President Lind invited the president": whether a person is who acts on the phrase, and so isn't meant by it.
  private func acts(_ person: Int, on head: Int) -> Bool {
    guard let subject = trees.predicate(of: head).flatMap(trees.subject(of:)), subject < head else {
      return false
    }
    return entities(at: subject) == [person]
  }

  /// "the president of that country": what goes on with whose it is, without a name, and may have lost its place in
  /// the tree.
  private func goesOn(_ phrase: NounPhrase) -> Bool {
    let next = phrase.head + 1
    return next < table.count && ["of", "from"].contains(table.lower[next])
      && !phrase.owners.contains { $0 > phrase.head }
  }

  /// The country or body that an owner stands for: itself, or the one whose office a person holds.
  func bodyID(ofOwnerAt token: Int) -> NodeID? {
    let known = entities(at: token)
    guard known.count == 1 else { return nil }
    let entity = entities.entities[known[0]]
    guard entity.id.nodeClass == "person" else { return entity.id }
    return offices.offices(of: known[0]).compactMap(\.body).first
  }

  /// "his Russian counterpart": who holds the same office of that country.
  private func counterpart(_ phrase: NounPhrase) -> [Int]? {
    let owners = phrase.owners.map { entities(at: $0) }.filter { $0.count == 1 }.map { $0[0] }
    if phrase.isPlural {
      // "their Bolivian counterparts" are Bolivia, unless they are named.
      let isNamed = trees.dependents(of: phrase.head, by: "appos").contains { mentionAt[$0] != nil }
      return isNamed ? nil : owners.last { entities.entities[$0].type == "country" }.map { [$0] }
    }
    guard let person = owners.first(where: { entities.entities[$0].id.nodeClass == "person" }),
      let country = owners.first(where: { entities.entities[$0].type == "country" })
    else { return nil }
    let body = entities.entities[country].id
    let own = offices.offices(of: person)
    for isSame in [true, false] {
      let persons = Set(
        offices.holders.filter { holder in
          holder.body == body && !holder.isFormer && holder.person != person
            && own.contains {
              isSame ? $0.office == holder.office : $0.rank == "leader" && holder.rank == "leader"
            }
        }.map(\.person))
      if persons.count == 1 { return Array(persons) }
    }
    return nil
  }

  // MARK: - Nouns

  /// "the country", "the islands", "the ministry": what was named last of the kind.
  private func named(_ phrase: NounPhrase, sentence: Int) -> Int? {
    let heads = gazetteer.heads
    guard phrase.isDefinite, !phrase.isNarrowed, heads.type(phrase.lemma, .own) == nil else {
      return nil
    }
    if phrase.lemma == "capital" { return capital(phrase) }
    guard phrase.owners.isEmpty, !phrase.isFormer else { return nil }
    if let type = heads.type(phrase.lemma, .any) {
      guard phrase.compounds.isEmpty || type == "country" else { return nil }
      guard !phrase.isPlural || type == "island" else { return nil }
      let fitting = entities.entities.indices.filter {
        entities.entities[$0].type == type
          && (["country", "organization"].contains(type) || hasPluralName($0) == phrase.isPlural)
          && (type != "organization" || isBloc($0))
          && !isNew($0, before: phrase.head) && !isSubject($0, beside: phrase)
          && hasForm(phrase.lemma, $0)
      }
      if type == "country", let own = country(ofSubjectOver: phrase) { return own }
      if phrase.isPlural, fitting.count == 1 { return fitting[0] }
      guard !phrase.isPlural || phrase.count != 2 else { return nil }
      return latest(
        among: fitting, before: phrase.head, sentence: sentence, reach: type == "country" ? 1 : 2)
    }
    guard let type = heads.type(phrase.lemma, .named), !phrase.isPlural, phrase.compounds.isEmpty
    else { return nil }
    let fitting = entities.entities.indices.filter {
      entities.entities[$0].type == type && hasInName($0, phrase.lemma)
        && !isNew($0, before: phrase.head)
    }
    if fitting.count == 1 { return isOutdone(fitting[0], sentence: sentence) ? nil : fitting[0] }
    return latest(among: fitting, before: phrase.head, sentence: sentence, reach: 2)
  }

  /// "the rebels": the armed group that was named last, among those that act against their countries.
  private func armedGroup(_ phrase: NounPhrase, sentence: Int) -> Int? {
    guard phrase.compounds.isEmpty else { return nil }
    return armedBody(told: phrase.lemma, phrase, sentence: sentence)
  }

  /// "the militant group": the same, told by the noun or adjective before it.
  private func armedBody(_ phrase: NounPhrase, sentence: Int) -> Int? {
    guard !phrase.isPlural, gazetteer.heads.type(phrase.lemma, .named) == "organization",
      phrase.compounds.count < 2
    else { return nil }
    let kinds = trees.dependents(of: phrase.head).filter {
      $0 < phrase.head && ["amod", "compound"].contains(trees.relations[$0])
    }
    return kinds.lazy.compactMap {
      armedBody(told: table.lower[$0], phrase, sentence: sentence)
    }.first
  }

  /// The armed group that was named last, where the word is one for them.
  private func armedBody(told word: String, _ phrase: NounPhrase, sentence: Int) -> Int? {
    guard phrase.isDefinite, !phrase.isNarrowed, phrase.owners.isEmpty, phrase.count == nil,
      let type = gazetteer.heads.type(word, .armed)
    else { return nil }
    let fitting = entities.entities.indices.filter {
      entities.entities[$0].type == type && isRebel(entities.entities[$0], lemma: word)
        && !isNew($0, before: phrase.head)
    }
    if fitting.count == 1 { return fitting[0] }
    return latest(among: fitting, before: phrase.head, sentence: sentence, reach: 2)
  }

  /// Whether a body is told to be armed against its country, by the list or by a name: "the M23 rebel group".
  private func isRebel(_ entity: Entity, lemma: String) -> Bool {
    entity.thing.map { gazetteer.things[$0].isRebel } == true
      || entity.aliases.contains { $0.lowercased().contains(lemma) }
  }

  /// Whether a body is far from here, and another one near, that "the group" may be as well.
  private func isOutdone(_ entity: Int, sentence: Int) -> Bool {
    guard entities.entities[entity].type == "organization" else { return false }
    var isNear = false
    for referent in referents.reversed() {
      let distance = sentence - referent.sentence
      if distance > 2 { break }
      guard referent.entities.count == 1 else { continue }
      if referent.entities[0] == entity { return false }
      if distance < 2, entities.entities[referent.entities[0]].type == "organization" {
        isNear = true
      }
    }
    return isNear
  }

  /// "the Japanese government", "the Obama administration": the country; "the government": of the country
  /// that was named last.
  private func government(_ phrase: NounPhrase, sentence: Int) -> Int? {
    // "the Administration" in what a state publishes
    if let publisher = entities.publisher,
      phrase.lemma == "administration"
        || phrase.lemma == "government" && table.isCapitalized[phrase.head], phrase.isDefinite,
      phrase.owners.isEmpty, phrase.compounds.isEmpty
    {
      return entities.entities.firstIndex { $0.id == publisher }
    }
    // "Libya's U.N.-backed government" is Libya; "the U.N.-backed government" may be one of two.
    guard gazetteer.heads.type(phrase.lemma, .own) != nil, !phrase.isFormer, !phrase.saysMore,
      !phrase.isCharacterized,
      !phrase.isBacked && !phrase.isPlaced
        || phrase.owners.contains(where: { trees.relations[$0] == "nmod:poss" })
    else { return nil }
    let countries = entities.entities.indices.filter { entities.entities[$0].type == "country" }
    if let owner = phrase.owners.first {
      guard phrase.owners.count == 1, phrase.compounds.isEmpty, let body = bodyID(ofOwnerAt: owner)
      else { return nil }
      return countries.first { entities.entities[$0].id == body }
    }
    guard phrase.isDefinite, !phrase.isPlural, phrase.compounds.isEmpty,
      gazetteer.heads.type(phrase.lemma, .any) == "country"
    else { return nil }
    let known = countries.filter { !isNew($0, before: phrase.head) }
    return latest(among: known, before: phrase.head, sentence: sentence, reach: 1)
  }

  /// "the government in Kyiv", "officials in Chad", "a court in Oslo": who governs, or judges, in a capital or a country
  /// acts for the country.
  private func seated(_ phrase: NounPhrase) -> Int? {
    guard gazetteer.heads.type(phrase.lemma, .seated) != nil, phrase.owners.isEmpty,
      !isOpposed(phrase)
    else { return nil }
    // "recognized the government in Caracas": the place may hang on the verb.
    let places =
      trees.dependents(of: phrase.head, by: "nmod")
      + (trees.heads[phrase.head].map { trees.dependents(of: $0, by: "obl") } ?? [])
    for token in places where token > phrase.head {
      guard trees.dependents(of: token, by: "case").map({ table.lower[$0] }) == ["in"],
        let mention = mentionAt[token],
        trees.relations[token] == "nmod"
          || entities.mentions[mention].mention.extent.lowerBound == phrase.head + 2
      else { continue }
      let place = entities.entities[entities.mentions[mention].entity]
      // "officials in Brussels" may be the Union's.
      let seat =
        place.type == "city" && gazetteer.body(seatedIn: place.id) == nil
        ? gazetteer.country(ofCapital: place.id)?.id : place.id
      return seat.flatMap(entities.index(of:)).flatMap {
        ["country", "region"].contains(entities.entities[$0].type) ? $0 : nil
      }
    }
    return nil
  }

  /// "opposition leaders", "other Arab leaders": those who are told to be others than who governs.
  private func isOpposed(_ phrase: NounPhrase) -> Bool {
    trees.dependents(of: phrase.head).contains { token in
      token < phrase.head && ["compound", "amod"].contains(trees.relations[token])
        && (table.isCapitalized[token] && trees.relations[token] == "amod"
          && mentionAt[token] == nil
          || gazetteer.words.adjective(table.lower[token], is: .opposed)
          || gazetteer.words.noun(table.lower[token], is: .opposed))
    }
  }

  /// The weightiest of `candidates` that the last sentences brought up, unless two come near each other.
  private func latest(among candidates: [Int], before head: Int, sentence: Int, reach: Int) -> Int?
  {
    var weights: [Int: Double] = [:]
    for referent in referents.reversed() {
      let distance = sentence - referent.sentence
      if distance > reach { break }
      guard referent.entities.count == 1, candidates.contains(referent.entities[0]) else {
        continue
      }
      var weight = 100 + referent.prominence
      for _ in 0..<distance { weight *= 0.5 }
      weights[referent.entities[0]] = max(weights[referent.entities[0]] ?? 0, weight)
    }
    let ranked = weights.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    guard let best = ranked.first else { return nil }
    if ranked.count > 1, ranked[1].value * 1.15 > best.value { return nil }
    return best.key
  }

  /// "He has travelled there": the place that was told last.
  mutating func resolveThere(_ token: Int, sentence: Int) {
    guard trees.relations[token] == "advmod", let verb = trees.heads[token],
      trees.partsOfSpeech[verb] == .verb
    else { return }
    let places = entities.entities.indices.filter { index in
      ["country", "city", "region", "island"].contains(entities.entities[index].type)
        && !isNew(index, before: token) && !isBesideAdverb(index, token)
        && trees.subject(of: verb).map({ entities(at: $0) != [index] }) ?? true
    }
    guard let place = latest(among: places, before: token, sentence: sentence, reach: 1) else {
      return
    }
    note(
      Anaphor(tokens: token..<token + 1, head: token, entities: [place], foundBy: "adverb.there"))
  }

  /// "troops at a Turkish base there": what the noun before the adverb is told to be of isn't where it is.
  private func isBesideAdverb(_ entity: Int, _ adverb: Int) -> Bool {
    guard adverb > 0, let noun = trees.partsOfSpeech[adverb - 1] == .noun ? adverb - 1 : nil else {
      return false
    }
    return trees.dependents(of: noun).contains { $0 < noun && entities(at: $0) == [entity] }
  }

  /// Whether the clause of a description is about the entity: "Germany, which has troops in the country" has them
  /// somewhere else.
  func isSubject(_ entity: Int, beside phrase: NounPhrase) -> Bool {
    guard !["nsubj", "nmod:poss"].contains(trees.relations[phrase.head]),
      let verb = trees.predicate(of: phrase.head), let subject = trees.subject(of: verb)
    else { return false }
    if entities(at: subject) == [entity] { return true }
    guard ["which", "that", "who"].contains(table.lower[subject]),
      trees.relations[verb] == "acl", let antecedent = trees.heads[verb]
    else { return false }
    return entities(at: antecedent) == [entity]
  }

  /// Whether the text names the entity only behind the token.
  func isNew(_ entity: Int, before token: Int) -> Bool {
    !entities.mentions.contains { $0.entity == entity && $0.mention.tokens.lowerBound < token }
  }

  /// Whether a body is one of several countries, as the list has it, which may then be "the bloc".
  private func isBloc(_ entity: Int) -> Bool {
    entities.entities[entity].thing.map { gazetteer.things[$0].country == nil } == true
  }

  private func hasPluralName(_ entity: Int) -> Bool {
    entities.entities[entity].label.split(separator: " ").last?.hasSuffix("s") == true
  }

  private func hasInName(_ entity: Int, _ word: String) -> Bool {
    let known = entities.entities[entity]
    let names =
      [known.label] + known.aliases + (known.thing.map { gazetteer.things[$0].names } ?? [])
    return names.contains { name in
      name.lowercased().split { !$0.isLetter }.contains {
        $0 == word || word == "panel" && gazetteer.words.noun(String($0), is: .panel)
      }
    }
  }
}
