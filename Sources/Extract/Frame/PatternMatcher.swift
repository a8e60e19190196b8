import Language

/// Matches token patterns against a sentence whose mentions are resolved.
struct PatternMatcher {
  let table: TokenTable
  let entities: DocumentEntities
  let institutions: Set<String>
  /// The mentions that start at each token, and at the end none: with their title, or with the bare name.
  private let starts: [[Int]]
  /// Whether a token is a determiner at which no mention starts.
  private let isPassedOver: [Bool]

  init(table: TokenTable, entities: DocumentEntities, institutions: Set<String>) {
    self.table = table
    self.entities = entities
    self.institutions = institutions
    var starts = [[Int]](repeating: [], count: table.count + 1)
    for (index, mention) in entities.mentions.enumerated() {
      starts[mention.mention.extent.lowerBound].append(index)
      if mention.mention.extent != mention.mention.tokens {
        starts[mention.mention.tokens.lowerBound].append(index)
      }
    }
    self.starts = starts
    isPassedOver = table.lower.indices.map {
      starts[$0].isEmpty && Self.determiners.contains(table.lower[$0])
    }
  }

  /// What a pattern matched: tokens, those among them that are its own words, and for each role the mentions
  /// (by index) that fill it.
  struct Match {
    var tokens: Range<Int>
    var words: Set<Int> = []
    var roles: [String: [Int]] = [:]
  }

  /// All matches of `pattern` in the sentence, one for each place where it can start.
  func matches(_ pattern: TokenPattern, in sentence: Range<Int>) -> [Match] {
    let startsWithSlot = if case .slot = pattern.elements.first { true } else { false }
    return sentence.compactMap { start in
      if startsWithSlot, starts[start].isEmpty, !isPassedOver[start] { return nil }
      var match = Match(tokens: start..<start)
      return extend(&match, pattern.elements, from: 0, at: start, limit: sentence.upperBound)
        ? match : nil
    }
  }

  private func extend(
    _ match: inout Match, _ elements: [TokenPattern.Element], from index: Int, at position: Int,
    limit: Int
  ) -> Bool {
    guard index < elements.count else {
      match.tokens = match.tokens.lowerBound..<position
      return position > match.tokens.lowerBound
    }
    let rest = index + 1
    switch elements[index] {
    case .words(let words, let isOptional):
      if position < limit, words.contains(table.lower[position]) {
        var attempt = match
        attempt.words.insert(position)
        if extend(&attempt, elements, from: rest, at: position + 1, limit: limit) {
          match = attempt
          return true
        }
      }
      return isOptional && extend(&match, elements, from: rest, at: position, limit: limit)
    case .without(let words):
      let follows =
        position + words.count <= limit
        && zip(position..., words).allSatisfy {
          $1 == "^" ? table.isCapitalized[$0] : table.lower[$0] == $1
        }
      return !follows && extend(&match, elements, from: rest, at: position, limit: limit)
    case .gap:
      // A gap after "Kishida 's" would make a possessor the subject: such a pattern says so itself.
      if index > 0, case .slot = elements[index - 1], position < limit,
        table.lower[position] == "'s"
      {
        return false
      }
      var next = position
      while next <= min(limit, position + TokenPattern.longestGap) {
        if extend(&match, elements, from: rest, at: next, limit: limit) { return true }
        if next > position, isRival(at: next, before: index, of: elements) { return false }
        if next < limit, Self.boundaries.contains(table.lower[next]) { return false }
        next += 1
      }
      return false
    case .slot(let role, let types, let form):
      // The longest list first; a shorter one leaves its rest to what follows: "Abe and Putin agreed".
      for filling in fillings(types, form, at: position, limit: limit).reversed() {
        var attempt = match
        attempt.roles[role, default: []] += filling.mentions
        if extend(&attempt, elements, from: rest, at: filling.end, limit: limit) {
          match = attempt
          return true
        }
      }
      return false
    }
  }

  /// Whether a mention starts here that would fill the slot before the gap better, being nearer to what
  /// comes after it: of "Sochi, Russia, when Abe attended", Abe.
  private func isRival(
    at position: Int, before gap: Int, of elements: [TokenPattern.Element]
  ) -> Bool {
    guard gap > 0, case .slot(_, let types, let form) = elements[gap - 1], form != .adjective
    else { return false }
    return starts[position].contains { index in
      let mention = entities.mentions[index]
      if case .thing(_, .adjective) = mention.mention.reference { return false }
      return types.contains(entities.entities[mention.entity].type)
    }
  }

  /// What may fill a slot from `position` on: a mention, then the lists that start with it, ever longer.
  private func fillings(
    _ types: Set<String>, _ form: TokenPattern.Form, at position: Int, limit: Int
  ) -> [(mentions: [Int], end: Int)] {
    var start = position
    while start < limit, isPassedOver[start] { start += 1 }
    guard let first = single(types, form, at: start, limit: limit) else {
      return []
    }
    var fillings = [(mentions: [first.mention], end: first.end)]
    // "as Chad's president": a pattern may want the possessor for itself.
    let name = entities.mentions[first.mention].mention.tokens.upperBound
    if name < first.end, table.lower[name] == "'s" {
      fillings.insert(([first.mention], name), at: 0)
    }
    while form == .any, let (mentions, end) = fillings.last {
      var next = end
      while next < limit, [",", "and", "as", "well", "or"].contains(table.lower[next]) { next += 1 }
      guard next > end else { break }
      while next < limit, isPassedOver[next] { next += 1 }
      guard let more = single(types, form, at: next, limit: limit) else { break }
      fillings.append((mentions + [more.mention], more.end))
    }
    return fillings
  }

  private func single(
    _ types: Set<String>, _ form: TokenPattern.Form, at position: Int, limit: Int
  ) -> (mention: Int, end: Int)? {
    var best: (mention: Int, end: Int)?
    for index in starts[position] {
      let mention = entities.mentions[index]
      guard types.contains(entities.entities[mention.entity].type) else { continue }
      var end = mention.mention.tokens.upperBound
      if case .thing(_, let kind) = mention.mention.reference, kind == .adjective || kind == .people
      {
        if form == .adjective {
          guard kind == .adjective else { continue }
        } else if kind == .adjective {
          // A demonym acts only through a noun: "the Japanese government".
          guard form != .name, end < limit, institutions.contains(table.lower[end])
          else { continue }
          end += 1
        }
      } else if form == .adjective || form == .name && mention.foundBy == "metonym.capital" {
        continue
      } else if end + 1 < limit, table.lower[end] == "'s",
        institutions.contains(table.lower[end + 1])
      {
        end += 2
      } else if end < limit, ["government", "administration"].contains(table.lower[end]) {
        end += 1
      } else if form != .adjective {
        end = shortFormEnd(behind: end, of: mention.entity)
      }
      guard end <= limit, end > (best?.end ?? -1) else { continue }
      best = (index, end)
    }
    return best
  }

  /// Where a name ends with its short form in brackets: "Center for Strategic Studies (CSS)".
  private func shortFormEnd(behind end: Int, of entity: Int) -> Int {
    guard end + 2 < table.count, table.forms[end] == "(", table.forms[end + 2] == ")",
      starts[end + 1].contains(where: { entities.mentions[$0].entity == entity })
    else { return end }
    return end + 3
  }

  /// What no gap passes over: another clause, with another subject, begins or ends there.
  private static let boundaries: WordSet = [
    ";", ":", "“", "\"", "”", "but", "while", "whereas", "although", "though",
  ]
  private static let determiners: WordSet = ["the", "a", "an", "its", "both"]
}
