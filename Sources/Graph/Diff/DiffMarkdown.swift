/// Writes a diff as Markdown, to comment a pull request with or to put into a report (CommonMark with the tables and
/// details of GitHub).
public struct DiffMarkdown: Sendable {
  /// GitHub takes comments of up to 65,536 characters: what doesn't fit is counted, not cut.
  private static let limit = 60_000

  private let title: String
  private let sentences: Int

  /// A writer, with a heading and up to so many sentences of each relation.
  public init(title: String, sentences: Int = 3) {
    self.title = title
    self.sentences = sentences
  }

  /// The text, with a final newline.
  public func text(of diff: GraphDiff) -> String {
    let outline = DiffOutline(diff, sentences: sentences)
    var blocks = ["### \(Self.escaped(title))"]
    guard !diff.isEmpty else { return blocks[0] + "\n\nNothing changed.\n" }
    blocks.append(outline.summary.map { "- \($0)" }.joined(separator: "\n"))
    if !outline.sources.isEmpty {
      blocks.append("**Articles and rules**\n\n" + list(outline.sources))
    }
    var sections = outline.groups.map { group in
      let sign = group.heading.sign == .none ? "" : Self.mark(group.heading.sign) + " "
      let heading = "**\(sign)\(Self.escaped(group.heading.text))**"
      let causes = group.heading.details.map { Self.escaped($0.text) }.joined(separator: "; ")
      let first = causes.isEmpty ? heading : "\(heading) (\(causes))"
      return group.items.isEmpty ? first : first + "\n\n" + list(group.items)
    }
    if !outline.names.isEmpty {
      sections.append("**Names**\n\n" + list(outline.names))
    }
    if !outline.evidence.isEmpty {
      sections.append(
        "<details><summary>\(outline.evidence.count) as before, by other sentences</summary>\n\n"
          + list(outline.evidence) + "\n\n</details>")
    }
    var size = blocks.map(\.utf8.count).reduce(0, +)
    var left = 0
    for section in sections {
      size += section.utf8.count + 2
      if size < Self.limit { blocks.append(section) } else { left += 1 }
    }
    if left > 0 {
      blocks.append("*\(Count.of(left, "more section")) not shown; `graphgen diff` tells all.*")
    }
    return blocks.joined(separator: "\n\n") + "\n"
  }

  private func list(_ items: [DiffOutline.Item]) -> String {
    items.map { item in
      let details = item.details.map { detail in
        let place = detail.place.isEmpty ? "" : " `\(detail.place)`"
        let sign = detail.sign == .none ? "" : Self.mark(detail.sign)
        return "  - \(sign)\(place) \(Self.escaped(detail.text))"
          .replacing("  -  ", with: "  - ")
      }
      return (["- \(Self.mark(item.sign)) \(Self.escaped(item.text))"] + details)
        .joined(separator: "\n")
    }.joined(separator: "\n")
  }

  /// The sign as code, so that no list is made of it.
  private static func mark(_ sign: DiffOutline.Sign) -> String { "`\(sign.rawValue)`" }

  /// Text that Markdown and HTML leave as it is.
  private static func escaped(_ text: String) -> String { MarkdownText.escaped(text) }
}
