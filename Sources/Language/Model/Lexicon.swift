/// What is known of a word apart from the sentence that it stands in.
package struct LexiconEntry: Hashable, Sendable {
  /// Its class among many, by surroundings in a large text; 0 for a word that has none.
  package var fine: UInt16 = 0
  /// Its class among few; 0 for a word that has none.
  package var coarse: UInt8 = 0
  /// The number of the set of tags that it had in training; 0 for a word seen too rarely.
  package var tags: UInt8 = 0
  /// The tag that it always had, plus one; 0 where there are several.
  package var certainTag: UInt8 = 0
  /// Which lists of names it stands in, one bit a list.
  package var lists: UInt8 = 0

  /// An entry that says nothing.
  package init() {}
}

/// The words that the model knows, by the hash of their form.
///
/// An open-addressing table: a word's place is given by its hash, and if that is taken, the next free one.
package struct Lexicon: Sendable {
  private var keys: [UInt32]
  private var entries: [LexiconEntry]
  private let mask: Int

  /// An empty lexicon.
  package init() { self.init([]) }

  /// A lexicon of the given words; keys are the upper halves of their hashes, no key twice.
  package init(_ words: [(key: UInt32, entry: LexiconEntry)]) {
    var capacity = 16
    while capacity < words.count * 2 { capacity *= 2 }
    mask = capacity - 1
    keys = [UInt32](repeating: 0, count: capacity)
    entries = [LexiconEntry](repeating: LexiconEntry(), count: capacity)
    for word in words {
      var index = Int(word.key) & mask
      while keys[index] != 0 { index = (index + 1) & mask }
      keys[index] = word.key
      entries[index] = word.entry
    }
  }

  /// The key of a word's hash; never 0, which marks a free place.
  package static func key(_ hash: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: hash >> 32) | 1 }

  /// All words with their keys, ascending; for writing.
  package var words: [(key: UInt32, entry: LexiconEntry)] {
    keys.indices.filter { keys[$0] != 0 }.map { (keys[$0], entries[$0]) }.sorted { $0.key < $1.key }
  }

  /// The entry for the form with the given hash.
  @inline(__always)
  func entry(_ hash: UInt64) -> LexiconEntry? {
    let key = Self.key(hash)
    let keys = keys.span
    var index = Int(key) & mask
    while keys[index] != 0 {
      if keys[index] == key { return entries.span[index] }
      index = (index &+ 1) & mask
    }
    return nil
  }
}
