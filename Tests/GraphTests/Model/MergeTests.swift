import Graph
import TestSupport
import Testing

@Suite struct `Merging graphs` {
  static let seeds: ClosedRange<UInt64> = 1...40

  @Test(arguments: seeds) func `is commutative`(seed: UInt64) {
    let a = RandomGraph.make(seed: seed)
    let b = RandomGraph.make(seed: seed + 1000)
    #expect(KnowledgeGraph.merging([a, b]) == KnowledgeGraph.merging([b, a]), "seed \(seed)")
  }

  @Test(arguments: seeds) func `is associative`(seed: UInt64) {
    let a = RandomGraph.make(seed: seed)
    let b = RandomGraph.make(seed: seed + 1000)
    let c = RandomGraph.make(seed: seed + 2000)
    let left = KnowledgeGraph.merging([KnowledgeGraph.merging([a, b]), c])
    let right = KnowledgeGraph.merging([a, KnowledgeGraph.merging([b, c])])
    #expect(left == right, "seed \(seed)")
    #expect(left == KnowledgeGraph.merging([c, a, b]), "seed \(seed)")
  }

  @Test(arguments: seeds) func `is idempotent, with the empty graph as its identity`(seed: UInt64) {
    let a = RandomGraph.make(seed: seed)
    #expect(KnowledgeGraph.merging([a, a]) == a, "seed \(seed)")
    #expect(KnowledgeGraph.merging([a, KnowledgeGraph()]) == a, "seed \(seed)")
    #expect(KnowledgeGraph.merging([a]) == a, "seed \(seed)")
  }

  @Test(arguments: seeds) func `keeps every claim`(seed: UInt64) {
    let a = RandomGraph.make(seed: seed)
    let b = RandomGraph.make(seed: seed + 1000)
    let merged = Set(KnowledgeGraph.merging([a, b]).claims)
    #expect(merged == Set(a.claims).union(b.claims), "seed \(seed)")
  }

  @Test func `gives edges unique ids`() {
    for seed in Self.seeds {
      let edges = RandomGraph.make(seed: seed).edges
      #expect(Set(edges.map(\.id)).count == edges.count, "seed \(seed)")
    }
  }
}
