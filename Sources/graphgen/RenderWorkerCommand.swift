import ArgumentParser
import Foundation
import Graph

/// `graphgen __render`: the process that `GraphvizWorker` starts. DOT on standard input, the
/// picture on standard output, messages on standard error.
struct RenderWorkerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: GraphvizWorker.commandName, abstract: "Draws DOT inside this process.",
    shouldDisplay: false)

  @Argument var format: String
  @Option var engine = "dot"
  @Option var library: [String] = []
  @Option var memory = 0
  @Option var seconds = 0

  func run() throws {
    let dot = try FileHandle.standardInput.readToEnd() ?? Data()
    let result = GraphvizDrawing.run(
      dot: Array(dot), engine: engine, format: format, libraries: library, addressSpace: memory,
      processorSeconds: seconds)
    if !result.messages.isEmpty {
      try FileHandle.standardError.write(contentsOf: Data(result.messages.utf8))
    }
    try FileHandle.standardOutput.write(contentsOf: Data(result.picture))
    if result.exit != 0 { throw ExitCode(result.exit) }
  }
}
