import Language

/// Mends sentences that a clause with "whose", "who" or "which" interrupts: "The party, whose leader, Eva Lind, has
/// resigned, called for calm". The parser takes the verb of the clause for the sentence's, the sentence's for a part of
/// the clause, or what the clause is about for its subject.
struct WhoseRepair {
  private var text: AnnotatedText
  private let lower: [String]

  /// The text with its trees mended.
  static func mended(_ table: TokenTable) -> AnnotatedText {
    var repair = Self(text: table.text, lower: table.lower)
    for sentence in table.text.sentenceRecords.map(\.tokens) {
      for token in sentence.dropFirst(2).dropLast(3)
      where repair.lower[token - 1] == "," && Self.pronouns.contains(repair.lower[token]) {
        repair.mend(token, in: sentence)
      }
    }
    return repair.text
  }

  /// The words of such a sentence.
  private struct Parts {
    /// What the pronoun stands for.
    let antecedent: Int
    /// What it has, or who that is; "who" or "which" itself.
    let owned: Int
    /// The name of what it has: "whose leader, Eva Lind".
    let name: Int?
    /// The verb of the clause.
    let inner: Int
    /// The sentence's verb, behind the comma.
    let outer: Int
    /// The comma that ends the clause.
    let close: Int
  }

  private mutating func mend(_ whose: Int, in sentence: Range<Int>) {
    guard let parts = parts(around: whose, in: sentence) else { return }
    let (inner, outer, antecedent) = (parts.inner, parts.outer, parts.antecedent)
    if head(inner) == antecedent, head(antecedent) == outer { return }
    let isOwner = lower[whose] == "whose"
    // Of the others only what can't be is mended: the sentence's verb inside of the clause.
    let clause = whose..<parts.close
    guard isOwner || text.tokenRecords.ancestors(of: outer).contains(where: clause.contains)
    else { return }
    let dependents = Dependents(text.tokenRecords, of: sentence)
    // The sentence's verb takes the place that the clause's had.
    if let above = head(outer), clause.contains(above) || above == antecedent || head(inner) == nil
    {
      let heir = head(inner).flatMap { head in
        clause.contains(head)
          || ([head] + text.tokenRecords.ancestors(of: head)).contains {
            $0 == outer || $0 == antecedent
          }
          ? nil : head
      }
      text.tokenRecords[outer].relation =
        heir == nil ? DependencyRelation(rawValue: "root") : text.tokenRecords[inner].relation
      text.tokenRecords[outer].head = heir
    }
    for token in dependents[inner]
    where token > parts.close && token != outer || token < whose && token != antecedent {
      hang(token, on: outer, nil)
    }
    hang(antecedent, on: outer, "nsubj")
    hang(inner, on: antecedent, "acl:relcl")
    hang(parts.owned, on: inner, "nsubj")
    if isOwner { hang(whose, on: parts.owned, "nmod:poss") }
    if let name = parts.name { hang(name, on: parts.owned, "appos") }
    // "has yet to speak"
    if outer + 1 < sentence.upperBound, lower[outer + 1] == "yet",
      let deed = (outer + 2..<sentence.upperBound).first(where: {
        text.tokenRecords[$0].fineTag == "VB"
      })
    {
      hang(deed, on: outer, "xcomp")
    }
  }

  private static let pronouns: Set<String> = ["whose", "who", "which"]

  private mutating func hang(_ token: Int, on head: Int, _ relation: String?) {
    guard token != head, !text.tokenRecords.ancestors(of: head).contains(token) else { return }
    text.tokenRecords[token].head = head
    if let relation {
      text.tokenRecords[token].relation = DependencyRelation(rawValue: relation)
    }
  }

  // MARK: - Reading the words

  private func parts(around whose: Int, in sentence: Range<Int>) -> Parts? {
    guard isNominal(whose - 2) else { return nil }
    var antecedent = whose - 2
    while let above = head(antecedent), above < antecedent, above >= sentence.lowerBound,
      isNominal(above), ["flat", "compound", "appos"].contains(relation(antecedent))
    {
      antecedent = above
    }
    guard !hasPreposition(antecedent, in: sentence) else { return nil }
    let isOwner = lower[whose] == "whose"
    guard
      let (owned, end) = isOwner ? phrase(from: whose + 1, in: sentence) : (whose, whose + 1)
    else { return nil }
    var next = isOwner ? self.end(ofTitle: end, in: sentence) : end
    var name: Int?
    // To the parser a title with the name behind its comma may be one word.
    if (whose..<end).contains(where: { lower[$0] == "," }) {
      guard next < sentence.upperBound, lower[next] == "," else { return nil }
      next += 1
    } else if next < sentence.upperBound, lower[next] == "," {
      guard let (named, end) = phrase(from: next + 1, in: sentence), end < sentence.upperBound,
        lower[end] == ",", text.tokenRecords[named].partOfSpeech == .properNoun
      else { return nil }
      name = named
      next = end + 1
    }
    guard let inner = verb(from: next, in: sentence) else { return nil }
    for comma in inner + 1..<max(inner + 1, sentence.upperBound - 1) where lower[comma] == "," {
      let outer =
        verb(from: comma + 1, in: sentence)
        ?? untaggedVerb(comma + 1, behind: whose..<comma, in: sentence)
      if let outer, isAlone(outer, behind: comma) {
        return Parts(
          antecedent: antecedent, owned: owned, name: name, inner: inner, outer: outer,
          close: comma)
      }
    }
    return nil
  }

