import Graph
import Language

/// Finds what a text names: things of the gazetteer, persons by title, unlisted names by head word.
///
/// One pass over each sentence from left to right, the longest match first. What remains open (a bare
/// surname, an unlisted name without a title) is left to the resolver, which sees the whole document.
struct MentionFinder {
  let gazetteer: Gazetteer
  let table: TokenTable

  /// The mentions of all sentences in the order of the text; none overlaps another, except that a
  /// compound ("the Ukraine crisis") also mentions its parts.
  func mentions() -> [EntityMention] {
    var found: [EntityMention] = []
    let doubleNames = doubleNames()
    for sentence in table.text.sentenceRecords where !sentence.tokens.isEmpty {
      let words = table.lower[sentence.tokens]
      if CreditLine.isNote(words) { continue }
      let dateline = max(CreditLine.bracketEnd(words), datelineEnd(of: sentence.tokens))
      var scan = SentenceScan(
        gazetteer: gazetteer, table: table, tokens: dateline..<sentence.tokens.upperBound,
        isTitleCased: isTitleCased(sentence.tokens), doubleNames: doubleNames)
      found += scan.mentions()
    }
    return found
  }

  /// Two words with a hyphen that the text has as the end of a longer name, so that they are no pair: "Sherwood-Randall"
  /// behind "Elizabeth Sherwood-Randall".
  private func doubleNames() -> Set<String> {
    Set(
      table.forms.indices.dropFirst().dropLast(2).filter {
        table.forms[$0 + 1] == "-" && gazetteer.words.isFirstName(table.forms[$0 - 1])
      }.map(table.joinedName))
  }

  /// Where the words in capitals before a dash end that tell where an article was written ("WHITE HOUSE —"); the
  /// start where there are none. A dateline is no part of the article.
  private func datelineEnd(of tokens: Range<Int>) -> Int {
    for token in tokens.prefix(Self.longestDateline) {
      if ["—", "–", "--"].contains(table.forms[token]) {
        return token > tokens.lowerBound ? token + 1 : tokens.lowerBound
      }
      let isPart =
        table.forms[token].allSatisfy { $0.isUppercase || !$0.isLetter }
        && (table.forms[token].count > 1 || [",", "(", ")", "."].contains(table.forms[token]))
      guard isPart else { break }
    }
    return tokens.lowerBound
  }

  private static let longestDateline = 8

  /// Whether nearly every longer word is capitalised, as in a headline: then a capital tells nothing. What
  /// ends in a full stop is no headline, however full of names.
  private func isTitleCased(_ tokens: Range<Int>) -> Bool {
    if let last = tokens.last, table.forms[last] == "." { return false }
    let words = tokens.filter {
      table.forms[$0].utf8.count > 3 && table.forms[$0].first?.isLetter == true
    }
    let capitals = words.count { table.isCapitalized[$0] }
    return words.count > 3 && capitals * 10 >= words.count * 8
  }
}
