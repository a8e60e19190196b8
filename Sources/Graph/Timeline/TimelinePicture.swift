/// Draws a timeline as SVG: a row a happening, a sign for each day and status that it was reported with, by date of
/// publication from left to right; below the signs a bar where it happens itself.
///
/// Nothing is left to colour: statuses differ by the form of their signs, which are those of the drawings of graphs.
/// All widths of text are estimated, since what opens the picture chooses the font.
public struct TimelinePicture {
  private let timeline: Timeline
  private let style: DrawingStyle
  private let title: String
  private let rows: [Row]
  private let axis: TimeAxis
  private var svg = SVGText()

  /// A happening with its signs in lanes, so that none covers another.
  private struct Row {
    struct Sign {
      let step: Timeline.Step
      let x: Double
      let lane: Int
    }

    let happening: Timeline.Happening
    let signs: [Sign]
    /// Where the row starts and how tall it is, in points.
    let top: Double
    let height: Double
  }

  private enum Size {
    static let width = 960.0
    static let margin = 16.0
    static let axisLeft = 330.0
    /// Where undated reports stand, left of the axis.
    static let undated = 34.0
    static let head = 72.0
    static let lane = 16.0
    static let sign = 5.5
    static let statement = 11.0
    static let small = 9.0
  }

  /// A picture in that style.
  ///
  /// The title is the subjects' names where none is given.
  public init(_ timeline: Timeline, title: String? = nil, style: DrawingStyle = .light) {
    self.timeline = timeline
    self.style = style
    self.title = title ?? timeline.title
    let reports = timeline.happenings.flatMap { $0.steps.compactMap { $0.published?.firstDay } }
    let isUndated = timeline.happenings.contains { $0.steps.contains { $0.published == nil } }
    axis = TimeAxis(
      reports: reports, happenings: timeline.happenings.compactMap(\.edge.time),
      span: Size.axisLeft + (isUndated ? Size.undated : 0)...Size.width - Size.margin)
    var top = Size.head
    var rows: [Row] = []
    for happening in timeline.happenings {
      let signs = Self.signs(of: happening, on: axis)
      let lanes = (signs.map(\.lane).max() ?? 0) + 1
      let bar = happening.edge.time == nil ? 6.0 : 16.0
      let height = max(34, Double(lanes) * Size.lane + bar)
      rows.append(Row(happening: happening, signs: signs, top: top, height: height))
      top += height
    }
    self.rows = rows
  }

  private static func signs(of happening: Timeline.Happening, on axis: TimeAxis) -> [Row.Sign] {
    /// Up to where each lane is taken.
    var taken: [Double] = []
    return happening.steps.map { step in
      let x =
        step.published.map { axis.position(of: $0.firstDay) }
        ?? Size.axisLeft + Size.sign
      let lane = taken.firstIndex { $0 <= x - Size.sign } ?? taken.count
      if lane == taken.count { taken.append(0) }
      let count = step.reports.count
      let number = count > 1 ? SVGText.width(String(count), size: Size.small) + 3 : 0
      taken[lane] = x + Size.sign + number + 2
      return Row.Sign(step: step, x: x, lane: lane)
    }
  }

  /// The file's bytes.
  public var bytes: [UInt8] {
    var picture = self
    return picture.draw()
  }

  private mutating func draw() -> [UInt8] {
    let bottom = (rows.last.map { $0.top + $0.height } ?? Size.head) + 6
    let legend = StatusSign.used(in: timeline)
    let height = bottom + 46 + Size.margin
    svg.open(
      width: Size.width, height: height, title: "\(title): \(timeline.summary)",
      paper: style.background)
    text(
      SVGText.fitted(title, size: 16, width: Size.width - 2 * Size.margin), Size.margin, 28,
      size: 16, isBold: true)
    text(timeline.summary, Size.margin, 46, size: Size.small + 1)
    drawAxis(down: bottom)
    for row in rows { draw(row) }
    drawLegend(legend, y: bottom + 34)
    svg.close()
    return svg.bytes
  }

  private mutating func text(
    _ words: String, _ x: Double, _ y: Double, size: Double, isBold: Bool = false,
    color: DOTColor? = nil, anchor: DrawnStroke.Anchor = .start
  ) {
    svg.text(
      words, x: x, y: y, size: size, isBold: isBold, fill: color ?? style.text, anchor: anchor)
  }

  // MARK: - The axis

