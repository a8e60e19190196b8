import Graph
import Language

/// A person and the party that a text says to be theirs.
struct PartyMembership: Hashable {
  /// The person, by index of the document's entities.
  let person: Int
  let party: NodeID
  let sentence: Int
  /// What tells the party.
  let tokens: Range<Int>
  /// The place behind the party's letter or word, which an elected office is of: "D-N.H.", "Republican of Maine".
  let place: NodeID?
}

/// Finds of which party a person is told to be: by a word before the name ("Labour MP Kurt Lind"), by letters behind it
/// ("D-N.H."), by an apposition ("a Republican"), and by the party's name ("whose Social Democrats", "of Fine Gael").
struct PartyMemberships {
  let words: PartyWords
  private var gazetteer: Gazetteer { words.gazetteer }
  private var table: TokenTable { words.table }
  private var entities: DocumentEntities { words.entities }

  /// What stands with each mention of a person, by the mention's index.
  func memberships() -> [Int: PartyMembership] {
    var found: [Int: PartyMembership] = [:]
    // The person before in a list of which a plural tells: "Republican Senators Ann Reed and Kurt Lind".
    var listed: (end: Int, membership: PartyMembership)?
    for index in entities.mentions.indices {
      let mention = entities.mentions[index]
      guard entities.entities[mention.entity].id.nodeClass == "person" else { continue }
      let start = mention.mention.tokens.lowerBound
      let membership: PartyMembership?
      if let own = behind(index) {
        listed = nil
        membership = own
      } else if let listed, start == listed.end + 1, ["and", ","].contains(table.lower[listed.end]),
        table.sentence[start] == listed.membership.sentence, mention.mention.extent.count < 4
      {
        membership = PartyMembership(
          person: mention.entity, party: listed.membership.party,
          sentence: listed.membership.sentence, tokens: listed.membership.tokens, place: nil)
      } else {
        listed = nil
        membership = before(index).map {
          self.membership(of: mention, $0, place: state(before: $0))
        }
      }
      guard let membership else { continue }
      found[index] = membership
      if listed != nil || isPlural(membership, before: start) {
        listed = (mention.mention.extent.upperBound, membership)
      }
    }
    return found
  }

  private func membership(
    of mention: ResolvedMention, _ use: PartyWords.Use, place: NodeID?
  ) -> PartyMembership {
    PartyMembership(
      person: mention.entity, party: gazetteer.things[use.party].id,
      sentence: table.sentence[mention.mention.tokens.lowerBound], tokens: use.tokens, place: place)
  }

  /// Whether the words from the party's to the name are of several: "Republicans", "Labour MPs".
  private func isPlural(_ membership: PartyMembership, before start: Int) -> Bool {
    guard membership.tokens.upperBound <= start else { return false }
    let last = table.lower[start - 1]
    return last.hasSuffix("s") && !last.hasSuffix("ss") && last != "'s"
  }

  // MARK: - Before the name

  /// The party word among titles and modifiers before a name: "Conservative leader Andrew Lind", "her Republican rival
  /// Kurt Lind", "the Democratic nominee, Ann Reed".
  func before(_ index: Int) -> PartyWords.Use? {
    let mention = entities.mentions[index]
    let start = mention.mention.tokens.lowerBound
    let sentence = table.text.sentenceRecords[table.sentence[start]].tokens
    let isTitled = mention.titles.contains { $0.title.office != nil && $0.title.rank != "person" }
    var position = start
    if position - 1 > sentence.lowerBound, table.forms[position - 1] == "," {
      guard isTitled || gazetteer.words.noun(table.lower[position - 2], is: .elected) else {
        return nil
      }
      position -= 1
    }
    let end = position
    while position > sentence.lowerBound, start - position < Self.longestRun {
      if let use = words.use(endingAt: position, of: mention.entity) {
        return isCalling(use, until: end, isTitled: isTitled, in: sentence) ? use : nil
      }
      let token = position - 1
      if let place = words.mention(at: token), !mention.mention.extent.contains(token),
        entities.entities[entities.mentions[place].entity].id.nodeClass != "place"
      {
        return nil
      }
      guard mention.mention.extent.contains(token) || isModifier(token)
        || words.mention(at: token) != nil
      else { return nil }
      position -= 1
    }
    return nil
  }

