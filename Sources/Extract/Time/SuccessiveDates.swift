import Graph
import Language

/// When somebody did one thing to several, each at its own time: "met Abe on March 9 and Xi on March 10".
struct SuccessiveDates {
  let attacher: TimeAttacher
  let entities: DocumentEntities

  /// Gives each of the claims that one word states of one source the time that stands right behind its target, where each
  /// target of the list has one.
  func date(_ claims: inout [ClaimDraft]) {
    let groups = Dictionary(grouping: claims.indices) {
      Key(
        tokens: claims[$0].tokens, relation: claims[$0].relation, source: claims[$0].source,
        sentence: claims[$0].sentence)
    }
    for (key, group) in groups where group.count > 1 {
      for (index, time) in times(of: key, group.map { ($0, claims[$0].target) }) {
        claims[index].time = time
      }
    }
  }

  private struct Key: Hashable {
    let tokens: Range<Int>
    let relation: String
    let source: Int
    let sentence: Int
  }

  /// The time behind each target; none where some target has no time, or has two.
  private func times(of key: Key, _ targets: [(claim: Int, entity: Int)]) -> [(Int, TimeSpan)] {
    let sentence = attacher.table.text.sentenceRecords[key.sentence].tokens
    let placed = targets.compactMap { target in
      entities.mentions.first {
        $0.entity == target.entity && key.tokens.lowerBound < $0.mention.tokens.lowerBound
          && sentence.contains($0.mention.tokens.lowerBound)
      }.map { (claim: target.claim, end: $0.mention.tokens.upperBound) }
    }.sorted { $0.end < $1.end }
    guard placed.count == targets.count else { return [] }
    let expressions = attacher.expressions(in: key.sentence)
    var result: [(Int, TimeSpan)] = []
    for (position, target) in placed.enumerated() {
      let next = position + 1 < placed.count ? placed[position + 1].end : sentence.upperBound
      let behind = expressions.filter {
        target.end <= $0.tokens.lowerBound && $0.tokens.upperBound <= next
      }
      // A clause of its own has times of its own.
      guard behind.count == 1, let time = behind[0].resolved,
        !(target.end..<behind[0].tokens.lowerBound).contains(where: {
          attacher.records[$0].isFinite || [",", ";"].contains(attacher.table.lower[$0])
        })
      else { return [] }
      result.append((target.claim, time))
    }
    return Set(result.map(\.1)).count > 1 ? result : []
  }
}
