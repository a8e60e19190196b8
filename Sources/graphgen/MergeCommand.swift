public import ArgumentParser
public import Graph

/// `graphgen merge`: what two people made of one graph, in one.
struct MergeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge", abstract: "Join the changes that two made to one graph.",
    discussion: """
      EXAMPLES
        graphgen merge base.json ours.json theirs.json -o merged.json
        graphgen merge base.json ours.json theirs.json --prefer theirs -o merged.json
        git config merge.graphgen.driver 'graphgen merge %O %A %B -o %A'  # with 'graph.json merge=graphgen'

      What one side changed is taken over. What both changed differently is a conflict: the conflicts are told \
      and nothing is written, unless --prefer says whose word counts.

      EXIT STATUS
        0 written   1 conflicts, nothing written   2 trouble   64 wrong usage
      """)

  @Argument(help: ArgumentHelp("The graph that both started from.", valueName: "base"))
  var base: String

  @Argument(help: ArgumentHelp("What one made of it.", valueName: "ours"))
  var ours: String

  @Argument(help: ArgumentHelp("What the other made of it.", valueName: "theirs"))
  var theirs: String

  @Option(help: ArgumentHelp("Whose word counts where both changed one thing.", valueName: "side"))
  var prefer: ThreeWayMerge.Side?

  @OptionGroup var output: OutputOption

  @OptionGroup var ontology: OntologyOption

  func run() throws {
    let ontology = try ontology.ontology()
    let graphs = try [base, ours, theirs].map { try GraphFile.graph(at: $0, ontology: ontology) }
    for (side, path) in [(graphs[1], ours), (graphs[2], theirs)] {
      try UnrelatedGraphs.check(
        graphs[0], side, names: (base, path),
        remedy: "Name the graph that both sides started from first.")
    }
    let merge = ThreeWayMerge(
      base: graphs[0], ours: graphs[1], theirs: graphs[2], preferring: prefer)
    for conflict in merge.conflicts {
      let words = "conflict: \(conflict)"
      if prefer == nil { Console.error(words) } else { Console.note(words) }
    }
    guard merge.conflicts.isEmpty || prefer != nil else {
      Console.note(
        "\(merge.conflicts.count == 1 ? "1 conflict" : "\(merge.conflicts.count) conflicts"); nothing was written. "
          + "--prefer ours or theirs tells whose word counts.")
      throw ExitStatus.different.code
    }
    let merged = try merge.graph(file: "\(ours) and \(theirs)")
    try output.file.write(GraphJSONWriter.bytes(of: merged))
  }
}

extension ThreeWayMerge.Side: ExpressibleByArgument {}
