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
