/// Which line and column a byte offset of a text is on, for people.
///
/// Lines end with a line feed, a carriage return, or both. Building it takes one pass over the text;
/// a look-up takes a binary search and one pass over its line.
public struct LineMap: Sendable {
  private let bytes: [UInt8]
  /// The offset of each line's first byte, ascending; the first is 0.
  private let starts: [Int]

  /// The lines of a text.
  public init(_ text: String) { self.init(bytes: Array(text.utf8)) }

  /// The lines of a text in UTF-8.
  init(bytes: [UInt8]) {
    self.bytes = bytes
    var starts = [0]
    for index in bytes.indices {
      let next = index + 1
      switch bytes[index] {
      case UInt8(ascii: "\n"): starts.append(next)
      case UInt8(ascii: "\r") where next == bytes.count || bytes[next] != UInt8(ascii: "\n"):
        starts.append(next)
      default: continue
      }
    }
    self.starts = starts
  }

  /// How many lines there are; one that ends without a line feed counts, and so does an empty text's only one.
  public var lineCount: Int {
    starts.count > 1 && starts.last == bytes.count ? starts.count - 1 : starts.count
  }

  /// The line at a byte offset, 1-based. An offset past the end counts as the end.
  public func line(at offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }

  /// The line and the column at a byte offset, both 1-based; columns count characters.
  public func position(at offset: Int) -> (line: Int, column: Int) {
    let line = line(at: offset)
    let start = starts[line - 1]
    let end = min(max(offset, start), bytes.count)
    return (line, String(decoding: bytes[start..<end], as: UTF8.self).count + 1)
  }
}

extension Document {
  /// Where in the file a byte offset of the text stands: with its column where the text's lines are the
  /// file's own, and else the line that the text came from.
  ///
  /// - Parameters:
  ///   - offset: A byte offset into the text.
  ///   - lines: The text's own `LineMap`, for those who ask often; else one is made.
  /// - Returns: The place, with the document's path.
  public func place(at offset: Int, in lines: LineMap? = nil) -> FilePlace {
    guard keepsLines else { return FilePlace(path: path, line: firstLine) }
    let position = (lines ?? LineMap(text)).position(at: offset)
    return FilePlace(path: path, line: position.line + firstLine - 1, column: position.column)
  }
}
