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
    var guessed: Set<Int> = []
    for index in entities.mentions.indices {
      let mention = entities.mentions[index]
      guard entities.entities[mention.entity].id.nodeClass == "person" else { continue }
      var titles = mention.titles
      let isRanked = titles.contains { $0.title.office != nil }
      if let after = apposedTitle(after: index),
        !isRanked || !titles.contains(where: { $0.title.office == after.title.office })
      {
        titles.append(after)
      }
      let known = findings.count
      for use in titles {
        guard let office = use.title.office else { continue }
        let body =
          possessedBody(of: use)
          ?? statedBody(of: mention, title: use, at: index).map(Body.entity)
          ?? listedBody(of: mention.entity, office: office)
        let guess =
          body == nil
          ? siblingBody(of: use, findings) ?? publisher(of: mention, use)
            ?? homeBody(of: mention, use) : nil
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
        let listed = listedOffice(before: index) ?? counterpartOffice(before: index, findings)
      {
        findings.append(listed)
      }
      if let possessed = possessedOffice(before: index),
        !findings[known...].contains(where: { $0.office == possessed.office })
      {
        findings.append(possessed)
      }
    }
    // The country that an article is about is a guess, which what the text says elsewhere of the office makes idle.
    return findings.enumerated().filter { index, finding in
      !guessed.contains(index)
        || !findings.indices.contains {
          !guessed.contains($0) && findings[$0].person == finding.person
            && findings[$0].office == finding.office
        }
    }.map(\.element)
  }

  /// "the crown prince of Qatar, Tamim bin Hamad", "the presidents of Russia and Iran, Putin and Rouhani": the
  /// office and body of the same place in the list as the person's.
  private func listedOffice(before index: Int) -> Finding? {
    let mention = entities.mentions[index].mention
    let sentence = table.text.sentenceRecords[table.sentence[mention.tokens.lowerBound]].tokens
    // "After talks with the presidents of Iran and Turkey, Putin met": a subject is no apposition.
    let end = mention.tokens.upperBound
    if mention.tokens.contains(where: {
      table.text.tokenRecords[$0].relation?.rawValue.hasPrefix("nsubj") == true
    }), end < sentence.upperBound, table.forms[end] != "," {
      return nil
    }
    // Back over the persons before this one.
    var place = 0
    var position = mention.extent.lowerBound - 1
    while position > sentence.lowerBound {
      if ["and", ","].contains(table.lower[position]), let other = mentionAt[position - 1],
        entities.entities[entities.mentions[other].entity].id.nodeClass == "person"
      {
        place += 1
        position = entities.mentions[other].mention.extent.lowerBound - 1
      } else if table.lower[position] == "and" {
        position -= 1
      } else {
        break
      }
    }
    guard position > sentence.lowerBound,
      [",", "–", "—", "-", "--", ":"].contains(table.forms[position])
    else { return nil }
    // Back over the bodies to their "of", and over the title before it.
    var bodies: [Int] = []
    position -= 1
    while position > sentence.lowerBound,
      !["of", "to", "for", "in"].contains(table.lower[position])
    {
      if let body = mentionAt[position], isBody(body) || isCity(body) {
        bodies.insert(entities.mentions[body].entity, at: 0)
        position = entities.mentions[body].mention.tokens.lowerBound - 1
      } else if ["and", ",", "the"].contains(table.lower[position]) || isModifier(position)
        || isForce(position)
      {
        position -= 1
      } else {
        return nil
      }
    }
    if position > sentence.lowerBound, ["in", "to"].contains(table.lower[position]),
      bodies.count == 1,
      let inner = forceBody(before: position, in: sentence)
    {
      bodies = [inner.body]
      position = inner.position
    }
    guard position > sentence.lowerBound else { return nil }
    let scan = SentenceScan(
      gazetteer: gazetteer, table: table, tokens: sentence, isTitleCased: false)
    for start in max(sentence.lowerBound, position - 4)..<position {
      guard let match = title(at: start, scan, until: position), let office = match.office else {
        continue
      }
      // "the Saudi ambassador to Yemen, Faisal Otaibi": who sends stands before the title.
      var owner = start - 1
      while owner > sentence.lowerBound, isModifier(owner) || table.lower[owner] == "'s" {
        owner -= 1
      }
      let body: Int
      if owner >= sentence.lowerBound, let known = mentionAt[owner], isBody(known), place == 0 {
        body = entities.mentions[known].entity
      } else if place < bodies.count,
        table.lower[position] == "of"
          || table.lower[position] == "for"
            && !(isStaff(match) && entities.entities[bodies[place]].id.nodeClass == "place")
      {
        body = bodies[place]
      } else {
        return nil
      }
      return Finding(
        person: entities.mentions[index].entity, body: .entity(body), office: office,
        rank: match.rank,
        isFormer: start > sentence.lowerBound && table.lower[start - 1] == "former",
        sentence: table.sentence[start], title: start..<position)
    }
    return nil
  }

  /// "U.S. forces in Iraq": whose forces they are, and the "of" before them.
  private func forceBody(before end: Int, in sentence: Range<Int>) -> (body: Int, position: Int)? {
    guard isForce(end - 1), end - 3 > sentence.lowerBound, let owner = mentionAt[end - 2],
      isBody(owner)
    else { return nil }
    var position = entities.mentions[owner].mention.tokens.lowerBound - 1
    if table.lower[position] == "the" { position -= 1 }
    guard position > sentence.lowerBound, table.lower[position] == "of" else { return nil }
    return (entities.mentions[owner].entity, position)
  }

  /// A plural in lower case for those whom an office commands or leads: "forces", "troops", "mission".
  private func isForce(_ token: Int) -> Bool {
    !table.isCapitalized[token] && mentionAt[token] == nil
      && table.text.tokenRecords[token].partOfSpeech == .noun
  }

  /// The title that spans the tokens from `start` to `end`, of a plural too: "presidents", "foreign ministers".
  private func title(at start: Int, _ scan: SentenceScan, until end: Int) -> TitleTable.Title? {
    if let match = scan.title(at: start), match.end == end { return match.title }
    let words = (start..<end).map { table.lower[$0] }.joined(separator: " ")
    return words.hasSuffix("s") ? gazetteer.titles.title(String(words.dropLast())) : nil
  }

  /// The body of a title that the text leaves out, of a person that no list knows: the country that the sentence,
  /// or the one before it, is about, else the one that the article is about.
  private func homeBody(of mention: ResolvedMention, _ use: EntityMention.TitleUse) -> Body? {
    guard entities.entities[mention.entity].thing == nil,
      use.tokens.upperBound <= mention.mention.tokens.lowerBound,
      ["leader", "minister"].contains(use.title.rank) || isStateOffice(use.title)
    else { return nil }
    let here = table.sentence[use.tokens.lowerBound]
    for sentence in [here, here - 1] where sentence >= 0 {
      guard
        table.text.sentenceRecords[sentence].paragraph >= table.text.sentenceRecords[here].paragraph
          - 1
      else { break }
      let tokens = table.text.sentenceRecords[sentence].tokens
      let end = sentence == here ? use.tokens.lowerBound : tokens.upperBound
      for token in tokens.lowerBound..<end {
        guard let index = mentionAt[token],
          entities.entities[entities.mentions[index].entity].type == "country",
          titledExtents[token] == nil,
          table.text.tokenRecords[token].relation?.rawValue.hasPrefix("nsubj") == true
        else { continue }
        return .entity(entities.mentions[index].entity)
      }
    }
    return home.map(Body.entity)
  }

  /// The state that publishes the document, of whose own officials it names no body: "Assistant Secretary Arto Lind" in
  /// a read-out of the White House. Leaders and foreign ministers are more often those whom its officials meet.
  private func publisher(of mention: ResolvedMention, _ use: EntityMention.TitleUse) -> Body? {
    guard let publisher = entities.publisher, let office = use.title.office,
      use.tokens.upperBound <= mention.mention.tokens.lowerBound
    else { return nil }
    let isKnown = gazetteer.hasOffice(office, of: publisher) || office == "secretary"
    guard ["minister", "official"].contains(use.title.rank), isKnown || isStaff(use.title) else {
      return nil
    }
    return .thing(publisher)
  }

  /// Whether a body is only that of the state that publishes the document.
  private func isPublisher(_ body: Body) -> Bool {
    guard case .thing(let id) = body else { return false }
    return id == entities.publisher
  }

  /// An office of those who serve a government or body: "assistant secretary", "envoy".
  private func isStaff(_ title: TitleTable.Title) -> Bool {
    guard title.rank == "official", let office = title.office else { return false }
    return office.split(separator: " ").contains { gazetteer.words.noun(String($0), is: .staff) }
  }

  /// The body of who stands right before in a list, of whom the title may leave it out: "Turkish Foreign Minister
  /// Kaya and Defense Minister Demir".
  private func siblingBody(of use: EntityMention.TitleUse, _ known: [Finding]) -> Body? {
    guard let last = known.last, last.sentence == table.sentence[use.tokens.lowerBound],
      !isPublisher(last.body),
      ["leader", "minister"].contains(use.title.rank) || isStateOffice(use.title),
      last.title.upperBound <= use.tokens.lowerBound
    else { return nil }
    var position = use.tokens.lowerBound - 1
    while position > last.title.upperBound, ["and", ",", "the"].contains(table.lower[position]) {
      position -= 1
    }
    guard position < use.tokens.lowerBound - 1, let before = mentionAt[position],
      entities.mentions[before].entity == last.person
    else { return nil }
    return last.body
  }

  /// A title that tells of no office: "Dr.", "General".
  private func isHonorific(_ title: TitleTable.Title) -> Bool {
    title.office.map { title.rank == "official" && !$0.contains(" ") } ?? true
  }

  /// An office that there is only in a state, whatever its rank: "deputy foreign minister", "army chief".
  private func isStateOffice(_ title: TitleTable.Title) -> Bool {
    guard title.rank == "official", let office = title.office else { return false }
    return office.split(separator: " ").contains {
      ["minister", "ministry", "army", "navy", "parliament", "presidential"].contains($0)
    }
  }

  /// "his Russian counterpart, Sergey Lavrov", "their Japanese counterparts, Kishida and Onodera": the office of
  /// the person before, of the country that stands with the noun.
  private func counterpartOffice(before index: Int, _ known: [Finding]) -> Finding? {
    let mention = entities.mentions[index].mention
    let sentence = table.text.sentenceRecords[table.sentence[mention.tokens.lowerBound]].tokens
    var position = mention.extent.lowerBound - 1
    var place = 0
    while position > sentence.lowerBound,
      !["counterpart", "counterparts"].contains(table.lower[position])
    {
      if let other = mentionAt[position],
        entities.entities[entities.mentions[other].entity].id.nodeClass == "person"
      {
        place += 1
        position = entities.mentions[other].mention.extent.lowerBound - 1
      } else if [",", "and", "–", "-", "—"].contains(table.forms[position]) {
        position -= 1
      } else {
        return nil
      }
    }
    guard position > sentence.lowerBound, let owner = mentionAt[position - 1], isBody(owner) else {
      return nil
    }
    let isPlural = table.lower[position] == "counterparts"
    let before = known.filter {
      $0.title.lowerBound < position && table.sentence[position] - $0.sentence <= 2 && !$0.isFormer
    }
    // Of several the one of the same place in the list counts.
    let own =
      isPlural
      ? before.suffix(2).dropFirst(before.count > 1 ? place : 0).first
      : known.last { $0.person == person(before: position) && !$0.isFormer } ?? before.last
    guard let own, own.person != entities.mentions[index].entity else { return nil }
    return Finding(
      person: entities.mentions[index].entity, body: .entity(entities.mentions[owner].entity),
      office: own.office, rank: own.rank, isFormer: false,
      sentence: table.sentence[position], title: position..<position + 1)
  }

  /// The person named last before a token of the sentence.
  private func person(before token: Int) -> Int? {
    let start = table.text.sentenceRecords[table.sentence[token]].tokens.lowerBound
    return (start..<token).reversed().lazy.compactMap { mentionAt[$0] }
      .map { entities.mentions[$0].entity }
      .first { entities.entities[$0].id.nodeClass == "person" }
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
      if ["former", "ex", "then"].contains(table.lower[start]) { isFormer = true }
      // "Hussein Saleh, Head of Intelligence Majid Nasser": another's title.
      if titledExtents[start] != nil { return nil }
      if let title = scan.title(at: start) {
        // A name right after it: the title is that person's ("Obama, Prime Minister Abe and ...").
        guard title.end >= sentence.upperBound || !table.isCapitalized[title.end],
          !isClause(from: title.end, in: sentence)
        else { return nil }
        return EntityMention.TitleUse(
          title: title.title, tokens: start..<title.end, isFormer: isFormer)
      }
      let isBridge =
        ["the", "a", "an", "former", "ex", "'s", "his", "her", "its", "-", "who", "is", "was"]
        .contains(
          table.lower[start])
        || mentionCovering(start) != nil || isModifier(start)
        || possessors?.body(at: start) != nil
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
    for token in [first, title.tokens.upperBound - 1] {
      if let owner = mentionCovering(token), isBody(owner) {
        return entities.mentions[owner].entity
      }
    }
    var before = first - 1
    while before >= 0, first - before <= 4, table.sentence[before] == table.sentence[first],
      ["'s", "'", "-"].contains(table.lower[before]) || isModifier(before)
    {
      before -= 1
    }
    if before >= 0, table.sentence[before] == table.sentence[first],
      let owner = mentionCovering(before),
      isBody(owner) || isCity(owner) && title.title.office?.hasSuffix("mayor") == true
    {
      // "Amnesty International's Asia director" serves Amnesty, not Asia.
      let outer = entities.mentions[owner].mention.tokens.lowerBound - 1
      if !isOrganization(owner), outer > 0,
        let employer = mentionCovering(
          ["'s", "'"].contains(table.lower[outer]) ? outer - 1 : outer),
        isOrganization(employer), table.sentence[outer] == table.sentence[first]
      {
        return entities.mentions[employer].entity
      }
      if title.title.rank != "person" || isOrganization(owner) {
        return entities.mentions[owner].entity
      }
    }
    for end in [title.tokens.upperBound, mention.mention.tokens.upperBound] {
      if let body = body(behind: end, of: title) { return body }
    }
    return nil
  }

  /// The country or body behind a title: "of China", "with the Brussels-based Crisis Group", "of Asian studies at
  /// Keio University", "and chief executive of the bank". Who is just an expert serves no country.
  private func body(behind end: Int, of title: EntityMention.TitleUse) -> Int? {
    let sentence = table.text.sentenceRecords[table.sentence[title.tokens.lowerBound]].tokens
    var position = end
    // "leader of the opposition Reform Party"
    if position < sentence.upperBound, let known = mentionCovering(position), isOrganization(known),
      entities.mentions[known].mention.tokens.lowerBound == position
    {
      return entities.mentions[known].entity
    }
    // Behind the name it is another's title: "President Moyo and President of Chad Lind".
    if position + 1 < sentence.upperBound, table.lower[position] == "and",
      end == title.tokens.upperBound
    {
      let scan = SentenceScan(
        gazetteer: gazetteer, table: table, tokens: sentence, isTitleCased: false)
      if let second = scan.title(at: position + 1) { position = second.end }
    }
    for _ in 0..<2 {
      guard position + 1 < sentence.upperBound,
        ["of", "for", "at", "with"].contains(table.lower[position])
      else { return nil }
      var next = position + 1
      while next < sentence.upperBound, next - position < 8 {
        if let known = mentionCovering(next) {
          let after = entities.mentions[known].mention.tokens.upperBound
          if after + 1 < sentence.upperBound, table.forms[after] == "-",
            table.lower[after + 1] == "based"
          {
            next = after + 2
            continue
          }
          guard isBody(known) || isCity(known) else { return nil }
          // "Assistant Secretary for Africa", "the envoy for Chad": what an office is about is no body of it.
          if table.lower[position] == "for", !isOrganization(known), isStaff(title.title) {
            return nil
          }
          // "the president of Armenia's National Assembly"
          if after + 1 < sentence.upperBound, ["'s", "'"].contains(table.lower[after]),
            let owned = mentionCovering(after + 1), isOrganization(owned)
          {
            return entities.mentions[owned].entity
          }
          if title.title.rank != "person" || isOrganization(known) {
            return entities.mentions[known].entity
          }
          next = after
          break
        }
        guard
          isModifier(next) || ["the", "and"].contains(table.lower[next])
            || table.text.tokenRecords[next].partOfSpeech == .noun || table.isCapitalized[next]
        else { break }
        next += 1
      }
      position = next
    }
    return nil
  }

  /// Whether a verb goes on behind a title, so that it is of somebody else: ", the president said".
  private func isClause(from token: Int, in sentence: Range<Int>) -> Bool {
    guard token < sentence.upperBound, let part = table.text.tokenRecords[token].partOfSpeech else {
      return false
    }
    return part == .auxiliary
      || part == .verb
        && table.text.tokenRecords[token].morphology?.hasBytes(of: "VerbForm=Fin") == true
  }

  private func isOrganization(_ index: Int) -> Bool {
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
    default: return ["then", "ex"].contains(table.lower[token])
    }
  }

  private func isCity(_ index: Int) -> Bool {
    entities.entities[entities.mentions[index].entity].type == "city"
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
  /// The tokens of names with titles before them, which belong to the person.
  private let titledExtents: [Int: Int]
  /// The country that the document is about: the one with the most mentions, if it has more than any two others.
  private let home: Int?

  init(
    gazetteer: Gazetteer, ontology: Ontology, table: TokenTable, entities: DocumentEntities,
    published: TimeSpan?, possessors: OfficePossessors? = nil
  ) {
    self.possessors = possessors
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
    var counts: [Int: Int] = [:]
    for mention in entities.mentions where entities.entities[mention.entity].type == "country" {
      counts[mention.entity, default: 0] += 1
    }
    let ranked = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    home =
      ranked.first.flatMap { first in
        ranked.count < 2 || first.value >= 2 * ranked[1].value ? first.key : nil
      }
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
