/// Sets a legend as the table that Graphviz takes for a label (graphviz.org/doc/info/shapes.html#html).
///
/// The words in it are the ontology's and our own; they are escaped all the same.
struct LegendTable {
  private(set) var html = DOTText()

  init(_ legend: Legend) {
    html.raw("<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"2\">")
    row(legend.types.map(Self.typeSample))
    var lines = legend.strokes.map(Self.lineSample)
    if !lines.isEmpty { lines.append("the wider, the more sentences state it") }
    row(lines)
    var marks = legend.marks.map { "\($0.mark) \($0.explanation)" }
    if legend.counts { marks.append("×3 three times") }
    row(marks.map(Self.escaped))
    var shapes: [String] = []
    if legend.boxes { shapes.append("box: holds office there, is there, or is part of it") }
    if legend.twins { shapes.append("several names in one shape: each has its lines") }
    row(shapes)
    if !legend.omissions.isEmpty {
      row([Self.escaped("Not drawn: " + legend.omissions.joined(separator: "; ") + ".")])
    }
    html.raw("\n  </TABLE>")
  }

  private mutating func row(_ cells: [String]) {
    guard !cells.isEmpty else { return }
    html.raw("\n    <TR><TD ALIGN=\"LEFT\"><TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"4\"><TR>")
    for cell in cells {
      html.raw(cell.hasPrefix("<TD") ? cell : "<TD ALIGN=\"LEFT\">\(cell)</TD>")
    }
    html.raw("</TR></TABLE></TD></TR>")
  }

  private static func typeSample(_ entry: Legend.TypeEntry) -> String {
    let style = entry.style
    return "<TD BORDER=\"1\" CELLPADDING=\"3\" COLOR=\"\(style.outline.hexadecimal)\" "
      + "BGCOLOR=\"\(style.fill.hexadecimal)\"><FONT COLOR=\"\(style.text.hexadecimal)\">"
      + "\(escaped(entry.label))</FONT></TD>"
  }

  private static func lineSample(_ stroke: LineStroke) -> String {
    switch stroke {
    case .solid: "━━━━ fact"
    case .dashed: "━ ━ ━ planned or proposed"
    case .dotted: "• • • • possible"
    case .crossed:
      "<FONT COLOR=\"\(DOTWriter.red.hexadecimal)\">━━┫</FONT> denied, cancelled or postponed only"
    }
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      default: result.unicodeScalars.append(XMLCharacter.allowed(scalar))
      }
    }
    return result
  }
}
