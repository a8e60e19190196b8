public import ArgumentParser
import Foundation
public import Graph

/// `graphgen export`: a graph for other programs.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write a graph in a format of other programs.",
    discussion: """
      EXAMPLES
        graphgen export output/graph.json -f graphml -o graph.graphml
        graphgen export output/graph.json -f csv -o tables        # nodes.csv, edges.csv, documents.csv
        graphgen export output/graph.json -f csv --table edges | csvlook
        graphgen export output/graph.json -f turtle --status actual | riot --validate
        graphgen export map.dot -f mermaid
        graphgen export output/graph.json -f dot --cluster type --title 'Who met whom' -o graph.dot

      FORMATS
        json      graphgen's own file               dot      DOT that graphgen can read back
        graphml   yEd, Cytoscape, networkx          gexf     Gephi, with its timeline
        csv       three tables                      ndjson   a document, node or edge a line
        cypher    Neo4j                             ftm      FollowTheMoney, for OpenAleph
        turtle    RDF: schema.org, PROV, Wikidata   jsonld   the same as JSON-LD
        mermaid   Markdown, up to 500 relations

      json, dot, graphml, csv and ndjson hold everything: 'graphgen import' reads them back, to the same graph.json \
      where nobody changed them, with what you changed by hand where you did. The others can't be read back: they \
      leave out traces, readers and rules, and mermaid sentences, too.

      EXIT STATUS
        0 written   2 unreadable, unwritable, or too large for the format   64 wrong usage
      """)

  @Argument(help: ArgumentHelp(GraphFile.help, valueName: "graph"))
  var file: String

  @Option(name: [.short, .long], help: "The format.")
  var format: GraphExport.Format

  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      "Where to write; - for standard output. For csv a folder.", valueName: "file"))
  var output = "-"

  @Option(help: "The table of csv to write to a file or to standard output.")
  var table: GraphExport.Table?

  @OptionGroup(title: "Options for dot") var drawing: DrawingOptions
  @OptionGroup(title: "View options") var view: FilterOptions
  @OptionGroup var ontology: OntologyOption

  func validate() throws {
    if table != nil, format != .csv {
      throw ValidationError("--table is for csv; \(format.rawValue) is one file.")
    }
    if !drawing.isUsual, format != .dot {
      throw ValidationError(
        "--title, --cluster, --labels and --url-template are for dot, not for \(format.rawValue).")
    }
    if format == .csv, table == nil, output == "-" {
      throw ValidationError("csv is three tables: give --output FOLDER, or one --table.")
    }
  }

  func run() throws {
    let graph = try GraphFile.graph(at: file, ontology: ontology.ontology())
    let view = try GraphView(graph, filter: view.filter)
    guard format == .csv, table == nil else {
      return try OutputFile(path: output).write { sink in
        try GraphExport.write(
          view, as: format, table: table ?? .nodes, title: drawing.title, choices: drawing.value,
          to: sink)
      }
    }
    let folder = URL(fileURLWithPath: output)
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    } catch {
      throw OutputFile.Failure(
        path: output, problem: "can't be made (\(OutputFile.reason(error)))")
    }
    for table in GraphExport.Table.allCases {
      let path = folder.appending(path: "\(table.rawValue).csv").path
      try OutputFile(path: path).write { sink in
        try GraphExport.write(view, as: format, table: table, to: sink)
      }
    }
  }
}

extension GraphExport.Format: ExpressibleByArgument {}
extension GraphExport.Table: ExpressibleByArgument {}
