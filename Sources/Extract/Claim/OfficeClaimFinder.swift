import Graph
import Language

/// Finds who holds which office of which country or body, from the titles that stand with names.
struct OfficeClaimFinder {
  let gazetteer: Gazetteer
  let ontology: Ontology
  let table: TokenTable
  let entities: DocumentEntities
  let published: TimeSpan?

  /// A body that a title belongs to: an entity of the document, or a thing that the document only implies.
  enum Body {
    case entity(Int)
    case thing(NodeID)
  }

  /// What a title states.
  struct Finding {
    let person: Int
    let body: Body
    let office: String
    /// The node type that the title gives its bearer.
    let rank: String
    let isFormer: Bool
    let sentence: Int
    let title: Range<Int>
  }

  /// The offices that the document's titles state, in the order of the text.
  func findings() -> [Finding] {
    var findings: [Finding] = []
    for index in entities.mentions.indices {
      let mention = entities.mentions[index]
      guard entities.entities[mention.entity].id.nodeClass == "person" else { continue }
      var titles = mention.titles
      if titles.isEmpty, let after = apposedTitle(after: index) { titles = [after] }
      for use in titles {
        guard let office = use.title.office else { continue }
        let body =
          statedBody(of: mention, title: use, at: index).map(Body.entity)
          ?? listedBody(of: mention.entity, office: office)
        guard let body else { continue }
        findings.append(
          Finding(
            person: mention.entity, body: body, office: office, rank: use.title.rank,
            isFormer: use.isFormer,
            sentence: table.sentence[mention.mention.tokens.lowerBound], title: use.tokens))
      }
    }
    return findings
  }

  /// "Xi Jinping, president of China", "John Burrows, the chairman of the panel".
  private func apposedTitle(after index: Int) -> EntityMention.TitleUse? {
    let end = entities.mentions[index].mention.tokens.upperBound
    let sentence = table.text.sentenceRecords[table.sentence[end - 1]].tokens
    guard end + 1 < sentence.upperBound, table.forms[end] == "," else { return nil }
    var start = end + 1
    var isFormer = false
    let scan = SentenceScan(
      gazetteer: gazetteer, table: table, tokens: sentence, isTitleCased: false)
    while start < sentence.upperBound, start < end + 6 {
      if ["former", "ex"].contains(table.lower[start]) { isFormer = true }
      if let title = scan.title(at: start) {
        // A name right after it: the title is that person's ("Obama, Prime Minister Abe and ...").
        guard title.end >= sentence.upperBound || !table.isCapitalized[title.end] else {
          return nil
        }
        return EntityMention.TitleUse(
          title: title.title, tokens: start..<title.end, isFormer: isFormer)
      }
      let isBridge =
        ["the", "a", "an", "former", "ex", "'s", "his", "her", "its", "-", "who", "is", "was"]
        .contains(
          table.lower[start])
        || mentionCovering(start) != nil
      guard isBridge else { return nil }
      start += 1
    }
    return nil
  }

  /// The country or body that stands with the title: in it ("NATO Secretary General"), before it ("Russian",
  /// "Japan's") or after it ("of China").
  private func statedBody(
    of mention: ResolvedMention, title: EntityMention.TitleUse, at index: Int
  ) -> Int? {
    let first = title.tokens.lowerBound
    if let owner = mentionCovering(first), isBody(owner) { return entities.mentions[owner].entity }
    var before = first - 1
    while before >= 0, first - before <= 4, table.sentence[before] == table.sentence[first],
      ["'s", "'", "former", "ex", "-", "then", "acting", "outgoing", "new", "current", "deputy"]
        .contains(table.lower[before])
    {
      before -= 1
    }
    if before >= 0, table.sentence[before] == table.sentence[first],
      let owner = mentionCovering(before),
      isBody(owner)
    {
      return entities.mentions[owner].entity
    }
    for end in [title.tokens.upperBound, mention.mention.tokens.upperBound] {
      guard end + 1 < table.count, table.sentence[end] == table.sentence[first],
        ["of", "for", "at"].contains(table.lower[end])
      else { continue }
      var next = end + 1
      if table.lower[next] == "the" { next += 1 }
      if next < table.count, let owner = mentionCovering(next), isBody(owner) {
        return entities.mentions[owner].entity
      }
    }
    return nil
  }

  private func isBody(_ index: Int) -> Bool {
    let entity = entities.entities[entities.mentions[index].entity]
    return ["country", "organization", "region", "island"].contains(entity.type)
  }

  /// The mention whose name covers the token.
  private func mentionCovering(_ token: Int) -> Int? {
    mentionAt[token]
  }

  private let mentionAt: [Int: Int]

  init(
    gazetteer: Gazetteer, ontology: Ontology, table: TokenTable, entities: DocumentEntities,
    published: TimeSpan?
  ) {
    self.gazetteer = gazetteer
    self.ontology = ontology
    self.table = table
    self.entities = entities
    self.published = published
    var covering: [Int: Int] = [:]
    for (index, mention) in entities.mentions.enumerated() {
      for token in mention.mention.tokens { covering[token] = index }
    }
    mentionAt = covering
  }

  /// The country or body that the gazetteer gives for that person in that office; of several terms, one
  /// that the day of publication falls into.
  private func listedBody(of person: Int, office: String) -> Body? {
    guard let thing = entities.entities[person].thing else { return nil }
    let tenures = gazetteer.things[thing].offices.filter {
      EntityResolver.isSame(office, $0.office)
    }
    let current = tenures.filter { tenure in
      guard let published, let term = tenure.term else { return true }
      return term.overlaps(published)
    }
    return (current.first ?? tenures.first).map { .thing($0.body) }
  }
}
