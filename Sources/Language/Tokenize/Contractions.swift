/// Splits contractions into the words that they are made of, as English-EWT and GUM do: `do|n't`,
/// `Abe|’s`, `can|not`, `gon|na`.
enum Contractions {
  /// Offsets at which the word in `start..<end` splits, ascending; empty for almost every word.
  ///
  /// `hasApostrophe` tells whether the word has a straight or a curly apostrophe inside.
  static func splits(
    _ bytes: borrowing Span<UInt8>, start: Int, end: Int, hasApostrophe: Bool
  ) -> [Int] {
    hasApostrophe ? cliticSplits(bytes, start: start, end: end) : fusedSplits(bytes, start, end)
  }

  /// The lower-case form of an ASCII letter; other bytes as they are.
  @inline(__always)
  private static func lower(_ byte: UInt8) -> UInt8 {
    byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
  }

  /// How many bytes the apostrophe that ends at `end` takes; 0 where there is none.
  @inline(__always)
  private static func apostropheLength(
    _ bytes: borrowing Span<UInt8>, start: Int, end: Int
  ) -> Int {
    if end - 1 >= start, bytes[end - 1] == 0x27 { return 1 }
    if end - 3 >= start, bytes[end - 1] == 0x99, bytes[end - 2] == 0x80, bytes[end - 3] == 0xE2 {
      return 3
    }
    return 0
  }

  /// Takes clitics off the end, two at most ("wouldn't've").
  private static func cliticSplits(
    _ bytes: borrowing Span<UInt8>, start: Int, end: Int
  ) -> [Int] {
    var splits: [Int] = []
    var end = end
    while splits.count < 2, let split = lastClitic(bytes, start: start, end: end) {
      splits.insert(split, at: 0)
      end = split
    }
    return splits
  }

  /// Where the clitic at the word's end starts.
  private static func lastClitic(
    _ bytes: borrowing Span<UInt8>, start: Int, end: Int
  ) -> Int? {
    guard end - start >= 3 else { return nil }
    let last = lower(bytes[end - 1])
    let beforeLast = lower(bytes[end - 2])
    // n't: the apostrophe stands before the t, an n before the apostrophe.
    if last == UInt8(ascii: "t") {
      let length = apostropheLength(bytes, start: start, end: end - 1)
      let n = end - 2 - length
      guard length > 0, n > start, lower(bytes[n]) == UInt8(ascii: "n") else { return nil }
      return n
    }
    var clitic = 0
    switch last {
    case UInt8(ascii: "s"), UInt8(ascii: "m"), UInt8(ascii: "d"): clitic = 1
    case UInt8(ascii: "e")
    where beforeLast == UInt8(ascii: "r") || beforeLast == UInt8(ascii: "v"):
      clitic = 2
    case UInt8(ascii: "l") where beforeLast == UInt8(ascii: "l"): clitic = 2
    default: return nil
    }
    let length = apostropheLength(bytes, start: start, end: end - clitic)
    let split = end - clitic - length
    guard length > 0, split > start else { return nil }
    // "1960's" is one word, as is a lone letter's plural; "d'" before a name is no clitic.
    if clitic == 1, last == UInt8(ascii: "s"), isYear(bytes, start: start, end: split) {
      return nil
    }
    return split
  }

  /// Whether all is digits, as in the "1960" of "1960's".
  private static func isYear(_ bytes: borrowing Span<UInt8>, start: Int, end: Int) -> Bool {
    for index in start..<end where bytes[index] < 0x30 || bytes[index] > 0x39 { return false }
    return bytes[end - 1] == 0x30
  }

  /// Words written as one without an apostrophe.
  private static func fusedSplits(
    _ bytes: borrowing Span<UInt8>, _ start: Int, _ end: Int
  ) -> [Int] {
    let count = end - start
    guard count >= 2, count <= 8 else { return [] }
    switch lower(bytes[end - 1]) {
    case UInt8(ascii: "t"), UInt8(ascii: "a"), UInt8(ascii: "s"), UInt8(ascii: "m"): break
    default: return []
    }
    guard endings.contains(lower(bytes[end - 2])) else { return [] }
    var key: [UInt8] = []
    for index in start..<end { key.append(lower(bytes[index])) }
    guard let first = fused[String(decoding: key, as: UTF8.self)] else { return [] }
    // "IM" and "US" are abbreviations, "Im" and "im" are "I'm".
    if count == 2, bytes[end - 1] < 0x61 { return [] }
    return [start + first]
  }

  /// The last letter but one of every word in `fused`.
  private static let endings: Set<UInt8> = Set("onti".utf8)

  /// Fused words and how many bytes of each are the first word.
  private static let fused: [String: Int] = [
    "cannot": 3, "gonna": 3, "wanna": 3, "gotta": 3, "dont": 2, "didnt": 3, "doesnt": 4, "isnt": 2,
    "wasnt": 3, "wouldnt": 5, "couldnt": 5, "shouldnt": 6, "havent": 4, "hasnt": 3, "arent": 3,
    "cant": 2, "wont": 2, "im": 1, "thats": 4,
  ]
}
