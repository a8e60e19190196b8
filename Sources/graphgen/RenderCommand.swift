public import ArgumentParser
public import Graph

/// `graphgen render`: draws a graph file.
struct RenderCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render", abstract: "Draw a graph as SVG, PNG, PDF or DOT.",
    discussion: """
      EXAMPLES
        graphgen render output/graph.json -f svg -o graph.svg
        graphgen render output/graph.json -f pdf --focus Putin --depth 2 -o putin.pdf
        graphgen render output/graph.json -f dot --detail full | dot -Tsvg > full.svg
        graphgen render output/graph.json -f svg --cluster document --labels terse -o sources.svg
        graphgen render output/graph.json -f svg --url-template 'file:///news/{path}#L{line}' -o linked.svg

      All but DOT needs Graphviz (apt-get install libgraphviz-dev); 'graphgen doctor' tells what there is. 'plain' \
      and 'json0' are Graphviz's coordinates. Up to 150 nodes are laid out in layers, up to 5,000 by springs and \
      without words beside lines; more are refused.

      EXIT STATUS
        0 drawn   2 unreadable, unwritable or undrawable   3 no Graphviz   64 wrong usage
      """)

  /// What a drawing is written as.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case svg, png, pdf, dot, plain, json0
  }

  @Argument(
    help: ArgumentHelp(GraphFile.help, valueName: "graph"))
  var file: String

  @Option(name: [.short, .long], help: "The picture's format.")
  var format: Format

  @OptionGroup var output: OutputOption

  @OptionGroup(title: "View options") var view: ViewOptions
  @OptionGroup var ontology: OntologyOption

  @Option(help: "Graphviz's engine; by default chosen by the number of nodes.")
  var layout: LayoutPlan.Engine?

  @Flag(help: "Draw however large the picture becomes.")
  var force = false

  @Option(help: ArgumentHelp("How long drawing may take.", valueName: "seconds"))
  var timeout = 10

  func validate() throws {
    guard timeout >= 1 else {
      throw ValidationError("--timeout is \(timeout); expected 1 or more.")
    }
  }

  func run() throws {
    let graph = try GraphFile.graph(at: file, ontology: ontology.ontology())
    let output = self.output.file
    let picture = RenderFormat(rawValue: format.rawValue)
    // DOT is text, and may be of any size.
    let drawing = try view.drawing(of: graph)
      .planned(engine: layout, force: force || picture == nil)
    guard let picture else { return try output.write(DOTWriter.bytes(of: drawing)) }
    if let note = drawing.layout.note { Console.note(note) }
    let worker = GraphvizWorker(timeLimit: .seconds(timeout))
    try output.write(worker.picture(of: drawing, format: picture))
  }
}

extension LayoutPlan.Engine: ExpressibleByArgument {}
