/// The legend of a picture that isn't laid out by Graphviz: samples with words, in rows of its width.
struct PictureLegend {
  private struct Entry {
    enum Sample {
      case none
      case line(DrawnStroke)
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
        Entry(
          sample: Self.line(
            drawing.style.changes[change] ?? drawing.style.line,
            width: Double(change.widthInTenths) / 10, DrawnStroke.Dashes(change.stroke)),
          words: change.explanation)
      })
    groups.append(legend.types.map { Entry(sample: .node($0.style), words: $0.label) })
    var signs = legend.strokes.map { stroke in
      Entry(
        sample: Self.line(
          drawing.style.strokes[stroke] ?? drawing.style.line, width: 1.5,
          DrawnStroke.Dashes(stroke)),
        words: stroke.explanation)
    }
    signs += legend.marks.map { Entry(words: "\($0.mark) \($0.explanation)") }
    groups.append(signs)
    if legend.boxes { groups.append([Entry(words: "\(style.boxName): \(legend.boxMeaning)")]) }
    if !legend.omissions.isEmpty {
      let text = "Not drawn: " + legend.omissions.joined(separator: "; ") + "."
      groups += LabelText.wrapped(text, width: Int(width / 5.5)).map { [Entry(words: $0)] }
    }
    rows = groups.filter { !$0.isEmpty }.flatMap { Self.rows(of: $0, width: width) }
  }

  private static func line(
    _ color: DOTColor, width: Double, _ dashes: DrawnStroke.Dashes
  ) -> Entry.Sample {
    .line(DrawnStroke(shape: .polyline, points: [], pen: color, penWidth: width, dashes: dashes))
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

  /// It, with its upper left corner at a point.
  func strokes(x: Double, y: Double) -> [DrawnStroke] {
    rows.enumerated().flatMap { index, row in
      let middle = y + (Double(index) + 0.5) * Size.row
      return row.flatMap { offset, entry -> [DrawnStroke] in
        let left = x + offset
        let words = { (room: Double) in
          DrawnStroke.text(
            entry.words, at: (left + room, middle + 3.5), size: Size.text, color: style.text)
        }
        switch entry.sample {
        case .none: return [words(0)]
        case .line(let stroke):
          var line = stroke
          line.points = [.init(x: left, y: middle), .init(x: left + Size.sample - 6, y: middle)]
          return [line, words(Size.sample)]
        case .node(let look):
          let sample = DrawnStroke(
            shape: .rectangle(width: Size.sample - 8, height: 10, radius: 0),
            points: [.init(x: left, y: middle - 5)], fill: look.fill, pen: look.outline)
          return [sample, words(Size.sample - 3)]
        }
      }
    }
  }
}
