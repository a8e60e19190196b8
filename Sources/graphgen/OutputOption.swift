import ArgumentParser

/// Where to write: the option of every command that writes one file.
struct OutputOption: ParsableArguments {
  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp("Where to write; - for standard output.", valueName: "file"))
  var path = "-"

  /// Whether nothing else was asked for.
  var isStandard: Bool { path == "-" }
  /// The file, or standard output.
  var file: OutputFile { OutputFile(path: path) }
}
