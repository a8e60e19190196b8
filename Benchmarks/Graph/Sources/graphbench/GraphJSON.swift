import Foundation
import Graph

/// Builds a graph of about so many edges from its statements, and writes it.
func makeGraphJSON(edges: Int, at path: String) throws {
  let made = MadeGraph(edges: edges)
  let building = Stopwatch()
  let graph = KnowledgeGraph(
    documents: made.documents, appearances: made.appearances, claims: made.claims)
  building.report("graphgen builds from statements")
  let writing = Stopwatch()
  let bytes = GraphJSONWriter.bytes(of: graph)
  writing.report("graphgen writes graph.json", bytes: bytes.count)
  try Data(bytes).write(to: URL(fileURLWithPath: path))
  print("  \(graph.nodes.count) nodes, \(graph.edges.count) edges, \(bytes.count / 1_000_000) MB")
}

/// Reads a graph.json, and holds it against what its statements give.
func readGraphJSON(_ path: String) throws {
  let data = try Data(contentsOf: URL(fileURLWithPath: path))
  let watch = Stopwatch()
  let graph = try GraphJSONReader.graph(from: data, file: path)
  watch.report("graphgen reads graph.json", bytes: data.count)
  print("  \(graph.nodes.count) nodes, \(graph.edges.count) edges")
}
