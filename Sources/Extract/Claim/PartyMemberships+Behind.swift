import Graph
import Language

/// What stands behind a name and tells of a party: letters, an apposition, the party's own name.
extension PartyMemberships {
  /// What stands behind a name: letters, an apposition, or the party's own name.
  func behind(_ index: Int) -> PartyMembership? {
    let mention = entities.mentions[index]
    let name = mention.mention
    let sentence = table.text.sentenceRecords[table.sentence[name.tokens.lowerBound]].tokens
    var end = name.tokens.upperBound
    if let named = ownParty(of: index, in: sentence) { return named }
    while end < sentence.upperBound, NameWords.postnominals.contains(table.forms[end]) { end += 1 }
    // "Senator Ben Lind of Maryland, the ranking Democrat": where the person comes from.
    var home: NodeID?
    if end + 1 < sentence.upperBound, table.lower[end] == "of",
      let place = words.mention(at: end + 1),
      entities.entities[entities.mentions[place].entity].id.nodeClass == "place"
    {
      home = region(entities.mentions[place])
      end = entities.mentions[place].mention.tokens.upperBound
    }
    guard end + 1 < sentence.upperBound else { return nil }
    let mark = table.lower[end]
    if [",", "("].contains(mark) {
      if let tag = tag(at: end + 1, of: mention, in: sentence) { return tag }
    }
    guard mark == "," || mark == "is" || mark == "was",
      let (use, place) = member(from: end + 1, of: mention, in: sentence)
    else { return nil }
    return membership(of: mention, use, place: place ?? home)
  }

  /// "D-N.H.", "R-Texas", "R": a party's letter, with a place behind a hyphen, up to a comma or bracket.
  private func tag(at start: Int, of mention: ResolvedMention, in sentence: Range<Int>)
    -> PartyMembership?
  {
    var end = start
    var text = ""
    while end < sentence.upperBound, ![",", ")", ";"].contains(table.forms[end]),
      end - start < Self.longestTag
    {
      text += (end > start && table.hasSpaceBefore[end] ? " " : "") + table.forms[end]
      end += 1
    }
    guard end < sentence.upperBound, end > start else { return nil }
    let parts = text.split(separator: "-", maxSplits: 1).map {
      $0.trimmingPrefix(" ").description
    }
    guard let letter = parts.first, let party = gazetteer.parties.party(letter: letter) else {
      return nil
    }
    var place: NodeID?
    if parts.count > 1 {
      place = gazetteer.parties.place(abbreviated: parts[1]) ?? listedRegion(parts[1])
      guard place != nil else { return nil }
    } else if table.forms[end] != ")" {
      return nil
    }
    return PartyMembership(
      person: mention.entity, party: gazetteer.things[party].id,
      sentence: table.sentence[start], tokens: start..<end, place: place)
  }

  private func listedRegion(_ name: String) -> NodeID? {
    gazetteer.candidates(for: name).lazy.map { gazetteer.things[$0.thing] }
      .first { $0.id.nodeClass == "place" && $0.type != "country" && $0.type != "city" }?.id
  }

  /// The noun for a member in an apposition or predicate that starts at `start`: "a Republican", "the panel's top
  /// Democrat", "Republican of Maine", "a Labour lawmaker", with the place that stands with it.
  private func member(from start: Int, of mention: ResolvedMention, in sentence: Range<Int>)
    -> (use: PartyWords.Use, place: NodeID?)?
  {
    var position = start
    while position < sentence.upperBound, position - start < Self.longestApposition {
      if let use = words.use(startingAt: position, of: mention.entity) {
        let before = table.lower[max(start, use.tokens.lowerBound - 1)]
        guard !gazetteer.words.adjective(before, is: .past) else { return nil }
        guard let end = memberEnd(use, in: sentence) else { return nil }
        return (use, place(behind: end, in: sentence) ?? state(before: use))
      }
      let isBridge =
        isModifier(position) || words.mention(at: position).map(isNoPerson) == true
        || Self.bridges.contains(table.lower[position])
        || table.text.tokenRecords[position].partOfSpeech == .adverb
        || table.text.tokenRecords[position].partOfSpeech == .numeral
      guard isBridge else { return nil }
      position += 1
    }
    return nil
  }

