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
    let ranked = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    guard let first = ranked.first, first.value >= 3,
      ranked.count == 1 || first.value * 2 >= ranked[1].value * 3
    else { return nil }
    return gazetteer.things[first.key].label
  }
}
