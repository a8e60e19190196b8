internal import Foundation

/// Values by the bytes that spell them: what comes again and again in a file is made once.
///
/// A table of open addresses, at most half full. Spellings are kept together, near in memory.
struct JSONTextTable<Value> {
  private struct Entry {
    let hash: UInt64
    let spelling: Range<Int>
    let value: Value
  }

  private var entries: [Entry] = []
  private var spellings: [UInt8] = []
  /// For each slot the number of its entry, counted from 1; 0 for none.
  private var slots = [UInt32](repeating: 0, count: 256)

  /// The slot where the value of these bytes is or belongs.
  func slot(of bytes: UnsafeBufferPointer<UInt8>) -> Int {
    let hash = unsafe Self.hash(bytes)
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let entry = Int(slots[slot]) - 1
      if entries[entry].hash == hash, unsafe isSpelled(bytes, entries[entry].spelling) { break }
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }

  /// The value in a slot; nil where it is free.
  subscript(slot: Int) -> Value? {
    slots[slot] == 0 ? nil : entries[Int(slots[slot]) - 1].value
  }

  /// Puts the value of these bytes into their slot, which is free.
  mutating func insert(_ value: Value, for bytes: UnsafeBufferPointer<UInt8>, at slot: Int) {
    let start = spellings.count
    unsafe spellings.append(contentsOf: bytes)
    entries.append(
      Entry(hash: unsafe Self.hash(bytes), spelling: start..<spellings.count, value: value))
    slots[slot] = UInt32(entries.count)
    guard entries.count * 2 > slots.count else { return }
    slots = [UInt32](repeating: 0, count: slots.count * 4)
    for (number, entry) in entries.enumerated() {
      var slot = Int(truncatingIfNeeded: entry.hash) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(number + 1)
    }
  }

  private func isSpelled(_ bytes: UnsafeBufferPointer<UInt8>, _ spelling: Range<Int>) -> Bool {
    guard spelling.count == bytes.count, let start = bytes.baseAddress else {
      return spelling.isEmpty && bytes.isEmpty
    }
    return unsafe spellings.withUnsafeBufferPointer { known in
      guard let base = known.baseAddress else { return true }
      return unsafe memcmp(base + spelling.lowerBound, start, bytes.count) == 0
    }
  }

  /// Eight bytes at a step, mixed by multiplying (Knuth, The Art of Computer Programming 3, 6.4).
  private static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    let factor: UInt64 = 0x9E37_79B9_7F4A_7C15
    var hash = UInt64(bytes.count) &* factor
    var index = 0
    let start = unsafe UnsafeRawPointer(bytes.baseAddress)
    while let start = unsafe start, index + 8 <= bytes.count {
      let word = unsafe (start + index).loadUnaligned(as: UInt64.self)
      hash = (hash ^ word) &* factor
      hash ^= hash >> 29
      index += 8
    }
    while index < bytes.count {
      hash = (hash ^ UInt64(unsafe bytes[index])) &* factor
      index += 1
    }
    return hash ^ (hash >> 32)
  }
}
