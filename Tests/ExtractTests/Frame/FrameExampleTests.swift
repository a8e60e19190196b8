@testable import Extract
import Graph
import Testing

/// Runs the examples that the built-in frames bring along.
@Suite struct `A frame` {
  private static let examples = FrameExamples(of: Pipeline())
  static let cases = examples.cases

  @Test func `has an example`() {
    for frame in FrameLibrary.builtIn.frames {
      #expect(frame.examples.contains { !$0.claims.isEmpty }, "\(frame.name) has no example")
    }
  }

  @Test(arguments: cases)
  func `states what its examples say, and no more`(_ test: FrameExamples.Case) {
    let failure = Self.examples.failure(of: test)
    #expect(failure == nil, "\(failure?.description ?? "")")
  }

  @Test(arguments: cases)
  func `doesn't change with what stands before`(_ test: FrameExamples.Case) {
    let before = "The weather was fine all day, and nobody was surprised.\n\n"
    let shift = before.utf8.count
    let alone = Self.examples.graph(of: test.example.text)
    let shifted = Self.examples.graph(of: before + test.example.text)
    let moved = KnowledgeGraph(
      documents: shifted.documents,
      appearances: alone.appearances.map { node, appearance in
        var appearance = appearance
        appearance.mentions = appearance.mentions.map {
          Mention(
            start: $0.start + shift, end: $0.end + shift, line: $0.line + 2, foundBy: $0.foundBy)
        }
        return (node, appearance)
      },
      claims: alone.claims.map { claim in
        var claim = claim
        claim.evidence.start += shift
        claim.evidence.end += shift
        claim.evidence.line += 2
        return claim
      })
    #expect(shifted.nodes == moved.nodes)
    #expect(shifted.edges == moved.edges)
  }
}

extension FrameExamples.Case: CustomTestStringConvertible {
  /// The frame and its sentence.
  public var testDescription: String { "\(frame.name): \(example.text)" }
}
