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
    let content = try decode(data, file: file)
    // A graph that was made of another program's brings its types along.
    let isUntyped = content.nodes.contains { $0.id.hasPrefix("\(Ontology.untyped)/") }
    let ontology = isUntyped ? ontology.withUntyped : ontology
    let documents = try parse(content.documents, "documents", file) {
      (record, place) throws(SchemaViolation) in try record.document(at: place)
    }
    let known = Set(documents.map(\.id))
    var appearances: [(node: NodeID, appearance: Appearance)] = []
    var seen: Set<NodeID> = []
    for (index, record) in content.nodes.enumerated() {
      let place = "\(file): nodes[\(index)]"
      let id = try nodeID(record.id, at: "\(place).id")
      guard seen.insert(id).inserted else {
        throw SchemaViolation(
          place: place, found: "node '\(id)' a second time", expected: "each node once",
          remedy: "Join the two entries.")
      }
      appearances += try self.appearances(
        of: record, id: id, documents: known, ontology: ontology, at: place)
    }
    var claims: [Claim] = []
    for (index, record) in content.edges.enumerated() {
      let place = "\(file): edges[\(index)]"
      let source = try nodeID(record.source, at: "\(place).source")
      let target = try nodeID(record.target, at: "\(place).target")
      guard !record.evidence.isEmpty else {
        throw SchemaViolation(
          place: place, found: "no evidence", expected: "a sentence at least",
          remedy: "Remove the edge, or give the sentence that states it.")
      }
      for (number, evidence) in record.evidence.enumerated() {
        try require(evidence.document, in: known, at: place)
        claims.append(
          try claim(
            evidence, source, record.type, target, at: "\(place).evidence[\(number)]"))
      }
    }
    for (index, record) in (content.loops ?? []).enumerated() {
      let place = "\(file): loops[\(index)]"
      let source = try nodeID(record.source, at: "\(place).source")
      let target = try nodeID(record.target, at: "\(place).target")
      for evidence in record.evidence {
        try require(evidence.document, in: known, at: place)
        claims.append(try claim(evidence, source, record.type, target, at: place))
      }
    }
    return try assembled(
      content, documents: documents, appearances: appearances, claims: claims, file: file,
      ontology: ontology)
  }

  /// What documents say of the node.
  static func appearances(
    of record: GraphRecord.Node, id: NodeID, documents known: Set<String>, ontology: Ontology,
    at place: String
  ) throws(SchemaViolation) -> [(node: NodeID, appearance: Appearance)] {
    var appearances: [(node: NodeID, appearance: Appearance)] = []
    for appearance in record.appearances {
      try require(appearance.document, in: known, at: place)
      guard ontology.nodeType(appearance.type)?.nodeClass == String(id.nodeClass) else {
        throw SchemaViolation(
          place: place, found: "type '\(appearance.type)'",
          expected: "a node type of class '\(id.nodeClass)'",
          remedy: "'graphgen ontology' lists them; --ontology adds to them.")
      }
      let own = try appearance.id.map { text throws(SchemaViolation) in
        try nodeID(text, at: "\(place).appearances")
      }
      guard own.map({ $0.nodeClass == id.nodeClass }) ?? true else {
        throw SchemaViolation(
          place: place, found: "an appearance of '\(own?.rawValue ?? "")'",
          expected: "one of class '\(id.nodeClass)'")
      }
      appearances.append((own ?? id, appearance.value))
    }
    return appearances
  }

  /// The claim that the evidence makes: with its own ends where it has any, else with the edge's.
  static func claim(
    _ evidence: GraphRecord.Evidence, _ source: NodeID, _ type: String, _ target: NodeID,
    at place: String
  ) throws(SchemaViolation) -> Claim {
    var ends = (source: source, target: target)
    if let own = evidence.source { ends.source = try nodeID(own, at: "\(place).source") }
    if let own = evidence.target { ends.target = try nodeID(own, at: "\(place).target") }
    return Claim(
      source: ends.source, type: type, target: ends.target,
      evidence: try evidence.value(at: place))
  }

  private static func assembled(
    _ content: GraphRecord, documents: [SourceDocument],
    appearances: [(node: NodeID, appearance: Appearance)], claims: [Claim], file: String,
    ontology: Ontology
  ) throws(SchemaViolation) -> KnowledgeGraph {
    let check = SignatureCheck(
      KnowledgeGraph.united(appearances, ontology: ontology), ontology: ontology)
    for claim in claims {
      if let problem = check.problem(with: claim) {
        throw SchemaViolation(
          place: "\(file): edge '\(claim.source) \(claim.type) \(claim.target)'", found: problem,
          expected: "what the ontology allows",
          remedy: "'graphgen ontology' lists the signatures; --ontology adds to them.")
      }
    }
    let graph = KnowledgeGraph(
      documents: documents, appearances: appearances, claims: claims, ontology: ontology,
      rules: try content.rules?.value(in: file) ?? IdentityRules())
    for record in content.nodes {
      guard let id = NodeID(rawValue: record.id), !record.appearances.isEmpty else { continue }
      guard let node = graph.node(id), node.appearances.count == record.appearances.count else {
        throw SchemaViolation(
          place: "\(file): node '\(record.id)'", found: "names that aren't one node",
          expected: "those that this graphgen joins",
          remedy: "Build the graph anew; 'same' and 'different' of graphgen.yaml tell what to join."
        )
      }
      if record.type != node.type || record.label != node.label {
        throw SchemaViolation(
          place: "\(file): node '\(record.id)'", found: "\(record.type) '\(record.label)'",
          expected: "\(node.type) '\(node.label)', which its appearances give",
          remedy: "Change the appearances; type and label follow from them.")
      }
    }
    let ids = Set(graph.edges.map(\.id))
    for record in content.edges where !ids.contains(record.id) {
      throw SchemaViolation(
        place: "\(file): edge '\(record.id)'",
        found: "'\(record.source) \(record.type) \(record.target)' with evidence of another id",
        expected: "the id that relation, ends, time and topic of its evidence give",
        remedy: "Change the evidence, and give new edges to 'graphgen' without editing ids by hand."
      )
    }
    return graph
  }

  private static func decode(_ data: Data, file: String) throws(SchemaViolation) -> GraphRecord {
    let remedy = "Write one with 'graphgen build'."
    do {
      let header = try JSONDecoder().decode(HeaderRecord.self, from: data)
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
      return try JSONDecoder().decode(GraphRecord.self, from: data)
    } catch let violation as SchemaViolation {
      throw violation
    } catch {
      // The decoder only says that it isn't JSON; the parser says where.
      let problem: any Error
      do {
        _ = try JSONSerialization.jsonObject(with: data)
        problem = error
      } catch let parsing {
        problem = parsing
      }
      throw SchemaViolation(
        place: file, found: DecodingProblem.text(of: problem), expected: "a graphgen graph",
        remedy: remedy)
    }
  }

  private static func parse<Record, Value>(
    _ records: [Record], _ key: String, _ file: String,
    _ transform: (Record, String) throws(SchemaViolation) -> Value
  ) throws(SchemaViolation) -> [Value] {
    var values: [Value] = []
    for (index, record) in records.enumerated() {
      values.append(try transform(record, "\(file): \(key)[\(index)]"))
    }
    return values
  }

  static func require(
    _ document: String, in known: Set<String>, at place: String
  ) throws(SchemaViolation) {
    guard !known.contains(document) else { return }
    throw SchemaViolation(
      place: place, found: "document '\(document)'", expected: "one that 'documents' lists",
      remedy: "List it, or remove what it states.")
  }
}
