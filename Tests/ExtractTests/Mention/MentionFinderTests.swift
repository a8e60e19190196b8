@testable import Extract
import Testing

@Suite struct `A mention finder` {
  @Test func `finds a name behind its title and its country`() {
    let text = Reading("On Monday Kenyan Foreign Minister Wanjiru Odhiambo spoke.")
    #expect(text.names == ["Kenyan", "Wanjiru Odhiambo"])
    #expect(text.extent("Wanjiru Odhiambo") == "Kenyan Foreign Minister Wanjiru Odhiambo")
    #expect(text.offices("Wanjiru Odhiambo") == ["foreign minister"])
    #expect(text.listed("Kenyan") == "place/kenya by adjective")
  }

  @Test func `takes the longest title`() {
    let text = Reading("They met Deputy Foreign Minister Arto Lind and Foreign Minister Eva Berg.")
    #expect(text.offices("Arto Lind") == ["deputy foreign minister"])
    #expect(text.offices("Eva Berg") == ["foreign minister"])
  }

  @Test func `keeps an honorific apart from an office`() {
    let text = Reading("They waited for Dr. Arto Lind in the hall.")
    #expect(text.offices("Arto Lind") == [nil])
  }

  @Test func `lets a comma stand between a title and a full name`() {
    let text = Reading("Chile's president, Ana Rojas, spoke first.")
    #expect(text.names == ["Chile", "Ana Rojas"])
    #expect(text.offices("Ana Rojas") == ["president"])
  }

  @Test func `reads names with particles, initials and hyphens to their end`() {
    let text = Reading(
      "They met President Omar al-Tikri, Foreign Minister J. K. Moyo and Ambassador Jean-Luc van der Steen there."
    )
    #expect(text.names == ["Omar al-Tikri", "J. K. Moyo", "Jean-Luc van der Steen"])
  }

  @Test func `takes a generation for the end of a name`() {
    let text = Reading(
      "They met Senator Arto B. Lind, Jr. and Jean Moyo Sr. there, and Jr. waited.")
    #expect(text.names == ["Arto B. Lind, Jr.", "Jean Moyo Sr."])
  }

  @Test func `tells a name, a demonym and a people apart`() {
    let text = Reading("Peru and Peruvian officials say that Peruvians fish there.")
    #expect(text.listed("Peru") == "place/peru by name")
    #expect(text.listed("Peruvian") == "place/peru by adjective")
    #expect(text.listed("Peruvians") == "place/peru by people")
  }

