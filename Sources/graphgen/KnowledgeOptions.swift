import ArgumentParser
import Extract
import Foundation
import Graph
import Language

/// A file that adds to the ontology: the option of every command that reads articles or graphs.
struct OntologyOption: ParsableArguments {
  @Option(
    name: .customLong("ontology"),
    help: ArgumentHelp("A YAML file that adds node types and relations.", valueName: "file"))
  var file: String?

  /// What is built in, with what the file adds.
  ///
  /// - Throws: `SchemaViolation` with file and entry, `OutputFile.Failure` for a file that can't be read.
  func ontology() throws -> Ontology {
    guard let file else { return .builtIn }
    return try Ontology(yaml: KnowledgeOptions.text(of: file), file: file, extending: .builtIn)
  }
}

/// Files that add to what is built in: the options of every command that reads articles.
struct KnowledgeOptions: ParsableArguments {
  @OptionGroup var ontology: OntologyOption

  @Option(
    help: ArgumentHelp("A TSV file that adds names and facts. May be repeated.", valueName: "file"))
  var gazetteer: [String] = []

  @Option(
    help: ArgumentHelp("A YAML file that adds frames and cues. May be repeated.", valueName: "file")
  )
  var frames: [String] = []

  /// The pipeline with what is built in and what the files add, those of `moreFrames` after those of the option.
  ///
  /// - Throws: `SchemaViolation` with file and line, `OutputFile.Failure` for a file that can't be read.
  func pipeline(
    mode: Annotator.Mode = .accurate, frames moreFrames: [String] = []
  ) throws -> Pipeline {
    var pipeline = Pipeline(mode: mode)
    pipeline.ontology = try ontology.ontology()
    for file in gazetteer {
      try pipeline.gazetteer.add(Self.text(of: file), file: file, ontology: pipeline.ontology)
    }
    for file in frames + moreFrames {
      try pipeline.frames.add(Self.text(of: file), file: file, ontology: pipeline.ontology)
    }
    return pipeline
  }

  fileprivate static func text(of path: String) throws -> String {
    let data = try OutputFile.bytes(at: path)
    guard let text = String(data: data, encoding: .utf8) else {
      throw SchemaViolation(
        place: path, found: "bytes that are no UTF-8", expected: "text",
        remedy: "Convert it, as with 'iconv -t UTF-8'.")
    }
    return text
  }
}
