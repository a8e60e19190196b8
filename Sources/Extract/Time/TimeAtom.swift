import Language

/// A run of letters, a run of digits, or a single other character: what the grammar of times reads.
///
/// Tokenizers differ in whether `Nov.`, `18-19` or `1990s` is one token; of atoms there is one reading.
struct TimeAtom: Hashable, Sendable {
  /// In lower case, with straight apostrophes and hyphens.
  let text: String
  let range: ByteRange
  /// What it may be in the name of a time; nil where it is nothing.
  let word: TimeWord?
  /// The token that it is part of.
  let token: Int
  /// The digits' value.
  let number: Int?
  let isCapitalized: Bool
  /// Whether it follows the atom before it without white space.
  var isAttached: Bool

  /// The atoms of a sentence's tokens.
  static func atoms(of text: AnnotatedText, tokens: Range<Int>) -> [TimeAtom] {
    var atoms: [TimeAtom] = []
    for token in tokens {
      let range = text.tokenRecords[token].range
      var start = range.start
      while start < range.end {
        let kind = Kind(text.bytes[start])
        var end = start + 1
        switch kind {
        case .letter, .digit: while end < range.end, Kind(text.bytes[end]) == kind { end += 1 }
        case .other: while end < range.end, text.bytes[end] & 0xC0 == 0x80 { end += 1 }
        case .space: break
        }
        if kind != .space {
          let form = text.string(in: ByteRange(start, end))
          let plain = kind == .other ? normalized(form) : form.lowercased()
          atoms.append(
            TimeAtom(
              text: plain, range: ByteRange(start, end),
              word: kind == .letter ? TimeWord.named(plain) : nil, token: token,
              number: kind == .digit && end - start <= 8 ? Int(form) : nil,
              isCapitalized: form.startsWithCapital,
              isAttached: atoms.last?.range.end == start))
        }
        start = end
      }
    }
    return atoms
  }

  private enum Kind {
    case letter, digit, space, other

    init(_ byte: UInt8) {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"):
        self = .letter
      case UInt8(ascii: "0")...UInt8(ascii: "9"): self = .digit
      case 0...0x20: self = .space
      default: self = .other
      }
    }
  }

  private static func normalized(_ form: String) -> String {
    switch form {
    case "\u{2018}", "\u{2019}", "\u{02BC}", "`": "'"
    case "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "\u{2014}", "~": "-"
    default: form.lowercased()
    }
  }
}
