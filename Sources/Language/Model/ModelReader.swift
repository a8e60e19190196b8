/// What is wrong with the bytes of a model.
package enum ModelError: Error, Hashable, CustomStringConvertible, Sendable {
  /// The bytes don't start as a model does.
  case notAModel
  /// The model is of a format that this program doesn't read.
  case version(found: UInt32, expected: UInt32)
  /// The bytes are not those that were written.
  case damaged

  /// What was found, what was expected, and what to do.
  package var description: String {
    switch self {
    case .notAModel:
      "the language model does not start with its signature; make it anew with `make model`."
    case .version(let found, let expected):
      "the language model has format \(found), this program reads \(expected); make it anew with `make model`."
    case .damaged:
      "the language model is damaged: its check sum does not agree; make it anew with `make model`."
    }
  }
}

/// Takes values from the bytes of a model file, in the order in which they were written.
struct ModelReader {
  private let bytes: [UInt8]
  private var index: Int

  /// A reader of what follows the first `start` bytes.
  init(_ bytes: [UInt8], from start: Int) {
    self.bytes = bytes
    index = start
  }

  /// Whether nothing is left.
  var isAtEnd: Bool { index == bytes.count }

  @inline(__always)
  mutating func byte() throws(ModelError) -> UInt8 {
    guard index < bytes.count else { throw .damaged }
    defer { index &+= 1 }
    return bytes[index]
  }
  mutating func short() throws(ModelError) -> UInt16 {
    let low = try byte()
    return UInt16(low) | UInt16(try byte()) << 8
  }
  mutating func word() throws(ModelError) -> UInt32 {
    let low = try short()
    return UInt32(low) | UInt32(try short()) << 16
  }
  mutating func long() throws(ModelError) -> UInt64 {
    let low = try word()
    return UInt64(low) | UInt64(try word()) << 32
  }

  @inline(__always)
  mutating func small() throws(ModelError) -> Int {
    let first = try byte()
    if first < 0x80 { return Int(first) }
    var value = Int(first & 0x7F)
    var shift = 7
    while true {
      let next = try byte()
      value |= Int(next & 0x7F) << shift
      if next < 0x80 { return value }
      shift += 7
      guard shift < 56 else { throw .damaged }
    }
  }

  /// A run of bytes with its length before it.
  mutating func block() throws(ModelError) -> ArraySlice<UInt8> {
    let count = try small()
    guard count <= bytes.count - index else { throw .damaged }
    defer { index += count }
    return bytes[index..<index + count]
  }

  mutating func string() throws(ModelError) -> String {
    let count = try small()
    guard count <= bytes.count - index else { throw .damaged }
    var string: [UInt8] = []
    string.reserveCapacity(count)
    for _ in 0..<count { string.append(try byte()) }
    return String(decoding: string, as: UTF8.self)
  }
}
