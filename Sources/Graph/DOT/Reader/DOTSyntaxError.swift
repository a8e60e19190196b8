/// Where and why a text is no DOT.
public struct DOTSyntaxError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The 1-based line.
  public let line: Int
  /// The 1-based column, in characters (Unicode scalars).
  public let column: Int
  /// What stands there.
  public let found: String
  /// What should.
  public let expected: String

  /// An error at the byte `offset` of `bytes`.
  init(in bytes: [UInt8], at offset: Int, found: String, expected: String) {
    (line, column) = Self.place(of: offset, in: bytes)
    self.found = found
    self.expected = expected
  }

  /// `3:14: found …; expected ….`
  public var description: String { "\(line):\(column): found \(found); expected \(expected)." }

  /// The error with the name of the file in which it is.
  public func violation(in file: String) -> SchemaViolation {
    SchemaViolation(place: "\(file):\(line):\(column)", found: found, expected: expected)
  }

  /// The 1-based line and column of a byte. Takes time in the order of the offset.
  static func place(of offset: Int, in bytes: [UInt8]) -> (line: Int, column: Int) {
    var (line, column) = (1, 1)
    for byte in bytes[..<min(offset, bytes.count)] {
      if byte == UInt8(ascii: "\n") {
        (line, column) = (line + 1, 1)
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
    return (line, column)
  }
}
