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
    let record = try decode(data, file: file)
    let removed = try record.removed.statements(at: "\(file): removed")
    let added = try record.added.statements(at: "\(file): added")
    return GraphPatch(
      from: record.from.value, to: record.to.value, removed: removed, added: added)
  }

  private static func decode(_ data: Data, file: String) throws(SchemaViolation) -> Record {
    let remedy = "Write one with 'graphgen diff OLD NEW --format json'."
    do {
      let header = try JSONDecoder().decode(HeaderRecord.self, from: data)
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
      return try JSONDecoder().decode(Record.self, from: data)
    } catch let violation as SchemaViolation {
      throw violation
    } catch {
      let syntax = Result { try JSONSerialization.jsonObject(with: data) }
      var problem: any Error = error
      if case .failure(let failure) = syntax { problem = failure }
      throw SchemaViolation(
        place: file, found: DecodingProblem.text(of: problem), expected: "a graphgen diff",
        remedy: remedy)
    }
  }

  private struct Record: Decodable {
    struct Version: Decodable {
      let hash: String
      let documents: Int
      let nodes: Int
      let edges: Int

      var value: GraphPatch.Version {
        GraphPatch.Version(hash: hash, documents: documents, nodes: nodes, edges: edges)
      }
    }

    struct Statements: Decodable {
      let documents: [GraphRecord.Document]
      let appearances: [GraphRecord.Appearance]
      let claims: [GraphRecord.Loop]
      let rules: GraphRecord.Rules?

      func statements(at place: String) throws(SchemaViolation) -> GraphStatements {
        var result = GraphStatements()
        for (index, record) in documents.enumerated() {
          result.documents.append(try record.document(at: "\(place).documents[\(index)]"))
        }
        for (index, record) in appearances.enumerated() {
          var appearance = record.value
          appearance.ownID = try nodeID(record.id ?? "", at: "\(place).appearances[\(index)].id")
          result.appearances.append(appearance)
        }
        for (index, record) in claims.enumerated() {
          let place = "\(place).claims[\(index)]"
          let source = try nodeID(record.source, at: "\(place).source")
          let target = try nodeID(record.target, at: "\(place).target")
          guard record.evidence.count == 1 else {
            throw SchemaViolation(
              place: place, found: Count.of(record.evidence.count, "sentence"),
              expected: "one sentence")
          }
          result.claims.append(
            try GraphJSONReader.claim(
              record.evidence[0], source, record.type, target, at: place))
        }
        result.rules = try rules?.value(in: place) ?? IdentityRules()
        result.sort()
        return result
      }
    }

    let from: Version
    let to: Version
    let removed: Statements
    let added: Statements
  }
}
