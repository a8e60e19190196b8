@testable import Extract
import Graph
import Testing

@Suite struct `An office` {
  @Test(arguments: [
    // The country before the title
    (
      "Kenyan Foreign Minister Wanjiru Odhiambo spoke.",
      "Wanjiru Odhiambo: foreign minister of Kenya"
    ),
    (
      "Kenya's Foreign Minister Wanjiru Odhiambo spoke.",
      "Wanjiru Odhiambo: foreign minister of Kenya"
    ),
    (
      "Kenya’s foreign minister, Wanjiru Odhiambo, spoke.",
      "Wanjiru Odhiambo: foreign minister of Kenya"
    ),
    ("They heard Kenyan President Daudi Otieno there.", "Daudi Otieno: president of Kenya"),
    // After the name or the title
    ("They heard Daudi Otieno, president of Kenya, there.", "Daudi Otieno: president of Kenya"),
    ("They heard Daudi Otieno, the president of Kenya, there.", "Daudi Otieno: president of Kenya"),
    (
      "They heard Foreign Minister Wanjiru Odhiambo of Kenya there.",
      "Wanjiru Odhiambo: foreign minister of Kenya"
    ),
    ("Daudi Otieno, Kenya's president, was there.", "Daudi Otieno: president of Kenya"),
    // In a clause, or behind where the person comes from
    ("They heard Ann Cole of Oslo, president of Kenya, there.", "Ann Cole: president of Kenya"),
    ("Ann Cole, who has been president of Kenya since May, spoke.", "Ann Cole: president of Kenya"),
    ("They heard Ann Cole, the incoming Kenyan president, there.", "Ann Cole: president of Kenya"),
    ("Ann Cole is the president of Kenya.", "Ann Cole: president of Kenya"),
    ("They heard Ann Cole the president of Kenya there.", "Ann Cole: president of Kenya"),
    // Past ones
    (
      "They heard former Kenyan President Daudi Otieno there.",
      "Daudi Otieno: former president of Kenya"
    ),
    (
      "They heard Kenya's former President Daudi Otieno there.",
      "Daudi Otieno: former president of Kenya"
    ),
    (
      "They heard Daudi Otieno, a former president of Kenya, there.",
      "Daudi Otieno: former president of Kenya"
    ),
    (
      "They heard ousted Kenyan President Daudi Otieno there.",
      "Daudi Otieno: former president of Kenya"
    ),
    ("Kenya's ex-president Daudi Otieno was there.", "Daudi Otieno: former president of Kenya"),
    (
      "They heard onetime Kenyan prime minister Daudi Otieno there.",
      "Daudi Otieno: former prime minister of Kenya"
    ),
    (
      "They heard one-time Kenyan President Daudi Otieno there.",
      "Daudi Otieno: former president of Kenya"
    ),
    (
      "Daudi Otieno, the deposed president of Kenya, was there.",
      "Daudi Otieno: former president of Kenya"
    ),
    (
      "They heard late on Friday Kenyan President Daudi Otieno there.",
      "Daudi Otieno: president of Kenya"
    ),
    (
      "A former guide to Kenyan President Daudi Otieno was there.",
      "Daudi Otieno: president of Kenya"
    ),
    // Behind a field, a modifier, another title, a body's owner
    (
      "They heard Ann Cole, a senior analyst with the Oslo-based Yamoto Institute, there.",
      "Ann Cole: analyst of Yamoto Institute"
    ),
    (
      "They heard Ann Cole, professor of modern history at Yamoto University, there.",
      "Ann Cole: professor of Yamoto University"
    ),
    (
      "They heard the commander of NATO forces in Kosovo, General Lars Holm, there.",
      "Lars Holm: commander of NATO"
    ),
    ("They heard President of Kenya Daudi Otieno there.", "Daudi Otieno: president of Kenya"),
    // Behind an age; behind the name, as that of a counterpart
    (
      "They heard Ann Cole, the 36-year-old Kenyan president, there.",
      "Ann Cole: president of Kenya"
    ),
    (
      "They heard Ann Cole, a 61-year-old former president of Kenya, there.",
      "Ann Cole: former president of Kenya"
    ),
    (
      "They heard Ann Cole, an analyst at London's Yamoto Institute, there.",
      "Ann Cole: analyst of Yamoto Institute"
    ),
    ("Oslo's ambassador, Ann Cole, was there.", "Ann Cole: ambassador of Norway"),
    // Other bodies
    ("NATO Secretary-General Lars Holm was there.", "Lars Holm: secretary-general of NATO"),
    ("They heard Texas Governor Ann Cole there.", "Ann Cole: governor of Texas"),
  ])
  func `is one of the country or body that stands with the title`(text: String, office: String) {
    #expect(Reading(text).tenures == [office])
  }

