/// The places of a layout as DOT tells them (graphviz.org/docs/attrs/pos, bb, lp): in points from the lower left corner
/// of the paper, y upwards. Graphviz's engine nop2, which `neato -n2` is, draws everything there.
struct DOTPlaces {
  private let layout: DrawingLayout
  private let paper: PicturePaper

  init(_ layout: DrawingLayout) {
    self.layout = layout
    paper = PicturePaper(layout)
  }

  /// Graphviz's name of the engine that leaves everything where it is.
  static let engine = "nop2"

  /// Of the whole drawing.
  static let graph: [DOTAttribute] = [.placed]

  /// How many letters of a legend stand beside each other without making the paper wider.
  var legendWidth: Int { Int(paper.room / 5.6) }

  /// The title with what stands below it, at the top of the paper, and the paper's bounds: those of a box around all.
  func title(of drawing: Drawing) -> [DOTAttribute] {
    let title = drawing.title ?? Drawing.usualTitle
    var table = DOTText()
    // As wide as the room, whatever the width of its letters: so it starts at the margin.
    table.raw("<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"1\" ")
    table.raw("WIDTH=\"\(Int(paper.room))\"><TR><TD ALIGN=\"LEFT\">")
    table.raw(XMLText.escaped(paper.title(of: drawing)))
    table.raw("</TD></TR>")
    if let subtitle = paper.subtitle(of: drawing) {
      table.raw("<TR><TD ALIGN=\"LEFT\"><FONT POINT-SIZE=\"\(Int(PicturePaper.subtitleSize))\" ")
      table.raw("FACE=\"\(DOTAttribute.Font.regular.rawValue)\">\(XMLText.escaped(subtitle))")
      table.raw("</FONT></TD></TR>")
    }
    table.raw("</TABLE>")
    return [
      .html(table.bytes), .labelPosition(point(x: paper.width / 2, y: PicturePaper.head / 2)),
      .bounds(point(x: 0, y: paper.height), point(x: paper.width, y: 0)),
      .fontName(.bold), .fontSize(Int(PicturePaper.titleSize)), .penWidth(tenths: 0),
      .tooltip(title),
    ]
  }

  /// Where a node stands; nothing where it has no place.
  func node(_ id: String) -> [DOTAttribute] {
    guard let place = layout.nodes[id] else { return [] }
    return [.position(point(place.middle)), .size(width: place.width, height: place.height)]
  }

  /// Where a box stands, and in its upper left corner its label.
  func box(_ id: String, label: [String], labelSize: Double) -> [DOTAttribute] {
    guard let place = layout.boxes[id] else { return [] }
    let (left, upper) = (
      place.middle.x - place.width / 2, place.middle.y - place.height / 2
    )
    let bounds = DOTAttribute.bounds(
      point(.init(x: left, y: upper + place.height)), point(.init(x: left + place.width, y: upper)))
    guard !label.isEmpty else { return [bounds] }
    let width = label.map { SVGText.width($0, size: labelSize) }.max() ?? 0
    let height = Double(label.count) * labelSize * 1.2
    return [
      bounds, .labelPosition(point(.init(x: left + 8 + width / 2, y: upper + 4 + height / 2))),
    ]
  }

  /// The course of a line and where its label stands; nil where it has none, and room for words only where the layout
  /// has.
  func line(_ line: DrawnLine, id: String) -> (attributes: [DOTAttribute], hasLabel: Bool)? {
    guard let course = layout.lines[id] else { return nil }
    let (hasTail, hasHead) = (line.hasTail, line.hasHead)
    var attributes: [DOTAttribute] = [
      .course(
        tail: hasTail ? course.startTip.map(point) : nil,
        head: hasHead ? course.endTip.map(point) : nil,
        course.curve(hasTail: hasTail, hasHead: hasHead).map(point))
    ]
    if let label = course.label { attributes.append(.labelPosition(point(label))) }
    return (attributes, course.label != nil)
  }

  private func point(_ point: DrawingLayout.Point) -> DrawingLayout.Point {
    let onPaper = paper.point(point)
    return self.point(x: onPaper.x, y: onPaper.y)
  }

  /// A point of the paper, counted from its lower edge.
  private func point(x: Double, y: Double) -> DrawingLayout.Point {
    .init(x: x, y: paper.height - y)
  }
}
