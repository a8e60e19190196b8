import ArgumentParser

@main
struct Graphgen: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "graphgen", abstract: "Reads news articles and draws what they state.",
    version: Version.current,
    subcommands: [
      BuildCommand.self, RenderCommand.self, ExplainCommand.self, ScoreCommand.self,
      OntologyCommand.self, RenderWorkerCommand.self,
    ])
}

/// The version of the program and of all that it writes.
enum Version {
  /// Semantic version; CHANGELOG.md tells what each brought.
  static let current = "0.1.0"
}
