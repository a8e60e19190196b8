/// Drawings of several versions of a graph, and of what changed between them, that share one layout: what two of them
/// show stands in the same place.
///
/// The union of the versions is laid out once, with room for the longest label of each part; each picture shows a part
/// of it.
public struct VersionDrawings {
  /// The versions, the oldest first.
  public let versions: [KnowledgeGraph]
  /// What changed from each version to the next.
  public let diffs: [GraphDiff]
  private let style: DrawingStyle
  private let choices: Drawing.Choices
  private let hasLegend: Bool
  private let union: VersionUnion
  private let overviews: [Overview]
  private let changes: [VersionChanges]
  /// The part of the union that is drawn.
  private let view: GraphView
  /// Its drawing, from which all others take what they show.
  private let frame: Drawing

  /// Drawings of two versions or more.
  ///
  /// `diffs` tell what changed from each version to the next, as far as it counts; `context` how many relations away from
  /// a change something may lie to be shown, nil for any. Where there is a `focus`, of nodes by id, label or alias, that
  /// alone is shown which lies at most `depth` relations of any version away from it. `direction` is that in which lines
  /// lead, nil for the usual one.
  ///
  /// - Throws: `ViewError` for a focus that no version has, or that means several nodes.
  public init(
    _ versions: [KnowledgeGraph], diffs: [GraphDiff], context: Int? = nil,
    style: DrawingStyle = .light, choices: Drawing.Choices = Drawing.Choices(),
    direction: Drawing.Direction? = nil, hasLegend: Bool = true, focus: [String] = [],
    depth: Int = 1
  ) throws(ViewError) {
    precondition(diffs.count == versions.count - 1, "there is a diff for each step")
    self.versions = versions
    self.diffs = diffs
    self.style = style
    self.choices = choices
    self.hasLegend = hasLegend
    let union = VersionUnion(
      versions, boxesTell: choices.cluster == nil || choices.cluster == .country)
    self.union = union
    let changes = diffs.enumerated().map { step, diff in
      VersionChanges(diff, from: step, to: step + 1, in: union)
    }
    self.changes = changes
    overviews = versions.map { Overview(GraphView($0), style: style, choices: choices) }
    var ids: [String] = []
    for name in focus { ids.append(try union.node(named: name, among: versions).rawValue) }
    view = try GraphView(union.graph, filter: ViewFilter(focus: ids, depth: depth))
    // Where clicks lead, each version tells for itself.
    let common = Drawing.Choices(cluster: choices.cluster, labels: choices.labels)
    var whole = Overview(view, style: style, choices: common).drawing(
      title: nil, joinsTwins: false)
    whole.direction = direction
    frame = context.map { Self.near(changes, depth: $0, in: whole) } ?? whole
  }

  /// The part of a drawing that lies near changes: their own lines and ends, and what `depth` lines join to these.
  private static func near(
    _ changes: [VersionChanges], depth: Int, in whole: Drawing
  ) -> Drawing {
    let isChanged = { (line: DrawnLine) in
      changes.contains {
        $0.pairs[.init(line.source, line.target)].map { $0.sign != .same } ?? false
      }
    }
    var shown = Set(changes.flatMap { $0.nodes.filter { $0.value != .same }.keys })
    for line in whole.lines where isChanged(line) { shown.formUnion([line.source, line.target]) }
    var lines = whole.lines.filter(isChanged)
    for _ in 0..<depth {
      let near = whole.lines.filter { shown.contains($0.source) || shown.contains($0.target) }
      shown.formUnion(near.flatMap { [$0.source, $0.target] })
      lines = near
    }
    if depth > 0 {
      lines = whole.lines.filter { shown.contains($0.source) && shown.contains($0.target) }
    }
    return whole.keeping(lines: lines) { shown.contains($0.id) ? $0 : nil }
  }

  // MARK: - The pictures

