import Graph
/// A score as it is shown to people and to programs.
extension GraphScore {
  /// One figure of a score.
  public enum Figure: String, CaseIterable, Sendable {
    case nodes, edges
    case edgesOfAnyType = "edges_any_type"
    case nodeTypeAccuracy = "node_type_accuracy"
    case statusAccuracy = "status_accuracy"
    case coarseStatusAccuracy = "status_accuracy_coarse"
    case timeAccuracy = "time_accuracy"
  }

  /// A figure's value from 0 to 1, of nodes and edges F1; nil where nothing was matched that it is about.
  public func value(of figure: Figure) -> Double? {
    switch figure {
    case .nodes: nodes.f1
    case .edges: edges.f1
    case .edgesOfAnyType: edgesOfAnyType.f1
    case .nodeTypeAccuracy: nodeTypeAccuracy
    case .statusAccuracy: statusAccuracy
    case .coarseStatusAccuracy: coarseStatusAccuracy
    case .timeAccuracy: timeAccuracy
    }
  }

  /// All figures, one a line, each line with a line feed.
  public var text: String {
    var lines: [String] = []
    for (figure, row) in [
      (Figure.nodes, nodes), (.edges, edges), (.edgesOfAnyType, edgesOfAnyType),
    ] {
      lines.append(
        "\(Self.padded(figure.rawValue)) P \(Self.threeDigits(row.precision))"
          + "  R \(Self.threeDigits(row.recall))  F1 \(Self.threeDigits(row.f1))"
          + "   (\(row.gold) gold, \(row.predicted) predicted)")
    }
    for figure in Self.accuracies {
      lines.append(
        "\(Self.padded(figure.rawValue)) \(value(of: figure).map { "\($0)" } ?? "None")")
    }
    return lines.map { $0 + "\n" }.joined()
  }

  /// All figures as a JSON object in a fixed order, with a line feed; with the disagreements in it where asked.
  public func json(withErrors: Bool = false) -> String {
    func member(_ figure: Figure, _ row: Agreement) -> String {
      """
        "\(figure.rawValue)": {
          "precision": \(row.precision),
          "recall": \(row.recall),
          "f1": \(row.f1),
          "gold": \(row.gold),
          "predicted": \(row.predicted)
        }
      """
    }
    var members = [
      member(.nodes, nodes), Self.member(.nodeTypeAccuracy, nodeTypeAccuracy),
      member(.edges, edges), member(.edgesOfAnyType, edgesOfAnyType),
    ]
    for figure in Self.accuracies.dropFirst() {
      members.append(Self.member(figure, value(of: figure)))
    }
    if withErrors {
      let errors = disagreements.map { "    \($0.json)" }.joined(separator: ",\n")
      members.append("  \"errors\": [\(errors.isEmpty ? "" : "\n\(errors)\n  ")]")
    }
    return "{\n\(members.joined(separator: ",\n"))\n}\n"
  }

  private static let accuracies: [Figure] = [
    .nodeTypeAccuracy, .statusAccuracy, .coarseStatusAccuracy, .timeAccuracy,
  ]

  private static func member(_ figure: Figure, _ value: Double?) -> String {
    "  \"\(figure.rawValue)\": \(value.map { "\($0)" } ?? "null")"
  }

  private static func padded(_ name: String) -> String {
    name + String(repeating: " ", count: max(0, 24 - name.count))
  }

  private static func threeDigits(_ value: Double) -> String {
    formatted(value, digits: 3)
  }
}

extension GraphScore.Disagreement {
  /// As an object on one line.
  fileprivate var json: String {
    var members = [("article", article), ("kind", kind.rawValue), ("what", description)]
    if let evidence { members.append(("evidence", evidence)) }
    return "{"
      + members.map { "\"\($0)\": \(JSONText.quoted($1))" }.joined(separator: ", ") + "}"
  }
}
