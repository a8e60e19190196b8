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

  @Option(
    help: ArgumentHelp(
      "What to join, to tell apart and to call how; else graphgen.yaml beside the articles, or here.",
      valueName: "file"))
  var config: String?

  /// The pipeline with what is built in and what the files add, those of `moreFrames` after those of the option.
  ///
  /// `corpus` has the paths of the articles, beside which a `graphgen.yaml` may stand.
  ///
  /// - Throws: `SchemaViolation` with file and line, `OutputFile.Failure` for a file that can't be read.
  func pipeline(
    corpus: [String] = [], mode: Annotator.Mode = .accurate, frames moreFrames: [String] = []
  ) throws -> Pipeline {
    try keyedPipeline(corpus: corpus, mode: mode, frames: moreFrames).pipeline
  }

  /// The same, with the key of what it knows, by which what it reads can be kept.
  func keyedPipeline(
    corpus: [String] = [], mode: Annotator.Mode = .accurate, frames moreFrames: [String] = []
  ) throws -> (pipeline: Pipeline, key: KnowledgeKey) {
    var pipeline = Pipeline(mode: mode)
    var key = KnowledgeKey(mode: mode)
    /// The text that goes into the pipeline, and so into the key.
    func text(of file: String, _ kind: String) throws -> String {
      let text = try Self.text(of: file)
      key.add(kind, text)
      return text
    }
    if let file = ontology.file {
      pipeline.ontology = try Ontology(
        yaml: text(of: file, "ontology"), file: file, extending: .builtIn)
    }
    for file in gazetteer {
      try pipeline.gazetteer.add(
        text(of: file, "gazetteer"), file: file, ontology: pipeline.ontology)
    }
    for file in frames + moreFrames {
      try pipeline.frames.add(text(of: file, "frames"), file: file, ontology: pipeline.ontology)
    }
    for file in configs(corpus) {
      let rules = try IdentityRules(
        yaml: text(of: file, "rules"), file: file, ontology: pipeline.ontology)
      pipeline.rules = pipeline.rules.union(rules)
    }
    pipeline.gazetteer.apply(pipeline.rules)
    return (pipeline, key)
  }

  /// The file that is asked for; else those in the corpus's folders; else that of the current folder.
  private func configs(_ corpus: [String]) -> [String] {
    if let config { return [config] }
    var files: [String] = []
    for path in corpus {
      // A folder's own; beside a file it would be in the current folder, or is to be asked for.
      let file =
        path.hasSuffix("/") ? path + IdentityRules.fileName : path + "/" + IdentityRules.fileName
      if FileManager.default.fileExists(atPath: file), !files.contains(file) { files.append(file) }
    }
    let here =
      FileManager.default.fileExists(atPath: IdentityRules.fileName) ? [IdentityRules.fileName] : []
    return files.isEmpty ? here : files
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
