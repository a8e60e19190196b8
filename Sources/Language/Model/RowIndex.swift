/// Which rows of a weight table hold weights, and where: the weights of these rows alone stand in one array, in the
/// order of the rows.
///
/// A table has millions of rows so that features seldom share one, but most rows are empty. What takes time is the
/// memory's answer: one bit a row and the weights that there are stay near the processor, where all rows wouldn't.
struct RowIndex: Sendable {
  /// The binary logarithm of the number of rows.
  let bits: Int
  /// For every 64 rows which of them hold weights, and how many before them do.
  private let marks: [UInt64]
  private let starts: [UInt32]

  /// An index of `1 << bits` rows, of which the given ones, ascending, hold weights.
  init(bits: Int, filled rows: [UInt32]) {
    self.bits = bits
    var marks = [UInt64](repeating: 0, count: max(1, (1 << bits) >> 6))
    for row in rows { marks[Int(row >> 6)] |= 1 << UInt64(row & 63) }
    var starts: [UInt32] = []
    starts.reserveCapacity(marks.count)
    var count = 0
    for mark in marks {
      starts.append(UInt32(count))
      count += mark.nonzeroBitCount
    }
    precondition(count == rows.count, "rows are ascending, none stands twice")
    self.marks = marks
    self.starts = starts
  }

  /// Calls `body` with the places of those features' weights that have some, in the order of the features; their rows are
  /// told by the upper bits of their `numbers`, at most 128.
  @inline(__always)
  func withPlaces<Result>(
    of numbers: borrowing Span<UInt32>, _ body: (borrowing Span<UInt32>) -> Result
  ) -> Result {
    let marks = marks.span
    let starts = starts.span
    let shift = UInt32(truncatingIfNeeded: 32 &- bits)
    var places = InlineArray<128, UInt32>(repeating: 0)
    var count = 0
    // A row that is empty is written over by the next one: nothing here must be guessed by the processor.
    for index in numbers.indices {
      let row = numbers[index] &>> shift
      places[count] = row
      count &+= Int(truncatingIfNeeded: marks[Int(row &>> 6)] &>> UInt64(row & 63) & 1)
    }
    for index in 0..<count {
      let row = places[index]
      let before = marks[Int(row &>> 6)] & (1 &<< UInt64(row & 63) &- 1)
      places[index] = starts[Int(row &>> 6)] &+ UInt32(truncatingIfNeeded: before.nonzeroBitCount)
    }
    return body(places.span.extracting(0..<count))
  }

  /// The rows that hold weights, ascending; for writing.
  var rows: [UInt32] {
    marks.indices.flatMap { word in
      (0..<64).filter { marks[word] >> UInt64($0) & 1 == 1 }.map { UInt32(word << 6 + $0) }
    }
  }
}
