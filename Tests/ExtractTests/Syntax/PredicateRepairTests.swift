@testable import Extract
import Graph
import Language
import Testing

/// Clauses that have lost their verb or subject, as the parser has hung them; what each sentence says stands in the name
/// of its test.
@Suite struct `A verb or a subject that is lost` {
  private static let words: ClauseWords = {
    var words = ClauseWords()
    words.support = ["give", "sign"]
    words.reporting = ["say"]
    words.add(ClauseWords.Governor(words: ["expect"], status: .planned, negated: .denied))
    return words
  }()

  private func mended(_ rows: String) -> [String] { GivenTree(rows).mended(words: Self.words) }

  @Test func `is the noun behind "which", whose objects the tree ranges with the name before`() {
    let tree = mended(
      "Peru NNP 9 nsubj\n, , 4 punct\nwhich WDT 4 nsubj\nborders NNS 1 conj\nboth CC 6 cc:preconj\n"
        + "Chile NNP 4 conj\nand CC 8 cc\nKenya NNP 6 conj\nsent VBD 0 root\naid NN 9 obj\n. . 9 punct"
    )
    #expect(tree[3] == "1 acl:relcl")
    #expect(tree[5] == "4 obj")
  }

  @Test func `is "due" before a place and a time`() {
    let tree = mended(
      "Lind NNP 7 nsubj\nis VBZ 7 cop\ndue JJ 7 case\nin IN 5 case\nOslo NNP 3 obl\n"
        + "next JJ 7 amod\nmonth NN 0 root\nfor IN 9 case\ntalks NNS 7 nmod")
    #expect(tree[2] == "0 root")
    #expect(tree[0] == "3 nsubj")
    #expect(tree[6] == "3 obl:unmarked")
    #expect(tree[8] == "3 obl")
  }

  @Test func `is the subject of a verb with an object and no auxiliary`() {
    let signed = mended(
      "Lind NNP 2 nsubj:pass\nsigned VBN 0 root sign\nwith IN 4 case\nMoyo NNP 2 obl\nthe DT 6 det\n"
        + "accord NN 2 obj\n. . 2 punct")
    #expect(signed[0] == "2 nsubj")
    let passive = mended(
      "Lind NNP 3 nsubj:pass\nwas VBD 3 aux:pass\nshown VBN 0 root\nthe DT 5 det\naccord NN 3 obj\n. . 3 punct"
    )
    #expect(passive[0] == "3 nsubj:pass")
  }

  @Test func `is who is told of by a clause with a day in it`() {
    let tree = mended(
      "Lind NNP 10 nsubj\n, , 8 punct\nwho WP 5 nsubj\nis VBZ 5 cop\ndue JJ 8 acl:relcl\nin IN 7 case\n"
        + "Oslo NNP 5 obl\nMonday NNP 1 conj\n, , 1 punct\nspoke VBD 0 root")
    #expect(tree[4] == "1 acl:relcl")
    #expect(tree[7] == "5 obl")
  }

  @Test func `is the verb of "which" and those before it`() {
    let tree = mended(
      "pact NN 9 nsubj\n, , 4 punct\nwhich WDT 4 nsubj\nChad NNP 1 conj\nand CC 6 cc\nrebels NNS 1 conj\n"
        + "signed VBN 6 acl\n, , 1 punct\nfailed VBD 0 root")
    #expect(tree[6] == "1 acl:relcl")
    #expect(tree[3] == "7 nsubj")
    #expect(tree[5] == "4 conj")
    #expect(tree[2] == "7 obj")
  }

  @Test func `is who has a name between commas behind "after"`() {
    let tree = mended(
      "They PRP 2 nsubj\nmet VBD 0 root\nafter IN 5 case\nthe DT 5 det\nspeaker NN 2 obl\n, , 7 punct\n"
        + "Lind NNP 5 appos\n, , 9 punct\narrived VBD 2 conj")
    #expect(tree[8] == "2 advcl")
    #expect(tree[4] == "9 nsubj")
    #expect(tree[2] == "9 mark")
    let listed = mended(
      "They PRP 2 nsubj\nmet VBD 0 root\nafter IN 5 case\nthe DT 5 det\nspeech NN 2 obl\n, , 7 punct\nate VBD 2 conj"
    )
    #expect(listed[6] == "2 conj")
  }

