@testable import Extract
import Graph
import Testing

@Suite struct `A party` {
  @Test(arguments: [
    // A word before a title
    ("Labour MP Kurt Lind spoke in Britain.", "Kurt Lind: organization/labour-party"),
    ("Labour MP Kurt Lind spoke in Ireland.", "Kurt Lind: organization/irish-labour-party"),
    ("They met Likud lawmaker Ana Lind in Israel.", "Ana Lind: organization/likud"),
    (
      "In the United States, they met Republican Senator Ann Reed.",
      "Ann Reed: organization/republican-party"
    ),
    (
      "Ann Reed attacked her Republican rival Kurt Lind in the United States.",
      "Kurt Lind: organization/republican-party"
    ),
    (
      "Conservative Prime Minister Kurt Lind spoke in Britain.",
      "Kurt Lind: organization/conservative-party"
    ),
    (
      "German Social Democrat Karl Brenner met Sweden's king in Sweden.",
      "Karl Brenner: organization/social-democratic-party-of-germany"
    ),
    ("They heard Republican Ann Reed in Maine.", "Ann Reed: organization/republican-party"),
    // Letters behind the name
    ("Sen. Ann Reed, D-N.H., spoke.", "Ann Reed: organization/democratic-party"),
    ("Rep. Kurt Lind (R-Texas) spoke.", "Kurt Lind: organization/republican-party"),
    ("Sen. Ann Reed (D) spoke.", "Ann Reed: organization/democratic-party"),
    // Appositions
    ("Sen. Ann Reed, Republican of Maine, spoke.", "Ann Reed: organization/republican-party"),
    (
      "Congressman Arto Lind, an Ohio Democrat, spoke.",
      "Arto Lind: organization/democratic-party"
    ),
    (
      "Sen. Ann Reed of Maine, the panel's top Democrat, visited the United States.",
      "Ann Reed: organization/democratic-party"
    ),
    (
      "Kurt Lind, a Labour lawmaker, spoke in Britain.", "Kurt Lind: organization/labour-party"
    ),
    (
      "Chancellor Karl Brenner, a Social Democrat, spoke in Germany.",
      "Karl Brenner: organization/social-democratic-party-of-germany"
    ),
    // Its own name
    (
      "Karl Brenner, whose Social Democrats came second in Germany, spoke.",
      "Karl Brenner: organization/social-democratic-party-of-germany"
    ),
    ("They heard Sinn Fein's Ann Reed there.", "Ann Reed: organization/sinn-fein"),
    ("They heard Kurt Lind of Fine Gael there.", "Kurt Lind: organization/fine-gael"),
    ("Labour's Kurt Lind spoke in Britain.", "Kurt Lind: organization/labour-party"),
  ])
  func `has the person as a member whom the text gives it`(text: String, membership: String) {
    #expect(Reading(text).memberships == [membership])
  }

  @Test func `has all persons of a list behind a plural`() {
    #expect(
      Reading("Republican Senators Ann Reed and Kurt Lind left the United States.").memberships
        == [
          "Ann Reed: organization/republican-party", "Kurt Lind: organization/republican-party",
        ])
  }

  @Test(arguments: [
    // Nothing tells the country, or it has no party of that name
    "They met Labour MP Kurt Lind there.",
    "Conservative lawmaker Kurt Lind spoke in Peru.",
    "The league of Social Democrats Arto Lind and Kurt Holm met in China.",
    // Adjectives and fields
    "Liberal economist Kurt Lind spoke in Canada.",
    "Labor Minister Ann Reed spoke in Australia.",
    "Republican-led Ohio thanked Ann Reed in the United States.",
    "Kurt Lind, a Republican victory behind him, left the United States.",
    // Past ones, letters that stand for no party, other owners
    "Representative Kurt Lind, a former Democrat, left the United States.",
    "They gave Ann Reed, B-Flat, a prize.",
    "They gave Ann Reed (R-Rated) a prize.",
    "Kenya's Ann Reed met Kurt Lind of Norway.",
  ])
  func `has no member where none is told`(text: String) {
    #expect(Reading(text).memberships == [])
  }

  @Test(arguments: [
    (
      "Conservative leader Kurt Lind spoke in Canada.",
      ["Kurt Lind: party leader of organization/conservative-party-of-canada"]
    ),
    (
      "Greens leader Ann Reed spoke in Australia.",
      ["Ann Reed: leader of organization/australian-greens"]
    ),
    (
      "Labour leader Kurt Lind spoke in Britain.",
      ["Kurt Lind: party leader of organization/labour-party"]
    ),
    (
      "Labour MP Kurt Lind spoke in Britain.", ["Kurt Lind: member of parliament of United Kingdom"]
    ),
    (
      "Education Minister Arto Lind of Fine Gael spoke. Ireland waited.",
      ["Arto Lind: education minister of place/ireland"]
    ),
    ("Sen. Ann Reed, D-N.H., spoke.", ["Ann Reed: senator of place/new-hampshire"]),
    ("Rep. Kurt Lind (R-Texas) spoke.", ["Kurt Lind: representative of place/texas"]),
    ("Sen. Ann Reed, D-Washington, spoke.", ["Ann Reed: senator of place/washington-us-state"]),
    (
      "Sen. Ann Reed of Maine, the ranking Democrat on the Senate Judiciary Committee, spoke.",
      ["Ann Reed: senator of Maine", "Ann Reed: ranking member of Senate Judiciary Committee"]
    ),
  ])
  func `has its own offices, and leaves the others to states`(text: String, offices: [String]) {
    #expect(Reading(text).tenures == offices)
  }

  @Test func `whose leader is told has that office only`() {
    #expect(Reading("Labour leader Kurt Lind spoke in Britain.").memberships == [])
  }

  @Test(arguments: [
    ("Germany votes. The Social Democrats lead in Germany.", "Social Democratic Party of Germany"),
    ("Sweden votes. The Social Democrats lead in Sweden.", "Swedish Social Democrats"),
    (
      "South Korea votes. In South Korea, the Democratic Party leads. The United States waits.",
      "Democratic Party of Korea"
    ),
    (
      "Peru and Sweden met. They met Germany. The Social Democrats of Sweden objected.",
      "Swedish Social Democrats"
    ),
    ("Labour's plan pleased Britain.", "British Labour Party"),
  ])
  func `of several of one name is that of the story's country`(text: String, party: String) {
    #expect(Reading(text).entities.contains("organization \(party)"))
  }

  @Test(arguments: [
    "The Social Democrats lead. Germany and Sweden wait.", "Conservatives fear Peru.",
    "Labour unions object in Britain.",
  ])
  func `of several of one name is none where the story doesn't tell`(text: String) {
    #expect(!Reading(text).entities.contains { $0.hasPrefix("organization") })
  }
}
