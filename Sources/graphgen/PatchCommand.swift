import ArgumentParser
import Graph

/// `graphgen patch`: from one version of a graph to another by their diff.
struct PatchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "patch", abstract: "Apply or reverse what 'graphgen diff --format json' wrote.",
    discussion: """
      EXAMPLES
        graphgen diff v1.json v2.json --format json > changes.json
        graphgen patch v1.json changes.json > v2.json              # to the byte
        graphgen patch --reverse v2.json changes.json > v1.json
        graphgen patch v1.json first.json second.json -o v3.json   # one after the other
        graphgen patch --compose first.json second.json > both.json

      A diff fits one graph. Any other is refused, with the first statement that doesn't fit, and nothing is \
      written; 'graphgen merge' joins changes that two made to one graph.

      EXIT STATUS
        0 written   2 unreadable, unwritable, or a graph that the diff doesn't fit   64 wrong usage
      """)

  @Argument(
    help: ArgumentHelp("The graph, then diffs; with --compose only diffs.", valueName: "file"))
  var files: [String]

  @Flag(name: [.customShort("R"), .long], help: "Go back from the new graph to the old one.")
  var reverse = false

  @Flag(help: "Write one diff that does what all do, instead of a graph.")
  var compose = false

  @OptionGroup var output: OutputOption

  @OptionGroup var ontology: OntologyOption

  func validate() throws {
    guard files.count >= (compose ? 1 : 2) else {
      throw ValidationError(
        compose ? "name the diffs." : "found \(files.count) file; expected a graph and a diff.")
    }
  }

  func run() throws {
    let diffs = try (compose ? files[...] : files.dropFirst()).map { file in
      let patch = try PatchJSON.patch(
        from: OutputFile.bytes(at: file), file: OutputFile.name(file))
      return (file: OutputFile.name(file), patch: reverse ? patch.reversed : patch)
    }
    let ordered = reverse ? diffs.reversed() : diffs
    guard !compose else { return try write(composed(ordered)) }
    let name = OutputFile.name(files[0])
    var graph = try GraphFile.graph(at: files[0], ontology: ontology.ontology())
    for (index, diff) in ordered.enumerated() {
      let file = index == 0 ? name : "\(name) after \(ordered[index - 1].file)"
      graph = try diff.patch.applied(to: graph, file: file, patch: diff.file)
    }
    try output.file.write(GraphJSONWriter.bytes(of: graph))
  }

  private func composed(_ diffs: [(file: String, patch: GraphPatch)]) throws -> GraphPatch {
    var result = diffs[0].patch
    for (index, diff) in diffs.enumerated().dropFirst() {
      guard let next = result.followed(by: diff.patch) else {
        throw SchemaViolation(
          place: diff.file, found: "a diff of a graph of hash \(diff.patch.from.hash)",
          expected: "\(result.to.hash), where \(diffs[index - 1].file) ends",
          remedy: "Give the diffs in the order in which they follow each other.")
      }
      result = next
    }
    return result
  }

  private func write(_ patch: GraphPatch) throws {
    try output.file.write(PatchJSON.bytes(of: patch))
  }
}
