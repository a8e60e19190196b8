@testable import Extract
import Language
import Testing

/// Sentences that start with a time and no comma, as the parser has hung them, given by hand.
@Suite struct `A time that opens a sentence` {
  private func mended(_ rows: String) -> [String] { GivenTree(rows).openings() }

  @Test func `leaves the first of a list to the subject`() {
    let tree = mended(
      """
      In IN 3 case
      March NNP 3 compound
      Chad NNP 8 obl
      , , 5 punct
      Mali NNP 8 nsubj
      and CC 7 cc
      Oman NNP 5 conj
      left VBD 0 root
      """)
    #expect(tree[1] == "8 obl")
    #expect(tree[0] == "2 case")
    #expect(tree[2] == "8 nsubj")
    #expect(tree[4] == "3 conj")
    #expect(tree[6] == "3 conj")
  }

  @Test func `is no part of the name behind it`() {
    let tree = mended(
      """
      Last JJ 2 amod
      week NN 6 obl:unmarked
      Chad NNP 2 appos
      and CC 5 cc
      Mali NNP 3 conj
      left VBD 0 root
      """)
    #expect(tree[1] == "6 obl:unmarked")
    #expect(tree[2] == "6 nsubj")
    let dated = mended(
      """
      On IN 4 case
      Aug. NNP 3 nmod:unmarked
      6 CD 4 nummod
      Chad NNP 5 nsubj
      left VBD 0 root
      """)
    #expect(dated[1] == "5 obl" || dated[2] == "5 obl")
    #expect(dated[3] == "5 nsubj")
  }

  @Test func `tells of the noun behind it where another is the subject`() {
    let tree = mended(
      """
      In IN 3 case
      December NNP 3 compound
      elections NNS 7 obl
      , , 7 punct
      the DT 6 det
      party NN 7 nsubj
      won VBD 0 root
      """)
    #expect(tree[1] == "3 compound")
    #expect(tree[2] == "7 obl")
  }
}
