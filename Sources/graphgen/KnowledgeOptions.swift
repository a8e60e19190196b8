import ArgumentParser
import Extract
import Foundation
import Graph

/// Files that add to what is built in: the options of every command that reads articles.
struct KnowledgeOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("A YAML file that adds node types and relations.", valueName: "file"))
  var ontology: String?

  @Option(
    help: ArgumentHelp("A TSV file that adds names and facts. May be repeated.", valueName: "file"))
  var gazetteer: [String] = []

  @Option(
    help: ArgumentHelp("A YAML file that adds frames and cues. May be repeated.", valueName: "file"))
  var frames: [String] = []

  /// The pipeline with what is built in and what the files add.
  ///
  /// - Throws: `SchemaViolation` with file and line, `OutputFile.Failure` for a file that can't be read.
  func pipeline() throws -> Pipeline {
    var pipeline = Pipeline()
    if let ontology {
      pipeline.ontology = try Ontology(
        yaml: text(of: ontology), file: ontology, extending: pipeline.ontology)
    }
    for file in gazetteer { try pipeline.gazetteer.add(text(of: file), file: file) }
    for file in frames {
      try pipeline.frames.add(text(of: file), file: file, ontology: pipeline.ontology)
    }
    return pipeline
  }

  private func text(of path: String) throws -> String {
    let data = try OutputFile.bytes(at: path)
    guard let text = String(data: data, encoding: .utf8) else {
      throw SchemaViolation(
        place: path, found: "bytes that are no UTF-8", expected: "text",
        remedy: "Convert it, as with 'iconv -t UTF-8'.")
    }
    return text
  }
}
