/// Appends DOT to a buffer of bytes (graphviz.org/doc/info/lang.html).
///
/// Whatever text comes in, what goes out is read back by Graphviz as the same text, but for control
/// characters and other scalars that XML can't hold: they become U+FFFD, since an SVG with them wouldn't
/// be well-formed.
struct DOTText {
  private(set) var bytes: [UInt8] = []

  /// Longer runs in one pair of quotation marks make Graphviz 2.42 refuse the file (at 16,381 bytes);
  /// they are written as several, joined by `+`.
  static let longestRun = 16_000

  mutating func raw(_ text: StaticString) {
    unsafe bytes.append(
      contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Syntax of our own making, such as a number or a colour.
  mutating func raw(_ text: String) { bytes.append(contentsOf: text.utf8) }

  mutating func indent(_ depth: Int) {
    for _ in 0..<depth { raw("  ") }
  }

  /// A quoted string that Graphviz takes for an escString, as labels are: `&` is written as an entity,
  /// since it reads entities; newlines as `\n`, which centres the lines.
  mutating func label(_ text: String) { quoted(text, backslash: "\\\\", newline: "\\n") }

  /// As a label, with the lines set flush left: each ends in `\l`.
  mutating func leftLabel(_ text: String) {
    quoted(text.contains("\n") ? text + "\n" : text, backslash: "\\\\", newline: "\\l")
  }

  /// As a label, for tooltips, in which 2.42 resolves escapes twice: each backslash is written four times.
  mutating func tooltip(_ text: String) { quoted(text, backslash: "\\\\\\\\", newline: "\\n") }

  private mutating func quoted(
    _ text: String, backslash: StaticString, newline: StaticString
  ) {
    raw("\"")
    var runStart = bytes.count
    for scalar in text.unicodeScalars {
      if bytes.count - runStart > Self.longestRun - 8 {
        raw("\" + \"")
        runStart = bytes.count
      }
      switch scalar {
      case "\"": raw("\\\"")
      case "\\": raw(backslash)
      case "\n": raw(newline)
      case "&": raw("&amp;")
      default: bytes.append(contentsOf: String(XMLCharacter.allowed(scalar)).utf8)
      }
    }
    raw("\"")
  }

  /// A comment to the end of the line. Whatever would end it early is replaced, a long one cut.
  mutating func comment(_ text: String) {
    raw("// ")
    for scalar in text.unicodeScalars.prefix(200) {
      let isBreak = scalar == "\n" || scalar.properties.generalCategory == .control
      bytes.append(contentsOf: String(isBreak ? "\u{FFFD}" : XMLCharacter.allowed(scalar)).utf8)
    }
  }
}

/// What XML 1.0 can hold (section 2.2, production Char).
enum XMLCharacter {
  /// The scalar itself, or U+FFFD for one that no XML document may contain.
  static func allowed(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0x9, 0xA, 0x20...0xFFFD, 0x10000...0x10FFFF: scalar
    default: "\u{FFFD}"
    }
  }
}
