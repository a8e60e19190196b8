import Foundation
import TestSupport
import Testing

@testable import Graph

@Suite struct `A graph reader` {
  private func graph(_ text: String, file: String = "-") throws -> GraphReader.Reading {
    try GraphReader.graph(from: Data(text.utf8), file: file)
  }

  @Test(arguments: [UInt64](1...25))
  func `gets all of a graph back from its DOT`(seed: UInt64) throws {
    let made = RandomGraph.make(seed: seed)
    let bytes = try GraphExport.bytes(of: GraphView(made), as: .dot)
    let read = try GraphReader.graph(from: Data(bytes), file: "graph.dot").graph
    #expect(read == made)
    #expect(try GraphExport.bytes(of: GraphView(read), as: .dot) == bytes)
  }

  @Test func `tells formats by names, and by how they begin`() {
    #expect(GraphReader.Format(fileName: "a/b.JSON") == .json)
    #expect(GraphReader.Format(fileName: "x.gv") == .dot)
    #expect(GraphReader.Format(fileName: "standard input") == nil)
    #expect(GraphReader.Format(content: Array("\u{FEFF}\n{\"format\"".utf8)) == .json)
    for start in ["strict graph", " digraph{", "GRAPH g", "// x", "/* x", "# x"] {
      #expect(GraphReader.Format(content: Array(start.utf8)) == .dot)
    }
    #expect(GraphReader.Format(content: Array("To whom it may concern".utf8)) == nil)
  }

  @Test func `makes an untyped graph of anybody's DOT, with its statements as evidence`() throws {
    let reading = try graph(
      """
      digraph "my map" {
        a [label="Ann\\nLee"]; b [label=<<b>Bo</b>>]
        a -> b [label="knows"]
        a -> b -> c; b -> b
      }
      """)
    let made = reading.graph
    #expect(made.nodes.map(\.id.rawValue) == ["node/a", "node/b", "node/c"])
    #expect(made.nodes.map(\.label) == ["Ann Lee", "Bo", "c"])
    #expect(made.edges.count == 3)
    let knows = try #require(made.edges.first { $0.topic == "knows" })
    #expect(knows.evidence.map(\.line) == [3])
    #expect(knows.evidence.map(\.text) == ["a -> b [label=\"knows\"]"])
    #expect(made.documents.map(\.title) == ["my map"])
    #expect(reading.notes == ["-: 1 edge from a node to itself left out"])
    // It can be written and read as any graph.
    let json = GraphJSONWriter.bytes(of: made)
    #expect(try GraphReader.graph(from: Data(json), file: "g.json").graph == made)
  }

  @Test func `keeps names apart that differ at all`() throws {
    let made = try graph("graph { A; a; \"\"; \"\\\"\\\"\"; \"a b\"; \"a-b\"; \"é\"; \"e\" }").graph
    #expect(made.nodes.count == 8)
    #expect(try graph("graph { a -- b; b -- a }").graph.edges.map(\.evidence.count) == [2])
  }

  @Test func `tells file, line and column of what is wrong`() {
    #expect {
      try graph("digraph {\n a -- b }", file: "x.dot")
    } throws: {
      "\($0)" == "x.dot:2:4: found '--'; expected '->' in a 'digraph'."
    }
    #expect(throws: SchemaViolation.self) { try graph("", file: "x.dot") }
    #expect {
      try graph("digraph { graph [graphgen=2, graphgen_documents=\"[]\"]\n a }", file: "x.dot")
    } throws: {
      "\($0)".hasPrefix("x.dot:2: found node 'a' without attribute 'graphgen'")
    }
  }

  @Test func `has a view of its own for DOT that Graphviz loads`() throws {
    guard Installed.graphviz else { return }
    let whole = RandomGraph.make(seed: 3)
    let plain = try Installed.worker.picture(
      dot: GraphExport.bytes(of: GraphView(whole), as: .dot), format: .plain)
    let lines = String(decoding: plain, as: UTF8.self).split(separator: "\n")
    #expect(lines.count { $0.hasPrefix("node ") } == whole.nodes.count)
    #expect(lines.count { $0.hasPrefix("edge ") } == whole.edges.count)
  }
}
