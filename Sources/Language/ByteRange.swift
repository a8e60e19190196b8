/// A half-open range of UTF-8 byte offsets into a text, the way all of graphgen says "where".
public struct ByteRange: Hashable, Comparable, Sendable {
  /// The offset of the first byte.
  public let start: Int
  /// The offset just past the last byte; never less than `start`.
  public let end: Int

  /// The range from `start` up to, but not including, `end`.
  public init(_ start: Int, _ end: Int) {
    precondition(start <= end, "a byte range ends where it starts, or later")
    self.start = start
    self.end = end
  }

  /// How many bytes the range covers.
  public var count: Int { end - start }
  /// Whether the range covers no byte.
  public var isEmpty: Bool { start == end }

  /// Whether every byte of `other` is inside.
  public func contains(_ other: ByteRange) -> Bool { start <= other.start && other.end <= end }
  /// Whether the two share a byte.
  public func overlaps(_ other: ByteRange) -> Bool { start < other.end && other.start < end }

  /// By start, then by end.
  public static func < (a: ByteRange, b: ByteRange) -> Bool {
    (a.start, a.end) < (b.start, b.end)
  }
}
