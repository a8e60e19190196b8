/// What the signs of a drawing mean, as far as it uses them, and what it leaves out.
public struct Legend: Hashable, Sendable {
  /// A type of node and how it looks.
  public struct TypeEntry: Hashable, Sendable {
    /// The type's name for people.
    public var label: String
    /// How its nodes look.
    public var style: NodeStyle
  }

  /// An outline and what it stands for.
  public struct ShapeEntry: Hashable, Sendable {
    /// The outline, in words.
    public var shape: String
    /// The classes of nodes, ascending.
    public var classes: [String]
  }

  /// The types of the drawn nodes, in the ontology's order.
  public var types: [TypeEntry] = []
  /// The outlines of the drawn nodes, and which classes have them.
  public var shapes: [ShapeEntry] = []
  /// The strokes of the drawn lines.
  public var strokes: [LineStroke] = []
  /// The statuses whose marks stand in labels.
  public var marks: [Status] = []
  /// Whether labels count facts, as in "meets (2)".
  public var counts = false
  /// Whether there are boxes.
  public var boxes = false
  /// What stands in a box.
  public var boxMeaning = countryBoxes
  /// Whether a shape bears several names.
  public var twins = false
  /// Which changes are drawn.
  public var changes: [ChangeSign] = []
  /// What isn't drawn, in words.
  public var omissions: [String] = []

  /// Whether nobody wants one.
  public var isLeftOut = false

  /// Whether there is nothing to explain.
  var isEmpty: Bool {
    var legend = self
    if !boxes { legend.boxMeaning = Self.countryBoxes }
    return isLeftOut || legend == Legend()
  }

  static let countryBoxes = "in office there, lies there, or part of it"

  /// A legend without an entry.
  init() {}

  /// No legend at all.
  public static let none = {
    var legend = Legend()
    legend.isLeftOut = true
    return legend
  }()

  init(
    _ drawing: Drawing, shownNodes: [Node], shownEdges: [Edge], view: GraphView, contained: Int,
    choices: Drawing.Choices
  ) {
    let ontology = view.graph.ontology
    let used = Set(shownNodes.map(\.type))
    types = ontology.nodeTypes.filter { used.contains($0.name) }.map {
      TypeEntry(
        label: $0.label, style: NodeStyle(type: $0.name, ontology: ontology, in: drawing.style))
    }
    var classes: [String: Set<String>] = [:]
    for node in shownNodes {
      let style = NodeStyle(type: node.type, ontology: ontology, in: drawing.style)
      classes[style.shapeName, default: []].insert(String(node.id.nodeClass))
    }
    shapes = classes.sorted { $0.key.utf8Precedes($1.key) }.map {
      ShapeEntry(shape: $0.key, classes: $0.value.sorted())
    }
    let usedStrokes = Set(drawing.lines.map(\.stroke))
    strokes = LineStroke.allCases.filter(usedStrokes.contains)
    let text = drawing.lines.flatMap(\.label).joined(separator: "\n")
    marks = Status.allCases.filter { status in shownEdges.contains { $0.status == status } }
    if !text.contains(Status.actual.mark) { marks.removeAll { $0 == .actual } }
    counts = text.contains(/\(\d+\)/)
    if choices.labels == .terse {
      marks = []
      counts = false
    }
    boxes = !drawing.boxes.isEmpty
    boxMeaning = choices.cluster?.meaning ?? Self.countryBoxes
    twins = drawing.nodes.contains { $0.ids.count > 1 }

    let shown = Set(shownNodes.map(\.id))
    let leftOut = view.nodes.filter { !shown.contains($0.id) }
    if !leftOut.isEmpty {
      let parts = ontology.nodeTypes.compactMap { type -> String? in
        let count = leftOut.count { $0.type == type.name }
        return count == 0 ? nil : "\(type.label) \(count)"
      }
      omissions.append(
        "\(Self.count(leftOut.count, "node")) without a line (\(parts.joined(separator: ", ")))")
    }
    if contained > 0 {
      omissions.append(
        "\(Self.count(contained, "relation")) that the boxes show (office, place, part)")
    }
    if view.otherDocumentCount > 0 {
      let isOne = view.otherDocumentCount == 1
      omissions.append(
        "what \(Self.count(view.otherDocumentCount, "other document")) \(isOne ? "says" : "say")")
    }
    let filtered = (
      view.graph.nodes.count - view.nodes.count, view.graph.edges.count - view.edges.count
    )
    if filtered.0 + filtered.1 > 0 {
      omissions.append(
        Self.count(filtered.0, "node") + " and " + Self.count(filtered.1, "relation")
          + " outside the view"
      )
    }
  }
  private static func count(_ number: Int, _ thing: String) -> String {
    "\(number) \(thing)\(number == 1 ? "" : "s")"
  }
}
