/// A bit for each of several words, so that words which aren't all among some others are told at once: only where the
/// bits are there, the words have to be looked for.
struct WordMask: Sendable {
  private var bits: UInt64 = 0

  /// The mask of no words.
  init() {}

  /// The mask of some words.
  init(needing words: [String]) {
    for word in words { insert(word) }
  }

  /// Adds a word. One that isn't ASCII has no bit, so that it is looked for in any case.
  mutating func insert(_ word: String) {
    if let number = word.asciiNumber { bits |= 1 << (number & 63) }
  }

  /// Whether all words that the other mask needs may be among these.
  func mayHave(_ needed: WordMask) -> Bool { needed.bits & ~bits == 0 }
}
