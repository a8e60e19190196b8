/// All that was learnt: the lexicon and the weights of every stage.
package struct LanguageModel: Sendable {
  package var lexicon: Lexicon
  package var tagger: Tagger
  package var lemmatizer: Lemmatizer
  package var parser: Parser
  package var nameFinder: NameFinder
  package var splitter: SentenceSplitter

  /// A model of the given parts.
  package init(
    lexicon: Lexicon, tagger: Tagger, lemmatizer: Lemmatizer, parser: Parser,
    nameFinder: NameFinder, splitter: SentenceSplitter
  ) {
    self.lexicon = lexicon
    self.tagger = tagger
    self.lemmatizer = lemmatizer
    self.parser = parser
    self.nameFinder = nameFinder
    self.splitter = splitter
  }

  /// "graphgen", as the first eight bytes say.
  private static let magic: [UInt8] = Array("graphgen".utf8)
  /// The format that this program reads and writes.
  private static let version: UInt32 = 6
  /// Magic, version, check sum.
  static let headerCount = 20

  /// The model as a file: magic, version, a check sum of all that follows, and then the parts.
  package func encoded() -> [UInt8] {
    var body = ModelWriter()
    body.write(lexicon)
    body.writeSmall(tagger.classes.count)
    for wordClass in tagger.classes {
      body.write(wordClass.partOfSpeech.rawValue)
      body.write(wordClass.fineTag)
    }
    body.write(tagger.weights)
    body.write(lemmatizer)
    body.writeSmall(parser.relations.count)
    for relation in parser.relations { body.write(relation.rawValue) }
    for part in [parser.backward, parser.forward] {
      body.write(part.moves)
      body.write(part.labels)
    }
    body.write(parser.searchMoves)
    body.write(parser.wholes)
    body.write(nameFinder.weights)
    body.write(splitter.weights)

    var header = ModelWriter()
    for byte in Self.magic { header.write(byte) }
    header.write(Self.version)
    header.write(Self.checkSum(body.bytes, from: 0))
    return header.bytes + body.bytes
  }

  /// The model that `bytes` are.
  ///
  /// - Throws: `ModelError` for bytes that are no model, one of another format, or not what was written.
  package init(decoding bytes: [UInt8]) throws(ModelError) {
    guard bytes.count > Self.headerCount, bytes.starts(with: Self.magic) else { throw .notAModel }
    var reader = ModelReader(bytes, from: Self.magic.count)
    let version = try reader.word()
    guard version == Self.version else {
      throw .version(found: version, expected: Self.version)
    }
    guard try reader.long() == Self.checkSum(bytes, from: Self.headerCount) else {
      throw .damaged
    }
    lexicon = try reader.lexicon()
    var classes: [WordClass] = []
    for _ in 0..<(try reader.small()) {
      guard let part = PartOfSpeech(rawValue: try reader.string()) else { throw .damaged }
      classes.append(WordClass(part, try reader.string()))
    }
    tagger = Tagger(classes: classes, weights: try reader.weightTable())
    lemmatizer = try reader.lemmatizer(classes: classes)
    var relations: [DependencyRelation] = []
    let relationCount = try reader.small()
    guard relationCount <= 63 else { throw .damaged }
    for _ in 0..<relationCount {
      relations.append(DependencyRelation(rawValue: try reader.string()))
    }
    let numbers = RelationNumbers(relations)
    let backward = try reader.greedyParser(numbers)
    let forward = try reader.greedyParser(numbers)
    parser = Parser(
      relations: relations, backward: backward, forward: forward,
      searchMoves: try reader.moveTable(), wholes: try reader.scoreTable())
    nameFinder = NameFinder(weights: try reader.weightTable())
    splitter = SentenceSplitter(weights: try reader.weightTable())
    guard reader.isAtEnd else { throw .damaged }
    guard backward.labels.classes == relations.count,
      forward.labels.classes == relations.count, tagger.weights.classes == classes.count,
      nameFinder.weights.classes == NameLabel.count, splitter.weights.classes == 1
    else { throw .damaged }
  }

  /// A check sum over the bytes from `start`: FNV-1a, eight bytes at a time.
  private static func checkSum(_ bytes: [UInt8], from start: Int) -> UInt64 {
    var sum: UInt64 = 0xCBF2_9CE4_8422_2325
    let span = bytes.span
    var index = start
    while index + 8 <= span.count {
      var word: UInt64 = 0
      let part = span.extracting(index..<index + 8)
      for offset in part.indices { word |= UInt64(part[offset]) << UInt64(8 * offset) }
      sum = (sum ^ word) &* 0x0000_0100_0000_01B3
      sum ^= sum >> 32
      index += 8
    }
    while index < span.count {
      sum = (sum ^ UInt64(span[index])) &* 0x0000_0100_0000_01B3
      index += 1
    }
    return sum
  }
}
