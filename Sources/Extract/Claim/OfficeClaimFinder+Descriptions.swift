import Graph
import Language

/// Offices that stand apart from the name: "Macron agreed. The French president left", "talks with Maduro of Venezuela".
extension OfficeClaimFinder {
  /// The offices that descriptions tell of persons whom the text names elsewhere, in the order of the text: of "the French
  /// president", where that is Macron, his. Those in `known` are left out.
  func describedOffices(_ known: [Finding]) -> [Finding] {
    entities.anaphors.compactMap { anaphor in
      guard anaphor.foundBy.hasPrefix("description."), anaphor.entities.count == 1,
        case let person = anaphor.entities[0],
        entities.entities[person].id.nodeClass == "person",
        let told = office(in: anaphor.tokens),
        !known.contains(where: {
          $0.person == person
            && ($0.office == told.office || $0.sentence == table.sentence[anaphor.head])
        })
      else { return nil }
      return Finding(
        person: person, body: .entity(told.country), office: told.office, rank: told.rank,
        isFormer: false, sentence: table.sentence[anaphor.head], title: told.title)
    }
  }

  /// The title of a description with the country right before it: "the French president", "Peru's foreign minister". None
  /// where a word between them says that it was or is to be.
  private func office(in description: Range<Int>) -> (
    country: Int, office: String, rank: String, title: Range<Int>
  )? {
    let sentence = table.text.sentenceRecords[table.sentence[description.lowerBound]].tokens
    let scan = scan(of: sentence)
    for token in description {
      guard let index = mentionAt[token], isCountry(index) else { continue }
      var start = entities.mentions[index].mention.tokens.upperBound
      if start < description.upperBound, ["'s", "'"].contains(table.lower[start]) { start += 1 }
      guard start < description.upperBound, let match = scan.title(at: start),
        match.end <= description.upperBound, let office = match.title.office,
        ["leader", "minister"].contains(match.title.rank)
      else { return nil }
      return (entities.mentions[index].entity, office, match.title.rank, start..<match.end)
    }
    return nil
  }

  /// The office that a list gives whom the text tells by his country: "Nicolas Maduro of Venezuela" governs it.
  func governedCountry(behind index: Int) -> Finding? {
    let mention = entities.mentions[index]
    let end = mention.mention.tokens.upperBound
    guard end + 1 < table.count, table.lower[end] == "of", let place = mentionAt[end + 1],
      isCountry(place), table.sentence[end + 1] == table.sentence[end],
      let published, let thing = entities.entities[mention.entity].thing,
      case let country = entities.mentions[place].entity,
      let tenure = gazetteer.things[thing].offices.first(where: {
        $0.body == entities.entities[country].id && $0.term?.overlaps(published) == true
      }), let title = gazetteer.titles.title(tenure.office), title.rank == "leader"
    else { return nil }
    return Finding(
      person: mention.entity, body: .entity(country), office: title.office ?? tenure.office,
      rank: title.rank, isFormer: false, sentence: table.sentence[end],
      title: end..<entities.mentions[place].mention.tokens.upperBound)
  }
}
