import Graph

/// Two graphs that nobody compares on purpose: what one says is of no use to tell what changed in the other.
struct UnrelatedGraphs: Error, CustomStringConvertible {
  /// What they are called.
  let names: (String, String)
  /// What lets them pass; nil where nothing does.
  let remedy: String

  var description: String {
    "\(names.0) and \(names.1): found no article and no node in common; expected two versions of one graph. \(remedy)"
  }

  /// - Throws: `UnrelatedGraphs` unless the graphs have something in common, or one is empty.
  static func check(
    _ a: KnowledgeGraph, _ b: KnowledgeGraph, names: (String, String), remedy: String
  ) throws {
    if !a.isRelated(to: b) { throw UnrelatedGraphs(names: names, remedy: remedy) }
  }

  /// A folder in which there is nothing to compare: most likely another was meant.
  struct NoArticles: Error, CustomStringConvertible {
    let path: String

    var description: String {
      "\(path): found no article; expected some to compare. --allow-unrelated compares with none."
    }
  }

  /// - Throws: `NoArticles` where a graph was to be made of articles, and there are none.
  static func check(_ graph: KnowledgeGraph, from path: String) throws {
    if graph.documents.isEmpty, GraphSource.holdsArticles(path) { throw NoArticles(path: path) }
  }
}
