public import Foundation

/// Reads `graph.json`, and holds it against the format and the ontology.
public enum GraphJSONReader {
  /// The graph that the file's bytes spell.
  ///
  /// What follows from statements (labels, types, status, ids of edges) is drawn from them anew; where
  /// the file says otherwise, it was changed by hand in one place and not in the other, and is refused.
  ///
  /// `file` is the file's name, for messages. Throws a `SchemaViolation` that names the entry.
  public static func graph(
    from data: Data, file: String, ontology: Ontology = .builtIn
  ) throws(SchemaViolation) -> KnowledgeGraph {
    let remedy = "Write one with 'graphgen build'."
    try checkHeader(of: data, file: file, remedy: remedy)
    return try JSONScanner.read(data, source: .file(file), remedy: remedy) {
      json throws(SchemaViolation) in
      let content = try GraphContent(from: &json)
      // A graph that was made of another program's brings its types along.
      let isUntyped = content.nodes.contains { $0.id.rawValue.hasPrefix("\(Ontology.untyped)/") }
      let ontology = isUntyped ? ontology.withUntyped : ontology
      try content.check(json, ontology)
      return try content.graph(json, file: file, ontology: ontology)
    }
  }

  /// Looks at the file's kind and version before all else: what follows may have any form in others.
  private static func checkHeader(
    of data: Data, file: String, remedy: String
  ) throws(SchemaViolation) {
    let header = try JSONScanner.header(
      of: data, file: file, what: "a graphgen graph", remedy: remedy)
    guard header.format == "graphgen" else {
      throw SchemaViolation(
        place: file, found: "format '\(header.format ?? "none")'", expected: "'graphgen'",
        remedy: remedy)
    }
    guard header.version == GraphJSONWriter.version else {
      throw SchemaViolation(
        place: file, found: "format version \(header.version.map(String.init) ?? "none")",
        expected: "version \(GraphJSONWriter.version)",
        remedy: "Build it anew with this graphgen, or read it with the one that wrote it.")
    }
  }

  /// Makes sure that documents give the node types of its class.
  static func checkTypes(
    of record: GraphRecord.Node, ontology: Ontology,
    _ violation: (_ found: String, _ expected: String, _ remedy: String) -> SchemaViolation
  ) throws(SchemaViolation) {
    for appearance in record.appearances {
      guard ontology.nodeType(appearance.type)?.nodeClass == String(record.id.nodeClass) else {
        throw violation(
          "type '\(appearance.type)'", "a node type of class '\(record.id.nodeClass)'",
          "'graphgen ontology' lists them; --ontology adds to them.")
      }
    }
  }

  static func unlisted(_ document: String, at place: String) -> SchemaViolation {
    SchemaViolation(
      place: place, found: "document '\(document)'", expected: "one that 'documents' lists",
      remedy: "List it, or remove what it states.")
  }
}

/// What a `graph.json` says.
private struct GraphContent {
  var documents: [SourceDocument] = []
  /// Where each document's entry starts.
  var documentOffsets: [Int] = []
  var nodes: [GraphRecord.Node] = []
  var edges: [GraphRecord.Edge] = []
  var loops: [GraphRecord.Edge] = []
  var rules = IdentityRules()
  /// What the edges' and loops' sentences state.
  var claims: [Claim] = []

  init(from json: inout JSONScanner) throws(SchemaViolation) {
    let start = json.offset
    var missing: Set = ["documents", "nodes", "edges"]
    try json.beginObject("a graphgen graph")
    while let key = try json.nextMember() {
      switch key {
      case "documents":
        missing.remove("documents")
        documents = try json.list { json throws(SchemaViolation) in
          documentOffsets.append(json.offset)
          return try SourceDocument(from: &json)
        }
      case "nodes":
        missing.remove("nodes")
        nodes = try json.list { json throws(SchemaViolation) in try .init(from: &json) }
      case "edges":
        missing.remove("edges")
        edges = try edges(&json, named: "an edge")
      case "loops": loops = try edges(&json, named: "a loop")
      case "rules": rules = try IdentityRules(from: &json)
      default: try json.skip()
      }
    }
    if let key = missing.min() {
      throw json.violation(at: start, found: "no key '\(key)'", expected: "a graphgen graph")
    }
  }

  private mutating func edges(
    _ json: inout JSONScanner, named what: String
  ) throws(SchemaViolation) -> [GraphRecord.Edge] {
    var edges: [GraphRecord.Edge] = []
    try json.beginList()
    while try json.nextElement() {
      edges.append(try GraphRecord.Edge(from: &json, named: what, into: &claims))
    }
    return edges
  }

