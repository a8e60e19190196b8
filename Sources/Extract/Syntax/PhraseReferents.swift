import Graph
import Language

/// The entities that a phrase stands for, by the token that heads it.
struct PhraseReferents {
  /// An entity with the token that leads to it.
  struct Referent: Hashable {
    let entity: Int
    let token: Int
  }

  let tree: SyntaxTree
  let entities: DocumentEntities
  /// Nouns that act for the country or body before them: "the Japanese government".
  let institutions: Set<String>
  /// Nouns for who holds an office.
  let roles: Set<String>
  /// The mention of each token that belongs to a name; the shorter inside of a longer one where both do.
  private let mentionAt: [Int?]
  /// The shortest mention of each token that belongs to several names: Russia in "Russian Security Council".
  private let innerAt: [Int: Int]
  /// The mention of each token of a title before a name.
  private let titleAt: [Int?]
  private var anaphorAt: [Int: [Int]]
  /// The tokens of countries that only tell where the city before their comma is: "Zurich, Switzerland, and Lyon, France".
  private let homes: Set<Int>
  /// Nouns for those who fight their country, whatever stands before them.
  private let opponents: Set<String>
  /// Nouns whose plural stands for those whom "including" names behind it.
  private let wholes: Set<String>
  /// Nouns for what is said and done, which tell of no name.
  private let sayings: Set<String>

  init(
    tree: SyntaxTree, entities: DocumentEntities, institutions: Set<String>, roles: Set<String>,
    sayings: Set<String> = [], wholes: Set<String> = [], opponents: Set<String> = [],
    homes: Set<Int> = []
  ) {
    self.sayings = sayings
    self.wholes = wholes
    self.opponents = opponents
    self.homes = homes
    self.tree = tree
    self.entities = entities
    self.institutions = institutions
    self.roles = roles
    var mentionAt = [Int?](repeating: nil, count: tree.table.count)
    var titleAt = mentionAt
    var innerAt: [Int: Int] = [:]
    for (index, mention) in entities.mentions.enumerated() {
      let tokens = mention.mention.tokens
      for token in tokens {
        // Of nested names the longer one ends where its head is, and takes what no shorter one has there.
        if let known = mentionAt[token] {
          let other = entities.mentions[known].mention.tokens
          innerAt[token] = other.count < tokens.count ? known : index
          if other.count >= tokens.count { continue }
        }
        mentionAt[token] = index
      }
      for token in mention.mention.extent where !tokens.contains(token) { titleAt[token] = index }
    }
    self.mentionAt = mentionAt
    self.titleAt = titleAt
    self.innerAt = innerAt
    anaphorAt = entities.anaphorsByHead
  }

  /// Takes the word at `token` for those entities, where nothing else is known of it.
  mutating func resolve(_ token: Int, as entities: [Int]) {
    guard !entities.isEmpty, anaphorAt[token] == nil else { return }
    anaphorAt[token] = entities
  }

  /// Whether the word heads a description of what the text has named elsewhere.
  func isAnaphor(_ token: Int) -> Bool { anaphorAt[token] != nil }

  /// What a name inside of another one stands for.
  func inner(_ name: Range<Int>) -> [Referent] {
    name.compactMap { token in
      innerAt[token].map { Referent(entity: entities.mentions[$0].entity, token: token) }
    }
  }

  /// What the name stands for that starts right behind another one and a preposition.
  func name(rightBehind name: Range<Int>, with preposition: String) -> Int? {
    let start = name.upperBound + 1
    guard start < tree.table.count, tree.table.lower[start - 1] == preposition,
      tree.table.sentence[start] == tree.table.sentence[name.lowerBound]
    else { return nil }
    return (mentionAt[start] ?? titleAt[start]).map { entities.mentions[$0].entity }
  }

