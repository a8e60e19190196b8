/// Sets a legend as the table that Graphviz takes for a label
/// (graphviz.org/doc/info/shapes.html#html).
///
/// The words in it are the ontology's and our own; they are escaped all the same.
struct LegendTable {
  private(set) var html = DOTText()

  private let style: DrawingStyle
  private var denial: DOTColor { style.strokes[.crossed] ?? style.line }
  /// About how many letters stand beside each other; nil for as many as it takes.
  private let width: Int?

  /// The table of a legend, of about `width` letters where that is limited.
  init(_ legend: Legend, style: DrawingStyle = .light, width: Int? = nil) {
    self.style = style
    self.width = width
    html.raw("<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"2\">")
    swatches(legend.types)
    lines(entries(of: legend))
    if !legend.omissions.isEmpty {
      let text = "Not drawn: " + legend.omissions.joined(separator: "; ") + "."
      let broken = LabelText.wrapped(text, width: min(110, width ?? 110)).map(XMLText.escaped)
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
    if legend.boxes { groups.append("\(style.boxName): \(legend.boxMeaning)") }
    if legend.twins { groups.append("several names: each has the lines of the shape") }
    let changes = legend.changes.map { change in
      let color = style.changes[change] ?? style.line
      return
        "<FONT COLOR=\"\(color.hexadecimal)\">\(XMLText.escaped(change.explanation))</FONT>"
    }
    return [changes, shapes, strokes, marks, groups].flatMap(rows)
  }

  /// Entries beside each other, in as many rows as there is need of.
  private func rows(_ entries: [String]) -> [String] {
    var rows: [[String]] = []
    var taken = 0
    for entry in entries {
      let length = Self.length(of: entry) + 5
      if rows.isEmpty || width.map({ taken + length > $0 }) == true {
        rows.append([])
        taken = 0
      }
      rows[rows.count - 1].append(entry)
      taken += length
    }
    return rows.map { $0.joined(separator: "&#160;&#160;&#160;&#160; ") }
  }

  /// In letters, without markup.
  private static func length(of entry: String) -> Int {
    entry.replacing(/<[^>]*>/, with: "").replacing(/&[^;]*;/, with: "&").count
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