  private func isNoPerson(_ mention: Int) -> Bool {
    entities.entities[entities.mentions[mention].entity].id.nodeClass != "person"
  }

  /// Where what calls somebody a member ends: at the noun, or at the title behind it ("a Republican senator"); nil where
  /// the word belongs to something else ("a Republican victory").
  private func memberEnd(_ use: PartyWords.Use, in sentence: Range<Int>) -> Int? {
    let end = use.tokens.upperBound
    guard end < sentence.upperBound else { return use.isMember ? end : nil }
    if use.isMember, Self.memberEnds.contains(table.lower[end]) { return end }
    let scan = SentenceScan(
      gazetteer: gazetteer, table: table, tokens: sentence, isTitleCased: false)
    if let title = scan.title(at: end), title.title.office != nil,
      title.end >= sentence.upperBound || !table.isCapitalized[title.end]
    {
      return title.end
    }
    return gazetteer.words.noun(table.lower[end], is: .elected) ? end + 1 : nil
  }

  /// The place of "of Maine", "from Ohio".
  private func place(behind end: Int, in sentence: Range<Int>) -> NodeID? {
    guard end + 1 < sentence.upperBound, ["of", "from"].contains(table.lower[end]),
      let place = words.mention(at: end + 1)
    else { return nil }
    return region(entities.mentions[place])
  }

  // MARK: - By the party's own name

  /// "Kurt Lind, whose Social Democrats", "Kurt Lind of the far-right Freedom Party", "Sinn Fein's Kurt Lind".
  private func ownParty(of index: Int, in sentence: Range<Int>) -> PartyMembership? {
    let mention = entities.mentions[index]
    let end = mention.mention.tokens.upperBound
    let start = mention.mention.extent.lowerBound
    let isOfParty = mention.titles.contains { gazetteer.words.isOfParty($0.title.office) }
    if start - 2 >= sentence.lowerBound, ["'s", "'"].contains(table.lower[start - 1]),
      let party = words.mention(at: start - 2), words.isParty(entities.mentions[party].entity),
      !mention.titles.contains(where: { $0.title.office != nil })
    {
      return membership(of: mention, in: party)
    }
    var position: Int
    if end + 2 < sentence.upperBound, table.forms[end] == ",", table.lower[end + 1] == "whose" {
      position = end + 2
    } else if end + 1 < sentence.upperBound, table.lower[end] == "of", !isOfParty {
      position = end + 1
      if table.lower[position] == "the" { position += 1 }
    } else {
      return nil
    }
    let first = position
    while position < sentence.upperBound, position - first < Self.longestRun {
      if let party = words.mention(at: position) {
        let entity = entities.mentions[party].entity
        if words.isParty(entity) { return membership(of: mention, in: party) }
        guard entities.entities[entity].id.nodeClass == "place" else { return nil }
      } else if !isModifier(position), table.lower[position] != "'s" {
        return nil
      }
      position += 1
    }
    return nil
  }

  private func membership(of mention: ResolvedMention, in party: Int) -> PartyMembership {
    let name = entities.mentions[party]
    return PartyMembership(
      person: mention.entity, party: entities.entities[name.entity].id,
      sentence: table.sentence[name.mention.tokens.lowerBound], tokens: name.mention.tokens,
      place: nil)
  }

  private static let bridges: Set<String> = [
    "a", "an", "the", "'s", "'", "and", "who", "is", "was", "also", "both", "no.",
  ]
  private static let memberEnds: Set<String> = [
    ",", ".", ")", ";", "who", "and", "but", "on", "of", "from", "in", "representing", "that",
    "--", "–", "—",
  ]
  private static let longestApposition = 10
  private static let longestTag = 7
}
