/// Reads DOT's grammar (graphviz.org/doc/info/lang.html; where that leaves a case open, lib/cgraph/grammar.y) into
/// the parts of a `DOTSyntax`.
///
/// One token of foresight, no recursion: open braces wait on a stack of their own.
struct DOTParser {
  private typealias Part = DOTSyntax.Part

  private var scanner: DOTScanner
  private(set) var parts: [DOTSyntax.Part] = []
  var comments: [Range<Int>] { scanner.comments }

  /// A pair of braces that isn't closed yet.
  private struct Open {
    /// The graph or subgraph.
    let body: Int
    /// The statement that the subgraph is a part of; nil for a graph.
    let statement: Int?
  }
  private var open: [Open] = []
  /// What joins nodes in the graph at hand.
  private var edgeToken = DOTScanner.Token.arrow

  init(_ bytes: [UInt8]) {
    scanner = DOTScanner(bytes)
    // What files have in general; an array that grows would take three times the space.
    parts.reserveCapacity(bytes.count / 5)
  }

  mutating func parse() throws(DOTSyntaxError) {
    // Places are 32 bits wide.
    guard scanner.bytes.count < Int(UInt32.max) else {
      throw DOTSyntaxError(
        in: [], at: 0, found: "\(scanner.bytes.count) bytes", expected: "4 GB at most")
    }
    try scanner.advance()
    while scanner.token != .end {
      try graphHeader()
      while let body = open.last { try statement(in: body) }
    }
  }

  // MARK: - Parts

  private mutating func begin(_ kind: DOTSyntax.Kind, _ flags: DOTSyntax.Flags = []) -> Int {
    parts.append(Part(kind: kind, flags: flags, start: UInt32(truncatingIfNeeded: scanner.start)))
    return parts.count - 1
  }

  /// Ends a part with the last token that was taken.
  private mutating func finish(_ index: Int) {
    parts[index].end = UInt32(truncatingIfNeeded: scanner.lastEnd)
    parts[index].next = UInt32(truncatingIfNeeded: parts.count)
  }

  // MARK: - Graphs

  private mutating func graphHeader() throws(DOTSyntaxError) {
    let graph = begin(.graph)
    if scanner.token == .strict {
      parts[graph].flags.insert(.strict)
      try scanner.advance()
    }
    switch scanner.token {
    case .digraph:
      parts[graph].flags.insert(.directed)
      edgeToken = .arrow
    case .graph: edgeToken = .line
    default:
      let isStrict = parts[graph].flags.contains(.strict)
      throw scanner.unexpected(
        expected: (isStrict ? "" : "'strict', ") + "'graph' or 'digraph'"
          + (isStrict ? " after 'strict'" : ", with which a graph begins"))
    }
    try scanner.advance()
    if isName { try name() }
    guard scanner.token == .openBrace else {
      throw scanner.unexpected(expected: "'{' to open the graph")
    }
    try scanner.advance()
    open.append(Open(body: graph, statement: nil))
  }

  // MARK: - Statements

  private mutating func statement(in body: Open) throws(DOTSyntaxError) {
    switch scanner.token {
    case .closeBrace:
      try scanner.advance()
      finish(body.body)
      open.removeLast()
      if let statement = body.statement { try rest(of: statement, afterNode: false) }
    case .graph, .node, .edge: try defaults()
    case .openBrace, .subgraph: try subgraph(in: begin(.group))
    case .name, .quoted, .html: try nodesOrAssignment()
    default:
      throw scanner.unexpected(
        expected: scanner.token == .end
          ? "'}' to close \(description(of: body))" : "a statement, or '}'")
    }
  }

  /// "the graph of line 1".
  private func description(of body: Open) -> String {
    let (line, _) = DOTSyntaxError.place(of: Int(parts[body.body].start), in: scanner.bytes)
    return "the \(body.statement == nil ? "graph" : "subgraph") that begins in line \(line)"
  }

  private mutating func defaults() throws(DOTSyntaxError) {
    let flags: DOTSyntax.Flags =
      scanner.token == .node ? .ofNodes : scanner.token == .edge ? .ofEdges : []
    let statement = begin(.defaults, flags)
    try scanner.advance()
    guard scanner.token == .openBracket else {
      throw scanner.unexpected(expected: "'[' and attributes")
    }
    try end(statement)
  }

