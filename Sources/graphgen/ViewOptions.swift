public import ArgumentParser
public import Graph

/// Near what to stay: the options of every command that shows a part of a graph.
struct FocusOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Show what lies near this node: an id, a label or an alias. May be repeated.",
      valueName: "node"))
  var focus: [String] = []

  static let usualDepth = 1

  @Option(help: "How many relations away from a focus a node may lie.")
  var depth = usualDepth
}

/// What of a graph to show: the options that all commands share which show a part of one.
struct FilterOptions: ParsableArguments {
  @OptionGroup var near: FocusOptions

  @Option(help: ArgumentHelp("Show only nodes of these types.", valueName: "type,..."))
  var types: [String] = []

  @Option(help: ArgumentHelp("Show only these relations.", valueName: "relation,..."))
  var relations: [String] = []

  @Option(help: ArgumentHelp("Show only relations of these statuses.", valueName: "status,..."))
  var status: [String] = []

  @Option(help: ArgumentHelp("Show only relations that so many sentences state.", valueName: "n"))
  var minEvidence = 1

  @Option(
    help: ArgumentHelp(
      "Show only what happens at or after this date; what tells no time, where it is reported then.",
      valueName: "date"))
  var since: TimeSpan?

  @Option(help: ArgumentHelp("Likewise, at or before this date.", valueName: "date"))
  var until: TimeSpan?

  @Option(
    help: ArgumentHelp(
      "Show what was known at the end of this date: documents published later don't count.",
      valueName: "date"))
  var asOf: TimeSpan?

  @Option(
    help: ArgumentHelp(
      "Show only what these documents say: ids or paths.", valueName: "document,..."))
  var documents: [String] = []

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "Show the shortest connections of two nodes. Give the graph first.", valueName: "node"))
  var between: [String] = []

  @Option(help: ArgumentHelp("Show only so many connected parts, the largest.", valueName: "n"))
  var components: Int?

  @Option(help: ArgumentHelp("Show only so many nodes, those of most weight.", valueName: "n"))
  var top: Int?

  @Option(help: "What weighs for --top: sentences, or relations.")
  var by = ViewFilter.Weight.evidence

  @Flag(help: "Show the relations of one kind between two nodes as one.")
  var collapse = false

  /// What of the graph to show.
  var filter: ViewFilter {
    ViewFilter(
      documents: Self.names(documents), asOf: asOf, focus: near.focus, depth: near.depth,
      types: Self.names(types), relations: Self.names(relations),
      statuses: Self.names(status), minimumEvidence: minEvidence,
      since: since, until: until, between: between, components: components, top: top, weight: by,
      collapsed: collapse)
  }

  private static func names(_ values: [String]) -> [String] {
    values.flatMap { $0.split(separator: ",") }
      .map { String($0.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()) }
  }
}

/// What of a graph to draw and how: the options that `render` and `build` share.
struct ViewOptions: ParsableArguments {
  @OptionGroup var parts: FilterOptions

  @Option(help: "'overview' joins the relations of a pair; 'full' draws each.")
  var detail = Drawing.Detail.overview

  @OptionGroup var style: StyleOption

  @OptionGroup var sheet: SheetOptions

  @OptionGroup var choices: DrawingOptions

  /// The drawing of `graph` that the options ask for.
  ///
  /// - Throws: `ViewError`; `SchemaViolation` and `OutputFile.Failure` for a style's file.
  func drawing(of graph: KnowledgeGraph) throws -> Drawing {
    let style = try self.style.style()
    let view = try GraphView(graph, filter: parts.filter)
    var drawing: Drawing =
      switch detail {
      case .overview:
        .overview(of: view, title: choices.title, style: style, choices: choices.value)
      case .full: .full(of: view, title: choices.title, style: style, choices: choices.value)
      }
    drawing.direction = sheet.rankdir
    if !sheet.legend { drawing.legend = Legend.none }
    return drawing
  }
}

/// How a drawing lies on its sheet: the options of every command that draws.
struct SheetOptions: ParsableArguments {
  @Option(help: "Which way lines lead: from left to right, or from top to bottom.")
  var rankdir: Drawing.Direction?

  @Flag(inversion: .prefixedNo, help: "Explain the signs below the drawing.")
  var legend = true
}

/// What of a drawing's DOT is left to whoever asks for it: the options that drawings and `export -f dot` share.
struct DrawingOptions: ParsableArguments {
  @Option(help: "A title to print above the drawing.")
  var title: String?

  @OptionGroup var choices: ChoiceOptions

  /// What was chosen.
  var value: Drawing.Choices { choices.value }

  /// Whether all is as usual.
  var isUsual: Bool { title == nil && choices.used == nil }
}

/// What boxes, labels and clicks tell: the options of every command that draws.
struct ChoiceOptions: ParsableArguments {
  @Option(help: "What boxes stand for.")
  var cluster: Drawing.Cluster?

  @Option(help: "'terse' leaves short names and relations; 'full' all, even without room.")
  var labels: Drawing.Labels?

  @Option(
    help: ArgumentHelp(
      """
      Where a click leads: a URL of the document that states a thing, with {path}, {id}, {url}, {title}, {source}, \
      {published}, {line}, {start}, {end}.
      """, valueName: "template"))
  var urlTemplate: String?

  func validate() throws { try LinkTemplate.validate(option: urlTemplate) }

  /// What was chosen.
  var value: Drawing.Choices {
    Drawing.Choices(
      cluster: cluster, labels: labels, links: urlTemplate.flatMap { try? LinkTemplate($0) })
  }

  /// The first option that was given, as it is spelt.
  var used: String? {
    if cluster != nil { return "--cluster" }
    if labels != nil { return "--labels" }
    return urlTemplate == nil ? nil : "--url-template"
  }
}

extension Drawing.Cluster: ExpressibleByArgument {}

extension Drawing.Labels: ExpressibleByArgument {}

extension ViewFilter.Weight: ExpressibleByArgument {}

extension TimeSpan: ExpressibleByArgument {}

extension Drawing.Direction: ExpressibleByArgument {}

extension Drawing.Detail: ExpressibleByArgument {}

extension LinkTemplate {
  /// Throws where the value of `--url-template`, if there is one, is no template.
  static func validate(option: String?) throws {
    guard let option else { return }
    do throws(Problem) {
      _ = try LinkTemplate(option)
    } catch {
      throw ValidationError("--url-template: \(error)")
    }
  }
}
