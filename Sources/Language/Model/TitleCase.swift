/// Lines Written with Capitals, as headlines are, or ALL IN CAPITALS: there they tell no names.
///
/// Words of such lines are seen as if written small, and marked, so that what capitals mean elsewhere is
/// learnt from elsewhere only.
enum TitleCase {
  /// Words that stay small among capitals.
  private static let small: Set<UInt64> = Set(
    [
      "a", "an", "and", "as", "at", "but", "by", "for", "from", "in", "into", "n't", "nor", "of",
      "on", "or", "over", "per", "the", "to", "via", "vs", "with",
    ].map { word in
      FeatureHash.finished(word.utf8.reduce(FeatureHash.empty) { FeatureHash.adding($1, to: $0) })
    })

  /// Changes the words of one sentence, at `sentence` in `words`, if it is such a line.
  static func hideCapitals(
    _ words: inout [WordAtoms], in sentence: Range<Int>, lexicon: borrowing Lexicon
  ) {
    var capitalized = 0
    var isMixed = false
    for index in sentence {
      let word = words[index]
      if word.capitals == .none {
        let first = word.prefix >> 56
        let isLetter = first >= 0x61 && first <= 0x7A || first >= 0x80
        if isLetter, !small.contains(word.lower) { return }
      } else {
        if word.length > 1 { capitalized += 1 }
        if word.capitals == .initial { isMixed = true }
      }
    }
    guard capitalized >= 3 else { return }
    for index in sentence {
      switch words[index].capitals {
      case .initial: words[index].hideCapitals(lexicon)
      // Among words with one capital, others are meant: "US", "McDonald".
      case .all, .mixed: if !isMixed { words[index].hideCapitals(lexicon) }
      case .none, .hidden: break
      }
    }
  }
}

extension WordAtoms {
  /// Makes it a word whose capitals tell nothing.
  fileprivate mutating func hideCapitals(_ lexicon: borrowing Lexicon) {
    capitals = .hidden
    form = lower
    shape = Self.hiddenShape
    // The name, unless the word is known as another.
    if var plain = lexicon.entry(lower), plain.tags != 0 || entry.fine == 0 {
      plain.lists |= entry.lists
      entry = plain
    }
  }

  private static let hiddenShape: UInt64 = 2
}
