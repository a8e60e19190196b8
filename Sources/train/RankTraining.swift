import Language

/// A sentence with the trees that search finds for it.
struct RankExample: Sendable {
  var words: ParserWords
  /// The trees, and the sums of their moves' scores.
  var trees: [(tree: DependencyTree, score: Int32)]
  /// How many words of each tree have another head or relation than they should.
  var wrong: [Int]
  /// The one that errs least; of equals the first, which has the best moves.
  var right: Int

  /// The trees that `parser` finds for a sentence with guides, at most `width`.
  init(_ example: ParserExample, _ parser: Parser, width: Int) {
    words = example.words
    trees = parser.trees(words, width: width)
    let heads = example.heads.map { Int32($0 ?? -1) }
    let wrong = trees.map { tree, _ in
      heads.indices.count { tree.heads[$0] != heads[$0] || tree.labels[$0] != example.labels[$0] }
    }
    self.wrong = wrong
    right = wrong.indices.min { wrong[$0] < wrong[$1] } ?? 0
  }
}

/// Trains the comparison of whole trees: the one that errs least shall win over every other one, and the
/// more so the more that one errs.
struct RankTraining: Sendable {
  var passes = 5
  /// How many trainings there are, the mean of which is the model.
  var repeats = 3
  var bits = 20
  /// How many trees of a sentence are compared.
  var width = 16
  /// How far a weight moves the first time.
  var rate: Float = 0.5
  /// What a point of the moves' score counts beside the weights.
  var moveShare: Float = 0.1
  /// Weights of less than so many points are left out.
  var threshold: Float = 3

  /// The examples with trees from parsers that did not learn from the sentence.
  func examples(_ guided: [ParserExample], _ training: ParserTraining) -> [RankExample] {
    var training = training
    training.passes = 6
    training.repeats = 1
    let search = SearchTraining(passes: 3, repeats: 1)
    return Folds(count: guided.count).map { [training] others in
      let others = others.map { guided[$0] }
      let weights = training.weights(others)
      let forward = training.parser(weights)
      let moves = search.train(others, start: weights.moves, labels: forward)
      return Parser(
        relations: training.relations, backward: forward, forward: forward,
        searchMoves: training.searchTable(moves), wholes: .empty)
    } use: { parser, index in
      RankExample(guided[index], parser, width: width)
    }
  }

  /// The weights of trees' features.
  func train(_ examples: [RankExample]) -> ScoreTable {
    let all = inParallel(repeats) { once(examples, seed: UInt64(60 + $0)) }
    let weights = (0..<1 << bits).map { row in
      let weight = all.reduce(0) { $0 + $1[row] } / Float(repeats) / moveShare
      return abs(weight) < threshold ? 0 : Int8(max(-127, min(127, weight.rounded())))
    }
    return ScoreTable(bits: bits, weights: weights)
  }

  /// One training.
  private func once(_ examples: [RankExample], seed: UInt64) -> [Float] {
    var weights = AdaptiveWeights(bits: bits)
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<passes {
      for number in generator.order(examples.count) {
        learn(examples[number], &weights)
        weights.step()
      }
    }
    return weights.averages
  }

  /// Compares the trees of one sentence and learns if a wrong one wins.
  private func learn(_ example: RankExample, _ weights: inout AdaptiveWeights) {
    let right = example.right
    let least = example.wrong[right]
    var found = right
    var best = -Float.infinity
    var rows: [[Int]] = []
    for (place, (tree, score)) in example.trees.enumerated() {
      rows.append(weights.rows(tree, example.words))
      let margin = Float(example.wrong[place] - least).squareRoot()
      let score = weights.score(rows[place]) + moveShare * Float(score) + margin
      if score > best {
        best = score
        found = place
      }
    }
    if found != right, example.wrong[found] > least {
      weights.move(to: rows[right], from: rows[found], rate: rate)
    }
  }
}

/// Weights in training with their sums, each of which moves less the more it has moved already (Duchi, Hazan
/// and Singer, "Adaptive Subgradient Methods", JMLR 2011).
private struct AdaptiveWeights: ~Copyable {
  private let bits: Int
  private var weights: [Float]
  private var squares: [Float]
  private var sums: [Double]
  private var stamps: [Int32]
  /// How much more often a row is in the one list than in the other.
  private var balance: [Int16]
  private var now: Int32 = 1
  private var features = FeatureList()

  init(bits: Int) {
    self.bits = bits
    weights = [Float](repeating: 0, count: 1 << bits)
    squares = weights
    sums = [Double](repeating: 0, count: 1 << bits)
    stamps = [Int32](repeating: 0, count: 1 << bits)
    balance = [Int16](repeating: 0, count: 1 << bits)
  }

  /// Counts a sentence.
  mutating func step() { now += 1 }

  /// The rows of all features of a tree.
  mutating func rows(_ tree: DependencyTree, _ words: ParserWords) -> [Int] {
    let view = TreeFeatures(tree, words)
    var rows: [Int] = []
    for word in 0..<tree.count {
      view.extract(word, words, into: &features)
      features.withNumbers { numbers in
        for index in numbers.indices { rows.append(Int(numbers[index] >> UInt32(32 - bits))) }
      }
    }
    return rows
  }

  func score(_ rows: [Int]) -> Float { rows.reduce(0) { $0 + weights[$1] } }

  /// Moves weights so that one tree gains on the other.
  mutating func move(to right: [Int], from wrong: [Int], rate: Float) {
    for row in right { balance[row] += 1 }
    for row in wrong { balance[row] -= 1 }
    for row in right + wrong where balance[row] != 0 {
      let gain = Float(balance[row])
      balance[row] = 0
      sums[row] += Double(weights[row]) * Double(now - stamps[row])
      stamps[row] = now
      squares[row] += gain * gain
      weights[row] += rate * gain / squares[row].squareRoot()
    }
  }

  /// The averages over all sentences so far.
  var averages: [Float] {
    weights.indices.map { row in
      Float((sums[row] + Double(weights[row]) * Double(now - stamps[row])) / Double(now))
    }
  }
}
