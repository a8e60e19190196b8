/// Sets a legend as the table that Graphviz takes for a label
/// (graphviz.org/doc/info/shapes.html#html).
///
/// The words in it are the ontology's and our own; they are escaped all the same.
struct LegendTable {
  private(set) var html = DOTText()

  private let denial: DOTColor

  init(_ legend: Legend, style: DrawingStyle = .light) {
    denial = style.strokes[.crossed] ?? style.line
    html.raw("<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"2\">")
    swatches(legend.types)
    lines(entries(of: legend))
    if !legend.omissions.isEmpty {
      let text = "Not drawn: " + legend.omissions.joined(separator: "; ") + "."
      let broken = LabelText.wrapped(text, width: 110).map(XMLText.escaped)
      lines([broken.joined(separator: Self.lineBreak)])
    }
    html.raw("\n  </TABLE>")
  }

  private static let lineBreak = "<BR ALIGN=\"LEFT\"/>"

  /// The signs and what they mean, an entry each.
  private func entries(of legend: Legend) -> [String] {
    let shapes = legend.shapes.map {
      XMLText.escaped("\($0.shape): \($0.classes.joined(separator: ", "))")
    }
    var strokes = legend.strokes.map(lineSample)
    if !strokes.isEmpty { strokes.append("the wider, the more sentences") }
    var marks = legend.marks.map { XMLText.escaped("\($0.mark) \($0.explanation)") }
    if legend.counts { marks.append("(2) two such facts") }
    var groups: [String] = []
    if legend.boxes { groups.append("grey box: \(legend.boxMeaning)") }
    if legend.twins { groups.append("several names: each has the lines of the shape") }
    let changes = legend.changes.map { XMLText.escaped($0.explanation) }
    return [changes, shapes, strokes, marks, groups].filter { !$0.isEmpty }
      .map { $0.joined(separator: "&#160;&#160;&#160;&#160; ") }
  }

  private mutating func swatches(_ types: [Legend.TypeEntry]) {
    guard !types.isEmpty else { return }
    // Of fixed size, or they are stretched to the width of the lines below; wide enough for wide
    // fonts.
    let width = types.reduce(3) { $0 + Self.width(of: $1) + 3 }
    html.raw("\n    <TR><TD ALIGN=\"LEFT\"><TABLE ALIGN=\"LEFT\" BORDER=\"0\" CELLBORDER=\"0\" ")
    html.raw("CELLSPACING=\"3\" FIXEDSIZE=\"TRUE\" WIDTH=\"\(width)\" HEIGHT=\"26\"><TR>")
    for type in types { html.raw(Self.typeSample(type)) }
    html.raw("</TR></TABLE></TD></TR>")
  }

  private mutating func lines(_ texts: [String]) {
    for text in texts {
      html.raw("\n    <TR><TD ALIGN=\"LEFT\" BALIGN=\"LEFT\">")
      html.raw(text)
      html.raw("</TD></TR>")
    }
  }

  /// In points.
  private static func width(of entry: Legend.TypeEntry) -> Int { 16 + 7 * entry.label.count }

  private static func typeSample(_ entry: Legend.TypeEntry) -> String {
    let style = entry.style
    return "<TD BORDER=\"1\" CELLPADDING=\"3\" WIDTH=\"\(width(of: entry))\" "
      + "COLOR=\"\(style.outline.hexadecimal)\" BGCOLOR=\"\(style.fill.hexadecimal)\">"
      + "<FONT COLOR=\"\(style.text.hexadecimal)\">\(XMLText.escaped(entry.label))</FONT></TD>"
  }

  private func lineSample(_ stroke: LineStroke) -> String {
    switch stroke {
    case .solid: "━━━━ fact"
    case .dashed: "━ ━ ━ planned or proposed"
    case .dotted: "• • • • possible"
    case .crossed:
      "<FONT COLOR=\"\(denial.hexadecimal)\">━━┫</FONT> "
        + "denied, cancelled or postponed only"
    }
  }
}
