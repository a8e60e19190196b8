import Testing

@testable import Extract

@Suite struct `A mask of words` {
  private func mask(of words: [String]) -> WordMask {
    var mask = WordMask()
    for word in words { mask.insert(word) }
    return mask
  }

  @Test func `has every word that was put in`() {
    let words = (0..<40).map { "word\($0 * 7)" }
    for count in words.indices {
      let some = Array(words[...count])
      #expect(mask(of: some).mayHave(WordMask(needing: some)))
    }
    #expect(mask(of: []).mayHave(WordMask(needing: [])))
  }

  @Test func `lacks most others`() {
    let few = mask(of: ["on", "with", "talks"])
    let missed = (0..<100).count { !few.mayHave(WordMask(needing: ["word\($0)"])) }
    #expect(missed > 80)
    #expect(!mask(of: []).mayHave(WordMask(needing: ["on"])))
  }

  @Test func `leaves to strings what isn't ASCII`() {
    #expect(mask(of: ["Orba\u{301}n"]).mayHave(WordMask(needing: ["Orb\u{E1}n"])))
  }
}
