/// The columns that tables of nodes and edges have, whatever the format: what people and other programs read, beside the
/// record that holds everything.
enum GraphFields {
  /// What a column's values are.
  enum Kind: String, Sendable { case string, int, boolean }

  /// A column of a thing; its value is nil where there is none.
  struct Field<Thing>: Sendable {
    let name: String
    var kind = Kind.string
    let value: @Sendable (Thing, Ontology) -> String?
  }

  /// The column that holds a thing's line of `graph.json`, for reading back.
  static let record = "record"

  static let ofNodes: [Field<Node>] = [
    Field(name: "label") { node, _ in node.label },
    Field(name: "type") { node, _ in node.type },
    Field(name: "aliases") { node, _ in joined(node.aliases, by: "; ") },
    Field(name: "sameAs") { node, _ in joined(node.sameAs, by: " ") },
    Field(name: "mentions", kind: .int) { node, _ in
      String(node.appearances.reduce(0) { $0 + $1.mentions.count })
    },
  ]

  static let ofEdges: [Field<Edge>] = [
    Field(name: "type") { edge, _ in edge.type },
    Field(name: "label") { edge, ontology in ontology.drawnName(of: edge) },
    Field(name: "symmetric", kind: .boolean) { edge, ontology in
      ontology.relationType(edge.type)?.isSymmetric == true ? "true" : "false"
    },
    Field(name: "status") { edge, _ in edge.status.rawValue },
    Field(name: "time") { edge, _ in edge.time?.rawValue },
    Field(name: "place") { edge, _ in joined(edge.place.map(\.rawValue), by: " ") },
    Field(name: "occasion") { edge, _ in joined(edge.occasion.map(\.rawValue), by: " ") },
    Field(name: "over") { edge, _ in edge.over },
    Field(name: "topic") { edge, _ in edge.topic },
    Field(name: "office") { edge, _ in edge.office },
    Field(name: "former", kind: .boolean) { edge, _ in edge.former ? "true" : nil },
    Field(name: "plover") { edge, ontology in ontology.relationType(edge.type)?.plover },
    Field(name: "wikidata") { edge, ontology in ontology.relationType(edge.type)?.wikidata },
    Field(name: "evidence", kind: .int) { edge, _ in String(edge.evidence.count) },
  ]

  private static func joined(_ parts: [String], by separator: String) -> String? {
    parts.isEmpty ? nil : parts.joined(separator: separator)
  }

  /// The line of `graph.json`.
  static func record(of node: Node) -> String {
    text { GraphJSONWriter.write(&$0, node) }
  }

  /// The line of `graph.json`.
  static func record(of edge: Edge, in ontology: Ontology) -> String {
    text { GraphJSONWriter.write(&$0, edge, plover: ontology.relationType(edge.type)?.plover) }
  }

  static func text(_ write: (inout JSONText) -> Void) -> String {
    var json = JSONText()
    write(&json)
    return String(decoding: json.bytes, as: UTF8.self)
  }
}

extension TimeSpan {
  /// The first date of an interval, or the one that there is, as it is written; nil for an open start.
  var start: String? { isOpenStart ? nil : String(rawValue.prefix { $0 != "/" }) }

  /// The last date, as it is written; nil for an open end.
  var end: String? {
    let parts = rawValue.split(separator: "/")
    return parts.last == ".." ? nil : parts.last.map(String.init)
  }

  /// A day number as `2014-11-10`.
  static func date(ofDay day: Int) -> String {
    let (year, month, day) = calendarDate(ofDay: day)
    let two = { (number: Int) in (number < 10 ? "0" : "") + String(number) }
    let yearText = String(repeating: "0", count: max(0, 4 - String(year).count)) + String(year)
    return "\(yearText)-\(two(month))-\(two(day))"
  }
}
