@testable import Extract
import Language
import Testing

/// Clauses as the parser has hung them, given by hand; what each sentence says stands in the name of its test.
@Suite struct `A clause that hangs in the wrong way` {
  private static let words: ClauseWords = {
    var words = ClauseWords()
    words.objectControl = ["press", "urge"]
    words.addressing = ["call": ["on"], "appeal": ["to"]]
    words.subjectControl = ["call"]
    words.eventVerbs = ["came"]
    words.gerundVerbs = ["stop"]
    words.roles = ["spokesman"]
    return words
  }()

  private func mended(_ rows: String, person: Int? = nil) -> [String] {
    GivenTree(rows, person: person).mended(words: Self.words)
  }

  @Test func `is what was said where it has a subject and a finite verb`() {
    let tree = mended(
      "Mali NNP 2 nsubj\nsaid VBD 0 root\nOman NNP 5 nsubj\nmust MD 5 aux\nwithdraw VB 2 xcomp")
    #expect(tree[4] == "2 ccomp")
    let infinitive = mended(
      "Mali NNP 2 nsubj\nasked VBD 0 root\nOman NNP 2 obj\nto TO 5 mark\nwithdraw VB 2 xcomp")
    #expect(infinitive[4] == "2 xcomp")
  }

  @Test func `is what somebody is pressed to do`() {
    let rows = { (verb: String, lemma: String) in
      "Mali NNP 2 nsubj\n\(verb) VBD 0 root \(lemma)\nChad NNP 2 obj\nto TO 5 mark\nleave VB 2 advcl"
    }
    #expect(mended(rows("pressed", "press"))[4] == "2 xcomp")
    #expect(mended(rows("armed", "arm"))[4] == "2 advcl")
  }

  @Test func `is what somebody is called on to do, not what he is called for`() {
    let called = mended(
      "Mali NNP 2 nsubj\ncalled VBD 0 root call\non IN 4 case\nChad NNP 2 obl\nto TO 6 mark\nleave VB 2 advcl"
    )
    #expect(called[5] == "2 xcomp")
    let phoned = mended(
      "Mali NNP 2 nsubj\ncalled VBD 0 root call\nChad NNP 2 obj\nto TO 5 mark\ncomplain VB 2 advcl")
    #expect(phoned[4] == "2 advcl")
  }

  @Test func `is what is called for where it has its own subject behind "for"`() {
    let tree = mended(
      "Mali NNP 2 nsubj\ncalled VBD 0 root call\nfor IN 6 mark\nOman NNP 6 nsubj\nto TO 6 mark\nintervene VB 2 advcl"
    )
    #expect(tree[5] == "2 ccomp")
  }

  @Test func `has who acts behind "after" for its subject, not the time since then`() {
    let tree = mended(
      "It PRP 2 nsubj\ncame VBD 0 root\na DT 4 det\nday NN 9 nsubj\nafter IN 6 case\nOman NNP 4 nmod\n"
        + "and CC 8 cc\nChad NNP 6 conj\nagreed VBD 2 ccomp")
    #expect(tree[8] == "2 advcl")
    #expect(tree[4] == "9 mark")
    #expect(tree[5] == "9 nsubj")
    #expect(tree[3] == "2 obl:unmarked")
  }

  @Test func `is a gerund behind a verb that takes one`() {
    let rows = { (verb: String) in
      "Chad NNP 3 nsubj\nmust MD 3 aux\n\(verb) VB 0 root\nsupporting VBG 6 amod\nKaru NNP 6 compound\n"
        + "rebels NNS 3 obj\nin IN 8 case\nMali NNP 3 obl"
    }
    let tree = mended(rows("stop"))
    #expect([tree[3], tree[5], tree[7]] == ["3 xcomp", "4 obj", "4 obl"])
    #expect(mended(rows("thank"))[3] == "6 amod")
  }

  @Test func `has a noun for its object that stands before a preposition`() {
    let tree = mended(
      "Chad NNP 3 nsubj\nmust MD 3 aux\nend VB 0 root\nits PRP$ 8 nmod:poss\noffensive JJ 8 amod\nagainst IN 8 case\n"
        + "the DT 8 det\nKurds NNP 3 obj")
    #expect(tree[4] == "3 obj")
    #expect(tree[3] == "5 nmod:poss")
    #expect(tree[7] == "5 nmod")
  }

  @Test(arguments: [("Mali NNP", "5 nsubj"), ("they PRP", "5 nsubj"), ("Friday NNP", "5 obl")])
  func `has the bare name before its verb for a subject`(name: String, relation: String) {
    let tree = mended(
      "Chad NNP 2 nsubj\nleft VBD 0 root\nand CC 5 cc\n\(name) 5 obl\nblamed VBD 2 conj\nOman NNP 5 obj"
    )
    #expect(tree[3] == relation)
  }

  @Test func `is accused of its own deed where the verb isn't said again`() {
    let tree = mended(
      "Oman NNP 2 nsubj\naccused VBD 0 root\nChad NNP 2 obj\nof IN 5 mark\narming VBG 2 advcl\nrebels NNS 5 obj\n"
        + "and CC 8 cc\nMali NNP 6 conj\nof IN 10 mark\nsheltering VBG 5 advcl\nthem PRP 10 obj")
    #expect(tree[7] == "3 conj")
    #expect(tree[9] == "8 acl")
  }

