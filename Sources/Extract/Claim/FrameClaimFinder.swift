import Graph
import Language

/// Finds the claims that the frames' patterns state.
struct FrameClaimFinder {
  let library: FrameLibrary
  let ontology: Ontology
  let table: TokenTable
  let entities: DocumentEntities
  /// The tokens that go on a name which starts before them.
  private let goesOn: Set<Int>

  init(
    library: FrameLibrary, ontology: Ontology, table: TokenTable, entities: DocumentEntities
  ) {
    self.library = library
    self.ontology = ontology
    self.table = table
    self.entities = entities
    goesOn = Set(entities.mentions.flatMap { $0.mention.tokens.dropFirst() })
  }

  /// The claims of all sentences, in the order of sentences and frames.
  func claims() -> [ClaimDraft] {
    let matcher = PatternMatcher(
      table: table, entities: entities, institutions: library.institutions)
    let sentencesWithMentions = Set(
      entities.mentions.map { table.sentence[$0.mention.tokens.lowerBound] })
    var drafts: [ClaimDraft] = []
    var seen: Set<ClaimDraft> = []
    for sentence in sentencesWithMentions.sorted() {
      let tokens = table.text.sentenceRecords[sentence].tokens
      let words = Set(tokens.map { table.lower[$0] })
      for place in library.patterns(among: words) {
        let frame = library.frames[place.frame]
        let pattern = frame.patterns[place.pattern]
        for match in matcher.matches(pattern, in: tokens) {
          for draft in claims(
            of: match, by: pattern, frame: frame, sentence: sentence, matcher: matcher)
          where seen.insert(draft.statement).inserted {
            drafts.append(draft)
          }
        }
      }
    }
    return drafts
  }

  /// A claim for each pair of a source and a target. Of a list in one symmetric slot ("Abe and Putin
  /// agreed") the pattern names both roles.
  private func claims(
    of match: PatternMatcher.Match, by pattern: TokenPattern, frame: FrameLibrary.Frame,
    sentence: Int, matcher: PatternMatcher
  ) -> [ClaimDraft] {
    guard !isCut(match) else { return [] }
    let status =
      frame.status.map { StatusReader.Reading(status: $0) }
      ?? self.status(around: match, matcher: matcher, isStanding: isStanding(match, of: frame))
    let origin = FrameLibrary.Wording(pattern, of: frame.name)
    func filling(_ role: String) -> [Int] {
      (match.roles[role] ?? []).map { entities.mentions[$0].entity }
    }
    var drafts: [ClaimDraft] = []
    for source in filling("source") {
      for target in filling("target") where source != target {
        guard
          ontology.allows(
            frame.relation, from: entities.entities[source].type,
            to: entities.entities[target].type)
        else { continue }
        drafts.append(
          ClaimDraft(
            source: source, relation: frame.relation, target: target, sentence: sentence,
            tokens: match.tokens, frame: frame.name, status: status.status,
            place: filling("place"), occasion: filling("occasion"), topic: frame.topic,
            trace: ClaimTrace(
              wording: origin,
              origin: "pattern '\(pattern.source)': " + table.traced("words", match.tokens),
              status: ClaimTrace.text(of: status, of: frame, in: table))))
      }
    }
    return drafts
  }

  /// Whether a match ends inside of a phrase: "In Honiara, the U.S. delegation" says nothing of where Honiara is.
  private func isCut(_ match: PatternMatcher.Match) -> Bool {
    let records = table.text.tokenRecords
    let end = match.tokens.upperBound
    // "In Oslo, the U.S. State Department": nor does a match end inside of a name.
    if goesOn.contains(end) { return true }
    return match.roles.values.joined().contains { index in
      let mention = entities.mentions[index].mention
      guard mention.tokens.upperBound == end, case .thing(_, .name) = mention.reference,
        let head = TimeOutlook.head(of: mention.tokens, in: records),
        let above = records[head].head
      else { return false }
      if isActor(head, behind: match) { return true }
      return above == end && ["compound", "nmod:poss"].contains(records[head].relation?.rawValue)
    }
  }

