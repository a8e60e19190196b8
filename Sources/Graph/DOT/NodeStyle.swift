/// How a node looks: shape and hue tell its class, lightness its rank in the class. `DrawingStyle` says how.
public struct NodeStyle: Hashable, Sendable {
  /// The outline.
  public var shape: DrawnShape
  /// Whether its corners are rounded.
  public var isRounded: Bool
  /// The colour inside.
  public var fill: DOTColor
  /// The colour of the outline.
  public var outline: DOTColor
  /// The colour of the text; black or white, whichever reads better.
  public var text: DOTColor

  /// How nodes of a type look in a style; types that the ontology doesn't have look like the others that it doesn't have.
  public init(type: String, ontology: Ontology, in style: DrawingStyle = .light) {
    let nodeType = ontology.nodeType(type)
    let ofClass = style.classStyle(nodeType?.nodeClass)
    let own = style.types[type]
    let ranks = Set(
      ontology.nodeTypes.lazy.filter { $0.nodeClass == nodeType?.nodeClass }.map(\.rank)
    ).sorted(by: >)
    let step = ranks.firstIndex(of: nodeType?.rank ?? 0) ?? 0
    shape = ofClass.shape
    isRounded = ofClass.isRounded
    fill = own?.fill ?? ofClass.fills[min(step, ofClass.fills.count - 1)]
    outline = own?.outline ?? ofClass.outline
    let (black, white) = (DOTColor(0x000000), DOTColor(0xFFFFFF))
    text =
      own?.text ?? (fill.contrast(with: black) >= fill.contrast(with: white) ? black : white)
  }

  /// The outline in words, for a legend.
  var shapeName: String {
    switch shape {
    case .box: isRounded ? "rounded box" : "plain box"
    case .ellipse: "ellipse"
    case .hexagon: "hexagon"
    }
  }
}
