/// How well two edges of the same ends and relation, one before and one after, fit as one happening.
struct EdgeAffinity {
  /// The higher the better; only the order means anything.
  private(set) var score = 0
  /// Whether they are one at all.
  var fits: Bool { score > 0 }

  /// A sentence in common weighs more than all else; then likeness of sentences of one document, which is how an
  /// edited article tells the same; then topic, time, office, status. Happenings at different times are two, unless
  /// sentences say otherwise. What happened isn't planned afterwards, so that a plan after a fact is another one.
  init(_ old: Edge, _ new: Edge, relation: Ontology.RelationType?) {
    let (before, after) = (Set(old.claims.map(ClaimSlot.init)), Set(new.claims.map(ClaimSlot.init)))
    score += 1000 * before.intersection(after).count
    if score == 0 { score += Self.likeness(old, new) }
    if relation?.isStanding == true { score += 150 }
    switch (old.time, new.time) {
    case (let a?, let b?): score += a == b ? 80 : a.overlaps(b) ? 60 : -100
    default: score += 30
    }
    score += Self.weight(old.topic, new.topic, same: 100, other: -200)
    score += Self.weight(old.office, new.office, same: 60, other: -40)
    if old.status == new.status {
      score += 20
    } else if old.status.outlook == .fact, new.status.outlook == .prospect {
      score -= 60
    }
  }

  private static func weight(_ a: String?, _ b: String?, same: Int, other: Int) -> Int {
    a == nil || b == nil ? 0 : a == b ? same : other
  }

  /// Up to 500 for two sentences of one document by the words that they share; 0 where fewer than half are shared.
  private static func likeness(_ old: Edge, _ new: Edge) -> Int {
    // A look at the first few tells enough; edges may have very many.
    let limit = 8
    var best = 0
    for before in old.evidence.prefix(limit) {
      for after in new.evidence.prefix(limit) where after.document == before.document {
        let words = [before.text, after.text].map { text in
          Set(text.lowercased().split { !$0.isLetter && !$0.isNumber })
        }
        let all = words[0].union(words[1]).count
        let shared = words[0].intersection(words[1]).count
        if all > 0, shared * 2 >= all { best = max(best, 500 * shared / all) }
      }
    }
    return best
  }
}
