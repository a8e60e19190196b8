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
      var end = 0
      for index in grammar.starts() where index >= end {
        guard let parse = grammar.expression(index), parse.end > index else { continue }
        let atoms = grammar.atoms[index..<min(parse.end, grammar.atoms.count)]
        end = parse.end
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
          if period.firstPrecision == .day, !period.isOpen {
            reference.before = period.first
            if let day = reference.day, period.first <= day { reference.pastBefore = period.first }
          }
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
  /// The places where an expression may start: at a number or a word that starts one, with a word that tells a time
  /// not far behind it. Most can't, which saves asking all rules.
  func starts() -> [Int] {
    var found: [Int] = []
    var core = Int.max
    for index in atoms.indices.reversed() {
      let role = atoms[index].number != nil ? .both : Self.vocabulary[word(index)]
      guard let role else { continue }
      if role != .starter { core = index }
      if role != .core, core != .max, core - index <= Self.reach { found.append(index) }
    }
    return found.reversed()
  }

  /// What a word is in an expression: one that may start it, one without which there is none, or both.
  private enum Role { case starter, core, both }

  /// How many atoms may stand before the word that tells the time: "from the very beginning of the second half of".
  private static let reach = 12

  private static let vocabulary: [String: Role] = {
    var starters: Set<String> = [
      "since", "from", "between", "until", "till", "through", "by", "before", "after", "prior",
      "as", "starting", "beginning", "commencing", "effective", "within", "in", "over", "during",
      "for", "the", "this", "these", "same", "that", "rest", "more", "less", "'", "q", "h", "w",
      "later", "today", "tonight", "yesterday", "tomorrow", "tmrw", "tmr", "day", "week", "year",
      "month",
    ]
    for table in [
      TimeWords.months, TimeWords.weekdays, TimeWords.cardinals, TimeWords.ordinals,
      TimeWords.shifts, TimeWords.vagueCounts, TimeWords.decades,
    ] { starters.formUnion(table.keys) }
    starters.formUnion(TimeWords.parts.keys)
    starters.formUnion(TimeWords.seasons.keys)
    let holidays = TimeWords.holidays.compactMap(\.words.first)
    starters.formUnion(holidays)

    var cores: Set<String> = [
      "today", "tonight", "yesterday", "tomorrow", "tmrw", "tmr", "now", "date", "time", "future",
    ]
    for table in [
      TimeWords.months, TimeWords.weekdays, TimeWords.cardinals, TimeWords.ordinals,
      TimeWords.decades,
    ] { cores.formUnion(table.keys) }
    cores.formUnion(TimeWords.units.keys)
    cores.formUnion(TimeWords.seasons.keys)
    cores.formUnion(holidays)

    var roles: [String: Role] = [:]
    for word in starters { roles[word] = cores.contains(word) ? .both : .starter }
    for word in cores.subtracting(starters) { roles[word] = .core }
    return roles
  }()
}
