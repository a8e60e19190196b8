/// A dictionary by words that tells of most words it lacks without a search.
///
/// Each stage asks its tables for every token, and most tokens are in none of them. One bit that a few steps over a
/// word's bytes find says that it isn't there; only where the bit is set is the word hashed and compared as a dictionary
/// does it.
struct WordIndex<Value> {
  /// What is known of each word.
  private(set) var entries: [String: Value] = [:]
  /// The bits of all words: at least `spread` for each, a power of two of them.
  private var marks: [UInt64] = [0]

  /// How many bits there are at least for each word: one word in as many that aren't there is searched for in vain.
  private static var spread: Int { 16 }

  /// What is known of a word.
  subscript(word: String) -> Value? {
    get { mayHave(word) ? entries[word] : nil }
    set {
      entries[word] = newValue
      if newValue != nil { mark(word) }
    }
  }

  /// What is known of a word, and what to start with where nothing is.
  subscript(word: String, default start: @autoclosure () -> Value) -> Value {
    get { self[word] ?? start() }
    _modify {
      mark(word)
      yield &entries[word, default: start()]
    }
  }

  private func mayHave(_ word: String) -> Bool {
    guard let bit = word.asciiNumber else { return true }
    let place = Int(truncatingIfNeeded: bit) & (marks.count &* 64 &- 1)
    return marks[place >> 6] >> UInt64(place & 63) & 1 == 1
  }

  private mutating func mark(_ word: String) {
    let size = marks.count * 64
    if (entries.count + 1) * Self.spread > size {
      marks = [UInt64](repeating: 0, count: marks.count * 2)
      for known in entries.keys { setBit(of: known) }
    }
    setBit(of: word)
  }

  private mutating func setBit(of word: String) {
    guard let bit = word.asciiNumber else { return }
    let place = Int(truncatingIfNeeded: bit) & (marks.count * 64 - 1)
    marks[place >> 6] |= 1 << UInt64(place & 63)
  }
}

extension String {
  /// A number that words of ASCII seldom share; nil for others, which may be written in several ways that only strings
  /// know to be the same.
  @inline(__always)
  var asciiNumber: UInt64? {
    let bytes = utf8.span
    var sum: UInt64 = 0
    var all: UInt8 = 0
    for index in bytes.indices {
      sum = (sum ^ UInt64(bytes[index])) &* 0x9E37_79B9_7F4A_7C15
      all |= bytes[index]
    }
    return all < 0x80 ? sum >> 32 : nil
  }
}

extension WordIndex: Sendable where Value: Sendable {}

/// A set of words in the same form.
typealias WordSet = WordIndex<Void>

extension WordIndex: ExpressibleByArrayLiteral where Value == Void {
  init(arrayLiteral words: String...) {
    for word in words { self[word] = () }
  }

  /// Whether the word is there.
  func contains(_ word: String) -> Bool { self[word] != nil }

  mutating func insert(_ word: String) { self[word] = () }
}
