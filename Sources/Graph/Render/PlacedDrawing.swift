internal import Foundation

/// Where the parts of a drawing stand on the paper, and with which strokes they are drawn: as Graphviz has it, or
/// `DrawingPlacement`.
///
/// Of Graphviz it is read from what that calls `json`: the drawing operations of `xdot` (graphviz.org/docs/outputs/canon/#xdot), with
/// each part's name. Coordinates are points, counted from the lower left; here they are turned, so that y grows
/// downwards, and the paper's upper left is the origin.
struct PlacedDrawing {
  /// A title, box, node or line.
  struct Part {
    /// The id that the DOT gives it; empty for a title.
    var id = ""
    /// In the order of drawing.
    var strokes: [DrawnStroke] = []
  }

  /// Of the whole paper, in points.
  let width: Double
  let height: Double
  let legend: [DrawnStroke]
  /// The title among them, without an id.
  let boxes: [Part]
  let nodes: [Part]
  let lines: [Part]

  /// Parts that stand on the paper already.
  init(
    width: Double, height: Double, legend: [DrawnStroke], boxes: [Part], nodes: [Part],
    lines: [Part]
  ) {
    self.width = width
    self.height = height
    self.legend = legend
    self.boxes = boxes
    self.nodes = nodes
    self.lines = lines
  }

  /// Reads what Graphviz writes, with `margin` points of paper around it.
  ///
  /// - Throws: `RenderError.wrongOutput` where it isn't of this form.
  init(_ bytes: [UInt8], margin: Double) throws(RenderError) {
    do throws(SchemaViolation) {
      let read = try JSONScanner.read(
        Data(bytes), source: .part("json"), remedy: "",
        { json throws(SchemaViolation) in try Content(from: &json) })
      let place = Placement(bounds: read.bounds, margin: margin)
      width = place.width
      height = place.height
      legend = read.legend.map(place.moved)
      let parts = read.parts.map { part in
        (isBox: part.isBox, part: Part(id: part.id, strokes: part.strokes.map(place.moved)))
      }
      boxes = parts.filter(\.isBox).map(\.part)
      nodes = parts.filter { !$0.isBox }.map(\.part)
      lines = read.lines.map { Part(id: $0.id, strokes: $0.strokes.map(place.moved)) }
    } catch {
      throw .wrongOutput(format: .svg, messages: "\(error)")
    }
  }

  /// What stands in the file.
  private struct Content: JSONRecord {
    /// Left, lower, right, upper.
    var bounds = [0.0, 0, 0, 0]
    var legend: [DrawnStroke] = []
    var parts: [(isBox: Bool, id: String, strokes: [DrawnStroke])] = []
    var lines: [(isBox: Bool, id: String, strokes: [DrawnStroke])] = []

    init(from json: inout JSONScanner) throws(SchemaViolation) {
      try json.beginObject("a graph")
      while let key = try json.nextMember() {
        switch key {
        case "bb":
          let start = json.offset
          let corners = try json.string().split(separator: ",").compactMap { Double($0) }
          guard corners.count == 4 else {
            throw json.violation(at: start, found: "no bounds", expected: "four numbers")
          }
          bounds = corners
        case "_ldraw_": legend = try DrawnStroke.list(&json)
        case "objects":
          parts = try json.list { json throws(SchemaViolation) in try Self.part(&json) }
        case "edges":
          lines = try json.list { json throws(SchemaViolation) in try Self.part(&json) }
        default: try json.skip()
        }
      }
    }

    /// A line's label comes last, as it lies above the line.
    private static func part(
      _ json: inout JSONScanner
    ) throws(SchemaViolation) -> (isBox: Bool, id: String, strokes: [DrawnStroke]) {
      var part = (isBox: false, id: "", strokes: [DrawnStroke]())
      var label: [DrawnStroke] = []
      try json.beginObject("a part")
      while let key = try json.nextMember() {
        switch key {
        // Of the parts, boxes alone have bounds.
        case "bb":
          part.isBox = true
          try json.skip()
        case "id": part.id = try json.string()
        case "_draw_", "_hdraw_", "_tdraw_": part.strokes += try DrawnStroke.list(&json)
        case "_ldraw_": label += try DrawnStroke.list(&json)
        default: try json.skip()
        }
      }
      part.strokes += label
      return part
    }
  }

  /// From Graphviz's coordinates to the paper's.
  private struct Placement {
    let bounds: [Double]
    let margin: Double

    var width: Double { max(0, bounds[2] - bounds[0]) + 2 * margin }
    var height: Double { max(0, bounds[3] - bounds[1]) + 2 * margin }

    func moved(_ stroke: DrawnStroke) -> DrawnStroke {
      var result = stroke
      result.points = stroke.points.map {
        DrawnStroke.Point(x: $0.x - bounds[0] + margin, y: bounds[3] - $0.y + margin)
      }
      return result
    }
  }
}
