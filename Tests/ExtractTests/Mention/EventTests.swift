@testable import Extract
import Testing

@Suite struct `An event without a name of its own` {
  private func events(_ text: String) -> [String] {
    Reading(text, published: "2016-11-20").entities.filter { $0.hasPrefix("event") }
  }

  @Test(arguments: [
    ("Peru lost the region in the 1967 war.", "event 1967 war"),
    ("The border was closed after the October 1973 war.", "event October 1973 war"),
    ("Peru is taking part in the Vienna talks.", "event Vienna talks (2016)"),
    ("Mali condemned the coup in Chad.", "event Chad coup"),
    ("Peru rejected the referendum on fishing in Catalonia.", "event Catalonia referendum (2016)"),
    (
      "A summit of African and Arab leaders in Tirana opened on Monday.",
      "event Tirana summit (2016)"
    ),
  ])
  func `is told by what it is with its place or time`(text: String, event: String) {
    #expect(events(text) == [event])
  }

  @Test(arguments: [
    "They held a summit in Moscow.", "She spoke at a news conference in New York.",
    "Their summit in Oslo failed.", "The deepest crisis in Europe is over.",
    "Voters waited for the presidential election.",
  ])
  func `is none where it may be a meeting of two, or anything`(text: String) {
    #expect(events(text) == [])
  }

  @Test func `is of the country that the text is about where that has such events`() {
    let text =
      "Kenya's cabinet met. Kenya voted, and Kenyans waited. They rejected the disputed presidential election."
    #expect(events(text) == ["event Kenya presidential election (2016)"])
  }

  @Test func `is one with the fuller name that the text has for it`() {
    #expect(
      events(
        "Mali's presidential election is over. Elections in Mali are rare. The elections in Mali were calm."
      )
        == ["event Mali presidential election (2016)"])
  }
}
