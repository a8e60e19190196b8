import ArgumentParser
import Graph

/// How drawings look: the option of every command that draws.
struct StyleOption: ParsableArguments {
  static let usual = "light"

  @Option(
    name: .customLong("style"),
    help: ArgumentHelp(
      "Colours and shapes: light, dark, print, or a YAML file.", valueName: "style"))
  var name = usual

  /// The style of that name, or of that file.
  ///
  /// - Throws: `ViewError` for an unknown name; `SchemaViolation` and `OutputFile.Failure` for a file.
  func style() throws -> DrawingStyle {
    if let builtIn = DrawingStyle.named(name) { return builtIn }
    guard name.contains(".") || name.contains("/") else {
      throw ViewError.unknown(
        kind: "style", name: name, near: NearNames.of(name, among: DrawingStyle.names),
        known: DrawingStyle.names + ["a YAML file"])
    }
    return try DrawingStyle(
      yaml: String(decoding: OutputFile.bytes(at: name), as: UTF8.self), file: name)
  }
}
