/// The trained weights of one decision: for every row, the classes that it speaks for or against.
///
/// A row is found by the upper bits of a feature's number. Most rows hold few classes, so that only those
/// are kept: the tables of all stages together fit into a processor's cache.
package struct WeightTable: Sendable {
  /// How many classes the decision has, at most 255.
  package let classes: Int
  private let shift: UInt32
  /// Where each row's entries start in `entries`; one more place than rows.
  private let starts: [UInt32]
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

  /// The sums of one decision.
  package typealias Scores = InlineArray<256, Int16>

  /// Makes a table row by row.
  package struct Builder {
    private let bits: Int
    private let classes: Int
    private var starts: [UInt32] = []
    private var entries: [Entry] = []

    /// An empty table of `1 << bits` rows.
    package init(bits: Int, classes: Int) {
      self.bits = bits
      self.classes = classes
      starts.reserveCapacity((1 << bits) + 1)
    }

    /// Goes on to a row, which must be past the one before.
    package mutating func start(row: Int) {
      while starts.count <= row { starts.append(UInt32(entries.count)) }
    }

    /// Adds an entry to the row.
    package mutating func add(_ entry: Entry) { entries.append(entry) }

    /// The table.
    package consuming func finished() -> WeightTable {
      start(row: 1 << bits)
      return WeightTable(bits: bits, classes: classes, starts: starts, entries: entries)
    }
  }

  private init(bits: Int, classes: Int, starts: [UInt32], entries: [Entry]) {
    self.classes = classes
    self.starts = starts
    self.entries = entries
    shift = UInt32(32 - bits)
  }

  /// Adds the weights of the features `rows` to `scores`.
  @inline(__always)
  package func add(_ rows: borrowing Span<UInt32>, to scores: inout Scores) {
    let starts = starts.span
    let entries = entries.span
    for index in rows.indices {
      let row = Int(rows[index] >> shift)
      let span = entries.extracting(Int(starts[row])..<Int(starts[row &+ 1]))
      for position in span.indices {
        let entry = span[position]
        scores[Int(entry.classNumber)] &+= Int16(entry.weight)
      }
    }
  }

  /// The best of all classes; the first of equals.
  @inline(__always)
  func best(_ scores: borrowing Scores) -> Int {
    var best = 0
    for index in 1..<max(1, classes) where scores[index] > scores[best] { best = index }
    return best
  }

  /// The rows that have entries, ascending; for writing.
  package var rows: [(row: UInt32, entries: ArraySlice<Entry>)] {
    var rows: [(row: UInt32, entries: ArraySlice<Entry>)] = []
    for row in 0..<starts.count - 1 where starts[row] < starts[row + 1] {
      rows.append((UInt32(row), entries[Int(starts[row])..<Int(starts[row + 1])]))
    }
    return rows
  }
  /// The binary logarithm of the number of rows.
  package var bits: Int { 32 - Int(shift) }
}
