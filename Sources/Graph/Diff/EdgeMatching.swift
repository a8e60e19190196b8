/// Finds which edges of two versions are one happening or fact.
///
/// An edge's id is a hash of its time and topic, so that a happening that is put off, or told more precisely, has
/// another. Edges are the same that have the same id; then those of the same ends and relation that fit best
/// (`EdgeAffinity`), best first; then those that share sentences, whatever their ends and relation (corrections).
/// Takes time in the order of the edges that differ, but for pairs of nodes with very many edges of one relation.
struct EdgeMatching {
  private let old: KnowledgeGraph
  private let new: KnowledgeGraph
  private let oldEdges: [Edge]
  private let newEdges: [Edge]
  private let counterparts: [NodeID: NodeID]
  private let causes: CauseFinder
  /// By places in the lists.
  private var newOfOld: [Int: Int] = [:]
  private var oldOfNew: [Int: Int] = [:]
  /// What is said in edges that differ.
  private let oldContents: Set<ClaimContent>
  private let newContents: Set<ClaimContent>

  private struct Key: Hashable {
    let source: NodeID
    let type: String
    let target: NodeID
  }

  init(
    old: KnowledgeGraph, new: KnowledgeGraph, _ difference: GraphDifference,
    counterparts: [NodeID: NodeID], _ causes: CauseFinder
  ) {
    self.old = old
    self.new = new
    oldEdges = difference.oldEdges
    newEdges = difference.newEdges
    oldContents = Set(oldEdges.lazy.flatMap(\.claims).map(ClaimContent.init))
    newContents = Set(newEdges.lazy.flatMap(\.claims).map(ClaimContent.init))
    self.counterparts = counterparts
    self.causes = causes
    matchIDs()
    matchEnds()
    matchSentences()
  }

  private var openOld: [Int] { oldEdges.indices.filter { newOfOld[$0] == nil } }
  private var openNew: [Int] { newEdges.indices.filter { oldOfNew[$0] == nil } }

  private mutating func match(_ before: Int, _ after: Int) {
    newOfOld[before] = after
    oldOfNew[after] = before
  }

  private mutating func matchIDs() {
    let ids = Dictionary(
      newEdges.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { a, _ in a })
    for (index, edge) in oldEdges.enumerated() {
      if let after = ids[edge.id] { match(index, after) }
    }
  }

  // MARK: - The same ends and relation

  private mutating func matchEnds() {
    let (olds, news) = (openOld, openNew)
    let byKey = Dictionary(grouping: news) { key(newEdges[$0]) }
    var groups: [Key: [Int]] = [:]
    for index in olds { groups[currentKey(oldEdges[index]), default: []].append(index) }
    for (key, before) in groups {
      guard let after = byKey[key] else { continue }
      matchBest(
        candidates(before, after).compactMap { pair in
          let affinity = EdgeAffinity(
            oldEdges[pair.0], newEdges[pair.1], relation: new.ontology.relationType(key.type))
          return affinity.fits ? (affinity.score, pair.0, pair.1) : nil
        })
    }
  }

  /// The pairs to compare: all, or where these would be too many, those near each other in time, as edges of two nodes
  /// are sorted by it.
  private func candidates(_ olds: [Int], _ news: [Int]) -> [(Int, Int)] {
    let limit = 10_000
    guard olds.count * news.count > limit else {
      return olds.flatMap { before in news.map { (before, $0) } }
    }
    let width = max(1, limit / max(olds.count, news.count))
    return olds.enumerated().flatMap { rank, before in
      let middle = rank * news.count / olds.count
      return news[max(0, middle - width)..<min(news.count, middle + width + 1)].map { (before, $0) }
    }
  }

  /// Matches the best pair, then the best of those left, and so on.
  private mutating func matchBest(_ pairs: [(score: Int, old: Int, new: Int)]) {
    let ordered = pairs.sorted { a, b in
      if a.score != b.score { return a.score > b.score }
      return (a.old, a.new) < (b.old, b.new)
    }
    for pair in ordered where newOfOld[pair.old] == nil && oldOfNew[pair.new] == nil {
      match(pair.old, pair.new)
    }
  }

  private func key(_ edge: Edge) -> Key {
    Key(source: edge.source, type: edge.type, target: edge.target)
  }

  /// The key of an edge of the old graph with the ids that its ends have now.
  private func currentKey(_ edge: Edge) -> Key {
    let ends = [edge.source, edge.target].map { counterparts[$0] ?? $0 }
    let isSymmetric = new.ontology.relationType(edge.type)?.isSymmetric == true
    return isSymmetric && ends[1] < ends[0]
      ? Key(source: ends[1], type: edge.type, target: ends[0])
      : Key(source: ends[0], type: edge.type, target: ends[1])
  }

