import Extract
import Foundation
import Testing

@Suite struct `The seed articles` {
  private static let seeds = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("seeds").path

  @Test func `are read whole, with a date for each and nothing odd`() throws {
    let corpus = try CorpusReader.read([Self.seeds], strict: true)
    #expect(
      corpus.documents.map(\.published) == [
        "2014-09-27", "2014-09-22", "2015-11-10", "2013-10-08", "2015-06-10",
      ])
    #expect(
      corpus.documents.map { $0.blocks.filter { $0.role.states }.count } == [13, 18, 9, 18, 13])
  }

  @Test func `keep nothing of the pages that they were copied from`() throws {
    let documents = try CorpusReader.read([Self.seeds]).documents
    #expect(
      documents.map { $0.texts(.furniture) } == [
        ["Coronavirus banner"], [],
        ["print PRINT", "• Ambassador", "• Ukraine", "• COVID-19", "• Trending Japan"],
        [
          "In a time of both misinformation and too much information, quality journalism is more crucial than ever.",
          "By subscribing, you can help us get the story right.",
        ], [],
      ])
    #expect(
      documents.map { $0.texts(.credit) } == [
        [], ["Kyodo, JIJI"], ["(Sankei: November 10, 2015 – p. 5)"], ["• Kyodo"], ["• Kyodo"],
      ])
    #expect(documents.map { $0.texts(.heading) } == [["National / Politics"], [], [], [], []])
    #expect(documents.map { $0.texts(.headline).count } == [1, 1, 1, 1, 0])
  }
}
