import ArgumentParser
import Extract
import Foundation
import Graph

/// Where what articles state is kept from one run to the next: the options of every command that makes a graph of
/// articles.
struct CacheOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Where what articles state is kept, so that only new ones are read; may be deleted at any time. Else "
        + "$XDG_CACHE_HOME/graphgen, or ~/.cache/graphgen.", valueName: "dir"))
  var cache: String?

  @Flag(help: "Read all articles anew, and keep nothing.")
  var noCache = false

  func validate() throws {
    if noCache, cache != nil {
      throw ValidationError("--cache and --no-cache exclude each other; give one of them.")
    }
    if cache?.isEmpty == true { throw ValidationError("--cache is empty; expected a folder.") }
  }

  /// The cache for what is known; nil where there is to be none, or nowhere to put it.
  func parts(_ knowledge: KnowledgeKey) -> PartCache? {
    guard !noCache, let folder = cache ?? Self.usualFolder else { return nil }
    return PartCache(folder: folder, knowledge: knowledge)
  }

  /// As the XDG Base Directory Specification has it; a relative path there counts as none.
  private static var usualFolder: String? {
    let environment = ProcessInfo.processInfo.environment
    if let folder = environment["XDG_CACHE_HOME"], folder.hasPrefix("/") {
      return folder + "/graphgen"
    }
    guard let home = environment["HOME"], home.hasPrefix("/") else { return nil }
    return home + "/.cache/graphgen"
  }

  /// The graph of articles; what of the cache was odd is told on standard error.
  ///
  /// `key` is that of the pipeline's knowledge.
  func graph(
    of documents: [Document], by pipeline: Pipeline, key: KnowledgeKey
  ) async -> (graph: KnowledgeGraph, reused: Int) {
    let progress = ProgressLine(total: documents.count, unit: "articles read")
    let parts = parts(key)
    let (graph, use) = await pipeline.graph(of: documents, cache: parts) { _ in
      progress.advance()
    }
    progress.finish()
    if let problem = use.problem { Console.note("\(problem)") }
    if use.broken > 0, let parts {
      let entries = use.broken == 1 ? "an entry was" : "\(use.broken) entries were"
      Console.note("\(parts.folder): \(entries) broken and made anew")
    }
    return (graph.read(by: key.reader(engine: Version.current)), use.reused)
  }
}
