import Foundation

/// Makes a graph of what DOT says.
///
/// DOT of graphgen's own carries the lines of a `graph.json` in attributes, and is read as such. Of anybody else's
/// the file is a document that names nodes and states edges: its statements are the evidence, with their lines. Such
/// nodes have no type, and an edge's label is its topic.
enum DOTGraphReader {
  static func graph(
    from data: Data, file: String, ontology: Ontology
  ) throws(SchemaViolation) -> GraphReader.Reading {
    let bytes = Array(data)
    let graphs: [DOTGraph]
    do {
      graphs = try DOTSyntax(bytes).graphs
    } catch {
      throw error.violation(in: file)
    }
    guard let first = graphs.first else {
      throw SchemaViolation(place: file, found: "no graph", expected: "'graph' or 'digraph'")
    }
    if first.attribute(DOTData.version) != nil {
      return GraphReader.Reading(graph: try own(first, file: file, ontology: ontology))
    }
    return untyped(graphs, bytes: bytes, file: file, ontology: ontology)
  }

  // MARK: - graphgen's own

  /// The `graph.json` that the attributes carry, read as such.
  private static func own(
    _ dot: DOTGraph, file: String, ontology: Ontology
  ) throws(SchemaViolation) -> KnowledgeGraph {
    let version = dot.attribute(DOTData.version) ?? "0"
    var json = Data("{\"format\": \"graphgen\", \"version\": \(version)".utf8)
    func list(_ key: String, _ records: [String]) {
      json += Data(",\n \"\(key)\": [\(records.joined(separator: ",\n"))]".utf8)
    }
    if let rules = dot.attribute(DOTData.rules) { json += Data(",\n \"rules\": \(rules)".utf8) }
    let documents = dot.attribute(DOTData.documents)
    list("documents", documents.map { [String($0.dropFirst().dropLast())] } ?? [])
    let lines = LineIndex(dot.syntax.source)
    let nodes = try (0..<dot.nodeCount).map { node throws(SchemaViolation) in
      try record(
        dot.attribute(DOTData.record, ofNode: node), of: "node '\(dot.name(ofNode: node))'",
        at: "\(file):\(lines.line(of: dot.range(ofNode: node).lowerBound))")
    }
    list("nodes", nodes)
    let edges = try (0..<dot.edgeCount).map { edge throws(SchemaViolation) in
      try record(
        dot.attribute(DOTData.record, ofEdge: edge), of: "edge",
        at: "\(file):\(lines.line(of: dot.range(ofEdge: edge).lowerBound))")
    }
    list("edges", edges)
    if let loops = dot.attribute(DOTData.loops) { json += Data(",\n \"loops\": \(loops)".utf8) }
    json += Data("}\n".utf8)
    return try GraphJSONReader.graph(from: json, file: file, ontology: ontology)
  }

  private static func record(
    _ record: String?, of thing: String, at place: String
  ) throws(SchemaViolation) -> String {
    guard let record else {
      throw SchemaViolation(
        place: place, found: "\(thing) without attribute '\(DOTData.record)'",
        expected: "one on each node and edge, since the graph has '\(DOTData.version)'",
        remedy: "Take '\(DOTData.version)' away to read the file as anybody's DOT.")
    }
    return record
  }

  // MARK: - Anybody's

  private static func untyped(
    _ graphs: [DOTGraph], bytes: [UInt8], file: String, ontology: Ontology
  ) -> GraphReader.Reading {
    let document = SourceDocument(
      id: String(file.split(separator: "/").last ?? "graph"), path: file,
      title: graphs.lazy.compactMap(\.name).first, hash: GraphReader.hash(bytes))
    var reader = UntypedDOT(document: document.id, lines: LineIndex(bytes), source: bytes)
    for graph in graphs { reader.read(graph) }
    var reading = GraphReader.Reading(
      graph: KnowledgeGraph(
        documents: [document], appearances: reader.appearances, claims: reader.claims,
        ontology: ontology.withUntyped))
    if reader.loopCount > 0 {
      reading.notes.append(GraphReader.loopNote(reader.loopCount, file: file))
    }
    return reading
  }
}

