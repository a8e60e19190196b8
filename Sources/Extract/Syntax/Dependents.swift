import Language

/// The trees of a text, or of some of its sentences, turned around: the dependents of each token, in the order of the
/// text.
struct Dependents: Sendable {
  /// The first token.
  private let first: Int
  /// Where each token's dependents start in `items`; one more entry than there are tokens.
  private let starts: [Int]
  private let items: [Int]

  init(_ records: [TokenRecord]) { self.init(records, of: records.indices) }

  /// The trees of whole sentences, of those `tokens`.
  init(_ records: [TokenRecord], of tokens: Range<Int>) {
    let first = tokens.lowerBound
    var counts = [Int](repeating: 0, count: tokens.count + 1)
    for case let head? in records[tokens].lazy.map(\.head) { counts[head - first + 1] += 1 }
    for index in 0..<tokens.count { counts[index + 1] += counts[index] }
    starts = counts
    var items = [Int](repeating: 0, count: counts[tokens.count])
    for index in tokens {
      guard let head = records[index].head else { continue }
      items[counts[head - first]] = index
      counts[head - first] += 1
    }
    self.items = items
    self.first = first
  }

  /// The dependents of a token.
  subscript(token: Int) -> ArraySlice<Int> {
    items[starts[token - first]..<starts[token - first + 1]]
  }
}
