/// A token as the tokenizer leaves it: where it stands, and whether it is one word with the token before.
package struct RawToken: Hashable, Sendable {
  /// Offset of its first byte.
  package var start: Int
  /// Offset past its last byte.
  package var end: Int
  /// Whether it belongs to the same written word as the token before it, as `n't` in "don't" does:
  /// what CoNLL-U calls a multiword token.
  package var continuesWord: Bool

  /// A token at the given bytes.
  package init(start: Int, end: Int, continuesWord: Bool = false) {
    self.start = start
    self.end = end
    self.continuesWord = continuesWord
  }
}

/// Cuts a paragraph into tokens the way the English treebanks EWT and GUM do.
///
/// White space always separates. Inside a run without white space, addresses, numbers, dates and
/// abbreviations stay whole; contractions, most hyphenated words, and punctuation come apart. Every
/// byte is looked at a bounded number of times, whatever the bytes are.
///
/// Source: universaldependencies.org/en, and counts over both treebanks' training parts.
package struct Tokenizer: Sendable {
  /// A tokenizer with the built-in rules.
  package init() {}

  /// Appends the tokens of `bytes[start..<end]`, one paragraph, in their order.
  package func tokenize(
    _ bytes: borrowing Span<UInt8>, start: Int, end: Int, into tokens: inout [RawToken]
  ) {
    var scan = ParagraphScan(end: end)
    var index = start
    while index < end {
      let character = scanCharacter(bytes, at: index, end: end)
      if character.kind == .space {
        index += character.length
        continue
      }
      let chunkStart = index
      index += character.length
      while index < end {
        let next = scanCharacter(bytes, at: index, end: end)
        if next.kind == .space { break }
        index += next.length
      }
      scan.tokenizeChunk(
        bytes, start: chunkStart, end: index, isFirst: tokens.isEmpty, into: &tokens)
    }
  }
}

/// What the tokenizer remembers within a paragraph.
private struct ParagraphScan {
  /// Where the paragraph ends.
  let end: Int
  /// Whether a single quotation mark stands open.
  var singleQuoteIsOpen = false

  init(end: Int) { self.end = end }

  /// Tokens of a run without white space.
  mutating func tokenizeChunk(
    _ bytes: borrowing Span<UInt8>, start: Int, end: Int, isFirst: Bool,
    into tokens: inout [RawToken]
  ) {
    var index = start
    while index < end {
      let character = scanCharacter(bytes, at: index, end: end)
      // Addresses start a run, or follow an opening bracket or quote.
      if index == start || !scanIsWord(bytes, before: index, from: start) {
        if let addressEnd = Addresses.end(bytes, start: index, end: end) {
          tokens.append(RawToken(start: index, end: addressEnd))
          index = addressEnd
          continue
        }
      }
      if character.kind.isWord {
        index = word(bytes, start: index, chunkStart: start, end: end, into: &tokens)
      } else {
        index = marks(bytes, character, start: index, chunkStart: start, end: end, into: &tokens)
      }
    }
  }

  /// Whether an ASCII word character stands just before `index`.
  private func scanIsWord(_ bytes: borrowing Span<UInt8>, before index: Int, from start: Int)
    -> Bool
  {
    guard index > start else { return false }
    let byte = bytes[index - 1]
    return byte >= 0x80 || CharacterClass.ascii[Int(byte)].isWord
  }

  // MARK: Words

