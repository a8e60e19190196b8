/// What a character is to the tokenizer.
enum CharacterClass: UInt8 {
  /// Separates words: ASCII white space, control characters, no-break and other Unicode spaces.
  case space
  /// A letter with a lower-case form that differs.
  case upper
  /// Any other letter, or a combining mark.
  case letter
  /// A decimal digit.
  case digit
  /// Punctuation and symbols.
  case mark
  /// A byte that belongs to no valid UTF-8 sequence.
  case invalid

  /// Whether such characters make up words.
  var isWord: Bool { self == .upper || self == .letter || self == .digit }
  /// Whether it is a letter.
  var isLetter: Bool { self == .upper || self == .letter }

  /// The classes of the 128 ASCII characters.
  static let ascii: [CharacterClass] = (0..<128).map { (byte: UInt8) in
    switch byte {
    case 0x41...0x5A: .upper
    case 0x61...0x7A: .letter
    case 0x30...0x39: .digit
    case 0...0x20, 0x7F: .space
    default: .mark
    }
  }

  /// The class of a scalar outside ASCII.
  static func ofScalar(_ scalar: Unicode.Scalar) -> CharacterClass {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .titlecaseLetter: .upper
    case .lowercaseLetter, .otherLetter, .modifierLetter, .nonspacingMark, .spacingMark,
      .enclosingMark:
      .letter
    case .decimalNumber: .digit
    case .spaceSeparator, .lineSeparator, .paragraphSeparator, .control: .space
    case .format: scalar.value == 0xAD || scalar.value == 0x200D ? .letter : .space
    default: .mark
    }
  }
}

/// One character of a text: its class, its scalar value, and how many bytes it takes.
struct ScannedCharacter {
  /// What it is to the tokenizer.
  var kind: CharacterClass
  /// The scalar's value; the byte's own for an invalid byte.
  var value: UInt32
  /// How many bytes it takes, at least 1.
  var length: Int
}

/// Reads the character at `index` of UTF-8 `bytes`, looking no further than `end`.
///
/// An invalid or cut-off sequence is read one byte at a time, so that any bytes can be scanned.
@inline(__always)
func scanCharacter(_ bytes: borrowing Span<UInt8>, at index: Int, end: Int) -> ScannedCharacter {
  let first = bytes[index]
  if first < 0x80 {
    return ScannedCharacter(
      kind: CharacterClass.ascii[Int(first)], value: UInt32(first), length: 1)
  }
  return scanLongCharacter(bytes, at: index, end: end)
}

/// The same for characters outside ASCII.
@inline(never)
private func scanLongCharacter(
  _ bytes: borrowing Span<UInt8>, at index: Int, end: Int
) -> ScannedCharacter {
  let first = bytes[index]
  let invalid = ScannedCharacter(kind: .invalid, value: UInt32(first), length: 1)
  let length: Int
  var value: UInt32
  switch first {
  case 0xC2...0xDF: (length, value) = (2, UInt32(first & 0x1F))
  case 0xE0...0xEF: (length, value) = (3, UInt32(first & 0x0F))
  case 0xF0...0xF4: (length, value) = (4, UInt32(first & 0x07))
  default: return invalid
  }
  guard index + length <= end else { return invalid }
  for offset in 1..<length {
    let byte = bytes[index + offset]
    guard byte & 0xC0 == 0x80 else { return invalid }
    value = value << 6 | UInt32(byte & 0x3F)
  }
  // Overlong forms and surrogates are no scalars of UTF-8.
  let least: UInt32 = length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000
  guard value >= least, let scalar = Unicode.Scalar(value) else { return invalid }
  return ScannedCharacter(kind: CharacterClass.ofScalar(scalar), value: value, length: length)
}
