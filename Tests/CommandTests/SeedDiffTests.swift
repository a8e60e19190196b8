import Foundation
import Graph
import Testing

/// The articles of the seeds, added one by one in the order of their dates: what each changes.
@Suite struct `The diffs of the seeds` {
  private static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The graphs of the first article, the first two, and so on. An article's part depends on nothing but itself, so
  /// that these are made by taking articles out.
  private static let versions: Result<[KnowledgeGraph], any Error> = Result {
    let file = root.appending(path: "output/graph.json")
    var graph = try GraphJSONReader.graph(from: Data(contentsOf: file), file: file.path)
    let newestFirst = graph.documents.sorted {
      ($1.published?.firstDay ?? 0) < ($0.published?.firstDay ?? 0)
    }
    var versions = [graph]
    for document in newestFirst {
      graph = graph.removing(document: document.id)
      versions.append(graph)
    }
    return versions.reversed()
  }

  private func bytes(_ graph: KnowledgeGraph) -> [UInt8] { GraphJSONWriter.bytes(of: graph) }

  @Test func `go forth and back to the byte, and compose`() throws {
    let versions = try Self.versions.get()
    #expect(versions.count == 6)
    var whole: GraphPatch?
    for (old, new) in zip(versions, versions.dropFirst()) {
      let patch = try PatchJSON.patch(
        from: Data(DiffRecords(GraphDiff(from: old, to: new)).json()), file: "d.json")
      #expect(try bytes(patch.applied(to: old)) == bytes(new))
      #expect(try bytes(patch.reversed.applied(to: new)) == bytes(old))
      whole = whole == nil ? patch : whole?.followed(by: patch)
    }
    #expect(try bytes(#require(whole).applied(to: versions[0])) == bytes(versions[5]))
    #expect(whole == GraphPatch(from: versions[0], to: versions[5]))
  }

  @Test func `tell nothing twice, and nothing that no article caused`() throws {
    let versions = try Self.versions.get()
    for (old, new) in zip(versions, versions.dropFirst()) {
      let diff = GraphDiff(from: old, to: new)
      #expect(diff.documents.map(\.kind) == [.added])
      #expect(!diff.edges.contains { $0.kind == .removed })
      #expect(!diff.nodes.contains { $0.kind == .removed })
      for change in diff.edges {
        #expect(change.lost.isEmpty)
        #expect(change.gained.allSatisfy { $0.document == diff.documents[0].id })
      }
      let gained = diff.edges.flatMap(\.gained)
      #expect(gained.count == diff.patch.added.claims.count)
    }
  }

  @Test func `tell the history of plans`() throws {
    let versions = try Self.versions.get()
    let text = (1..<5).map {
      DiffText(.full(sentences: 0)).text(of: GraphDiff(from: versions[$0], to: versions[$0 + 1]))
    }
    for (step, line) in [
      (1, "+ visits Russia: postponed"),
      (2, "+ visits Russia: proposed 2015-09 (before: postponed)"),
      (2, "+ visits Japan: proposed 2015-12 (before: planned 2014-09/2014-11)"),
    ] { #expect(text[step].contains(line), "step \(step): \(line)\n\(text[step])") }
  }
}
