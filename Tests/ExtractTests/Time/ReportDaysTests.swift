import Graph
import Testing

@testable import Extract

@Suite struct `The days of a report`: DatedArticleSuite {
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

      The talks with Russia had failed. Lavrov accused Ukraine of breaking the ceasefire.
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

  @Test func `of what a state publishes are those of its meetings`() {
    let text = """
      Kremlin news

      Vladimir Putin spoke in Moscow. In the evening he met with Angela Merkel.
      """
    #expect(Self.times(of: "meets", in: text, source: "kremlin.ru") == ["2014-09-23"])
    #expect(Self.times(of: "meets", in: text) == [nil])
    let earlier = text.replacing("In the evening", with: "On an earlier visit")
    #expect(Self.times(of: "meets", in: earlier, source: "kremlin.ru") == [nil])
  }

  @Test func `of a journey are those of its meetings`() {
    let text = """
      Angela Merkel will visit Peru from 15 to 17 October. In Lima, she will meet Vladimir Putin.
      """
    #expect(Self.times(of: "meets", in: text) == ["2014-10-15/2014-10-17"])
    let next = text.replacing("In Lima, she", with: "She will then visit Chile. In Santiago, she")
    #expect(Self.times(of: "meets", in: next) == [nil])
    let past = text.replacing("she will meet", with: "she once met")
    #expect(Self.times(of: "meets", in: past) == [nil])
  }
}
