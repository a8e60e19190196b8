/// Common words that are a finite verb wherever they stand: what tells a sentence from a heading before any
/// word is tagged.
enum FiniteVerbs {
  /// Whether the word is one of them.
  static func contains(_ word: WordAtoms) -> Bool {
    word.length <= longest && hashes.contains(word.lower)
  }

  private static let words = """
    is are was were has have had does do did will would can could may might must should shall
    says said told went came made took got knows thinks means became began wrote
    'm 're 've 'll 'd ca wo am
    """.split(whereSeparator: \.isWhitespace)

  /// In bytes; longer words need not be looked up.
  private static let longest = words.map(\.utf8.count).max() ?? 0

  private static let hashes = Set(words.map { FeatureHash.ofWord($0.utf8) })
}
