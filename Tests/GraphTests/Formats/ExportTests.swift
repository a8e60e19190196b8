import Foundation
import TestSupport
import Testing

@testable import Graph

/// Formats that hold everything, each with what it makes of a graph and back.
private enum Carrier: String, CaseIterable {
  case json, dot, graphml, ndjson, csv

  func roundTrip(_ graph: KnowledgeGraph) throws -> KnowledgeGraph {
    let view = GraphView(graph)
    guard self != .csv else { return try tables(of: graph) }
    let format = try #require(GraphExport.Format(rawValue: rawValue))
    let bytes = try GraphExport.bytes(of: view, as: format)
    return try GraphReader.graph(from: Data(bytes), file: "graph.\(rawValue)").graph
  }

  private func tables(of graph: KnowledgeGraph) throws -> KnowledgeGraph {
    let table = { (table: GraphExport.Table) in
      (
        data: Data(try GraphExport.bytes(of: GraphView(graph), as: .csv, table: table)),
        file: "\(table.rawValue).csv"
      )
    }
    return try CSVReader.graph(
      nodes: table(.nodes), edges: table(.edges), documents: table(.documents)
    ).graph
  }
}

@Suite struct `An export` {
  @Test(arguments: Carrier.allCases, [UInt64](1...12))
  fileprivate func `comes back as the same graph`(carrier: Carrier, seed: UInt64) throws {
    let graph = RandomGraph.make(seed: seed)
    let again = try carrier.roundTrip(graph)
    #expect(again == graph)
    // In a word, as both are long.
    let isExact = GraphJSONWriter.bytes(of: again) == GraphJSONWriter.bytes(of: graph)
    #expect(isExact)
  }

  @Test(arguments: Carrier.allCases)
  fileprivate func `comes back with any text, to the byte`(carrier: Carrier) throws {
    for label in nastyLabels + ["a\rb", "\u{1}", "\u{FFFE}", " blanks ", "tab\t", "e\u{301}"]
    where !label.isEmpty {
      let graph = TestGraph.graph(
        ["place/a": "country \(label)", "place/b": "country B", "person/c": "leader \(label)"],
        [
          .init(source: "place/a", type: "accuses", target: "place/b", sentence: label),
          .init(
            source: "person/c", type: "holds-office", target: "place/b", office: label, start: 9),
        ])
      let again = try carrier.roundTrip(graph)
      let isExact = GraphJSONWriter.bytes(of: again) == GraphJSONWriter.bytes(of: graph)
      #expect(isExact, "\(carrier) \(label.debugDescription.prefix(60))")
    }
  }

  @Test(arguments: Carrier.allCases)
  fileprivate func `comes back with rules and joined names`(carrier: Carrier) throws {
    let plain = TestGraph.diplomacy()
    let rules = IdentityRules(
      same: [.init(names: ["Etorofu", "Kunashiri"], place: "graphgen.yaml:2")],
      labels: [.init(names: ["place/japan"], value: "State of \"Japan\"", place: "graphgen.yaml:4")]
    )
    let graph = KnowledgeGraph.merging([plain], rules: rules)
    #expect(graph.nodes.count < plain.nodes.count)
    #expect(try carrier.roundTrip(graph) == graph)
  }

  @Test(arguments: GraphExport.Format.allCases)
  func `is the same for any order of input, and comes in pieces`(
    format: GraphExport.Format
  ) throws {
    let plain = GraphView(TestGraph.diplomacy())
    let expected = try GraphExport.bytes(of: plain, as: format, table: .edges)
    #expect(!expected.isEmpty && expected.last == UInt8(ascii: "\n"))
    let shuffled = GraphView(TestGraph.diplomacy(shuffled: 7))
    #expect(try GraphExport.bytes(of: shuffled, as: format, table: .edges) == expected)
    var pieces: [[UInt8]] = []
    try GraphExport.write(plain, as: format, table: .edges) { pieces.append($0) }
    #expect(pieces.flatMap(\.self) == expected)
  }

  @Test func `tells when a graph is too large for the format`() throws {
    let dot = "digraph {" + (0..<501).map { "a -> n\($0);" }.joined() + "}"
    let graph = try GraphReader.graph(from: Data(dot.utf8), file: "a.dot").graph
    #expect(throws: ExportError.self) {
      try GraphExport.bytes(of: GraphView(graph), as: .mermaid)
    }
  }

  @Test func `escapes what Mermaid would take for signs`() throws {
    let graph = TestGraph.graph(
      ["place/a": "country A \"b\" [c] #d;\nend", "place/b": "country B"],
      [.init(source: "place/a", type: "sanctions", target: "place/b", status: .planned)])
    let text = String(
      decoding: try GraphExport.bytes(of: GraphView(graph), as: .mermaid), as: UTF8.self)
    #expect(
      text == """
        flowchart LR
          n1(["A #34;b#34; #91;c#93; #35;d#59;<br/>end"])
          n2(["B"])
          n1 -.->|"sanctions, planned"| n2

        """)
  }

  @Test func `holds only what the view shows`() throws {
    var filter = ViewFilter()
    filter.relations = ["sanctions"]
    let view = try GraphView(TestGraph.diplomacy(), filter: filter)
    for format in [GraphExport.Format.json, .dot, .graphml, .ndjson] {
      let bytes = try GraphExport.bytes(of: view, as: format)
      let back = try GraphReader.graph(from: Data(bytes), file: "g.\(format.rawValue)").graph
      #expect(back.nodes.map(\.id.rawValue) == ["place/japan", "place/russia"])
      #expect(back.edges.map(\.type) == ["sanctions"])
    }
  }

  @Test(arguments: [
    (0, "1970-01-01"), (16_383, "2014-11-09"), (-1, "1969-12-31"), (11_016, "2000-02-29"),
  ])
  func `tells days by the calendar`(day: Int, date: String) {
    #expect(TimeSpan.date(ofDay: day) == date)
    #expect(TimeSpan(rawValue: date)?.firstDay == day)
  }
}

@Suite(
  .enabled(
    if: FileManager.default.isExecutableFile(atPath: OtherPrograms.python),
    "Python's readers aren't installed ('make python' installs them into .build/python)"))
struct `Programs of others` {
  @Test(arguments: [UInt64](1...4))
  func `read every export, and see what graph.json says`(seed: UInt64) throws {
    let graph =
      seed == 1 ? TestGraph.diplomacy() : RandomGraph.make(seed: seed * 7, documents: 8)
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "graphgen-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for format in GraphExport.Format.allCases where format != .csv {
      let bytes = try GraphExport.bytes(of: GraphView(graph), as: format)
      try Data(bytes).write(to: folder.appending(path: "graph.\(format.rawValue)"))
    }
    for table in GraphExport.Table.allCases {
      let bytes = try GraphExport.bytes(of: GraphView(graph), as: .csv, table: table)
      try Data(bytes).write(to: folder.appending(path: "\(table.rawValue).csv"))
    }
    let result = try Installed.run(
      OtherPrograms.python,
      [OtherPrograms.script, folder.appending(path: "graph.json").path, folder.path])
    let report = String(decoding: result.output, as: UTF8.self)
    #expect(result.status == 0, "\(report)\n\(result.errors)")
    #expect(report.split(separator: "\n").count { $0.contains(": ok") } == 19, "\(report)")
  }
}

private enum OtherPrograms {
  private static let package = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  static let python = package.appending(path: ".build/python/bin/python").path
  static let script = package.appending(path: "Tests/check_exports.py").path
}
