extension Timeline {
  /// How a timeline is written.
  public enum Format: String, CaseIterable, Hashable, Sendable {
    /// For a terminal.
    case text
    /// For reports.
    case markdown
    /// A picture.
    case svg
  }

  /// What it is about: "Shinzo Abe and Vladimir Putin".
  public var title: String { subjects.joined(separator: " and ") }

  /// How much there is: "3 relations in 5 sentences of 2 articles, 2013-10-08 to 2015-11-10".
  public var summary: String {
    let sentences = happenings.reduce(0) { $0 + $1.reports.count }
    let days = happenings.flatMap { $0.steps.compactMap(\.published) }.sorted()
    var summary =
      "\(Self.count(happenings.count, "relation")) in \(Self.count(sentences, "sentence")) of "
      + Self.count(documentCount, "article")
    if let first = days.first, let last = days.last {
      summary += first == last ? ", \(first)" : ", \(first) to \(last)"
    }
    return summary
  }

  private static func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }

  /// For a terminal: a paragraph a happening, with its sentences by day of publication.
  public var text: String {
    var lines = ["\(title): \(summary)"]
    for happening in happenings {
      lines.append("")
      let qualifiers = happening.qualifiers.map { " (\($0))" } ?? ""
      lines.append("\(happening.statement)\(qualifiers): \(happening.historyText)")
      for step in happening.steps {
        let time = step.time.map { ", for \($0)" } ?? ""
        let published = step.published?.rawValue ?? "undated"
        lines.append("  \(published)  \(step.status.mark) \(step.status.rawValue)\(time)")
        for report in step.reports {
          lines.append("    \(report.place): \(Self.oneLine(report.evidence.text))")
        }
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// For reports: a heading and a table a happening.
  public var markdown: String {
    var lines = ["# \(MarkdownText.escaped(title))", "", MarkdownText.escaped(summary) + "."]
    for happening in happenings {
      lines += ["", "## \(MarkdownText.escaped(happening.statement))", ""]
      let qualifiers = happening.qualifiers.map { "; \(MarkdownText.escaped($0))" } ?? ""
      lines.append("**\(happening.historyText)**\(qualifiers)")
      lines += ["", "| published | status | time | where | sentence |", "|---|---|---|---|---|"]
      for step in happening.steps {
        for report in step.reports {
          let cells = [
            step.published?.rawValue ?? "undated",
            "\(step.status.mark) \(step.status.rawValue)", report.evidence.time?.rawValue ?? "",
            MarkdownText.escaped(report.place),
            MarkdownText.escaped(Self.oneLine(report.evidence.text)),
          ]
          lines.append("| \(cells.joined(separator: " | ")) |")
        }
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  static func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
