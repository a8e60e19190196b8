/// The numbers of nodes, from 1 on, by their ids.
///
/// A table of open addressing: where a drawing has hundreds of thousands of lines, looking up their ends in a
/// `Dictionary` would take a third of the time of writing them. The hash differs from run to run, so that nobody can
/// make ids that all fall together; nothing that is written depends on it.
struct NodeNumbers {
  /// The ids, the one of number 1 first.
  let ids: [NodeID]
  /// In the upper half a part of the hash, in the lower one the number; 0 for an empty slot. Half of them are.
  private var slots: [UInt64]
  private let seed = UInt64.random(in: 0...UInt64.max)

  /// How many there are.
  var count: Int { ids.count }

  /// The numbers of ids, of which none stands twice, in their order.
  init(_ ids: [NodeID]) {
    self.ids = ids
    slots = [UInt64](repeating: 0, count: 2)
    while slots.count < 2 * ids.count { slots += slots }
    for (index, id) in ids.enumerated() {
      let hash = hash(of: id)
      var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = (hash >> 32) << 32 | UInt64(index + 1)
    }
  }

  /// The node's number; nil for one that there isn't.
  subscript(id: NodeID) -> Int? {
    let hash = hash(of: id)
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while true {
      let found = slots[slot]
      guard found != 0 else { return nil }
      if found >> 32 == hash >> 32 {
        let number = Int(truncatingIfNeeded: found & 0xFFFF_FFFF)
        if ids[number - 1] == id { return number }
      }
      slot = (slot + 1) & (slots.count - 1)
    }
  }

  /// The numbers of each line's ends; 0 for what isn't there.
  ///
  /// All at once, so that the processor fetches one id while it looks another up.
  func ends(of lines: [DrawnLine]) -> [(source: Int32, target: Int32)] {
    unsafe lines.withUnsafeBufferPointer { lines in
      // The lines of one node stand together.
      var first = 0
      var source: Int32 = 0
      return lines.indices.map { index in
        if unsafe index == 0 || lines[index].source != lines[first].source {
          first = index
          source = Int32(unsafe self[lines[index].source] ?? 0)
        }
        return (source: source, target: Int32(unsafe self[lines[index].target] ?? 0))
      }
    }
  }

  /// Eight bytes at a time, each folded in by a multiplication whose upper half comes back.
  private func hash(of id: NodeID) -> UInt64 {
    unsafe id.rawValue.utf8Span.span.withUnsafeBufferPointer { utf8 in
      var hash = seed
      func fold(_ word: UInt64) {
        let product = (hash ^ word).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
        hash = product.high ^ product.low
      }
      let bytes = UnsafeRawBufferPointer(utf8)
      var index = 0
      while index + 8 <= bytes.count {
        fold(unsafe bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
        index += 8
      }
      var rest = UInt64(bytes.count)
      while index < bytes.count {
        rest = rest << 8 | UInt64(unsafe bytes[index])
        index += 1
      }
      fold(rest)
      return hash
    }
  }
}
