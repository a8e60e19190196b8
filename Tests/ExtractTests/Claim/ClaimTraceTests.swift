@testable import Extract
import Graph
import Testing

@Suite struct `A claim's trace` {
  private static let pipeline = Pipeline()

  private func traces(_ text: String) -> [String] {
    Self.pipeline.graph(of: Document(id: "a", text: text)).claims.compactMap(\.evidence.trace)
  }

  @Test(arguments: [
    (
      "Kenya accused Ghana of piracy.",
      "trigger 'accused' (6:13); source nsubj 'Kenya'; target obj 'Ghana'"
    ),
    (
      "Kenya and Ghana will meet.",
      "trigger 'meet' (21:25); source nsubj 'Kenya'; target nsubj 'Ghana'; status planned by 'will'"
    ),
    (
      "It rained. Kenya held talks with Ghana.",
      "trigger 'talks' (11:16); source support.nsubj 'Kenya'; target with 'Ghana'"
    ),
  ])
  func `names trigger, paths and cues`(text: String, trace: String) {
    #expect(traces(text).contains { $0.hasSuffix(trace) || $0 == trace }, "\(traces(text))")
  }

  @Test func `of an office has its title`() {
    #expect(
      traces("Kenyan President Daudi Otieno spoke.").contains("title 'President' (7:16)"),
      "\(traces("Kenyan President Daudi Otieno spoke."))")
  }
}
