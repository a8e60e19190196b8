internal import Foundation

/// How well graphs agree with gold graphs, over any number of articles.
///
/// All articles count together (micro average). Precision is the share of what was found that is right,
/// optional or not; recall the share of what is required that was found; F1 their harmonic mean.
public struct GraphScore: Hashable, Sendable {
  /// Precision, recall and F1 of one kind of thing, each from 0 to 1, rounded to four digits.
  public struct Agreement: Hashable, Sendable {
    /// The share of what was found that is right; 0 where nothing was found.
    public var precision: Double
    /// The share of what is required that was found; 0 where nothing is required.
    public var recall: Double
    /// The harmonic mean of the two; 0 where both are.
    public var f1: Double
    /// How many are required.
    public var gold: Int
    /// How many were found.
    public var predicted: Int

    init(_ counts: Counts) {
      let precision =
        counts.predicted == 0 ? 0 : Double(counts.right) / Double(counts.predicted)
      let recall = counts.required == 0 ? 0 : Double(counts.found) / Double(counts.required)
      self.precision = rounded(precision)
      self.recall = rounded(recall)
      let sum = precision + recall
      self.f1 = sum == 0 ? 0 : rounded(2 * precision * recall / sum)
      self.gold = counts.required
      self.predicted = counts.predicted
    }
  }

  /// Something that the two graphs disagree on.
  public struct Disagreement: Hashable, Sendable {
    /// What is wrong.
    public enum Kind: String, CaseIterable, Sendable {
      case missed, spurious
      case missedNode = "missed node"
      case spuriousNode = "spurious node"
    }
    /// The article's name.
    public var article: String
    /// What is wrong.
    public var kind: Kind
    /// The edge or node, for people.
    public var description: String
    /// The start of a sentence that states it; empty for a missed edge without one, nil for all else.
    public var evidence: String?

    /// Tab-separated, as the errors are listed.
    public var line: String {
      [article, kind.rawValue, description, evidence].compactMap { $0 }.joined(separator: "\t")
    }
  }

  struct Counts: Hashable, Sendable {
    var found = 0
    var required = 0
    var right = 0
    var predicted = 0
  }

  struct Ratio: Hashable, Sendable {
    var right = 0
    var all = 0

    var value: Double? { all == 0 ? nil : rounded(Double(right) / Double(all)) }
  }

  private var nodeCounts = Counts()
  private var edgeCounts = Counts()
  private var untypedCounts = Counts()
  private var types = Ratio()
  private var statuses = Ratio()
  private var kinds = Ratio()
  private var times = Ratio()
  /// What was wrong, article by article: missed edges, spurious ones, missed nodes, spurious ones.
  public private(set) var disagreements: [Disagreement] = []

  /// Nodes, matched by name within a class.
  public var nodes: Agreement { Agreement(nodeCounts) }
  /// Edges, matched by ends and type.
  public var edges: Agreement { Agreement(edgeCounts) }
  /// Edges, matched by their ends alone.
  public var edgesOfAnyType: Agreement { Agreement(untypedCounts) }
  /// The share of matched nodes with a right type; nil where none is matched.
  public var nodeTypeAccuracy: Double? { types.value }
  /// The share of matched edges with a right status; nil where none is matched.
  public var statusAccuracy: Double? { statuses.value }
  /// The same, told apart only by whether it is true, not true, or may be.
  public var coarseStatusAccuracy: Double? { kinds.value }
  /// The share of the right time among matched edges whose time the gold graph tells; nil where none is.
  public var timeAccuracy: Double? { times.value }

  /// No article yet.
  public init() {}

  /// Counts one article in.
  public mutating func add(
    _ graph: ScoredGraph, against gold: GoldGraph, rules: ScoreRules = .standard
  ) {
    let match = GraphMatch(graph, to: gold, rules: rules)
    countNodes(match)
    countEdges(match)
    list(match)
  }

