@testable import Extract
import Graph
import Testing

@Suite struct `A standing fact` {
  private func claims(_ text: String, of relation: String) -> [String] {
    let graph = Pipeline().graph(of: Document(id: "a", text: text))
    let labels = Dictionary(uniqueKeysWithValues: graph.nodes.map { ($0.id, $0.label) })
    return graph.edges.filter { $0.type == relation }
      .map { "\(labels[$0.source] ?? "") \(labels[$0.target] ?? "")" }.sorted()
  }

  @Test(arguments: [
    "They flew to Kenya. They met in Nairobi, the capital.",
    "Kenya fell silent. Rebels seized the capital, Nairobi.",
    "Kenya fell silent. Rebels seized the country's capital, Nairobi.",
  ])
  func `tells of which country a capital is that the text calls so`(text: String) {
    #expect(claims(text, of: "capital-of") == ["Nairobi Kenya"])
  }

  @Test(arguments: [
    "Rebels seized the capital, Nairobi.",
    "They flew to Kenya. They met in Mombasa, the capital.",
    "They flew to Kenya. They met in Nairobi, the capital markets were closed.",
  ])
  func `takes no country that the text leaves out, and no other city`(text: String) {
    #expect(claims(text, of: "capital-of") == [])
  }

  @Test func `makes a military a part of its country where somebody serves it`() {
    #expect(
      claims("Arto Lind, a spokesman for the Indonesian military, slept.", of: "part-of").count == 1
    )
    #expect(claims("The Indonesian military slept.", of: "part-of") == [])
  }

  @Test func `lets nobody govern a second country`() {
    let text = "Kenyan President Daudi Otieno, who has ruled Peru since May, slept."
    #expect(claims(text, of: "holds-office") == ["Daudi Otieno Kenya"])
  }
}