  /// The token that tells of which country or body the title with those words before a person's name is: "British" of
  /// "the British ambassador, Eva Lind".
  func owner(ofTitle words: [String], before name: Int) -> Int? {
    guard let index = mentionAt[name] else { return nil }
    let mention = entities.mentions[index].mention
    let title = mention.extent.lowerBound..<mention.tokens.lowerBound
    guard let first = title.first(where: { mentionAt[$0] != nil }),
      let owner = mentionAt[first], owner != index,
      ["country", "organization"].contains(
        entities.entities[entities.mentions[owner].entity].type),
      // "the ambassador to Chad" is none of Chad's.
      (first..<title.upperBound).contains(where: { words.contains(tree.table.lower[$0]) })
    else { return nil }
    return first
  }

  /// What a phrase stands for, its conjuncts included; those behind `end` aren't.
  func referents(of head: Int, before end: Int = .max) -> [Referent] {
    var result: [Referent] = []
    var seen: Set<Int> = []
    for conjunct in conjuncts(of: head) where conjunct < end {
      for referent in single(conjunct) where seen.insert(referent.entity).inserted {
        result.append(referent)
      }
    }
    return result
  }

  /// The head and what is coordinated with it; trees chain lists as well as they range them.
  private func conjuncts(of head: Int, depth: Int = 0) -> [Int] {
    guard depth < 8 else { return [head] }
    let next = tree.dependents(of: head).filter { dependent in
      switch tree.relation(dependent) {
      case "conj":
        (!tree.isVerb(dependent) || tree.table.isCapitalized[dependent])
          && !isNextClause(dependent, behind: head)
      case "nmod":
        Self.joints.contains { tree.stands(dependent, with: $0) } || isInstance(dependent, of: head)
      default: false
      }
    }
    return [head]
      + next.flatMap { next in
        let listed = conjuncts(of: next, depth: depth + 1)
        return homes.contains(next) ? Array(listed.dropFirst()) : listed
      }
  }

  /// "measures against Chad; Mali and Togo would wait": whether a semicolon, and no "and" behind it, parts a clause from the one
  /// before.
  private func isNextClause(_ token: Int, behind head: Int) -> Bool {
    guard head < token,
      let stop = (head..<token).last(where: { tree.table.forms[$0] == ";" })
    else { return false }
    let sentence = tree.sentence(of: token)
    return !["and", "or"].contains(tree.table.lower[stop + 1])
      && !(stop + 1..<sentence.upperBound).contains { tree.table.forms[$0] == ";" }
      && (token..<sentence.upperBound).contains {
        ["VBD", "VBZ", "VBP", "MD"].contains(tree.tag($0))
      }
  }

  /// "several countries, including Chad and Mali": whether a phrase names some of those whom a plural stands for.
  private func isInstance(_ token: Int, of noun: Int) -> Bool {
    wholes.contains(tree.lemma(noun)) && tree.tag(noun).hasSuffix("S")
      && (["including", "such_as"].contains { tree.stands(token, with: $0) }
        // ", among them Chad and Mali,"
        || tree.stands(token, with: "among") && noun + 3 < token
          && tree.table.lower[token - 1] == "them")
  }

