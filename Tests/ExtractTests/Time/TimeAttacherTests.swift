import Graph
import Language
import Testing

@testable import Extract

@Suite struct `A time attacher` {
  /// A sentence of `form/POS/tag/head/relation` words (heads 1-based) with its claim's tokens.
  private static func time(
    _ words: String, claim: Range<Int>, status: Status = .actual, isStanding: Bool = false,
    eventNouns: Set<Int> = []
  ) throws -> String? {
    var lines: [String] = []
    for (index, word) in words.split(separator: " ").enumerated() {
      let part = word.split(separator: "/").map(String.init)
      lines.append(
        "\(index + 1)\t\(part[0])\t\(part[0])\t\(part[1])\t\(part[2])\t_\t\(part[3])\t\(part[4])\t_\t_"
      )
    }
    let text = try AnnotatedText(coNLLU: lines.joined(separator: "\n") + "\n\n")
    let table = TokenTable(text)
    let published = TimeSpan(rawValue: "2014-09-24")
    let attacher = TimeAttacher(
      table: table, expressions: TimeFinder(table, published: published).expressions(),
      eventNouns: eventNouns,
      published: published)
    return attacher.time(of: claim, sentence: 0, status: status, isStanding: isStanding)?.rawValue
  }

  private static let plain = """
    Ann/PROPN/NNP/2/nsubj met/VERB/VBD/0/root Bob/PROPN/NNP/2/obj on/ADP/IN/5/case Monday/PROPN/NNP/2/obl
    """

  @Test func `gives a claim the time of its verb`() throws {
    #expect(try Self.time(Self.plain, claim: 0..<3) == "2014-09-22")
  }

  @Test func `gives a standing fact only a time inside of its match`() throws {
    #expect(try Self.time(Self.plain, claim: 0..<3, isStanding: true) == nil)
    #expect(try Self.time(Self.plain, claim: 0..<5, isStanding: true) == "2014-09-22")
  }

  @Test func `gives what happened "as" something else did its time`() throws {
    let words = """
      Eve/PROPN/NNP/2/nsubj spoke/VERB/VBD/0/root Friday/PROPN/NNP/2/obl as/SCONJ/IN/6/mark Ann/PROPN/NNP/6/nsubj \
      met/VERB/VBD/2/advcl Bob/PROPN/NNP/6/obj
      """
    #expect(try Self.time(words, claim: 4..<7) == "2014-09-19")
    let other = words.replacing("as/SCONJ", with: "because/SCONJ")
    #expect(try Self.time(other, claim: 4..<7) == nil)
  }

  @Test func `gives a noun the time of the clause that tells who did it`() throws {
    let words = """
      Eve/PROPN/NNP/2/nsubj praised/VERB/VBD/0/root sanctions/NOUN/NNS/2/obj that/PRON/WDT/6/obj Ann/PROPN/NNP/6/nsubj \
      imposed/VERB/VBD/3/acl:relcl Friday/PROPN/NNP/6/obl
      """
    #expect(try Self.time(words, claim: 2..<3) == "2014-09-19")
  }

  @Test func `leaves the time of saying with the saying`() throws {
    let words = """
      Eve/PROPN/NNP/2/nsubj said/VERB/VBD/0/root Friday/PROPN/NNP/2/obl that/SCONJ/IN/6/mark Ann/PROPN/NNP/6/nsubj \
      met/VERB/VBD/2/ccomp Bob/PROPN/NNP/6/obj
      """
    #expect(try Self.time(words, claim: 4..<7) == nil)
  }

  @Test func `is not misled where the tree joins the time of saying to what is said`() throws {
    let words = """
      Eve/PROPN/NNP/2/nsubj said/VERB/VBD/0/root Friday/PROPN/NNP/6/obl that/SCONJ/IN/6/mark Ann/PROPN/NNP/6/nsubj \
      met/VERB/VBD/2/ccomp Bob/PROPN/NNP/6/obj
      """
    #expect(try Self.time(words, claim: 4..<7) == nil)
  }

  @Test func `gives each of two verbs its own time`() throws {
    let words = """
      Ann/PROPN/NNP/2/nsubj met/VERB/VBD/0/root Bob/PROPN/NNP/2/obj Monday/PROPN/NNP/2/obl and/CCONJ/CC/6/cc \
      called/VERB/VBD/2/conj Carl/PROPN/NNP/6/obj Tuesday/PROPN/NNP/6/obl
      """
    #expect(try Self.time(words, claim: 0..<3) == "2014-09-22")
    #expect(try Self.time(words, claim: 5..<7) == "2014-09-23")
  }

