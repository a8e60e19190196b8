/// Makes a graph of an imported file.
///
/// Records give the graph that was exported. Where a column says something else than follows from the records, somebody
/// changed it by hand, and that holds: a node's label or type becomes a rule of the graph (as `graphgen.yaml` has them),
/// what an edge says is said by its sentences from now on. Rows without a record are new: the file is the document that
/// states them. Rows that are gone are gone.
struct GraphImport {
  private let imported: ImportedGraph
  private let ontology: Ontology
  private var documents: [SourceDocument] = []
  private var appearances: [(node: NodeID, appearance: Appearance)] = []
  private var rules: IdentityRules
  private var claims: [Claim] = []
  /// The claims of each edge's row.
  private var claimsOfRow: [[Claim]] = []
  /// The node of each row, by what the file calls it.
  private var ids: [String: NodeID] = [:]
  /// The nodes that each document names.
  private var named: [String: Set<NodeID>] = [:]
  /// The files that state something themselves, by their document's id.
  private var ownFiles: [String: String] = [:]
  private var loopCount = 0

  /// The graph.
  ///
  /// - Throws: where a row can't be what the ontology allows, with its place.
  static func graph(
    of imported: ImportedGraph, ontology: Ontology
  ) throws(SchemaViolation) -> GraphReader.Reading {
    let isUntyped = imported.nodes.contains {
      ($0.fields["type"] ?? "").isEmpty || $0.fields["type"] == Ontology.untyped
    }
    var importer = try GraphImport(
      imported, ontology: isUntyped ? ontology.withUntyped : ontology)
    try importer.readNodes()
    try importer.readEdges()
    let graph = try importer.assembled()
    var reading = GraphReader.Reading(
      graph: try importer.correct(graph) ? try importer.assembled() : graph)
    if importer.loopCount > 0 {
      reading.notes.append(GraphReader.loopNote(importer.loopCount, file: imported.file))
    }
    return reading
  }

  private init(_ imported: ImportedGraph, ontology: Ontology) throws(SchemaViolation) {
    self.imported = imported
    self.ontology = ontology
    rules = imported.rules
    documents = imported.documents
    let known = Set(documents.map(\.id))
    for loop in imported.loops where !known.contains(loop.evidence.document) {
      throw GraphJSONReader.unlisted(loop.evidence.document, at: "\(imported.file): loop")
    }
    claims = imported.loops
  }

  // MARK: - Rows

  private mutating func readNodes() throws(SchemaViolation) {
    let known = Set(documents.map(\.id))
    for row in imported.nodes {
      guard ids[row.id] == nil else {
        throw SchemaViolation(
          place: row.place, found: "node '\(row.id)' a second time", expected: "each node once",
          remedy: "Join the two rows.")
      }
      if let json = row.record {
        let record = try ImportedGraph.decode(GraphRecord.Node.self, from: json, at: row.place)
        guard record.id.rawValue == row.id else {
          throw SchemaViolation(
            place: row.place, found: "node '\(row.id)' with the record of '\(record.id)'",
            expected: "one id", remedy: "A node's id can't be changed; its label can.")
        }
        ids[row.id] = record.id
        try GraphJSONReader.checkTypes(of: record, ontology: ontology) {
          SchemaViolation(place: row.place, found: $0, expected: $1, remedy: $2)
        }
        for (index, appearance) in record.appearances.enumerated() {
          guard known.contains(appearance.document) else {
            throw GraphJSONReader.unlisted(appearance.document, at: row.place)
          }
          name(record.ownIDs.isEmpty ? record.id : record.ownIDs[index], appearance)
        }
      } else {
        ids[row.id] = try added(row)
      }
    }
  }

  /// A node that somebody added, or another program knows.
  private mutating func added(_ row: ImportedGraph.Row) throws(SchemaViolation) -> NodeID {
    let type = row.value("type") ?? Ontology.untyped
    let nodeType = try known(type, at: row.place)
    let label = row.value("label") ?? row.id
    let id =
      nodeType.nodeClass == Ontology.untyped
      ? NodeID(rawValue: "\(Ontology.untyped)/\(row.id)")
      : NodeID(rawValue: row.id).flatMap { $0.nodeClass == nodeType.nodeClass ? $0 : nil }
    let found = id ?? NodeID(class: nodeType.nodeClass, name: label)
    appear(found, type: type, label: label, at: row.place)
    return found
  }

