/// Writes a drawing as SVG, by the coordinates that Graphviz gives it.
///
/// The file is made of what is written here and of nothing else: shapes, text, titles and the links that somebody asked
/// for, so that no script, style sheet or reference to elsewhere gets in, whatever a label holds. Each box, node and line
/// is a group with an id that stays the same while the graph grows, classes that tell what it is, and a title that is
/// told on pointing at it. Equal drawings give equal bytes.
struct SVGWriter {
  private let drawing: Drawing
  private let placed: PlacedDrawing
  private var svg: [UInt8] = []

  /// The margin around a drawing, in points: that of `DOTWriter`.
  static let margin = 10.8

  /// The file's bytes.
  static func bytes(of drawing: Drawing, placed: PlacedDrawing) -> [UInt8] {
    var writer = SVGWriter(drawing: drawing, placed: placed)
    writer.write()
    return writer.svg
  }

  private init(drawing: Drawing, placed: PlacedDrawing) {
    self.drawing = drawing
    self.placed = placed
  }

  private mutating func write() {
    let (width, height) = (SVGNumber.text(placed.width), SVGNumber.text(placed.height))
    raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    raw("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" ")
    raw("width=\"\(width)pt\" height=\"\(height)pt\" viewBox=\"0 0 \(width) \(height)\"\n")
    raw("  font-family=\"\(DOTAttribute.Font.regular.rawValue)\" fill=\"none\">\n")
    title(drawing.title ?? "Graph of what the articles state")
    raw("<rect class=\"paper\" width=\"100%\" height=\"100%\" ")
    raw("fill=\"\(drawing.style.background.hexadecimal)\"/>\n")
    group(id: "legend", classes: ["legend"], title: nil, link: nil, placed.legend)
    let texts = PartTexts(drawing)
    for box in placed.boxes { write(box, texts.boxes[box.id], classes: ["box"]) }
    // Where springs lay it out, lines cross nodes, and go under them.
    let goesUnder = !drawing.layout.engine.isInLayers
    if goesUnder { writeLines(texts) }
    for node in placed.nodes { write(node, texts.nodes[node.id], classes: ["node"]) }
    if !goesUnder { writeLines(texts) }
    raw("</svg>\n")
  }

  private mutating func writeLines(_ texts: PartTexts) {
    for line in placed.lines { write(line, texts.lines[line.id], classes: ["line"]) }
  }

  private mutating func write(
    _ part: PlacedDrawing.Part, _ text: PartTexts.Entry?, classes: [String]
  ) {
    guard let text else {
      // The title is a box without an id.
      return group(id: "title", classes: ["title"], title: nil, link: nil, part.strokes)
    }
    group(
      id: part.id, classes: classes + text.classes, title: text.tooltip, link: text.link,
      part.strokes, isLine: classes == ["line"])
  }

  // MARK: - Groups

  private mutating func group(
    id: String, classes: [String], title: String?, link: String?, _ strokes: [DrawnStroke],
    isLine: Bool = false
  ) {
    guard !strokes.isEmpty || title != nil else { return }
    raw("<g id=\"\(XMLText.escaped(id))\" class=\"\(classes.joined(separator: " "))\">\n")
    if let title { self.title(title) }
    if let link { raw("<a href=\"\(XMLText.escaped(link))\">\n") }
    for stroke in strokes { write(stroke, isLine: isLine) }
    if link != nil { raw("</a>\n") }
    raw("</g>\n")
  }

  private mutating func title(_ text: String) { raw("<title>\(XMLText.escaped(text))</title>\n") }

  // MARK: - Shapes

  private mutating func write(_ stroke: DrawnStroke, isLine: Bool) {
    switch stroke.shape {
    case .text(let text, let anchor): write(text, anchor, stroke, isLine: isLine)
    case .ellipse(let rx, let ry):
      raw("<ellipse")
      number("cx", stroke.points[0].x)
      number("cy", stroke.points[0].y)
      number("rx", rx)
      number("ry", ry)
      end(stroke)
    case .polygon, .curve:
      if let frame = SVGFrame(stroke) {
        raw("<rect")
        number("x", frame.x)
        number("y", frame.y)
        number("width", frame.width)
        number("height", frame.height)
        if frame.radius > 0 { number("rx", frame.radius) }
      } else if stroke.shape == .polygon {
        raw("<polygon points=\"\(SVGNumber.list(stroke.points))\"")
      } else {
        raw("<path d=\"M\(SVGNumber.list([stroke.points[0]]))")
        raw("C\(SVGNumber.list(Array(stroke.points.dropFirst())))\"")
      }
      end(stroke)
    case .polyline:
      raw("<polyline points=\"\(SVGNumber.list(stroke.points))\"")
      end(stroke)
    }
  }

  private mutating func end(_ stroke: DrawnStroke) {
    if let fill = stroke.fill { raw(" fill=\"\(fill.hexadecimal)\"") }
    if let pen = stroke.pen {
      raw(" stroke=\"\(pen.hexadecimal)\"")
      if stroke.penWidth != 1 { number("stroke-width", stroke.penWidth) }
      switch stroke.dashes {
      case .solid: break
      case .dashed: raw(" stroke-dasharray=\"5 2\"")
      case .dotted: raw(" stroke-dasharray=\"1 5\"")
      }
    }
    raw("/>\n")
  }

  private mutating func write(
    _ text: String, _ anchor: DrawnStroke.Anchor, _ stroke: DrawnStroke, isLine: Bool
  ) {
    raw("<text")
    number("x", stroke.points[0].x)
    number("y", stroke.points[0].y)
    number("font-size", stroke.fontSize)
    if anchor != .start { raw(" text-anchor=\"\(anchor.rawValue)\"") }
    if stroke.isBold { raw(" font-weight=\"bold\"") }
    raw(" fill=\"\((stroke.pen ?? DOTColor(0)).hexadecimal)\"")
    // A line's label may lie on other lines: a rim of paper keeps it legible.
    if isLine {
      raw(" paint-order=\"stroke\" stroke=\"\(drawing.style.background.hexadecimal)\"")
      raw(" stroke-width=\"2.5\"")
    }
    // Else blanks at the ends are lost, and several become one (SVG 1.1, section 10.15).
    let hasBlanks =
      text.contains("  ") || text.contains("\t") || text.hasPrefix(" ") || text.hasSuffix(" ")
    if hasBlanks { raw(" xml:space=\"preserve\"") }
    raw(">\(XMLText.escaped(text))</text>\n")
  }

  // MARK: - Text

  private mutating func raw(_ text: String) { svg += text.utf8 }

  private mutating func number(_ name: String, _ value: Double) {
    raw(" \(name)=\"\(SVGNumber.text(value))\"")
  }
}

/// A rectangle that Graphviz draws as a polygon, or, with rounded corners, as a curve.
private struct SVGFrame {
  let (x, y, width, height, radius): (Double, Double, Double, Double, Double)

  init?(_ stroke: DrawnStroke) {
    let points = stroke.points
    guard let left = points.map(\.x).min(), let right = points.map(\.x).max(),
      let upper = points.map(\.y).min(), let lower = points.map(\.y).max()
    else { return nil }
    (x, y, width, height) = (left, upper, right - left, lower - upper)
    switch stroke.shape {
    case .polygon:
      guard points.count == 4,
        points.allSatisfy({ [left, right].contains($0.x) && [upper, lower].contains($0.y) }),
        Set(points).count == 4
      else { return nil }
      radius = 0
    case .curve:
      // Four sides and four corners, and each corner's two pulling points half of its size away.
      let corner = min(points[0].x - left, right - points[0].x)
      guard points.count == 25, points.first == points.last, corner > 0 else { return nil }
      radius = corner * 0.8
    default: return nil
    }
  }
}
