import Language

/// Weights in training, with the sums that their averages are made from.
///
/// Every weight is kept with the sum of its values over all decisions so far, brought up to date only
/// when the weight changes (Daumé, "Practical Structured Learning Techniques for NLP", 2006).
struct AveragedPerceptron {
  let classes: Int
  let bits: Int
  private let shift: UInt32
  private(set) var weights: [Int16]
  private var sums: [Int64]
  private var stamps: [Int32]
  private var now: Int32 = 1

  init(classes: Int, bits: Int) {
    self.classes = classes
    self.bits = bits
    shift = UInt32(32 - bits)
    let count = classes << bits
    weights = [Int16](repeating: 0, count: count)
    sums = [Int64](repeating: 0, count: count)
    stamps = [Int32](repeating: 0, count: count)
  }

  /// Counts a decision.
  mutating func step() { now += 1 }

  /// The sums of all classes over the given features.
  func score(_ rows: [UInt32], into scores: inout [Int32]) {
    var sums = scores.mutableSpan
    for index in sums.indices { sums[index] = 0 }
    let weights = weights.span
    for hash in rows {
      let start = Int(hash >> shift) &* classes
      let row = weights.extracting(start..<start &+ classes)
      for index in row.indices { sums[index] &+= Int32(row[index]) }
    }
  }

  /// Moves the weights of one class by `amount`, for all features.
  mutating func move(_ rows: [UInt32], class target: Int, by amount: Int16) {
    for hash in rows {
      let index = Int(hash >> shift) &* classes &+ target
      sums[index] += Int64(weights[index]) * Int64(now - stamps[index])
      stamps[index] = now
      weights[index] += amount
    }
  }

  /// The averaged weights times `scale`, rounded and held to `-limit...limit`; those whose average is
  /// less than `threshold` are left out.
  func table(scale: Double, threshold: Double, limit: Double = 127) -> WeightTable {
    var builder = WeightTable.Builder(bits: bits, classes: classes)
    for row in 0..<(1 << bits) {
      builder.start(row: row)
      for target in 0..<classes {
        let weight = quantized(row * classes + target, scale, threshold, limit)
        if weight != 0 { builder.add(.init(classNumber: UInt8(target), weight: weight)) }
      }
    }
    return builder.finished()
  }

  /// One averaged weight as the model stores it.
  func quantized(_ index: Int, _ scale: Double, _ threshold: Double, _ limit: Double) -> Int8 {
    if stamps[index] == 0 { return 0 }
    let sum = sums[index] + Int64(weights[index]) * Int64(now - stamps[index])
    let average = Double(sum) / Double(now)
    if abs(average) < threshold { return 0 }
    return Int8(max(-limit, min(limit, (average * scale).rounded())))
  }
}