  /// Takes one word with what belongs to it, and returns where it ends.
  private mutating func word(
    _ bytes: borrowing Span<UInt8>, start: Int, chunkStart: Int, end: Int,
    into tokens: inout [RawToken]
  ) -> Int {
    var scan = WordScan(start: start)
    scan.run(bytes, end: end)
    var wordEnd = scan.end

    if let unit = scan.unitStart(bytes) {
      // "5pm", "10km": a number and its unit.
      tokens.append(RawToken(start: start, end: unit))
      tokens.append(RawToken(start: unit, end: wordEnd))
      return wordEnd
    }
    if wordEnd < end, bytes[wordEnd] == UInt8(ascii: "$"), scan.isDollarPrefix(bytes) {
      wordEnd += 1
    } else if wordEnd + 1 == end, bytes[wordEnd] == UInt8(ascii: "-"), scan.isBrokenOff {
      wordEnd += 1
    } else if wordEnd < end, bytes[wordEnd] == UInt8(ascii: "."),
      keepsFullStop(bytes, scan, chunkEnd: end)
    {
      wordEnd += 1
    }
    let splits = Contractions.splits(
      bytes, start: start, end: wordEnd, hasApostrophe: scan.hasApostrophe)
    var partStart = start
    for split in splits {
      tokens.append(RawToken(start: partStart, end: split, continuesWord: partStart > start))
      partStart = split
    }
    tokens.append(RawToken(start: partStart, end: wordEnd, continuesWord: partStart > start))
    return wordEnd
  }

  /// Whether the full stop after the word belongs to it.
  private func keepsFullStop(
    _ bytes: borrowing Span<UInt8>, _ word: WordScan, chunkEnd: Int
  ) -> Bool {
    let stop = word.end
    // Three stops are an ellipsis; two are as well, save after an abbreviation.
    let stops = runLength(bytes, from: stop, end: chunkEnd, atMost: 3)
    if stops == 3 || stops == 2 && stop + 2 < chunkEnd { return false }
    if word.hasInnerStop { return word.isInitialism }
    let next = following(bytes, after: stop + 1)
    if word.letterCount == 1, word.length == 1, word.startsUpper {
      // An initial stands before a name ("J. Smith"), or directly before another ("J.R.").
      if stops == 2 { return false }
      if bytes[word.start] == UInt8(ascii: "I"), stop + 1 == chunkEnd { return false }
      return next == .upper || stop + 1 < chunkEnd && bytes[stop + 1] == UInt8(ascii: ",")
    }
    guard word.end - word.start <= Abbreviations.longest,
      let rule = Abbreviations.rule(for: word.lowercased(bytes))
    else { return false }
    switch rule {
    case .always: return true
    case .capitalised: return word.startsUpper
    case .lowercase: return !word.startsUpper
    case .beforeDigit: return next == .digit
    case .capitalisedBeforeDigit: return word.startsUpper && next == .digit
    }
  }

  /// How many full stops stand in a row, counting no more than `atMost`.
  private func runLength(
    _ bytes: borrowing Span<UInt8>, from start: Int, end: Int, atMost: Int
  ) -> Int {
    var count = 0
    while count < atMost, start + count < end, bytes[start + count] == UInt8(ascii: ".") {
      count += 1
    }
    return count
  }

  /// The class of the next character that isn't white space, in this paragraph.
  private func following(_ bytes: borrowing Span<UInt8>, after index: Int) -> CharacterClass? {
    var index = index
    while index < end {
      let character = scanCharacter(bytes, at: index, end: end)
      if character.kind != .space { return character.kind }
      index += character.length
    }
    return nil
  }

  // MARK: Punctuation

