import Graph
import Testing

@testable import Extract

@Suite struct `The time of a claim`: DatedArticleSuite {
  @Test(arguments: [
    ("They spoke about elections in Chad on May 25.", "2014-05-25"),
    (
      "They are preparing a summit of African leaders in Dakar, Senegal, on December 6.",
      "2014-12-06"
    ),
    ("Angela Merkel criticized Chad at the African Union summit in Malabo last month.", "2014-08"),
    ("Finland has proposed a summit of African leaders in Dakar in 2016.", "2016"),
    ("Paul Biya spoke at the just-concluded African Union summit in Malabo.", "2014-09"),
    ("Paul Biya spoke at the African Union summit in Malabo.", nil),
  ])
  func `of an event stands beside its name`(text: String, time: String?) {
    #expect(
      Self.pipeline.graph(of: Document(id: "a", published: "2014-09-23", text: text)).edges
        .filter { $0.type == "located-in" && $0.source.nodeClass == "event" }
        .map { $0.time?.rawValue } == [time])
  }

  @Test func `of asking is not what hangs on what is asked`() {
    let text = "The United States pressed Slovenia to leave NATO earlier this year."
    #expect(Self.times(of: "requests", in: text) == ["2014"])
  }

  @Test func `is no year that tells which of several things is asked for`() {
    let ruling = "The United States called on Slovenia to abide by the 2010 ruling of the tribunal."
    #expect(!Self.times(of: "requests", in: ruling).contains("2010"))
  }

  @Test func `is no part of a name`() {
    let text =
      "Kurt Lind flew to Yangon on Friday and met Myanmar's deputy foreign minister, Kyaw Thu, without a breakthrough."
    #expect(Self.times(of: "meets", in: text) == ["2014-09-19"])
  }

  @Test func `is that of the event where it happens`() {
    let text = """
      Paul Biya will attend the African Union summit in Malabo on October 6.

      Paul Kagame will meet Idriss Deby on the sidelines of the summit.
      """
    #expect(Self.times(of: "attends", in: text) == ["2014-10-06"])
    #expect(Self.times(of: "meets", in: text) == ["2014-10-06"])
  }

  @Test func `is no event's of which several days are told`() {
    let text = """
      Paul Biya attended the African Union summit in Malabo on Thursday. Paul Kagame attended the summit on Friday.

      Angela Merkel met Idriss Deby on the sidelines of the summit.
      """
    #expect(Self.times(of: "attends", in: text) == ["2014-09-18", "2014-09-19"])
    #expect(Self.times(of: "meets", in: text) == [nil])
  }

  @Test func `is the one before "when"`() {
    let text =
      "Fernando Lind was last in Dakar, Senegal, in May, when Paul Biya met Idriss Deby."
    #expect(Self.times(of: "meets", in: text) == ["2014-05"])
    let other = text.replacing("in May, when", with: "in May. He left when")
    #expect(Self.times(of: "meets", in: other) == [nil])
  }

  @Test func `before "that" belongs to who says it`() {
    let text = "Angela Merkel warned European buyers last month that prices would rise."
    #expect(Self.times(of: "threatens", in: text) == ["2014-08"])
  }

  @Test func `after or before which something happened is reckoned from what was told last`() {
    let text = """
      Angela Merkel met Vladimir Putin on Thursday. She leaves for Chile on October 2.

      The talks came a day after Chad and Niger signed an agreement on trade.
      """
    #expect(Self.times(of: "agrees", in: text) == ["2014-09-17"])
  }

  @Test func `of what two say to each other is that of their encounter`() {
    let text = """
      Angela Merkel flew to Lima last month to meet Ollanta Humala. She warned him that the deal could fail.
      """
    #expect(Self.times(of: "threatens", in: text) == ["2014-08"])
  }

  @Test func `goes on in a story`() {
    let text = """
      Angela Merkel met Ollanta Humala in March in Lima. She visited Cusco.
      """
    #expect(Self.times(of: "visits", in: text) == ["2014-03"])
    let perfect = text.replacing("She visited", with: "She has visited")
    #expect(Self.times(of: "visits", in: perfect) == [nil])
    let earlier = text.replacing("She visited Cusco", with: "She visited Cusco on an earlier trip")
    #expect(Self.times(of: "visits", in: earlier) == [nil])
    let another = text.replacing("She visited", with: "Evo Morales visited")
    #expect(Self.times(of: "visits", in: another) == [nil])
  }

  @Test func `is told by a noun that takes it up`() {
    let text = """
      Angela Merkel said she had spoken by phone with Ollanta Humala.

      Saturday's call was short. Chad asked Ollanta Humala to deny the report.
      """
    #expect(Self.times(of: "calls", in: text) == ["2014-09-20"])
    #expect(Self.times(of: "requests", in: text) == [nil])
    let two = text.replacing("was short.", with: "was short. Monday's call was long.")
    #expect(Self.times(of: "calls", in: two) == [nil])
  }

  @Test func `is taken up by "then"`() {
    let text = """
      Angela Merkel spoke to reporters on Monday. She last met Ollanta Humala in March in Lima.

      The two agreed then on a visit to Berlin.
      """
    #expect(Self.times(of: "agrees", in: text) == ["2014-03"])
  }

  @Test func `of a journey holds for its stops`() {
    let text = """
      Angela Merkel traveled to Peru and Chile from 15 to 17 September. She then flew to Santiago.
      """
    let dates = "2014-09-15/2014-09-17"
    #expect(Self.times(of: "visits", in: text) == [dates, dates, dates])
    #expect(Self.times(of: "visits", in: text.replacing("Peru and ", with: "")) == [dates, nil])
  }

  @Test func `since which a fact holds is its own`() {
    let text = "Peru has been a member of the World Bank since 1990."
    #expect(Self.times(of: "member-of", in: text) == ["1990/.."])
    let other = "The fair takes place in Lima, Peru, for the first time since 1990."
    #expect(Self.times(of: "located-in", in: other).allSatisfy { $0 == nil })
  }

  @Test(arguments: [
    ("Estonia joined NATO in 2004.", "2004/.."),
    ("Burkina Faso quit ECOWAS last month.", "2014-08"),
    ("Since the end of the war in 1994, Peru has been a member of the World Bank.", "1994/.."),
    ("Estonia is a member of NATO, Angela Merkel said on Monday.", nil),
  ])
  func `of a fact is that of what begins or ends it`(text: String, time: String?) {
    #expect(Self.times(of: "member-of", in: text) == [time])
  }

  @Test func `of an office is since when it was taken up`() {
    let text = """
      President Ollanta Humala, who took office in July 2011, met Evo Morales, the president of Bolivia.
      """
    let document = Document(id: "a", published: "2014-09-23", text: "Peruvian " + text)
    let offices = Self.pipeline.graph(of: document).edges.filter { $0.type == "holds-office" }
    #expect(Set(offices.map { $0.time?.rawValue }) == ["2011-07/..", nil])
    let again = text.replacing(
      "took office in July 2011", with: "was sworn in for a second term in July")
    let anew = Self.pipeline.graph(
      of: Document(id: "a", published: "2014-09-23", text: "Peruvian " + again))
    #expect(anew.edges.allSatisfy { $0.type != "holds-office" || $0.time == nil })
  }

  @Test func `of a former office is until when it was left`() {
    let text = "Former Kenyan President Daudi Otieno, who resigned in October 2011, spoke."
    #expect(Self.times(of: "holds-office", in: text) == ["../2011-10"])
    let held = "Kenyan President Daudi Otieno, who sold his farm in October 2011, spoke."
    #expect(Self.times(of: "holds-office", in: held) == [nil])
  }

  @Test func `of what a sentence tells twice is that of either`() {
    let text = "Kenya expelled Chad's ambassador and closed its border with Chad on May 3."
    #expect(Self.times(of: "sanctions", in: text) == ["2014-05-03"])
  }

  @Test func `of an invitation isn't "later this year"`() {
    let text = "Kenyan President Daudi Otieno invited Angela Merkel to visit Kenya later this year."
    #expect(Self.times(of: "invites", in: text) != ["2014"])
  }

  @Test func `has no month that is a verb`() {
    let text = "Kenya, which has been a member of NATO since 2007, may leave."
    #expect(Self.times(of: "member-of", in: text).first == "2007/..")
  }

  @Test(arguments: [
    ("Angela Merkel arrived in Lima on Monday for a three-day visit.", "2014-09-22/2014-09-24"),
    ("Angela Merkel returned on Monday from a three-day visit to Lima.", "2014-09-20/2014-09-22"),
    ("Angela Merkel left on Monday for a three-day visit to Lima.", "2014-09-22/2014-09-24"),
    ("Angela Merkel will pay a two-day visit to Lima starting Monday.", "2014-09-29/2014-09-30"),
    ("Angela Merkel begins a four-day visit to Lima on Monday.", "2014-09-29/2014-10-02"),
    ("Angela Merkel is on a four-day visit to Lima that ends Sunday.", "2014-09-25/2014-09-28"),
    (
      "On the second day of her three-day visit to Lima, Angela Merkel met Humala on Monday.",
      "2014-09-21/2014-09-23"
    ),
    ("Angela Merkel arrived in Lima on Monday for a 9223372036854775807-day visit.", "2014-09-22"),
    (
      "Angela Merkel met Ollanta Humala on Monday, the second day of a three-day visit to Lima.",
      nil
    ),
  ])
  func `of a visit has its length`(text: String, time: String?) {
    #expect(Self.times(of: "visits", in: text).allSatisfy { $0 == time || time == nil })
    if time != nil { #expect(!Self.times(of: "visits", in: text).isEmpty) }
  }

  @Test(arguments: [
    ("The two-day meeting between Peru and Chad ended on Monday.", ["2014-09-21/2014-09-22"]),
    ("Peru and Chad opened two-day talks on Monday.", ["2014-09-22/2014-09-23"]),
    // Any of the days may be meant.
    ("Peru and Chad held two-day talks on Monday.", ["2014-09-22"]),
    ("Peru and Chad held talks between June 3 and June 5.", ["2014-06-03/2014-06-05"]),
    ("Peru and Chad held talks between Monday and Wednesday.", ["2014-09-15/2014-09-17"]),
  ])
  func `of talks has the length that the text tells`(text: String, times: [String]) {
    #expect(Self.times(of: "meets", in: text) == times)
  }

  @Test func `of a visit to a country is that of the one dated stop there`() {
    let text = """
      Angela Merkel will visit Peru and Chile. On November 11, she will meet Ollanta Humala in Lima, Peru.
      """
    #expect(Self.times(of: "visits", in: text) == [nil, "2014-11-11"])
  }

  @Test func `of a chronicle is its day`() {
    let text = """
      Chad bans rallies in the capital.

      Two soldiers are killed by rebels near the border.

      Angela Merkel visits Lima.

      Workers go on strike in Athens.

      Evo Morales opens a new road.
      """
    #expect(Self.times(of: "visits", in: text) == ["2014-09-23"])
    let past = text.replacing("are killed", with: "were killed").replacing("bans", with: "banned")
    #expect(Self.times(of: "visits", in: past) == [nil])
  }

  @Test func `of what somebody does by saying so is when it is said`() {
    let text = "Chad said on Monday that it rejected an appeal by Niger."
    #expect(Self.times(of: "rejects", in: text) == ["2014-09-22"])
  }

  @Test func `goes on where the sentence before has led`() {
    let text = """
      The leaders of Africa gathered in Malabo on Monday.

      At the summit, Paul Biya met Idriss Deby.
      """
    #expect(Self.times(of: "meets", in: text) == ["2014-09-22"])
    #expect(
      Self.times(of: "meets", in: text.replacing("At the summit", with: "Elsewhere")) == [nil])
  }

  @Test func `is that of what it was part of, if that is a month`() {
    let text = "Chad and Niger went to war in April, after Chadian warplanes bombed Niamey."
    #expect(Self.times(of: "attacks", in: text).contains("2014-04"))
    let day = text.replacing("in April", with: "on April 3")
    #expect(!Self.times(of: "attacks", in: day).contains("2014-04"))
  }

  @Test func `is that of hours after which something happened`() {
    let text = "Angela Merkel spoke in Lima on Monday, hours after she met Ollanta Humala."
    #expect(Self.times(of: "meets", in: text) == ["2014-09-22"])
    #expect(Self.times(of: "meets", in: text.replacing("hours after", with: "after")) == [nil])
  }

  @Test func `of a story of years gone by goes on from the month told last`() {
    let text = """
      In November 1998, Chad and Niger broke off their talks in Malabo. Two years before, in May 1996, they had fought.

      In January, Paul Biya met Idriss Deby in Lagos. In March, Paul Biya visited Niamey.
      """
    #expect(Self.times(of: "visits", in: text) == ["1999-03"])
    let report = text + "\n\nAngela Merkel spoke on Monday."
    #expect(Self.times(of: "visits", in: report) == ["2014-03"])
  }

  @Test(arguments: [
    (
      "Angela Merkel accepted an invitation from Peru to visit Lima in the spring.",
      "2015-03/2015-05"
    ),
    ("Angela Merkel was to visit Lima in June, but she stayed at home.", "2014-06"),
    ("Angela Merkel will visit Lima before the end of the month.", "2014-09-23/2014-09-30"),
  ])
  func `lies where the words look`(text: String, time: String?) {
    #expect(Self.times(of: "visits", in: text) == [time])
  }

  @Test func `that stands elsewhere is explained`() throws {
    let document = Document(
      id: "a", published: "2014-09-23",
      text: "Angela Merkel met Ollanta Humala in March in Lima. She visited Cusco.")
    let visit = try #require(
      Self.pipeline.graph(of: document).edges.first { $0.type == "visits" })
    #expect(visit.evidence.first?.trace?.hasSuffix("time of what was told right before") == true)
  }
}
