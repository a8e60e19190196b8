/// The features of one tagging decision.
package enum TaggerFeatures {
  /// How many there are.
  package static let count = 44

  /// Writes the features of the word at `index` to `rows`, given the two tags before it (0 for none).
  ///
  /// `words` are the atoms of one sentence.
  package static func extract(
    _ words: borrowing Span<WordAtoms>, at index: Int, previous: UInt8, beforePrevious: UInt8,
    into rows: inout MutableSpan<UInt32>
  ) {
    let edge = WordAtoms.edge
    let w = words[index]
    let l1 = index > 0 ? words[index - 1] : edge
    let l2 = index > 1 ? words[index - 2] : edge
    let r1 = index + 1 < words.count ? words[index + 1] : edge
    let r2 = index + 2 < words.count ? words[index + 2] : edge
    let t1 = UInt64(previous)
    let t2 = UInt64(beforePrevious)
    let fine = UInt64(w.entry.fine)
    let tags = UInt64(w.entry.tags)
    let tagsRight = UInt64(r1.entry.tags)
    let atStart: UInt64 = index == 0 ? 1 : 0
    var next = 0
    @inline(__always) func add(_ row: UInt32) {
      rows[next] = row
      next &+= 1
    }
    // The word itself.
    add(FeatureHash.of(1, w.form))
    add(FeatureHash.of(2, w.lower))
    add(FeatureHash.of(3, w.suffix(1), UInt64(w.capitals.rawValue)))
    add(FeatureHash.of(4, w.suffix(2)))
    add(FeatureHash.of(5, w.suffix(3)))
    add(FeatureHash.of(6, w.suffix(4)))
    add(FeatureHash.of(7, w.suffix(5)))
    add(FeatureHash.of(8, w.prefix(1)))
    add(FeatureHash.of(9, w.prefix(2)))
    add(FeatureHash.of(10, w.prefix(3)))
    add(FeatureHash.of(11, w.prefix(4)))
    add(FeatureHash.of(12, w.shape, atStart))
    add(FeatureHash.of(13, fine))
    add(FeatureHash.of(14, UInt64(w.entry.coarse), UInt64(w.capitals.rawValue)))
    add(FeatureHash.of(15, tags, atStart))
    add(FeatureHash.of(16, w.suffix(3), UInt64(w.capitals.rawValue), atStart))
    add(FeatureHash.of(17, UInt64(w.entry.lists), UInt64(w.capitals.rawValue)))
    // Its neighbours.
    add(FeatureHash.of(18, l1.lower))
    add(FeatureHash.of(19, r1.lower))
    add(FeatureHash.of(20, l2.lower))
    add(FeatureHash.of(21, r2.lower))
    add(FeatureHash.of(22, UInt64(l1.entry.fine)))
    add(FeatureHash.of(23, UInt64(r1.entry.fine)))
    add(FeatureHash.of(24, UInt64(r2.entry.fine)))
    add(FeatureHash.of(25, r1.suffix(3)))
    add(FeatureHash.of(26, l1.suffix(3)))
    add(FeatureHash.of(27, l1.shape, w.shape))
    add(FeatureHash.of(28, w.shape, r1.shape))
    // The tags before.
    add(FeatureHash.of(29, t1))
    add(FeatureHash.of(30, t1, t2))
    add(FeatureHash.of(31, t1, w.lower))
    add(FeatureHash.of(32, t1, fine))
    add(FeatureHash.of(33, t1, tags, tagsRight))
    add(FeatureHash.of(34, t1, t2, tags))
    add(FeatureHash.of(35, t1, r1.lower))
    add(FeatureHash.of(36, t1, w.suffix(3)))
    // Pairs.
    add(FeatureHash.of(37, l1.lower, w.lower))
    add(FeatureHash.of(38, w.lower, r1.lower))
    add(FeatureHash.of(39, UInt64(l1.entry.fine), fine))
    add(FeatureHash.of(40, fine, UInt64(r1.entry.fine)))
    add(FeatureHash.of(41, tags, tagsRight, UInt64(r2.entry.tags)))
    add(FeatureHash.of(42, UInt64(l1.entry.tags), tags, tagsRight))
    add(FeatureHash.of(43, tagsRight, w.lower))
    add(FeatureHash.of(44, l1.lower, t1, r1.lower))
  }
}
