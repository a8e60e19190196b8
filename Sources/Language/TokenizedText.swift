/// A text with its tokens and sentences, and what the trained stages look at of each token.
struct TokenizedText {
  /// The text; nothing but tokens and sentences is known of it.
  private(set) var text: AnnotatedText
  /// One a token; empty without a model.
  private(set) var atoms: [WordAtoms] = []

  /// Tokens and sentences of the given paragraphs, which are ascending and disjoint.
  ///
  /// Each paragraph is looked at by itself, so that the result is the same however a document is cut at
  /// paragraphs. Without a model, rules tell where sentences end.
  init(bytes: [UInt8], paragraphs: [ByteRange], model: LanguageModel?) {
    text = AnnotatedText(bytes: bytes, paragraphs: paragraphs)
    let tokenizer = Tokenizer()
    var tokens: [RawToken] = []
    var words: [WordAtoms] = []
    var ends: [Int] = []
    for (number, paragraph) in paragraphs.enumerated() {
      tokens.removeAll(keepingCapacity: true)
      ends.removeAll(keepingCapacity: true)
      let end = min(paragraph.end, bytes.count)
      tokenizer.tokenize(bytes.span, start: min(paragraph.start, end), end: end, into: &tokens)
      if let model {
        words.removeAll(keepingCapacity: true)
        words.append(bytes.span, tokens, model.lexicon)
        model.splitter.split(
          bytes.span, tokens: tokens, words: words, lexicon: model.lexicon, into: &ends)
        atoms += words
      } else {
        SentenceRules().split(bytes.span, tokens: tokens.span, into: &ends)
      }
      append(tokens, ends: ends, paragraph: number)
    }
  }

  private mutating func append(_ tokens: [RawToken], ends: [Int], paragraph: Int) {
    let base = text.tokenRecords.count
    for token in tokens {
      var record = TokenRecord(range: ByteRange(token.start, token.end))
      record.continuesWord = token.continuesWord
      text.tokenRecords.append(record)
    }
    var first = base
    for end in ends {
      text.sentenceRecords.append(
        SentenceRecord(tokens: first..<base + end, paragraph: paragraph))
      first = base + end
    }
  }
}

extension [WordAtoms] {
  /// Appends the atoms of the given tokens.
  package mutating func append(
    _ bytes: borrowing Span<UInt8>, _ tokens: [RawToken], _ lexicon: borrowing Lexicon
  ) {
    for token in tokens {
      append(WordAtoms(bytes, start: token.start, end: token.end, lexicon: lexicon))
    }
  }
}
