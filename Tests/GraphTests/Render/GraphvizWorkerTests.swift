import Foundation
import Testing

@testable import Graph

@Suite struct `A Graphviz worker` {
  /// A worker whose program is a script instead of graphgen.
  private func worker(script: String, limit: Duration = .seconds(20)) throws -> GraphvizWorker {
    let file = FileManager.default.temporaryDirectory.appending(path: "worker-\(UUID()).sh")
    // Written by another process: a file that is open for writing here, or in a process just forked
    // from here by another test, couldn't be run ("text file busy").
    let command = "printf '%s\\n' '#!/bin/sh' \"$1\" > \"$0\" && chmod 755 \"$0\""
    #expect(try Installed.run("/bin/sh", ["-c", command, file.path, script]).status == 0)
    return GraphvizWorker(program: file.path, timeLimit: limit)
  }

  private func error(_ script: String, limit: Duration = .seconds(20)) throws -> RenderError? {
    let worker = try worker(script: script, limit: limit)
    defer { try? FileManager.default.removeItem(atPath: worker.program) }
    return #expect(throws: RenderError.self) {
      try worker.picture(dot: Array("digraph g {}".utf8), format: .svg)
    }
  }

  @Test func `says what to install where the library is missing`() throws {
    var worker = Installed.worker
    worker.libraries = ["libgvc-that-is-nowhere.so.6"]
    let error = #expect(throws: RenderError.self) {
      try worker.picture(dot: Array("digraph g {}".utf8), format: .svg)
    }
    guard case .unavailable(let detail) = error else {
      Issue.record("unexpected: \(String(describing: error))")
      return
    }
    #expect(detail.contains("libgvc-that-is-nowhere.so.6"))
    #expect(error?.description.contains("apt-get install libgraphviz-dev") == true)
  }

  @Test func `stops a drawing that takes too long`() throws {
    let start = ContinuousClock.now
    #expect(
      try error("exec sleep 60", limit: .milliseconds(300)) == .timeout(limit: .milliseconds(300)))
    #expect(ContinuousClock.now - start < .seconds(10))
  }

  @Test func `reports the signal that a drawing ends by`() throws {
    #expect(
      try error("echo oops >&2; kill -SEGV $$") == .crashed(signal: 11, messages: "oops\n"))
  }

  @Test func `refuses an empty picture, and one of another format`() throws {
    #expect(try error("cat >/dev/null") == .emptyOutput(messages: ""))
    #expect(try error("echo hello") == .wrongOutput(format: .svg, messages: ""))
  }

  @Test func `tells apart how graphgen ends`() throws {
    #expect(try error("echo bad >&2; exit 65") == .syntax(messages: "bad\n"))
    #expect(try error("echo bad >&2; exit 70") == .failed(messages: "bad\n"))
    guard case .noWorker = try error("exit 1") else {
      Issue.record("another program isn't taken for graphgen")
      return
    }
  }

  @Test func `reports a program that isn't there`() {
    let worker = GraphvizWorker(program: "/nowhere/graphgen")
    let error = #expect(throws: RenderError.self) { try worker.picture(dot: [], format: .svg) }
    #expect(
      error == .noWorker(detail: "/nowhere/graphgen: No such file or directory"))
  }

  @Test func `lets much flow both ways at once, and survives a program that reads nothing`() throws
  {
    let dot = [UInt8](repeating: UInt8(ascii: "x"), count: 20_000_000)
    let echo = try worker(script: "echo '<?xml'; cat; head -c 3000000 /dev/zero >&2")
    defer { try? FileManager.default.removeItem(atPath: echo.program) }
    #expect(try echo.picture(dot: dot, format: .svg).count == dot.count + 6)
    let deaf = try worker(script: "echo '<?xml'")
    defer { try? FileManager.default.removeItem(atPath: deaf.program) }
    #expect(try deaf.picture(dot: dot, format: .svg).count == 6)
  }
}

@Suite(.enabled(if: Installed.graphviz, .init(rawValue: Installed.reason)))
struct `A Graphviz worker with Graphviz` {
  private let worker = Installed.worker

  @Test(arguments: RenderFormat.allCases)
  func `draws every format`(format: RenderFormat) throws {
    let drawing = Drawing.overview(of: GraphView(TestGraph.diplomacy()), title: "A title")
    let picture = try worker.picture(of: drawing, format: format)
    #expect(format.hasSignature(picture))
  }

