/// How a line is stroked, after the strongest of its statuses.
public enum LineStroke: String, CaseIterable, Hashable, Sendable {
  /// Something of it happened, or holds.
  case solid
  /// At most planned or proposed.
  case dashed
  /// At most possible.
  case dotted
  /// Only denied, cancelled or postponed: red, with a bar where an arrow head would stand.
  case crossed

  /// The stroke for a line of these statuses: a fact beats a plan, a plan a possibility, anything a
  /// denial.
  public init(strongestOf statuses: some Sequence<Status>) {
    var strongest = LineStroke.crossed
    for status in statuses {
      switch status {
      case .actual: strongest = .solid
      case .planned, .proposed: if strongest != .solid { strongest = .dashed }
      case .possible: if strongest == .crossed { strongest = .dotted }
      case .postponed, .cancelled, .denied: break
      }
    }
    self = strongest
  }
}

extension LineStroke {
  /// What a legend says of it.
  var explanation: String {
    switch self {
    case .solid: "fact"
    case .dashed: "planned or proposed"
    case .dotted: "possible"
    case .crossed: "denied, cancelled or postponed only"
    }
  }
}

extension Status {
  /// The sign that a label shows the status by: a disc that is the fuller, the nearer it is to
  /// fact.
  public var mark: String {
    switch self {
    case .actual: "●"
    case .planned: "◕"
    case .proposed: "◑"
    case .possible: "○"
    case .postponed: "‖"
    case .cancelled: "⊘"
    case .denied: "✕"
    }
  }

  /// What a legend says of it.
  var explanation: String {
    switch self {
    case .actual: "happened, or holds"
    case .planned: "planned"
    case .proposed: "proposed"
    case .possible: "possible"
    case .postponed: "postponed"
    case .cancelled: "cancelled"
    case .denied: "denied, or not so"
    }
  }
}

/// How often relations of one type stand in each status.
struct StatusTally {
  private var counts: [Status: Int] = [:]

  mutating func add(_ status: Status) { counts[status, default: 0] += 1 }

  var total: Int { counts.values.reduce(0, +) }

  /// `meets`, `meets (3)`, `meets ●6 ◕2`: a fact alone needs no mark, one of a kind no number.
  func text(_ name: String) -> String {
    if counts.count == 1, let facts = counts[.actual] {
      return facts == 1 ? name : "\(name)\(name.isEmpty ? "" : " ")(\(facts))"
    }
    let marks = Status.allCases.compactMap { status -> String? in
      guard let count = counts[status] else { return nil }
      return status.mark + (count == 1 ? "" : String(count))
    }
    return "\(name) \(marks.joined(separator: " "))"
  }

  /// The relations of edges, each with its tally unless it `isTerse`, the commonest first.
  static func parts(
    of edges: [Edge], in ontology: Ontology, isTerse: Bool = false
  ) -> [String] {
    struct Key: Hashable {
      let type: String
      let name: String
    }
    var tallies: [Key: StatusTally] = [:]
    for edge in edges {
      let key = Key(type: edge.type, name: ontology.drawnName(of: edge))
      tallies[key, default: StatusTally()].add(edge.status)
    }
    return tallies.sorted { a, b in
      a.value.total != b.value.total
        ? a.value.total > b.value.total
        : a.key.type != b.key.type
          ? a.key.type.utf8Precedes(b.key.type) : a.key.name.utf8Precedes(b.key.name)
    }.map { isTerse ? $0.key.name : $0.value.text($0.key.name) }
  }
}
