import ArgumentParser
import Extract
import Foundation
import Graph

struct BuildCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build", abstract: "Read articles and write the graph that they state.")

  @Argument(help: "Files and folders of articles; - is standard input.")
  var paths: [String]

  @Option(name: .shortAndLong, help: "The folder to write to.")
  var output: String

  @Flag(help: "Fail where something about the input is odd.")
  var strict = false

  func run() async throws {
    let corpus = try CorpusReader.read(paths, strict: strict)
    let graph = await Pipeline().graph(of: corpus.documents)
    try FileManager.default.createDirectory(
      atPath: output, withIntermediateDirectories: true)
    let bytes = GraphJSONWriter.bytes(of: graph)
    try Data(bytes).write(to: URL(fileURLWithPath: output + "/graph.json"), options: .atomic)
  }
}
