/// How a node looks: shape and hue tell its class, lightness its rank in the class.
///
/// Hues are of the palette of Okabe and Ito ("Color Universal Design", 2008), which people with any
/// colour vision can tell apart. In greyscale the shapes tell the classes, and the ranks of a class still
/// differ in lightness.
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

  /// The style of nodes of a type; grey boxes for types that the ontology doesn't have.
  public init(type: String, ontology: Ontology) {
    let nodeType = ontology.nodeType(type)
    let palette = Palette(nodeClass: nodeType?.nodeClass)
    let ranks = Set(
      ontology.nodeTypes.lazy.filter { $0.nodeClass == nodeType?.nodeClass }.map(\.rank)
    ).sorted(by: >)
    let step = ranks.firstIndex(of: nodeType?.rank ?? 0) ?? 0
    shape = palette.shape
    isRounded = palette.isRounded
    fill = palette.fills[min(step, palette.fills.count - 1)]
    outline = palette.outline
    let (black, white) = (DOTColor(0x000000), DOTColor(0xFFFFFF))
    text = fill.contrast(with: black) >= fill.contrast(with: white) ? black : white
  }

  /// The outline in words, for a legend.
  var shapeName: String {
    switch shape {
    case .box: isRounded ? "rounded box" : "plain box"
    case .ellipse: "ellipse"
    case .hexagon: "hexagon"
    }
  }

  /// Shape and colours of a class, the highest rank's first.
  private struct Palette {
    let shape: DrawnShape
    let isRounded: Bool
    let fills: [DOTColor]
    let outline: DOTColor

    init(nodeClass: String?) {
      let fills: [UInt32]
      let outline: UInt32
      switch nodeClass {
      case "person":
        (shape, isRounded) = (.box, true)
        (fills, outline) = ([0x00639C, 0x83BBDD, 0xBFDCEC, 0xE6F1F8], 0x00486F)
      case "place":
        (shape, isRounded) = (.ellipse, false)
        (fills, outline) = ([0x006B50, 0x7CC7AE, 0xBEE4D7, 0xE6F5EF], 0x00503A)
      case "organization":
        (shape, isRounded) = (.box, false)
        (fills, outline) = ([0xE6BBD3, 0xEFD3E2, 0xF8EBF2], 0x8A3F69)
      case "event":
        (shape, isRounded) = (.hexagon, false)
        (fills, outline) = ([0xF7EC9B, 0xFBF5CC], 0x857A00)
      default:
        (shape, isRounded) = (.box, false)
        (fills, outline) = ([0xD9D9D9, 0xECECEC], 0x595959)
      }
      self.fills = fills.map { DOTColor($0) }
      self.outline = DOTColor(outline)
    }
  }
}
