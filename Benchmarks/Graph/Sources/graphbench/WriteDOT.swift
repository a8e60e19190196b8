import Foundation
import Graph

/// Writes a drawing of a graph of about so many nodes and edges as DOT.
func writeDOT(nodes: Int, edges: Int, at path: String) throws {
  let made = MadeGraph(edges: edges, nodes: nodes)
  let graph = KnowledgeGraph(
    documents: made.documents, appearances: made.appearances, claims: made.claims)
  let drawing = Drawing.full(of: GraphView(graph))
  let watch = Stopwatch()
  let bytes = DOTWriter.bytes(of: drawing)
  watch.report("graphgen writes DOT", bytes: bytes.count)
  try Data(bytes).write(to: URL(fileURLWithPath: path))
  print("  \(drawing.nodes.count) nodes, \(drawing.lines.count) edges, \(bytes.count / 1_000_000) MB")
}

/// Lays out what an overview shows.
func drawOverview(_ path: String) throws {
  let graph = try GraphJSONReader.graph(
    from: Data(contentsOf: URL(fileURLWithPath: path)), file: path)
  let watch = Stopwatch()
  let drawing = Drawing.overview(of: GraphView(graph))
  watch.report("graphgen draws an overview")
  print("  \(drawing.nodes.count) nodes, \(drawing.lines.count) lines")
}
