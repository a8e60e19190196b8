import Foundation
import Graph
import TestSupport
import Testing

@Suite struct `Resolution over documents` {
  static let seeds: ClosedRange<UInt64> = 1...60

  /// Articles of few persons with many names, so that nearly everything is in doubt.
  func articles(_ seed: UInt64) -> [Corpus.Article] {
    var random = SeededGenerator(seed: seed)
    let labels = [
      "Bush", "George W. Bush", "George H. W. Bush", "George Bush", "G. Bush", "Lavrov",
      "Sergei Lavrov", "Sergey Lavrov", "Kim", "Kim Jong Un", "Kim Jong-un", "Kim Jong Il",
      "Mwangi", "Amina Mwangi", "Kofi Mwangi",
    ]
    let bodies = ["Ministry of Defence", "Defense Ministry", "Kenyan Defence Ministry", "SWA"]
    return (0..<7).map { number in
      var names = (0..<4).map { _ in
        Corpus.Name(
          label: labels.randomElement(using: &random) ?? "",
          type: ["leader", "minister", "person"].randomElement(using: &random) ?? "",
          office: ["president", "foreign minister", nil].randomElement(using: &random) ?? nil,
          of: ["Kenya", "Ghana", nil, nil].randomElement(using: &random) ?? nil)
      }
      names.append(
        .body(
          bodies.randomElement(using: &random) ?? "",
          of: ["Kenya", "Ghana", nil].randomElement(using: &random) ?? nil))
      return Corpus.Article(id: "d\(number)", names: names)
    }
  }

  static let rules = IdentityRules(
    same: [.init(names: ["Amina Mwangi", "Kofi Mwangi"], place: "graphgen.yaml:1")],
    different: [.init(names: ["Sergei Lavrov", "Sergey Lavrov"], place: "graphgen.yaml:2")])

  @Test(arguments: seeds) func `has no order`(seed: UInt64) {
    let articles = articles(seed)
    var random = SeededGenerator(seed: seed)
    let shuffled = articles.shuffled(using: &random)
    for rules in [IdentityRules(), Self.rules] {
      #expect(
        GraphJSONWriter.bytes(of: Corpus(articles).graph(rules))
          == GraphJSONWriter.bytes(of: Corpus(shuffled).graph(rules)), "seed \(seed)")
    }
  }

  @Test(arguments: seeds) func `has no steps: merged graphs merge as their documents do`(
    seed: UInt64
  ) {
    let parts = articles(seed).map(Corpus.graph)
    let all = KnowledgeGraph.merging(parts, rules: Self.rules)
    let left = KnowledgeGraph.merging(Array(parts[..<3]), rules: Self.rules)
    let right = KnowledgeGraph.merging(Array(parts[2...]))
    #expect(KnowledgeGraph.merging([left, right]) == all, "seed \(seed)")
    #expect(KnowledgeGraph.merging([right, all, left]) == all, "seed \(seed)")
  }

  @Test(arguments: seeds) func `forgets a document that is taken out`(seed: UInt64) {
    let articles = articles(seed)
    let all = Corpus(articles).graph(Self.rules)
    for article in articles {
      let without = Corpus(articles.filter { $0.id != article.id }).graph(Self.rules)
      #expect(all.removing(document: article.id) == without, "seed \(seed)")
    }
  }

  @Test(arguments: seeds) func `is written and read back`(seed: UInt64) throws {
    let graph = Corpus(articles(seed)).graph(Self.rules)
    let bytes = GraphJSONWriter.bytes(of: graph)
    let read = try GraphJSONReader.graph(from: Data(bytes), file: "graph.json")
    #expect(read == graph, "seed \(seed)")
    #expect(GraphJSONWriter.bytes(of: read) == bytes, "seed \(seed)")
  }

  @Test func `is refused where a file joins what isn't one`() {
    let graph = Corpus([.person("Ann Lee")], [.person("Anna Lee")]).graph()
    let text = String(decoding: GraphJSONWriter.bytes(of: graph), as: UTF8.self)
    let forged = text.replacing(
      "{\"document\": \"b\"", with: "{\"id\": \"person/bob-lee\", \"document\": \"b\"")
    #expect(throws: SchemaViolation.self) {
      try GraphJSONReader.graph(from: Data(forged.utf8), file: "graph.json")
    }
  }
}
