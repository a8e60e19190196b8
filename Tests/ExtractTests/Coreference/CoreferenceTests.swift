@testable import Extract
import Graph
import Testing

@Suite struct `A coreference resolver` {
  @Test func `takes "he" for the subject before, and a gender for what it tells`() {
    let text = Reading(
      "Kenyan Foreign Minister Peter Mwangi met Ambassador Eva Lind in Oslo. Later he thanked her for the lunch."
    )
    #expect(text.antecedents("he") == ["Peter Mwangi"])
    #expect(text.antecedents("her") == ["Eva Lind"])
  }

  @Test func `lets no pronoun mean the argument beside it`() {
    let text = Reading("President Peter Mwangi spoke. Ambassador Jonas Lind praised him.")
    #expect(text.antecedents("him") == ["Peter Mwangi"])
  }

  @Test func `takes nobody new from what an apposition tells of somebody`() {
    let text = Reading(
      "Kenyan President Peter Mwangi, an old friend of Ambassador Jonas Lind, urged him to resign.")
    #expect(text.antecedents("him") == ["Jonas Lind"])
  }

  @Test func `takes a possessive for the subject of its clause`() {
    let text = Reading("Foreign Minister Peter Mwangi praised his Norwegian partners.")
    #expect(text.antecedents("his") == ["Peter Mwangi"])
    #expect(Reading("Norway recalled its ambassador.").antecedents("its") == ["Norway"])
  }

  @Test func `takes the speaker for whose the subject of what he says is`() {
    let text = Reading(
      "Ambassador Jonas Lind spoke. Foreign Minister Peter Mwangi denied that his government had agreed."
    )
    #expect(text.antecedents("his") == ["Peter Mwangi"])
  }

  @Test func `lets no pronoun mean whom its subject means, however that is told`() {
    let text = Reading(
      "Ambassador Jonas Lind, who met Peter Mwangi when he arrived in Oslo, telephoned him.")
    #expect(text.antecedents("him") != ["Jonas Lind"])
  }

  @Test func `takes "the two countries" for those that its sentence joins`() {
    let text = Reading(
      "Kenya criticized Chad. Chad criticized Kenya. Kenya praised Chad. "
        + "Ministers of Kenya and Norway renewed the treaty that the two countries signed in 1951.")
    #expect(text.antecedents("the two countries") == ["Kenya", "Norway"])
  }

