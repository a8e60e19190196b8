import Graph

/// The names that could be several nodes, in a few lines.
struct AmbiguityList {
  /// How many names are told one by one.
  static let limit = 5

  /// A line for each name, those of most documents first; then how many more there are.
  let lines: [String]

  init(_ graph: KnowledgeGraph) {
    struct Name: Hashable {
      let name: String
      let candidates: [NodeID]
    }
    let explanation = Explanation(graph) { _, _ in nil }
    let names = Dictionary(grouping: graph.resolution.ambiguities) {
      Name(name: $0.name, candidates: $0.candidates)
    }
    let told = names.values.sorted { a, b in
      a.count != b.count
        ? a.count > b.count
        : (a[0].local.document, a[0].name) < (b[0].local.document, b[0].name)
    }
    var lines = told.prefix(Self.limit).map { same in
      let more = same.count > 1 ? " (and in \(same.count - 1) more)" : ""
      return explanation.text(of: same[0]) + more
    }
    if told.count > Self.limit {
      lines.append(
        "\(told.count - Self.limit) more names could be several nodes and were left apart; "
          + "'graphgen explain' tells, 'same' in \(IdentityRules.fileName) joins")
    }
    self.lines = lines
  }
}
