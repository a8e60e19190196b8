import Graph
import Language

/// Answers to what was said or done before.
extension TreeClaimFinder {
  /// The claims of an answer to what was said before: "denied the allegation".
  func rejoinders(
    at token: Int, _ trigger: Trigger, _ frame: FrameLibrary.Frame, to rejoinders: Rejoinders
  ) -> [ClaimDraft] {
    guard let answers = trigger.answers ?? library.rule(of: frame.relation).answers,
      trigger.wordClass == .verb
    else { return [] }
    let sources = referents("source", of: trigger, at: token).found.map {
      entities.actingFor[$0] ?? $0
    }
    let objects = arguments.objects(ofVerb: token)
    let sentence = table.sentence[token]
    var pairs: [(source: Int, target: Int)] = []
    for source in sources {
      if answers == .opponent {
        if !referents("target", of: trigger, at: token).isFilled,
          let foe = rejoinders.opponent(of: source, before: sentence)
        {
          pairs.append((source, foe))
        }
        continue
      }
      if answers == .asker {
        // "refused to comment" answers nobody.
        if objects.isEmpty, !isCompleted(token),
          let asker = rejoinders.asker(of: source, before: sentence)
        {
          pairs.append((source, asker))
        }
        continue
      }
      if answers == .provoker {
        if let provoker = rejoinders.provoker(of: source, by: frame.relation, before: sentence) {
          pairs.append((source, provoker))
        }
        continue
      }
      // "the charge", and "a charge that Oman denies"
      for object in objects
      where rejoinders.isDefinite(object.head) || object.path.hasPrefix("relative") {
        let answered =
          answers == .speaker
          ? author(of: object.head, but: source)
            ?? rejoinders.addressee(of: source, takingUp: object.head)
            ?? entities.serving[source].flatMap {
              // "Chad accused Mali. Mali's foreign minister denied the charge."
              rejoinders.addressee(of: $0, takingUp: object.head)
            }
            // "dismissed the move"
            ?? (rejoinders.isDefinite(object.head)
              ? rejoinders.doer(of: object.head, but: source, before: sentence) : nil)
          : rejoinders.doer(of: relations(of: object.head), but: source, before: sentence)
            ?? rejoinders.doer(of: object.head, but: source, before: sentence)
        if let answered { pairs.append((source, answered)) }
      }
    }
    pairs = pairs.filter {
      $0.source != $0.target
        && ontology.allows(
          frame.relation, from: entities.entities[$0.source].type,
          to: entities.entities[$0.target].type)
    }
    return drafts(of: pairs, by: trigger, of: frame, at: token, words: token..<token + 1, name: nil)
  }

  /// "Chad accused Mali of theft, a charge that Mali denies": who said or offered what a noun behind the clause takes up, by the
  /// nearest verb that says or offers it.
  private func author(of noun: Int, but answerer: Int) -> Int? {
    guard library.clauseWords.sayings.contains(tree.lemma(noun)),
      tree.dependents(of: noun, "det").contains(where: { ["a", "an"].contains(table.lower[$0]) }),
      case let start = tree.span(of: noun).lowerBound, start > 0,
      table.forms[start] == "," || table.forms[start - 1] == ","
    else { return nil }
    var above = tree.head(noun)
    for _ in 0..<PredicateArguments.deepest {
      guard let verb = above else { return nil }
      if tree.isVerb(verb), verb < noun {
        if says(verb, tree.lemma(noun)) {
          return arguments.subjects(ofVerb: verb).flatMap { phrases.referents(of: $0.head) }
            .map(\.entity).first {
              $0 != answerer && entities.serving[answerer] != $0 && entities.serving[$0] != answerer
            }
        }
        // What serves it, "offered to mediate", may stand below.
        guard tree.relation(verb) == "xcomp" else { return nil }
      }
      above = tree.head(verb)
    }
    return nil
  }

  /// Whether a clause or a phrase tells what somebody refuses.
  private func isCompleted(_ verb: Int) -> Bool {
    tree.dependents(of: verb).contains {
      ["xcomp", "ccomp", "obl", "compound:prt"].contains(tree.relation($0))
    }
  }

  /// Whether a verb states what a noun takes up: an accusation, a request, or what the noun itself is of.
  private func says(_ verb: Int, _ noun: String) -> Bool {
    tree.lemma(verb) == noun || library.clauseWords.reporting.contains(tree.lemma(verb))
      || triggers(at: verb).contains { frame, _ in
        library.rule(of: frame.relation).takenUpBy.contains(noun)
      }
  }

