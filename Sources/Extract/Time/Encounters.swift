import Graph

/// When two met, for what they said to each other: "Parly flew to Bamako last month to meet Camara. She warned him".
struct Encounters {
  private struct Pair: Hashable {
    let first: Int
    let second: Int

    init(_ a: Int, _ b: Int) { (first, second) = (min(a, b), max(a, b)) }
  }

  private var times: [Pair: (time: TimeSpan, sentence: Int)] = [:]

  /// Notes that two met, or spoke, at a time that is no longer than an encounter's telling.
  mutating func note(_ time: TimeSpan, between a: Int, and b: Int, in sentence: Int) {
    guard time.length <= Self.longest else { return }
    times[Pair(a, b)] = (time, sentence)
  }

  /// When the two last met, as told shortly before `sentence` or in it.
  func time(between a: Int, and b: Int, in sentence: Int) -> TimeSpan? {
    guard let known = times[Pair(a, b)], sentence - known.sentence <= Self.reach else { return nil }
    return known.time
  }

  /// A month; what is told longer is no one encounter.
  private static let longest = 31
  /// How many sentences an encounter is told in.
  private static let reach = 6
}