  @Test func `takes a building for the government that sits in it`() {
    #expect(
      Reading("It was the Kremlin that answered.").listed("Kremlin") == "place/russia by seat")
  }

  @Test(arguments: [
    ("Experts of the Yamoto Institute agreed.", "Yamoto Institute", "organization"),
    ("It rained in Yamoto province.", "Yamoto province", "region"),
    ("Ships crossed the Gulf of Yamoto.", "Gulf of Yamoto", "region"),
    ("Ships passed the Yamoto Islands.", "Yamoto Islands", "island"),
    ("The Bank of Yamoto closed.", "Bank of Yamoto", "organization"),
    ("They signed after the Yamoto Summit.", "Yamoto Summit", "event"),
    ("The Kenya crisis goes on.", "Kenya crisis", "event"),
    (
      "The Yamoto Department of Health and Trade closed.", "Yamoto Department of Health and Trade",
      "organization"
    ),
    ("The Kenyan House of Elders met.", "Kenyan House of Elders", "organization"),
  ])
  func `tells the type of an unlisted name by its head word`(
    text: String, name: String, type: String
  ) {
    #expect(Reading(text).headType(name) == type)
  }

  @Test(arguments: [
    ("They met Republican Senator Robert Lind there.", ["Robert Lind"]),
    ("Former Kenyan president Daudi Otieno spoke.", ["Kenyan", "Daudi Otieno"]),
    ("They met Pedro Lima there.", ["Pedro Lima"]),
  ])
  func `ends and starts a name where a title, a demonym or a first name tells`(
    text: String, names: [String]
  ) {
    #expect(Reading(text).names.suffix(names.count) == names)
  }

  @Test func `finds a name behind the body of its title`() {
    let text = Reading(
      "They met the U.N. envoy for Yemen Lars Holm and President of Chile Ana Rojas.")
    #expect(text.extent("Lars Holm") == "U.N. envoy for Yemen Lars Holm")
    #expect(text.offices("Ana Rojas") == ["president"])
    #expect(text.listed("Yemen") == "place/yemen by name")
  }

  @Test(arguments: [
    ("They met Assistant Secretary for Western Hemisphere Affairs Arto Lind there.", "Arto Lind"),
    ("They met Deputy Director for Global Energy Security Umaro Lind there.", "Umaro Lind"),
    (
      "They met Senior Advisor to the Secretary of State for Arms Control Umaro Lind there.",
      "Umaro Lind"
    ),
    ("They met Envoy for Afghanistan Reconciliation Ambassador Umaro Lind there.", "Umaro Lind"),
    (
      "They met the Assistant to the President for Homeland Security, Dr. Umaro Lind, there.",
      "Umaro Lind"
    ),
    ("They met Head of Kenyan General Intelligence Services Peter Lind there.", "Peter Lind"),
  ])
  func `finds a name behind the field of its title`(text: String, name: String) {
    let text = Reading(text)
    #expect(text.offices(name)?.isEmpty == false)
  }

  @Test func `makes a title of a word of grade and another title`() {
    let text = Reading("They met Principal Deputy Assistant Administrator Arto Lind there.")
    #expect(text.offices("Arto Lind") == ["principal deputy assistant administrator"])
  }

  @Test func `ends a name before letters of honour`() {
    let text = Reading("They met Sir Arto Lind GCMG CBE and Eva Rosa Berg MP there.")
    #expect(text.names == ["Arto Lind", "Eva Rosa Berg"])
  }

  @Test func `takes an office of an office for a body`() {
    let text = Reading("They met Head of the Office of the President of Chile Arto Lind there.")
    #expect(text.headType("Office of the President") == "organization")
    #expect(text.offices("Arto Lind") == ["head"])
  }

  @Test func `takes no field for a name`() {
    let text = Reading("They met the Director for Western Hemisphere Affairs there.")
    #expect(text.mentions.allSatisfy { $0.titles.isEmpty })
  }

  @Test func `takes who a body is for into its name`() {
    #expect(
      Reading("The North Yamoto Voters' Association won.").headType(
        "North Yamoto Voters' Association")
        == "organization")
    #expect(Reading("They saw Yamoto's Association there.").headType("Yamoto's Association") == nil)
  }

  @Test func `takes a lasting trouble in a place for an event`() {
    let text = Reading("They discussed the conflict in Mali.")
    #expect(text.headType("conflict in Mali") == "event")
    #expect(text.listed("Mali") == "place/mali by name")
    #expect(Reading("It was the greatest conflict in Mali.").headType("conflict in Mali") == nil)
  }

  @Test func `opens a list of islands`() {
    let text = Reading("The dispute is about the islands of Kala, Miro and Tesh as well as others.")
    #expect(text.names == ["Kala", "Miro", "Tesh"])
    #expect(text.names.map(text.headType) == ["island", "island", "island"])
  }

  @Test func `takes no weekday, month or first word of a sentence for a name`() {
    #expect(Reading("However, on Monday, in March, they left. The others stayed.").names == [])
  }

  @Test func `trusts no capital in a headline`() {
    let text = Reading("Norway Accuses Iceland Over Stolen Herring Nets")
    #expect(text.listed("Norway") == "place/norway by name")
    #expect(text.listed("Iceland") == "place/iceland by name")
    #expect(
      text.mentions.allSatisfy {
        if case .unknown = $0.reference { false } else { true }
      }, "no run of words is a name")
  }

  @Test func `takes no full sentence for a headline, however many names it has`() {
    let text = Reading("Kenyan Foreign Minister Amina Mwangi praised Peru.")
    #expect(text.names == ["Kenyan", "Amina Mwangi", "Peru"])
  }

  @Test func `reads curly apostrophes and no-break spaces as straight and plain ones`() {
    let text = Reading("Chile’s foreign\u{A0}minister met South\u{A0}Korea’s.")
    #expect(text.listed("South Korea") == "place/south-korea by name")
    #expect(text.listed("Chile") == "place/chile by name")
  }

  @Test func `goes on with the field of a body behind "for" and "on"`() {
    #expect(
      Reading("She works at the Institute for Security Studies.").names.contains(
        "Institute for Security Studies"))
    #expect(!Reading("They asked the Institute for Kenya.").names.contains("Institute for Kenya"))
  }

  @Test func `takes particles inside of a name one after the other`() {
    #expect(
      Reading("A team led by Khalid bin Ali al-Humaidan came.").names.contains(
        "Khalid bin Ali al-Humaidan"))
  }

  @Test func `ends a listed name where an office starts`() {
    let text = Reading("White House Press Secretary Eva Lind spoke.")
    #expect(text.names.contains("White House"))
    #expect(!text.names.contains("White House Press"))
  }

  @Test(arguments: [
    (
      "She works at the S. Yamoto School of International Studies.",
      "S. Yamoto School of International Studies"
    ),
    (
      "He works at the Institute for South China Sea Studies.",
      "Institute for South China Sea Studies"
    ),
    (
      "He works at the School of Oriental and African Studies.",
      "School of Oriental and African Studies"
    ),
    ("He works at the Yamoto Middle East Center.", "Yamoto Middle East Center"),
    ("The Italian company Nuova Impresa built it.", "Nuova Impresa"),
    ("The relief agency Bread Africa Help runs it.", "Bread Africa Help"),
    ("The Lima newspaper Al-Yamoto Al-Jadeed said so.", "Al-Yamoto Al-Jadeed"),
    ("A Peruvian militia known as the YMT took it.", "YMT"),
    ("A militia called Yamoto took it.", "Yamoto"),
  ])
  func `reads the name of a body around the places in it`(text: String, name: String) {
    let reading = Reading(text)
    #expect(reading.headType(name) == "organization")
    #expect(!reading.names.contains { ["Africa", "Middle East", "South China Sea"].contains($0) })
  }

  @Test func `leaves out the regions that an office is for`() {
    let text = Reading("The secretary for East Asian and Pacific affairs, Eva Lind, spoke in Peru.")
    #expect(text.names == ["Eva Lind", "Peru"])
  }

  @Test func `leaves out the country of a place of learning`() {
    #expect(
      Reading("He works at the Peruvian Institute of Foreign Affairs.").names
        == ["Peruvian Institute of Foreign Affairs"])
    #expect(Reading("The Peruvian Health Council met.").names.contains("Peruvian"))
  }

  @Test func `leaves out pairs of regions`() {
    #expect(Reading("The Asian-African summit failed.").names.contains("Asian") == false)
    #expect(Reading("They asked European governments.").names == ["European"])
  }

  @Test func `takes a generic name of forces before a noun for its country`() {
    #expect(
      Reading("They met near a Turkish military base.").listed("Turkish")
        == "place/turkey by adjective")
    #expect(Reading("They met the Turkish military.").names == ["Turkish", "Turkish military"])
  }

  @Test(arguments: [
    "(AP Photo) Peru waited.", "(Reuters) Peru waited.", "(AFP/File) Peru waited.",
  ])
  func `leaves out a picture's credit`(text: String) {
    #expect(Reading(text).names == ["Peru"])
  }

  @Test func `leaves out who helped to write`() {
    #expect(Reading("Eva Lind contributed to this report from Peru.").names == [])
    #expect(Reading("Eva Lind contributed to this peace.").names == ["Eva Lind"])
  }
}
