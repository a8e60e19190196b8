/// A bit for each of several words, so that words which aren't all among some others are told at once: only where the
/// bits are there, the words have to be looked for.
struct WordMask: Hashable, Sendable {
  private var bits: UInt64 = 0

  /// The mask of words that are there.
  init() {}

  /// The mask of words that something needs.
  init(needing words: [String]) {
    // A word that isn't ASCII has no bit, so that it is looked for in any case.
    for word in words { word.asciiNumber.map { bits |= 1 << ($0 & 63) } }
  }

  /// Adds a word that is there.
  mutating func insert(_ word: String) {
    word.asciiNumber.map { bits |= 1 << ($0 & 63) }
  }

  /// Whether all words that the other mask needs may be among these.
  func mayHave(_ needed: WordMask) -> Bool { needed.bits & ~bits == 0 }
}
