/// What a token is to the end of a sentence.
package enum SentenceMark: Sendable {
  case word, open, close, quote, final, ellipsis, abbreviation, ruler, comma, colon, semicolon, dash
  case other
  /// An exclamation mark that is part of a name ("Yahoo!").
  case nameMark

  /// Whether it can stand between a sentence's final mark and its end.
  var mayClose: Bool { self == .close || self == .quote || self == .final }

  init(_ bytes: borrowing Span<UInt8>, _ token: RawToken) {
    let first = bytes[token.start]
    let count = token.end - token.start
    switch first {
    case UInt8(ascii: "="), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "*"),
      UInt8(ascii: "~"):
      self = count >= 5 ? .ruler : .other
    case UInt8(ascii: ":"), UInt8(ascii: ";"):
      // An emoticon ends what it comments on.
      self = count > 1 ? .ellipsis : first == UInt8(ascii: ":") ? .colon : .semicolon
    case UInt8(ascii: ","): self = .comma
    case UInt8(ascii: "."): self = count == 1 ? .final : .ellipsis
    case UInt8(ascii: "!"), UInt8(ascii: "?"): self = .final
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): self = .open
    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): self = .close
    case UInt8(ascii: "\""), UInt8(ascii: "'"): self = count <= 2 ? .quote : .word
    case 0xE2 where count == 3 && bytes[token.start + 1] == 0x80:
      switch bytes[token.start + 2] {
      case 0x9C, 0x98: self = .open
      case 0x9D, 0x99: self = .close
      case 0xA6: self = .ellipsis
      case 0x94: self = .dash
      default: self = .other
      }
    default:
      if first < 0x80, !CharacterClass.ascii[Int(first)].isWord {
        self = .other
      } else {
        self = bytes[token.end - 1] == UInt8(ascii: ".") && count > 1 ? .abbreviation : .word
      }
    }
  }
}
