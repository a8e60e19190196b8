@testable import Extract
import Graph
import Testing

@Suite struct `A survey of frames` {
  private func pipeline(_ frames: String) throws -> Pipeline {
    var pipeline = Pipeline(frames: FrameLibrary())
    try pipeline.frames.add(frames, file: "test.yaml", ontology: .builtIn)
    return pipeline
  }

  private static let frames = """
    frames:
      - name: accuses.verb
        relation: accuses
        triggers:
          - {verbs: [accuse, blame], source: subj, target: obj}
          - {nouns: [accusation], source: subj, target: against}
    """

  private func survey(_ texts: String...) async throws -> FrameSurvey {
    let documents = texts.enumerated().map { Document(id: "\($0)", text: $1) }
    return try await pipeline(Self.frames).survey(of: documents)
  }

  @Test func `finds the words that stated nothing`() async throws {
    let survey = try await survey("Kenya accused Ghana. Kenya blamed the weather.")
    #expect(
      survey.unused.map { "\($0.frame) \($0.kind) \($0.words)" }
        == ["accuses.verb verb [\"blame\"]", "accuses.verb noun [\"accusation\"]"])
  }

  @Test func `counts words between actors that no frame has, the most frequent first`() async throws
  {
    let survey = try await survey(
      "Kenya accused Ghana. Kenya thanked Ghana.",
      "Peru thanked Chile. Norway congratulated Chile.",
      "Peru congratulated the winners.")
    #expect(survey.unknown.map { "\($0.count) \($0.word)" } == ["2 thank", "1 congratulate"])
    #expect(survey.unknown.first?.example == "Kenya thanked Ghana.")
  }

  @Test func `has no gap where other words state something of the pair`() async throws {
    let survey = try await survey("Kenya's accusation against Ghana was harsh.")
    #expect(survey.unknown.isEmpty)
    #expect(survey.unused.flatMap(\.words) == ["accuse", "blame"])
  }
}

@Suite struct `A frame's example` {
  private func failures(_ example: String) throws -> [FrameExamples.Failure] {
    var pipeline = Pipeline(frames: FrameLibrary())
    try pipeline.frames.add(
      """
      frames:
        - name: accuses.verb
          relation: accuses
          triggers:
            - {verbs: [accuse], source: subj, target: obj}
          examples:
            - \(example)
      """, file: "test.yaml", ontology: .builtIn)
    return FrameExamples(of: pipeline).failures()
  }

  @Test func `fails where a claim is missing or too many`() throws {
    #expect(try failures("{text: Kenya accused Ghana., claims: [Kenya accuses Ghana]}").isEmpty)
    #expect(try failures("{text: Kenya thanked Ghana., claims: []}").isEmpty)
    let spurious = try failures("{text: Kenya accused Ghana., claims: []}")
    #expect(
      spurious.map(\.description) == [
        """
        test.yaml:7: accuses.verb
          sentence: Kenya accused Ghana.
          expected: nothing
          found:    Kenya accuses Ghana
        """
      ])
    #expect(
      try failures("{text: Kenya accused Ghana., claims: [Kenya accuses Ghana planned]}").count == 1
    )
  }
}
