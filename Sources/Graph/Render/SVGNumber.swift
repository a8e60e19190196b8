/// Numbers as an SVG has them: of two decimals at most.
enum SVGNumber {
  static func text(_ value: Double) -> String {
    let hundredths = Int(min(max(value * 100, -1e12), 1e12).rounded())
    let sign = hundredths < 0 ? "-" : ""
    let (whole, part) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
    if part == 0 { return "\(sign)\(whole)" }
    return part % 10 == 0
      ? "\(sign)\(whole).\(part / 10)" : "\(sign)\(whole).\(part < 10 ? "0" : "")\(part)"
  }

  static func list(_ points: [DrawnStroke.Point]) -> String {
    points.map { "\(text($0.x)),\(text($0.y))" }.joined(separator: " ")
  }
}
