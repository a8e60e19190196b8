import ArgumentParser

/// Makes and measures the model of the `Language` module.
@main
struct Train: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train",
    abstract: "Makes and measures the model of the Language module.",
    subcommands: [
      MakeClusters.self, MakeModel.self, MakeSplitter.self, Measure.self, MeasureTokens.self,
      MeasureSpeed.self, MeasureCoreference.self,
    ])
}
