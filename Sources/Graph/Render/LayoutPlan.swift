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

    /// Whether it draws boxes around nodes.
    var drawsBoxes: Bool { self == .dot || self == .fdp }
  }

  /// Up to so many nodes a drawing can be read, and dot is given all the time it wants.
  public static let mostReadable = 150
  /// Up to so many nodes dot draws boxes in bearable time.
  public static let mostWithBoxes = 300
  /// Up to so many nodes dot keeps within seconds, with straight lines and less effort.
  public static let mostInLayers = 1000
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
    let engine = wanted ?? (count <= LayoutPlan.mostInLayers ? .dot : .sfdp)
    let losesBoxes = !boxes.isEmpty && (!engine.drawsBoxes || count > LayoutPlan.mostWithBoxes)
    var drawing =
      losesBoxes ? withoutBoxes(because: "which a drawing of this size has no room for") : self
    drawing.layout = LayoutPlan(engine: engine, isHurried: count > LayoutPlan.mostReadable)
    if wanted == nil, count > LayoutPlan.mostReadable {
      drawing.layout.note =
        "\(count) nodes: laid out by \(engine.rawValue), with straight lines"
        + (losesBoxes ? " and without boxes" : "")
        + "; up to \(LayoutPlan.mostReadable) can be read well (--focus, --top, --since show fewer)"
    }
    return drawing
  }
}
