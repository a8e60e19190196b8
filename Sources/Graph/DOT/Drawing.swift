/// What is drawn: the step between a graph and DOT.
///
/// It says what stands where and how it is marked, in the words of a draughtsman; how Graphviz
/// spells that is left to `DOTWriter`. Nothing in it depends on the order of the input.
public struct Drawing: Hashable, Sendable {
  /// How much is drawn.
  public enum Detail: String, CaseIterable, Hashable, Sendable {
    /// Countries as boxes, one line for each pair of nodes.
    case overview
    /// Every relation as a line of its own.
    case full
  }

  /// Which way lines lead.
  public enum Direction: String, CaseIterable, Hashable, Sendable {
    /// From left to right.
    case right = "LR"
    /// From top to bottom.
    case down = "TB"
  }

  /// A node, or a box of nodes.
  public indirect enum Item: Hashable, Sendable {
    case node(DrawnNode)
    case box(DrawnBox)
  }

  /// Printed above the picture.
  public var title: String?
  /// How much is drawn.
  public var detail: Detail
  /// What stands in no box, and the boxes; by node id.
  public var items: [Item]
  /// The lines, by their ends' ids.
  public var lines: [DrawnLine]
  /// What the signs mean, and what isn't drawn.
  public var legend: Legend
  /// Its colours and shapes.
  public var style = DrawingStyle.light
  /// Which way lines lead; nil for the drawing's own.
  public var direction: Direction?
  /// Whether words stand beside lines even where there is no room for them.
  public var keepsWords = false
  /// What stands below the title in small print; in drawings that are placed by a layout alone.
  public var subtitle: String?
  /// How it is laid out; `planned` decides by its size.
  public var layout = LayoutPlan.usual

  /// All nodes, those in boxes too, by id.
  public var nodes: [DrawnNode] {
    func open(_ items: [Item]) -> [DrawnNode] {
      items.flatMap { item -> [DrawnNode] in
        switch item {
        case .node(let node): [node]
        case .box(let box): open(box.items)
        }
      }
    }
    return open(items).sorted { $0.id < $1.id }
  }

  /// The same without boxes, which the legend admits with the reason.
  func withoutBoxes(because reason: String) -> Drawing {
    var drawing = self
    drawing.items = nodes.map(Item.node)
    drawing.legend.boxes = false
    drawing.legend.omissions.append(
      (legend.boxMeaning == Legend.countryBoxes ? "the boxes of countries and bodies" : "the boxes")
        + ", \(reason)")
    return drawing
  }

  /// Whether lines recede: springs draw them under the nodes, and where there are many, names would drown in ink.
  private var linesRecede: Bool { layout.isHurried && !layout.engine.isInLayers }

  /// The colour of lines that have none of their own.
  var lineColor: DOTColor {
    linesRecede ? style.line.mixed(with: style.background, share: 0.4) : style.line
  }

  /// In tenths of a point: 1 for one sentence, half a point more for each doubling, up to a limit.
  func widthInTenths(ofLineWithEvidence count: Int) -> Int {
    min(linesRecede ? 25 : 50, DrawnLine.widthInTenths(evidenceCount: count))
  }

  /// All boxes, the outer before the inner ones.
  public var boxes: [DrawnBox] {
    func open(_ items: [Item]) -> [DrawnBox] {
      items.flatMap { item -> [DrawnBox] in
        guard case .box(let box) = item else { return [] }
        return [box] + open(box.items)
      }
    }
    return open(items)
  }
}

/// A node of a drawing: one of the graph's, or several that have the same lines.
public struct DrawnNode: Hashable, Sendable {
  /// The graph's nodes, by id; never empty.
  public var ids: [NodeID]
  /// What stands in it, line by line.
  public var label: [String]
  /// What is told on pointing at it.
  public var tooltip: String
  /// How it looks.
  public var style: NodeStyle
  /// Its type in the ontology; of several, that of the first.
  public var type = ""
  /// Where a click on it leads, as `LinkTemplate` makes it.
  public var link: String?
  /// In a picture of changes, what happened to it.
  public var change: ChangeSign?

  /// The first of the graph's nodes: what lines hold on to.
  public var id: NodeID { ids[0] }
}

/// A box around the nodes that stand in, or belong to, one thing.
public struct DrawnBox: Hashable, Sendable {
  /// The thing.
  public var id: NodeID
  /// Its name; nil where its own node stands in the box and says it.
  public var label: String?
  /// What is told on pointing at it.
  public var tooltip: String
  /// What stands in it, by id; the thing's own node first.
  public var items: [Drawing.Item]
}

/// A line between two nodes.
public struct DrawnLine: Hashable, Sendable {
  /// A name that stays the same while the graph grows: in an overview made of the ends' ids, else
  /// of the relation's as well.
  public var name: String
  /// The end that stands further left in an overview; otherwise where the relation starts.
  public var source: NodeID
  /// The other end.
  public var target: NodeID
  /// What stands beside it, line by line.
  public var label: [String]
  /// The sentences that state it.
  public var tooltip: String
  /// How it is stroked, after the strongest status.
  public var stroke: LineStroke
  /// Where arrow heads stand.
  public var ends: LineEnds
  /// How many sentences state it: the more, the wider.
  public var evidenceCount: Int
  /// The relation, where all that the line stands for is of one.
  public var relation: String?
  /// Where a click on it leads, as `LinkTemplate` makes it.
  public var link: String?
  /// In a picture of changes, what happened to it.
  public var change: ChangeSign?
  /// In a picture of changes, what happened to what each line of the label tells.
  public var labelChanges: [ChangeSign] = []
}

extension DrawnLine {
  /// Whether a bar stands where an arrow head would. Where changes are drawn, the label tells the status.
  var isCrossed: Bool { change == nil && stroke == .crossed }

  /// Whether an arrow head or a bar stands at the first end.
  var hasTail: Bool { ends == .back || ends == .both || isCrossed && ends == .none }

  /// Likewise at the second.
  var hasHead: Bool { ends == .forward || ends == .both || isCrossed && ends == .none }

  static func widthInTenths(evidenceCount: Int) -> Int {
    min(50, 10 + 5 * (Int.bitWidth - max(evidenceCount, 1).leadingZeroBitCount - 1))
  }

  /// The same line, told from its other end.
  var turned: DrawnLine {
    var line = self
    (line.source, line.target) = (target, source)
    line.ends =
      switch ends {
      case .forward: .back
      case .back: .forward
      case .none, .both: ends
      }
    return line
  }
}
