/// The trained weights of the parser's moves: three numbers a row.
package struct MoveTable: Sendable {
  private let index: RowIndex
  /// The weights of the rows that are not zero.
  private let weights: [SIMD4<Int8>]

  /// A table of `1 << bits` rows.
  package init(bits: Int, weights: [SIMD4<Int8>]) {
    precondition(weights.count == 1 << bits, "there is one weight a row")
    let rows = weights.indices.filter { weights[$0] != .zero }
    self.init(bits: bits, rows: rows.map { UInt32($0) }, weights: rows.map { weights[$0] })
  }

  /// A table of `1 << bits` rows, of which the given ones, ascending, have the weights.
  init(bits: Int, rows: [UInt32], weights: [SIMD4<Int8>]) {
    precondition(weights.count == rows.count, "there is one weight a row")
    index = RowIndex(bits: bits, filled: rows)
    self.weights = weights
  }

  /// The sums of all moves over `features`, by the moves' raw values.
  @inline(__always)
  package func scores(_ features: borrowing FeatureList) -> SIMD4<Int16> {
    let weights = weights.span
    return features.withNumbers { numbers in
      index.withPlaces(of: numbers) { places in
        // Apart, since what waits for the memory's answer keeps the processor from asking for more.
        var fetched = InlineArray<128, SIMD4<Int8>>(repeating: .zero)
        for index in places.indices { fetched[index] = weights[Int(places[index])] }
        var sums = SIMD4<Int16>.zero
        for index in places.indices { sums &+= SIMD4<Int16>(truncatingIfNeeded: fetched[index]) }
        return sums
      }
    }
  }

  /// The rows that are not zero, ascending; for writing.
  package var rows: [(row: UInt32, weights: SIMD4<Int8>)] { Array(zip(index.rows, weights)) }
  /// The binary logarithm of the number of rows.
  package var bits: Int { index.bits }
}
