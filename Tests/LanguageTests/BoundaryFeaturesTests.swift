import Language
import Testing

@Suite struct `The features of a sentence's end` {
  /// A paragraph in which a heading may end before "The".
  private let heading = "Early Life The president was born in Oslo"

  /// The features of the place before the third word, where the lexicon knows `word`.
  private func features(_ text: String, knowing word: String? = nil) -> [UInt32] {
    let bytes = Array(text.utf8)
    var tokens: [RawToken] = []
    Tokenizer().tokenize(bytes.span, start: 0, end: bytes.count, into: &tokens)
    // The words' own entries stay empty, so that nothing but the look-up can make a difference.
    var words: [WordAtoms] = []
    words.append(bytes.span, tokens, Lexicon())
    var scan = BoundaryScan(bytes.span, tokens: tokens, words: words, lexicon: lexicon(word))
    scan.pass(1)
    var features = FeatureList()
    BoundaryFeatures.extract(scan, before: 2, into: &features)
    return features.withNumbers { numbers in numbers.indices.map { numbers[$0] } }
  }

  /// A lexicon of one word with a set of tags, or of none.
  private func lexicon(_ word: String?) -> Lexicon {
    guard let word else { return Lexicon() }
    let bytes = Array(word.utf8)
    let atoms = WordAtoms(bytes.span, start: 0, end: bytes.count, lexicon: Lexicon())
    var entry = LexiconEntry()
    entry.tags = 7
    return Lexicon([(key: Lexicon.key(atoms.form), entry: entry)])
  }

  @Test(arguments: ["early", "life", "the", "president"])
  func `tell whether a capitalised word is known written small`(word: String) {
    let text = "Early Life The President was born in Oslo"
    #expect(features(text, knowing: word) != features(text))
  }

  @Test func `tell nothing of words that the lexicon knows with capitals only`() {
    #expect(features(heading, knowing: "Life") == features(heading))
  }

  @Test func `look up no word that is small`() {
    #expect(features(heading, knowing: "president") == features(heading))
  }

  @Test func `count the common words of the open sentence only`() {
    #expect(features(heading, knowing: "oslo") == features(heading))
  }

  @Test func `tell a paragraph from a text that lost its line breaks`() {
    // 58 and 61 words are the same to what tells lengths apart.
    let short = features(heading + String(repeating: " word", count: 50))
    let long = features(heading + String(repeating: " word", count: 53))
    #expect(zip(short, long).count { $0 != $1 } == 7)
  }
}
