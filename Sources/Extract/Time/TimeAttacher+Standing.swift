import Graph
import Language

/// Since when, and when, a fact holds.
extension TimeAttacher {
  /// The time of a fact that holds: "a member since 1994", "since the war in 1994, a member", "joined in 1994"; nil where
  /// the words tell none.
  ///
  /// A fact that has a term (`isTerm`) has the time of the verb that states it, and since then where that verb or noun
  /// is among `beginnings`; what has ended, or lies ahead (`status`), has its time as a happening has.
  func standingTime(
    of tokens: Range<Int>, sentence: Int, status: Status, isTerm: Bool, words: ClauseWords
  ) -> TimeSpan? {
    if let time = time(of: tokens, sentence: sentence, status: status, isStanding: true) {
      return time
    }
    guard isTerm else { return nil }
    if let start = start(of: tokens, sentence: sentence) { return start }
    let verbs = place(of: tokens).verbs
    let isBeginning = verbs.union(tokens).contains {
      words.beginnings.contains(records[$0].lemma ?? table.lower[$0])
    }
    guard status != .actual || isBeginning || isVerb(tokens, verbs, words) else { return nil }
    guard
      let time = time(
        of: tokens, sentence: sentence, status: status, isStanding: false, isFact: true),
      time.lastDay != .max
    else { return nil }
    return status == .actual && isBeginning ? time.opened : time
  }

  /// Whether it is a verb that states the fact, and none by which somebody says so.
  private func isVerb(_ tokens: Range<Int>, _ verbs: Set<Int>, _ words: ClauseWords) -> Bool {
    !verbs.isDisjoint(with: tokens)
      && !verbs.contains { words.reporting.contains(records[$0].lemma ?? table.lower[$0]) }
  }

  /// The open time of a fact since something that the text dates, or until that: "Since the war in 1994, Peru has been a
  /// member", "governed it until Chad became independent in 1975".
  private func start(of tokens: Range<Int>, sentence: Int) -> TimeSpan? {
    let claim = place(of: tokens)
    for candidate in expressions(in: sentence) {
      guard let time = candidate.resolved, time.lastDay != .max else { continue }
      if isOpening(candidate.tokens, before: claim.tokens)
        || isEverSince(candidate.tokens, before: claim.tokens)
        || isSinceEvent(candidate.tokens, of: claim)
      {
        return time.opened
      }
      guard
        let head = TimeOutlook.head(of: candidate.tokens, in: records)
      else { continue }
      var current = records[head].head
      for _ in 0..<Self.sinceDepth {
        guard let token = current else { break }
        if startsWith(token, ["since", "until", "till"]) {
          guard let fact = records[token].head,
            claim.tokens.contains(fact) || claim.verbs.contains(fact)
          else { break }
          return startsWith(token, ["since"]) ? time.opened : time.closed(before: published)
        }
        current = records[token].head
      }
    }
    return nil
  }

  /// Whether the time ends the phrase with "since" of a verb in the perfect, wherever the tree hangs it: "has ruled
  /// Zimbabwe since independence in 1980".
  private func isSinceEvent(_ time: Range<Int>, of claim: ClaimPlace) -> Bool {
    let sentence = table.text.sentenceRecords[table.sentence[time.lowerBound]].tokens
    let before = max(sentence.lowerBound, time.lowerBound - Self.eventReach)..<time.lowerBound
    guard let since = before.last(where: { table.lower[$0] == "since" }),
      !(since..<time.lowerBound).contains(where: {
        TimeOutlook.isVerb($0, records) || table.lower[$0] == ","
      }),
      let head = TimeOutlook.head(of: time, in: records)
    else { return false }
    return records.ancestors(of: head).prefix(Self.sinceDepth)
      .first { TimeOutlook.isVerb($0, records) }.map { claim.verbs.contains($0) && lasts($0) }
      ?? false
  }

  /// The open time of what has gone on since something that the text dates: "has fought them since the coup in 1989".
  func timeSince(_ tokens: Range<Int>, sentence: Int) -> TimeSpan? {
    guard place(of: tokens).verbs.contains(where: lasts) else { return nil }
    return start(of: tokens, sentence: sentence)
  }

  /// Whether a verb tells what has gone on: "has fought".
  func lasts(_ verb: Int) -> Bool {
    table.text.sentenceRecords[table.sentence[verb]].tokens.contains {
      records[$0].head == verb && ["has", "have", "'s", "'ve"].contains(table.lower[$0])
        && records[$0].relation?.rawValue == "aux"
    }
  }

  /// How many words may stand between "since" and the time of what it names.
  private static let eventReach = 7
  /// Whether a fact behind the time has held "ever since" it: "annexed Crimea in 2014 and has controlled it ever since".
  private func isEverSince(_ time: Range<Int>, before claim: Range<Int>) -> Bool {
    guard time.upperBound <= claim.lowerBound else { return false }
    let sentence = table.text.sentenceRecords[table.sentence[time.lowerBound]].tokens
    return (claim.upperBound..<sentence.upperBound).contains {
      table.lower[$0] == "since" && table.lower[$0 - 1] == "ever"
    }
  }

  /// Whether the time ends a phrase with "since" that opens the sentence of a fact in the perfect, whatever its tree.
  private func isOpening(_ time: Range<Int>, before claim: Range<Int>) -> Bool {
    let sentence = table.text.sentenceRecords[table.sentence[time.lowerBound]].tokens
    guard table.lower[sentence.lowerBound] == "since", time.upperBound < claim.lowerBound,
      table.lower[time.upperBound] == ",",
      !(sentence.lowerBound..<time.upperBound).contains(where: { table.lower[$0] == "," })
    else { return false }
    return (time.upperBound..<claim.lowerBound).contains {
      ["has", "have", "had"].contains(table.lower[$0])
    }
  }

  /// How many words up from a time the "since" may stand that it is part of.
  private static let sinceDepth = 4
}

extension TimeSpan {
  /// Until its end, as exactly as that is told, where that is a month or year gone by.
  func closed(before published: TimeSpan?) -> TimeSpan? {
    guard let published, lastDay < published.firstDay, length > 1 else { return nil }
    let end = rawValue.split(separator: "/").last.map(String.init) ?? rawValue
    return TimeSpan(rawValue: "../" + end)
  }

  /// Since its start, as exactly as that is told.
  var opened: TimeSpan? {
    let start = rawValue.split(separator: "/").first.map(String.init) ?? rawValue
    return TimeSpan(rawValue: start + "/..")
  }

  /// Until its end, as exactly as that is told; nil where it has none.
  var closed: TimeSpan? {
    guard lastDay != .max else { return nil }
    let end = rawValue.split(separator: "/").last.map(String.init) ?? rawValue
    return TimeSpan(rawValue: "../" + end)
  }
}
