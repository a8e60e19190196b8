import Language
import Testing

private let sample = """
  # newdoc
  # sent_id = 1
  # text = Ministers don't meet.
  1\tMinisters\tminister\tNOUN\tNNS\tNumber=Plur\t4\tnsubj\t_\t_
  2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\t_
  2\tdo\tdo\tAUX\tVBP\tMood=Ind\t4\taux\t_\t_
  3\tn't\tnot\tPART\tRB\tPolarity=Neg\t4\tadvmod\t_\t_
  4\tmeet\tmeet\tVERB\tVB\tVerbForm=Inf\t0\troot\t_\tSpaceAfter=No
  5\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_

  """

@Suite struct `CoNLL-U` {
  @Test func `is read with tags, heads and relations`() throws {
    let text = try AnnotatedText(coNLLU: sample)
    #expect(text.string(in: ByteRange(0, text.bytes.count)) == "Ministers don't meet.")
    #expect(text.tokenRecords.map(\.head) == [3, 3, 3, nil, 3])
    #expect(
      text.tokenRecords.map(\.partOfSpeech) == [
        .noun, .auxiliary, .particle, .verb, .punctuation,
      ])
    #expect(text.tokenRecords[3].relation?.rawValue == "root")
    #expect(text.tokenRecords[0].morphology == "Number=Plur")
    #expect(text.tokenRecords.map(\.continuesWord) == [false, false, true, false, false])
    expectInvariants(text)
  }

  @Test func `is written as it was read`() throws {
    let once = try AnnotatedText(coNLLU: sample)
    let twice = try AnnotatedText(coNLLU: once.coNLLU())
    #expect(twice.tokenRecords == once.tokenRecords)
    #expect(twice.sentenceRecords == once.sentenceRecords)
    #expect(twice.coNLLU() == once.coNLLU())
    #expect(once.coNLLU().contains("2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\t_\n"))
    #expect(
      once.coNLLU().contains(
        "4\tmeet\tmeet\tVERB\tVB\tVerbForm=Inf\t0\troot\t_\tSpaceAfter=No|TokenRange=16:20"))
  }

  @Test(arguments: [
    ("1\tGo\n", 1, "10 columns"),
    ("1\tGo\t_\tDOING\t_\t_\t0\troot\t_\t_\n", 1, "part of speech"),
    ("1\tGo\t_\t_\t_\t_\t7\tdep\t_\t_\n", 1, "head"),
    ("# x\n2\tGo\t_\t_\t_\t_\t0\troot\t_\t_\n", 2, "expected word 1"),
    ("one\tGo\t_\t_\t_\t_\t0\troot\t_\t_\n", 1, "number"),
    ("1-3\tGo\t_\t_\t_\t_\t_\t_\t_\t_\n1\tGo\t_\t_\t_\t_\t0\troot\t_\t_\n", 2, "multiword"),
  ])
  func `is refused with its line where it breaks the format`(
    text: String, line: Int, words: String
  ) {
    let error = #expect(throws: CoNLLUError.self) { try CoNLLUReader().sentences(in: text) }
    #expect(error?.line == line)
    #expect(error?.message.contains(words) == true)
  }
}
