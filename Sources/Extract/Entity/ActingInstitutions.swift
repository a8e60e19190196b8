import Graph

/// Which institutions of a document act for which of its countries: "the Kenyan Defence Ministry rejected" is Kenya.
///
/// An institution is told by a word of its name that the frames list as acting for its owner; the owner by the
/// gazetteer, or by the name inside or right before its own.
struct ActingInstitutions {
  /// The country's entity by the institution's.
  private(set) var countries: [Int: Int] = [:]

  init(
    of document: DocumentEntities, gazetteer: Gazetteer, table: TokenTable, words: Set<String>
  ) {
    let indices = Dictionary(
      document.entities.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    for (index, entity) in document.entities.enumerated() where entity.type == "organization" {
      guard
        entity.label.lowercased().split(separator: " ").contains(where: {
          words.contains(String($0))
        })
      else { continue }
      if let owner = entity.thing.flatMap({ gazetteer.things[$0].country }),
        let country = indices[owner]
      {
        countries[index] = country
      }
    }
    for mention in document.mentions
    where document.entities[mention.entity].type == "organization"
      && countries[mention.entity] == nil
    {
      let label = document.entities[mention.entity].label.lowercased()
      guard label.split(separator: " ").contains(where: { words.contains(String($0)) }) else {
        continue
      }
      let start = mention.mention.tokens.lowerBound
      let owner = document.mentions.first { other in
        guard document.entities[other.entity].type == "country" else { return false }
        let tokens = other.mention.tokens
        let isInside = mention.mention.tokens.contains(tokens.lowerBound)
        let isBefore =
          tokens.upperBound == start
          || tokens.upperBound + 1 == start && ["'s", "'"].contains(table.lower[tokens.upperBound])
        return isInside || isBefore
      }
      if let owner { countries[mention.entity] = owner.entity }
    }
  }
}
