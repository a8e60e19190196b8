import Foundation
import Graph
import TestSupport
import Testing

@Suite struct `Who read a document` {
  private static let nodes = [
    "person/putin": "leader Vladimir Putin", "place/japan": "country Japan",
  ]
  private static let first = Reader([(.engine, "1.0.0"), (.frames, "aaa"), (.gazetteer, "ggg")])
  private static let other = Reader([(.engine, "1.0.0"), (.frames, "bbb"), (.gazetteer, "hhh")])
  private static let engine = Reader([(.engine, "2.0.0"), (.frames, "aaa"), (.gazetteer, "ggg")])

  private func visit(_ status: Status, document: String = "a") -> TestGraph.Statement {
    TestGraph.Statement(
      source: "person/putin", type: "visits", target: "place/japan", status: status,
      sentence: "Putin will visit Japan.", document: document)
  }

  private func graph(
    _ statements: [TestGraph.Statement], _ reader: Reader? = nil
  ) -> KnowledgeGraph {
    let graph = TestGraph.graph(Self.nodes, statements)
    return reader.map(graph.read) ?? graph
  }

  private func file(_ graph: KnowledgeGraph) -> String {
    String(decoding: GraphJSONWriter.bytes(of: graph), as: UTF8.self)
  }

  @Test func `stands with it in graph.json, and comes back`() throws {
    let graph = graph([visit(.planned)], Self.first)
    let text = file(graph)
    #expect(
      text.contains(
        #""readers": [{"engine": "1.0.0", "gazetteer": "ggg", "frames": "aaa"}]}"#))
    let read = try GraphJSONReader.graph(from: Data(text.utf8), file: "g.json")
    #expect(read == graph && file(read) == text)
    // What a later graphgen tells beyond that is passed over, and what an earlier one left out isn't missed.
    let later = text.replacing(#""engine": "1.0.0""#, with: #""engine": "1.0.0", "moon": [1]"#)
    #expect(try GraphJSONReader.graph(from: Data(later.utf8), file: "g.json") == graph)
    let old = file(self.graph([visit(.planned)]))
    #expect(!old.contains("readers"))
    #expect(
      try GraphJSONReader.graph(from: Data(old.utf8), file: "g.json").documents[0].readers == [])
  }

  @Test func `is told as the cause of what is read otherwise`() throws {
    let diff = GraphDiff(
      from: graph([visit(.planned)], Self.first), to: graph([visit(.actual)], Self.other))
    let document = try #require(diff.documents.first)
    #expect(document.kind == .reread && document.reading.map(\.part) == [.gazetteer, .frames])
    let text = DiffText().text(of: diff)
    #expect(
      text.contains("(unchanged; read with another gazetteer and other frames)"), "\(text)")
    #expect(text.contains("a.txt: read with another gazetteer and other frames\n"), "\(text)")
    #expect(text.contains("frames: aaa → bbb\n"))
    let json = String(decoding: DiffRecords(diff).ndjson(), as: UTF8.self)
    #expect(
      json.contains(
        #""reader": [{"part": "gazetteer", "old": "ggg", "new": "hhh"}, {"part": "frames""#),
      "\(json)")
  }

  @Test func `is told where nothing else changed`() throws {
    let diff = GraphDiff(
      from: graph([visit(.planned)], Self.first), to: graph([visit(.planned)], Self.engine))
    #expect(diff.documents.isEmpty && diff.nodes.isEmpty && diff.edges.isEmpty && !diff.isEmpty)
    #expect(
      DiffText().text(of: diff).hasPrefix("1 article read with graphgen 2.0.0 instead of 1.0.0\n"))
    #expect(try DiffFilter(ignoring: [.readers]).applied(to: diff).isEmpty)
    #expect(try !DiffFilter(ignoring: [.articles]).applied(to: diff).isEmpty)
  }

  @Test func `is never guessed`() {
    let unknown = GraphDiff(
      from: graph([visit(.planned)]), to: graph([visit(.planned), visit(.actual)], Self.first))
    #expect(unknown.documents.map(\.kind) == [.reread] && unknown.documents[0].reading.isEmpty)
    #expect(
      DiffText().text(of: unknown).contains("read by another graphgen, or with other knowledge"))
    let same = GraphDiff(
      from: graph([visit(.planned)], Self.first), to: graph([], Self.first))
    #expect(
      DiffText().text(of: same).contains("read by another build of one version, or corrected"))
  }

  @Test func `may be two, where graphs are merged, in any order`() {
    let (a, b) = (graph([visit(.planned)], Self.first), graph([visit(.actual)], Self.other))
    let merged = KnowledgeGraph.merging([a, b])
    #expect(merged.documents.map(\.readers) == [[Self.first, Self.other].sorted()])
    #expect(merged == .merging([b, a, b]))
  }

  @Test func `is no conflict of two sides`() throws {
    let base = graph([visit(.planned)], Self.first)
    let (ours, theirs) = (base.read(by: Self.other), base.read(by: Self.engine))
    let merge = ThreeWayMerge(base: base, ours: ours, theirs: theirs)
    #expect(merge.conflicts.isEmpty)
    #expect(try merge.graph().documents[0].readers == [Self.other, Self.engine].sorted())
    let mirrored = try ThreeWayMerge(base: base, ours: theirs, theirs: ours).graph()
    #expect(try merge.graph() == mirrored)
    let one = ThreeWayMerge(base: base, ours: ours, theirs: base)
    #expect(try one.graph() == ours)
  }

  @Test func `is a hand, too, where people corrected it`() throws {
    let graph = graph([visit(.planned), visit(.planned, document: "b")], Self.first)
    let lines = String(
      decoding: try GraphExport.bytes(of: GraphView(graph), as: .ndjson), as: UTF8.self)
    let read = { (text: String) in
      try GraphReader.graph(from: Data(text.utf8), file: "g.ndjson").graph
    }
    #expect(try read(lines) == graph)
    let corrected = try read(
      lines.replacing(#""status": "planned", "evi"#, with: #""status": "denied", "evi"#))
    #expect(
      corrected.documents.allSatisfy { $0.readers.count == 2 && $0.readers.contains(Self.first) })
    let diff = GraphDiff(from: graph, to: corrected)
    #expect(diff.documents.map(\.kind) == [.corrected, .corrected] && diff.readings.isEmpty)
  }
}
