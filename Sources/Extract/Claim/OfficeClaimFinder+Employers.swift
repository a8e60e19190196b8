import Graph
import Language

/// For whom somebody works who is told by a field: "director of the Africa program at the Lyon Institute".
extension OfficeClaimFinder {
  /// The organization behind a title and its field: "an expert on Chinese foreign policy at Keio University", "head of
  /// the Asia desk at the Lyon Institute"; nil where the title has its body without it.
  func employer(behind title: EntityMention.TitleUse) -> Int? {
    let sentence = table.text.sentenceRecords[table.sentence[title.tokens.lowerBound]].tokens
    let end = title.tokens.upperBound
    var hasDesk = title.title.rank == "person" || isOfRegion(title)
    for position in end..<min(end + Self.longestField, max(end, sentence.upperBound - 1)) {
      let word = table.lower[position]
      if Self.desks.contains(word), mentionCovering(position) == nil { hasDesk = true }
      if Self.fieldEnds.contains(word) || table.text.tokenRecords[position].isFinite {
        return nil
      }
      guard hasDesk, Self.employments.contains(word) else { continue }
      if let body = organization(from: position + 1, in: sentence) { return body }
    }
    return nil
  }

  /// "Asia director": what stands before the title is a field, too.
  private func isOfRegion(_ title: EntityMention.TitleUse) -> Bool {
    let before = title.tokens.lowerBound - 1
    return before >= 0
      && mentionCovering(before).map {
        entities.entities[entities.mentions[$0].entity].type == "region"
      } ?? false
  }

  /// The organization whose name stands at `start`, behind an article and "Moscow-based" at most.
  private func organization(from start: Int, in sentence: Range<Int>) -> Int? {
    var next = start
    while next < sentence.upperBound, next - start < 6 {
      if let known = mentionCovering(next) {
        if isOrganization(known) { return entities.mentions[known].entity }
        // "at London's Chatham House"
        let mark = entities.mentions[known].mention.tokens.upperBound
        if isCity(known), mark < sentence.upperBound, ["'s", "'"].contains(table.lower[mark]) {
          next = mark + 1
          continue
        }
        guard let based = endOfBased(behind: known, in: sentence) else { return nil }
        next = based
        continue
      }
      guard table.lower[next] == "the" || isModifier(next) else { return nil }
      next += 1
    }
    return nil
  }

  /// Where "-based" ends behind a mention: "the Moscow-based analyst"; nil where none stands there.
  func endOfBased(behind mention: Int, in sentence: Range<Int>) -> Int? {
    let mark = entities.mentions[mention].mention.tokens.upperBound
    guard mark + 1 < sentence.upperBound, table.forms[mark] == "-", table.lower[mark + 1] == "based"
    else { return nil }
    return mark + 2
  }

  /// What a house is divided into, or does.
  private static let desks: Set<String> = [
    "program", "programme", "desk", "project", "department", "division", "unit", "initiative",
    "practice", "studies", "section", "research", "policy",
  ]
  private static let employments: Set<String> = ["at", "with", "of", "for"]
  private static let fieldEnds: Set<String> = [
    ",", ";", "“", "\"", "”", "(", "who", "that", "which",
  ]
  private static let longestField = 14
}
