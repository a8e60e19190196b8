import Graph
import Testing

@Suite struct `A view of a graph` {
  private let graph = TestGraph.diplomacy()

  @Test func `without a filter is the whole graph`() throws {
    let view = try GraphView(graph, filter: ViewFilter())
    #expect(view.nodes == graph.nodes)
    #expect(view.edges == graph.edges)
  }

  @Test(arguments: ["person/vladimir-putin", "Vladimir Putin", "putin", "PUTIN"])
  func `finds its focus by id, label or alias, whatever the capitals`(name: String) throws {
    let view = try GraphView(graph, filter: ViewFilter(focus: [name], depth: 0))
    #expect(view.nodes.map(\.label) == ["Vladimir Putin"])
    #expect(view.edges.isEmpty)
  }

  @Test func `holds what lies within the depth, with all edges among it`() throws {
    let near = try GraphView(graph, filter: ViewFilter(focus: ["APEC summit in Beijing"]))
    #expect(near.nodes.map(\.label) == ["APEC summit in Beijing", "Shinzo Abe", "Vladimir Putin"])
    #expect(near.edges.contains { $0.type == "meets" })
    let far = try GraphView(graph, filter: ViewFilter(focus: ["APEC summit in Beijing"], depth: 2))
    #expect(far.nodes.contains { $0.label == "Russia" })
    #expect(!far.nodes.contains { $0.label == "Etorofu" })
  }

  @Test func `holds only the types, relations and statuses that are named`() throws {
    let people = try GraphView(graph, filter: ViewFilter(types: ["leader", "minister"]))
    #expect(people.nodes.allSatisfy { $0.type == "leader" || $0.type == "minister" })
    let attending = try GraphView(graph, filter: ViewFilter(relations: ["attends"]))
    #expect(attending.edges.allSatisfy { $0.type == "attends" })
    #expect(attending.nodes.count == 3)
    let open = try GraphView(graph, filter: ViewFilter(statuses: ["planned", "possible"]))
    #expect(open.edges.allSatisfy { $0.status == .planned || $0.status == .possible })
  }

  @Test func `drops edges with too little evidence`() throws {
    let view = try GraphView(graph, filter: ViewFilter(minimumEvidence: 2))
    #expect(view.edges.isEmpty && view.nodes.isEmpty)
  }

  @Test(arguments: [
    (ViewFilter(types: ["leeder"]), "no node type 'leeder'; did you mean 'leader'?"),
    (ViewFilter(relations: ["meet"]), "no relation 'meet'; did you mean 'meets'?"),
    (ViewFilter(statuses: ["plannned"]), "no status 'plannned'; did you mean 'planned'?"),
    (
      ViewFilter(focus: ["Shinzo Abbe"]),
      "no node 'Shinzo Abbe' in the graph; did you mean 'Shinzo Abe'?"
    ),
    (ViewFilter(depth: -1), "depth is -1; expected 0 or more."),
    (ViewFilter(minimumEvidence: 0), "min-evidence is 0; expected 1 or more."),
  ])
  func `refuses what doesn't exist and says what was meant`(filter: ViewFilter, message: String) {
    let error = #expect(throws: ViewError.self) { try GraphView(graph, filter: filter) }
    #expect(error?.description == message)
  }

  @Test func `lists all statuses where none is near`() {
    let error = #expect(throws: ViewError.self) {
      try GraphView(graph, filter: ViewFilter(statuses: ["blue"]))
    }
    #expect(error?.description.contains("expected one of actual, planned") == true)
  }

  @Test func `refuses a name of two nodes and lists them`() {
    let graph = TestGraph.graph(
      ["person/a-sato": "leader Aki Sato", "person/b-sato": "minister Bun Sato"], [])
    let error = #expect(throws: ViewError.self) {
      try GraphView(graph, filter: ViewFilter(focus: ["Sato"]))
    }
    #expect(
      error?.description == "'Sato' names 2 nodes; give the id: person/a-sato, person/b-sato.")
  }
}
