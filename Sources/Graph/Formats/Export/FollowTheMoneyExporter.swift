/// Entities of FollowTheMoney (followthemoney.tech), a line of JSON each, for OpenAleph and its kin.
///
/// People, bodies and events are what they are; a country is a public body, any other place an address. An office is a
/// position with its occupancy, a membership a membership; every other relation is an `UnknownLink` with its role. The
/// articles are the proof.
struct FollowTheMoneyExporter: GraphExporter {
  private let view: GraphView
  private let documents: [String: SourceDocument]

  init(_ view: GraphView) {
    self.view = view
    documents = Dictionary(
      view.graph.documents.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  mutating func write(_ document: SourceDocument, to output: inout ExportBuffer) {
    entity(
      id: id(ofDocument: document.id), "Article",
      [
        ("title", [document.title].compactMap(\.self)), ("fileName", [document.path]),
        ("publishedAt", [document.published?.start].compactMap(\.self)),
        ("publisher", [document.source].compactMap(\.self)),
        ("sourceUrl", [document.url].compactMap(\.self)),
      ], &output)
  }

  mutating func write(_ node: Node, to output: inout ExportBuffer) {
    let proof = Set(node.appearances.map(\.document)).sorted { $0.utf8Precedes($1) }
    entity(
      id: id(node.id), schema(of: node),
      [
        ("name", [node.label]), ("alias", node.aliases),
        ("full", schema(of: node) == "Address" ? [node.label] : []),
        ("wikidataId", node.sameAs.compactMap(Self.wikidataID)),
        ("keywords", [node.type]), ("proof", proof.map(id(ofDocument:))),
      ], &output)
  }

  mutating func write(_ edge: Edge, to output: inout ExportBuffer) {
    let source = id(edge.source)
    let target = id(edge.target)
    switch edge.type {
    case "holds-office" where edge.source.nodeClass == "person":
      let office = edge.office ?? "office"
      let post = "post-\(edge.id)"
      let place = view.graph.node(edge.target)?.label ?? edge.target.rawValue
      let isBody = edge.target.nodeClass == "organization"
      entity(
        id: post, "Position",
        [("name", ["\(office), \(place)"]), ("organization", isBody ? [target] : [])], &output)
      entity(
        id: "edge-\(edge.id)", "Occupancy", [("holder", [source]), ("post", [post])] + told(edge),
        &output)
    case "member-of":
      entity(
        id: "edge-\(edge.id)", "Membership",
        [("member", [source]), ("organization", [target])] + told(edge), &output)
    default:
      let role = view.graph.ontology.drawnName(of: edge)
      entity(
        id: "edge-\(edge.id)", "UnknownLink",
        [("subject", [source]), ("object", [target]), ("role", [role])] + told(edge), &output)
    }
  }

  /// What every relation has: status, time, sentences and their articles.
  private func told(_ edge: Edge) -> [(String, [String])] {
    let status = edge.type == "holds-office" && edge.former ? "former" : edge.status.rawValue
    var dates: [(String, [String])] = []
    if let time = edge.time {
      let (start, end) = ([time.start].compactMap(\.self), [time.end].compactMap(\.self))
      dates = start == end ? [("date", start)] : [("startDate", start), ("endDate", end)]
    }
    let plover = view.graph.ontology.relationType(edge.type)?.plover
    let proof = Set(edge.evidence.map(\.document)).sorted { $0.utf8Precedes($1) }
    return [("status", [status])] + dates + [
      ("summary", [edge.topic, plover.map { "PLOVER \($0)" }].compactMap(\.self)),
      ("description", edge.evidence.map(\.text)), ("recordId", [edge.id]),
      ("proof", proof.map(id(ofDocument:))),
    ]
  }

  private func entity(
    id: String, _ schema: String, _ properties: [(String, [String])],
    _ output: inout ExportBuffer
  ) {
    output.json { json in
      json.raw("{\"id\": ")
      json.string(id)
      json.raw(", \"schema\": ")
      json.string(schema)
      json.raw(", \"properties\": {")
      var isFirst = true
      for (name, values) in properties where !values.isEmpty {
        if !isFirst { json.raw(", ") }
        isFirst = false
        json.string(name)
        json.raw(": ")
        json.array(values) { $0.string($1) }
      }
      json.raw("}}\n")
    }
  }

  private func schema(of node: Node) -> String {
    switch node.id.nodeClass {
    case "person": "Person"
    case "organization": "Organization"
    case "event": "Event"
    case "place": node.type == "country" ? "PublicBody" : "Address"
    default: "LegalEntity"
    }
  }

  private func id(_ node: NodeID) -> String {
    Self.plain(node.rawValue.replacing("/", with: "-", maxReplacements: 1))
  }

  private func id(ofDocument document: String) -> String { "document-" + Self.plain(document) }

  /// An id of the letters, digits, points and hyphens that FollowTheMoney takes; a hash tells apart what that makes equal.
  private static func plain(_ text: String) -> String {
    let allowed = { (byte: UInt8) in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."):
        true
      default: false
      }
    }
    let last = text.utf8.last ?? UInt8(ascii: "-")
    if text.utf8.allSatisfy(allowed), last != UInt8(ascii: "-"), last != UInt8(ascii: ".") {
      return text
    }
    let bytes = text.utf8.map { allowed($0) ? $0 : UInt8(ascii: "-") }
    return String(decoding: bytes, as: UTF8.self) + "-" + StableHash.hexadecimal([text]).prefix(8)
  }

  /// `Q17` of `http://www.wikidata.org/entity/Q17`.
  static func wikidataID(_ uri: String) -> String? {
    guard uri.contains("wikidata.org/"), let last = uri.split(separator: "/").last,
      last.first == "Q", last.dropFirst().allSatisfy({ $0.isNumber })
    else { return nil }
    return String(last)
  }
}
