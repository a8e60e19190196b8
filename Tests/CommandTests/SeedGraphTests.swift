import Foundation
import Graph
import Testing

/// What `make run` makes of the seeds, held against `output/`, which is committed; and against itself, made
/// in other ways.
@Suite struct `The graph of the seeds` {
  /// The package's folder.
  private static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// Made once, as `make run` does.
  private static let made: Result<[String: Data], any Error> = Result {
    let scratch = try Scratch()
    try run("graphgen build seeds -o '\(scratch.url.path)'")
    let files = try ["graph.json", "graph.dot"].map {
      ($0, try Data(contentsOf: scratch.url.appending(path: $0)))
    }
    return Dictionary(uniqueKeysWithValues: files)
  }

  /// Runs a command in a folder, by default the package's; it must succeed.
  private static func run(_ command: String, in folder: URL = root) throws {
    let result = try Shell(folder: folder).run(command)
    #expect(result.exit == 0, "$ \(command)\n\(result.shown)")
  }

  /// The graph's bytes as a command writes them; `OUT` in the command is a new folder.
  private static func graph(_ command: String, in folder: URL = root) throws -> Data {
    let scratch = try Scratch()
    try run(command.replacingOccurrences(of: "OUT", with: "'\(scratch.url.path)'"), in: folder)
    return try Data(contentsOf: scratch.url.appending(path: "graph.json"))
  }

  private static func made(_ name: String) throws -> Data {
    try #require(made.get()[name])
  }

  /// The first lines that differ, for people.
  private static func difference(_ a: Data, _ b: Data) -> String {
    let lines = [a, b].map { String(decoding: $0, as: UTF8.self).split(separator: "\n") }
    for number in 0..<max(lines[0].count, lines[1].count) {
      let pair = lines.map {
        $0.indices.contains(number) ? String($0[number].prefix(400)) : "(end)"
      }
      if pair[0] != pair[1] { return "line \(number + 1)\n- \(pair[0])\n+ \(pair[1])" }
    }
    return a == b ? "none" : "line feeds at the end"
  }

  private static func expectSame(_ a: Data, _ b: Data, _ comment: String) {
    #expect(a == b, "\(comment): \(difference(a, b))")
  }

  /// The file without word on who read the articles: a name more in the gazetteer needn't change what they state.
  private static func unread(_ data: Data) -> Data {
    Data(
      String(decoding: data, as: UTF8.self)
        .replacing(/, "readers": \[\{[^\]]*\}\]/, with: "").utf8)
  }

  @Test(arguments: ["graph.json", "graph.dot"])
  func `is the one in output, to the byte`(name: String) throws {
    let file = Self.root.appending(path: "output/\(name)")
    guard let committed = (try? Data(contentsOf: file)).map(Self.unread) else {
      Issue.record("output/\(name) isn't there. 'make accept' writes it; commit it.")
      return
    }
    let made = Self.unread(try Self.made(name))
    #expect(
      made == committed,
      """
      output/\(name) is not what graphgen makes of the seeds. Where the change is meant, 'make accept' takes it \
      over; read the diff before you commit it. First difference: \(Self.difference(committed, made))
      """)
  }

  /// The pictures beside it depend on the machine's fonts.
  @Test func `is told step by step in output, to the byte`() throws {
    let scratch = try Scratch()
    try Self.run(
      "graphgen diff --series '\(scratch.url.path)' --title 'The five seed articles' output/graph.json"
    )
    let made = try Data(contentsOf: scratch.url.appending(path: "changes.md"))
    let committed = try Data(contentsOf: Self.root.appending(path: "output/series/changes.md"))
    // Without Graphviz there are no pictures to point at.
    let words = { (data: Data) in
      String(decoding: data, as: UTF8.self).split(separator: "\n").filter { !$0.contains(".svg)") }
    }
    #expect(words(made) == words(committed))
  }

  @Test func `holds all five articles, and can be read`() throws {
    let graph = try GraphJSONReader.graph(from: Self.made("graph.json"), file: "graph.json")
    #expect(graph.documents.count == 5)
    #expect(Data(GraphJSONWriter.bytes(of: graph)) == (try Self.made("graph.json")))
  }

  @Test func `is the same in every run`() throws {
    Self.expectSame(
      try Self.graph("graphgen build seeds -o OUT"), try Self.made("graph.json"), "a second run")
  }

  @Test func `doesn't depend on how and in which order articles are named`() throws {
    let made = try Self.made("graph.json")
    Self.expectSame(
      try Self.graph("graphgen build $(ls -r seeds/*.txt) -o OUT"), made, "files in reverse order")
    Self.expectSame(
      try Self.graph("graphgen build seeds/003* seeds ./seeds//000* seeds/ -o OUT"), made,
      "files named twice")
  }

  @Test func `has the same nodes and edges from wherever it is made`() throws {
    let folder = try Scratch()
    let data = try Self.graph(
      "graphgen build '\(Self.root.path)/seeds' -o OUT", in: folder.url)
    let here = try GraphJSONReader.graph(from: Self.made("graph.json"), file: "graph.json")
    let there = try GraphJSONReader.graph(from: data, file: "graph.json")
    #expect(here.nodes == there.nodes)
    #expect(here.edges == there.edges)
    #expect(here.documents.map(\.id) == there.documents.map(\.id))
    #expect(here.documents.map(\.hash) == there.documents.map(\.hash))
    #expect(there.documents.allSatisfy { $0.path.hasPrefix(Self.root.path + "/seeds/") })
  }

  @Test func `doesn't depend on how many threads make it`() throws {
    // Linux shows a process only the processors that it may run on: with one, there is one thread.
    Self.expectSame(
      try Self.graph("taskset -c 0 graphgen build seeds -o OUT"), try Self.made("graph.json"),
      "on one processor")
  }
}

