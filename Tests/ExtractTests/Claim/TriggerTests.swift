@testable import Extract
import Graph
import Testing

@Suite struct `What words state` {
  private static let otieno = "Kenyan President Daudi Otieno"

  @Test func `may be stated besides what fewer of them do`() {
    let claims = Reading(
      "\(Self.otieno) urged Eva Lind by phone to sign the treaty."
    ).claims
    #expect(claims.contains("Daudi Otieno calls Eva Lind actual"))
    #expect(claims.contains("Daudi Otieno requests Eva Lind actual"))
    let urged = Reading("\(Self.otieno) urged Eva Lind to sign the treaty.").claims
    #expect(!urged.contains("Daudi Otieno calls Eva Lind actual"))
  }

  @Test func `isn't stated again, the other way round, by one of them`() {
    #expect(Reading("Kenya has the support of Ghana.").claims == ["Ghana supports Kenya actual"])
  }

  @Test func `is told with a pronoun behind a preposition`() {
    #expect(
      Reading("Chad, from which Mali recalled its envoy, is calm.").claims == [
        "Mali sanctions Chad actual"
      ])
    #expect(
      Reading("Chad, against which Mali imposed sanctions, is calm.").claims == [
        "Mali sanctions Chad actual"
      ])
  }

  @Test func `is of the name before "which" that acts, not of the thing before`() {
    let claims = Reading("Kenya hailed a deal with Oman, which expelled Chad's ambassador.").claims
    #expect(claims.contains("Oman sanctions Chad actual"))
    let removed = Reading("Kenya signed a deal with Oman, which removed Chad from its list.").claims
    #expect(removed.contains("Oman concedes Chad actual"))
  }

  @Test(arguments: [
    ("Chad is the only country that expelled Mali's envoy.", "Chad sanctions Mali actual"),
    ("Chad, at odds with Mali over the border, is calm.", "Chad disputes Mali actual"),
    ("Kenya praised Chad, whose troops attacked Mali.", "Chad attacks Mali actual"),
    (
      "Chad told the Malian envoy and the head of the EU delegation to leave.",
      "Chad sanctions Mali actual"
    ),
  ])
  func `is told of who a noun, a phrase or a clause is about`(text: String, claim: String) {
    #expect(Reading(text).claims.contains(claim))
  }

  @Test func `isn't stated of who stands behind the clause that states it`() {
    let claims = Reading("Kenya, which has trained Malian soldiers, and Ghana left.").claims
    #expect(claims.contains("Kenya aids Mali actual"))
    #expect(!claims.contains("Ghana aids Mali actual"))
  }

  @Test func `is turned into another thing by a particle`() {
    let claims = Reading("\(Self.otieno) called off a trip to Mali that was planned for May.")
      .claims
    #expect(claims == ["Daudi Otieno visits Mali cancelled"])
  }

  @Test func `may be stated by fewer of them where all of them lack an end`() {
    #expect(
      Reading("Kenya will provide Mali with an additional $40 million in military aid.").claims
        .contains("Kenya aids Mali planned"))
    #expect(
      Reading("Kenya froze $40 million in aid to Mali.").claims.contains(
        "Kenya sanctions Mali actual"))
  }

  @Test func `is of who made what is turned down`() {
    let claims = Reading("Kenya rejected a swap of land that Mali had proposed.").claims
    #expect(claims.contains("Kenya rejects Mali actual"))
  }

  @Test func `is of a district, not of the city that it is one of`() {
    let claims = Reading(
      "They saw Varosha, a district of Famagusta that has been under the control of Turkey since 1974."
    ).claims
    #expect(claims.contains("Turkey controls Varosha actual"))
    #expect(!claims.contains("Turkey controls Famagusta actual"))
  }

  @Test func `may be stated of a capital for its country`() {
    let claims = Reading("Kenya recalled its ambassador from Bamako. Mali protested.").claims
    #expect(claims.contains("Kenya sanctions Mali actual"))
  }

  @Test func `may be how somebody stands`() {
    #expect(
      Reading("Kenya, with the backing of Moscow, attacked Ghana.").claims == [
        "Russia supports Kenya actual", "Kenya attacks Ghana actual",
      ])
    #expect(
      Reading("Kenya, under pressure from Moscow, attacked Ghana.").claims == [
        "Russia requests Kenya actual", "Kenya attacks Ghana actual",
      ])
  }

  @Test func `is done to who has no word of his own for it behind "and"`() {
    let claims = Reading("\(Self.otieno) arrived in Oslo and has been received by Eva Lind.").claims
    #expect(claims.contains("Eva Lind hosts Daudi Otieno actual"))
  }

  @Test func `has who joins others for it take part`() {
    let claims = Reading(
      "\(Self.otieno) was joined by Ambassador Eva Lind for talks with President Peter Mwangi."
    ).claims
    #expect(claims.contains("Daudi Otieno meets Peter Mwangi actual"))
    #expect(claims.contains("Eva Lind meets Peter Mwangi actual"))
    #expect(!claims.contains("Eva Lind meets Daudi Otieno actual"))
  }
}

