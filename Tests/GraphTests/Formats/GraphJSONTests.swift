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
      "found country 'Arlandia'"
    ),
    (
      "{\"id\": \"d\", \"path\"", "{\"id\": \"e\", \"path\"",
      "found document 'd'; expected one that 'documents' lists"
    ),
    ("\"frame\": \"claims.verb\"", "\"fame\": 1", "no key 'frame'"),
    ("\"nodes\": [", "\"nodes\": {", "expected a graphgen graph"),
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

  @Test func `is refused when it is cut off, or no JSON`() {
    #expect(refusal(of: String(Self.valid.dropLast(40))) != nil)
    #expect(refusal(of: "digraph {}") != nil)
    #expect(refusal(of: "") != nil)
  }
}