  private mutating func drawAxis(down bottom: Double) {
    if axis.span.lowerBound > Size.axisLeft {
      text("undated", Size.axisLeft - 4, Size.head - 6, size: Size.small, color: style.label)
    }
    for tick in axis.ticks(apart: 62) {
      let x = axis.position(of: tick.day)
      svg.line(from: (x, Size.head - 2), to: (x, bottom), stroke: style.boxOutline, width: 0.5)
      // Dates stand beside their line, and the last one may have no room there.
      guard x + SVGText.width(tick.label, size: Size.small) < Size.width - 4 else { continue }
      text(tick.label, x + 2, Size.head - 6, size: Size.small, color: style.label)
      if rows.count > 12 {
        text(tick.label, x + 2, bottom + 8, size: Size.small, color: style.label)
      }
    }
  }

  // MARK: - Rows

  private mutating func draw(_ row: Row) {
    let happening = row.happening
    svg.line(
      from: (Size.margin, row.top), to: (Size.width - Size.margin, row.top),
      stroke: style.boxOutline, width: 0.5)
    let room = Size.axisLeft - Size.margin - 14
    svg.group(
      title: [happening.statement, happening.qualifiers, happening.historyText].compactMap(\.self)
        .joined(separator: "\n"))
    text(
      SVGText.fitted(happening.statement, size: Size.statement, width: room), Size.margin,
      row.top + 14, size: Size.statement)
    let details = [happening.historyText, happening.qualifiers].compactMap(\.self)
      .joined(separator: "; ")
    text(
      SVGText.fitted(details, size: Size.small, width: room), Size.margin, row.top + 27,
      size: Size.small, color: style.label)
    svg.endGroup()
    drawTime(of: row)
    let center = row.top + 12
    if let first = row.signs.first, let last = row.signs.last, first.x < last.x {
      svg.line(from: (first.x, center), to: (last.x, center), stroke: style.line, width: 1)
    }
    for sign in row.signs { draw(sign, y: center + Double(sign.lane) * Size.lane) }
  }

  /// A bar where it happens, as the graph has it in the end; open where it goes on.
  private mutating func drawTime(of row: Row) {
    guard let time = row.happening.edge.time, let extent = axis.extent(of: time) else { return }
    let y = row.top + row.height - 8
    let start = extent.range.lowerBound
    let width = max(4, extent.range.upperBound - start)
    svg.group(title: "\(row.happening.statement): \(time)")
    svg.rectangle(
      x: min(start, axis.span.upperBound - width), y: y - 2, width: width, height: 4,
      fill: style.line)
    // What goes on ends in a point.
    if extent.isCut.end { arrow(x: axis.span.upperBound, y: y, to: 1) }
    if extent.isCut.start { arrow(x: axis.span.lowerBound, y: y, to: -1) }
    svg.endGroup()
  }

  private mutating func arrow(x: Double, y: Double, to direction: Double) {
    svg.path(
      [
        .move(x - 2 * direction, y - 5), .line(x + 6 * direction, y),
        .line(x - 2 * direction, y + 5), .close,
      ],
      fill: style.line)
  }

  private mutating func draw(_ sign: Row.Sign, y: Double) {
    svg.group(title: Self.tooltip(of: sign.step))
    StatusSign(status: sign.step.status, style: style).draw(
      on: &svg, x: sign.x, y: y, radius: Size.sign)
    if sign.step.reports.count > 1 {
      text(
        String(sign.step.reports.count), sign.x + Size.sign + 3, y + 3.5, size: Size.small,
        color: style.label)
    }
    svg.endGroup()
  }

  private static func tooltip(of step: Timeline.Step) -> String {
    let head = [
      step.published?.rawValue ?? "undated", step.status.rawValue, step.time.map { "for \($0)" },
    ].compactMap(\.self).joined(separator: ", ")
    return ([head] + step.reports.map { "\($0.place): \(Timeline.oneLine($0.evidence.text))" })
      .joined(separator: "\n")
  }

  // MARK: - The legend

  private mutating func drawLegend(_ statuses: [Status], y: Double) {
    var x = Size.margin + Size.sign
    for status in statuses {
      StatusSign(status: status, style: style).draw(on: &svg, x: x, y: y - 3.5, radius: Size.sign)
      let words = status.rawValue
      text(words, x + Size.sign + 4, y, size: Size.small + 1)
      x += Size.sign * 2 + SVGText.width(words, size: Size.small + 1) + 18
    }
    svg.rectangle(x: x - Size.sign, y: y - 5.5, width: 16, height: 4, fill: style.line)
    let words = "when it happens; signs stand where it was published, with the number of sentences"
    text(words, x + 15, y, size: Size.small + 1)
  }
}
