/// The features by which the name finder labels one word.
package enum NameFeatures {
  /// Writes the features of the word at `index` to `features`.
  ///
  /// `words` and `tags` are those of one sentence; `previous` is the label of the word before, 0 for none,
  /// and `beforePrevious` the label of the word before that one.
  package static func extract(
    _ words: borrowing Span<WordAtoms>, tags: borrowing Span<UInt8>, at index: Int,
    previous: UInt8, beforePrevious: UInt8, into features: inout FeatureList
  ) {
    let edge = WordAtoms.edge
    @inline(__always) func word(_ offset: Int) -> WordAtoms {
      let place = index &+ offset
      return place >= 0 && place < words.count ? words[place] : edge
    }
    @inline(__always) func tag(_ offset: Int) -> UInt64 {
      let place = index &+ offset
      return place >= 0 && place < tags.count ? UInt64(tags[place]) : 255
    }
    let w = word(0)
    let l1 = word(-1)
    let l2 = word(-2)
    let r1 = word(1)
    let r2 = word(2)
    let t = tag(0)
    let tl1 = tag(-1)
    let tr1 = tag(1)
    let y1 = UInt64(previous)
    let y2 = UInt64(beforePrevious)
    let capitals = UInt64(w.capitals.rawValue)
    let isFirst: UInt64 = index == 0 ? 1 : 0
    let lists = UInt64(w.entry.lists)

    features.start(template: 4000)
    // The word.
    features.add(w.form)
    features.add(w.lower)
    features.add(w.suffix(2), capitals)
    features.add(w.suffix(3))
    features.add(w.suffix(4))
    features.add(w.prefix(2), capitals)
    features.add(w.prefix(3))
    features.add(w.prefix(4))
    features.add(w.shape, isFirst)
    features.add(t)
    features.add(UInt64(w.entry.fine), capitals)
    features.add(UInt64(w.entry.coarse), capitals)
    features.add(lists, capitals)
    features.add(w.lower, t)
    features.add(capitals, isFirst, t)
    features.add(w.shape, t)
    // Its surroundings.
    features.add(l1.lower)
    features.add(r1.lower)
    features.add(l2.lower)
    features.add(r2.lower)
    features.add(UInt64(l1.entry.fine))
    features.add(UInt64(r1.entry.fine))
    features.add(UInt64(l2.entry.fine))
    features.add(UInt64(r2.entry.fine))
    features.add(tl1, t)
    features.add(t, tr1)
    features.add(tl1, t, tr1)
    features.add(tag(-2), tl1, t)
    features.add(t, tr1, tag(2))
    features.add(l1.shape, w.shape)
    features.add(w.shape, r1.shape)
    features.add(l1.suffix(3), t)
    features.add(r1.suffix(3), t)
    features.add(UInt64(l1.entry.lists), lists, capitals)
    features.add(lists, UInt64(r1.entry.lists), capitals)
    features.add(l1.lower, w.lower)
    features.add(w.lower, r1.lower)
    features.add(l1.lower, t)
    features.add(t, r1.lower)
    features.add(l1.lower, r1.lower)
    features.add(l1.lower, UInt64(w.entry.fine))
    features.add(UInt64(w.entry.fine), r1.lower)
    features.add(UInt64(l1.entry.coarse), UInt64(w.entry.coarse), UInt64(r1.entry.coarse))
    features.add(UInt64(l1.entry.fine), UInt64(w.entry.fine))
    features.add(UInt64(w.entry.fine), UInt64(r1.entry.fine))
    // The labels before.
    features.add(y1)
    features.add(y1, y2)
    features.add(y1, w.lower)
    features.add(y1, t, capitals)
    features.add(y1, UInt64(w.entry.fine))
    features.add(y1, l1.lower)
    features.add(y1, w.shape)
    features.add(y1, l1.lower, w.lower)
    features.add(y1, lists, capitals)
    features.add(y1, w.suffix(3))
    features.add(y1, r1.lower)
    features.add(y1, UInt64(w.entry.coarse), capitals)
    features.add(y1, UInt64(l1.entry.fine), UInt64(w.entry.fine))
  }
}
