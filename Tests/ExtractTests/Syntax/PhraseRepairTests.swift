@testable import Extract
import Graph
import Testing

/// Sentences whose phrases the parser hangs on the wrong word, as read-outs and statements have them.
@Suite struct `A phrase that is another's` {
  private static let pipeline = Pipeline()

  private func stated(_ text: String) -> [String] {
    Self.pipeline.graph(of: Document(id: "a", text: text)).claims.map {
      "\($0.source) \($0.type) \($0.target)"
    }
  }

  @Test(arguments: [
    (
      "The United States condemns in the strongest terms Iran's missile attack on Iraq.",
      "place/united-states accuses place/iran"
    ),
    (
      "Norway and Peru reiterated in a joint statement their support for Mali.",
      "place/norway supports place/mali"
    ),
    (
      "Norway has provided a historic amount of security assistance to Mali at rapid speed.",
      "place/norway aids place/mali"
    ),
    (
      "Norway imposed a tariff of 10% on aluminum imports from Peru.",
      "place/norway sanctions place/peru"
    ),
  ])
  func `is given to whom it belongs`(text: String, claim: String) {
    #expect(stated(text).contains(claim), "\(stated(text))")
  }

  @Test(arguments: [
    (
      "with IN 5 case\nthe DT 5 det\nmilitary JJ 5 amod\nlast JJ 5 amod\nweek NN 6 obl\ntrained VBD 0 root",
      ["3 case", "3 det", "6 obl", "5 amod", "6 obl:unmarked", "0 root"]
    ),
    (
      "with IN 5 case\nthe DT 5 det\nearly JJ 5 amod\nlast JJ 5 amod\nweek NN 6 obl\ntrained VBD 0 root",
      ["5 case", "5 det", "5 amod", "5 amod", "6 obl", "0 root"]
    ),
  ])
  func `is a force's and not the week's behind it`(rows: String, tree: [String]) {
    var words = ClauseWords()
    words.acting = ["military"]
    #expect(GivenTree(rows).mended(words: words) == tree)
  }

  @Test func `tells of the names before it, where it has an owner and closes their list`() {
    let tree = GivenTree(
      "Peru NNP 0 root\nand CC 3 cc\nChile NNP 1 conj\n, , 7 punct\nChad NNP 7 nmod:poss\n's POS 5 case\n"
        + "friends NNS 1 conj\n, , 10 punct\nwere VBD 10 cop\nsilent JJ 1 conj"
    ).mended(words: ClauseWords())
    #expect(tree[6] == "1 appos")
    let name = GivenTree(
      "Lund NNP 8 nsubj\n, , 3 punct\ncapital NN 1 parataxis\nof IN 5 case\nScania NNP 3 nmod\n, , 1 punct\nis VBZ 8 cop\nsmall JJ 0 root"
    ).mended(words: ClauseWords())
    #expect(name[2] == "1 appos")
  }

  @Test(arguments: [
    (
      "Norway recognized Abkhazia and a second breakaway territory, South Ossetia, as independent states.",
      "place/norway supports place/south-ossetia"
    ),
    (
      "Norwegian troops guard Maru Island, an island that Chad controls.",
      "place/chad controls place/maru-island"
    ),
  ])
  func `stands beside the object or tells of it`(text: String, claim: String) {
    #expect(stated(text).contains(claim), "\(stated(text))")
  }

  @Test func `is a second addressee behind what tells of the first`() {
    let claims = stated(
      "Eva Lind wrote to Valdis Dombrovskis, the EU trade commissioner, and to Josep Borrell, the EU foreign policy chief."
    )
    #expect(claims.filter { $0.contains(" calls ") }.count == 2, "\(claims)")
  }

  @Test func `of what a thing is like owns nothing`() {
    let claims = stated("Norway is renovating a Soviet-era air base at Gudauta.")
    #expect(!claims.contains { $0.contains("soviet-union") }, "\(claims)")
  }

  @Test func `is of the whole list before the comma where it tells who took it`() {
    let claims = stated(
      "The row involves the islands of Kunashiri, Etorofu and Shikotan as well as the Habomai islets, "
        + "seized by Chad following Mali's surrender in 1945."
    )
    let islands = ["kunashiri", "etorofu", "shikotan", "habomai-islets"]
    #expect(
      claims.filter { $0.contains(" seizes ") }.sorted()
        == islands.map { "place/chad seizes place/\($0)" }.sorted())
  }

  @Test func `doesn't make who looks forward to work with somebody ask for it`() {
    let claims = stated("Norway looks forward to continued close collaboration with Peru.")
    #expect(!claims.contains { $0.contains("requests") }, "\(claims)")
  }

  @Test func `doesn't make who calls somebody a friend telephone`() {
    let claims = stated(
      "Norwegian President Eva Lind said she was proud to call Kenyan President Daudi Otieno her friend."
    )
    #expect(!claims.contains { $0.contains("calls") }, "\(claims)")
  }
}
