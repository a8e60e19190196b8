import Foundation
import Graph
import TestSupport
import Testing

@Suite struct `graph.json` {
  @Test(arguments: UInt64(1)...30) func `is read back to the same graph and the same bytes`(
    seed: UInt64
  ) throws {
    let graph = RandomGraph.make(seed: seed)
    let bytes = GraphJSONWriter.bytes(of: graph)
    let read = try GraphJSONReader.graph(from: Data(bytes), file: "graph.json")
    #expect(read == graph, "seed \(seed)")
    #expect(GraphJSONWriter.bytes(of: read) == bytes, "seed \(seed)")
  }

  @Test func `has a line for each document, node and edge, and a final newline`() throws {
    let graph = RandomGraph.make(seed: 7)
    let text = String(decoding: GraphJSONWriter.bytes(of: graph), as: UTF8.self)
    let records = graph.documents.count + graph.nodes.count + graph.edges.count
    #expect(text.split(separator: "\n").count { $0.hasPrefix("  {") } == records)
    #expect(text.hasSuffix("]}\n"))
  }

  func refusal(of text: String) -> String? {
    do {
      _ = try GraphJSONReader.graph(from: Data(text.utf8), file: "g.json")
      return nil
    } catch {
      return error.description
    }
  }

  static let valid = """
    {"format": "graphgen", "version": 2, "documents": [{"id": "d", "path": "d.txt", "hash": "sha256:0"}],
     "nodes": [
      {"id": "place/arland", "type": "country", "label": "Arland", "appearances": [{"document": "d",
       "type": "country", "label": "Arland", "mentions": [{"start": 0, "end": 6, "line": 1, "foundBy": "list"}]}]},
      {"id": "place/gull-rocks", "type": "island", "label": "Gull Rocks", "appearances": [{"document": "d",
       "type": "island", "label": "Gull Rocks", "mentions": [{"start": 8, "end": 18, "line": 1, "foundBy": "list"}]}]}],
     "edges": [{"id": "EDGE", "source": "place/arland", "type": "claims",
      "target": "place/gull-rocks", "evidence": [{"document": "d", "start": 0, "end": 30, "line": 1,
      "text": "Arland claims Gull Rocks.", "status": "actual", "frame": "claims.verb"}]}]}
    """

  @Test(arguments: [
    ("\"version\": 2", "\"version\": 99", "g.json: found format version 99; expected version 2."),
    (
      "\"format\": \"graphgen\"", "\"format\": \"gexf\"", "found format 'gexf'; expected 'graphgen'"
    ),
    (
      "\"type\": \"claims\"", "\"type\": \"adores\"",
      "found relation 'adores', which is not in the ontology"
    ),
    (
      "\"type\": \"claims\"", "\"type\": \"attends\"",
      "found 'attends' from a node of type 'country' to one of type 'island'"
    ),
    ("\"status\": \"actual\"", "\"status\": \"sure\"", "edges[0].evidence[0].status: found 'sure'"),
    (
      "\"target\": \"place/gull-rocks\"", "\"target\": \"place/atlantis\"",
      "found node 'place/atlantis', which is not in the graph"
    ),
    (
      "\"target\": \"place/gull-rocks\"", "\"target\": \"nowhere\"",
      "edges[0].target: found 'nowhere'"
    ),
    (
      "\"text\": \"Arland", "\"time\": \"2014-13\", \"text\": \"Arland",
      "found '2014-13'; expected an ISO 8601 date"
    ),
    (
      "\"label\": \"Arland\", \"appearances\"", "\"label\": \"Arlandia\", \"appearances\"",
      "nodes[0]: found 'place/arland' as country 'Arlandia'"
    ),
    (
      "{\"id\": \"d\", \"path\"", "{\"id\": \"e\", \"path\"",
      "found document 'd'; expected one that 'documents' lists"
    ),
    (
      "\"frame\": \"claims.verb\"", "\"fame\": 1",
      "edges[0].evidence[0]: found no key 'frame'"
    ),
    ("\"start\": 8", "\"start\": 8.5", "mentions[0].start: found the number 8.5; expected a whole"),
    ("\"sha256:0\"", "\"sha\\x\"", "documents[0].hash: found an escape that is none"),
    ("\"sha256:0\"", "\"sha\tx\"", "documents[0].hash: found a control character"),
    ("\"sha256:0\"", "[1, {\"a\": 1}, 01]", "documents[0].hash: found a list; expected a string"),
    ("\"hash\"", "\"more\": [1, {\"a\": 01}], \"hash\"", "documents[0].more[1].a: found no number"),
    (
      "{\"id\": \"place/gull-rocks\"", "{\"id\": \"place/arland\"",
      "nodes[1]: found node 'place/arland' a second time"
    ),
    ("\"nodes\": [", "\"nodes\": {", "g.json:2:11: nodes: found an object; expected a list."),
    (
      "\"type\": \"island\", \"label\": \"Gull Rocks\", \"mentions\"",
      "\"type\": \"leader\", \"label\": \"Gull Rocks\", \"mentions\"",
      "expected a node type of class 'place'"
    ),
  ]) func `is refused with the place of what is wrong`(
    part: String, change: String, message: String
  ) {
    #expect(Self.valid.contains(part))
    let said = refusal(of: Self.valid.replacingOccurrences(of: part, with: change)) ?? "accepted"
    #expect(said.contains(message), "\(said)")
  }

