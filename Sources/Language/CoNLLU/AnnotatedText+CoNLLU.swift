extension AnnotatedText {
  /// The annotations as CoNLL-U, one block a sentence, with byte ranges in the last column as
  /// `TokenRange=start:end`. Valid CoNLL-U for any text; white space inside a token becomes U+00A0.
  public func coNLLU() -> String {
    var output = ""
    var paragraph = -1
    for index in 0..<sentenceCount {
      let record = sentenceRecords[index]
      if record.paragraph != paragraph {
        output += index == 0 ? "# newdoc\n# newpar\n" : "# newpar\n"
        paragraph = record.paragraph
      }
      output += "# sent_id = \(index + 1)\n"
      output += "# text = \(Self.singleLine(sentence(index).string))\n"
      appendWords(of: record.tokens, to: &output)
      output += "\n"
    }
    return output
  }

  private func appendWords(of tokens: Range<Int>, to output: inout String) {
    var multiwordEnd = tokens.lowerBound
    for index in tokens {
      let record = tokenRecords[index]
      let number = index - tokens.lowerBound + 1
      if index >= multiwordEnd {
        var last = index
        while last + 1 < tokens.upperBound, tokenRecords[last + 1].continuesWord { last += 1 }
        multiwordEnd = last + 1
        if last > index {
          let range = ByteRange(record.range.start, tokenRecords[last].range.end)
          let form = Self.singleLine(string(in: range))
          let misc = isFollowedDirectly(last, in: tokens) ? "SpaceAfter=No" : "_"
          output += "\(number)-\(last - tokens.lowerBound + 1)\t\(form)"
          output += "\t_\t_\t_\t_\t_\t_\t_\t\(misc)\n"
        }
      }
      var misc = "TokenRange=\(record.range.start):\(record.range.end)"
      if index + 1 >= multiwordEnd, !record.continuesWord, isFollowedDirectly(index, in: tokens) {
        misc = "SpaceAfter=No|" + misc
      }
      let head =
        record.relation == nil
        ? "_" : record.head.map { String($0 - tokens.lowerBound + 1) } ?? "0"
      let columns = [
        String(number), Self.singleLine(string(in: record.range)),
        record.lemma.map(Self.singleLine) ?? "_", record.partOfSpeech?.rawValue ?? "_",
        record.fineTag ?? "_", record.morphology ?? "_", head, record.relation?.rawValue ?? "_",
        "_",
        misc,
      ]
      output += columns.joined(separator: "\t") + "\n"
    }
  }

  /// Whether the next token of the sentence stands directly behind.
  private func isFollowedDirectly(_ index: Int, in tokens: Range<Int>) -> Bool {
    index + 1 < tokens.upperBound
      && tokenRecords[index].range.end == tokenRecords[index + 1].range.start
  }

  /// The string with every line break, tab and run of white space as one space.
  private static func singleLine(_ string: String) -> String {
    if string.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) { return string }
    return string.split { $0.isWhitespace || $0.isNewline || ($0.asciiValue ?? 32) < 32 }
      .joined(separator: " ")
  }

  /// A text with the annotations that a CoNLL-U file has; the text is put together from the words.
  ///
  /// - Throws: `CoNLLUError` for the first line that breaks the format.
  public init(coNLLU: String) throws(CoNLLUError) {
    self.init(sentences: try CoNLLUReader().sentences(in: coNLLU))
  }

  /// The text that the sentences make, with their annotations. Sentences are separated by a space,
  /// paragraphs by an empty line.
  public init(sentences: [CoNLLUSentence]) {
    var bytes: [UInt8] = []
    var paragraphs: [ByteRange] = []
    var tokens: [TokenRecord] = []
    var records: [SentenceRecord] = []
    var paragraphStart = 0
    for (index, sentence) in sentences.enumerated() {
      if index > 0 {
        if sentence.startsParagraph {
          paragraphs.append(ByteRange(paragraphStart, bytes.count))
          bytes += [0x0A, 0x0A]
          paragraphStart = bytes.count
        } else {
          bytes.append(0x20)
        }
      }
      let first = tokens.count
      Self.append(sentence, to: &bytes, &tokens)
      records.append(
        SentenceRecord(tokens: first..<tokens.count, paragraph: paragraphs.count))
    }
    if !sentences.isEmpty { paragraphs.append(ByteRange(paragraphStart, bytes.count)) }
    self.init(bytes: bytes, paragraphs: paragraphs, tokens: tokens, sentences: records)
  }

  private static func append(
    _ sentence: CoNLLUSentence, to bytes: inout [UInt8], _ tokens: inout [TokenRecord]
  ) {
    let base = tokens.count
    var multiword = sentence.multiwords.makeIterator()
    var open = multiword.next()
    for (index, word) in sentence.words.enumerated() {
      let inside = open.map { $0.words.contains(index) } ?? false
      // Words of a multiword token may be spelled otherwise than written; their parts are then
      // measured along the written form.
      let start = bytes.count
      if inside, let current = open {
        let part = Self.part(index, of: current, in: sentence)
        bytes += part
      } else {
        bytes += Array(word.form.utf8)
      }
      // A record needs at least a byte.
      if bytes.count == start { bytes.append(0x5F) }
      var record = TokenRecord(range: ByteRange(start, bytes.count))
      record.partOfSpeech = word.partOfSpeech
      record.fineTag = word.fineTag
      record.lemma = word.lemma
      record.morphology = word.features
      record.head = word.head.map { $0 + base }
      record.relation = word.relation
      record.continuesWord = inside && index > (open?.words.lowerBound ?? index)
      tokens.append(record)
      var isFollowedDirectly = word.isFollowedDirectly
      if let current = open, inside {
        let isLast = index + 1 == current.words.upperBound
        isFollowedDirectly = isLast ? current.isFollowedDirectly : true
        if isLast { open = multiword.next() }
      }
      if !isFollowedDirectly, index + 1 < sentence.words.count { bytes.append(0x20) }
    }
  }

  /// The bytes of a multiword token's written form that belong to the word at `index`.
  private static func part(
    _ index: Int, of multiword: CoNLLUMultiword, in sentence: CoNLLUSentence
  ) -> ArraySlice<UInt8> {
    let written = Array(multiword.form.utf8)
    var start = 0
    for word in multiword.words where word < index {
      start += sentence.words[word].form.utf8.count
    }
    let count = sentence.words[index].form.utf8.count
    let remaining = multiword.words.upperBound - 1 - index
    // At least one byte a word, and all that is left for the last.
    let first = min(start, max(0, written.count - remaining - 1))
    let end =
      remaining == 0 ? written.count : min(first + count, max(first, written.count - remaining))
    return written[first..<end]
  }
}
