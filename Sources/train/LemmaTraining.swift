import Language

/// Learns which lemmas and features the rules get wrong.
enum LemmaTraining {
  static func train(_ treebank: Treebank, classes: [WordClass], lexicon: Lexicon) -> Lemmatizer {
    var numbers: [WordClass: UInt8] = [:]
    for (index, wordClass) in classes.enumerated() { numbers[wordClass] = UInt8(index + 1) }

    // What each word with each tag, and each tag, had how often.
    var classFeatures = [[String: Int]](repeating: [:], count: classes.count)
    struct Seen {
      var form: String
      var atoms: WordAtoms
      var tag: UInt8
      var lemmas: [String: Int] = [:]
      var features: [String: Int] = [:]
    }
    var seen: [UInt64: Seen] = [:]
    for sentence in treebank.sentences {
      for index in sentence.forms.indices {
        guard let tag = numbers[sentence.classes[index]] else { continue }
        let form = sentence.forms[index]
        let atoms = WordAtoms(form.span, start: 0, end: form.count, lexicon: lexicon)
        classFeatures[Int(tag) - 1][sentence.features[index], default: 0] += 1
        let key = Lemmatizer.key(lower: atoms.lower, tag: tag)
        seen[
          key,
          default: Seen(form: String(decoding: form, as: UTF8.self), atoms: atoms, tag: tag)
        ].lemmas[sentence.lemmas[index], default: 0] += 1
        seen[key]?.features[sentence.features[index], default: 0] += 1
      }
    }
    let features = classFeatures.map { commonest($0) ?? "" }
    let rules = Lemmatizer(classes: classes, features: features, exceptions: [:])
    var exceptions: [UInt64: Lemmatizer.Exception] = [:]
    for (key, word) in seen {
      var exception = Lemmatizer.Exception()
      let count = word.lemmas.values.reduce(0, +)
      let isName = classes[Int(word.tag) - 1].partOfSpeech == .properNoun
      if let lemma = commonest(word.lemmas), !isName || count >= 3,
        rules.regular(word.form, word.atoms, tag: word.tag, lexicon: lexicon) != lemma
      {
        exception.lemma = lemma
      }
      if let feature = commonest(word.features), feature != features[Int(word.tag) - 1],
        count >= 2, !feature.contains("Typo=Yes")
      {
        exception.features = feature
      }
      if exception != Lemmatizer.Exception() { exceptions[key] = exception }
    }
    return Lemmatizer(classes: classes, features: features, exceptions: exceptions)
  }

  /// The most frequent; of equals the first by spelling.
  private static func commonest(_ counts: [String: Int]) -> String? {
    counts.min { ($1.value, $0.key) < ($0.value, $1.key) }?.key
  }

  /// The shares of words, with their true tags, whose lemma and whose features are right.
  static func measure(
    _ lemmatizer: Lemmatizer, _ treebank: Treebank, lexicon: Lexicon, tagger: Tagger
  ) -> (lemmas: Double, features: Double) {
    var lemmas = 0
    var features = 0
    for sentence in treebank.sentences {
      let atoms = sentence.atoms(lexicon)
      let tags = tagger.tags(atoms)
      for index in atoms.indices {
        let found = lemmatizer.analyse(
          String(decoding: sentence.forms[index], as: UTF8.self), atoms[index], tag: tags[index],
          lexicon: lexicon)
        if found.lemma == sentence.lemmas[index] { lemmas += 1 }
        if found.features ?? "" == sentence.features[index] { features += 1 }
      }
    }
    let count = Double(treebank.wordCount)
    return (Double(lemmas) / count, Double(features) / count)
  }
}
