import Foundation
import Graph

/// What there is on this machine to draw with.
enum Installed {
  /// Why tests that draw are skipped.
  static let reason = "Graphviz isn't installed (apt-get install libgraphviz-dev)"

  /// The graphgen that was built beside the tests.
  static let graphgen: String = {
    let tests = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    return tests.deletingLastPathComponent().appending(path: "graphgen").path
  }()

  static let worker = GraphvizWorker(program: graphgen)

  /// Whether Graphviz can be loaded.
  static let graphviz: Bool = {
    do {
      _ = try worker.picture(dot: Array("digraph g {}".utf8), format: .plain)
      return true
    } catch {
      return false
    }
  }()

  /// Runs a program; its exit status, or the negative number of the signal that ended it, and what
  /// it wrote.
  static func run(_ program: String, _ arguments: [String]) throws -> (
    status: Int32, output: Data, errors: String
  ) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    let (output, errors) = (Pipe(), Pipe())
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    let written = output.fileHandleForReading.readDataToEndOfFile()
    let messages = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let status = process.terminationStatus
    return (
      process.terminationReason == .exit ? status : -status, written,
      String(decoding: messages, as: UTF8.self)
    )
  }

  /// Whether a mount namespace can be made, in which an installed Graphviz is hidden.
  static let mountNamespace: Bool =
    (try? run("/usr/bin/unshare", ["-m", "/bin/true"]).status) == 0
}
