import Language
import Testing

/// Whether each word's capitals are hidden.
private func hidden(_ sentence: String) -> [Bool] {
  WordAtoms.sentence(sentence.split(separator: " ").map { Array($0.utf8) }, lexicon: Lexicon())
    .map { $0.capitals == .hidden }
}

@Suite struct `Title case` {
  @Test(arguments: [
    ("Leaders Meet in Geneva", [true, true, false, true]),
    ("US Sends Envoy to Kyiv", [false, true, true, false, true]),
    ("LEADERS MEET IN GENEVA", [true, true, true, true]),
  ])
  func `hides what capitals would tell`(sentence: String, expected: [Bool]) {
    #expect(hidden(sentence) == expected)
  }

  @Test(arguments: [
    "Leaders meet in Geneva", "Leaders of New Zealand met", "President Abe", "the end",
    "Angela Merkel was President of Germany",
  ])
  func `is not seen in other sentences`(sentence: String) {
    #expect(!hidden(sentence).contains(true))
  }
}
