/// A Cypher script, for Neo4j and its kin: nodes by `MERGE`, so that a second run changes nothing.
///
/// Nodes have the label `Entity` and their type, relationships the relation's name in capitals; the sentences stand in a
/// list, all else that the graph has of the edge in properties.
struct CypherExporter: GraphExporter {
  private let view: GraphView

  init(_ view: GraphView) { self.view = view }

  mutating func begin(_ output: inout ExportBuffer) {
    output.raw(
      """
      CREATE CONSTRAINT entity_id IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE;
      CREATE CONSTRAINT document_id IF NOT EXISTS FOR (d:Document) REQUIRE d.id IS UNIQUE;

      """)
  }

  mutating func write(_ document: SourceDocument, to output: inout ExportBuffer) {
    output.raw("MERGE (d:Document {id: \(quoted(document.id))}) SET d += ")
    output.raw(
      map([
        ("path", quoted(document.path)), ("title", document.title.map(quoted)),
        ("published", document.published.map { quoted($0.rawValue) }),
        ("source", document.source.map(quoted)), ("url", document.url.map(quoted)),
        ("hash", quoted(document.hash)),
      ]))
    output.raw(";\n")
  }

  mutating func write(_ node: Node, to output: inout ExportBuffer) {
    output.raw("MERGE (n:Entity {id: \(quoted(node.id.rawValue))}) SET n:")
    output.raw("\(Self.identifier(node.type, capitals: false)), n += ")
    output.raw(
      map(
        GraphFields.ofNodes.map { field in
          switch field.name {
          case "aliases": (field.name, list(node.aliases))
          case "sameAs": (field.name, list(node.sameAs))
          default: (field.name, value(field.value(node, view.graph.ontology), field.kind))
          }
        }))
    output.raw(";\n")
  }

  mutating func write(_ edge: Edge, to output: inout ExportBuffer) {
    output.raw("MATCH (a:Entity {id: \(quoted(edge.source.rawValue))}), ")
    output.raw("(b:Entity {id: \(quoted(edge.target.rawValue))}) ")
    output.raw(
      "MERGE (a)-[r:\(Self.identifier(edge.type, capitals: true)) {id: '\(edge.id)'}]->(b) SET r += "
    )
    var properties = GraphFields.ofEdges.filter { $0.name != "label" }.map { field in
      switch field.name {
      case "place": (field.name, list(edge.place.map(\.rawValue)))
      case "occasion": (field.name, list(edge.occasion.map(\.rawValue)))
      default: (field.name, value(field.value(edge, view.graph.ontology), field.kind))
      }
    }
    properties.append(("sentences", list(edge.evidence.map(\.text))))
    properties.append(
      ("sources", list(edge.evidence.map { "\($0.document):\($0.line)" })))
    output.raw(map(properties))
    output.raw(";\n")
  }

  private func map(_ properties: [(String, String?)]) -> String {
    let members = properties.compactMap { name, value in value.map { "\(name): \($0)" } }
    return "{\(members.joined(separator: ", "))}"
  }

  private func value(_ text: String?, _ kind: GraphFields.Kind) -> String? {
    kind == .string ? text.map(quoted) : text
  }

  private func list(_ texts: [String]) -> String? {
    texts.isEmpty ? nil : "[\(texts.map(quoted).joined(separator: ", "))]"
  }

  private func quoted(_ text: String) -> String { BackslashText.quoted(text, in: "'") }

  /// `holds-office` as `HOLDS_OFFICE` or `HoldsOffice`; in backticks where it has other signs.
  private static func identifier(_ name: String, capitals: Bool) -> String {
    let parts = name.split(separator: "-")
    let joined =
      capitals
      ? parts.map { $0.uppercased() }.joined(separator: "_")
      : parts.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
    let isPlain =
      joined.utf8.allSatisfy {
        $0 == UInt8(ascii: "_") || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0 | 0x20)
      } && !joined.isEmpty
    return isPlain ? joined : "`\(joined.replacing("`", with: "``"))`"
  }
}
