/// Merges what sentences state.
///
/// A claim that was changed is one taken out and another of the same sentence put in. Both sides may change what
/// different sentences say, of one edge too, but not so that the edge gets another status, time, office or topic by
/// each of them.
struct ClaimMerge {
  /// What one side took out and put in.
  typealias Change = (removed: [Claim], added: [Claim])

  /// All that holds afterwards, in no order.
  let claims: [Claim]
  /// In the order of the claims.
  private(set) var conflicts: [ThreeWayMerge.Conflict] = []

  /// What a side made of claims.
  private struct Changes {
    /// What became of each claim that was taken out; nil for nothing.
    var ofOld: [StatementKey: Claim?] = [:]
    /// What came without replacing anything, by what it is about.
    var new: [ClaimSlot: [Claim]] = [:]
  }

  init(
    base: KnowledgeGraph, statements: [Claim], ours: Change, theirs: Change,
    preferred: ThreeWayMerge.Side
  ) {
    var (our, their) = (Self.changes(ours), Self.changes(theirs))
    let old = Dictionary(
      (ours.removed + theirs.removed).map { (StatementKey.of($0), $0) },
      uniquingKeysWith: { a, _ in a })
    var found: [(Claim, ThreeWayMerge.Conflict)] = []
    for (key, mine) in our.ofOld {
      guard let others = their.ofOld[key], mine.map(StatementKey.of) != others.map(StatementKey.of),
        let claim = old[key]
      else { continue }
      found.append((claim, Self.conflict(claim, mine, others)))
      if preferred == .ours { their.ofOld[key] = nil } else { our.ofOld[key] = nil }
    }
    for (slot, mine) in our.new {
      guard let others = their.new[slot],
        Set(mine.map(StatementKey.of)) != Set(others.map(StatementKey.of))
      else { continue }
      found.append((mine[0], Self.conflict(mine[0], base: nil, mine[0], others[0])))
      if preferred == .ours { their.new[slot] = nil } else { our.new[slot] = nil }
    }
    let sentences = Set((ours.removed + theirs.removed).map { SentenceKey($0.evidence) })
    for edge in base.edges
    where edge.claims.count > 1
      && edge.claims.contains(where: { sentences.contains(SentenceKey($0.evidence)) })
    {
      guard let clash = Self.clash(edge, our.ofOld, their.ofOld) else { continue }
      found.append((edge.claims[0], clash))
      for key in edge.claims.map(StatementKey.of) {
        if preferred == .ours { their.ofOld[key] = nil } else { our.ofOld[key] = nil }
      }
    }
    conflicts = found.sorted { $0.0 < $1.0 }.map(\.1)

    let gone = Set(our.ofOld.keys).union(their.ofOld.keys)
    var merged: [StatementKey: Claim] = [:]
    for claim in statements where !gone.contains(StatementKey.of(claim)) {
      merged[StatementKey.of(claim)] = claim
    }
    for changes in [our, their] {
      for claim in changes.ofOld.values.compactMap(\.self) + changes.new.values.joined() {
        merged[StatementKey.of(claim)] = claim
      }
    }
    claims = Array(merged.values)
  }

  /// Finds what was put in for what was taken out: of the same sentence, that with most in common.
  private static func changes(_ change: Change) -> Changes {
    var changes = Changes()
    var bySentence = Dictionary(grouping: change.added) { SentenceKey($0.evidence) }
    for claim in change.removed.sorted() {
      let key = SentenceKey(claim.evidence)
      let candidates = bySentence[key] ?? []
      let likeness = { (other: Claim) in
        (claim.type == other.type ? 2 : 0) + (claim.source == other.source ? 1 : 0)
          + (claim.target == other.target ? 1 : 0)
      }
      let best = candidates.indices.max { a, b in
        let likenesses = (likeness(candidates[a]), likeness(candidates[b]))
        return likenesses.0 != likenesses.1
          ? likenesses.0 < likenesses.1 : candidates[b] < candidates[a]
      }
      guard let best, likeness(candidates[best]) > 1 else {
        changes.ofOld[.of(claim)] = .some(nil)
        continue
      }
      changes.ofOld[.of(claim)] = .some(candidates[best])
      bySentence[key]?.remove(at: best)
    }
    for claim in bySentence.values.joined().sorted() {
      changes.new[ClaimSlot(claim), default: []].append(claim)
    }
    return changes
  }

  private static func conflict(
    _ base: Claim, _ ours: Claim?, _ theirs: Claim?
  ) -> ThreeWayMerge.Conflict {
    conflict(base, base: base, ours, theirs)
  }

  private static func conflict(
    _ claim: Claim, base: Claim?, _ ours: Claim?, _ theirs: Claim?
  ) -> ThreeWayMerge.Conflict {
    ThreeWayMerge.Conflict(
      subject: "'\(claim.source) \(claim.type) \(claim.target)' of document "
        + "'\(claim.evidence.document)', line \(claim.evidence.line)",
      base: base.map { words($0, like: claim) }, ours: ours.map { words($0, like: claim) },
      theirs: theirs.map { words($0, like: claim) })
  }

  /// "planned 2014-09", with what differs from the claim's ends and relation.
  private static func words(_ claim: Claim, like base: Claim) -> String {
    let isSame =
      claim.source == base.source && claim.type == base.type && claim.target == base.target
    let evidence = claim.evidence
    return [
      isSame ? nil : "'\(claim.source) \(claim.type) \(claim.target)'", evidence.status.rawValue,
      evidence.time?.rawValue, evidence.office, evidence.topic.map { "topic \($0)" },
    ].compactMap(\.self).joined(separator: " ")
  }

  /// What both sides made of an edge by different sentences.
  private static func clash(
    _ edge: Edge, _ ours: [StatementKey: Claim?], _ theirs: [StatementKey: Claim?]
  ) -> ThreeWayMerge.Conflict? {
    guard !ours.isEmpty, !theirs.isEmpty else { return nil }
    let fields: [(Claim) -> String?] = [
      { $0.evidence.status.rawValue }, { $0.evidence.time?.rawValue }, { $0.evidence.office },
      { $0.evidence.topic },
    ]
    for field in fields {
      let changed = [ours, theirs].map { results in
        edge.claims.lazy.compactMap { claim -> Claim? in
          guard let result = results[.of(claim)], let after = result, field(after) != field(claim)
          else { return nil }
          return after
        }.first
      }
      if let mine = changed[0], let others = changed[1], field(mine) != field(others) {
        return conflict(edge.claims[0], mine, others)
      }
    }
    return nil
  }
}
