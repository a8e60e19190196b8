/// Finds where sentences end among the tokens of one paragraph by rules: what a program without a model
/// does, and advice for one that has it.
///
/// A sentence ends after `.`, `!`, `?` or an ellipsis, with the quotation marks and brackets that close
/// directly behind, where what follows can start a sentence. After an abbreviation it ends only where
/// the next word is one that starts sentences and isn't a name's part.
struct SentenceRules: Sendable {
  /// No more marks than this close a sentence, citations apart.
  private static let mostClosingMarks = 8

  /// Appends the end of every sentence, as indices past its last token; the last is `tokens.count`.
  func split(
    _ bytes: borrowing Span<UInt8>, tokens: borrowing Span<RawToken>, into ends: inout [Int]
  ) {
    var first = 0
    var index = 0
    while index < tokens.count {
      let mark = SentenceMark(bytes, tokens[index])
      var next = index + 1
      if mark == .final || mark == .ellipsis || mark == .abbreviation {
        // Closing marks that stand directly behind belong to the sentence.
        while next < tokens.count, next - index <= Self.mostClosingMarks,
          tokens[next].start == tokens[next - 1].end,
          SentenceMark(bytes, tokens[next]).mayClose
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
      if next - first >= SentenceSplitter.longestSentence, next < tokens.count {
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
    mark: SentenceMark
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
      if isInName(bytes, tokens, at: index) {
        return isSpaced && Self.starters.contains(lowercased(bytes, following))
      }
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
      return Self.starters.contains(lowercased(bytes, following))
    default: return false
    }
  }

  /// Whether the exclamation mark at `index` belongs to a name.
  func isInName(
    _ bytes: borrowing Span<UInt8>, _ tokens: borrowing Span<RawToken>, at index: Int
  ) -> Bool {
    guard bytes[tokens[index].start] == UInt8(ascii: "!"), index > 0,
      tokens[index - 1].end == tokens[index].start, tokens[index].end - tokens[index].start == 1
    else { return false }
    return Self.exclaimedNames.contains(lowercased(bytes, tokens[index - 1]))
  }

  /// A word in small letters.
  private func lowercased(_ bytes: borrowing Span<UInt8>, _ token: RawToken) -> String {
    WordScan.lowercased(bytes, start: token.start, end: token.end)
  }

  /// Names that are written with an exclamation mark.
  private static let exclaimedNames: Set<String> = ["yahoo", "jeopardy", "joomla"]

  /// Words that start sentences and are no part of names.
  private static let starters: Set<String> = Set(
    """
    the a an this that these those he she it they we i you his her its their our my there here in on at by
    for from with after before during since when while where if as although though because but and or so yet
    however meanwhile also then now what who how why which some many most all both each no not one two three
    according under over into last earlier later despite amid among another other such
    """.split(whereSeparator: \.isWhitespace).map(String.init))
}

/// What the first word of a possible sentence looks like.
private enum SentenceStart {
  case upper, lower, digit, dash, other

  /// Looks past opening quotation marks and brackets.
  init(_ bytes: borrowing Span<UInt8>, _ tokens: borrowing Span<RawToken>, at index: Int) {
    var index = index
    while index + 1 < tokens.count, index < tokens.count {
      let mark = SentenceMark(bytes, tokens[index])
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
