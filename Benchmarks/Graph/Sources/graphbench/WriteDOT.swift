import Foundation
import Glibc
import Graph

/// Writes a drawing of a graph of about so many nodes and edges as DOT.
func writeDOT(nodes: Int, edges: Int, at path: String) throws {
  let made = MadeGraph(edges: edges, nodes: nodes)
  let graph = KnowledgeGraph(
    documents: made.documents, appearances: made.appearances, claims: made.claims)
  let drawing = Drawing.full(of: GraphView(graph))
  // To a file, as agwrite does, which is read again and again; the first run warms the caches.
  for _ in 0..<(Int(ProcessInfo.processInfo.environment["RUNS"] ?? "") ?? 3) {
    guard let file = fopen(path, "w") else { throw CocoaError(.fileWriteUnknown) }
    let watch = Stopwatch()
    var count = 0
    DOTWriter.write(drawing) { bytes in
      count += fwrite(bytes, 1, bytes.count, file)
    }
    fflush(file)
    watch.report("graphgen writes DOT", bytes: count)
    fclose(file)
  }
  print("  \(drawing.nodes.count) nodes, \(drawing.lines.count) edges")
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
