/// The features of one decision whether a sentence ends.
package enum BoundaryFeatures {
  /// No more marks than these are looked at on each side of the boundary.
  private static let mostMarks = 4

  /// No farther ahead a verb is looked for, in tokens.
  private static let farthestVerb = 12
  /// No more words than these of a run of capitals are looked at.
  private static let longestRun = 6
  /// From how many tokens on a paragraph is long, and from how many on it is hardly one.
  private static let longParagraph = 60
  private static let joinedParagraphs = 300

  /// Writes the features of the boundary before the token at `index` to `features`.
  package static func extract(
    _ scan: borrowing BoundaryScan, before index: Int, into features: inout FeatureList
  ) {
    // The words on both sides, past the marks that stand between them.
    var left = index - 1
    var pattern: UInt64 = scan.tokens[index].start == scan.tokens[index - 1].end ? 1 : 2
    while left > scan.first, index - left <= mostMarks, isMark(scan, left) {
      pattern = FeatureHash.joined(pattern, scan.words[left].form)
      if scan.tokens[left].start > scan.tokens[left - 1].end {
        pattern = FeatureHash.joined(pattern, 3)
      }
      left -= 1
    }
    if scan.marks[left] == .abbreviation { pattern = FeatureHash.joined(pattern, 4) }
    pattern = FeatureHash.joined(pattern, 5)
    var right = index
    while right + 1 < scan.words.count, right - index < mostMarks, isMark(scan, right) {
      pattern = FeatureHash.joined(pattern, scan.words[right].form)
      right += 1
    }
    let edge = WordAtoms.edge
    let w1 = scan.words[left]
    let w2 = left > scan.first ? scan.words[left - 1] : edge
    let w3 = left > scan.first + 1 ? scan.words[left - 2] : edge
    let r1 = scan.words[right]
    let r2 = right + 1 < scan.words.count ? scan.words[right + 1] : edge
    let r3 = right + 2 < scan.words.count ? scan.words[right + 2] : edge
    let head = scan.words[scan.first]

    // How the next word is written, and what the rules say.
    let isDigit: UInt64 = r1.prefix >> 56 >= 0x30 && r1.prefix >> 56 <= 0x39 ? 8 : 0
    let writing = UInt64(r1.capitals.rawValue) | isDigit
    let rule: UInt64 = scan.ruleEnds[index] ? 1 : 0
    let place = FeatureHash.joined(FeatureHash.joined(pattern, writing), rule)

    // Runs of capitalised words that end and start here.
    var before = left
    while before >= scan.first, left - before < longestRun, scan.words[before].capitals != .none {
      before -= 1
    }
    var after = right
    while after < scan.words.count, after - right < longestRun, scan.words[after].capitals != .none
    {
      after += 1
    }
    let runBefore = UInt64(left - before)
    let runAfter = UInt64(after - right)
    let wordAfter = after < scan.words.count ? scan.words[after] : edge
    let wordBefore = before >= scan.first ? scan.words[before] : edge

    let length = bucket(index - scan.first)
    let rest = bucket(Int(scan.nextFinal[index]))
    let paragraph = bucket(scan.words.count)
    let density = bucket(scan.words.count / (scan.finalCount + 1))
    let inside: UInt64 = (scan.quoteIsOpen ? 1 : 0) | (scan.brackets > 0 ? 2 : 0)
    let title: UInt64 =
      scan.smalls == 0 ? 0 : scan.capitals > scan.smalls ? 1 : scan.capitals > 1 ? 2 : 3
    let l1Tags = UInt64(w1.entry.tags)
    let l2Tags = UInt64(w2.entry.tags)
    let r1Tags = UInt64(r1.entry.tags)
    let r2Tags = UInt64(r2.entry.tags)
    let r3Tags = UInt64(r3.entry.tags)
    let l1Fine = UInt64(w1.entry.fine)
    let r1Fine = UInt64(r1.entry.fine)

    features.start(template: 0)
    // The place by itself.
    features.add(pattern)
    features.add(place)
    features.add(place, length)
    features.add(place, inside)
    features.add(place, paragraph)
    features.add(place, density)
    features.add(place, rest)
    features.add(place, rest, length)
    // The word before.
    features.add(place, w1.form)
    features.add(place, w1.shape)
    features.add(place, w1.suffix(3))
    features.add(place, l1Fine)
    features.add(place, l1Tags)
    features.add(w1.lower)
    features.add(place, w2.form, w1.form)
    features.add(place, l2Tags, l1Tags)
    features.add(place, UInt64(w2.entry.coarse), UInt64(w1.entry.coarse))
    features.add(pattern, w2.form)
    features.add(pattern, UInt64(w3.entry.tags), FeatureHash.joined(l2Tags, l1Tags))
    // The word behind.
    features.add(place, r1.form)
    features.add(r1.form)
    features.add(place, r1.shape)
    features.add(place, r1Fine)
    features.add(place, r1Tags)
    features.add(place, r1.suffix(3))
    features.add(pattern, r1.lower, r2.lower)
    features.add(place, r2.lower)
    features.add(place, r1Tags, r2Tags)
    features.add(pattern, FeatureHash.joined(r1Tags, r2Tags), r3Tags)
    features.add(place, UInt64(r1.entry.coarse), UInt64(r2.entry.coarse))
    features.add(pattern, r1Fine, UInt64(r2.entry.fine))
    // Both.
    features.add(pattern, w1.form, r1.form)
    features.add(pattern, l1Fine, r1Fine)
    features.add(place, l1Tags, r1Tags)
    features.add(pattern, FeatureHash.joined(l1Tags, r1Tags), r2Tags)
    features.add(pattern, FeatureHash.joined(l2Tags, l1Tags), r1Tags)
    features.add(pattern, w1.lower, r1Tags)
    features.add(pattern, l1Tags, r1.form)
    features.add(place, w1.shape, r1.shape)
    features.add(place, UInt64(w1.entry.lists), UInt64(r1.entry.lists))
    features.add(
      pattern, UInt64(w1.entry.coarse), FeatureHash.joined(UInt64(r1.entry.coarse), r2Tags))
    // Runs of capitals, and the sentence so far.
    features.add(place, runBefore, runAfter)
    features.add(place, runBefore, title)
    features.add(place, title, length)
    features.add(place, runAfter, wordAfter.lower)
    features.add(place, l1Tags, UInt64(wordAfter.entry.tags))
    features.add(place, wordBefore.lower, runBefore)
    features.add(place, UInt64(wordBefore.entry.tags), UInt64(wordAfter.entry.tags))
    features.add(place, head.lower)
    features.add(place, head.shape, length)
    features.add(place, FeatureHash.joined(title, runAfter), UInt64(wordAfter.entry.coarse))
    features.add(place, density, title)
    // Whether there is a verb on either side.
    let verbs = FeatureHash.joined(verbAhead(scan, from: right), scan.hasVerb ? 1 : 0)
    features.add(place, verbs)
    features.add(place, verbs, title)
    features.add(place, verbs, length)
    features.add(place, verbs, FeatureHash.joined(l1Tags, r1Tags))
    // What capitalised words are when written small.
    let small = SmallForms(scan, left: left, right: right)
    features.add(place, small.before, small.behind)
    features.add(place, small.before, l1Tags)
    features.add(place, small.behind, r1Tags)
    features.add(
      place, small.behind, FeatureHash.joined(small.secondBehind, UInt64(r2.capitals.rawValue)))
    features.add(
      place, small.before, FeatureHash.joined(small.secondBefore, UInt64(w2.capitals.rawValue)))
    features.add(place, small.common, small.other)
    features.add(place, FeatureHash.joined(small.common, small.other), title)
    features.add(
      place, FeatureHash.joined(small.before, small.behind),
      FeatureHash.joined(runBefore, runAfter))
    features.add(
      place, FeatureHash.joined(small.common, small.other),
      FeatureHash.joined(small.behind, verbs))
    // Whether this is one paragraph or a text that lost its line breaks, and with them where its headings end.
    let size = paragraphSize(scan.words.count)
    features.add(place, size, title)
    features.add(place, size, length)
    features.add(place, size, FeatureHash.joined(l1Tags, r1Tags))
    features.add(place, size, w1.form)
    features.add(place, size, r1Tags)
    features.add(place, size, FeatureHash.joined(runBefore, runAfter))
    features.add(place, size, verbs)
  }

  /// What the capitalised words around a boundary are when written small, and how many of the open sentence are
  /// common words then.
  ///
  /// Two runs of capitals look the same where a heading meets a sentence ("Early Life The President") and inside
  /// a name; but heading and sentence are of common words, of which a name has few.
  private struct SmallForms {
    /// The number of the set of tags, or 0: of the word before the boundary and the one before that.
    let before, secondBefore: UInt64
    /// The same of the word behind the boundary and the one behind that.
    let behind, secondBehind: UInt64
    /// How many capitalised words of the open sentence are common words when written small, and how many not.
    let common, other: UInt64

    init(_ scan: borrowing BoundaryScan, left: Int, right: Int) {
      before = UInt64(scan.smallTags[left])
      secondBefore = left > scan.first ? UInt64(scan.smallTags[left - 1]) : 0
      behind = UInt64(scan.smallTags[right])
      secondBehind = right + 1 < scan.words.count ? UInt64(scan.smallTags[right + 1]) : 0
      common = bucket(scan.commonCapitals)
      other = bucket(scan.capitals - scan.commonCapitals)
    }
  }

  /// Whether the token is a mark rather than a word.
  @inline(__always)
  private static func isMark(_ scan: borrowing BoundaryScan, _ index: Int) -> Bool {
    scan.marks[index] != .word && scan.marks[index] != .abbreviation
  }

  /// How far ahead the next finite verb stands, as one of few; 0 where none is near.
  private static func verbAhead(_ scan: borrowing BoundaryScan, from index: Int) -> UInt64 {
    for offset in 0..<farthestVerb where index + offset < scan.words.count {
      if scan.marks[index + offset] == .final { return 0 }
      if FiniteVerbs.contains(scan.words[index + offset]) { return UInt64(1 + offset / 3) }
    }
    return 0
  }

  /// How much text a paragraph is: 0 for a usual one, 1 for a long one, 2 where several must have run together.
  @inline(__always)
  private static func paragraphSize(_ length: Int) -> UInt64 {
    length < longParagraph ? 0 : length < joinedParagraphs ? 1 : 2
  }

  /// A length as one of few.
  @inline(__always)
  private static func bucket(_ length: Int) -> UInt64 {
    if length <= 4 { return UInt64(length) }
    // Two buckets for every doubling.
    let bits = Int.bitWidth - length.leadingZeroBitCount
    return UInt64(2 * bits + (length >> (bits - 2) & 1))
  }
}
