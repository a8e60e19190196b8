/// Finds the verb of a main clause in which the tagger found none, among forms that are known to be verbs.
///
/// "Myanmar's junta pardons 1,619 prisoners." The tagger looks at a word and its neighbours, and a word that was
/// always a noun in training is one to it wherever it stands. A whole clause shows more: it has a verb, which
/// stands behind a noun and before what starts another phrase.
package struct VerblessClause: Sendable {
  /// What a tag says of a word's place in a clause.
  private enum Role: UInt8 {
    case other, noun, plural, name, adjective, determiner, number, pronoun, preposition, particle,
      adverb, finite, base, participle, relative, infinitive, conjunction, mark
  }

  /// How surely what stands behind a word makes it a verb.
  private enum Strength: Int, Comparable {
    case weak, some, strong
    static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
  }

  private let roles: [Role]
  private let third: UInt8
  private let plural: UInt8
  private let past: UInt8
  private let modal: UInt8

  /// A finder over the tagger's classes.
  init(classes: [WordClass]) {
    roles = [.other] + classes.map(Self.role)
    func tag(_ fine: String) -> UInt8 {
      UInt8((classes.firstIndex(of: WordClass(.verb, fine)) ?? -1) + 1)
    }
    third = tag("VBZ")
    plural = tag("VBP")
    past = tag("VBD")
    modal = UInt8((classes.firstIndex { $0.fineTag == "MD" } ?? -1) + 1)
  }

  private static func role(of wordClass: WordClass) -> Role {
    switch wordClass.fineTag {
    case "NN": .noun
    case "NNS": .plural
    case "NNP", "NNPS": .name
    case "JJ", "JJR", "JJS": .adjective
    case "DT", "PDT", "PRP$": .determiner
    case "CD", "$": .number
    case "PRP": .pronoun
    case "IN": .preposition
    case "RP": .particle
    case "RB", "RBR": .adverb
    case "VBD", "VBZ", "VBP", "MD": .finite
    case "VB": .base
    case "VBN", "VBG": .participle
    case "WDT", "WP", "WP$", "WRB": .relative
    case "TO": .infinitive
    case "CC": .conjunction
    case ",", "-RRB-", "''": .mark
    default: .other
    }
  }

  /// A word of one sentence that is a verb, with the tag that says so; nil where nothing is amiss.
  ///
  /// `isSentence` tells that a full stop ends the words: others may be a title, which needs no verb.
  func verb(
    of words: borrowing Span<WordAtoms>, tags: borrowing Span<UInt8>, among verbs: VerbForms,
    isSentence: Bool
  ) -> (index: Int, tag: UInt8)? {
    guard third != 0, plural != 0, past != 0, words.count >= Self.shortest else { return nil }
    return mainVerb(words, tags, verbs, isSentence) ?? furtherVerb(words, tags, verbs)
      ?? subordinateVerb(words, tags, verbs)
  }

  // MARK: - The main clause

  private func mainVerb(
    _ words: borrowing Span<WordAtoms>, _ tags: borrowing Span<UInt8>, _ verbs: VerbForms,
    _ isSentence: Bool
  ) -> (index: Int, tag: UInt8)? {
    guard let end = endOfVerbless(words, tags) else { return nil }
    let needed: Strength = isSentence && end == words.count ? .weak : .strong
    var best: (index: Int, tag: UInt8, strength: Strength)?
    for index in 1..<max(1, end) {
      guard let tag = verbTag(at: index, words, tags, verbs, isSentence: isSentence),
        let strength = strength(at: index, words, tags), strength >= needed,
        strength == .strong
          || tag == third && strength == .some && words[index].entry.certainTag == 0
          || tag == plural && isPlural(before: index, tags),
        // "news host Eva Lind urges calm": an ending tells more than none.
        best.map({ $0.strength < strength || $0.tag != third && tag == third }) ?? true
      else { continue }
      best = (index, tag, strength)
    }
    return best.map { ($0.index, $0.tag) }
  }

  /// Up to where a sentence's main clause has no finite verb; nil where it has one.
  ///
  /// Each word that starts a clause takes one verb; where there are as many as verbs, none is left for the main clause.
  private func endOfVerbless(
    _ words: borrowing Span<WordAtoms>, _ tags: borrowing Span<UInt8>
  ) -> Int? {
    var clauses = 0
    var verbs = 0
    var end: Int?
    for index in tags.indices {
      let isOpening: Bool
      switch roles[Int(tags[index])] {
      case .relative: isOpening = true
      case .preposition: isOpening = Self.conjunctions.contains(words[index].lower)
      case .finite:
        // "names Lind and asks": what goes on with "and" shares the clause of what it goes on from.
        if before(index, tags) != .conjunction { verbs += 1 }
        isOpening = true
      case .base:
        guard !isGoverned(index, words, tags) else { continue }
        verbs += 1
        isOpening = true
      default: isOpening = false
      }
      guard isOpening else { continue }
      if index == 0 { return nil }
      if roles[Int(tags[index])] != .finite, roles[Int(tags[index])] != .base { clauses += 1 }
      if end == nil { end = index }
    }
    guard verbs <= clauses else { return nil }
    return verbs == 0 ? words.count : end
  }

  /// Whether an infinitive has a word before it that takes one.
  private func isGoverned(
    _ index: Int, _ words: borrowing Span<WordAtoms>, _ tags: borrowing Span<UInt8>
  ) -> Bool {
    for before in stride(from: index - 1, through: max(0, index - 4), by: -1) {
      let role = roles[Int(tags[before])]
      if role == .infinitive || role == .finite || role == .conjunction
        || Self.causatives.contains(words[before].lower)
      {
        return true
      }
    }
    return false
  }

  /// The tag of a word that may be the verb of the noun before it.
  private func verbTag(
    at index: Int, _ words: borrowing Span<WordAtoms>, _ tags: borrowing Span<UInt8>,
    _ verbs: VerbForms, isSentence: Bool
  ) -> UInt8? {
    guard words[index].capitals == .none else { return nil }
    let kinds = verbs.kinds(of: words[index].lower)
    guard !kinds.isEmpty else { return nil }
    var subject = index - 1
    while subject > 0, roles[Int(tags[subject])] == .adverb { subject -= 1 }
    let before = roles[Int(tags[subject])]
    let isBehindComma =
      before == .mark
      && tags.indices.prefix(subject).contains {
        [.noun, .plural, .name].contains(roles[Int(tags[$0])])
      }
    switch roles[Int(tags[index])] {
    case .plural where kinds.contains(.third):
      return [.noun, .name].contains(before) || isSentence && isBehindComma ? third : nil
    case .noun, .adjective, .finite:
      if kinds.contains(.base), isSentence {
        return before == .plural || before == .name && subject == index - 1 ? plural : nil
      }
      fallthrough
    case .participle, .other:
      guard kinds.contains(.past), isSentence else { return nil }
      guard subject == index - 1 else { return nil }
      if isBehindLast(index, words) { subject -= 1 }
      return [.noun, .plural, .name].contains(roles[Int(tags[subject])]) ? past : nil
    default: return nil
    }
  }

  /// Whether "last" stands between a word and what may be its subject: "The two sides last held talks in May".
  private func isBehindLast(_ index: Int, _ words: borrowing Span<WordAtoms>) -> Bool {
    index >= 2 && words[index - 1].lower == Self.last
  }

  /// Whether what stands right before a word is more than one: "troops", "Chad and the Seychelles".
  private func isPlural(before index: Int, _ tags: borrowing Span<UInt8>) -> Bool {
    var start = index - 1
    guard roles[Int(tags[start])] == .name else { return roles[Int(tags[start])] == .plural }
    while start > 0, [.name, .determiner].contains(roles[Int(tags[start])]) { start -= 1 }
    return start > 0 && roles[Int(tags[start])] == .conjunction
  }

  /// How surely what stands behind a word starts another phrase; nil where it doesn't.
  private func strength(
    at index: Int, _ words: borrowing Span<WordAtoms>, _ tags: borrowing Span<UInt8>
  ) -> Strength? {
    guard index + 1 < words.count else { return nil }
    if isBehindLast(index, words) { return .strong }
    let next = words[index + 1].lower
    switch roles[Int(tags[index + 1])] {
    case .determiner, .number, .pronoun, .name: return .strong
    case .preposition:
      if next == Self.that { return .strong }
      // "kills at least 60"
      return next == Self.at && index + 2 < words.count && words[index + 2].lower == Self.least
        ? .strong : .weak
    case .adjective:
      // "more than 60"
      return index + 3 < words.count && roles[Int(tags[index + 3])] == .number ? .strong : .some
    case .noun, .plural, .adverb, .particle: return .some
    case .infinitive:
      return index + 2 < words.count && roles[Int(tags[index + 2])] == .base ? .some : nil
    default: return nil
    }
  }

  // MARK: - What goes on with "and"

  /// "kills 30 people and injures 20 others": behind "and", what a number or an article follows is no noun, where the
  /// clause has had its verb.
  private func furtherVerb(
    _ words: borrowing Span<WordAtoms>, _ tags: borrowing Span<UInt8>, _ verbs: VerbForms
  ) -> (index: Int, tag: UInt8)? {
    var hasVerb = false
    for index in 1..<words.count - 1 {
      if tags[index] == third { hasVerb = true }
      guard hasVerb, roles[Int(tags[index])] == .plural, before(index, tags) == .conjunction,
        words[index].capitals == .none,
        verbs.kinds(of: words[index].lower).contains(.third),
        [.determiner, .number, .pronoun].contains(roles[Int(tags[index + 1])])
      else { continue }
      return (index, third)
    }
    return nil
  }

  // MARK: - What a conjunction starts

  /// "after Chad shot down a jet": behind a conjunction and a noun phrase, a past form before what starts another phrase.
  /// The sentence's start counts as well, but for what may be a participle there: "The deal signed the same day failed".
  private func subordinateVerb(
    _ words: borrowing Span<WordAtoms>, _ tags: borrowing Span<UInt8>, _ verbs: VerbForms
  ) -> (index: Int, tag: UInt8)? {
    var subject: Int? = 0
    var isMain = true
    for index in tags.indices {
      switch roles[Int(tags[index])] {
      case .preposition where Self.conjunctions.contains(words[index].lower),
        .relative where Self.conjunctions.contains(words[index].lower):
        subject = index + 1
        isMain = false
      case .noun, .participle, .adjective, .finite:
        guard let start = subject else { continue }
        if index > start, words[index].capitals == .none,
          verbs.kinds(of: words[index].lower).contains(.past), !isVerb(index, tags),
          [.noun, .plural, .name].contains(roles[Int(tags[index - 1])]),
          isBeforePhrase(index, words, tags),
          roles[Int(tags[index])] != .participle || !isMain && !isBeforeDay(index, words)
        {
          return (index, past)
        }
        if [.participle, .finite].contains(roles[Int(tags[index])]) { subject = nil }
      case .determiner, .number, .plural, .name: continue
      default: subject = nil
      }
    }
    return nil
  }

  /// Whether a word is a finite verb already; no modal verb is among those that are looked for.
  private func isVerb(_ index: Int, _ tags: borrowing Span<UInt8>) -> Bool {
    roles[Int(tags[index])] == .finite && tags[index] != modal
  }

  /// Whether an article, a number, a pronoun or a name stands behind a word, or behind its particle: "shot down a jet".
  private func isBeforePhrase(
    _ index: Int, _ words: borrowing Span<WordAtoms>, _ tags: borrowing Span<UInt8>
  ) -> Bool {
    guard index + 2 < words.count else { return false }
    let next = Self.particles.contains(words[index + 1].lower) ? index + 2 : index + 1
    return [.determiner, .number, .pronoun, .name].contains(roles[Int(tags[next])])
  }

  /// Whether a day stands behind a word: "the accord reached Friday".
  private func isBeforeDay(_ index: Int, _ words: borrowing Span<WordAtoms>) -> Bool {
    Self.days.contains(words[index + 1].lower)
  }

  /// What stands before a word, past its adverbs.
  private func before(_ index: Int, _ tags: borrowing Span<UInt8>) -> Role {
    var before = index - 1
    while before > 0, roles[Int(tags[before])] == .adverb { before -= 1 }
    return before >= 0 ? roles[Int(tags[before])] : .other
  }

  private static let shortest = 4
  private static let that = FeatureHash.ofWord("that".utf8)
  private static let last = FeatureHash.ofWord("last".utf8)
  private static let at = FeatureHash.ofWord("at".utf8)
  private static let least = FeatureHash.ofWord("least".utf8)
  /// Words that start a clause, though some of them are prepositions too.
  private static let conjunctions = Set(
    """
    that as after before because while since although though if until till once whereas than unless when
    """.split(whereSeparator: \.isWhitespace).map { FeatureHash.ofWord($0.utf8) })
  /// Words by which a day is told right behind a participle.
  private static let days = Set(
    """
    monday tuesday wednesday thursday friday saturday sunday this that last next earlier january february march
    april may june july august september october november december
    """.split(whereSeparator: \.isWhitespace).map { FeatureHash.ofWord($0.utf8) })
  /// Words that a verb may take before its object.
  private static let particles = Set(
    "down up out off over back away".split(separator: " ").map { FeatureHash.ofWord($0.utf8) })
  /// Words before an infinitive without "to".
  private static let causatives = Set(
    "let help make have see helps lets makes helping making".split(separator: " ").map {
      FeatureHash.ofWord($0.utf8)
    })
}
