import Graph
import Language

/// Offices that stand in apposition: "the crown prince of Qatar, Tamim bin Hamad", "Xi Jinping, president of China".
extension OfficeClaimFinder {
  /// "the crown prince of Qatar, Tamim bin Hamad", "the presidents of Russia and Iran, Putin and Rouhani": the
  /// office and body of the same place in the list as the person's.
  func listedOffice(before index: Int) -> Finding? {
    let mention = entities.mentions[index].mention
    let sentence = table.text.sentenceRecords[table.sentence[mention.tokens.lowerBound]].tokens
    // "After talks with the presidents of Iran and Turkey, Putin met": a subject is no apposition.
    let end = mention.tokens.upperBound
    if mention.tokens.contains(where: isSubject), end < sentence.upperBound,
      table.forms[end] != ","
    {
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
    let scan = scan(of: sentence)
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
      return finding(
        for: index, of: body, office, rank: match.rank, title: start..<position, in: sentence)
    }
    return nil
  }

  /// What a title in apposition tells of a person; "former" may stand before it.
  private func finding(
    for index: Int, of body: Int, _ office: String, rank: String, title: Range<Int>,
    in sentence: Range<Int>
  ) -> Finding {
    let start = title.lowerBound
    return Finding(
      person: entities.mentions[index].entity, body: .entity(body), office: office, rank: rank,
      isFormer: start > sentence.lowerBound && gazetteer.words.isPast(start - 1, of: table),
      sentence: table.sentence[start], title: title)
  }

  /// "the security chiefs of the two countries, Odinga of Kenya and Lind of Norway": the office that all of them are told
  /// to hold, each of the body behind his name.
  func rangedOffice(before index: Int) -> Finding? {
    let mention = entities.mentions[index].mention
    let sentence = table.text.sentenceRecords[table.sentence[mention.tokens.lowerBound]].tokens
    guard let body = body(behind: mention.tokens, in: sentence) else { return nil }
    // Back over the persons before this one, each with his body.
    var comma = mention.extent.lowerBound - 1
    while comma > sentence.lowerBound, [",", "and"].contains(table.lower[comma]) {
      let before =
        table.lower[comma] == "and" && table.forms[comma - 1] == "," ? comma - 2 : comma - 1
      guard before > sentence.lowerBound, let other = mentionAt[before], isBody(other),
        let person = personBefore(entities.mentions[other].mention.tokens, in: sentence)
      else { break }
      comma = entities.mentions[person].mention.extent.lowerBound - 1
    }
    guard comma > sentence.lowerBound, table.forms[comma] == "," else { return nil }
    let scan = scan(of: sentence)
    for start in max(sentence.lowerBound, comma - Self.longestRoll)..<comma {
      for end in start + 1...comma {
        guard let title = title(at: start, scan, until: end), let office = title.office,
          title.rank != "person", table.lower[end - 1].hasSuffix("s"),
          end == comma || ["of", "from"].contains(table.lower[end]),
          !isOwned(start, in: sentence),
          !(end..<comma).contains(where: { table.isCapitalized[$0] || table.forms[$0] == "," })
        else { continue }
        return finding(
          for: index, of: body, office, rank: title.rank, title: start..<end, in: sentence)
      }
    }
    return nil
  }

  private static let longestRoll = 9

  /// "the wives of the presidents": whether what stands before a title's phrase tells that others are meant.
  private func isOwned(_ title: Int, in sentence: Range<Int>) -> Bool {
    var before = title - 1
    while before > sentence.lowerBound,
      table.lower[before] == "the" || table.lower[before] == "both" || isModifier(before)
        || Int(table.forms[before]) != nil
        || table.text.tokenRecords[before].partOfSpeech == .numeral
    {
      before -= 1
    }
    return before >= sentence.lowerBound && ["of", "to", "for"].contains(table.lower[before])
  }

  /// "Odinga of Kenya": the body behind a name.
  private func body(behind name: Range<Int>, in sentence: Range<Int>) -> Int? {
    let preposition = name.upperBound
    guard preposition + 1 < sentence.upperBound, table.lower[preposition] == "of" else {
      return nil
    }
    let start = table.lower[preposition + 1] == "the" ? preposition + 2 : preposition + 1
    guard let body = mentionAt[start], isBody(body) else { return nil }
    return entities.mentions[body].entity
  }

