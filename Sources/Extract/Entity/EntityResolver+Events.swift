import Graph
import Language

/// Which events a text describes without a name of their own: those that it has announced, those that are a meeting of two,
/// and in which country they are.
extension EntityResolver {
  /// "the summit in St. Petersburg", "their annual summit in Addis Ababa": the one summit that the text has named by
  /// more than its place.
  func announced(
    _ name: String, type: String, _ mention: EntityMention,
    among named: Zip2Sequence<[EntityMention], [Int?]>
  ) -> Int? {
    guard isOwned(mention) || determiner(of: mention) == "the",
      let noun = name.split(separator: " ").last,
      gazetteer.heads.type(String(noun), .held) == type
    else { return nil }
    let fitting = result.entities.indices.filter { index in
      result.entities[index].type == type
        && result.entities[index].label.lowercased().split(separator: " ").contains(noun)
    }
    guard fitting.count == 1 else { return nil }
    let place = table.lower[mention.tokens.upperBound - 1]
    let isElsewhere = named.contains { other, entity in
      entity == fitting[0] && placeWord(behind: other).map { $0 != place } == true
    }
    return isElsewhere ? nil : fitting[0]
  }

  /// The mentions that call by its place what the text also names by who holds it: "the Madrid summit" of "the NATO
  /// summit in Madrid"; each with the mention of the other name.
  func seatedEvents(_ mentions: [EntityMention]) -> [Int: Int] {
    var held: [String: Int] = [:]
    for (index, mention) in mentions.enumerated() {
      guard isEvent(mention), let place = placeName(behind: mention) else { continue }
      let noun = table.lower[mention.tokens.upperBound - 1]
      guard gazetteer.heads.type(noun, .held) == "event" else { continue }
      held["\(place) \(noun)"] = held["\(place) \(noun)"] ?? index
    }
    guard !held.isEmpty else { return [:] }
    var seated: [Int: Int] = [:]
    for (index, mention) in mentions.enumerated() {
      guard case .named(let name, "event") = mention.reference,
        let other = held[name.lowercased()], other != index
      else { continue }
      seated[index] = other
    }
    // What another is called by can't be called by it.
    return seated.filter { seated[$0.value] == nil }
  }

  private func isEvent(_ mention: EntityMention) -> Bool {
    switch mention.reference {
    case .thing(let thing, .name): gazetteer.things[thing].id.nodeClass == "event"
    case .named(_, let type): type == "event"
    default: false
    }
  }

  /// The place that a name is told to be in, right behind it, in lower case.
  private func placeName(behind mention: EntityMention) -> String? {
    let start = mention.tokens.upperBound + 1
    guard start < table.count, table.lower[start - 1] == "in" else { return nil }
    var end = start
    while end < table.count, table.isCapitalized[end] { end += 1 }
    return end > start ? table.phrase(start..<end).lowercased() : nil
  }

  /// The last word of the place that a name is told to be in, right behind it.
  private func placeWord(behind mention: EntityMention) -> String? {
    placeName(behind: mention)?.split(separator: " ").last.map(String.init)
  }

  /// The country that the text is about, where the sentence of a mention names it, or names none and follows one that
  /// does: in a digest "the election" is where the sentence is.
  func country(
    toldOfBeside mention: EntityMention, among named: Zip2Sequence<[EntityMention], [Int?]>
  ) -> String? {
    guard let storyCountry else { return nil }
    let sentence = table.sentence[mention.tokens.lowerBound]
    var here: Set<String> = []
    var isNear = false
    for (other, entity) in named {
      guard let entity = entity.map({ result.entities[$0] }), entity.type == "country",
        case let distance = sentence - table.sentence[other.tokens.lowerBound],
        (0...Self.nearby).contains(distance)
      else { continue }
      if distance == 0 { here.insert(entity.label) }
      if entity.label == storyCountry { isNear = true }
    }
    return here.isEmpty && isNear || here.contains(storyCountry) ? storyCountry : nil
  }

  /// In how many sentences before an event its country may stand.
  private static let nearby = 4

  /// Whether somebody's name or pronoun stands before what is described: "their summit in Oslo" may be a meeting of
  /// two.
  func isOwned(_ mention: EntityMention) -> Bool {
    let head = trees.head(of: mention.tokens)
    return trees.dependents(of: head, by: "nmod:poss").contains {
      // "last year's coup" is nobody's.
      $0 < mention.tokens.lowerBound && !Self.spans.contains(table.lower[$0])
    }
  }

  private static let spans: Set<String> = ["year", "month", "week"]

  private func determiner(of mention: EntityMention) -> String? {
    trees.dependents(of: trees.head(of: mention.tokens), by: "det").first.map { table.lower[$0] }
  }

  /// "After holding a summit in Moscow, Abe and Putin said": a meeting of theirs, no event that others come to.
  func isHeldByTwo(_ mention: EntityMention) -> Bool {
    let head = trees.head(of: mention.tokens)
    guard trees.relations[head] == "obj", let verb = trees.heads[head] else { return false }
    return ["hold", "have"].contains(trees.lemmas[verb])
  }

  /// What the text has named before in more words, among them all of these: "the elections in Mali" are the one
  /// presidential election there that it tells of.
  mutating func known(describedBy name: String, type: String, _ mention: EntityMention)
    -> Int?
  {
    let words = Set(name.lowercased().split(separator: " "))
    let fitting = result.entities.indices.filter { index in
      result.entities[index].type == type
        && words.isSubset(of: result.entities[index].label.lowercased().split(separator: " "))
    }
    guard let known = fitting.first, fitting.count == 1 else { return nil }
    result.entities[known].aliases.insert(table.phrase(mention.tokens))
    return known
  }

  /// Whether there is such an event time and again: its last word says so, or its last two.
  func isYearly(_ name: String, _ type: String) -> Bool {
    let words = name.lowercased().split(separator: " ")
    return [1, 2].contains {
      gazetteer.heads.type(words.suffix($0).joined(separator: " "), .yearly) == type
    }
  }
}
