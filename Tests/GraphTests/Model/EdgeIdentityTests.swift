import Graph
import Testing

@Suite struct `Statements of one happening` {
  let ann = NodeID(class: "person", name: "Ann Lee")
  let bo = NodeID(class: "person", name: "Bo Diaz")

  func graph(_ evidence: [Evidence], relation: String = "meets") -> KnowledgeGraph {
    let documents = Set(evidence.map(\.document)).sorted()
    return KnowledgeGraph(
      documents: documents.map {
        SourceDocument(
          id: $0, path: $0,
          published: TimeSpan(rawValue: $0 == "new" ? "2015-01-01" : "2014-01-01"),
          hash: "")
      },
      appearances: documents.flatMap { document in
        [ann, bo].map { id in
          (
            node: id,
            appearance: Appearance(
              document: document, type: "leader", label: id == ann ? "Ann Lee" : "Bo Diaz",
              mentions: [Mention(start: 0, end: 3, line: 1, foundBy: "test")])
          )
        }
      },
      claims: evidence.map { Claim(source: bo, type: relation, target: ann, evidence: $0) })
  }

  func said(
    _ start: Int, _ time: String? = nil, _ status: Status = .actual, in document: String = "old",
    topic: String? = nil
  ) -> Evidence {
    Evidence(
      document: document, start: start, end: start + 5, line: 1, text: "…", status: status,
      time: time.flatMap(TimeSpan.init), topic: topic, frame: "test")
  }

  @Test func `of different precision make one edge, with the most precise time`() {
    let edges = graph([said(0, "2014-11"), said(10, "2014-11-10/2014-11-11")]).edges
    #expect(edges.map(\.time?.rawValue) == ["2014-11-10/2014-11-11"])
    #expect(edges.first?.evidence.count == 2)
  }

  @Test func `of different times are different edges`() {
    #expect(graph([said(0, "2013-09"), said(10, "2014-11")]).edges.count == 2)
  }

  @Test func `that fit two times stay apart`() {
    #expect(graph([said(0, "2014-03"), said(10, "2014-11"), said(20, "2014")]).edges.count == 3)
  }

  @Test func `without a time join the one happening of their document`() {
    #expect(graph([said(0, "2014-11"), said(10)]).edges.count == 1)
    #expect(graph([said(0, "2014-11"), said(10, in: "new")]).edges.count == 2)
  }

  @Test func `without a time never make a plan a fact`() {
    let edges = graph([said(0, nil, .actual), said(10, nil, .planned)]).edges
    #expect(Set(edges.map(\.status)) == [.actual, .planned])
  }

  @Test func `take the status of the newest document's leading sentence`() {
    let edges = graph([
      said(0, "2014-11", .planned), said(30, "2014-11", .actual, in: "new"),
      said(4, "2014-11", .postponed, in: "new"),
    ]).edges
    #expect(edges.map(\.status) == [.postponed])
  }

  @Test func `have no direction where the relation has none`() {
    #expect(graph([said(0)]).edges.first?.source == ann)
    #expect(graph([said(0)], relation: "invites").edges.first?.source == bo)
  }

  @Test func `are told apart by topic where the relation asks for it`() {
    let talks = [said(0, topic: "fish"), said(10, topic: "gas")]
    #expect(graph(talks, relation: "negotiates").edges.count == 2)
    #expect(graph(talks, relation: "meets").edges.count == 1)
  }

  @Test func `keep their edge's id when the status changes`() {
    let planned = graph([said(0, "2014-11", .planned)]).edges.first
    let cancelled = graph([said(0, "2014-11", .cancelled)]).edges.first
    #expect(planned?.id == cancelled?.id)
    #expect(planned?.status != cancelled?.status)
  }
}
