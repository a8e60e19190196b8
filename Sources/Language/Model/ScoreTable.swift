/// The trained weights of one score: one small number a row, in a dense array.
package struct ScoreTable: Sendable {
  private let shift: UInt32
  private let weights: [Int8]

  /// A table of `1 << bits` rows.
  package init(bits: Int, weights: [Int8]) {
    precondition(weights.count == 1 << bits, "there is one weight a row")
    shift = UInt32(32 - bits)
    self.weights = weights
  }

  /// A table without weights.
  package static let empty = ScoreTable(bits: 1, weights: [0, 0])

  /// The sum over `features`.
  @inline(__always)
  package func score(_ features: borrowing FeatureList) -> Int32 {
    let weights = weights.span
    return features.withNumbers { numbers in
      var sum: Int32 = 0
      for index in numbers.indices { sum &+= Int32(weights[Int(numbers[index] >> shift)]) }
      return sum
    }
  }

  /// The rows that are not zero, ascending; for writing.
  package var rows: [(row: UInt32, weight: Int8)] {
    weights.indices.filter { weights[$0] != 0 }.map { (UInt32($0), weights[$0]) }
  }
  /// The binary logarithm of the number of rows.
  package var bits: Int { 32 - Int(shift) }
}
