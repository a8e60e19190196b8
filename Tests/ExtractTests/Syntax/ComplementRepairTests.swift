@testable import Extract
import Language
import Testing

/// Complements as the parser has hung them, given by hand; what each sentence says stands in the name of its test.
@Suite struct `A complement that hangs on the phrase before` {
  private static let words: ClauseWords = {
    var words = ClauseWords()
    words.objectControl = ["urge"]
    words.objectDeeds = ["accuse", "praise"]
    words.charges = ["accuse"]
    words.support = ["impose"]
    words.partnerNouns = ["dispute", "talks"]
    return words
  }()

  private func mended(_ rows: String) -> [String] { GivenTree(rows).mended(words: Self.words) }

  @Test func `is what somebody is urged to do`() {
    let rows = { (noun: String) in
      "Mali NNP 2 nsubj\nurged VBD 0 root urge\nthe DT 4 det\n\(noun) NN 2 obj\nto TO 6 mark\nleave VB 4 acl"
    }
    #expect(mended(rows("group"))[5] == "2 xcomp")
    #expect(mended(rows("group").replacing("urge", with: "hear"))[5] == "4 acl")
  }

  @Test func `is what somebody is accused of, but no head of an army`() {
    let rows = { (object: String) in
      "Mali NNP 2 nsubj\naccused VBD 0 root accuse\nthe DT 4 det\ncountry NN 2 obj\nof IN 6 case\n\(object)"
    }
    #expect(mended(rows("spying NN 4 nmod"))[5] == "2 obl")
    #expect(mended(rows("army NN 4 nmod\nthe DT 6 det"))[5] == "4 nmod")
    #expect(mended(rows("Chad NNP 4 nmod"))[5] == "4 nmod")
  }

  @Test func `tells of the embargo that somebody imposed`() {
    let tree = mended(
      "Mali NNP 2 nsubj\nlifted VBD 0 root lift\nan DT 4 det\nembargo NN 2 obj\nthat IN 8 mark\nit PRP 8 nsubj\nhad VBD 8 aux\nimposed VBN 2 advcl impose"
    )
    #expect(tree[7] == "4 acl:relcl")
    #expect(tree[4] == "8 obj")
  }

  @Test func `is with whom a dispute is`() {
    let rows = { (noun: String) in
      "Mali NNP 2 nsubj\nspoke VBD 0 root speak\nin IN 4 case\n\(noun) NN 2 obl\nwith IN 6 case\nChad NNP 2 obl"
    }
    #expect(mended(rows("dispute"))[5] == "4 nmod")
    #expect(mended(rows("anger"))[5] == "2 obl")
  }

  @Test func `is when the verb's act was, but not that of what happened`() {
    let rows = { (noun: String) in
      "Mali NNP 2 nsubj\nannounced VBD 0 root\n\(noun) NNS 2 obj\nlast JJ 5 amod\nweek NN 3 nmod"
    }
    #expect(mended(rows("flights"))[4] == "2 obl:unmarked")
    #expect(mended(rows("talks"))[4] == "3 nmod")
  }

  @Test func `joins a place to a place, not to a month`() {
    let tree = mended(
      "Lind NNP 2 nsubj\nvisited VBD 0 root\nOslo NNP 2 obj\nin IN 5 case\nApril NNP 2 obl\nand CC 7 cc\nLima NNP 5 conj\nin IN 9 case\nMay NNP 2 obl"
    )
    #expect(tree[6] == "3 conj")
  }

  @Test func `follows a verb that calls on somebody, and is no passive`() {
    var words = Self.words
    words.addressing = ["call": ["on"]]
    let rows = { (verb: String, end: String) in
      "Lind NNP 2 nsubj:pass\n\(verb) VBN 0 root \(verb)\non IN 4 case\nMali NNP 2 obl\nto TO 6 mark\nleave VB 2 xcomp\n\(end) . 2 punct"
    }
    #expect(GivenTree(rows("call", ".")).mended(words: words)[0] == "2 nsubj")
    #expect(GivenTree(rows("call", "!")).mended(words: words)[0] == "2 nsubj:pass")
    #expect(GivenTree(rows("force", ".")).mended(words: words)[0] == "2 nsubj:pass")
  }

  @Test func `tells of the last of a list, which is the subject`() {
    let tree = mended(
      "Chad NNP 4 nsubj\nand CC 3 cc\nrebels NNS 1 conj\nloyal JJ 7 nsubj\nto IN 6 case\nMoyo NNP 4 obl\nsigned VBD 0 root"
    )
    #expect(tree[0] == "7 nsubj")
    #expect(tree[3] == "3 amod")
  }

  @Test func `says whose the next of a list is`() {
    let tree = mended(
      "Lind NNP 5 compound\nand CC 3 cc\nhis PRP$ 1 conj\nGerman JJ 5 amod\ncounterpart NN 6 nsubj\nmet VBD 0 root"
    )
    #expect(tree[0] == "6 nsubj")
    #expect(tree[4] == "1 conj")
    #expect(tree[2] == "5 nmod:poss")
    #expect(tree[1] == "5 cc")
  }
}
