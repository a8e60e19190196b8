/// Cuts DOT into tokens, as Graphviz does (lib/cgraph/scan.l tells the cases that the manual leaves open).
struct DOTScanner {
  enum Token: UInt8 {
    case end, name, quoted, html
    case strict, graph, digraph, node, edge, subgraph
    case arrow, line
    case openBrace, closeBrace, openBracket, closeBracket
    case equals, semicolon, comma, colon, plus
    case other
  }

  let bytes: [UInt8]
  /// The token at hand, and where it stands.
  private(set) var token = Token.end
  private(set) var start = 0
  private(set) var end = 0
  /// Whether a quoted token has a backslash in it, which may be an escape.
  private(set) var hasBackslash = false
  /// Where the token before ended.
  private(set) var lastEnd = 0
  /// The comments so far, each from its first sign to its last.
  private(set) var comments: [Range<Int>] = []

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Goes on to the next token.
  ///
  /// - Throws: for a string or a comment that doesn't end.
  mutating func advance() throws(DOTSyntaxError) {
    lastEnd = end
    try skipBlanks()
    start = end
    guard start < bytes.count else {
      token = .end
      return
    }
    let byte = bytes[start]
    end = start + 1
    if Self.isLetter(byte) { return word() }
    switch byte {
    case UInt8(ascii: "\""): try string()
    case UInt8(ascii: "<"): try markup()
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."): number(from: start)
    case UInt8(ascii: "-"): dash()
    case UInt8(ascii: "{"): token = .openBrace
    case UInt8(ascii: "}"): token = .closeBrace
    case UInt8(ascii: "["): token = .openBracket
    case UInt8(ascii: "]"): token = .closeBracket
    case UInt8(ascii: "="): token = .equals
    case UInt8(ascii: ";"): token = .semicolon
    case UInt8(ascii: ","): token = .comma
    case UInt8(ascii: ":"): token = .colon
    case UInt8(ascii: "+"): token = .plus
    default: token = .other
    }
  }

  /// An error at the token at hand.
  func unexpected(expected: String) -> DOTSyntaxError {
    DOTSyntaxError(in: bytes, at: start, found: description, expected: expected)
  }

  /// The token at hand, for messages: short, and on one line.
  private var description: String {
    guard token != .end else { return "the end of the text" }
    if token == .other, bytes[start] < 0x20 || bytes[start] == 0x7F {
      return "a byte of value \(bytes[start])"
    }
    let text = String(decoding: bytes[start..<min(end, start + 40)], as: UTF8.self)
    let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    return "'\(line)\(end > start + 40 ? "…" : "")'"
  }

  // MARK: - Blanks and comments

  private mutating func skipBlanks() throws(DOTSyntaxError) {
    while end < bytes.count {
      switch bytes[end] {
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"): end += 1
      case UInt8(ascii: "#"): lineComment()
      case UInt8(ascii: "/"):
        let second = end + 1 < bytes.count ? bytes[end + 1] : 0
        if second == UInt8(ascii: "/") {
          lineComment()
        } else if second == UInt8(ascii: "*") {
          try blockComment()
        } else {
          return
        }
      case 0xEF where end == 0 && bytes.starts(with: [0xEF, 0xBB, 0xBF]): end = 3
      default: return
      }
    }
  }

  private mutating func lineComment() {
    let first = end
    while end < bytes.count, bytes[end] != UInt8(ascii: "\n") { end += 1 }
    let last = end > first && bytes[end - 1] == UInt8(ascii: "\r") ? end - 1 : end
    comments.append(first..<last)
  }

  private mutating func blockComment() throws(DOTSyntaxError) {
    let first = end
    end += 2
    while end + 1 < bytes.count {
      if bytes[end] == UInt8(ascii: "*"), bytes[end + 1] == UInt8(ascii: "/") {
        end += 2
        comments.append(first..<end)
        return
      }
      end += 1
    }
    throw DOTSyntaxError(
      in: bytes, at: first, found: "a comment without its end", expected: "'*/' to close it")
  }

  // MARK: - Names

  /// Letters of any script count, as all bytes above ASCII do.
  @inline(__always) private static func isLetter(_ byte: UInt8) -> Bool {
    byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z")
      || byte == UInt8(ascii: "_") || byte >= 0x80
  }

  @inline(__always) private static func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }

  private mutating func word() {
    while end < bytes.count, Self.isLetter(bytes[end]) || Self.isDigit(bytes[end]) { end += 1 }
    token = .name
    guard (4...8).contains(end - start) else { return }
    switch bytes[start] | 0x20 {
    case UInt8(ascii: "n") where isKeyword("node"): token = .node
    case UInt8(ascii: "e") where isKeyword("edge"): token = .edge
    case UInt8(ascii: "g") where isKeyword("graph"): token = .graph
    case UInt8(ascii: "d") where isKeyword("digraph"): token = .digraph
    case UInt8(ascii: "s") where isKeyword("strict"): token = .strict
    case UInt8(ascii: "s") where isKeyword("subgraph"): token = .subgraph
    default: break
    }
  }

  private func isKeyword(_ keyword: StaticString) -> Bool {
    guard keyword.utf8CodeUnitCount == end - start else { return false }
    for offset in 0..<keyword.utf8CodeUnitCount
    where unsafe bytes[start + offset] | 0x20 != keyword.utf8Start[offset] { return false }
    return true
  }

  /// A number from its first digit or point; what follows without a gap is a token of its own.
  private mutating func number(from first: Int) {
    end = first
    skipDigits()
    if end < bytes.count, bytes[end] == UInt8(ascii: ".") {
      end += 1
      let fraction = end
      skipDigits()
      if fraction == first + 1, end == fraction {
        end = start + 1
        token = .other
        return
      }
      // Graphviz takes one point more.
      if end < bytes.count, bytes[end] == UInt8(ascii: ".") { end += 1 }
    }
    token = .name
  }

  private mutating func skipDigits() {
    while end < bytes.count, Self.isDigit(bytes[end]) { end += 1 }
  }

  private mutating func dash() {
    let second = end < bytes.count ? bytes[end] : 0
    switch second {
    case UInt8(ascii: ">"):
      end += 1
      token = .arrow
    case UInt8(ascii: "-"):
      end += 1
      token = .line
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."): number(from: end)
    default: token = .other
    }
  }

  // MARK: - Strings

  private mutating func string() throws(DOTSyntaxError) {
    hasBackslash = false
    while end < bytes.count {
      switch bytes[end] {
      case UInt8(ascii: "\""):
        end += 1
        token = .quoted
        return
      case UInt8(ascii: "\\"):
        hasBackslash = true
        end += 2
      default: end += 1
      }
    }
    throw DOTSyntaxError(
      in: bytes, at: start, found: "a string without its end", expected: "'\"' to close it")
  }

  private mutating func markup() throws(DOTSyntaxError) {
    var depth = 1
    while end < bytes.count {
      switch bytes[end] {
      case UInt8(ascii: "<"): depth += 1
      case UInt8(ascii: ">"): depth -= 1
      default: break
      }
      end += 1
      if depth == 0 {
        token = .html
        return
      }
    }
    throw DOTSyntaxError(
      in: bytes, at: start, found: "an HTML string without its end",
      expected: "as many '>' as '<'")
  }
}
