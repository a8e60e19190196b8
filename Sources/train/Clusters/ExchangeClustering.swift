import Foundation

/// Sorts words into classes whose members stand in the same surroundings.
///
/// Every word in turn moves to the class where it raises the likelihood of the text most, under a model
/// in which a class is predicted from the word before, and from the word after; passes over all words
/// are repeated. After Uszkoreit and Brants, "Distributed Word Clustering for Large Scale Class-Based
/// Language Modeling in Machine Translation" (ACL 2008), with both directions taken together.
struct ExchangeClustering {
  private let counts: BigramCounts
  private let classCount: Int
  /// The class of every word.
  private(set) var classes: [Int32]
  private var classSizes: [Int]
  /// How often a neighbour (row) stands before, and after, words of a class (column).
  private var before: [Int32]
  private var after: [Int32]
  private var logs: [Float]

  /// Starts with the most frequent words each in a class of its own.
  init(_ counts: BigramCounts, classes classCount: Int) {
    self.counts = counts
    self.classCount = classCount
    classes = counts.words.indices.map { Int32($0 % classCount) }
    classSizes = [Int](repeating: 0, count: classCount)
    before = [Int32](repeating: 0, count: counts.neighbourCount * classCount)
    after = before
    logs = (0..<65_536).map { $0 < 2 ? 0 : Float($0) * log(Float($0)) }
    for word in counts.words.indices { add(word, to: Int(classes[word]), sign: 1) }
  }

  /// Passes over all words `passes` times, or until a pass moves less than one word in a thousand.
  mutating func run(passes: Int, report: (Int, Int) -> Void) {
    for pass in 0..<passes {
      var moved = 0
      for word in counts.words.indices where moveToBest(word) { moved += 1 }
      report(pass, moved)
      if moved * 1000 < counts.words.count { return }
    }
  }

  private mutating func add(_ word: Int, to target: Int, sign: Int32) {
    for neighbour in counts.before[word] {
      before[Int(neighbour.word) * classCount + target] += sign * neighbour.count
    }
    for neighbour in counts.after[word] {
      after[Int(neighbour.word) * classCount + target] += sign * neighbour.count
    }
    classSizes[target] += Int(sign) * counts.frequencies[word]
  }

  /// x log x
  private static func entropy(_ count: Int, _ logs: [Float]) -> Float {
    count < logs.count ? logs[count] : Float(count) * log(Float(count))
  }

  private mutating func moveToBest(_ word: Int) -> Bool {
    let old = Int(classes[word])
    add(word, to: old, sign: -1)
    var gains = [Float](repeating: 0, count: classCount)
    Self.accumulate(&gains, counts.before[word], before, logs)
    Self.accumulate(&gains, counts.after[word], after, logs)
    let frequency = counts.frequencies[word]
    var best = old
    var bestGain = -Float.infinity
    for target in 0..<classCount {
      let size = classSizes[target]
      let gain =
        gains[target]
        - 2 * (Self.entropy(size + frequency, logs) - Self.entropy(size, logs))
      if gain > bestGain {
        best = target
        bestGain = gain
      }
    }
    add(word, to: best, sign: 1)
    classes[word] = Int32(best)
    return best != old
  }

  /// Adds to every class what its joint counts gain by the word's neighbours.
  private static func accumulate(
    _ gains: inout [Float], _ neighbours: [BigramCounts.Neighbour], _ table: [Int32],
    _ logs: [Float]
  ) {
    let classCount = gains.count
    for neighbour in neighbours {
      let own = Int(neighbour.count)
      let base = entropy(own, logs)
      let row = table.span.extracting(
        Int(neighbour.word) * classCount..<(Int(neighbour.word) + 1) * classCount)
      for target in row.indices {
        let count = Int(row[target])
        // A class without this neighbour gains the same for each, `base`, which is left out.
        if count == 0 { continue }
        gains[target] += entropy(count + own, logs) - entropy(count, logs) - base
      }
    }
  }
}