  /// Lets the file name a node.
  private mutating func appear(_ id: NodeID, type: String, label: String, at place: String) {
    let document = ownDocument(at: place)
    let line = Self.line(of: place)
    name(
      id,
      Appearance(
        document: document, type: type, label: label,
        mentions: [Mention(start: 0, end: 0, line: line, foundBy: "import")]))
  }

  private mutating func name(_ id: NodeID, _ appearance: Appearance) {
    appearances.append((id, appearance))
    named[appearance.document, default: []].insert(id)
  }

  private mutating func readEdges() throws(SchemaViolation) {
    let known = Set(documents.map(\.id))
    var seen: Set<String> = []
    for row in imported.edges {
      guard row.id.isEmpty || seen.insert(row.id).inserted else {
        throw SchemaViolation(
          place: row.place, found: "edge '\(row.id)' a second time", expected: "each edge once",
          remedy: "Leave the id of a new edge empty.")
      }
      guard let json = row.record else {
        claimsOfRow.append([])
        if let source = row.value("source"), source == row.value("target") {
          loopCount += 1
        } else {
          claims.append(try addedClaim(row))
        }
        continue
      }
      let own = try ImportedGraph.read(json, at: row.place) { json throws(SchemaViolation) in
        var claims: [Claim] = []
        _ = try GraphRecord.Edge(from: &json, named: "an edge", into: &claims)
        return claims
      }
      for claim in own {
        guard known.contains(claim.evidence.document) else {
          throw GraphJSONReader.unlisted(claim.evidence.document, at: row.place)
        }
        try check(claim.evidence.document, names: [claim.source, claim.target], row)
      }
      claimsOfRow.append(own)
      claims += own
    }
  }

  /// What an edge that somebody added states: it stands for itself.
  private mutating func addedClaim(_ row: ImportedGraph.Row) throws(SchemaViolation) -> Claim {
    let ends = try (end("source", of: row), end("target", of: row))
    let type = row.value("type") ?? imported.link
    let document = ownDocument(at: row.place)
    for id in [ends.0, ends.1] where !isNamed(id, in: document) {
      guard let known = appearances.first(where: { $0.node == id })?.appearance else { continue }
      appear(id, type: known.type, label: known.label, at: row.place)
    }
    let line = Self.line(of: row.place)
    var claim = Claim(
      source: ends.0, type: type, target: ends.1,
      evidence: Evidence(
        document: document, start: 0, end: 0, line: line,
        text: [row.fields["source"] ?? "", row.value("label") ?? type, row.fields["target"] ?? ""]
          .joined(separator: " "), frame: "import"))
    for column in Self.correctable {
      if let value = row.value(column) { try set(column, value, in: &claim, at: row.place) }
    }
    if Ontology.isUntyped(type), claim.evidence.topic == nil {
      claim.evidence.topic = row.value("label")
    }
    return claim
  }

  private func end(
    _ column: String, of row: ImportedGraph.Row
  ) throws(SchemaViolation) -> NodeID {
    let name = row.fields[column] ?? ""
    guard let id = ids[name] else {
      throw SchemaViolation(
        place: row.place, found: "\(column) '\(name)'", expected: "a node of the file")
    }
    return id
  }

  // MARK: - Corrections

  /// What can be changed by hand in an edge's row, apart from its ends.
  private static let correctable = [
    "status", "time", "place", "occasion", "over", "topic", "office", "former",
  ]

  /// Takes over what columns say other than the graph; whether there was anything.
  private mutating func correct(_ graph: KnowledgeGraph) throws(SchemaViolation) -> Bool {
    var labels = rules.labels
    var types = rules.types
    var isChanged = false
    for row in imported.nodes where row.record != nil {
      guard let id = ids[row.id], let node = graph.node(id) else {
        throw SchemaViolation(
          place: row.place, found: "node '\(row.id)', which isn't one node any more",
          expected: "names that this graphgen joins", remedy: "Build the graph anew.")
      }
      if let label = changed("label", node.label, row, imported.nodeColumns), !label.isEmpty {
        labels.removeAll { $0.names == [row.id] }
        labels.append(IdentityRules.Entry(names: [row.id], value: label, place: row.place))
        isChanged = true
      }
      if let type = changed("type", node.type, row, imported.nodeColumns), !type.isEmpty {
        guard try known(type, at: row.place).nodeClass == String(id.nodeClass) else {
          throw SchemaViolation(
            place: row.place, found: "type '\(type)'",
            expected: "a type of class '\(id.nodeClass)'",
            remedy: "Take the row out and add one without id and record.")
        }
        types.removeAll { $0.names == [row.id] }
        types.append(IdentityRules.Entry(names: [row.id], value: type, place: row.place))
        isChanged = true
      }
    }
    rules = IdentityRules(
      same: rules.same, different: rules.different, labels: labels, types: types)
    return try correctEdges(graph) || isChanged
  }