  @Test(arguments: [
    (
      "Kurt Lind, leader of the Freedom Party and Kenya's deputy prime minister, was there.",
      ["Kurt Lind: leader of Freedom Party", "Kurt Lind: deputy prime minister of Kenya"]
    ),
    (
      "They heard Kurt Lind, chairman of the Acme Group and the mayor of Oslo, there.",
      ["Kurt Lind: chairman of Acme Group", "Kurt Lind: mayor of Oslo"]
    ),
    (
      "They heard Ann Cole, a former president of Kenya and head of the Acme Group, there.",
      ["Ann Cole: former president of Kenya", "Ann Cole: former head of Acme Group"]
    ),
    (
      "Ann Cole, leader of Poland's ruling Law and Justice party, was there.",
      ["Ann Cole: leader of Law and Justice"]
    ),
    (
      "Kurt Lind, leader of the Freedom Party and the president said so in Kenya.",
      ["Kurt Lind: leader of Freedom Party"]
    ),
    (
      "They heard Ann Cole, chairman of the Africa committee, there.", []
    ),
    (
      "They heard Ann Cole, Oslo Mayor and Head of the Acme Group's panel on trade Kurt Lind, and others.",
      ["Ann Cole: mayor of Oslo"]
    ),
  ])
  func `may be one of two in an apposition`(text: String, offices: [String]) {
    #expect(Reading(text).tenures == offices)
  }

  @Test(arguments: ["counterpart", "colleague", "opposite number"])
  func `is that of a counterpart of another country`(noun: String) {
    let text = Reading(
      "Kenyan Foreign Minister Wanjiru Odhiambo met her Norwegian \(noun), Ann Cole.")
    #expect(text.tenures.contains("Ann Cole: foreign minister of Norway"))
  }

