/// What the parser looks at of one word.
struct ParserWord: Sendable {
  /// The form in lower case.
  var word: UInt64 = 0x2545_F491_4F6C_DD1D
  /// Its part of speech with the fine tag.
  var tag: UInt64 = 251
  /// Its universal part of speech.
  var universal: UInt64 = 31
  /// Its class among many and among few.
  var fine: UInt64 = 0xFFFF
  var coarse: UInt64 = 0xFF
  var kind = Kind.other

  /// What a word is that has one relation only.
  enum Kind: UInt8, Sendable { case other, mark, article }
}

/// A sentence as the parser sees it.
package struct ParserWords: Sendable {
  /// The words, and behind them one that stands for none.
  let words: [ParserWord]
  /// How many commas, and how many verbs, stand before each word.
  let commas: [UInt16]
  let verbs: [UInt16]
  /// What another tree says of each word; empty without one.
  package var guides: [ParserGuide] = []

  /// How many words there are.
  package var count: Int { words.count - 1 }

  /// The sentence with the given atoms and tags (classes of the tagger, plus one).
  package init(
    _ atoms: borrowing Span<WordAtoms>, tags: borrowing Span<UInt8>, universal: [UInt8]
  ) {
    var words: [ParserWord] = []
    var commas: [UInt16] = [0]
    var verbs: [UInt16] = [0]
    words.reserveCapacity(atoms.count + 1)
    commas.reserveCapacity(atoms.count + 1)
    verbs.reserveCapacity(atoms.count + 1)
    for index in atoms.indices {
      let atom = atoms[index]
      let part = universal[Int(tags[index])]
      words.append(
        ParserWord(
          word: atom.lower, tag: UInt64(tags[index]), universal: UInt64(part),
          fine: UInt64(atom.entry.fine), coarse: UInt64(atom.entry.coarse),
          kind: Self.kind(atom, part)))
      let isComma = atom.length == 1 && (atom.prefix >> 56 == 0x2C || atom.prefix >> 56 == 0x3B)
      commas.append(commas[index] &+ (isComma ? 1 : 0))
      verbs.append(verbs[index] &+ (part == Self.verb ? 1 : 0))
    }
    words.append(ParserWord())
    self.words = words
    self.commas = commas
    self.verbs = verbs
  }

  /// The same words in reverse order.
  package var reversed: ParserWords { ParserWords(reversing: self) }

  private init(reversing other: ParserWords) {
    let count = other.words.count - 1
    words = other.words[..<count].reversed() + [other.words[count]]
    commas = other.commas.reversed().map { other.commas[count] - $0 }
    verbs = other.verbs.reversed().map { other.verbs[count] - $0 }
  }

  /// The numbers of VERB, PUNCT and DET among the universal parts of speech.
  static let verb = number(.verb)
  static let mark = number(.punctuation)
  static let determiner = number(.determiner)

  private static func number(_ part: PartOfSpeech) -> UInt8 {
    UInt8(PartOfSpeech.allCases.firstIndex(of: part) ?? 0)
  }

  @inline(__always)
  private static func kind(_ word: WordAtoms, _ part: UInt8) -> ParserWord.Kind {
    if part == mark { return .mark }
    return part == determiner && articles.contains(word.lower) ? .article : .other
  }

  private static let articles = ["the", "a", "an"].map { FeatureHash.ofWord($0.utf8) }

  /// What separates two words: how far apart they stand, and the commas and verbs between.
  @inline(__always)
  func separation(_ a: Int32, _ b: Int32) -> (distance: UInt64, between: UInt64) {
    if a < 0 || b < 0 || Int(a) >= count || Int(b) >= count { return (15, 31) }
    let (first, last) = a < b ? (Int(a), Int(b)) : (Int(b), Int(a))
    let length = last - first
    let distance: UInt64 =
      length < 5 ? UInt64(length) : length < 8 ? 5 : length < 12 ? 6 : length < 20 ? 7 : 8
    let comma = min(2, commas[last] &- commas[first])
    let verb = min(2, verbs[last] &- verbs[min(first + 1, last)])
    return (distance, UInt64(comma * 3 + verb))
  }
}
