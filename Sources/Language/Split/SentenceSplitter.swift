/// Finds where sentences end among the tokens of one paragraph, by rules.
///
/// A sentence ends after `.`, `!`, `?` or an ellipsis, with the quotation marks and brackets that close
/// directly behind, where what follows can start a sentence. After an abbreviation it ends only where
/// the next word is one that starts sentences and isn't a name's part.
package struct SentenceSplitter: Sendable {
  /// No sentence has more tokens: what bounds the work of later stages on text without full stops.
  package static let longestSentence = 256

  /// No more marks than this close a sentence, citations apart.
  private static let mostClosingMarks = 8

  /// A splitter with the built-in rules.
  package init() {}

  /// Appends the end of every sentence, as indices past its last token; the last is `tokens.count`.
  package func split(
    _ bytes: borrowing Span<UInt8>, tokens: borrowing Span<RawToken>, into ends: inout [Int]
  ) {
    var first = 0
    var index = 0
    while index < tokens.count {
      let mark = Mark(bytes, tokens[index])
      var next = index + 1
      if mark == .final || mark == .ellipsis || mark == .abbreviation {
        // Closing marks that stand directly behind belong to the sentence.
        while next < tokens.count, next - index <= Self.mostClosingMarks,
          tokens[next].start == tokens[next - 1].end,
          Mark(bytes, tokens[next]).mayClose
        {
          next += 1
        }
        next = citationEnd(bytes, tokens, from: next)
        // "1." counts what follows.
        let isNumbering = index == first + 1 && isNumber(bytes, tokens[first])
        if !isNumbering, next < tokens.count,
          endsSentence(bytes, tokens, at: index, next: next, mark: mark)
        {
          ends.append(next)
          first = next
        }
      }
      if mark == .ruler {
        // A line drawn with marks stands by itself.
        if index > first { ends.append(index) }
        first = index
        if next < tokens.count {
          ends.append(next)
          first = next
        }
      }
      if next - first >= Self.longestSentence, next < tokens.count {
        ends.append(next)
        first = next
      }
      index = next
    }
    if first < tokens.count { ends.append(tokens.count) }
  }

  /// Goes past references such as `[12]`, which belong to the sentence before them.
  private func citationEnd(
    _ bytes: borrowing Span<UInt8>, _ tokens: borrowing Span<RawToken>, from index: Int
  ) -> Int {
    var index = index
    let start = index
    while index + 2 < tokens.count, index - start < 3 * Self.mostClosingMarks,
      bytes[tokens[index].start] == UInt8(ascii: "["),
      isNumber(bytes, tokens[index + 1]), bytes[tokens[index + 2].start] == UInt8(ascii: "]")
    {
      index += 3
    }
    return index
  }

  private func isNumber(_ bytes: borrowing Span<UInt8>, _ token: RawToken) -> Bool {
    for index in token.start..<token.end where bytes[index] < 0x30 || bytes[index] > 0x39 {
      return false
    }
    return true
  }

  /// Whether a sentence ends before the token `next`, after the mark at `index`.
  private func endsSentence(
    _ bytes: borrowing Span<UInt8>, _ tokens: borrowing Span<RawToken>, at index: Int, next: Int,
    mark: Mark
  ) -> Bool {
    // Without a space between, only a capital after a full stop starts a sentence ("end.Then").
    let following = tokens[next]
    let start = SentenceStart(bytes, tokens, at: next)
    let isSpaced = following.start > tokens[next - 1].end
    switch mark {
    case .final:
      if bytes[following.start] == UInt8(ascii: ",") || bytes[following.start] == UInt8(ascii: ";")
      {
        return false
      }
      if !isSpaced { return start == .upper && next == index + 1 }
      // Behind a closing quotation mark the outer sentence goes on (`"Why?" he asked`), as it does behind
      // a name's exclamation mark ("Yahoo! said").
      if start == .lower {
        return bytes[tokens[index].start] != UInt8(ascii: "!") && next == index + 1
      }
      return start != .dash
    case .ellipsis: return isSpaced && start == .upper
    case .abbreviation:
      guard isSpaced, start == .upper else { return false }
      let word = WordScan.lowercased(bytes, start: tokens[index].start, end: tokens[index].end - 1)
      guard Abbreviations.mayEndSentence(word), tokens[index].end - tokens[index].start > 2 else {
        return false
      }
      return Self.starters.contains(
        WordScan.lowercased(bytes, start: following.start, end: following.end))
    default: return false
    }
  }

  /// Words that start sentences and are no part of names.
  private static let starters: Set<String> = Set(
    """
    the a an this that these those he she it they we i you his her its their our my there here in on at by
    for from with after before during since when while where if as although though because but and or so yet
    however meanwhile also then now what who how why which some many most all both each no not one two three
    according under over into last earlier later despite amid among another other such
    """.split(whereSeparator: \.isWhitespace).map(String.init))
}

/// What a token is to the end of a sentence.
private enum Mark {
  case word, open, close, quote, final, ellipsis, abbreviation, ruler, other

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
      self = count > 1 ? .ellipsis : .other
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

/// What the first word of a possible sentence looks like.
private enum SentenceStart {
  case upper, lower, digit, dash, other

  /// Looks past opening quotation marks and brackets.
  init(_ bytes: borrowing Span<UInt8>, _ tokens: borrowing Span<RawToken>, at index: Int) {
    var index = index
    while index + 1 < tokens.count, index < tokens.count {
      let mark = Mark(bytes, tokens[index])
      guard mark == .open || mark == .quote else { break }
      index += 1
    }
    let token = tokens[index]
    let character = scanCharacter(bytes, at: token.start, end: token.end)
    switch character.kind {
    case .upper: self = .upper
    case .letter: self = .lower
    case .digit: self = .digit
    default:
      let dashes: ClosedRange<UInt32> = 0x2013...0x2014
      self = character.value == 0x2D || dashes.contains(character.value) ? .dash : .other
    }
  }
}
