/// The paper of pictures that share a layout: a head for the title, the layout, and a margin around both. It is the same
/// for all of them, so that what stands in one place of the layout stands in one place of the paper.
///
/// Points are counted from the upper left corner, y downwards.
struct PicturePaper {
  static let margin = 16.0
  static let head = 52.0
  static let leastWidth = 520.0
  /// The height of the letters of a title, and of what stands below it.
  static let titleSize = 16.0
  static let subtitleSize = 10.0

  let width: Double
  /// Without the legend, which stands below.
  let height: Double

  init(_ layout: DrawingLayout) {
    width = max(Self.leastWidth, layout.width + 2 * Self.margin)
    height = Self.head + layout.height + Self.margin
  }

  /// How wide what stands between the margins may be.
  var room: Double { width - 2 * Self.margin }

  /// Where a point of the layout lies.
  func point(_ point: DrawingLayout.Point) -> DrawingLayout.Point {
    .init(x: point.x + Self.margin, y: point.y + Self.head)
  }

  /// The title, cut to the room that there is for bold letters.
  func title(of drawing: Drawing) -> String {
    SVGText.fitted(
      drawing.title ?? Drawing.usualTitle, size: Self.titleSize, width: room / 1.12)
  }

  /// What stands below the title, cut likewise.
  func subtitle(of drawing: Drawing) -> String? {
    drawing.subtitle.map { SVGText.fitted($0, size: Self.subtitleSize, width: room) }
  }
}
