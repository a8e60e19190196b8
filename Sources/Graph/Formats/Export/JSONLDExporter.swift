/// JSON-LD 1.1 (w3.org/TR/json-ld11) of `RDFVocabulary`, a resource a line.
struct JSONLDExporter: RDFExporter {
  let vocabulary: RDFVocabulary
  private var isFirst = true

  init(_ view: GraphView) { vocabulary = RDFVocabulary(view) }

  mutating func begin(_ output: inout ExportBuffer) {
    output.json { json in
      json.raw("{\"@context\": {")
      for (index, (prefix, iri)) in RDFVocabulary.prefixes.enumerated() {
        if index > 0 { json.raw(", ") }
        json.string(prefix)
        json.raw(": ")
        json.string(iri)
      }
      json.raw("},\n \"@graph\": [")
    }
  }

  mutating func end(_ output: inout ExportBuffer) { output.raw("\n]}\n") }

  mutating func write(_ resource: RDFResource, _ output: inout ExportBuffer) {
    output.raw(isFirst ? "\n  " : ",\n  ")
    isFirst = false
    // A property may come in several parts; a key of JSON only once.
    var values: [String: [RDFValue]] = [:]
    var names: [String] = []
    for property in resource.properties {
      if values[property.name] == nil { names.append(property.name) }
      values[property.name, default: []] += property.values
    }
    output.json { json in
      json.raw("{\"@id\": ")
      json.string(resource.iri)
      json.raw(", \"@type\": ")
      json.array(resource.types) { $0.string($1) }
      for name in names {
        json.raw(", ")
        json.string(name)
        json.raw(": ")
        json.array(values[name] ?? [], Self.write)
      }
      json.raw("}")
    }
  }

  private static func write(_ json: inout JSONText, _ value: RDFValue) {
    switch value {
    case .text(let text): json.string(text)
    case .name(let name), .iri(let name):
      json.raw("{\"@id\": ")
      json.string(name)
      json.raw("}")
    case .typed(let text, let type):
      json.raw("{\"@value\": ")
      json.string(text)
      json.raw(", \"@type\": ")
      json.string(type)
      json.raw("}")
    }
  }
}
