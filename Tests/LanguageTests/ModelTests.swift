import Language
import Testing

@Suite struct `A language model` {
  /// A small model of which every part has something in it.
  private func small() -> LanguageModel {
    let classes = [WordClass(.noun, "NN"), WordClass(.verb, "VBD")]
    func table(_ classes: Int) -> WeightTable {
      var builder = WeightTable.Builder(bits: 6, classes: classes)
      builder.start(row: 3)
      builder.add(.init(classNumber: 1, weight: -128))
      builder.start(row: 60)
      for number in 0..<UInt8(classes) { builder.add(.init(classNumber: number, weight: 127)) }
      return builder.finished()
    }
    var splits = WeightTable.Builder(bits: 6, classes: 1)
    splits.start(row: 9)
    splits.add(.init(classNumber: 0, weight: -3))
    var moves = [SIMD4<Int8>](repeating: .zero, count: 64)
    moves[0] = SIMD4(1, -1, 0, 0)
    moves[63] = SIMD4(127, -128, 9, 0)
    var wholes = [Int8](repeating: 0, count: 64)
    wholes[5] = -128
    wholes[63] = 127
    let relations = ["nsubj", "root"].map(DependencyRelation.init(rawValue:))
    let greedy = GreedyParser(
      moves: MoveTable(bits: 6, weights: moves), labels: table(2),
      relations: RelationNumbers(relations))
    var entry = LexiconEntry()
    entry.fine = 500
    return LanguageModel(
      lexicon: Lexicon([(key: 17, entry: entry), (key: 4_000_000_001, entry: entry)]),
      tagger: Tagger(classes: classes, weights: table(2)),
      lemmatizer: Lemmatizer(
        classes: classes, features: ["Number=Sing", ""],
        exceptions: [7: .init(lemma: "go"), 9: .init(lemma: "see", features: "Tense=Past")]),
      parser: Parser(
        relations: relations, backward: greedy, forward: greedy, searchMoves: greedy.moves,
        wholes: ScoreTable(bits: 6, weights: wholes)),
      nameFinder: NameFinder(weights: table(NameLabel.count)),
      splitter: SentenceSplitter(weights: splits.finished()))
  }

  @Test func `is read as it was written`() throws {
    let bytes = small().encoded()
    let read = try LanguageModel(decoding: bytes)
    #expect(read.encoded() == bytes)
    #expect(read.lemmatizer.exceptions == small().lemmatizer.exceptions)
    #expect(
      read.parser.forward.moves.rows.map(\.weights)
        == small().parser.forward.moves.rows.map(\.weights))
    #expect(read.parser.wholes.rows.map(\.row) == [5, 63])
    #expect(read.parser.wholes.rows.map(\.weight) == [-128, 127])
    #expect(read.nameFinder.weights.rows.map(\.row) == [3, 60])
    #expect(read.splitter.weights.rows.map(\.row) == [9])
  }

  @Test func `is refused where a bit has changed`() {
    var bytes = small().encoded()
    bytes[bytes.count / 2] ^= 4
    #expect(throws: ModelError.damaged) { try LanguageModel(decoding: bytes) }
  }

  @Test func `is refused where its end is missing`() {
    let bytes = small().encoded()
    #expect(throws: ModelError.damaged) { try LanguageModel(decoding: bytes.dropLast()) }
  }

  @Test func `is refused where its format is another`() {
    var bytes = small().encoded()
    bytes[8] = 4
    #expect(throws: ModelError.version(found: 4, expected: 6)) {
      try LanguageModel(decoding: bytes)
    }
  }

  @Test func `is refused where the bytes are something else`() {
    #expect(throws: ModelError.notAModel) { try LanguageModel(decoding: []) }
    #expect(throws: ModelError.notAModel) {
      try LanguageModel(decoding: Array("not a model, whatever its length".utf8))
    }
  }

  @Test func `is linked in whole`() throws {
    let model = try LanguageModel.embedded.get()
    #expect(model.parser.relations.contains { $0.rawValue == "nsubj:pass" })
    #expect(model.tagger.classes.contains(WordClass(.properNoun, "NNP")))
  }
}
