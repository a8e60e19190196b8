import Foundation
import Graph

/// Several versions of a graph as a folder of pictures with a log of what changed: `1.svg`, `2.svg`, ... the versions,
/// `2-changes.svg`, ... what is other in them than in the one before, `changes.md` all of it in words. Or likewise in
/// another format of pictures.
struct ChangeSeries {
  private let versions: VersionDrawings
  private let options: ChangePictureOptions
  private let format: VersionDrawings.Format
  private let names: [String]
  private let title: String?

  /// A series of versions, the oldest first; of one graph, what was known at the end of each day on which an article of
  /// it was published. `roots` are the folders of articles that they were made of, if they were.
  ///
  /// - Throws: `Failure` where that makes fewer than two versions; what `ChangePictureOptions.drawings` throws.
  init(
    _ graphs: [KnowledgeGraph], names: [String], roots: [String]?, filter: DiffFilter,
    options: ChangePictureOptions, format: VersionDrawings.Format, title: String?
  ) throws {
    var (graphs, names) = (graphs, names)
    if graphs.count == 1 {
      let days = Self.days(of: graphs[0])
      names = days.map(\.rawValue)
      graphs = try days.map { try GraphView(graphs[0], filter: ViewFilter(asOf: $0)).graph }
    }
    guard graphs.count > 1 else {
      throw Failure(
        description:
          "--series found \(graphs.count) version\(graphs.count == 1 ? "" : "s"); expected two or more: "
          + "give several graphs, or one whose articles were published on several days.")
    }
    let diffs = graphs.indices.dropFirst().map { index in
      let folders = roots.map { (old: $0[index - 1], new: $0[index]) }
      return filter.applied(
        to: GraphDiff(from: graphs[index - 1], to: graphs[index], roots: folders))
    }
    versions = try options.drawings(of: graphs, diffs: diffs)
    self.options = options
    self.format = format
    self.names = names
    self.title = title
  }

  /// There is no series.
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  /// The days of publication, ascending; articles without any are known from the start.
  private static func days(of graph: KnowledgeGraph) -> [TimeSpan] {
    var days: [TimeSpan] = []
    for day in graph.documents.compactMap(\.published).sorted()
    where days.last?.lastDay != day.lastDay { days.append(day) }
    return days
  }

  /// Writes the folder, and tells whether anything changed in it. Without Graphviz it writes the log, and says so.
  ///
  /// - Throws: `RenderError`, `OutputFile.Failure`.
  func write(to folder: String) throws -> Bool {
    var files: [(name: String, bytes: [UInt8])] = []
    do {
      files = try pictures()
    } catch {
      switch error {
      case .unavailable, .tooLarge: Console.note("no pictures: \(error)")
      default: throw error
      }
    }
    files.append(("changes.md", Array(log(hasPictures: !files.isEmpty).utf8)))
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw OutputFile.Failure(
        path: folder,
        problem: "can't be made (\(OutputFile.reason(error))); name a folder to write to")
    }
    // All or nothing, as far as can be told beforehand.
    let outputs = files.map { (file: OutputFile(path: "\(folder)/\($0.name)"), bytes: $0.bytes) }
    for output in outputs { try output.file.check() }
    for output in outputs { try output.file.write(output.bytes) }
    Console.note("\(names.count) versions in \(folder)")
    return versions.diffs.contains { !$0.isEmpty }
  }

  private func pictures() throws(RenderError) -> [(name: String, bytes: [UInt8])] {
    var drawings: [Drawing] = []
    var files: [String] = []
    for (index, name) in names.enumerated() {
      if index > 0 {
        files.append(changesName(index))
        drawings.append(
          versions.changes(after: index - 1, title: heading("\(names[index - 1]) → \(name)")))
      }
      files.append(versionName(index))
      drawings.append(versions.drawing(of: index, title: heading(name)))
    }
    return Array(zip(files, try options.pictures(of: drawings, in: versions, as: format)))
  }

  private func heading(_ name: String) -> String { title.map { "\($0): \(name)" } ?? name }

  private func versionName(_ index: Int) -> String { "\(index + 1).\(format.rawValue)" }

  private func changesName(_ index: Int) -> String { "\(index + 1)-changes.\(format.rawValue)" }

  /// What changed, step by step.
  private func log(hasPictures: Bool) -> String {
    var text = "## \(title ?? "What changed")\n\n"
    let first = "\(names[0]): \(versions.summary(of: 0))"
    text += hasPictures ? "[\(first)](\(versionName(0)))\n" : "\(first)\n"
    for (index, diff) in versions.diffs.enumerated() {
      let name = names[index + 1]
      text += "\n" + DiffMarkdown(title: name, sentences: 1).text(of: diff)
      if hasPictures {
        // Pages show pictures; DOT and PDF are to be opened.
        let sign = format == .svg || format == .png ? "!" : ""
        text += "\n\(sign)[What changed: \(name)](\(changesName(index + 1)))\n"
        text += "\n[\(name): \(versions.summary(of: index + 1))](\(versionName(index + 1)))\n"
      }
    }
    return text
  }
}
