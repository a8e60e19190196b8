import ArgumentParser
import Extract

@main
struct Graphgen: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "graphgen", abstract: "Read news articles and draw what they state.",
    version: Version.current,
    subcommands: [
      BuildCommand.self, RenderCommand.self, ExportCommand.self, ImportCommand.self,
      QueryCommand.self, DiffCommand.self, PatchCommand.self, MergeCommand.self,
      TimelineCommand.self, ExplainCommand.self, ScoreCommand.self,
      OntologyCommand.self, FramesCommand.self, AnnotateCommand.self, DoctorCommand.self,
      RenderWorkerCommand.self,
    ])

  /// Parses, runs, and ends with graphgen's exit statuses: ArgumentParser alone would end with 1
  /// for every error that a command throws.
  static func main() async {
    do {
      var command = try parseAsRoot()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch {
      end(with: error)
    }
  }

  private static func end(with error: any Error) -> Never {
    guard let status = ExitStatus(of: error) else { exit(withError: error) }
    if case CorpusError.odd(let warnings) = error {
      for warning in warnings { Console.warning("\(warning)") }
      let count = warnings.count == 1 ? "a warning" : "\(warnings.count) warnings"
      Console.error("\(count), which --strict doesn't let pass; nothing was written.")
    } else {
      Console.error("\(error)")
    }
    exit(withError: status.code)
  }
}

/// The version of the program and of all that it writes.
enum Version {
  /// Semantic version; CHANGELOG.md tells what each brought.
  static let current = "0.1.0"
}
