/// The sign of a status as a shape: the same forms as `Status.mark`, whatever fonts there are.
struct StatusSign {
  let status: Status
  let style: DrawingStyle

  /// The statuses that a timeline has, in their own order.
  static func used(in timeline: Timeline) -> [Status] {
    let used = Set(timeline.happenings.flatMap { $0.steps.map(\.status) })
    return Status.allCases.filter(used.contains)
  }

  /// Draws it around a point.
  func draw(on svg: inout SVGText, x: Double, y: Double, radius: Double) {
    let ink = style.label
    let negation = style.strokes[.crossed] ?? ink
    let (left, right, top, bottom) = (x - radius, x + radius, y - radius, y + radius)
    func disc(_ fill: DOTColor, _ stroke: DOTColor = ink) {
      svg.circle(x: x, y: y, radius: radius, fill: fill, stroke: stroke, width: 1.2)
    }
    switch status {
    case .actual: disc(ink)
    case .planned:
      // All but the quarter at the upper left.
      disc(style.background)
      svg.path(
        [
          .move(x, y), .line(x, top), .arc(radius, right, y), .arc(radius, x, bottom),
          .arc(radius, left, y), .close,
        ], fill: ink)
    case .proposed:
      disc(style.background)
      svg.path([.move(x, top), .arc(radius, right, y), .arc(radius, x, bottom), .close], fill: ink)
    case .possible: disc(style.background)
    case .postponed:
      svg.rectangle(
        x: left, y: top, width: 2 * radius, height: 2 * radius, fill: style.background)
      for bar in [x - radius / 2, x + radius / 2] {
        svg.line(from: (bar, top), to: (bar, bottom), stroke: negation, width: 2)
      }
    case .cancelled:
      disc(style.background, negation)
      let reach = radius * 0.7
      svg.line(
        from: (x - reach, y + reach), to: (x + reach, y - reach), stroke: negation, width: 1.2)
    case .denied:
      svg.rectangle(
        x: left, y: top, width: 2 * radius, height: 2 * radius, fill: style.background)
      let reach = radius * 0.85
      svg.line(from: (x - reach, y - reach), to: (x + reach, y + reach), stroke: negation, width: 2)
      svg.line(from: (x - reach, y + reach), to: (x + reach, y - reach), stroke: negation, width: 2)
    }
  }
}
