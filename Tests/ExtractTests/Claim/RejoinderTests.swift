@testable import Extract
import Graph
import Testing

@Suite struct `What takes up a deed or a word` {
  @Test func `is answered to who said it`() {
    let claims = Reading("Kenya accused Mali of theft. Mali denied the allegation.").claims
    #expect(claims.contains("Mali rejects Kenya actual"))
  }

  @Test(arguments: [
    (
      "Kenya accused Mali of theft, a charge that Malian President Peter Mwangi denied.",
      "Peter Mwangi rejects Kenya actual"
    ),
    (
      "Oman offered to mediate between Kenya and Mali, an offer which Ghana turned down.",
      "Ghana rejects Oman actual"
    ),
  ])
  func `is answered to who said it in the same sentence`(text: String, claim: String) {
    let claims = Reading(text).claims
    #expect(claims.contains(claim), "\(claims)")
  }

  @Test func `is answered by who speaks for the country that it was said to`() {
    let claims = Reading(
      "Kenya accused Mali of theft. Malian President Peter Mwangi rejected the charge."
    ).claims
    #expect(claims.contains("Peter Mwangi rejects Kenya actual"))
  }

  @Test func `is answered to nobody where it was said to another`() {
    let claims = Reading("Kenya accused Mali of theft. Ghana denied the allegation.").claims
    #expect(!claims.contains { $0.hasPrefix("Ghana rejects") })
  }

  @Test(arguments: ["Mr. Mwangi was joined by", "He was accompanied by"])
  func `is shared by who comes along`(words: String) {
    let met = "Kenyan President Peter Mwangi met Malian President Ana Rojas in Oslo. "
    let claims = Reading(met + words + " Foreign Minister Jonas Lind.").claims
    #expect(claims.contains("Jonas Lind meets Ana Rojas actual"))
    #expect(!claims.contains { $0.hasPrefix("Jonas Lind meets Peter Mwangi") })
    let summit = "Kenyan President Peter Mwangi attended the NATO summit. "
    #expect(
      Reading(summit + words + " Foreign Minister Jonas Lind.").claims.contains {
        $0.hasPrefix("Jonas Lind attends NATO summit")
      })
    let far =
      met + "It rained. It snowed. It froze. Mr. Mwangi was joined by Foreign Minister Jonas Lind."
    #expect(!Reading(far).claims.contains { $0.hasPrefix("Jonas Lind meets") })
  }

  @Test func `is held against who did it`() {
    let claims = Reading("Kenya attacked Mali. Ghana condemned the attack.").claims
    #expect(claims.contains("Ghana accuses Kenya actual"))
    #expect(!claims.contains("Ghana accuses Mali actual"))
  }

  @Test func `is answered as a user's file of relations has it`() throws {
    let reading = Reading("Kenya attacked Mali. Ghana financed the attack.")
    var frames = FrameLibrary.builtIn
    #expect(!reading.claims(by: frames).contains("Ghana aids Kenya actual"))
    try frames.add(
      "relations:\n  aids: {answers: doer}\n", file: "mine.yaml", ontology: .builtIn)
    #expect(reading.claims(by: frames).contains("Ghana aids Kenya actual"))
  }

  @Test func `is an idea for all, of who proposed it`() {
    let claims = Reading(
      "Kenya offered to mediate between Mali and Chad. Ghana dismissed the idea."
    )
    .claims
    #expect(claims.contains("Ghana rejects Kenya actual"))
    #expect(!claims.contains { $0.hasPrefix("Ghana rejects Mali") })
  }

  @Test func `is an accusation where somebody says that another does it`() {
    let claims = Reading(
      "Kenya says Mali is arming Chad. Mali denied the accusation."
    )
    .claims
    #expect(claims.contains("Mali rejects Kenya actual"))
  }

  @Test func `is the move of who acted last`() {
    let claims = Reading("Kenya expelled two diplomats of Mali. Ghana condemned the move.").claims
    #expect(claims.contains("Ghana accuses Kenya actual"))
    #expect(
      !Reading("Kenya praised Mali. Ghana condemned the move.").claims.contains {
        $0.hasPrefix("Ghana accuses")
      })
  }

  @Test func `is given back in kind`() {
    let claims = Reading("Kenya expelled two diplomats of Mali. Mali responded in kind.").claims
    #expect(claims.contains("Mali sanctions Kenya actual"))
    #expect(
      !Reading("Kenya expelled two diplomats of Mali. Ghana responded in kind.").claims.contains {
        $0.hasPrefix("Ghana sanctions")
      })
  }

  @Test func `is held against nobody long after`() {
    let filler = String(repeating: "The rain fell on the fields. ", count: 6)
    let claims = Reading("Kenya attacked Mali. \(filler)Ghana condemned the attack.").claims
    #expect(!claims.contains { $0.hasPrefix("Ghana accuses") })
  }

  @Test func `isn't what was done to who is named`() {
    let claims = Reading("Ghana condemned the invasion of Mali.").claims
    #expect(!claims.contains("Ghana accuses Mali actual"))
  }
}

@Suite struct `The name of an event` {
  @Test(arguments: [
    ("Kenya decried the Russian invasion of Ukraine.", "Russia attacks Ukraine actual"),
    (
      "The Soviet withdrawal from Afghanistan took months.",
      "Soviet Union retreats Afghanistan actual"
    ),
  ])
  func `states what its words do`(text: String, claim: String) {
    #expect(Reading(text).claims.contains(claim))
  }
}

@Suite struct `Who says what another must do` {
  @Test func `asks it of him`() {
    #expect(
      Reading("Kenya said that Mali must leave.").claims.contains("Kenya requests Mali actual"))
  }

  @Test func `asks nothing of whom it is done to`() {
    let claims = Reading("Kenya said that Mali should be praised.").claims
    #expect(!claims.contains { $0.hasPrefix("Kenya requests") })
  }
}
