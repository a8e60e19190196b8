import Language

/// Weights in training, with the sums that their averages are made from.
///
/// Every weight is kept with the sum of its values over all decisions so far, brought up to date only
/// when the weight changes (Daumé, "Practical Structured Learning Techniques for NLP", 2006).
struct AveragedPerceptron {
  let classes: Int
  let bits: Int
  private let shift: UInt32
  /// A row's weights are in this many vectors; what is left of the last one stays zero.
  private let vectors: Int
  private(set) var weights: [SIMD4<Int16>]
  private var sums: [Int64]
  private var stamps: [Int32]
  private var now: Int32 = 1

  init(classes: Int, bits: Int) {
    self.classes = classes
    self.bits = bits
    shift = UInt32(32 - bits)
    vectors = (classes + 3) / 4
    weights = [SIMD4<Int16>](repeating: .zero, count: vectors << bits)
    sums = [Int64](repeating: 0, count: 4 * vectors << bits)
    stamps = [Int32](repeating: 0, count: 4 * vectors << bits)
  }

  /// Weights that start from another's averages.
  init(continuing other: AveragedWeights) {
    self.init(classes: other.classes, bits: other.bits)
    for row in 0..<1 << bits {
      for target in 0..<classes {
        let weight = Int16(other.quantized(row: row, class: target, 1, 0.5, 63))
        guard weight != 0 else { continue }
        weights[row * vectors + target / 4][target % 4] = weight
        stamps[row * 4 * vectors + target] = 1
      }
    }
  }

  /// The vector that a feature's weights start with.
  @inline(__always)
  func place(_ number: UInt32) -> Int { Int(number >> shift) &* vectors }

  /// Counts a decision.
  mutating func step() { now += 1 }

  /// The sums of all classes over the given features.
  func score(_ features: borrowing FeatureList, into scores: inout [Int32]) {
    for vector in 0..<vectors {
      let sums = sums(features, vector: vector)
      for lane in 0..<min(4, classes - 4 * vector) { scores[4 * vector + lane] = sums[lane] }
    }
  }

  /// The sums of four classes over the given features.
  @inline(__always)
  func sums(_ features: borrowing FeatureList, vector: Int = 0) -> SIMD4<Int32> {
    features.withNumbers { numbers in
      let weights = weights.span
      var sums = SIMD4<Int32>.zero
      for index in numbers.indices {
        sums &+= SIMD4(truncatingIfNeeded: weights[place(numbers[index]) &+ vector])
      }
      return sums
    }
  }

  /// Moves the weights of one class by `amount`, for all features.
  mutating func move(_ features: borrowing FeatureList, class target: Int, by amount: Int16) {
    features.withNumbers { numbers in
      for feature in numbers.indices {
        let place = place(numbers[feature])
        let index = place * 4 + target
        sums[index] += Int64(weights[place + target / 4][target % 4]) * Int64(now - stamps[index])
        stamps[index] = now
        weights[place + target / 4][target % 4] += amount
      }
    }
  }

  /// The averages over all decisions so far.
  var averages: AveragedWeights {
    var values = [Float](repeating: 0, count: stamps.count)
    for index in values.indices where stamps[index] != 0 {
      let weight = weights[index / 4][index % 4]
      let sum = sums[index] + Int64(weight) * Int64(now - stamps[index])
      values[index] = Float(Double(sum) / Double(now))
    }
    return AveragedWeights(classes: classes, bits: bits, values: values)
  }
}

/// Weights that training ended with.
///
/// The mean of several trainings with their sentences in different orders is one model that decides as
/// all of them together would: it errs less than each.
struct AveragedWeights: Sendable {
  let classes: Int
  let bits: Int
  /// As many a row as vectors of four hold.
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
        let weight = quantized(row: row, class: target, scale, threshold, limit)
        if weight != 0 { builder.add(.init(classNumber: UInt8(target), weight: weight)) }
      }
    }
    return builder.finished()
  }

  /// The same as a table of moves.
  func moveTable(scale: Float, threshold: Float, limit: Float = 127) -> MoveTable {
    let table = (0..<(1 << bits)).map { row in
      var weights = SIMD4<Int8>.zero
      for move in 0..<3 {
        weights[move] = quantized(row: row, class: move, scale, threshold, limit)
      }
      return weights
    }
    return MoveTable(bits: bits, weights: table)
  }

  /// One weight as the model stores it.
  func quantized(
    row: Int, class target: Int, _ scale: Float, _ threshold: Float, _ limit: Float
  ) -> Int8 {
    let value = values[row * ((classes + 3) / 4 * 4) + target]
    if abs(value) < threshold { return 0 }
    return Int8(max(-limit, min(limit, (value * scale).rounded())))
  }
}
