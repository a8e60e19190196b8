import Foundation

/// An attribute that graphgen writes, with a value that can't be anything but valid.
///
/// The set is closed: what isn't here is never written, above all not what crashes Graphviz 2.42
/// (`concentrate`, `newrank`, `splines=ortho`, weights in the billions), nor what puts text
/// unescaped into an SVG (`URL`, `stylesheet`, `fontname` from outside).
enum DOTAttribute {
  case label([String])
  case leftLabel([String])
  /// A label of Graphviz's own markup (graphviz.org/doc/info/shapes.html#html).
  case html([UInt8])
  case noLabel
  case tooltip(String)
  /// A link as `LinkTemplate` makes it, of characters that a URL may hold.
  case link(String)
  case id(String)
  case shape(DrawnShape)
  case style([Style])
  case fillColor(DOTColor)
  case color(DOTColor)
  case fontColor(DOTColor)
  case fontName(Font)
  case fontSize(Int)
  case penWidth(tenths: Int)
  case peripheries(Int)
  case weight(Int)
  case direction(LineEnds)
  case arrowHead(ArrowShape)
  case arrowTail(ArrowShape)
  case arrowSize(tenths: Int)
  case margin(hundredthsOfInch: Int, Int)
  case clusterMargin(points: Int)
  case height(hundredthsOfInch: Int)
  case width(hundredthsOfInch: Int)
  case rankDirection(RankDirection)
  case nodeSeparation(hundredthsOfInch: Int)
  case rankSeparation(hundredthsOfInch: Int)
  case layout(LayoutPlan.Engine)
  case overlap(Overlap)
  /// How many times the nodes' size a spring layout starts with.
  case overlapScale(Int)
  case springLength(tenthsOfInch: Int)
  case linesFirst
  case charset
  case splines(Splines)
  case labelLocation(Location)
  case labelJustification(Justification)
  case simplexLimits(tenths: Int)
  case crossingEffort(tenths: Int)
  case pad(hundredthsOfInch: Int)
  /// None around the drawing, which PDF has otherwise: a frame of white, whatever the background.
  case noPageMargin
  case background(DOTColor)
  case resolution(dotsPerInch: Int)
  /// Everything stands where it says, and stays there.
  case placed
  /// The middle of a node, in points from the lower left corner of the paper.
  case position(DrawingLayout.Point)
  /// In points, whatever the label takes.
  case size(width: Double, height: Double)
  /// The lower left and the upper right corner of a box.
  case bounds(DrawingLayout.Point, DrawingLayout.Point)
  /// The middle of the label of a box or line.
  case labelPosition(DrawingLayout.Point)
  /// A line: where arrow heads point to, a start, and three points for each Bézier curve.
  case course(
    tail: DrawingLayout.Point?, head: DrawingLayout.Point?, [DrawingLayout.Point])

  enum Style: String { case filled, rounded, bold, solid, dashed, dotted }
  enum Font: String {
    // One family, named first, keeps the layout the same on every machine that has it; the others
    // have its measures, or narrower ones, so that text stays inside its shape elsewhere.
    case regular = "DejaVu Sans Condensed,DejaVu Sans,Verdana,sans-serif"
    case bold = "DejaVu Sans Condensed Bold,DejaVu Sans Bold,Verdana Bold,sans-serif Bold"
  }
  enum ArrowShape: String { case normal, none, tee }
  enum RankDirection: String {
    case leftToRight = "LR"
    case topToBottom = "TB"
  }
  enum Splines: String {
    case curves = "true"
    case lines = "line"
  }
  enum Overlap: String {
    /// Moved apart with their order kept.
    case prism
  }
  enum Location: String {
    case top = "t"
    case bottom = "b"
  }
  enum Justification: String {
    case left = "l"
    case centre = "c"
  }
}

/// How a node is outlined.
public enum DrawnShape: String, Hashable, Sendable {
  /// A rectangle.
  case box
  /// An ellipse.
  case ellipse
  /// A hexagon.
  case hexagon
}

/// At which ends of a line arrow heads stand.
public enum LineEnds: String, Hashable, Sendable {
  /// At neither.
  case none
  /// At the second end.
  case forward
  /// At the first end.
  case back
  /// At both.
  case both
}

/// A colour as Graphviz 2.42 reads it in every place: `#rrggbb`.
public struct DOTColor: Hashable, Sendable {
  /// Red, green and blue, eight bits each.
  public let rgb: UInt32

  /// The colour of these 24 bits; higher ones are ignored.
  public init(_ rgb: UInt32) { self.rgb = rgb & 0xFF_FFFF }

  /// `#` and six hexadecimal digits.
  public var hexadecimal: String {
    let digits = String(rgb, radix: 16, uppercase: true)
    return "#" + String(repeating: "0", count: 6 - digits.count) + digits
  }

  /// How light it is, from 0 to 1: relative luminance (WCAG 2.1, from ITU-R BT.709).
  public var luminance: Double {
    func linear(_ shift: UInt32) -> Double {
      let value = Double((rgb >> shift) & 0xFF) / 255
      return value <= 0.03928 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear(16) + 0.7152 * linear(8) + 0.0722 * linear(0)
  }

  /// How well text of one colour reads on the other, from 1 to 21 (WCAG 2.1, contrast ratio).
  public func contrast(with other: DOTColor) -> Double {
    let (light, dark) = (max(luminance, other.luminance), min(luminance, other.luminance))
    return (light + 0.05) / (dark + 0.05)
  }

  /// The colour with a share of another one in it, from 0 to 1.
  func mixed(with other: DOTColor, share: Double) -> DOTColor {
    var mixed: UInt32 = 0
    for shift in [UInt32(16), 8, 0] {
      let parts = (Double((rgb >> shift) & 0xFF), Double((other.rgb >> shift) & 0xFF))
      mixed |= UInt32((parts.0 + (parts.1 - parts.0) * share).rounded()) << shift
    }
    return DOTColor(mixed)
  }
}
