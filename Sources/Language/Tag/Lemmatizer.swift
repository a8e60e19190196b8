/// Gives words their dictionary form and their morphological features.
///
/// What a treebank taught as an exception goes first; the rules of English endings do the rest, and ask
/// the lexicon which of several stems is a word.
package struct Lemmatizer: Sendable {
  /// What is known of a word with one tag.
  package struct Exception: Hashable, Sendable {
    /// Its lemma; nil where the rules are right.
    package var lemma: String?
    /// Its features; nil where they are those of its tag.
    package var features: String?

    package init(lemma: String? = nil, features: String? = nil) {
      self.lemma = lemma
      self.features = features
    }
  }

  /// Exceptions by `key(lower:tag:)`.
  package let exceptions: [UInt64: Exception]
  /// The features of each class, by the tagger's numbers; "" for none.
  package let features: [String]
  /// The endings of each class, by the tagger's numbers.
  private let endings: [Ending]

  /// What the rules do with a word.
  private enum Ending: Sendable {
    case plural, third, past, gerund, comparative, superlative, lowered, unchanged
  }

  /// A lemmatizer for the given classes.
  package init(classes: [WordClass], features: [String], exceptions: [UInt64: Exception]) {
    self.features = features
    self.exceptions = exceptions
    endings = classes.map { wordClass in
      switch wordClass.fineTag {
      case "NNS": .plural
      case "VBZ": .third
      case "VBD", "VBN": .past
      case "VBG": .gerund
      case "JJR", "RBR": .comparative
      case "JJS", "RBS": .superlative
      case "NNP", "NNPS", "FW", "ADD", "GW", "LS", "SYM", "CD": .unchanged
      default: wordClass.partOfSpeech == .properNoun ? .unchanged : .lowered
      }
    }
  }

  /// The key of a word, by the hash of its form in lower case, with the tag numbered `tag`.
  package static func key(lower: UInt64, tag: UInt8) -> UInt64 {
    lower ^ (UInt64(tag) &* 0x9E37_79B9_7F4A_7C15)
  }

  /// The lemma and the features of the word `form` with the tag numbered `tag`, as the tagger writes it.
  package func analyse(
    _ form: String, _ atoms: WordAtoms, tag: UInt8, lexicon: borrowing Lexicon
  ) -> (lemma: String, features: String?) {
    let number = Int(tag) - 1
    guard endings.indices.contains(number) else { return (form, nil) }
    let exception = exceptions[Self.key(lower: atoms.lower, tag: tag)]
    let features = exception?.features ?? self.features[number]
    // To the hashes all digits are one, to a dictionary not: "2015" isn't the "2005" that a treebank had.
    let hasDigit = form.utf8.contains { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
    let lemma =
      hasDigit ? form : exception?.lemma ?? regular(form, atoms, endings[number], lexicon)
    return (lemma, features.isEmpty ? nil : features)
  }

  /// The lemma by the rules alone.
  package func regular(
    _ form: String, _ atoms: WordAtoms, tag: UInt8, lexicon: borrowing Lexicon
  ) -> String {
    let number = Int(tag) - 1
    return endings.indices.contains(number) ? regular(form, atoms, endings[number], lexicon) : form
  }

  private func regular(
    _ form: String, _ atoms: WordAtoms, _ ending: Ending, _ lexicon: borrowing Lexicon
  ) -> String {
    switch ending {
    case .unchanged: return form
    // "CEO" stays as it is, as does what has capitals inside.
    case .lowered:
      return atoms.capitals == .none || atoms.capitals == .all && atoms.length > 1
        || atoms.capitals == .mixed ? form : form.lowercased()
    default: break
    }
    guard atoms.length > 3 || ending == .plural || ending == .third, atoms.length > 2 else {
      return form.lowercased()
    }
    let word = Array((atoms.capitals == .none ? form : form.lowercased()).utf8)
    let stem: [UInt8] =
      switch ending {
      case .plural: Self.singular(word)
      case .third: Self.singular(word)
      case .past: Self.stem(word, ending: "ed", lexicon)
      case .gerund: Self.stem(word, ending: "ing", lexicon)
      case .comparative: Self.stem(word, ending: "er", lexicon)
      case .superlative: Self.stem(word, ending: "est", lexicon)
      case .lowered, .unchanged: word
      }
    return String(decoding: stem, as: UTF8.self)
  }

  // MARK: Endings

  private static func ends(_ word: [UInt8], _ ending: StaticString) -> Bool {
    let count = ending.utf8CodeUnitCount
    guard word.count > count else { return false }
    return word.suffix(count).elementsEqual(ending.description.utf8)
  }

  /// Without the `s` of a plural or of the third person.
  private static func singular(_ word: [UInt8]) -> [UInt8] {
    if ends(word, "ies"), word.count > 4 { return word.dropLast(3) + [UInt8(ascii: "y")] }
    for ending in ["sses", "shes", "ches", "xes", "zzes", "oes"] as [StaticString]
    where ends(word, ending) { return word.dropLast(2) }
    if ends(word, "men") { return word.dropLast(2) + Array("an".utf8) }
    if ends(word, "ss") || ends(word, "us") || ends(word, "is") { return word }
    return word.last == UInt8(ascii: "s") ? word.dropLast() : word
  }

  /// Without the ending `ed`, `ing`, `er` or `est`.
  private static func stem(
    _ word: [UInt8], ending: StaticString, _ lexicon: borrowing Lexicon
  ) -> [UInt8] {
    guard ends(word, ending) else { return word }
    let stem = Array(word.dropLast(ending.utf8CodeUnitCount))
    guard stem.count >= 2, stem.contains(where: isVowel), let last = stem.last else { return word }
    let e = UInt8(ascii: "e")
    if last == UInt8(ascii: "i"), ending.description != "ing" {
      return stem.dropLast() + [UInt8(ascii: "y")]
    }
    let withE = stem + [e]
    let before = stem[stem.count - 2]
    if last == before, !isVowel(last) {
      // "stopped", but "passed", "called": the single consonant only where that is a word and this isn't.
      let single = Array(stem.dropLast())
      let isSibilant =
        last == UInt8(ascii: "s") || last == UInt8(ascii: "l") || last == UInt8(ascii: "z")
      if known(stem, lexicon) && (isSibilant || !known(single, lexicon)) { return stem }
      return isSibilant && !known(single, lexicon) ? stem : single
    }
    let short =
      !isVowel(last) && isVowel(before) && (stem.count < 3 || !isVowel(stem[stem.count - 3]))
    let (first, second) =
      short || !isVowel(last) && !isVowel(before) && usesE(last, before)
      ? (withE, stem) : (stem, withE)
    if isVowel(last) && last != UInt8(ascii: "y") && last != UInt8(ascii: "o")
      && last != UInt8(ascii: "w")
    {
      return known(stem, lexicon) && !known(withE, lexicon) ? stem : withE
    }
    if known(first, lexicon) { return first }
    if known(second, lexicon) { return second }
    return prefersE(stem) ? withE : stem
  }

  /// Consonants behind which a stem that isn't known mostly has an `e` ("-ate", "-ize", "-ve").
  private static func prefersE(_ stem: [UInt8]) -> Bool {
    ends(stem, "at") || ends(stem, "iz") || ends(stem, "is") || ends(stem, "uc") || ends(stem, "at")
      || stem.last == UInt8(ascii: "v") || stem.last == UInt8(ascii: "c") || ends(stem, "ur")
      || ends(stem, "dg") || ends(stem, "ng") || ends(stem, "us")
  }

  /// Pairs of consonants that end no word without an `e` ("-dle", "-nce", "-rge", "-lve").
  private static func usesE(_ last: UInt8, _ before: UInt8) -> Bool {
    switch last {
    case UInt8(ascii: "c"), UInt8(ascii: "v"), UInt8(ascii: "z"): true
    case UInt8(ascii: "g"): before == UInt8(ascii: "r") || before == UInt8(ascii: "d")
    case UInt8(ascii: "l"): before != UInt8(ascii: "r") && before != UInt8(ascii: "w")
    case UInt8(ascii: "s"): true
    default: false
    }
  }

  private static func isVowel(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"),
      UInt8(ascii: "u"),
      UInt8(ascii: "y"):
      true
    default: false
    }
  }

  /// Whether the lexicon has the word.
  private static func known(_ word: [UInt8], _ lexicon: borrowing Lexicon) -> Bool {
    var hash = FeatureHash.empty
    for byte in word { hash = FeatureHash.adding(byte, to: hash) }
    return lexicon.entry(FeatureHash.finished(hash)) != nil
  }
}
