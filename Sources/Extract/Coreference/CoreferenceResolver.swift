import Graph
import Language

/// Finds what the pronouns and descriptions of a document stand for.
///
/// One pass over the text from left to right, after S. Lappin and H. J. Leass, "An Algorithm for Pronominal
/// Anaphora Resolution" (Computational Linguistics 20, 1994): each noun phrase enters the discourse with a
/// weight that its place in the sentence gives, which halves from sentence to sentence; a pronoun takes
/// the weightiest that agrees in number, gender and kind and that the sentence's structure allows. What no
/// entity names competes as well: where it wins, or where two are nearly even, the pronoun stays
/// unresolved.
struct CoreferenceResolver {
  let gazetteer: Gazetteer
  let table: TokenTable
  let entities: DocumentEntities
  let published: TimeSpan?
  let trees: DependencyIndex
  let quotations: Quotations
  let offices: OfficeHolders
  /// The mention that covers each token; of nested ones the longest.
  let mentionAt: [Int?]
  /// The mention that each token is part of a title of.
  let titledMention: [Int: Int]
  /// All that the text has brought up so far, in the order of the text.
  var referents: [Referent] = []
  /// What the phrases that a token heads stand for.
  var antecedents: [Int: [Int]] = [:]
  var genders: [Referent.Gender?]
  private(set) var found: [Anaphor] = []
  /// What finds titles in the sentence that is read.
  private(set) var scan: SentenceScan
  /// The possessives before their clause's subject, which is a pronoun too, by that.
  var awaiting: [Int: Int] = [:]
  /// What is known by now of the first journey of several.
  var journey = Journey()

  init(
    gazetteer: Gazetteer, table: TokenTable, trees: DependencyIndex, entities: DocumentEntities,
    offices findings: [OfficeClaimFinder.Finding], published: TimeSpan?
  ) {
    self.gazetteer = gazetteer
    self.table = table
    self.entities = entities
    self.published = published
    self.trees = trees
    quotations = Quotations(table: table, trees: trees, words: gazetteer.words)
    offices = OfficeHolders(
      gazetteer: gazetteer, entities: entities, findings: findings, published: published)
    var covering = [Int?](repeating: nil, count: table.count)
    var titles: [Int: Int] = [:]
    for (index, mention) in entities.mentions.enumerated() {
      for use in mention.titles { for token in use.tokens { titles[token] = index } }
      for token in mention.mention.tokens {
        let known = covering[token].map { entities.mentions[$0].mention.tokens.count } ?? 0
        if mention.mention.tokens.count > known { covering[token] = index }
      }
    }
    mentionAt = covering
    titledMention = titles
    genders = Genders(words: gazetteer.words, table: table).genders(of: entities)
    scan = SentenceScan(gazetteer: gazetteer, table: table, tokens: 0..<0, isTitleCased: false)
  }

  /// The anaphors that are resolved, in the order of the text.
  mutating func anaphors() -> [Anaphor] {
    for (sentence, record) in table.text.sentenceRecords.enumerated() {
      scan.tokens = record.tokens
      for token in record.tokens { read(token, sentence: sentence) }
    }
    resolveSpeakers()
    return found.sorted { ($0.tokens.lowerBound, $0.head) < ($1.tokens.lowerBound, $1.head) }
  }

  /// Resolves the phrase that a token heads, and brings it into the discourse.
  private mutating func read(_ token: Int, sentence: Int) {
    if let mention = mentionAt[token] {
      guard head(of: mention) == token else { return }
      bringUp(
        [entities.mentions[mention].entity], head: token, sentence: sentence,
        isPeople: namesPeople(mention) || isToldAsMany(mention, head: token))
      bringUpGroup(from: token, sentence: sentence)
      return
    }
    switch trees.partsOfSpeech[token] {
    case .pronoun: resolvePronoun(token, sentence: sentence)
    case .noun, .properNoun: readNoun(token, sentence: sentence)
    case .adverb where table.lower[token] == "there":
      resolveThere(token, sentence: sentence)
    case .numeral where table.lower[token] == "two",
      .determiner where table.lower[token] == "both",
      .coordinatingConjunction where table.lower[token] == "both":
      resolveTwosome(token, sentence: sentence)
    default: return
    }
  }

  private mutating func readNoun(_ token: Int, sentence: Int) {
    // "in December 1975 and annexed it" annexed no month.
    guard !Self.parts.contains(trees.relations[token]), !TimeWords.names(table.lower[token]) else {
      return
    }
    if let mention = titledMention[token] {
      takeTitle(token, of: mention, sentence: sentence)
      return
    }
    if let anaphor = group(token, sentence: sentence) ?? description(token, sentence: sentence) {
      take(anaphor, sentence: sentence)
    } else if tellsOfPerson(token) {
      return
    } else {
      referents.append(people(token, sentence: sentence) ?? stranger(token, sentence: sentence))
    }
    bringUpGroup(from: token, sentence: sentence)
  }

