import Testing

@testable import Extract

@Suite struct `An index of words` {
  @Test func `knows the words that it was given, however many, and no others`() {
    var index = WordIndex<Int>()
    let words = (0..<2000).map { "word\($0 * 7)" }
    for (number, word) in words.enumerated() { index[word] = number }
    #expect(words.map { index[$0] } == Array(words.indices))
    for number in 0..<14000 where number % 7 != 0 { #expect(index["word\(number)"] == nil) }
  }

  @Test func `is no stricter than a dictionary about what isn't ASCII`() {
    var index = WordIndex<Int>()
    index["Orb\u{E1}n"] = 1
    #expect(index["Orba\u{301}n"] == 1)
    #expect(index["Orban"] == nil)
    #expect(index[""] == nil)
  }

  @Test func `forgets what is taken out, and adds to what is there`() {
    var index = WordIndex<[Int]>()
    index["Lind", default: []].append(1)
    index["Lind", default: []].append(2)
    #expect(index["Lind"] == [1, 2])
    index["Lind"] = nil
    #expect(index["Lind"] == nil)
    index["Lind", default: []].append(3)
    #expect(index["Lind"] == [3])
  }

  @Test func `may be a set`() {
    let words: WordSet = ["the", "both", ""]
    #expect(words.contains("both") && words.contains("") && !words.contains("an"))
  }
}
