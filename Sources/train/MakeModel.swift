import ArgumentParser
import Foundation
import Language

/// Makes the model file. The same input gives the same bytes.
struct MakeModel: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "make-model", abstract: "Makes the model from treebanks, names and word classes.")

  @Option(parsing: .upToNextOption, help: "Treebanks to learn from, as CoNLL-U files.")
  var treebanks: [String]

  @Option(help: "Word classes, as make-clusters writes them.")
  var clusters: String

  @Option(parsing: .upToNextOption, help: "Actor dictionaries, for lists of the words of names.")
  var actors: [String] = []

  @Option(parsing: .upToNextOption, help: "Names to learn from: UNER files.")
  var uner: [String] = []

  @Option(parsing: .upToNextOption, help: "Names to learn from: CrossNER politics files.")
  var crossNER: [String] = []

  @Option(help: "Raw texts to learn sentences from: JSON Lines with a \"text\" each.")
  var raw: String?

  @Option(name: .shortAndLong, help: "The model file to write.")
  var output: String

  func run() throws {
    let plain = try Treebank(treebanks)
    let treebank = plain.addingHeadlines()
    let classes = TaggerTraining.classes(treebank)
    let relations = ParserTraining.relations(treebank)
    var builder = LexiconBuilder()
    builder.clusters = try .init(clusters)
    for path in actors { try builder.readActors(path) }
    let lexicon = builder.lexicon(treebank, classes: classes)

    progress("tagger: \(treebank.wordCount) words, \(classes.count) classes")
    let tagger = TaggerTraining().train(treebank, classes: classes, lexicon: lexicon)
    let lemmatizer = LemmaTraining.train(plain, classes: classes, lexicon: lexicon)

    progress("tags for the parser, from taggers that did not learn from the sentence")
    let tags = Self.jackknifed(treebank, classes: classes, builder: builder)

    progress("parser: \(relations.count) relations")
    let examples = ParserTraining.examples(
      treebank, relations: relations, lexicon: lexicon, tags: tags, universal: tagger.universal
    )
    let parser = trainedParser(treebank.forParser.map { examples[$0] }, relations: relations)

    progress("names")
    let names = try nameExamples(treebank, tags: tags)
    let nameFinder = NameTraining().train(names, lexicon: lexicon, tagger: tagger)

    progress("sentences")
    let splitter = try MakeSplitter.splitter(treebanks: treebanks, raw: raw, lexicon)

    let model = LanguageModel(
      lexicon: lexicon, tagger: tagger, lemmatizer: lemmatizer, parser: parser,
      nameFinder: nameFinder, splitter: splitter)
    let bytes = model.encoded()
    try Data(bytes).write(to: URL(fileURLWithPath: output))
    progress("\(output): \(bytes.count) bytes")
  }

  /// A parser with its guide, without and with search.
  private func trainedParser(
    _ examples: [ParserExample], relations: [DependencyRelation]
  ) -> Parser {
    let training = ParserTraining(relations: relations)
    progress("parser from the end")
    let reversed = examples.map(\.reversed)
    let backward = training.parser(training.weights(reversed) { progress($0) })
    progress("the same, for guides from parsers that did not learn from the sentence")
    let guided = training.guided(examples, reversed: reversed)
    progress("parser")
    let weights = training.weights(guided) { progress($0) }
    let forward = training.parser(weights)
    progress("parser with search")
    let search = SearchTraining().train(guided, start: weights.moves, labels: forward) {
      progress($0)
    }
    progress("trees from parsers that did not learn from the sentence")
    let ranking = RankTraining()
    let ranked = ranking.examples(guided, training)
    progress("comparing trees")
    return Parser(
      relations: relations, backward: backward, forward: forward,
      searchMoves: training.searchTable(search), wholes: ranking.train(ranked))
  }

  /// For every sentence, the tags of a tagger that was trained on three quarters of the others.
  static func jackknifed(
    _ treebank: Treebank, classes: [WordClass], builder: LexiconBuilder
  ) -> [[UInt8]] {
    Folds(count: treebank.sentences.count).map { others in
      let others = Treebank(sentences: others.map { treebank.sentences[$0] })
      let lexicon = builder.lexicon(others, classes: classes)
      let training = TaggerTraining(passes: 5, repeats: 1)
      return (training.train(others, classes: classes, lexicon: lexicon), lexicon)
    } use: { learnt, index in
      let (tagger, lexicon) = learnt
      return tagger.tags(treebank.sentences[index].atoms(lexicon))
    }
  }

  /// Sentences with names: those of treebanks with entities, and those of the other files.
  private func nameExamples(_ treebank: Treebank, tags: [[UInt8]]) throws -> [NameExample] {
    var examples: [NameExample] = []
    var entities = NameData.OpenEntities()
    for (sentence, tags) in zip(treebank.sentences, tags) where sentence.hasEntities {
      var example = NameData.gum(sentence, open: &entities)
      example.tags = tags
      examples.append(example)
    }
    for path in uner { examples += try NameData.uner(path) }
    for path in crossNER { examples += try NameData.crossNER(path) }
    return examples
  }

  private func progress(_ line: String) {
    FileHandle.standardError.write(Data((line + "\n").utf8))
  }
}
