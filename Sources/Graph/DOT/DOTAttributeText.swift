extension DOTText {
  /// ` [a=…, b=…]`, or nothing where there are none.
  mutating func attributes(_ list: [DOTAttribute]) {
    guard !list.isEmpty else { return }
    raw(" [")
    self.list(list)
    raw("]")
  }

  /// `a=…, b=…`.
  mutating func list(_ list: [DOTAttribute]) {
    for (index, attribute) in list.enumerated() {
      if index > 0 { raw(", ") }
      self.attribute(attribute)
    }
  }

  /// `name=value`.
  mutating func attribute(_ attribute: DOTAttribute) {
    switch attribute {
    case .label(let lines):
      raw("label=")
      label(lines)
    case .leftLabel(let lines):
      raw("label=")
      leftLabel(lines.joined(separator: "\n"))
    case .html(let table):
      raw("label=<")
      raw(String(decoding: table, as: UTF8.self))
      raw(">")
    case .noLabel: raw("label=\"\"")
    case .tooltip(let text):
      raw("tooltip=")
      tooltip(text)
    case .link(let text):
      raw("URL=")
      label(text)
    case .id(let text):
      raw("id=")
      label(text)
    case .shape(let shape): raw("shape=\(shape.rawValue)")
    case .style(let styles):
      raw("style=\"\(styles.map(\.rawValue).joined(separator: ","))\"")
    case .fillColor(let color): raw("fillcolor=\"\(color.hexadecimal)\"")
    case .color(let color): raw("color=\"\(color.hexadecimal)\"")
    case .fontColor(let color): raw("fontcolor=\"\(color.hexadecimal)\"")
    case .background(let color): raw("bgcolor=\"\(color.hexadecimal)\"")
    case .resolution(let dotsPerInch): raw("dpi=\(dotsPerInch)")
    case .fontName(let font): raw("fontname=\"\(font.rawValue)\"")
    case .fontSize(let points): raw("fontsize=\(points)")
    case .penWidth(let tenths): raw("penwidth=\(Self.decimal(tenths, 1))")
    case .peripheries(let count): raw("peripheries=\(count)")
    case .weight(let weight): raw("weight=\(min(max(weight, 0), 100))")
    case .direction(let ends): raw("dir=\(ends.rawValue)")
    case .arrowHead(let shape): raw("arrowhead=\(shape.rawValue)")
    case .arrowTail(let shape): raw("arrowtail=\(shape.rawValue)")
    case .arrowSize(let tenths): raw("arrowsize=\(Self.decimal(tenths, 1))")
    case .margin(let x, let y): raw("margin=\"\(Self.decimal(x, 2)),\(Self.decimal(y, 2))\"")
    case .clusterMargin(let points): raw("margin=\(points)")
    case .height(let hundredths): raw("height=\(Self.decimal(hundredths, 2))")
    case .width(let hundredths): raw("width=\(Self.decimal(hundredths, 2))")
    case .rankDirection(let direction): raw("rankdir=\(direction.rawValue)")
    case .nodeSeparation(let hundredths): raw("nodesep=\(Self.decimal(hundredths, 2))")
    case .rankSeparation(let hundredths): raw("ranksep=\(Self.decimal(hundredths, 2))")
    case .layout(let engine): raw("layout=\(engine.rawValue)")
    case .overlap(let kind): raw("overlap=\(kind.rawValue)")
    case .overlapScale(let times): raw("overlap_scaling=-\(times)")
    case .springLength(let tenths): raw("K=\(Self.decimal(tenths, 1))")
    case .linesFirst: raw("outputorder=edgesfirst")
    case .charset: raw("charset=\"UTF-8\"")
    case .splines(let kind): raw("splines=\(kind.rawValue)")
    case .labelLocation(let location): raw("labelloc=\(location.rawValue)")
    case .labelJustification(let side): raw("labeljust=\(side.rawValue)")
    case .simplexLimits(let tenths):
      raw("nslimit=\(Self.decimal(tenths, 1)), nslimit1=\(Self.decimal(tenths, 1))")
    case .crossingEffort(let tenths): raw("mclimit=\(Self.decimal(tenths, 1))")
    case .pad(let hundredths): raw("pad=\(Self.decimal(hundredths, 2))")
    case .noPageMargin: raw("margin=0")
    case .placed: raw("layout=\(DOTPlaces.engine), notranslate=true")
    case .position(let point): raw("pos=\"\(Self.text(point))!\"")
    case .size(let width, let height):
      raw("fixedsize=true, width=\(Self.inches(width)), height=\(Self.inches(height))")
    case .bounds(let lower, let upper): raw("bb=\"\(Self.text(lower)),\(Self.text(upper))\"")
    case .labelPosition(let point): raw("lp=\"\(Self.text(point))\"")
    case .course(let tail, let head, let points):
      let tips =
        (tail.map { ["s,\(Self.text($0))"] } ?? []) + (head.map { ["e,\(Self.text($0))"] } ?? [])
      raw("pos=\"\((tips + points.map(Self.text)).joined(separator: " "))\"")
    }
  }

  private static func text(_ point: DrawingLayout.Point) -> String {
    "\(SVGNumber.text(point.x)),\(SVGNumber.text(point.y))"
  }

  /// Points in inches, to a hundredth of a point.
  private static func inches(_ points: Double) -> String {
    let value = Int(min(max(points / 72 * 10_000, 0), 1e12).rounded())
    let part = String(value % 10_000)
    return "\(value / 10_000).\(String(repeating: "0", count: 4 - part.count))\(part)"
  }

  /// `value` with its last digits behind the point: decimal(25, 1) is 2.5. Never in another
  /// locale's form.
  private static func decimal(_ value: Int, _ digits: Int) -> String {
    let value = max(0, value)
    let scale = digits == 1 ? 10 : 100
    let part = value % scale
    return "\(value / scale).\(digits == 2 && part < 10 ? "0" : "")\(part)"
  }
}
