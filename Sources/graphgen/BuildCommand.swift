import ArgumentParser
import Extract
import Foundation
import Graph

/// `graphgen build`: the main job, from articles to a graph and its picture.
struct BuildCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build", abstract: "Read articles and write the graph that they state.",
    discussion: """
      EXAMPLES
        graphgen build seeds -o output
        graphgen build 2014/ 2015/ late-news.html --output out --strict
        graphgen build feed.jsonl -o out --focus Japan --title 'Around Japan'

      Reads plain text, Markdown, HTML and JSON Lines; folders with all below them. Writes graph.json, \
      graph.dot and, where Graphviz is installed, graph.svg. The view options shape the drawing; \
      graph.json always holds everything.
      """)

  @Argument(help: "Files and folders of articles; - is standard input.")
  var paths: [String]

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The folder to write to; made where it is missing.", valueName: "dir"))
  var output: String

  @Flag(help: "Fail where anything about the input is odd, instead of warning.")
  var strict = false

  @OptionGroup(title: "View options") var view: ViewOptions
  @OptionGroup(title: "Knowledge options") var knowledge: KnowledgeOptions
  @OptionGroup var mode: ModeOption
  @OptionGroup(title: "Cache options") var cache: CacheOptions

  @Option(help: ArgumentHelp("How long drawing may take.", valueName: "seconds"))
  var timeout = 10

  func validate() throws {
    guard timeout >= 1 else {
      throw ValidationError("--timeout is \(timeout); expected 1 or more.")
    }
  }

  func run() async throws {
    let (pipeline, key) = try knowledge.keyedPipeline(corpus: paths, mode: mode.parser)
    let corpus = try CorpusReader.read(paths, strict: strict)
    for warning in corpus.warnings { Console.warning("\(warning)") }
    let (graph, reused) = await cache.graph(of: corpus.documents, by: pipeline, key: key)
    for line in AmbiguityList(graph).lines { Console.note(line) }
    // DOT is text, and may be of any size.
    let drawing = try view.drawing(of: graph).planned(force: true)

    do {
      try FileManager.default.createDirectory(atPath: output, withIntermediateDirectories: true)
    } catch {
      throw OutputFile.Failure(
        path: output,
        problem: "can't be made (\(OutputFile.reason(error))); name a folder to write to")
    }
    // All or nothing, as far as can be told beforehand.
    for name in ["graph.json", "graph.dot", "graph.svg"] { try file(name).check() }
    try file("graph.json").write { sink in try GraphJSONWriter.write(graph, to: sink) }
    try file("graph.dot").write { sink in try DOTWriter.write(drawing, to: sink) }
    try draw(drawing)
    Console.note(
      "\(count(corpus.documents.count, "article")) read\(reused > 0 ? ", \(reused) of them before" : ""), "
        + "\(corpus.skipped) skipped; "
        + "\(count(graph.nodes.count, "node")), \(count(graph.edges.count, "edge")) in \(output)")
  }

  /// Draws `graph.svg`; without Graphviz it says so, and leaves no picture of an earlier graph behind.
  private func draw(_ drawing: Drawing) throws {
    let svg = file("graph.svg")
    do {
      let worker = GraphvizWorker(timeLimit: .seconds(timeout))
      let planned = try drawing.planned()
      if let note = planned.layout.note { Console.note("graph.svg: \(note)") }
      try svg.write(worker.picture(of: planned, format: .svg))
    } catch let error as RenderError {
      if (try? FileManager.default.removeItem(atPath: svg.path)) != nil {
        Console.note("removed \(svg.path), which showed an earlier graph")
      }
      switch error {
      case .unavailable, .tooLarge: Console.note("no graph.svg: \(error)")
      default: throw error
      }
    }
  }

  private func file(_ name: String) -> OutputFile {
    OutputFile(path: output.hasSuffix("/") ? output + name : output + "/" + name)
  }

  private func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }
}
