import Graph
import Testing

@testable import Extract

@Suite struct `The time of a claim told elsewhere`: DatedArticleSuite {
  @Test(arguments: [
    (
      "Ahmet Davutoglu, foreign minister of Turkey from 2009 until 2014, visited Lima.", "2009/2014"
    ),
    ("Salva Kiir, the president of South Sudan since 2011, visited Lima.", "2011/.."),
    (
      "Bill Richardson, who served as U.S. ambassador to the United Nations in 1997 and 1998, visited Lima.",
      "1997/1998"
    ),
    ("Hugo Chavez, president of Venezuela from 1999 until his death, visited Lima.", nil),
  ])
  func `of an office is its term, which dates nothing else`(text: String, term: String?) {
    let text = "Lima was calm.\n\n" + text
    #expect(Self.times(of: "holds-office", in: text) == [term])
    #expect(Self.times(of: "visits", in: text) == [nil])
  }

  @Test func `of an office isn't that of which only a pronoun tells`() {
    let text = """
      Peru's spokesman, Nicholas Burns, denied it.

      The victory helps a president whose rating has fallen since he took office in 1990.
      """
    #expect(!Self.times(of: "holds-office", in: text).contains("1990/.."))
  }

  @Test func `of an event is told by a noun that takes it up`() {
    let text = """
      Paul Kagame will meet Idriss Deby at the African Union summit in Malabo. The summit will be held on October 18-19.
      """
    #expect(Self.times(of: "meets", in: text) == ["2014-10-18/2014-10-19"])
    let aside = text.replacing("The summit will be held", with: "Chad spoke of the summit")
    #expect(Self.times(of: "meets", in: aside) == [nil])
  }

  @Test func `is counted from an event of which the day is told`() {
    let text = """
      The September 14 referendum in Chad failed.

      Speaking a day after the September 14 referendum in Chad, Paul Biya accused Idriss Deby of fraud.
      """
    #expect(Self.times(of: "accuses", in: text) == ["2014-09-15"])
  }

  @Test func `of a story is no longer that which a sentence between has left`() {
    let text = """
      Paul Biya met Idriss Deby in Lagos on May 3. Two days later, rebels stormed a village. Biya visited Malabo.
      """
    #expect(Self.times(of: "visits", in: text) == [nil])
  }

  @Test func `goes on with what others did also`() {
    let text = """
      Paul Biya called Idriss Deby on Friday. He was angry. Angela Merkel also telephoned Deby.
      """
    #expect(Self.times(of: "calls", in: text) == ["2014-09-19", "2014-09-19"])
  }

  @Test func `of an answer is the month of what it answers`() {
    let text =
      "Rebels fired a missile at Malabo in May, and Chad attacked Lagos in response. Peru was calm."
    #expect(Self.times(of: "attacks", in: text).last == "2014-05")
  }

  @Test func `is that of what it takes up`() {
    let text = """
      Chad and Peru agreed on Friday to build a port. They need money.

      Under the agreement, signed by Chadian President Idriss Deby and Peruvian President Ollanta Humala, it opens soon.
      """
    #expect(Set(Self.times(of: "agrees", in: text)) == ["2014-09-19"])
  }

  @Test func `of what had been before isn't the report's day`() {
    let text =
      "Angela Merkel said on Monday that she would stay. Before the vote, Merkel had criticized Chad."
    #expect(Self.times(of: "accuses", in: text) == [nil])
  }

  @Test func `of an invitation doesn't lie ahead`() {
    let text = """
      Lima was calm.

      Spain has invited Paul Biya to the European Union summit in Granada on October 5.
      """
    #expect(Self.times(of: "invites", in: text) == [nil])
  }

  @Test func `ahead makes a plan of what is told in the present`() {
    let text = "Chadians will hear more on Friday, when Paul Biya arrives in Malabo for a visit."
    #expect(Self.times(of: "visits", in: text) == ["2014-09-26"])
  }

  @Test func `of what somebody is to do lies ahead`() {
    let text = "On Saturday, Paul Biya is to visit Malabo."
    #expect(Self.times(of: "visits", in: text) == ["2014-09-27"])
  }

  @Test func `of a fact that has held ever since is open`() {
    let text = "Turkey invaded Cyprus in 1974 and has controlled Kyrenia ever since."
    #expect(Self.times(of: "controls", in: text) == ["1974/.."])
  }

  @Test(arguments: [
    ("Two days after Paul Biya flew to Lagos, Chad spoke on Sunday.", "2014-09-19"),
    ("Chad protested on Sunday, a day after Paul Biya flew to Lagos.", "2014-09-20"),
    ("Chad protested last Thursday, hours after Paul Biya had flown to Lagos.", "2014-09-18"),
    ("Chad protested, a day after Paul Biya flew to Lagos.", nil),
  ])
  func `is counted from what its sentence dates`(text: String, time: String?) {
    #expect(Self.times(of: "visits", in: text) == [time])
  }

  @Test func `is since when commas part it from what goes on`() {
    let text =
      "Peru, which has given Chad $5 billion, mostly in military aid, since 2000, was calm."
    #expect(Self.times(of: "aids", in: text) == ["2000/.."])
  }

  @Test func `is that of what those who do it were doing`() {
    let text = "The Chadian ministers, meeting in Lima on Monday, accused Peru of lying."
    #expect(Self.times(of: "accuses", in: text) == ["2014-09-22"])
  }
}
