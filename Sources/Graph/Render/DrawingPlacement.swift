/// Puts the parts of a drawing at places that are given: those of a layout of a larger drawing, of which it is a part. So
/// everything stands where it stands in all other pictures of that layout, to the point.
struct DrawingPlacement {
  private let drawing: Drawing
  private let layout: DrawingLayout
  private let paper: PicturePaper
  private var style: DrawingStyle { drawing.style }

  private enum Size {
    static let nodeText = 11.0
    static let lineText = 9.0
    static let boxText = 10.0
    /// From line to line, as Graphviz has it for these sizes.
    static func leading(_ size: Double) -> Double { size + 1 }
  }

  /// - Precondition: the layout has a place for each part of the drawing; what has none isn't drawn.
  init(_ drawing: Drawing, at layout: DrawingLayout) {
    self.drawing = drawing
    self.layout = layout
    paper = PicturePaper(layout)
  }

  /// The drawing in its place, with title and subtitle above it.
  func placed() -> PlacedDrawing {
    let legend = PictureLegend(drawing, width: paper.room)
    return PlacedDrawing(
      width: paper.width, height: paper.height + legend.height + PicturePaper.margin,
      legend: legend.strokes(x: PicturePaper.margin, y: paper.height),
      boxes: [title()] + boxes(drawing.items, depth: 0),
      nodes: drawing.nodes.compactMap(part), lines: drawing.lines.compactMap(part))
  }

  private func moved(_ point: DrawingLayout.Point) -> DrawnStroke.Point {
    let point = paper.point(point)
    return .init(x: point.x, y: point.y)
  }

  private func title() -> PlacedDrawing.Part {
    var strokes = [
      DrawnStroke.text(
        paper.title(of: drawing), at: (PicturePaper.margin, 26), size: PicturePaper.titleSize,
        isBold: true, color: style.text)
    ]
    if let subtitle = paper.subtitle(of: drawing) {
      strokes.append(
        .text(
          subtitle, at: (PicturePaper.margin, 43), size: PicturePaper.subtitleSize,
          color: style.text))
    }
    return PlacedDrawing.Part(strokes: strokes)
  }

  // MARK: - Boxes

  private func boxes(_ items: [Drawing.Item], depth: Int) -> [PlacedDrawing.Part] {
    items.flatMap { item -> [PlacedDrawing.Part] in
      guard case .box(let box) = item else { return [] }
      let inner = boxes(box.items, depth: depth + 1)
      let id = ElementID.of("box", box.id.rawValue)
      guard let place = layout.boxes[id] else { return inner }
      let corner = Self.corner(of: place, around: moved(place.middle))
      var strokes = [
        DrawnStroke(
          shape: .rectangle(width: place.width, height: place.height, radius: 8),
          points: [corner], fill: style.boxFills[min(depth, style.boxFills.count - 1)],
          pen: style.boxOutline)
      ]
      let label = box.label.map { LabelText.wrapped($0, width: 24) } ?? []
      for (index, words) in label.enumerated() {
        strokes.append(
          .text(
            words,
            at: (corner.x + 8, corner.y + 13 + Double(index) * Size.leading(Size.boxText)),
            size: Size.boxText, color: style.text))
      }
      return [PlacedDrawing.Part(id: id, strokes: strokes)] + inner
    }
  }

  private static func corner(
    of place: DrawingLayout.Place, around middle: DrawnStroke.Point
  ) -> DrawnStroke.Point {
    .init(x: middle.x - place.width / 2, y: middle.y - place.height / 2)
  }

  // MARK: - Nodes

  private func part(_ node: DrawnNode) -> PlacedDrawing.Part? {
    let id = ElementID.of("node", node.id.rawValue)
    guard let place = layout.nodes[id] else { return nil }
    let middle = moved(place.middle)
    var outline = outline(of: node.style, in: place, around: middle)
    outline.penWidth = Double(node.change?.widthInTenths ?? 10) / 10
    outline.dashes = DrawnStroke.Dashes(node.change?.stroke ?? [])
    let room = node.style.shape == .ellipse ? place.width * 0.94 : place.width - 4
    let words = words(
      node.label, around: middle, size: Size.nodeText,
      colors: node.label.map { _ in node.style.text }, room: room)
    return PlacedDrawing.Part(id: id, strokes: [outline] + words)
  }

  private func outline(
    of look: NodeStyle, in place: DrawingLayout.Place, around middle: DrawnStroke.Point
  ) -> DrawnStroke {
    let (width, height) = (place.width, place.height)
    let corner = Self.corner(of: place, around: middle)
    switch look.shape {
    case .box:
      return DrawnStroke(
        shape: .rectangle(width: width, height: height, radius: look.isRounded ? 7 : 0),
        points: [corner], fill: look.fill, pen: look.outline)
    case .ellipse:
      return DrawnStroke(
        shape: .ellipse(rx: width / 2, ry: height / 2), points: [middle], fill: look.fill,
        pen: look.outline)
    case .hexagon:
      let (right, bottom, inset) = (corner.x + width, corner.y + height, width / 4)
      let corners = [
        (corner.x, middle.y), (corner.x + inset, corner.y), (right - inset, corner.y),
        (right, middle.y), (right - inset, bottom), (corner.x + inset, bottom),
      ]
      return DrawnStroke(
        shape: .polygon, points: corners.map { .init(x: $0.0, y: $0.1) }, fill: look.fill,
        pen: look.outline)
    }
  }

