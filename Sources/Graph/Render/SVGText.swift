/// Writes SVG: the few forms that our own pictures are made of. Well-formed for any text.
struct SVGText {
  /// On which side of its point a text stands.
  enum Anchor: String {
    case start
    case middle
    case end
  }

  /// A step of a path, in points.
  enum Step {
    case move(Double, Double)
    case line(Double, Double)
    /// A quarter of a circle of that radius, clockwise.
    case arc(Double, Double, Double)
    case close
  }

  /// How a form is stroked.
  struct Stroke {
    var color: DOTColor
    var width = 1.0
    /// Lengths of strokes and gaps, in points; none for a solid line.
    var dashes: [Double] = []
  }

  private(set) var bytes: [UInt8] = []

  private mutating func write(_ text: String) { bytes += text.utf8 }

  mutating func open(width: Double, height: Double, title: String) {
    let size = "width=\"\(SVGNumber.text(width))pt\" height=\"\(SVGNumber.text(height))pt\""
    write(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <svg xmlns="http://www.w3.org/2000/svg" role="img" \(size) viewBox="0 0 \(SVGNumber.text(width)) \(SVGNumber.text(height))" \
      font-family="DejaVu Sans Condensed,DejaVu Sans,Verdana,sans-serif">
      <title>\(XMLText.escaped(title))</title>

      """)
  }

  mutating func close() { write("</svg>\n") }

  /// What follows, up to `endGroup`, tells the title where it is pointed at.
  mutating func group(id: String? = nil, title: String) {
    let name = id.map { " id=\"\(XMLText.escaped($0))\"" } ?? ""
    write("<g\(name)><title>\(XMLText.escaped(title))</title>\n")
  }

  mutating func endGroup() { write("</g>\n") }

  mutating func rectangle(x: Double, y: Double, width: Double, height: Double, fill: DOTColor) {
    write(
      "<rect x=\"\(SVGNumber.text(x))\" y=\"\(SVGNumber.text(y))\" width=\"\(SVGNumber.text(width))\" "
        + "height=\"\(SVGNumber.text(height))\" fill=\"\(fill.hexadecimal)\"/>\n")
  }

  /// A form with an outline, as `rect`, `ellipse`, `polygon` or `path` with their measures.
  mutating func form(_ element: String, _ measures: String, fill: DOTColor?, stroke: Stroke?) {
    write("<\(element) \(measures) fill=\"\(fill?.hexadecimal ?? "none")\"")
    if let stroke {
      write(
        " stroke=\"\(stroke.color.hexadecimal)\" stroke-width=\"\(SVGNumber.text(stroke.width))\"")
      if !stroke.dashes.isEmpty {
        write(
          " stroke-dasharray=\"\(stroke.dashes.map(SVGNumber.text).joined(separator: " "))\"")
      }
    }
    write("/>\n")
  }

  mutating func circle(
    x: Double, y: Double, radius: Double, fill: DOTColor, stroke: DOTColor, width: Double
  ) {
    write(
      "<circle cx=\"\(SVGNumber.text(x))\" cy=\"\(SVGNumber.text(y))\" r=\"\(SVGNumber.text(radius))\" "
        + "fill=\"\(fill.hexadecimal)\" stroke=\"\(stroke.hexadecimal)\" "
        + "stroke-width=\"\(SVGNumber.text(width))\"/>\n")
  }

  mutating func line(
    from start: (Double, Double), to end: (Double, Double), stroke: DOTColor, width: Double
  ) {
    write(
      "<line x1=\"\(SVGNumber.text(start.0))\" y1=\"\(SVGNumber.text(start.1))\" "
        + "x2=\"\(SVGNumber.text(end.0))\" y2=\"\(SVGNumber.text(end.1))\" "
        + "stroke=\"\(stroke.hexadecimal)\" stroke-width=\"\(SVGNumber.text(width))\"/>\n")
  }

  mutating func path(_ steps: [Step], fill: DOTColor) {
    let data = steps.map { step in
      switch step {
      case .move(let x, let y): "M\(SVGNumber.text(x)) \(SVGNumber.text(y))"
      case .line(let x, let y): "L\(SVGNumber.text(x)) \(SVGNumber.text(y))"
      case .arc(let radius, let x, let y):
        "A\(SVGNumber.text(radius)) \(SVGNumber.text(radius)) 0 0 1 \(SVGNumber.text(x)) \(SVGNumber.text(y))"
      case .close: "Z"
      }
    }
    write("<path d=\"\(data.joined(separator: " "))\" fill=\"\(fill.hexadecimal)\"/>\n")
  }

  mutating func text(
    _ words: String, x: Double, y: Double, size: Double, isBold: Bool = false, fill: DOTColor,
    anchor: Anchor = .start, rim: DOTColor? = nil
  ) {
    let weight = isBold ? " font-weight=\"bold\"" : ""
    let side = anchor == .start ? "" : " text-anchor=\"\(anchor.rawValue)\""
    write(
      "<text x=\"\(SVGNumber.text(x))\" y=\"\(SVGNumber.text(y))\" font-size=\"\(SVGNumber.text(size))\""
        + "\(weight)\(side)\(Self.halo(rim)) fill=\"\(fill.hexadecimal)\">\(XMLText.escaped(words))</text>\n"
    )
  }

  /// A rim of paper, which keeps words legible that lie on lines.
  private static func halo(_ paper: DOTColor?) -> String {
    paper.map { " paint-order=\"stroke\" stroke=\"\($0.hexadecimal)\" stroke-width=\"2.5\"" } ?? ""
  }

  // MARK: - How wide text is

  /// About how wide a text is, in points: scripts of Latin letters as DejaVu Sans Condensed has them on the average,
  /// wide characters a square each.
  static func width(_ text: String, size: Double) -> Double {
    text.unicodeScalars.reduce(0.0) { $0 + share(of: $1) } * size
  }

  private static func share(of scalar: Unicode.Scalar) -> Double {
    switch scalar {
    case "i", "j", "l", "I", "|", ".", ",", ":", ";", "'", " ": 0.32
    case "m", "w", "M", "W", "@", "%", "→": 0.88
    case "a"..."z", "0"..."9": 0.55
    case "A"..."Z": 0.64
    default:
      scalar.value < 0x1100
        ? 0.6
        : scalar.properties.isIdeographic || scalar.value < 0x1200 || scalar.value >= 0x3000
          ? 1.05 : 0.75
    }
  }

  /// The text, cut with an ellipsis where it is wider.
  static func fitted(_ text: String, size: Double, width room: Double) -> String {
    guard width(text, size: size) > room else { return text }
    var cut = ""
    var taken = width("…", size: size)
    for character in text {
      taken += width(String(character), size: size)
      if taken > room { break }
      cut.append(character)
    }
    while cut.hasSuffix(" ") { cut.removeLast() }
    return cut + "…"
  }
}
