import Graph
import Language

/// Countries told by what they are: "the country", "the West African nation", "the Gulf emirate", "his country".
extension CoreferenceResolver {
  /// "the West African nation", "the Gulf emirate", "the island kingdom": the country named last that lies there and is of that
  /// form.
  func told(byRegionIn phrase: NounPhrase, sentence: Int) -> Int? {
    guard phrase.isDefinite, !phrase.saysMore, !phrase.isBacked, !phrase.isPlaced, !phrase.isPlural,
      phrase.count == nil,
      gazetteer.heads.type(phrase.lemma, .any) == "country"
        || gazetteer.heads.type(phrase.lemma, .within) == "country",
      gazetteer.heads.type(phrase.lemma, .own) == nil,
      phrase.owners.allSatisfy({ tellsRegion($0) && $0 < phrase.head })
    else { return nil }
    let regions = named(asOwnersIn: phrase)
    let forms = phrase.compounds.map { table.lower[$0] }
    guard !regions.isEmpty || !forms.isEmpty, forms.allSatisfy(gazetteer.forms.contains) else {
      return nil
    }
    let fitting = entities.entities.indices.filter { index in
      guard entities.entities[index].type == "country", let thing = entities.entities[index].thing,
        hasForm(phrase.lemma, index), !isNew(index, before: phrase.head),
        !isSubject(index, beside: phrase)
      else { return false }
      return regions.allSatisfy { gazetteer.lies(thing, in: $0) }
        && forms.allSatisfy(gazetteer.things[thing].forms.contains)
    }
    // The sentence that named one last names no other that lies there.
    let named = referents.filter {
      sentence - $0.sentence <= Self.regionReach && !Set($0.entities).isDisjoint(with: fitting)
    }
    let last = named.filter { $0.sentence == named.last?.sentence }.flatMap(\.entities)
    let countries = Set(last).intersection(fitting)
    return countries.count == 1 ? countries.first : nil
  }

  /// What the owners in a phrase name, of which each names one thing: a region, or a bloc.
  func named(asOwnersIn phrase: NounPhrase) -> [NodeID] {
    phrase.owners.map { entities.entities[entities(at: $0)[0]].id }
  }

  /// How many sentences back a country may stand that its region tells.
  private static let regionReach = 6

  /// Whether a country is of the form that a noun tells, if it tells one: "the kingdom".
  func hasForm(_ noun: String, _ country: Int) -> Bool {
    guard gazetteer.forms.contains(noun), entities.entities[country].type == "country",
      let thing = entities.entities[country].thing
    else { return true }
    return gazetteer.things[thing].forms.contains(noun)
  }

  /// "Abe has ruled the country since 2012": the one in which the clause's subject holds an office.
  func country(ofSubjectOver phrase: NounPhrase) -> Int? {
    guard phrase.lemma == "country", !phrase.isPlural,
      let subject = trees.predicate(of: phrase.head).flatMap(trees.subject(of:)),
      subject != phrase.head, case let known = entities(at: subject), known.count == 1,
      entities.entities[known[0]].id.nodeClass == "person"
    else { return nil }
    let bodies = Set(offices.offices(of: known[0]).compactMap(\.body))
    guard bodies.count == 1, let country = bodies.first.flatMap(entities.index(of:)),
      entities.entities[country].type == "country"
    else { return nil }
    return country
  }

  /// "his country", of who holds an office.
  func homeland(_ phrase: NounPhrase) -> Int? {
    guard gazetteer.heads.type(phrase.lemma, .any) == "country", !phrase.isPlural,
      gazetteer.heads.type(phrase.lemma, .own) == nil, phrase.owners.count == 1,
      case let known = entities(at: phrase.owners[0]), known.count == 1,
      entities.entities[known[0]].id.nodeClass == "person"
    else { return nil }
    return country(servedBy: known[0])
  }

  /// "the Russian capital": the city, where the document names it.
  func capital(_ phrase: NounPhrase) -> Int? {
    guard let owner = phrase.owners.first, let country = bodyID(ofOwnerAt: owner),
      let city = gazetteer.thing(country)?.capital
    else { return nil }
    return entities.entities.firstIndex { $0.id == city }
  }
}
