/// How a word's spelling is looked at by the trained stages.
package enum WordForm {
  /// The form under which a word is looked up: every digit as `0`, curly apostrophes and quotation marks
  /// straight, so that numbers and styles of typesetting don't count as different words.
  package static func normalized(_ form: String) -> String {
    if form.utf8.allSatisfy({ $0 < 0x80 && !($0 >= 0x30 && $0 <= 0x39) }) { return form }
    return String(
      decoding: normalizedBytes(Array(form.utf8).span, start: 0, end: form.utf8.count),
      as: UTF8.self)
  }

  /// The same over bytes.
  package static func normalizedBytes(
    _ bytes: borrowing Span<UInt8>, start: Int, end: Int
  ) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(end - start)
    var index = start
    while index < end {
      let byte = bytes[index]
      if byte >= 0x30, byte <= 0x39 {
        result.append(0x30)
        index += 1
      } else if byte == 0xE2, index + 2 < end, bytes[index + 1] == 0x80,
        let plain = plainMark(bytes[index + 2])
      {
        result.append(plain)
        index += 3
      } else {
        result.append(byte)
        index += 1
      }
    }
    return result
  }

  /// The ASCII mark for the last byte of a mark U+2010...U+201F; nil for other characters.
  @inline(__always)
  static func plainMark(_ last: UInt8) -> UInt8? {
    switch last {
    case 0x98, 0x99: 0x27
    case 0x9C, 0x9D: 0x22
    case 0x93, 0x94: 0x2D
    default: nil
    }
  }
}
