import Foundation
import Graph
import Testing

@Suite struct `The render command` {
  /// Runs `graphgen render` on a graph file in a folder of its own.
  private func render(
    _ arguments: [String], content: [UInt8] = GraphJSONWriter.bytes(of: TestGraph.diplomacy()),
    _ check: (_ status: Int32, _ output: String, _ errors: String, _ folder: URL) throws -> Void
  ) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "render-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "graph.json")
    try Data(content).write(to: file)
    let arguments = arguments.map { $0.replacing("FOLDER", with: folder.path) }
    let result = try Installed.run(Installed.graphgen, ["render", file.path] + arguments)
    try check(result.status, String(decoding: result.output, as: UTF8.self), result.errors, folder)
  }

  @Test func `writes DOT to standard output, the same as the library`() throws {
    try render(["-f", "dot", "--title", "T"]) { status, output, _, _ in
      let drawing = Drawing.overview(of: GraphView(TestGraph.diplomacy()), title: "T")
      #expect(status == 0)
      #expect(output == String(decoding: DOTWriter.bytes(of: drawing), as: UTF8.self))
    }
  }

  @Test func `writes a file whole, and nothing beside it`() throws {
    try render(["-f", "dot", "-o", "FOLDER/out.dot", "--detail", "full"]) { status, output, _, folder in
      #expect(status == 0 && output.isEmpty)
      let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      #expect(names.sorted() == ["graph.json", "out.dot"])
    }
  }

  @Test(arguments: [
    (["--types", "leeder"], Int32(64), "did you mean 'leader'?"),
    (["--depth", "-1"], 64, "depth"), (["--timeout", "0"], 64, "--timeout is 0"),
    (["--nonsense"], 64, "--nonsense"), (["--focus", "Nobody"], 2, "no node 'Nobody'"),
    (["-o", "/nowhere/out.dot"], 2, "/nowhere/out.dot: can't be written"),
  ])
  func `ends with a status and a message that tell what was wrong`(
    arguments: [String], status: Int32, message: String
  ) throws {
    try render(["-f", "dot"] + arguments) { ended, output, errors, _ in
      #expect(ended == status)
      #expect(output.isEmpty)
      #expect(errors.contains(message), "\(errors)")
    }
  }

  @Test func `refuses what is no graph, and a file that isn't there, with 2`() throws {
    try render(["-f", "dot"], content: Array("{}".utf8)) { status, _, errors, _ in
      #expect(status == 2)
      #expect(errors.contains("graph.json: found format 'none'"))
    }
    let result = try Installed.run(Installed.graphgen, ["render", "/nowhere.json", "-f", "dot"])
    #expect(result.status == 2)
    #expect(result.errors == "error: /nowhere.json: can't be read (No such file or directory)\n")
  }

  @Test func `leaves an old picture where drawing fails`() throws {
    try render(["-f", "svg", "-o", "FOLDER/graph.json", "--focus", "Nobody"]) { status, _, _, folder in
      #expect(status == 2)
      let kept = try Data(contentsOf: folder.appending(path: "graph.json"))
      #expect(Array(kept) == GraphJSONWriter.bytes(of: TestGraph.diplomacy()))
    }
  }
}
