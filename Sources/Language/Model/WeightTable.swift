/// The trained weights of one decision: for every row, the classes that it speaks for or against.
///
/// A row is found by the upper bits of a feature's number. Most rows hold one class or two, and say so themselves; what
/// the others hold stands apart. So a row costs the memory one answer mostly, and the tables stay near the processor.
package struct WeightTable: Sendable {
  /// How many classes the decision has, at most 255.
  package let classes: Int
  private let index: RowIndex
  /// The rows that have entries.
  private let filled: [Row]
  /// The entries of the long rows, and one more so that every row has one.
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

  /// One or two entries, or where the entries of a long row are.
  private struct Row: Sendable {
    /// Two entries, each of a class in seven bits, the upper ones of their byte, and a weight in the next byte; the second
    /// one of weight 0 where there is but one. Or, told by the lowest bit, the number of entries in eight bits, and where
    /// the first one is.
    let bits: UInt32

    /// A row of those entries, which would stand in `entries` from `start` on; nil where they must stand there.
    init?(_ row: ArraySlice<Entry>) {
      guard row.count <= 2, row.allSatisfy({ $0.classNumber < 0x80 && $0.weight != 0 }) else {
        return nil
      }
      var bits: UInt32 = 0
      for entry in row.reversed() {
        bits = bits << 16 | UInt32(UInt8(bitPattern: entry.weight)) << 8
        bits |= UInt32(entry.classNumber) << 1
      }
      self.bits = bits
    }

    /// A row of `count` entries from `start` on.
    init(start: Int, count: Int) { bits = UInt32(start) << 9 | UInt32(count) << 1 | 1 }

    /// The row that holds nothing.
    static let empty = Row(start: 0, count: 0)

    @inline(__always) var isLong: Bool { bits & 1 == 1 }
    @inline(__always) var count: Int { Int(bits &>> 1 & 0xFF) }
    @inline(__always) var start: Int { Int(bits &>> 9) }
    @inline(__always) var first: Entry { Self.entry(bits) }
    @inline(__always) var second: Entry { Self.entry(bits &>> 16) }

    @inline(__always)
    private static func entry(_ bits: UInt32) -> Entry {
      Entry(
        classNumber: UInt8(truncatingIfNeeded: bits &>> 1 & 0x7F),
        weight: Int8(truncatingIfNeeded: bits &>> 8))
    }
  }

  /// Makes a table row by row.
  package struct Builder {
    private let bits: Int
    private let classes: Int
    private var rows: [UInt32] = []
    private var filled: [Row] = []
    /// The entries of the long rows so far, and behind them those of the row that is being made.
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
      if let short = Row(entries[rowStart...]) {
        filled.append(short)
        entries.removeLast(entries.count - rowStart)
      } else {
        filled.append(Row(start: rowStart, count: entries.count - rowStart))
        rowStart = entries.count
      }
    }

    /// The table.
    package consuming func finished() -> WeightTable {
      finishRow()
      return WeightTable(
        classes: classes, index: RowIndex(bits: bits, filled: rows), filled: filled,
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
  /// What takes time is the memory's answer. So all rows are fetched first, then every long row's first entry,
  /// and only then are rows gone through: a loop that ends after an unknown number of entries would
  /// keep the processor from asking for the next row.
  @inline(__always)
  private func add(_ numbers: borrowing Span<UInt32>, to scores: inout Scores) {
    index.withPlaces(of: numbers) { add(rowsAt: $0, to: &scores) }
  }

  @inline(__always)
  private func add(rowsAt places: borrowing Span<UInt32>, to scores: inout Scores) {
    let filled = filled.span
    var rows = InlineArray<128, Row>(repeating: .empty)
    for index in places.indices { rows[index] = filled[Int(places[index])] }
    // The long rows come to the front of those that were gone through; what is written of a short one is written over by
    // the next row.
    var longs = InlineArray<128, Row>(repeating: .empty)
    var count = 0
    var sums = scores.mutableSpan
    for index in places.indices {
      let row = rows[index]
      longs[count & 127] = row
      count &+= row.isLong ? 1 : 0
      // A long row has nothing to add yet, which must not be guessed by the processor.
      let first = row.first
      let second = row.second
      let isShort: Int16 = row.isLong ? 0 : -1
      sums[Int(first.classNumber)] &+= Int16(first.weight) & isShort
      sums[Int(second.classNumber)] &+= Int16(second.weight) & isShort
    }
    count = min(count, 128)
    add(long: longs.span.extracting(0..<count), to: &sums)
  }

  @inline(__always)
  private func add(long rows: borrowing Span<Row>, to sums: inout MutableSpan<Int16>) {
    let entries = entries.span
    var firsts = InlineArray<128, Entry>(repeating: Entry(classNumber: 0, weight: 0))
    for index in rows.indices { firsts[index] = entries[rows[index].start] }
    for index in rows.indices {
      sums[Int(firsts[index].classNumber)] &+= Int16(firsts[index].weight)
      let start = rows[index].start
      let rest = entries.extracting(start &+ 1..<start &+ rows[index].count)
      for position in rest.indices {
        let entry = rest[position]
        sums[Int(entry.classNumber)] &+= Int16(entry.weight)
      }
    }
  }

  /// The rows that have entries, ascending; for writing.
  package var rows: [(row: UInt32, entries: ArraySlice<Entry>)] {
    zip(index.rows, filled).map { number, row in
      if row.isLong { return (number, entries[row.start..<row.start + row.count]) }
      return (number, [row.first, row.second].filter { $0.weight != 0 }[...])
    }
  }
  /// The binary logarithm of the number of rows.
  package var bits: Int { index.bits }
}
