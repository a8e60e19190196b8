import Language

/// Trains the name finder.
struct NameTraining {
  var passes = 8
  /// How many trainings there are, the mean of which is the model.
  var repeats = 4
  var bits = 19
  var scale: Float = 2.0
  var threshold: Float = 0.5
  var margin: Int32 = 5

  /// The labels of a sentence's words.
  static func labels(_ example: NameExample) -> [UInt8] {
    var labels = [UInt8](repeating: NameLabel.outside, count: example.forms.count)
    for name in example.names {
      guard let kind = NameLabel.kinds.firstIndex(of: name.kind) else { continue }
      for index in name.tokens {
        let isFirst = index == name.tokens.lowerBound
        let isLast = index == name.tokens.upperBound - 1
        let place: NameLabel.Place =
          isFirst ? (isLast ? .single : .begin) : (isLast ? .end : .inside)
        labels[index] = NameLabel.label(place, kind: kind)
      }
    }
    return labels
  }

  /// A name finder trained on `examples`.
  func train(_ examples: [NameExample], lexicon: Lexicon, tagger: Tagger) -> NameFinder {
    let sentences = examples.map { example in
      let words = WordAtoms.sentence(example.forms, lexicon: lexicon)
      return (words: words, tags: example.tags ?? tagger.tags(words), labels: Self.labels(example))
    }
    let all = (0..<repeats).map { once(sentences, seed: UInt64(30 + $0)).averages }
    return NameFinder(
      weights: AveragedWeights(mean: all).table(scale: scale, threshold: threshold))
  }

  /// One training.
  private func once(
    _ sentences: [(words: [WordAtoms], tags: [UInt8], labels: [UInt8])], seed: UInt64
  ) -> AveragedPerceptron {
    var perceptron = AveragedPerceptron(classes: NameLabel.count, bits: bits)
    var generator = SeededGenerator(seed: seed)
    var features = FeatureList()
    var scores = [Int32](repeating: 0, count: NameLabel.count)
    for _ in 0..<passes {
      for number in generator.order(sentences.count) {
        let (words, tags, labels) = sentences[number]
        var previous = NameLabel.outside
        var beforePrevious = NameLabel.outside
        for index in words.indices {
          var label = NameLabel.outside
          if previous != NameLabel.outside || NameFinder.mayName(words[index]) {
            NameFeatures.extract(
              words.span, tags: tags.span, at: index, previous: previous,
              beforePrevious: beforePrevious, into: &features)
            perceptron.score(features, into: &scores)
            label = Self.best(scores, previous: previous)
            learn(&perceptron, features, scores, gold: labels[index], previous: previous)
            perceptron.step()
          }
          beforePrevious = previous
          previous = label
        }
      }
    }
    return perceptron
  }

  private static func best(_ scores: [Int32], previous: UInt8) -> UInt8 {
    var best: UInt8?
    for label in 0..<UInt8(NameLabel.count) where NameLabel.follows(label, previous) {
      if best.map({ scores[Int(label)] > scores[Int($0)] }) ?? true { best = label }
    }
    return best ?? NameLabel.outside
  }

  private func learn(
    _ perceptron: inout AveragedPerceptron, _ features: borrowing FeatureList, _ scores: [Int32],
    gold: UInt8,
    previous: UInt8
  ) {
    // After a wrong start the true label may not be allowed; then there is nothing to learn here.
    guard NameLabel.follows(gold, previous) else { return }
    var rival: UInt8?
    for label in 0..<UInt8(NameLabel.count)
    where label != gold && NameLabel.follows(label, previous) {
      if rival.map({ scores[Int(label)] > scores[Int($0)] }) ?? true { rival = label }
    }
    guard let rival, scores[Int(gold)] - scores[Int(rival)] <= margin else { return }
    perceptron.move(features, class: Int(gold), by: 1)
    perceptron.move(features, class: Int(rival), by: -1)
  }

  /// How well the names of `examples` are found: same words, same kind, kinds not in `kinds` left out.
  static func measure(
    _ finder: NameFinder, _ examples: [NameExample], lexicon: Lexicon, tagger: Tagger,
    kinds: Set<NameSpan.Kind> = [.person, .place, .organization]
  ) -> F1 {
    var total = F1()
    for example in examples {
      let words = WordAtoms.sentence(example.forms, lexicon: lexicon)
      var names: [NameSpan] = []
      finder.find(words.span, tags: tagger.tags(words).span, base: 0, into: &names)
      total += F1(
        gold: example.names.filter { kinds.contains($0.kind) },
        found: names.filter { kinds.contains($0.kind) })
    }
    return total
  }
}
