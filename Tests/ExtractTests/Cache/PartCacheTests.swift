import Foundation
import Graph
import Language
import TestSupport
import Testing

@testable import Extract

@Suite struct `A cache of parts` {
  /// A folder of its own, gone at the end.
  private final class Folder {
    let path = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// All files below, with their paths, ascending.
    var files: [String] {
      let all = FileManager.default.enumerator(atPath: path)?.allObjects as? [String] ?? []
      return all.map { "\(path)/\($0)" }.filter {
        (try? FileManager.default.attributesOfItem(atPath: $0)[.type] as? FileAttributeType)
          == .typeRegular
      }.sorted()
    }
  }

  private static let pipeline = Pipeline(mode: .fast)
  private static let key = KnowledgeKey(mode: .fast)

  private static func cache(
    _ folder: Folder, key: KnowledgeKey = key, program: String = "test",
    limits: PartCache.Limits = PartCache.Limits()
  ) -> PartCache {
    PartCache(folder: folder.path, knowledge: key, program: program, limits: limits)
  }

  private static func document(_ text: String, id: String = "a") -> Document {
    Document(id: id, published: "2021-03-08", text: text)
  }

  private static func json(_ graph: KnowledgeGraph) -> [UInt8] { GraphJSONWriter.bytes(of: graph) }

  private static func build(
    _ documents: [Document], _ cache: PartCache?
  ) async -> (json: [UInt8], use: CacheUse) {
    let (graph, use) = await pipeline.graph(of: documents, cache: cache)
    return (json(graph), use)
  }

  @Test func `documents read together state what they state alone, merged`() async {
    let documents = [
      Self.document("Norway accused Iceland on Monday. Norway's president met Iceland's."),
      Self.document("President Rosa Huaman of Peru met King Harald in Oslo.", id: "b"),
      Self.document("Huaman, the president of Peru, will visit Norway.", id: "c"),
    ]
    let together = await Self.pipeline.graph(of: documents)
    let alone = documents.map(Self.pipeline.graph)
    #expect(Self.json(together) == Self.json(.merging(alone)))
  }

  @Test func `gives the second time what it gave the first`() async {
    let folder = Folder()
    let cache = Self.cache(folder)
    let documents = [
      Self.document("Norway accused Iceland on Monday."),
      Self.document("President Rosa Huaman of Peru met King Harald in Oslo.", id: "b"),
    ]
    let without = await Self.build(documents, nil)
    let first = await Self.build(documents, cache)
    let second = await Self.build(documents, cache)
    #expect(first.json == without.json && second.json == without.json)
    #expect(first.use == CacheUse(reused: 0) && second.use == CacheUse(reused: 2))
    #expect(folder.files.count == 2)
  }

  @Test func `is the same as none after any articles were added, edited, moved and taken out`()
    async
  {
    let folder = Folder()
    let cache = Self.cache(folder)
    var generator = SeededGenerator(seed: 11)
    var corpus: [String: String] = [:]
    var reused = 0
    for step in 0..<14 {
      let name = "d\(Int.random(in: 0..<5, using: &generator))"
      switch step % 4 {
      case 3: corpus[name] = nil
      case 2:
        if let old = corpus.keys.sorted().first {
          corpus["moved\(step)"] = corpus.removeValue(forKey: old)
        }
      default: corpus[name] = Self.article(using: &generator)
      }
      let documents = corpus.sorted { $0.key < $1.key }.map { Self.document($0.value, id: $0.key) }
      let fresh = await Self.build(documents, nil)
      let incremental = await Self.build(documents, cache)
      #expect(incremental.json == fresh.json, "step \(step)")
      #expect(incremental.use.reused >= documents.count - 1, "step \(step)")
      reused += incremental.use.reused
    }
    #expect(reused > 10)
  }

  /// Two sentences about some of a few.
  private static func article(using generator: inout SeededGenerator) -> String {
    let actors = ["Norway", "Peru", "Kenyan President Ann Odhiambo", "Odhiambo", "Iceland"]
    let deeds = ["accused", "will visit", "did not meet", "imposed sanctions on", "supports"]
    return (0..<2).map { _ in
      let ends = actors.shuffled(using: &generator)
      return "\(ends[0]) \(deeds.randomElement(using: &generator) ?? "") \(ends[1])."
    }.joined(separator: " ")
  }

