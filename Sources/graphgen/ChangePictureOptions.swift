import ArgumentParser
import Graph

/// How pictures of changes are drawn: those of the options of `render` that hold for several versions at once.
struct ChangePictureOptions: ParsableArguments {
  @Option(help: "In pictures, which way lines lead: from left to right, or from top to bottom.")
  var rankdir: Drawing.Direction?

  @Option(
    help: ArgumentHelp(
      "In pictures, where a click leads: a URL of the document that states a thing, as for 'render'.",
      valueName: "template"))
  var urlTemplate: String?

  @Flag(inversion: .prefixedNo, help: "Explain the signs below pictures.")
  var legend = true

  func validate() throws { try LinkTemplate.validate(option: urlTemplate) }

  /// What is left to whoever asks for the picture.
  var choices: Drawing.Choices {
    Drawing.Choices(links: urlTemplate.flatMap { try? LinkTemplate($0) })
  }

  /// The first option that was given, as it is spelt.
  var used: String? {
    if rankdir != nil { return "--rankdir" }
    if urlTemplate != nil { return "--url-template" }
    return legend ? nil : "--no-legend"
  }
}