  @Test func `draws the same bytes again, also when several draw at once`() async throws {
    let drawing = Drawing.overview(of: GraphView(TestGraph.diplomacy()))
    let once = try worker.picture(of: drawing, format: .svg)
    let worker = worker
    try await withThrowingTaskGroup(of: [UInt8].self) { group in
      for _ in 0..<8 { group.addTask { try worker.picture(of: drawing, format: .svg) } }
      for try await picture in group { #expect(picture == once) }
    }
  }

  @Test(arguments: [
    "digraph g { a -> }", "graph g { a -> b }", "digraph g { /* never closed", "hello", "",
  ])
  func `reports broken DOT`(dot: String) {
    let error = #expect(throws: RenderError.self) {
      try worker.picture(dot: Array(dot.utf8), format: .svg)
    }
    guard case .syntax = error else {
      Issue.record("unexpected: \(String(describing: error))")
      return
    }
  }

  @Test func `reports a zero byte, which C would take for the end`() {
    #expect(throws: RenderError.syntax(messages: "the text holds a zero byte")) {
      try worker.picture(dot: Array("digraph g {}\0}".utf8), format: .svg)
    }
  }

  @Test(arguments: [
    ("dot", "digraph g { weight=1; a -> b [weight=1073741824]; b -> c; a -> c }"),
    (
      "dot",
      "digraph g { concentrate=true; subgraph cluster_a { a -> b } subgraph cluster_b { b -> a } a -> c; b -> c; c -> a [dir=both] }"
    ),
    (
      "dot",
      "digraph g { newrank=true; subgraph cluster_a { a; b } subgraph cluster_b { b; c } a -> b -> c -> a }"
    ),
    ("twopi", "graph g { splines=ortho; a -- b; b -- c; c -- a; a -- d }"),
  ])
  func `outlives what crashes Graphviz`(engine: String, dot: String) {
    let outcome = Result { try worker.picture(dot: Array(dot.utf8), format: .svg, engine: engine) }
    switch outcome {
    case .success(let picture): #expect(RenderFormat.svg.hasSignature(picture))
    case .failure(let error): #expect(error is RenderError)
    }
  }

  @Test func `stops Graphviz at the time limit, and at the limit of memory`() {
    var worker = worker
    var dot = "digraph g {"
    for i in 0..<3000 { for j in 1...4 { dot += "n\(i) -> n\((i * 7 + j * 131) % 3000);" } }
    dot += "}"
    worker.timeLimit = .milliseconds(400)
    #expect(throws: RenderError.timeout(limit: .milliseconds(400))) {
      try worker.picture(dot: Array(dot.utf8), format: .svg)
    }
    worker.timeLimit = .seconds(20)
    worker.memoryLimit = 150_000_000
    #expect(throws: RenderError.self) { try worker.picture(dot: Array(dot.utf8), format: .svg) }
  }

  @Test func `reports a picture that Graphviz draws wrong without failing`() {
    #expect(throws: RenderError.self) {
      try worker.picture(dot: Array("digraph g { a [label=<<b>x</i>>] }".utf8), format: .svg)
    }
    #expect(throws: RenderError.self) {
      try worker.picture(dot: Array("digraph g { a }".utf8), format: .svg, engine: "nonsense")
    }
  }
}

@Suite struct `One binary` {
  private func drawing(hiding library: String?) throws -> (status: Int32, errors: String) {
    let folder = FileManager.default.temporaryDirectory.appending(path: "one-binary-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "graph.json")
    try Data(GraphJSONWriter.bytes(of: TestGraph.diplomacy())).write(to: file)
    let command = [Installed.graphgen, "render", file.path, "-f", "svg", "-o", "/dev/null"]
    let result =
      if let library {
        // A mount namespace of its own, where an empty file lies over the library.
        try Installed.run(
          "/usr/bin/unshare",
          ["-m", "/bin/sh", "-c", "mount --bind /dev/null \"$0\" && exec \"$@\"", library] + command
        )
      } else {
        try Installed.run(command[0], Array(command.dropFirst()))
      }
    return (result.status, result.errors)
  }

  @Test(.enabled(if: !Installed.graphviz, "Graphviz is installed"))
  func `ends with 3 and says what to install, on a machine without Graphviz`() throws {
    let result = try drawing(hiding: nil)
    #expect(result.status == 3)
    #expect(result.errors.contains("apt-get install libgraphviz-dev"))
  }

  @Test(
    .enabled(if: Installed.graphviz, .init(rawValue: Installed.reason)),
    .enabled(if: Installed.mountNamespace, "mount namespaces aren't permitted here"))
  func `draws with Graphviz, and says what to install when it is hidden`() throws {
    #expect(try drawing(hiding: nil).status == 0)
    let library = try #require(
      ["x86_64-linux-gnu", "aarch64-linux-gnu"].flatMap { folder in
        ["6", "7"].map { "/usr/lib/\(folder)/libgvc.so.\($0)" }
      }.first { FileManager.default.fileExists(atPath: $0) })
    let result = try drawing(hiding: library)
    #expect(result.status == 3)
    #expect(result.errors.contains("apt-get install libgraphviz-dev"))
  }
}
