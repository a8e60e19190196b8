import Graph
import Language
import Testing

@testable import Extract

@Suite struct `A time attacher` {
  /// A sentence of `form/POS/tag/head/relation` words (heads 1-based) with its claim's tokens.
  private static func time(
    _ words: String, claim: Range<Int>, status: Status = .actual, isStanding: Bool = false
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
}
