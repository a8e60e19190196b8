import Foundation
import Synchronization

/// Runs commands in which `graphgen` is the one that was built with the tests.
struct Shell: Sendable {
  /// How a command ended.
  struct Result: Sendable {
    var output: [String]
    var errors: [String]
    var exit: Int32

    /// Whether it ended as `command` should.
    func fits(_ command: CaseFile.Command) -> Bool {
      exit == command.exit && LinePattern.matches(command.output, output)
        && LinePattern.matches(command.errors, errors)
    }

    /// As a document would show it.
    var shown: String {
      (output + errors.map { "2> " + $0 } + (exit == 0 ? [] : ["exit \(exit)"]))
        .joined(separator: "\n")
    }
  }

  /// The folder that the tests' program stands in; graphgen is built beside it.
  static let programs: URL = Bundle.main.bundleURL.resolvingSymlinksInPath()

  /// The folder to run in.
  let folder: URL

  /// Runs a command to its end.
  ///
  /// Standard input is empty. The one line that tells that Graphviz isn't there is left out of what it
  /// writes, so that the same is expected of a machine without it.
  func run(_ command: String) throws -> Result {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", command]
    process.currentDirectoryURL = folder
    process.environment = Self.environment
    let (output, errors) = (Pipe(), Pipe())
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    // Both at once: whoever fills one pipe while nobody reads it would wait for ever.
    let written = Mutex(Data())
    let reading = DispatchGroup()
    DispatchQueue.global().async(group: reading) {
      let data = errors.fileHandleForReading.readDataToEndOfFile()
      written.withLock { $0 = data }
    }
    let printed = output.fileHandleForReading.readDataToEndOfFile()
    reading.wait()
    process.waitUntilExit()
    return Result(
      output: Self.lines(printed),
      errors: Self.lines(written.withLock { $0 }).filter { !$0.hasPrefix("note: no graph.svg: ") },
      exit: process.terminationReason == .exit
        ? process.terminationStatus : 128 + process.terminationStatus)
  }

  /// Plain ones, whatever the machine's: English messages, no colours, help as wide as a terminal is.
  private static let environment: [String: String] = {
    let inherited = ProcessInfo.processInfo.environment
    var environment = ["LC_ALL": "C.UTF-8", "TZ": "UTC", "COLUMNS": "80"]
    // Without HOME there is no cache but where a test names one: none finds what another has left in it.
    for name in ["TMPDIR", "LD_LIBRARY_PATH"] { environment[name] = inherited[name] }
    environment["PATH"] = programs.path + ":" + (inherited["PATH"] ?? "/usr/bin:/bin")
    return environment
  }()

  private static func lines(_ data: Data) -> [String] {
    var lines = String(decoding: data, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    // A text ends with a line feed; where it doesn't, that is shown.
    if lines.last == "" { lines.removeLast() } else { lines.append("(no line feed at the end)") }
    return lines
  }
}

/// A folder for one test, gone when the test is.
final class Scratch {
  /// Where it is.
  let url: URL

  /// A new, empty folder.
  init() throws {
    let path = FileManager.default.temporaryDirectory.appending(path: "graphgen-\(UUID())")
    try FileManager.default.createDirectory(at: path, withIntermediateDirectories: true)
    url = path.resolvingSymlinksInPath()
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// Makes a file, and the folders above it.
  func write(_ text: String, to name: String) throws {
    let file = url.appending(path: name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }
}
