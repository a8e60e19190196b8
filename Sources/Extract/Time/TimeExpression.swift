public import Graph
public import Language

/// Words of a text that tell a time.
public struct TimeExpression: Hashable, Sendable {
  /// Why a time stays unresolved.
  public enum Reason: String, Hashable, Sendable {
    /// It is told relative to the publication, whose date is not known.
    case noPublicationDate = "the date of publication is not known"
    /// It needs a finer date of publication than is known.
    case coarsePublicationDate = "the date of publication is not exact enough"
    /// The calendar has no such day.
    case noSuchDay = "there is no such day"
    /// It is told relative to something that the text says elsewhere.
    case toldElsewhere = "it is relative to something told elsewhere"
    /// It says an end and no start: "until 1994".
    case openStart = "it has no start"
    /// It lies outside of the years 1 to 9999.
    case outOfRange = "it lies outside of the years 1 to 9999"
  }

  /// Where the words stand; inside one sentence.
  public var range: ByteRange
  /// The tokens that they are part of, half-open over the whole text.
  public var tokens: Range<Int>
  /// The value as TIMEX3 has it, with X for what the words leave open (`2014-11-10`, `XXXX-11`, `2014-W45`,
  /// `2014-FA`); ranges as `(start,end,duration)`, the form of Recognizers-Text.
  public var value: String
  /// The time in the precision of the words; nil where it stays unresolved.
  public var resolved: TimeSpan?
  /// Why it stays unresolved; nil for a time that is resolved.
  public var reason: Reason?
}

extension [TimeExpression] {
  /// The same, where two that follow upon each other are told as one, "in 1998 and 1999", each with the time of both.
  func joined(in table: TokenTable) -> Self {
    var joined = self
    for index in indices.dropFirst() {
      let (first, second) = (self[index - 1], self[index])
      guard let span = first.resolved?.followed(by: second.resolved),
        Self.isOne(first.tokens.upperBound..<second.tokens.lowerBound, table),
        second.tokens.upperBound >= table.count
          || !["'s", "’s", "'"].contains(table.lower[second.tokens.upperBound])
      else { continue }
      joined[index - 1].resolved = span
      joined[index].resolved = span
    }
    return joined
  }

  private static func isOne(_ between: Range<Int>, _ table: TokenTable) -> Bool {
    guard let and = between.first, between.count <= 3, table.lower[and] == "and" else {
      return false
    }
    let joints = ["in", "on", "the", "again"]
    return between.dropFirst().allSatisfy { joints.contains(table.lower[$0]) }
  }
}

extension TimeSpan {
  /// From its start to the end of the next one, where that begins right behind it and is told as exactly.
  fileprivate func followed(by next: TimeSpan?) -> TimeSpan? {
    guard let next, lastDay != .max, next.lastDay != .max, next.firstDay == lastDay + 1,
      let start = rawValue.split(separator: "/").first,
      let end = next.rawValue.split(separator: "/").last,
      start.utf8.count == end.utf8.count
    else { return nil }
    return TimeSpan(rawValue: "\(start)/\(end)")
  }
}
