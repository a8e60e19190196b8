/// Writes a drawing as SVG, by the coordinates that Graphviz gives it, or a layout that it shares with others.
///
/// The file is made of what is written here and of nothing else: shapes, text, titles and the links that somebody asked
/// for, so that no script, style sheet or reference to elsewhere gets in, whatever a label holds. Each box, node and line
/// is a group with an id that stays the same while the graph grows, classes that tell what it is, and a title that is
/// told on pointing at it. Equal drawings give equal bytes.
struct SVGWriter {
  private let drawing: Drawing
  private let placed: PlacedDrawing
  private var svg = SVGText()

  /// The margin around a drawing, in points: that of `DOTWriter`.
  static let margin = 10.8

  /// The file's bytes.
  static func bytes(of drawing: Drawing, placed: PlacedDrawing) -> [UInt8] {
    var writer = SVGWriter(drawing: drawing, placed: placed)
    writer.write()
    return writer.svg.bytes
  }

  private init(drawing: Drawing, placed: PlacedDrawing) {
    self.drawing = drawing
    self.placed = placed
  }

  private mutating func write() {
    svg.open(
      width: placed.width, height: placed.height, title: drawing.title ?? Drawing.usualTitle,
      paper: drawing.style.background)
    group(id: "legend", classes: ["legend"], title: nil, link: nil, placed.legend)
    let texts = PartTexts(drawing)
    for box in placed.boxes { write(box, texts.boxes[box.id], classes: ["box"]) }
    // Where springs lay it out, lines cross nodes, and go under them.
    let goesUnder = !drawing.layout.engine.isInLayers
    if goesUnder { writeLines(texts) }
    for node in placed.nodes { write(node, texts.nodes[node.id], classes: ["node"]) }
    if !goesUnder { writeLines(texts) }
    svg.close()
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
    svg.group(id: id, classes: classes, title: title, link: link)
    for stroke in strokes {
      // A line's label may lie on other lines: a rim of paper keeps it legible.
      svg.stroke(stroke.framed, rim: isLine ? drawing.style.background : nil)
    }
    svg.endGroup(hasLink: link != nil)
  }
}

extension Drawing {
  /// What pictures are called that nobody gave a title.
  static let usualTitle = "Graph of what the articles state"
}

extension DrawnStroke {
  /// The same, as a rectangle where Graphviz draws one as a polygon or, with rounded corners, as a curve.
  fileprivate var framed: DrawnStroke {
    guard let left = points.map(\.x).min(), let right = points.map(\.x).max(),
      let upper = points.map(\.y).min(), let lower = points.map(\.y).max()
    else { return self }
    let radius: Double
    switch shape {
    case .polygon:
      guard points.count == 4,
        points.allSatisfy({ [left, right].contains($0.x) && [upper, lower].contains($0.y) }),
        Set(points).count == 4
      else { return self }
      radius = 0
    case .curve:
      // Four sides and four corners, and each corner's two pulling points half of its size away.
      let corner = min(points[0].x - left, right - points[0].x)
      guard points.count == 25, points.first == points.last, corner > 0 else { return self }
      radius = corner * 0.8
    default: return self
    }
    var frame = self
    frame.shape = .rectangle(width: right - left, height: lower - upper, radius: radius)
    frame.points = [Point(x: left, y: upper)]
    return frame
  }
}
