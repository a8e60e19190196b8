import Graph
import Language

/// Names that no list knows and no head word types, of which the text tells by other means what they name.
extension EntityResolver {
  /// The type that the text tells in apposition to a name that no list knows: "Jund al-Aqsa, a jihadist group,", "a second
  /// movement, MODEL,", "Minicoy, the island of".
  func typeApposed(to mention: EntityMention) -> String? {
    switch mention.reference {
    case .short, .unknown: break
    default: return nil
    }
    guard mention.titles.isEmpty, !isHeadline(mention.tokens), isWhole(mention.tokens),
      !isGivenName(mention.tokens.lowerBound)
    else { return nil }
    let head = trees.head(of: mention.tokens)
    var nouns = trees.dependents(of: head, by: "appos").filter { $0 >= mention.tokens.upperBound }
    let end = mention.tokens.upperBound
    if trees.relations[head] == "appos", let governor = trees.heads[head],
      governor < mention.tokens.lowerBound, governor + 3 >= mention.tokens.lowerBound,
      end < table.count,
      [",", ".", ")", "—", "–"].contains(table.forms[end])
    {
      nouns.append(governor)
    }
    for noun in nouns
    where isCommaBetween(noun, mention.tokens) && table.isSmall(noun)
      && trees.partsOfSpeech[noun] == .noun
    {
      if let kind = kind(of: noun) { return kind }
    }
    return nil
  }

  /// Whether no other capitalised word or number stands right beside the name: "Defender" of "Defender Europe 23" isn't
  /// whole.
  private func isWhole(_ tokens: Range<Int>) -> Bool {
    let sentence = table.text.sentenceRecords[table.sentence[tokens.lowerBound]].tokens
    let before = tokens.lowerBound - 1
    let end = tokens.upperBound
    let isBegun = before > sentence.lowerBound && table.isCapitalized[before]
    let isContinued =
      end < sentence.upperBound
      && (table.isCapitalized[end] || table.forms[end].first?.isNumber == true)
    return !isBegun && !isContinued
  }

  /// Whether the word is a first name.
  func isGivenName(_ token: Int) -> Bool {
    gazetteer.words.isFirstName(table.forms[token])
  }

  /// The type that a common noun in the singular gives what it is said of.
  private func kind(of noun: Int) -> String? {
    let word = table.lower[noun]
    return gazetteer.heads.type(word, .apposed) ?? gazetteer.heads.type(word, .before)
  }

  /// Whether a comma or dash stands between a noun and a name.
  private func isCommaBetween(_ noun: Int, _ name: Range<Int>) -> Bool {
    let gap = noun < name.lowerBound ? noun + 1..<name.lowerBound : name.upperBound..<noun
    return gap.count < 12 && gap.contains { [",", "—", "–", "--", "("].contains(table.forms[$0]) }
  }

  /// Where the short form of a name stands that ends at `end`: "(SWA)", ", or SWA,", ", known as SWA".
  func shortName(behind end: Int) -> Int? {
    guard end + 2 < table.count else { return nil }
    if table.forms[end] == "(", table.forms[end + 2] == ")" { return end + 1 }
    guard table.forms[end] == "," else { return nil }
    let token =
      table.lower[end + 1] == "or"
      ? end + 2 : table.lower[end + 1] == "known" && table.lower[end + 2] == "as" ? end + 3 : nil
    guard let token, token < table.count, table.forms[token].utf8.count > 2,
      table.sentence[token] == table.sentence[end], table.forms[token].allSatisfy(\.isUppercase)
    else { return nil }
    return token
  }

  /// "Liberians United for Reconciliation and Democracy, or LURD,": capitals behind ", or" and before a comma are the
  /// short name of a body.
  func isShortName(_ mention: EntityMention) -> Bool {
    guard case .short(let word) = mention.reference, mention.titles.isEmpty,
      (3...6).contains(word.utf8.count), word.allSatisfy(\.isUppercase),
      case let start = mention.tokens.lowerBound, start > 2,
      mention.tokens.upperBound < table.count,
      table.sentence[start - 3] == table.sentence[start], table.isCapitalized[start - 3]
    else { return false }
    return table.lower[start - 1] == "or" && table.forms[start - 2] == ","
      && [",", ".", ")"].contains(table.forms[mention.tokens.upperBound])
  }

  /// Whether the sentence is a headline, where capitals tell nothing: no full stop ends it.
  private func isHeadline(_ tokens: Range<Int>) -> Bool {
    let sentence = table.text.sentenceRecords[table.sentence[tokens.lowerBound]].tokens
    let end = sentence.suffix(3)
    return !end.contains { [".", "?", "!"].contains(table.forms[$0]) }
  }

  /// The body of which several words of the text are the beginning: "Tupac Amaru" where it tells of the "Tupac Amaru
  /// Revolutionary Movement".
  func body(beginningWith words: String) -> Int? {
    let start = words + " "
    let fitting = result.entities.indices.filter { index in
      result.entities[index].type == "organization"
        && result.entities[index].aliases.contains { $0.hasPrefix(start) }
    }
    return fitting.count == 1 ? fitting[0] : nil
  }
}
