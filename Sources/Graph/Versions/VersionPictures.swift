extension VersionDrawings {
  /// Draws drawings of these versions as SVG files, all by one layout.
  ///
  /// `subtitles` stand below their titles, one for each. The note, where there is one, says how the size was dealt with.
  ///
  /// - Throws: `RenderError`: Graphviz is needed for the layout.
  public func pictures(
    of drawings: [Drawing], subtitles: [String], by worker: GraphvizWorker, force: Bool = false
  ) throws(RenderError) -> (files: [[UInt8]], note: String?) {
    let roomy = try roomy(for: drawings).planned(force: force)
    let layout = try worker.layoutWithoutFail(of: roomy)
    let hasWords = roomy.lines.contains { !$0.label.isEmpty }
    let files = zip(drawings, subtitles).map { drawing, subtitle in
      // What the layout has no room for is told where it is missing.
      var drawing = drawing
      drawing.layout = roomy.layout
      if drawing.legend != Legend.none { drawing.legend.omissions += roomy.legend.omissions }
      if !hasWords { drawing.legend.marks = [] }
      return SVGWriter.bytes(
        of: drawing, placed: DrawingPlacement(drawing, at: layout).placed(subtitle: subtitle))
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
  private static func counts(_ signs: [ChangeSign]) -> (text: String, total: Int) {
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
  /// The layout of a drawing; without boxes, where Graphviz fails with them (2.42 can't place those of some large
  /// graphs).
  fileprivate func layoutWithoutFail(of drawing: Drawing) throws(RenderError) -> DrawingLayout {
    do {
      return try layout(of: drawing)
    } catch {
      switch error {
      case .failed, .crashed:
        guard !drawing.boxes.isEmpty else { throw error }
        return try layout(of: drawing.withoutBoxes(because: "which Graphviz could not place"))
      default: throw error
      }
    }
  }
}
