/// A Mermaid flowchart (mermaid.js.org), for Markdown. Mermaid itself draws 500 edges and 50,000 characters at most.
struct MermaidExporter: GraphExporter {
  static let mostEdges = 500

  private let view: GraphView
  private let numbers: [NodeID: Int]

  init(_ view: GraphView) throws(ExportError) {
    guard view.edges.count <= Self.mostEdges else {
      throw ExportError(
        description: "\(view.edges.count) relations; Mermaid draws \(Self.mostEdges) at most. "
          + "Show fewer with --focus, --top or --relations.")
    }
    self.view = view
    numbers = Dictionary(uniqueKeysWithValues: view.nodes.enumerated().map { ($1.id, $0 + 1) })
  }

  mutating func begin(_ output: inout ExportBuffer) { output.raw("flowchart LR\n") }

  mutating func write(_ node: Node, to output: inout ExportBuffer) {
    let style = NodeStyle(type: node.type, ontology: view.graph.ontology)
    let (before, after) =
      switch style.shape {
      case .ellipse: ("([", "])")
      case .hexagon: ("{{", "}}")
      case .box: style.isRounded ? ("(", ")") : ("[", "]")
      }
    output.raw("  n\(numbers[node.id] ?? 0)\(before)\"\(escaped(node.label))\"\(after)\n")
  }

  mutating func write(_ edge: Edge, to output: inout ExportBuffer) {
    let ontology = view.graph.ontology
    let isSymmetric = ontology.relationType(edge.type)?.isSymmetric == true
    let line =
      switch edge.status {
      case .actual: isSymmetric ? "---" : "-->"
      case .planned, .proposed, .possible: isSymmetric ? "-.-" : "-.->"
      case .postponed, .cancelled, .denied: "--x"
      }
    var label = [ontology.drawnName(of: edge)]
    if edge.status != .actual { label.append(edge.status.rawValue) }
    if let time = edge.time { label.append(time.rawValue) }
    let text = label.filter { !$0.isEmpty }.joined(separator: ", ")
    output.raw("  n\(numbers[edge.source] ?? 0) \(line)")
    if !text.isEmpty { output.raw("|\"\(escaped(text))\"|") }
    output.raw(" n\(numbers[edge.target] ?? 0)\n")
  }

  /// The text with everything that Mermaid or its Markdown could take for a sign written by number.
  private func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n": result += "<br/>"
      case "\"", "#", ";", "<", ">", "&", "`", "*", "_", "\\", "[", "]", "{", "}", "(", ")", "|":
        result += "#\(scalar.value);"
      default: result.unicodeScalars.append(XMLCharacter.allowed(scalar))
      }
    }
    return result
  }
}
