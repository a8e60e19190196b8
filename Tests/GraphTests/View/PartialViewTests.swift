import Graph
import Testing

@Suite struct `A part of a graph` {
  /// Reported by three documents over two years: a chain of four countries, and two apart.
  private static let graph: KnowledgeGraph = {
    var documents: [SourceDocument] = []
    for (id, day) in [("a", "2014-01-10"), ("b", "2014-06-20"), ("c", nil)] {
      documents.append(
        SourceDocument(
          id: id, path: "news/\(id).txt", published: day.flatMap(TimeSpan.init),
          hash: "sha256:\(id)")
      )
    }
    let names = ["kenya", "peru", "norway", "chile", "iceland", "malta"]
    let appearances = documents.flatMap { document in
      names.compactMap { name in
        NodeID(rawValue: "place/\(name)").map { id in
          (
            node: id,
            appearance: Appearance(
              document: document.id, type: "country",
              label: name.prefix(1).uppercased() + name.dropFirst(),
              mentions: [Mention(start: 0, end: 1, line: 1, foundBy: "test")])
          )
        }
      }
    }
    let claims = [
      claim("kenya", "visits", "peru", "a", 0, .planned, "2014-03"),
      claim("kenya", "visits", "peru", "b", 0, .actual, "2014-03"),
      claim("peru", "sanctions", "norway", "b", 10, .actual, nil),
      claim("norway", "aids", "chile", "b", 20, .actual, "2014-05-02"),
      claim("kenya", "accuses", "chile", "c", 0, .actual, nil),
      claim("iceland", "aids", "malta", "a", 30, .proposed, "2015/.."),
      claim("kenya", "visits", "peru", "c", 40, .actual, "2012"),
    ].compactMap(\.self)
    return KnowledgeGraph(documents: documents, appearances: appearances, claims: claims)
  }()

  private static func claim(
    _ source: String, _ type: String, _ target: String, _ document: String, _ start: Int,
    _ status: Status, _ time: String?
  ) -> Claim? {
    guard let source = NodeID(rawValue: "place/\(source)"),
      let target = NodeID(rawValue: "place/\(target)")
    else { return nil }
    return Claim(
      source: source, type: type, target: target,
      evidence: Evidence(
        document: document, start: start, end: start + 5, line: 1, text: "So it was.",
        status: status, time: time.flatMap(TimeSpan.init), frame: "test"))
  }

  private func shown(_ filter: ViewFilter) throws -> [String] {
    try GraphView(Self.graph, filter: filter).edges.map(Self.text)
  }

  private static func text(_ edge: Edge) -> String {
    let end = { (id: NodeID) in id.rawValue.dropFirst("place/".count) }
    return "\(end(edge.source)) \(edge.type) \(end(edge.target))"
  }

  @Test func `by day is what was known then`() throws {
    let view = try GraphView(
      Self.graph, filter: ViewFilter(asOf: TimeSpan(rawValue: "2014-01")))
    #expect(view.edges.map(Self.text) == ["iceland aids malta", "kenya visits peru"])
    // The visit was a plan when the first article was all there was.
    #expect(view.edges.map(\.status) == [.proposed, .planned])
    #expect(view.otherDocumentCount == 2)
    #expect(view.documents.map(\.id) == ["a"])
    let later = try GraphView(Self.graph, filter: ViewFilter(asOf: TimeSpan(rawValue: "2014")))
    #expect(later.edges.filter { $0.type == "visits" }.map(\.status) == [.actual])
  }

  @Test func `by documents is what they say, by id or path`() throws {
    #expect(try shown(ViewFilter(documents: ["news/c.txt"])).count == 2)
    #expect(try shown(ViewFilter(documents: ["a", "news/c.txt"])).count == 4)
    #expect(throws: ViewError.self) { try shown(ViewFilter(documents: ["d"])) }
    #expect(try shown(ViewFilter(documents: ["c"], asOf: TimeSpan(rawValue: "2020"))).isEmpty)
  }