  private mutating func countNodes(_ match: GraphMatch) {
    let found = Set(match.goldID.values)
    let required = Set(match.gold.nodes.lazy.filter { !$0.isOptional }.map(\.id))
    nodeCounts.required += required.count
    nodeCounts.found += required.intersection(found).count
    nodeCounts.right += match.goldID.count
    nodeCounts.predicted += match.nodes.count
    let golds = Dictionary(match.gold.nodes.map { ($0.id, $0) }) { _, last in last }
    let nodes = Dictionary(match.nodes.map { ($0.id, $0) }) { _, last in last }
    types.all += match.goldID.count
    types.right += match.goldID.count { id, gold in
      guard let node = nodes[id], let gold = golds[gold] else { return false }
      return gold.types.contains(node.type)
    }
  }

  private mutating func countEdges(_ match: GraphMatch) {
    let golds = match.gold.edges
    let required = golds.indices.filter { !golds[$0].isOptional }
    edgeCounts.required += required.count
    edgeCounts.predicted += match.edges.count
    edgeCounts.found += required.count { match.typed[$0] != nil }
    edgeCounts.right += match.typed.count
    untypedCounts.required += required.count
    untypedCounts.predicted += match.edges.count
    untypedCounts.found += required.count { match.untyped[$0] != nil }
    untypedCounts.right += match.untyped.count
    for (goldIndex, index) in match.typed {
      let gold = golds[goldIndex]
      let edge = match.edges[index]
      statuses.all += 1
      statuses.right += gold.statuses.contains(edge.status) ? 1 : 0
      kinds.all += 1
      let kind = match.rules.kind(of: edge.status)
      kinds.right += gold.statuses.contains { match.rules.kind(of: $0) == kind } ? 1 : 0
      guard let time = gold.time, !time.isEmpty else { continue }
      times.all += 1
      times.right += ScoredTime(time) == ScoredTime(edge.time) ? 1 : 0
    }
  }

  // MARK: What was wrong

  private mutating func list(_ match: GraphMatch) {
    let gold = match.gold
    let goldLabels = Dictionary(gold.nodes.map { ($0.id, $0.label) }) { _, last in last }
    let labels = Dictionary(match.nodes.map { ($0.id, $0.label) }) { _, last in last }
    func add(_ kind: Disagreement.Kind, _ description: String, evidence: String? = nil) {
      disagreements.append(
        Disagreement(article: gold.name, kind: kind, description: description, evidence: evidence))
    }
    for (index, edge) in gold.edges.enumerated() where !edge.isOptional && match.typed[index] == nil
    {
      let ends = (goldLabels[edge.source] ?? edge.source, goldLabels[edge.target] ?? edge.target)
      add(
        .missed,
        "\(ends.0) --\(edge.types.joined(separator: "|"))--> \(ends.1)"
          + " [\(edge.statuses.joined(separator: "|")) \(edge.time ?? "")]",
        evidence: Self.start(of: edge.evidence.first ?? "", 90))
    }
    let hits = Set(match.typed.values)
    for (index, edge) in match.edges.enumerated() where !hits.contains(index) {
      let ends = (labels[edge.source] ?? edge.source, labels[edge.target] ?? edge.target)
      add(
        .spurious,
        "\(ends.0) --\(edge.type)--> \(ends.1) [\(edge.status) \(edge.time ?? "")]")
    }
    let found = Set(match.goldID.values)
    for node in Self.distinct(gold.nodes, by: \.id)
    where !found.contains(node.id) && !node.isOptional {
      add(.missedNode, "\(node.label) (\(node.types.joined(separator: "|")))")
    }
    for node in Self.distinct(match.nodes, by: \.id) where match.goldID[node.id] == nil {
      add(.spuriousNode, "\(node.label) (\(node.type))")
    }
  }

  /// The last of each id, in the order of the first.
  private static func distinct<Element>(
    _ elements: [Element], by id: (Element) -> String
  ) -> [Element] {
    var order: [String] = []
    var last: [String: Element] = [:]
    for element in elements where last.updateValue(element, forKey: id(element)) == nil {
      order.append(id(element))
    }
    return order.compactMap { last[$0] }
  }

  /// The first code points of a text.
  private static func start(of text: String, _ count: Int) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.prefix(count)))
  }
}

/// A share with four digits, rounded as its exact binary value is, ties to even.
private func rounded(_ share: Double) -> Double {
  Double(formatted(share, digits: 4)) ?? share
}

/// A number with so many digits after the point.
func formatted(_ number: Double, digits: Int) -> String {
  String(format: "%.\(digits)f", number)
}
