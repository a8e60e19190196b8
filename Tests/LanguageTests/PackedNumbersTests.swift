import Language
import Testing

@Suite struct `Packed numbers` {
  @Test(arguments: [[], [0], [7, 7, 7], Array(0..<300), [(1 << 24) - 1, 0, 255, 254, 256]])
  func `are read as they were written`(numbers: [Int]) throws {
    var writer = PackedWriter(columns: 2)
    for number in numbers {
      writer.write(number, column: 0)
      writer.write(number % 3, column: 1)
    }
    let bytes = writer.bytes
    var reader = try PackedReader(bytes[...], columns: 2)
    for number in numbers {
      #expect(try reader.next(0) == number)
      #expect(try reader.next(1) == number % 3)
    }
  }

  @Test func `need few bits for what is frequent`() {
    var writer = PackedWriter(columns: 1)
    for number in 0..<8000 { writer.write(number % 100 == 0 ? 9 : 3, column: 0) }
    #expect(writer.bytes.count == 128 + 1000)
  }

  @Test func `get no codes that are too long`() {
    // Counts that grow like Fibonacci's numbers give the deepest trees.
    var counts = [Int](repeating: 0, count: PrefixCode.size)
    counts[0] = 1
    counts[1] = 1
    for number in 2..<40 { counts[number] = counts[number - 1] + counts[number - 2] }
    let lengths = PrefixCode.lengths(counts)
    #expect(lengths.allSatisfy { $0 <= PrefixCode.longest })
    #expect(PrefixCode(lengths: lengths) != nil)
  }

  @Test func `are refused where they end too early or have no code`() throws {
    #expect(throws: ModelError.damaged) { try PackedReader([1, 2, 3], columns: 1) }
    #expect(throws: ModelError.damaged) {
      try PackedReader([UInt8](repeating: 0x11, count: 128)[...], columns: 1)
    }
    var reader = try PackedReader([UInt8](repeating: 0, count: 128)[...], columns: 1)
    #expect(throws: ModelError.damaged) { try reader.next(0) }
  }
}