  /// Whether a party word says of which party the person is whose name starts behind `end`. "Liberal economist Kurt Lind"
  /// at a sentence's start, and "Labor Minister Kurt Lind", don't.
  private func isCalling(
    _ use: PartyWords.Use, until end: Int, isTitled: Bool, in sentence: Range<Int>
  ) -> Bool {
    if table.forms[use.tokens.upperBound] == "-" { return false }
    let scan = SentenceScan(
      gazetteer: gazetteer, table: table, tokens: sentence, isTitleCased: false)
    for start in max(sentence.lowerBound, use.tokens.lowerBound - 2)...use.tokens.lowerBound {
      guard let title = scan.title(at: start), title.end > use.tokens.upperBound else { continue }
      if title.title.rank == "minister" || title.title.office?.contains("union") == true {
        return false
      }
    }
    let between = use.tokens.upperBound..<end
    if between.isEmpty { return use.isMember }
    let isOfPolitics =
      isTitled || between.contains { gazetteer.words.noun(table.lower[$0], is: .elected) }
    return isOfPolitics || use.isMember && use.tokens.lowerBound > sentence.lowerBound
  }

  /// A word in lower case, or a hyphen between two, that may stand between a party's word and a name.
  private func isModifier(_ token: Int) -> Bool {
    guard table.isSmall(token) else {
      return table.forms[token] == "-" && !table.hasSpaceBefore[token]
    }
    switch table.text.tokenRecords[token].partOfSpeech {
    case .adjective, .noun: return true
    case .properNoun: return true
    default: return false
    }
  }

  /// The part of a country that stands right before a party's word: "the Tennessee Republican".
  private func state(before use: PartyWords.Use) -> NodeID? {
    var token = use.tokens.lowerBound - 1
    if token > 0, table.lower[token] == "'s" { token -= 1 }
    guard token >= 0, let place = words.mention(at: token) else { return nil }
    return region(entities.mentions[place])
  }

  /// The part of a country that a mention names, also where a better known place has its name.
  private func region(_ mention: ResolvedMention) -> NodeID? {
    if let place = gazetteer.parties.place(
      abbreviated: table.phrase(mention.mention.tokens))
    {
      return place
    }
    let entity = entities.entities[mention.entity]
    return entity.type == "region" ? entity.id : nil
  }

  // MARK: - Behind the name

  /// What stands behind a name: letters, an apposition, or the party's own name.
  private func behind(_ index: Int) -> PartyMembership? {
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

  // MARK: - The party's own name

  /// "Kurt Lind, whose Social Democrats", "Kurt Lind of the far-right Freedom Party", "Sinn Fein's Kurt Lind".
  private func ownParty(of index: Int, in sentence: Range<Int>) -> PartyMembership? {
    let mention = entities.mentions[index]
    let end = mention.mention.tokens.upperBound
    let start = mention.mention.extent.lowerBound
    let isOfParty = mention.titles.contains(where: isPartyOffice)
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

  /// Whether a title is of a party, not of the state: "leader", "whip".
  private func isPartyOffice(_ use: EntityMention.TitleUse) -> Bool {
    guard let office = use.title.office, let last = office.split(separator: " ").last else {
      return false
    }
    return gazetteer.words.noun(String(last), is: .party)
  }

  private static let bridges: Set<String> = [
    "a", "an", "the", "'s", "'", "and", "who", "is", "was", "also", "both", "no.",
  ]
  private static let memberEnds: Set<String> = [
    ",", ".", ")", ";", "who", "and", "but", "on", "of", "from", "in", "representing", "that",
    "--", "–", "—",
  ]
  /// How many tokens may stand between a party's word and a name.
  private static let longestRun = 8
  private static let longestApposition = 10
  private static let longestTag = 7
}