  /// One version as it is.
  public func drawing(of version: Int, title: String? = nil) -> Drawing {
    let overview = overviews[version]
    let boxes = frame.boxesOfNodes
    let lines = frame.lines.compactMap { line -> DrawnLine? in
      guard let ties = union.ties[version][.init(line.source, line.target)] else { return nil }
      return self.line(line, ties, of: version)
    }
    var drawing = frame.keeping(lines: lines) { node in
      guard let ids = union.nodes[version][node.id] else { return nil }
      var own = overview.drawnNode(ids, in: boxes[node.id] ?? [])
      own.ids = node.ids
      return own
    }
    drawing.title = title
    drawing.subtitle = summary(of: version)
    drawing.legend = legend(of: drawing)
    let types = Set(
      drawing.nodes.flatMap { union.nodes[version][$0.id] ?? [] }.compactMap {
        versions[version].node($0)?.type
      })
    drawing.legend.types = versions[version].ontology.nodeTypes.filter { types.contains($0.name) }
      .map {
        Legend.TypeEntry(
          label: $0.label,
          style: NodeStyle(type: $0.name, ontology: versions[version].ontology, in: style))
      }
    drawing.legend.strokes = LineStroke.allCases.filter { Set(lines.map(\.stroke)).contains($0) }
    if !hasLegend { drawing.legend = Legend.none }
    return drawing
  }

  /// What the legends of versions and of changes have in common.
  private func legend(of drawing: Drawing) -> Legend {
    var legend = Legend()
    legend.marks = Self.marks(in: drawing)
    legend.boxes = !drawing.boxes.isEmpty
    legend.boxMeaning = choices.cluster?.meaning ?? Legend.countryBoxes
    return legend
  }

  /// What changed from a version to the next.
  public func changes(after version: Int, title: String? = nil) -> Drawing {
    let changes = changes[version]
    let boxes = frame.boxesOfNodes
    let lines = frame.lines.compactMap { line -> DrawnLine? in
      changes.pairs[.init(line.source, line.target)].map { self.line(line, $0, after: version) }
    }
    var drawing = frame.keeping(lines: lines) { node in
      guard let sign = changes.nodes[node.id] else { return nil }
      let shown = sign == .removed ? version : version + 1
      let ids = union.nodes[shown][node.id] ?? []
      var own = overviews[shown].drawnNode(ids, in: boxes[node.id] ?? [])
      own.ids = node.ids
      own.change = sign
      own.style = self.look(of: own.style, sign)
      if sign != .same, !own.label.isEmpty { own.label[0] = "\(sign.mark) \(own.label[0])" }
      return own
    }
    drawing.title = title
    drawing.subtitle = changeSummary(after: version)
    drawing.legend = legend(of: drawing)
    let used = Set(drawing.nodes.compactMap(\.change) + lines.compactMap(\.change))
    drawing.legend.changes = ChangeSign.allCases.filter(used.contains)
    drawing.legend.omissions = omissions(changes, in: drawing)
    if !hasLegend { drawing.legend = Legend.none }
    return drawing
  }

  /// The union of all drawings' parts, with room for the longest of their labels: what is to be laid out.
  func roomy(for drawings: [Drawing]) -> Drawing {
    var nodeLabels: [NodeID: [[String]]] = [:]
    var lineLabels: [String: [[String]]] = [:]
    for drawing in drawings {
      for node in drawing.nodes { nodeLabels[node.id, default: []].append(node.label) }
      for line in drawing.lines { lineLabels[line.name, default: []].append(line.label) }
    }
    let lines = frame.lines.map { line in
      var line = line
      line.label = Self.roomy(lineLabels[line.name] ?? [line.label])
      // With heads at both ends it is known where they stand, whichever a version has.
      (line.ends, line.stroke) = (.both, .solid)
      return line
    }
    var roomy = frame.keeping(lines: lines) { node in
      var node = node
      node.label = Self.roomy(nodeLabels[node.id] ?? [node.label])
      return node
    }
    roomy.legend = Legend()
    return roomy
  }

  /// As many lines as the label with most has, each as wide as the widest there.
  private static func roomy(_ labels: [[String]]) -> [String] {
    (0..<(labels.map(\.count).max() ?? 0)).map { index in
      labels.compactMap { $0.indices.contains(index) ? $0[index] : nil }
        .max { a, b in
          let widths = (SVGText.width(a, size: 1), SVGText.width(b, size: 1))
          return widths.0 != widths.1 ? widths.0 < widths.1 : a.utf8Precedes(b)
        } ?? ""
    }
  }