/// What a DOT file states, as a document does.
private struct UntypedDOT {
  let document: String
  let lines: LineIndex
  let source: [UInt8]
  private(set) var appearances: [(node: NodeID, appearance: Appearance)] = []
  private(set) var claims: [Claim] = []
  private(set) var loopCount = 0
  /// The edge statement that was told last; a statement of many edges is told once.
  private var told: (range: Range<Int>, text: String)?

  /// Statements that are longer are told by the edge alone.
  private static let longestText = 300

  init(document: String, lines: LineIndex, source: [UInt8]) {
    (self.document, self.lines, self.source) = (document, lines, source)
  }

  mutating func read(_ dot: DOTGraph) {
    let ids = (0..<dot.nodeCount).map { Self.id(dot.name(ofNode: $0)) }
    for node in 0..<dot.nodeCount {
      let name = dot.name(ofNode: node)
      let range = dot.range(ofNode: node)
      let label = Self.label(of: node, in: dot)
      appearances.append(
        (
          ids[node],
          Appearance(
            document: document, type: Ontology.untyped, label: label.isEmpty ? name : label,
            aliases: label == name || label.isEmpty ? [] : [name],
            mentions: [
              Mention(
                start: range.lowerBound, end: range.upperBound,
                line: lines.line(of: range.lowerBound), foundBy: "dot")
            ])
        ))
    }
    for edge in 0..<dot.edgeCount {
      let ends = dot.edge(edge)
      guard ends.tail != ends.head else {
        loopCount += 1
        continue
      }
      claims.append(
        Claim(
          source: ids[ends.tail],
          type: dot.isDirected ? Ontology.directedLink : Ontology.undirectedLink,
          target: ids[ends.head], evidence: evidence(of: edge, in: dot)))
    }
  }

  private mutating func evidence(of edge: Int, in dot: DOTGraph) -> Evidence {
    let range = dot.range(ofEdge: edge)
    let ends = dot.edge(edge)
    let label = Self.label(ofEdge: edge, in: dot)
    return Evidence(
      document: document, start: range.lowerBound, end: range.upperBound,
      line: lines.line(of: range.lowerBound),
      text: range.count <= Self.longestText
        ? text(range)
        : [
          dot.name(ofNode: ends.tail), dot.isDirected ? "->" : "--", dot.name(ofNode: ends.head),
        ].joined(separator: " "),
      topic: label.isEmpty ? nil : label, frame: "dot")
  }

  private mutating func text(_ range: Range<Int>) -> String {
    if let told, told.range == range { return told.text }
    let text = String(decoding: source[range], as: UTF8.self)
    told = (range, text)
    return text
  }

  /// The name as an id; what would be none, or that of another name, in quotation marks.
  private static func id(_ name: String) -> NodeID {
    let plain = name.isEmpty || name.hasPrefix("\"") ? JSONText.quoted(name) : name
    return NodeID(rawValue: "\(Ontology.untyped)/\(plain)")
      ?? NodeID(class: Ontology.untyped, name: plain)
  }

  private static func label(of node: Int, in dot: DOTGraph) -> String {
    guard let label = dot.label(ofNode: node) else { return "" }
    if label.isMarkup { return DOTLabelText.words(ofMarkup: label.text) }
    let reader = DOTLabelText(replacements: [
      UInt8(ascii: "N"): dot.name(ofNode: node), UInt8(ascii: "G"): dot.name ?? "",
    ])
    return dot.attribute("shape", ofNode: node)?.lowercased().hasSuffix("record") == true
      ? reader.words(ofRecord: label.text) : reader.words(label.text)
  }

  private static func label(ofEdge edge: Int, in dot: DOTGraph) -> String {
    guard let label = dot.label(ofEdge: edge) else { return "" }
    if label.isMarkup { return DOTLabelText.words(ofMarkup: label.text) }
    let ends = dot.edge(edge)
    let (tail, head) = (dot.name(ofNode: ends.tail), dot.name(ofNode: ends.head))
    return DOTLabelText(replacements: [
      UInt8(ascii: "T"): tail, UInt8(ascii: "H"): head, UInt8(ascii: "G"): dot.name ?? "",
      UInt8(ascii: "E"): "\(tail)\(dot.isDirected ? "->" : "--")\(head)",
    ]).words(label.text)
  }
}
