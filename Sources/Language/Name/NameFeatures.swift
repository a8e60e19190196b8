/// The features by which the name finder labels one word.
package enum NameFeatures {
  /// How many there are.
  package static let count = 58

  /// Writes the features of the word at `index` to `rows`.
  ///
  /// `words` and `tags` are those of one sentence; `previous` is the label of the word before, 0 for none,
  /// and `beforePrevious` the label of the word before that one.
  package static func extract(
    _ words: borrowing Span<WordAtoms>, tags: borrowing Span<UInt8>, at index: Int,
    previous: UInt8, beforePrevious: UInt8, into rows: inout MutableSpan<UInt32>
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

    var next = 0
    var template: UInt64 = 4000
    @inline(__always) func add(_ a: UInt64) {
      template &+= 1
      rows[next] = FeatureHash.of(template, a)
      next &+= 1
    }
    @inline(__always) func add(_ a: UInt64, _ b: UInt64) {
      template &+= 1
      rows[next] = FeatureHash.of(template, a, b)
      next &+= 1
    }
    @inline(__always) func add(_ a: UInt64, _ b: UInt64, _ c: UInt64) {
      template &+= 1
      rows[next] = FeatureHash.of(template, a, b, c)
      next &+= 1
    }
    // The word.
    add(w.form)
    add(w.lower)
    add(w.suffix(2), capitals)
    add(w.suffix(3))
    add(w.suffix(4))
    add(w.prefix(2), capitals)
    add(w.prefix(3))
    add(w.prefix(4))
    add(w.shape, isFirst)
    add(t)
    add(UInt64(w.entry.fine), capitals)
    add(UInt64(w.entry.coarse), capitals)
    add(lists, capitals)
    add(w.lower, t)
    add(capitals, isFirst, t)
    add(w.shape, t)
    // Its surroundings.
    add(l1.lower)
    add(r1.lower)
    add(l2.lower)
    add(r2.lower)
    add(UInt64(l1.entry.fine))
    add(UInt64(r1.entry.fine))
    add(UInt64(l2.entry.fine))
    add(UInt64(r2.entry.fine))
    add(tl1, t)
    add(t, tr1)
    add(tl1, t, tr1)
    add(tag(-2), tl1, t)
    add(t, tr1, tag(2))
    add(l1.shape, w.shape)
    add(w.shape, r1.shape)
    add(l1.suffix(3), t)
    add(r1.suffix(3), t)
    add(UInt64(l1.entry.lists), lists, capitals)
    add(lists, UInt64(r1.entry.lists), capitals)
    add(l1.lower, w.lower)
    add(w.lower, r1.lower)
    add(l1.lower, t)
    add(t, r1.lower)
    add(l1.lower, r1.lower)
    add(l1.lower, UInt64(w.entry.fine))
    add(UInt64(w.entry.fine), r1.lower)
    add(UInt64(l1.entry.coarse), UInt64(w.entry.coarse), UInt64(r1.entry.coarse))
    add(UInt64(l1.entry.fine), UInt64(w.entry.fine))
    add(UInt64(w.entry.fine), UInt64(r1.entry.fine))
    // The labels before.
    add(y1)
    add(y1, y2)
    add(y1, w.lower)
    add(y1, t, capitals)
    add(y1, UInt64(w.entry.fine))
    add(y1, l1.lower)
    add(y1, w.shape)
    add(y1, l1.lower, w.lower)
    add(y1, lists, capitals)
    add(y1, w.suffix(3))
    add(y1, r1.lower)
    add(y1, UInt64(w.entry.coarse), capitals)
    add(y1, UInt64(l1.entry.fine), UInt64(w.entry.fine))
    assert(next == count, "NameFeatures.count must be \(next)")
  }
}