  private mutating func correctEdges(_ graph: KnowledgeGraph) throws(SchemaViolation) -> Bool {
    var edges: [Claim: Edge] = [:]
    for edge in graph.edges { for claim in edge.claims { edges[claim] = edge } }
    var replaced: [Claim: Claim] = [:]
    for (row, own) in zip(imported.edges, claimsOfRow) {
      guard let first = own.first,
        let edge = edges[KnowledgeGraph.ordered(first, ontology: ontology)]
      else { continue }
      let changes = self.changes(of: edge, in: row)
      guard !changes.isEmpty else { continue }
      for claim in own {
        var corrected = claim
        for (column, value) in changes {
          switch column {
          case "type": corrected.type = value
          case "source":
            corrected.source = try joined(end(column, of: row), graph, to: claim)
          case "target":
            corrected.target = try joined(end(column, of: row), graph, to: claim)
          default: try set(column, value, in: &corrected, at: row.place)
          }
        }
        try checkSignature(of: corrected, row)
        replaced[claim] = corrected
      }
    }
    claims = claims.map { replaced[$0] ?? $0 }
    noteCorrection(of: Set(replaced.keys.map(\.evidence.document)))
    return !replaced.isEmpty
  }

  /// What the documents state isn't only what was read from them any more, where it is on record who did.
  private mutating func noteCorrection(of ids: Set<String>) {
    for index in documents.indices where ids.contains(documents[index].id) {
      let readers = documents[index].readers
      if readers.isEmpty { continue }
      documents[index].readers = Set(readers + [.people]).sorted()
    }
  }

  /// The columns of an edge's row that say something else than its sentences do.
  private func changes(
    of edge: Edge, in row: ImportedGraph.Row
  ) -> [(column: String, value: String)] {
    var values: [(String, String?)] = [
      ("type", edge.type), ("source", edge.source.rawValue), ("target", edge.target.rawValue),
    ]
    for field in GraphFields.ofEdges where Self.correctable.contains(field.name) {
      values.append((field.name, field.value(edge, ontology)))
    }
    return values.compactMap { column, value in
      changed(column, value ?? "", row, imported.edgeColumns).map { (column, $0) }
    }
  }

  /// The row's value where it isn't the graph's, nor what XML would make of it; nil where it is, or the file doesn't say.
  private func changed(
    _ column: String, _ value: String, _ row: ImportedGraph.Row, _ columns: Set<String>
  ) -> String? {
    guard columns.contains(column) else { return nil }
    let found = row.fields[column] ?? ""
    var clean = ""
    for scalar in value.unicodeScalars { clean.unicodeScalars.append(XMLCharacter.allowed(scalar)) }
    return found == value || found == clean ? nil : found
  }

  private func set(
    _ column: String, _ value: String, in claim: inout Claim, at place: String
  ) throws(SchemaViolation) {
    let text = value.isEmpty ? nil : value
    switch column {
    case "status":
      guard let status = Status(rawValue: value) else {
        throw SchemaViolation(
          place: place, found: "status '\(value)'",
          expected: "one of \(Status.allCases.map(\.rawValue).joined(separator: ", "))")
      }
      claim.evidence.status = status
    case "time":
      guard let text else { return claim.evidence.time = nil }
      guard let time = TimeSpan(rawValue: text) else {
        throw SchemaViolation(
          place: place, found: "time '\(text)'",
          expected: "an ISO 8601 date or interval, as '2014-11' or '2014-11-10/2014-11-11'")
      }
      claim.evidence.time = time
    case "place": claim.evidence.place = try nodes(value, at: place)
    case "occasion": claim.evidence.occasion = try nodes(value, at: place)
    case "over": claim.evidence.over = text
    case "topic": claim.evidence.topic = text
    case "office": claim.evidence.office = text
    default: claim.evidence.former = value.lowercased() == "true"
    }
  }

