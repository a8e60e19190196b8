/// The features by which the parser chooses its next move.
///
/// After Zhang and Nivre, "Transition-based Dependency Parsing with Rich Non-local Features" (ACL 2011),
/// with word classes (Koo, Carreras and Collins 2008) and with what stands between two words.
package enum MoveFeatures {
  /// Writes the features of what `view` shows to `features`.
  package static func extract(
    _ view: borrowing ParserView, _ sentence: borrowing ParserWords,
    into features: inout FeatureList
  ) {
    let words = sentence.words.span
    let none = Int32(truncatingIfNeeded: words.count &- 1)
    @inline(__always) func word(_ index: Int32) -> ParserWord {
      words[Int(index < 0 ? none : index)]
    }
    let i0 = view.top
    let i1 = view.second
    let i2 = view.third
    let j0 = min(view.next, none)
    let j1 = min(view.next &+ 1, none)
    let j2 = min(view.next &+ 2, none)
    let n0 = view.topTree
    let n1 = view.secondTree
    let m0 = view.nextTree
    let s0 = word(i0)
    let s1 = word(i1)
    let s2 = word(i2)
    let b0 = word(j0)
    let b1 = word(j1)
    let b2 = word(j2)
    let (s0b0Distance, s0b0Between) = sentence.separation(i0, j0)
    let (s1s0Distance, s1s0Between) = sentence.separation(i1, i0)

    features.start(template: 1000)
    // Small numbers packed into one atom.
    @inline(__always) func pack(_ a: UInt64, _ b: UInt64) -> UInt64 { a << 20 | b }

    // Single words.
    features.add(s0.word)
    features.add(s0.tag)
    features.add(s0.word, s0.tag)
    features.add(s0.fine, s0.universal)
    features.add(s0.coarse, s0.tag)
    features.add(s1.word)
    features.add(s1.tag)
    features.add(s1.word, s1.tag)
    features.add(s1.fine, s1.universal)
    features.add(s1.coarse, s1.tag)
    features.add(b0.word)
    features.add(b0.tag)
    features.add(b0.word, b0.tag)
    features.add(b0.fine, b0.universal)
    features.add(b0.coarse, b0.tag)
    features.add(b1.word)
    features.add(b1.tag)
    features.add(b1.word, b1.tag)
    features.add(b1.fine, b1.universal)
    features.add(b2.word)
    features.add(b2.tag)
    features.add(b2.fine)
    features.add(s2.word)
    features.add(s2.tag)
    features.add(s2.fine)

    // Top of the stack and next word.
    features.add(s0.word, b0.word)
    features.add(s0.word, s0.tag, pack(b0.tag, 0))
    features.add(s0.tag, b0.word, b0.tag)
    features.add(s0.word, b0.word, pack(s0.tag, b0.tag))
    features.add(s0.tag, b0.tag)
    features.add(s0.word, b0.tag)
    features.add(s0.tag, b0.word)
    features.add(s0.fine, b0.fine)
    features.add(s0.coarse, b0.coarse, pack(s0.tag, b0.tag))
    features.add(s0.fine, b0.tag)
    features.add(s0.tag, b0.fine)

    // The two on top of the stack.
    features.add(s1.word, s0.word)
    features.add(s1.tag, s0.word, s0.tag)
    features.add(s1.word, s1.tag, pack(s0.tag, 0))
    features.add(s1.tag, s0.tag)
    features.add(s1.fine, s0.fine)
    features.add(s1.fine, s0.tag)
    features.add(s1.tag, s0.fine)
    features.add(s1.coarse, s0.coarse, pack(s1.tag, s0.tag))
    features.add(s1.word, s0.tag)

    // Further pairs.
    features.add(b0.tag, b1.tag)
    features.add(b0.word, b1.tag)
    features.add(b0.tag, b1.word)
    features.add(b0.fine, b1.fine)
    features.add(s1.tag, b0.tag)
    features.add(s1.word, b0.word)
    features.add(s1.fine, b0.fine)
    features.add(s0.word, b1.tag)
    features.add(s0.tag, b1.word)

    // Three words.
    features.add(s0.tag, b0.tag, b1.tag)
    features.add(s1.tag, s0.tag, b0.tag)
    features.add(s2.tag, s1.tag, s0.tag)
    features.add(b0.tag, b1.tag, b2.tag)
    features.add(s0.word, b0.tag, b1.tag)
    features.add(s0.tag, b0.word, b1.tag)
    features.add(s1.tag, s0.word, b0.tag)
    features.add(s1.word, s0.tag, b0.tag)
    features.add(s1.tag, s0.tag, b0.word)
    features.add(s0.coarse, b0.coarse, b1.coarse)
    features.add(s1.coarse, s0.coarse, b0.coarse)
    features.add(pack(s1.tag, s0.tag), b0.tag, b1.tag)
    features.add(pack(s0.tag, b0.tag), b1.tag, b2.tag)
    features.add(s1.fine, s0.fine, b0.fine)

    // Dependents so far.
    let s0l1 = word(n0.left1)
    let s0r1 = word(n0.right1)
    let s1l1 = word(n1.left1)
    let s1r1 = word(n1.right1)
    let b0l1 = word(m0.left1)
    let s0l2 = word(n0.left2)
    let s0r2 = word(n0.right2)
    let s1r2 = word(n1.right2)
    let b0l2 = word(m0.left2)
    let s0l1Label = UInt64(n0.left1Label)
    let s0r1Label = UInt64(n0.right1Label)
    let s1l1Label = UInt64(n1.left1Label)
    let s1r1Label = UInt64(n1.right1Label)
    let b0l1Label = UInt64(m0.left1Label)
    features.add(s0l1.word, s0l1Label)
    features.add(s0r1.word, s0r1Label)
    features.add(s1r1.word, s1r1Label)
    features.add(b0l1.word, b0l1Label)
    features.add(s0.tag, s0l1.tag, b0.tag)
    features.add(s0.tag, s0r1.tag, b0.tag)
    features.add(s0.tag, b0.tag, b0l1.tag)
    features.add(s1.tag, s1l1.tag, s0.tag)
    features.add(s1.tag, s1r1.tag, s0.tag)
    features.add(s1.tag, s0.tag, s0l1.tag)
    features.add(s1.tag, s0.tag, s0r1.tag)
    features.add(s1.tag, s1r1.tag, b0.tag)
    features.add(s0.tag, s0l1Label, b0.tag)
    features.add(s0.tag, s0r1Label, b0.tag)
    features.add(s0.tag, b0l1Label, b0.tag)
    features.add(s1.tag, s1r1Label, s0.tag)
    features.add(s1.tag, s1l1Label, s0.tag)
    features.add(s1.tag, s0l1Label, s0.tag)
    features.add(s1.word, s0.tag, s0l1.word)
    features.add(s0.word, s0r1.word, b0.tag)
    features.add(s0.word, s0r1Label, b0.tag)
    features.add(s0.tag, pack(s0l1.tag, s0l2.tag))
    features.add(s0.tag, pack(s0r1.tag, s0r2.tag), b0.tag)
    features.add(s1.tag, pack(s1r1.tag, s1r2.tag), s0.tag)
    features.add(b0.tag, pack(b0l1.tag, b0l2.tag), s0.tag)
    features.add(s0.word, s0l1.word)
    features.add(b0.word, b0l1.word)

    // Which and how many dependents.
    features.add(s0.word, n0.leftLabels)
    features.add(s0.tag, n0.leftLabels)
    features.add(s0.word, n0.rightLabels)
    features.add(s0.tag, n0.rightLabels, b0.tag)
    features.add(b0.word, m0.leftLabels)
    features.add(b0.tag, m0.leftLabels, s0.tag)
    features.add(s1.word, n1.rightLabels)
    features.add(s1.tag, n1.rightLabels, s0.tag)
    features.add(s1.tag, n1.leftLabels, s0.tag)
    features.add(s0.tag, pack(UInt64(n0.leftCount), UInt64(n0.rightCount)))
    features.add(s1.tag, pack(UInt64(n1.leftCount), UInt64(n1.rightCount)), s0.tag)

    // How far apart, and what stands between.
    features.add(s0.tag, b0.tag, pack(s0b0Distance, 0))
    features.add(s0.word, s0b0Distance)
    features.add(b0.word, s0b0Distance)
    features.add(s0.tag, b0.tag, pack(s0b0Between, 1))
    features.add(s1.tag, s0.tag, pack(s1s0Between, 0))
    features.add(s1.tag, s0.tag, pack(s1s0Distance, 1))
    if sentence.guides.isEmpty { return }

    // What the guide says: where the heads of both words are, and whether dependents are still to come.
    let guides = sentence.guides.span
    let s0Guide = i0 < 0 ? ParserGuide(none) : guides[Int(i0)]
    let b0Guide = j0 == none ? ParserGuide(none) : guides[Int(j0)]
    @inline(__always) func place(_ head: Int32) -> UInt64 {
      head < 0 ? 6 : head == j0 ? 1 : head > j0 ? 2 : head == i0 ? 3 : head == i1 ? 4 : 5
    }
    let pending: UInt64 = i0 < 0 || s0Guide.last < j0 ? 0 : s0Guide.last == j0 ? 1 : 2
    let s0Says = place(s0Guide.head) * 3 + pending
    let b0Says = place(b0Guide.head) * 2 + (b0Guide.first < i0 ? 1 : 0)
    let bothSay = pack(s0Says, b0Says)
    let s0Label = UInt64(s0Guide.label)
    features.add(s0Says)
    features.add(bothSay)
    features.add(s0Says, s0.tag)
    features.add(s0Says, s0.tag, b0.tag)
    features.add(s0Says, s1.tag, s0.tag)
    features.add(bothSay, s0.tag, b0.tag)
    features.add(bothSay, s0Label, UInt64(b0Guide.label))
    features.add(s0Says, s0Label, s0.tag)
    features.add(bothSay, b0.tag)
    features.add(bothSay, s0b0Distance)
    features.add(s0Says, s0.word)
    features.add(bothSay, b0.word)
    features.add(s0Says, s1s0Distance, s0b0Distance)
  }
}
