import Language

/// Trains the sentence splitter.
struct SplitterTraining {
  var passes = 4
  /// How many trainings there are, the mean of which is the model.
  var repeats = 4
  var bits = 20
  var scale: Float = 2.0
  var threshold: Float = 1.0
  /// By how much the right decision must win, or else it is learnt once more.
  var margin: Int32 = 40

  /// A splitter trained on the given paragraphs.
  func train(_ examples: [SplitterExample]) -> SentenceSplitter {
    let all = (0..<repeats).map { once(examples, seed: UInt64(20 + $0)).averages }
    return SentenceSplitter(
      weights: AveragedWeights(mean: all).table(scale: scale, threshold: threshold))
  }

  /// One training.
  private func once(_ examples: [SplitterExample], seed: UInt64) -> AveragedPerceptron {
    var perceptron = AveragedPerceptron(classes: 1, bits: bits)
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<passes {
      for number in generator.order(examples.count) { learn(examples[number], &perceptron) }
    }
    return perceptron
  }

  /// What is as good as known of the token at `index` in the middle of a raw text's line.
  private func likelyLabel(_ scan: BoundaryScan, _ index: Int) -> SplitterExample.Label {
    switch scan.endMark(before: index) {
    case nil: .inside
    // What is longer than "The President:" and goes on in the same line is a sentence with its clause.
    case .colon: index - scan.first > 7 ? .inside : .unknown
    case .final: scan.ruleEnds[index] && scan.startsWithCapital(index) ? .start : .unknown
    default: .unknown
    }
  }

  /// Learns the decisions of one paragraph, each on the ground of right ones before it.
  private func learn(_ example: SplitterExample, _ perceptron: inout AveragedPerceptron) {
    var scan = example.scan
    var features = FeatureList()
    var scores: [Int32] = [0]
    for index in 1..<example.labels.count {
      var label = example.labels[index]
      if label == .unknown { label = likelyLabel(scan, index) }
      if label != .unknown, scan.certainty(index) == nil {
        let isStart = label == .start
        BoundaryFeatures.extract(scan, before: index, into: &features)
        perceptron.score(features, into: &scores)
        if isStart ? scores[0] <= margin : scores[0] >= -margin {
          perceptron.move(features, class: 0, by: isStart ? 1 : -1)
        }
        perceptron.step()
      }
      if label == .start || label == .unknown && scan.ruleEnds[index] {
        scan.endSentence(before: index)
      }
      scan.pass(index)
    }
  }
}
