internal import Language

extension UTF8 {
  /// How many bytes of UTF-8 a scalar takes.
  static func width(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0..<0x80: 1
    case 0x80..<0x800: 2
    case 0x800..<0x10000: 3
    default: 4
    }
  }
}

/// One line of a text.
struct TextLine: Hashable, Sendable {
  /// From its first byte to the start of the next line.
  var range: ByteRange
  /// Its bytes without white space at its ends; empty, at the line's start, for a blank line.
  var content: ByteRange

  /// Whether there is nothing on it but white space.
  var isBlank: Bool { content.isEmpty }
  /// How many bytes of white space it starts with.
  var indent: Int { content.start - range.start }

  /// The lines of a text from a byte offset on; lines end with a line feed, a carriage return, or both.
  static func lines(of bytes: [UInt8], from start: Int = 0) -> [TextLine] {
    var lines: [TextLine] = []
    var begin = start
    var index = start
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      guard byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") else { continue }
      if byte == UInt8(ascii: "\r"), index < bytes.count, bytes[index] == UInt8(ascii: "\n") {
        index += 1
      }
      lines.append(TextLine(ByteRange(begin, index), in: bytes))
      begin = index
    }
    if begin < bytes.count { lines.append(TextLine(ByteRange(begin, bytes.count), in: bytes)) }
    return lines
  }

  private init(_ range: ByteRange, in bytes: [UInt8]) {
    self.range = range
    self.content = Self.trim(range, in: bytes) ?? ByteRange(range.start, range.start)
  }

  /// A range without white space at its ends; nil where nothing is left.
  static func trim(_ range: ByteRange, in bytes: [UInt8]) -> ByteRange? {
    var start = range.start
    while start < range.end {
      let width = spaceWidth(at: start, in: bytes)
      guard width > 0 else { break }
      start += width
    }
    guard start < range.end else { return nil }
    var end = range.end
    shrinking: while end > start {
      for width in 1...3
      where end - width >= start && spaceWidth(at: end - width, in: bytes) == width {
        end -= width
        continue shrinking
      }
      break
    }
    return ByteRange(start, end)
  }

  /// How many bytes the white space at an offset takes; 0 where there is none.
  ///
  /// White space is Unicode's, and what takes no room beside it: the zero-width space, the byte-order mark.
  private static func spaceWidth(at offset: Int, in bytes: [UInt8]) -> Int {
    switch bytes[offset] {
    case 0x09...0x0D, 0x20: return 1
    case 0xC2 where offset + 1 < bytes.count && [0x85, 0xA0].contains(bytes[offset + 1]): return 2
    case 0xE1...0xEF where offset + 2 < bytes.count:
      let code = [bytes[offset], bytes[offset + 1], bytes[offset + 2]]
      switch (code[0], code[1], code[2]) {
      case (0xE1, 0x9A, 0x80), (0xE2, 0x80, 0x80...0x8B), (0xE2, 0x80, 0xA8...0xA9),
        (0xE2, 0x80, 0xAF), (0xE2, 0x81, 0x9F), (0xE3, 0x80, 0x80), (0xEF, 0xBB, 0xBF):
        return 3
      default: return 0
      }
    default: return 0
    }
  }
}
