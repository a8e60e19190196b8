private import Foundation

/// Where everything of a drawing stands, as Graphviz has laid it out: in points, from the upper left corner. Parts go
/// by the ids that `DOTWriter` gives them.
struct DrawingLayout: Sendable {
  /// A point of the picture.
  struct Point: Hashable, Sendable {
    var x: Double
    var y: Double
  }

  /// A rectangle around a middle.
  struct Place: Hashable, Sendable {
    var middle: Point
    var width: Double
    var height: Double
  }

  /// The course of a line.
  struct Course: Hashable, Sendable {
    /// A start, and three points for each Bézier curve.
    var points: [Point]
    /// Where arrow heads point to, which stand between the curve and the nodes.
    var startTip: Point?
    var endTip: Point?
    /// The middle of its label.
    var label: Point?

    /// The curve of a line with a head at its start, at its end, at both or at none: where no head stands at an end,
    /// it leads on to the node, straight.
    func curve(hasTail: Bool, hasHead: Bool) -> [Point] {
      var curve = points
      if !hasTail, let startTip { curve = [startTip, startTip, points[0]] + curve }
      if !hasHead, let endTip, let last = points.last { curve += [last, endTip, endTip] }
      return curve
    }
  }

  /// The size of it all.
  var width = 0.0
  var height = 0.0
  /// By the nodes' ids.
  var nodes: [String: Place] = [:]
  /// By the boxes' ids.
  var boxes: [String: Place] = [:]
  /// By the lines' ids.
  var lines: [String: Course] = [:]

  /// The layout that Graphviz writes as `json0`; nil where it isn't one.
  init?(json0 bytes: [UInt8]) {
    guard let file = try? JSONDecoder().decode(File.self, from: Data(bytes)),
      let bounds = Self.numbers(file.bb), bounds.count == 4
    else { return nil }
    width = bounds[2] - bounds[0]
    height = bounds[3] - bounds[1]
    // Graphviz counts from the lower left corner.
    let point = { (x: Double, y: Double) in Point(x: x - bounds[0], y: bounds[3] - y) }
    for object in file.objects ?? [] {
      guard let id = object.id else { continue }
      if let place = Self.numbers(object.pos), place.count == 2,
        let width = object.width.flatMap(Double.init),
        let height = object.height.flatMap(Double.init)
      {
        nodes[id] = Place(
          middle: point(place[0], place[1]), width: 72 * width, height: 72 * height)
      } else if let corners = Self.numbers(object.bb), corners.count == 4 {
        boxes[id] = Place(
          middle: point((corners[0] + corners[2]) / 2, (corners[1] + corners[3]) / 2),
          width: corners[2] - corners[0], height: corners[3] - corners[1])
      }
    }
    for edge in file.edges ?? [] {
      guard let id = edge.id, let course = edge.pos.flatMap({ Self.course($0, point) }) else {
        continue
      }
      lines[id] = course
      if let label = Self.numbers(edge.lp), label.count == 2 {
        lines[id]?.label = point(label[0], label[1])
      }
    }
  }

  /// "e,10,20 s,1,2 3,4 5,6 7,8 9,10": tips, then the points of the curve.
  private static func course(_ text: String, _ point: (Double, Double) -> Point) -> Course? {
    var course = Course(points: [])
    // Of several pieces, which only concentrated lines have, the first.
    for word in text.prefix(while: { $0 != ";" }).split(separator: " ") {
      let isTip = word.hasPrefix("e,") || word.hasPrefix("s,")
      guard let place = numbers(String(isTip ? word.dropFirst(2) : word[...])), place.count == 2
      else { return nil }
      let found = point(place[0], place[1])
      if word.hasPrefix("e,") {
        course.endTip = found
      } else if word.hasPrefix("s,") {
        course.startTip = found
      } else {
        course.points.append(found)
      }
    }
    return course.points.count >= 4 ? course : nil
  }

  private static func numbers(_ text: String?) -> [Double]? {
    guard let text else { return nil }
    let numbers = text.split(separator: ",").map { Double($0) }
    return numbers.contains(nil) ? nil : numbers.compactMap(\.self)
  }

  /// What of the file counts.
  private struct File: Decodable {
    struct Object: Decodable {
      var id: String?
      var pos: String?
      var bb: String?
      var width: String?
      var height: String?
    }
    struct Edge: Decodable {
      var id: String?
      var pos: String?
      var lp: String?
    }
    var bb: String?
    var objects: [Object]?
    var edges: [Edge]?
  }
}

extension GraphvizWorker {
  /// Where everything of a drawing stands.
  ///
  /// - Throws: `RenderError`.
  func layout(of drawing: Drawing) throws(RenderError) -> DrawingLayout {
    let bytes = try picture(
      dot: DOTWriter.bytes(of: drawing), format: .json0, engine: drawing.layout.engine.rawValue)
    guard let layout = DrawingLayout(json0: bytes) else {
      throw .wrongOutput(format: .json0, messages: "")
    }
    return layout
  }
}