@Suite struct `A build that can't write` {
  private func scratch() throws -> Scratch {
    let scratch = try Scratch()
    try scratch.write("Chile praised Peru.", to: "a.txt")
    return scratch
  }

  private func files(_ folder: URL) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  }

  @Test func `ends with 2 and leaves what was there`() throws {
    let scratch = try scratch()
    try scratch.write("old", to: "out/graph.json")
    try scratch.write("old", to: "out/graph.dot/keep")
    let result = try Shell(folder: scratch.url).run("graphgen build a.txt -o out")
    #expect(result.exit == 2)
    #expect(result.errors == ["error: out/graph.dot: is a folder; give a file"])
    let out = scratch.url.appending(path: "out")
    #expect(try files(out) == ["graph.dot", "graph.json"])
    #expect(try String(contentsOf: out.appending(path: "graph.json"), encoding: .utf8) == "old")
  }

  @Test func `leaves nothing half-written where the disk is full`() throws {
    let scratch = try scratch()
    // A limit of 512 bytes on what one file may hold stands in for a full disk.
    let result = try Shell(folder: scratch.url).run(
      "trap '' XFSZ; ulimit -f 1; graphgen build a.txt -o out")
    #expect(result.exit == 2, "\(result.shown)")
    #expect(
      result.errors.count == 1 && result.errors[0].hasPrefix("error: out/graph."), "\(result.shown)"
    )
    let left = try files(scratch.url.appending(path: "out"))
    for name in left {
      let data = try Data(contentsOf: scratch.url.appending(path: "out/\(name)"))
      #expect(name == "graph.json" && data.last == UInt8(ascii: "\n"), "\(name) is left behind")
    }
  }

  @Test(
    .enabled(if: getuid() != 0 || FileManager.default.isExecutableFile(atPath: "/usr/bin/setpriv")))
  func `ends with 2 where it may not write`() throws {
    let scratch = try scratch()
    // For root every folder can be written to: be nobody then.
    let nobody = getuid() == 0 ? "setpriv --reuid 65534 --regid 65534 --clear-groups -- " : ""
    let result = try Shell(folder: scratch.url).run(
      "mkdir -m 555 out && chmod 755 . && \(nobody)env HOME=/ graphgen build a.txt -o out --no-cache"
    )
    #expect(result.exit == 2, "\(result.shown)")
    #expect(
      result.errors == ["error: out/graph.json: can't be written (Permission denied)"],
      "\(result.shown)")
    #expect(try files(scratch.url.appending(path: "out")).isEmpty)
  }
}
