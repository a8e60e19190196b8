/// Writes SVG: the few forms that all our pictures are made of. Well-formed for any text.
struct SVGText {
  /// A step of a path, in points.
  enum Step {
    case move(Double, Double)
    case line(Double, Double)
    /// A quarter of a circle of that radius, clockwise.
    case arc(Double, Double, Double)
    case close
  }

  private(set) var bytes: [UInt8] = []

  private mutating func write(_ text: String) { bytes += text.utf8 }

  /// The head of a file, and its paper.
  mutating func open(width: Double, height: Double, title: String, paper: DOTColor) {
    let (width, height) = (SVGNumber.text(width), SVGNumber.text(height))
    write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    write("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" ")
    write("width=\"\(width)pt\" height=\"\(height)pt\" viewBox=\"0 0 \(width) \(height)\"\n")
    write("  font-family=\"\(DOTAttribute.Font.regular.rawValue)\" fill=\"none\">\n")
    self.title(title)
    write("<rect class=\"paper\" width=\"100%\" height=\"100%\" fill=\"\(paper.hexadecimal)\"/>\n")
  }

  mutating func close() { write("</svg>\n") }

  /// What follows, up to `endGroup`, tells the title where it is pointed at, and leads to the link.
  mutating func group(
    id: String? = nil, classes: [String] = [], title: String?, link: String? = nil
  ) {
    write("<g")
    if let id { write(" id=\"\(XMLText.escaped(id))\"") }
    if !classes.isEmpty { write(" class=\"\(classes.joined(separator: " "))\"") }
    write(">\n")
    if let title { self.title(title) }
    if let link { write("<a href=\"\(XMLText.escaped(link))\">\n") }
  }

  mutating func endGroup(hasLink: Bool = false) {
    if hasLink { write("</a>\n") }
    write("</g>\n")
  }

  private mutating func title(_ text: String) { write("<title>\(XMLText.escaped(text))</title>\n") }

  mutating func rectangle(x: Double, y: Double, width: Double, height: Double, fill: DOTColor) {
    write(
      "<rect x=\"\(SVGNumber.text(x))\" y=\"\(SVGNumber.text(y))\" width=\"\(SVGNumber.text(width))\" "
        + "height=\"\(SVGNumber.text(height))\" fill=\"\(fill.hexadecimal)\"/>\n")
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

  /// A line of text; `rim` is the colour of a rim that keeps it legible where it lies on lines.
  mutating func text(
    _ words: String, x: Double, y: Double, size: Double, isBold: Bool = false, fill: DOTColor,
    anchor: DrawnStroke.Anchor = .start, rim: DOTColor? = nil
  ) {
    write("<text")
    number("x", x)
    number("y", y)
    number("font-size", size)
    if anchor != .start { write(" text-anchor=\"\(anchor.rawValue)\"") }
    if isBold { write(" font-weight=\"bold\"") }
    write(" fill=\"\(fill.hexadecimal)\"")
    if let rim {
      write(" paint-order=\"stroke\" stroke=\"\(rim.hexadecimal)\" stroke-width=\"2.5\"")
    }
    // Else blanks at the ends are lost, and several become one (SVG 1.1, section 10.15).
    let hasBlanks =
      words.contains("  ") || words.contains("\t") || words.hasPrefix(" ") || words.hasSuffix(" ")
    if hasBlanks { write(" xml:space=\"preserve\"") }
    write(">\(XMLText.escaped(words))</text>\n")
  }

  private mutating func number(_ name: String, _ value: Double) {
    write(" \(name)=\"\(SVGNumber.text(value))\"")
  }

  // MARK: - Strokes

  /// A stroke of a drawing; `rim` is for text.
  mutating func stroke(_ stroke: DrawnStroke, rim: DOTColor? = nil) {
    switch stroke.shape {
    case .text(let words, let anchor):
      return text(
        words, x: stroke.points[0].x, y: stroke.points[0].y, size: stroke.fontSize,
        isBold: stroke.isBold, fill: stroke.pen ?? DOTColor(0), anchor: anchor, rim: rim)
    case .ellipse(let rx, let ry):
      write("<ellipse")
      number("cx", stroke.points[0].x)
      number("cy", stroke.points[0].y)
      number("rx", rx)
      number("ry", ry)
    case .rectangle(let width, let height, let radius):
      write("<rect")
      number("x", stroke.points[0].x)
      number("y", stroke.points[0].y)
      number("width", width)
      number("height", height)
      if radius > 0 { number("rx", radius) }
    case .polygon: write("<polygon points=\"\(SVGNumber.list(stroke.points))\"")
    case .curve:
      write("<path d=\"M\(SVGNumber.list([stroke.points[0]]))")
      write("C\(SVGNumber.list(Array(stroke.points.dropFirst())))\"")
    case .polyline: write("<polyline points=\"\(SVGNumber.list(stroke.points))\"")
    }
    if let fill = stroke.fill { write(" fill=\"\(fill.hexadecimal)\"") }
    if let pen = stroke.pen {
      write(" stroke=\"\(pen.hexadecimal)\"")
      if stroke.penWidth != 1 { number("stroke-width", stroke.penWidth) }
      switch stroke.dashes {
      case .solid: break
      case .dashed: write(" stroke-dasharray=\"5 2\"")
      case .dotted: write(" stroke-dasharray=\"1.5 3.5\"")
      }
    }
    write("/>\n")
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
