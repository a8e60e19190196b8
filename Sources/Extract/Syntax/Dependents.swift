import Language

/// The trees of a text, turned around: the dependents of each token, in the order of the text.
struct Dependents: Sendable {
  /// Where each token's dependents start in `items`; one more entry than there are tokens.
  private let starts: [Int]
  private let items: [Int]

  init(_ records: [TokenRecord]) {
    var counts = [Int](repeating: 0, count: records.count + 1)
    for case let head? in records.lazy.map(\.head) { counts[head + 1] += 1 }
    for index in records.indices { counts[index + 1] += counts[index] }
    starts = counts
    var items = [Int](repeating: 0, count: counts[records.count])
    for (index, record) in records.enumerated() {
      guard let head = record.head else { continue }
      items[counts[head]] = index
      counts[head] += 1
    }
    self.items = items
  }

  /// The dependents of a token.
  subscript(token: Int) -> ArraySlice<Int> { items[starts[token]..<starts[token + 1]] }
}
