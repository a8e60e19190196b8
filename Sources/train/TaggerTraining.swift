import Language

/// Trains the tagger.
struct TaggerTraining: Sendable {
  var passes = 8
  /// How many trainings there are, the mean of which is the model.
  var repeats = 4
  var bits = 19
  var scale: Float = 2.0
  var threshold: Float = 0.6
  /// By how much the right class must win over the best wrong one, or else it is learnt once more.
  var margin: Int32 = 10

  /// The classes that a treebank has often enough to be learnt.
  static func classes(_ treebank: Treebank) -> [WordClass] {
    var counts: [WordClass: Int] = [:]
    for sentence in treebank.sentences {
      for wordClass in sentence.classes { counts[wordClass, default: 0] += 1 }
    }
    return counts.filter { $0.value >= 5 }.keys.sorted()
  }

  /// A tagger trained on `treebank`.
  func train(_ treebank: Treebank, classes: [WordClass], lexicon: Lexicon) -> Tagger {
    var numbers: [WordClass: UInt8] = [:]
    for (index, wordClass) in classes.enumerated() { numbers[wordClass] = UInt8(index + 1) }
    let sentences = treebank.sentences.map { sentence in
      (words: sentence.atoms(lexicon), tags: sentence.classes.map { numbers[$0] ?? 0 })
    }
    let all = inParallel(repeats) { number in
      once(sentences, classCount: classes.count, seed: UInt64(10 + number)).averages
    }
    return Tagger(
      classes: classes,
      weights: AveragedWeights(mean: all).table(scale: scale, threshold: threshold))
  }

  /// One training.
  private func once(
    _ sentences: [(words: [WordAtoms], tags: [UInt8])], classCount: Int, seed: UInt64
  ) -> AveragedPerceptron {
    var perceptron = AveragedPerceptron(classes: classCount, bits: bits)
    var generator = SeededGenerator(seed: seed)
    var features = FeatureList()
    var scores = [Int32](repeating: 0, count: classCount)
    for _ in 0..<passes {
      for number in generator.order(sentences.count) {
        let (words, tags) = sentences[number]
        var previous: UInt8 = 0
        var beforePrevious: UInt8 = 0
        for index in words.indices {
          var tag = words[index].entry.certainTag
          if tag == 0 {
            TaggerFeatures.extract(
              words.span, at: index, previous: previous, beforePrevious: beforePrevious,
              into: &features
            )
            perceptron.score(features, into: &scores)
            var best = 0
            for target in scores.indices where scores[target] > scores[best] { best = target }
            tag = UInt8(best + 1)
            let gold = Int(tags[index]) - 1
            if gold >= 0 {
              var rival = gold == 0 ? 1 : 0
              for target in scores.indices where target != gold && scores[target] > scores[rival] {
                rival = target
              }
              if scores[gold] - scores[rival] <= margin {
                perceptron.move(features, class: gold, by: 1)
                perceptron.move(features, class: rival, by: -1)
              }
            }
            perceptron.step()
          }
          beforePrevious = previous
          previous = tag
        }
      }
    }
    return perceptron
  }

  /// Shares of words whose part of speech, and whose fine tag, is right.
  static func measure(_ tagger: Tagger, _ treebank: Treebank, lexicon: Lexicon) -> (
    universal: Double, fine: Double
  ) {
    var universal = 0
    var fine = 0
    for sentence in treebank.sentences {
      let tags = tagger.tags(sentence.atoms(lexicon))
      for (tag, gold) in zip(tags, sentence.classes) {
        let found = tagger.classes[Int(tag) - 1]
        if found.partOfSpeech == gold.partOfSpeech { universal += 1 }
        if found.fineTag == gold.fineTag { fine += 1 }
      }
    }
    let count = Double(treebank.wordCount)
    return (Double(universal) / count, Double(fine) / count)
  }
}

extension Tagger {
  /// The tags of one sentence.
  func tags(_ words: [WordAtoms]) -> [UInt8] {
    var tags: [UInt8] = []
    tag(words.span, into: &tags)
    return tags
  }
}