  @Test func `has an object behind a particle`() {
    let rows = { (tag: String) in
      "Chad NNP 2 nsubj\nshot VBD 0 root\ndown \(tag) 5 case\na DT 5 det\njet NN 2 obl"
    }
    let tree = mended(rows("RP"))
    #expect([tree[2], tree[4]] == ["2 compound:prt", "2 obj"])
    #expect(mended(rows("IN"))[4] == "2 obl")
  }

  @Test func `tells of a person who holds an office in a body, not of the body`() {
    let rows =
      "a DT 2 det\nspokesman NN 10 nsubj\nfor IN 5 case\nChad's NNP 5 nmod:poss\narmy NN 2 nmod\n, , 8 punct\n"
      + "Kurt NNP 8 flat\nLind NNP 5 appos\n, , 8 punct\nspoke VBD 0 root"
    #expect(mended(rows, person: 8)[7] == "2 appos")
    #expect(mended(rows)[7] == "5 appos")
  }

  @Test func `leaves a noun behind a comma to the name before`() {
    let rows = { (noun: String) in
      "Chad NNP 2 nsubj\nfought VBD 0 root\naround IN 4 case\nSarh NNP 2 obl\n, , 7 punct\na DT 7 det\n"
        + "\(noun) NN 2 obl\nthat WDT 10 obj\nMali NNP 10 nsubj\nlost VBD 7 acl:relcl"
    }
    #expect(mended(rows("town"))[6] == "4 appos")
    #expect(mended(rows("year"))[6] == "2 obl")
  }

  @Test func `has a first verb before the one behind "and"`() {
    let tree = mended(
      "Troops NNS 6 nsubj\ncrossed VBN 1 acl\ninto IN 4 case\nMali NNP 2 obl\nand CC 6 cc\nattacked VBD 0 root\n"
        + "a DT 8 det\ntown NN 6 obj\n. . 6 punct")
    #expect(tree[1] == "0 root")
    #expect([tree[0], tree[5], tree[8]] == ["2 nsubj", "2 conj", "2 punct"])
  }

  @Test func `is the sentence's where the tree has nothing but a name for it`() {
    let rows =
      "Rightwatch NNP 0 root\n, , 4 punct\na DT 4 det\ngroup NN 1 appos\nbased VBN 4 acl\nin IN 7 case\nOslo NNP 5 obl\n"
      + ", , 1 punct\ncalled VBN 1 acl call\non IN 11 case\nChad NNP 9 obl"
    let tree = mended(rows + "\n. . 1 punct")
    #expect([tree[0], tree[8]] == ["9 nsubj", "0 root"])
    // A headline has no full stop.
    #expect(mended(rows)[0] == "0 root")
  }

  @Test func `is one of a list of clauses, not a participle`() {
    let tree = mended(
      "Moyo NNP 2 nsubj\nborrowed VBD 0 root\nmoney NN 2 obj\nfrom IN 5 case\nChad NNP 2 obl\n, , 8 punct\n"
        + "severed VBN 8 amod\nrelations NNS 2 obl:unmarked\nwith IN 10 case\nMali NNP 2 obl\nand CC 12 cc\n"
        + "took VBD 2 conj\nleave NN 12 obj")
    #expect([tree[6], tree[7], tree[9]] == ["2 conj", "7 obj", "7 obl"])
  }

  @Test func `has the name behind the phrase that opens it for its subject`() {
    let tree = mended(
      "In IN 2 case\nOslo NNP 9 obl\n, , 4 punct\nLind NNP 2 conj\n, , 7 punct\nwho WP 7 nsubj\nwaited VBD 2 acl:relcl\n"
        + ", , 7 punct\nthanked VBD 0 root\nMoyo NNP 9 obj")
    #expect(tree[3] == "9 nsubj")
    #expect(tree[6] == "4 acl:relcl")
  }

  @Test func `stands beside a verb, not beside its object`() {
    let tree = mended(
      "Lind NNP 2 nsubj\nheld VBD 0 root\nlong JJ 4 amod\ntalks NNS 2 obj\nand CC 7 cc\nhad VBD 7 aux\n"
        + "pressed VBN 4 conj press\nChad NNP 7 obj")
    #expect(tree[6] == "2 conj")
  }

  @Test func `has phrases of its own with other prepositions`() {
    let rows = { (preposition: String) in
      "Moyo NNP 2 nsubj\nspoke VBD 0 root\n\(preposition) IN 4 case\nLind NNP 2 obl\nand CC 8 cc\nthen RB 8 advmod\n"
        + "with IN 8 case\nAbe NNP 4 conj"
    }
    #expect(mended(rows("for"))[7] == "2 obl")
    #expect(mended(rows("with"))[7] == "4 conj")
  }

  @Test func `starts with a preposition where it is joined to the one before without "and"`() {
    let tree = mended(
      "Talks NNS 2 nsubj\nfailed VBD 0 root\nbefore IN 4 case\nelections NNS 2 obl\nwere VBD 6 cop\ndue JJ 2 conj"
    )
    #expect([tree[2], tree[3], tree[5]] == ["6 mark", "6 nsubj", "2 advcl"])
    let joined = mended(
      "Talks NNS 2 nsubj\nfailed VBD 0 root\nbefore IN 4 case\nelections NNS 2 obl\nand CC 7 cc\nwere VBD 7 cop\ndue JJ 2 conj"
    )
    #expect(joined[6] == "2 conj")
  }
}
