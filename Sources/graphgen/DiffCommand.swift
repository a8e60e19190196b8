import ArgumentParser
import Foundation
import Glibc
import Graph

/// `graphgen diff`: what changed between two versions of a graph.
struct DiffCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Tell what changed between two graphs, or two versions of a corpus.",
    discussion: """
      EXAMPLES
        graphgen diff v1.json v2.json
        graphgen diff seeds-2013/ seeds-2015/ --stat
        graphgen diff --git HEAD~3..HEAD seeds --format markdown
        graphgen diff --git main...feature output/graph.json --only leader,planned,postponed
        graphgen diff v1.json v2.json --format json -o changes.json    # 'graphgen patch' applies it
        graphgen diff v1.json v2.json --format svg --context 1 -o changes.svg
        graphgen diff v1.json v2.json --format png --focus Abe --depth 2 --cluster document -o abe.png
        graphgen diff v1.json v2.json --format dot | neato -n2 -Tsvg   # every node where our SVG has it
        graphgen diff --series series/ v1.json v2.json v3.json         # a picture a version, and a log
        graphgen diff --series series/ graph.json                      # as its articles were published
        graphgen diff --series series/ graph.json --format dot         # the same places, to draw with Graphviz
        git config diff.graphgen.command 'graphgen diff'               # with 'graph.json diff=graphgen' in .gitattributes
        git config diff.graphgen.textconv 'graphgen diff --textconv'

      Signs: + new, − gone, Δ other than before, = the same by other sentences. Relations that were put off or told \
      otherwise are one change, as 'visits Japan: planned 2014-09 → postponed'. --git compares two revisions \
      (A..B, A...B), or one with the files as they are (A).

      Pictures need Graphviz, which lays out what both versions have together: what they share stands in one place in \
      all of them. DOT holds these places (pos, bb, lp, and 'layout=nop2', so that any of Graphviz's programs keeps \
      them; 'dot -Glayout=dot' lays it out anew); without Graphviz it has none.

      EXIT STATUS
        0 the same   1 different (0 where git calls it as an external diff)   2 trouble   64 wrong usage
      """)

  /// How a diff is written.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, markdown, json, ndjson, dot, svg, png, pdf

    /// As what it is drawn; nil where it is told in words.
    var picture: VersionDrawings.Format? { VersionDrawings.Format(rawValue: rawValue) }
  }

  /// When there are colours.
  enum Colour: String, CaseIterable, ExpressibleByArgument { case auto, always, never }

  @Argument(help: ArgumentHelp("The old and the new. \(GraphSource.help)", valueName: "graph"))
  var paths: [String]

  @Option(
    help: ArgumentHelp(
      "Compare revisions of git: A..B, A...B or A. Name the files or folders.", valueName: "range"))
  var git: String?

  @Option(name: [.short, .long], help: "How to print.")
  var format = Format.text

  @Flag(help: "Print a line for each actor, with the number of changes.")
  var stat = false

  @Flag(help: "Print a line for each article, node and relation that changed, with its sign first.")
  var names = false

  @Option(help: ArgumentHelp("Print up to so many sentences of each relation.", valueName: "n"))
  var sentences = 3

  @Option(
    help: ArgumentHelp(
      "Leave changes of these out: "
        + DiffFilter.Aspect.allCases.map(\.rawValue).joined(separator: ", ") + ".",
      valueName: "what,..."))
  var ignore: [String] = []

  @Option(
    help: ArgumentHelp(
      "Tell only changes of these node types, relations and statuses: of one kind any, of several kinds all.",
      valueName: "name,..."))
  var only: [String] = []

  @Flag(name: .shortAndLong, help: "Print nothing; the exit status tells.")
  var quiet = false

  @Flag(help: "Exit 1 where there are changes: what it does anyway, but for git's external diff.")
  var exitCode = false

  @Option(help: "Colours: on a terminal, unless NO_COLOR is set; always; or never.")
  var color = Colour.auto

  @Option(help: "The heading of Markdown and of pictures.")
  var title: String?

  @Option(
    help: ArgumentHelp(
      "Write into this folder a picture of each version (SVG, or --format dot, png, pdf), one of each change, and "
        + "changes.md. Of one graph, its versions are those of the days on which its articles were published.",
      valueName: "dir"))
  var series: String?

  @OptionGroup(title: "Picture options") var picture: ChangePictureOptions

  @Flag(help: "Compare graphs that have no article and no node in common, too.")
  var allowUnrelated = false

  @Flag(help: "Print one graph as lines, for git's textconv.")
  var textconv = false

  @OptionGroup var output: OutputOption

  @OptionGroup(title: "Knowledge options") var knowledge: KnowledgeOptions
  @OptionGroup var mode: ModeOption
  @OptionGroup(title: "Cache options") var cache: CacheOptions

  /// git calls an external diff with seven arguments: path, file, hash and mode of the old and of the new; nine where
  /// the file was renamed.
  private var isExternalDiff: Bool { git == nil && [7, 9].contains(paths.count) }

  func validate() throws {
    if textconv {
      guard paths.count == 1 else { throw ValidationError("--textconv takes one graph.") }
    } else if git != nil {
      guard paths.count == 1 else {
        throw ValidationError(
          "found \(paths.count) paths; expected one, the graph or folder to compare.")
      }
    } else if series != nil {
      guard !quiet, format == .text || format.picture != nil, !stat, !names, output.isStandard
      else {
        throw ValidationError(
          "--series writes a folder of pictures and a log: --format may be svg, dot, png or pdf; "
            + "leave --output and the like out.")
      }
    } else if paths.count != 2, !isExternalDiff {
      throw ValidationError(
        "found \(paths.count == 1 ? "one graph" : "\(paths.count) graphs"); expected two, the old and the new."
      )
    }
    if stat, names { throw ValidationError("give --stat or --names, not both.") }
    if stat || names, format != .text {
      throw ValidationError("--stat and --names are of --format text.")
    }
    guard sentences >= 0 else {
      throw ValidationError("--sentences is \(sentences); expected 0 or more.")
    }
    if series == nil, format.picture == nil, let option = picture.used {
      throw ValidationError("\(option) is of --format svg, png, pdf and dot, and of --series.")
    }
    for word in words(ignore) where DiffFilter.Aspect(rawValue: word) == nil {
      let known = DiffFilter.Aspect.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("--ignore '\(word)'; expected one of \(known).")
    }
  }

  func run() async throws {
    let source = GraphSource(knowledge: try absolute(knowledge), mode: mode, cache: absolute(cache))
    if textconv {
      let graph = try await source.graph(at: paths[0])
      return try output.file.write(Array(DiffText.listing(of: graph).utf8))
    }
    let filter = try DiffFilter(
      ignoring: Set(words(ignore).compactMap(DiffFilter.Aspect.init)), only: words(only),
      ontology: knowledge.ontology.ontology())
    if let series {
      var graphs: [KnowledgeGraph] = []
      for path in paths {
        let graph = try await source.graph(at: path)
        if let last = graphs.last, !allowUnrelated {
          try UnrelatedGraphs.check(
            last, graph, names: (paths[graphs.count - 1], path),
            remedy: "--allow-unrelated compares them all the same.")
        }
        graphs.append(graph)
      }
      let areFolders = paths.count > 1 && paths.allSatisfy(GraphSource.holdsArticles)
      let folder = try ChangeSeries(
        graphs, names: paths, roots: areFolders ? paths : nil, filter: filter, options: picture,
        format: format.picture ?? .svg, title: title)
      let isDifferent = try folder.write(to: series)
      if exitCode, isDifferent { throw ExitStatus.different.code }
      return
    }
    let (old, new) = try await graphs(source)
    // git takes an error of an external diff for its own, and shows nothing of what else changed.
    if !allowUnrelated, !isExternalDiff {
      try UnrelatedGraphs.check(
        old, new, names: versions, remedy: "--allow-unrelated compares them all the same.")
      if git == nil {
        for (path, graph) in zip(paths, [old, new]) { try UnrelatedGraphs.check(graph, from: path) }
      }
    }
    let areFolders = git == nil && paths.allSatisfy(GraphSource.holdsArticles)
    let whole = GraphDiff(
      from: old, to: new, roots: areFolders ? (old: paths[0], new: paths[1]) : nil)
    let diff = filter.applied(to: whole)
    if !quiet { try output.file.write(bytes(of: diff)) }
    // git takes any other status of an external diff for a failure.
    if !diff.isEmpty, !isExternalDiff || exitCode { throw ExitStatus.different.code }
  }

  private func graphs(
    _ source: GraphSource
  ) async throws -> (old: KnowledgeGraph, new: KnowledgeGraph) {
    guard let git else {
      let pair = isExternalDiff ? [paths[1], paths[4]] : paths
      return (try await source.graph(at: pair[0]), try await source.graph(at: pair[1]))
    }
    let range = try GitRange(git)
    let path = paths[0]
    let trees = try [range.old, range.new].map { revision in
      try revision.map { try GitTree(path, at: $0) }
    }
    if trees.allSatisfy({ $0?.isThere == false }) {
      throw GitTree.Failure(description: "\(path): in neither revision of '\(git)'.")
    }
    let graph = { (tree: GitTree?) async throws -> KnowledgeGraph in
      guard let tree else { return try await source.graph(at: path) }
      guard tree.isThere else { return try await source.graph(at: "/dev/null") }
      return try await tree.inside { try await source.graph(at: $0) }
    }
    return (try await graph(trees[0]), try await graph(trees[1]))
  }

  /// How the two are called.
  private var versions: (old: String, new: String) {
    if let git { return ("the old of \(git)", "the new") }
    return isExternalDiff ? ("the old \(paths[0])", "the new") : (paths[0], paths[1])
  }

  private func bytes(of diff: GraphDiff) throws -> [UInt8] {
    switch format {
    case .dot, .svg, .png, .pdf: return try drawn(diff, as: format.picture ?? .svg)
    case .json: return DiffRecords(diff).json()
    case .ndjson: return DiffRecords(diff).ndjson()
    case .markdown:
      let heading = title ?? "What changed: \(subject)"
      return Array(DiffMarkdown(title: heading, sentences: sentences).text(of: diff).utf8)
    case .text:
      let detail: DiffText.Detail = stat ? .stat : names ? .names : .full(sentences: sentences)
      let text = DiffText(detail, coloured: isColoured).text(of: diff)
      let header = isExternalDiff && !text.isEmpty ? "diff graphgen \(paths[0])\n" : ""
      return Array((header + text).utf8)
    }
  }

  /// What is compared.
  private var subject: String {
    git.map { "\(paths[0]), \($0)" }
      ?? (isExternalDiff ? paths[0] : "\(paths[0]) → \(paths[1])")
  }

  private func drawn(_ diff: GraphDiff, as format: VersionDrawings.Format) throws -> [UInt8] {
    let versions = try picture.drawings(of: [diff.old, diff.new], diffs: [diff])
    let drawing = versions.changes(after: 0, title: title ?? subject)
    return try picture.pictures(of: [drawing], in: versions, as: format)[0]
  }

  private var isColoured: Bool {
    switch color {
    case .always: return true
    case .never: return false
    case .auto:
      let environment = ProcessInfo.processInfo.environment
      guard environment["NO_COLOR", default: ""].isEmpty, environment["TERM"] != "dumb",
        output.isStandard
      else { return false }
      return isatty(STDOUT_FILENO) == 1
        || isExternalDiff && environment["GIT_PAGER_IN_USE"] == "true"
    }
  }

  private func words(_ values: [String]) -> [String] {
    values.flatMap { $0.split(separator: ",") }
      .map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
  }

  /// The options with paths that hold in any current folder: revisions are read in their own.
  private func absolute(_ options: KnowledgeOptions) throws -> KnowledgeOptions {
    guard git != nil else { return options }
    let here = FileManager.default.currentDirectoryPath
    let path = { (path: String) in path.hasPrefix("/") ? path : "\(here)/\(path)" }
    var result = options
    result.gazetteer = options.gazetteer.map(path)
    result.frames = options.frames.map(path)
    result.config = options.config.map(path)
    result.ontology.file = options.ontology.file.map(path)
    return result
  }

  /// Likewise.
  private func absolute(_ options: CacheOptions) -> CacheOptions {
    guard git != nil, let folder = options.cache, !folder.hasPrefix("/") else { return options }
    var result = options
    result.cache = FileManager.default.currentDirectoryPath + "/" + folder
    return result
  }
}
