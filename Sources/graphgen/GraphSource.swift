import ArgumentParser
import Extract
import Foundation
import Graph

/// Reads the graph that an argument names, or makes it of articles.
struct GraphSource {
  /// What such arguments are called and told.
  static let help =
    "A graph (graph.json or another format, or a folder that holds one), or articles: a folder or a file."

  let knowledge: KnowledgeOptions
  let mode: ModeOption
  let cache: CacheOptions

  /// The graph at the path. Articles are read as `graphgen build` does, and their oddities told on standard error.
  ///
  /// - Throws: as `GraphFile` and `CorpusReader`.
  func graph(at path: String) async throws -> KnowledgeGraph {
    if path == "/dev/null" { return KnowledgeGraph(ontology: try knowledge.ontology.ontology()) }
    let inside = path.hasSuffix("/") ? path + "graph.json" : path + "/graph.json"
    if FileManager.default.fileExists(atPath: inside) {
      return try GraphFile.graph(at: inside, ontology: knowledge.ontology.ontology())
    }
    guard Self.holdsArticles(path) else {
      return try GraphFile.graph(at: path, ontology: knowledge.ontology.ontology())
    }
    let (pipeline, key) = try knowledge.keyedPipeline(corpus: [path], mode: mode.parser)
    let corpus = try CorpusReader.read([path])
    for warning in corpus.warnings { Console.warning("\(warning)") }
    return await cache.graph(of: corpus.documents, by: pipeline, key: key).graph
  }

  /// Whether there are articles at the path, rather than a graph.
  static func holdsArticles(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    guard unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      return false
    }
    if isFolder.boolValue {
      return !["nodes", "edges"].allSatisfy {
        FileManager.default.fileExists(atPath: "\(path)/\($0).csv")
      }
    }
    return isArticle(path)
  }

  /// Whether a file of that name is an article: JSON Lines may be both, and begin with a kind where they are a graph.
  static func isArticle(_ path: String) -> Bool {
    switch URL(fileURLWithPath: path).pathExtension.lowercased() {
    case "txt", "text", "md", "markdown", "html", "htm": return true
    case "jsonl", "ndjson":
      let handle = FileHandle(forReadingAtPath: path)
      let head = (try? handle?.read(upToCount: 8)) ?? Data()
      return !String(decoding: head, as: UTF8.self).hasPrefix("{\"kind\"")
    default: return false
    }
  }
}
