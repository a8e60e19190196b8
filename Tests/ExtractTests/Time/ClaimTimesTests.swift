import Graph
import Testing

@testable import Extract

@Suite struct `The time of a claim` {
  private static let pipeline = Pipeline()

  /// The times of the relations of one type in an article of a Tuesday, 2014-09-23.
  private static func times(of relation: String, in text: String) -> [String?] {
    let document = Document(id: "a", published: "2014-09-23", text: text)
    return pipeline.graph(of: document).edges.filter { $0.type == relation }
      .map { $0.time?.rawValue }
  }

  @Test(arguments: [
    ("They spoke about elections in Chad on May 25.", "2014-05-25"),
    (
      "They are preparing a summit of African leaders in Dakar, Senegal, on December 6.",
      "2014-12-06"
    ),
    ("Paul Biya spoke at the just-concluded African Union summit in Malabo.", "2014-09"),
    ("Paul Biya spoke at the African Union summit in Malabo.", nil),
  ])
  func `of an event stands beside its name`(text: String, time: String?) {
    #expect(
      Self.pipeline.graph(of: Document(id: "a", published: "2014-09-23", text: text)).edges
        .filter { $0.type == "located-in" && $0.source.nodeClass == "event" }
        .map { $0.time?.rawValue } == [time])
  }

  @Test func `is that of the event where it happens`() {
    let text = """
      Paul Biya will attend the African Union summit in Malabo on October 6.

      Paul Kagame will meet Idriss Deby on the sidelines of the summit.
      """
    #expect(Self.times(of: "attends", in: text) == ["2014-10-06"])
    #expect(Self.times(of: "meets", in: text) == ["2014-10-06"])
  }

  @Test func `is no event's of which several days are told`() {
    let text = """
      Paul Biya attended the African Union summit in Malabo on Thursday. Paul Kagame attended the summit on Friday.

      Angela Merkel met Idriss Deby on the sidelines of the summit.
      """
    #expect(Self.times(of: "attends", in: text) == ["2014-09-18", "2014-09-19"])
    #expect(Self.times(of: "meets", in: text) == [nil])
  }

  @Test func `is the one before "when"`() {
    let text =
      "Fernando Lind was last in Dakar, Senegal, in May, when Paul Biya met Idriss Deby."
    #expect(Self.times(of: "meets", in: text) == ["2014-05"])
    let other = text.replacing("in May, when", with: "in May. He left when")
    #expect(Self.times(of: "meets", in: other) == [nil])
  }

  @Test func `before "that" belongs to who says it`() {
    let text = "Angela Merkel warned European buyers last month that prices would rise."
    #expect(Self.times(of: "threatens", in: text) == ["2014-08"])
  }

  @Test func `after or before which something happened is reckoned from what was told last`() {
    let text = """
      Angela Merkel met Vladimir Putin on Thursday. She leaves for Chile on October 2.

      The talks came a day after Chad and Niger signed an agreement on trade.
      """
    #expect(Self.times(of: "agrees", in: text) == ["2014-09-17"])
  }

  @Test func `of what two say to each other is that of their encounter`() {
    let text = """
      Angela Merkel flew to Lima last month to meet Ollanta Humala. She warned him that the deal could fail.
      """
    #expect(Self.times(of: "threatens", in: text) == ["2014-08"])
  }

  @Test func `goes on in a story`() {
    let text = """
      Angela Merkel met Ollanta Humala in March in Lima. She visited Cusco.
      """
    #expect(Self.times(of: "visits", in: text) == ["2014-03"])
    let perfect = text.replacing("She visited", with: "She has visited")
    #expect(Self.times(of: "visits", in: perfect) == [nil])
    let earlier = text.replacing("She visited Cusco", with: "She visited Cusco on an earlier trip")
    #expect(Self.times(of: "visits", in: earlier) == [nil])
    let another = text.replacing("She visited", with: "Evo Morales visited")
    #expect(Self.times(of: "visits", in: another) == [nil])
  }

  @Test func `is told by a noun that takes it up`() {
    let text = """
      Angela Merkel said she had spoken by phone with Ollanta Humala.

      Saturday's call was short. Chad asked Ollanta Humala to deny the report.
      """
    #expect(Self.times(of: "calls", in: text) == ["2014-09-20"])
    #expect(Self.times(of: "requests", in: text) == [nil])
    let two = text.replacing("was short.", with: "was short. Monday's call was long.")
    #expect(Self.times(of: "calls", in: two) == [nil])
  }

  @Test func `is taken up by "then"`() {
    let text = """
      Angela Merkel spoke to reporters on Monday. She last met Ollanta Humala in March in Lima.

      The two agreed then on a visit to Berlin.
      """
    #expect(Self.times(of: "agrees", in: text) == ["2014-03"])
  }

  @Test func `of a journey holds for its stops`() {
    let text = """
      Angela Merkel traveled to Peru and Chile from 15 to 17 September. She then flew to Santiago.
      """
    let dates = "2014-09-15/2014-09-17"
    #expect(Self.times(of: "visits", in: text) == [dates, dates, dates])
    #expect(Self.times(of: "visits", in: text.replacing("Peru and ", with: "")) == [dates, nil])
  }

  @Test func `since which a fact holds is its own`() {
    let text = "Peru has been a member of the World Bank since 1990."
    #expect(Self.times(of: "member-of", in: text) == ["1990/.."])
    let other = "The fair takes place in Lima, Peru, for the first time since 1990."
    #expect(Self.times(of: "located-in", in: other).allSatisfy { $0 == nil })
  }

  @Test func `that stands elsewhere is explained`() throws {
    let document = Document(
      id: "a", published: "2014-09-23",
      text: "Angela Merkel met Ollanta Humala in March in Lima. She visited Cusco.")
    let visit = try #require(
      Self.pipeline.graph(of: document).edges.first { $0.type == "visits" })
    #expect(visit.evidence.first?.trace?.hasSuffix("time of what was told right before") == true)
  }
}
