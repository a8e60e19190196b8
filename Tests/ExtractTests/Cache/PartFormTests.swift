import Graph
import TestSupport
import Testing

@testable import Extract

@Suite struct `The form of a cached part` {
  private static let document = Document(id: "d0", text: "Any.", firstLine: 1)

  /// What one document of a graph of odd names states.
  private static func part(_ seed: UInt64) -> DocumentPart {
    let graph = RandomGraph.make(seed: seed, documents: 1)
    return DocumentPart(appearances: graph.appearances, claims: graph.claims)
  }

  private static func bytes(_ part: DocumentPart, firstLine: Int = 1) -> [UInt8] {
    PartForm.bytes(of: part, firstLine: firstLine)
  }

  private static func graph(_ part: DocumentPart, of document: Document = document)
    -> KnowledgeGraph
  {
    KnowledgeGraph(
      documents: [SourceDocument(of: document)], appearances: part.appearances,
      claims: part.claims)
  }

  private static func read(_ bytes: [UInt8], of document: Document = document) throws
    -> KnowledgeGraph
  {
    graph(try PartForm.part(from: bytes, of: document), of: document)
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func `gives back what was put in`(seed: UInt64) throws {
    let part = Self.part(seed)
    let read = try Self.read(Self.bytes(part))
    #expect(GraphJSONWriter.bytes(of: read) == GraphJSONWriter.bytes(of: Self.graph(part)))
  }

  @Test func `keeps strings that Unicode calls equal as they are`() throws {
    let names = ["Zo\u{e9}", "Zoe\u{301}"]
    let appearances = names.enumerated().map { index, name in
      (
        node: NodeID(class: "person", name: "p\(index)"),
        appearance: Appearance(
          document: "d0", type: "person", label: name,
          mentions: [Mention(start: 0, end: 4, line: 1, foundBy: "test")])
      )
    }
    let bytes = Self.bytes(DocumentPart(appearances: appearances, claims: []))
    let read = try PartForm.part(from: bytes, of: Self.document).appearances
    #expect(read.map { Array($0.appearance.label.utf8) } == names.map { Array($0.utf8) })
  }

  @Test func `takes id and lines from the document that is read`() throws {
    let bytes = Self.bytes(Self.part(3))
    let moved = Document(id: "elsewhere", path: "b/c.txt", text: "Any.", firstLine: 8)
    let before = try Self.read(bytes)
    let after = try Self.read(bytes, of: moved)
    #expect(after.claims.count == before.claims.count && !after.claims.isEmpty)
    #expect(after.claims.allSatisfy { $0.evidence.document == "elsewhere" })
    #expect(
      after.claims.map(\.evidence.line).sorted()
        == before.claims.map { $0.evidence.line + 7 }.sorted())
  }

  @Test func `refuses bytes that are cut off, or that go on`() {
    let bytes = Self.bytes(Self.part(3))
    for length in 0..<bytes.count {
      #expect(throws: PartForm.Broken.self) { try Self.read(Array(bytes[..<length])) }
    }
    #expect(throws: PartForm.Broken.self) { try Self.read(bytes + [0]) }
  }

  @Test func `survives any bytes`() {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<2000 {
      let count = Int.random(in: 0..<60, using: &generator)
      let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
      // That it comes back is all: nearly always it refuses.
      _ = try? PartForm.part(from: bytes, of: Self.document)
    }
  }
}
