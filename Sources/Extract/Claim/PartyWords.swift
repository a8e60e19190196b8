import Graph
import Language

/// Words in a text that call people of parties: "Labour", "Social Democrat", "Republican".
struct PartyWords {
  /// A word, and the party that it means there.
  struct Use {
    let tokens: Range<Int>
    /// The party, by index in the gazetteer's things.
    let party: Int
    /// Whether it is a noun for a member: "a Republican".
    let isMember: Bool
  }

  let gazetteer: Gazetteer
  let table: TokenTable
  let entities: DocumentEntities
  let sense: PartySense
  private let mentionAt: [Int: Int]

  init(gazetteer: Gazetteer, table: TokenTable, entities: DocumentEntities) {
    self.gazetteer = gazetteer
    self.table = table
    self.entities = entities
    sense = PartySense(entities.mentions.map(\.mention), gazetteer: gazetteer, table: table)
    var covering: [Int: Int] = [:]
    for (index, mention) in entities.mentions.enumerated() {
      for token in mention.mention.tokens { covering[token] = index }
    }
    mentionAt = covering
  }

  /// The mention whose name covers the token.
  func mention(at token: Int) -> Int? { mentionAt[token] }

  /// The party that an entity of the document is; nil where it is none that the gazetteer lists.
  func party(_ entity: Int) -> Int? {
    guard let thing = gazetteer.place(of: entities.entities[entity].id),
      gazetteer.parties.parties.contains(thing)
    else { return nil }
    return thing
  }

  /// Whether an entity is a party, listed or called one by its name: "Freedom Party".
  func isParty(_ entity: Int) -> Bool {
    party(entity) != nil
      || entities.entities[entity].type == "organization"
        && entities.entities[entity].label.lowercased().hasSuffix(" party")
  }

  /// The party word that ends before `end`, said of the entity `person`. Only the longest counts: whose "Social Democrats"
  /// can't be told are no Democrats.
  func use(endingAt end: Int, of person: Int) -> Use? {
    let sentence = table.text.sentenceRecords[table.sentence[end - 1]].tokens
    if let known = mentionAt[end - 1], let party = party(entities.mentions[known].entity),
      entities.mentions[known].mention.tokens.upperBound == end
    {
      return Use(
        tokens: entities.mentions[known].mention.tokens, party: party, isMember: false)
    }
    let starts = max(sentence.lowerBound, end - Self.longest)..<end
    return starts.first { isWord($0..<end) }.flatMap { use($0..<end, of: person) }
  }

  /// The party word that starts at `start`, as `use(endingAt:of:)`.
  func use(startingAt start: Int, of person: Int) -> Use? {
    let sentence = table.text.sentenceRecords[table.sentence[start]].tokens
    let ends = (start + 1...min(sentence.upperBound, start + Self.longest)).reversed()
    return ends.first { isWord(start..<$0) }.flatMap { use(start..<$0, of: person) }
  }

  /// Whether the words call people of some party, whichever it is there.
  private func isWord(_ tokens: Range<Int>) -> Bool {
    let phrase = table.phrase(tokens)
    return PartyTable.words(of: phrase).contains {
      !gazetteer.parties.parties(called: $0, as: .modifier).isEmpty
    }
  }

  private func use(_ tokens: Range<Int>, of person: Int) -> Use? {
    guard table.isCapitalized[tokens.lowerBound], isWhole(tokens) else { return nil }
    let phrase = table.phrase(tokens)
    for word in PartyTable.words(of: phrase) {
      let members = gazetteer.parties.parties(called: word, as: .member)
      let isMember = !members.isEmpty
      let parties = isMember ? members : gazetteer.parties.parties(called: word, as: .modifier)
      let thing = entities.entities[person].thing.map { gazetteer.things[$0] }
      guard !parties.isEmpty,
        let party = sense.party(among: parties, at: tokens.lowerBound, of: thing)
      else { continue }
      return Use(tokens: tokens, party: party, isMember: isMember)
    }
    return nil
  }

  /// Whether the words are no part of a longer name: neither "Liberal Democratic Party" nor "Republican Guard".
  private func isWhole(_ tokens: Range<Int>) -> Bool {
    !tokens.contains { token in
      guard let known = mentionAt[token] else { return false }
      let entity = entities.mentions[known].entity
      return entities.entities[entity].id.nodeClass != "person" && party(entity) == nil
    }
  }

  private static let longest = 2
}
