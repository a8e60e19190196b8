import Foundation

/// A document of `Cases`: prose, files, and commands with what they print.
///
///     ```file name=articles/a.txt
///     ...
///     ```
///     ```console
///     $ graphgen build articles -o out
///     what standard output must hold
///     2> what standard error must hold
///     exit 2
///     ```
///
/// Files are made and commands run in the order of the document. A command that ends in a backslash goes on in
/// the next line. A line `...` stands for any lines, `[...]` in a line for any text. A fence may have more than three backticks, where what
/// is inside has some.
struct CaseFile: Sendable {
  /// A command, and what it must print.
  struct Command: Sendable, Equatable {
    /// The 1-based line of the document on which it stands.
    var line: Int
    /// For a shell.
    var text: String
    var output: [String] = []
    var errors: [String] = []
    var exit: Int32 = 0
    /// The lines of the document that hold the expectation: 0-based, half-open.
    var expectation: Range<Int>
  }

  /// What a document asks to be done.
  enum Step: Sendable {
    case file(name: String, text: String)
    case command(Command)
  }

  /// Why a document can't be read.
  struct Problem: Error, CustomStringConvertible {
    let description: String
  }

  let file: URL
  let lines: [String]
  let steps: [Step]

  /// Reads a document.
  init(_ file: URL) throws {
    self.file = file
    let text = try String(contentsOf: file, encoding: .utf8)
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    steps = try Self.steps(of: lines, file: file.lastPathComponent)
  }

  /// The documents beside this file, in the order of their names.
  static let all: [URL] = {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(
      path: "Cases")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".md") }.sorted().map { folder.appending(path: $0) }
  }()

  private static func steps(of lines: [String], file: String) throws -> [Step] {
    var steps: [Step] = []
    var next = 0
    while next < lines.count {
      let opening = next
      let fence = lines[opening].prefix { $0 == "`" }
      next += 1
      guard fence.count >= 3 else { continue }
      guard let closing = lines[next...].firstIndex(of: String(fence)) else {
        throw Problem(description: "\(file):\(opening + 1): a block without its end")
      }
      let kind = lines[opening].dropFirst(fence.count)
      if kind.hasPrefix("file name=") {
        let text = lines[next..<closing].map { $0 + "\n" }.joined()
        steps.append(.file(name: String(kind.dropFirst(10)), text: text))
      } else if kind == "console" {
        steps += try commands(in: next..<closing, of: lines, file: file).map(Step.command)
      }
      next = closing + 1
    }
    return steps
  }

  private static func commands(
    in block: Range<Int>, of lines: [String], file: String
  ) throws -> [Command] {
    var commands: [Command] = []
    var next = block.lowerBound
    while next < block.upperBound {
      guard lines[next].hasPrefix("$ ") else {
        throw Problem(description: "\(file):\(next + 1): expected a command after '$ '")
      }
      var command = Command(
        line: next + 1, text: String(lines[next].dropFirst(2)), expectation: 0..<0)
      next += 1
      while command.text.hasSuffix("\\"), next < block.upperBound {
        command.text += "\n" + lines[next]
        next += 1
      }
      let start = next
      while next < block.upperBound, !lines[next].hasPrefix("$ ") {
        let line = lines[next]
        if line.hasPrefix("2> ") || line == "2>" {
          command.errors.append(String(line.dropFirst(3)))
        } else if line.hasPrefix("exit "), let status = Int32(line.dropFirst(5)) {
          command.exit = status
        } else {
          command.output.append(line)
        }
        next += 1
      }
      command.expectation = start..<next
      commands.append(command)
    }
    return commands
  }

  /// The document with what commands really printed in place of what they should have.
  func rewritten(_ results: [(command: Command, result: Shell.Result)]) -> String {
    var lines = lines
    for (command, result) in results.reversed() where !result.fits(command) {
      lines.replaceSubrange(command.expectation, with: Self.expectation(of: result, like: command))
    }
    return lines.joined(separator: "\n")
  }

  /// What to expect from now on. A stream that fits its old expectation keeps it; another keeps at least the
  /// `...` at its end.
  private static func expectation(of result: Shell.Result, like command: Command) -> [String] {
    func lines(_ actual: [String], like old: [String]) -> [String] {
      if LinePattern.matches(old, actual) { return old }
      let kept = actual.enumerated().map { index, line in
        old.indices.contains(index) && LinePattern.fits(old[index], line) ? old[index] : line
      }
      guard old.count > 1, old.last == LinePattern.anything, actual.count > old.count else {
        return kept
      }
      return kept.prefix(old.count - 1) + [LinePattern.anything]
    }
    return lines(result.output, like: command.output)
      + lines(result.errors, like: command.errors).map { $0.isEmpty ? "2>" : "2> " + $0 }
      + (result.exit == 0 ? [] : ["exit \(result.exit)"])
  }
}

/// Lines that may hold `...` for any lines, and `[...]` inside for any text.
enum LinePattern {
  static let anything = "..."
  private static let anyText = "[...]"

  /// Whether `lines` are as `pattern` has them.
  static func matches(_ pattern: [String], _ lines: [String]) -> Bool {
    matches(pattern[...], lines[...])
  }

  /// Whether a line is as its pattern has it.
  static func fits(_ pattern: String, _ line: String) -> Bool {
    let parts = pattern.components(separatedBy: anyText)
    guard parts.count > 1 else { return pattern == line }
    guard line.hasPrefix(parts[0]) else { return false }
    var rest = line.dropFirst(parts[0].count)
    for part in parts[1..<(parts.count - 1)] where !part.isEmpty {
      guard let found = rest.firstRange(of: part) else { return false }
      rest = rest[found.upperBound...]
    }
    return rest.hasSuffix(parts[parts.count - 1])
  }

  private static func matches(_ pattern: ArraySlice<String>, _ lines: ArraySlice<String>) -> Bool {
    guard let first = pattern.first else { return lines.isEmpty }
    let rest = pattern.dropFirst()
    guard first == anything else {
      return lines.first.map { fits(first, $0) } == true && matches(rest, lines.dropFirst())
    }
    return (lines.startIndex...lines.endIndex).contains { matches(rest, lines[$0...]) }
  }
}