  // MARK: - Parts of pictures

  /// What didn't change recedes; what did has a tint of its colour.
  private func look(of style: NodeStyle, _ sign: ChangeSign) -> NodeStyle {
    var look = style
    look.outline = self.style.changes[sign] ?? self.style.line
    look.fill =
      sign == .same
      ? self.style.background : self.style.background.mixed(with: look.outline, share: 0.14)
    look.text = sign == .same ? look.outline : self.style.text
    return look
  }

  private func line(_ line: DrawnLine, _ ties: [VersionUnion.Tie], of version: Int) -> DrawnLine {
    let edges = ties.map(\.edge)
    var own = line
    own.label = label(ties, on: line)
    own.tooltip = Tooltip.text(of: edges, in: versions[version])
    own.stroke = LineStroke(strongestOf: edges.map(\.status))
    own.ends = ends(of: ties, on: line)
    own.evidenceCount = edges.reduce(0) { $0 + $1.evidence.count }
    own.relation = Set(edges.map(\.type)).count == 1 ? edges.first?.type : nil
    own.link = choices.links?.link(of: edges, in: versions[version])
    return own
  }

  private func line(
    _ line: DrawnLine, _ change: VersionChanges.OfPair, after version: Int
  ) -> DrawnLine {
    let (old, new) = (versions[version], versions[version + 1])
    let all = change.added + change.removed + change.changed.map(\.tie) + change.same
    var own = line
    own.change = change.sign
    own.ends = ends(of: all, on: line)
    own.stroke = .solid
    own.evidenceCount = all.reduce(0) { $0 + $1.edge.evidence.count }
    own.label = []
    var tooltips: [String] = []
    func tell(_ sign: ChangeSign, _ parts: [String], _ tooltip: String) {
      guard !parts.isEmpty else { return }
      let words = LabelText.wrapped(parts: parts, head: sign == .same ? "" : sign.mark + " ")
      own.label += words
      own.labelChanges += words.map { _ in sign }
      tooltips.append(sign == .same ? tooltip : "\(sign.mark) \(tooltip)")
    }
    tell(
      .added, parts(change.added, on: line), Tooltip.text(of: change.added.map(\.edge), in: new))
    tell(
      .removed, parts(change.removed, on: line),
      Tooltip.text(of: change.removed.map(\.edge), in: old))
    // What happened to several alike is told once, with their number.
    let alike = Dictionary(grouping: change.changed) { history(of: $0.tie.edge, $0.before) }
    let retold = alike.sorted { $0.key.utf8Precedes($1.key) }.map { words, ties in
      ties.count == 1 ? words : history(of: ties[0].tie.edge, ties[0].before, count: ties.count)
    }
    let before = Tooltip.text(of: change.changed.compactMap(\.before.old), in: old)
    tell(
      .changed, retold,
      Tooltip.text(of: change.changed.map(\.tie.edge), in: new)
        + (before.isEmpty ? "" : "\n\nbefore: \(before)"))
    tell(.same, parts(change.same, on: line), Tooltip.text(of: change.same.map(\.edge), in: new))
    own.tooltip = tooltips.joined(separator: "\n\n")
    // To what is new first: what stayed is less of interest, what is gone is told by the old text alone.
    let present = (change.added + change.changed.map(\.tie) + change.same).map(\.edge)
    own.link =
      present.isEmpty
      ? choices.links?.link(of: change.removed.map(\.edge), in: old)
      : choices.links?.link(of: present, in: new)
    return own
  }

