/// Where the lines of a text start.
struct LineIndex {
  private var starts = [0]

  init(_ bytes: some Sequence<UInt8>) {
    for (offset, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
      starts.append(offset + 1)
    }
  }

  /// The 1-based line that holds the byte.
  func line(of offset: Int) -> Int {
    var range = 0..<starts.count
    while !range.isEmpty {
      let middle = (range.lowerBound + range.upperBound) / 2
      if starts[middle] <= offset {
        range = (middle + 1)..<range.upperBound
      } else {
        range = range.lowerBound..<middle
      }
    }
    return range.lowerBound
  }
}
