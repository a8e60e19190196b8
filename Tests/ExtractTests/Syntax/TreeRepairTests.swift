@testable import Extract
import Language
import Testing

/// Trees as the parser has drawn them for sentences like these, given by hand, so that a better parser leaves the
/// tests as they are.
@Suite struct `A tree that can't be` {
  private func mended(_ rows: String) -> [String] {
    GivenTree(rows).mended(words: ClauseWords())
  }

  @Test func `gives the verb behind a relative clause what that clause is about for its subject`() {
    let tree = mended(
      "Chad NNP 0 root\n, , 5 punct\nwhose WP 4 nmod:poss\ntroops NNS 5 nsubj\nleft VBD 1 acl:relcl\n"
        + "after IN 7 case\nwar NN 9 nsubj\n, , 9 punct\naccused VBD 1 parataxis\nMali NNP 9 obj"
    )
    #expect(tree[0] == "0 root")
    let finite = mended(
      "Chad NNP 9 dep\n, , 5 punct\nwhose WP 4 nmod:poss\ntroops NNS 5 nsubj\nleft VBD 1 acl:relcl\n"
        + "after IN 7 case\nwar NN 9 nsubj\n, , 9 punct\naccused VBD 0 root\nMali NNP 9 obj"
    )
    #expect(finite[0] == "9 nsubj")
    #expect(finite[6] != "9 nsubj")
  }

  @Test func `has nobody act whom dashes name as a part of who does`() {
    let tree = mended(
      "NATO NNP 9 nsubj\n- HYPH 3 punct\nChad NNP 1 flat\n, , 5 punct\nMali NNP 1 conj\nand CC 7 cc\nPeru NNP 1 conj\n"
        + "- HYPH 9 punct\naccused VBD 0 root"
    )
    #expect([tree[0], tree[4], tree[6]] == ["9 nsubj", "1 appos", "5 conj"])
  }

  @Test func `gives the one who says something the speech behind it`() {
    let rows = { (joint: String) in
      "Moyo NNP 2 nsubj\nsaid VBD 0 root\nChad NNP 4 nsubj\nwon VBD 2 ccomp\n\(joint) CC 6 cc\naccused VBD 4 conj accuse\nMali NNP 6 obj"
    }
    #expect(mended(rows("but"))[5] == "2 conj")
    #expect(mended(rows("and"))[5] == "4 conj")
  }

  @Test func `has no second subject between commas`() {
    let tree = mended(
      "Chad NNP 7 nsubj\n, , 3 punct\nmembers NNS 7 nsubj\nof IN 5 case\nNATO NNP 3 nmod\n, , 3 punct\nleft VBD 0 root"
    )
    #expect(tree[2] == "1 appos")
    #expect(tree[0] == "7 nsubj")
  }

  @Test func `has no apposition right behind an infinitive`() {
    let tree = mended(
      "plan NN 5 nsubj\nto TO 3 mark\nseize VB 1 acl\nChad NNP 1 appos\ndrew VBD 0 root\nprotests NNS 5 obj"
    )
    #expect(tree[3] == "3 obj")
  }

  @Test func `has no finite clause without a subject behind a preposition`() {
    let tree = mended(
      "Chad NNP 2 nsubj\nspoke VBD 0 root\nafter IN 4 case\nsoldiers NNS 2 obl\nled VBN 4 acl\nby IN 7 case\nDuval NNP 5 obl:agent\ntoppled VBD 2 advcl\nKeita NNP 8 obj"
    )
    #expect(tree[3] == "8 nsubj")
    #expect(tree[2] == "8 mark")
  }

  @Test func `has no subject behind a preposition`() {
    let tree = mended(
      "After IN 3 case\nthe DT 3 det\nraid NN 6 nsubj\n, , 5 punct\nChad NNP 3 conj\nclosed VBD 0 root"
    )
    #expect(tree[2] == "6 obl")
    #expect(tree[4] == "6 nsubj")
  }

  @Test func `has one subject a verb`() {
    let tree = mended(
      "Mali's NNP 2 nmod:poss\nplan NN 6 nsubj\nto TO 4 mark\npunish VB 2 acl\nChad NNP 6 nsubj\nfailed VBD 0 root"
    )
    #expect(tree[4] == "4 obj")
    #expect(tree[1] == "6 nsubj")
  }

  @Test func `has no object below a noun`() {
    let tree = mended("Chad NNP 2 compound\norders NNS 0 root\nan DT 4 det\narrest NN 2 obj")
    #expect(tree[0] == "2 nsubj")
  }

