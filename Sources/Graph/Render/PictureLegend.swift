/// The legend of a picture that isn't laid out by Graphviz: samples with words, in rows of its width.
struct PictureLegend {
  private struct Entry {
    enum Sample {
      case none
      case line(SVGText.Stroke)
      case node(NodeStyle)
    }
    var sample = Sample.none
    var words: String
  }

  private enum Size {
    static let text = 10.0
    static let row = 18.0
    static let sample = 26.0
    static let gap = 18.0
  }

  private let style: DrawingStyle
  /// Entries with where they start in their row.
  private let rows: [[(x: Double, entry: Entry)]]

  /// How tall it is, in points.
  var height: Double { Double(rows.count) * Size.row }

  /// The legend of a drawing, as far as it has one.
  init(_ drawing: Drawing, width: Double) {
    style = drawing.style
    let legend = drawing.legend
    var groups: [[Entry]] = []
    groups.append(
      legend.changes.map { change in
        let color = drawing.style.changes[change] ?? drawing.style.line
        let dashes: [Double] = change == .removed ? [6, 3] : change == .changed ? [1.5, 2.5] : []
        return Entry(
          sample: .line(
            .init(color: color, width: Double(change.widthInTenths) / 10, dashes: dashes)),
          words: change.explanation)
      })
    groups.append(legend.types.map { Entry(sample: .node($0.style), words: $0.label) })
    var signs = legend.strokes.map { stroke in
      let color = drawing.style.strokes[stroke] ?? drawing.style.line
      let dashes: [Double] = stroke == .dashed ? [6, 3] : stroke == .dotted ? [1.5, 3.5] : []
      return Entry(
        sample: .line(.init(color: color, width: 1.5, dashes: dashes)), words: stroke.explanation)
    }
    signs += legend.marks.map { Entry(words: "\($0.mark) \($0.explanation)") }
    groups.append(signs)
    groups.append(legend.omissions.map { Entry(words: $0) })
    rows = groups.filter { !$0.isEmpty }.flatMap { Self.rows(of: $0, width: width) }
  }

  private static func rows(of entries: [Entry], width: Double) -> [[(x: Double, entry: Entry)]] {
    var rows: [[(x: Double, entry: Entry)]] = [[]]
    var x = 0.0
    for entry in entries {
      var sample = Size.sample
      if case .none = entry.sample { sample = 0 }
      let needed = sample + SVGText.width(entry.words, size: Size.text)
      if x > 0, x + needed > width {
        rows.append([])
        x = 0
      }
      rows[rows.count - 1].append((x, entry))
      x += needed + Size.gap
    }
    return rows
  }

  /// Draws it with its upper left corner at a point.
  func draw(on svg: inout SVGText, x: Double, y: Double) {
    for (index, row) in rows.enumerated() {
      let middle = y + (Double(index) + 0.5) * Size.row
      for (offset, entry) in row {
        var words = x + offset
        switch entry.sample {
        case .none: break
        case .line(let stroke):
          let (from, to) = (SVGNumber.text(words), SVGNumber.text(words + Size.sample - 6))
          let place = SVGNumber.text(middle)
          svg.form("path", "d=\"M\(from) \(place) L\(to) \(place)\"", fill: nil, stroke: stroke)
          words += Size.sample
        case .node(let look):
          let place = "x=\"\(SVGNumber.text(words))\" y=\"\(SVGNumber.text(middle - 5))\""
          svg.form(
            "rect", "\(place) width=\"\(SVGNumber.text(Size.sample - 8))\" height=\"10\"",
            fill: look.fill, stroke: .init(color: look.outline))
          words += Size.sample - 3
        }
        svg.text(entry.words, x: words, y: middle + 3.5, size: Size.text, fill: style.text)
      }
    }
  }
}
