/// Writes numbers of several columns, each column with the prefix code that suits it best, in about two
/// thirds of the bytes that they take in half bytes.
package struct PackedWriter {
  private let columns: Int
  private var numbers: [(column: UInt8, number: UInt32)] = []

  /// A writer of numbers in `columns` columns.
  package init(columns: Int) { self.columns = columns }

  /// A number of the column, less than `1 << PrefixCode.escapedBits`.
  package mutating func write(_ number: Int, column: Int) {
    numbers.append((UInt8(column), UInt32(number)))
  }

  /// Weights as numbers that aren't negative: 0, -1, 1, -2, 2, ...
  static func folded(_ weight: Int8) -> Int {
    weight < 0 ? -2 * Int(weight) - 1 : 2 * Int(weight)
  }

  /// The lengths of all codes, two in a byte, and then the bits of the numbers, the first ones lowest.
  package var bytes: [UInt8] {
    let empty = [Int](repeating: 0, count: PrefixCode.size)
    var counts = [[Int]](repeating: empty, count: columns)
    for (column, number) in numbers {
      counts[Int(column)][min(Int(number), PrefixCode.escape)] += 1
    }
    let codes = counts.compactMap { PrefixCode(lengths: PrefixCode.lengths($0)) }
    var bytes: [UInt8] = []
    for code in codes {
      for pair in stride(from: 0, to: PrefixCode.size, by: 2) {
        bytes.append(code.lengths[pair] | code.lengths[pair + 1] << 4)
      }
    }
    var bits: UInt64 = 0
    var count = 0
    for (column, number) in numbers {
      let code = codes[Int(column)]
      let symbol = min(Int(number), PrefixCode.escape)
      bits |= UInt64(code.codes[symbol]) << UInt64(count)
      count += Int(code.lengths[symbol])
      if symbol == PrefixCode.escape {
        bits |= UInt64(number) << UInt64(count)
        count += PrefixCode.escapedBits
      }
      while count >= 8 {
        bytes.append(UInt8(truncatingIfNeeded: bits))
        bits >>= 8
        count -= 8
      }
    }
    if count > 0 { bytes.append(UInt8(truncatingIfNeeded: bits)) }
    return bytes
  }
}

/// Reads what a `PackedWriter` wrote.
package struct PackedReader {
  /// For each column and the next bits, the number times 16 plus the length of its code; 0 for no code.
  private var table: [UInt16]
  private let bytes: ArraySlice<UInt8>
  private var index: Int
  private var bits: UInt64 = 0
  private var count = 0
  /// How many bytes past the end were taken for zeros.
  private var missing = 0

  package init(_ bytes: ArraySlice<UInt8>, columns: Int) throws(ModelError) {
    self.bytes = bytes
    index = bytes.startIndex + columns * PrefixCode.size / 2
    guard index <= bytes.endIndex else { throw .damaged }
    let size = 1 << PrefixCode.longest
    table = [UInt16](repeating: 0, count: columns << PrefixCode.longest)
    for column in 0..<columns {
      let start = bytes.startIndex + column * PrefixCode.size / 2
      let lengths = bytes[start..<start + PrefixCode.size / 2].flatMap { [$0 & 15, $0 >> 4] }
      guard lengths.allSatisfy({ $0 <= PrefixCode.longest }),
        let code = PrefixCode(lengths: lengths)
      else { throw .damaged }
      for number in lengths.indices where lengths[number] > 0 {
        let entry = UInt16(number) << 4 | UInt16(lengths[number])
        let step = 1 << Int(lengths[number])
        for place in stride(from: Int(code.codes[number]), to: size, by: step) {
          table[column << PrefixCode.longest | place] = entry
        }
      }
    }
  }

  /// Eight bytes as one number, the first lowest.
  @inline(__always)
  private static func word(_ bytes: ArraySlice<UInt8>, at index: Int) -> UInt64 {
    let next = bytes[index..<index &+ 8]
    let span = next.span
    var word: UInt64 = 0
    for place in 0..<8 { word |= UInt64(span[place]) &<< UInt64(place &* 8) }
    return word
  }

  /// Takes as many whole bytes as there is room for.
  @inline(__always)
  private mutating func refill() {
    if bytes.endIndex &- index >= 8 {
      // What is too much stays above the bits that count, as it will be taken again.
      bits |= Self.word(bytes, at: index) &<< UInt64(count)
      let taken = (63 &- count) &>> 3
      index &+= taken
      count &+= taken &* 8
      return
    }
    while count <= 56 {
      if index < bytes.endIndex {
        bits |= UInt64(bytes[index]) << UInt64(count)
        index &+= 1
      } else {
        missing &+= 1
      }
      count &+= 8
    }
  }

  @inline(__always)
  private mutating func drop(_ number: Int) {
    bits >>= UInt64(number)
    count &-= number
  }

  /// The next number, which is one of `column`.
  @inline(__always)
  package mutating func next(_ column: Int) throws(ModelError) -> Int {
    if count < PrefixCode.longest + PrefixCode.escapedBits { refill() }
    let place = Int(bits & UInt64((1 << PrefixCode.longest) - 1))
    let entry = table[column << PrefixCode.longest | place]
    guard entry != 0, missing <= 8 else { throw .damaged }
    drop(Int(entry & 15))
    let number = Int(entry >> 4)
    if number < PrefixCode.escape { return number }
    let escaped = Int(bits & UInt64((1 << PrefixCode.escapedBits) - 1))
    drop(PrefixCode.escapedBits)
    return escaped
  }

  /// The next weight.
  @inline(__always)
  mutating func weight(_ column: Int) throws(ModelError) -> Int8 {
    let value = try next(column)
    guard value <= 255 else { throw .damaged }
    return Int8(value & 1 == 0 ? value / 2 : -(value + 1) / 2)
  }
}
