import Graph
import Language

/// Offices whose owner a pronoun, a description or a person's name tells: "its ambassador in Belgrade, Ivo Kranjc",
/// "his predecessor, Ana Rojas", "Mr. Orban's chief of staff".
extension OfficeClaimFinder {
  /// The body of a title right behind a possessive pronoun: "his foreign minister, Kurt Lind".
  func possessedBody(of use: EntityMention.TitleUse) -> Body? {
    // "his director of the agency" serves the agency.
    let end = use.tokens.upperBound
    guard end >= table.count || table.lower[end] != "of" else { return nil }
    var before = use.tokens.lowerBound - 1
    while before >= 0, table.sentence[before] == table.sentence[use.tokens.lowerBound],
      isModifier(before) || ["'s", "'"].contains(table.lower[before])
    {
      before -= 1
    }
    guard before >= 0, table.sentence[before] == table.sentence[use.tokens.lowerBound] else {
      return nil
    }
    return possessors?.body(at: before, isStaff: isPersonal(use.title))
  }

  /// The body of a title before whom its bearer serves: "a spokesman for President Moyo".
  func servedBody(of use: EntityMention.TitleUse) -> Body? {
    let end = use.tokens.upperBound
    guard let possessors, isPersonal(use.title), end + 1 < table.count,
      ["for", "to", "of"].contains(table.lower[end]),
      let served = titledExtents[end + 1] ?? mentionAt[end + 1]
    else { return nil }
    return possessors.body(servedBy: entities.mentions[served].entity)
  }

  /// An office of those who serve one person, whatever that person's own: "his deputy", "Mr. Orban's spokesman".
  private func isPersonal(_ title: TitleTable.Title) -> Bool {
    isStaff(title)
      || title.office.map { Self.personalOffices.contains($0) || $0.hasSuffix("spokesman") }
        ?? false
  }

  private static let personalOffices: Set<String> = [
    "deputy", "presidential aide", "chief of staff", "lawyer", "secretary",
  ]

  /// The office that an apposition before a name gives it by a pronoun: "its envoy to Yemen, Faisal Otaibi".
  func possessedOffice(before index: Int) -> Finding? {
    guard let possessors else { return nil }
    let mention = entities.mentions[index]
    let sentence = table.text.sentenceRecords[table.sentence[mention.mention.tokens.lowerBound]]
      .tokens
    if let owner = ownerOfPredecessor(behind: index),
      let predecessor = predecessor(index, ofOwnerAt: owner, possessors)
    {
      return predecessor
    }
    let first = start(ofListWith: index)
    // "Its mediator, former Nigerian President Musa Bello": past what else stands before the name.
    var comma = first - 1
    while comma > sentence.lowerBound, table.forms[comma] != ",",
      table.isCapitalized[comma] || isModifier(comma),
      mention.mention.extent.lowerBound - comma < 4
    {
      comma -= 1
    }
    guard comma > sentence.lowerBound, table.forms[comma] == "," else { return nil }
    for owner in max(sentence.lowerBound, comma - Self.longestApposition)..<comma {
      // "Like many of his predecessors, Moyo waited" tells of none by name.
      if Self.predecessors.contains(table.lower[owner + 1]), owner + 2 == comma,
        owner == sentence.lowerBound || table.lower[owner - 1] != "of"
          || table.lower[owner + 1] == "predecessor"
          // "praised one of his predecessors, Keizo Obuchi"
          || owner > sentence.lowerBound + 1 && table.lower[owner - 2] == "one",
        let predecessor = predecessor(index, ofOwnerAt: owner, possessors)
      {
        return predecessor
      }
      // Of several, only predecessors have one office.
      guard first == mention.mention.extent.lowerBound,
        let body = possessors.body(at: owner, isStaff: true)
      else { continue }
      let isLed = possessors.body(at: owner) != nil
      var start = owner + 1
      while start < comma, isModifier(start) || ["'s", "'"].contains(table.lower[start]) {
        start += 1
      }
      let scan = scan(of: sentence)
      for first in owner + 1..<max(start, owner + 1) + 1 where first < comma {
        guard let match = scan.title(at: first), let office = match.title.office,
          match.title.rank != "person", isPlaced(from: match.end, to: comma),
          isLed || isPersonal(match.title)
        else { continue }
        return Finding(
          person: mention.entity, body: body, office: office, rank: match.title.rank,
          isFormer: false, sentence: table.sentence[owner], title: first..<match.end)
      }
    }
    return nil
  }

  private static let predecessors: Set<String> = ["predecessor", "predecessors"]

  /// The office of whom the pronoun at `owner`, before "predecessor", means, as one that was this person's.
  private func predecessor(
    _ index: Int, ofOwnerAt owner: Int, _ possessors: OfficePossessors
  ) -> Finding? {
    possessors.office(at: owner).map { holder, body in
      Finding(
        person: entities.mentions[index].entity, body: body, office: holder.office,
        rank: holder.rank, isFormer: true, sentence: table.sentence[owner],
        title: owner + 1..<owner + 2)
    }
  }

  /// The pronoun of "Ana Rojas, one of his predecessors, spoke".
  private func ownerOfPredecessor(behind index: Int) -> Int? {
    let name = entities.mentions[index].mention.tokens
    var owner = name.upperBound + 1
    guard owner + 3 < table.count, table.forms[owner - 1] == "," else { return nil }
    if table.lower[owner] == "one", table.lower[owner + 1] == "of" { owner += 2 }
    return Self.predecessors.contains(table.lower[owner + 1])
      && table.sentence[owner + 1] == table.sentence[name.lowerBound] ? owner : nil
  }

  /// Where the first of the names starts that are listed up to this one: "Kim and Roh".
  private func start(ofListWith index: Int) -> Int {
    var start = entities.mentions[index].mention.extent.lowerBound
    while start > 1, table.lower[start - 1] == "and", let other = mentionAt[start - 2],
      entities.entities[entities.mentions[other].entity].id.nodeClass == "person",
      table.sentence[start - 2] == table.sentence[start]
    {
      start = entities.mentions[other].mention.extent.lowerBound
    }
    return start
  }

  /// Whether nothing stands between a title and the name but where, or to whom: "in Belgrade", "to Yemen".
  private func isPlaced(from start: Int, to comma: Int) -> Bool {
    start == comma || ["in", "to", "at", "for", "on"].contains(table.lower[start])
  }

  private static let longestApposition = 10
}
