import Graph
import TestSupport
import Testing

@Suite struct `A diff` {
  private static let nodes = [
    "person/abe": "leader Shinzo Abe", "person/putin": "leader Vladimir Putin",
    "place/japan": "country Japan", "place/russia": "country Russia",
  ]

  private func visit(
    _ status: Status = .planned, _ time: String? = nil, document: String = "a",
    _ sentence: String = "Putin will visit Japan this autumn.", to target: String = "place/japan",
    type: String = "visits"
  ) -> TestGraph.Statement {
    TestGraph.Statement(
      source: "person/putin", type: type, target: target, status: status, time: time,
      sentence: sentence, document: document)
  }

  private func diff(_ old: [TestGraph.Statement], _ new: [TestGraph.Statement]) -> GraphDiff {
    GraphDiff(from: TestGraph.graph(Self.nodes, old), to: TestGraph.graph(Self.nodes, new))
  }

  private func text(_ diff: GraphDiff) -> String { DiffText(.full(sentences: 1)).text(of: diff) }

  @Test func `tells a postponement as one change, though the edge has another id`() throws {
    let diff = diff([visit(.planned, "2014-09")], [visit(.postponed)])
    let change = try #require(diff.edges.first)
    #expect(diff.edges.count == 1 && change.kind == .changed)
    #expect(change.old?.id != change.new?.id)
    #expect(change.fields.map(\.field) == [.status, .time])
    #expect(text(diff).contains("Δ visits Japan: planned 2014-09 → postponed\n"))
  }

  @Test func `finds the same visit in other articles, and no other`() {
    let old = visit(.planned, "2014-09", document: "a")
    let other = diff([old], [visit(.postponed, document: "b", "The visit was put off.")])
    #expect(other.edges.map(\.kind) == [.changed])
    let apart = diff(
      [visit(.actual, "2013-04", document: "a")], [visit(.actual, "2015-11", document: "b")])
    #expect(apart.edges.map(\.kind) == [.removed, .added])
    // What happened isn't planned afterwards.
    let again = diff(
      [visit(.actual, "2013-04", document: "a")], [visit(.planned, document: "b", "A new visit.")])
    #expect(again.edges.map(\.kind).sorted { $0.rawValue < $1.rawValue } == [.added, .removed])
  }

  @Test func `takes nothing for the past of a plan that had come about by then`() throws {
    let old = [visit(.planned, "2014-09"), visit(.actual, "2014-09-20", document: "a", "He came.")]
    let new = visit(.planned, "2014-11", document: "b", "He will come in November, too.")
    let added = try #require(diff(old, old + [new]).edges.first { $0.kind == .added })
    #expect(added.before.isEmpty)
    let open = try #require(diff([old[0]], [old[0], new]).edges.first { $0.kind == .added })
    #expect(open.before.map(\.time?.rawValue) == ["2014-09"])
  }

  @Test func `takes no denial for the past of a fact that the same article tells beside it`() throws
  {
    let denied = visit(.denied, "2014-09", document: "a", "They never agree.", type: "agrees")
    let fact = visit(.actual, "2014-11", document: "b", "They agreed.", type: "agrees")
    let again = visit(
      .denied, "2014-09", document: "b", "They never agree, he said.", type: "agrees")
    let beside = diff([denied], [denied, fact, again]).edges.filter { $0.kind == .added }
    #expect(beside.count == 1 && beside.allSatisfy(\.before.isEmpty))
    let alone = visit(.actual, document: "b", "They agreed.", type: "agrees")
    let after = diff([denied], [denied, alone]).edges.filter { $0.kind == .added }
    #expect(after.map { $0.before.map(\.status) } == [[.denied]])
  }

  @Test func `quotes a long sentence once, and elsewhere its first words`() {
    let sentence =
      "On Monday morning the president of Russia agreed to visit Japan and Russia again."
    let told = text(
      diff(
        [],
        [
          visit(.planned, nil, document: "a", sentence),
          TestGraph.Statement(
            source: "person/abe", type: "meets", target: "person/putin", sentence: sentence),
        ]))
    #expect(told.matches(of: #/again\./#).count == 1)
    #expect(told.contains("a.txt:1: On Monday morning the president of Russia … (as above)"))
  }