  /// Takes one mark, or a run that makes one token, and returns where it ends.
  private mutating func marks(
    _ bytes: borrowing Span<UInt8>, _ first: ScannedCharacter, start: Int, chunkStart: Int,
    end: Int,
    into tokens: inout [RawToken]
  ) -> Int {
    var index = start + first.length
    var continuesWord = false
    switch first.value {
    case 0x2E, 0x2D, 0x2A, 0x3D, 0x5F, 0x7E, 0x2B, 0x3C, 0x3E, 0x60:
      // . - * = _ ~ + < > `: a run of the same is one token.
      if first.value == 0x2B, startsDigit(bytes, index, end) {
        // "+1", "+44"
        index = WordScan.end(bytes, start: index, end: end)
        break
      }
      while index < end, UInt32(bytes[index]) == first.value { index += 1 }
      if first.value == 0x2E { index = cryEnd(bytes, from: index, end: end) }
    case 0x21, 0x3F: index = cryEnd(bytes, from: index, end: end)
    case 0x23:
      // "#topic" is one token, "#1" is two.
      if index < end, scanCharacter(bytes, at: index, end: end).kind.isLetter {
        index = WordScan.end(bytes, start: index, end: end)
      }
    case 0x3A, 0x3B:
      index = Addresses.emoticonEnd(bytes, start: start, end: end) ?? index
    case 0x27, 0x2018, 0x2019:
      (index, continuesWord) = singleQuote(
        bytes, first, start: start, chunkStart: chunkStart, end: end)
    default:
      if first.kind == .invalid {
        while index < end, scanCharacter(bytes, at: index, end: end).kind == .invalid { index += 1 }
      } else if first.value >= 0x2000 {
        index = joinedSymbolEnd(bytes, from: index, end: end)
      }
    }
    tokens.append(RawToken(start: start, end: index, continuesWord: continuesWord))
    return index
  }

  /// Where a run of exclamation and question marks ends, ("?!").
  private func cryEnd(_ bytes: borrowing Span<UInt8>, from start: Int, end: Int) -> Int {
    var index = start
    while index < end, bytes[index] == 0x21 || bytes[index] == 0x3F { index += 1 }
    return index
  }

  private func startsDigit(_ bytes: borrowing Span<UInt8>, _ index: Int, _ end: Int) -> Bool {
    index < end && bytes[index] >= 0x30 && bytes[index] <= 0x39
  }

  /// An apostrophe that no word took in: a quotation mark, a possessive, or the start of "'90s" or "'em".
  private mutating func singleQuote(
    _ bytes: borrowing Span<UInt8>, _ first: ScannedCharacter, start: Int, chunkStart: Int, end: Int
  ) -> (end: Int, continuesWord: Bool) {
    let index = start + first.length
    if start == chunkStart {
      if startsDigit(bytes, index, end) {
        let year = WordScan.end(bytes, start: index, end: end)
        if (2...3).contains(year - index) { return (year, false) }
      }
      if index < end {
        let wordEnd = WordScan.end(bytes, start: index, end: end)
        if wordEnd - index <= 5,
          Self.clipped.contains(WordScan.lowercased(bytes, start: index, end: wordEnd))
        {
          return (wordEnd, false)
        }
      }
    }
    // Two single marks are one double mark.
    if index < end {
      let next = scanCharacter(bytes, at: index, end: end)
      if next.value == first.value { return (index + next.length, false) }
    }
    let afterWord = scanIsWord(bytes, before: start, from: chunkStart)
    if !afterWord {
      singleQuoteIsOpen = true
      return (index, false)
    }
    if singleQuoteIsOpen {
      singleQuoteIsOpen = false
      return (index, false)
    }
    let last = bytes[start - 1] | 0x20
    return (index, last == UInt8(ascii: "s") || last == UInt8(ascii: "z"))
  }

  /// Words that lost their first letters.
  private static let clipped: Set<String> = ["em", "til", "cause", "n", "tis", "twas", "bout"]

  /// Goes on over variation selectors, joiners and skin tones, so that a drawn symbol stays whole.
  private func joinedSymbolEnd(_ bytes: borrowing Span<UInt8>, from index: Int, end: Int) -> Int {
    var index = index
    while index < end {
      let next = scanCharacter(bytes, at: index, end: end)
      switch next.value {
      case 0xFE0E, 0xFE0F, 0x20E3, 0x1F3FB...0x1F3FF: index += next.length
      case 0x200D:
        index += next.length
        if index < end { index += scanCharacter(bytes, at: index, end: end).length }
      default: return index
      }
    }
    return index
  }
}
