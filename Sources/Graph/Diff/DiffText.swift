/// Writes a diff as text for a terminal or a file.
public struct DiffText: Sendable {
  /// How much of it is told.
  public enum Detail: Hashable, Sendable {
    /// All, with up to so many sentences of each relation.
    case full(sentences: Int)
    /// A line for each actor, with the number of changes.
    case stat
    /// A line for each node and relation, with its sign first.
    case names
  }

  private let detail: Detail
  private let isColoured: Bool

  /// A writer; with colours for terminals (ECMA-48) or without.
  public init(_ detail: Detail = .full(sentences: 3), coloured: Bool = false) {
    self.detail = detail
    isColoured = coloured
  }

  /// The text, with a final newline; empty for a diff of nothing.
  public func text(of diff: GraphDiff) -> String {
    guard !diff.isEmpty else { return "" }
    switch detail {
    case .full(let sentences): return full(DiffOutline(diff, sentences: sentences))
    case .stat: return stat(DiffOutline(diff, sentences: 0))
    case .names: return names(diff)
    }
  }

  // MARK: - All

  private func full(_ outline: DiffOutline) -> String {
    var lines = outline.summary
    let section = { (heading: String, items: [DiffOutline.Item]) in
      items.isEmpty ? [] : ["", heading] + items.flatMap { self.lines($0) }
    }
    lines += section(bold("Articles and rules"), outline.sources)
    for group in outline.groups {
      let sign = group.heading.sign == .none ? "" : group.heading.sign.rawValue + " "
      lines += ["", paint(bold(sign + group.heading.text), group.heading.sign)]
      lines += details(group.heading)
      lines += group.items.flatMap { self.lines($0) }
    }
    lines += section(bold("Names"), outline.names)
    lines += section(bold("As before, by other sentences"), outline.evidence)
    return lines.joined(separator: "\n") + "\n"
  }

  private func lines(_ item: DiffOutline.Item) -> [String] {
    ["  " + paint("\(item.sign.rawValue) \(item.text)", item.sign)] + details(item)
  }

  private func details(_ item: DiffOutline.Item) -> [String] {
    item.details.map { detail in
      let place = detail.place.isEmpty ? "" : "\(detail.place): "
      return "      " + paint("\(detail.sign.rawValue) ", detail.sign) + faint(place + detail.text)
    }
  }

  // MARK: - Less

  private func stat(_ outline: DiffOutline) -> String {
    var rows: [(name: String, signs: [DiffOutline.Sign])] = []
    for group in outline.groups {
      // That it is merged, split or renamed is a change of its own.
      let own = group.heading.sign == .changed ? [group.heading.sign] : []
      rows.append((group.name, own + group.items.map(\.sign)))
    }
    let width = rows.map(\.name.count).max() ?? 0
    let lines = rows.map { row in
      let counts = row.signs.count
      // Long bars are cut to scale; every sign that is there keeps one.
      let limit = 40
      let bar = [DiffOutline.Sign.added, .removed, .changed].map { sign in
        let number = row.signs.filter { $0 == sign }.count
        let shown = counts > limit ? (number * limit + counts - 1) / counts : number
        return paint(String(repeating: sign.rawValue, count: shown), sign)
      }
      let name = row.name + String(repeating: " ", count: width - row.name.count)
      let number = String(counts)
      return
        " \(name) | \(String(repeating: " ", count: max(0, 4 - number.count)))\(number) \(bar.joined())"
    }
    return (lines + outline.summary.map { " " + $0 }).joined(separator: "\n") + "\n"
  }

  private func names(_ diff: GraphDiff) -> String {
    let words = DiffWords(diff, sentences: 0)
    var lines: [String] = diff.documents.map { change in
      let sign: DiffOutline.Sign =
        change.kind == .added ? .added : change.kind == .removed ? .removed : .changed
      return line(sign, "article", change.document?.path ?? change.id)
    }
    for change in diff.readings {
      let parts = change.parts.map(\.part.rawValue).joined(separator: " ")
      lines.append(line(.changed, "reader", parts.isEmpty ? "unknown" : parts))
    }
    for change in diff.nodes where change.kind != .evidence {
      let sign: DiffOutline.Sign =
        switch change.kind {
        case .added: .added
        case .removed: .removed
        default: .changed
        }
      let ids = { (nodes: [Node]) in nodes.map(\.id.rawValue).joined(separator: " ") }
      let name =
        ids(change.old) == ids(change.new) || change.old.isEmpty || change.new.isEmpty
        ? change.node?.id.rawValue ?? "" : "\(ids(change.old)) → \(ids(change.new))"
      lines.append(line(sign, "node", name))
    }
    for change in diff.edges {
      let item = words.item(change, withActor: true)
      guard let edge = change.edge else { continue }
      lines.append(line(item.sign, "relation", "\(edge.source) \(edge.type) \(edge.target)"))
    }
    return lines.joined(separator: "\n") + (lines.isEmpty ? "" : "\n")
  }

  private func line(_ sign: DiffOutline.Sign, _ kind: String, _ name: String) -> String {
    paint("\(sign.rawValue)\t\(kind)\t\(name)", sign)
  }

  // MARK: - Colours

  private func paint(_ text: String, _ sign: DiffOutline.Sign) -> String {
    let code: String? =
      switch sign {
      case .added: "32"
      case .removed: "31"
      case .changed: "33"
      case .same: "36"
      case .none: nil
      }
    return code.map { escape(text, $0) } ?? text
  }

  private func bold(_ text: String) -> String { escape(text, "1") }
  private func faint(_ text: String) -> String { escape(text, "2") }

  private func escape(_ text: String, _ code: String) -> String {
    isColoured && !text.isEmpty ? "\u{1b}[\(code)m\(text)\u{1b}[m" : text
  }
}

extension DiffText {
  /// The whole graph in the words of a diff, a line for each node and relation: what `git` compares with `textconv`.
  public static func listing(of graph: KnowledgeGraph) -> String {
    let words = DiffWords(GraphDiff(from: graph, to: graph), sentences: 0)
    var lines = graph.documents.map { document in
      ([document.path] + [document.published.map { "\($0)" }, document.title].compactMap(\.self))
        .joined(separator: "  ")
    }
    let bySource = Dictionary(grouping: graph.edges, by: \.source)
    for node in graph.nodes {
      lines += ["", words.name(node)]
      if !node.aliases.isEmpty {
        lines.append("  also called \(node.aliases.joined(separator: "; "))")
      }
      for edge in bySource[node.id] ?? [] {
        let state = words.state(edge, in: graph)
        lines.append("  \(words.phrase(edge, in: graph))\(state.isEmpty ? "" : ": \(state)")")
        lines += edge.evidence.map { one in
          let detail = words.sentence(one, .none)
          // Without the line, which changes with every line above.
          let path = detail.place.prefix { $0 != ":" }
          return "    \(path): \(detail.text)"
        }
      }
    }
    return lines.joined(separator: "\n") + (lines.isEmpty ? "" : "\n")
  }
}
