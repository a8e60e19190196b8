@testable import Extract
import Testing

@Suite struct `A body that no list knows` {
  private func bodies(_ text: String) -> [String] {
    Reading(text, published: "2016-11-20").entities.filter { $0.hasPrefix("organization") }
  }

  @Test(arguments: [
    ("A second movement, YMTA, captured the town of Lund.", "organization YMTA"),
    ("Jund al-Tarn, a jihadist group, claimed the attack.", "organization Jund al-Tarn"),
    ("Mali praised the Truth and Harmony Commission.", "organization Truth and Harmony Commission"),
    (
      "He met the Joint Survey and Review Committee in Lima.",
      "organization Joint Survey and Review Committee"
    ),
    (
      "She read the Yamoto al-Tarn newspaper in Lima.", "organization Yamoto al-Tarn newspaper"
    ),
    (
      "The weekly newspaper The Tarn Echo reported that he fled.", "organization The Tarn Echo"
    ),
    (
      "The State Department's Bureau of Rivers, Soft Minerals and Wool met.",
      "organization Bureau of Rivers, Soft Minerals and Wool"
    ),
  ])
  func `is told by its kind, or by how its name is made`(text: String, body: String) {
    #expect(bodies(text).contains(body))
  }

  @Test(arguments: [
    ("She joined the Tarnani party in Lima.", ["organization Tarnani party"]),
    ("She joined the New Harmony party in Lima.", ["organization New Harmony party"]),
    ("She joined the New Tarn Party in Lima.", ["organization New Tarn Party"]),
    ("She joined an Islamist party in Lima.", []), ("She joined a Tarnian party in Lima.", []),
  ])
  func `is a party of one name, or with "New" in it`(text: String, found: [String]) {
    #expect(bodies(text) == found)
  }

  @Test func `is no officer, whatever its first word`() {
    #expect(
      bodies("They left the Major Wools Forum on Monday.") == ["organization Major Wools Forum"])
    #expect(Reading("They saw Major Ann Cole on Monday.").entities.contains("official Ann Cole"))
  }

  @Test func `takes a part of the world for a part of its name`() {
    let text = Reading("He led the court of the Western District of Tennessee.")
    #expect(!text.entities.contains { $0.hasSuffix("West") })
    #expect(Reading("Chad hit back at Western leaders.").entities.contains("region the West"))
  }

  @Test func `is one with the short form behind its name`() {
    let text =
      "He leads the National Council for Harmony and Wool, or YNCW, in Lima. Later YNCW fell apart."
    #expect(bodies(text) == ["organization National Council for Harmony and Wool"])
  }

  @Test func `has where it is in its name, if it is a mission`() {
    let found = Reading("The Tarn Observer Mission in Georgia left.").names
    #expect(found == ["Georgia", "Tarn Observer Mission in Georgia"])
  }

  @Test func `may be named after two, or after somebody`() {
    #expect(
      Reading("He leads the Central Asia-Caucasus Institute in Oslo.").names
        == ["Central Asia-Caucasus Institute", "Oslo"])
    #expect(
      Reading("He met the EU-Ukraine Association Council.").names
        == ["EU", "Ukraine", "EU-Ukraine Association Council"])
    #expect(
      Reading("He works at the Angela Merkel Center in Oslo.").names
        == ["Angela Merkel Center", "Oslo"])
  }

  @Test func `of another country is no party of the list`() {
    let text = "Russia waited. The Communist Party of Yamotia won. Russians slept in Russia."
    #expect(bodies(text) == ["organization Communist Party of Yamotia"])
  }

  @Test func `is the one whose name begins with the words`() {
    let text =
      "Guerrillas of the Tarn Velo Revolutionary Movement fled. A court freed two Tarn Velo suspects."
    #expect(bodies(text) == ["organization Tarn Velo Revolutionary Movement"])
  }
}

@Suite struct `A word of the list that means something else` {
  @Test(arguments: [
    "The USS Iwo Jima left on Monday.", "They sent the aircraft carrier Liaoning on Monday.",
    "They chose ethnic Albanian mayors.", "They watched Rustavi-2 on Monday.",
  ])
  func `names no node`(text: String) {
    #expect(Reading(text).names == [])
  }

  @Test func `is a given name before a family name`() {
    #expect(
      Reading("Milan Radovic, a businessman, left Oslo.").entities
        == ["city Oslo", "person Milan Radovic"])
  }

  @Test func `at the start of a sentence is no name`() {
    let text = "Whether Tarnov can afford it is unclear, Tarnov said."
    #expect(Reading(text).names.first == "Tarnov")
  }
}
