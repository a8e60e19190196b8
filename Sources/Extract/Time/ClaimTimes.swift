import Graph

/// When what a document's claims tell happened.
///
/// A claim has the time that stands with its words; of several targets each may have its own. One without takes what the
/// document tells elsewhere of the same happening, in this order: the dates of its event, the time of what its sentence
/// tells with it, that of a noun which takes it up, that of the journey that it is part of, of what it answers, of its
/// encounter, the day of the report, the time of what was told right before, of what it followed upon, and that of what
/// it takes up with a noun. Each such time names its origin in the claim's trace.
struct ClaimTimes {
  let attacher: TimeAttacher
  let events: EventDates
  let days: ReportDays
  let nouns: DatedNouns
  let entities: DocumentEntities
  let ontology: Ontology
  let frames: FrameLibrary
  let paragraphs: ParagraphDays
  let chronicle: Chronicle
  let sequels: Sequels

  /// The claims with their times, in the order of the text.
  func timed(_ drafts: [ClaimDraft]) -> [ClaimDraft] {
    let inOrder = drafts.enumerated().sorted {
      ($0.element.tokens.lowerBound, $0.offset) < ($1.element.tokens.lowerBound, $1.offset)
    }
    var claims = inOrder.map { dated($0.element) }
    SuccessiveDates(attacher: attacher, entities: entities).date(&claims)
    let events = datedByClaims(claims)
    for index in claims.indices {
      takeDate(of: &claims[index], from: events)
      foresee(&claims[index])
    }
    sequels.date(&claims, events: events, attacher: attacher)
    shareWithinSentences(&claims)
    nouns.date(&claims, where: ontology.isConsultation)
    var told = ToldTimes(
      days: days, encounters: Encounters(), narrative: Narrative(table: attacher.table))
    for index in claims.indices { takeToldTime(&claims[index], &told) }
    Stops(claims).date(&claims, where: ontology.isConsultation)
    TakenUp(table: attacher.table, entities: entities).date(&claims)
    return claims
  }

  /// What is known of times while a document is read.
  private struct ToldTimes {
    var days: ReportDays
    var itinerary = Itinerary()
    var encounters: Encounters
    var narrative: Narrative
  }

  private func relation(_ claim: ClaimDraft) -> Ontology.RelationType? {
    ontology.relationType(claim.relation)
  }

  private func isPerson(_ entity: Int) -> Bool {
    entities.entities[entity].id.nodeClass == "person"
  }

  /// The claim with the time that stands with its words; one that lies ahead makes it a plan.
  private func withOwnTime(_ draft: ClaimDraft) -> ClaimDraft {
    var claim = draft
    // "signed an accord on Friday" is about no Friday.
    if let topic = claim.topic, attacher.isTime(topic, in: claim.sentence) { claim.topic = nil }
    if relation(claim)?.isStanding == true {
      claim.time = attacher.standingTime(
        of: claim.tokens, sentence: claim.sentence, status: claim.status,
        isTerm: frames.rule(of: claim.relation).isTerm, words: frames.clauseWords)
      return claim
    }
    claim.time =
      attacher.timeSince(claim.tokens, sentence: claim.sentence)
      ?? attacher.timeMeasured(claim.tokens, sentence: claim.sentence)
      ?? attacher.time(
        of: claim.tokens, sentence: claim.sentence, status: claim.status, isStanding: false)
      ?? attacher.timeOfFrame(claim.tokens, sentence: claim.sentence)
      ?? attacher.timeSinceThen(claim.tokens, sentence: claim.sentence)
    let length = ToldLength(attacher: attacher)
    claim.time = claim.time.map { length.days(of: claim, from: $0) }
    if claim.time == nil, claim.status == .actual, claim.attribution == .entity(claim.source),
      ReportDays.verbalCategories.contains(relation(claim)?.plover ?? "")
    {
      claim.time = attacher.timeOfSaying(
        claim.tokens, sentence: claim.sentence, reporting: frames.clauseWords.reporting)
      if claim.time != nil { claim.trace?.time = "time of saying it" }
    }
    // "the summit in March" of an article of January is a plan, though no word says so.
    // Who has arrived "for the summit on Friday" will attend it.
    if claim.status == .actual, claim.time == nil,
      claim.relation == "attends" || !attacher.isDone(claim.tokens),
      let ahead = attacher.timeAhead(of: claim.tokens, sentence: claim.sentence)
    {
      let days = length.days(of: claim, from: ahead)
      claim.time = days
      // "is on a four-day visit that ends on Friday" has begun.
      if days.isAhead(of: attacher.published) {
        claim.status = .planned
        claim.trace?.status = "status planned by its time"
      }
    }
    return claim
  }

