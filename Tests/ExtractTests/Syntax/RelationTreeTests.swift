@testable import Extract
import Testing

/// What mended trees state, from the text to the claim.
@Suite struct `Names that a text ranges with commas` {
  @Test func `are one subject`() {
    let claims = Reading("Canada, the EU, the UK, Peru and the Bahamas imposed sanctions on Mali.")
      .claims
    for country in ["Canada", "European Union", "United Kingdom", "Peru", "Bahamas"] {
      #expect(claims.contains("\(country) sanctions Mali actual"))
    }
  }

  @Test func `are one phrase behind a noun`() {
    let claims = Reading("Kenya has disputes with Ghana, the Philippines, Mali and Oman.").claims
    for country in ["Ghana", "Philippines", "Mali", "Oman"] {
      #expect(
        claims.contains { $0.contains("Kenya") && $0.contains("disputes") && $0.contains(country) })
    }
  }

  @Test func `are the subject of a second clause, not places of the first`() {
    let claims = Reading(
      "Yilmaz visited Jerusalem in early September, and Israel, Turkey and the United States conducted a joint naval exercise in the eastern Mediterranean in January."
    ).claims
    for pair in [("Israel", "Turkey"), ("Israel", "United States"), ("Turkey", "United States")] {
      #expect(claims.contains("\(pair.0) cooperates \(pair.1) actual"))
    }
  }

  @Test func `act behind the comma of a phrase that opens the sentence`() {
    let claims = Reading("After the summit in Chad, Kenya and Ghana accused Mali of cheating.")
      .claims
    #expect(claims.contains("Kenya accuses Mali actual"))
    #expect(claims.contains("Ghana accuses Mali actual"))
    #expect(!claims.contains("Chad accuses Mali actual"))
  }
}

@Suite struct `A clause with "which"` {
  @Test(arguments: [
    "Kenya, which opposes the plan, accused Ghana of harboring rebels.",
    "Kenya, which vetoed the plan, criticized Ghana.",
  ])
  func `takes no verb from the sentence`(text: String) {
    #expect(Reading(text).claims.contains("Kenya accuses Ghana actual"))
  }
}

@Suite struct `Two objects` {
  @Test(arguments: [
    "The IMF will lend Sri Lanka $3 billion.", "The IMF will lend Ghana 3 million dollars.",
  ])
  func `are who gets a thing and the thing`(text: String) {
    #expect(
      Reading(text).claims.contains { $0.hasPrefix("International Monetary Fund aids") })
  }

  @Test func `are none where the second is a time`() {
    let claims = Reading("Kenya accused Ghana Monday.").claims
    #expect(claims == ["Kenya accuses Ghana actual"])
  }
}

@Suite struct `Who comes with the subject` {
  @Test(arguments: [
    "Accompanied by President Kofi Addo, President Peter Mwangi visited Oslo.",
    "Peter Mwangi arrived in Oslo on Thursday, accompanied by Kofi Addo.",
  ])
  func `does what it does`(text: String) {
    let claims = Reading(text).claims
    #expect(claims.contains("Peter Mwangi visits Oslo actual"))
    #expect(claims.contains("Kofi Addo visits Oslo actual"))
  }

  @Test func `has the subject behind the comma`() {
    let claims = Reading("Pressed by Kenya, Ghana agreed to meet Mali.").claims
    #expect(claims.contains { $0.hasPrefix("Kenya requests Ghana") })
  }

  @Test func `is nobody whom it was criticized by`() {
    let claims = Reading("Criticized by Kofi Addo, Peter Mwangi visited Oslo.").claims
    #expect(!claims.contains("Kofi Addo visits Oslo actual"))
  }
}

@Suite struct `Whom an act is told of` {
  @Test func `has been hit where the last of several harms is told`() {
    let claims = Reading(
      "Chadian shelling kills six people and injures eight others in Niamey, Niger."
    ).claims
    #expect(claims.contains("Chad attacks Niamey actual"))
  }

  @Test func `may be some thousands of a people`() {
    #expect(
      Reading("Thousands of Kenyans protested against Ghana.").claims.contains(
        "Kenya protests Ghana actual"))
  }

  @Test func `may stand behind the verb that its noun has`() {
    #expect(
      Reading("Tensions escalate between Kenya and Ghana.").claims.contains {
        $0.contains("disputes")
      })
  }

  @Test func `is not the other one who fights a thing`() {
    #expect(
      !Reading("Kenya and Ghana will fight terrorism.").claims.contains { $0.contains("attacks") })
    #expect(
      Reading("Kenya and Ghana fought a war.").claims.contains { $0.contains("attacks") })
  }

  @Test func `is whose ambassador a country summons by name`() {
    let claims = Reading("Kenya summons the Norwegian ambassador, Arto Lind.").claims
    #expect(claims.contains("Kenya protests Norway actual"))
    #expect(
      !Reading("Kenya summons its ambassador to Norway Arto Lind.").claims.contains(
        "Kenya protests Norway actual"))
  }
}

@Suite struct `Verbs that a tree joins` {
  @Test func `may stand in either order`() {
    #expect(Reading("as you know campaigned before reform.").claims.isEmpty)
  }
}
