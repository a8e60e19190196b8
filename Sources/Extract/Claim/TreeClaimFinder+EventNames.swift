import Graph
import Language

extension TreeClaimFinder {
  /// What the name of an event states of the names inside of it: "the Russian invasion of Ukraine", "the Chad-Mali
  /// war".
  ///
  /// To the parser such a name is one word, so the places are told from the order of its words: who stands before
  /// the trigger is its subject, who stands behind a preposition is in that preposition's place.
  func claims(inside event: ResolvedMention) -> [ClaimDraft] {
    let name = event.mention.extent
    var ends = phrases.inner(name).filter { $0.entity != event.entity }
    // "Russia's invasion of Ukraine", where the name is but "invasion of Ukraine".
    let head = event.mention.tokens.upperBound - 1
    if tree.partOfSpeech(head) != .verb {
      for filler in tree.dependents(of: head, "nmod:poss") {
        ends = phrases.referents(of: filler).filter { $0.token < name.lowerBound } + ends
      }
    }
    guard !ends.isEmpty else { return [] }
    var drafts: [ClaimDraft] = []
    for token in name where !table.isCapitalized[token] {
      for place in library.triggerIndex[table.lower[token]] ?? [] {
        let frame = library.frames[place.frame]
        let trigger = frame.triggers[place.trigger]
        guard trigger.wordClass == .noun, trigger.others.isEmpty,
          let relation = ontology.relationType(frame.relation), !relation.isStanding
        else { continue }
        let pairs = pairs(of: trigger, at: token, ends: ends, isSymmetric: relation.isSymmetric)
          .filter {
            $0.source != $0.target
              && ontology.allows(
                frame.relation, from: entities.entities[$0.source].type,
                to: entities.entities[$0.target].type)
          }
        guard !pairs.isEmpty else { continue }
        let status =
          frame.status.map { StatusReader.Reading(status: $0) }
          ?? statuses.status(of: event.mention.tokens.upperBound - 1)
        drafts += pairs.map { pair in
          ClaimDraft(
            source: pair.source, relation: frame.relation, target: pair.target,
            sentence: table.sentence[token], tokens: token..<token + 1, frame: frame.name,
            status: status.status, attribution: attributions.attribution(of: token),
            trace: ClaimTrace(
              wording: FrameLibrary.Wording(trigger, of: frame.name),
              origin: table.traced("inside the name", Array(name)),
              status: ClaimTrace.text(of: status, of: frame, in: table)))
        }
      }
    }
    return drafts
  }

  /// Who does it to whom, of the names inside of a name.
  private func pairs(
    of trigger: Trigger, at token: Int, ends: [PhraseReferents.Referent], isSymmetric: Bool
  ) -> [(source: Int, target: Int)] {
    var sources: [Int] = []
    var targets: [Int] = []
    for end in ends {
      let type = entities.entities[end.entity].type
      if end.token < token {
        if takes("subj", type, in: trigger.roles["source"]), !sources.contains(end.entity) {
          sources.append(end.entity)
        }
      } else if let preposition = preposition(before: end.token, after: token),
        takes(preposition, type, in: trigger.roles["target"]), !targets.contains(end.entity)
      {
        targets.append(end.entity)
      }
    }
    if targets.isEmpty, sources.count == 2,
      trigger.roles["target"]?.contains(where: { $0.name == "between" }) == true
    {
      let pair = (source: sources[0], target: sources[1])
      return isSymmetric ? [pair] : [pair, (pair.target, pair.source)]
    }
    return sources.flatMap { source in targets.map { (source, $0) } }
  }

  private func takes(_ name: String, _ type: String, in places: [Trigger.Place]?) -> Bool {
    (places ?? []).contains { $0.name == name && $0.types?.contains(type) ?? true }
  }

  /// The preposition that a name inside of a name stands with.
  private func preposition(before name: Int, after trigger: Int) -> String? {
    var token = name - 1
    while token > trigger, table.isCapitalized[token] || table.lower[token] == "the" { token -= 1 }
    return token > trigger ? table.lower[token] : nil
  }
}