  /// What somebody does as another has done: "Denmark recalled its envoy. Norway followed suit."
  func imitations(at token: Int, of rejoinders: Rejoinders) -> [ClaimDraft] {
    guard tree.isVerb(token), let objects = library.clauseWords.imitations[tree.lemma(token)],
      tree.dependents(of: token).contains(where: { objects.contains(tree.lemma($0)) })
    else { return [] }
    let sentence = table.sentence[token]
    let status = statuses.status(of: token)
    return arguments.subjects(ofVerb: token).flatMap { phrases.referents(of: $0.head) }
      .compactMap { imitator in
        let source = entities.actingFor[imitator.entity] ?? imitator.entity
        guard let model = rejoinders.model(for: source, before: sentence),
          ontology.allows(
            model.relation, from: entities.entities[source].type,
            to: entities.entities[model.target].type)
        else { return nil }
        return ClaimDraft(
          source: source, relation: model.relation, target: model.target, sentence: sentence,
          tokens: token..<token + 1, frame: model.frame, status: status.status,
          over: model.over, topic: model.topic, attribution: attributions.attribution(of: token),
          trace: ClaimTrace(origin: table.traced("as was told before by", [token])))
      }
  }

  /// "Abe met Putin. He was joined by Kono": who comes along meets whom the other met, and attends what he attended.
  func escorts(at token: Int, of rejoinders: Rejoinders) -> [ClaimDraft] {
    guard tree.isVerb(token), library.clauseWords.escorts.contains(tree.lemma(token)),
      arguments.isPassive(token), statuses.status(of: token).status == .actual,
      case let sentence = table.sentence[token],
      case let leaders = arguments.objects(ofVerb: token).flatMap({ phrases.referents(of: $0.head) }
      ),
      leaders.count == 1, let leader = leaders.first?.entity
    else { return [] }
    let others = arguments.subjects(ofVerb: token).flatMap { phrases.referents(of: $0.head) }
      .map(\.entity)
    return rejoinders.gatherings(of: leader, before: sentence).flatMap { gathering in
      let partner = gathering.source == leader ? gathering.target : gathering.source
      let relation = library.rule(of: gathering.relation).joinedAs ?? gathering.relation
      return others.filter { other in
        other != partner && other != leader
          && ontology.allows(
            relation, from: entities.entities[other].type, to: entities.entities[partner].type)
      }.map { other in
        ClaimDraft(
          source: other, relation: relation, target: partner, sentence: sentence,
          tokens: token..<token + 1, frame: gathering.frame, status: .actual,
          place: gathering.place, occasion: gathering.occasion,
          attribution: attributions.attribution(of: token),
          trace: ClaimTrace(origin: table.traced("as one whom he joined, told before, by", [token]))
        )
      }
    }
  }

  /// "Lind was to visit Chad, but the trip has been put off": the plan that a noun takes up, where what is said of it ends it.
  func plansTakenUp(
    at token: Int, _ trigger: Trigger, _ frame: FrameLibrary.Frame, of rejoinders: Rejoinders
  ) -> [ClaimDraft] {
    guard trigger.wordClass == .noun, rejoinders.isDefinite(token),
      case let sources = referents("source", of: trigger, at: token),
      !sources.isFilled
        || sources.found.isEmpty && tree.dependents(of: token, "nmod:poss").isEmpty,
      case let reading = statuses.status(of: token),
      [.postponed, .cancelled].contains(reading.status)
    else { return [] }
    let plans = rejoinders.plans(of: frame.relation, before: table.sentence[token]) {
      isEncounter($0)
    }
    return plans.map { plan in
      ClaimDraft(
        source: plan.source, relation: plan.relation, target: plan.target,
        sentence: table.sentence[token], tokens: token..<token + 1, frame: plan.frame,
        status: reading.status, place: plan.place, occasion: plan.occasion, over: plan.over,
        topic: plan.topic, attribution: attributions.attribution(of: token),
        trace: ClaimTrace(origin: table.traced("takes up what was told before by", [token])))
    }
  }

  /// Whether what ends a plan is told in the sentence that tells the plan, which is one claim then, and is put off.
  func ends(_ ended: ClaimDraft, _ drafts: inout [ClaimDraft]) -> Bool {
    let plan = drafts.lastIndex {
      $0.sentence == ended.sentence && $0.relation == ended.relation
        && $0.source == ended.source && $0.target == ended.target
    }
    guard let plan else { return false }
    drafts[plan].status = ended.status
    return true
  }

  /// Whether a relation brings its ends together, so that what follows may speak of them as one.
  func isEncounter(_ relation: String) -> Bool {
    ontology.relationType(relation)?.isSymmetric == true && ontology.isConsultation(relation)
  }

  /// The relations that a noun alone may state.
  private func relations(of noun: Int) -> Set<String> {
    Set(triggers(at: noun).filter { $0.1.wordClass == .noun }.map(\.0.relation))
  }
}
