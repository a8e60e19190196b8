/// One word being read: letters and digits, with the marks that stand inside words.
///
/// Hyphens join only phone numbers, dates, and prefixes that the treebanks leave attached
/// ("non-avian", "e-mail"); other hyphenated words are three tokens ("long|-|standing").
struct WordScan {
  /// Offset of the first byte.
  let start: Int
  /// Offset past the last byte read.
  private(set) var end: Int
  /// Whether an apostrophe stands inside.
  private(set) var hasApostrophe = false
  /// Whether a full stop stands inside.
  private(set) var hasInnerStop = false
  /// Whether every letter stands alone between full stops, or in a short part ("U.S", "Ph.D").
  private(set) var isInitialism = true
  /// Whether the first character is a capital letter.
  private(set) var startsUpper = false
  /// How many characters are letters.
  private(set) var letterCount = 0
  /// How many characters were read.
  private(set) var length = 0

  init(start: Int) {
    self.start = start
    self.end = start
  }

  /// Where the word that starts at `start` ends.
  static func end(_ bytes: borrowing Span<UInt8>, start: Int, end: Int) -> Int {
    var scan = WordScan(start: start)
    scan.run(bytes, end: end)
    return scan.end
  }

  /// Reads as far as the word goes, at most to `end`.
  mutating func run(_ bytes: borrowing Span<UInt8>, end limit: Int) {
    var partStart = start
    var partIsDigits = true
    while end < limit {
      let character = scanCharacter(bytes, at: end, end: limit)
      if character.kind.isWord {
        if length == 0 { startsUpper = character.kind == .upper }
        if character.kind != .digit {
          partIsDigits = false
          letterCount += 1
        }
        length += 1
        end += character.length
        continue
      }
      let next = end + character.length
      guard end > partStart, next < limit else { return }
      let following = scanCharacter(bytes, at: next, end: limit)
      guard following.kind.isWord else { return }
      let digits = partIsDigits && following.kind == .digit
      let joins: Bool
      switch character.value {
      case 0x27, 0x2019:
        joins = !partIsDigits || following.value | 0x20 == 0x73
        hasApostrophe = hasApostrophe || joins
      case 0x2E:
        joins = stopJoins(bytes, partStart: partStart, next: next, limit: limit, digits: digits)
        if joins { hasInnerStop = true }
      case 0x2C: joins = digits && Self.digitCount(bytes, from: next, end: limit) == 3
      case 0x3A: joins = digits && end - partStart <= 2
      case 0x2F: joins = digits && end - partStart <= 4
      case 0x26:
        joins = end - partStart <= 3 && following.kind == .upper && startsUpper
      case 0x5F: joins = true
      case 0x2D:
        joins =
          partIsDigits
          ? digits && digitHyphenJoins(bytes, partStart: partStart, next: next, limit: limit)
          : !hasApostrophe && following.kind.isLetter && partStart == start
            && Self.isPrefix(Self.lowercased(bytes, start: start, end: end, longest: 7))
      default: joins = false
      }
      guard joins else { return }
      length += 1
      end = next
      if character.value != 0x27, character.value != 0x2019 {
        partStart = next
        partIsDigits = true
      }
    }
  }

  /// Whether a full stop between two word characters belongs to the word.
  private mutating func stopJoins(
    _ bytes: borrowing Span<UInt8>, partStart: Int, next: Int, limit: Int, digits: Bool
  ) -> Bool {
    if digits { return true }
    let partLength = end - partStart
    var nextEnd = next
    while nextEnd < limit, nextEnd - next < 6,
      scanCharacter(bytes, at: nextEnd, end: limit).kind.isWord
    {
      nextEnd += scanCharacter(bytes, at: nextEnd, end: limit).length
    }
    let nextLength = nextEnd - next
    // "U.S", "a.m", "Ph.D", "M.Sc"
    if partLength <= 2 && nextLength <= 2, length <= 12 { return true }
    isInitialism = false
    // "J.Smith" is an initial and a name: two tokens.
    if partLength == 1 { return false }
    // "nytimes.com", "alt.animals.dog": a known ending, or lower case throughout with stops enough.
    var stops = hasInnerStop ? 2 : 1
    var last = next
    var index = next
    var isLower = true
    while index < limit, index - next < 64 {
      let byte = bytes[index]
      if byte == 0x2E, index + 1 < limit, Self.isAlphanumeric(bytes[index + 1]) {
        stops += 1
        last = index + 1
      } else if !Self.isAlphanumeric(byte), byte != 0x2D {
        break
      }
      if byte >= 0x41, byte <= 0x5A { isLower = false }
      index += 1
    }
    return isLower && stops >= 2
      || Self.endings.contains(Self.lowercased(bytes, start: last, end: index, longest: 4))
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    byte < 0x80 && CharacterClass.ascii[Int(byte)].isWord
  }

