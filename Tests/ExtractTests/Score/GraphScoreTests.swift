import Extract
import Testing

/// A small gold graph, written for these tests.
private let gold = GoldGraph(
  name: "summit",
  nodes: [
    .init(id: "doe", type: "leader", label: "Jane Doe", aliases: ["Doe", "President Jane Doe"]),
    .init(id: "roe", type: "minister|official", label: "John Roe", aliases: ["Roe"]),
    .init(id: "freedonia", type: "country", label: "Freedonia"),
    .init(id: "geneva", type: "city", label: "Geneva", isOptional: true),
  ],
  edges: [
    .init(
      source: "doe", type: "meets", target: "roe", status: "planned|proposed", time: "2015-03",
      evidence: ["Doe and Roe plan to meet in Geneva in March, sources said."]),
    .init(source: "doe", type: "heads|represents", target: "freedonia"),
    .init(source: "doe", type: "visits", target: "geneva", isOptional: true),
  ])

private let right = ScoredGraph(
  nodes: [
    .init(id: "person/jane-doe", type: "leader", label: "Jane Doe"),
    .init(id: "person/roe", type: "official", label: "Roe"),
    .init(id: "place/freedonia", type: "country", label: "Freedonia"),
  ],
  edges: [
    .init(
      source: "person/roe", type: "meets", target: "person/jane-doe", status: "proposed",
      time: "2015-03"),
    .init(source: "person/jane-doe", type: "heads", target: "place/freedonia"),
  ])

private func score(_ graph: ScoredGraph) -> GraphScore {
  var score = GraphScore()
  score.add(graph, against: gold)
  return score
}

@Suite struct `A score` {
  @Test func `is full for a graph that has all that is required`() {
    let score = score(right)
    #expect(score.nodes.f1 == 1 && score.edges.f1 == 1)
    #expect(score.nodes.gold == 3 && score.edges.gold == 2)
    #expect(score.nodeTypeAccuracy == 1 && score.statusAccuracy == 1 && score.timeAccuracy == 1)
    #expect(score.disagreements.isEmpty)
  }

  @Test func `is nothing for an empty graph, and no share is told`() {
    let score = score(ScoredGraph())
    #expect(
      score.text == """
        nodes                    P 0.000  R 0.000  F1 0.000   (3 gold, 0 predicted)
        edges                    P 0.000  R 0.000  F1 0.000   (2 gold, 0 predicted)
        edges_any_type           P 0.000  R 0.000  F1 0.000   (2 gold, 0 predicted)
        node_type_accuracy       None
        status_accuracy          None
        status_accuracy_coarse   None
        time_accuracy            None

        """)
  }

  @Test func `counts what is optional as right when found and as no fault when missed`() {
    var graph = right
    graph.nodes.append(.init(id: "place/geneva", type: "city", label: "Geneva"))
    graph.edges.append(
      .init(source: "person/jane-doe", type: "visits", target: "place/geneva"))
    let score = score(graph)
    #expect(score.nodes.precision == 1 && score.nodes.predicted == 4 && score.nodes.gold == 3)
    #expect(score.edges.precision == 1 && score.edges.recall == 1)
  }

  @Test func `matches nodes within a class only, and counts a wrong type apart`() {
    var graph = right
    graph.nodes[0].type = "minister"
    graph.nodes[2].type = "organization"
    let score = score(graph)
    #expect(score.nodes.recall == 0.6667)
    #expect(score.nodeTypeAccuracy == 0.5)
    #expect(score.edges.recall == 0.5)
  }

  @Test func `minds direction, except of symmetric types`() {
    var graph = right
    graph.edges[1] = .init(
      source: "place/freedonia", type: "heads", target: "person/jane-doe")
    let score = score(graph)
    #expect(score.edges.f1 == 0.5)
    #expect(score.edgesOfAnyType.f1 == 1)
  }

  @Test func `takes a repeated edge once, and one of another time or kind of status as another`() {
    var graph = right
    graph.edges.append(
      .init(
        source: "person/jane-doe", type: "meets", target: "person/roe", status: "planned",
        time: "2015-03"))
    #expect(score(graph).edges.predicted == 2)
    graph.edges.append(
      .init(
        source: "person/jane-doe", type: "meets", target: "person/roe", status: "denied",
        time: "2015-03"))
    graph.edges.append(
      .init(source: "person/jane-doe", type: "meets", target: "person/roe", status: "planned"))
    #expect(score(graph).edges.predicted == 4)
  }

  @Test func `judges status finely and coarsely, and time by its days`() {
    var graph = right
    graph.edges[0].status = "possible"
    graph.edges[0].time = "2015-03-01/2015-03-99"
    let other = score(graph)
    #expect(other.statusAccuracy == 0.5)
    #expect(other.coarseStatusAccuracy == 1)
    #expect(other.timeAccuracy == 0)
    graph.edges[0].time = "2015-03/2015-03"
    #expect(score(graph).timeAccuracy == 1)
  }

  @Test(arguments: [
    "JANE DOE", "the Jane Doe", "Jane Doe's", "Jáne Döe", "Jane-Doe", " jane  doe ", "Doe",
    "Ｊａｎｅ Doe",
  ])
  func `compares names without case, accents, punctuation, possessive and article`(name: String) {
    var graph = right
    graph.nodes[0].label = name
    #expect(score(graph).nodes.f1 == 1)
  }

  @Test func `gives the node with the better name to each gold node`() {
    var graph = right
    graph.nodes.insert(.init(id: "a", type: "leader", label: "Doe"), at: 0)
    let score = score(graph)
    #expect(score.nodes.recall == 1 && score.nodes.predicted == 4)
    #expect(score.edges.f1 == 1)
    #expect(score.disagreements.map(\.line) == ["summit\tspurious node\tDoe (leader)"])
  }

  @Test func `lists what is missed and what is spurious`() {
    var graph = right
    graph.nodes.removeLast()
    graph.nodes.append(.init(id: "x", type: "event", label: "Summit"))
    graph.edges = [.init(source: "x", type: "part-of", target: "y", time: "2015")]
    #expect(
      score(graph).disagreements.map(\.line) == [
        "summit\tmissed\tJane Doe --meets--> John Roe [planned|proposed 2015-03]\t"
          + "Doe and Roe plan to meet in Geneva in March, sources said.",
        "summit\tmissed\tJane Doe --heads|represents--> Freedonia [actual ]\t",
        "summit\tspurious\tSummit --part-of--> y [actual 2015]",
        "summit\tmissed node\tFreedonia (country)",
        "summit\tspurious node\tSummit (event)",
      ])
  }

  @Test func `adds articles up before it divides`() {
    var score = GraphScore()
    score.add(right, against: gold)
    score.add(ScoredGraph(), against: gold)
    #expect(score.nodes.recall == 0.5 && score.nodes.precision == 1 && score.nodes.f1 == 0.6667)
    #expect(score.value(of: .edges) == 0.6667)
  }

  @Test func `is told as JSON in a fixed order`() {
    var graph = right
    graph.edges.removeLast()
    #expect(
      score(graph).json(withErrors: true) == """
        {
          "nodes": {
            "precision": 1.0,
            "recall": 1.0,
            "f1": 1.0,
            "gold": 3,
            "predicted": 3
          },
          "node_type_accuracy": 1.0,
          "edges": {
            "precision": 1.0,
            "recall": 0.5,
            "f1": 0.6667,
            "gold": 2,
            "predicted": 1
          },
          "edges_any_type": {
            "precision": 1.0,
            "recall": 0.5,
            "f1": 0.6667,
            "gold": 2,
            "predicted": 1
          },
          "status_accuracy": 1.0,
          "status_accuracy_coarse": 1.0,
          "time_accuracy": 1.0,
          "errors": [
            {"article": "summit", "kind": "missed", "what": "Jane Doe --heads|represents--> Freedonia [actual ]", "evidence": ""}
          ]
        }

        """)
  }
}

