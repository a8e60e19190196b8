import Foundation
import Testing

@testable import Graph

@Suite struct `An import` {
  private func exported(_ format: GraphExport.Format) throws -> String {
    String(
      decoding: try GraphExport.bytes(of: GraphView(TestGraph.diplomacy()), as: format),
      as: UTF8.self)
  }

  private func graph(_ text: String, _ file: String) throws -> KnowledgeGraph {
    try GraphReader.graph(from: Data(text.utf8), file: file).graph
  }

  private func message(_ text: String, _ file: String) -> String {
    do {
      _ = try graph(text, file)
      return "no error"
    } catch { return "\(error)" }
  }

  @Test func `takes over what was changed by hand`() throws {
    let lines = try exported(.ndjson).split(separator: "\n").map { line -> String in
      let line = String(line)
      if line.contains("\"id\": \"place/tokyo\"") {
        return line.replacing("\"label\": \"Tokyo\", \"app", with: "\"label\": \"Edo\", \"app")
      }
      if line.contains("\"type\": \"invites\"") {
        return line.replacing(
          "\"status\": \"actual\", \"evi", with: "\"status\": \"denied\", \"evi")
      }
      return line
    }
    let changed = try graph(lines.joined(separator: "\n"), "g.ndjson")
    let tokyo = try #require(NodeID(rawValue: "place/tokyo"))
    #expect(changed.node(tokyo)?.label == "Edo")
    #expect(changed.node(tokyo)?.aliases == ["Tokyo"])
    #expect(changed.edges.filter { $0.type == "invites" }.map(\.status) == [.denied])
    // What isn't changed stays, and the corrections are part of the graph.
    #expect(changed.edges.count == TestGraph.diplomacy().edges.count)
    let again = try GraphExport.bytes(of: GraphView(changed), as: .graphml)
    #expect(try GraphReader.graph(from: Data(again), file: "g.graphml").graph == changed)
  }

