internal import Foundation

/// One thing that is drawn: an outline, a filled shape or a line of text, with its looks.
struct DrawnStroke {
  struct Point: Hashable {
    var x: Double
    var y: Double
  }

  enum Shape: Hashable {
    case polygon
    /// The point is its upper left corner.
    case rectangle(width: Double, height: Double, radius: Double)
    /// The points are the centre only.
    case ellipse(rx: Double, ry: Double)
    /// The first point, then three for each piece: two that pull, one to reach.
    case curve
    case polyline
    /// The point is where it is anchored, on the line that the letters stand on.
    case text(String, Anchor)
  }

  enum Anchor: String { case start, middle, end }

  /// How the pen moves.
  enum Dashes: Hashable { case solid, dashed, dotted }

  var shape: Shape
  var points: [Point]
  /// nil for what isn't filled.
  var fill: DOTColor?
  /// nil for what has no outline; of text, the colour of the letters.
  var pen: DOTColor?
  /// In points.
  var penWidth = 1.0
  var dashes = Dashes.solid
  var fontSize = 0.0
  var isBold = false
}

extension DrawnStroke {
  /// The strokes of a list of operations, each with the looks that the ones before it set.
  static func list(_ json: inout JSONScanner) throws(SchemaViolation) -> [DrawnStroke] {
    var pen = Pen()
    var strokes: [DrawnStroke] = []
    try json.beginList()
    while try json.nextElement() {
      let operation = try Operation(from: &json)
      if let stroke = pen.stroke(operation) { strokes.append(stroke) }
    }
    return strokes
  }

  /// An operation of `xdot`, as the letter and what comes with it.
  private struct Operation: JSONRecord {
    var letter = ""
    var color = ""
    var style = ""
    var size = 0.0
    var face = ""
    var points: [Point] = []
    var rectangle: [Double] = []
    var align = ""
    var text = ""

    init(from json: inout JSONScanner) throws(SchemaViolation) {
      try json.beginObject("an operation")
      while let key = try json.nextMember() {
        switch key {
        case "op": letter = try json.repeated()
        case "color": color = try json.repeated()
        case "style": style = try json.repeated()
        case "size": size = try json.decimal()
        case "face": face = try json.repeated()
        case "pt": points = [try Self.point(&json)]
        case "points":
          points = try json.list { json throws(SchemaViolation) in try Self.point(&json) }
        case "rect":
          rectangle = try json.list { json throws(SchemaViolation) in try json.decimal() }
        case "align": align = try json.repeated()
        case "text": text = try json.string()
        default: try json.skip()
        }
      }
    }

    private static func point(_ json: inout JSONScanner) throws(SchemaViolation) -> Point {
      let start = json.offset
      let numbers = try json.list { json throws(SchemaViolation) in try json.decimal() }
      guard numbers.count == 2 else {
        throw json.violation(
          at: start, found: "\(numbers.count) numbers", expected: "two for a point")
      }
      return Point(x: numbers[0], y: numbers[1])
    }
  }

  /// What stays set from one operation to the next.
  private struct Pen {
    var line: DOTColor? = DOTColor(0)
    var fill: DOTColor?
    var width = 1.0
    var dashes = Dashes.solid
    var fontSize = 14.0
    var isBold = false

    mutating func stroke(_ operation: Operation) -> DrawnStroke? {
      switch operation.letter {
      case "c": line = Self.color(operation.color)
      case "C": fill = Self.color(operation.color)
      case "S": set(style: operation.style)
      case "F":
        fontSize = operation.size
        isBold = operation.face.contains("Bold")
      case "P", "p": return drawn(.polygon, operation.points, isFilled: operation.letter == "P")
      case "B", "b": return drawn(.curve, operation.points, isFilled: operation.letter == "B")
      case "L": return drawn(.polyline, operation.points, isFilled: false)
      case "E", "e":
        guard operation.rectangle.count == 4 else { return nil }
        let box = operation.rectangle
        return drawn(
          .ellipse(rx: box[2], ry: box[3]), [Point(x: box[0], y: box[1])],
          isFilled: operation.letter == "E")
      case "T":
        let anchor: Anchor =
          operation.align == "l" ? .start : operation.align == "r" ? .end : .middle
        return drawn(.text(operation.text, anchor), operation.points, isFilled: false)
      // Pictures, gradients and underlines, which no drawing of graphgen's has.
      default: break
      }
      return nil
    }

    private func drawn(_ shape: Shape, _ points: [Point], isFilled: Bool) -> DrawnStroke? {
      guard !points.isEmpty, points.allSatisfy({ $0.x.isFinite && $0.y.isFinite }) else {
        return nil
      }
      return DrawnStroke(
        shape: shape, points: points, fill: isFilled ? fill : nil, pen: line, penWidth: width,
        dashes: dashes, fontSize: fontSize, isBold: isBold)
    }

    private mutating func set(style: String) {
      switch style {
      case "solid": dashes = .solid
      case "dashed": dashes = .dashed
      case "dotted": dashes = .dotted
      default:
        guard style.hasPrefix("setlinewidth("), style.hasSuffix(")") else { return }
        width = Double(style.dropFirst("setlinewidth(".count).dropLast()) ?? width
      }
    }

    /// `#rrggbb`, or with two more digits for how opaque: what is nearly transparent is none.
    private static func color(_ text: String) -> DOTColor? {
      let digits = text.dropFirst()
      guard text.hasPrefix("#"), [6, 8].contains(digits.count),
        let rgb = UInt32(digits.prefix(6), radix: 16)
      else { return nil }
      let opacity = UInt32(digits.dropFirst(6), radix: 16) ?? 255
      return opacity < 8 ? nil : DOTColor(rgb)
    }
  }
}

extension JSONScanner {
  /// A number of any kind.
  mutating func decimal() throws(SchemaViolation) -> Double {
    let start = offset
    try skip()
    guard let number = Double(text(in: start..<offset).trimmed) else {
      throw violation(at: start, found: "no number", expected: "a number")
    }
    return number
  }
}

extension String {
  fileprivate var trimmed: String { trimmingCharacters(in: .whitespacesAndNewlines) }
}