  // MARK: - The same sentences

  private mutating func matchSentences() {
    var bySentence: [SentenceKey: [Int]] = [:]
    for index in openNew {
      for key in Set(newEdges[index].claims.map { SentenceKey($0.evidence) }) {
        bySentence[key, default: []].append(index)
      }
    }
    var pairs: [(Int, Int, Int)] = []
    for index in openOld {
      var shared: [Int: Int] = [:]
      for key in Set(oldEdges[index].claims.map { SentenceKey($0.evidence) }) {
        for after in bySentence[key] ?? [] { shared[after, default: 0] += 1 }
      }
      let before = currentKey(oldEdges[index])
      for (after, count) in shared {
        let now = key(newEdges[after])
        let ends = Set([before.source, before.target]).intersection([now.source, now.target]).count
        // One word of three may have been wrong.
        guard ends == 2 || ends == 1 && before.type == now.type else { continue }
        pairs.append((count * 10 + ends * 3 + (before.type == now.type ? 2 : 0), index, after))
      }
    }
    matchBest(pairs)
  }

  // MARK: - Changes

  /// The changes, in the canonical order of the edges as they are now, or were.
  func changes() -> [EdgeChange] {
    let oldHomes = homes(of: oldEdges)
    let newHomes = homes(of: newEdges)
    var changes: [EdgeChange] = []
    for (index, edge) in newEdges.enumerated() {
      if let before = oldOfNew[index] {
        if let change = change(oldEdges[before], edge) { changes.append(change) }
      } else if let home = home(of: edge, in: oldHomes, oldEdges) {
        changes.append(make(.parted, home, edge))
      } else {
        changes.append(make(.added, nil, edge))
      }
    }
    for index in openOld {
      let edge = oldEdges[index]
      if let home = home(of: edge, in: newHomes, newEdges) {
        changes.append(make(.joined, edge, home))
      } else {
        changes.append(make(.removed, edge, nil))
      }
    }
    return changes.enumerated().sorted { a, b in
      guard let first = shown(a.element), let second = shown(b.element) else { return false }
      if first.precedes(second) { return true }
      return second.precedes(first) ? false : a.offset < b.offset
    }.map(\.element)
  }

  /// The edge that a change is told of: for one that was joined, the one that is gone.
  private func shown(_ change: EdgeChange) -> Edge? {
    change.kind == .joined ? change.old : change.edge
  }

  /// Where each statement stands.
  private func homes(of edges: [Edge]) -> [ClaimSlot: Int] {
    var homes: [ClaimSlot: Int] = [:]
    for (index, edge) in edges.enumerated() {
      for claim in edge.claims { homes[ClaimSlot(claim)] = index }
    }
    return homes
  }

  /// The one edge of the other version that has all statements of this one.
  private func home(of edge: Edge, in homes: [ClaimSlot: Int], _ edges: [Edge]) -> Edge? {
    var found: Int?
    for claim in edge.claims {
      guard let home = homes[ClaimSlot(claim)], found == nil || found == home else { return nil }
      found = home
    }
    return found.map { edges[$0] }
  }

  private func change(_ before: Edge, _ after: Edge) -> EdgeChange? {
    let change = make(.changed, before, after)
    // Where only places in the text or traces differ, nothing is said otherwise.
    if change.kind == .evidence, change.gained.isEmpty, change.lost.isEmpty { return nil }
    return change
  }

  private func make(_ kind: EdgeChange.Kind, _ before: Edge?, _ after: Edge?) -> EdgeChange {
    let isPart = kind == .joined || kind == .parted
    let fields = before.flatMap { before in after.map { self.fields(before, $0) } } ?? []
    let (gained, lost) = isPart ? ([], []) : evidence(before, after)
    let before = (edge: before, now: before.map(currentKey))
    let siblings = kind == .added ? after.map { self.siblings(of: $0) } ?? [] : []
    let touched = Set((gained + lost).map(\.document)).sorted { $0.utf8Precedes($1) }
    return EdgeChange(
      kind: kind == .changed && fields.isEmpty ? .evidence : kind, old: before.edge, new: after,
      fields: fields, gained: gained, lost: lost, before: siblings,
      contradictions: after.map { contradictions(in: $0, gained: gained) } ?? [],
      causes: causes.causes(of: touched, names: []))
  }

