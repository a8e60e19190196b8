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
    var bytes: [UInt8] = []
    write(drawing, dotsPerInch: dotsPerInch) { bytes += $0 }
    return bytes
  }

  /// The same with everything at its place in a layout of which the drawing is a part.
  static func bytes(
    of drawing: Drawing, at layout: DrawingLayout, dotsPerInch: Int? = nil
  ) -> [UInt8] {
    var bytes: [UInt8] = []
    var body = Body(drawing, dotsPerInch: dotsPerInch, places: DOTPlaces(layout))
    body.write { bytes += $0 }
    return bytes
  }

  /// Writes the file to `sink`, in pieces of a few hundred kilobytes: no more than that is held at once.
  public static func write<Failure: Error>(
    _ drawing: Drawing, dotsPerInch: Int? = nil, to sink: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    var body = Body(drawing, dotsPerInch: dotsPerInch)
    try body.write(to: sink)
  }

  private struct Body {
    private let drawing: Drawing
    private let hasBoxes: Bool
    /// By the order of ids: each node is called by its number.
    private let numbers: NodeNumbers
    private let style: DrawingStyle
    private let hasRelationColors: Bool
    private let dotsPerInch: Int?
    /// nil where Graphviz finds them.
    private let places: DOTPlaces?
    private var dot = DOTText()
    /// What has been written of looks that many nodes or lines share.
    private var nodeLooks: [NodeLook: [UInt8]] = [:]
    private var lineLooks: [LineLook: [UInt8]] = [:]

    init(_ drawing: Drawing, dotsPerInch: Int?, places: DOTPlaces? = nil) {
      self.drawing = drawing
      self.places = places
      self.dotsPerInch = dotsPerInch
      style = drawing.style
      hasRelationColors = !style.relations.isEmpty
      var ids: [NodeID] = []
      hasBoxes = Self.collect(drawing.items, into: &ids)
      // As a rule they are, where there are no boxes.
      if !zip(ids, ids.dropFirst()).allSatisfy({ $0 < $1 }) { ids.sort() }
      numbers = NodeNumbers(ids)
    }

    /// Adds the nodes' ids; whether there are boxes.
    private static func collect(_ items: [Drawing.Item], into ids: inout [NodeID]) -> Bool {
      var hasBoxes = false
      for item in items {
        switch item {
        case .node(let node): ids.append(node.id)
        case .box(let box):
          hasBoxes = true
          _ = collect(box.items, into: &ids)
        }
      }
      return hasBoxes
    }

    mutating func write<Failure: Error>(
      to sink: ([UInt8]) throws(Failure) -> Void
    ) throws(Failure) {
      dot.raw("digraph graphgen {\n")
      graphAttributes()
      let title =
        places?.title(of: drawing) ?? drawing.title.map(Self.titleAttributes)
      if let title {
        dot.raw("\n  subgraph cluster_title {\n")
        statement("graph", title, depth: 2)
        try write(drawing.items, depth: 2, shade: 0, to: sink)
        dot.raw("  }\n")
      } else {
        try write(drawing.items, depth: 1, shade: 0, to: sink)
      }
      dot.raw("\n")
      let lines = drawing.lines
      let ends = numbers.ends(of: lines)
      for index in lines.indices {
        // Where they lie: to copy a line takes longer than to write it, since each reference in it is counted.
        unsafe lines.withUnsafeBufferPointer { unsafe write($0, at: index, ends: ends[index]) }
        try pass(to: sink)
      }
      if !drawing.legend.isEmpty {
        let legend = LegendTable(
          drawing.legend, style: drawing.style, width: places?.legendWidth)
        dot.raw("\n  // the legend\n")
        statement(
          "graph",
          [
            .labelLocation(.bottom), .labelJustification(.left),
            .html(legend.html.bytes),
          ], depth: 1)
      }
      dot.raw("}\n")
      try sink(dot.take())
    }

    private mutating func pass<Failure: Error>(
      to sink: ([UInt8]) throws(Failure) -> Void
    ) throws(Failure) {
      if dot.bytes.count >= 1 << 18 { try sink(dot.take()) }
    }

    private mutating func graphAttributes() {
      let isLarge = drawing.layout.isHurried || numbers.count > LayoutPlan.mostReadable
      var graph: [DOTAttribute] = [
        .charset, .rankDirection(drawing.direction == .down ? .topToBottom : .leftToRight),
        .nodeSeparation(hundredthsOfInch: 18),
        .rankSeparation(hundredthsOfInch: 60),
        .splines(isLarge ? .lines : .curves),
      ]
      if let dotsPerInch { graph.append(.resolution(dotsPerInch: dotsPerInch)) }
      // With boxes, a limit to the network simplex makes Graphviz 2.42 give up ("trouble in
      // init_rank").
      let isVeryLarge = numbers.count > LayoutPlan.mostWithBoxes
      if isLarge && !hasBoxes {
        graph.append(.simplexLimits(tenths: isVeryLarge ? 2 : 5))
      }
      if isLarge { graph.append(.crossingEffort(tenths: isVeryLarge ? 1 : 2)) }
      if places != nil {
        graph += DOTPlaces.graph
        if drawing.layout.engine != .dot { graph.append(.linesFirst) }
      } else if drawing.layout.engine != .dot {
        // Far enough apart that all names can be read, and over the lines.
        graph += [
          .layout(drawing.layout.engine), .overlap(.prism), .overlapScale(3),
          .springLength(tenthsOfInch: 8), .linesFirst,
        ]
      }
      graph += [
        .background(style.background), .pad(hundredthsOfInch: 15), .noPageMargin,
        .fontName(.regular),
        .fontSize(10),
      ]
      // Black is Graphviz's own.
      if style.text != DOTColor(0) { graph.append(.fontColor(style.text)) }
      statement("graph", graph, depth: 1)
      statement(
        "node",
        [
          .fontName(.regular), .fontSize(11), .height(hundredthsOfInch: 28),
          .width(hundredthsOfInch: 40),
          // Where the size is given, a margin would only make Graphviz warn of labels that fill it.
          places == nil ? .margin(hundredthsOfInch: 9, 4) : .margin(hundredthsOfInch: 0, 0),
        ], depth: 1)
      statement(
        "edge",
        [
          .fontName(.regular), .fontSize(9), .fontColor(style.label), .color(drawing.lineColor),
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

    private mutating func write<Failure: Error>(
      _ items: [Drawing.Item], depth: Int, shade: Int, to sink: ([UInt8]) throws(Failure) -> Void
    ) throws(Failure) {
      for item in items {
        switch item {
        case .node(let node): write(node, depth: depth)
        case .box(let box): try write(box, depth: depth, shade: shade, to: sink)
        }
        try pass(to: sink)
      }
    }

    private mutating func write<Failure: Error>(
      _ box: DrawnBox, depth: Int, shade: Int, to sink: ([UInt8]) throws(Failure) -> Void
    ) throws(Failure) {
      dot.raw("\n")
      dot.indent(depth)
      dot.comment("in \(box.id.rawValue)")
      dot.raw("\n")
      dot.indent(depth)
      dot.raw("subgraph \"cluster_\(ElementID.of("in", box.id.rawValue))\" {\n")
      let id = ElementID.of("box", box.id.rawValue)
      let label = box.label.map { LabelText.wrapped($0, width: 24) }
      statement(
        "graph",
        [
          label.map { .leftLabel($0) } ?? .noLabel,
          .labelLocation(.top), .labelJustification(.left), .fontName(.regular), .fontSize(10),
          .style([.filled, .rounded]),
          .fillColor(style.boxFills[min(shade, style.boxFills.count - 1)]),
          .color(style.boxOutline), .penWidth(tenths: 10), .clusterMargin(points: 6),
          .id(id), .tooltip(box.tooltip),
        ] + (places?.box(id, label: label ?? [], labelSize: 10) ?? []), depth: depth + 1)
      try write(box.items, depth: depth + 1, shade: shade + 1, to: sink)
      dot.indent(depth)
      dot.raw("}\n")
    }

    // MARK: - Nodes and lines, of which there may be very many

    /// What nodes of one type have in common.
    private struct NodeLook: Hashable {
      let style: NodeStyle
      let change: ChangeSign?

      var attributes: [DOTAttribute] {
        let form: [DOTAttribute.Style] = style.isRounded ? [.filled, .rounded] : [.filled]
        return [
          .shape(style.shape), .style(form + (change?.stroke ?? [])), .fillColor(style.fill),
          .color(style.outline), .fontColor(style.text),
        ] + (change.map { [.penWidth(tenths: $0.widthInTenths)] } ?? [])
      }
    }

    /// What of a line neither its ends nor its words tell.
    private struct LineLook: Hashable {
      let stroke: LineStroke
      let color: DOTColor?
      let ends: LineEnds
      let width: Int
      let weight: Int
      let change: ChangeSign?

      var attributes: [DOTAttribute] {
        var list: [DOTAttribute] = []
        // Where changes are drawn, the stroke tells them; the status stands in the label.
        if let change {
          if !change.stroke.isEmpty { list.append(.style(change.stroke)) }
          if let color { list += [.color(color), .fontColor(color)] }
          list += [.direction(ends), .penWidth(tenths: change.widthInTenths), .weight(weight)]
          return list
        }
        switch stroke {
        case .solid, .crossed: break
        case .dashed: list.append(.style([.dashed]))
        case .dotted: list.append(.style([.dotted]))
        }
        if let color { list += [.color(color), .fontColor(color)] }
        let isCrossed = stroke == .crossed
        list.append(.direction(isCrossed && ends == .none ? .both : ends))
        if isCrossed { list += [.arrowHead(.tee), .arrowTail(.tee)] }
        return list + [.penWidth(tenths: width), .weight(weight)]
      }
    }

    /// The look as it is written.
    private static func look<Key: Hashable>(
      _ key: Key, _ attributes: (Key) -> [DOTAttribute], in known: inout [Key: [UInt8]]
    ) -> [UInt8] {
      if let look = known[key] { return look }
      var text = DOTText()
      text.list(attributes(key))
      known[key] = text.bytes
      return text.bytes
    }

    private mutating func write(_ node: DrawnNode, depth: Int) {
      dot.raw("\n")
      dot.indent(depth)
      dot.comment(
        node.ids.count == 1
          ? node.id.rawValue : node.ids.map(\.rawValue).joined(separator: ", "))
      dot.raw("\n")
      dot.indent(depth)
      dot.raw("n")
      dot.number(numbers[node.id] ?? 0)
      let key = NodeLook(style: node.style, change: node.change)
      finish(
        label: node.label, look: Self.look(key, \.attributes, in: &nodeLooks), id: "node",
        node.id.rawValue, tooltip: node.tooltip,
        link: node.link, place: places?.node(ElementID.of("node", node.id.rawValue)) ?? [])
    }

    private mutating func write(
      _ lines: UnsafeBufferPointer<DrawnLine>, at index: Int, ends: (source: Int32, target: Int32)
    ) {
      guard ends.source > 0, ends.target > 0 else { return }
      dot.raw("  n")
      dot.number(Int(ends.source))
      dot.raw(" -> n")
      dot.number(Int(ends.target))
      let count = unsafe lines[index].evidenceCount
      let change = unsafe lines[index].change
      let key = unsafe LineLook(
        stroke: lines[index].stroke, color: color(of: lines, at: index, change),
        ends: lines[index].ends, width: drawing.widthInTenths(ofLineWithEvidence: count),
        weight: min(count, 8), change: change)
      let look = Self.look(key, \.attributes, in: &lineLooks)
      if let places { return unsafe write(lines[index], look, places) }
      unsafe finish(
        label: lines[index].label, look: look, id: "line", lines[index].name,
        tooltip: lines[index].tooltip, link: lines[index].link)
    }

    /// A line with its course; what stands beside it only where there is a place for it.
    private mutating func write(_ line: DrawnLine, _ look: [UInt8], _ places: DOTPlaces) {
      let place = places.line(line, id: ElementID.of("line", line.name))
      let hasLabel = place?.hasLabel == true
      finish(
        label: hasLabel ? line.label : [],
        colored: hasLabel && Set(line.labelChanges).count > 1 ? coloredLabel(of: line) : nil,
        look: look, id: "line", line.name, tooltip: line.tooltip, link: line.link,
        place: place?.attributes ?? [])
    }

    /// The label with each of its lines in the colour of what happened to what it tells.
    private func coloredLabel(of line: DrawnLine) -> [UInt8] {
      let lines = zip(line.label, line.labelChanges).map { words, change in
        let color = style.changes[change] ?? style.line
        // An empty one is no text, says Graphviz.
        let text = words.isEmpty ? " " : XMLText.escaped(words)
        let broken = text.replacing("\n", with: "<BR/>")
        return "<FONT COLOR=\"\(color.hexadecimal)\">\(broken)</FONT>"
      }
      return Array(lines.joined(separator: "<BR/>").utf8)
    }

    private func color(
      of lines: UnsafeBufferPointer<DrawnLine>, at index: Int, _ change: ChangeSign?
    ) -> DOTColor? {
      if let change { return style.changes[change] ?? style.line }
      let stroke = unsafe lines[index].stroke
      return hasRelationColors
        ? style.color(ofRelation: unsafe lines[index].relation, stroke: stroke)
        : style.strokes[stroke]
    }

    /// The attributes of a node or line, with which its statement ends.
    private mutating func finish(
      label: [String], colored: [UInt8]? = nil, look: [UInt8], id prefix: StaticString,
      _ name: String, tooltip: String, link: String?, place: [DOTAttribute] = []
    ) {
      dot.raw(" [label=")
      if let colored {
        dot.raw("<")
        dot.raw(colored)
        dot.raw(">")
      } else {
        dot.label(label)
      }
      dot.raw(", ")
      dot.raw(look)
      dot.raw(", id=")
      dot.elementID(prefix, name)
      dot.raw(", tooltip=")
      dot.tooltip(tooltip)
      if let link {
        dot.raw(", URL=")
        dot.label(link)
      }
      if !place.isEmpty {
        dot.raw(", ")
        dot.list(place)
      }
      dot.raw("]\n")
    }
  }
}
