import Testing

@testable import Language

@Suite struct `A table of weights` {
  private typealias Entry = WeightTable.Entry

  private func table(_ rows: [(row: UInt32, entries: [Entry])]) -> WeightTable {
    var builder = WeightTable.Builder(bits: 6, classes: 255)
    for (row, entries) in rows {
      builder.start(row: Int(row))
      for entry in entries { builder.add(entry) }
    }
    return builder.finished()
  }

  @Test func `keeps rows of any length, class and weight`() {
    let rows: [(row: UInt32, entries: [Entry])] = [
      (0, [Entry(classNumber: 1, weight: -128)]),
      (5, [Entry(classNumber: 0, weight: 127), Entry(classNumber: 127, weight: -1)]),
      (9, (3..<6).map { Entry(classNumber: $0, weight: 2) }),
      (60, [Entry(classNumber: 128, weight: 5)]),
      (61, [Entry(classNumber: 4, weight: 0)]),
      (63, [Entry(classNumber: 5, weight: 6), Entry(classNumber: 254, weight: 7)]),
    ]
    let kept = table(rows).rows
    #expect(kept.map(\.row) == rows.map(\.row))
    #expect(kept.map { Array($0.entries) } == rows.map(\.entries))
  }

  @Test func `adds up what short and long rows say`() {
    var features = FeatureList()
    features.start(template: 0)
    for _ in 0..<3 { features.add(7) }
    let numbers = features.withNumbers { numbers in
      numbers.indices.map { numbers[$0] >> UInt32(26) }
    }
    // One entry, two, and three.
    let entries = [
      [Entry(classNumber: 1, weight: 5)],
      [Entry(classNumber: 0, weight: -3), Entry(classNumber: 1, weight: 5)],
      [
        Entry(classNumber: 0, weight: 1), Entry(classNumber: 2, weight: 9),
        Entry(classNumber: 3, weight: 2),
      ],
    ]
    #expect(Set(numbers).count == 3, "the features have rows of their own")
    let rows = zip(numbers, entries).sorted { $0.0 < $1.0 }.map { (row: $0.0, entries: $0.1) }
    #expect(table(rows).best(features) == 1)
    #expect(table(rows).score(features) == -2)
    #expect(table(rows).best(features, among: [3, 2]) == 2)
  }
}
