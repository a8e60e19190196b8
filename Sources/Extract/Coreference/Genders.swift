import Graph

/// Tells which persons are "he" and which are "she", by their titles and first names.
struct Genders {
  let words: WordTable
  let table: TokenTable

  /// The gender of each entity; nil where nothing tells it, and for all that is no person.
  func genders(of document: DocumentEntities) -> [Referent.Gender?] {
    var genders = document.entities.map { entity in
      entity.id.nodeClass == "person" ? gender(ofName: entity.label) : nil
    }
    for mention in document.mentions {
      for use in mention.titles {
        for token in use.tokens {
          genders[mention.entity] = gender(ofNoun: table.lower[token]) ?? genders[mention.entity]
        }
      }
    }
    return genders
  }

  private func gender(ofName name: String) -> Referent.Gender? {
    guard let first = name.split(separator: " ").first.map(String.init) else { return nil }
    if words.firstName(first, is: .masculine) { return .masculine }
    return words.firstName(first, is: .feminine) ? .feminine : nil
  }

  private func gender(ofNoun noun: String) -> Referent.Gender? {
    if words.noun(noun, is: .masculine) { return .masculine }
    return words.noun(noun, is: .feminine) ? .feminine : nil
  }
}