  /// Whether a country does what its sentence tells behind the comma of what opens that: "After the vote in Goma, Sudan
  /// agreed" says nothing of where Goma is.
  private func isActor(_ country: Int, behind match: PatternMatcher.Match) -> Bool {
    let records = table.text.tokenRecords
    guard records[country].relation?.rawValue.hasPrefix("nsubj") == true,
      let verb = records[country].head, verb >= match.tokens.upperBound
    else { return false }
    return (match.roles["source"] ?? []).contains { index in
      let place = entities.mentions[index].mention.tokens
      // "Over protests from Chad, Sudan opened the dam" tells more than two names.
      let start = match.tokens.lowerBound
      guard place.lowerBound == (table.lower[start] == "the" ? start + 1 : start),
        table.forms[place.upperBound] == ",",
        let head = TimeOutlook.head(of: place, in: records)
      else { return false }
      let way = [head] + records.ancestors(of: head)
      guard let top = way.first(where: { records[$0].head == verb }) else { return false }
      let relation = records[top].relation?.rawValue ?? ""
      // "Mount Sinabung in Sumatra, Indonesia erupts": what has no preposition opens nothing, whatever the tree says.
      return relation.hasPrefix("advcl")
        || relation.hasPrefix("obl")
          && table.text.sentenceRecords[table.sentence[top]].tokens.contains {
            records[$0].head == top && records[$0].relation?.rawValue == "case"
          }
    }
  }

  /// Whether a frame states what holds of a person, place or body: "FIFA, the Zurich-based federation, declined" denies
  /// nothing of where that is.
  private func isStanding(_ match: PatternMatcher.Match, of frame: FrameLibrary.Frame) -> Bool {
    ontology.relationType(frame.relation)?.isStanding == true
      && (match.roles["source"] ?? []).allSatisfy {
        entities.entities[entities.mentions[$0].entity].type != "event"
      }
  }

  /// The status that cues give: those inside the match, and near it in its clause. The words that state the
  /// relation are no cues to it: who urges does so, who rejects too.
  private func status(
    around claim: PatternMatcher.Match, matcher: PatternMatcher, isStanding: Bool
  ) -> StatusReader.Reading {
    let tokens = claim.tokens
    let sentence = table.text.sentenceRecords[table.sentence[tokens.lowerBound]].tokens
    var start = tokens.lowerBound
    while start > sentence.lowerBound, tokens.lowerBound - start < 6,
      ![",", ";", ":"].contains(table.forms[start - 1]),
      !Self.clauseStarts.contains(table.lower[start - 1])
    {
      start -= 1
    }
    // "troops will leave": a helper that the pattern spells out is a cue all the same.
    let own = claim.words.filter { !Self.prospective.contains(table.lower[$0]) }
    let end = isStanding ? tokens.upperBound : min(sentence.upperBound, tokens.upperBound + 6)
    for cue in library.cues {
      for match in matcher.matches(cue.pattern, in: start..<end)
      where own.isDisjoint(with: match.tokens) && !isMay(match.tokens.lowerBound) {
        // Behind the match only what is said of the thing itself counts: "... which has been postponed".
        let isBehind = match.tokens.lowerBound >= tokens.upperBound
        if !isBehind || cue.status.outlook == .negation || cue.status == .possible {
          return StatusReader.Reading(status: cue.status, cues: Array(match.tokens))
        }
      }
    }
    return StatusReader.Reading(status: .actual)
  }

  /// Helpers that say what is to come.
  private static let prospective: Set<String> = ["will", "'ll", "to", "due", "set"]

  /// Whether the word is May: "in May", "May 9".
  private func isMay(_ token: Int) -> Bool {
    guard table.forms[token] == "May" else { return false }
    let before = token > 0 ? table.lower[token - 1] : ""
    return Self.datingWords.contains(before)
      || token + 1 < table.count && table.forms[token + 1].first?.isNumber == true
      || table.text.tokenRecords[token].partOfSpeech == .properNoun
  }

  private static let datingWords: Set<String> = [
    "in", "last", "this", "since", "until", "of", "by", "early", "late", "mid", "next", "from",
  ]

  /// Words that start a clause of its own: what stands before them says nothing of its status.
  private static let clauseStarts: Set<String> = [
    "because", "although", "though", "while", "whereas", "after", "before", "since", "when", "as",
    "but",
  ]
}