@Suite struct `Gold graphs` {
  @Test func `are read from a folder in the order of their names`() throws {
    let folder = try TemporaryFolder([
      "b.json": #"{"nodes": [], "edges": []}"#, ".c.json": "?", "notes.txt": "?",
      "a.json": """
      {"document": "a", "nodes": [{"id": "x", "type": "city|region", "label": "X", "optional": true}],
       "edges": [{"source": "x", "type": "part-of", "target": "x", "status": "actual|possible"}]}
      """,
    ])
    let graphs = try GoldGraph.read(folder: folder.path)
    #expect(graphs.map(\.name) == ["a", "b"])
    #expect(graphs[0].nodes[0].types == ["city", "region"])
    #expect(graphs[0].nodes[0].isOptional)
    #expect(graphs[0].edges[0].statuses == ["actual", "possible"])
  }

  @Test(arguments: [
    ("{", "not JSON: "), ("{\"nodes\": []}", "'edges' is missing."),
    (
      "{\"nodes\": [{\"id\": \"a\", \"type\": 3, \"label\": \"A\"}], \"edges\": []}",
      "'nodes[0].type' is of another"
    ),
    ("{\"nodes\": [], \"edges\": [{\"source\": \"a\"}]}", "'edges[0].type' is missing."),
  ])
  func `that aren't are told with the place`(json: String, reason: String) throws {
    let folder = try TemporaryFolder(["a.json": json])
    let error = #expect(throws: ScoreError.self) { try GoldGraph.read(folder: folder.path) }
    #expect(
      error?.description.hasPrefix("\(folder.path)/a.json: \(reason)") == true, "\(error as Any)")
  }

  @Test func `must be there`() throws {
    let folder = try TemporaryFolder()
    #expect(throws: ScoreError.noGold(path: folder.path)) {
      try GoldGraph.read(folder: folder.path)
    }
    #expect(throws: ScoreError.self) { try GoldGraph.read(folder: folder.path + "/none") }
  }

  @Test func `are compared with a graph beside or in a folder of their name, if there is one`()
    throws
  {
    let json = #"{"nodes": [{"id": "a", "type": "city", "label": "A"}], "edges": []}"#
    let folder = try TemporaryFolder(["a.json": json, "b/graph.json": json])
    #expect(try ScoredGraph.read("a", in: folder.path)?.nodes.count == 1)
    #expect(try ScoredGraph.read("b", in: folder.path)?.nodes.count == 1)
    #expect(try ScoredGraph.read("c", in: folder.path) == nil)
  }
}
