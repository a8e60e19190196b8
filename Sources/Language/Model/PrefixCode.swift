/// A prefix code for small numbers: the more frequent a number, the fewer bits it takes (Huffman, "A Method
/// for the Construction of Minimum-Redundancy Codes", 1952). Codes are canonical, so that their lengths
/// say all.
package struct PrefixCode {
  /// The numbers are less than this; the last one says that a number of `escapedBits` bits follows.
  package static let size = 256
  /// The number that stands for larger ones.
  static let escape = size - 1
  /// How many bits larger numbers take.
  static let escapedBits = 24
  /// No code is longer.
  package static let longest = 12

  /// How many bits each number takes; 0 for those that don't occur.
  let lengths: [UInt8]
  /// The bits of each number, the first one lowest.
  let codes: [UInt16]

  /// The code of the given lengths; nil if there can't be one.
  package init?(lengths: [UInt8]) {
    var codes = [UInt16](repeating: 0, count: Self.size)
    var next = 0
    for length in 1...UInt8(Self.longest) {
      for number in lengths.indices where lengths[number] == length {
        guard next < 1 << Int(length) else { return nil }
        codes[number] = Self.reversed(UInt16(next), count: Int(length))
        next += 1
      }
      next <<= 1
    }
    self.lengths = lengths
    self.codes = codes
  }

  /// The lengths of the best code for numbers that occur as often as `counts` says.
  package static func lengths(_ counts: [Int]) -> [UInt8] {
    var counts = counts
    while true {
      let lengths = unlimitedLengths(counts)
      if lengths.allSatisfy({ $0 <= longest }) { return lengths.map(UInt8.init) }
      // Rare numbers get shorter codes once counts differ less.
      counts = counts.map { $0 == 0 ? 0 : $0 / 2 + 1 }
    }
  }

  /// By joining the two rarest trees until one is left; of equals the first ones.
  private static func unlimitedLengths(_ counts: [Int]) -> [Int] {
    var trees = counts.indices.filter { counts[$0] > 0 }.map { (count: counts[$0], leaves: [$0]) }
    var lengths = [Int](repeating: 0, count: size)
    if trees.count == 1 { lengths[trees[0].leaves[0]] = 1 }
    while trees.count > 1 {
      trees.sort { ($0.count, $0.leaves[0]) < ($1.count, $1.leaves[0]) }
      let leaves = trees[0].leaves + trees[1].leaves
      for leaf in leaves { lengths[leaf] += 1 }
      trees[1] = (count: trees[0].count + trees[1].count, leaves: leaves)
      trees.removeFirst()
    }
    return lengths
  }

  private static func reversed(_ code: UInt16, count: Int) -> UInt16 {
    var result: UInt16 = 0
    for bit in 0..<count where code >> UInt16(bit) & 1 == 1 {
      result |= 1 << UInt16(count - 1 - bit)
    }
    return result
  }
}
