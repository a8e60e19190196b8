/// Draws a drawing as SVG at places that are given: those of a layout of a larger drawing, of which it is a part. So
/// everything stands where it stands in all other pictures of that layout, to the point.
struct PlacedPicture {
  let drawing: Drawing
  let layout: DrawingLayout
  /// Printed below the title.
  let subtitle: String?
  private var svg = SVGText()
  private var style: DrawingStyle { drawing.style }

  private enum Size {
    static let margin = 16.0
    static let head = 52.0
    static let leastWidth = 520.0
    static let nodeText = 11.0
    static let lineText = 9.0
    static let boxText = 10.0
    /// From line to line, in sizes of the font, as Graphviz has it.
    static let leading = 1.2
  }

  /// - Precondition: the layout has a place for each part of the drawing; what has none isn't drawn.
  init(_ drawing: Drawing, at layout: DrawingLayout, subtitle: String? = nil) {
    self.drawing = drawing
    self.layout = layout
    self.subtitle = subtitle
  }

  /// The file's bytes.
  var bytes: [UInt8] {
    var picture = self
    picture.draw()
    return picture.svg.bytes
  }

  private mutating func draw() {
    let width = max(Size.leastWidth, layout.width + 2 * Size.margin)
    let legend = PictureLegend(drawing, width: width - 2 * Size.margin)
    let height = Size.head + layout.height + Size.margin + legend.height + Size.margin
    let title = drawing.title ?? "Graph of what the articles state"
    svg.open(width: width, height: height, title: title)
    svg.rectangle(x: 0, y: 0, width: width, height: height, fill: style.background)
    let room = width - 2 * Size.margin
    svg.text(
      SVGText.fitted(title, size: 16, width: room / 1.12), x: Size.margin, y: 26, size: 16,
      isBold: true, fill: style.text)
    if let subtitle {
      svg.text(
        SVGText.fitted(subtitle, size: Size.boxText, width: room), x: Size.margin, y: 43,
        size: Size.boxText, fill: style.text)
    }
    drawBoxes(drawing.items, depth: 0)
    for line in drawing.lines { draw(line) }
    for node in drawing.nodes { draw(node) }
    // Labels may lie on other lines: they come last.
    for line in drawing.lines { drawLabel(of: line) }
    legend.draw(on: &svg, x: Size.margin, y: Size.head + layout.height + Size.margin)
    svg.close()
  }

  private func placed(_ point: DrawingLayout.Point) -> DrawingLayout.Point {
    .init(x: point.x + Size.margin, y: point.y + Size.head)
  }

  // MARK: - Boxes

  private mutating func drawBoxes(_ items: [Drawing.Item], depth: Int) {
    for case .box(let box) in items {
      let id = DOTWriter.elementID("box", box.id.rawValue)
      if let place = layout.boxes[id] {
        let middle = placed(place.middle)
        let (left, top) = (middle.x - place.width / 2, middle.y - place.height / 2)
        svg.group(id: id, title: box.tooltip)
        svg.form(
          "rect", Self.rectangle(left, top, place.width, place.height, radius: 8),
          fill: style.boxFills[min(depth, style.boxFills.count - 1)],
          stroke: .init(color: style.boxOutline))
        let lines = box.label.map { LabelText.wrapped($0, width: 24) } ?? []
        for (index, words) in lines.enumerated() {
          svg.text(
            words, x: left + 8, y: top + 13 + Double(index) * Size.boxText * Size.leading,
            size: Size.boxText, fill: style.text)
        }
        svg.endGroup()
      }
      drawBoxes(box.items, depth: depth + 1)
    }
  }

  private static func rectangle(
    _ left: Double, _ top: Double, _ width: Double, _ height: Double, radius: Double
  ) -> String {
    let measures = [("x", left), ("y", top), ("width", width), ("height", height)]
    return measures.map { "\($0.0)=\"\(SVGNumber.text($0.1))\"" }.joined(separator: " ")
      + (radius > 0 ? " rx=\"\(SVGNumber.text(radius))\"" : "")
  }

  // MARK: - Nodes

  private mutating func draw(_ node: DrawnNode) {
    let id = DOTWriter.elementID("node", node.id.rawValue)
    guard let place = layout.nodes[id] else { return }
    let middle = placed(place.middle)
    let (width, height) = (place.width, place.height)
    let (left, top) = (middle.x - width / 2, middle.y - height / 2)
    svg.group(id: id, title: node.tooltip)
    let stroke = SVGText.Stroke(
      color: node.style.outline, width: Double(node.change?.widthInTenths ?? 10) / 10,
      dashes: Self.dashes(node.change?.stroke ?? []))
    switch node.style.shape {
    case .box:
      svg.form(
        "rect",
        Self.rectangle(left, top, width, height, radius: node.style.isRounded ? 7 : 0),
        fill: node.style.fill, stroke: stroke)
    case .ellipse:
      let measures = [("cx", middle.x), ("cy", middle.y), ("rx", width / 2), ("ry", height / 2)]
      svg.form(
        "ellipse", measures.map { "\($0.0)=\"\(SVGNumber.text($0.1))\"" }.joined(separator: " "),
        fill: node.style.fill, stroke: stroke)
    case .hexagon:
      let inset = width / 4
      let corners = [
        (left, middle.y), (left + inset, top), (left + width - inset, top),
        (left + width, middle.y), (left + width - inset, top + height),
        (left + inset, top + height),
      ]
      svg.form("polygon", Self.points(corners), fill: node.style.fill, stroke: stroke)
    }
    write(
      node.label, around: middle, size: Size.nodeText,
      fill: node.label.map { _ in node.style.text },
      room: node.style.shape == .ellipse ? width * 0.94 : width - 4)
    svg.endGroup()
  }

