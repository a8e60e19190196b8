/// The features by which the parser names an arc that it is about to draw.
package enum LabelFeatures {
  /// How many there are.
  package static let count = 52

  /// Writes the features of `arc` to `rows`.
  package static func extract(
    _ arc: borrowing ParserArc, _ sentence: borrowing ParserWords,
    into rows: inout MutableSpan<UInt32>
  ) {
    let words = sentence.words.span
    let none = Int32(truncatingIfNeeded: words.count &- 1)
    @inline(__always) func word(_ index: Int32) -> ParserWord {
      words[Int(index < 0 || index > none ? none : index)]
    }
    let head = arc.head
    let dependent = arc.dependent
    let h = word(head)
    let d = word(dependent)
    let hn = arc.headTree
    let dn = arc.dependentTree
    let isLeft = dependent < head
    let direction: UInt64 = isLeft ? 1 : 0
    let (distance, between) = sentence.separation(head, dependent)
    let dBefore = word(dependent &- 1)
    let dAfter = word(dependent &+ 1)
    let hBefore = word(head &- 1)
    let hAfter = word(head &+ 1)
    let dl = word(dn.left1)
    let dr = word(dn.right1)
    let dlInner = word(dn.left2)
    // The sibling that was attached last on the same side.
    let siblingIndex = isLeft ? hn.left1 : hn.right1
    let sibling = word(siblingIndex)
    let siblingLabel = UInt64(isLeft ? hn.left1Label : hn.right1Label)
    let sideLabels = isLeft ? hn.leftLabels : hn.rightLabels
    let otherLabels = isLeft ? hn.rightLabels : hn.leftLabels
    let dl1Label = UInt64(dn.left1Label)
    let dr1Label = UInt64(dn.right1Label)

    var next = 0
    var template: UInt64 = 2000 + direction * 1000
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

    add(h.tag)
    add(d.tag)
    add(h.word)
    add(d.word)
    add(h.tag, d.tag)
    add(h.word, d.tag)
    add(h.tag, d.word)
    add(h.word, d.word)
    add(d.word, d.tag)
    add(h.word, h.tag)
    add(h.fine, d.fine)
    add(h.fine, d.tag)
    add(h.tag, d.fine)
    add(d.fine)
    add(h.fine)
    add(h.coarse, d.coarse, d.tag)
    add(h.tag, d.tag, distance)
    add(h.tag, d.tag, between)
    add(d.word, distance)
    add(d.tag, dBefore.tag, h.tag)
    add(d.tag, dAfter.tag, h.tag)
    add(d.word, dBefore.word)
    add(d.word, dAfter.word)
    add(h.tag, hBefore.tag, d.tag)
    add(h.tag, hAfter.tag, d.tag)
    add(h.word, dBefore.tag, d.tag)
    // Its own dependents: the preposition or the conjunction mostly is the outermost on the left.
    add(d.tag, dl.word, h.tag)
    add(d.tag, dl.tag, h.tag)
    add(h.word, dl.word)
    add(d.tag, dl1Label)
    add(d.tag, dr.tag, h.tag)
    add(d.tag, dr1Label, h.tag)
    add(d.tag, dn.leftLabels, h.tag)
    add(d.tag, dn.rightLabels, h.tag)
    add(d.word, dn.leftLabels)
    add(dl.word, d.fine)
    add(h.tag, dl.word, d.word)
    add(d.tag, dl.tag, dlInner.tag)
    add(h.fine, dl.word, d.tag)
    add(d.fine, dl.word, h.tag)
    // What the head has already.
    add(h.tag, siblingLabel, d.tag)
    add(h.tag, sibling.tag, d.tag)
    add(h.word, sibling.word)
    add(h.tag, sideLabels, d.tag)
    add(h.word, sideLabels, d.tag)
    add(h.tag, otherLabels, d.tag)
    add(h.word, otherLabels, d.tag)
    add(h.word, siblingLabel, d.fine)
    add(h.universal, d.universal, sideLabels)
    add(h.universal, d.universal, otherLabels)
    add(h.tag, h.word, dn.leftLabels)
    add(h.fine, sideLabels, d.tag)
    assert(next == count, "LabelFeatures.count must be \(next)")
  }
}
