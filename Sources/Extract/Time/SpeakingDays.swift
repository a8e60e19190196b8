import Graph

/// The day on which the persons of a report speak: "Lavrov urged envoys on Monday ... Lavrov accused Ukraine".
///
/// A report dates what somebody does once, and goes on with what else was said. So what a person states has, where
/// no time stands with it, the day of what the report told of the same person shortly before.
struct SpeakingDays {
  private var days: [Int: (time: TimeSpan, sentence: Int)] = [:]
  private let published: TimeSpan?

  init(published: TimeSpan?) { self.published = published }

  /// Notes when somebody did something, where it is a day right before the publication.
  mutating func note(_ time: TimeSpan, of person: Int, in sentence: Int) {
    guard let published, time.length == 1, time.firstDay <= published.lastDay,
      published.firstDay - time.firstDay <= Self.recent
    else { return }
    days[person] = (time, sentence)
  }

  /// The day on which a person said what a sentence tells.
  func day(of person: Int, in sentence: Int) -> TimeSpan? {
    guard let known = days[person], sentence > known.sentence,
      sentence - known.sentence <= Self.reach
    else { return nil }
    return known.time
  }

  /// What is done by saying it: the verbal categories of PLOVER.
  static let verbalCategories: Set<String> = [
    "AGREE", "SUPPORT", "ACCUSE", "REQUEST", "REJECT", "THREATEN", "CONCEDE",
  ]
  /// Reports are about the days before them.
  private static let recent = 7
  private static let reach = 10
}
