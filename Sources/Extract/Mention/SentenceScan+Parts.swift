import Graph
import Language

/// What the name of an event or body mentions besides.
extension SentenceScan {
  /// "the crisis in Ukraine", "UN General Assembly": the name of an event mentions the places and bodies in it, the
  /// name of a body the body that it starts with.
  mutating func addParts(of thing: Gazetteer.Thing, _ tokens: Range<Int>) {
    guard tokens.count > 1, thing.type == "event" || thing.type == "organization" else { return }
    var position = tokens.lowerBound
    while position < tokens.upperBound {
      guard let part = listed(at: position, before: tokens), let best = part.best else {
        position += 1
        continue
      }
      let inner = gazetteer.things[best.thing]
      // The East Asia Summit isn't about East Asia; "the war in Darfur" is in Darfur.
      let isPlace =
        inner.type == "region" && position > tokens.lowerBound && table.lower[position - 1] == "in"
      // "European Council on Foreign Relations" begins with no other council.
      let isWithField =
        inner.type == "organization" && part.end < tokens.upperBound
        && ["on", "of", "for", "-"].contains(table.lower[part.end])
      let isMentioned =
        thing.type == "event"
        ? ["country", "organization"].contains(inner.type) || isPlace
        : position == tokens.lowerBound
          && (inner.type == "organization" && !isWithField
            || inner.type == "country" && thing.country == inner.id)
      if isMentioned, best.kind != .people {
        add(position..<part.end, .thing(best.thing, best.kind), by: "gazetteer.part")
        position = part.end
      } else {
        position += 1
      }
    }
  }
}