  /// What one word stands for: the name that it belongs to, what it refers back to, or what it acts for.
  private func single(_ token: Int, depth: Int = 0) -> [Referent] {
    if let index = mentionAt[token] {
      let mention = entities.mentions[index]
      return [Referent(entity: mention.entity, token: token)]
    }
    if let index = titleAt[token] {
      let mention = entities.mentions[index]
      return [Referent(entity: mention.entity, token: token)]
        + persons(joinedTo: mention.mention.tokens.upperBound - 1)
    }
    if let entities = anaphorAt[token] {
      // "the British and French governments" are told by their owners, one by one.
      let owners =
        depth < 3 && institutions.contains(tree.table.lower[token])
        ? self.owners(of: token, depth: depth) : []
      if owners.count > max(1, entities.count) { return owners }
      return entities.map { Referent(entity: $0, token: token) }
    }
    if tree.table.lower[token] == "whose", depth < 3, let owner = antecedent(of: token) {
      return referents(of: owner)
    }
    if let bearer = bearer(ofTitleAt: token) {
      return [bearer] + persons(joinedTo: bearer.token)
    }
    guard depth < 3 else { return [] }
    // "Lind, a Chadian ambassador who teaches law": who is told to hold an office, not whose it is.
    if tree.relation(token) == "appos", let head = tree.head(token), head < token,
      let person = person(head)
    {
      return [person]
    }
    let word = tree.table.lower[token]
    if isSomebody(token) { return [] }
    if institutions.contains(word) || institutions.contains(tree.lemma(token)) {
      // "Australia's minister, Helen Marsh", "the two presidents, Moyo and Lind"
      let named = tree.dependents(of: token, "appos").flatMap { conjuncts(of: $0) }
      let bearers = named.compactMap(person)
      if !bearers.isEmpty { return bearers }
      let owners = owners(of: token, depth: depth)
      // "the presidents of Russia and Iran, Putin and Rouhani"
      let persons = owners.filter { entities.entities[$0.entity].id.nodeClass == "person" }
      if !owners.isEmpty { return persons.isEmpty ? owners : persons }
    }
    // "the annual Zapad maneuvers": the noun that tells what a named event is.
    if Self.kindsOfEvent.contains(word), token > 0, tree.head(token - 1) == token,
      let index = mentionAt[token - 1], case let event = entities.mentions[index].entity,
      entities.entities[event].type == "event"
    {
      return [Referent(entity: event, token: token - 1)]
    }
    // "Iranian airspace", "the border with Iran": what is part of a country stands for it.
    if Self.partsOfCountries.contains(tree.lemma(token)), !tree.table.isCapitalized[token] {
      let owners = owners(of: token, depth: depth).filter {
        entities.entities[$0.entity].type == "country"
      }
      let beyond = tree.dependents(of: token, "nmod").filter { tree.stands($0, with: "with") }
        .flatMap { single($0, depth: depth + 1) }
      if !beyond.isEmpty || !owners.isEmpty { return beyond.isEmpty ? owners : beyond }
    }
    // "the alliance, NATO", "the city of Lyon", "one of the islands", "President" whose name hangs below it.
    for dependent in tree.dependents(of: token) {
      switch tree.relation(dependent) {
      case "appos" where depth == 0:
        // "the two countries, Chad and Mali"
        let named = conjuncts(of: dependent).flatMap { single($0, depth: depth + 1) }
        if !named.isEmpty { return named }
      case "appos", "flat":
        let named = single(dependent, depth: depth + 1)
        if !named.isEmpty { return named }
      case "nmod" where tree.stands(dependent, with: "of") && isPartitive(token):
        // "Varosha, a district of Famagusta" is no Famagusta.
        if isKindOfPlace(token), isOneOfSeveral(token) { continue }
        return referents(of: dependent)
      case "compound", "nmod:desc":
        // "Prime Minister Abe" may be headed by its title.
        guard tree.table.isCapitalized[token], tree.table.isCapitalized[dependent],
          dependent > token
        else { continue }
        let named = single(dependent, depth: depth + 1)
        if !named.isEmpty { return named }
      default: continue
      }
    }
    // "Somaliland, a region that Somalia claims"; no "offer that Somalia made"
    if tree.relation(token) == "appos", !sayings.contains(tree.lemma(token)),
      let head = tree.head(token), let index = mentionAt[head]
    {
      return [Referent(entity: entities.mentions[index].entity, token: head)]
    }
    return []
  }

  /// Whether a noun tells of the name before it that it is one of such.
  private func isOneOfSeveral(_ token: Int) -> Bool {
    tree.relation(token) == "appos" && tree.head(token).map { mentionAt[$0] != nil } == true
      && tree.dependents(of: token, "det").contains {
        ["a", "an"].contains(tree.table.lower[$0])
      }
  }

