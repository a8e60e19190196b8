import Graph
import Language

/// Offices of counterparts: "his Russian counterpart, Sergey Lavrov", "Sergey Lavrov, his Russian colleague".
extension OfficeClaimFinder {
  /// "his Russian counterpart, Sergey Lavrov", "their Japanese counterparts, Kishida and Onodera": the office of
  /// the person before, of the country that stands with the noun.
  func counterpartOffice(before index: Int, _ known: [Finding]) -> Finding? {
    guard let (place, position) = place(of: index, behind: isCounterpart) else { return nil }
    return counterpartOffice(
      of: index, at: position, place: place, owned: person(before: position), known)
  }

  /// "their foreign ministers, Mirzoyan and Bayramov": the office that both are told to hold, each of the body that the
  /// text named in the same order.
  func pairedOffice(before index: Int) -> Finding? {
    guard let possessors,
      let (place, last) = place(of: index, behind: { table.lower[$0].hasSuffix("s") }), place < 2,
      place == 1 || isPersonNext(behind: index)
    else { return nil }
    let sentence = table.text.sentenceRecords[table.sentence[last]].tokens
    let scan = scan(of: sentence)
    for start in max(sentence.lowerBound + 1, last - 3)...last {
      guard let title = title(at: start, scan, until: last + 1), let office = title.office,
        title.rank != "person", let bodies = possessors.bodies(ofPairAt: start - 1)
      else { continue }
      return Finding(
        person: entities.mentions[index].entity, body: bodies[place], office: office,
        rank: title.rank, isFormer: false, sentence: table.sentence[start], title: start..<last + 1)
    }
    return nil
  }

  /// Whether an "and" joins one more person to a name, the last of the list.
  private func isPersonNext(behind index: Int) -> Bool {
    let end = entities.mentions[index].mention.tokens.upperBound
    guard end + 1 < table.count, table.lower[end] == "and",
      let next = mentionAt[end + 1] ?? titledExtents[end + 1]
    else { return false }
    return entities.entities[entities.mentions[next].entity].id.nodeClass == "person"
  }

  /// How many persons a list has before this one, behind the noun that they are apposed to, and where that stands.
  private func place(of index: Int, behind isNoun: (Int) -> Bool) -> (place: Int, noun: Int)? {
    let mention = entities.mentions[index].mention
    let sentence = table.text.sentenceRecords[table.sentence[mention.tokens.lowerBound]].tokens
    var position = mention.extent.lowerBound - 1
    var place = 0
    while position > sentence.lowerBound {
      if let other = mentionAt[position],
        entities.entities[entities.mentions[other].entity].id.nodeClass == "person"
      {
        place += 1
        position = entities.mentions[other].mention.extent.lowerBound - 1
      } else if [",", "and", "–", "-", "—"].contains(table.forms[position]) {
        position -= 1
      } else {
        return isNoun(position) ? (place, position) : nil
      }
    }
    return nil
  }

  /// "Sergey Lavrov, his Russian counterpart": the same, told behind the name.
  func counterpartOffice(behind index: Int, _ known: [Finding]) -> Finding? {
    let mention = entities.mentions[index].mention
    let comma = mention.tokens.upperBound
    let sentence = table.text.sentenceRecords[table.sentence[mention.tokens.lowerBound]].tokens
    guard comma + 2 < sentence.upperBound, table.forms[comma] == ",",
      ["his", "her"].contains(table.lower[comma + 1]),
      let noun = (comma + 2..<min(comma + 5, sentence.upperBound)).first(where: isCounterpart)
    else { return nil }
    return counterpartOffice(
      of: index, at: noun, place: 0, owned: person(before: mention.extent.lowerBound), known)
  }