  /// "threw out the envoy and severed relations on March 3": what one sentence tells twice of the same ends has the time of
  /// either.
  private func dated(_ draft: ClaimDraft) -> ClaimDraft {
    let claim = withOwnTime(draft)
    guard claim.time == nil else { return claim }
    for words in draft.restatements {
      var again = draft
      again.tokens = words
      guard let time = withOwnTime(again).time else { continue }
      var claim = claim
      claim.time = time
      claim.trace?.time = "time of the same in its sentence"
      return claim
    }
    return claim
  }

  /// The events' dates, also from what is told to have happened there on one day; one of which several are told lasts
  /// longer.
  private func datedByClaims(_ claims: [ClaimDraft]) -> EventDates {
    var told = events.deeds
    for claim in claims where relation(claim)?.isStanding != true {
      guard let time = claim.time, let event = event(of: claim) else { continue }
      told[event, default: []].insert(time)
    }
    var events = events
    for (event, times) in told where events.date(of: event) == nil {
      // A day in the month that is told of it, too.
      guard let time = times.min(by: { ($0.length, $0) < ($1.length, $1) }),
        times.allSatisfy({ $0.overlaps(time) }),
        time.length <= Self.longestEvent || self.events.deeds[event]?.contains(time) == true
      else { continue }
      events.note(time, for: event)
    }
    return events
  }

  /// The event that a claim is about, or on whose occasion it happens.
  private func event(of claim: ClaimDraft) -> Int? {
    let event =
      relation(claim)?.isStanding == true ? claim.source : claim.occasion.first ?? claim.target
    return entities.entities[event].id.nodeClass == "event" ? event : nil
  }

  /// What happens on an occasion happens within its dates, and so does what is said of an event itself.
  private func takeDate(of claim: inout ClaimDraft, from events: EventDates) {
    guard let event = event(of: claim), let date = events.date(of: event),
      claim.time.map({ $0.overlaps(date) && date.length < $0.length }) ?? true,
      // What has been done already, an invitation to it, doesn't lie ahead.
      claim.status != .actual || relation(claim)?.isStanding == true
        || !date.isAhead(of: attacher.published)
    else { return }
    claim.time = date
    claim.trace?.time = "time of \(entities.entities[event].label)"
  }

  /// "at the summit in Bali on Friday": an event that is still to come will be where it is told to be.
  private func foresee(_ claim: inout ClaimDraft) {
    guard claim.status == .actual, relation(claim)?.isStanding == true,
      event(of: claim) == claim.source, claim.time?.isAhead(of: attacher.published) == true
    else { return }
    claim.status = .planned
    claim.trace?.status = "status planned by its time"
  }

  /// Whom somebody goes to see is seen when the journey is: "will travel to Manila to attend the summit in May".
  private func shareWithinSentences(_ claims: inout [ClaimDraft]) {
    let bySentence = Dictionary(
      grouping: claims.indices.filter { ontology.isConsultation(claims[$0].relation) },
      by: { claims[$0].sentence })
    for indices in bySentence.values {
      for index in indices where claims[index].time == nil {
        let claim = claims[index]
        let times = Set(
          indices.filter { other in
            (claims[other].relation == "visits") != (claim.relation == "visits")
              && claims[other].status == claim.status && shareAPerson(claims[other], claim)
          }.compactMap { claims[$0].time })
        guard times.count == 1, let time = times.first else { continue }
        claims[index].time = time
        claims[index].trace?.time = "time of what its sentence tells with it"
      }
    }
  }

  private func shareAPerson(_ a: ClaimDraft, _ b: ClaimDraft) -> Bool {
    [a.source, a.target].contains { isPerson($0) && ($0 == b.source || $0 == b.target) }
  }

