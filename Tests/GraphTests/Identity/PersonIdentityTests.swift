import Graph
import Testing

@Suite struct `A person across documents` {
  typealias Name = Corpus.Name

  @Test func `who is named by surname is the one person of that surname`() {
    let corpus = Corpus(
      [Name(label: "William Ruto", office: "president", of: "Kenya")],
      [Name(label: "Ruto", office: "president", of: "Kenya")],
      [Name(label: "Ruto", office: "president")])
    #expect(corpus.nodes() == ["william-ruto"])
    let node = corpus.graph().nodes.first { $0.id.rawValue == "person/william-ruto" }
    #expect(node?.label == "William Ruto")
    #expect(node?.aliases == ["Ruto"])
    #expect(
      Set(corpus.graph().resolution.rules.values) == ["surname: the only Ruto of the corpus"])
  }

  @Test func `two Bushes stay two, and a bare Bush stays apart`() {
    let corpus = Corpus(
      [Name(label: "George W. Bush", office: "president", of: "United States")],
      [Name(label: "George H. W. Bush", office: "president", of: "United States")],
      [Name(label: "Bush", office: "president", of: "United States")])
    #expect(corpus.nodes() == ["bush@c", "george-h-w-bush", "george-w-bush"])
    let open = corpus.graph().resolution.ambiguities
    #expect(
      open.map(\.candidates) == [
        [
          NodeID(class: "person", name: "George H. W. Bush"),
          NodeID(class: "person", name: "George W. Bush"),
        ]
      ])
  }

  @Test func `two bare Bushes of whom nobody knows which are not one either`() {
    let corpus = Corpus(
      [Name(label: "George W. Bush"), Name(label: "George H. W. Bush")], [Name(label: "Bush")],
      [Name(label: "Bush")])
    #expect(corpus.nodes() == ["bush@b", "bush@c", "george-h-w-bush", "george-w-bush"])
  }

  @Test func `of two of a surname the office tells`() {
    let corpus = Corpus(
      [Name(label: "Bill Clinton", office: "president", of: "United States")],
      [
        Name(
          label: "Hillary Clinton", type: "minister", office: "secretary of state",
          of: "United States")
      ],
      [Name(label: "Clinton", office: "president", of: "United States")],
      [Name(label: "Clinton", type: "minister", office: "secretary", of: "United States")])
    #expect(corpus.nodes() == ["bill-clinton", "hillary-clinton"])
  }

  @Test func `a president is no minister of the same surname`() {
    let corpus = Corpus(
      [Name(label: "Hillary Clinton", type: "minister", office: "secretary of state")],
      [Name(label: "Clinton", office: "president")])
    #expect(corpus.nodes() == ["clinton", "hillary-clinton"])
  }

  @Test func `another country's namesake is another person`() {
    let corpus = Corpus(
      [Name(label: "Amina Mwangi", office: "president", of: "Kenya")],
      [Name(label: "Mwangi", office: "president", of: "Ghana")])
    #expect(corpus.nodes() == ["amina-mwangi", "mwangi"])
  }

  @Test func `bare namesakes of two countries are two`() {
    let corpus = Corpus(
      [Name(label: "Mwangi", office: "president", of: "Kenya")],
      [Name(label: "Mwangi", office: "president", of: "Kenya")],
      [Name(label: "Mwangi", office: "president", of: "Ghana")])
    #expect(corpus.nodes() == ["mwangi+ghana", "mwangi+kenya"])
    #expect(corpus.graph().nodes.map(\.label).contains("Mwangi (Kenya)"))
  }

  @Test func `a bare word is nobody of another document, unless an office tells`() {
    #expect(Corpus([.person("Goodluck Jonathan")], [.person("Jonathan")]).nodes().count == 2)
    #expect(Corpus([.person("Aaron Glatt"), .person("Glatt")]).nodes() == ["aaron-glatt"])
  }

  @Test func `a queen is no man`() {
    let corpus = Corpus(
      [Name(label: "Mohammed Rashid", office: "king", of: "Jordan")],
      [Name(label: "Rashid", office: "queen", of: "Jordan")])
    #expect(corpus.nodes() == ["mohammed-rashid", "rashid"])
  }

  @Test(arguments: [
    ("Sergey Lavrov", "Sergei Lavrov"), ("Volodymyr Zelenskyy", "Volodymyr Zelensky"),
    ("Lech Wałęsa", "Lech Walesa"), ("Kishida Fumio", "Fumio Kishida"),
    ("Viktor Orbán", "Orban Viktor"), ("Kim Jong-un", "Kim Jongun"), ("Ban Ki-moon", "Ban Ki Moon"),
    ("Muammar Gaddafi", "Moammar Qaddafi"), ("Bashar al-Assad", "Bashar Assad"),
    ("V. Putin", "Vladimir Putin"), ("John Kennedy", "John F. Kennedy"),
    ("George H.W. Bush", "George H. W. Bush"),
    ("Aleksandr Lukashenko", "Alexander Lukashenka"), ("Xi Jinping", "Jinping Xi"),
  ]) func `has spellings that tables know`(a: String, b: String) {
    let corpus = Corpus([.person(a)], [.person(b)])
    #expect(corpus.nodes().count == 1)
    #expect(corpus.graph().resolution.ambiguities.isEmpty)
  }

  @Test(arguments: [
    ("Kim Jong Un", "Kim Jong Il"), ("Sergei Ivanov", "Viktor Ivanov"), ("Anna Lee", "Ann Lee"),
    ("George Bush Jr.", "George Bush Sr."), ("George W. Bush", "George H. W. Bush"),
    ("John F. Kennedy", "John D. Kennedy"),
    ("Vladimir Putin", "Vladimir Putilin"), ("Raul Castro", "Fidel Castro"),
    ("Mohammed bin Salman", "Mohammed bin Zayed"), ("Elizabeth II", "Elizabeth Warren"),
  ]) func `is nobody else for likeness`(a: String, b: String) {
    #expect(Corpus([.person(a)], [.person(b)]).nodes().count == 2)
  }

  @Test func `an initial that fits two is left apart`() {
    let corpus = Corpus(
      [.person("George W. Bush")], [.person("George H. W. Bush")], [.person("George Bush")])
    #expect(corpus.nodes().count == 3)
    #expect(corpus.graph().resolution.ambiguities.map(\.name) == ["George Bush"])
  }

  @Test func `a spelling of another country's holder is another person`() {
    let corpus = Corpus(
      [Name(label: "Sergei Ivanov", office: "minister", of: "Russia")],
      [Name(label: "Sergey Ivanov", office: "minister", of: "Bulgaria")])
    #expect(corpus.nodes().count == 2)
  }

  @Test func `the surnames Kim and Xi come first`() {
    let corpus = Corpus(
      [Name(label: "Kim Jong Un", office: "leader", of: "North Korea")],
      [Name(label: "Xi Jinping", office: "president", of: "China")],
      [Name(label: "Kim", office: "leader"), Name(label: "Xi", office: "president")])
    #expect(corpus.nodes() == ["kim-jong-un", "xi-jinping"])
  }
}
