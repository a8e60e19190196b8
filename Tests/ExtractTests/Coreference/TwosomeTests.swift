@testable import Extract
import Testing

@Suite struct `Two that have no noun of their own` {
  @Test(arguments: [
    "The two will meet.", "Both deny it.", "Both accused the other of theft.",
    "Norway mediated between the two.", "Norway met both on Friday.",
  ])
  func `takes a number alone for those whom the text told of together last`(next: String) {
    let text = Reading("Kenya accused Chad of theft. Nobody was surprised. " + next)
    let number = ["Both", "both", "two"].first { next.contains($0) }
    #expect(number.flatMap(text.antecedents(headedBy:)) == ["Chad", "Kenya"])
  }

  @Test(arguments: [
    "Kenya, Peru and Chad met. The two agreed.", "Kenya accused Chad. The two of us agreed.",
    "Kenya accused Chad. It met both in Oslo and in Lima.", "Kenya slept. The two agreed.",
  ])
  func `leaves a number alone that counts something else, or that three could be meant by`(
    text: String
  ) {
    let reading = Reading(text)
    #expect(reading.antecedents(headedBy: "two") == nil)
    #expect(reading.antecedents(headedBy: "both") == nil)
  }

  @Test func `takes persons for two before their countries`() {
    let text = Reading(
      "Kenyan President Peter Mwangi met Peruvian President Ana Rojas. The two agreed. Their countries share a bank."
    )
    #expect(text.antecedents(headedBy: "two") == ["Ana Rojas", "Peter Mwangi"])
    #expect(text.antecedents(headedBy: "countries") == ["Kenya", "Peru"])
  }

  @Test func `takes what two countries are to each other, or have, for the two`() {
    let text = Reading("Kenya accused Chad of theft. The neighbours went to war. Their armies met.")
    #expect(text.antecedents(headedBy: "neighbours") == ["Chad", "Kenya"])
    #expect(text.antecedents(headedBy: "armies") == ["Chad", "Kenya"])
    let sides = Reading("Kenya accused Chad of theft. Norway mediates between the warring sides.")
    #expect(sides.antecedents(headedBy: "sides") == ["Chad", "Kenya"])
    let others = Reading("Kenya accused Chad of theft. Its neighbours and Peru objected.")
    #expect(others.antecedents(headedBy: "neighbours") == nil)
  }

  @Test func `takes one country's neighbour for the other of two that the text is about`() {
    let pair = "Kenya accused Chad. Chad blamed Kenya. Kenya and Chad met. "
    #expect(Reading(pair + "Kenya sued its neighbour.").antecedents("its neighbour") == ["Chad"])
    #expect(
      Reading(pair + "Kenya sued its northern neighbour.").antecedents(headedBy: "neighbour") == nil
    )
    #expect(
      Reading(pair + "Peru sued its neighbour.").antecedents(headedBy: "neighbour") == nil)
  }

  @Test func `takes those of one office for the two that have it`() {
    let text = Reading(
      "Kenyan Prime Minister Peter Mwangi met Peruvian Prime Minister Ana Rojas. Chadian President Luc Morel praised the two prime ministers."
    )
    #expect(text.antecedents("the two prime ministers") == ["Ana Rojas", "Peter Mwangi"])
    let one = Reading(
      "Kenyan Prime Minister Peter Mwangi met Peruvian President Ana Rojas. Norway praised the two prime ministers."
    )
    #expect(one.antecedents(headedBy: "ministers") == nil)
  }

  @Test func `leaves those alone who are three, or are told nowhere near`() {
    let three = Reading("Kenya, Peru and Chad accused each other. The warring sides met.")
    #expect(three.antecedents(headedBy: "sides") == nil)
    let far = Reading("Kenya accused Chad. It rained. It snowed. It froze. The warring sides met.")
    #expect(far.antecedents(headedBy: "sides") == nil)
  }

  @Test func `takes two for those of a pair, not for a third behind it`() {
    let text = Reading(
      "Kenya and Chad signed. Both countries, allies of Norway, agreed. The ministers of the two countries met."
    )
    #expect(text.antecedents("the two countries") == ["Chad", "Kenya"])
  }
}
