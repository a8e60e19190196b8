public import ArgumentParser
public import Graph

/// `graphgen query`: answers from the shell.
struct QueryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "query", abstract: "Answer questions about a graph, as a table or JSON.",
    discussion: """
      EXAMPLES
        graphgen query nodes output/graph.json Abe
        graphgen query nodes output/graph.json --types leader,minister --top 5
        graphgen query neighbours output/graph.json Putin --status planned,proposed
        graphgen query paths output/graph.json Kishida Ukraine
        graphgen query timeline output/graph.json Abe Putin --as-of 2014-09 -f ndjson
        graphgen query components output/graph.json

      Nodes are named by id, label or alias. The view options say which part of the graph is asked.

      EXIT STATUS
        0 answered, be it with nothing   2 unreadable graph, unknown or ambiguous name, no connection
        64 wrong usage
      """,
    subcommands: [Nodes.self, Neighbours.self, Paths.self, Timeline.self, Components.self])

  /// What every query takes.
  struct Question: ParsableArguments {
    @Option(name: [.short, .long], help: "How to print the answer.")
    var format = QueryTable.Format.table

    @OptionGroup(title: "View options") var view: FilterOptions
    @OptionGroup var ontology: OntologyOption

    func ask(_ file: String, _ answer: (GraphQuery) throws -> QueryTable) throws {
      let graph = try GraphFile.graph(at: file, ontology: ontology.ontology())
      let table = try answer(GraphQuery(GraphView(graph, filter: view.filter)))
      try OutputFile(path: "-").write(Array(table.text(format).utf8))
    }
  }

  struct Nodes: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List nodes: all, or those whose names contain a word.",
      discussion: "EXAMPLE\n  graphgen query nodes output/graph.json Abe --types leader")
    @Argument(help: ArgumentHelp(GraphFile.help, valueName: "graph")) var file: String
    @Argument(help: "Parts of labels, aliases or ids; capitals don't matter.")
    var names: [String] = []
    @OptionGroup var question: Question
    func run() throws { try question.ask(file) { $0.nodes(named: names) } }
  }

  struct Neighbours: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List what relations join to a node.",
      discussion: "EXAMPLE\n  graphgen query neighbours output/graph.json Putin --relations meets")
    @Argument(help: ArgumentHelp(GraphFile.help, valueName: "graph")) var file: String
    @Argument(help: "A node.") var node: String
    @OptionGroup var question: Question
    func run() throws { try question.ask(file) { try $0.neighbours(of: node) } }
  }

  struct Paths: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List the shortest connections of two nodes.",
      discussion: "EXAMPLE\n  graphgen query paths output/graph.json Kishida Ukraine")
    @Argument(help: ArgumentHelp(GraphFile.help, valueName: "graph")) var file: String
    @Argument(help: "A node.") var from: String
    @Argument(help: "Another node.") var to: String
    @OptionGroup var question: Question
    func run() throws { try question.ask(file) { try $0.paths(from: from, to: to) } }
  }

  struct Timeline: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List what was said of a relation, a node or two, in the order of publication.",
      discussion: "EXAMPLE\n  graphgen query timeline output/graph.json Abe Putin --relations meets"
    )
    @Argument(help: ArgumentHelp(GraphFile.help, valueName: "graph")) var file: String
    @Argument(help: "An edge's id, a node, or two nodes.") var names: [String]
    @OptionGroup var question: Question

    func validate() throws {
      guard (1...2).contains(names.count) else {
        throw ValidationError("found \(names.count) names; expected one or two.")
      }
    }

    func run() throws { try question.ask(file) { try $0.timeline(of: names) } }
  }

  struct Components: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List the connected parts.",
      discussion: "EXAMPLE\n  graphgen query components output/graph.json --status actual")
    @Argument(help: ArgumentHelp(GraphFile.help, valueName: "graph")) var file: String
    @OptionGroup var question: Question
    func run() throws { try question.ask(file) { $0.components() } }
  }
}

extension QueryTable.Format: ExpressibleByArgument {}
