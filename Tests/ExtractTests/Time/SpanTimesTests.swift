import Graph
import Language
import Testing

@testable import Extract

/// Times that are longer than what one word names, and of what is told apart from them.
@Suite struct `A claim's time`: DatedArticleSuite {
  @Test(arguments: [
    ("Paul Biya met Idriss Deby in Lagos on September 18 and 19.", "2014-09-18/2014-09-19"),
    ("Paul Biya met Idriss Deby in Lagos on Sept. 17-18 and 20.", "2014-09-17/2014-09-20"),
    ("Paul Biya met Idriss Deby in Lagos on Sunday and again on Monday.", "2014-09-21/2014-09-22"),
    (
      "Paul Biya met Idriss Deby in Lagos during his two-day visit, which began on Sunday.",
      "2014-09-21/2014-09-22"
    ),
    (
      "During a four-day tour that ended on Saturday, Paul Biya met Idriss Deby in Lagos.",
      "2014-09-17/2014-09-20"
    ),
    ("Paul Biya, in office since 1982, met Idriss Deby.", nil),
    ("Former President Paul Biya (1982-2011) met Idriss Deby.", nil),
  ])
  func `of a meeting is all of its days`(sentence: String, time: String?) {
    #expect(Self.times(of: "meets", in: "Lagos was calm.\n\n" + sentence) == [time])
  }

  @Test(arguments: [
    ("that opened on Thursday.", "2014-09-18/2014-09-19"),
    ("that ended on Saturday.", "2014-09-19/2014-09-20"),
  ])
  func `of a summit is as long as the text says`(words: String, time: String) {
    let text = "Lima was calm.\n\nPaul Biya attended a two-day summit in Colombo " + words
    #expect(Self.times(of: "attends", in: text) == [time])
  }

  @Test func `of a summit is told by one of its days`() {
    let text = """
      Lima was calm.

      Xi Jinping and Vladimir Putin signed a treaty on September 14, the last day of the two-day summit in Moscow.
      """
    #expect(Self.times(of: "located-in", in: text) == ["2014-09-13/2014-09-14"])
    #expect(Self.times(of: "agrees", in: text) == ["2014-09-14"])
  }

  @Test(arguments: [
    ("Paul Biya has called off a trip to Japan that was planned for late October.", "2014-10"),
    ("Paul Biya shelved a visit to Japan due in November.", "2014-11"),
  ])
  func `of a plan is for when it was`(sentence: String, time: String) {
    #expect(Self.times(of: "visits", in: "Lima was calm.\n\n" + sentence) == [time])
  }

  @Test func `of what a read-out of a journey tells is the journey's`() {
    let text = """
      Readout of Secretary Kerry's Travel to Panama and Colombia

      Secretary of State John Kerry traveled to Panama and Colombia on September 10-14. In Bogota, the Secretary urged \
      China to free Peru's ships.
      """
    #expect(Self.times(of: "requests", in: text) == ["2014-09-10/2014-09-14"])
  }

  @Test func `goes on the next morning`() {
    let text = """
      Lima was calm.

      Paul Biya met Idriss Deby in Lagos on Friday. The next morning he met Macky Sall. That evening he met Paul Kagame.
      """
    #expect(Self.times(of: "meets", in: text) == ["2014-09-19", "2014-09-20", "2014-09-20"])
  }

  @Test func `is that of what went on meanwhile`() {
    let text = """
      Lima was calm.

      While Paul Biya visited Lima over the weekend, Chad rejected his offer.
      """
    #expect(Self.times(of: "rejects", in: text) == ["2014-09-20/2014-09-21"])
  }

  @Test func `is that of the meeting upon which it followed at once`() {
    let text = """
      Lima was calm.

      After a meeting with Idriss Deby on Monday, Paul Biya praised Peru.
      """
    #expect(Self.times(of: "supports", in: text) == ["2014-09-22"])
  }

  @Test func `isn't that of what somebody is accused of`() {
    let text = "Lima was calm.\n\nChad accused Serbia of expelling Albanians in April and May."
    #expect(Self.times(of: "accuses", in: text) == [nil])
    let day = "Lima was calm.\n\nChad accused Serbia of arming rebels on Monday."
    #expect(Self.times(of: "accuses", in: day) == ["2014-09-22"])
  }

  @Test(arguments: [
    ("holds-office", "Robert Mugabe has ruled Zimbabwe since independence in 1980.", "1980/.."),
    (
      "holds-office", "Lee Teng-hui, who was president of Taiwan until May 2000, spoke.",
      "../2000-05"
    ),
    ("holds-office", "Former President Nestor Kirchner (2003-2007) spoke.", "2003/2007"),
    ("controls", "Spain held Western Sahara until 1976.", "../1976"),
    ("attacks", "Chad has attacked Sudan since the coup in 1989.", "1989/.."),
  ])
  func `of a fact is open where the text tells only one end`(
    relation: String, sentence: String, time: String
  ) {
    #expect(Self.times(of: relation, in: "Lima was calm.\n\n" + sentence).contains(time))
  }

  @Test func `is counted from talks that a noun takes up`() {
    let text = """
      Lima was calm.

      Paul Biya met Idriss Deby in Lagos on September 17. Speaking a day after the talks, Biya accused Chad of fraud.
      """
    #expect(Self.times(of: "accuses", in: text) == ["2014-09-18"])
  }

  @Test func `of a deed is no deadline`() {
    let text = """
      Lima was calm.

      India and Peru agreed to hold talks in Lagos before the end of November.
      """
    #expect(!Self.times(of: "agrees", in: text).contains { $0?.contains("2014-11") == true })
  }

  @Test func `is told by the clause before a semicolon`() {
    let text = """
      Lima was calm.

      Drones struck the plant in September 2012; Peru blamed Chad.
      """
    #expect(Self.times(of: "accuses", in: text) == ["2012-09"])
  }

  @Test func `of a statement's meeting is its day though an aside looks back`() {
    let text = """
      Statement by the President

      Earlier in the day, Barack Obama met with Vladimir Putin, who has helped since the conference of 1991.
      """
    #expect(Self.times(of: "meets", in: text) == ["2014-09-23"])
  }
}
