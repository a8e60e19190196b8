import Graph
import Language

/// Finds who holds which office of which country or body, from the titles that stand with names.
struct OfficeClaimFinder {
  let gazetteer: Gazetteer
  let ontology: Ontology
  let table: TokenTable
  let entities: DocumentEntities
  let published: TimeSpan?
  /// Whose offices are that pronouns stand before; nil where no pronoun is resolved yet.
  let possessors: OfficePossessors?
  /// The parties that stand with mentions of persons, by the mention's index.
  let memberships: [Int: PartyMembership]

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
    var isFormer: Bool
    let sentence: Int
    let title: Range<Int>
    /// Since when the office is held, where the document tells it.
    var since: TimeSpan?
    /// From when to when it is, or was, held, where its title tells it.
    var term: TimeSpan?
  }

  /// The offices that the document's titles state, in the order of the text.
  func findings() -> [Finding] {
    var findings: [Finding] = []
    var guessed: Set<Int> = []
    for index in entities.mentions.indices {
      let mention = entities.mentions[index]
      guard entities.entities[mention.entity].id.nodeClass == "person" else { continue }
      var titles = mention.titles
      let isRanked = titles.contains { $0.title.office != nil }
      for after in apposedTitles(after: index)
      where !isRanked || !titles.contains(where: { $0.title.office == after.title.office }) {
        titles.append(after)
      }
      let known = findings.count
      for use in titles {
        guard let office = use.title.office else { continue }
        let body =
          possessedBody(of: use) ?? servedBody(of: use) ?? employer(behind: use).map(Body.entity)
          ?? partyBody(of: use, at: index)
          ?? withoutParty(statedBody(of: mention, title: use, at: index), of: use)
          .map(Body.entity)
          ?? listedBody(of: mention.entity, office: office)
        let guess =
          body == nil
          ? siblingBody(of: use, findings) ?? publisher(of: mention, use)
            ?? partyCountry(of: use, at: index)
            ?? homeBody(of: mention, use) ?? listedCountry(of: mention.entity, use) : nil
        guard let body = body ?? guess else { continue }
        // Who is just somebody at a place, "an American expert", holds no office there.
        if use.title.rank == "person", case .entity(let index) = body,
          entities.entities[index].type != "organization"
        {
          continue
        }
        if guess != nil { guessed.insert(findings.count) }
        findings.append(
          Finding(
            person: mention.entity, body: body, office: office, rank: use.title.rank,
            isFormer: use.isFormer,
            sentence: table.sentence[mention.mention.tokens.lowerBound], title: use.tokens))
      }
      // "The commander of U.S. forces, General Dunne": where the title with the name tells of no body.
      if findings.count == known, mention.titles.allSatisfy({ isHonorific($0.title) }),
        let listed = listedOffice(before: index) ?? rangedOffice(before: index)
          ?? counterpartOffice(before: index, findings)
          ?? counterpartOffice(behind: index, findings) ?? pairedOffice(before: index)
          ?? governedCountry(behind: index)
      {
        findings.append(listed)
      }
      if let possessed = possessedOffice(before: index),
        !findings[known...].contains(where: { $0.office == possessed.office })
      {
        findings.append(possessed)
      }
    }
    findings += describedOffices(findings)
    // The country that an article is about is a guess, which what the text says elsewhere of the office makes idle.
    return findings.enumerated().filter { index, finding in
      !guessed.contains(index)
        || !findings.indices.contains {
          !guessed.contains($0) && findings[$0].person == finding.person
            && findings[$0].office == finding.office
        }
    }.map(\.element)
  }

  /// A title that tells of no office: "Dr.", "General".
  func isHonorific(_ title: TitleTable.Title) -> Bool {
    title.office.map { title.rank == "official" && !$0.contains(" ") } ?? true
  }

  func isOrganization(_ index: Int) -> Bool {
    entities.entities[entities.mentions[index].entity].type == "organization"
  }

  /// A word in lower case that may stand between a body and a title: "former", "separatist", "opposition".
  func isModifier(_ token: Int) -> Bool {
    guard !table.isCapitalized[token], mentionAt[token] == nil else { return false }
    switch table.text.tokenRecords[token].partOfSpeech {
    case .adjective: return true
    case .noun:
      return table.text.tokenRecords[token].relation?.rawValue == "compound"
        || table.lower[token] == "ex"
    default:
      return table.lower[token] == "incoming"
        || gazetteer.words.adjective(table.lower[token], is: .past)
    }
  }

  /// What finds titles in a sentence.
  func scan(of sentence: Range<Int>) -> SentenceScan {
    SentenceScan(gazetteer: gazetteer, table: table, tokens: sentence, isTitleCased: false)
  }

  func isCountry(_ index: Int) -> Bool {
    entities.entities[entities.mentions[index].entity].type == "country"
  }

  func isCity(_ index: Int) -> Bool {
    entities.entities[entities.mentions[index].entity].type == "city"
  }

  func isBody(_ index: Int) -> Bool {
    let entity = entities.entities[entities.mentions[index].entity]
    // "the president of the Baltic country": the region only tells which.
    let next = entities.mentions[index].mention.tokens.upperBound
    if entity.type == "region", next < table.count,
      [.any, .within].contains(where: { gazetteer.heads.type(table.lower[next], $0) == "country" })
    {
      return false
    }
    return ["country", "organization", "region", "island"].contains(entity.type)
  }

  /// The mention whose name covers the token.
  func mentionCovering(_ token: Int) -> Int? {
    mentionAt[token]
  }

  let mentionAt: [Int: Int]
  /// The tokens of names with titles before them, which belong to the person.
  let titledExtents: [Int: Int]
  /// The country that the document is about.
  let home: NodeID?

  init(
    gazetteer: Gazetteer, ontology: Ontology, table: TokenTable, entities: DocumentEntities,
    published: TimeSpan?, possessors: OfficePossessors? = nil,
    memberships: [Int: PartyMembership] = [:]
  ) {
    self.possessors = possessors
    self.memberships = memberships
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
    var extents: [Int: Int] = [:]
    for (index, mention) in entities.mentions.enumerated() where !mention.titles.isEmpty {
      for token in mention.mention.extent { extents[token] = index }
    }
    titledExtents = extents
    home = HomeCountry(of: entities, gazetteer: gazetteer).id
  }
}
