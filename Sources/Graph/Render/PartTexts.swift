/// What an SVG tells of each part of a drawing, by the id that the part has in it.
struct PartTexts {
  struct Entry {
    var tooltip: String
    /// Words of letters, digits and hyphens, for style sheets.
    var classes: [String] = []
    /// Where a click leads.
    var link: String?
  }

  private(set) var boxes: [String: Entry] = [:]
  private(set) var nodes: [String: Entry] = [:]
  private(set) var lines: [String: Entry] = [:]

  init(_ drawing: Drawing) {
    for box in drawing.boxes {
      boxes[ElementID.of("box", box.id.rawValue)] = Entry(tooltip: box.tooltip)
    }
    for node in drawing.nodes {
      let words = [String(node.id.nodeClass), node.type, node.change?.rawValue ?? ""].filter {
        !$0.isEmpty
      }
      nodes[ElementID.of("node", node.id.rawValue)] = Entry(
        tooltip: node.tooltip, classes: words.map(Self.word), link: node.link)
    }
    for line in drawing.lines {
      // Where changes are drawn, the stroke tells these.
      let words =
        [line.change?.rawValue ?? Self.word(line.stroke)] + (line.relation.map { [$0] } ?? [])
      lines[ElementID.of("line", line.name)] = Entry(
        tooltip: line.tooltip, classes: words.map(Self.word), link: line.link)
    }
  }

  /// As style files call them.
  private static func word(_ stroke: LineStroke) -> String {
    switch stroke {
    case .solid: "fact"
    case .dashed: "plan"
    case .dotted: "possibility"
    case .crossed: "denial"
    }
  }

  /// A type or relation of any ontology as the name of a class.
  private static func word(_ name: String) -> String {
    String(
      name.unicodeScalars.map {
        $0.properties.isAlphabetic || ("0"..."9").contains($0) ? Character($0) : "-"
      })
  }
}
