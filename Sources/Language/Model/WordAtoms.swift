/// What the trained stages look at of one word: computed once, used by all of them.
package struct WordAtoms: Sendable {
  /// Hash of the normalized form (see `WordForm`).
  package var form: UInt64 = 0
  /// Hash of the form in lower case.
  package var lower: UInt64 = 0
  /// The first 8 bytes in lower case, the first one highest.
  package var prefix: UInt64 = 0
  /// The last 8 bytes in lower case, the last one highest.
  package var suffix: UInt64 = 0
  /// Hash of the kinds of characters, runs shortened ("Xx", "0-0", "X.X.").
  package var shape: UInt64 = 0
  /// Number of bytes of the form, at most 255.
  package var length: UInt8 = 0
  /// How it is written; see `Case`.
  package var capitals: Case = .none
  /// What the lexicon knows of the word.
  package var entry = LexiconEntry()

  /// How a word uses capital letters.
  package enum Case: UInt8, Sendable {
    case none, initial, all, mixed
    /// In a line where capitals tell nothing; see `TitleCase`.
    case hidden
  }

  /// The word that stands before the first and after the last word of a sentence.
  package static let edge: WordAtoms = {
    var atoms = WordAtoms()
    atoms.form = 0x517C_C1B7_2722_0A95
    atoms.lower = atoms.form
    atoms.shape = 1
    atoms.entry.fine = .max
    atoms.entry.coarse = .max
    return atoms
  }()

  /// The first `count` bytes, at most 8.
  @inline(__always)
  func prefix(_ count: UInt64) -> UInt64 { prefix >> (64 - 8 * count) }
  /// The last `count` bytes, at most 8.
  @inline(__always)
  func suffix(_ count: UInt64) -> UInt64 { suffix >> (64 - 8 * count) }

  init() {}

  /// The atoms of the words of one sentence.
  package static func sentence(_ forms: [[UInt8]], lexicon: borrowing Lexicon) -> [WordAtoms] {
    var words: [WordAtoms] = []
    for form in forms {
      words.append(WordAtoms(form.span, start: 0, end: form.count, lexicon: lexicon))
    }
    TitleCase.hideCapitals(&words, in: words.indices, lexicon: lexicon)
    return words
  }

  /// The atoms of the word at `bytes[start..<end]`.
  package init(_ bytes: borrowing Span<UInt8>, start: Int, end: Int, lexicon: borrowing Lexicon) {
    var scan = Scan()
    var index = start
    while index < end {
      let byte = bytes[index]
      if byte == 0xE2, index + 2 < end, bytes[index + 1] == 0x80,
        let plain = WordForm.plainMark(bytes[index + 2])
      {
        scan.add(plain)
        index += 3
      } else {
        scan.add(byte >= 0x30 && byte <= 0x39 ? 0x30 : byte)
        index += 1
      }
    }
    form = FeatureHash.finished(scan.form)
    lower = FeatureHash.finished(scan.lower)
    prefix = scan.prefix << UInt64(8 * (8 - min(8, scan.count)))
    suffix = scan.suffix
    shape = FeatureHash.finished(scan.shape)
    length = UInt8(min(255, scan.count))
    capitals =
      scan.uppers == 0
      ? .none
      : scan.uppers == 1 && scan.startsUpper
        ? .initial : scan.uppers == scan.letters ? .all : .mixed
    entry =
      lexicon.entry(form)
      ?? (capitals == .none ? nil : lexicon.entry(FeatureHash.finished(scan.capitalized)))
      ?? (capitals == .none ? nil : lexicon.entry(lower)) ?? LexiconEntry()
  }

  /// What is collected over the bytes of a word.
  private struct Scan {
    var form = FeatureHash.empty
    var lower = FeatureHash.empty
    var capitalized = FeatureHash.empty
    var shape = FeatureHash.empty
    var prefix: UInt64 = 0
    var suffix: UInt64 = 0
    var count = 0
    var letters = 0
    var uppers = 0
    var startsUpper = false
    private var lastKind: UInt8 = 0
    private var repeats = 0

    @inline(__always)
    mutating func add(_ byte: UInt8) {
      let isUpper = byte >= 0x41 && byte <= 0x5A
      let lowered = isUpper ? byte | 0x20 : byte
      form = FeatureHash.adding(byte, to: form)
      lower = FeatureHash.adding(lowered, to: lower)
      capitalized = FeatureHash.adding(count == 0 ? byte : lowered, to: capitalized)
      if count < 8 { prefix = prefix << 8 | UInt64(lowered) }
      suffix = suffix >> 8 | UInt64(lowered) << 56
      let kind: UInt8
      if isUpper {
        kind = 0x58
        uppers += 1
        letters += 1
        if count == 0 { startsUpper = true }
      } else if lowered >= 0x61 && lowered <= 0x7A || byte >= 0x80 {
        kind = 0x78
        letters += 1
      } else {
        kind = byte
      }
      // Up to two of a kind are told apart from more.
      repeats = kind == lastKind ? repeats + 1 : 0
      if repeats < 3 { shape = FeatureHash.adding(kind, to: shape) }
      lastKind = kind
      count += 1
    }
  }
}
