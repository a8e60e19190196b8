import ArgumentParser
import Graph

/// `graphgen import`: what other programs, or people, made of a graph.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Read a graph that others wrote or changed, as graph.json.",
    discussion: """
      EXAMPLES
        graphgen export output/graph.json -f csv -o tables    # change tables/edges.csv by hand ...
        graphgen import tables -o graph.json                  # ... and take it over
        graphgen import network.graphml -o graph.json
        graphgen import --nodes people.csv --edges ties.csv -o graph.json

      Reads GraphML, NDJSON, CSV tables and DOT. Of files that 'graphgen export' wrote, what columns say other \
      than before holds from now on: labels and types of nodes; ends, relation, status, time, place, occasion, \
      over, topic, office of edges. Rows without a record are new, rows that are gone are gone. Other files make \
      a graph without types, unless a column 'type' has those of 'graphgen ontology'.

      EXIT STATUS
        0 written   2 unreadable, unwritable, or not what the ontology allows   64 wrong usage
      """)

  @Argument(help: ArgumentHelp(GraphFile.help, valueName: "graph"))
  var file: String?

  @Option(help: ArgumentHelp("A CSV table of nodes, with a column 'id'.", valueName: "file"))
  var nodes: String?

  @Option(
    help: ArgumentHelp(
      "A CSV table of edges, with columns 'source' and 'target'.", valueName: "file"))
  var edges: String?

  @Option(
    help: ArgumentHelp(
      "The table of documents that belongs to tables of 'graphgen export'; by default documents.csv beside the others.",
      valueName: "file"))
  var documents: String?

  @OptionGroup var output: OutputOption

  @OptionGroup var ontology: OntologyOption

  func validate() throws {
    guard (file == nil) == (nodes != nil && edges != nil), (nodes == nil) == (edges == nil) else {
      throw ValidationError("give either a graph, or --nodes and --edges.")
    }
    guard documents == nil || nodes != nil else {
      throw ValidationError("--documents belongs to --nodes and --edges.")
    }
  }

  func run() throws {
    let ontology = try ontology.ontology()
    let graph: KnowledgeGraph
    if let nodes, let edges {
      graph = try GraphFile.graph(
        nodes: nodes, edges: edges,
        documents: documents ?? GraphFile.documents(besides: nodes, edges), ontology: ontology)
    } else {
      graph = try GraphFile.graph(at: file ?? "-", ontology: ontology)
    }
    try output.file.write { sink in try GraphJSONWriter.write(graph, to: sink) }
  }
}
