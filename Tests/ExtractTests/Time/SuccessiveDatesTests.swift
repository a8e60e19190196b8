@testable import Extract
import Testing

@Suite struct `Times of several in a list`: DatedArticleSuite {
  @Test func `are each one's own`() {
    let text =
      "Kenyan President Daudi Otieno met Norwegian Prime Minister Jonas Lind on March 9 and Ugandan President Ama Boateng on March 10."
    #expect(
      Self.times(of: "meets", in: text).sorted { ($0 ?? "") < ($1 ?? "") } == [
        "2014-03-09", "2014-03-10",
      ])
  }

  @Test func `are one where one is told`() {
    let text =
      "Kenyan President Daudi Otieno met Norwegian Prime Minister Jonas Lind and Ugandan President Ama Boateng on March 9."
    #expect(Self.times(of: "meets", in: text) == ["2014-03-09", "2014-03-09"])
  }

  @Test func `of where somebody was are not of where he is due`() {
    let text =
      "Kenyan President Daudi Otieno, who was in Oslo on Monday, is expected in Lima on Friday."
    #expect(Set(Self.times(of: "visits", in: text)) == ["2014-09-22", "2014-09-26"])
  }
}
