extension LanguageModel {
  /// Tags, lemmas, dependencies and names for a text whose tokens and sentences are known, with each of
  /// `units` one word: see `Annotator.annotate(_:units:verbs:)`.
  func annotate(
    _ text: inout AnnotatedText, units: [TokenUnit], verbs: VerbForms, mode: Annotator.Mode
  ) {
    annotate(
      &text, text.bytes.withAtoms(of: text.tokenRecords, lexicon), units: units, verbs: verbs,
      mode: mode)
  }

  /// The same with the atoms of its tokens.
  func annotate(
    _ text: inout AnnotatedText, _ atoms: [WordAtoms], units: [TokenUnit] = [],
    verbs: VerbForms = VerbForms(), mode: Annotator.Mode
  ) {
    var atoms = atoms
    for sentence in text.sentenceRecords {
      TitleCase.hideCapitals(&atoms, in: sentence.tokens, lexicon: lexicon)
    }
    let properNoun = UInt8((tagger.classes.firstIndex(of: WordClass(.properNoun, "NNP")) ?? 0) + 1)
    // The treebanks have few dashes, and many commas that do the same. Who knows no verbs wants the treebanks' reading.
    if !verbs.isEmpty {
      let comma = WordAtoms([UInt8(ascii: ",")].span, start: 0, end: 1, lexicon: lexicon)
      for sentence in text.sentenceRecords {
        for dash in text.pairedDashes(in: sentence.tokens) { atoms[dash] = comma }
      }
    }
    for unit in units {
      let head = unit.head
      if text.isCapital(head) {
        atoms[head].entry.certainTag = properNoun
      } else if head - 2 >= unit.tokens.lowerBound, text.isHyphen(head - 1),
        text.isCapital(head - 2)
      {
        // "Ri Yong-ho" ends in no particle: to the grammar the name looks as the part before its hyphen does.
        atoms[head] = atoms[head - 2]
        atoms[head].entry.certainTag = properNoun
      }
    }
    let words = GrammarWords(text, atoms, units)
    var wordTags: [UInt8] = []
    wordTags.reserveCapacity(words.atoms.count)
    for sentence in words.sentences {
      tagger.tag(
        words.atoms.span.extracting(sentence), knowing: verbs, into: &wordTags)
    }
    // Inside of a unit all is name.
    var tags = [UInt8](repeating: properNoun, count: atoms.count)
    for (word, token) in words.tokens.enumerated() { tags[token] = wordTags[word] }
    describe(&text, atoms, tags)
    parse(&text, words, wordTags, mode)
    for unit in units {
      for token in unit.tokens where token != unit.head {
        text.tokenRecords[token].head = unit.head
        text.tokenRecords[token].relation = DependencyRelation(rawValue: "flat")
      }
    }
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
    _ text: inout AnnotatedText, _ words: GrammarWords, _ tags: [UInt8], _ mode: Annotator.Mode
  ) {
    let universal = tagger.universal
    // First all of the text from the end, then all of it from the start: one table at a time.
    let guided = words.sentences.map { sentence in
      parser.guided(
        ParserWords(
          words.atoms.span.extracting(sentence), tags: tags.span.extracting(sentence),
          universal: universal))
    }
    for (number, sentence) in words.sentences.enumerated() {
      let tree = mode == .fast ? parser.parse(guided[number]) : parser.search(guided[number])
      let tokens = words.tokens[sentence]
      for offset in 0..<tree.count {
        let token = tokens[sentence.lowerBound + offset]
        let head = tree.heads[offset]
        text.tokenRecords[token].head = head < 0 ? nil : tokens[sentence.lowerBound + Int(head)]
        text.tokenRecords[token].relation = parser.relations[Int(tree.labels[offset])]
      }
      Voice.mark(&text, text.sentenceRecords[number].tokens)
    }
  }
}

extension AnnotatedText {
  /// Whether a token starts with no lower-case letter.
  fileprivate func isCapital(_ token: Int) -> Bool {
    bytes[tokenRecords[token].range.start] < UInt8(ascii: "a")
  }
  /// The dashes that part something from the rest of a sentence: two of them, each with a blank on either side.
  fileprivate func pairedDashes(in sentence: Range<Int>) -> [Int] {
    let dashes = sentence.dropFirst().dropLast().filter { token in
      let range = tokenRecords[token].range
      return tokenRecords[token - 1].range.end < range.start
        && range.end < tokenRecords[token + 1].range.start
        && range.end - range.start <= 3
        && ["–", "—", "--", "-"].contains(string(in: range))
    }
    return dashes.count == 2 ? dashes : []
  }
  fileprivate func isHyphen(_ token: Int) -> Bool {
    let range = tokenRecords[token].range
    return range.end == range.start + 1 && bytes[range.start] == UInt8(ascii: "-")
  }
}

/// The words that the grammar sees: all tokens but those inside of a unit.
private struct GrammarWords {
  var atoms: [WordAtoms] = []
  /// The token of each word.
  var tokens: [Int] = []
  /// The words of each sentence of the text.
  var sentences: [Range<Int>] = []

  init(_ text: AnnotatedText, _ all: [WordAtoms], _ units: [TokenUnit]) {
    atoms.reserveCapacity(all.count)
    tokens.reserveCapacity(all.count)
    var next = units.startIndex
    for sentence in text.sentenceRecords {
      let first = tokens.count
      for token in sentence.tokens {
        while next < units.endIndex, units[next].tokens.upperBound <= token { next += 1 }
        if next < units.endIndex, units[next].tokens.contains(token), units[next].head != token {
          continue
        }
        atoms.append(all[token])
        tokens.append(token)
      }
      sentences.append(first..<tokens.count)
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
