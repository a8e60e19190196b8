public import Graph
private import Synchronization

/// What was found in a cache, and what wasn't.
public struct CacheUse: Hashable, Sendable {
  /// How many documents' parts were taken from it.
  public var reused = 0
  /// How many entries were broken, and made anew.
  public var broken = 0
  /// Why it couldn't be written to.
  public var problem: CacheError?
}

extension Pipeline {
  /// The same graph, to the byte, as without a cache: of documents that it holds, nothing is read again, and what
  /// others state is put into it.
  ///
  /// `cache` is one for the knowledge of this pipeline; nil is none. `progress` is called after each document, with
  /// its index, from any thread.
  public func graph(
    of documents: [Document], cache: PartCache?, progress: (@Sendable (Int) -> Void)? = nil
  ) async -> (graph: KnowledgeGraph, use: CacheUse) {
    guard let cache else { return (await graph(of: documents, progress: progress), CacheUse()) }
    let use = Mutex(CacheUse())
    let parts = await Self.each(of: documents, progress: progress) { document in
      switch cache.entry(for: document) {
      case .found(let part):
        use.withLock { $0.reused += 1 }
        return part
      case .missing: break
      case .broken: use.withLock { $0.broken += 1 }
      }
      let part = self.part(of: document)
      do throws(CacheError) {
        try cache.keep(part, of: document)
      } catch {
        use.withLock { $0.problem = error }
      }
      return part
    }
    let found = use.withLock(\.self)
    if found.reused < documents.count { cache.prune() } else { cache.noteUse() }
    return (graph(of: parts, in: documents), found)
  }
}
