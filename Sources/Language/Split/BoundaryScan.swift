/// A paragraph on the way through it: its tokens, and what stands in the sentence that is open.
package struct BoundaryScan {
  /// No more quotation marks and brackets than these are looked past.
  private static let mostClosingMarks = 4

  let tokens: [RawToken]
  let words: [WordAtoms]
  let marks: [SentenceMark]
  /// Where the rules end sentences: whether one ends before the token.
  package let ruleEnds: [Bool]
  /// For every token, how many tokens on the next final mark stands, at most 255.
  let nextFinal: [UInt8]
  /// How many final marks the paragraph has.
  let finalCount: Int
  /// For every token that is written with capitals, the tags that it has when written small: the number of their
  /// set, or 0 where the lexicon has no such word.
  let smallTags: [UInt8]

  /// The index of the open sentence's first token.
  package private(set) var first = 0
  /// Whether a quotation mark stands open in the paragraph.
  private(set) var quoteIsOpen = false
  /// How many brackets stand open in the sentence.
  private(set) var brackets = 0
  /// How many words of the open sentence start with a capital letter.
  private(set) var capitals = 0
  /// How many of these the lexicon knows written small.
  private(set) var commonCapitals = 0
  /// How many words of the open sentence start with a small letter.
  private(set) var smalls = 0

  /// Whether the open sentence has a word that only a finite verb is.
  private(set) var hasVerb = false

  /// A scan that has passed the paragraph's first token, of which there must be one.
  package init(
    _ bytes: borrowing Span<UInt8>, tokens: [RawToken], words: [WordAtoms],
    lexicon: borrowing Lexicon
  ) {
    self.tokens = tokens
    self.words = words
    var smallTags: [UInt8] = []
    smallTags.reserveCapacity(words.count)
    for word in words { smallTags.append(Self.smallTags(word, lexicon)) }
    self.smallTags = smallTags
    var marks: [SentenceMark] = []
    marks.reserveCapacity(tokens.count)
    for token in tokens { marks.append(SentenceMark(bytes, token)) }

    let rules = SentenceRules()
    var ruleEnds = [Bool](repeating: false, count: tokens.count + 1)
    var ends: [Int] = []
    rules.split(bytes, tokens: tokens.span, into: &ends)
    for end in ends { ruleEnds[end] = true }
    self.ruleEnds = ruleEnds
    for index in marks.indices
    where marks[index] == .final && rules.isInName(bytes, tokens.span, at: index) {
      marks[index] = .nameMark
    }
    self.marks = marks

    var nextFinal = [UInt8](repeating: 255, count: tokens.count)
    var distance: UInt8 = 255
    var finalCount = 0
    for index in marks.indices.reversed() {
      if marks[index] == .final {
        distance = 0
        finalCount += 1
      }
      nextFinal[index] = distance
      if distance < 255 { distance += 1 }
    }
    self.nextFinal = nextFinal
    self.finalCount = finalCount
    pass(0)
  }

  /// What `smallTags` has for one word. One that is known, but too rarely seen for tags of its own, counts as
  /// having the commonest set, number 1.
  @inline(__always)
  private static func smallTags(_ word: WordAtoms, _ lexicon: borrowing Lexicon) -> UInt8 {
    guard word.capitals != .none, let entry = lexicon.entry(word.lower) else { return 0 }
    return max(1, entry.tags)
  }

  /// Whether a sentence ends before the token at `index`, which isn't the first; nil where that is for the
  /// weights to decide.
  @inline(__always)
  package func certainty(_ index: Int) -> Bool? {
    if tokens[index].continuesWord { return false }
    let before = marks[index - 1]
    // Where no space stands, marks alone tell.
    if tokens[index].start == tokens[index - 1].end { return ruleEnds[index] }
    if before == .nameMark || before == .ruler { return ruleEnds[index] }
    switch marks[index] {
    case .ruler: return ruleEnds[index]
    case .comma, .close, .final, .colon, .semicolon, .dash: return false
    // What is enumerated: “one”, “two”.
    case .open, .quote: if before == .comma { return false }
    default: break
    }
    let goesOn = !startsHigh(pastOpening(index))
    if before != .word, endMark(before: index) != nil {
      // Behind a quotation the outer sentence goes on: `"Why?" he asked`.
      return goesOn && (before == .quote || before == .close) ? false : nil
    }
    // Without a mark, only a capital or a figure shows that something new begins, and after a quotation that
    // ends with a comma nothing does.
    if isCommaQuoted(index - 1) { return false }
    return goesOn ? false : nil
  }

  /// The first token from `index` on that opens no quotation or bracket.
  private func pastOpening(_ index: Int) -> Int {
    var index = index
    let limit = min(index + Self.mostClosingMarks, tokens.count - 1)
    while index < limit, marks[index] == .quote || marks[index] == .open { index += 1 }
    return index
  }

  /// Whether the token at `index` closes a quotation behind a comma.
  private func isCommaQuoted(_ index: Int) -> Bool {
    index > first && marks[index - 1] == .comma
      && (marks[index] == .quote || marks[index] == .close)
  }

  /// The mark before the token at `index` that could end a sentence, past quotation marks and brackets that
  /// close; nil where none stands.
  package func endMark(before index: Int) -> SentenceMark? {
    var left = index - 1
    while left > first, index - left <= Self.mostClosingMarks,
      marks[left] == .quote || marks[left] == .close
    {
      left -= 1
    }
    switch marks[left] {
    case .final, .ellipsis, .abbreviation, .colon, .semicolon: return marks[left]
    default: return nil
    }
  }

  /// Whether the token starts with a capital letter.
  @inline(__always)
  package func startsWithCapital(_ index: Int) -> Bool {
    let byte = words[index].prefix >> 56
    return words[index].capitals != .none && byte >= 0x61 && byte <= 0x7A
  }

  /// Whether the token starts with a capital letter or a digit.
  @inline(__always)
  private func startsHigh(_ index: Int) -> Bool {
    let byte = words[index].prefix >> 56
    return startsWithCapital(index) || byte >= 0x30 && byte <= 0x39
  }

  /// Starts a new sentence before the token at `index`.
  package mutating func endSentence(before index: Int) {
    first = index
    brackets = 0
    capitals = 0
    commonCapitals = 0
    smalls = 0
    hasVerb = false
  }

  /// Takes the token at `index` into the open sentence.
  @inline(__always)
  package mutating func pass(_ index: Int) {
    switch marks[index] {
    case .word, .abbreviation:
      if words[index].capitals != .none {
        capitals &+= 1
        if smallTags[index] > 0 { commonCapitals &+= 1 }
      } else if words[index].prefix >> 56 >= 0x61 {
        smalls &+= 1
        if !hasVerb { hasVerb = FiniteVerbs.contains(words[index]) }
      }
    case .quote: quoteIsOpen.toggle()
    case .open: brackets &+= 1
    case .close: brackets = max(0, brackets &- 1)
    default: break
    }
  }
}
