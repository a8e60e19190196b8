import Language

/// A sentence ready for training the parser.
struct ParserExample: Sendable {
  var words: ParserWords
  var oracle: MoveOracle
  var heads: [Int?]
  /// The numbers of the true relations.
  var labels: [UInt8]

  /// The sentence from its end.
  var reversed: ParserExample {
    let end = heads.count - 1
    let heads = heads.reversed().map { $0.map { end - $0 } }
    return ParserExample(
      words: words.reversed, oracle: MoveOracle(heads: heads), heads: heads,
      labels: labels.reversed())
  }
}

/// Trains the parser.
struct ParserTraining: Sendable {
  /// The relations that arcs may have.
  let relations: [DependencyRelation]
  var passes = 10
  /// How many trainings there are, the mean of which is the model.
  var repeats = 3
  var moveBits = 22
  var labelBits = 19
  /// How often, in per cent, training goes on from the parser's own move rather than a right one.
  var exploration = 90
  var moveScale: Float = 1.0
  var moveThreshold: Float = 1.5
  var searchThreshold: Float = 2.25
  var labelScale: Float = 1.0
  var labelThreshold: Float = 1.0
  /// By how much the right move must win over the best wrong one, or else it is learnt once more.
  var moveMargin: Int32 = 10
  /// The same for the arc's name.
  var labelMargin: Int32 = 5

  /// The relations of a treebank, those that occur once or twice left out; at most 63.
  static func relations(_ treebank: Treebank) -> [DependencyRelation] {
    var counts: [String: Int] = [:]
    for sentence in treebank.sentences {
      for relation in sentence.relations { counts[relation, default: 0] += 1 }
    }
    let names = counts.filter { $0.value >= 3 }.keys.sorted {
      (counts[$1] ?? 0, $0) < (counts[$0] ?? 0, $1)
    }
    return names.prefix(63).sorted().map(DependencyRelation.init(rawValue:))
  }

  /// The sentences with the given tags.
  static func examples(
    _ treebank: Treebank, relations: [DependencyRelation], lexicon: Lexicon, tags: [[UInt8]],
    universal: [UInt8]
  ) -> [ParserExample] {
    var numbers: [String: UInt8] = [:]
    for (index, relation) in relations.enumerated() { numbers[relation.rawValue] = UInt8(index) }
    let other = numbers["dep"] ?? 0
    return zip(treebank.sentences, tags).map { sentence, tags in
      ParserExample(
        words: ParserWords(
          sentence.atoms(lexicon).span, tags: tags.span, universal: universal),
        oracle: MoveOracle(heads: sentence.heads), heads: sentence.heads,
        labels: sentence.relations.map { numbers[$0] ?? other })
    }
  }

  /// The weights of a training that has ended.
  struct Weights {
    var moves: AveragedWeights
    var labels: AveragedWeights
  }

  /// A parser with weights made ready for the model.
  func parser(_ weights: Weights) -> GreedyParser {
    GreedyParser(
      moves: weights.moves.moveTable(scale: moveScale, threshold: moveThreshold),
      labels: weights.labels.table(scale: labelScale, threshold: labelThreshold),
      relations: RelationNumbers(relations))
  }

  /// The moves' weights for search made ready for the model.
  func searchTable(_ weights: AveragedWeights) -> MoveTable {
    weights.moveTable(scale: moveScale, threshold: searchThreshold)
  }

  /// The examples with guides by parsers for `reversed` that did not learn from the sentence.
  func guided(_ examples: [ParserExample], reversed: [ParserExample]) -> [ParserExample] {
    var training = self
    training.passes = 6
    training.repeats = 1
    let guides = Folds(count: examples.count, parts: 6).map { [training] others in
      training.parser(training.weights(others.map { reversed[$0] }))
    } use: { parser, index in
      ParserGuide.guides(ofReversed: parser.parse(reversed[index].words))
    }
    var examples = examples
    for index in examples.indices { examples[index].words.guides = guides[index] }
    return examples
  }

  /// The weights that training on `examples` ends with.
  func weights(
    _ examples: [ParserExample], report: @Sendable (String) -> Void = { _ in }
  ) -> Weights {
    let all = inParallel(repeats) { number in
      let (moves, labels) = once(examples, seed: UInt64(20 + number), report)
      return (moves: moves.averages, labels: labels.averages)
    }
    return Weights(
      moves: AveragedWeights(mean: all.map(\.moves)),
      labels: AveragedWeights(mean: all.map(\.labels)))
  }