  /// The noun phrase that starts at a token: its head and the token behind it.
  private func phrase(from start: Int, in sentence: Range<Int>) -> (head: Int, end: Int)? {
    var end = start
    while end < sentence.upperBound,
      isNominal(end) || text.tokenRecords[end].partOfSpeech == .adjective || lower[end] == "-"
        || [.numeral, .determiner].contains(text.tokenRecords[end].partOfSpeech)
    {
      end += 1
    }
    // "secretary-general"
    guard let last = (start..<end).last(where: isNominal),
      last == end - 1 || last == end - 3 && lower[end - 2] == "-"
    else { return nil }
    // A name is headed by its first word, with its title below.
    var top = last
    while let above = head(top), (start..<end).contains(above), isNominal(above) { top = above }
    return (top, end)
  }

  /// Where what an office is for ends: "whose secretary of state for trade, Eva Lind,". Only a name behind a comma shows it.
  private func end(ofTitle end: Int, in sentence: Range<Int>) -> Int {
    guard end < sentence.upperBound, ["of", "for", "to"].contains(lower[end]) else { return end }
    var next = end
    while next < sentence.upperBound, next < end + Self.longestField,
      isNominal(next) || ["of", "for", "to", "and", "the"].contains(lower[next])
        || text.tokenRecords[next].partOfSpeech == .adjective
    {
      next += 1
    }
    guard next + 1 < sentence.upperBound, lower[next] == ",",
      text.tokenRecords[next + 1].partOfSpeech == .properNoun
    else { return end }
    return next
  }

  private static let longestField = 9

  /// The verb, past its auxiliaries and adverbs, of a clause that goes on at a token without a subject.
  private func verb(from start: Int, in sentence: Range<Int>) -> Int? {
    var token = start
    var isFinite = false
    while token < sentence.upperBound {
      let record = text.tokenRecords[token]
      if record.isFinite { isFinite = true }
      if record.partOfSpeech == .verb, record.fineTag != "VBG" || isFinite {
        return isFinite ? token : nil
      }
      // "has yet to invite": the auxiliary is the verb.
      if record.partOfSpeech == .auxiliary, lower[token] != "to", token + 1 < sentence.upperBound,
        lower[token + 1] == "yet"
      {
        return token
      }
      guard
        record.partOfSpeech == .auxiliary || record.partOfSpeech == .adverb
          || record.partOfSpeech == .particle
      else { return nil }
      token += 1
    }
    return nil
  }

  /// What may be a past form, though its tag has it for a participle, since an object stands right behind it, or since the
  /// sentence has no other verb than the clause's: "Lind, who is seeking a second term, called on Chad to act."
  private func untaggedVerb(_ token: Int, behind clause: Range<Int>, in sentence: Range<Int>)
    -> Int?
  {
    guard token + 1 < sentence.upperBound, text.tokenRecords[token].fineTag == "VBN" else {
      return nil
    }
    let hasObject =
      isNominal(token + 1) || text.tokenRecords[token + 1].partOfSpeech == .determiner
    let isOnlyVerb =
      lower[token + 1] != "by" && lower[sentence.upperBound - 1] == "."
      && clause.contains { head($0) == nil }
    return hasObject || isOnlyVerb ? token : nil
  }

  /// Whether no subject stands between the comma and the verb, and the verb is none of a list of the clause's.
  private func isAlone(_ verb: Int, behind comma: Int) -> Bool {
    !text.tokenRecords.indices.clamped(to: comma + 1..<verb).contains(where: isNominal)
  }

  private func hasPreposition(_ token: Int, in sentence: Range<Int>) -> Bool {
    sentence.contains {
      $0 < token && head($0) == token && relation($0) == "case" && lower[$0] != "'s"
    }
  }

  private func isNominal(_ token: Int) -> Bool {
    [.noun, .properNoun].contains(text.tokenRecords[token].partOfSpeech)
  }

  private func head(_ token: Int) -> Int? { text.tokenRecords[token].head }
  private func relation(_ token: Int) -> String {
    text.tokenRecords[token].relation?.rawValue ?? ""
  }
}
