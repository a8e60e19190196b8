import Graph

/// Holds the examples that frames bring along against what a pipeline finds in them.
public struct FrameExamples: Sendable {
  /// An example of a frame, at work.
  struct Case: Sendable {
    let frame: FrameLibrary.Frame
    let example: FrameLibrary.Example
  }

  /// An example that gave other claims than it should.
  public struct Failure: Hashable, Sendable, CustomStringConvertible {
    /// The file and line of the example.
    public let place: String
    /// The frame's name.
    public let frame: String
    /// The example's text.
    public let sentence: String
    /// The claims that it should give, in order.
    public let expected: [String]
    /// Those of the frame's relation that were found, and those of others that were expected.
    public let found: [String]

    /// Four lines: the place and the frame, the sentence, what was expected, what was found.
    public var description: String {
      """
      \(place): \(frame)
        sentence: \(sentence)
        expected: \(Self.list(expected))
        found:    \(Self.list(found))
      """
    }

    private static func list(_ claims: [String]) -> String {
      claims.isEmpty ? "nothing" : claims.joined(separator: "; ")
    }
  }

  /// The examples in the order of the frames.
  let cases: [Case]
  private let pipeline: Pipeline

  /// The examples of a pipeline's frames; with `relation`, those of its frames only.
  public init(of pipeline: Pipeline, relation: String? = nil) {
    self.pipeline = pipeline
    cases = pipeline.frames.frames.filter { relation == nil || $0.relation == relation }.flatMap {
      frame in frame.examples.map { Case(frame: frame, example: $0) }
    }
  }

  /// How many examples there are.
  public var count: Int { cases.count }
  /// How many of them are near-misses, which state nothing.
  public var nearMisses: Int { cases.count { $0.example.claims.isEmpty } }

  /// What goes wrong, in the order of the frames.
  ///
  /// `progress` is called after each example.
  public func failures(progress: () -> Void = {}) -> [Failure] {
    cases.compactMap { test in
      defer { progress() }
      return failure(of: test)
    }
  }

  /// How the example fails: nil where it gives the claims of its frame's relation and no others of it, and all
  /// further ones that it names. What else a sentence states is the matter of other frames.
  func failure(of test: Case) -> Failure? {
    let found = Self.claims(of: graph(of: test.example.text))
    let expected = Set(
      test.example.claims.compactMap { ExampleClaim($0, ontology: pipeline.ontology) })
    let relevant = found.filter { $0.relation == test.frame.relation || expected.contains($0) }
    guard relevant != expected else { return nil }
    return Failure(
      place: test.example.place, frame: test.frame.name, sentence: test.example.text,
      expected: expected.sorted().map(\.description), found: relevant.sorted().map(\.description))
  }

  /// What a text states by itself.
  func graph(of text: String) -> KnowledgeGraph {
    pipeline.graph(of: Document(id: "example", text: text))
  }

  private static func claims(of graph: KnowledgeGraph) -> Set<ExampleClaim> {
    func label(_ id: NodeID) -> String { graph.node(id)?.label ?? id.rawValue }
    return Set(
      graph.edges.map {
        ExampleClaim(
          source: label($0.source), relation: $0.type, target: label($0.target), status: $0.status,
          ontology: graph.ontology)
      })
  }
}
