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
    let institutions = Set(
      document.entities.indices.filter { index in
        document.entities[index].type == "organization"
          && document.entities[index].thing.map { gazetteer.things[$0].isRebel } != true
          && document.entities[index].label.lowercased().split(separator: " ").contains {
            words.contains(String($0))
          }
      })
    for index in institutions {
      if let owner = document.entities[index].thing.flatMap({ gazetteer.things[$0].country }),
        let country = indices[owner]
      {
        countries[index] = country
      }
    }
    for mention in document.mentions
    where institutions.contains(mention.entity) && countries[mention.entity] == nil {
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