  private func words(
    _ lines: [String], around middle: DrawnStroke.Point, size: Double, colors: [DOTColor],
    room: Double
  ) -> [DrawnStroke] {
    let leading = Size.leading(size)
    // The first line's middle, and from there to the letters' feet, again as Graphviz has it.
    let first = middle.y - Double(lines.count - 1) * leading / 2 + size * 0.25
    return lines.enumerated().filter { !$0.element.isEmpty }.map { index, words in
      .text(
        SVGText.fitted(words, size: size, width: room * 1.25),
        at: (middle.x, first + Double(index) * leading), size: size, color: colors[index],
        anchor: .middle)
    }
  }

  // MARK: - Lines

  private func part(_ line: DrawnLine) -> PlacedDrawing.Part? {
    let id = ElementID.of("line", line.name)
    guard let course = layout.lines[id] else { return nil }
    let own = line.change.flatMap { style.changes[$0] } ?? style.color(of: line)
    let color = own ?? drawing.lineColor
    let tenths =
      line.change?.widthInTenths
      ?? drawing.widthInTenths(ofLineWithEvidence: line.evidenceCount)
    let width = Double(tenths) / 10
    let isCrossed = line.isCrossed
    let points = course.points.map(moved)
    let (start, end) = (course.startTip.map(moved), course.endTip.map(moved))
    let (hasTail, hasHead) = (line.hasTail, line.hasHead)
    let curve = course.curve(hasTail: hasTail, hasHead: hasHead)
    var strokes = [
      DrawnStroke(
        shape: .curve, points: curve.map(moved), pen: color, penWidth: width,
        dashes: line.change.map { DrawnStroke.Dashes($0.stroke) } ?? DrawnStroke.Dashes(line.stroke)
      )
    ]
    if hasHead, let end, let base = points.last {
      strokes += head(from: base, to: end, isBar: isCrossed, width: width, color: color)
    }
    if hasTail, let start, let base = points.first {
      strokes += head(from: base, to: start, isBar: isCrossed, width: width, color: color)
    }
    if let middle = course.label { strokes += label(of: line, around: moved(middle)) }
    return PlacedDrawing.Part(id: id, strokes: strokes)
  }

  private func head(
    from base: DrawnStroke.Point, to tip: DrawnStroke.Point, isBar: Bool, width: Double,
    color: DOTColor
  ) -> [DrawnStroke] {
    let (dx, dy) = (tip.x - base.x, tip.y - base.y)
    let length = (dx * dx + dy * dy).squareRoot()
    guard length > 0.01 else { return [] }
    let (along, across) = ((x: dx / length, y: dy / length), (x: -dy / length, y: dx / length))
    let half = isBar ? 4 + width / 2 : 2.2 + width / 2
    let beside = { (point: DrawnStroke.Point, distance: Double) in
      DrawnStroke.Point(x: point.x + distance * across.x, y: point.y + distance * across.y)
    }
    guard isBar else {
      return [
        DrawnStroke(
          shape: .polygon, points: [tip, beside(base, half), beside(base, -half)], fill: color,
          pen: color)
      ]
    }
    let middle = DrawnStroke.Point(x: tip.x - 2.5 * along.x, y: tip.y - 2.5 * along.y)
    return [
      DrawnStroke(shape: .polyline, points: [base, middle], pen: color, penWidth: width),
      DrawnStroke(
        shape: .polyline, points: [beside(middle, -half), beside(middle, half)], pen: color,
        penWidth: 2),
    ]
  }

  private func label(of line: DrawnLine, around middle: DrawnStroke.Point) -> [DrawnStroke] {
    let usual = line.change.flatMap { style.changes[$0] } ?? style.color(of: line) ?? style.label
    let colors = line.label.indices.map { index in
      line.labelChanges.indices.contains(index)
        ? style.changes[line.labelChanges[index]] ?? usual : usual
    }
    return words(
      line.label, around: middle, size: Size.lineText, colors: colors, room: .infinity)
  }
}

extension DrawnStroke {
  /// A line of text, whose letters stand on the point's height.
  static func text(
    _ words: String, at point: (x: Double, y: Double), size: Double, isBold: Bool = false,
    color: DOTColor, anchor: Anchor = .start
  ) -> DrawnStroke {
    DrawnStroke(
      shape: .text(words, anchor), points: [Point(x: point.x, y: point.y)], pen: color,
      fontSize: size, isBold: isBold)
  }
}

extension DrawnStroke.Dashes {
  init(_ styles: [DOTAttribute.Style]) {
    self = styles.contains(.dashed) ? .dashed : styles.contains(.dotted) ? .dotted : .solid
  }

  init(_ stroke: LineStroke) {
    self =
      switch stroke {
      case .solid, .crossed: .solid
      case .dashed: .dashed
      case .dotted: .dotted
      }
  }
}