  private func nodes(_ text: String, at place: String) throws(SchemaViolation) -> [NodeID] {
    var found: [NodeID] = []
    for word in text.split(separator: " ") {
      if let known = ids[String(word)] {
        found.append(known)
      } else {
        guard let id = NodeID(rawValue: String(word)) else {
          throw SchemaViolation(
            place: place, found: "'\(word)'",
            expected: "class and name, as in 'person/vladimir-putin'")
        }
        found.append(id)
      }
    }
    return found
  }

  /// The node, which the claim's document now names.
  private mutating func joined(
    _ id: NodeID, _ graph: KnowledgeGraph, to claim: Claim
  ) -> NodeID {
    let document = claim.evidence.document
    guard !isNamed(id, in: document), let node = graph.node(id) else { return id }
    let mention = Mention(
      start: claim.evidence.start, end: claim.evidence.end, line: claim.evidence.line,
      foundBy: "import")
    name(
      id,
      Appearance(document: document, type: node.type, label: node.label, mentions: [mention]))
    return id
  }

  // MARK: - All together

  private func assembled() throws(SchemaViolation) -> KnowledgeGraph {
    let check = SignatureCheck(
      KnowledgeGraph.united(appearances.map { ($0, [$1]) }, ontology: ontology), ontology: ontology)
    for claim in claims {
      if let problem = check.problem(with: claim) { throw violation(problem, claim) }
    }
    return KnowledgeGraph(
      documents: documents, appearances: appearances, claims: claims, ontology: ontology,
      rules: rules)
  }

  private func checkSignature(
    of claim: Claim, _ row: ImportedGraph.Row
  ) throws(SchemaViolation) {
    let check = SignatureCheck(
      KnowledgeGraph.united(
        appearances.filter { $0.node == claim.source || $0.node == claim.target }
          .map { ($0, [$1]) }, ontology: ontology), ontology: ontology)
    if let problem = check.problem(with: claim) { throw violation(problem, claim, at: row.place) }
  }

  private func violation(
    _ problem: String, _ claim: Claim, at place: String? = nil
  ) -> SchemaViolation {
    let own = ownFiles[claim.evidence.document]
    return SchemaViolation(
      place: place ?? own.map { "\($0):\(claim.evidence.line)" } ?? imported.file,
      found: problem, expected: "what the ontology allows",
      remedy: "'graphgen ontology' lists the signatures; --ontology adds to them.")
  }

  private func known(
    _ type: String, at place: String
  ) throws(SchemaViolation) -> Ontology.NodeType {
    guard let found = ontology.nodeType(type) else {
      let names = ontology.nodeTypes.map(\.name)
      let near = NearNames.of(type, among: names)
      throw SchemaViolation(
        place: place, found: "type '\(type)'",
        expected: "one of \((near.isEmpty ? names : near).joined(separator: ", "))",
        remedy: "--ontology adds types.")
    }
    return found
  }

  private func check(
    _ document: String, names ends: [NodeID], _ row: ImportedGraph.Row
  ) throws(SchemaViolation) {
    for id in ends where !isNamed(id, in: document) {
      throw SchemaViolation(
        place: row.place, found: "an edge of '\(id)', which no row names",
        expected: "both ends among the nodes", remedy: "Take the edge out as well.")
    }
  }

  private func isNamed(_ id: NodeID, in document: String) -> Bool {
    named[document]?.contains(id) == true
  }

  /// The file of a row as a document.
  private mutating func ownDocument(at place: String) -> String {
    let file = place.split(separator: ":").dropLast().joined(separator: ":")
    let id = String(file.split(separator: "/").last ?? "import")
    if ownFiles[id] == nil {
      ownFiles[id] = file
      documents.append(
        SourceDocument(id: id, path: file, hash: imported.hashes[file] ?? ""))
    }
    return id
  }

  private static func line(of place: String) -> Int {
    place.split(separator: ":").last.flatMap { Int($0) } ?? 1
  }
}

extension ImportedGraph.Row {
  /// The column's value; nil where it is empty.
  fileprivate func value(_ column: String) -> String? {
    fields[column].flatMap { $0.isEmpty ? nil : $0 }
  }
}
