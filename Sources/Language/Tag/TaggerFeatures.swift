/// The features of one tagging decision.
package enum TaggerFeatures {
  /// Writes the features of the word at `index` to `features`, given the two tags before it (0 for none).
  ///
  /// `words` are the atoms of one sentence.
  package static func extract(
    _ words: borrowing Span<WordAtoms>, at index: Int, previous: UInt8, beforePrevious: UInt8,
    into features: inout FeatureList
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
    features.start(template: 0)
    // The word itself.
    features.add(w.form)
    features.add(w.lower)
    features.add(w.suffix(1), UInt64(w.capitals.rawValue))
    features.add(w.suffix(2))
    features.add(w.suffix(3))
    features.add(w.suffix(4))
    features.add(w.suffix(5))
    features.add(w.prefix(1))
    features.add(w.prefix(2))
    features.add(w.prefix(3))
    features.add(w.prefix(4))
    features.add(w.shape, atStart)
    features.add(fine)
    features.add(UInt64(w.entry.coarse), UInt64(w.capitals.rawValue))
    features.add(tags, atStart)
    features.add(w.suffix(3), UInt64(w.capitals.rawValue), atStart)
    features.add(UInt64(w.entry.lists), UInt64(w.capitals.rawValue))
    // Its neighbours.
    features.add(l1.lower)
    features.add(r1.lower)
    features.add(l2.lower)
    features.add(r2.lower)
    features.add(UInt64(l1.entry.fine))
    features.add(UInt64(r1.entry.fine))
    features.add(UInt64(r2.entry.fine))
    features.add(r1.suffix(3))
    features.add(l1.suffix(3))
    features.add(l1.shape, w.shape)
    features.add(w.shape, r1.shape)
    // The tags before.
    features.add(t1)
    features.add(t1, t2)
    features.add(t1, w.lower)
    features.add(t1, fine)
    features.add(t1, tags, tagsRight)
    features.add(t1, t2, tags)
    features.add(t1, r1.lower)
    features.add(t1, w.suffix(3))
    // Pairs.
    features.add(l1.lower, w.lower)
    features.add(w.lower, r1.lower)
    features.add(UInt64(l1.entry.fine), fine)
    features.add(fine, UInt64(r1.entry.fine))
    features.add(tags, tagsRight, UInt64(r2.entry.tags))
    features.add(UInt64(l1.entry.tags), tags, tagsRight)
    features.add(tagsRight, w.lower)
    features.add(l1.lower, t1, r1.lower)
  }
}
