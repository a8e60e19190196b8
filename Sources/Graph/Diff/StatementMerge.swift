/// Merges statements of which each slot holds one: a document's record, what a document names by an id.
struct StatementMerge<Statement, Slot: Hashable> {
  /// What one side took out and put in.
  typealias Change = (removed: [Statement], added: [Statement])

  /// A slot of which the sides made two things.
  struct Conflict {
    let slot: Slot
    let base: Statement?
    let ours: Statement?
    let theirs: Statement?
  }

  /// All that holds afterwards.
  let statements: [Statement]
  /// In the order of what was removed, then added, by ours.
  private(set) var conflicts: [Conflict] = []

  init(
    base: [Statement], ours: Change, theirs: Change, preferred: ThreeWayMerge.Side,
    slot: (Statement) -> Slot, key: (Statement) -> StatementKey
  ) {
    let (our, their) = (Self.results(ours, slot), Self.results(theirs, slot))
    let was = Dictionary(
      (ours.removed + theirs.removed).map { (slot($0), $0) }, uniquingKeysWith: { a, _ in a })
    var results = our.merging(their) { mine, others in preferred == .ours ? mine : others }
    var seen: Set<Slot> = []
    for statement in ours.removed + ours.added {
      let slot = slot(statement)
      guard seen.insert(slot).inserted, let mine = our[slot], let others = their[slot],
        mine.map(key) != others.map(key)
      else { continue }
      conflicts.append(Conflict(slot: slot, base: was[slot], ours: mine, theirs: others))
    }
    var merged: [Statement] = []
    for statement in base {
      guard let result = results.removeValue(forKey: slot(statement)) else {
        merged.append(statement)
        continue
      }
      if let result { merged.append(result) }
    }
    // What came anew: in the order of the sides; the caller sorts.
    for statement in ours.added + theirs.added {
      if let result = results.removeValue(forKey: slot(statement)), let result {
        merged.append(result)
      }
    }
    statements = merged
  }

  /// What is in each slot that was touched; nil for nothing.
  private static func results(
    _ change: Change, _ slot: (Statement) -> Slot
  ) -> [Slot: Statement?] {
    var results: [Slot: Statement?] = [:]
    for statement in change.removed { results[slot(statement)] = .some(nil) }
    for statement in change.added { results[slot(statement)] = .some(statement) }
    return results
  }
}