  /// The person whose name "of" joins to that of a body.
  private func personBefore(_ body: Range<Int>, in sentence: Range<Int>) -> Int? {
    var before = body.lowerBound - 1
    if before > sentence.lowerBound, table.lower[before] == "the" { before -= 1 }
    guard before > sentence.lowerBound, table.lower[before] == "of",
      let person = mentionAt[before - 1],
      entities.entities[entities.mentions[person].entity].id.nodeClass == "person"
    else { return nil }
    return person
  }

  /// "U.S. forces in Iraq": whose forces they are, and the "of" before them.
  func forceBody(before end: Int, in sentence: Range<Int>) -> (body: Int, position: Int)? {
    guard isForce(end - 1), end - 3 > sentence.lowerBound, let owner = mentionAt[end - 2],
      isBody(owner)
    else { return nil }
    var position = entities.mentions[owner].mention.tokens.lowerBound - 1
    if table.lower[position] == "the" { position -= 1 }
    guard position > sentence.lowerBound, table.lower[position] == "of" else { return nil }
    return (entities.mentions[owner].entity, position)
  }

  /// A plural in lower case for those whom an office commands or leads: "forces", "troops", "mission".
  func isForce(_ token: Int) -> Bool {
    !table.isCapitalized[token] && mentionAt[token] == nil
      && table.text.tokenRecords[token].partOfSpeech == .noun
  }

  /// The title that spans the tokens from `start` to `end`, of a plural too: "presidents", "foreign ministers".
  func title(at start: Int, _ scan: SentenceScan, until end: Int) -> TitleTable.Title? {
    if let match = scan.title(at: start), match.end == end { return match.title }
    let words = (start..<end).map { table.lower[$0] }.joined(separator: " ")
    return words.hasSuffix("s") ? gazetteer.titles.title(String(words.dropLast())) : nil
  }

  /// "Xi Jinping, president of China", "John Burrows, the chairman of the panel", "Ana Rojas, who was mayor of
  /// Lima"; and what an "and" joins to it: "leader of the National Party and Australia's deputy prime minister".
  func apposedTitles(after index: Int) -> [EntityMention.TitleUse] {
    let end = entities.mentions[index].mention.tokens.upperBound
    let sentence = table.text.sentenceRecords[table.sentence[end - 1]].tokens
    guard let start = appositionStart(behind: end, in: sentence),
      let first = apposedTitle(from: start, of: index, in: sentence)
    else { return [] }
    guard
      let next = coordinationEnd(behind: first.tokens.upperBound, in: sentence)
        ?? clauseStart(at: first.tokens.upperBound, in: sentence),
      let second = apposedTitle(from: next, of: index, in: sentence),
      !isOfNext(second, in: sentence)
    else { return [first] }
    // "former president of Peru and head of the bank"
    let isFormer = second.isFormer || first.isFormer && second.tokens.lowerBound == next
    return [
      first,
      EntityMention.TitleUse(title: second.title, tokens: second.tokens, isFormer: isFormer),
    ]
  }

  /// Whether a title is of a person named behind it, before the next comma: of a list that has each one's before the name.
  private func isOfNext(_ use: EntityMention.TitleUse, in sentence: Range<Int>) -> Bool {
    (use.tokens.upperBound..<sentence.upperBound).prefix { table.forms[$0] != "," }.contains {
      mentionCovering($0).map {
        entities.entities[entities.mentions[$0].entity].id.nodeClass == "person"
      } == true
    }
  }

  /// "a retired diplomat who served as ambassador": the clause in which a second title may stand.
  private func clauseStart(at token: Int, in sentence: Range<Int>) -> Int? {
    token + 2 < sentence.upperBound && table.lower[token] == "who"
      && ["served", "was", "is", "became"].contains(table.lower[token + 1]) ? token : nil
  }

  /// Where a second title may start behind the body of the one that ends at `end`: "of the National Party and".
  private func coordinationEnd(behind end: Int, in sentence: Range<Int>) -> Int? {
    var position = end
    while position + 1 < sentence.upperBound, position - end < Self.longestBridge {
      if mentionCovering(position) == nil {
        if table.lower[position] == "and" { return position + 1 }
        guard
          isModifier(position) || table.isCapitalized[position]
            || ["of", "for", "the", "'s"].contains(table.lower[position])
        else { return nil }
      } else if titledExtents[position] != nil {
        return nil
      }
      position += 1
    }
    return nil
  }

