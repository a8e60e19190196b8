/// The names that somebody probably meant.
package enum NearNames {
  /// Up to three of `known` that are near to `name`: those that contain it as a word or beginning,
  /// then those a few edits away, nearest first.
  package static func of(_ name: String, among known: some Sequence<String>) -> [String] {
    let wanted = Array(name.lowercased().utf8.prefix(64))
    guard !wanted.isEmpty else { return [] }
    let limit = max(1, wanted.count / 3)
    var near: [(distance: Int, name: String)] = []
    for candidate in Set(known) {
      let text = candidate.lowercased()
      guard text.utf8.count <= 200 else { continue }
      if wanted.count > 2 && text.contains(name.lowercased()) {
        near.append((0, candidate))
      } else if abs(text.utf8.count - wanted.count) <= limit {
        let distance = editDistance(wanted, Array(text.utf8))
        if distance <= limit { near.append((distance, candidate)) }
      }
    }
    near.sort { a, b in
      a.distance != b.distance
        ? a.distance < b.distance
        : a.name.utf8.count != b.name.utf8.count
          ? a.name.utf8.count < b.name.utf8.count : a.name.utf8Precedes(b.name)
    }
    return near.prefix(3).map(\.name)
  }

  /// How many insertions, deletions, replacements and swaps of neighbours turn `a` into `b`
  /// (optimal string alignment, a restriction of Damerau 1964). Takes time and space in the order
  /// of the product of the lengths.
  static func editDistance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...b.count)
    for i in a.indices {
      var row = [i + 1]
      for j in b.indices {
        var best = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          best = min(best, beforeLast[j - 1] + 1)
        }
        row.append(best)
      }
      (beforeLast, last) = (last, row)
    }
    return last[b.count]
  }
}
