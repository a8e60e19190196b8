extension LanguageModel {
  /// Tags, lemmas, dependencies and names for a text whose tokens and sentences are known.
  func annotate(_ text: inout AnnotatedText, mode: Annotator.Mode) {
    annotate(&text, text.bytes.withAtoms(of: text.tokenRecords, lexicon), mode: mode)
  }

  /// The same with the atoms of its tokens.
  func annotate(_ text: inout AnnotatedText, _ atoms: [WordAtoms], mode: Annotator.Mode) {
    var atoms = atoms
    var tags: [UInt8] = []
    tags.reserveCapacity(atoms.count)
    for sentence in text.sentenceRecords {
      TitleCase.hideCapitals(&atoms, in: sentence.tokens, lexicon: lexicon)
      tagger.tag(atoms.span.extracting(sentence.tokens), into: &tags)
    }
    describe(&text, atoms, tags)
    parse(&text, atoms, tags, mode)
    text.names.removeAll()
    for sentence in text.sentenceRecords {
      nameFinder.find(
        atoms.span.extracting(sentence.tokens), tags: tags.span.extracting(sentence.tokens),
        base: sentence.tokens.lowerBound, into: &text.names)
    }
  }

  /// Writes what follows from each word and its tag.
  private func describe(_ text: inout AnnotatedText, _ atoms: [WordAtoms], _ tags: [UInt8]) {
    let classes = tagger.classes
    for index in atoms.indices {
      let wordClass = classes[Int(tags[index]) - 1]
      let form = text.string(in: text.tokenRecords[index].range)
      let (lemma, features) = lemmatizer.analyse(
        form, atoms[index], tag: tags[index], lexicon: lexicon)
      text.tokenRecords[index].partOfSpeech = wordClass.partOfSpeech
      text.tokenRecords[index].fineTag = wordClass.fineTag
      text.tokenRecords[index].lemma = lemma
      text.tokenRecords[index].morphology = features
    }
  }

  private func parse(
    _ text: inout AnnotatedText, _ atoms: [WordAtoms], _ tags: [UInt8], _ mode: Annotator.Mode
  ) {
    let universal = tagger.universal
    // First all of the text from the end, then all of it from the start: one table at a time.
    let guided = text.sentenceRecords.map { sentence in
      parser.guided(
        ParserWords(
          atoms.span.extracting(sentence.tokens), tags: tags.span.extracting(sentence.tokens),
          universal: universal))
    }
    for (sentence, words) in zip(text.sentenceRecords, guided) {
      let state = mode == .fast ? parser.parse(words) : parser.search(words)
      let first = sentence.tokens.lowerBound
      for offset in 0..<state.count {
        let head = state.heads[offset]
        text.tokenRecords[first + offset].head = head < 0 ? nil : first + Int(head)
        text.tokenRecords[first + offset].relation = parser.relations[Int(state.labels[offset])]
      }
      Voice.mark(&text, sentence.tokens)
    }
  }
}

extension [UInt8] {
  /// The atoms of the given tokens of this text.
  fileprivate func withAtoms(of tokens: [TokenRecord], _ lexicon: borrowing Lexicon) -> [WordAtoms]
  {
    let bytes = span
    var atoms: [WordAtoms] = []
    atoms.reserveCapacity(tokens.count)
    for token in tokens {
      atoms.append(
        WordAtoms(bytes, start: token.range.start, end: token.range.end, lexicon: lexicon))
    }
    return atoms
  }
}
