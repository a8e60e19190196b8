internal import Foundation

/// Why a score could not be taken.
public enum ScoreError: Error, Hashable, Sendable, CustomStringConvertible {
  /// A folder that was named isn't there, or can't be listed.
  case noFolder(path: String, reason: String)
  /// A folder of gold graphs holds none.
  case noGold(path: String)
  /// A file cannot be read, or isn't what it should be.
  case badFile(path: String, reason: String)

  /// What to tell people: where, what was found, what was expected, what to do.
  public var description: String {
    switch self {
    case .noFolder(let path, let reason):
      "\(path): cannot be listed: \(reason). Expected a folder; check the path."
    case .noGold(let path):
      "\(path): holds no gold graph; expected one NAME.json for each article."
    case .badFile(let path, let reason):
      "\(path): \(reason) Expected a graph with 'nodes' and 'edges'. Correct it."
    }
  }
}

extension GoldGraph {
  /// The gold graphs of a folder, each in a `NAME.json`, in the order of their names.
  ///
  /// - Throws: `ScoreError` for a folder without any, and for a file that isn't one.
  public static func read(folder: String) throws(ScoreError) -> [GoldGraph] {
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: folder)
    } catch {
      throw .noFolder(path: folder, reason: SourceBytes.reason(of: error))
    }
    let files = names.filter { $0.hasSuffix(".json") && !$0.hasPrefix(".") }
      .sorted { $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars) }
    guard !files.isEmpty else { throw .noGold(path: folder) }
    var graphs: [GoldGraph] = []
    for file in files {
      let content: Content = try readGraph("\(folder)/\(file)")
      graphs.append(
        GoldGraph(
          name: String(file.dropLast(".json".count)), nodes: content.nodes, edges: content.edges))
    }
    return graphs
  }

  private struct Content: Decodable {
    var nodes: [Node]
    var edges: [Edge]
  }
}

extension ScoredGraph {
  /// The graph that a folder holds for an article, in `NAME.json` or `NAME/graph.json`; nil where it holds
  /// none.
  ///
  /// - Throws: `ScoreError` for a folder that isn't there, and for a file that isn't a graph.
  public static func read(_ name: String, in folder: String) throws(ScoreError) -> ScoredGraph? {
    guard FileManager.default.fileExists(atPath: folder) else {
      throw .noFolder(path: folder, reason: "no such file or folder")
    }
    for path in ["\(folder)/\(name).json", "\(folder)/\(name)/graph.json"]
    where FileManager.default.fileExists(atPath: path) {
      return try readGraph(path)
    }
    return nil
  }
}

private func readGraph<Graph: Decodable>(_ path: String) throws(ScoreError) -> Graph {
  do {
    let data = try Data(contentsOf: URL(fileURLWithPath: path))
    return try JSONDecoder().decode(Graph.self, from: data)
  } catch let error as DecodingError {
    throw .badFile(path: path, reason: describe(error))
  } catch {
    throw .badFile(path: path, reason: "cannot be read: \(SourceBytes.reason(of: error)).")
  }
}

/// What a decoder found, with the place in the file's structure: `edges[3].source`.
private func describe(_ error: DecodingError) -> String {
  func place(_ path: [any CodingKey]) -> String {
    path.reduce(into: "") { place, key in
      if let index = key.intValue {
        place += "[\(index)]"
      } else {
        place += (place.isEmpty ? "" : ".") + key.stringValue
      }
    }
  }
  switch error {
  case .keyNotFound(let key, let context):
    return "'\(place(context.codingPath + [key]))' is missing."
  case .typeMismatch(_, let context), .valueNotFound(_, let context):
    return "'\(place(context.codingPath))' is of another kind than it should be."
  case .dataCorrupted(let context):
    let below = context.underlyingError.map { ($0 as NSError).userInfo["NSDebugDescription"] ?? $0 }
    return "not JSON: \(below.map { "\($0)" } ?? context.debugDescription)"
  @unknown default: return "\(error)."
  }
}
