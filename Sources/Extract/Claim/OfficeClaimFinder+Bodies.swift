import Graph
import Language

/// Which country or body an office is of: the one that stands with the title, else the one that the text lets guess.
extension OfficeClaimFinder {
  /// The country or body that stands with the title: in it ("NATO Secretary General"), before it ("Russian",
  /// "Japan's") or after it ("of China").
  func statedBody(
    of mention: ResolvedMention, title: EntityMention.TitleUse, at index: Int
  ) -> Int? {
    let first = title.tokens.lowerBound
    for token in [first, title.tokens.upperBound - 1] {
      // "Ambassador to the United Nations": who receives is no employer.
      if let owner = mentionCovering(token), isBody(owner),
        !(first..<token).contains(where: { table.lower[$0] == "to" })
      {
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
      // "An Austrian legislator in the European Parliament" sits there.
      if !isOrganization(owner), title.title.office == "lawmaker",
        let house = organization(in: title.tokens.upperBound)
      {
        return house
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

  /// The organization of a phrase "in the European Parliament" that starts at a token.
  private func organization(in token: Int) -> Int? {
    guard token + 2 < table.count, table.lower[token] == "in", table.lower[token + 1] == "the",
      let index = mentionAt[token + 2], isOrganization(index)
    else { return nil }
    return entities.mentions[index].entity
  }

  /// The country or body behind a title: "of China", "with the Brussels-based Crisis Group", "of Asian studies at
  /// Keio University", "and chief executive of the bank". Who is just an expert serves no country.
  func body(behind end: Int, of title: EntityMention.TitleUse) -> Int? {
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
      let scan = scan(of: sentence)
      if let second = scan.title(at: position + 1) { position = second.end }
    }
    if let panel = panel(behind: end, in: sentence) { return panel }
    var capitals = 0
    for _ in 0..<2 {
      guard position + 1 < sentence.upperBound,
        ["of", "for", "at", "with"].contains(table.lower[position])
      else { return nil }
      var next = position + 1
      while next < sentence.upperBound, next - position < 8 {
        if let known = mentionCovering(next) {
          let after = entities.mentions[known].mention.tokens.upperBound
          if let based = endOfBased(behind: known, in: sentence) {
            next = based
            continue
          }
          guard isBody(known) || isCity(known) else { return nil }
          // "chairman of the Africa committee"
          if !isOrganization(known), after < sentence.upperBound,
            gazetteer.words.noun(table.lower[after], is: .panel)
          {
            return nil
          }
          // "Assistant Secretary for Africa", "the envoy for Chad": what an office is about is no body of it.
          if table.lower[position] == "for", !isOrganization(known), isStaff(title.title) {
            return nil
          }
          // "president of Dairy Farmers of Canada": of a body that no list knows, not of its country.
          if capitals > 1, !isOrganization(known), !isOfGovernment(title.title) { return nil }
          // "the president of Armenia's National Assembly"
          if let owned = ownedBody(behind: after, in: sentence) { return owned }
          if title.title.rank != "person" || isOrganization(known) {
            return entities.mentions[known].entity
          }
          next = after
          break
        }
        if table.isCapitalized[next] { capitals += 1 }
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

  /// The organization behind "'s" at `mark`: "Armenia's National Assembly", "Poland's ruling Law and Justice party".
  private func ownedBody(behind mark: Int, in sentence: Range<Int>) -> Int? {
    guard mark + 1 < sentence.upperBound, ["'s", "'"].contains(table.lower[mark]) else {
      return nil
    }
    var position = mark + 1
    while position < sentence.upperBound, position - mark < 5, isModifier(position) {
      position += 1
    }
    guard position < sentence.upperBound, let owned = mentionCovering(position),
      isOrganization(owned)
    else { return nil }
    return entities.mentions[owned].entity
  }

  /// The committee behind "on the": "ranking Democrat on the Senate Foreign Relations Committee".
  private func panel(behind end: Int, in sentence: Range<Int>) -> Int? {
    guard end + 2 < sentence.upperBound, table.lower[end] == "on", table.lower[end + 1] == "the",
      let known = mentionCovering(end + 2), isOrganization(known)
    else { return nil }
    let entity = entities.mentions[known].entity
    let last = entities.entities[entity].label.lowercased().split(separator: " ").last
    return last.map { gazetteer.words.noun(String($0), is: .panel) } == true ? entity : nil
  }

  /// Words of offices that there are only in a state.
  private static let stateWords: Set<String> = [
    "minister", "ministry", "army", "navy", "parliament", "presidential", "opposition",
  ]

  /// The body of who stands right before in a list, of whom the title may leave it out: "Turkish Foreign Minister
  /// Kaya and Defense Minister Demir".
  func siblingBody(of use: EntityMention.TitleUse, _ known: [Finding]) -> Body? {
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

  /// The country or body that the gazetteer gives for that person in that office; of several terms, one
  /// that the day of publication falls into.
  func listedBody(of person: Int, office: String) -> Body? {
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

  /// The country that a list gives for all other offices of that person: "Environment Secretary Michael Gove" is of
  /// that which he was justice secretary of.
  func listedCountry(of person: Int, _ use: EntityMention.TitleUse) -> Body? {
    guard let thing = entities.entities[person].thing, use.title.rank == "minister",
      !isOwned(use)
    else { return nil }
    let bodies = Set(gazetteer.things[thing].offices.map(\.body))
    guard bodies.count == 1, let body = bodies.first, gazetteer.thing(body)?.type == "country"
    else { return nil }
    return .thing(body)
  }

  /// Whether a possessor stands before a title, so that it is no office of the country at large: "the group's leader".
  private func isOwned(_ use: EntityMention.TitleUse) -> Bool {
    var before = use.tokens.lowerBound - 1
    while before >= 0, isModifier(before) { before -= 1 }
    return before >= 0 && ["'s", "'", "its", "his", "her", "their"].contains(table.lower[before])
      && table.sentence[before] == table.sentence[use.tokens.lowerBound]
  }

  /// The city that the sentence has named before a mayor: "In Tijuana, Mayor Juan Gastelum complained".
  private func city(before use: EntityMention.TitleUse) -> Int? {
    let start = table.text.sentenceRecords[table.sentence[use.tokens.lowerBound]].tokens.lowerBound
    return (start..<use.tokens.lowerBound).reversed().lazy.compactMap { mentionAt[$0] }
      .first { isCity($0) }
      .map { entities.mentions[$0].entity }
  }

  /// The state that publishes the document, of whose own officials it names no body: "Assistant Secretary Arto Lind" in
  /// a read-out of the White House. Leaders and foreign ministers are more often those whom its officials meet.
  func publisher(of mention: ResolvedMention, _ use: EntityMention.TitleUse) -> Body? {
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
  func isPublisher(_ body: Body) -> Bool {
    guard case .thing(let id) = body else { return false }
    return id == entities.publisher
  }

  /// An office of those who serve a government or body: "assistant secretary", "envoy".
  func isStaff(_ title: TitleTable.Title) -> Bool {
    guard title.rank == "official", let office = title.office else { return false }
    return office.split(separator: " ").contains { gazetteer.words.noun(String($0), is: .staff) }
  }

  /// Whether a title names a field of government, which may be written like a name: "Minister of Foreign Affairs".
  private func isOfGovernment(_ title: TitleTable.Title) -> Bool {
    title.office.map { $0.contains("minister") || $0.contains("secretary") } ?? false
  }

  /// The body of a title that the text leaves out, of a person that no list knows: the country that the sentence,
  /// or the one before it, is about, else the one that the article is about.
  func homeBody(of mention: ResolvedMention, _ use: EntityMention.TitleUse) -> Body? {
    if use.title.office?.hasSuffix("mayor") == true { return city(before: use).map(Body.entity) }
    guard entities.entities[mention.entity].thing == nil,
      use.tokens.upperBound <= mention.mention.tokens.lowerBound,
      ["leader", "minister"].contains(use.title.rank) || isStateOffice(use.title),
      use.title.office?.hasSuffix("candidate") != true, !isOwned(use)
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
        guard let index = mentionAt[token], isCountry(index), titledExtents[token] == nil,
          table.text.tokenRecords[token].relation?.rawValue.hasPrefix("nsubj") == true
        else { continue }
        return .entity(entities.mentions[index].entity)
      }
    }
    return home.map(Body.thing)
  }

  /// An office that there is only in a state, whatever its rank: "deputy foreign minister", "army chief".
  func isStateOffice(_ title: TitleTable.Title) -> Bool {
    guard title.rank == "official", let office = title.office else { return false }
    return office.split(separator: " ").contains {
      Self.stateWords.contains(String($0))
    }
  }
}
