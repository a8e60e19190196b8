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
    let told = tellings()
    let isRetrospect = isRetrospect(told)
    var reference = TimeReference(published: published)
    return told.map { telling in
      reference.sentence = table.sentence[telling.tokens.lowerBound]
      let sentence = text.sentenceRecords[reference.sentence].tokens
      reference.isOpening = telling.tokens.lowerBound == sentence.lowerBound
      reference.outlook = TimeOutlook.at(telling.tokens, in: sentence, of: table)
      let resolver = TimeResolver(reference: reference)
      var expression = TimeExpression(
        range: telling.range, tokens: telling.tokens,
        value: TimeValue(resolver: resolver).text(telling.meaning))
      do throws(TimeExpression.Reason) {
        let period = try resolver.period(telling.meaning)
        expression.resolved = try period.span()
        reference.note(period, in: reference.sentence)
        if isRetrospect, isAdjunct(telling.tokens) {
          reference.noteRetrospect(period, isExplicit: telling.meaning.namesYear)
        }
      } catch {
        expression.reason = error
      }
      return expression
    }
  }

  /// A time before it is known what it is reckoned from.
  private struct Telling {
    let range: ByteRange
    let tokens: Range<Int>
    var meaning: TimeMeaning
  }

  private func tellings() -> [Telling] {
    var result: [Telling] = []
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
        guard let first = atoms.first, let last = atoms.last,
          !(atoms.count == 1 && isNamePart(first.token))
        else { continue }
        result.append(
          Telling(
            range: ByteRange(first.range.start, last.range.end),
            tokens: first.token..<last.token + 1, meaning: parse.meaning))
      }
    }
    // From the right, so that a year reaches all of "January, March and May 1974".
    for index in result.indices.dropLast().reversed() {
      shareYear(of: result[index + 1], with: &result[index])
    }
    return result
  }

  /// Whether what could be a short day or month goes on a name that starts right before it: "Kyaw Thu", "Theresa May".
  private func isNamePart(_ token: Int) -> Bool {
    guard token > 0, table.lower[token].utf8.count == Self.shortest,
      table.isCapitalized[token - 1]
    else { return false }
    let (first, second) = (text.tokenRecords[token - 1], text.tokenRecords[token])
    let isJoined =
      second.head == token - 1 && second.relation?.rawValue == "flat"
      || first.head == token && ["compound", "flat"].contains(first.relation?.rawValue)
    return isJoined && first.partOfSpeech == .properNoun
      && !TimeWords.namesDay(table.lower[token - 1])
  }

  /// In bytes: that of "Thu" and "May".
  private static let shortest = 3

  /// Whether a clause has the time, no noun, and not as what had been before: neither "the October 1973 war" nor "had
  /// fought in 1973" take a story there.
  private func isAdjunct(_ tokens: Range<Int>) -> Bool {
    let records = text.tokenRecords
    guard let head = TimeOutlook.head(of: tokens, in: records),
      records[head].relation?.rawValue.hasPrefix("obl") == true, let verb = records[head].head
    else { return false }
    return !text.sentenceRecords[table.sentence[head]].tokens.contains {
      records[$0].head == verb && table.lower[$0] == "had"
    }
  }

  /// "In January and May 1974": the year is that of both.
  private func shareYear(of later: Telling, with earlier: inout Telling) {
    guard later.tokens.lowerBound == earlier.tokens.upperBound + 1,
      ["and", "or", ",", "to", "through"].contains(table.lower[earlier.tokens.upperBound]),
      case .date(.none, let month?, let day, nil) = earlier.meaning,
      case .date(.number(let year), let last?, _, _) = later.meaning, month <= last
    else { return }
    earlier.meaning = .date(year: .number(year), month: month, day: day)
  }

  /// Whether the text looks back on years gone by: it names years, all of them before its publication, reckons no time
  /// from that, and nobody speaks in it.
  private func isRetrospect(_ told: [Telling]) -> Bool {
    let resolver = TimeResolver(reference: TimeReference(published: published))
    let dated = told.lazy.filter(\.meaning.namesYear).compactMap {
      try? resolver.period($0.meaning)
    }
    // A report of a year has its own months, which it doesn't name.
    guard published?.rawValue.utf8.count != Self.yearLength,
      dated.prefix(Self.fewestYears).count == Self.fewestYears,
      !told.contains(where: \.meaning.isDeictic)
    else { return false }
    if let published,
      dated.contains(where: {
        $0.last.number >= published.firstDay && $0.first.year == $0.last.year
          && $0.first.number != published.firstDay
      })
    {
      return false
    }
    return !table.forms.contains(where: Self.speakers.contains)
  }

  /// How many years a text names at least that looks back on them.
  private static let fewestYears = 2
  /// That of "2014".
  private static let yearLength = 4
  /// Words of who speaks in a text.
  static let speakers: Set<String> = ["We", "we", "Our", "our", "us", "My", "my"]
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

  private static let vocabulary: WordIndex<Role> = {
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
    cores.formUnion(TimeWords.dayParts)

    var roles = WordIndex<Role>()
    for word in starters { roles[word] = cores.contains(word) ? .both : .starter }
    for word in cores.subtracting(starters) { roles[word] = .core }
    return roles
  }()
}
