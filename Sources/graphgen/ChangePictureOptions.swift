import ArgumentParser
import Graph

/// How pictures of versions and changes are drawn: the options of `render` that hold for several versions at once, by
/// the same names.
struct ChangePictureOptions: ParsableArguments {
  @OptionGroup var near: FocusOptions

  @Option(
    help: ArgumentHelp("Show what changed and so many relations around it.", valueName: "n"))
  var context: Int?

  @OptionGroup var style: StyleOption
  @OptionGroup var sheet: SheetOptions
  @OptionGroup var choices: ChoiceOptions

  @Option(help: ArgumentHelp("How long drawing may take.", valueName: "seconds"))
  var timeout = 10

  @Flag(help: "Draw however large the picture becomes.")
  var force = false

  func validate() throws {
    guard (context ?? 0) >= 0 else {
      throw ValidationError("--context is \(context ?? 0); expected 0 or more.")
    }
    guard near.depth >= 0 else {
      throw ValidationError("--depth is \(near.depth); expected 0 or more.")
    }
    guard timeout >= 1 else {
      throw ValidationError("--timeout is \(timeout); expected 1 or more.")
    }
  }

  /// Drawings of versions, the oldest first, and of the changes between them, with what was chosen.
  ///
  /// - Throws: `ViewError` for a node or style that isn't there; `SchemaViolation` and `OutputFile.Failure` for a style's
  ///   file.
  func drawings(of versions: [KnowledgeGraph], diffs: [GraphDiff]) throws -> VersionDrawings {
    try VersionDrawings(
      versions, diffs: diffs, context: context, style: style.style(), choices: choices.value,
      direction: sheet.rankdir, hasLegend: sheet.legend, focus: near.focus, depth: near.depth)
  }

  /// Draws them, by one layout. DOT is text, and may be of any size, with Graphviz and without: where nothing lays
  /// it out, it is without places.
  ///
  /// - Throws: `RenderError`.
  func pictures(
    of drawings: [Drawing], in versions: VersionDrawings, as format: VersionDrawings.Format
  ) throws(RenderError) -> [[UInt8]] {
    let worker = GraphvizWorker(timeLimit: .seconds(timeout))
    do {
      let pictures = try versions.pictures(of: drawings, as: format, by: worker, force: force)
      if let note = pictures.note { Console.note(note) }
      return pictures.files
    } catch {
      guard format == .dot else { throw error }
      Console.note("DOT without places: \(error)")
      var files: [[UInt8]] = []
      for drawing in drawings {
        files.append(DOTWriter.bytes(of: try drawing.planned(force: true)))
      }
      return files
    }
  }

  /// The first option that was given, as it is spelt.
  var used: String? {
    if !near.focus.isEmpty { return "--focus" }
    if near.depth != FocusOptions.usualDepth { return "--depth" }
    if context != nil { return "--context" }
    if style.name != StyleOption.usual { return "--style" }
    if sheet.rankdir != nil { return "--rankdir" }
    if !sheet.legend { return "--no-legend" }
    return choices.used
  }
}
