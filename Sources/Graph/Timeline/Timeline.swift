/// How relations developed over a corpus: each happening, with what was reported of it and when.
public struct Timeline: Sendable {
  /// A sentence, and who printed it when.
  public struct Report: Hashable, Sendable {
    /// The sentence.
    public let evidence: Evidence
    /// When its document was published.
    public let published: TimeSpan?
    /// File and line, as `a.txt:12`.
    public let place: String
  }

  /// What was reported on one day with one status.
  public struct Step: Hashable, Sendable {
    /// The day of publication.
    public let published: TimeSpan?
    /// How far it had come.
    public let status: Status
    /// The sentences, in the order of documents and places; never empty.
    public let reports: [Report]

    /// The most precise time that a sentence gives.
    public var time: TimeSpan? { reports.compactMap(\.evidence.time).min { $0.length < $1.length } }
  }

  /// One edge, from the first report to the last.
  public struct Happening: Hashable, Sendable {
    /// What the graph knows in the end.
    public let edge: Edge
    /// Who did what to whom: "Shinzo Abe meets Vladimir Putin".
    public let statement: String
    /// What is told besides, where it is: the office, the topic.
    public let detail: String?
    /// From the oldest report to the newest; undated ones first, as for the status of an edge. On one day the
    /// status comes first that counts.
    public let steps: [Step]

    /// All sentences, step by step.
    public var reports: [Report] { steps.flatMap(\.reports) }

    /// What counted as the status, from report to report, without repetitions: planned, then postponed.
    public var history: [Status] {
      var history: [Status] = []
      var day: Int?
      for step in steps where day != step.day {
        day = step.day
        if history.last != step.status { history.append(step.status) }
      }
      return history
    }
  }

  /// The labels of what was asked for: two nodes, one, or the two ends of an edge.
  public let subjects: [String]
  /// What happened, by the day of the first report, then by the time itself, then as the graph has them.
  public let happenings: [Happening]
  /// How many documents report any of it.
  public let documentCount: Int

  /// What was said of an edge, of a node, or of two.
  ///
  /// `names` is an edge's id, or one or two nodes.
  ///
  /// - Throws: `ViewError` where a name means nothing, or several nodes, or there is no relation.
  public init(of names: [String], in view: GraphView) throws(ViewError) {
    let labels = Dictionary(uniqueKeysWithValues: view.graph.nodes.map { ($0.id, $0.label) })
    let (edges, ends) = try Self.edges(of: names, in: view)
    let label = { (id: NodeID) in labels[id] ?? id.rawValue }
    subjects = ends.map(label)
    let documents = Dictionary(
      view.graph.documents.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    documentCount = Set(edges.flatMap { $0.evidence.map(\.document) }).count
    let ontology = view.graph.ontology
    let all = edges.map { edge in
      Happening(
        edge: edge,
        statement: "\(label(edge.source)) \(ontology.phrase(for: edge.type)) \(label(edge.target))",
        detail: Self.detail(of: edge, labels),
        steps: Self.steps(of: edge, documents: documents))
    }
    happenings = all.enumerated().sorted { a, b in
      let first = [a.element, b.element].map { $0.steps.first?.day ?? .min }
      if first[0] != first[1] { return first[0] < first[1] }
      let times = [a.element, b.element].map { $0.edge.time?.firstDay ?? .max }
      return times[0] != times[1] ? times[0] < times[1] : a.offset < b.offset
    }.map(\.element)
  }

  private static func detail(of edge: Edge, _ labels: [NodeID: String]) -> String? {
    let over = edge.over.map { text in NodeID(rawValue: text).flatMap { labels[$0] } ?? text }
    let parts = [edge.office.map { (edge.former ? "former " : "") + $0 }, edge.topic, over]
    let words = parts.compactMap(\.self).filter { !$0.isEmpty }
    return words.isEmpty ? nil : words.joined(separator: "; ")
  }

  private static func steps(of edge: Edge, documents: [String: SourceDocument]) -> [Step] {
    let reports = edge.evidence.map { evidence in
      let document = documents[evidence.document]
      return Report(
        evidence: evidence, published: document?.published,
        place: "\(document?.path ?? evidence.document):\(evidence.line)")
    }
    let byDay = Dictionary(grouping: reports) { $0.published?.firstDay ?? .min }
    return byDay.sorted { $0.key < $1.key }.flatMap { _, reports in
      // The sentences of a day stand in canonical order, and the first one's status counts.
      var statuses: [Status] = []
      for report in reports where !statuses.contains(report.evidence.status) {
        statuses.append(report.evidence.status)
      }
      return statuses.map { status in
        Step(
          published: reports[0].published, status: status,
          reports: reports.filter { $0.evidence.status == status })
      }
    }
  }

  private static func edges(
    of names: [String], in view: GraphView
  ) throws(ViewError) -> (edges: [Edge], ends: [NodeID]) {
    if names.count == 1, let edge = view.edges.first(where: { $0.id == names[0] }) {
      return ([edge], [edge.source, edge.target])
    }
    if names.count == 1, Edge.isID(names[0]) { throw .unknownEdge(id: names[0]) }
    let lookup = NodeLookup(view.graph)
    var ends: [NodeID] = []
    for name in names {
      let node = try lookup.node(named: name)
      if !ends.contains(node) { ends.append(node) }
    }
    let edges = view.edges.filter { Set(ends).isSubset(of: [$0.source, $0.target]) }
    guard !edges.isEmpty else { throw .noEdge(between: ends.sorted(), relation: nil) }
    return (edges, ends)
  }
}

extension Timeline.Step {
  /// The first day of its publication; before all others where it is undated.
  var day: Int { published?.firstDay ?? .min }
}

extension Timeline.Happening {
  /// How far it came, as "planned → actual".
  var historyText: String { history.map(\.rawValue).joined(separator: " → ") }

  /// Its qualifiers in words: "tariffs; 2014-11-10".
  var qualifiers: String? {
    let parts = [detail, edge.time?.rawValue].compactMap(\.self)
    return parts.isEmpty ? nil : parts.joined(separator: "; ")
  }
}