  @Test func `reads anew what any other knowledge read`() async {
    let folder = Folder()
    let documents = [Self.document("Norway accused Iceland.")]
    var gazetteer = Self.key
    gazetteer.add("gazetteer", "place/norway\tlabel\tNorge")
    var frames = Self.key
    frames.add("frames", "place/norway\tlabel\tNorge")
    var caches = [Self.key, KnowledgeKey(mode: .accurate), gazetteer, frames].map {
      Self.cache(folder, key: $0)
    }
    caches.append(Self.cache(folder, program: "another"))
    for cache in caches {
      #expect(await Self.build(documents, cache).use.reused == 0)
    }
    #expect(folder.files.count == caches.count)
  }

  @Test func `tells documents apart by all that their reading depends on`() {
    let document = Self.document("Norway accused Iceland.")
    var others: [Document] = []
    for change in [
      { $0.text += " " }, { $0.published = nil }, { $0.published = "2021-03-09" },
      { $0.title = "Fish" }, { $0.source = "" }, { $0.url = "https://example.org" },
      { $0.blocks[0].role = .furniture }, { $0.keepsLines = false },
    ] as [(inout Document) -> Void] {
      var other = document
      change(&other)
      others.append(other)
    }
    let keys = Set(([document] + others).map(PartCache.key))
    #expect(keys.count == others.count + 1)
    var moved = document
    moved.id = "b"
    moved.path = "elsewhere.txt"
    moved.firstLine = 9
    #expect(PartCache.key(of: moved) == PartCache.key(of: document))
  }

  @Test func `makes broken entries anew`() async throws {
    let folder = Folder()
    let cache = Self.cache(folder)
    let documents = [Self.document("Norway accused Iceland.")]
    let whole = await Self.build(documents, cache)
    let entry = try #require(folder.files.first)
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: entry)))
    var flipped = bytes
    flipped[bytes.count - 3] ^= 1
    for broken in [[], Array(bytes.prefix(40)), flipped, Array("hello".utf8)] {
      try Data(broken).write(to: URL(fileURLWithPath: entry))
      let next = await Self.build(documents, cache)
      #expect(next.json == whole.json)
      #expect(next.use == CacheUse(reused: 0, broken: 1))
      #expect([UInt8](try Data(contentsOf: URL(fileURLWithPath: entry))) == bytes)
    }
  }

  @Test func `says why it can't be written, and builds all the same`() async throws {
    let folder = Folder()
    try Data("a file".utf8).write(to: URL(fileURLWithPath: folder.path))
    let documents = [Self.document("Norway accused Iceland.")]
    let result = await Self.build(documents, Self.cache(folder))
    #expect(result.json == (await Self.build(documents, nil)).json)
    #expect(result.use.problem?.folder == folder.path)
  }

  @Test func `holds several programs at once`() async {
    let folder = Folder()
    let cache = Self.cache(folder)
    let documents = [
      Self.document("Norway accused Iceland."), Self.document("Peru will visit Kenya.", id: "b"),
    ]
    let alone = await Self.build(documents, nil)
    await withTaskGroup(of: [UInt8].self) { group in
      for _ in 0..<6 { group.addTask { await Self.build(documents, cache).json } }
      for await json in group { #expect(json == alone.json) }
    }
    #expect(folder.files.count == 2)
  }

  @Test func `keeps the knowledges used last, and nobody else's files`() async throws {
    let folder = Folder()
    let documents = [Self.document("Norway accused Iceland.")]
    var limits = PartCache.Limits()
    limits.knowledges = 3
    try FileManager.default.createDirectory(
      atPath: folder.path + "/mine", withIntermediateDirectories: true)
    try Data("keep".utf8).write(to: URL(fileURLWithPath: folder.path + "/mine/notes.txt"))
    for program in 0..<6 {
      _ = await Self.build(documents, Self.cache(folder, program: "\(program)", limits: limits))
    }
    #expect(folder.files.count == 4)
    #expect(folder.files.contains(folder.path + "/mine/notes.txt"))
    let use = await Self.build(documents, Self.cache(folder, program: "5")).use
    #expect(use.reused == 1)
  }

  @Test func `takes no more room than it may`() async {
    let folder = Folder()
    var limits = PartCache.Limits()
    limits.bytes = 2000
    let cache = Self.cache(folder, limits: limits)
    for year in 1990..<2010 {
      _ = await Self.build([Self.document("Norway accused Iceland in \(year).")], cache)
    }
    let sizes = folder.files.compactMap {
      try? FileManager.default.attributesOfItem(atPath: $0)[.size] as? Int
    }
    #expect(sizes.reduce(0, +) <= 2000 && !sizes.isEmpty)
  }
}
