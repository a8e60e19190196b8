import Graph
import Language

/// From when to when persons held the offices that titles give them: "foreign minister of Turkey from 2009 until 2014",
/// "who served as envoy in 2005", "the president since 2005".
///
/// A term's time is that of no other claim: of "Davutoglu, foreign minister from 2009 until 2014, visited Moscow" the visit
/// has none.
struct OfficeTerms {
  private var terms: [Key: TimeSpan] = [:]
  /// The tokens at which the times of terms begin.
  private(set) var starts: Set<Int> = []
  private let published: TimeSpan?

  private struct Key: Hashable {
    let person: Int
    let title: Range<Int>
  }

  /// The terms that stand behind the titles of `offices`, from the resolved ones of `times`.
  init(
    _ offices: [OfficeClaimFinder.Finding], table: TokenTable, times: [TimeExpression],
    published: TimeSpan?
  ) {
    self.published = published
    guard !offices.isEmpty else { return }
    let bySentence = Dictionary(grouping: times.filter { $0.resolved != nil }) {
      table.sentence[$0.tokens.lowerBound]
    }
    for office in offices {
      let near = bySentence[table.sentence[office.title.lowerBound]] ?? []
      guard let time = near.first(where: { Self.isTerm($0, of: office.title, table) }),
        let term = time.resolved, !term.isAhead(of: published)
      else { continue }
      starts.insert(time.tokens.lowerBound)
      // "president from 1999 until his death" has an end, whenever that was.
      let end = time.tokens.upperBound
      if end < table.count, ["until", "till", "to"].contains(table.lower[end]) { continue }
      terms[Key(person: office.person, title: office.title)] = term
    }
  }

  /// The offices with their terms; one that is over is a former one.
  func dated(_ offices: [OfficeClaimFinder.Finding]) -> [OfficeClaimFinder.Finding] {
    offices.map { office in
      guard let term = terms[Key(person: office.person, title: office.title)] else { return office }
      var office = office
      office.term = term
      if let published, term.lastDay < published.firstDay { office.isFormer = true }
      return office
    }
  }

  /// Whether a time is that of the office: it hangs on the title, or stands behind it and its body.
  private static func isTerm(_ time: TimeExpression, of title: Range<Int>, _ table: TokenTable)
    -> Bool
  {
    guard time.tokens.lowerBound >= title.upperBound, let term = time.resolved, isLong(term),
      let head = TimeOutlook.head(of: time.tokens, in: table.text.tokenRecords)
    else { return false }
    let isSpan = term.rawValue.contains("/")
    return isSpan && isBehind(time.tokens, title, table)
      || hangs(head, on: title, table.text.tokenRecords)
  }

  private static func isLong(_ term: TimeSpan) -> Bool {
    term.lastDay == .max || term.length >= shortest
  }

  /// Whether nothing stands between but the body: "minister of Turkey from 2009 until 2014".
  private static func isBehind(_ time: Range<Int>, _ title: Range<Int>, _ table: TokenTable) -> Bool
  {
    let between = title.upperBound..<end(of: time, table)
    // "a clerk for Justice Lind from 1999 to 2001" tells nothing of the justice.
    return between.count <= longestBody
      && (between.upperBound < time.lowerBound
        || between.first.map { joints.contains(table.lower[$0]) } != false)
      && between.allSatisfy {
        joints.contains(table.lower[$0]) || table.isCapitalized[$0]
      }
  }

  /// Where the words end of which a time tells the term: before "(2003-2007)" and ", in office since 1982".
  private static func end(of time: Range<Int>, _ table: TokenTable) -> Int {
    let start = time.lowerBound
    if start > 0, table.lower[start - 1] == "(", time.upperBound < table.count,
      table.lower[time.upperBound] == ")"
    {
      return start - 1
    }
    guard start > 2, ["office", "power"].contains(table.lower[start - 1]),
      table.lower[start - 2] == "in", table.lower[start - 3] == ","
    else { return start }
    return start - 3
  }

  /// Whether the time hangs on the title, or on the verb that says that somebody served as it.
  private static func hangs(_ time: Int, on title: Range<Int>, _ records: [TokenRecord]) -> Bool {
    guard let governor = records[time].head else { return false }
    if title.contains(governor) { return true }
    guard ["serve", "work"].contains(records[governor].lemma),
      let head = TimeOutlook.head(of: title, in: records)
    else { return false }
    return records[head].head == governor
  }

  private static let joints: Set<String> = ["of", "to", "for", "the", "at", "in"]
  /// How many words tell of the body at most.
  private static let longestBody = 8
  /// In days: a year.
  private static let shortest = 365
}
