/// Turtle (w3.org/TR/turtle) of `RDFVocabulary`.
struct TurtleExporter: RDFExporter {
  let vocabulary: RDFVocabulary

  init(_ view: GraphView) { vocabulary = RDFVocabulary(view) }

  mutating func begin(_ output: inout ExportBuffer) {
    for (prefix, iri) in RDFVocabulary.prefixes { output.raw("@prefix \(prefix): <\(iri)> .\n") }
  }

  func write(_ resource: RDFResource, _ output: inout ExportBuffer) {
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

  private func quoted(_ text: String) -> String { BackslashText.quoted(text, in: "\"") }
}
