import Foundation
import Testing

@testable import Graph

/// Files of others, against what Graphviz made of them.
///
/// `GRAPHGEN_DOT_CORPUS` names a folder of DOT files with an `ORACLE.tsv`: file, `ok` or another status, graphs, nodes,
/// edges. The files belong to their authors and are no part of graphgen.
@Suite(
  .enabled(
    if: ProcessInfo.processInfo.environment["GRAPHGEN_DOT_CORPUS"] != nil,
    "GRAPHGEN_DOT_CORPUS names no folder of DOT files"))
struct `The corpus of DOT` {
  private struct Row {
    let file: String
    let isAccepted: Bool
    let counts: [Int]
  }

  /// Rows that aren't what `agread` of libcgraph 2.42 gives for the file, and what it gives.
  private static let corrected = [
    // The row counts the nodes and edges of the first graph, but not that there are three.
    "xdot__tests__issue_112.dot": [3, 363, 467]
  ]

  private let folder = URL(
    fileURLWithPath: ProcessInfo.processInfo.environment["GRAPHGEN_DOT_CORPUS"] ?? "/nowhere")

  private func rows() throws -> [Row] {
    let table = try String(contentsOf: folder.appending(path: "ORACLE.tsv"), encoding: .utf8)
    return table.split(separator: "\n").dropFirst().map { line in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      return Row(
        file: cells[0], isAccepted: cells[1] == "ok", counts: cells[2...4].map { Int($0) ?? 0 })
    }
  }

  @Test func `is accepted and counted as Graphviz does`() throws {
    for row in try rows() {
      let bytes = try Array(Data(contentsOf: folder.appending(path: row.file)))
      let syntax: DOTSyntax
      do {
        syntax = try DOTSyntax(bytes)
      } catch {
        #expect(!row.isAccepted, "\(row.file):\(error)")
        continue
      }
      #expect(row.isAccepted, "\(row.file) should be refused")
      let graphs = syntax.graphs
      let counts = [
        graphs.count, graphs.reduce(0) { $0 + $1.nodeCount },
        graphs.reduce(0) { $0 + $1.edgeCount },
      ]
      #expect(counts == Self.corrected[row.file] ?? row.counts, "\(row.file)")
    }
  }

  @Test func `is formatted to a fixed point, with the same graphs`() throws {
    for row in try rows() where row.isAccepted {
      let first = try DOTSyntax(Array(Data(contentsOf: folder.appending(path: row.file))))
      let second = try DOTSyntax(first.formatted)
      #expect(second.formatted == first.formatted, "\(row.file)")
      for (a, b) in zip(first.graphs, second.graphs) {
        #expect(a.nodeCount == b.nodeCount && a.edgeCount == b.edgeCount, "\(row.file)")
        for node in 0..<a.nodeCount {
          #expect(a.name(ofNode: node) == b.name(ofNode: node), "\(row.file)")
          #expect(
            a.attribute("label", ofNode: node) == b.attribute("label", ofNode: node), "\(row.file)")
        }
      }
    }
  }

  @Test func `becomes graphs that can be drawn and exported`() throws {
    for row in try rows() where row.isAccepted {
      let data = try Data(contentsOf: folder.appending(path: row.file))
      let graph = try GraphReader.graph(from: data, file: row.file).graph
      _ = DOTWriter.bytes(of: .overview(of: GraphView(graph)))
      let exported = try GraphExport.bytes(of: GraphView(graph), as: .dot)
      #expect(
        try GraphReader.graph(from: Data(exported), file: "g.dot").graph == graph, "\(row.file)")
    }
  }
}
