/// Which rows of a weight table hold weights, and where: the weights of these rows alone stand in one array, in the
/// order of the rows.
///
/// A table has millions of rows so that features seldom share one, but most rows are empty. What takes time is the
/// memory's answer: one bit a row and the weights that there are stay near the processor, where all rows wouldn't.
struct RowIndex: Sendable {
  /// The binary logarithm of the number of rows.
  let bits: Int
  /// For every 32 rows which of them hold weights, as bits, and how many rows before them do: one answer of the
  /// memory for both.
  private let groups: [SIMD2<UInt32>]

  /// An index of `1 << bits` rows, of which the given ones, ascending, hold weights.
  init(bits: Int, filled rows: [UInt32]) {
    self.bits = bits
    var groups = [SIMD2<UInt32>](repeating: .zero, count: max(1, (1 << bits) >> 5))
    for row in rows { groups[Int(row >> 5)].x |= 1 << (row & 31) }
    var count: UInt32 = 0
    for index in groups.indices {
      groups[index].y = count
      count += UInt32(groups[index].x.nonzeroBitCount)
    }
    precondition(Int(count) == rows.count, "rows are ascending, none stands twice")
    self.groups = groups
  }

  /// Calls `body` with the places of those features' weights that have some, in the order of the features; their rows are
  /// told by the upper bits of their `numbers`, at most 128.
  @inline(__always)
  func withPlaces<Result>(
    of numbers: borrowing Span<UInt32>, _ body: (borrowing Span<UInt32>) -> Result
  ) -> Result {
    let groups = groups.span
    let shift = UInt32(truncatingIfNeeded: 32 &- bits)
    precondition(numbers.count <= 128, "more features than places for them")
    // All groups are fetched before anything is made of one: what waits for the memory's answer keeps the processor from
    // asking for more.
    var fetched = InlineArray<128, SIMD2<UInt32>>(repeating: .zero)
    for index in numbers.indices {
      fetched[index] = groups[Int((numbers[index] &>> shift) &>> 5)]
    }
    // For each row that holds weights the bits of its group up to its own, which is the highest, and then its place.
    var marks = InlineArray<128, UInt32>(repeating: 0)
    var places = InlineArray<128, UInt32>(repeating: 0)
    var count = 0
    // What is written of a row that is empty is written over by the next one: nothing here must be guessed by the
    // processor.
    for index in numbers.indices {
      let upToRow = fetched[index].x &<< ~(numbers[index] &>> shift)
      marks[count & 127] = upToRow
      places[count & 127] = fetched[index].y
      count &+= Int(truncatingIfNeeded: upToRow &>> 31)
    }
    // Apart, so that several bits are counted in one step.
    count = min(count, 128)
    for index in 0..<count {
      places[index] &+= UInt32(truncatingIfNeeded: marks[index].nonzeroBitCount) &- 1
    }
    return body(places.span.extracting(0..<count))
  }

  /// The rows that hold weights, ascending; for writing.
  var rows: [UInt32] {
    groups.indices.flatMap { group in
      (0..<32).filter { groups[group].x >> UInt32($0) & 1 == 1 }.map { UInt32(group << 5 + $0) }
    }
  }
}