  @Test func `is the sentence's, not of what is said between commas`() {
    let tree = mended(
      "Lind NNP 5 nsubj\nwill MD 5 aux\n, , 5 punct\naides NNS 5 nsubj\nsay VBP 7 ccomp say\n, , 5 punct\n"
        + "ask VB 0 root\nMoyo NNP 7 obj")
    #expect(tree[0] == "7 nsubj")
    #expect(tree[1] == "7 aux")
    #expect(tree[4] == "7 parataxis")
    #expect(tree[3] == "5 nsubj")
  }

  @Test func `is shared with what comes "then"`() {
    let tree = mended(
      "Chad NNP 2 nsubj\nagreed VBD 0 root\n, , 5 punct\nthen RB 5 advmod\nasked VBD 2 parataxis\nMali NNP 5 obj"
    )
    #expect(tree[4] == "2 conj")
  }

  @Test func `is what somebody says between commas, also where the text ends there`() {
    let rows =
      "Lind NNP 2 nsubj\nhopes VBZ 0 root hope\nChad NNP 7 nsubj\nwill MD 7 aux\n, , 7 punct\n"
      + "aides NNS 7 nsubj\nsay VBP 2 ccomp say"
    #expect(mended(rows)[6] == "2 ccomp")
  }

  @Test func `is no time that somebody is joined to`() {
    let tree = mended(
      "They PRP 2 nsubj\nmarched VBD 0 root\nthis DT 4 det\nmonth NN 9 nsubj\n, , 8 punct\nbut CC 8 cc\n"
        + "his PRP$ 8 nmod:poss\nminister NN 4 conj\nresigned VBD 2 conj")
    #expect(tree[7] == "9 nsubj")
    #expect(tree[3] == "2 obl:unmarked")
  }

  @Test func `is no name right behind a plural`() {
    let tree = mended(
      "Talks NNS 7 nsubj\nbetween IN 4 case\nthe DT 4 det\nrulers NNS 1 nmod\nLind NNP 7 nsubj\nthere RB 7 advmod\n"
        + "failed VBD 0 root")
    #expect(tree[4] == "4 appos")
  }

  @Test func `is a name that is followed by what it is`() {
    let tree = mended(
      "Front NNP 6 vocative\n, , 1 punct\na DT 4 det\nparty NN 6 nsubj\n, , 4 punct\nwon VBD 0 root"
    )
    #expect(tree[0] == "6 nsubj")
    #expect(tree[3] == "1 appos")
  }

  @Test func `is an infinitive behind what is expected`() {
    let tree = mended(
      "Lind NNP 3 nsubj:pass\nis VBZ 3 aux:pass\nexpected VBN 0 root expect\nto TO 5 case\nland NN 3 obl\nin IN 7 case\n"
        + "Oslo NNP 5 nmod")
    #expect(tree[4] == "3 xcomp")
    #expect(tree[6] == "5 obl")
  }

  @Test func `is who is paid, not what he is paid`() {
    let tree = mended(
      "Norway NNP 2 nsubj\npaid VBD 0 root\nChad NNP 5 compound\n40 CD 5 nummod\neuros NNS 2 obj")
    #expect(tree[2] == "2 iobj")
  }

  @Test func `is of those who talk, not of the time since`() {
    let tree = mended(
      "Peru NNP 2 nsubj\nled VBD 0 root\ntalks NNS 2 obj\nin IN 5 case\nyears NNS 3 nmod\nbetween IN 7 case\n"
        + "Chad NNP 5 nmod\nand CC 9 cc\nMali NNP 7 conj")
    #expect(tree[6] == "3 nmod")
    let verb = mended(
      "Lind NNP 2 nsubj\ndiscussed VBD 0 root\nit PRP 2 obj\nover IN 5 case\nweekend NN 2 obl\nwith IN 7 case\n"
        + "Moyo NNP 5 nmod")
    #expect(verb[6] == "2 obl")
  }

  @Test func `is no second place where a comma tells where the first is`() {
    let tree = mended(
      "They PRP 2 nsubj\nmet VBD 0 root\nin IN 4 case\nLyon NNP 2 obl\n, , 6 punct\nFrance NNP 4 conj"
    )
    #expect(tree[5] == "4 nmod:unmarked")
    let listed = mended(
      "They PRP 2 nsubj\nmet VBD 0 root\nin IN 4 case\nLyon NNP 2 obl\n, , 6 punct\nOslo NNP 4 conj\nand CC 8 cc\n"
        + "Bern NNP 4 conj")
    #expect(listed[5] == "4 conj")
  }
}
