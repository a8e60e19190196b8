import Testing

@testable import Language

@Suite struct `An index of rows` {
  /// The places of the rows that hold weights, as the index gives them for features of these rows.
  private func places(_ index: RowIndex, of rows: [UInt32]) -> [Int] {
    let numbers = rows.map { $0 << UInt32(32 - index.bits) | 1 }
    return index.withPlaces(of: numbers.span) { places in
      places.indices.map { Int(places[$0]) }
    }
  }

  @Test func `gives each filled row its place, and passes over the others`() {
    let filled: [UInt32] = [0, 1, 63, 64, 127, 128, 500, 1023]
    let index = RowIndex(bits: 10, filled: filled)
    #expect(places(index, of: Array(0..<128)) == [0, 1, 2, 3, 4])
    #expect(places(index, of: [1023, 2, 500, 128, 128, 1022]) == [7, 6, 5, 5])
    #expect(index.rows == filled)
  }

  @Test func `may be smaller than a word, full or empty`() {
    #expect(places(RowIndex(bits: 2, filled: [1, 3]), of: [0, 1, 2, 3]) == [0, 1])
    #expect(places(RowIndex(bits: 6, filled: []), of: [0, 63]) == [])
    let full = RowIndex(bits: 7, filled: Array(0..<128))
    #expect(places(full, of: [0, 64, 127]) == [0, 64, 127])
  }
}
