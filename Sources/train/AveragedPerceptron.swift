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

  /// Weights that start from another's averages.
  init(continuing other: AveragedWeights) {
    self.init(classes: other.classes, bits: other.bits)
    for index in weights.indices {
      weights[index] = Int16(other.quantized(index, 1, 0.5, 63))
      if weights[index] != 0 { stamps[index] = 1 }
    }
  }

  /// Where a feature's weights start.
  @inline(__always)
  func place(_ hash: UInt32) -> Int { Int(hash >> shift) &* classes }

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

  /// The averages over all decisions so far.
  var averages: AveragedWeights {
    var values = [Float](repeating: 0, count: weights.count)
    for index in values.indices where stamps[index] != 0 {
      let sum = sums[index] + Int64(weights[index]) * Int64(now - stamps[index])
      values[index] = Float(Double(sum) / Double(now))
    }
    return AveragedWeights(classes: classes, bits: bits, values: values)
  }
}

/// Weights that training ended with.
///
/// The mean of several trainings with their sentences in different orders is one model that decides as
/// all of them together would: it errs less than each.
struct AveragedWeights {
  let classes: Int
  let bits: Int
  private var values: [Float]

  init(classes: Int, bits: Int, values: [Float]) {
    self.classes = classes
    self.bits = bits
    self.values = values
  }

  /// The mean of several; there must be one at least.
  init(mean all: [AveragedWeights]) {
    self = all[0]
    for index in values.indices {
      var sum: Float = 0
      for weights in all { sum += weights.values[index] }
      values[index] = sum / Float(all.count)
    }
  }

  /// The weights times `scale`, rounded and held to `-limit...limit`; those less than `threshold` are
  /// left out.
  func table(scale: Float, threshold: Float, limit: Float = 127) -> WeightTable {
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

  /// The same as a table of moves.
  func moveTable(scale: Float, threshold: Float, limit: Float = 127) -> MoveTable {
    let table = (0..<(1 << bits)).map { row in
      var weights = SIMD4<Int8>.zero
      for move in 0..<3 { weights[move] = quantized(row * 3 + move, scale, threshold, limit) }
      return weights
    }
    return MoveTable(bits: bits, weights: table)
  }

  /// One weight as the model stores it.
  func quantized(_ index: Int, _ scale: Float, _ threshold: Float, _ limit: Float) -> Int8 {
    let value = values[index]
    if abs(value) < threshold { return 0 }
    return Int8(max(-limit, min(limit, (value * scale).rounded())))
  }
}