  private static func points(_ corners: [(Double, Double)]) -> String {
    let text = corners.map { "\(SVGNumber.text($0.0)),\(SVGNumber.text($0.1))" }
    return "points=\"\(text.joined(separator: " "))\""
  }

  private mutating func write(
    _ lines: [String], around middle: DrawingLayout.Point, size: Double, fill: [DOTColor],
    room: Double, rim: DOTColor? = nil
  ) {
    let leading = size * Size.leading
    // The first line's middle, and from there to the letters' feet.
    let first = middle.y - Double(lines.count - 1) * leading / 2 + size * 0.35
    for (index, words) in lines.enumerated() where !words.isEmpty {
      svg.text(
        SVGText.fitted(words, size: size, width: room * 1.25), x: middle.x,
        y: first + Double(index) * leading, size: size, fill: fill[index], anchor: .middle, rim: rim
      )
    }
  }

  // MARK: - Lines

  private func color(of line: DrawnLine) -> DOTColor {
    line.change.flatMap { style.changes[$0] } ?? style.color(of: line) ?? style.line
  }

  private static func dashes(_ styles: [DOTAttribute.Style]) -> [Double] {
    styles.contains(.dashed) ? [6, 3] : styles.contains(.dotted) ? [1.5, 2.5] : []
  }

  private mutating func draw(_ line: DrawnLine) {
    let id = DOTWriter.elementID("line", line.name)
    guard let course = layout.lines[id] else { return }
    let color = color(of: line)
    let width = Double(line.change?.widthInTenths ?? line.widthInTenths) / 10
    var dashes: [Double] = []
    var isCrossed = false
    if let change = line.change {
      dashes = Self.dashes(change.stroke)
    } else {
      switch line.stroke {
      case .solid: break
      case .dashed: dashes = [6, 3]
      case .dotted: dashes = [1.5, 3.5]
      case .crossed: isCrossed = true
      }
    }
    // In layouts of several versions a line is turned as the first one has it.
    let ends = isCrossed && line.ends == .none ? LineEnds.both : line.ends
    svg.group(id: id, title: line.tooltip)
    let points = course.points.map(placed)
    let (start, end) = (course.startTip.map(placed), course.endTip.map(placed))
    let hasHead = end != nil && (ends == .forward || ends == .both)
    let hasTail = start != nil && (ends == .back || ends == .both)
    svg.form(
      "path", "d=\"\(Self.path(points, from: hasTail ? nil : start, to: hasHead ? nil : end))\"",
      fill: nil, stroke: .init(color: color, width: width, dashes: dashes))
    if hasHead, let end, let base = points.last {
      drawHead(from: base, to: end, isBar: isCrossed, width: width, color: color)
    }
    if hasTail, let start, let base = points.first {
      drawHead(from: base, to: start, isBar: isCrossed, width: width, color: color)
    }
    svg.endGroup()
  }

  /// A curve; where no arrow head stands at an end, it leads on to the node.
  private static func path(
    _ points: [DrawingLayout.Point], from start: DrawingLayout.Point?, to end: DrawingLayout.Point?
  ) -> String {
    let text = { (point: DrawingLayout.Point) in
      "\(SVGNumber.text(point.x)) \(SVGNumber.text(point.y))"
    }
    var path = start.map { "M\(text($0)) L\(text(points[0]))" } ?? "M\(text(points[0]))"
    for index in stride(from: 1, to: points.count - 2, by: 3) {
      path += " C" + points[index..<index + 3].map(text).joined(separator: " ")
    }
    return path + (end.map { " L\(text($0))" } ?? "")
  }

  private mutating func drawHead(
    from base: DrawingLayout.Point, to tip: DrawingLayout.Point, isBar: Bool, width: Double,
    color: DOTColor
  ) {
    let (dx, dy) = (tip.x - base.x, tip.y - base.y)
    let length = (dx * dx + dy * dy).squareRoot()
    guard length > 0.01 else { return }
    let (along, across) = ((x: dx / length, y: dy / length), (x: -dy / length, y: dx / length))
    let half = isBar ? 4 + width / 2 : 2.2 + width / 2
    if isBar {
      let middle = (x: tip.x - 2.5 * along.x, y: tip.y - 2.5 * along.y)
      svg.line(from: (base.x, base.y), to: middle, stroke: color, width: width)
      svg.line(
        from: (middle.x - half * across.x, middle.y - half * across.y),
        to: (middle.x + half * across.x, middle.y + half * across.y), stroke: color, width: 2)
      return
    }
    let corners = [
      (tip.x, tip.y), (base.x + half * across.x, base.y + half * across.y),
      (base.x - half * across.x, base.y - half * across.y),
    ]
    svg.form("polygon", Self.points(corners), fill: color, stroke: .init(color: color))
  }

  private mutating func drawLabel(of line: DrawnLine) {
    guard !line.label.isEmpty,
      let place = layout.lines[DOTWriter.elementID("line", line.name)]?.label
    else { return }
    let fill = line.change.flatMap { style.changes[$0] } ?? style.color(of: line) ?? style.label
    svg.group(title: line.tooltip)
    write(
      line.label, around: placed(place), size: Size.lineText,
      fill: line.label.indices.map { index in
        line.labelChanges.indices.contains(index)
          ? style.changes[line.labelChanges[index]] ?? fill : fill
      }, room: .infinity, rim: style.background)
    svg.endGroup()
  }
}