  /// The office of `owned`, or of who was told to hold one last, as that of a counterpart of the country before the noun.
  private func counterpartOffice(
    of index: Int, at position: Int, place: Int, owned: Int?, _ known: [Finding]
  ) -> Finding? {
    let sentence = table.text.sentenceRecords[table.sentence[position]].tokens
    // "his Danish opposite number"
    let first = table.lower[position] == "number" ? position - 1 : position
    guard first > sentence.lowerBound else { return nil }
    // "his Ethiopian and Somali counterparts, Atske and Fiqi": each of the body of the same place in the list.
    let owners = bodies(before: first, in: sentence)
    let owner = place < owners.count ? owners[place] : owners.last
    let isPlural = table.lower[position].hasSuffix("s") && !isOfOne(position, in: sentence)
    let before = known.filter {
      $0.title.lowerBound < position && table.sentence[position] - $0.sentence <= 2 && !$0.isFormer
    }
    // Of several the one of the same place in the list counts.
    let own =
      isPlural
      ? before.suffix(2).dropFirst(before.count > 1 ? place : 0).first
      : known.last { $0.person == owned && !$0.isFormer }
    guard own?.person != entities.mentions[index].entity,
      // "Putin and his Ukrainian counterpart": of whom the text tells no office, a list may.
      let office = own.map({ ($0.office, $0.rank) }) ?? owned.flatMap(titledOffice)
        ?? owned.flatMap(listedOffice)
        ?? before.last.map({ ($0.office, $0.rank) })
    else { return nil }
    // "her counterpart, Sergey Lavrov": of whom a list tells where that is. A mere colleague may be of her own country.
    let isElsewhere = !table.lower[position].hasPrefix("colleague")
    guard
      let body = owner.map({ .entity($0) })
        ?? (isElsewhere
          ? listedBody(of: entities.mentions[index].entity, office: office.0) : nil)
    else { return nil }
    return Finding(
      person: entities.mentions[index].entity, body: body, office: office.0, rank: office.1,
      isFormer: false, sentence: table.sentence[position], title: position..<position + 1)
  }

  /// The bodies that a list right before a token names: "Ethiopian and Somali", "Chinese, French and German".
  private func bodies(before end: Int, in sentence: Range<Int>) -> [Int] {
    var bodies: [Int] = []
    var position = end - 1
    while position > sentence.lowerBound, let mention = mentionAt[position], isBody(mention) {
      bodies.insert(entities.mentions[mention].entity, at: 0)
      position = entities.mentions[mention].mention.tokens.lowerBound - 1
      guard position > sentence.lowerBound, [",", "and"].contains(table.lower[position]) else {
        break
      }
      position -= table.lower[position] == "and" && table.forms[position - 1] == "," ? 2 : 1
    }
    return bodies
  }

  /// "counterpart", "colleague", and "opposite number" by its last word.
  private func isCounterpart(_ token: Int) -> Bool {
    gazetteer.words.noun(table.lower[token], is: .counterpart)
      || table.lower[token] == "number" && token > 0 && table.lower[token - 1] == "opposite"
  }

  /// The office of the last title before a name of the person: "Defence Minister Kurt Lind".
  private func titledOffice(of person: Int) -> (office: String, rank: String)? {
    entities.mentions.lazy.filter { $0.entity == person }.flatMap(\.titles)
      .last { $0.title.office != nil && !$0.isFormer }
      .flatMap { use in use.title.office.map { ($0, use.title.rank) } }
  }

  /// The office that the gazetteer gives a person on the day of the text, with its rank.
  private func listedOffice(of person: Int) -> (office: String, rank: String)? {
    guard let published, let thing = entities.entities[person].thing else { return nil }
    return gazetteer.things[thing].offices.lazy.compactMap { tenure in
      guard let term = tenure.term, term.overlaps(published),
        let title = gazetteer.titles.title(tenure.office)
      else { return nil }
      return (title.office ?? tenure.office, title.rank)
    }.first
  }

  /// "his Chinese and French counterparts": whether all have the office of one person.
  private func isOfOne(_ noun: Int, in sentence: Range<Int>) -> Bool {
    (max(sentence.lowerBound, noun - 6)..<noun).contains {
      ["his", "her"].contains(table.lower[$0])
        && table.text.tokenRecords[$0].relation?.rawValue == "nmod:poss"
    }
  }

  /// The person named last before a token of the sentence.
  func person(before token: Int) -> Int? {
    let start = table.text.sentenceRecords[table.sentence[token]].tokens.lowerBound
    return (start..<token).reversed().lazy.compactMap { mentionAt[$0] }
      .map { entities.mentions[$0].entity }
      .first { entities.entities[$0].id.nodeClass == "person" }
  }
}
