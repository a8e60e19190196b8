import Graph

/// When somebody visits a country of which the document dates the stops: "will visit Egypt and Cambodia. On November 11,
/// he will attend the conference in Sharm el-Sheikh, Egypt".
struct Stops {
  /// What lies where, as the document tells.
  private let surroundings: [Int: Set<Int>]

  init(_ claims: [ClaimDraft]) {
    surroundings = Dictionary(
      grouping: claims.filter { $0.relation == "located-in" && $0.status == .actual }, by: \.source
    ).mapValues { Set($0.map(\.target)) }
  }

  /// Gives undated visits the one time that is told of the traveller there, or at a place in it.
  func date(_ claims: inout [ClaimDraft], where isEncounter: (String) -> Bool) {
    // What is said on the occasion of a summit has the summit's days.
    let dated = claims.filter {
      $0.time != nil && $0.occasion.isEmpty && isEncounter($0.relation)
    }
    for index in claims.indices
    where claims[index].relation == "visits" && claims[index].time == nil {
      let visit = claims[index]
      let times = Set(
        dated.filter { other in
          (other.source == visit.source
            || other.relation != "visits" && other.target == visit.source)
            && other.status == visit.status
            && ([other.target] + other.place).contains { isAt($0, visit.target) }
        }.compactMap(\.time))
      guard times.count == 1, let time = times.first, time.length <= Self.longest else { continue }
      claims[index].time = time
      claims[index].trace?.time = "time of a stop there"
    }
  }

  private func isAt(_ place: Int, _ target: Int) -> Bool {
    place == target || surroundings[place]?.contains(target) == true
  }

  /// In days; a longer time is no stop's.
  private static let longest = 7
}
