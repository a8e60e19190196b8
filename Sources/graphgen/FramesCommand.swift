import ArgumentParser
import Extract
import Graph

/// `graphgen frames`: what states which relation, and how well that goes.
struct FramesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "frames",
    abstract: "List, test and survey the frames: the words that state relations.",
    discussion: """
      EXAMPLES
        graphgen frames list --relation meets
        graphgen frames test mine.yaml
        graphgen frames unknown 2014/ --limit 30
        graphgen frames unused 2014/

      A frame says by which words a relation is stated, and where its ends stand. The built-in files in \
      Sources/Knowledge/frames show the form; files of your own, given with --frames, add to them.
      """,
    subcommands: [List.self, FramesTestCommand.self, Unknown.self, Unused.self])

  /// `graphgen frames list`.
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "List relations, their frames, and the words of these.")

    @Option(help: "List only frames of this relation.")
    var relation: String?

    @OptionGroup(title: "Knowledge options") var knowledge: KnowledgeOptions

    func run() throws {
      let pipeline = try knowledge.pipeline()
      if let relation { try pipeline.ontology.checkRelation(relation) }
      FrameTable.print(pipeline.frames.entries(relation: relation))
    }
  }

  /// `graphgen frames unused`.
  struct Unused: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "unused", abstract: "List the words of frames that state nothing in a corpus.")

    @OptionGroup var corpus: SurveyedCorpus

    func run() async throws {
      let survey = try await corpus.survey()
      FrameTable.print(survey.unused)
    }
  }

  /// `graphgen frames unknown`.
  struct Unknown: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "unknown",
      abstract: "List the words between two actors of a corpus that no frame has.",
      discussion: """
        A verb counts where its subject and its object, or a phrase with a preposition, name what a relation \
        could join, and a noun where its agent and such a phrase do. The most frequent come first, each with \
        how often, and with the first sentence.
        """)

    @OptionGroup var corpus: SurveyedCorpus

    @Option(help: ArgumentHelp("List at most so many words.", valueName: "n"))
    var limit = 100

    func validate() throws {
      guard limit >= 1 else {
        throw ValidationError("--limit is \(limit); expected 1 or more.")
      }
    }

    func run() async throws {
      let words = try await corpus.survey().unknown
      for word in words.prefix(limit) {
        print("\(word.count)\t\(word.word)\t\(word.example)")
      }
      if words.count > limit {
        Console.note("\(words.count - limit) more; --limit shows them")
      }
    }
  }
}

/// The corpus that `frames unused` and `frames unknown` read, and how.
struct SurveyedCorpus: ParsableArguments {
  @Argument(help: "Files and folders of articles; - is standard input.")
  var paths: [String]

  @OptionGroup(title: "Knowledge options") var knowledge: KnowledgeOptions
  @OptionGroup var mode: ModeOption

  /// Reads the articles, with their warnings and with progress.
  func survey() async throws -> FrameSurvey {
    let pipeline = try knowledge.pipeline(mode: mode.parser)
    let corpus = try CorpusReader.read(paths)
    for warning in corpus.warnings { Console.warning("\(warning)") }
    let progress = ProgressLine(total: corpus.documents.count, unit: "articles read")
    let survey = await pipeline.survey(of: corpus.documents) { _ in progress.advance() }
    progress.finish()
    return survey
  }
}

/// Frames as lines: relation, frame, kind of words, and these, with tabs between.
enum FrameTable {
  static func print(_ entries: [FrameEntry]) {
    for entry in entries {
      Swift.print(
        "\(entry.relation)\t\(entry.frame)\t\(entry.kind)\t\(entry.words.joined(separator: ", "))")
    }
  }
}
