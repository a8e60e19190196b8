/// What stands between the quotation marks of JSON's strings (RFC 8259, section 7).
enum JSONRun {
  struct BadEscape: Error { let offset: Int }

  /// The place, from `start` on, of the next byte that isn't simply part of a string: a quotation mark, a backslash or
  /// a control character; the count where there is none.
  static func end(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var index = start
    let ones: UInt64 = 0x0101_0101_0101_0101
    guard let base = bytes.baseAddress else { return index }
    // Eight bytes at once: subtracting sets the high bit of what is below (Mycroft, 1987).
    while index + 8 <= bytes.count {
      let word = unsafe UInt64(
        littleEndian: UnsafeRawPointer(base + index).loadUnaligned(as: UInt64.self))
      let marks = word ^ (ones &* 0x22)
      let escapes = word ^ (ones &* 0x5C)
      let found =
        (((marks &- ones) & ~marks) | ((escapes &- ones) & ~escapes)
          | ((word &- (ones &* 0x20)) & ~word)) & (ones &* 0x80)
      if found != 0 { return index + found.trailingZeroBitCount / 8 }
      index += 8
    }
    while index < bytes.count {
      let byte = unsafe bytes[index]
      if byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { break }
      index += 1
    }
    return index
  }

  /// The string's bytes with its escapes resolved.
  static func unescaped(_ text: UnsafeBufferPointer<UInt8>) -> Result<[UInt8], BadEscape> {
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    var index = 0
    while index < text.count {
      let byte = unsafe text[index]
      guard byte == UInt8(ascii: "\\") else {
        result.append(byte)
        index += 1
        continue
      }
      guard let (scalar, length) = unsafe escape(text, at: index) else {
        return .failure(BadEscape(offset: index))
      }
      result.append(contentsOf: String(scalar).utf8)
      index += length
    }
    return .success(result)
  }

  /// What the escape at `index` stands for, and how many bytes it has; nil where it is none.
  private static func escape(
    _ text: UnsafeBufferPointer<UInt8>, at index: Int
  ) -> (UnicodeScalar, length: Int)? {
    guard index + 1 < text.count else { return nil }
    switch unsafe text[index + 1] {
    case UInt8(ascii: "\""): return ("\"", 2)
    case UInt8(ascii: "\\"): return ("\\", 2)
    case UInt8(ascii: "/"): return ("/", 2)
    case UInt8(ascii: "b"): return ("\u{8}", 2)
    case UInt8(ascii: "f"): return ("\u{c}", 2)
    case UInt8(ascii: "n"): return ("\n", 2)
    case UInt8(ascii: "r"): return ("\r", 2)
    case UInt8(ascii: "t"): return ("\t", 2)
    case UInt8(ascii: "u"):
      guard let first = unsafe unit(text, at: index + 2) else { return nil }
      if let scalar = UnicodeScalar(UInt32(first)) { return (scalar, 6) }
      // The two halves of a character beyond U+FFFF.
      guard (0xD800..<0xDC00).contains(first), index + 11 < text.count,
        unsafe text[index + 6] == UInt8(ascii: "\\"), unsafe text[index + 7] == UInt8(ascii: "u"),
        let second = unsafe unit(text, at: index + 8), (0xDC00..<0xE000).contains(second),
        let scalar = UnicodeScalar(
          0x10000 + (UInt32(first) - 0xD800) << 10 + (UInt32(second) - 0xDC00))
      else { return nil }
      return (scalar, 12)
    default: return nil
    }
  }

  /// Four hexadecimal digits.
  private static func unit(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> UInt16? {
    guard index + 4 <= text.count else { return nil }
    var value: UInt16 = 0
    for place in index..<index + 4 {
      guard let digit = unsafe Character(UnicodeScalar(text[place])).hexDigitValue else {
        return nil
      }
      value = value << 4 | UInt16(digit)
    }
    return value
  }
}