  /// "by Deputy Assistant to the President Eva Lind and Ambassador Kurt Moss": who is joined to a name whose title heads the
  /// phrase.
  private func persons(joinedTo name: Int) -> [Referent] {
    conjuncts(of: name).dropFirst().compactMap { $0 > name ? person($0) : nil }
  }

  /// "the first to call an Iranian president": one who governs, but whoever that may be, isn't his country.
  private func isSomebody(_ token: Int) -> Bool {
    ["president", "minister", "premier", "leader", "chancellor"].contains(tree.lemma(token))
      && tree.tag(token) == "NN" && tree.dependents(of: token, "appos").isEmpty
      && tree.dependents(of: token, "det").contains {
        ["a", "an", "any", "no", "another"].contains(tree.table.lower[$0])
      }
  }

  /// The phrase that a relative clause is about: Iran of "Iran, whose forces crossed the border".
  private func antecedent(of pronoun: Int) -> Int? {
    var clause = pronoun
    for _ in 0..<6 {
      guard let head = tree.head(clause) else { return nil }
      if tree.relation(clause).hasPrefix("acl") { return head < pronoun ? head : nil }
      clause = head
    }
    return nil
  }

  private func person(_ token: Int) -> Referent? {
    guard let index = mentionAt[token] ?? titleAt[token] else { return nil }
    let entity = entities.mentions[index].entity
    guard entities.entities[entity].id.nodeClass == "person" else { return nil }
    return Referent(entity: entity, token: token)
  }

  /// The person whose name ends a title that no list has: "Head of the Office of the President Andriy Yermak".
  private func bearer(ofTitleAt token: Int) -> Referent? {
    guard tree.table.isCapitalized[token], roles.contains(tree.lemma(token)) else { return nil }
    let sentence = tree.sentence(of: token)
    for next in token + 1..<max(token + 1, min(sentence.upperBound, token + Self.longestTitle)) {
      if let person = person(next) { return person }
      if mentionAt[next] ?? titleAt[next] != nil { continue }
      // "the Leader of the Opposition, the Honourable Eva Lind"
      if tree.table.forms[next] == ",", next + 2 < sentence.upperBound {
        let start = tree.table.lower[next + 1] == "the" ? next + 2 : next + 1
        if titleAt[start] != nil, let person = person(start) { return person }
      }
      let isPart =
        tree.table.isCapitalized[next]
        || ["of", "the", "for", "and", "to"].contains(tree.table.lower[next])
      guard isPart else { return nil }
    }
    return nil
  }

  private static let longestTitle = 16

  /// Prepositions that join another to whoever acts.
  private static let joints = ["along_with", "together_with", "as_well_as", "accompanied_by"]

  /// The country or body that an institution's noun acts for: "Japanese", "Japan's", "of Japan".
  private func owners(of token: Int, depth: Int) -> [Referent] {
    // "Lebanese Hezbollah fighters": the body right before the noun, not where it is from.
    if token > 0, tree.head(token - 1) == token, let index = mentionAt[token - 1],
      entities.entities[entities.mentions[index].entity].type == "organization",
      tree.relation(token - 1) == "compound"
    {
      return [Referent(entity: entities.mentions[index].entity, token: token - 1)]
    }
    // "Syrian rebels" are none of Syria's, "M23 rebels" are M23.
    let acting: Set<String> =
      opponents.contains(tree.lemma(token))
      ? ["organization"] : ["country", "organization", "region"]
    for dependent in tree.dependents(of: token) {
      let relation = tree.relation(dependent)
      guard
        ["amod", "compound", "nmod:poss", "nmod:unmarked"].contains(relation)
          || relation == "nmod"
            && (tree.stands(dependent, with: "of") || tree.stands(dependent, with: "from")
              // "negotiators for Oman and Chad"
              || tree.stands(dependent, with: "for") && Self.sent.contains(tree.table.lower[token])
              || dependent < token)
      else { continue }
      // "Kurdish-backed fighters" aren't Kurds.
      if isParticiple(after: dependent) { continue }
      // "the Putin government" isn't Putin; "the presidents of Russia and Iran, Putin and Rouhani" are.
      let mayBePerson = relation == "nmod" && dependent > token
      // "Indian customs authorities": the country may hang on the word between.
      let inner =
        relation == "compound" && !tree.table.isCapitalized[dependent]
        ? tree.dependents(of: dependent).filter {
          $0 < dependent && ["amod", "compound", "nmod:poss"].contains(tree.relation($0))
            && !isParticiple(after: $0)
        } : []
      let found = (conjuncts(of: dependent) + inner).flatMap { single($0, depth: depth + 1) }
        .filter {
          acting.contains(entities.entities[$0.entity].type)
            || mayBePerson && entities.entities[$0.entity].id.nodeClass == "person"
        }
      if !found.isEmpty { return found }
    }
    return []
  }

