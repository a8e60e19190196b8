import ArgumentParser
import Extract
import Graph

/// `graphgen frames test`: whether frames state what their examples say.
struct FramesTestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test", abstract: "Run the examples of frames.",
    discussion: """
      Reads each example's sentence, and compares what is found with its claims: of the frame's own relation \
      exactly these must be found, of others these at least. Runs the examples that are built in, and those of \
      the files.

      Exits 0; 1 where an example fails; 2 where a file can't be read.

      EXAMPLES
        graphgen frames test
        graphgen frames test mine.yaml --relation meets
      """)

  @Argument(help: ArgumentHelp("Files of frames, as with --frames.", valueName: "file"))
  var files: [String] = []

  @Option(help: "Run only the examples of frames of this relation.")
  var relation: String?

  @OptionGroup(title: "Knowledge options") var knowledge: KnowledgeOptions
  @OptionGroup var mode: ModeOption

  func run() throws {
    let pipeline = try knowledge.pipeline(mode: mode.parser, frames: files)
    if let relation { try pipeline.ontology.checkRelation(relation) }
    let examples = FrameExamples(of: pipeline, relation: relation)
    let progress = ProgressLine(total: examples.count, unit: "examples read")
    let failures = examples.failures { progress.advance() }
    progress.finish()
    for failure in failures { print(failure) }
    print(
      "\(examples.count) examples, \(examples.nearMisses) of them near-misses: "
        + (failures.isEmpty ? "all as expected" : "\(failures.count) failed"))
    if !failures.isEmpty { throw ExitStatus.different.code }
  }
}