  @Test func `sets off the office of whom it names`() {
    let office = { (document: String) in
      TestGraph.Statement(
        source: "person/putin", type: "holds-office", target: "place/russia", office: "president",
        sentence: "President Putin \(document).", document: document)
    }
    #expect(
      text(diff([office("a")], [office("a"), office("b")])).contains(
        "= Vladimir Putin, president of Russia  +1 sentence"))
  }

  @Test func `matches what fits best, whatever the order`() throws {
    let diff = diff(
      [
        visit(.planned, "2014-09-01"), visit(.planned, "2015-05-01", "The second visit is in May."),
      ],
      [visit(.planned, "2015-06-01", "The second visit is in June."), visit(.cancelled, "2014-09")])
    let pairs = diff.edges.map { "\($0.old?.time?.rawValue ?? "") \($0.new?.time?.rawValue ?? "")" }
    #expect(Set(pairs) == ["2014-09-01 2014-09", "2015-05-01 2015-06-01"])
  }

  @Test func `tells corrected ends and relations as one change`() {
    let ends = diff([visit()], [visit(to: "place/russia")])
    #expect(ends.edges.map(\.kind) == [.changed])
    #expect(ends.edges.first?.fields.map(\.field) == [.target])
    let relation = diff([visit()], [visit(to: "place/japan", type: "threatens")])
    #expect(relation.edges.first?.fields.map(\.field) == [.relation])
    #expect(ends.documents.map(\.kind) == [.corrected])
  }

  @Test func `tells what was found otherwise from corrections`() {
    let found = diff([visit()], [visit(), visit(.postponed, nil, "It was put off.")])
    #expect(found.documents.map(\.kind) == [.reread])
    #expect(diff([visit()], []).documents.map(\.kind) == [.reread])
  }

  @Test func `keeps evidence and facts apart`() throws {
    let diff = diff([visit()], [visit(), visit(document: "b", "Putin's visit is prepared.")])
    #expect(diff.edges.map(\.kind) == [.evidence])
    #expect(diff.edges.first?.gained.map(\.document) == ["b"])
    #expect(diff.edges.first?.causes == diff.documents.map(Cause.document))
    let filter = try DiffFilter(ignoring: [.evidence, .articles])
    #expect(filter.applied(to: diff).edges.isEmpty)
    #expect(text(diff).contains("= Vladimir Putin visits Japan: planned  +1 sentence: b.txt:1"))
  }

  @Test func `tells what an added relation comes of`() throws {
    let old = visit(.planned, "2014-09")
    let diff = diff([old], [old, visit(.postponed, "2014-11", document: "b", "It was put off.")])
    let change = try #require(diff.edges.first { $0.kind == .added })
    #expect(change.before.map(\.status) == [.planned])
    #expect(text(diff).contains("+ visits Japan: postponed 2014-11 (before: planned 2014-09)"))
  }

  @Test func `tells contradictions`() throws {
    let fact = visit(.actual, "2014-09-05", "Putin visited Japan.")
    let denial = visit(.denied, "2014-09-05", document: "b", "Putin did not visit Japan.")
    let found = try #require(diff([fact], [fact, denial]).edges.first?.contradictions.first)
    #expect(found.earlier.document == "a" && found.later.document == "b")
    let plan = visit(.planned, "2014-09-05")
    let edges = diff([plan], [plan, denial]).edges
    #expect(!edges.contains { !$0.contradictions.isEmpty })
  }

  @Test func `takes a text that moved for the same`() {
    var moved = visit()
    moved.start = 500
    let diff = diff([visit()], [moved])
    #expect(diff.edges.isEmpty)
    // The statements aren't the same, and the article is told.
    #expect(!diff.isEmpty && diff.documents.map(\.kind) == [.corrected])
    #expect(!diff.patch.isEmpty)
  }

  @Test func `tells fields of nodes`() throws {
    let old = TestGraph.graph(["person/abe": "minister Abe"], [])
    let new = TestGraph.graph(["person/abe": "leader Shinzo Abe"], [])
    let change = try #require(GraphDiff(from: old, to: new).nodes.first)
    #expect(change.kind == .changed)
    #expect(change.fields.map(\.field) == [.label, .type])
    let filter = try DiffFilter(ignoring: [.labels, .types])
    #expect(filter.applied(to: GraphDiff(from: old, to: new)).nodes.map(\.kind) == [.evidence])
  }

  @Test func `keeps to types, relations and statuses that are asked for`() throws {
    let diff = diff(
      [visit()], [visit(.postponed, "2014-09"), visit(to: "place/russia", type: "claims")])
    let only = { (words: [String]) in
      try DiffFilter(only: words).applied(to: diff).edges.compactMap(\.edge?.type)
    }
    #expect(try only(["claims"]) == ["claims"])
    #expect(try only(["postponed"]) == ["visits"])
    #expect(try only(["leader"]).count == 2)
    #expect(try only(["island"]).isEmpty)
    #expect(throws: ViewError.self) { try DiffFilter(only: ["visit"]) }
  }
}