  @Test func `leaves the day of something earlier with that`() throws {
    let words = """
      Ann/PROPN/NNP/2/nsubj met/VERB/VBD/0/root Bob/PROPN/NNP/2/obj after/ADP/IN/6/case the/DET/DT/6/det \
      vote/NOUN/NN/2/obl on/ADP/IN/8/case Monday/PROPN/NNP/6/nmod
      """
    #expect(try Self.time(words, claim: 0..<3) == nil)
  }

  @Test func `knows that what has happened doesn't lie ahead`() throws {
    let words = """
      Ann/PROPN/NNP/4/nsubj and/CCONJ/CC/3/cc Bob/PROPN/NNP/1/conj agreed/VERB/VBD/0/root to/PART/TO/6/mark \
      meet/VERB/VB/4/xcomp in/ADP/IN/8/case November/PROPN/NNP/6/obl
      """
    #expect(try Self.time(words, claim: 0..<4) == nil)
    #expect(try Self.time(words, claim: 0..<6, status: .planned) == "2014-11")
  }

  @Test func `gives an act the time that is measured from it`() throws {
    let words = """
      Eve/PROPN/NNP/2/nsubj spoke/VERB/VBD/0/root on/ADP/IN/4/case Monday/PROPN/NNP/2/obl two/NUM/CD/6/nummod \
      days/NOUN/NNS/2/obl after/ADP/IN/9/mark Ann/PROPN/NNP/9/nsubj met/VERB/VBD/2/advcl Bob/PROPN/NNP/9/obj
      """
    #expect(try Self.time(words, claim: 7..<10) == "2014-09-20")
    #expect(try Self.time(words, claim: 0..<2) == "2014-09-22")
  }

  @Test func `leaves the day of a noun that is only talked about with that`() throws {
    let words = """
      Ann/PROPN/NNP/2/nsubj agreed/VERB/VBD/0/root on/ADP/IN/5/case a/DET/DT/5/det visit/NOUN/NN/2/obl \
      on/ADP/IN/7/case Monday/PROPN/NNP/5/nmod
      """
    #expect(try Self.time(words, claim: 1..<2, eventNouns: [4]) == nil)
    #expect(try Self.time(words, claim: 4..<5, eventNouns: [4]) == "2014-09-22")
  }

  @Test func `gives what was done at a dated meeting its date`() throws {
    let words = """
      This/PRON/DT/2/nsubj followed/VERB/VBD/0/root Monday/PROPN/NNP/4/compound talks/NOUN/NNS/2/obj \
      when/ADV/WRB/7/advmod Ann/PROPN/NNP/7/nsubj agreed/VERB/VBD/4/acl:relcl
      """
    #expect(try Self.time(words, claim: 6..<7) == "2014-09-22")
  }

  @Test func `gives what was done when something changed its date`() throws {
    let words = """
      That/PRON/DT/2/nsubj changed/VERB/VBD/0/root on/ADP/IN/4/case Monday/PROPN/NNP/2/obl \
      when/ADV/WRB/7/advmod Ann/PROPN/NNP/7/nsubj met/VERB/VBD/2/advcl Bob/PROPN/NNP/7/obj
      """
    #expect(try Self.time(words, claim: 6..<7) == "2014-09-22")
  }

  @Test func `gives a time behind an apposition to what that stands in`() throws {
    let words = """
      Ann/PROPN/NNP/2/nsubj met/VERB/VBD/0/root Bob/PROPN/NNP/2/obj ,/PUNCT/,/6/punct \
      a/DET/DT/6/det man/NOUN/NN/3/appos feared/VERB/VBN/6/acl by/ADP/IN/9/case Eve/PROPN/NNP/7/obl:agent \
      ,/PUNCT/,/12/punct on/ADP/IN/12/case Monday/PROPN/NNP/7/obl
      """
    #expect(try Self.time(words, claim: 1..<2) == "2014-09-22")
    let within = """
      Ann/PROPN/NNP/2/nsubj met/VERB/VBD/0/root Bob/PROPN/NNP/2/obj ,/PUNCT/,/6/punct \
      a/DET/DT/6/det man/NOUN/NN/3/appos feared/VERB/VBN/6/acl by/ADP/IN/9/case Eve/PROPN/NNP/7/obl:agent \
      on/ADP/IN/11/case Monday/PROPN/NNP/7/obl
      """
    #expect(try Self.time(within, claim: 1..<2) == nil)
  }

  @Test func `leaves a day right behind a verb of saying with it`() throws {
    let words = """
      Eve/PROPN/NNP/2/nsubj said/VERB/VBD/0/root Monday/PROPN/NNP/5/obl Ann/PROPN/NNP/5/nsubj \
      met/VERB/VBD/2/ccomp Bob/PROPN/NNP/5/obj
      """
    #expect(try Self.time(words, claim: 3..<6) == nil)
  }
}
