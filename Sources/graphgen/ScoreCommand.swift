import ArgumentParser
import Extract
import Graph

/// `graphgen score`: how well the graphs of articles agree with gold graphs.
struct ScoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "score",
    abstract: "Score the graphs of articles against gold graphs.",
    discussion: """
      Builds one graph for each article of ARTICLES that GOLD holds a graph for (NAME.json for the article \
      NAME.txt), and tells precision, recall and F1 of nodes and edges, and how often type, status and time \
      are right. With --predicted it judges graphs that were made before.

      Exits 0; 1 where a figure is below its floor; 2 where something cannot be read.

      EXAMPLES
        graphgen score seeds/gold seeds
        graphgen score seeds/gold seeds --errors
        graphgen score seeds/gold seeds --fail-below nodes=0.8,edges=0.25
        graphgen score seeds/gold --predicted graphs --format json
      """)

  @Argument(help: ArgumentHelp("The folder of gold graphs.", valueName: "gold"))
  var gold: String

  @Argument(help: ArgumentHelp("The folder of articles.", valueName: "articles"))
  var articles: String?

  @Option(
    help: ArgumentHelp(
      "Judge the graphs of this folder (NAME.json or NAME/graph.json) instead of building them.",
      valueName: "dir"))
  var predicted: String?

  @OptionGroup(title: "Knowledge options") var knowledge: KnowledgeOptions
  @OptionGroup var mode: ModeOption

  @Flag(help: "List what is missed and what is spurious.")
  var errors = false

  @Option(help: "How to print: text or json.")
  var format: ScoreFormat = .text

  @Option(
    help: ArgumentHelp(
      "Exit 1 where a figure is lower: nodes=0.8,edges=0.25. Figures: "
        + GraphScore.Figure.allCases.map(\.rawValue).joined(separator: ", ") + ".",
      valueName: "floors"))
  var failBelow: ScoreFloors?

  func validate() throws {
    if articles == nil, predicted == nil {
      throw ValidationError("Name the folder of articles, or give --predicted.")
    }
    if articles != nil, predicted != nil {
      throw ValidationError("Name the folder of articles or give --predicted, not both.")
    }
  }

  func run() throws {
    try report(measure())
  }

  private func report(_ score: GraphScore) throws {
    switch format {
    case .text:
      if errors { print(score.disagreements.map { $0.line + "\n" }.joined(), terminator: "") }
      print(score.text, terminator: "")
    case .json: print(score.json(withErrors: errors), terminator: "")
    }
    let low = failBelow?.missed(by: score) ?? []
    for message in low { Console.note(message) }
    if !low.isEmpty { throw ExitStatus.different.code }
  }

  private func measure() throws -> GraphScore {
    let golds = try GoldGraph.read(folder: gold)
    var corpus = Corpus(documents: [])
    if let articles {
      corpus = try CorpusReader.read([articles])
      for warning in corpus.warnings { Console.warning("\(warning)") }
    }
    let documents = Dictionary(corpus.documents.map { ($0.id, $0) }) { first, _ in first }
    let pipeline = try knowledge.pipeline(mode: mode.parser)
    var score = GraphScore()
    for gold in golds {
      var graph: ScoredGraph?
      if let predicted {
        graph = try ScoredGraph.read(gold.name, in: predicted)
      } else if let document = documents[gold.name] {
        graph = ScoredGraph(pipeline.graph(of: document))
      }
      if graph == nil {
        Console.warning(
          "\(gold.name): no article or graph for this gold graph; it counts as empty.")
      }
      score.add(graph ?? ScoredGraph(), against: gold)
    }
    return score
  }
}

/// How a score is printed.
enum ScoreFormat: String, CaseIterable, ExpressibleByArgument {
  case text, json
}

/// The least that figures must reach: `nodes=0.8,edges=0.25`.
struct ScoreFloors: ExpressibleByArgument, Equatable {
  /// In the order given.
  var floors: [(figure: GraphScore.Figure, value: Double)]

  init?(argument: String) {
    floors = []
    for part in argument.split(separator: ",", omittingEmptySubsequences: false) {
      let sides = part.split(separator: "=", omittingEmptySubsequences: false)
      guard sides.count == 2, let figure = GraphScore.Figure(rawValue: String(sides[0])),
        let value = Double(sides[1]), (0...1).contains(value)
      else { return nil }
      floors.append((figure, value))
    }
  }

  static func == (a: ScoreFloors, b: ScoreFloors) -> Bool {
    a.floors.elementsEqual(b.floors) { $0 == $1 }
  }

  /// A message for each figure that is below its floor; one that cannot be told is below any.
  func missed(by score: GraphScore) -> [String] {
    floors.compactMap { figure, floor in
      let value = score.value(of: figure)
      if let value, value >= floor { return nil }
      return "\(figure.rawValue) is \(value.map { "\($0)" } ?? "unknown"), below \(floor)."
    }
  }
}
