import ArgumentParser

@main
struct Graphgen: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "graphgen", abstract: "Reads news articles and draws what they state.",
    subcommands: [Annotate.self])
}
