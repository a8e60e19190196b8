import Foundation
import Graph
import TestSupport
import Testing

@Suite struct `A patch` {
  static let seeds: ClosedRange<UInt64> = 1...40

  private func graphs(_ seed: UInt64) -> [KnowledgeGraph] {
    [0, 1000, 2000].map { RandomGraph.make(seed: seed + $0) }
  }

  private func bytes(_ graph: KnowledgeGraph) -> [UInt8] { GraphJSONWriter.bytes(of: graph) }

  /// The patch, written and read again.
  private func read(_ patch: GraphPatch) throws -> GraphPatch {
    try PatchJSON.patch(from: Data(PatchJSON.bytes(of: patch)), file: "d.json")
  }

  @Test(arguments: seeds) func `of a graph and itself is empty`(seed: UInt64) throws {
    let a = RandomGraph.make(seed: seed)
    #expect(GraphPatch(from: a, to: a).isEmpty)
    #expect(GraphDiff(from: a, to: a).isEmpty)
    #expect(try bytes(GraphPatch(from: a, to: a).applied(to: a)) == bytes(a))
  }

  @Test(arguments: seeds) func `makes the new graph and the old one, to the byte`(
    seed: UInt64
  ) throws {
    let graphs = graphs(seed)
    for (a, b) in [
      (graphs[0], graphs[1]), (graphs[0], KnowledgeGraph()), (KnowledgeGraph(), graphs[1]),
    ] {
      let patch = try read(GraphPatch(from: a, to: b))
      #expect(try bytes(patch.applied(to: a)) == bytes(b), "seed \(seed)")
      #expect(try bytes(patch.reversed.applied(to: b)) == bytes(a), "seed \(seed)")
      #expect(patch.reversed.reversed == patch, "seed \(seed)")
      #expect(patch == GraphPatch(from: a, to: b), "seed \(seed)")
    }
  }

  @Test(arguments: seeds) func `composes`(seed: UInt64) throws {
    let graphs = graphs(seed)
    let (a, b, c) = (graphs[0], graphs[1], graphs[2])
    let (ab, bc) = (GraphPatch(from: a, to: b), GraphPatch(from: b, to: c))
    let ac = try #require(ab.followed(by: bc))
    #expect(ac == GraphPatch(from: a, to: c), "seed \(seed)")
    #expect(ab.followed(by: ab.reversed)?.isEmpty == true, "seed \(seed)")
    let ca = GraphPatch(from: c, to: a)
    #expect(
      ab.followed(by: bc)?.followed(by: ca) == bc.followed(by: ca).flatMap(ab.followed),
      "seed \(seed)")
    if a != b { #expect(ab.followed(by: ab) == nil, "seed \(seed)") }
  }

  @Test(arguments: seeds) func `of merged graphs has no order`(seed: UInt64) throws {
    let graphs = graphs(seed)
    let (a, b) = (
      KnowledgeGraph.merging([graphs[0], graphs[1]]),
      KnowledgeGraph.merging([graphs[1], graphs[0]])
    )
    #expect(GraphPatch(from: a, to: b).isEmpty, "seed \(seed)")
    let one = DiffRecords(GraphDiff(from: graphs[2], to: a)).json()
    #expect(one == DiffRecords(GraphDiff(from: graphs[2], to: b)).json(), "seed \(seed)")
  }

  @Test(arguments: seeds) func `fits no other graph`(seed: UInt64) throws {
    let graphs = graphs(seed)
    let patch = GraphPatch(from: graphs[0], to: graphs[1])
    guard graphs[0] != graphs[2] else { return }
    #expect(throws: SchemaViolation.self, "seed \(seed)") { try patch.applied(to: graphs[2]) }
    if graphs[0] != graphs[1] {
      #expect(throws: SchemaViolation.self, "seed \(seed)") { try patch.applied(to: graphs[1]) }
    }
  }

  @Test func `tells bytes apart that are one text`() throws {
    let made = { (name: String) in
      TestGraph.graph(["person/a": "leader \(name)", "place/b": "country B"], [])
    }
    let (a, b) = (made("Zo\u{e9}"), made("Zoe\u{301}"))
    let patch = GraphPatch(from: a, to: b)
    #expect(!patch.isEmpty)
    #expect(try bytes(patch.applied(to: a)) == bytes(b))
  }

  @Test func `says what of a graph doesn't fit`() throws {
    let nodes = ["person/a": "leader A", "place/b": "country B"]
    let visit = TestGraph.Statement(source: "person/a", type: "visits", target: "place/b")
    let (with, without) = (TestGraph.graph(nodes, [visit]), TestGraph.graph(nodes, []))
    let removal = GraphPatch(from: with, to: without)
    let error = #expect(throws: SchemaViolation.self) {
      try removal.applied(to: without, file: "g.json", patch: "d.json")
    }
    #expect(error?.place == "g.json")
    #expect(error?.found == "no claim 'person/a visits place/b' of document 'a', line 1")
    #expect(error?.expected.hasSuffix("(removed.claims[0])") == true)
    let again = #expect(throws: SchemaViolation.self) {
      try removal.reversed.applied(to: with, file: "g.json", patch: "d.json")
    }
    #expect(again?.found == "claim 'person/a visits place/b' of document 'a', line 1 already")
  }

  @Test func `refuses a graph that has more`() throws {
    let nodes = ["person/a": "leader A", "place/b": "country B"]
    let visit = TestGraph.Statement(source: "person/a", type: "visits", target: "place/b")
    var other = visit
    other.start = 50
    var third = visit
    third.start = 90
    let (old, new) = (TestGraph.graph(nodes, [visit]), TestGraph.graph(nodes, [visit, other]))
    let error = #expect(throws: SchemaViolation.self) {
      try GraphPatch(from: old, to: new).applied(to: TestGraph.graph(nodes, [visit, third]))
    }
    #expect(error?.found.hasPrefix("a graph of hash sha256:") == true)
  }

  @Test func `of rules is exact, too`() throws {
    let rules = { (labels: [String]) in
      IdentityRules(
        labels: labels.map { .init(names: ["person/a"], value: $0, place: "graphgen.yaml:1") })
    }
    let base = TestGraph.graph(["person/a": "leader A"], [])
    let (a, b) = (
      KnowledgeGraph.merging([base], rules: rules(["Old"])),
      KnowledgeGraph.merging([base], rules: rules(["New"]))
    )
    let patch = try read(GraphPatch(from: a, to: b))
    #expect(try bytes(patch.applied(to: a)) == bytes(b))
    #expect(try bytes(patch.reversed.applied(to: b)) == bytes(a))
    let change = try #require(GraphDiff(from: a, to: b).nodes.first)
    #expect(change.fields.first == FieldChange(.label, "Old", "New"))
    #expect(change.causes.allSatisfy { if case .rule = $0 { true } else { false } })
  }
}
