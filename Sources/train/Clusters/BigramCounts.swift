/// How often words stand next to each other in a large text: what words are clustered by.
struct BigramCounts {
  /// The words that are clustered, the most frequent first; ties by spelling.
  let words: [String]
  /// How often each occurs.
  let frequencies: [Int]
  /// For every word, the words and marks that stand before it and how often. Only the most frequent words
  /// count as neighbours; all others, and the sentence's edge, are neighbour 0.
  private(set) var before: [[Neighbour]]
  /// The same for what stands after it.
  private(set) var after: [[Neighbour]]
  /// How many different neighbours there are.
  let neighbourCount: Int

  /// A neighbour and how often it stands there.
  struct Neighbour {
    var word: Int32
    var count: Int32
  }

  /// Counts over `sentences`, for words that occur at least `minimum` times.
  init(sentences: [[Int32]], vocabulary: Vocabulary, minimum: Int, neighbours: Int) {
    let order = vocabulary.counts.indices.filter { vocabulary.counts[$0] >= minimum }
      .sorted {
        (vocabulary.counts[$1], vocabulary.words[$0]) < (
          vocabulary.counts[$0], vocabulary.words[$1]
        )
      }
    var rank = [Int32](repeating: -1, count: vocabulary.counts.count)
    for (index, word) in order.enumerated() { rank[word] = Int32(index) }
    let neighbourCount = min(neighbours, order.count) + 1
    func neighbour(_ rank: Int32) -> Int32 {
      rank >= 0 && rank < neighbourCount - 1 ? rank + 1 : 0
    }

    // Every pair as one number, sorted and run-length encoded.
    var left: [UInt64] = []
    var right: [UInt64] = []
    for sentence in sentences {
      var last: Int32 = -1
      for (index, word) in sentence.enumerated() {
        let own = rank[Int(word)]
        if own >= 0 {
          left.append(UInt64(own) << 32 | UInt64(neighbour(last)))
          let next = index + 1 < sentence.count ? rank[Int(sentence[index + 1])] : -1
          right.append(UInt64(own) << 32 | UInt64(neighbour(next)))
        }
        last = own
      }
    }
    words = order.map { vocabulary.words[$0] }
    frequencies = order.map { vocabulary.counts[$0] }
    before = Self.grouped(&left, count: order.count)
    after = Self.grouped(&right, count: order.count)
    self.neighbourCount = neighbourCount
  }

  private static func grouped(_ pairs: inout [UInt64], count: Int) -> [[Neighbour]] {
    pairs.sort()
    var groups = [[Neighbour]](repeating: [], count: count)
    var index = 0
    while index < pairs.count {
      var end = index + 1
      while end < pairs.count, pairs[end] == pairs[index] { end += 1 }
      groups[Int(pairs[index] >> 32)].append(
        Neighbour(
          word: Int32(truncatingIfNeeded: pairs[index] & 0xFFFF_FFFF), count: Int32(end - index)))
      index = end
    }
    return groups
  }
}

/// Words, numbered in the order of their first occurrence.
struct Vocabulary {
  private(set) var words: [String] = []
  private(set) var counts: [Int] = []
  private var numbers: [String: Int32] = [:]

  /// Counts one occurrence of the word and returns its number.
  mutating func count(_ word: String) -> Int32 {
    if let number = numbers[word] {
      counts[Int(number)] += 1
      return number
    }
    let number = Int32(words.count)
    numbers[word] = number
    words.append(word)
    counts.append(1)
    return number
  }
}
