/// A value of RDF.
enum RDFValue: Hashable {
  /// A name of a vocabulary, as `schema:Person`.
  case name(String)
  /// A resource by its IRI.
  case iri(String)
  /// Words.
  case text(String)
  /// A value of a datatype of XML Schema, as `xsd:date`.
  case typed(String, type: String)
}

/// A thing of RDF with what is said of it: what Turtle and JSON-LD both write.
struct RDFResource {
  let iri: String
  let types: [String]
  private(set) var properties: [(name: String, values: [RDFValue])] = []

  init(_ iri: String, types: [String]) {
    (self.iri, self.types) = (iri, types)
  }

  /// Says more of it; nothing without values.
  mutating func add(_ name: String, _ values: [RDFValue]) {
    if !values.isEmpty { properties.append((name, values)) }
  }

  mutating func add(_ name: String, text: String?) {
    if let text { add(name, [.text(text)]) }
  }
}

/// A graph in the words of RDF: schema.org for what things are, Wikidata's properties and PLOVER for what relations
/// mean, PROV for where it is said.
///
/// A relation is a statement (`rdf:Statement`), with status, time and evidence; a standing fact that holds, and that
/// Wikidata has a property for, is also a triple of its own.
struct RDFVocabulary {
  /// The prefixes of names, ascending.
  static let prefixes = [
    ("graphgen", "urn:graphgen:vocabulary:"),
    ("plover", "https://github.com/openeventdata/PLOVER#"),
    ("prov", "http://www.w3.org/ns/prov#"),
    ("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
    ("schema", "https://schema.org/"),
    ("wdt", "http://www.wikidata.org/prop/direct/"),
    ("xsd", "http://www.w3.org/2001/XMLSchema#"),
  ]

  let graph: KnowledgeGraph
  /// The direct triples of each source; the view's edges only.
  private var facts: [NodeID: [(property: String, target: NodeID)]] = [:]

  init(_ view: GraphView) {
    graph = view.graph
    for edge in view.edges where edge.status == .actual && !edge.former {
      guard let relation = graph.ontology.relationType(edge.type), relation.isStanding,
        let property = relation.wikidata
      else { continue }
      let fact = (property: property, target: edge.target)
      if facts[edge.source]?.contains(where: { $0 == fact }) != true {
        facts[edge.source, default: []].append(fact)
      }
    }
  }

  func resource(_ document: SourceDocument) -> RDFResource {
    var resource = RDFResource(
      iri(ofDocument: document.id), types: ["schema:NewsArticle", "prov:Entity"])
    resource.add("schema:headline", text: document.title)
    resource.add("schema:datePublished", document.published.map(date) ?? [])
    resource.add("schema:publisher", text: document.source)
    resource.add("schema:url", document.url.map { [Self.link($0)] } ?? [])
    resource.add("graphgen:path", text: document.path)
    resource.add("graphgen:hash", text: document.hash)
    return resource
  }

  func resource(_ node: Node) -> RDFResource {
    var resource = RDFResource(
      iri(node.id), types: [schemaType(of: node), "graphgen:\(Self.local(node.type))"])
    resource.add("schema:name", text: node.label)
    resource.add("schema:alternateName", node.aliases.map { .text($0) })
    resource.add("schema:sameAs", node.sameAs.map(Self.link))
    let documents = Set(node.appearances.map(\.document)).sorted { $0.utf8Precedes($1) }
    resource.add("prov:wasDerivedFrom", documents.map { .iri(iri(ofDocument: $0)) })
    for fact in facts[node.id] ?? [] {
      resource.add("wdt:\(fact.property)", [.iri(iri(fact.target))])
    }
    return resource
  }

  /// The statement, then each sentence that makes it.
  func resources(_ edge: Edge) -> [RDFResource] {
    let relation = graph.ontology.relationType(edge.type)
    let statement = "urn:graphgen:edge:\(edge.id)"
    var resource = RDFResource(statement, types: ["rdf:Statement"])
    resource.add("rdf:subject", [.iri(iri(edge.source))])
    resource.add("rdf:predicate", [.name("graphgen:\(Self.local(edge.type))")])
    resource.add("rdf:object", [.iri(iri(edge.target))])
    resource.add("graphgen:status", [.name("graphgen:\(edge.status.rawValue)")])
    resource.add("graphgen:plover", relation?.plover.map { [.name("plover:\($0)")] } ?? [])
    resource.add(
      "graphgen:property", relation?.wikidata.map { [.name("wdt:\($0)")] } ?? [])
    addTime(edge.time, to: &resource)
    resource.add("schema:location", edge.place.map { .iri(iri($0)) })
    resource.add("schema:superEvent", edge.occasion.map { .iri(iri($0)) })
    resource.add("graphgen:over", edge.over.map { [thing($0)] } ?? [])
    resource.add("schema:about", text: edge.topic)
    resource.add("schema:roleName", text: edge.office)
    if edge.former { resource.add("graphgen:former", [.typed("true", type: "xsd:boolean")]) }
    let sentences = edge.evidence.indices.map { "\(statement):\($0 + 1)" }
    resource.add("prov:wasDerivedFrom", sentences.map { .iri($0) })
    return [resource] + zip(sentences, edge.evidence).map(self.evidence)
  }

  private func evidence(_ iri: String, _ evidence: Evidence) -> RDFResource {
    var resource = RDFResource(iri, types: ["prov:Entity", "schema:Quotation"])
    resource.add("schema:text", text: evidence.text)
    resource.add("prov:wasQuotedFrom", [.iri(self.iri(ofDocument: evidence.document))])
    resource.add("graphgen:line", [.typed(String(evidence.line), type: "xsd:integer")])
    resource.add("graphgen:start", [.typed(String(evidence.start), type: "xsd:integer")])
    resource.add("graphgen:end", [.typed(String(evidence.end), type: "xsd:integer")])
    resource.add("graphgen:status", [.name("graphgen:\(evidence.status.rawValue)")])
    addTime(evidence.time, to: &resource)
    resource.add("prov:wasAttributedTo", evidence.attribution.map { [thing($0)] } ?? [])
    resource.add("graphgen:frame", text: evidence.frame)
    return resource
  }

  private func addTime(_ time: TimeSpan?, to resource: inout RDFResource) {
    guard let time else { return }
    resource.add("graphgen:time", text: time.rawValue)
    if !time.isOpenStart {
      resource.add(
        "schema:startDate", [.typed(TimeSpan.date(ofDay: time.firstDay), type: "xsd:date")])
    }
    if time.lastDay != .max {
      resource.add("schema:endDate", [.typed(TimeSpan.date(ofDay: time.lastDay), type: "xsd:date")])
    }
  }

  private func date(_ time: TimeSpan) -> [RDFValue] {
    guard let start = time.start else { return [.text(time.rawValue)] }
    return start.utf8.count == 10 ? [.typed(start, type: "xsd:date")] : [.text(start)]
  }

  private func schemaType(of node: Node) -> String {
    switch (node.id.nodeClass, node.type) {
    case ("person", _): "schema:Person"
    case ("organization", _): "schema:Organization"
    case ("event", _): "schema:Event"
    case ("place", "country"): "schema:Country"
    case ("place", "city"): "schema:City"
    case ("place", _): "schema:Place"
    default: "schema:Thing"
    }
  }

  /// A node where the text is its id, else words.
  private func thing(_ text: String) -> RDFValue {
    guard let id = NodeID(rawValue: text), graph.node(id) != nil else { return .text(text) }
    return .iri(iri(id))
  }

  private func iri(_ id: NodeID) -> String { "urn:graphgen:" + Self.escaped(id.rawValue) }

  private func iri(ofDocument document: String) -> String {
    "urn:graphgen:document:" + Self.escaped(document)
  }

  /// A link where the text can be one, else words.
  static func link(_ text: String) -> RDFValue {
    let isLink = text.hasPrefix("http://") || text.hasPrefix("https://")
    return isLink && escaped(text, keeping: "%:?&=+#~,;@!$*()") == text ? .iri(text) : .text(text)
  }

  /// A name for use behind a prefix.
  private static func local(_ name: String) -> String {
    String(name.unicodeScalars.map { isPlain($0) ? Character($0) : "-" })
  }

  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
      || scalar == "-"
  }

  /// The text as a part of an IRI: letters of all scripts stay, other signs are percent-encoded (RFC 3987).
  private static func escaped(_ text: String, keeping kept: String = "") -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      let isKept =
        isPlain(scalar) || "/_.".unicodeScalars.contains(scalar)
        || kept.unicodeScalars.contains(scalar)
        || !scalar.isASCII && scalar.properties.isAlphabetic
      if isKept {
        result.unicodeScalars.append(scalar)
      } else {
        for byte in String(scalar).utf8 { result += byte.percentEncoded }
      }
    }
    return result
  }
}