  /// Holds entries against each other, which may stand in any order.
  func check(_ json: JSONScanner, _ ontology: Ontology) throws(SchemaViolation) {
    var known: Set<String> = []
    for (document, offset) in zip(documents, documentOffsets)
    where !known.insert(document.id).inserted {
      throw json.violation(
        at: offset, found: "document '\(document.id)' a second time",
        expected: "each document once", remedy: "Take one of the entries out.")
    }
    var seen: Set<NodeID> = []
    for record in nodes {
      guard seen.insert(record.id).inserted else {
        throw json.violation(
          at: record.offset, found: "node '\(record.id)' a second time",
          expected: "each node once", remedy: "Join the two entries.")
      }
      for appearance in record.appearances where !known.contains(appearance.document) {
        throw GraphJSONReader.unlisted(appearance.document, at: json.place(of: record.offset))
      }
      try GraphJSONReader.checkTypes(of: record, ontology: ontology) {
        json.violation(at: record.offset, found: $0, expected: $1, remedy: $2)
      }
    }
    for record in [edges, loops].joined() {
      for index in record.claims where !known.contains(claims[index].evidence.document) {
        throw GraphJSONReader.unlisted(
          claims[index].evidence.document, at: json.place(of: record.offset))
      }
    }
  }

  /// The graph that the statements give, which must be the one that the file tells.
  func graph(
    _ json: JSONScanner, file: String, ontology: Ontology
  ) throws(SchemaViolation) -> KnowledgeGraph {
    var named: [(node: NodeID, appearances: [Appearance])] = []
    named.reserveCapacity(nodes.count)
    for node in nodes {
      if node.ownIDs.isEmpty {
        named.append((node.id, node.appearances))
      } else {
        for (own, appearance) in zip(node.ownIDs, node.appearances) {
          named.append((own, [appearance]))
        }
      }
    }
    let graph: KnowledgeGraph
    do throws(KnowledgeGraph.UnsoundClaim) {
      graph = try KnowledgeGraph(
        checking: claims, documents: documents, named: named, ontology: ontology,
        rules: rules)
    } catch {
      let claim = claims[error.index]
      let record = [edges, loops].joined().first { $0.claims.contains(error.index) }
      let place = record.map { json.place(of: $0.offset) } ?? file
      throw SchemaViolation(
        place: "\(place): '\(claim.source) \(claim.type) \(claim.target)'",
        found: error.problem, expected: "what the ontology allows",
        remedy: "'graphgen ontology' lists the signatures; --ontology adds to them.")
    }
    try compareNodes(with: graph, json)
    try compareEdges(with: graph, json)
    return graph
  }

  private func compareNodes(
    with graph: KnowledgeGraph, _ json: JSONScanner
  ) throws(SchemaViolation) {
    for record in nodes where !record.appearances.isEmpty {
      guard let node = graph.node(record.id), node.appearances.count == record.appearances.count
      else {
        throw json.violation(
          at: record.offset, found: "names of '\(record.id)' that aren't one node",
          expected: "those that this graphgen joins",
          remedy: "Build the graph anew; 'same' and 'different' of graphgen.yaml tell what to join."
        )
      }
      if record.type != node.type || record.label != node.label {
        throw json.violation(
          at: record.offset, found: "'\(record.id)' as \(record.type) '\(record.label)'",
          expected: "\(node.type) '\(node.label)', which its appearances give",
          remedy: "Change the appearances; type and label follow from them.")
      }
    }
  }

  private func compareEdges(
    with graph: KnowledgeGraph, _ json: JSONScanner
  ) throws(SchemaViolation) {
    // As a rule they stand in the same order.
    if edges.count == graph.edges.count, zip(edges, graph.edges).allSatisfy({ $0.id == $1.id }) {
      return
    }
    let ids = Set(graph.edges.map(\.id))
    var seen: Set<String> = []
    for record in edges {
      guard seen.insert(record.id).inserted else {
        throw json.violation(
          at: record.offset, found: "edge '\(record.id)' a second time",
          expected: "each edge once", remedy: "Join the two entries.")
      }
      guard !ids.contains(record.id) else { continue }
      throw json.violation(
        at: record.offset,
        found: "edge '\(record.id)', '\(record.source) \(record.type) \(record.target)', "
          + "with evidence of another id",
        expected: "the id that relation, ends, time and topic of its evidence give",
        remedy: "Change the evidence, and give new edges to 'graphgen' without editing ids by hand."
      )
    }
  }
}

extension JSONScanner {
  /// The format and its version that an object tells.
  static func header(
    of data: Data, file: String, what: String, remedy: String
  ) throws(SchemaViolation) -> (format: String?, version: Int?) {
    try read(data, source: .file(file), remedy: remedy, isWhole: false) {
      json throws(SchemaViolation) in
      var (format, version): (String?, Int?)
      try json.beginObject(what)
      while format == nil || version == nil, let key = try json.nextMember() {
        switch key {
        case "format": format = try json.string()
        case "version": version = try json.integer()
        default: try json.skip()
        }
      }
      return (format: format, version: version)
    }
  }
}
