/// The trained weights of one decision: for every row, the classes that it speaks for or against.
///
/// A row is found by the upper bits of a feature's number. Most rows hold few classes, so that only those
/// are kept: the tables of all stages together fit into a processor's cache.
package struct WeightTable: Sendable {
  /// How many classes the decision has, at most 255.
  package let classes: Int
  private let index: RowIndex
  /// For each row that has entries where they start in `entries`, times 256, plus their number.
  private let places: [UInt32]
  /// The entries of all rows, and one more so that every place has one.
  private let entries: [Entry]

  /// A weight for a class.
  package struct Entry: Hashable, Sendable {
    package var classNumber: UInt8
    package var weight: Int8

    package init(classNumber: UInt8, weight: Int8) {
      self.classNumber = classNumber
      self.weight = weight
    }
  }

  /// Makes a table row by row.
  package struct Builder {
    private let bits: Int
    private let classes: Int
    private var rows: [UInt32] = []
    private var places: [UInt32] = []
    private var entries: [Entry] = []
    private var row: UInt32 = 0
    private var rowStart = 0

    /// An empty table of `1 << bits` rows.
    package init(bits: Int, classes: Int) {
      self.bits = bits
      self.classes = classes
    }

    /// Goes on to a row, which must be past the one before.
    package mutating func start(row: Int) {
      finishRow()
      self.row = UInt32(row)
    }

    /// Adds an entry to the row.
    package mutating func add(_ entry: Entry) { entries.append(entry) }

    private mutating func finishRow() {
      guard entries.count > rowStart else { return }
      rows.append(row)
      places.append(UInt32(rowStart) << 8 | UInt32(entries.count - rowStart))
      rowStart = entries.count
    }

    /// The table.
    package consuming func finished() -> WeightTable {
      finishRow()
      return WeightTable(
        classes: classes, index: RowIndex(bits: bits, filled: rows), places: places,
        entries: entries + [Entry(classNumber: 0, weight: 0)])
    }
  }

  /// The best class for the features; the first of equals.
  @inline(__always)
  package func best(_ features: borrowing FeatureList) -> Int {
    var scores = Scores(repeating: 0)
    features.withNumbers { add($0, to: &scores) }
    let sums = scores.span
    var best = 0
    for index in 1..<max(1, classes) where sums[index] > sums[best] { best = index }
    return best
  }

  /// The best of some classes for the features; the first of equals.
  @inline(__always)
  package func best(_ features: borrowing FeatureList, among candidates: [UInt8]) -> UInt8 {
    var scores = Scores(repeating: 0)
    features.withNumbers { add($0, to: &scores) }
    return Self.best(of: candidates, in: scores.span)
  }

  /// The best of some classes for the features, the first of equals, and by how much it wins against `rival`.
  package func best(
    _ features: borrowing FeatureList, among candidates: [UInt8], against rival: UInt8
  ) -> (best: UInt8, margin: Int) {
    var scores = Scores(repeating: 0)
    features.withNumbers { add($0, to: &scores) }
    let sums = scores.span
    let best = Self.best(of: candidates, in: sums)
    return (best, Int(sums[Int(best)]) - Int(sums[Int(rival)]))
  }

  @inline(__always)
  private static func best(of candidates: [UInt8], in sums: Span<Int16>) -> UInt8 {
    var best = candidates[0]
    for candidate in candidates where sums[Int(candidate)] > sums[Int(best)] { best = candidate }
    return best
  }

  /// The score of the first class for the features: for decisions whether, rather than which.
  @inline(__always)
  package func score(_ features: borrowing FeatureList) -> Int16 {
    var scores = Scores(repeating: 0)
    features.withNumbers { add($0, to: &scores) }
    return scores[0]
  }

  /// The sums of one decision.
  private typealias Scores = InlineArray<256, Int16>

  /// Adds the weights of the features with the given numbers to `scores`.
  ///
  /// What takes time is the memory's answer. So all places are fetched first, then every row's first entry,
  /// and only then are rows gone through: a loop that ends after an unknown number of entries would
  /// keep the processor from asking for the next row.
  @inline(__always)
  private func add(_ numbers: borrowing Span<UInt32>, to scores: inout Scores) {
    index.withPlaces(of: numbers) { add(rows: $0, to: &scores) }
  }

  @inline(__always)
  private func add(rows: borrowing Span<UInt32>, to scores: inout Scores) {
    let places = places.span
    let entries = entries.span
    var rowPlaces = InlineArray<128, UInt32>(repeating: 0)
    var firsts = InlineArray<128, Entry>(repeating: Entry(classNumber: 0, weight: 0))
    for index in rows.indices { rowPlaces[index] = places[Int(rows[index])] }
    for index in rows.indices {
      firsts[index] = entries[Int(rowPlaces[index] >> 8)]
    }
    var sums = scores.mutableSpan
    for index in rows.indices {
      let count = Int(rowPlaces[index] & 0xFF)
      sums[Int(firsts[index].classNumber)] &+= Int16(firsts[index].weight)
      if count == 1 { continue }
      let start = Int(rowPlaces[index] >> 8)
      let rest = entries.extracting(start &+ 1..<start &+ count)
      for position in rest.indices {
        let entry = rest[position]
        sums[Int(entry.classNumber)] &+= Int16(entry.weight)
      }
    }
  }

  /// The rows that have entries, ascending; for writing.
  package var rows: [(row: UInt32, entries: ArraySlice<Entry>)] {
    zip(index.rows, places).map { row, place in
      let start = Int(place >> 8)
      return (row, entries[start..<start + Int(place & 0xFF)])
    }
  }
  /// The binary logarithm of the number of rows.
  package var bits: Int { index.bits }
}
