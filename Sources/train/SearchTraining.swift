import Language

/// Trains the moves for parsing with search: whole parses are compared, not single moves.
///
/// Where the search went wrong most is learnt from ("max-violation": Huang, Fayong and Guo, "Structured
/// Perceptron with Inexact Search", NAACL 2012). The right parse is the one that the dynamic oracle
/// allows and the weights like best, step by step.
struct SearchTraining: Sendable {
  var passes = 5
  var width = 8
  /// How many trainings there are, the mean of which is the model.
  var repeats = 3

  /// The moves' weights, from those of training without search; `labels` names the arcs.
  func train(
    _ examples: [ParserExample], start: AveragedWeights, labels: GreedyParser,
    report: @Sendable (String) -> Void = { _ in }
  ) -> AveragedWeights {
    let all = inParallel(repeats) { number in
      once(examples, start: start, labels: labels, seed: UInt64(40 + number), report).averages
    }
    return AveragedWeights(mean: all)
  }

  /// One training.
  private func once(
    _ examples: [ParserExample], start: AveragedWeights, labels: GreedyParser, seed: UInt64,
    _ report: (String) -> Void
  ) -> AveragedPerceptron {
    var moves = AveragedPerceptron(continuing: start)
    var generator = SeededGenerator(seed: seed)
    for pass in 0..<passes {
      var wrong = 0
      for number in generator.order(examples.count) {
        if learn(examples[number], &moves, labels) { wrong += 1 }
        moves.step()
      }
      report("pass \(pass + 1): \(wrong) of \(examples.count) sentences wrong")
    }
    return moves
  }

  /// A right parse, step by step.
  private struct Gold {
    var state: ParserState
    var position: [Int32]
    var score: Int32 = 0
    var moves: [(move: ParserMove, label: UInt8)] = []
  }

  /// Parses one sentence and learns from it if it goes wrong; returns whether it did.
  private func learn(
    _ example: ParserExample, _ moves: inout AveragedPerceptron, _ labels: GreedyParser
  ) -> Bool {
    let count = example.words.count
    var gold = Gold(
      state: ParserState(count: count), position: [Int32](repeating: -1, count: count + 1))
    var beam = BeamSearch(count: count, width: width)
    var scores = [Int32](repeating: 0, count: 3)
    var features = FeatureList()
    var worst: (step: Int, violation: Int32) = (0, -1)
    var labelFeatures = FeatureList()
    while !beam.isFinal {
      beam.advance(
        example.words,
        score: { moves.sums($0) },
        label: { labels.label($0, $1, &labelFeatures) })
      advance(&gold, example, moves, labels, &features, &scores)
      let violation = (beam.steps.last?.first?.score ?? 0) - gold.score
      // Later ones win, so that more is learnt from a sentence.
      if violation >= worst.violation { worst = (beam.steps.count - 1, violation) }
    }
    let found = beam.moves(to: 0, step: worst.step)
    guard zip(found, gold.moves).contains(where: { $0.move != $1.move }) else { return false }
    update(&moves, example, Array(gold.moves.prefix(worst.step)), by: 1, other: found)
    update(&moves, example, found, by: -1, other: gold.moves)
    return true
  }

  /// Makes the best of the moves that cost least.
  private func advance(
    _ gold: inout Gold, _ example: ParserExample, _ moves: AveragedPerceptron,
    _ labels: GreedyParser,
    _ features: inout FeatureList, _ scores: inout [Int32]
  ) {
    let view = gold.state.view
    let costs = example.oracle.costs(gold.state, position: gold.position)
    let least = costs.min() ?? 0
    scores = [0, 0, 0]
    // Where only one move applies the search gives no score either.
    if costs.count(where: { $0 != .max }) > 1 {
      MoveFeatures.extract(view, example.words, into: &features)
      moves.score(features, into: &scores)
    }
    let right = (0..<3).filter { costs[$0] == least }.max { scores[$0] < scores[$1] } ?? 0
    guard let move = ParserMove(rawValue: right) else { return }
    var label: UInt8 = 0
    if let arc = view.arc(of: move) {
      label = labels.label(arc, example.words, &features)
      gold.position[Int(arc.dependent)] = -1
    } else {
      gold.position[Int(gold.state.next)] = Int32(gold.state.stack.count)
    }
    gold.score += scores[right]
    gold.moves.append((move, label))
    gold.state.apply(move, label: label)
  }

  /// Moves the weights of a parse's moves, from where it parts from the other parse.
  private func update(
    _ perceptron: inout AveragedPerceptron, _ example: ParserExample,
    _ moves: [(move: ParserMove, label: UInt8)], by amount: Int16,
    other: [(move: ParserMove, label: UInt8)]
  ) {
    var state = ParserState(count: example.words.count)
    var features = FeatureList()
    var isShared = true
    for (index, step) in moves.enumerated() {
      if isShared, index < other.count, other[index].move != step.move { isShared = false }
      // A move without alternative has no score, and so nothing to learn.
      if !isShared, ParserMove.allCases.count(where: { state.allows($0) }) > 1 {
        MoveFeatures.extract(state.view, example.words, into: &features)
        perceptron.move(features, class: step.move.rawValue, by: amount)
      }
      state.apply(step.move, label: step.label)
    }
  }
}
