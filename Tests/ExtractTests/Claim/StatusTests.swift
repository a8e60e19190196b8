@testable import Extract
import Testing

@Suite struct `A claim's status` {
  @Test(arguments: [
    ("Kenya met with Ghana.", "actual"),
    ("Kenya will meet with Ghana.", "planned"),
    ("Kenya plans to meet with Ghana.", "planned"),
    ("Kenya is scheduled to meet with Ghana.", "planned"),
    ("Kenya wants to meet with Ghana.", "proposed"),
    ("Kenya proposed to meet with Ghana.", "proposed"),
    ("Kenya is ready to meet with Ghana.", "proposed"),
    ("Kenya could meet with Ghana.", "possible"),
    ("Kenya may yet meet with Ghana.", "possible"),
    ("Kenya postponed talks with Ghana.", "postponed"),
    ("Kenya's talks with Ghana have been put off.", "postponed"),
    ("Kenya cancelled talks with Ghana.", "cancelled"),
    ("Kenya's talks with Ghana were called off.", "cancelled"),
    ("Kenya did not meet with Ghana.", "denied"),
    ("Kenya has yet to meet with Ghana.", "denied"),
    ("Kenya refused to meet with Ghana.", "denied"),
    ("Kenya won't meet with Ghana.", "denied"),
  ])
  func `follows the words around it`(text: String, status: String) {
    // Who refuses to meet somebody also rejects him.
    let claims = Reading(text).claims.filter { !$0.contains("rejects") }
    #expect(claims == ["Kenya meets Ghana \(status)"])
  }

  @Test(arguments: [
    ("Peru will host talks between Kenya and Ghana.", "planned"),
    ("Peru hopes to broker talks between Kenya and Ghana.", "proposed"),
    ("Peru refused to host talks between Kenya and Ghana.", "denied"),
    ("Peru hosted talks between Kenya and Ghana.", "actual"),
  ])
  func `is that of who brings others together`(text: String, status: String) {
    #expect(Reading(text).claims.contains("Kenya meets Ghana \(status)"))
  }

  @Test func `is open where somebody neither confirms nor denies it`() {
    let claims = Reading("Kenya has neither confirmed nor denied that it attacked Mali.").claims
    #expect(claims == ["Kenya attacks Mali possible"])
  }

  @Test func `is that of what is to come during a journey to come, and of no other`() {
    let lind = "Kenyan President Kurt Lind"
    #expect(
      Reading("During his visit to Mali, \(lind) will speak.").claims.contains(
        "Kurt Lind visits Mali planned"))
    #expect(
      Reading("\(lind) did not speak during his visit to Mali.").claims.contains(
        "Kurt Lind visits Mali actual"))
  }

  @Test func `is that of a possibility behind "if", wherever the clause hangs`() {
    #expect(
      Reading("Kenya would step in if Chad attacked Mali.").claims.contains(
        "Chad attacks Mali possible"))
  }

  @Test func `is that of the act which serves what is done by saying it`() {
    let lind = "Kenyan President Kurt Lind"
    #expect(
      Reading("\(lind) travelled to Oslo to thank Ghana.").claims.contains(
        "Kurt Lind supports Ghana actual"))
    #expect(
      Reading("\(lind) travelled to Oslo to praise Ghana.").claims.contains(
        "Kurt Lind supports Ghana planned"))
    #expect(
      Reading("\(lind) will travel to Oslo to thank Ghana.").claims.contains(
        "Kurt Lind supports Ghana planned"))
  }

  @Test func `is that of a plan in what somebody said would happen`() {
    #expect(
      Reading("Mali said Kenya would meet with Ghana.").claims == ["Kenya meets Ghana planned"])
    #expect(Reading("Kenya would meet with Ghana.").claims == ["Kenya meets Ghana possible"])
    #expect(
      Reading("Kenya would have met with Ghana.").claims == ["Kenya meets Ghana denied"])
  }

  @Test func `goes with the plan before or after which something is to be`() {
    let lind = "Kenyan President Kurt Lind"
    #expect(
      Reading("\(lind) will meet Eva Moss before flying to Oslo.").claims.contains(
        "Kurt Lind visits Oslo planned"))
    #expect(
      Reading("\(lind) met Eva Moss before flying to Oslo.").claims.contains(
        "Kurt Lind visits Oslo actual"))
  }

  @Test func `isn't denied by "not only"`() {
    #expect(Reading("Kenya not only met with Ghana.").claims == ["Kenya meets Ghana actual"])
  }

  @Test func `is actual of what goes on, whatever is said of it`() {
    #expect(
      Reading("They discussed Kenya's enduring support for Ghana.").claims == [
        "Kenya supports Ghana actual"
      ])
    #expect(
      Reading("They discussed Kenya's support for Ghana.").claims == [
        "Kenya supports Ghana proposed"
      ])
  }

  @Test func `isn't taken from another clause`() {
    #expect(
      Reading("Peru will wait, but Kenya met with Ghana.").claims == ["Kenya meets Ghana actual"])
    #expect(
      Reading("Kenya met with Ghana, which will not wait any longer now.").claims.count == 1)
  }

  @Test func `isn't taken from the words that state the relation`() {
    #expect(Reading("Kenya urged Ghana to wait.").claims == ["Kenya requests Ghana actual"])
    #expect(Reading("Kenya rejected Ghana.").claims == ["Kenya rejects Ghana actual"])
    #expect(Reading("Kenya does not recognize Kosovo.").claims == ["Kenya rejects Kosovo actual"])
  }
}

@Suite struct `A list` {
  @Test func `gives each of its members the claim`() {
    #expect(
      Reading("Norway, Sweden and Denmark accused Chile and Peru.").claims.sorted()
        == [
          "Denmark accuses Chile actual", "Denmark accuses Peru actual",
          "Norway accuses Chile actual",
          "Norway accuses Peru actual", "Sweden accuses Chile actual", "Sweden accuses Peru actual",
        ])
  }

  @Test func `gives its last member to the other end where a relation joins its members`() {
    #expect(Reading("Chile and Peru have agreed on a road.").claims == ["Chile agrees Peru actual"])
  }
}

@Suite struct `A country's institutions` {
  @Test(arguments: [
    "The Kenyan government accused Ghana.", "Kenya's army accused Ghana.",
    "Kenya accused the Ghanaian authorities.",
    "Nairobi accused Accra.", "Kenya accused Ghana's government.",
  ])
  func `act for it`(text: String) {
    #expect(Reading(text).claims == ["Kenya accuses Ghana actual"])
  }

  @Test func `are needed by a demonym`() {
    #expect(Reading("A Kenyan accused Ghana.").claims == [])
    #expect(Reading("Kenyan tea pleased Ghana.").claims == [])
  }
}
