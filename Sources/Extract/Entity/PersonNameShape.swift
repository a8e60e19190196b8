import Language

/// Tells whether capitalised words of which no list knows anything can be a person's name.
///
/// Writers give capitals to much else: acts, programmes, storms, the first word of a sentence. What the text
/// also writes small, what ends in a word for a body, an office or a thing, and what the tagger takes for a
/// verb or an adverb is no name, unless a first name starts it.
struct PersonNameShape {
  let gazetteer: Gazetteer
  let trees: DependencyIndex
  let table: TokenTable
  /// The words that the text writes small somewhere.
  private let small: Set<String>

  init(gazetteer: Gazetteer, table: TokenTable, trees: DependencyIndex) {
    self.gazetteer = gazetteer
    self.table = table
    self.trees = trees
    small = Set(
      table.forms.indices.lazy.filter { table.forms[$0].startsWithSmallLetter }
        .map { table.forms[$0] })
  }

  /// Whether the tokens can be a person's name.
  func isPerson(_ tokens: Range<Int>) -> Bool {
    guard let last = tokens.last else { return false }
    let words = gazetteer.words
    if [tokens.lowerBound, last].contains(where: { isThing($0) }) { return false }
    if words.isFirstName(table.forms[tokens.lowerBound]) { return true }
    if tokens.contains(where: { words.noun(table.lower[$0], is: .thing) }) { return false }
    if isGroup(tokens) { return false }
    return tokens.allSatisfy { token in
      guard table.isCapitalized[token] else { return true }
      return !small.contains(table.lower[token]) && !isOffice(token)
        && ![.verb, .adverb, .adposition, .pronoun, .auxiliary, .determiner].contains(
          trees.partsOfSpeech[token])
    }
  }

  /// "the royalist Yellow Shirts": a plural behind an article.
  private func isGroup(_ tokens: Range<Int>) -> Bool {
    guard let last = tokens.last, table.lower[last].hasSuffix("s"),
      trees.lemmas[last].lowercased() != table.lower[last] || table.lower[last].hasSuffix("ts")
    else { return false }
    let before = tokens.lowerBound - 1
    return before >= 0 && table.lower[before] == "the"
      || before >= 1 && table.lower[before - 1] == "the"
        && trees.partsOfSpeech[before] == .adjective
  }

  /// Whether a head word in lower case really stands behind a name: not in "Secular state", where a sentence
  /// starts with a common word.
  func isName(_ tokens: Range<Int>) -> Bool {
    let start = tokens.lowerBound
    guard start == table.text.sentenceRecords[table.sentence[start]].tokens.lowerBound,
      !tokens.dropFirst().contains(where: { table.isCapitalized[$0] })
    else { return true }
    // "Secular state": what the text also writes small.
    if small.contains(table.lower[start]), gazetteer.candidates(for: table.forms[start]).isEmpty {
      return false
    }
    return trees.partsOfSpeech[start] == .properNoun
      || !gazetteer.candidates(for: table.forms[start]).isEmpty
  }

  /// Whether the words are for things only, "Order", "Muslim".
  func isThing(_ tokens: Range<Int>) -> Bool {
    tokens.allSatisfy { token in
      [table.lower[token], trees.lemmas[token].lowercased()].contains {
        gazetteer.words.noun($0, is: .thing) || gazetteer.heads.type($0, .last) == "organization"
      }
    }
  }

  /// A word for a body, a place, an event or another thing.
  private func isThing(_ token: Int) -> Bool {
    let word = String(table.lower[token].drop { $0 == "." }.prefix { $0 != "." })
    return gazetteer.heads.type(word, .last) != nil
      || [table.lower[token], trees.lemmas[token].lowercased()].contains {
        gazetteer.words.noun($0, is: .thing) || gazetteer.heads.type($0, .last) == "organization"
      }
  }

  /// A word for an office or for whoever has a part in something, of one or several.
  private func isOffice(_ token: Int) -> Bool {
    [table.lower[token], trees.lemmas[token].lowercased()].contains {
      gazetteer.words.noun($0, is: .person) || gazetteer.titles.title($0)?.office != nil
    }
  }
}