  /// The title of the person of a mention that an apposition has whose words start at `first`.
  private func apposedTitle(from first: Int, of index: Int, in sentence: Range<Int>)
    -> EntityMention.TitleUse?
  {
    var start = first
    var isFormer = false
    var isOwned = false
    let scan = scan(of: sentence)
    while start < sentence.upperBound, start < first + Self.longestBridge {
      // "a California Republican and chairman of the committee"
      if let party = memberships[index]?.tokens, party.contains(start),
        party.upperBound < sentence.upperBound, table.lower[party.upperBound] == "and"
      {
        start = party.upperBound + 1
        continue
      }
      if gazetteer.words.isPast(start, of: table) { isFormer = true }
      if let next = ageEnd(at: start, in: sentence) {
        start = next
        continue
      }
      if let owner = ownerName(at: start) {
        isOwned = true
        start = owner
        continue
      }
      // "Hussein Saleh, Head of Intelligence Majid Nasser": another's title.
      if titledExtents[start] != nil { return nil }
      if let title = scan.title(at: start) {
        // A name right after it: the title is that person's ("Obama, Prime Minister Abe and ...").
        guard title.end >= sentence.upperBound || !table.isCapitalized[title.end],
          !isClause(from: title.end, in: sentence)
            || isOwned && !isSubject(title.end - 1)
        else { return nil }
        return EntityMention.TitleUse(
          title: title.title, tokens: start..<title.end, isFormer: isFormer)
      }
      let isAnaphor = possessors?.body(at: start) != nil
      if isAnaphor || table.lower[start] == "'s" { isOwned = true }
      guard
        Self.bridgeWords.contains(table.lower[start])
          || gazetteer.words.adjective(table.lower[start], is: .past)
          || mentionCovering(start) != nil || isModifier(start) || isAnaphor
      else { return nil }
      start += 1
    }
    return nil
  }

  /// Where the age ends that starts at a token: "36-year-old".
  private func ageEnd(at token: Int, in sentence: Range<Int>) -> Int? {
    let words = ["-", "year", "-", "old"]
    let end = token + 1 + words.count
    guard end < sentence.upperBound, Int(table.forms[token]) != nil,
      words.elementsEqual(table.lower[token + 1..<end])
    else { return nil }
    return end
  }

  /// "In a letter to Kurt Lind, Chad's minister asked": what the tree has for a subject of its own is no apposition.
  private func isSubject(_ token: Int) -> Bool {
    table.text.tokenRecords[token].relation?.rawValue.hasPrefix("nsubj") == true
  }

  /// Where an apposition or predicate begins behind a name that ends at `end`: behind the comma, which the place that
  /// somebody comes from may part from the name ("Ana Rojas of Texas, the"), or at the article or verb.
  private func appositionStart(behind end: Int, in sentence: Range<Int>) -> Int? {
    guard end + 1 < sentence.upperBound else { return nil }
    if table.forms[end] == "," { return end + 1 }
    if table.lower[end] == "of", let place = mentionAt[end + 1],
      entities.entities[entities.mentions[place].entity].id.nodeClass == "place"
    {
      let comma = entities.mentions[place].mention.tokens.upperBound
      return comma + 1 < sentence.upperBound && table.forms[comma] == "," ? comma + 1 : nil
    }
    if ["is", "was"].contains(table.lower[end]) { return end }
    let scan = scan(of: sentence)
    // "Amrullah Saleh the head of the directorate"
    return table.lower[end] == "the" && scan.title(at: end + 1) != nil ? end : nil
  }

  /// The end of a person's name with its "'s", which stands before a title: "Mr. Orban's chief of staff".
  private func ownerName(at token: Int) -> Int? {
    guard let index = titledExtents[token] ?? mentionAt[token],
      entities.entities[entities.mentions[index].entity].id.nodeClass == "person"
    else { return nil }
    let end = entities.mentions[index].mention.tokens.upperBound
    guard end < table.count, ["'s", "'"].contains(table.lower[end]) else { return nil }
    return end + 1
  }

  /// How many tokens may stand between a name and the title behind it.
  private static let longestBridge = 8
  /// What may stand between a name and a title behind it, of words that are neither names nor modifiers.
  private static let bridgeWords: Set<String> = [
    "the", "a", "an", "'s", "his", "her", "its", "-", "who",
    "is", "was", "has", "had", "been", "served", "serves", "as", "became", "incoming", "outgoing",
    "newly", "elected", "acting", "now", "based",
  ]

  /// Whether a verb goes on behind a title, so that it is of somebody else: ", the president said".
  func isClause(from token: Int, in sentence: Range<Int>) -> Bool {
    guard token < sentence.upperBound, let part = table.text.tokenRecords[token].partOfSpeech else {
      return false
    }
    return part == .auxiliary
      || part == .verb
        && table.text.tokenRecords[token].morphology?.hasBytes(of: "VerbForm=Fin") == true
  }
}
