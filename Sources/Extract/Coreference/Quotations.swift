import Language

/// What of a document stands between quotation marks, and whose words it is.
struct Quotations {
  /// The quotation that each token stands in, by index.
  private let quotation: [Int?]
  /// The sentences of each quotation.
  private let sentences: [ClosedRange<Int>]
  private let table: TokenTable
  private let trees: DependencyIndex
  private let words: WordTable

  init(table: TokenTable, trees: DependencyIndex, words: WordTable) {
    self.table = table
    self.trees = trees
    self.words = words
    var quotation = [Int?](repeating: nil, count: table.count)
    var sentences: [ClosedRange<Int>] = []
    var open: Int?
    var paragraph = -1
    for (index, record) in table.text.sentenceRecords.enumerated() {
      if record.paragraph != paragraph { open = nil }
      paragraph = record.paragraph
      for token in record.tokens {
        switch table.forms[token] {
        case "\u{201C}", "``": open = sentences.count
        case "\u{201D}", "''": open = nil
        case "\"": open = open == nil ? sentences.count : nil
        default:
          guard let open else { continue }
          quotation[token] = open
          if open == sentences.count {
            sentences.append(index...index)
          } else {
            sentences[open] = sentences[open].lowerBound...index
          }
        }
      }
    }
    self.quotation = quotation
    self.sentences = sentences
  }

  /// The quotation that the token stands in, by index.
  func quotation(at token: Int) -> Int? { quotation[token] }

  /// The subject of the verb of speech that stands with the quotation: in its first or last sentence, or with
  /// the quotation before it in the same paragraph.
  func speaker(of index: Int) -> Int? {
    let own = sentences[index]
    for sentence in [own.lowerBound, own.upperBound] {
      if let subject = speaker(in: sentence) { return subject }
    }
    guard index > 0 else { return nil }
    let before = sentences[index - 1]
    let records = table.text.sentenceRecords
    guard records[before.upperBound].paragraph == records[own.lowerBound].paragraph else {
      return nil
    }
    return speaker(of: index - 1)
  }

  /// The subject of the one verb of speech of a sentence that is not itself quoted.
  private func speaker(in sentence: Int) -> Int? {
    let subjects = Set(
      table.text.sentenceRecords[sentence].tokens.compactMap { token -> Int? in
        guard quotation[token] == nil, isSpeech(token) else { return nil }
        return trees.subject(of: token).flatMap { quotation[$0] == nil ? $0 : nil }
      })
    return subjects.count == 1 ? subjects.first : nil
  }

  /// Whether the token is a verb whose subject says something.
  func isSpeech(_ token: Int) -> Bool {
    trees.partsOfSpeech[token] == .verb && words.verb(trees.lemmas[token], is: .speech)
  }
}
