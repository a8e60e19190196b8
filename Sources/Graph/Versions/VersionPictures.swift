extension VersionDrawings {
  /// What pictures of versions are written as.
  public enum Format: String, CaseIterable, Hashable, Sendable {
    case svg, png, pdf
    /// With the places of everything.
    case dot
  }

  /// Draws drawings of these versions, all by one layout. The note, where there is one, says how the size was dealt
  /// with.
  ///
  /// - Throws: `RenderError`: Graphviz is needed for the layout.
  public func pictures(
    of drawings: [Drawing], as format: Format = .svg, by worker: GraphvizWorker, force: Bool = false
  ) throws(RenderError) -> (files: [[UInt8]], note: String?) {
    let (roomy, layout) = try worker.layoutWithoutFail(
      of: roomy(for: drawings).planned(force: force))
    let hasWords = roomy.lines.contains { !$0.label.isEmpty }
    let hasBoxes = !roomy.boxes.isEmpty
    var files: [[UInt8]] = []
    for drawing in drawings {
      // What the layout has no room for is told where it is missing.
      var drawing = drawing
      drawing.layout = roomy.layout
      if drawing.legend != Legend.none { drawing.legend.omissions += roomy.legend.omissions }
      if !hasWords { drawing.legend.marks = [] }
      if !hasBoxes {
        drawing.items = drawing.nodes.map(Drawing.Item.node)
        drawing.legend.boxes = false
      }
      files.append(try worker.picture(of: drawing, at: layout, as: format))
    }
    guard roomy.layout.note != nil else { return (files, nil) }
    return (
      files,
      "\(roomy.nodes.count) nodes and \(roomy.lines.count) lines; up to \(LayoutPlan.mostReadable) and "
        + "\(LayoutPlan.mostLines) can be read well (--context 0 shows what changed alone)"
    )
  }

  /// How much a version has: "3 articles, 40 nodes, 61 relations".
  public func summary(of version: Int) -> String {
    let graph = versions[version]
    return [
      Count.of(graph.documents.count, "article"), Count.of(graph.nodes.count, "node"),
      Count.of(graph.edges.count, "relation"),
    ].joined(separator: ", ")
  }

  /// How much changed after a version: "+12 −1 Δ3 relations, +8 nodes".
  public func changeSummary(after version: Int) -> String {
    let diff = diffs[version]
    let nodes = Self.counts(
      diff.nodes.map { change in
        switch change.kind {
        case .added: .added
        case .removed: .removed
        case .evidence: .same
        default: .changed
        }
      })
    let edges = Self.counts(
      diff.edges.map { change in
        switch change.kind {
        case .added: .added
        case .removed: .removed
        case .evidence: .same
        default: .changed
        }
      })
    let parts = [(edges, "relation"), (nodes, "node")].filter { !$0.0.text.isEmpty }
    return parts.isEmpty
      ? "nothing changed"
      : parts.map { "\($0.0.text) \($0.1)\($0.0.total == 1 ? "" : "s")" }.joined(separator: ", ")
  }

  /// "+12 −1 Δ3", and how many that is.
  static func counts(_ signs: [ChangeSign]) -> (text: String, total: Int) {
    let counts = [ChangeSign.added, .removed, .changed].map { sign in
      (sign, count: signs.count { $0 == sign })
    }.filter { $0.count > 0 }
    return (
      counts.map { "\($0.0.mark)\($0.count)" }.joined(separator: " "),
      counts.reduce(0) { $0 + $1.count }
    )
  }
}

extension GraphvizWorker {
  /// A drawing in its place: SVG and DOT by our own writers, all else by Graphviz.
  fileprivate func picture(
    of drawing: Drawing, at layout: DrawingLayout, as format: VersionDrawings.Format
  ) throws(RenderError) -> [UInt8] {
    let picture: RenderFormat
    switch format {
    case .svg:
      return SVGWriter.bytes(
        of: drawing, placed: DrawingPlacement(drawing, at: layout).placed())
    case .dot: return DOTWriter.bytes(of: drawing, at: layout)
    case .png: picture = .png
    case .pdf: picture = .pdf
    }
    return try self.picture(
      dot: DOTWriter.bytes(
        of: drawing, at: layout, dotsPerInch: picture == .png ? Self.dotsPerInch : nil),
      format: picture, engine: DOTPlaces.engine)
  }

  /// A drawing with its layout; without boxes, where Graphviz fails with them (2.42 can't place those of some large
  /// graphs).
  fileprivate func layoutWithoutFail(
    of drawing: Drawing
  ) throws(RenderError) -> (Drawing, DrawingLayout) {
    do {
      return (drawing, try layout(of: drawing))
    } catch {
      switch error {
      case .failed, .crashed:
        guard !drawing.boxes.isEmpty else { throw error }
        let bare = drawing.withoutBoxes(because: "which Graphviz could not place")
        return (bare, try layout(of: bare))
      default: throw error
      }
    }
  }
}
