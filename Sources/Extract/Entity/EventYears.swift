import Graph
import Language

/// Tells which year an event that recurs is of: by the time that stands with its name, else by the other
/// times that the document names it with a near year, else by the publication.
struct EventYears {
  let table: TokenTable
  /// The time expressions of the document.
  let times: [TimeExpression]
  let published: TimeSpan?
  /// The years that stand with the names of each event, by the name without a year.
  private var known: [String: Set<String>] = [:]

  init(table: TokenTable, times: [TimeExpression], published: TimeSpan?) {
    self.table = table
    self.times = times
    self.published = published
  }

  /// Notes the year that stands with a name of the event, if one does.
  mutating func note(_ name: String, _ tokens: Range<Int>) {
    if let year = own(tokens) { known[name, default: []].insert(year) }
  }

  /// The year of the event that those tokens name.
  func year(of name: String, _ tokens: Range<Int>) -> String? {
    if let year = own(tokens) { return year }
    let years = known[name] ?? []
    guard let current = published.flatMap({ Int($0.rawValue.prefix(4)) }) else {
      return years.count == 1 ? years.first : nil
    }
    // The one that the article is about: of its year, else of the year before or after it.
    return [current, current - 1, current + 1].map(String.init).first(where: years.contains)
      ?? String(current)
  }

  /// The year inside of the name or right beside it: "the 2012 summit", "last year's summit", "the summit in
  /// Hangzhou in September".
  private func own(_ tokens: Range<Int>) -> String? {
    let sentence = table.text.sentenceRecords[table.sentence[tokens.lowerBound]].tokens
    let around =
      max(
        sentence.lowerBound, tokens.lowerBound - 1)..<min(
        sentence.upperBound, tokens.upperBound + 1)
    for token in around {
      let form = table.forms[token]
      if form.utf8.count == 4, let year = Int(form), (1900...2100).contains(year) { return form }
    }
    if let before = times.first(where: { isBefore($0.tokens, tokens) }) { return year(of: before) }
    if let occasion = timeOfOccasion(tokens, in: sentence) { return year(of: occasion) }
    var next = tokens.upperBound
    while next < sentence.upperBound, next < tokens.upperBound + 8 {
      if let after = times.first(where: { $0.tokens.lowerBound == next }) {
        return year(of: after)
      }
      guard table.isCapitalized[next] || Self.joints.contains(table.lower[next]) else { return nil }
      next += 1
    }
    return nil
  }

  /// Whether a time ends where the name starts, with "'s" between at most: "last year's summit".
  private func isBefore(_ time: Range<Int>, _ name: Range<Int>) -> Bool {
    time.upperBound <= name.lowerBound && time.upperBound + 1 >= name.lowerBound
      && (time.upperBound..<name.lowerBound).allSatisfy { ["'s", "'"].contains(table.forms[$0]) }
  }

  /// The time of what was done on the event's occasion: "met in November, on the sidelines of the summit".
  private func timeOfOccasion(_ name: Range<Int>, in sentence: Range<Int>) -> TimeExpression? {
    var token = name.lowerBound - 1
    while token >= sentence.lowerBound, ["the", "a", "an"].contains(table.lower[token]) {
      token -= 1
    }
    guard token > sentence.lowerBound, table.lower[token] == "of",
      TimeAttacher.edges.contains(table.lower[token - 1])
    else { return nil }
    token -= 2
    while token > sentence.lowerBound, ["on", "at", "the", ","].contains(table.lower[token]) {
      token -= 1
    }
    if let before = times.first(where: { $0.tokens.upperBound == token + 1 }) { return before }
    let told = times.filter { sentence.contains($0.tokens.lowerBound) }
    return told.count == 1 && told[0].tokens.upperBound <= name.lowerBound ? told[0] : nil
  }

  private func year(of time: TimeExpression) -> String? {
    guard let resolved = time.resolved?.rawValue, resolved.utf8.count >= 4 else { return nil }
    let year = String(resolved.prefix(4))
    return Int(year) == nil ? nil : year
  }

  /// What may stand between an event and its time, besides the name of its place.
  private static let joints: Set<String> = ["in", "at", "on", "held", ",", "(", "the", "of"]
}