  /// "visits ◕→‖"; where the status stayed, what else is other: "visits 2014-09→2014-11", "visits ◕ (place)". Of several,
  /// with their number as in all labels: "visits ◕→‖ (2)", "visits ◕2 (place)".
  private func history(
    of edge: Edge, _ before: VersionChanges.Retold, count: Int = 1
  ) -> String {
    let name = union.graph.ontology.drawnName(of: edge)
    if choices.labels == .terse { return name }
    let isFact = edge.status == .actual
    let mark = isFact ? "" : " \(edge.status.mark)"
    let number = count == 1 ? "" : " (\(count))"
    if let old = before.old, old.status != edge.status {
      return "\(name) \(old.status.mark)→\(edge.status.mark)\(number)"
    }
    if let old = before.old?.time, let new = edge.time, old != new {
      return "\(name)\(mark) \(old)→\(new)\(number)"
    }
    // "office" tells already that another office is meant.
    let remarks = before.remarks.filter { $0 != name }
    return name + (isFact || count == 1 ? mark + number : "\(mark)\(count)")
      + (remarks.isEmpty ? "" : " (\(remarks.joined(separator: ", ")))")
  }

  /// The label of a version's line: headed by who acts where it goes both ways.
  private func label(_ ties: [VersionUnion.Tie], on line: DrawnLine) -> [String] {
    let symmetric = ties.filter { isSymmetric($0.edge) }
    let needNames = ends(of: ties, on: line) == .both
    var label = LabelText.wrapped(parts: tally(symmetric), head: "")
    if symmetric.isEmpty { label = [] }
    for end in [line.source, line.target] {
      let own = ties.filter { !isSymmetric($0.edge) && $0.source == end }
      guard !own.isEmpty else { continue }
      label += LabelText.wrapped(
        parts: tally(own), head: needNames ? shortName(end) + ": " : "")
    }
    return label
  }

  /// The relations of ties, each with its tally unless labels are terse.
  private func tally(_ ties: [VersionUnion.Tie]) -> [String] {
    StatusTally.parts(
      of: ties.map(\.edge), in: union.graph.ontology, isTerse: choices.labels == .terse)
  }

  /// The relations with their tallies; each that isn't symmetric with its actor where the line goes both ways.
  private func parts(_ ties: [VersionUnion.Tie], on line: DrawnLine) -> [String] {
    guard ends(of: ties, on: line) == .both else { return tally(ties) }
    var parts = tally(ties.filter { isSymmetric($0.edge) })
    for end in [line.source, line.target] {
      let own = ties.filter { !isSymmetric($0.edge) && $0.source == end }
      parts += tally(own).map { "\(shortName(end)) \($0)" }
    }
    return parts
  }

  private func shortName(_ id: NodeID) -> String {
    union.graph.node(id).map(LabelText.shortName) ?? id.rawValue
  }

  private func isSymmetric(_ edge: Edge) -> Bool {
    union.graph.ontology.relationType(edge.type)?.isSymmetric == true
  }

  private func ends(of ties: [VersionUnion.Tie], on line: DrawnLine) -> LineEnds {
    let directed = ties.filter { !isSymmetric($0.edge) }
    return
      switch (
        directed.contains { $0.source == line.source },
        directed.contains { $0.source == line.target }
      )
    {
    case (false, false): .none
    case (true, false): .forward
    case (false, true): .back
    case (true, true): .both
    }
  }

  private static func marks(in drawing: Drawing) -> [Status] {
    let text = drawing.lines.flatMap(\.label).joined()
    return Status.allCases.filter { text.contains($0.mark) }
  }

  /// What changed and isn't drawn.
  private func omissions(_ changes: VersionChanges, in drawing: Drawing) -> [String] {
    let drawn = Set(drawing.nodes.map(\.id))
    let near = Set(view.nodes.map(\.id))
    let leftOut = changes.nodes.filter { !drawn.contains($0.key) }
    let far = leftOut.filter { !near.contains($0.key) }
    let pairs = changes.pairs.filter {
      !near.contains($0.key.first) || !near.contains($0.key.second)
    }
    return [
      Self.omission(leftOut.filter { near.contains($0.key) }.values, "nodes without a line"),
      Self.omission(far.values, "nodes outside the view"),
      Self.omission(pairs.values.map(\.sign), "pairs outside the view"),
    ].compactMap(\.self)
  }

  /// "nodes without a line (+12 −1)"; nil where none of them changed.
  private static func omission(_ signs: some Sequence<ChangeSign>, _ what: String) -> String? {
    let counts = counts(Array(signs)).text
    return counts.isEmpty ? nil : "\(what) (\(counts))"
  }
}