  private func fields(_ before: Edge, _ after: Edge) -> [FieldChange] {
    let key = currentKey(before)
    let isSame = { (id: NodeID, other: NodeID) in id == other }
    let now = { (ids: [NodeID]) in
      Array(Set(ids.map { counterparts[$0] ?? $0 })).sorted().map { label($0) }
    }
    let words = { (text: String?) in
      text.map { text in
        NodeID(rawValue: text).map { label(counterparts[$0] ?? $0) } ?? text
      }
    }
    return [
      isSame(key.source, after.source)
        ? nil : FieldChange(.source, label(key.source), label(after.source)),
      FieldChange(.relation, before.type, after.type),
      isSame(key.target, after.target)
        ? nil : FieldChange(.target, label(key.target), label(after.target)),
      FieldChange(.status, before.status.rawValue, after.status.rawValue),
      FieldChange(.time, before.time?.rawValue, after.time?.rawValue),
      FieldChange(.place, now(before.place), now(after.place)),
      FieldChange(.occasion, now(before.occasion), now(after.occasion)),
      FieldChange(.over, words(before.over), words(after.over)),
      FieldChange(.topic, before.topic, after.topic),
      FieldChange(.office, before.office, after.office),
      FieldChange(.former, before.former ? "true" : nil, after.former ? "true" : nil),
    ].compactMap(\.self)
  }

  private func label(_ id: NodeID) -> String {
    (new.node(id) ?? old.node(id))?.label ?? id.rawValue
  }

  /// The sentences that say what none of the other version does.
  private func evidence(
    _ before: Edge?, _ after: Edge?
  ) -> (gained: [Evidence], lost: [Evidence]) {
    (
      (after?.claims ?? []).filter { !oldContents.contains(ClaimContent($0)) }.map(\.evidence),
      (before?.claims ?? []).filter { !newContents.contains(ClaimContent($0)) }.map(\.evidence)
    )
  }

  // MARK: - What else is known of the ends

  /// What the old graph knew of what a new edge may tell: of the same ends, relation and topic, about then. Neither a
  /// fact, nor what had come about by then, nor what the same article denies beside it: nothing else comes of these.
  private func siblings(of edge: Edge) -> [Edge] {
    let needsTopic = new.ontology.relationType(edge.type)?.needsTopic == true
    let all = EdgeRange.edges(of: old, from: edge.source, edge.type, to: edge.target)
    return all.filter { known in
      guard known.status.outlook != .fact, !needsTopic || known.topic == edge.topic else {
        return false
      }
      if let time = known.time {
        let cameAbout = all.contains {
          $0.status.outlook == .fact && $0.time?.overlaps(time) == true
        }
        if cameAbout { return false }
      }
      if edge.status.outlook == .fact, known.status.outlook == .negation, isRetold(known, by: edge)
      {
        return false
      }
      guard let before = known.time, let now = edge.time, !before.overlaps(now) else { return true }
      // What is put off, or brought forward, is so for a year or so, and it didn't happen.
      let days = max(now.firstDay, before.firstDay) - min(now.lastDay, before.lastDay)
      return edge.status.outlook != .fact && days <= 500
    }
  }

  /// Whether an article that states a new edge states a known one anew.
  private func isRetold(_ known: Edge, by edge: Edge) -> Bool {
    let documents = Set(edge.evidence.map(\.document)).subtracting(known.evidence.map(\.document))
    return newEdges.contains { other in
      other.id == known.id && other.evidence.contains { documents.contains($0.document) }
    }
  }

  /// The gained sentences that can't be true together with another of the edge, or of an edge that may tell the same
  /// happening.
  private func contradictions(in edge: Edge, gained: [Evidence]) -> [EdgeChange.Contradiction] {
    guard !gained.isEmpty else { return [] }
    let near = EdgeRange.edges(of: new, from: edge.source, edge.type, to: edge.target).filter {
      $0.id == edge.id || Self.maybeSame($0, edge)
    }
    var found: [EdgeChange.Contradiction] = []
    for later in gained {
      let earlier = near.lazy.flatMap(\.evidence).first {
        $0.status.excludes(later.status) && !gained.contains($0)
          && ($0.document != later.document || $0.text != later.text)
      }
      if let earlier { found.append(EdgeChange.Contradiction(earlier: earlier, later: later)) }
    }
    return found
  }

  /// Whether two edges of the same ends and relation may tell one happening: both at overlapping times and of the
  /// same topic.
  private static func maybeSame(_ a: Edge, _ b: Edge) -> Bool {
    guard let first = a.time, let second = b.time, first.overlaps(second) else { return false }
    return a.topic == nil || b.topic == nil || a.topic == b.topic
  }
}
