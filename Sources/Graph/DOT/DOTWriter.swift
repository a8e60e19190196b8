/// Writes a drawing as DOT, for Graphviz and for people.
///
/// Nodes are called `n1`, `n2` and so on in the order of their ids, since no way of quoting makes
/// every name survive as an identifier; what people read stands in labels. One statement a line,
/// each node's id in a comment above it. Equal drawings give equal bytes.
public enum DOTWriter {
  /// The file's bytes.
  ///
  /// `dotsPerInch` is the resolution of a picture in pixels; nil for Graphviz's own.
  public static func bytes(of drawing: Drawing, dotsPerInch: Int? = nil) -> [UInt8] {
    var writer = Body(drawing, dotsPerInch: dotsPerInch)
    return writer.write()
  }

  /// The name that a node has in the picture, as an XML id; the same for every drawing of the
  /// graph.
  static func elementID(_ prefix: String, _ name: String) -> String {
    let hexadecimal = Array("0123456789abcdef".utf8)
    var result = Array(prefix.utf8)
    result.reserveCapacity(prefix.utf8.count + name.utf8.count + 8)
    result.append(UInt8(ascii: "."))
    for scalar in name.unicodeScalars {
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", "-", ".": result.append(UInt8(scalar.value))
      case "/": result.append(UInt8(ascii: "."))
      default:
        result.append(UInt8(ascii: "_"))
        let digits = max(1, (35 - scalar.value.leadingZeroBitCount) / 4)
        for place in (0..<digits).reversed() {
          result.append(hexadecimal[Int(scalar.value >> (4 * UInt32(place))) & 15])
        }
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private struct Body {
    private let drawing: Drawing
    private let names: [NodeID: String]
    private var style: DrawingStyle { drawing.style }
    private let dotsPerInch: Int?
    private var dot = DOTText()

    init(_ drawing: Drawing, dotsPerInch: Int?) {
      self.drawing = drawing
      self.dotsPerInch = dotsPerInch
      names = Dictionary(
        uniqueKeysWithValues: drawing.nodes.enumerated().map { ($1.id, "n\($0 + 1)") })
    }

    mutating func write() -> [UInt8] {
      let tooltips =
        drawing.nodes.reduce(0) { $0 + $1.tooltip.utf8.count }
        + drawing.lines.reduce(0) { $0 + $1.tooltip.utf8.count }
      // Some 300 bytes of a statement are looks.
      dot.reserve(tooltips + 300 * (names.count + drawing.lines.count) + 10_000)
      dot.raw("digraph graphgen {\n")
      graphAttributes()
      if let title = drawing.title {
        dot.raw("\n  subgraph cluster_title {\n")
        statement("graph", Self.titleAttributes(title), depth: 2)
        write(drawing.items, depth: 2, shade: 0)
        dot.raw("  }\n")
      } else {
        write(drawing.items, depth: 1, shade: 0)
      }
      dot.raw("\n")
      for line in drawing.lines { write(line) }
      if !drawing.legend.isEmpty {
        dot.raw("\n  // the legend\n")
        statement(
          "graph",
          [
            .labelLocation(.bottom), .labelJustification(.left),
            .legend(LegendTable(drawing.legend, style: drawing.style).html.bytes),
          ], depth: 1)
      }
      dot.raw("}\n")
      return dot.bytes
    }

    private mutating func graphAttributes() {
      let isLarge = drawing.layout.isHurried || names.count > LayoutPlan.mostReadable
      var graph: [DOTAttribute] = [
        .charset, .rankDirection(drawing.direction == .down ? .topToBottom : .leftToRight),
        .nodeSeparation(hundredthsOfInch: 18),
        .rankSeparation(hundredthsOfInch: 60),
        .splines(isLarge ? .lines : .curves),
      ]
      if let dotsPerInch { graph.append(.resolution(dotsPerInch: dotsPerInch)) }
      // With boxes, a limit to the network simplex makes Graphviz 2.42 give up ("trouble in
      // init_rank").
      let isVeryLarge = names.count > LayoutPlan.mostWithBoxes
      if isLarge && drawing.boxes.isEmpty {
        graph.append(.simplexLimits(tenths: isVeryLarge ? 2 : 5))
      }
      if isLarge { graph.append(.crossingEffort(tenths: isVeryLarge ? 1 : 2)) }
      if drawing.layout.engine != .dot {
        // Far enough apart that all names can be read, and over the lines.
        graph += [
          .layout(drawing.layout.engine), .overlap(.prism), .overlapScale(3),
          .springLength(tenthsOfInch: 8), .linesFirst,
        ]
      }
      graph += [
        .background(style.background), .pad(hundredthsOfInch: 15), .fontName(.regular),
        .fontSize(10),
      ]
      // Black is Graphviz's own.
      if style.text != DOTColor(0) { graph.append(.fontColor(style.text)) }
      statement("graph", graph, depth: 1)
      statement(
        "node",
        [
          .fontName(.regular), .fontSize(11), .height(hundredthsOfInch: 28),
          .width(hundredthsOfInch: 40), .margin(hundredthsOfInch: 9, 4),
        ], depth: 1)
      statement(
        "edge",
        [
          .fontName(.regular), .fontSize(9), .fontColor(style.label), .color(style.line),
          .arrowSize(tenths: 6),
        ], depth: 1)
    }

    private static func titleAttributes(_ title: String) -> [DOTAttribute] {
      [
        .leftLabel(LabelText.wrapped(title, width: 90)), .labelLocation(.top),
        .labelJustification(.left), .fontName(.bold), .fontSize(16), .penWidth(tenths: 0),
        .clusterMargin(points: 4), .tooltip(title),
      ]
    }

    private mutating func statement(_ name: String, _ attributes: [DOTAttribute], depth: Int) {
      dot.indent(depth)
      dot.raw(name)
      dot.attributes(attributes)
      dot.raw("\n")
    }

    private mutating func write(_ items: [Drawing.Item], depth: Int, shade: Int) {
      for item in items {
        switch item {
        case .node(let node): write(node, depth: depth)
        case .box(let box): write(box, depth: depth, shade: shade)
        }
      }
    }

    private mutating func write(_ node: DrawnNode, depth: Int) {
      dot.raw("\n")
      dot.indent(depth)
      dot.comment(node.ids.map(\.rawValue).joined(separator: ", "))
      dot.raw("\n")
      let style = node.style
      let form: [DOTAttribute.Style] = style.isRounded ? [.filled, .rounded] : [.filled]
      let width: [DOTAttribute] = node.change.map { [.penWidth(tenths: $0.widthInTenths)] } ?? []
      statement(
        names[node.id] ?? "n0",
        [
          .label(node.label), .shape(style.shape), .style(form + (node.change?.stroke ?? [])),
          .fillColor(style.fill), .color(style.outline), .fontColor(style.text),
        ] + width + [
          .id(DOTWriter.elementID("node", node.id.rawValue)), .tooltip(node.tooltip),
        ] + (node.link.map { [.link($0)] } ?? []), depth: depth)
    }

    private mutating func write(_ box: DrawnBox, depth: Int, shade: Int) {
      dot.raw("\n")
      dot.indent(depth)
      dot.comment("in \(box.id.rawValue)")
      dot.raw("\n")
      dot.indent(depth)
      dot.raw("subgraph \"cluster_\(DOTWriter.elementID("in", box.id.rawValue))\" {\n")
      statement(
        "graph",
        [
          box.label.map { .leftLabel(LabelText.wrapped($0, width: 24)) } ?? .noLabel,
          .labelLocation(.top), .labelJustification(.left), .fontName(.regular), .fontSize(10),
          .style([.filled, .rounded]),
          .fillColor(style.boxFills[min(shade, style.boxFills.count - 1)]),
          .color(style.boxOutline), .penWidth(tenths: 10), .clusterMargin(points: 6),
          .id(DOTWriter.elementID("box", box.id.rawValue)), .tooltip(box.tooltip),
        ], depth: depth + 1)
      write(box.items, depth: depth + 1, shade: shade + 1)
      dot.indent(depth)
      dot.raw("}\n")
    }

    private mutating func write(_ line: DrawnLine) {
      guard let source = names[line.source], let target = names[line.target] else { return }
      var attributes: [DOTAttribute] = [.label(line.label)]
      if let change = line.change { return write(line, change, "\(source) -> \(target)") }
      var head = DOTAttribute.ArrowShape.normal
      var ends = line.ends
      switch line.stroke {
      case .solid: break
      case .dashed: attributes.append(.style([.dashed]))
      case .dotted: attributes.append(.style([.dotted]))
      case .crossed:
        head = .tee
        if ends == .none { ends = .both }
      }
      if let color = style.color(of: line) { attributes += [.color(color), .fontColor(color)] }
      attributes.append(.direction(ends))
      if head != .normal { attributes += [.arrowHead(head), .arrowTail(head)] }
      attributes += [
        .penWidth(tenths: line.widthInTenths), .weight(min(line.evidenceCount, 8)),
        .id(DOTWriter.elementID("line", line.name)), .tooltip(line.tooltip),
      ]
      if let link = line.link { attributes.append(.link(link)) }
      statement("\(source) -> \(target)", attributes, depth: 1)
    }

    /// Where changes are drawn, the stroke tells them; the status stands in the label.
    private mutating func write(_ line: DrawnLine, _ change: ChangeSign, _ ends: String) {
      let color = style.changes[change] ?? style.line
      var attributes: [DOTAttribute] = [.label(line.label)]
      if !change.stroke.isEmpty { attributes.append(.style(change.stroke)) }
      attributes += [
        .color(color), .fontColor(color), .direction(line.ends),
        .penWidth(tenths: change.widthInTenths), .weight(min(line.evidenceCount, 8)),
        .id(DOTWriter.elementID("line", line.name)), .tooltip(line.tooltip),
      ]
      statement(ends, attributes, depth: 1)
    }
  }
}
