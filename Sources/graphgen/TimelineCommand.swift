public import ArgumentParser
public import Graph

/// `graphgen timeline`: how a pair or a relation developed.
struct TimelineCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "timeline",
    abstract: "Show how a relation, a node or a pair developed over the corpus.",
    discussion: """
      EXAMPLES
        graphgen timeline output/graph.json Abe Putin
        graphgen timeline output/graph.json Abe Putin --relations meets,visits -f svg -o abe-putin.svg
        graphgen timeline output/graph.json Lavrov -f markdown --since 2014

      Each happening with what was reported of it, when, and with which status: planned, then postponed. In the \
      picture time runs to the right; signs stand at the dates of publication, bars where something happens. \
      'graphgen query timeline' gives the sentences as a table or JSON.

      EXIT STATUS
        0 shown   2 unreadable graph, unknown or ambiguous name, no relation   64 wrong usage
      """)

  @Argument(help: ArgumentHelp(GraphFile.help, valueName: "graph")) var file: String
  @Argument(help: "An edge's id, a node, or two nodes.") var names: [String]

  @Option(name: [.short, .long], help: "How to write it.")
  var format = Timeline.Format.text

  @OptionGroup var output: OutputOption

  @Option(help: "A title for the picture, instead of the names.")
  var title: String?

  @OptionGroup var style: StyleOption
  @OptionGroup(title: "View options") var view: FilterOptions
  @OptionGroup var ontology: OntologyOption

  func validate() throws {
    guard (1...2).contains(names.count) else {
      throw ValidationError("found \(names.count) names; expected one or two.")
    }
  }

  func run() throws {
    let graph = try GraphFile.graph(at: file, ontology: ontology.ontology())
    let timeline = try Timeline(of: names, in: GraphView(graph, filter: view.filter))
    let bytes =
      switch format {
      case .text: Array(timeline.text.utf8)
      case .markdown: Array(timeline.markdown.utf8)
      case .svg: try TimelinePicture(timeline, title: title, style: style.style()).bytes
      }
    try output.file.write(bytes)
  }
}

extension Timeline.Format: ExpressibleByArgument {}