  /// Whether a name makes one word with the participle behind its hyphen, as "Russian" of "Russian-led" does, or with
  /// what the thing is like.
  ///
  /// Who drafted a text or leads a force owns it: "a French-drafted statement".
  private func isParticiple(after token: Int) -> Bool {
    token + 2 < tree.table.count && tree.table.forms[token + 1] == "-"
      && (["VBN", "VBD"].contains(tree.tag(token + 2))
        || tree.isLikeness(token + 2))
      && !Self.authorship.contains(tree.table.lower[token + 2])
      || token + 3 < tree.table.count && tree.table.forms[token + 1] == "-"
        && tree.table.lower[token + 2] == "led" && tree.table.isCapitalized[token + 3]
  }

  private static let authorship: Set<String> = [
    "led", "drafted", "sponsored", "authored", "proposed", "written", "penned",
  ]

  private func isPartitive(_ token: Int) -> Bool {
    Self.partitives.contains(tree.lemma(token)) || Self.partitives.contains(tree.table.lower[token])
      || isKindOfPlace(token)
      || tree.partOfSpeech(token) == .numeral
  }

  /// Whether a noun tells what kind of place the name behind "of" is.
  func isKindOfPlace(_ token: Int) -> Bool { Self.kindsOfPlace.contains(tree.lemma(token)) }

  /// Nouns that name a part of what their of-phrase names, or those who act for it.
  private static let partitives: Set<String> = [
    "part", "rest", "most", "all", "some", "one", "half", "side", "much", "member", "members",
    "north", "south",
    "east", "west", "coast", "shore", "area", "both", "each", "government", "people", "outskirts",
    "territory",
    // "thousands of Iraqis marched"
    "ten", "dozen", "score", "hundred", "thousand", "million", "tens", "dozens", "scores",
    "hundreds", "thousands", "millions", "handful", "majority", "couple",
  ]
  /// Plurals for those who are somewhere for whom they serve.
  private static let sent: Set<String> = ["negotiators", "representatives", "delegates", "envoys"]
  private static let partsOfCountries: Set<String> = [
    "border", "frontier", "airspace", "coast", "soil", "territory", "waters",
  ]
  private static let kindsOfEvent: Set<String> = [
    "exercise", "exercises", "drill", "drills", "maneuvers", "manoeuvres", "games", "summit",
    "conference", "forum", "crisis", "process", "accord", "accords", "agreement", "treaty", "pact",
    "protocol", "operation", "referendum", "festival", "tournament",
  ]
  private static let kindsOfPlace: Set<String> = [
    "city", "town", "island", "islet", "village", "state", "province", "region", "peninsula",
    "republic", "capital",
    "port", "district", "prefecture", "county", "gulf", "strait", "suburb", "kingdom",
    "archipelago", "enclave",
    "municipality", "governorate", "oblast", "stronghold",
  ]
}
