public import Graph
public import Language

/// Finds the time expressions of a text and resolves them.
///
/// A pure function of the text's tokens (with tags and tree where there are any) and the date of publication.
public struct TimeFinder: Sendable {
  /// The text that is looked through.
  public let text: AnnotatedText
  /// When it was published: a day, a month or a year.
  public let published: TimeSpan?
  private let table: TokenTable

  /// A finder for `text`; without a date of publication relative times stay unresolved.
  public init(_ text: AnnotatedText, published: TimeSpan?) {
    self.init(TokenTable(text), published: published)
  }

  init(_ table: TokenTable, published: TimeSpan?) {
    text = table.text
    self.published = published
    self.table = table
  }

  /// All expressions, in the order of the text, disjoint, each inside a sentence.
  ///
  /// - Complexity: linear in the number of tokens.
  public func expressions() -> [TimeExpression] {
    var result: [TimeExpression] = []
    var reference = TimeReference(published: published)
    for sentence in text.sentenceRecords {
      let grammar = TimeGrammar(atoms: TimeAtom.atoms(of: text, tokens: sentence.tokens)) { atom in
        let tag = text.tokenRecords[atom.token].partOfSpeech
        return tag != .verb && tag != .auxiliary
      }
      var index = 0
      while index < grammar.atoms.count {
        guard grammar.canStart(index), let parse = grammar.expression(index), parse.end > index
        else {
          index += 1
          continue
        }
        let atoms = grammar.atoms[index..<min(parse.end, grammar.atoms.count)]
        index = parse.end
        guard let first = atoms.first, let last = atoms.last else { continue }
        let tokens = first.token..<last.token + 1
        reference.outlook = TimeOutlook.at(tokens, in: sentence.tokens, of: table)
        let resolver = TimeResolver(reference: reference)
        var expression = TimeExpression(
          range: ByteRange(first.range.start, last.range.end), tokens: tokens,
          value: TimeValue(resolver: resolver).text(parse.meaning))
        do {
          let period = try resolver.period(parse.meaning)
          expression.resolved = try period.span()
          if period.firstPrecision == .day, !period.isOpen { reference.before = period.first }
        } catch {
          expression.reason = error
        }
        result.append(expression)
      }
    }
    return result
  }
}

extension TimeGrammar {
  /// Whether an expression may start at an atom; most can't, which saves asking all rules.
  func canStart(_ index: Int) -> Bool {
    atoms[index].number != nil || Self.starters.contains(atoms[index].text)
  }

  private static let starters: Set<String> = {
    var words: Set<String> = [
      "since", "from", "between", "until", "till", "through", "by", "before", "after", "prior",
      "as",
      "starting", "beginning", "commencing", "effective", "within", "in", "over", "during", "for",
      "the",
      "this", "these",
      "today", "tonight", "yesterday", "tomorrow", "tmrw", "tmr", "day", "same", "that", "rest",
      "week",
      "year", "month", "more", "less", "'", "q", "h", "w", "later",
    ]
    for table in [
      TimeWords.months, TimeWords.weekdays, TimeWords.cardinals, TimeWords.ordinals,
      TimeWords.shifts, TimeWords.vagueCounts, TimeWords.decades,
    ] { words.formUnion(table.keys) }
    words.formUnion(TimeWords.parts.keys)
    words.formUnion(TimeWords.seasons.keys)
    words.formUnion(TimeWords.holidays.compactMap(\.words.first))
    return words
  }()
}