  @Test func `takes over new ends, relations and times, and rows that are gone`() throws {
    let text = try exported(.graphml)
    let sanctions = try #require(text.range(of: "<data key=\"edge.type\">sanctions"))
    var changed = text
    changed.replaceSubrange(sanctions, with: "<data key=\"edge.type\">accuses")
    changed = changed.replacing(
      "source=\"person/vladimir-putin\" target=\"place/japan\"",
      with: "source=\"person/vladimir-putin\" target=\"place/russia\"")
    changed = changed.replacing(
      "<data key=\"edge.time\">2013-04</data>", with: "<data key=\"edge.time\">2013-05</data>")
    let found = try graph(changed, "g.graphml")
    #expect(!found.edges.contains { $0.type == "sanctions" })
    #expect(found.edges.contains { $0.type == "accuses" && $0.target.rawValue == "place/russia" })
    #expect(
      found.edges.filter { $0.type == "visits" }.map(\.target.rawValue) == ["place/russia"])
    #expect(found.edges.compactMap(\.time?.rawValue).contains("2013-05"))
    let fewer = try exported(.ndjson).split(separator: "\n").filter { !$0.contains("\"seizes\"") }
    #expect(
      !(try graph(fewer.joined(separator: "\n"), "g.ndjson")).edges.contains { $0.type == "seizes" }
    )
  }

  @Test func `takes new rows for statements of the file`() throws {
    let text =
      try exported(.ndjson) + """
        {"kind": "node", "id": "new", "type": "country", "label": "Peru"}
        {"kind": "edge", "source": "new", "target": "place/japan", "type": "visits", "time": "2015", "status": "planned"}

        """
    let lines = text.split(separator: "\n").count
    #expect(throws: SchemaViolation.self) { try graph(text + "{\"kind\": \"edge\"}", "g.ndjson") }
    #expect(message(text, "folder/g.ndjson") == "no error")
    let edge = try #require(
      try graph(text, "folder/g.ndjson").edges.first { $0.source.rawValue == "place/peru" })
    #expect(edge.type == "visits" && edge.status == .planned && edge.time?.rawValue == "2015")
    #expect(edge.evidence.map(\.document) == ["g.ndjson"])
    #expect(edge.evidence.map(\.line) == [lines])
  }

  @Test func `reads GraphML of more than ten million bytes`() throws {
    let label = String(repeating: "x", count: 10_000)
    let nodes = (0..<1100).map { "<node id='\($0)'><data key='l'>\(label)</data></node>\n" }
    let found = try graph(
      "<graphml><key id='l' for='node' attr.name='label'/><graph>" + nodes.joined()
        + "</graph></graphml>", "x.graphml")
    #expect(found.nodes.count == 1100)
  }

  @Test func `reads GraphML of other programs`() throws {
    let found = try graph(
      """
      <?xml version='1.0'?>
      <graphml xmlns:y="http://www.yworks.com/xml/graphml"><key id="d0" for="node" attr.name="weight" attr.type="int"/>
      <graph edgedefault="undirected"><node id="n0"><data key="d0">3</data><data key="d9"><y:ShapeNode>
      <y:NodeLabel> Ann &amp;
      Bo </y:NodeLabel></y:ShapeNode></data></node><node id="n1"/><edge source="n0" target="n1"/>
      <edge source="n1" target="n1"/></graph></graphml>
      """, "x.graphml")
    #expect(found.nodes.map(\.label) == ["Ann & Bo", "n1"])
    #expect(found.edges.map(\.type) == ["linked-with"])
  }

  @Test(arguments: [
    ("<graphml><graph>", "x.graphml", "x.graphml:1: found"),
    ("<a/>", "x.graphml", "x.graphml:1: found no element 'graphml'"),
    (
      "<graphml><graph><node id='a'/>\n<node id='a'/></graph></graphml>", "x.graphml",
      "x.graphml:2: found node 'a' a second time"
    ),
    (
      "<graphml><graph><edge source='a' target='b'/></graph></graphml>", "x.graphml",
      "x.graphml:1: found source 'a'; expected a node of the file."
    ),
    ("{\"kind\": \"node\"", "x.ndjson", "x.ndjson:1: kind: found the end of the text"),
    ("\n{\"kind\": \"thing\"}", "x.ndjson", "x.ndjson:2: found kind 'thing'"),
    (
      "{\"kind\": \"node\", \"id\": \"a\", \"type\": \"cuntry\"}", "x.ndjson",
      "x.ndjson:1: found type 'cuntry'; expected one of country"
    ),
    (
      "{\"kind\": \"node\", \"id\": \"a\", \"appearances\": [1]}", "x.ndjson",
      "x.ndjson:1: id: found"
    ),
  ])
  func `refuses what is broken, with its place`(text: String, file: String, start: String) {
    #expect(message(text, file).hasPrefix(start), "\(message(text, file))")
  }

  @Test func `refuses every cut of what was exported, or reads less`() throws {
    for format in [GraphExport.Format.graphml, .dot, .json] {
      let bytes = try GraphExport.bytes(of: GraphView(TestGraph.diplomacy()), as: format)
      for length in stride(from: 1, to: bytes.count - 2, by: 997) {
        #expect(throws: SchemaViolation.self, "\(format) \(length)") {
          try GraphReader.graph(from: Data(bytes[..<length]), file: "g.\(format.rawValue)")
        }
      }
    }
  }

  @Test(arguments: [
    ("id,label\na,\"x", "id", "nodes.csv:2: found a cell without its closing quotation mark"),
    ("label\nx", "id", "nodes.csv:1: found no column 'id'"),
    ("id,label\na", "id", "nodes.csv:2: found 1 cells; expected 2"),
    ("id\na\na", "id", "nodes.csv:3: found node 'a' a second time"),
  ])
  func `refuses broken tables, with their place`(nodes: String, column: String, start: String) {
    do {
      _ = try CSVReader.graph(
        nodes: (Data(nodes.utf8), "nodes.csv"), edges: (Data("source,target".utf8), "edges.csv"))
      Issue.record("the table should be refused")
    } catch {
      #expect("\(error)".hasPrefix(start), "\(error)")
    }
  }

  @Test func `reads tables of others, as spreadsheets write them`() throws {
    let nodes = "\u{FEFF}id;not\r\n".replacing(";", with: ",") + "\"a \"\"1\"\"\",x\r\nb,\r\n\r\n"
    let found = try CSVReader.graph(
      nodes: (Data(nodes.utf8), "nodes.csv"),
      edges: (Data("target,source,label\nb,\"a \"\"1\"\"\",\"knows\nwell\"\n".utf8), "edges.csv")
    ).graph
    #expect(found.nodes.map(\.label) == ["a \"1\"", "b"])
    #expect(found.edges.map(\.topic) == ["knows\nwell"])
    #expect(found.edges.flatMap(\.evidence).map(\.document) == ["edges.csv"])
  }
}
