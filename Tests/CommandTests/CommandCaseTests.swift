import Foundation
import Testing

/// Runs the documents of `Cases`. `GRAPHGEN_ACCEPT=1` writes into them what the commands really did: read the
/// diff before you commit it. `GRAPHGEN_CASES=14,03` runs only those whose names begin so.
@Suite struct `A command case` {
  @Test(arguments: Self.chosen)
  func `shows what graphgen does`(name: String) throws {
    let file = try #require(CaseFile.all.first { $0.lastPathComponent == name })
    let document = try CaseFile(file)
    let scratch = try Scratch()
    let shell = Shell(folder: scratch.url)
    var results: [(command: CaseFile.Command, result: Shell.Result)] = []
    for step in document.steps {
      switch step {
      case .file(let name, let text): try scratch.write(text, to: name)
      case .command(let command): results.append((command, try shell.run(command.text)))
      }
    }
    #expect(!results.isEmpty, "\(name) shows no command")
    if Self.accepts {
      let text = document.rewritten(results)
      if text != document.lines.joined(separator: "\n") {
        try Data(text.utf8).write(to: file, options: .atomic)
      }
      return
    }
    for (command, result) in results where !result.fits(command) {
      let expected = Shell.Result(
        output: command.output, errors: command.errors, exit: command.exit)
      Issue.record(
        """
        \(name):\(command.line): $ \(command.text)
        --- expected
        \(expected.shown)
        --- got
        \(result.shown)
        ---
        """)
    }
  }

  private static let chosen: [String] = {
    let names = CaseFile.all.map(\.lastPathComponent)
    guard let wanted = ProcessInfo.processInfo.environment["GRAPHGEN_CASES"] else { return names }
    let starts = wanted.split(separator: ",")
    return names.filter { name in starts.contains { name.hasPrefix($0) } }
  }()

  private static let accepts = ProcessInfo.processInfo.environment["GRAPHGEN_ACCEPT"] == "1"

  @Test func `is there at all`() {
    #expect(CaseFile.all.count > 5)
    #expect(
      FileManager.default.isExecutableFile(atPath: Shell.programs.appending(path: "graphgen").path))
  }

  @Test func `may leave lines out`() {
    #expect(LinePattern.matches(["a", "...", "d"], ["a", "b", "c", "d"]))
    #expect(LinePattern.matches(["...", "d", "..."], ["d"]))
    #expect(!LinePattern.matches(["a", "...", "d"], ["a", "b"]))
    #expect(!LinePattern.matches([], ["a"]))
    #expect(LinePattern.matches(["a [...] c [...]"], ["a b c d"]))
    #expect(LinePattern.matches(["[...]"], [""]))
    #expect(!LinePattern.matches(["a [...] c"], ["a b d"]))
    #expect(!LinePattern.matches(["ab[...]b"], ["ab"]))
  }
}
