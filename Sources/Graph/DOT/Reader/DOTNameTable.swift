/// Gives each name a number, in the order of their coming: a hash table with linear probing over one buffer of bytes.
struct DOTNameTable: Sendable {
  private var bytes: [UInt8] = []
  /// Where each name ends in the buffer; it starts where the one before ends.
  private var ends: [Int] = []
  private var hashes: [UInt32] = []
  /// Numbers of names plus one, 0 for none; the size is a power of two, at most half of it taken.
  private var slots = [UInt32](repeating: 0, count: 64)

  var count: Int { ends.count }

  /// The bytes of a name.
  subscript(_ number: Int) -> ArraySlice<UInt8> {
    bytes[(number == 0 ? 0 : ends[number - 1])..<ends[number]]
  }

  /// The number of the name, which is added where it is new.
  mutating func number(of name: ArraySlice<UInt8>) -> Int {
    let hash = Self.hash(name)
    let slot = slot(of: name, hash)
    if slots[slot] != 0 { return Int(slots[slot]) - 1 }
    bytes.append(contentsOf: name)
    ends.append(bytes.count)
    hashes.append(hash)
    slots[slot] = UInt32(ends.count)
    if ends.count * 2 > slots.count { grow() }
    return ends.count - 1
  }

  /// The number of the name; nil where there is none.
  func existing(_ name: some Collection<UInt8>) -> Int? {
    let name = Array(name)[...]
    let slot = slot(of: name, Self.hash(name))
    return slots[slot] == 0 ? nil : Int(slots[slot]) - 1
  }

  /// The slot that the name has, or the free one where it belongs.
  private func slot(of name: ArraySlice<UInt8>, _ hash: UInt32) -> Int {
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let number = Int(slots[slot]) - 1
      if hashes[number] == hash, equals(number, name) { break }
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }

  private func equals(_ number: Int, _ name: ArraySlice<UInt8>) -> Bool {
    let first = number == 0 ? 0 : ends[number - 1]
    guard ends[number] - first == name.count else { return false }
    for offset in 0..<name.count
    where bytes[first + offset] != name[name.startIndex + offset] { return false }
    return true
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 4)
    for (number, hash) in hashes.enumerated() {
      var slot = Int(hash) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(number + 1)
    }
  }

  /// FNV-1a, its high bits folded onto the low ones, which choose the slot.
  private static func hash(_ name: ArraySlice<UInt8>) -> UInt32 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in name { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return UInt32(truncatingIfNeeded: hash ^ (hash >> 32))
  }
}
