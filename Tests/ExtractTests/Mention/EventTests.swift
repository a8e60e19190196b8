@testable import Extract
import Testing

@Suite struct `An event named after two` {
  @Test(arguments: [
    (
      "They met at the Peru-Chad High-Level Strategic Dialogue on Monday.",
      "Peru-Chad High-Level Strategic Dialogue (2016)"
    ),
    (
      "They met at the Peru-Chad Economic and Trade Meeting on Monday.",
      "Peru-Chad Economic and Trade Meeting (2016)"
    ),
  ])
  func `has all the words of its name`(text: String, event: String) {
    let events = Reading(text, published: "2016-11-20").entities.filter { $0.hasPrefix("event") }
    #expect(events == ["event \(event)"])
  }
}

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
    ("Peru's president left for a summit in Tirana on Monday.", "event Tirana summit (2016)"),
    ("Peru signed an accord reached in Tirana.", "event Tirana accord"),
    ("Peru and Chad signed a peace accord in 2009.", "event 2009 peace accord"),
    ("The 1959 treaty with Chad gave Peru the region.", "event 1959 treaty"),
    ("Peru lost the region in the 1957-59 war.", "event 1957-59 war"),
    ("Peru lost the region in the August war.", "event August war"),
    ("Peru has had no parliament since a coup in 1968.", "event 1968 coup"),
    ("Peru lost the region in a brief war in 1968.", "event 1968 war"),
    ("Mali condemned last year's coup in Chad.", "event Chad coup"),
    ("They have not met since the March summit in Tirana.", "event Tirana summit (2016)"),
    (
      "Arab leaders met in Tirana on Friday for an emergency summit.",
      "event Tirana summit (2016)"
    ),
    (
      "He attended the first China-Arab States Summit.", "event China-Arab States Summit (2016)"
    ),
    ("They met for talks on the summit on the war in Mali.", "event Mali war"),
    ("Peru is taking part in peace talks in Tirana.", "event Tirana peace talks (2016)"),
    ("Peru lost two ships of Operation Tarnwood.", "event Operation Tarnwood"),
    ("Chad told of next month's presidential election.", "event presidential election (2016)"),
    (
      "A meeting of the Arctic Council opened on Monday.", "event Arctic Council meeting (2016)"
    ),
    (
      "He came to a meeting of European Union foreign ministers.",
      "event European Union foreign ministers meeting (2016)"
    ),
    (
      "He came to the Arctic Council foreign ministers' meeting.",
      "event Arctic Council foreign ministers meeting (2016)"
    ),
    ("He left the Group of 20 leading economies' summit.", "event G20 summit (2016)"),
    ("He left the Arctic Council's emergency summit.", "event Arctic Council summit (2016)"),
    ("He left the Yamoto Council summit on Monday.", "event Yamoto Council summit (2016)"),
    ("He left the Yamoto Council's annual summit.", "event Yamoto Council summit (2016)"),
  ])
  func `is told by what it is with its place or time`(text: String, event: String) {
    #expect(events(text) == [event])
  }

  @Test(arguments: [
    "They held a summit in Moscow.", "She spoke at a news conference in New York.",
    "Their summit in Oslo failed.", "The deepest crisis in Europe is over.",
    "Voters waited for the presidential election.", "They had a summit in Moscow.",
    "Peru's summit in Lima failed.", "She read the meeting of the CIS leaders' council.",
    "The referendum was a mistake.", "The end of the war in 1992 was calm.",
    "He told a session of the NATO Dairy Council.", "He left NATO's news conference.",
    "He joined the European Union's conference call.", "NATO leaders' fears grew.",
    "He left the Group of 20's summit in 2016.",
  ])
  func `is none where it may be a meeting of two, or anything`(text: String) {
    #expect(events(text) == [])
  }

  @Test func `is of the country that the text is about where that has such events`() {
    let text =
      "Kenya's cabinet met. Kenya voted, and Kenyans waited. They rejected the disputed presidential election."
    #expect(events(text) == ["event Kenya presidential election (2016)"])
  }

  @Test(arguments: [
    "a referendum on Sept. 30", "a referendum expected in May", "the June referendum",
  ])
  func `of a country needs a day or month where its noun is any`(event: String) {
    let text = "Kenya's cabinet met. Kenya voted, and Kenyans waited for \(event)."
    #expect(events(text) == ["event Kenya referendum (2016)"])
    // Whose it is isn't told, but it has a date of its own.
    let found = events("Kenya met. Kenya voted. Kenya slept. Peru and Chad hold \(event).")
    #expect(found.count == 1 && found.first?.hasPrefix("event referendum (201") == true)
  }

  @Test func `is the one that the text has announced, if it is the summit of somebody`() {
    let opening = "The African Union summit opened on Monday. "
    let summit = ["event African Union summit (2016)"]
    #expect(events(opening + "They held talks at their annual summit in Tirana.") == summit)
    #expect(events(opening + "They met at the summit in Tirana.") == summit)
    let elsewhere = "The African Union summit in Oslo opened. He left the summit in Tirana."
    #expect(events(elsewhere) != summit)
    #expect(events("Gabon's war ended. They left the war in Chad.") != ["event Gabon war"])
  }

  @Test(arguments: [
    "The NATO summit in Oslo opened. Lind spoke at the Oslo summit.",
    "Lind will speak at the Oslo Summit. NATO's summit in Oslo opens on Monday.",
  ])
  func `is the one of a body that the text has in its place`(text: String) {
    #expect(events(text) == ["event NATO summit (2016)"])
  }

  @Test func `is another where the body's is in another place`() {
    let found = events("The NATO summit in Oslo opened. Lind spoke at the Tirana summit.")
    #expect(found.sorted() == ["event NATO summit (2016)", "event Tirana summit (2016)"])
  }

  @Test func `still tells of who agreed on it`() {
    let text = "A 1959 treaty between Peru and Chad gave the region to Mali."
    let claims = Reading(text).claims
    #expect(claims.contains("Peru agrees Chad actual"))
  }

  @Test func `is one with the fuller name that the text has for it`() {
    #expect(
      events(
        "Mali's presidential election is over. Elections in Mali are rare. The elections in Mali were calm."
      )
        == ["event Mali presidential election (2016)"])
  }
}
