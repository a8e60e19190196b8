import Graph
import Testing

@Suite struct `An organization across documents` {
  @Test func `a ministry is told by portfolio and country`() {
    let corpus = Corpus(
      [.body("Ministry of Defence", of: "Russia")], [.body("Defense Ministry", of: "Russia")],
      [.body("Russian Defence Ministry")], [.body("Ministry of Defence", of: "Myanmar")],
      [.body("Defense Ministry")])
    #expect(
      corpus.nodes("organization") == [
        "defense-ministry@e", "ministry-of-defence+myanmar", "russian-defence-ministry",
      ])
  }

  @Test func `foreign ministries are ministries of foreign affairs`() {
    let corpus = Corpus(
      [.body("Norwegian Ministry of Foreign Affairs")], [.body("Foreign Ministry of Norway")])
    #expect(corpus.nodes("organization").count == 1)
  }

  @Test func `British and American spellings are one`() {
    let corpus = Corpus([.body("World Labour Organisation")], [.body("World Labor Organization")])
    #expect(corpus.nodes("organization").count == 1)
  }

  @Test func `an acronym is the one body that some article calls so`() {
    let swa = Corpus.Name.body("Sea Watch Alliance", aliases: ["SWA"])
    #expect(
      Corpus([swa], [.body("S.W.A.")]).nodes("organization") == ["sea-watch-alliance"])
    let other = Corpus.Name.body("South West Airlines", aliases: ["SWA"])
    let corpus = Corpus([swa], [other], [.body("SWA")])
    #expect(corpus.nodes("organization").count == 3)
    #expect(corpus.graph().resolution.ambiguities.count == 1)
  }
}