  private mutating func nodesOrAssignment() throws(DOTSyntaxError) {
    let statement = begin(.nodes)
    let node = begin(.node)
    try name()
    guard scanner.token == .equals else {
      try ports(of: node)
      return try rest(of: statement, afterNode: true)
    }
    // A node turned out to be an attribute's name.
    parts[statement].kind = .assignment
    parts[node].kind = .attribute
    try value(of: node)
    finish(statement)
    try skip(.semicolon)
  }

  /// What follows a node or a subgraph in a statement. Only nodes are listed with commas.
  private mutating func rest(of statement: Int, afterNode: Bool) throws(DOTSyntaxError) {
    var afterNode = afterNode
    while true {
      switch scanner.token {
      case .comma where afterNode:
        try scanner.advance()
        try node(.listed)
      case edgeToken:
        parts[statement].kind = .edges
        try scanner.advance()
        switch scanner.token {
        case .openBrace, .subgraph: return try subgraph(in: statement)
        default: try node([])
        }
        afterNode = true
      case .arrow, .line:
        throw scanner.unexpected(
          expected: edgeToken == .arrow ? "'->' in a 'digraph'" : "'--' in a 'graph'")
      default: return try end(statement)
      }
    }
  }

  private mutating func node(_ flags: DOTSyntax.Flags) throws(DOTSyntaxError) {
    guard isName else { throw scanner.unexpected(expected: "a node or a subgraph") }
    let node = begin(.node, flags)
    try name()
    try ports(of: node)
  }

  private mutating func ports(of node: Int) throws(DOTSyntaxError) {
    var count = 0
    while scanner.token == .colon, count < 2 {
      try scanner.advance()
      guard isName else { throw scanner.unexpected(expected: "a port's name after ':'") }
      try name()
      count += 1
    }
    finish(node)
  }

  private mutating func subgraph(in statement: Int) throws(DOTSyntaxError) {
    let subgraph = begin(.subgraph)
    if scanner.token == .subgraph {
      parts[subgraph].flags.insert(.keyword)
      try scanner.advance()
      if isName { try name() }
    }
    guard scanner.token == .openBrace else {
      throw scanner.unexpected(expected: "'{' to open the subgraph")
    }
    try scanner.advance()
    open.append(Open(body: subgraph, statement: statement))
  }

  // MARK: - Attributes

  /// Attributes, in any number of brackets, and the end of the statement.
  private mutating func end(_ statement: Int) throws(DOTSyntaxError) {
    while scanner.token == .openBracket {
      try scanner.advance()
      while scanner.token != .closeBracket {
        guard isName else { throw scanner.unexpected(expected: "an attribute, or ']'") }
        let attribute = begin(.attribute)
        try name()
        guard scanner.token == .equals else {
          throw scanner.unexpected(expected: "'=' and the attribute's value")
        }
        try value(of: attribute)
        if scanner.token == .comma || scanner.token == .semicolon { try scanner.advance() }
      }
      try scanner.advance()
    }
    finish(statement)
    try skip(.semicolon)
  }

  private mutating func value(of attribute: Int) throws(DOTSyntaxError) {
    try scanner.advance()
    guard isName else { throw scanner.unexpected(expected: "a value after '='") }
    try name()
    finish(attribute)
  }

  private mutating func skip(_ token: DOTScanner.Token) throws(DOTSyntaxError) {
    if scanner.token == token { try scanner.advance() }
  }

  // MARK: - Names

  private var isName: Bool {
    scanner.token == .name || scanner.token == .quoted || scanner.token == .html
  }

  private mutating func name() throws(DOTSyntaxError) {
    let first = piece()
    try scanner.advance()
    finish(first)
    guard scanner.token == .plus, parts[first].kind != .name else { return }
    let whole = parts[first]
    parts[first] = Part(kind: .joined, start: whole.start)
    parts.append(whole)
    parts[first + 1].next = UInt32(truncatingIfNeeded: parts.count)
    while scanner.token == .plus {
      try scanner.advance()
      guard scanner.token == .quoted || scanner.token == .html else {
        throw scanner.unexpected(expected: "a string in quotation marks after '+'")
      }
      let next = piece()
      try scanner.advance()
      finish(next)
    }
    finish(first)
  }

  private mutating func piece() -> Int {
    switch scanner.token {
    case .quoted: begin(.quoted, scanner.hasBackslash ? .backslash : [])
    case .html: begin(.html)
    default: begin(.name)
    }
  }
}
