import Graph

/// Which bodies are part of the country that stands with their name, where somebody holds an office in them: "spokesman
/// for the Indonesian military".
///
/// A body of that kind that only acts is its country (frame `part-of.body`); whom somebody serves is a body of its own.
struct ServedBodies {
  let gazetteer: Gazetteer
  let table: TokenTable
  let entities: DocumentEntities
  let offices: [OfficeClaimFinder.Finding]
  /// Nouns, in lower case, of those who act for their country: "military".
  let institutions: Set<String>

  /// The claims of the document, one for each body, in the order of its offices.
  func claims() -> [ClaimDraft] {
    var seen: Set<Int> = []
    return offices.compactMap { office in
      guard case .entity(let body) = office.body, entities.entities[body].type == "organization",
        let id = entities.entities[body].thing.flatMap({ gazetteer.things[$0].country }),
        let country = entities.index(of: id), let name = name(of: body, with: country),
        seen.insert(body).inserted
      else { return nil }
      return ClaimDraft(
        source: body, relation: "part-of", target: country,
        sentence: table.sentence[name.lowerBound], tokens: name, frame: "part-of.served",
        trace: ClaimTrace(origin: table.traced("name", name)))
    }
  }

  /// The first name of the body that has the country's inside of it or right before it.
  private func name(of body: Int, with country: Int) -> Range<Int>? {
    let countries = entities.mentions.filter { $0.entity == country }.map(\.mention.tokens)
    return entities.mentions.lazy.filter { $0.entity == body }.map(\.mention.tokens).first { name in
      institutions.contains(table.lower[name.upperBound - 1])
        && countries.contains {
          name.lowerBound <= $0.lowerBound && $0.upperBound < name.upperBound
            || $0.upperBound == name.lowerBound
        }
    }
  }
}
