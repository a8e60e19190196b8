/// Why there is no picture.
public enum RenderError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Graphviz isn't installed, or not whole.
  case unavailable(detail: String)
  /// Graphviz doesn't read the text as DOT.
  case syntax(messages: String)
  /// Nobody could read the picture.
  case tooLarge(nodes: Int)
  /// Drawing took longer than allowed.
  case timeout(limit: Duration)
  /// The drawing process was ended by a signal: Graphviz crashed, or hit the limit of memory.
  case crashed(signal: Int32, messages: String)
  /// Graphviz ended well and drew nothing.
  case emptyOutput(messages: String)
  /// What came out isn't of the format.
  case wrongOutput(format: RenderFormat, messages: String)
  /// Graphviz reported an error.
  case failed(messages: String)
  /// The drawing process could not be started, or is no graphgen.
  case noWorker(detail: String)

  /// What to install where Graphviz is missing.
  public static let hint =
    "Install it with 'apt-get install libgraphviz-dev' (or 'libgvc6' alone); "
    + "DOT can be written without."

  /// What happened, and what to do.
  public var description: String {
    switch self {
    case .unavailable(let detail):
      "drawing needs Graphviz, which isn't there (\(detail)). \(Self.hint)"
    case .syntax(let messages):
      "Graphviz doesn't read this DOT: \(Self.shown(messages))"
    case .tooLarge(let nodes):
      "\(nodes) nodes are more than a picture can show; \(LayoutPlan.most) are drawn at most. "
        + "Show fewer (--focus, --top, --since, --relations), take it to another program "
        + "('graphgen export -f gexf'), or insist (--force)."
    case .timeout(let limit):
      "Graphviz took longer than \(limit.components.seconds) s and was stopped. "
        + "Show less (--focus, --types, --relations, --min-evidence), "
        + "or allow more time (--timeout)."
    case .crashed(let signal, let messages):
      "Graphviz crashed (signal \(signal)): \(Self.shown(messages)) "
        + "Show less, or write DOT and draw it with another version."
    case .emptyOutput(let messages):
      "Graphviz drew nothing: \(Self.shown(messages)) "
        + "The picture may be too large; show less, or use SVG."
    case .wrongOutput(let format, let messages):
      "what Graphviz drew isn't \(format.rawValue.uppercased()): \(Self.shown(messages))"
    case .failed(let messages):
      "Graphviz reports: \(Self.shown(messages))"
    case .noWorker(let detail):
      "the process that draws could not be run: \(detail)"
    }
  }

  private static func shown(_ messages: String) -> String {
    let text = messages.split(whereSeparator: \.isNewline).prefix(5).joined(separator: "; ")
    return text.isEmpty ? "no message." : text.count > 500 ? text.prefix(500) + "…" : text
  }
}
