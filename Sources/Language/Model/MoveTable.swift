/// The trained weights of the parser's moves: three numbers a row, in one dense array.
package struct MoveTable: Sendable {
  private let shift: UInt32
  private let weights: [SIMD4<Int8>]

  /// A table of `1 << bits` rows.
  package init(bits: Int, weights: [SIMD4<Int8>]) {
    precondition(weights.count == 1 << bits, "there is one weight a row")
    shift = UInt32(32 - bits)
    self.weights = weights
  }

  /// The sums of all moves over `features`, by the moves' raw values.
  @inline(__always)
  package func scores(_ features: borrowing FeatureList) -> SIMD4<Int16> {
    let weights = weights.span
    return features.withNumbers { numbers in
      var sums = SIMD4<Int16>.zero
      for index in numbers.indices {
        sums &+= SIMD4<Int16>(truncatingIfNeeded: weights[Int(numbers[index] >> shift)])
      }
      return sums
    }
  }

  /// The rows that are not zero, ascending; for writing.
  package var rows: [(row: UInt32, weights: SIMD4<Int8>)] {
    weights.indices.filter { weights[$0] != .zero }.map { (UInt32($0), weights[$0]) }
  }
  /// The binary logarithm of the number of rows.
  package var bits: Int { 32 - Int(shift) }
}
