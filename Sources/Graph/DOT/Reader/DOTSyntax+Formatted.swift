extension DOTSyntax {
  /// The text anew, in one form: a statement a line, indented by depth, names and strings as they were, comments on
  /// lines of their own before the next statement. What is read from it is formatted to the same bytes.
  public var formatted: [UInt8] {
    var writer = Formatting(self)
    return writer.write()
  }

  private struct Formatting {
    private let syntax: DOTSyntax
    private var output: [UInt8] = []
    private var nextComment = 0

    /// A part whose children are being written.
    private struct Open {
      let part: Int
      var isFirst = true
      var hasAttributes = false
    }
    private var open: [Open] = []
    /// How many bodies are open.
    private var depth = 0
    private var joint: StaticString = " -> "
    private var index = 0

    /// Deeper lines stay where they are, lest the output be the square of the input.
    private static let deepest = 24

    init(_ syntax: DOTSyntax) { self.syntax = syntax }

    mutating func write() -> [UInt8] {
      while index < syntax.parts.count || !open.isEmpty {
        if let innermost = open.last, index >= syntax.parts[innermost.part].next {
          close(innermost)
        } else {
          part()
        }
      }
      comments(before: syntax.source.count)
      return output
    }

    private mutating func part() {
      let part = syntax.parts[index]
      switch part.kind {
      case .graph:
        comments(before: Int(part.start))
        joint = part.flags.contains(.directed) ? " -> " : " -- "
        raw(part.flags.contains(.strict) ? "strict " : "")
        raw(part.flags.contains(.directed) ? "digraph" : "graph")
        body()
      case .nodes, .defaults:
        line(before: part)
        let statement = index
        if part.kind == .defaults {
          let isOfEdges = part.flags.contains(.ofEdges)
          raw(part.flags.contains(.ofNodes) ? "node" : isOfEdges ? "edge" : "graph")
        }
        index += 1
        open.append(Open(part: statement))
      case .edges, .group:
        line(before: part)
        open.append(Open(part: index))
        index += 1
      case .assignment:
        line(before: part)
        index += 1
        assignment()
        raw("\n")
      case .attribute:
        let statement = open.count - 1
        raw(open[statement].hasAttributes ? ", " : " [")
        open[statement].hasAttributes = true
        assignment()
      case .node:
        operand(part)
        node()
      case .subgraph:
        operand(part)
        raw(part.flags.contains(.keyword) ? "subgraph" : "")
        body()
      case .name, .quoted, .html, .joined: text()
      }
    }

    /// ` name {`, or what of it there is.
    private mutating func body() {
      let part = index
      open.append(Open(part: part))
      index += 1
      if index < syntax.parts[part].next,
        syntax.parts[index].kind.rawValue >= Kind.name.rawValue
      {
        raw(" ")
        text()
      }
      let isSubgraph = syntax.parts[part].kind == .subgraph
      let isBare = isSubgraph && !syntax.parts[part].flags.contains(.keyword)
      raw(isBare ? "{\n" : " {\n")
      depth += 1
    }

    /// What stands between the operands of a statement.
    private mutating func operand(_ part: Part) {
      let statement = open.count - 1
      if !open[statement].isFirst { raw(part.flags.contains(.listed) ? ", " : joint) }
      open[statement].isFirst = false
    }

    private mutating func close(_ innermost: Open) {
      open.removeLast()
      let part = syntax.parts[innermost.part]
      switch part.kind {
      case .graph, .subgraph:
        comments(before: Int(part.end) - 1)
        depth -= 1
        indent()
        raw(part.kind == .graph ? "}\n" : "}")
      default:
        if part.kind == .defaults && !innermost.hasAttributes { raw(" []") }
        raw(innermost.hasAttributes ? "]\n" : "\n")
      }
    }

    private mutating func assignment() {
      index += 1
      text()
      raw("=")
      text()
    }

    private mutating func node() {
      let end = syntax.parts[index].next
      index += 1
      text()
      while index < end {
        raw(":")
        text()
      }
    }

    private mutating func text() {
      let part = syntax.parts[index]
      guard part.kind == .joined else {
        output += syntax.written(part)
        index = Int(part.next)
        return
      }
      index += 1
      var isFirst = true
      while index < part.next {
        if !isFirst { raw(" + ") }
        isFirst = false
        text()
      }
    }

    private mutating func line(before part: Part) {
      comments(before: Int(part.start))
      indent()
    }

    private mutating func comments(before offset: Int) {
      while nextComment < syntax.comments.count, syntax.comments[nextComment].lowerBound < offset {
        indent()
        output += syntax.source[syntax.comments[nextComment]]
        raw("\n")
        nextComment += 1
      }
    }

    private mutating func indent() {
      for _ in 0..<min(depth, Self.deepest) { raw("  ") }
    }

    private mutating func raw(_ text: StaticString) {
      unsafe output.append(
        contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }
  }
}
