/// The colours and shapes of a drawing.
public struct DrawingStyle: Hashable, Sendable {
  /// How the nodes of a class look.
  struct ClassStyle: Hashable, Sendable {
    var shape: DrawnShape
    var isRounded: Bool
    /// The highest rank's first; never empty.
    var fills: [DOTColor]
    var outline: DOTColor
  }

  /// What is other about one type than about its class.
  struct TypeStyle: Hashable, Sendable {
    var fill: DOTColor?
    var outline: DOTColor?
    var text: DOTColor?
  }

  /// Behind everything.
  var background: DOTColor
  /// Of titles, the legend and the labels of boxes.
  var text: DOTColor
  /// Of lines without a colour of their own.
  var line: DOTColor
  /// Of the words beside lines.
  var label: DOTColor
  /// Of lines by stroke, where it isn't `line`.
  var strokes: [LineStroke: DOTColor]
  /// Of lines that are all of one relation.
  var relations: [String: DOTColor]
  /// Of boxes, from outside in; never empty.
  var boxFills: [DOTColor]
  var boxOutline: DOTColor
  var classes: [String: ClassStyle]
  var types: [String: TypeStyle]
  /// Of what changed from one version to another, and of what didn't.
  var changes: [ChangeSign: DOTColor]

  /// The class that all have which the style doesn't name.
  static let otherClass = "other"

  /// On white.
  public static let light = builtIn("light")
  /// On a dark page.
  public static let dark = builtIn("dark")
  /// In black ink.
  public static let print = builtIn("print")
  /// The names of the built-in styles.
  public static let names = ["light", "dark", "print"]

  /// The built-in style of that name; nil where there is none.
  public static func named(_ name: String) -> DrawingStyle? {
    switch name {
    case "light": light
    case "dark": dark
    case "print": print
    default: nil
    }
  }

  /// Read once; the files are part of the program and were tested.
  private static func builtIn(_ name: String) -> DrawingStyle {
    let file = "styles/\(name).yaml"
    guard let text = KnowledgeFile.named(file)?.text,
      let style = try? DrawingStyle(yaml: text, file: file, extending: nil)
    else { preconditionFailure("the built-in style '\(name)' is well-formed") }
    return style
  }

  /// What legends call a box around nodes.
  var boxName: String { boxFills.first == background ? "box" : "grey box" }

  /// How nodes of a class look.
  func classStyle(_ name: String?) -> ClassStyle {
    classes[name ?? Self.otherClass] ?? classes[Self.otherClass]
      ?? ClassStyle(shape: .box, isRounded: false, fills: [background], outline: line)
  }

  /// The colour of its own that a line has: a denial's before a relation's; nil for `line`.
  func color(of line: DrawnLine) -> DOTColor? {
    color(ofRelation: line.relation, stroke: line.stroke)
  }

  /// The same, of a line that is all of one relation, or of several where that is nil.
  func color(ofRelation relation: String?, stroke: LineStroke) -> DOTColor? {
    let ofRelation = relation.flatMap { relations[$0] }
    let ofStroke = strokes[stroke]
    return stroke == .crossed ? ofStroke ?? ofRelation : ofRelation ?? ofStroke
  }
}