  /// Gives an undated claim the time that the text before it tells, and notes what it tells itself.
  private func takeToldTime(_ claim: inout ClaimDraft, _ told: inout ToldTimes) {
    let relation = relation(claim)
    guard relation?.isStanding != true else { return }
    let isConsult = ontology.isConsultation(claim.relation)
    let travellers = [claim.source, claim.target].filter { isPerson($0) }
    if isConsult {
      let (isStop, status, sentence) = (claim.relation == "visits", claim.status, claim.sentence)
      let stays = travellers.compactMap {
        isStop
          ? told.itinerary.journey(of: $0, status, in: sentence)
          : told.itinerary.time(of: $0, status, in: sentence)
      }
      take(stays.first, "the journey", &claim)
    }
    if ["visits", "attends"].contains(claim.relation), let traveller = travellers.first {
      told.itinerary.note(
        claim.relation, of: traveller, claim.status, claim.time, in: claim.sentence)
    }
    guard claim.status == .actual else { return }
    take(chronicle.day(of: claim.tokens), "the report's day", &claim)
    take(told.narrative.timeThen(of: claim), "what was told right before", &claim)
    take(Responses(attacher: attacher).time(of: claim), "what it answers", &claim)
    take(attacher.timeAbove(claim.tokens, sentence: claim.sentence), "what it was part of", &claim)
    take(
      attacher.timeBeforeStop(claim.tokens, sentence: claim.sentence),
      "what was told right before", &claim)
    let isVerbal =
      ReportDays.verbalCategories.contains(relation?.plover ?? "")
      || frames.rule(of: claim.relation).isSaid
    if isVerbal {
      take(
        told.encounters.time(between: claim.source, and: claim.target, in: claim.sentence),
        "their encounter", &claim)
    }
    let persons = [claim.source] + (relation?.isSymmetric == true ? [claim.target] : [])
    // What a read-out of a journey tells was said on it.
    if isVerbal, told.days.isStatement, isPerson(claim.source), told.narrative.isJustTold(claim) {
      let stay = told.itinerary.time(of: claim.source, claim.status, in: claim.sentence)
      take(stay.flatMap { $0.length > 1 ? $0 : nil }, "the journey", &claim)
    }
    // "signed a deal that holds since May": a deed in a sentence with a date of its own is none of the report's day.
    let mayBeReported = isVerbal || !paragraphs.isDated(claim.sentence)
    for person in persons
    where claim.time == nil && mayBeReported && !attacher.isPluperfect(claim.tokens) {
      take(
        told.days.day(
          of: person, tokens: claim.tokens, sentence: claim.sentence, isVerbal: isVerbal,
          isEncounter: relation?.isSymmetric == true && isConsult,
          within: isPerson(person) ? ReportDays.reach : ReportDays.bodyReach), "the report's day",
        &claim)
    }
    take(
      told.narrative.time(of: claim, isDated: paragraphs.isDated), "what was told right before",
      &claim)
    take(
      paragraphs.time(of: claim, isTold: told.narrative.isJustTold(claim)),
      "what was told right before", &claim)
    take(attacher.timeBelow(claim.tokens, sentence: claim.sentence), "what it followed", &claim)
    if isConsult, claim.time == nil, told.narrative.isJustTold(claim),
      !told.narrative.isSubject(claim),
      !paragraphs.isDated(claim.sentence)
    {
      for person in travellers {
        take(told.days.dayGoingOn(of: person, before: claim.sentence), "the report's day", &claim)
      }
    }
    guard let time = claim.time else { return }
    for person in persons {
      told.days.note(time, of: person, in: claim.sentence)
    }
    if isConsult {
      told.encounters.note(time, between: claim.source, and: claim.target, in: claim.sentence)
    }
    told.narrative.note(claim)
  }

  private func take(_ time: TimeSpan?, _ origin: String, _ claim: inout ClaimDraft) {
    guard claim.time == nil, let time else { return }
    claim.time = time
    claim.trace?.time = "time of \(origin)"
  }

  /// No event is dated by a time longer than this, in days.
  private static let longestEvent = 7
}
