/// The attributes by which graphgen's DOT carries a whole graph: the lines of its `graph.json`.
enum DOTData {
  /// Of the graph: the version of `graph.json`; its presence says that the others are there.
  static let version = "graphgen"
  /// Of a node or an edge: its object.
  static let record = "graphgen"
  /// Of the graph: arrays and objects.
  static let documents = "graphgen_documents"
  static let rules = "graphgen_rules"
  static let loops = "graphgen_loops"
}

/// DOT with all that the graph has: for Graphviz and its kin in attributes of their own, for reading back in the
/// attributes of `DOTData`. How it looks is left to Graphviz; `DOTWriter` is for pictures.
struct DOTExporter: GraphExporter {
  private let view: GraphView
  private let title: String?
  private let choices: Drawing.Choices
  private var hasDocument = false
  /// Names of nodes whose id no way of quoting lets survive.
  private var names: [NodeID: String] = [:]

  /// A writer of the view.
  init(_ view: GraphView) { self.init(view, title: nil, choices: Drawing.Choices()) }

  /// A writer of the view with a title and what else was chosen.
  init(_ view: GraphView, title: String?, choices: Drawing.Choices) {
    self.view = view
    self.title = title
    self.choices = choices
    for (index, node) in view.nodes.enumerated()
    where node.id.rawValue.utf8.contains(UInt8(ascii: "\\")) {
      names[node.id] = "n\(index + 1)"
    }
  }

  mutating func begin(_ output: inout ExportBuffer) {
    output.raw("digraph graphgen {\n  graph [charset=\"UTF-8\", \(DOTData.version)=2")
    if !view.graph.rules.isEmpty {
      attribute(DOTData.rules, json { GraphJSONWriter.write(&$0, view.graph.rules) }, &output)
    }
    if view.isWhole, !view.graph.loops.isEmpty {
      attribute(
        DOTData.loops,
        json { json in json.array(view.graph.loops) { GraphJSONWriter.write(&$0, loop: $1) } },
        &output)
    }
    if let title {
      output.raw(", labelloc=t, label=")
      label(title, &output)
    }
    output.raw(", \(DOTData.documents)=\"[")
  }

  mutating func write(_ document: SourceDocument, to output: inout ExportBuffer) {
    // Each document is a string of its own, so that none grows too long for Graphviz.
    if hasDocument { output.raw("\" +\n    \",") }
    hasDocument = true
    output.raw(escaped(json { GraphJSONWriter.write(&$0, document) }))
  }

  mutating func write(_ node: Node, to output: inout ExportBuffer) {
    output.raw("  ")
    name(node.id, &output)
    output.raw(" [label=")
    label(choices.labels == .terse ? LabelText.shortName(of: node) : node.label, &output)
    output.raw(", type=")
    label(node.type, &output)
    link(choices.links?.link(of: node, in: view.graph), &output)
    attribute(DOTData.record, json { GraphJSONWriter.write(&$0, node) }, &output)
    output.raw("]\n")
  }

  mutating func write(_ edge: Edge, to output: inout ExportBuffer) {
    let relation = view.graph.ontology.relationType(edge.type)
    output.raw("  ")
    name(edge.source, &output)
    output.raw(" -> ")
    name(edge.target, &output)
    output.raw(" [label=")
    label(view.graph.ontology.drawnName(of: edge), &output)
    output.raw(", type=")
    label(edge.type, &output)
    output.raw(", status=\(edge.status.rawValue), evidence=\(edge.evidence.count)")
    if let time = edge.time { output.raw(", time=\"\(time.rawValue)\"") }
    if let plover = relation?.plover {
      output.raw(", plover=")
      label(plover, &output)
    }
    if relation?.isSymmetric == true { output.raw(", dir=none") }
    link(choices.links?.link(of: [edge], in: view.graph), &output)
    attribute(
      DOTData.record, json { GraphJSONWriter.write(&$0, edge, plover: relation?.plover) }, &output)
    output.raw("]\n")
  }

  mutating func end(_ output: inout ExportBuffer) {
    output.raw("}\n")
  }

  mutating func beginNodes(_ output: inout ExportBuffer) { output.raw("]\"]\n") }

  /// The boxes, which name nodes that have been written.
  mutating func beginEdges(_ output: inout ExportBuffer) {
    guard let cluster = choices.cluster else { return }
    let clustering = Clustering(cluster, of: view)
    let boxes = Dictionary(grouping: view.nodes.map(\.id)) { clustering.box(of: $0) }
    for case (let box?, let members) in boxes.sorted(by: {
      ($0.key?.rawValue ?? "").utf8Precedes($1.key?.rawValue ?? "")
    }) {
      output.raw(
        "  subgraph \"cluster_\(ElementID.of("in", box.rawValue))\" {\n    graph [label=")
      label(clustering.name(of: box), &output)
      output.raw("]\n   ")
      for id in members {
        output.raw(" ")
        name(id, &output)
      }
      output.raw("\n  }\n")
    }
  }

  // MARK: - Text

  private func link(_ link: String?, _ output: inout ExportBuffer) {
    guard let link else { return }
    output.raw(", URL=")
    label(link, &output)
  }

  private func label(_ text: String, _ output: inout ExportBuffer) {
    var dot = DOTText()
    dot.label(text)
    output.raw(dot.bytes)
  }

  /// The node's id in quotation marks, which needs nothing but these to be escaped.
  private func name(_ id: NodeID, _ output: inout ExportBuffer) {
    output.raw("\"\(names[id] ?? id.rawValue.replacing("\"", with: "\\\""))\"")
  }

  private func json(_ write: (inout JSONText) -> Void) -> [UInt8] {
    var json = JSONText()
    write(&json)
    return json.bytes
  }

  private func attribute(_ name: StaticString, _ json: [UInt8], _ output: inout ExportBuffer) {
    output.raw(", ")
    output.raw(name)
    output.raw("=\"")
    output.raw(escaped(json))
    output.raw("\"")
  }

  private func attribute(_ name: String, _ json: [UInt8], _ output: inout ExportBuffer) {
    output.raw(", \(name)=\"")
    output.raw(escaped(json))
    output.raw("\"")
  }

  /// JSON as the inside of a quoted string.
  ///
  /// DOT has no way to write a backslash before a quotation mark: both are written by their number inside JSON's
  /// strings, so that the marks around these are all that DOT has to escape. Long runs are cut, see `DOTText`.
  private func escaped(_ json: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(json.count + json.count / 4)
    var runLength = 0
    var index = 0
    while index < json.count {
      // Never inside an escape or a character.
      if runLength > DOTText.longestRun - 16, json[index] & 0xC0 != 0x80 {
        result += Array("\" +\n    \"".utf8)
        runLength = 0
      }
      let before = result.count
      let byte = json[index]
      index += 1
      switch byte {
      case UInt8(ascii: "\""): result += Array("\\\"".utf8)
      case UInt8(ascii: "\\"):
        let second = json[index]
        index += 1
        switch second {
        case UInt8(ascii: "\""): result += Array("\\u0022".utf8)
        case UInt8(ascii: "\\"): result += Array("\\u005c".utf8)
        default: result += [byte, second]
        }
      default: result.append(byte)
      }
      runLength += result.count - before
    }
    return result
  }
}