  @Test func `is refused when an edge's id was kept and its evidence changed`() throws {
    let said = try #require(refusal(of: Self.valid))
    #expect(said.contains("edge 'EDGE'") && said.contains("expected the id"))
  }

  @Test func `is refused with a document or an edge twice`() throws {
    let lines = String(decoding: GraphJSONWriter.bytes(of: TestGraph.diplomacy()), as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    for (key, thing) in [("documents", "document 'a'"), ("edges", "edge '")] {
      let first = try #require(lines.firstIndex { $0.hasPrefix(" \"\(key)\": [") }) + 1
      var twice = lines
      let entry = lines[first].last == "," ? lines[first] : lines[first] + ","
      twice.insert(entry, at: first)
      let said = refusal(of: twice.joined(separator: "\n")) ?? "accepted"
      #expect(said.hasPrefix("g.json:\(first + 2):3: \(key)[1]: found \(thing)"), "\(said)")
    }
  }

  @Test func `is refused wherever it is cut off`() throws {
    let bytes = GraphJSONWriter.bytes(of: RandomGraph.make(seed: 3))
    for length in stride(from: 0, to: bytes.count - 2, by: 37) {
      #expect(throws: SchemaViolation.self, "\(length) bytes") {
        try GraphJSONReader.graph(from: Data(bytes.prefix(length)), file: "g.json")
      }
    }
  }

  @Test func `may have its keys in any order, and keys of others`() throws {
    let graph = RandomGraph.make(seed: 5)
    let object = try JSONSerialization.jsonObject(with: Data(GraphJSONWriter.bytes(of: graph)))
    // Foundation writes keys in the order of the alphabet: edges before nodes, evidence before source.
    var members = try #require(object as? [String: Any])
    members["deep"] = [["x": [1.5e3, NSNull(), true]]]
    let sorted = try JSONSerialization.data(withJSONObject: members, options: .sortedKeys)
    #expect(try GraphJSONReader.graph(from: sorted, file: "g.json") == graph)
  }

  @Test func `is read however deep what others added is nested`() throws {
    let depth = 200_000
    let text =
      "{\"format\": \"graphgen\", \"version\": 2, \"more\": "
      + String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
      + ", \"documents\": [], \"nodes\": [], \"edges\": []}"
    #expect(try GraphJSONReader.graph(from: Data(text.utf8), file: "g.json").nodes.isEmpty)
    #expect(refusal(of: text.replacingOccurrences(of: "]]]", with: "]")) != nil)
  }

  @Test(arguments: ["\\ud83d\\ude00", "\\u00e9", "\\/\\b\\f", "\u{1F600}"])
  func `has escapes resolved as Foundation does`(text: String) throws {
    let json = Self.header.replacingOccurrences(of: "PATH", with: text)
    let graph = try GraphJSONReader.graph(from: Data(json.utf8), file: "g.json")
    #expect(
      graph.documents[0].path
        == (try JSONDecoder().decode([String].self, from: Data("[\"\(text)\"]".utf8)))[0])
  }

  static let header = """
    {"format": "graphgen", "version": 2, "documents": [{"id": "d", "path": "PATH", "hash": ""}],
     "nodes": [], "edges": []}
    """

  @Test func `is refused with half a character, or bytes that are no UTF-8`() {
    let half = Self.header.replacingOccurrences(of: "PATH", with: "\\ud83d")
    #expect(refusal(of: half)?.contains("documents[0].path: found an escape that is none") == true)
    let bytes = Self.header.utf8.map { $0 == UInt8(ascii: "P") ? 0xFF : $0 }
    #expect(throws: SchemaViolation.self) {
      try GraphJSONReader.graph(from: Data(bytes), file: "g.json")
    }
  }

  @Test func `is refused when it is no JSON`() {
    #expect(refusal(of: String(Self.valid.dropLast(40))) != nil)
    #expect(refusal(of: "digraph {}") != nil)
    #expect(refusal(of: "") != nil)
  }
}