@Suite struct `What has or hasn't come` {
  @Test func `is possible where it must come first`() {
    #expect(
      Reading("Kenya will wait until Chad recognizes Kosovo.").claims == [
        "Chad supports Kosovo possible"
      ])
    #expect(
      Reading("Kenya waited until Chad recognized Kosovo.").claims == [
        "Chad supports Kosovo actual"
      ])
  }

  @Test func `is possible where the tree has what must come first for what is said`() {
    #expect(
      Reading("Chad will stay until Mali withdraws its troops from Ghana.").claims == [
        "Mali retreats Ghana possible"
      ])
  }

  @Test func `is actual where somebody went for it`() {
    let otieno = "Kenyan President Daudi Otieno"
    #expect(
      Reading("\(otieno) went to Oslo for talks with Eva Lind.").claims.contains(
        "Daudi Otieno meets Eva Lind actual"))
    #expect(
      Reading("\(otieno) will go to Oslo for talks with Eva Lind.").claims.contains(
        "Daudi Otieno meets Eva Lind planned"))
  }
}

@Suite struct `Who does as another has done` {
  @Test func `does the same to the same`() {
    let claims = Reading("Denmark recalled its envoy from Mali. Norway followed suit.").claims
    #expect(claims == ["Denmark sanctions Mali actual", "Norway sanctions Mali actual"])
  }

  @Test func `is denied where he doesn't`() {
    let claims = Reading("Denmark recalled its envoy from Mali. Norway did not follow suit.").claims
    #expect(claims == ["Denmark sanctions Mali actual", "Norway sanctions Mali denied"])
  }

  @Test func `is nobody to whom it was done`() {
    let claims = Reading("Denmark recalled its envoy from Mali. Mali followed suit.").claims
    #expect(claims == ["Denmark sanctions Mali actual"])
  }

  @Test func `is nobody who comes sentences later`() {
    let claims = Reading(
      "Denmark recalled its envoy from Mali. Rain fell. It was cold. Norway followed suit."
    ).claims
    #expect(claims == ["Denmark sanctions Mali actual"])
  }
}

@Suite struct `A word that stands for all that was said` {
  @Test(arguments: ["Mali denies this.", "Mali denied that."])
  func `is answered to who said it`(answer: String) {
    let claims = Reading("Kenya accused Mali of theft. \(answer)").claims
    #expect(claims.contains("Mali rejects Kenya actual"))
  }
}

@Suite struct `What a pattern states` {
  private static let pipeline = Pipeline()

  private static func meeting(_ text: String) -> [Claim] {
    let persons = "President Daudi Otieno and Prime Minister Eva Lind ate. "
    let document = Document(id: "a", published: "2014-09-23", text: persons + text)
    return pipeline.graph(of: document).edges.filter { $0.type == "meets" }.flatMap(\.claims)
  }

  @Test func `takes the occasion that the tree tells`() {
    let claims = Self.meeting("The Otieno-Lind meeting during the NATO summit was short.")
    #expect(claims.map { $0.evidence.occasion.map(\.rawValue) } == [["event/nato-summit-2014"]])
  }

  @Test(arguments: [
    "The NATO summit was held on September 4-5. The Otieno-Lind meeting during the NATO summit was short.",
    "The NATO summit in Newport was held on September 4-5. The Otieno-Lind meeting during the NATO summit in Newport was short.",
    "The Otieno-Lind meeting during the NATO summit was short. The summit was held on September 4-5.",
    "They praised the Otieno-Lind meeting during the African Union summit in Malabo. The summit was held on September 4-5.",
  ])
  func `takes the dates of its occasion`(text: String) {
    let claims = Self.meeting(text)
    #expect(claims.map { $0.evidence.time?.rawValue } == ["2014-09-04/2014-09-05"])
  }
}
