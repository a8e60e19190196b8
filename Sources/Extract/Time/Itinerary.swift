import Graph

/// When what happens on a journey happens: "will visit Peru from 15 to 17 October ... In Lima, she will meet ...".
///
/// A report gives the dates of a journey once. Meetings that it tells of the same traveller behind that, without a time
/// of their own, are within these dates, until it tells of another journey.
struct Itinerary {
  private struct Stay {
    let time: TimeSpan
    let isAhead: Bool
    let sentence: Int
    /// How many places the dates are told of at once.
    var places = 1
  }

  private var stays: [Int: Stay] = [:]

  /// Notes a claim that brings `person` somewhere, with its time if it has one.
  mutating func note(
    _ relation: String, of person: Int, _ status: Status, _ time: TimeSpan?, in sentence: Int
  ) {
    if let time, time.length <= Self.longest {
      if stays[person]?.sentence == sentence, stays[person]?.time == time {
        stays[person]?.places += 1
      } else {
        stays[person] = Stay(time: time, isAhead: status != .actual, sentence: sentence)
      }
    } else if relation == "visits" {
      stays[person] = nil
    }
  }

  /// The dates of a journey to several places, of which another stop is a part: "traveled to Colombia and Ecuador from
  /// 16 to 18 July. In Bogota ... He then flew to Quito".
  func journey(of person: Int, _ status: Status, in sentence: Int) -> TimeSpan? {
    guard let stay = stays[person], stay.places > 1 else { return nil }
    return time(of: person, status, in: sentence)
  }

  /// The dates of the journey that `person` is on, where what is told in `sentence` lies ahead, or behind, as it does.
  func time(of person: Int, _ status: Status, in sentence: Int) -> TimeSpan? {
    guard let stay = stays[person], [.actual, .planned].contains(status),
      stay.isAhead == (status == .planned), sentence - stay.sentence <= Self.reach
    else { return nil }
    return stay.time
  }

  /// A month; a longer time is no journey's.
  private static let longest = 31
  /// How many sentences a journey is told in.
  private static let reach = 12
}
