import Language

/// The dependency trees of a document, with each token's dependents at hand.
///
/// Relations are those of Universal Dependencies 2 (universaldependencies.org/u/dep). All tokens are indices
/// over the whole text.
struct SyntaxTree: Sendable {
  let table: TokenTable
  private let dependents: Dependents
  private let lemmas: [String]

  /// The trees of a table; `inflection` knows the dictionary forms of verbs' forms that the annotation may get wrong.
  init(_ table: TokenTable, inflection: Inflection = Inflection()) {
    self.table = table
    let records = table.text.tokenRecords
    dependents = Dependents(records)
    lemmas = records.indices.map { index in
      let form = table.lower[index]
      let lemma = records[index].lemma?.lowercased() ?? form
      return records[index].fineTag?.hasPrefix("VB") == true
        ? inflection.base(of: form, lemma: lemma) : lemma
    }
  }

  /// The tokens that depend on `token`, in the order of the text.
  func dependents(of token: Int) -> ArraySlice<Int> { dependents[token] }

  /// The dependents of one relation, subtype included.
  func dependents(of token: Int, _ relation: String) -> [Int] {
    dependents[token].filter { self.relation($0) == relation }
  }

  func head(_ token: Int) -> Int? { table.text.tokenRecords[token].head }
  /// The relation to the head with its subtype; empty without a tree.
  func relation(_ token: Int) -> String { table.text.tokenRecords[token].relation?.rawValue ?? "" }
  /// The dictionary form in lower case.
  func lemma(_ token: Int) -> String { lemmas[token] }
  /// Whether a word is a number or a sum of money: "$200 million in aid" is aid.
  func isAmount(_ token: Int) -> Bool {
    partOfSpeech(token) == .symbol || partOfSpeech(token) == .numeral
  }
  func tag(_ token: Int) -> String { table.text.tokenRecords[token].fineTag ?? "" }
  func partOfSpeech(_ token: Int) -> PartOfSpeech? { table.text.tokenRecords[token].partOfSpeech }
  func isVerb(_ token: Int) -> Bool { partOfSpeech(token) == .verb || tag(token).hasPrefix("VB") }
  func isNoun(_ token: Int) -> Bool {
    partOfSpeech(token) == .noun || partOfSpeech(token) == .properNoun
  }
  /// Whether a noun tells with the name before its hyphen what a thing is like, not whose it is: "a Soviet-era base".
  func isLikeness(_ token: Int) -> Bool {
    token > 0 && table.forms[token - 1] == "-" && Self.likenesses.contains(table.lower[token])
  }
  private static let likenesses: Set<String> = ["era", "style", "language", "speaking", "type"]

  /// The tokens of the sentence that `token` stands in.
  func sentence(of token: Int) -> Range<Int> {
    table.text.sentenceRecords[table.sentence[token]].tokens
  }

  /// The helper of a clause that stands before its subject: "had" of "had they met".
  func helperBeforeSubject(of clause: Int) -> Int? {
    let dependents = dependents(of: clause)
    guard let subject = dependents.first(where: { relation($0).hasPrefix("nsubj") }),
      let helper = dependents.first(where: { relation($0).hasPrefix("aux") }), helper < subject
    else { return nil }
    return helper
  }

  /// The prepositions of a phrase: the words of its case markers, each also with the words before it that make
  /// one preposition with it, joined by `_` ("on_behalf_of").
  func prepositions(of token: Int) -> [String] {
    dependents(of: token).filter { isPreposition($0, of: token) }.map { preposition($0) }
  }

  /// Whether a dependent of `token` is a case marker before it.
  private func isPreposition(_ marker: Int, of token: Int) -> Bool {
    guard marker < token else { return false }
    let relation = relation(marker)
    return relation == "case" || relation == "mark"
  }

  /// The preposition that a case marker makes with the words before it.
  private func preposition(_ marker: Int) -> String {
    let word = table.lower[marker]
    if dependents(of: marker).isEmpty { return word }
    let parts = dependents(of: marker, "fixed")
    return parts.isEmpty
      ? word : ([word] + parts.map { table.lower[$0] }).joined(separator: "_")
  }

  /// Whether a phrase stands with that preposition; one of several words, joined by `_`, is looked for in the
  /// text, since trees differ about it.
  func stands(_ token: Int, with preposition: String) -> Bool {
    let dependents = dependents(of: token)
    if dependents.isEmpty { return false }
    if dependents.contains(where: {
      isPreposition($0, of: token) && self.preposition($0) == preposition
    }) {
      return true
    }
    // This is asked of most phrases, for most of which the last word is another.
    guard let joint = preposition.utf8.lastIndex(of: UInt8(ascii: "_")) else { return false }
    let last = preposition[joint...].dropFirst()
    return dependents.contains { marker in
      guard marker < token, table.lower[marker] == last else { return false }
      let parts = preposition.split(separator: "_")
      return marker - parts.count + 1 >= 0
        && zip(marker - parts.count + 1...marker, parts).allSatisfy { table.lower[$0] == $1 }
    }
  }

  /// The tokens at and below `token`, down to `depth` steps, in no order.
  func subtree(of token: Int, depth: Int) -> [Int] {
    var result = [token]
    guard depth > 0 else { return result }
    for dependent in dependents(of: token) { result += subtree(of: dependent, depth: depth - 1) }
    return result
  }

  /// From the first to the last token at and below `token`.
  func span(of token: Int) -> Range<Int> {
    var first = token
    var last = token
    for dependent in dependents(of: token) {
      let span = span(of: dependent)
      first = min(first, span.lowerBound)
      last = max(last, span.upperBound - 1)
    }
    return first..<last + 1
  }
}
