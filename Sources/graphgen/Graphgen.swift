import ArgumentParser

@main
struct Graphgen: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "graphgen", abstract: "Reads news articles and draws what they state.",
    subcommands: [BuildCommand.self, RenderCommand.self, RenderWorkerCommand.self])
}
