import Graph
import Testing

@testable import Extract

@Suite struct `The days of a report` {
  private static let pipeline = Pipeline()

  /// The times of the relations of one type in an article of a Tuesday, 2014-09-23.
  private static func times(of relation: String, in text: String) -> [String?] {
    let document = Document(id: "a", published: "2014-09-23", text: text)
    return pipeline.graph(of: document).edges.filter { $0.type == relation }
      .map { $0.time?.rawValue }
  }

  @Test func `go on for what the same person says`() {
    let text = """
      Sergey Lavrov spoke to reporters in Moscow on Monday.

      The talks had failed. Lavrov accused Ukraine of breaking the ceasefire.
      """
    #expect(Self.times(of: "accuses", in: text) == ["2014-09-22"])
  }

  @Test func `of others are not taken`() {
    let text = """
      Angela Merkel spoke to reporters in Berlin on Monday.

      The talks had failed. Lavrov accused Ukraine of breaking the ceasefire.
      """
    #expect(Self.times(of: "accuses", in: text) == [nil])
  }

  @Test func `of an official statement are its own`() {
    let text = """
      Statement by Foreign Minister Sergey Lavrov on Ukraine

      Russia condemns Ukraine over the shelling of Donetsk.
      """
    #expect(Self.times(of: "accuses", in: text) == ["2014-09-23"])
  }

  @Test func `of a headline are the newest that the article begins with`() {
    let text = """
      Lavrov Meets Angela Merkel in Berlin

      Sergey Lavrov left for Berlin on Sunday. The two had lunch on Monday.
      """
    #expect(Self.times(of: "meets", in: text) == ["2014-09-22"])
  }
}
