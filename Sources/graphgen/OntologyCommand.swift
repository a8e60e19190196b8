import ArgumentParser
import Graph

/// `graphgen ontology`: the types of nodes and the relations.
struct OntologyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ontology", abstract: "List the types of nodes and relations.",
    discussion: """
      EXAMPLES
        graphgen ontology
        graphgen ontology --format yaml > mine.yaml

      A file in the form of the YAML output, given to 'graphgen build --ontology', adds types and relations \
      or replaces them.
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, yaml
  }

  @Option(name: .shortAndLong, help: "As a table for people, or as the YAML file that is built in.")
  var format = Format.text

  func run() throws {
    switch format {
    case .yaml: print(KnowledgeFile.named("ontology.yaml")?.text ?? "", terminator: "")
    case .text:
      let ontology = Ontology.builtIn
      print("node types")
      for type in ontology.nodeTypes { print("  \(padded(type.name, 14))\(type.nodeClass)") }
      print("\nrelations (<> has no direction)")
      for relation in ontology.relationTypes {
        let arrow = relation.isSymmetric ? "<>" : "->"
        let ends =
          "\(names(relation.source, ontology)) \(arrow) \(names(relation.target, ontology))"
        let codes = [relation.plover, relation.wikidata].compactMap(\.self)
        print(
          "  \(padded(relation.name, 14))\(ends)"
            + (codes.isEmpty ? "" : "  [\(codes.joined(separator: ", "))]"))
      }
    }
  }

  private func names(_ types: Set<String>, _ ontology: Ontology) -> String {
    ontology.nodeTypes.map(\.name).filter(types.contains).joined(separator: "|")
  }

  private func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.count))
  }
}