  @Test func `keeps a list of subjects together`() {
    let tree = mended(
      "That DT 2 nsubj\nended VBD 0 root\nwhen WRB 4 advmod\nAbe NNP 2 obl\nand CC 7 cc\nXi NNP 7 nsubj\nmet VBD 2 conj"
    )
    #expect(tree[6] == "2 advcl")
    #expect(tree[3] == "7 nsubj")
    #expect(tree[5] == "4 conj")
  }

  @Test func `gives a gerund its object`() {
    let tree = mended(
      "Leaving VBG 5 advcl\nOman NNP 5 nsubj\n, , 4 punct\nAbe NNP 2 appos\nsmiled VBD 0 root")
    #expect(tree[1] == "1 obj")
    #expect(tree[3] == "5 nsubj")
  }

  @Test func `gives a gerund behind a preposition the name that it is said to describe`() {
    let tree = mended(
      "Abe NNP 2 nsubj\nlooks VBZ 0 root\nforward RB 2 advmod\nto IN 6 case\nwelcoming JJ 6 amod\n"
        + "Moyo NNP 2 obl\nto IN 8 case\nTokyo NNP 2 obl")
    #expect(tree.suffix(5) == ["5 mark", "2 advcl", "5 obj", "8 case", "5 obl"])
    let described = mended(
      "Abe NNP 2 nsubj\nspoke VBD 0 root\nto IN 5 case\nsmiling JJ 5 amod\nchildren NNS 2 obl")
    #expect(described.suffix(3) == ["5 case", "5 amod", "2 obl"])
  }

  @Test func `is let be where nothing is wrong`() {
    let rows =
      "Leaving VBG 5 advcl\nOman NNP 1 obj\n, , 1 punct\nAbe NNP 5 nsubj\nsmiled VBD 0 root"
    #expect(mended(rows) == ["5 advcl", "1 obj", "1 punct", "5 nsubj", "0 root"])
  }

  @Test func `hangs a clause with "who" on the name before its comma`() {
    let tree = mended(
      "said VBD 0 root\nKurt NNP 1 nsubj\nLind NNP 2 flat\n, , 5 punct\nwho WP 6 nsubj\nteaches VBZ 1 ccomp\nlaw NN 6 obj"
    )
    #expect(tree[5] == "2 acl:relcl")
  }

  @Test func `leaves a question inside of a sentence alone`() {
    let tree = mended("asked VBD 0 root\nwho WP 3 nsubj\nteaches VBZ 1 ccomp\nlaw NN 3 obj")
    #expect(tree[2] == "1 ccomp")
  }

  @Test func `has "both" for the subject of a verb that has none, and for the object`() {
    let subject = mended("Both DT 2 advmod\naccused VBD 0 root\nPeru NNP 2 obj")
    #expect(subject[0] == "2 nsubj")
    let object = mended(
      "Moyo NNP 2 nsubj\nmet VBD 0 root\nboth CC 5 cc:preconj\non IN 5 case\nFriday NNP 2 obl")
    #expect(object[2] == "2 obj")
    let floating = mended("Chad NNP 3 nsubj\nboth DT 3 advmod\naccused VBD 0 root")
    #expect(floating[1] == "3 advmod")
    let helped = mended("have VBP 3 aux\nboth DT 3 advmod\nleft VBN 0 root")
    #expect(helped[1] == "3 advmod")
    let joining = mended(
      "Moyo NNP 2 nsubj\nmet VBD 0 root\nboth CC 4 cc:preconj\nLind NNP 2 obj\nand CC 6 cc\nPark NNP 4 conj"
    )
    #expect(joining[2] == "4 cc:preconj")
  }

  @Test func `has "the two" before a helping verb for a subject`() {
    let tree = mended(
      "The DT 2 det\ntwo CD 6 nummod\nhave VBP 6 aux\nbeen VBN 6 cop\nat IN 6 case\nodds NNS 0 root"
    )
    #expect(tree[1] == "6 nsubj")
  }

  @Test func `has a participle with an object for the verb where there is no other`() {
    let rows =
      "The DT 2 det\narmies NNS 0 root\nof IN 6 case\nthe DT 6 det\ntwo CD 6 nummod\ncountries NNS 2 nmod\n"
    let tree = mended(rows + "held VBN 6 acl\ndrills NNS 7 obj\n. . 2 punct")
    #expect(tree[6] == "0 root")
    #expect(tree[1] == "7 nsubj")
    let caption = mended(rows + "held VBN 6 acl\ncaptive NN 7 xcomp\n. . 2 punct")
    #expect(caption[1] == "0 root")
  }
}
