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
  var gazetteer: Gazetteer { words.gazetteer }
  var table: TokenTable { words.table }
  var entities: DocumentEntities { words.entities }

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
      } else if let listed, start == listed.end + 1,
        ["and", ","].contains(table.lower[listed.end]),
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

  func membership(
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
      guard
        mention.mention.extent.contains(token) || isModifier(token)
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
  func isModifier(_ token: Int) -> Bool {
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
  func state(before use: PartyWords.Use) -> NodeID? {
    var token = use.tokens.lowerBound - 1
    if token > 0, table.lower[token] == "'s" { token -= 1 }
    guard token >= 0, let place = words.mention(at: token) else { return nil }
    return region(entities.mentions[place])
  }

  /// The part of a country that a mention names, also where a better known place has its name.
  func region(_ mention: ResolvedMention) -> NodeID? {
    if let place = gazetteer.parties.place(
      abbreviated: table.phrase(mention.mention.tokens))
    {
      return place
    }
    let entity = entities.entities[mention.entity]
    return entity.type == "region" ? entity.id : nil
  }

  /// How many tokens may stand between a party's word and a name.
  static let longestRun = 8
}
