import Testing

@testable import Extract

@Suite struct `An index of patterns` {
  private static let library = FrameLibrary.builtIn

  /// All patterns that can match a sentence of these words, each asked by itself.
  private func asked(_ words: Set<String>) -> [[Int]] {
    Self.library.frames.enumerated().flatMap { frame, entry in
      entry.patterns.enumerated().filter { $0.element.canMatch(words) }.map { [frame, $0.offset] }
    }
  }

  @Test(arguments: [
    "Abe and Putin agreed in Sochi , Russia , to hold talks on the islands",
    "the Russian - held peninsula was visited by the president 's envoy",
    "Oslo is the capital of Norway and was part of it since 1814", "nothing of this", "",
  ])
  func `has those that can match a sentence, in the order of the frames`(_ sentence: String) {
    let words = Set(sentence.lowercased().split(separator: " ").map(String.init))
    let found = Self.library.patterns(among: words).map { [$0.frame, $0.pattern] }
    #expect(found == asked(words))
  }

  @Test func `has every pattern for the words that it needs`() {
    for (frame, entry) in Self.library.frames.enumerated() {
      for (number, pattern) in entry.patterns.enumerated() {
        let words = Set(pattern.neededWords.compactMap { $0.sorted().last })
        let found = Self.library.patterns(among: words)
        #expect(found.contains(.init(frame: frame, pattern: number)), "\(pattern.source)")
      }
    }
  }
}