  /// What follows a full stop in host and file names.
  private static let endings: Set<String> = [
    "com", "org", "net", "gov", "edu", "info", "uk", "de", "fr", "jp", "ru", "ca", "au", "eu", "tv",
    "html", "htm", "pdf", "doc", "docx", "xls", "txt", "jpg", "png", "php", "asp", "exe", "zip",
    "co",
  ]

  /// Whether a hyphen between digits makes one number of them: a phone number or a date, not a range.
  private func digitHyphenJoins(
    _ bytes: borrowing Span<UInt8>, partStart: Int, next: Int, limit: Int
  ) -> Bool {
    let before = end - partStart
    let after = Self.digitCount(bytes, from: next, end: limit)
    let further = next + after
    if partStart > start {
      // The second hyphen of "713-853-3989" or "11-20-2000".
      return bytes[partStart - 1] == 0x2D && (after == 4 || after == 2)
    }
    if before == 3 && after == 4 { return true }
    let second =
      further + 1 < limit && bytes[further] == 0x2D
      ? Self.digitCount(bytes, from: further + 1, end: limit) : 0
    if second == 0 { return false }
    return (before <= 3 && after == 3 && second == 4)
      || (before <= 2 && after <= 2 && (second == 2 || second == 4))
      || (before == 4 && after == 2 && second == 2)
  }

  /// How many ASCII digits follow, counting no more than 8.
  private static func digitCount(_ bytes: borrowing Span<UInt8>, from start: Int, end: Int) -> Int {
    var index = start
    while index < end, index - start < 8, bytes[index] >= 0x30, bytes[index] <= 0x39 { index += 1 }
    return index - start
  }

  /// Prefixes that stay attached to their word with a hyphen.
  private static func isPrefix(_ word: String) -> Bool { prefixes.contains(word) }
  private static let prefixes: Set<String> = [
    "non", "e", "re", "anti", "co", "pre", "pro", "mid", "cross", "post", "over", "sub", "semi",
    "counter", "ex", "multi", "mini", "inter", "un", "trans", "ultra", "intra", "socio", "psycho",
    "under", "micro", "macro", "quasi", "pseudo", "extra", "super", "hyper",
  ]

  // MARK: What the word looks like

  /// Whether a hyphen directly behind would mark a word that was not spoken to its end ("th-").
  var isBrokenOff: Bool { length == letterCount && length <= 3 && end - start == length }

  /// Where the unit starts in a number written together with it ("5pm", "10km"); nil for anything else.
  func unitStart(_ bytes: borrowing Span<UInt8>) -> Int? {
    guard letterCount > 0, letterCount <= 3, bytes[start] >= 0x30, bytes[start] <= 0x39 else {
      return nil
    }
    let unit = end - letterCount
    guard unit > start, bytes[unit - 1] >= 0x30, bytes[unit - 1] <= 0x39,
      Self.units.contains(Self.lowercased(bytes, start: unit, end: end, longest: 3))
    else { return nil }
    return unit
  }
  private static let units: Set<String> = [
    "am", "pm", "k", "m", "mm", "cm", "km", "kg", "g", "mg", "ft", "lb", "lbs", "mb", "gb", "tb",
    "bn",
    "hz", "khz", "mhz", "ghz", "kw", "mw", "gw", "kwh", "mwh", "min", "hrs", "sec", "mph", "kph",
    "bbl",
    "tn", "ha", "ml", "oz", "in",
  ]

  /// Whether a dollar sign after the word belongs to it ("US$", "HK$").
  func isDollarPrefix(_ bytes: borrowing Span<UInt8>) -> Bool {
    Self.dollars.contains(lowercased(bytes)) && startsUpper
  }
  private static let dollars: Set<String> = [
    "us", "u", "a", "c", "nz", "hk", "s", "au", "ca", "nt", "r",
  ]

  /// The word in lower case as far as ASCII goes, cut off after 12 bytes.
  func lowercased(_ bytes: borrowing Span<UInt8>) -> String {
    Self.lowercased(bytes, start: start, end: end)
  }

  /// The bytes as a string in lower case as far as ASCII goes; empty for more than `longest` bytes.
  static func lowercased(
    _ bytes: borrowing Span<UInt8>, start: Int, end: Int, longest: Int = 12
  ) -> String {
    guard end - start <= longest else { return "" }
    var lowered: [UInt8] = []
    lowered.reserveCapacity(end - start)
    for index in start..<end {
      let byte = bytes[index]
      lowered.append(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte)
    }
    return String(decoding: lowered, as: UTF8.self)
  }
}
