import Foundation
import Graph
import Testing

@Suite struct `Rules of people` {
  func rules(_ yaml: String) throws -> IdentityRules {
    try IdentityRules(yaml: yaml, file: "graphgen.yaml")
  }

  @Test func `join what nothing else joins`() throws {
    let rules = try rules("same:\n  - [Mahatma Gandhi, Mohandas Gandhi, Bapu]\n")
    let corpus = Corpus(
      [.person("Mohandas Gandhi")], [.person("Mahatma Gandhi")], [.person("Bapu")])
    #expect(corpus.nodes("person", rules) == ["mahatma-gandhi"])
    #expect(Set(corpus.graph(rules).resolution.rules.values) == ["graphgen.yaml:2"])
  }

  @Test func `keep apart what tables join`() throws {
    let rules = try rules("different:\n  - [Sergei Lavrov, Sergey Lavrov]\n")
    let corpus = Corpus([.person("Sergei Lavrov")], [.person("Sergey Lavrov")])
    #expect(corpus.nodes("person", rules).count == 2)
  }

  @Test func `keep a surname apart, or settle it`() throws {
    let corpus = Corpus(
      [Corpus.Name(label: "George W. Bush")], [Corpus.Name(label: "George H. W. Bush")],
      [Corpus.Name(label: "Bush")])
    #expect(corpus.nodes().count == 3)
    let one = try rules("different:\n  - [Bush, George H. W. Bush]\n")
    #expect(corpus.nodes("person", one) == ["george-h-w-bush", "george-w-bush"])
    let two = try rules("same:\n  - [George W. Bush, person/bush@c]\n")
    #expect(corpus.nodes("person", two) == ["george-h-w-bush", "george-w-bush"])
    #expect(corpus.graph(two).resolution.ambiguities.isEmpty)
  }

  @Test func `call nodes and type them`() throws {
    let rules = try rules(
      "label: {person/william-ruto: W. S. Ruto}\ntype:\n  William Ruto: official\n")
    let node = Corpus([Corpus.Name(label: "William Ruto")]).graph(rules).nodes[0]
    #expect(node.label == "W. S. Ruto")
    #expect(node.type == "official")
    #expect(node.aliases == ["William Ruto"])
  }

  @Test func `keep the claims between what they make one, and draw them no more`() throws {
    let rules = try rules("same: [[Shinzo Abe, Vladimir Putin]]")
    let apart = TestGraph.diplomacy()
    let joined = KnowledgeGraph.merging([apart], rules: rules)
    #expect(Set(joined.claims) == Set(apart.claims))
    #expect(joined.loops.map(\.type) == ["meets", "meets", "invites"])
    #expect(joined.edges.allSatisfy { $0.source != $0.target })
    let bytes = GraphJSONWriter.bytes(of: joined)
    #expect(try GraphJSONReader.graph(from: Data(bytes), file: "graph.json") == joined)
  }

  @Test(arguments: [
    ("alias: []", "graphgen.yaml:1: found key 'alias'; expected 'same', 'different', 'label' or"),
    ("same:\n  - Putin", "graphgen.yaml:2: found no list of names"),
    ("same:\n  - [Putin]", "graphgen.yaml:2: found one name; expected two names or more"),
    ("same: Putin", "graphgen.yaml:1: found no list"),
    ("- same", "graphgen.yaml:1: found no mapping"),
    ("type: {Putin: tsar}", "graphgen.yaml:1: found type 'tsar'; expected a node type"),
    ("type:\n  person/putin: country", "graphgen.yaml:2: found type 'country' of 'person/putin'"),
    (
      "same:\n  - [A, B]\ndifferent:\n  - [B, C, A]",
      "graphgen.yaml:4: found 'B' and 'A', which graphgen.yaml:2 says are the same"
    ),
    ("same: [", "graphgen.yaml: found broken YAML at line 2"),
  ]) func `are refused with file, line and hint`(yaml: String, problem: String) {
    do {
      _ = try rules(yaml)
      Issue.record("'\(yaml)' was taken")
    } catch {
      #expect("\(error)".hasPrefix(problem), "\(error)")
    }
  }

  @Test func `may say nothing`() throws {
    #expect(try rules("").isEmpty)
    #expect(try rules("# later\n").isEmpty)
  }
}
