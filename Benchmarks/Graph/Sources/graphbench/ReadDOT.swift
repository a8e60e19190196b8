import Foundation
import Graph

/// Reads a file of DOT.
func readDOT(_ path: String) throws {
  let bytes = try Array(Data(contentsOf: URL(fileURLWithPath: path)))
  let watch = Stopwatch()
  let graphs = try DOTSyntax(bytes).graphs
  watch.report("graphgen reads DOT", bytes: bytes.count)
  let edges = graphs.reduce(0) { $0 + $1.edgeCount }
  print("  \(graphs.reduce(0) { $0 + $1.nodeCount }) nodes, \(edges) edges")
}
