/// Appends DOT to a buffer of bytes (graphviz.org/doc/info/lang.html).
///
/// Whatever text comes in, what goes out is read back by Graphviz as the same text, but for control
/// characters and other scalars that XML can't hold: they become U+FFFD, since an SVG with them
/// wouldn't be well-formed.
struct DOTText {
  var bytes: [UInt8] = []

  /// Takes out what has been written so far.
  mutating func take() -> [UInt8] {
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
  }

  /// Longer runs in one pair of quotation marks make Graphviz 2.42 refuse the file (at 16,381
  /// bytes); they are written as several, joined by `+`.
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

  /// What was written aside, once for many places.
  mutating func raw(_ written: [UInt8]) { bytes.append(contentsOf: written) }

  /// A number that isn't negative.
  mutating func number(_ value: Int) {
    if value >= 10 { number(value / 10) }
    bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: value % 10))
  }

  /// A quoted string that Graphviz takes for an escString, as labels are: `&` is written as an
  /// entity, since it reads entities; newlines as `\n`, which centres the lines.
  mutating func label(_ text: borrowing String) { quoted(text, backslash: "\\\\", newline: "\\n") }

  /// A label line by line.
  mutating func label(_ lines: [String]) {
    guard lines.count > 1 else { return label(lines.first ?? "") }
    guard lines.reduce(0, { $0 + $1.utf8.count + 1 }) <= Self.longestInOneRun else {
      return label(lines.joined(separator: "\n"))
    }
    raw("\"")
    for (index, line) in lines.enumerated() {
      if index > 0 { raw("\\n") }
      unsafe line.utf8Span.span.withUnsafeBufferPointer {
        unsafe escaped($0, backslash: "\\\\", newline: "\\n")
      }
    }
    raw("\"")
  }

  /// As a label, with the lines set flush left: each ends in `\l`.
  mutating func leftLabel(_ text: String) {
    quoted(text.contains("\n") ? text + "\n" : text, backslash: "\\\\", newline: "\\l")
  }

  /// As a label, for tooltips, in which 2.42 resolves escapes twice: each backslash is written four
  /// times.
  mutating func tooltip(_ text: borrowing String) {
    quoted(text, backslash: "\\\\\\\\", newline: "\\n")
  }

  private mutating func quoted(
    _ text: borrowing String, backslash: StaticString, newline: StaticString
  ) {
    raw("\"")
    // The bytes as they lie there: counting a reference, of which there are millions, takes longer than writing them.
    unsafe text.utf8Span.span.withUnsafeBufferPointer { utf8 in
      if utf8.count <= Self.longestInOneRun {
        unsafe escaped(utf8, backslash: backslash, newline: newline)
      } else {
        unsafe inRuns(utf8, backslash: backslash, newline: newline)
      }
    }
    raw("\"")
  }

  /// What fits into one run, however much of it must be escaped: no byte takes more than five.
  private static let longestInOneRun = (longestRun - 8) / 5

  private mutating func escaped(
    _ utf8: UnsafeBufferPointer<UInt8>, backslash: StaticString, newline: StaticString
  ) {
    var start = 0
    while start < utf8.count {
      let plain = unsafe Self.plainEnd(utf8, start..<utf8.count)
      unsafe bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start..<plain]))
      guard plain < utf8.count else { return }
      start = plain + escape(unsafe utf8[plain], backslash: backslash, newline: newline)
    }
  }

  private mutating func inRuns(
    _ utf8: UnsafeBufferPointer<UInt8>, backslash: StaticString, newline: StaticString
  ) {
    var runStart = bytes.count
    var start = 0
    while start < utf8.count {
      // At most so much of it fits into this run; never a part of a character.
      var end = min(start + max(0, Self.longestRun - 8 - (bytes.count - runStart)), utf8.count)
      while end > start, end < utf8.count, unsafe utf8[end] & 0xC0 == 0x80 { end -= 1 }
      if end == start {
        raw("\" + \"")
        runStart = bytes.count
        continue
      }
      let plain = unsafe Self.plainEnd(utf8, start..<end)
      unsafe bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start..<plain]))
      start = plain
      guard start < end else { continue }
      start += escape(unsafe utf8[start], backslash: backslash, newline: newline)
    }
  }

  /// Writes what begins with that byte otherwise, and tells how many bytes it has.
  private mutating func escape(
    _ byte: UInt8, backslash: StaticString, newline: StaticString
  ) -> Int {
    switch byte {
    case UInt8(ascii: "\""): raw("\\\"")
    case UInt8(ascii: "\\"): raw(backslash)
    case UInt8(ascii: "\n"): raw(newline)
    case UInt8(ascii: "&"): raw("&amp;")
    default: raw("\u{FFFD}")
    }
    return byte == 0xEF ? 3 : 1
  }

  /// The place of the first byte in the range that can't be written as it is: what means something in a quoted string,
  /// and the scalars that XML can't hold, of which U+FFFE and U+FFFF have three bytes. The end where there is none.
  private static func plainEnd(
    _ utf8: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) -> Int {
    guard let base = utf8.baseAddress else { return range.upperBound }
    let ones: UInt64 = 0x0101_0101_0101_0101
    var index = range.lowerBound
    while index < range.upperBound {
      if index + 8 <= range.upperBound {
        // Eight bytes at once (as in `JSONRun`): a high bit for each that may be one, the lowest of which is.
        let word = unsafe UInt64(
          littleEndian: UnsafeRawPointer(base + index).loadUnaligned(as: UInt64.self))
        let quotes = word ^ (ones &* 0x22)
        let ampersands = word ^ (ones &* 0x26)
        let backslashes = word ^ (ones &* 0x5C)
        let lastPlanes = word ^ (ones &* 0xEF)
        let found =
          ((word &- (ones &* 0x20)) & ~word) | ((quotes &- ones) & ~quotes)
          | ((ampersands &- ones) & ~ampersands) | ((backslashes &- ones) & ~backslashes)
          | ((lastPlanes &- ones) & ~lastPlanes)
        let marks = found & (ones &* 0x80)
        if marks == 0 {
          index += 8
          continue
        }
        index += marks.trailingZeroBitCount / 8
      }
      switch unsafe base[index] {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "&"), 0..<0x09, 0x0A..<0x20:
        return index
      case 0xEF where index + 2 < utf8.count:
        if unsafe base[index + 1] == 0xBF, unsafe base[index + 2] >= 0xBE { return index }
      default: break
      }
      index += 1
    }
    return range.upperBound
  }

  /// A comment to the end of the line. Whatever would end it early is replaced, a long one cut.
  mutating func comment(_ text: String) {
    raw("// ")
    let isPlain = text.utf8.count <= 200 && text.utf8.allSatisfy { (0x20..<0x7F).contains($0) }
    if isPlain { return raw(text) }
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
