/// Appends DOT to a buffer of bytes (graphviz.org/doc/info/lang.html).
///
/// Whatever text comes in, what goes out is read back by Graphviz as the same text, but for control
/// characters and other scalars that XML can't hold: they become U+FFFD, since an SVG with them
/// wouldn't be well-formed.
struct DOTText {
  private(set) var bytes: [UInt8] = []

  /// Makes room for so many bytes at once, rather than by and by.
  mutating func reserve(_ count: Int) { bytes.reserveCapacity(count) }

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

  /// A quoted string that Graphviz takes for an escString, as labels are: `&` is written as an
  /// entity, since it reads entities; newlines as `\n`, which centres the lines.
  mutating func label(_ text: String) { quoted(text, backslash: "\\\\", newline: "\\n") }

  /// As a label, with the lines set flush left: each ends in `\l`.
  mutating func leftLabel(_ text: String) {
    quoted(text.contains("\n") ? text + "\n" : text, backslash: "\\\\", newline: "\\l")
  }

  /// As a label, for tooltips, in which 2.42 resolves escapes twice: each backslash is written four
  /// times.
  mutating func tooltip(_ text: String) { quoted(text, backslash: "\\\\\\\\", newline: "\\n") }

  private mutating func quoted(
    _ text: String, backslash: StaticString, newline: StaticString
  ) {
    raw("\"")
    var runStart = bytes.count
    var text = text
    text.withUTF8 { utf8 in
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
        switch unsafe utf8[start] {
        case UInt8(ascii: "\""): raw("\\\"")
        case UInt8(ascii: "\\"): raw(backslash)
        case UInt8(ascii: "\n"): raw(newline)
        case UInt8(ascii: "&"): raw("&amp;")
        default: raw("\u{FFFD}")
        }
        start += unsafe utf8[start] == 0xEF ? 3 : 1
      }
    }
    raw("\"")
  }

  /// The place of the first byte in the range that can't be written as it is: what means something in a quoted string,
  /// and the scalars that XML can't hold, of which U+FFFE and U+FFFF have three bytes. The end where there is none.
  private static func plainEnd(
    _ utf8: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) -> Int {
    var index = range.lowerBound
    let ones: UInt64 = 0x0101_0101_0101_0101
    while let base = utf8.baseAddress, index < range.upperBound {
      // Eight plain characters of ASCII at once (as in `JSONRun`).
      if index + 8 <= range.upperBound {
        let word = unsafe UInt64(
          littleEndian: UnsafeRawPointer(base + index).loadUnaligned(as: UInt64.self))
        let quotes = word ^ (ones &* 0x22)
        let ampersands = word ^ (ones &* 0x26)
        let backslashes = word ^ (ones &* 0x5C)
        let found =
          ((word &- (ones &* 0x20)) & ~word) | word | ((quotes &- ones) & ~quotes)
          | ((ampersands &- ones) & ~ampersands) | ((backslashes &- ones) & ~backslashes)
        if found & (ones &* 0x80) == 0 {
          index += 8
          continue
        }
      }
      let stop = min(index + 8, range.upperBound)
      while index < stop {
        switch unsafe utf8[index] {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "&"), 0..<0x09, 0x0A..<0x20:
          return index
        case 0xEF where index + 2 < utf8.count:
          if unsafe utf8[index + 1] == 0xBF, unsafe utf8[index + 2] >= 0xBE { return index }
        default: break
        }
        index += 1
      }
    }
    return range.upperBound
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
