@testable import Extract
import Graph
import Testing

/// Runs the examples that the built-in frames bring along.
@Suite struct `A frame` {
  /// One example of one frame.
  struct Case: CustomTestStringConvertible, Sendable {
    let frame: FrameLibrary.Frame
    let example: FrameLibrary.Example
    var testDescription: String { "\(frame.name): \(example.text)" }
  }

  /// A claim in words: "Norway member-of NATO", with its status where that isn't actual.
  struct Statement: Hashable, Comparable, CustomStringConvertible {
    let source: String
    let relation: String
    let target: String
    let status: String
    var description: String {
      "\(source) \(relation) \(target)" + (status == "actual" ? "" : " \(status)")
    }
    static func < (a: Self, b: Self) -> Bool { a.description < b.description }

    /// Ends without a direction in the order of their names, so that either order is the same.
    init(source: String, relation: String, target: String, status: String) {
      let swaps = Ontology.builtIn.relationType(relation)?.isSymmetric == true && target < source
      self.source = swaps ? target : source
      self.relation = relation
      self.target = swaps ? source : target
      self.status = status
    }

    /// Reads "LABEL relation LABEL [status]"; a label may hold spaces.
    init?(_ text: String) {
      let words = text.split(separator: " ").map(String.init)
      guard
        let middle = words.indices.dropFirst().first(where: {
          Ontology.builtIn.relationType(words[$0]) != nil
        })
      else { return nil }
      var target = Array(words[(middle + 1)...])
      var status = "actual"
      if target.count > 1, let last = target.last, Status(rawValue: last) != nil {
        status = last
        target.removeLast()
      }
      guard !target.isEmpty else { return nil }
      self.init(
        source: words[..<middle].joined(separator: " "), relation: words[middle],
        target: target.joined(separator: " "), status: status)
    }
  }

  static let cases: [Case] = FrameLibrary.builtIn.frames.flatMap { frame in
    frame.examples.map { Case(frame: frame, example: $0) }
  }

  private static let pipeline = Pipeline()

  private func graph(_ text: String) -> KnowledgeGraph {
    Self.pipeline.graph(of: Document(id: "example", text: text))
  }

  private func statements(_ graph: KnowledgeGraph) -> Set<Statement> {
    func label(_ id: NodeID) -> String { graph.node(id)?.label ?? id.rawValue }
    return Set(
      graph.edges.map {
        Statement(
          source: label($0.source), relation: $0.type, target: label($0.target),
          status: $0.status.rawValue)
      })
  }

  @Test func `has an example, and only claims that can be read`() {
    for frame in FrameLibrary.builtIn.frames {
      #expect(frame.examples.contains { !$0.claims.isEmpty }, "\(frame.name) has no example")
      for claim in frame.examples.flatMap(\.claims) {
        #expect(Statement(claim) != nil, "\(frame.name): '\(claim)' names no relation")
      }
    }
  }

  @Test(arguments: cases)
  func `states what its examples say, and no more`(_ test: Case) {
    let found = statements(graph(test.example.text))
    let claims = Set(test.example.claims.compactMap(Statement.init))
    let relation = test.frame.relation
    #expect(
      found.filter { $0.relation == relation }.sorted()
        == claims.filter { $0.relation == relation }.sorted())
    #expect(claims.subtracting(found).isEmpty, "missing among \(found.sorted())")
  }

  @Test(arguments: cases)
  func `doesn't change with what stands before`(_ test: Case) {
    let before = "The weather was fine all day, and nobody was surprised.\n\n"
    let shift = before.utf8.count
    let alone = graph(test.example.text)
    let shifted = graph(before + test.example.text)
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
