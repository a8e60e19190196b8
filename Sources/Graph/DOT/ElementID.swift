/// The names that parts of a picture have, as XML ids; the same for every drawing of a graph.
///
/// Letters, digits, hyphens and points stay, `/` is a point, and all else `_` with its code in hexadecimal.
enum ElementID {
  /// The id of a node, line or box, as the prefix tells, of that name.
  static func of(_ prefix: String, _ name: String) -> String {
    let hexadecimal = Array("0123456789abcdef".utf8)
    var result = Array(prefix.utf8)
    result.reserveCapacity(prefix.utf8.count + name.utf8.count + 8)
    result.append(UInt8(ascii: "."))
    for scalar in name.unicodeScalars {
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", "-", ".": result.append(UInt8(scalar.value))
      case "/": result.append(UInt8(ascii: "."))
      default:
        result.append(UInt8(ascii: "_"))
        let digits = max(1, (35 - scalar.value.leadingZeroBitCount) / 4)
        for place in (0..<digits).reversed() {
          result.append(hexadecimal[Int(scalar.value >> (4 * UInt32(place))) & 15])
        }
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// What is written for each byte of a name; 0 for those that take more than one.
  fileprivate static let plain: [UInt8] = (0..<256).map { byte in
    switch UInt8(byte) {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."):
      UInt8(byte)
    case UInt8(ascii: "/"): UInt8(ascii: ".")
    default: 0
    }
  }
}

extension DOTText {
  /// The quoted id of `ElementID`.
  mutating func elementID(_ prefix: StaticString, _ name: String) {
    let start = bytes.count
    raw("\"")
    raw(prefix)
    raw(".")
    if name.utf8.count <= 1000, plainID(name) { return raw("\"") }
    bytes.removeLast(bytes.count - start)
    label(ElementID.of("\(prefix)", name))
  }

  /// Writes the name if all its bytes take one; whether they do.
  private mutating func plainID(_ name: String) -> Bool {
    unsafe name.utf8Span.span.withUnsafeBufferPointer { utf8 in
      unsafe withUnsafeTemporaryAllocation(of: UInt8.self, capacity: utf8.count) { written in
        let isPlain = unsafe ElementID.plain.withUnsafeBufferPointer { table in
          for index in utf8.indices {
            let byte = unsafe table[Int(utf8[index])]
            unsafe written[index] = byte
            if byte == 0 { return false }
          }
          return true
        }
        if isPlain { unsafe bytes.append(contentsOf: UnsafeBufferPointer(written)) }
        return isPlain
      }
    }
  }
}
