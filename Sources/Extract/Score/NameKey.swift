internal import Foundation

/// A name as names are compared: without accents, case, punctuation, possessives and article.
enum NameKey {
  /// The key of a name; empty where nothing is left of it.
  ///
  /// Compatibility decomposition parts letters from their accents; what is not ASCII then goes. "Ban
  /// Ki-moon's" and "ban ki moon" have one key, and so have "the Élysée" and "Elysee".
  static func key(of name: String) -> String {
    let scalars = name.decomposedStringWithCompatibilityMapping.unicodeScalars.filter(\.isASCII)
    let small = Array(String(String.UnicodeScalarView(scalars)).lowercased().utf8)
    var kept: [UInt8] = []
    var index = 0
    while index < small.count {
      if isPossessive(small, at: index) {
        index += 2
        continue
      }
      kept.append(isAlphanumeric(small[index]) ? small[index] : UInt8(ascii: " "))
      index += 1
    }
    var words = kept.split(separator: UInt8(ascii: " "))
    if words.count > 1, ["the", "a", "an"].contains(String(decoding: words[0], as: UTF8.self)) {
      words.removeFirst()
    }
    return words.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
  }

  /// Whether an apostrophe and a final s stand at an index.
  private static func isPossessive(_ text: [UInt8], at index: Int) -> Bool {
    guard text[index] == UInt8(ascii: "'"), index + 1 < text.count,
      text[index + 1] == UInt8(ascii: "s")
    else { return false }
    guard index + 2 < text.count else { return true }
    return !isAlphanumeric(text[index + 2]) && text[index + 2] != UInt8(ascii: "_")
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
  }

  /// The keys of a label and its aliases, without empty ones.
  static func keys(_ label: String, _ aliases: [String]) -> Set<String> {
    Set(([label] + aliases).map(key)).subtracting([""])
  }
}

/// The days from the first to the last that a date or interval names.
struct ScoredTime: Equatable {
  /// Both as `YYYY-MM-DD`, comparable as text.
  let first: String
  let last: String

  /// The days of an ISO 8601 date or interval of any precision; nil where there is none. An interval that
  /// ends with `..` is open.
  init?(_ time: String?) {
    guard let time, !time.isEmpty else { return nil }
    let parts = time.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    let start = String(parts[0])
    var end = parts.count > 1 ? String(parts[1]) : ""
    if end.isEmpty { end = start }
    if end == ".." { end = "9999-12-31" }
    first = Self.filled(start, with: "0000-01-01")
    last = Self.filled(end, with: "9999-12-31")
  }

  private static func filled(_ date: String, with rest: String) -> String {
    String((date + rest.dropFirst(date.count)).prefix(10))
  }

  /// Whether two share a day; unknown times do with any.
  static func areCompatible(_ a: ScoredTime?, _ b: ScoredTime?) -> Bool {
    guard let a, let b else { return true }
    return a.first <= b.last && b.first <= a.last
  }
}