  /// "Lula, an old ally of Maduro, urged him": whether a noun in apposition only tells of the person named before it.
  private func tellsOfPerson(_ noun: Int) -> Bool {
    guard trees.relations[noun] == "appos", let name = trees.heads[noun], name < noun,
      case let known = entities(at: name), known.count == 1,
      entities.entities[known[0]].id.nodeClass == "person"
    else { return false }
    return trees.dependents(of: noun, by: "conj").isEmpty
  }

  /// A title that the tree has for the head of its name: "the minister, Taro Kono".
  private mutating func takeTitle(_ token: Int, of mention: Int, sentence: Int) {
    let use = entities.mentions[mention].titles.first { $0.tokens.contains(token) }
    take(
      Anaphor(
        tokens: use?.tokens ?? token..<token + 1, head: token,
        entities: [entities.mentions[mention].entity], foundBy: "title"), sentence: sentence)
    bringUpGroup(from: token, sentence: sentence)
  }

  /// Records an anaphor, which from now on brings up its entities as a name would.
  mutating func take(_ anaphor: Anaphor, sentence: Int) {
    found.append(anaphor)
    antecedents[anaphor.head] = anaphor.entities
    bringUp(anaphor.entities, head: anaphor.head, sentence: sentence)
  }

  /// Records an anaphor that brings up nothing by itself.
  mutating func note(_ anaphor: Anaphor) { found.append(anaphor) }

  /// Adds entities to all anaphors of a kind.
  mutating func extend(where isMeant: (Anaphor) -> Bool, with others: [Int]) {
    for index in found.indices where isMeant(found[index]) {
      found[index].entities += others.filter { !found[index].entities.contains($0) }
      antecedents[found[index].head] = found[index].entities
    }
  }

  // MARK: - The discourse

  /// Relations of a word that is part of another's name, and brings up nothing by itself.
  private static let parts: Set<String> = [
    "compound", "flat", "nmod:desc", "amod", "fixed", "goeswith",
  ]

  /// The token that heads a mention: in the name, or the title that a parser took for the head.
  func head(of mention: Int) -> Int {
    trees.head(of: entities.mentions[mention].mention.tokens)
  }

  /// What the phrase that `token` heads stands for, as far as that is known by now.
  func entities(at token: Int) -> [Int] {
    if let known = antecedents[token] { return known }
    if let mention = mentionAt[token] { return [entities.mentions[mention].entity] }
    return titledMention[token].map { [entities.mentions[$0].entity] } ?? []
  }

  /// "the Saudis", "Germans": a country told by its people is "they".
  private func namesPeople(_ mention: Int) -> Bool {
    let mention = entities.mentions[mention].mention
    guard case .thing(_, let kind) = mention.reference, kind == .people || kind == .adjective else {
      return false
    }
    let head = mention.tokens.upperBound - 1
    return table.text.tokenRecords[head].morphology?.hasBytes(of: "Number=Plur") == true
      || ["NNS", "NNPS"].contains(table.text.tokenRecords[head].fineTag)
  }

  /// "The Taliban have said": a body whose verb is in the plural is "they".
  private func isToldAsMany(_ mention: Int, head: Int) -> Bool {
    guard entities.entities[entities.mentions[mention].entity].type == "organization",
      trees.relations[head] == "nsubj", let verb = trees.heads[head],
      trees.dependents(of: head, by: "conj").isEmpty
    else { return false }
    return table.text.tokenRecords[verb].fineTag == "VBP"
      || trees.dependents(of: verb).contains {
        trees.relations[$0].hasPrefix("aux") && ["have", "are", "were"].contains(table.lower[$0])
      }
  }

  private mutating func bringUp(
    _ things: [Int], head: Int, sentence: Int, isPeople: Bool = false
  ) {
    guard let first = things.first else { return }
    let entity = entities.entities[first]
    let kind: Referent.Kind =
      switch entity.type {
      case "country", "organization": .body
      default: entity.id.nodeClass == "person" ? .person : .thing
      }
    referents.append(
      Referent(
        entities: things, head: head, sentence: sentence, kind: kind,
        isPlural: things.count > 1 || isPeople,
        gender: things.count == 1 ? genders[first] : nil,
        prominence: isListed(head) ? Self.listed : prominence(of: head)))
  }

