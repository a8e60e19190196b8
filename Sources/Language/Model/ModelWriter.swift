/// Puts values into the bytes of a model file. Numbers are little-endian.
package struct ModelWriter {
  /// What was written so far.
  package private(set) var bytes: [UInt8] = []

  /// A writer that has written nothing.
  package init() {}

  package mutating func write(_ value: UInt8) { bytes.append(value) }
  package mutating func write(_ value: Int8) { bytes.append(UInt8(bitPattern: value)) }
  package mutating func write(_ value: UInt16) {
    write(UInt8(truncatingIfNeeded: value))
    write(UInt8(truncatingIfNeeded: value >> 8))
  }
  package mutating func write(_ value: UInt32) {
    write(UInt16(truncatingIfNeeded: value))
    write(UInt16(truncatingIfNeeded: value >> 16))
  }
  package mutating func write(_ value: UInt64) {
    write(UInt32(truncatingIfNeeded: value))
    write(UInt32(truncatingIfNeeded: value >> 32))
  }

  /// A number that is mostly small, seven bits a byte, the lowest first.
  package mutating func writeSmall(_ value: Int) {
    var value = UInt64(value)
    while value >= 0x80 {
      write(UInt8(value & 0x7F) | 0x80)
      value >>= 7
    }
    write(UInt8(value))
  }

  /// A string with its length before it.
  package mutating func write(_ string: String) {
    writeSmall(string.utf8.count)
    bytes += string.utf8
  }
}