  @Test func `is that of counterparts in the order of their countries`() {
    let text = Reading(
      "Kenyan Foreign Minister Wanjiru Odhiambo met her Norwegian and Peruvian counterparts, Ann Cole and Luc Morel."
    )
    #expect(
      text.tenures == [
        "Wanjiru Odhiambo: foreign minister of Kenya", "Ann Cole: foreign minister of Norway",
        "Luc Morel: foreign minister of Peru",
      ])
  }

  @Test func `is that of two ministers in the order in which their countries were named`() {
    let pair = "Kenyan President Peter Mwangi and Peruvian President Ana Rojas met. "
    let text = Reading(pair + "Their foreign ministers, Ann Cole and Luc Morel, met in Oslo.")
    #expect(
      text.tenures.suffix(2) == [
        "Ann Cole: foreign minister of Kenya", "Luc Morel: foreign minister of Peru",
      ])
    let one = Reading(pair + "They saw their foreign ministers, Ann Cole among them.")
    #expect(one.offices("Ann Cole") == [])
  }

  @Test func `of one of somebody's predecessors is his, and former`() {
    let text = Reading("Kenyan President Peter Mwangi praised one of his predecessors, Ann Cole.")
    #expect(text.tenures.contains("Ann Cole: former president of Kenya"))
    let many = Reading(
      "Kenyan President Peter Mwangi spoke. Like many of his predecessors, Ann Cole left.")
    #expect(many.offices("Ann Cole") == [])
  }

  @Test func `isn't that of a colleague of whom no country is told`() {
    let text = Reading("Kenyan Foreign Minister Wanjiru Odhiambo met her colleague, Ann Cole.")
    #expect(text.offices("Ann Cole") == [])
  }

  @Test func `is that of a counterpart, told behind the name`() {
    let text = "Kenyan Foreign Minister Wanjiru Odhiambo met Ann Cole, her Norwegian counterpart."
    #expect(
      Reading(text).tenures == [
        "Wanjiru Odhiambo: foreign minister of Kenya", "Ann Cole: foreign minister of Norway",
      ])
  }

  @Test func `isn't that of who serves a person`() {
    let text = "They heard Ann Cole, a spokeswoman for Kenyan President Daudi Otieno, there."
    #expect(Reading(text).offices("Daudi Otieno") == ["president"])
    let plain = "They heard Ann Cole, a spokeswoman for President Daudi Otieno, in Oslo."
    #expect(Reading(plain).offices("Daudi Otieno") == ["president"])
  }

  @Test(arguments: [
    "They heard Foreign Minister Wanjiru Odhiambo there.",
    "They heard Mr. Arto Lind of Norway there.",
    "They heard Arto Lind in Norway there.",
    "After talks with the presidents of Kenya and Peru Arto Lind slept.",
    "They heard Arto Lind, an expert on Kenya, there.",
    "They met Kenyans in Kenya. They heard the group's leader Arto Lind there.",
    "They heard Arto Lind, president of Dairy Farmers of Kenya, there.",
  ])
  func `isn't claimed where none, or no country, is told`(text: String) {
    #expect(Reading(text).tenures == [])
  }

  @Test(arguments: [
    ("They heard Kenyan President Daudi Otieno there.", "leader"),
    ("They heard Daudi Otieno, president of Kenya, there.", "leader"),
    ("They heard Daudi Otieno, Kenya's foreign minister, there.", "minister"),
    ("They heard Daudi Otieno, the Kenyan ambassador, there.", "official"),
  ])
  func `tells its bearer's type, before the name as behind it`(text: String, type: String) {
    let graph = Pipeline().graph(of: Document(id: "a", text: text))
    #expect(graph.nodes.first { $0.label == "Daudi Otieno" }?.type == type)
  }

  @Test func `of a counterpart is that of the person before, which a list may tell`() {
    let text = Reading(
      "Kenyan Defense Minister Kurt Lind left. Putin spoke with his Ukrainian counterpart, Petro Poroshenko.",
      published: "2016-05-10")
    #expect(text.tenures.contains("Petro Poroshenko: president of Ukraine"))
    #expect(!text.tenures.contains("Petro Poroshenko: defense minister of Ukraine"))
  }

  @Test func `is that of all who are ranged behind it, each of the body behind his name`() {
    let text = Reading(
      "The foreign ministers of the two countries, Ana Rojas of Chile and Luc Morel of Peru, spoke."
    )
    #expect(
      text.tenures == [
        "Ana Rojas: foreign minister of Chile", "Luc Morel: foreign minister of Peru",
      ])
    let plural = Reading("They heard Presidents Ana Rojas of Chile and Luc Morel of Peru there.")
    #expect(
      plural.tenures == ["Ana Rojas: president of Chile", "Luc Morel: president of Peru"])
  }

  @Test func `is of the state that publishes the text, where that is its officials'`() {
    let text = "They saw Assistant Secretary Arto Lind, Foreign Minister Eva Berg and Dr. Ann Cole."
    #expect(Reading(text).tenures == [])
    #expect(
      Reading(text, publisher: "https://www.whitehouse.gov/news").tenures == [
        "Arto Lind: assistant secretary of place/united-states"
      ])
  }

  @Test func `is of no place that it is for`() {
    #expect(Reading("They met the envoy for Chad, Lars Holm.").tenures == [])
    #expect(
      Reading("They met the UN envoy for Chad Lars Holm.").tenures == [
        "Lars Holm: envoy of United Nations"
      ])
  }

  @Test func `of who serves a person is of the same body`() {
    let text = Reading(
      "They met Kenyan President Daudi Otieno. Arto Lind, Mr. Otieno's chief of staff, spoke.")
    #expect(text.tenures.last == "Arto Lind: chief of staff of Kenya")
    #expect(
      Reading("They met Texas Governor Ann Cole. Arto Lind, Ms. Cole's king, spoke.").tenures == [
        "Ann Cole: governor of Texas"
      ])
  }

  @Test func `without a country is of the one that the article names most`() {
    #expect(
      Reading(
        "They came to Kenya and to Nairobi. Finance Minister Arto Lind was in Nairobi, not in Peru."
      ).tenures == ["Arto Lind: finance minister of place/kenya"])
    #expect(Reading("Finance Minister Arto Lind was in Nairobi.").tenures == [])
  }

  @Test func `isn't that of the next person`() {
    #expect(
      Reading("They met President Moyo and President of Chad Kurt Lind in Peru and in Mali.")
        .tenures == [
          "Kurt Lind: president of Chad"
        ])
  }

  @Test func `is of the same country as the one beside it`() {
    let text = Reading(
      "They met Kenyan Foreign Minister Wanjiru Odhiambo and Deputy Defense Minister Daudi Otieno.")
    #expect(
      text.tenures == [
        "Wanjiru Odhiambo: foreign minister of Kenya",
        "Daudi Otieno: deputy defense minister of Kenya",
      ])
  }

  @Test func `isn't given to the person before`() {
    let text = Reading(
      "They saw Kenyan President Daudi Otieno, Norwegian Prime Minister Ingrid Solbakken and others."
    )
    #expect(
      text.tenures == [
        "Daudi Otieno: president of Kenya", "Ingrid Solbakken: prime minister of Norway",
      ])
  }

  @Test func `may be one of two that a person holds`() {
    let text = Reading(
      "They saw Kenyan Foreign Minister Wanjiru Odhiambo. Odhiambo, the chairwoman of NATO, spoke.")
    #expect(text.tenures.first == "Wanjiru Odhiambo: foreign minister of Kenya")
  }

  @Test(arguments: [
    (
      "Kenya closed the border. Its ambassador in Oslo, Wanjiru Odhiambo, spoke.",
      "Wanjiru Odhiambo: ambassador of Kenya"
    ),
    (
      "Kenyan President Daudi Otieno slept. His foreign minister, Wanjiru Odhiambo, spoke.",
      "Wanjiru Odhiambo: foreign minister of Kenya"
    ),
    (
      "Kenyan President Daudi Otieno praised his predecessor, Wanjiru Odhiambo.",
      "Wanjiru Odhiambo: former president of Kenya"
    ),
    (
      "Kenyan President Daudi Otieno said that aides of his predecessor, Wanjiru Odhiambo, were late.",
      "Wanjiru Odhiambo: former president of Kenya"
    ),
    (
      "Kenyan President Daudi Otieno slept. His predecessors, Ann Cole and Wanjiru Odhiambo, spoke.",
      "Ann Cole: former president of Kenya"
    ),
    (
      "Kenyan President Daudi Otieno slept. His predecessors, Ann Cole and Wanjiru Odhiambo, spoke.",
      "Wanjiru Odhiambo: former president of Kenya"
    ),
    (
      "Saudi Arabia agreed. They met Wanjiru Odhiambo, the kingdom's intelligence chief, there.",
      "Wanjiru Odhiambo: intelligence chief of Saudi Arabia"
    ),
  ])
  func `is that of whom a pronoun or description before it stands for`(text: String, office: String)
  {
    #expect(Reading(text).tenures.contains(office))
  }

  @Test func `is told by a description of who is named elsewhere`() {
    let told = Reading(
      "They heard Emmanuel Macron. The French president spoke.", published: "2020-09-12")
    #expect(told.tenures == ["Emmanuel Macron: president of France"])
    // Who comes next isn't the one who is there.
    let next = Reading(
      "They heard Emmanuel Macron. The next French president will speak.", published: "2020-09-12")
    #expect(next.tenures.isEmpty)
  }

  @Test func `is told of a listed leader by the country behind his name`() {
    let text = "They heard Nicolas Maduro of Venezuela."
    #expect(
      Reading(text, published: "2023-12-12").tenures == ["Nicolás Maduro: president of Venezuela"])
    #expect(Reading(text, published: "1999-12-12").tenures.isEmpty)
  }

  @Test func `is a listed person's whose name has an initial besides`() {
    let text = "President Alberto K. Fujimori spoke in Lima."
    #expect(
      Reading(text, published: "1997-04-24").tenures == [
        "Alberto Fujimori: president of place/peru"
      ])
  }

  @Test func `is a listed person's whose generation stands behind a comma`() {
    let text = "President Ferdinand R. Marcos, Jr. spoke in Manila."
    #expect(
      Reading(text, published: "2024-04-11").tenures == [
        "Ferdinand Marcos Jr.: president of place/philippines"
      ])
  }

  @Test func `is nobody's whom the sentence only names behind it`() {
    let text = Reading("Kenya closed the border. Its ambassador in Oslo met Wanjiru Odhiambo.")
    #expect(text.tenures.isEmpty)
  }
}
