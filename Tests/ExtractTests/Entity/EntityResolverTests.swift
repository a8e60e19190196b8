@testable import Extract
import Testing

@Suite struct `An entity resolver` {
  @Test(arguments: [
    "Washington urged its partners to wait.", "The plan annoyed Washington.",
    "Talks between Washington and Oslo went on.", "The ball lies with Washington.",
    "Oslo warned Washington about the fish.", "They sent a letter to Washington.",
    "Pressure from Washington grew.", "Under pressure from Washington, Panama gave in.",
    "Officials praised Washington's decision.",
  ])
  func `takes a capital that acts for its country`(text: String) {
    #expect(Reading(text).entities(of: "Washington") == ["country United States"])
  }

  @Test func `takes the adjective of a wide region for who acts there, and for nothing else`() {
    #expect(Reading("European leaders met.").entities == ["region Europe"])
    #expect(Reading("Andean towns were flooded.").entities == ["region Andes"])
    #expect(Reading("A European training program ended.").entities == [])
    #expect(Reading("She heads the Andean program.").entities == [])
  }

  @Test(arguments: [
    "They met in Washington on Friday.", "She flew to Washington on Friday.",
    "A visit to Washington is planned.", "They walked through central Washington.",
    "Washington was bombed at night.", "The attack on Washington failed.",
    "The mayor of Washington slept.",
    "Washington's airport was closed.",
    "Washington is a large city.", "The Washington marathon was long.",
    "WASHINGTON — The sun shone.",
  ])
  func `takes a capital where things happen for the city`(text: String) {
    let text = Reading(text)
    #expect(!text.entities.contains("country United States"))
    #expect(
      (text.entities(of: "Washington") + text.entities(of: "WASHINGTON"))
        .allSatisfy { $0.hasPrefix("city Washington") })
  }

  @Test(arguments: ["Otto Lind Jr.", "Otto Lind, Jr.", "Otto K. Lind, Sr."])
  func `knows by the family name alone who has a generation behind it`(name: String) {
    let text = "Governor \(name) spoke in a hall."
    #expect(Reading(text + " Governor Lind agreed. Lind left.").entities.count == 1)
    #expect(Reading(text + " Governor Moss agreed.").entities.count == 2)
  }

  @Test func `takes a seat of power for its country, but for the institution before an office`() {
    #expect(
      Reading("The Kremlin answered at once.").entities(of: "Kremlin") == ["country Russia"])
    #expect(
      Reading("A White House spokesman answered at once.").entities(of: "White House")
        == ["organization White House"])
    // The Kremlin is no body of its own.
    #expect(
      Reading("A Kremlin spokesman answered at once.").entities(of: "Kremlin")
        == ["country Russia"])
  }

  @Test func `takes Brussels for the Union where the text names that and not Belgium`() {
    let union = Reading("The European Union met. Spain wants promises from Brussels.")
    #expect(union.entities(of: "Brussels") == ["organization European Union"])
    let belgium = Reading("Spain wants promises from Brussels.")
    #expect(belgium.entities(of: "Brussels") == ["country Belgium"])
  }

  @Test(arguments: [
    "He died in an English city.", "They landed Marine helicopters.", "They reached Ala-Buka.",
    "The royalist Yellow Shirts left.",
  ])
  func `takes no part of another word, and no plural, for a person`(text: String) {
    let persons = Reading(text, published: "2016-03-08").entities.filter {
      ["person", "leader", "minister", "official"].contains($0.split(separator: " ")[0])
    }
    #expect(persons == [])
  }

  @Test func `takes a name for what the list has with the short form behind it`() {
    let text = Reading("The Freedom Party (FPÖ) won. Later the Freedom Party lost.")
    #expect(text.entities == ["organization Freedom Party of Austria"])
    let other = Reading("The Chamber Union (NATO) won.")
    #expect(other.entities(of: "Chamber Union") == ["organization Chamber Union"])
  }

  @Test func `takes a month behind a title for a person's name`() {
    let text = Reading("Prime Minister Theresa May spoke. Later Mrs May left in May.")
    #expect(text.entities == ["leader Theresa May"])
    #expect(text.entities(of: "May") == ["leader Theresa May"])
  }

  @Test func `joins a surname to the full name before it`() {
    let text = Reading(
      "Kenyan Foreign Minister Wanjiru Odhiambo spoke. Later Odhiambo left, and reporters followed Odhiambo."
    )
    #expect(
      text.entities(of: "Odhiambo") == Array(repeating: "minister Wanjiru Odhiambo", count: 2))
    #expect(text.aliases("Wanjiru Odhiambo") == ["Odhiambo", "Wanjiru Odhiambo"])
    #expect(text.entities == ["country Kenya", "minister Wanjiru Odhiambo"])
  }

  @Test func `joins a surname without its article to the full name`() {
    let text = Reading("Foreign Minister Omar al-Tikri spoke. Later Tikri left.")
    #expect(text.entities(of: "Tikri") == ["minister Omar al-Tikri"])
  }

  @Test func `joins a surname to the full name after it`() {
    let text = Reading("Reporters saw Odhiambo. Foreign Minister Wanjiru Odhiambo said nothing.")
    #expect(text.entities == ["minister Wanjiru Odhiambo"])
    #expect(text.entities(of: "Odhiambo").count == 1)
  }

  @Test func `keeps two persons of one surname apart, and gives neither the bare surname`() {
    let text = Reading(
      "Foreign Minister Amina Mwangi met Ambassador Kofi Mwangi. Afterwards reporters saw Mwangi alone."
    )
    #expect(text.entities == ["minister Amina Mwangi", "official Kofi Mwangi"])
    #expect(text.entities(of: "Mwangi") == [])
  }

  @Test func `gives a person the highest office that the text tells`() {
    let text = Reading("Ambassador Arto Lind, now Foreign Minister Arto Lind, spoke.")
    #expect(text.entities == ["minister Arto Lind"])
  }

  @Test func `takes two capitalised words for a person only where the text does`() {
    #expect(Reading("They admired Blue Lantern all day.").entities == [])
    #expect(Reading("It was good, said Arto Lind, a baker.").entities == ["person Arto Lind"])
    #expect(Reading("Arto Lind, who bakes bread, was there.").entities == ["person Arto Lind"])
    #expect(
      Reading("Guests met Arto Lind there. Later they saw Lind again.").entities == [
        "person Arto Lind"
      ])
  }

  @Test func `drops a lone surname that nobody bears`() {
    #expect(Reading("Reporters waited for Zzyzwicz in the rain.").entities == [])
  }

  @Test func `knows a body by the short form in brackets`() {
    let text = Reading("The Sea Watch Alliance (SWAX) met. Reporters praised SWAX for it.")
    #expect(text.entities == ["organization Sea Watch Alliance"])
    #expect(text.aliases("Sea Watch Alliance") == ["SWAX", "Sea Watch Alliance"])
  }

  @Test func `tells what happens every year apart by the year`() {
    let text = "They swam at the Yamoto Championship."
    #expect(Reading(text, published: "2021-03-08").entities == ["event Yamoto Championship (2021)"])
    #expect(Reading(text).entities == ["event Yamoto Championship"])
  }

  @Test(arguments: [
    ("They met at the 2012 Yamoto Summit in Oslo.", "2012"),
    ("They met at the Yamoto Summit in Oslo in 2009.", "2009"),
    ("They met at last year's Yamoto Summit.", "2020"),
    ("They met at the Yamoto Summit, and rested.", "2021"),
    ("The Yamoto Summit in May 2020 was short. They spoke of the Yamoto Summit again.", "2020"),
  ])
  func `takes the year that stands with an event for its own`(text: String, year: String) {
    #expect(
      Reading(text, published: "2021-03-08").entities.filter { $0.hasPrefix("event") }
        .allSatisfy { $0.hasSuffix("Yamoto Summit (\(year))") })
  }

  @Test func `names an election by its country and its year`() {
    let text = Reading(
      "They speak of Peru's presidential elections this year.", published: "2021-03-08")
    #expect(text.entities == ["country Peru", "event Peru presidential election (2021)"])
    #expect(
      text.aliases("Peru presidential election (2021)")?.contains("Peru's presidential elections")
        == true)
  }

  @Test func `finds the places and bodies inside of an event's or a body's name`() {
    #expect(
      Reading("They spoke of the crisis in Ukraine.").entities.contains("country Ukraine"))
    #expect(
      Reading("They spoke at the UN General Assembly.").entities
        .contains("organization United Nations"))
  }

  @Test func `knows a body by a common word only where its country is named`() {
    #expect(
      Reading("The United States waits for Congress to act.").entities
        == ["country United States", "organization U.S. Congress"])
    #expect(Reading("They wait for Congress to act.").entities == [])
  }

  @Test(arguments: [
    "The Executive Order was signed. The Order helps.",
    "They read the Blue Lantern Act. Nobody liked the Act.",
    "Storms named Yolko Storm hit. Then Storm left.",
    "They need Better Answers. The answers came. Answers help.",
  ])
  func `takes no act, storm or words that are also written small for a person`(text: String) {
    #expect(Reading(text).entities.allSatisfy { !$0.hasPrefix("person") })
  }

  @Test func `knows a place without its lower-case head word, too`() {
    #expect(
      Reading("It rained in Yamoto province.").aliases("Yamoto province")?.contains("Yamoto")
        == true)
  }

  @Test func `takes all that points to a country for the country`() {
    let text = Reading(
      "Peru and Peruvian officials say that Peruvians fish there, though Lima denies it.")
    #expect(text.entities == ["country Peru"])
    #expect(text.aliases("Peru") == ["Peru"])
  }

  @Test func `keeps a family name that several bear for the one who leads`() {
    let text = Reading(
      "President Daudi Mwangi came with his aide, Peter Mwangi. Mwangi said that he was glad.")
    #expect(text.entities(of: "Mwangi") == ["leader Daudi Mwangi"])
  }

  @Test func `tells nobody by a name that two bear without an office`() {
    let text = Reading("Daudi Mwangi, a farmer, came with Peter Mwangi, a baker. Mwangi smiled.")
    #expect(text.entities(of: "Mwangi") == [])
  }

  @Test(arguments: [
    "Minister Eva Lind addressed the UN General Assembly.",
    "In a speech to the UN General Assembly, Minister Eva Lind spoke.",
    "Minister Eva Lind spoke at the UN General Assembly.",
  ])
  func `takes an assembly that somebody comes to for its session`(text: String) {
    #expect(
      Reading(text).entities(of: "UN General Assembly").allSatisfy { $0.hasPrefix("event") })
  }

  @Test func `takes an assembly that acts for the body`() {
    let text = Reading("The UN General Assembly condemned the raid.")
    #expect(text.entities(of: "UN General Assembly") == ["organization UN General Assembly"])
  }

  @Test func `knows the West behind its article alone`() {
    #expect(Reading("Mali accused the West of theft.").entities.contains("region the West"))
    #expect(
      !Reading("They left the West Hall of the palace.").entities.contains("region the West"))
  }

  @Test func `takes the capital of a "-based" firm for the city`() {
    let text = Reading("An Oslo-based consultancy warned Mali.")
    #expect(text.entities(of: "Oslo") == ["city Oslo"])
  }

  @Test func `takes a capital with a relative clause for its country`() {
    let text = Reading("Tokyo, which never held such talks, opposes the plan.")
    #expect(text.entities(of: "Tokyo") == ["country Japan"])
  }

  @Test func `knows a family name of two words again`() {
    let text = Reading("They met Jean-Yves Le Brun in Lima. Le Brun, for his part, said nothing.")
    #expect(text.entities(of: "Le Brun") == ["person Jean-Yves Le Brun"])
  }

  @Test
  func `takes an unlisted name behind a preposition of place for a town where it reads like one`() {
    #expect(Reading("Rebels attacked a base near Vorukh.").entities == ["city Vorukh"])
  }

  @Test func `names a capital that the text only describes`() {
    #expect(Reading("She arrived in the Thai capital on Monday.").entities.contains("city Bangkok"))
    #expect(!Reading("The new Thai capital will be built.").entities.contains("city Bangkok"))
    #expect(!Reading("He trades in Thai capital goods.").entities.contains("city Bangkok"))
  }
}