@Suite struct `Nodes of a diff` {
  private func diff(_ old: Corpus, _ new: Corpus, _ rules: [IdentityRules] = []) -> GraphDiff {
    GraphDiff(
      from: old.graph(rules.first ?? IdentityRules()), to: new.graph(rules.last ?? IdentityRules()))
  }

  @Test func `are merged by a rule, with their edges`() throws {
    let corpus = Corpus(
      [.init(label: "Amina Mwangi", office: "president", of: "Kenya")],
      [.init(label: "Kofi Mwangi", office: "president", of: "Kenya")])
    let rules = IdentityRules(
      same: [.init(names: ["Amina Mwangi", "Kofi Mwangi"], place: "graphgen.yaml:1")])
    let diff = diff(corpus, corpus, [IdentityRules(), rules])
    let change = try #require(diff.nodes.first { $0.kind == .merged })
    #expect(change.old.map(\.id.rawValue) == ["person/amina-mwangi", "person/kofi-mwangi"])
    #expect(change.new.map(\.id.rawValue) == ["person/amina-mwangi"])
    #expect(!diff.edges.contains { $0.kind == .added || $0.kind == .removed })
    let back = self.diff(corpus, corpus, [rules, IdentityRules()])
    #expect(back.nodes.map(\.kind) == [.split])
    #expect(!back.edges.contains { $0.kind == .added || $0.kind == .removed })
  }

  @Test func `are renamed where namesakes turn up`() throws {
    let first: [Corpus.Name] = [.body("Defence Ministry")]
    let new = Corpus(
      first, [.body("Defence Ministry", of: "Kenya")], [.body("Defence Ministry", of: "Ghana")])
    let diff = diff(Corpus(first), new)
    let change = try #require(diff.nodes.first { !$0.old.isEmpty })
    #expect(change.kind == .renamed)
    #expect(change.new.map(\.id.rawValue) == ["organization/defence-ministry@a"])
    // Its own article says what it said.
    #expect(change.causes == [.others])
  }

  @Test(arguments: UInt64(1)...40) func `are told once, each`(seed: UInt64) {
    let (old, new) = (RandomGraph.make(seed: seed), RandomGraph.make(seed: seed + 1000))
    let diff = GraphDiff(from: old, to: new)
    let before = diff.nodes.flatMap { $0.old.map(\.id) }
    let after = diff.nodes.flatMap { $0.new.map(\.id) }
    #expect(Set(before).count == before.count && Set(after).count == after.count, "seed \(seed)")
    let touched = old.nodes.filter { node in new.node(node.id) != node }
    #expect(Set(before) == Set(touched.map(\.id)), "seed \(seed)")
    // Every edge that one graph alone has is told, and none twice.
    let told = diff.edges.filter { $0.kind != .parted }.compactMap(\.old?.id)
    #expect(Set(told).count == told.count, "seed \(seed)")
    let gone = Set(old.edges.map(\.id)).subtracting(new.edges.map(\.id))
    #expect(gone.isSubset(of: told), "seed \(seed)")
  }
}
