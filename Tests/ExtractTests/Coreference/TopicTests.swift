@testable import Extract
import Testing

@Suite struct `Who "he" is` {
  @Test func `is no month and no weekday`() {
    let june = Reading(
      "General Moyo left in May. In June a conference ended. On July 2 he met Ambassador Eva Lind.")
    #expect(june.antecedents("he") == ["Moyo"])
    let monday = Reading(
      "General Moyo left on Friday. On Monday a conference ended. On Tuesday he met Ambassador Eva Lind."
    )
    #expect(monday.antecedents("he") == ["Moyo"])
  }

  @Test func `is what the sentence before was about where he opens the next`() {
    #expect(Reading("Ato Lind met Peter Mwangi. He left.").antecedents("He") == ["Ato Lind"])
    #expect(
      Reading("Ato Lind met Peter Mwangi. On Monday he left.").antecedents("he") != ["Ato Lind"])
  }

  @Test func `is who accuses others of a plot against him`() {
    let countries = Reading(
      "President Peter Mwangi accused Chad and Mali of plotting to overthrow him.")
    #expect(countries.antecedents("him") == ["Peter Mwangi"])
    let minister = Reading(
      "President Peter Mwangi accused Prime Minister Kurt Lind of plotting to overthrow him.")
    #expect(minister.antecedents("him") == ["Peter Mwangi"])
  }

  @Test func `is no president whom that president invites`() {
    let text = Reading(
      "Kenyan President Peter Mwangi met Peruvian President Ana Rojas. President Peter Mwangi invited the president."
    )
    #expect(text.antecedents("the president") == ["Ana Rojas"])
  }
}

@Suite struct `Whose "its" is` {
  @Test func `is the accuser's in what another is accused of`() {
    #expect(Reading("Kenya accused Chad of spying on its navy.").antecedents("its") == ["Kenya"])
  }

  @Test func `is the other's in what he is pressed to do`() {
    #expect(
      Reading("Kenya pressed Chad to withdraw its troops from Mali.").antecedents("its") == ["Chad"]
    )
  }

  @Test func `isn't who urges where another is urged`() {
    #expect(Reading("Kenya urged Chad to end its war.").antecedents("its") != ["Kenya"])
  }

  @Test func `is whoever is urged, which may be told as the indirect object`() {
    #expect(Reading("Kenya urged Chad to end its war.").antecedents("its") == ["Chad"])
    #expect(Reading("Kenya called on Chad to end its war.").antecedents("its") == ["Chad"])
  }
}

@Suite struct `A pair` {
  @Test func `may share a name`() {
    let text = Reading(
      "South Korea and North Korea met in May. Rain fell. Norway hailed both Koreas.")
    #expect(text.antecedents("both Koreas") == ["North Korea", "South Korea"])
    #expect(
      Reading("South Korea met Norway. Norway hailed both Koreas.").antecedents("both Koreas")
        == nil)
  }

  @Test func `may be a country and a body between whom something is`() {
    let text = Reading(
      "Negotiations between Chad and the Taliban began in Doha. Norway praised the two sides.")
    #expect(text.antecedents("the two sides") == ["Chad", "Taliban"])
    let government = Reading(
      "Talks between the government of Chad and the Taliban began in Doha. Norway praised the two sides."
    )
    #expect(government.antecedents("the two sides") == ["Chad", "Taliban"])
  }

  @Test func `is the publisher and whom it tells of in what a state publishes`() {
    let publisher = "https://www.president.gov.ua/en"
    let text =
      "Ukraine spoke with Peru and Chad. Norway is a friend. The two countries signed a treaty."
    #expect(
      Reading(text, publisher: publisher).antecedents("The two countries") == ["Norway", "Ukraine"])
    #expect(Reading(text).antecedents("The two countries") == nil)
  }

  @Test func `is of two others whom it ranges in what a state publishes`() {
    let text = "Ukraine is calm. Norway and Chad are friends. The two countries signed a treaty."
    #expect(
      Reading(text, publisher: "https://www.president.gov.ua/en").antecedents("The two countries")
        == ["Chad", "Norway"])
  }
}

@Suite struct `A body` {
  @Test func `is "they" where its verb is in the plural`() {
    #expect(
      Reading("The Taliban have said nothing. They praised Norway.").antecedents("They")
        == ["Taliban"])
    #expect(
      Reading("The Taliban has said nothing. They praised Norway.").antecedents("They") == nil)
  }
}

@Suite struct `Those who lead in a place` {
  @Test(arguments: ["Opposition leaders", "Union leaders", "Rebel leaders"])
  func `aren't its government where they are told to be others`(leaders: String) {
    #expect(Reading("\(leaders) in Venezuela spoke.").antecedents(leaders) == nil)
    #expect(Reading("Leaders in Venezuela spoke.").antecedents("Leaders") == ["Venezuela"])
  }

  @Test func `are its government where the place hangs on the verb`() {
    let text = Reading("Norway backs the government in Caracas. Venezuela is calm.")
    #expect(text.antecedents("the government") == ["Venezuela"])
  }
}
