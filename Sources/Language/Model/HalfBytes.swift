/// Small numbers in half a byte each: most gaps between rows and most weights take four bits.
///
/// Numbers up to 14 are one half byte; 15 says that three bits at a time follow, the lowest first, with the
/// highest bit of each half byte set while there are more.
struct HalfByteWriter {
  /// What was written so far; the last byte may be half used.
  private(set) var bytes: [UInt8] = []
  private var isHalf = false

  private mutating func writeHalf(_ value: UInt8) {
    if isHalf { bytes[bytes.count - 1] |= value << 4 } else { bytes.append(value) }
    isHalf.toggle()
  }

  /// A whole byte.
  mutating func writeByte(_ value: UInt8) {
    writeHalf(value & 15)
    writeHalf(value >> 4)
  }

  /// A number that isn't negative.
  mutating func write(_ value: Int) {
    if value < 15 { return writeHalf(UInt8(value)) }
    writeHalf(15)
    var rest = value - 15
    while rest >= 8 {
      writeHalf(UInt8(rest & 7) | 8)
      rest >>= 3
    }
    writeHalf(UInt8(rest))
  }

  /// Weights as numbers that aren't negative: 0, -1, 1, -2, 2, ...
  static func folded(_ weight: Int8) -> Int {
    weight < 0 ? -2 * Int(weight) - 1 : 2 * Int(weight)
  }
}

/// Reads what a `HalfByteWriter` wrote.
struct HalfByteReader {
  private let bytes: ArraySlice<UInt8>
  /// In half bytes.
  private var index: Int
  private let end: Int

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    index = bytes.startIndex * 2
    end = bytes.endIndex * 2
  }

  @inline(__always)
  private mutating func half() throws(ModelError) -> UInt8 {
    guard index < end else { throw .damaged }
    let byte = bytes[index >> 1]
    defer { index &+= 1 }
    return index & 1 == 0 ? byte & 15 : byte >> 4
  }

  @inline(__always)
  mutating func byte() throws(ModelError) -> UInt8 {
    let low = try half()
    return low | (try half()) << 4
  }

  @inline(__always)
  mutating func next() throws(ModelError) -> Int {
    let first = try half()
    if first < 15 { return Int(first) }
    var value = 0
    var shift = 0
    while true {
      let part = try half()
      value |= Int(part & 7) << shift
      if part < 8 { return value + 15 }
      shift += 3
      guard shift < 40 else { throw .damaged }
    }
  }

  @inline(__always)
  mutating func weight() throws(ModelError) -> Int8 {
    let value = try next()
    guard value <= 255 else { throw .damaged }
    return Int8(value & 1 == 0 ? value / 2 : -(value + 1) / 2)
  }
}