  @Test func `by time is what happens then, or is reported then where it tells no time`() throws {
    let since = { TimeSpan(rawValue: $0) }
    #expect(
      try shown(ViewFilter(since: since("2014-05"))) == [
        "iceland aids malta", "norway aids chile", "peru sanctions norway",
      ])
    #expect(try shown(ViewFilter(until: since("2013"))) == ["kenya visits peru"])
    #expect(
      try shown(ViewFilter(since: since("2014-06"), until: since("2014-06-20")))
        == ["peru sanctions norway"])
    #expect(throws: ViewError.self) {
      try shown(ViewFilter(since: since("2015"), until: since("2014")))
    }
  }

  @Test func `between two nodes is all shortest connections`() throws {
    let both = try GraphView(Self.graph, filter: ViewFilter(between: ["Kenya", "Norway"]))
    #expect(both.nodes.map(\.label) == ["Chile", "Kenya", "Norway", "Peru"])
    #expect(both.edges.count == 5)
    let long = ViewFilter(statuses: ["actual"], between: ["Kenya", "Chile"])
    #expect(try shown(long) == ["kenya accuses chile"])
    let filtered = ViewFilter(
      relations: ["visits", "sanctions", "aids"], between: ["Kenya", "Chile"])
    #expect(try shown(filtered).count == 4)
    #expect(throws: ViewError.self) { try shown(ViewFilter(between: ["Kenya", "Malta"])) }
    #expect(throws: ViewError.self) { try shown(ViewFilter(between: ["Kenya"])) }
    #expect(try shown(ViewFilter(between: ["Kenya", "Kenya"])).isEmpty)
  }

  @Test func `by weight is the nodes with most sentences, or most relations`() throws {
    let top = try GraphView(Self.graph, filter: ViewFilter(top: 2))
    #expect(top.nodes.map(\.label) == ["Kenya", "Peru"])
    let degree = try GraphView(Self.graph, filter: ViewFilter(top: 1, weight: .degree))
    #expect(degree.nodes.map(\.label) == ["Kenya"] && degree.edges.isEmpty)
    let focused = try GraphView(
      Self.graph, filter: ViewFilter(focus: ["Norway"], depth: 3, top: 1))
    #expect(focused.nodes.map(\.label) == ["Kenya", "Norway"])
    #expect(throws: ViewError.self) { try shown(ViewFilter(top: 0)) }
  }

  @Test func `may be its largest connected parts`() throws {
    let one = try GraphView(Self.graph, filter: ViewFilter(components: 1))
    #expect(one.nodes.map(\.label) == ["Chile", "Kenya", "Norway", "Peru"])
    #expect(try GraphView(Self.graph, filter: ViewFilter(components: 9)).nodes.count == 6)
  }

  @Test func `may show the edges of a pair and relation as one, with all their evidence`() throws {
    let view = try GraphView(
      Self.graph, filter: ViewFilter(relations: ["visits"], collapsed: true))
    #expect(view.edges.map(\.evidence.count) == [3])
    #expect(view.edges.map(\.status) == [.actual])
    #expect(try shown(ViewFilter(relations: ["visits"])).count == 2)
  }

  // MARK: - Queries

  private func query(_ filter: ViewFilter = ViewFilter()) throws -> GraphQuery {
    GraphQuery(try GraphView(Self.graph, filter: filter))
  }

  @Test func `answers with nodes, neighbours, connections, sentences and parts`() throws {
    let query = try query()
    #expect(
      query.nodes(named: ["EN"]).text(.table) == """
        id           type     label  aliases  edges  evidence
        place/kenya  country  Kenya           3      4

        """)
    #expect(
      try query.neighbours(of: "Norway").text(.ndjson).split(separator: "\n").map { $0.prefix(66) }
        == [
          #"{"direction": "to", "relation": "aids", "neighbour": "Chile", "id""#,
          #"{"direction": "from", "relation": "sanctions", "neighbour": "Peru""#,
        ])
    #expect(
      try query.paths(from: "Kenya", to: "Norway").text(.table) == """
        path  step  from   relations       to
        1     1     Kenya  accuses         Chile
        1     2     Chile  ← aids          Norway
        2     1     Kenya  visits; visits  Peru
        2     2     Peru   sanctions       Norway

        """)
    let timeline = try query.timeline(of: ["Kenya", "Peru"])
    #expect(timeline.rows.map { $0[0] } == [.text("2014-01-10"), .text("2014-06-20"), .none])
    #expect(timeline.rows.map { $0[4] } == [.text("planned"), .text("actual"), .text("actual")])
    #expect(query.components().rows.map { $0[1] } == [.number(4), .number(2)])
    #expect(try self.query(ViewFilter(types: ["city"])).components().text(.json) == "[]\n")
  }

  @Test func `says what it doesn't know`() throws {
    let query = try query()
    #expect(throws: ViewError.unknownEdge(id: "0123456789abcdef")) {
      try query.timeline(of: ["0123456789abcdef"])
    }
    #expect(throws: ViewError.self) { try query.timeline(of: ["Kenya", "Malta"]) }
    #expect(throws: ViewError.self) { try query.paths(from: "Kenya", to: "Malta") }
    #expect(throws: ViewError.self) { try query.neighbours(of: "Atlantis") }
  }

  @Test func `counts in long chains`() throws {
    var claims: [Claim] = []
    var appearances: [(node: NodeID, appearance: Appearance)] = []
    let ids = (0...20_000).compactMap { NodeID(rawValue: "place/n\($0)") }
    for (number, id) in ids.enumerated() {
      appearances.append(
        (
          id,
          Appearance(
            document: "d", type: "country", label: "n\(number)",
            mentions: [Mention(start: 0, end: 1, line: 1, foundBy: "test")])
        ))
    }
    for (number, pair) in zip(ids, ids.dropFirst()).enumerated() {
      claims.append(
        Claim(
          source: pair.0, type: "visits", target: pair.1,
          evidence: Evidence(
            document: "d", start: number, end: number + 1, line: 1, text: "x", frame: "test")))
    }
    let graph = KnowledgeGraph(
      documents: [SourceDocument(id: "d", path: "d", hash: "sha256:d")], appearances: appearances,
      claims: claims)
    let view = try GraphView(
      graph, filter: ViewFilter(between: ["place/n0", "place/n20000"], components: 1))
    #expect(view.edges.count == 20_000)
    #expect(try GraphQuery(view).paths(from: "n0", to: "n20000").rows.count == 20_000)
  }
}
