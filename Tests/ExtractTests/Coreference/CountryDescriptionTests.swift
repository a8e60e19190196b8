@testable import Extract
import Testing

@Suite struct `A country` {
  @Test(arguments: [
    ("Ghana met Norway. Chad praised the West African nation.", "nation", "Ghana"),
    ("Ghana met Norway. Chad praised the African nation.", "nation", "Ghana"),
    ("Qatar met Norway. Chad praised the Gulf emirate.", "emirate", "Qatar"),
    ("Latvia met Norway. Chad praised the former Soviet republic.", "republic", "Latvia"),
    ("Cuba met Norway. Chad praised the island nation.", "nation", "Cuba"),
    ("Jordan met Ghana. Chad praised the kingdom.", "kingdom", "Jordan"),
  ])
  func `is told by its region or its form`(text: String, noun: String, country: String) {
    #expect(Reading(text).antecedents(headedBy: noun) == [country])
  }

  @Test(arguments: [
    ("Ghana met Norway. Chad praised the Asian nation.", "nation"),
    ("Ghana and Togo met Norway. Chad praised the West African nation.", "nation"),
    ("Ghana met Norway. Chad praised the kingdom's friends in the emirate.", "emirate"),
  ])
  func `isn't told by another's, nor where two could be meant`(text: String, noun: String) {
    #expect(Reading(text).antecedents(headedBy: noun) == nil)
  }

  @Test func `is its government, whoever backs that`() {
    let text = Reading("Norway signed a pact with Libya's U.N.-backed government in Tripoli.")
    #expect(text.antecedents(headedBy: "government") == ["Libya"])
  }

  @Test func `is no region that only tells which it is`() {
    let text = "They heard Ann Cole, the president of the Baltic country, there."
    #expect(Reading(text).tenures == [])
  }
}
