import Graph

/// The country that a text is about: whose presidential election "the presidential election" is.
enum StoryCountry {
  /// The name of the country that `mentions` name, or call people by, half again as often as any other; nil where
  /// several are named as often, or none is three times.
  static func label(in mentions: [EntityMention], _ gazetteer: Gazetteer) -> String? {
    var counts: [Int: Int] = [:]
    for mention in mentions {
      guard case .thing(let thing, _) = mention.reference,
        gazetteer.things[thing].type == "country"
      else { continue }
      counts[thing, default: 0] += 1
    }
    guard let thing = foremost(counts), counts[thing, default: 0] >= 3 else { return nil }
    return gazetteer.things[thing].label
  }

  /// What is counted half again as often as anything else; nil where nothing is.
  static func foremost<Thing>(_ counts: [Thing: Int]) -> Thing? {
    guard let first = counts.max(by: { $0.value < $1.value }), first.value > 0 else { return nil }
    // Of two as often no one is, whichever of them comes first.
    let isForemost = counts.allSatisfy { $0.key == first.key || first.value * 2 >= $0.value * 3 }
    return isForemost ? first.key : nil
  }
}
