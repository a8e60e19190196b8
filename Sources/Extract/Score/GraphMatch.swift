/// Which nodes and edges of a graph are which of the gold graph.
///
/// Both matchings are one to one and greedy: all pairs that may be matched are put in order, best first,
/// and each is taken whose two sides are both still free. Ties are broken by id for nodes and by position
/// for edges, so that the same graphs always match the same way.
struct GraphMatch {
  let gold: GoldGraph
  /// What is judged; its edges are each once (see `distinct`).
  let nodes: [ScoredGraph.Node]
  let edges: [ScoredGraph.Edge]
  let rules: ScoreRules
  /// The gold id for each id that was matched.
  private(set) var goldID: [String: String] = [:]
  /// The index of an edge for the index of each gold edge that was matched, types counting.
  private(set) var typed: [Int: Int] = [:]
  /// The same with any type, in either direction.
  private(set) var untyped: [Int: Int] = [:]

  init(_ graph: ScoredGraph, to gold: GoldGraph, rules: ScoreRules) {
    self.gold = gold
    self.rules = rules
    nodes = graph.nodes
    edges = Self.distinct(graph.edges, rules: rules)
    matchNodes()
    typed = matchedEdges(typed: true)
    untyped = matchedEdges(typed: false)
  }

  // MARK: Nodes

  /// By name within a class: the same label counts most, then a label among the other's names, then how
  /// many names are shared, then the same type.
  private mutating func matchNodes() {
    let golds = gold.nodes.map { (node: $0, key: NamedNode($0.label, $0.aliases)) }
    let predicted = nodes.map { (node: $0, key: NamedNode($0.label, $0.aliases)) }
    var pairs: [(score: Double, gold: String, id: String)] = []
    for gold in golds {
      let classes = rules.classes(of: gold.node.types)
      for candidate in predicted {
        let types = candidate.node.type.split(separator: "|", omittingEmptySubsequences: false)
        guard !classes.isDisjoint(with: rules.classes(of: types.map(String.init))) else { continue }
        let shared = gold.key.all.intersection(candidate.key.all).count
        guard shared > 0 else { continue }
        let isSameLabel = gold.key.label == candidate.key.label
        let isOtherName =
          gold.key.all.contains(candidate.key.label) || candidate.key.all.contains(gold.key.label)
        var score: Double = (isSameLabel ? 4 : 0) + (isOtherName ? 2 : 0)
        score += Double(min(shared, 9)) / 10
        score += gold.node.types.contains(candidate.node.type) ? 0.5 : 0
        pairs.append((score, gold.node.id, candidate.node.id))
      }
    }
    let order = pairs.indices.sorted { a, b in
      if pairs[a].score != pairs[b].score { return pairs[a].score > pairs[b].score }
      if pairs[a].gold != pairs[b].gold { return Self.precedes(pairs[a].gold, pairs[b].gold) }
      if pairs[a].id != pairs[b].id { return Self.precedes(pairs[a].id, pairs[b].id) }
      return a < b
    }
    var used: Set<String> = []
    for index in order where goldID[pairs[index].id] == nil {
      guard used.insert(pairs[index].gold).inserted else { continue }
      goldID[pairs[index].id] = pairs[index].gold
    }
  }

  private struct NamedNode {
    let label: String
    let all: Set<String>

    init(_ label: String, _ aliases: [String]) {
      self.label = NameKey.key(of: label)
      self.all = NameKey.keys(label, aliases)
    }
  }

  /// By code points.
  private static func precedes(_ a: String, _ b: String) -> Bool {
    a.unicodeScalars.lexicographicallyPrecedes(b.unicodeScalars)
  }

  // MARK: Edges

  /// By matched ends and type: required ones first, with compatible times, the same status, the same time.
  private func matchedEdges(typed: Bool) -> [Int: Int] {
    var pairs: [(score: Double, gold: Int, index: Int)] = []
    for (goldIndex, gold) in gold.edges.enumerated() {
      let time = ScoredTime(gold.time)
      for (index, edge) in edges.enumerated() where fits(edge, gold, typed: typed) {
        let edgeTime = ScoredTime(edge.time)
        var score: Double = ScoredTime.areCompatible(time, edgeTime) ? 2 : 0
        score += gold.isOptional ? 0 : 1
        score += gold.statuses.contains(edge.status) ? 0.5 : 0
        score += time == edgeTime ? 0.5 : 0
        pairs.append((score, goldIndex, index))
      }
    }
    pairs.sort { a, b in
      a.score != b.score ? a.score > b.score : (a.gold, a.index) < (b.gold, b.index)
    }
    var matched: [Int: Int] = [:]
    var used: Set<Int> = []
    for pair in pairs where matched[pair.gold] == nil && !used.contains(pair.index) {
      matched[pair.gold] = pair.index
      used.insert(pair.index)
    }
    return matched
  }

  private func fits(_ edge: ScoredGraph.Edge, _ gold: GoldGraph.Edge, typed: Bool) -> Bool {
    guard let source = goldID[edge.source], let target = goldID[edge.target] else { return false }
    let isForward = source == gold.source && target == gold.target
    let isBackward = target == gold.source && source == gold.target
    guard typed else { return isForward || isBackward }
    guard gold.types.contains(edge.type) else { return false }
    return isForward || isBackward && rules.symmetric.contains(edge.type)
  }

  /// The edges without those that say the same as one before them: type, ends, time, and how far it is true.
  private static func distinct(_ edges: [ScoredGraph.Edge], rules: ScoreRules) -> [ScoredGraph.Edge]
  {
    struct Meaning: Hashable {
      var type: String
      var ends: [String]
      var time: String?
      var kind: ScoreRules.Kind
    }
    var seen: Set<Meaning> = []
    return edges.filter { edge in
      var ends = [edge.source, edge.target]
      if rules.symmetric.contains(edge.type) { ends.sort(by: precedes) }
      let kind = rules.kind(of: edge.status)
      return seen.insert(Meaning(type: edge.type, ends: ends, time: edge.time, kind: kind)).inserted
    }
  }
}
