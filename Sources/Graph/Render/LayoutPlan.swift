/// By which engine of Graphviz a drawing is laid out, and with how much effort.
public struct LayoutPlan: Hashable, Sendable {
  /// An engine.
  public enum Engine: String, CaseIterable, Hashable, Sendable {
    /// In layers.
    case dot
    /// By springs, for small graphs.
    case neato
    /// By springs, with boxes.
    case fdp
    /// By springs, for large graphs.
    case sfdp
    /// In circles.
    case circo
    /// In rings around a node.
    case twopi

    /// Whether it makes room for the words beside lines.
    var isInLayers: Bool { self == .dot }
    /// Whether it draws boxes around nodes.
    var drawsBoxes: Bool { self == .dot || self == .fdp }
  }

  /// Up to so many nodes a drawing can be read, and dot is given all the time it wants. Of more, layers make a strip
  /// many pages long, and springs a page on which names at least can be read.
  public static let mostReadable = 150
  /// Up to so many lines layers are a page: each line with words takes a row of it, and dot's time grows with their
  /// square. Of more, springs draw one on which all names can be read.
  public static let mostLines = 200
  /// Up to so many nodes dot draws boxes in bearable time.
  public static let mostWithBoxes = 300
  /// Above that, a picture is a cloud of ink.
  public static let most = 5000

  /// The engine.
  public var engine: Engine
  /// Whether Graphviz is to save time: straight lines, fewer rounds of improvement.
  public var isHurried: Bool
  /// What people should know of the choice; nil where it is the usual one.
  public var note: String?

  /// dot, with time.
  public static let usual = LayoutPlan(engine: .dot, isHurried: false)
}

extension Drawing {
  /// The same drawing with a plan of how to lay it out: by `engine`, or where that is nil by its size.
  ///
  /// - Throws: `RenderError.tooLarge` for a drawing of more than `LayoutPlan.most` nodes, unless forced.
  public func planned(
    engine wanted: LayoutPlan.Engine? = nil, force: Bool = false
  ) throws(RenderError) -> Drawing {
    let count = nodes.count
    guard count <= LayoutPlan.most || force else { throw .tooLarge(nodes: count) }
    let isLarge = count > LayoutPlan.mostReadable
    let isDense = lines.count > LayoutPlan.mostLines
    let engine = wanted ?? (isLarge || isDense ? .sfdp : .dot)
    let losesBoxes = !boxes.isEmpty && (!engine.drawsBoxes || count > LayoutPlan.mostWithBoxes)
    let losesWords =
      (isLarge || isDense) && !engine.isInLayers && !keepsWords
      && lines.contains { !$0.label.isEmpty }
    var drawing =
      losesBoxes ? withoutBoxes(because: "which a drawing of this size has no room for") : self
    if losesWords { drawing.leaveOutWords() }
    // Curves around all nodes take Graphviz a minute where springs have laid out many lines.
    drawing.layout = LayoutPlan(
      engine: engine, isHurried: isLarge || isDense && !engine.isInLayers)
    if wanted == nil, isLarge || isDense {
      let losses = [losesBoxes ? "boxes" : nil, losesWords ? "words beside lines" : nil]
        .compactMap(\.self)
      drawing.layout.note =
        "\(count) nodes\(isLarge ? "" : " and \(lines.count) lines"): laid out by \(engine.rawValue), with straight lines"
        + (losses.isEmpty ? "" : " and without " + losses.joined(separator: " and "))
        + (isLarge
          ? "; up to \(LayoutPlan.mostReadable) can be read well"
          : "; up to \(LayoutPlan.mostLines) lines have room for words")
        + " (--focus, --top, --since show fewer)"
    }
    return drawing
  }

  /// Leaves what lines say to their tooltips, which the legend tells.
  private mutating func leaveOutWords() {
    for index in lines.indices { lines[index].label = [] }
    legend.marks = []
    legend.counts = false
    legend.omissions.append("the words beside lines, for which there is no room (--labels full)")
  }
}
