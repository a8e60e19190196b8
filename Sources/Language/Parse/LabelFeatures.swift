/// The features by which the parser names an arc that it is about to draw.
package enum LabelFeatures {
  /// Writes the features of `arc` to `features`.
  package static func extract(
    _ arc: borrowing ParserArc, _ sentence: borrowing ParserWords,
    into features: inout FeatureList
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

    features.start(template: 2000 + direction * 1000)

    features.add(h.tag)
    features.add(d.tag)
    features.add(h.word)
    features.add(d.word)
    features.add(h.tag, d.tag)
    features.add(h.word, d.tag)
    features.add(h.tag, d.word)
    features.add(h.word, d.word)
    features.add(d.word, d.tag)
    features.add(h.word, h.tag)
    features.add(h.fine, d.fine)
    features.add(h.fine, d.tag)
    features.add(h.tag, d.fine)
    features.add(d.fine)
    features.add(h.fine)
    features.add(h.coarse, d.coarse, d.tag)
    features.add(h.tag, d.tag, distance)
    features.add(h.tag, d.tag, between)
    features.add(d.word, distance)
    features.add(d.tag, dBefore.tag, h.tag)
    features.add(d.tag, dAfter.tag, h.tag)
    features.add(d.word, dBefore.word)
    features.add(d.word, dAfter.word)
    features.add(h.tag, hBefore.tag, d.tag)
    features.add(h.tag, hAfter.tag, d.tag)
    features.add(h.word, dBefore.tag, d.tag)
    // Its own dependents: the preposition or the conjunction mostly is the outermost on the left.
    features.add(d.tag, dl.word, h.tag)
    features.add(d.tag, dl.tag, h.tag)
    features.add(h.word, dl.word)
    features.add(d.tag, dl1Label)
    features.add(d.tag, dr.tag, h.tag)
    features.add(d.tag, dr1Label, h.tag)
    features.add(d.tag, dn.leftLabels, h.tag)
    features.add(d.tag, dn.rightLabels, h.tag)
    features.add(d.word, dn.leftLabels)
    features.add(dl.word, d.fine)
    features.add(h.tag, dl.word, d.word)
    features.add(d.tag, dl.tag, dlInner.tag)
    features.add(h.fine, dl.word, d.tag)
    features.add(d.fine, dl.word, h.tag)
    // What the head has already.
    features.add(h.tag, siblingLabel, d.tag)
    features.add(h.tag, sibling.tag, d.tag)
    features.add(h.word, sibling.word)
    features.add(h.tag, sideLabels, d.tag)
    features.add(h.word, sideLabels, d.tag)
    features.add(h.tag, otherLabels, d.tag)
    features.add(h.word, otherLabels, d.tag)
    features.add(h.word, siblingLabel, d.fine)
    features.add(h.universal, d.universal, sideLabels)
    features.add(h.universal, d.universal, otherLabels)
    features.add(h.tag, h.word, dn.leftLabels)
    features.add(h.fine, sideLabels, d.tag)
    if sentence.guides.isEmpty { return }

    // What the guide says: its relation, if it has the same head, and how it sees the head.
    let dGuide = sentence.guides[Int(dependent)]
    let hGuide = sentence.guides[Int(head)]
    let relation = UInt64(dGuide.label) * 2 + (dGuide.head == head ? 1 : 0)
    let headRelation = UInt64(hGuide.label)
    let grandparent = word(hGuide.head)
    features.add(relation)
    features.add(relation, d.tag, h.tag)
    features.add(relation, headRelation)
    features.add(relation, d.word)
    features.add(relation, h.word)
    features.add(relation, d.tag, headRelation)
    features.add(headRelation, h.tag, d.tag)
    features.add(headRelation, h.word, d.tag)
    features.add(hGuide.labels, h.tag, d.tag)
    features.add(dGuide.labels, d.tag, h.tag)
    features.add(grandparent.tag, h.tag, d.tag)
    features.add(hGuide.labels, h.word, d.tag)
  }
}
