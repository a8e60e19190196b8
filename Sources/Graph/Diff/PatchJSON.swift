public import Foundation

/// The file of a diff: what changed for programs, and the statements that `graphgen patch` needs.
///
///     {"format": "graphgen-diff", "version": 1,
///      "from": {"hash": "sha256:…", "documents": 4, "nodes": 51, "edges": 90},
///      "to": {…},
///      "changes": [ one of `DiffRecords` a line ],
///      "removed": {"documents": […], "appearances": […], "claims": […], "rules": {…}},
///      "added": {…}}
///
/// Statements stand one a line in the form of `graph.json`, each with the ids that its document alone gives.
public enum PatchJSON {
  /// The version of the format; a reader refuses any other.
  public static let version = 1
  static let format = "graphgen-diff"

  /// The patch as a file, without words on what changed.
  public static func bytes(of patch: GraphPatch) -> [UInt8] { bytes(of: patch, changes: []) }

  /// The patch as a file, with the lines of `changes`, which are objects.
  static func bytes(of patch: GraphPatch, changes: [JSONText]) -> [UInt8] {
    var json = JSONText()
    json.raw("{\"format\": \"graphgen-diff\", \"version\": ")
    json.number(version)
    json.raw(",\n \"from\": ")
    write(&json, patch.from)
    json.raw(",\n \"to\": ")
    write(&json, patch.to)
    json.raw(",\n \"changes\": ")
    json.lines(changes) { $0.append($1) }
    json.raw(",\n \"removed\": ")
    write(&json, patch.removed)
    json.raw(",\n \"added\": ")
    write(&json, patch.added)
    json.raw("}\n")
    return json.bytes
  }

  private static func write(_ json: inout JSONText, _ version: GraphPatch.Version) {
    json.object { members in
      members.string("hash", version.hash)
      members.number("documents", version.documents)
      members.number("nodes", version.nodes)
      members.number("edges", version.edges)
    }
  }

  private static func write(_ json: inout JSONText, _ statements: GraphStatements) {
    json.raw("{\"documents\": ")
    json.lines(statements.documents, GraphJSONWriter.write)
    json.raw(",\n \"appearances\": ")
    json.lines(statements.appearances, GraphJSONWriter.write)
    json.raw(",\n \"claims\": ")
    json.lines(statements.claims) { GraphJSONWriter.write(&$0, loop: $1) }
    if !statements.rules.isEmpty {
      json.raw(",\n \"rules\": ")
      GraphJSONWriter.write(&json, statements.rules)
    }
    json.raw("}")
  }

  /// The patch that the file's bytes spell; `file` is the file's name, for messages.
  ///
  /// - Throws: `SchemaViolation` that names the entry.
  public static func patch(from data: Data, file: String) throws(SchemaViolation) -> GraphPatch {
    let remedy = "Write one with 'graphgen diff OLD NEW --format json'."
    try checkHeader(of: data, file: file, remedy: remedy)
    return try JSONScanner.read(data, source: .file(file), remedy: remedy) {
      json throws(SchemaViolation) in
      let start = json.offset
      var (from, to): (GraphPatch.Version?, GraphPatch.Version?)
      var (removed, added): (GraphStatements?, GraphStatements?)
      try json.beginObject("a graphgen diff")
      while let key = try json.nextMember() {
        switch key {
        case "from": from = try GraphPatch.Version(from: &json)
        case "to": to = try GraphPatch.Version(from: &json)
        case "removed": removed = try GraphStatements(from: &json)
        case "added": added = try GraphStatements(from: &json)
        default: try json.skip()
        }
      }
      return GraphPatch(
        from: try json.present(from, "from", of: start), to: try json.present(to, "to", of: start),
        removed: try json.present(removed, "removed", of: start),
        added: try json.present(added, "added", of: start))
    }
  }

  private static func checkHeader(
    of data: Data, file: String, remedy: String
  ) throws(SchemaViolation) {
    let header = try JSONScanner.header(
      of: data, file: file, what: "a graphgen diff", remedy: remedy)
    guard header.format == format else {
      throw SchemaViolation(
        place: file, found: "format '\(header.format ?? "none")'", expected: "'\(format)'",
        remedy: remedy)
    }
    guard header.version == version else {
      throw SchemaViolation(
        place: file, found: "format version \(header.version.map(String.init) ?? "none")",
        expected: "version \(version)",
        remedy: "Make it anew with this graphgen, or use the one that wrote it.")
    }
  }
}

extension GraphPatch.Version: JSONRecord {
  init(from json: inout JSONScanner) throws(SchemaViolation) {
    let start = json.offset
    var hash: String?
    var (documents, nodes, edges): (Int?, Int?, Int?)
    try json.beginObject("a version")
    while let key = try json.nextMember() {
      switch key {
      case "hash": hash = try json.string()
      case "documents": documents = try json.integer()
      case "nodes": nodes = try json.integer()
      case "edges": edges = try json.integer()
      default: try json.skip()
      }
    }
    self.init(
      hash: try json.present(hash, "hash", of: start),
      documents: try json.present(documents, "documents", of: start),
      nodes: try json.present(nodes, "nodes", of: start),
      edges: try json.present(edges, "edges", of: start))
  }
}

extension GraphStatements: JSONRecord {
  init(from json: inout JSONScanner) throws(SchemaViolation) {
    self.init()
    try json.beginObject("statements")
    while let key = try json.nextMember() {
      switch key {
      case "documents":
        documents = try json.list { json throws(SchemaViolation) in
          try SourceDocument(from: &json)
        }
      case "appearances":
        appearances = try json.list { json throws(SchemaViolation) in
          let start = json.offset
          let (id, said) = try GraphRecord.Node.appearance(&json)
          var appearance = said
          appearance.ownID = try json.present(id, "id", of: start)
          return appearance
        }
      case "claims":
        try json.beginList()
        while try json.nextElement() {
          let record = try GraphRecord.Edge(from: &json, named: "a claim", into: &claims)
          guard record.claims.count == 1 else {
            throw json.violation(
              at: record.offset, found: Count.of(record.claims.count, "sentence"),
              expected: "one sentence")
          }
        }
      case "rules": rules = try IdentityRules(from: &json)
      default: try json.skip()
      }
    }
    sort()
  }
}
