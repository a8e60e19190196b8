/// Turtle (w3.org/TR/turtle) of `RDFVocabulary`.
struct TurtleExporter: GraphExporter {
  private let vocabulary: RDFVocabulary

  init(_ view: GraphView) { vocabulary = RDFVocabulary(view) }

  mutating func begin(_ output: inout ExportBuffer) {
    for (prefix, iri) in RDFVocabulary.prefixes { output.raw("@prefix \(prefix): <\(iri)> .\n") }
  }

  mutating func write(_ document: SourceDocument, to output: inout ExportBuffer) {
    write(vocabulary.resource(document), &output)
  }

  mutating func write(_ node: Node, to output: inout ExportBuffer) {
    write(vocabulary.resource(node), &output)
  }

  mutating func write(_ edge: Edge, to output: inout ExportBuffer) {
    for resource in vocabulary.resources(edge) { write(resource, &output) }
  }

  private func write(_ resource: RDFResource, _ output: inout ExportBuffer) {
    output.raw("\n<\(resource.iri)> a \(resource.types.joined(separator: ", "))")
    for (name, values) in resource.properties {
      output.raw(" ;\n  \(name) \(values.map(text).joined(separator: ", "))")
    }
    output.raw(" .\n")
  }

  private func text(_ value: RDFValue) -> String {
    switch value {
    case .name(let name): name
    case .iri(let iri): "<\(iri)>"
    case .text(let text): quoted(text)
    case .typed(let text, let type): "\(quoted(text))^^\(type)"
    }
  }

  private func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case "\u{0}"..<" ", "\u{7F}":
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