  /// One training.
  private func once(
    _ examples: [ParserExample], seed: UInt64, _ report: (String) -> Void
  ) -> (moves: AveragedPerceptron, labels: AveragedPerceptron) {
    var moves = AveragedPerceptron(classes: 3, bits: moveBits)
    var labels = AveragedPerceptron(classes: relations.count, bits: labelBits)
    var generator = SeededGenerator(seed: seed)
    var scratch = Scratch(labels: relations.count)
    for pass in 0..<passes {
      var wrong = 0
      for number in generator.order(examples.count) {
        wrong += learn(
          examples[number], explores: pass > 0, &moves, &labels, &generator, &scratch)
      }
      report("pass \(pass + 1): \(wrong) wrong moves")
    }
    return (moves, labels)
  }

  /// What is needed at every step, allocated once.
  private struct Scratch: ~Copyable {
    var features = FeatureList()
    var labelFeatures = FeatureList()
    var scores = [Int32](repeating: 0, count: 3)
    var labelScores: [Int32]
    /// Where each word stands on the stack, -1 for words that don't.
    var position: [Int32] = []
    /// The best label apart from the given one.
    func rivalLabel(of gold: Int) -> Int {
      var rival = gold == 0 ? 1 : 0
      for index in labelScores.indices
      where index != gold && labelScores[index] > labelScores[rival] { rival = index }
      return rival
    }

    init(labels: Int) { labelScores = [Int32](repeating: 0, count: labels) }
  }

  /// Parses one sentence and learns from every wrong move; returns how many there were.
  private func learn(
    _ example: ParserExample, explores: Bool, _ moves: inout AveragedPerceptron,
    _ labels: inout AveragedPerceptron, _ generator: inout SeededGenerator, _ scratch: inout Scratch
  ) -> Int {
    var state = ParserState(count: example.words.count)
    scratch.position = [Int32](repeating: -1, count: example.words.count + 1)
    var wrong = 0
    while !state.isFinal {
      MoveFeatures.extract(state.view, example.words, into: &scratch.features)
      moves.score(scratch.features, into: &scratch.scores)
      let costs = example.oracle.costs(state, position: scratch.position)
      let least = costs.min() ?? 0
      var predicted = -1
      var right = -1
      var rival = -1
      for move in 0..<3 where costs[move] != .max {
        let score = scratch.scores[move]
        if predicted < 0 || score > scratch.scores[predicted] { predicted = move }
        if costs[move] == least {
          if right < 0 || score > scratch.scores[right] { right = move }
        } else if rival < 0 || score > scratch.scores[rival] {
          rival = move
        }
      }
      if costs[predicted] != least { wrong += 1 }
      if rival >= 0, scratch.scores[right] - scratch.scores[rival] <= moveMargin {
        moves.move(scratch.features, class: right, by: 1)
        moves.move(scratch.features, class: rival, by: -1)
      }
      moves.step()
      let follows =
        costs[predicted] == least || explores && generator.number(below: 100) < exploration
      guard let move = ParserMove(rawValue: follows ? predicted : right) else { return wrong }
      apply(move, to: &state, example, &labels, &scratch)
    }
    return wrong
  }

  /// Makes the move, names its arc, and learns the true name where the arc is true.
  private func apply(
    _ move: ParserMove, to state: inout ParserState, _ example: ParserExample,
    _ labels: inout AveragedPerceptron, _ scratch: inout Scratch
  ) {
    var label: UInt8 = 0
    if let arc = state.view.arc(of: move) {
      LabelFeatures.extract(arc, example.words, into: &scratch.labelFeatures)
      labels.score(scratch.labelFeatures, into: &scratch.labelScores)
      var best = 0
      for index in scratch.labelScores.indices
      where scratch.labelScores[index] > scratch.labelScores[best] { best = index }
      label = UInt8(best)
      if example.heads[Int(arc.dependent)].map({ Int32($0) }) == arc.head {
        let gold = Int(example.labels[Int(arc.dependent)])
        let rival = scratch.rivalLabel(of: gold)
        if scratch.labelScores[gold] - scratch.labelScores[rival] <= labelMargin {
          labels.move(scratch.labelFeatures, class: gold, by: 1)
          labels.move(scratch.labelFeatures, class: rival, by: -1)
        }
        labels.step()
      }
      scratch.position[Int(arc.dependent)] = -1
    } else {
      scratch.position[Int(state.next)] = Int32(state.stack.count)
    }
    state.apply(move, label: label)
  }
}
