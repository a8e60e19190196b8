import Language

extension Treebank {
  /// The treebank with some of its sentences also written as headlines are: one in ten With Capitals, one
  /// in twenty IN CAPITALS, without their full stop. Each stands behind the sentence that it was made of.
  func addingHeadlines() -> Treebank {
    var result: [Sentence] = []
    for (index, sentence) in sentences.enumerated() {
      result.append(sentence)
      guard (3...25).contains(sentence.forms.count) else { continue }
      if index % 10 == 3 { result.append(sentence.headline(inCapitals: false)) }
      if index % 20 == 7 { result.append(sentence.headline(inCapitals: true)) }
    }
    return Treebank(sentences: result)
  }

  /// The sentences that the parser learns from: two headlines in three are left out, since many of them make
  /// it worse on other sentences.
  var forParser: [Int] {
    var headlines = 0
    return sentences.indices.filter { index in
      guard sentences[index].isHeadline else { return true }
      headlines += 1
      return headlines % 3 == 0
    }
  }
}

extension Treebank.Sentence {
  /// The sentence as a headline.
  fileprivate func headline(inCapitals: Bool) -> Treebank.Sentence {
    var headline = self
    headline.isHeadline = true
    let last = forms.count - 1
    if forms[last] == [UInt8(ascii: ".")], heads[last] != nil, !heads.contains(last) {
      headline.removeLast()
    }
    for index in headline.forms.indices {
      let form = String(decoding: forms[index], as: UTF8.self)
      if inCapitals {
        headline.forms[index] = Array(form.uppercased().utf8)
      } else if index == 0 || !Self.small.contains(form), !form.hasPrefix("'"), form != "n't" {
        headline.forms[index] = Array((form.prefix(1).uppercased() + form.dropFirst()).utf8)
      }
    }
    return headline
  }

  /// Takes off the last word, on which no other may depend.
  private mutating func removeLast() {
    forms.removeLast()
    lemmas.removeLast()
    features.removeLast()
    classes.removeLast()
    heads.removeLast()
    relations.removeLast()
    attributes.removeLast()
  }

  /// Words that headlines leave small.
  private static let small: Set<String> = [
    "a", "an", "and", "as", "at", "but", "by", "for", "from", "in", "of", "on", "or", "over", "the",
    "to", "with",
  ]
}
