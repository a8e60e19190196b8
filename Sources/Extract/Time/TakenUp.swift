import Graph
import Language

/// When something happened that the text takes up again with a noun: "India and Peru agreed on Wednesday to build a port ...
/// Under the agreement, signed by President Lind and Prime Minister Kapoor".
///
/// The noun has a "the" or "this" and is told of the same ones, or of those whom they serve; of an attack, of the same
/// place: "Kunduz fell to the rebels last year. Chadians took part in the assault on Kunduz".
struct TakenUp {
  let table: TokenTable
  let entities: DocumentEntities

  /// Gives undated claims the time of the nearest one before that they take up.
  func date(_ claims: inout [ClaimDraft]) {
    for index in claims.indices where claims[index].time == nil {
      let claim = claims[index]
      guard claim.status == .actual, Self.relations.contains(claim.relation), isDefinite(claim),
        let before = claims[..<index].reversed()
          .prefix(while: { claim.sentence - $0.sentence <= Self.reach })
          .first(where: { isSame($0, claim) }), let time = before.time
      else { continue }
      claims[index].time = time
      claims[index].trace?.time = "time of what it takes up"
    }
  }

  private func isSame(_ before: ClaimDraft, _ claim: ClaimDraft) -> Bool {
    guard before.status == .actual, let time = before.time, time.length <= Self.longest,
      (1...Self.reach).contains(claim.sentence - before.sentence)
    else { return false }
    if claim.relation == "attacks" {
      return ["attacks", "seizes"].contains(before.relation) && before.target == claim.target
    }
    guard before.relation == claim.relation else { return false }
    let ends = { (draft: ClaimDraft) in Set([draft.source, draft.target].map(side)) }
    return ends(before) == ends(claim)
  }

  /// The country that somebody serves, for whoever serves one.
  private func side(_ entity: Int) -> Int { entities.serving[entity] ?? entity }

  private func isDefinite(_ claim: ClaimDraft) -> Bool {
    let records = table.text.tokenRecords
    guard let noun = TimeOutlook.head(of: claim.tokens, in: records),
      records[noun].partOfSpeech == .noun
    else { return false }
    return table.text.sentenceRecords[claim.sentence].tokens.contains {
      records[$0].head == noun && ["the", "this", "that"].contains(table.lower[$0])
    }
  }

  private static let relations: Set<String> = ["agrees", "attacks"]
  /// In days: a year.
  private static let longest = 366
  /// How many sentences on something is taken up.
  private static let reach = 6
}
