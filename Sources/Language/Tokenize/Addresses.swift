/// Recognises what is written like an address: URLs and e-mail addresses, and emoticons.
enum Addresses {
  /// No address is longer, in bytes: what bounds the time spent on garbage.
  private static let longest = 2048

  /// Where the address that starts at `start` ends; nil where none does.
  static func end(_ bytes: borrowing Span<UInt8>, start: Int, end: Int) -> Int? {
    let limit = min(end, start + longest)
    let first = bytes[start] | 0x20
    switch first {
    case UInt8(ascii: "h"), UInt8(ascii: "f"), UInt8(ascii: "w"), UInt8(ascii: "m"):
      for scheme in schemes where starts(bytes, with: scheme, at: start, end: limit) {
        return trimmed(bytes, start: start, end: limit)
      }
    default: break
    }
    return emailEnd(bytes, start: start, end: limit)
  }

  private static let schemes: [[UInt8]] = ["http://", "https://", "ftp://", "www.", "mailto:"].map {
    Array($0.utf8)
  }

  private static func starts(
    _ bytes: borrowing Span<UInt8>, with prefix: [UInt8], at start: Int, end: Int
  ) -> Bool {
    guard end - start > prefix.count else { return false }
    for offset in prefix.indices {
      let byte = bytes[start + offset]
      let lower = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
      if lower != prefix[offset] { return false }
    }
    return true
  }

  /// Takes closing punctuation off the end of a URL.
  private static func trimmed(_ bytes: borrowing Span<UInt8>, start: Int, end: Int) -> Int {
    var end = end
    // A closing mark ends the address wherever it stands.
    for index in start..<end {
      switch bytes[index] {
      case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""):
        end = index
      case 0xE2 where index + 1 < end && bytes[index + 1] == 0x80: end = index
      default: continue
      }
      break
    }
    var opened = 0
    for index in start..<end where bytes[index] == UInt8(ascii: "(") { opened += 1 }
    while end > start + 4 {
      switch bytes[end - 1] {
      case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"),
        UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "'"), UInt8(ascii: "]"),
        UInt8(ascii: "}"):
        end -= 1
      case UInt8(ascii: ")") where opened == 0: end -= 1
      default: return end
      }
    }
    return end
  }

  /// The local part of an e-mail address may not be longer, in bytes.
  private static let longestLocalPart = 64

  private static func emailEnd(_ bytes: borrowing Span<UInt8>, start: Int, end: Int) -> Int? {
    var index = start
    while index < end, index - start < longestLocalPart, isLocal(bytes[index]) { index += 1 }
    guard index > start, index < end, bytes[index] == UInt8(ascii: "@") else { return nil }
    index += 1
    let host = index
    while index < end, isHost(bytes[index]) { index += 1 }
    while index > host,
      bytes[index - 1] == UInt8(ascii: ".") || bytes[index - 1] == UInt8(ascii: "-")
    {
      index -= 1
    }
    return index > host ? index : nil
  }

  private static func isLocal(_ byte: UInt8) -> Bool {
    isHost(byte) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "+")
      || byte == UInt8(ascii: "%")
  }

  private static func isHost(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
      || byte < 0x80 && CharacterClass.ascii[Int(byte)].isWord
  }

  /// Where an emoticon such as `:-)` ends; nil where none stands.
  static func emoticonEnd(_ bytes: borrowing Span<UInt8>, start: Int, end: Int) -> Int? {
    var index = start + 1
    guard index < end else { return nil }
    if bytes[index] == UInt8(ascii: "-") { index += 1 }
    guard index < end else { return nil }
    switch bytes[index] {
    case UInt8(ascii: ")"), UInt8(ascii: "("): break
    case UInt8(ascii: "D"), UInt8(ascii: "P"):
      if index + 1 < end, CharacterClass.ascii[Int(bytes[index + 1] & 0x7F)].isWord { return nil }
    default: return nil
    }
    return index + 1
  }
}
