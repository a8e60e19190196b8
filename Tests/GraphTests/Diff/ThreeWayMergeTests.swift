import Graph
import TestSupport
import Testing

@Suite struct `A merge of changes` {
  static let seeds: ClosedRange<UInt64> = 1...40

  private func bytes(_ graph: KnowledgeGraph) -> [UInt8] { GraphJSONWriter.bytes(of: graph) }

  private static let nodes = [
    "person/abe": "leader Shinzo Abe", "person/putin": "leader Vladimir Putin",
    "place/japan": "country Japan", "place/russia": "country Russia",
  ]

  private func graph(_ statements: [TestGraph.Statement]) -> KnowledgeGraph {
    TestGraph.graph(Self.nodes, statements)
  }

  private func visit(
    _ status: Status, start: Int = 0, _ sentence: String = "Putin will visit Japan."
  )
    -> TestGraph.Statement
  {
    TestGraph.Statement(
      source: "person/putin", type: "visits", target: "place/japan", status: status,
      sentence: sentence, start: start)
  }

  @Test(arguments: seeds) func `takes over what one side did`(seed: UInt64) throws {
    let (base, ours) = (RandomGraph.make(seed: seed), RandomGraph.make(seed: seed + 1000))
    for (left, right) in [(ours, base), (base, ours), (ours, ours)] {
      let merge = ThreeWayMerge(base: base, ours: left, theirs: right)
      #expect(merge.conflicts.isEmpty, "seed \(seed)")
      #expect(try bytes(merge.graph()) == bytes(ours), "seed \(seed)")
    }
  }

  @Test(arguments: seeds) func `has no order but preference`(seed: UInt64) throws {
    let base = RandomGraph.make(seed: seed)
    let (a, b) = (RandomGraph.make(seed: seed + 1000), RandomGraph.make(seed: seed + 2000))
    let merges = [
      ThreeWayMerge(base: base, ours: a, theirs: b, preferring: .ours),
      ThreeWayMerge(base: base, ours: b, theirs: a, preferring: .theirs),
    ]
    #expect(merges[0].conflicts.count == merges[1].conflicts.count, "seed \(seed)")
    #expect(try bytes(merges[0].graph()) == bytes(merges[1].graph()), "seed \(seed)")
  }

  @Test func `joins what each changed of one edge`() throws {
    let base = graph([visit(.planned), visit(.planned, start: 50, "The visit is in May.")])
    var dated = visit(.planned, start: 50, "The visit is in May.")
    dated.time = "2015-05"
    let merge = ThreeWayMerge(
      base: base,
      ours: graph([visit(.postponed), visit(.planned, start: 50, "The visit is in May.")]),
      theirs: graph([visit(.planned), dated]))
    #expect(merge.conflicts.isEmpty)
    #expect(try bytes(merge.graph()) == bytes(graph([visit(.postponed), dated])))
  }

  @Test func `tells what both changed differently, and takes whose word counts`() throws {
    let base = graph([visit(.planned)])
    let (ours, theirs) = (graph([visit(.postponed)]), graph([visit(.cancelled)]))
    let merge = ThreeWayMerge(base: base, ours: ours, theirs: theirs)
    #expect(
      merge.conflicts.map(\.description) == [
        "'person/putin visits place/japan' of document 'a', line 1: was planned; ours postponed, theirs cancelled"
      ])
    for (side, graph) in [(ThreeWayMerge.Side.ours, ours), (.theirs, theirs)] {
      let merge = ThreeWayMerge(base: base, ours: ours, theirs: theirs, preferring: side)
      #expect(merge.conflicts.count == 1)
      #expect(try bytes(merge.graph()) == bytes(graph))
    }
  }

  @Test func `tells a removal of what the other changed`() throws {
    let base = graph([visit(.planned)])
    let merge = ThreeWayMerge(base: base, ours: graph([]), theirs: graph([visit(.postponed)]))
    #expect(merge.conflicts.map(\.ours) == [nil])
    #expect(merge.conflicts.map(\.theirs) == ["postponed"])
  }

  @Test func `tells two statuses of one edge by different sentences`() {
    let second = "The visit is in May."
    let base = graph([visit(.planned), visit(.planned, start: 50, second)])
    let merge = ThreeWayMerge(
      base: base, ours: graph([visit(.postponed), visit(.planned, start: 50, second)]),
      theirs: graph([visit(.planned), visit(.cancelled, start: 50, second)]))
    #expect(merge.conflicts.map(\.ours) == ["postponed"])
    #expect(merge.conflicts.map(\.theirs) == ["cancelled"])
  }

  @Test func `tells an article that one took out and the other corrected`() throws {
    var other = visit(.planned)
    other.document = "b"
    var corrected = other
    corrected.status = .denied
    let base = graph([visit(.planned), other])
    let ours = base.removing(document: "b")
    let theirs = graph([visit(.planned), corrected])
    let merge = ThreeWayMerge(base: base, ours: ours, theirs: theirs)
    #expect(merge.conflicts.map(\.subject) == ["document 'b'"])
    #expect(try bytes(merge.graph()) == bytes(ours))
    let second = ThreeWayMerge(base: base, ours: ours, theirs: theirs, preferring: .theirs)
    #expect(try bytes(second.graph()) == bytes(theirs))
  }

  @Test func `tells two labels of one node`() throws {
    let base = graph([])
    let labelled = { (label: String) in
      KnowledgeGraph.merging(
        [base],
        rules: IdentityRules(
          labels: [.init(names: ["place/japan"], value: label, place: "graphgen.yaml:1")]))
    }
    let merge = ThreeWayMerge(
      base: base, ours: labelled("Nippon"), theirs: labelled("Nihon"), preferring: .theirs)
    #expect(merge.conflicts.map(\.ours) == ["label Nippon"])
    #expect(try bytes(merge.graph()) == bytes(labelled("Nihon")))
  }
}