  @Test func `takes the speaker on in what is said`() {
    let text = Reading("Norway said it would close the port.")
    #expect(text.antecedents("it") == ["Norway"])
    #expect(
      Reading("President Peter Mwangi told Jonas Lind that he would sign.").antecedents("he")
        == ["Peter Mwangi"])
  }

  @Test func `gives the speaker "I" inside the quotation`() {
    let text = Reading("\"I am ready to go,\" President Peter Mwangi said. \"Nobody stops me.\"")
    #expect(text.antecedents("I") == ["Peter Mwangi"])
    #expect(text.antecedents("me") == ["Peter Mwangi"])
  }

  @Test(arguments: [
    "It is clear that Norway will answer.", "It was raining in Norway.",
    "A man met a farmer. He spoke.",
    "The teacher praised President Peter Mwangi. A doctor spoke next. He was late.",
  ])
  func `leaves a pronoun alone that stands for nothing named, or for nobody sure`(text: String) {
    let text = Reading(text)
    #expect(text.antecedents("It") == nil)
    #expect(text.antecedents("He") == nil)
  }

  @Test func `takes "the militant group" for the same, and none that the text goes on to tell of`()
  {
    let text = "Al-Shabab praised the raid. The militant group has threatened Kenya."
    #expect(Reading(text).antecedents("The militant group") == ["Al-Shabaab"])
    let others = Reading("Al-Shabab praised the raid. Kenya armed the rebels who fight in Mali.")
    #expect(others.antecedents("the rebels") == nil)
  }

  @Test func `takes two countries of a region for the two of it that were named`() {
    let asian = Reading("India and Pakistan met. The two Asian countries disagreed.")
    #expect(asian.antecedents(headedBy: "countries") == ["India", "Pakistan"])
    let soviet = Reading("Georgia and Latvia met. The two former Soviet republics disagreed.")
    #expect(soviet.antecedents(headedBy: "republics") == ["Georgia", "Latvia"])
    let others = Reading("India and Pakistan met. The two former Soviet republics disagreed.")
    #expect(others.antecedents(headedBy: "republics") == nil)
  }

  @Test func `takes what is done to "it" for what was done to a name before, and for no month`() {
    let text = Reading("Indonesia invaded East Timor in December 1975 and annexed it in 1976.")
    #expect(text.antecedents("it") == ["East Timor"])
  }

  @Test func `takes "the President" of a state that publishes for its own`() {
    let text = Reading(
      "President Clinton met Chairman Yasser Arafat. Arafat left. Arafat spoke. The President welcomed the truce.",
      published: "1999-11-02", publisher: "The White House")
    #expect(text.antecedents("The President") == ["Bill Clinton"])
  }

  @Test func `takes an office behind a name and "then" for that person`() {
    let text = Reading(
      "President Peter Mwangi left. Kurt Lind, then the president, objected.")
    #expect(text.antecedents(headedBy: "president") == ["Kurt Lind"])
  }

  @Test func `takes rebels for the armed group that was named last`() {
    let text = Reading(
      "Fighters of M23 took the town. The rebels, most of them soldiers, left it on Monday.")
    #expect(text.antecedents("The rebels") == ["M23"])
    #expect(
      Reading("The United Nations spoke. The rebels left.").antecedents("The rebels") == nil)
  }

  @Test func `finds who holds an office`() {
    let text = Reading(
      "President Peter Mwangi of Kenya met Norwegian Prime Minister Eva Lind. The president smiled. The Norwegian prime minister did not."
    )
    #expect(text.antecedents("The president") == ["Peter Mwangi"])
    #expect(text.antecedents("The Norwegian prime minister") == ["Eva Lind"])
  }

  @Test func `leaves an office alone that goes on with whose it is`() {
    let text = Reading(
      "President Peter Mwangi slept. They waited for the president of that village.")
    #expect(text.antecedents("the president") == nil)
  }

  @Test func `takes two for the two that were named last`() {
    let text = Reading(
      "Kenyan President Peter Mwangi met Peruvian President Ana Rojas. The two leaders ate, and both countries signed the treaty."
    )
    #expect(text.antecedents("The two leaders") == ["Ana Rojas", "Peter Mwangi"])
    #expect(text.antecedents("both countries") == ["Kenya", "Peru"])
  }

  @Test func `leaves two alone where three could be meant`() {
    let text = Reading("Kenya, Peru and Norway met. The two countries agreed.")
    #expect(text.antecedents("The two countries") == nil)
  }

  @Test func `knows a counterpart by the same office of that country`() {
    let text = Reading(
      "Peruvian Foreign Minister Ana Rojas came. Kenyan Foreign Minister Peter Mwangi met his Peruvian counterpart twice."
    )
    #expect(text.antecedents("his Peruvian counterpart") == ["Ana Rojas"])
  }

  @Test func `takes a noun for the name that stands in apposition to it`() {
    let text = Reading("They praised the alliance, NATO, for the lunch.")
    #expect(text.antecedents(headedBy: "alliance") == ["NATO"])
  }

  @Test func `takes a noun for what bears it in its name, or is of its kind`() {
    let text = Reading(
      "The Yamoto Institute opened in Kenya. The institute is small, and the country is proud.")
    #expect(text.antecedents("The institute") == ["Yamoto Institute"])
    #expect(text.antecedents("the country") == ["Kenya"])
  }

  @Test func `takes a government for its country`() {
    #expect(
      Reading("They asked the Peruvian government for help.")
        .antecedents("the Peruvian government") == ["Peru"])
    #expect(
      Reading("Peru is at sea. The government said nothing.").antecedents("The government")
        == ["Peru"])
  }

  @Test(arguments: [
    "Peru is large. Another country is small.", "Peru is large. The country that won is small.",
    "Peru is large. The first country is small.",
  ])
  func `takes what a description narrows for something new`(text: String) {
    #expect(Reading(text).document.anaphors.isEmpty)
  }

  @Test func `takes a group for those who lead it or belong to it`() {
    let led = Reading(
      "A team led by Ambassador Eva Lind came to Chad. The team met President Idriss Moyo in Sarh.")
    #expect(led.antecedents("The team") == ["Eva Lind"])
    let leading = Reading(
      "Ambassador Eva Lind and General Jonas Holm led a Norwegian delegation to Chad. "
        + "On Monday the delegation met President Idriss Moyo.")
    #expect(leading.antecedents("the delegation") == ["Eva Lind", "Jonas Holm"])
    let including = Reading(
      "The delegation, which included Ambassador Eva Lind and Senator Jonas Holm, left Chad.")
    #expect(including.antecedents("The delegation") == ["Eva Lind", "Jonas Holm"])
  }

  @Test func `takes those into a group whom the text names later`() {
    let text = Reading(
      "A delegation led by Ambassador Eva Lind will travel to Chad. Members of the delegation will "
        + "include Senator Jonas Holm and General Ana Rojas.")
    #expect(text.antecedents("A delegation") == ["Ana Rojas", "Eva Lind", "Jonas Holm"])
    #expect(text.antecedents("the delegation") == ["Ana Rojas", "Eva Lind", "Jonas Holm"])
  }

  @Test func `takes those into a group by whom a member was joined`() {
    let text = Reading(
      "Ambassador Eva Lind led a delegation to Chad. She was joined by Senator Jonas Holm. "
        + "The delegation met President Idriss Moyo.")
    #expect(text.antecedents("a delegation") == ["Eva Lind"])
    #expect(text.antecedents("The delegation") == ["Eva Lind", "Jonas Holm"])
  }

  @Test func `takes those for a delegation who travelled together`() {
    let text = Reading(
      "Kenyan Ambassador Eva Lind and General Jonas Holm travelled to Chad. In Sarh, they met Crown Prince Idriss Moyo and "
        + "Foreign Minister Ana Rojas. The delegation also included Senator Kurt Berg. The Kenyan delegation left Chad."
    )
    #expect(text.antecedents("The delegation") == ["Eva Lind", "Jonas Holm", "Kurt Berg"])
    #expect(text.antecedents("The Kenyan delegation") == ["Eva Lind", "Jonas Holm", "Kurt Berg"])
  }

  @Test func `takes a pronoun behind a preposition for somebody other than who acts`() {
    let text = Reading(
      "Foreign Minister Jonas Holm spoke first. His Chadian counterpart, Idriss Moyo, who flew to Oslo for talks with him, left."
    )
    #expect(text.antecedents("him") == ["Jonas Holm"])
  }

  @Test func `takes the country for that of whom the clause is about`() {
    let text = Reading(
      "Mali spoke. Kenyan President Kurt Lind met Chad's envoy, and Lind praised the country.")
    #expect(text.antecedents("the country") == ["Kenya"])
  }

  @Test
  func `takes a group that a call began with for those whom the text names as its participants`() {
    let text = Reading(
      "Prime Minister Idriss Moyo spoke with Atlantic leaders. Participants in the call included "
        + "Prime Minister Eva Lind and President Ana Rojas.")
    #expect(text.antecedents("leaders") == ["Ana Rojas", "Eva Lind"])
    #expect(text.claims.contains("Idriss Moyo calls Eva Lind actual"))
  }

  @Test func `takes a people for its country`() {
    let text = Reading("The people of Chad voted. Norway will support them.")
    #expect(text.antecedents("them") == ["Chad"])
  }

  @Test func `takes "we" of turns for nobody`() {
    let text = "President Kurt Lind: We thank Ukraine."
    #expect(Reading(text, publisher: "kremlin.ru").antecedents("We") == nil)
  }

  @Test func `takes "we" of a state's own publication for the state`() {
    let text = "Norway is a friend of Chad. We commend Chad."
    #expect(Reading(text, publisher: "https://www.president.gov.ua/en").antecedents("We") == nil)
    #expect(Reading(text).antecedents("We") == nil)
    #expect(
      Reading(
        "Ukraine is a friend of Chad. We commend Chad.",
        publisher: "https://www.president.gov.ua/en"
      )
      .antecedents("We") == ["Ukraine"])
  }

  @Test func `takes "we" of a statement for those who sign it`() {
    let text = Reading(
      "We, President Idriss Moyo and Prime Minister Eva Lind of Norway, met in Oslo. We commend Peru. Our countries agree."
    )
    #expect(text.antecedents("We") == ["Eva Lind", "Idriss Moyo"])
    let headline = Reading("Joint Statement by Chad and Norway\n\nWe commend Peru.")
    #expect(headline.antecedents("We") == ["Chad", "Norway"])
    #expect(Reading("We, the farmers, met Eva Lind of Norway.").antecedents("We") == nil)
  }

  @Test(arguments: ["The government in Oslo", "Officials in Norway", "A court in Oslo"])
  func `takes who governs or judges in a capital or country for the country`(phrase: String) {
    let head = String(phrase.split(separator: " in ")[0])
    #expect(Reading("\(phrase) spoke. Norway is calm.").antecedents(head) == ["Norway"])
  }

  @Test func `takes nobody in a city for its country who governs it not`() {
    #expect(Reading("Officials in Lyon spoke. France is calm.").antecedents("Officials") == nil)
    #expect(Reading("Farmers in Paris spoke. France is calm.").antecedents("Farmers") == nil)
  }

  @Test func `takes "his country" for that of his office`() {
    let text = Reading(
      "Peru waited. Kenyan President Peter Mwangi met Eva Lind and praised his country.")
    #expect(text.antecedents("his country") == ["Kenya"])
  }

  @Test func `takes the two countries for those of who speaks and who is spoken to`() {
    let text = Reading(
      "Peru and Chad waited. Kenyan President Peter Mwangi proposed to Norwegian Prime Minister Eva Lind that the two countries sign a treaty."
    )
    #expect(text.antecedents("the two countries") == ["Kenya", "Norway"])
  }

  @Test func `takes the two countries for those that the text is about, not for a third nearby`() {
    let text = Reading(
      "Peru and Chad met. Peru sent envoys to Chad. Chad thanked Peru. "
        + "Peru waited, and a Norwegian official spoke. The two countries signed a treaty.")
    #expect(text.antecedents("The two countries") == ["Chad", "Peru"])
  }

  @Test func `takes no body for "the group" where another is nearer`() {
    let text = Reading(
      "The Lima Group met. Rain fell. Nothing else came of it. NATO praised Peru, which backs the group."
    )
    #expect(text.antecedents("the group") == nil)
  }

  @Test func `lets whom an infinitive is for be none of those above it`() {
    let text = Reading(
      "President Idriss Moyo congratulated Prime Minister Kurt Lind. The president conveyed an "
        + "invitation for him to visit Chad.")
    #expect(text.antecedents("him") != ["Idriss Moyo"])
  }

  @Test func `takes no group for persons who are nothing but near`() {
    let text = Reading("Ambassador Eva Lind met Senator Jonas Holm. Two diplomats left Chad.")
    #expect(text.antecedents("Two diplomats") == nil)
  }

  @Test func `takes no crown prince for a minister of that name`() {
    let text = Reading(
      "Jordanian Foreign Minister Fuad Hussein spoke. Then Crown Prince Hussein came.")
    let persons = text.document.entities.filter { $0.id.nodeClass == "person" }
    #expect(persons.map(\.label) == ["Fuad Hussein", "Hussein"])
  }

  @Test func `takes the possessive of a subject for what was told before`() {
    let text = Reading("Norway closed the port. Its ambassador apologized.")
    #expect(text.antecedents("Its") == ["Norway"])
    #expect(Reading("Before its vote, Norway closed the port.").antecedents("its") == ["Norway"])
  }

  @Test func `takes what a relative clause is about on in its own clauses`() {
    let text = Reading(
      "President Jonas Lind spoke. They praised Peter Mwangi, who trained in Oslo before he fled.")
    #expect(text.antecedents("he") == ["Peter Mwangi"])
  }

  @Test func `looks for a country elsewhere than in the subject beside it`() {
    let text = Reading("Kenya slept. Norway, which has troops in the country, agreed.")
    #expect(text.antecedents("the country") != ["Norway"])
  }

  @Test func `takes a people for a plural`() {
    let text = Reading("\"The Norwegians know best. They sent a team.\"")
    #expect(text.antecedents("They") == ["Norway"])
  }

  @Test func `finds the place that "there" takes up`() {
    let text = Reading("Norway is calm. President Peter Mwangi has traveled there twice.")
    #expect(text.antecedents("there") == ["Norway"])
    #expect(Reading("Norway says that there is time.").antecedents("there") == nil)
  }

  @Test func `finds a body by what introduced it`() {
    let text = Reading(
      "They blamed the Karu Front, a rebel movement, for the raid. The movement denied it. The rebels left."
    )
    #expect(text.antecedents("The movement") == ["Karu Front"])
    #expect(text.antecedents("The rebels") == ["Karu Front"])
    #expect(
      Reading("They blamed the Karu Front. The rebels left.").antecedents("The rebels") == nil)
  }

  @Test func `lets those not count among two leaders who act on them`() {
    let text = Reading(
      "President Peter Mwangi and Prime Minister Eva Lind spoke. President Jonas Berg invited the two leaders."
    )
    #expect(text.antecedents("the two leaders") == ["Eva Lind", "Peter Mwangi"])
  }

  @Test func `takes what a country is judged for as its own`() {
    let text = "Norway imposed sanctions on Chad over its annexation of Oslo."
    #expect(Reading(text).antecedents("its") == ["Chad"])
    #expect(Reading("Norway criticized Chad for its war.").antecedents("its") == ["Chad"])
    #expect(Reading("Norway bought ships from Chad for its navy.").antecedents("its") != ["Chad"])
  }

  @Test func `takes what is joined to a name for that name's`() {
    let text = Reading(
      "Kenyan President Peter Mwangi met Norwegian Prime Minister Jonas Lind and his wife in Oslo.")
    #expect(text.antecedents("his") == ["Jonas Lind"])
  }

  @Test func `lets no pronoun mean whom a relative clause is about`() {
    let text = Reading("Norway closed its border with Chad, which accused it of theft.")
    #expect(text.antecedents("it") != ["Chad"])
  }

  @Test(arguments: [
    "Economic Community of West African States", "European Union", "Arab League",
  ])
  func `takes a bloc for the body of countries that was named last`(body: String) {
    let text = Reading("The \(body) condemned Kenya. The bloc is large.")
    #expect(text.antecedents("The bloc") == [body])
    // The list has neither as one of countries.
    let others = Reading("The Yamoto Institute condemned the Kenyan parliament. The bloc is large.")
    #expect(others.antecedents("The bloc") == nil)
  }

  @Test func `takes two for the members of a bloc that were named last`() {
    let text = Reading("Norway and Turkey quarrelled. The two NATO allies recalled their envoys.")
    #expect(text.antecedents(headedBy: "allies") == ["Norway", "Turkey"])
    let others = Reading("Kenya and Chad quarrelled. The two NATO allies recalled their envoys.")
    #expect(others.antecedents(headedBy: "allies") == nil)
  }
}
