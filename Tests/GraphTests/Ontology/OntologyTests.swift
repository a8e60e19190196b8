import Graph
import Testing

@Suite struct `The ontology` {
  let ontology = Ontology.builtIn

  @Test func `knows all node types and relations of the guideline`() {
    #expect(ontology.nodeTypes.count == 10)
    #expect(ontology.relationTypes.count == 33)
  }

  @Test func `enforces signatures`() {
    #expect(ontology.allows("holds-office", from: "minister", to: "country"))
    #expect(!ontology.allows("holds-office", from: "country", to: "minister"))
    #expect(!ontology.allows("capital-of", from: "island", to: "country"))
    #expect(ontology.allows("meets", from: "leader", to: "organization"))
    #expect(!ontology.allows("meets", from: "leader", to: "city"))
    #expect(!ontology.allows("adores", from: "leader", to: "leader"))
  }

  @Test func `lets the highest rank win`() {
    #expect(ontology.dominant("minister", "leader") == "leader")
    #expect(ontology.dominant("official", "person") == "official")
  }

  @Test func `is extended by a file`() throws {
    let extended = try Ontology(
      yaml: """
        nodes: [{name: river, class: place, rank: 0}]
        relations: [{name: flows-through, source: [river], target: [country, city]}]
        """, file: "mine.yaml", extending: ontology)
    #expect(extended.allows("flows-through", from: "river", to: "city"))
    #expect(extended.allows("meets", from: "leader", to: "leader"))
    #expect(extended.relationTypes.count == 34)
  }

  @Test func `says which entry of a file is wrong`() {
    #expect(throws: SchemaViolation.self) {
      try Ontology(
        yaml: "relations: [{name: x, source: [ghost], target: [city]}]", file: "mine.yaml")
    }
    do throws(SchemaViolation) {
      _ = try Ontology(
        yaml: "relations: [{name: x, source: [ghost], target: [city]}]", file: "mine.yaml",
        extending: ontology)
      Issue.record("the file should be refused")
    } catch {
      #expect(error.description.contains("mine.yaml: relation 'x': found 'ghost'"))
    }
  }
}
