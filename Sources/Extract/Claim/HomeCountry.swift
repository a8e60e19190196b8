import Graph

/// The country that a document is about, of whose ministers it leaves out the country.
struct HomeCountry {
  /// The country; nil where none stands out.
  let id: NodeID?

  /// Counts what the document names of each country: itself, its cities and regions, its bodies, and the persons whom
  /// a list gives an office of it. The country that has half as much again as any other is the document's.
  init(of entities: DocumentEntities, gazetteer: Gazetteer) {
    var counts: [NodeID: Int] = [:]
    for mention in entities.mentions {
      guard let country = Self.country(of: entities.entities[mention.entity], gazetteer) else {
        continue
      }
      counts[country, default: 0] += 1
    }
    // What lies in a country is no name of it: "will visit Lima" makes no minister Peru's.
    id = StoryCountry.foremost(counts.filter { entities.index(of: $0.key) != nil })
  }

  private static func country(of entity: Entity, _ gazetteer: Gazetteer) -> NodeID? {
    if entity.type == "country" { return entity.id }
    return gazetteer.thing(entity.id).flatMap { country(of: $0, gazetteer) }
  }

  /// The country that a thing is, lies in, belongs to or holds an office of.
  static func country(of thing: Gazetteer.Thing, _ gazetteer: Gazetteer) -> NodeID? {
    if thing.type == "country" { return thing.id }
    if let country = thing.country ?? gazetteer.country(ofCapital: thing.id)?.id { return country }
    var place = thing.locatedIn
    // A district lies in a province, that in a country: no chain is longer.
    for _ in 0..<4 {
      guard let outer = place.flatMap(gazetteer.thing) else { break }
      if outer.type == "country" { return outer.id }
      place = outer.locatedIn
    }
    return thing.offices.lazy.map(\.body).first { gazetteer.thing($0)?.type == "country" }
  }
}
