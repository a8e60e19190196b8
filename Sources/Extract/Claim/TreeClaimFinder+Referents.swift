import Graph
import Language

/// The entities that fill the roles of a trigger.
extension TreeClaimFinder {
  /// The entities that fill a role, and whether any phrase stands in its places at all.
  func referents(
    _ role: String, of trigger: Trigger, at token: Int, name: ResolvedMention? = nil
  ) -> (found: [Int], isFilled: Bool) {
    var found: [Int] = []
    var isFilled = false
    for place in trigger.roles[role] ?? [] {
      if place.name == "self", let name {
        found.append(name.entity)
        isFilled = true
        continue
      }
      if place.name == "mod", let name {
        // "Russian Security Council": the name inside of the name.
        for inner in phrases.inner(name.mention.extent)
        where inner.entity != name.entity
          && place.types?.contains(entities.entities[inner.entity].type) ?? true
          && !found.contains(inner.entity)
        {
          found.append(inner.entity)
        }
      }
      if place.name == "in", let name {
        // "the conflict in South Sudan"
        found += phrases.inner(name.mention.extent)
          .filter { isPlaced($0.token, in: name.mention.tokens) }.map(\.entity)
          .filter {
            place.types?.contains(entities.entities[$0].type) ?? true && !found.contains($0)
          }
        if let seat = seat(of: name, by: trigger, in: place), !found.contains(seat) {
          found.append(seat)
        }
      }
      // "supports Oman's neighbour Yemen" is about Yemen alone.
      if isFound(objectOf: trigger, role, found), Self.ownerPlaces.contains(place.name) { continue }
      for filler in fillers(of: place.name, of: trigger, at: token) {
        if let name, !stands(filler, nextTo: name.mention.extent) { continue }
        isFilled = true
        // "Chad, which armed the rebels, and Mali": who stands behind a clause isn't what it is about.
        let end = filler.head < token && filler.path.hasBytes(of: "relative") ? token : .max
        for referent in phrases.referents(of: filler.head, before: end) {
          let type = entities.entities[referent.entity].type
          var entity = referent.entity
          if place.takesCapital, type == "city" {
            guard let country = countryOfCapital[entity] else { continue }
            entity = country
          } else if place.types?.contains(type) == false,
            !isDelegation(filler.head, of: type, in: place)
          {
            continue
          }
          if !found.contains(entity) { found.append(entity) }
        }
      }
    }
    return (found, isFilled)
  }

  /// "A Norwegian delegation arrived": where a person may stand, those may whom a country or body sends.
  private func isDelegation(_ head: Int, of type: String, in place: Trigger.Place) -> Bool {
    place.types?.contains("official") == true && ["country", "organization"].contains(type)
      && library.clauseWords.delegates.contains(tree.lemma(head))
  }

  private static let ownerPlaces: Set<String> = ["poss", "mod", "of", "by", "of's"]

  /// Whether the object of a verb is itself what is looked for, so that what owns it isn't.
  private func isFound(objectOf trigger: Trigger, _ role: String, _ found: [Int]) -> Bool {
    trigger.wordClass == .verb && !found.isEmpty
      && trigger.roles[role]?.first?.name == "obj"
  }

  /// Whether "in" stands before a name inside of a name.
  private func isPlaced(_ token: Int, in name: Range<Int>) -> Bool {
    var before = token - 1
    while before > name.lowerBound, table.isCapitalized[before] || table.lower[before] == "the" {
      before -= 1
    }
    return before > name.lowerBound && table.lower[before] == "in"
  }

  /// Whether a phrase is right beside a name, so that it is the name's and not the verb's: "Crimea in southern
  /// Ukraine", "Ukraine's Crimea region".
  private func stands(_ filler: PredicateArguments.Filler, nextTo name: Range<Int>) -> Bool {
    if filler.head < name.lowerBound { return true }
    let start = tree.span(of: filler.head).lowerBound
    // "the East Asia Summit (EAS) in Hanoi"
    let isBracketed =
      start == name.upperBound + 3 && table.forms[name.upperBound] == "("
      && table.forms[start - 1] == ")"
    return start == name.upperBound || isBracketed
  }
}