  /// Whether the name heads a list of several, which is what its place in the sentence brings to the fore.
  private func isListed(_ head: Int) -> Bool {
    trees.dependents(of: head, by: "conj").contains {
      trees.dependents(of: $0, by: "cc").contains { ["and", "&"].contains(table.lower[$0]) }
    }
  }

  private static let listed = 20.0

  /// "Abe and Putin": the conjuncts together, behind the first of them.
  private mutating func bringUpGroup(from head: Int, sentence: Int) {
    let others = trees.dependents(of: head, by: "conj")
    // A comma alone may join a city to its country.
    let isJoined = others.contains { !trees.dependents(of: $0, by: "cc").isEmpty }
    guard isJoined, !Self.parts.contains(trees.relations[head]) else { return }
    var members: [Int] = []
    var isKnown = true
    for token in [head] + others {
      let known = entities(at: token)
      isKnown = isKnown && !known.isEmpty
      members += known.filter { !members.contains($0) }
    }
    if !isKnown { members = [] }
    if isKnown && members.count < 2 { return }
    let areBodies = members.allSatisfy { entities.entities[$0].type == "country" }
    let isPerson = members.contains { entities.entities[$0].id.nodeClass == "person" }
    referents.append(
      Referent(
        entities: members, head: head, sentence: sentence,
        kind: isPerson ? .person : areBodies ? .body : .thing, isPlural: true,
        prominence: prominence(of: head)))
  }

  /// "the people of Chad", "the Chadian people": they are their country, and "they".
  private func people(_ token: Int, sentence: Int) -> Referent? {
    guard table.lower[token] == "people" else { return nil }
    let owners = trees.dependents(of: token).filter {
      ["amod", "compound", "nmod:poss"].contains(trees.relations[$0])
        || trees.relations[$0] == "nmod"
          && trees.dependents(of: $0, by: "case").contains { table.lower[$0] == "of" }
    }.flatMap { entities(at: $0) }.filter { entities.entities[$0].type == "country" }
    guard owners.count == 1 else { return nil }
    return Referent(
      entities: owners, head: token, sentence: sentence, kind: .body, isPlural: true,
      prominence: prominence(of: token))
  }

  /// What no entity of the document names.
  private func stranger(_ token: Int, sentence: Int) -> Referent {
    let lemma = table.lower[token]
    let singular = trees.lemmas[token].lowercased()
    let words = gazetteer.words
    func isOf(_ wordClass: WordTable.WordClass) -> Bool {
      words.noun(lemma, is: wordClass) || words.noun(singular, is: wordClass)
        || words.firstName(table.forms[token], is: wordClass)
    }
    let isMasculine = isOf(.masculine)
    let isFeminine = isOf(.feminine)
    let isPerson =
      isMasculine || isFeminine || words.noun(singular, is: .person)
      || gazetteer.titles.title(singular)?.office != nil || isNamedPerson(token)
    let isPlural = table.text.tokenRecords[token].morphology?.hasBytes(of: "Number=Plur") == true
    return Referent(
      entities: [], head: token, sentence: sentence, kind: isPerson ? .person : .thing,
      isPlural: isPlural, gender: isMasculine ? .masculine : isFeminine ? .feminine : nil,
      prominence: prominence(of: token))
  }

  /// A name that no entity bears, unless it is found to be something else than a person's.
  private func isNamedPerson(_ token: Int) -> Bool {
    guard trees.partsOfSpeech[token] == .properNoun else { return false }
    return table.text.names.first { $0.tokens.contains(token) }.map { $0.kind == .person } ?? true
  }

  /// How much its relation brings a phrase to the fore.
  func prominence(of token: Int, depth: Int = 0) -> Double {
    switch trees.relations[token] {
    case "nsubj":
      guard let verb = trees.heads[token] else { return 65 }
      return ["root", "ccomp", "parataxis"].contains(trees.relations[verb]) ? 80 : 65
    case "obj": return 50
    case "iobj": return 45
    case "obl": return 40
    case "nmod:poss": return 35
    case "nmod": return 25
    case "root": return 60
    case "conj", "appos":
      guard let head = trees.heads[token], depth < 4 else { return 20 }
      return prominence(of: head, depth: depth + 1)
    case "compound", "flat", "amod", "nmod:desc": return 10
    default: return 20
    }
  }

  // MARK: - Speakers

  /// The one entity whose quoted words the token stands in.
  func speaker(at token: Int) -> Int? {
    guard let quotation = quotations.quotation(at: token),
      let subject = quotations.speaker(of: quotation)
    else { return nil }
    let known = entities(at: subject)
    return known.count == 1 ? known[0] : nil
  }
}
