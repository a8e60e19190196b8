import Graph

/// The words that join clauses, from data: see Sources/Knowledge/frames/clauses.yaml, which tells what each list
/// is for.
struct ClauseWords: Sendable {
  /// A word that tells how far what it governs has come.
  struct Governor: Hashable, Sendable {
    /// Its words, the head first.
    let words: [String]
    let status: Status
    /// The status of what it governs where it is negated itself.
    let negated: Status
  }

  /// Verbs that lend their subject to a noun.
  var support: Set<String> = []
  var supportPrepositions: Set<String> = []
  /// Prepositions of time by which a noun dates a clause.
  var adjunctPrepositions: Set<String> = []
  var supportNouns: Set<String> = []
  var eventVerbs: Set<String> = []
  var subjectControl: Set<String> = []
  /// Verbs whose object does what their infinitive says.
  var objectControl: Set<String> = []
  /// Verbs that have whom they ask behind a preposition, with it: "called on Chad to leave".
  var addressing: [String: Set<String>] = [:]
  /// Verbs that take a gerund for their object: "stopped arming the rebels".
  var gerundVerbs: Set<String> = []
  /// Verbs whose object did what a phrase or gerund with a preposition names: "criticised Abe for visiting".
  var objectDeeds: Set<String> = []
  /// Nouns whose infinitive is for whom they are directed at: "an invitation to Abe to visit".
  var recipientNouns: Set<String> = []
  /// Verbs that have behind "of" what somebody did: "accused Chad of spying".
  var charges: Set<String> = []
  /// Nouns that take a phrase with "with": "a dispute with Chad".
  var partnerNouns: Set<String> = []
  /// Verbs that say how far what their object names has come, but of another's doing: "opposes the sale".
  var onlookers: Set<String> = []
  /// Nouns for what happens, which may have a time of its own.
  var happenings: Set<String> = []
  /// Verbs that take no object.
  var intransitives: Set<String> = []
  /// Verbs that say of what happened what was a part of it: "the visit included a meeting".
  var inclusion: Set<String> = []
  /// Verbs for what is done so that others do something together: "host talks".
  var arranging: Set<String> = []
  /// Modal verbs that say what must be done, and verbs that do with an infinitive.
  var obligations: Set<String> = []
  var obligationVerbs: Set<String> = []
  /// Verbs that ask with a subjunctive, and tell a fact with an indicative: "insists that Chad leave", "that it leaves".
  var assertions: Set<String> = []
  /// Verbs by which a deed hits somebody: "the raid killed three".
  var harms: Set<String> = []
  /// Verbs whose subject something happens to.
  var sufferings: Set<String> = []
  /// Verbs that do by saying, so that as a purpose they are done with the act that serves it: "called to congratulate".
  var performed: Set<String> = []
  /// Verbs for speaking with somebody: what is said in it is said to him.
  var contacts: Set<String> = []
  /// Verbs by which what somebody wants comes to be his: "the swap that Chad proposed".
  var making: Set<String> = []
  /// Nouns for who stands by another.
  var companions: Set<String> = []
  /// Verbs by which somebody comes with another: "accompanied by", "joined by".
  var escorts: Set<String> = []
  /// Nouns for those whom a country or body sends.
  var delegates: Set<String> = []
  /// Nouns of travel, whose infinitive tells its purpose.
  var journeys: Set<String> = []
  /// Adjectives of what is there already: "continuing".
  var ongoing: Set<String> = []
  /// Words by which what holds begins to hold: "joined", "accession".
  var beginnings: Set<String> = []
  /// Verbs, with an object or particle, by which who was given an office takes it up: "take office".
  var inaugurations: Set<String> = []
  /// Those by which somebody leaves an office: "step down".
  var departures: Set<String> = []
  var reporting: Set<String> = []
  var reporters: Set<String> = []
  var negations: Set<String> = []
  var conditions: Set<String> = []
  /// Prepositions before why something is done.
  var reasons: Set<String> = []
  /// Conjunctions before what must come first: "until".
  var awaiting: Set<String> = []
  /// Conjunctions before what tells when something is: "once".
  var dating: Set<String> = []
  /// Nouns for what somebody asks by saying so: "appeal".
  var appeals: Set<String> = []
  /// The particles that frames know with a verb: "aside" and "off" of "brush aside", "brush off".
  var particles: [String: Set<String>] = [:]
  /// Verbs by which somebody gives a thing a name of his own: "what he called an invasion".
  var naming: Set<String> = []
  /// Participles behind which a thing has the name by which it is known somewhere: "called the Southern Kurils in Russia".
  var appellations: Set<String> = []
  /// Nouns for who holds an office: "Head of the Office of the President Andriy Yermak".
  var roles: Set<String> = []
  /// Words in the names of institutions that act for their country.
  var acting: Set<String> = []
  /// Plurals that take up who took part in a happening.
  var plurals: Set<String> = []
  /// Verbs that with one of these objects say that somebody does what another has done: "follow suit".
  var imitations: [String: Set<String>] = [:]
  /// Nouns that take up what somebody has proposed, and what somebody is said to have done.
  var proposals: Set<String> = []
  var accusations: Set<String> = []
  /// Nouns for those who fight the country that stands before them: "Syrian rebels".
  var opponents: Set<String> = []
  /// Nouns for those of whom "including" or "such as" names some.
  var wholes: Set<String> = []
  /// Nouns that take up what somebody has done, whatever that was.
  var acts: Set<String> = []
  /// All that takes up what was said or done.
  private(set) var sayings: Set<String> = []
  /// Words that join clauses and are prepositions too.
  var conjunctions: Set<String> = []
  /// The status that a modal verb gives.
  var modals: [String: Status] = [:]
  /// The status that it gives in what somebody said in the past.
  var backshiftedModals: [String: Status] = [:]
  /// The status that it gives before "have".
  var perfectModals: [String: Status] = [:]
  /// The governors by their first word, those of more words first.
  private(set) var governors: [String: [Governor]] = [:]

  /// The verbs among the words that govern and report.
  var verbs: Set<String> {
    support.union(reporting).union(harms).union(subjectControl).union(objectControl)
      .union(governors.keys)
  }

  /// Whether a noun below that verb shares its subject.
  func supports(_ lemma: String) -> Bool { support.contains(lemma) || governors[lemma] != nil }
  /// Whether a verb says of what it governs that it isn't so, or won't be: "reject", "dismiss".
  func refuses(_ lemma: String) -> Bool {
    governors[lemma]?.contains { $0.status == .denied && $0.words.count == 1 } ?? false
  }
  func isGovernor(_ lemma: String) -> Bool { governors[lemma] != nil }
  /// Whether the verb governs with this particle: "call off".
  func governs(_ verb: String, with particle: String) -> Bool {
    governors[verb]?.contains { $0.words == [verb, particle] } ?? false
  }
  func isEventVerb(_ lemma: String) -> Bool { eventVerbs.contains(lemma) }

  mutating func add(_ governor: Governor) {
    guard let first = governor.words.first else { return }
    let known = governors[first, default: []]
    guard !known.contains(where: { $0.words == governor.words }) else { return }
    // Longer ones first, each in the order of the file.
    let place = known.firstIndex { $0.words.count < governor.words.count } ?? known.count
    governors[first, default: []].insert(governor, at: place)
  }
}

/// The lists of a file of frames that are about clauses; each adds to what is there.
struct ClauseWordsRecord: Decodable {
  struct GovernorRecord: Decodable {
    let status: String
    let negated: String?
    let words: [String]
  }
  struct AddressingRecord: Decodable {
    let verbs: [String]
    let prepositions: [String]
  }
  struct ModalRecord: Decodable {
    let status: String
    let words: [String]
  }
  let support: [String]?
  let support_prepositions: [String]?
  let adjunct_prepositions: [String]?
  let support_nouns: [String]?
  let event_verbs: [String]?
  let subject_control: [String]?
  let object_control: [String]?
  let addressing: [AddressingRecord]?
  let gerund_verbs: [String]?
  let object_deeds: [String]?
  let recipient_nouns: [String]?
  let charges: [String]?
  let partner_nouns: [String]?
  let onlookers: [String]?
  let happenings: [String]?
  let intransitives: [String]?
  let inclusion: [String]?
  let arranging: [String]?
  let obligations: [String]?
  let obligation_verbs: [String]?
  let assertions: [String]?
  let harms: [String]?
  let sufferings: [String]?
  let performed: [String]?
  let ongoing: [String]?
  let contacts: [String]?
  let making: [String]?
  let companions: [String]?
  let escorts: [String]?
  let delegates: [String]?
  let journeys: [String]?
  let beginnings: [String]?
  let inaugurations: [String]?
  let departures: [String]?
  let reporting: [String]?
  let reporters: [String]?
  let negations: [String]?
  let conditions: [String]?
  let awaiting: [String]?
  let dating: [String]?
  let naming: [String]?
  let appellations: [String]?
  let appeals: [String]?
  let reasons: [String]?
  let plurals: [String]?
  let imitations: [String]?
  let proposals: [String]?
  let accusations: [String]?
  let acts: [String]?
  let wholes: [String]?
  let opponents: [String]?
  let acting: [String]?
  let roles: [String]?
  let conjunctions: [String]?
  let modals: [ModalRecord]?
  let backshifted_modals: [ModalRecord]?
  let perfect_modals: [ModalRecord]?
  let governors: [GovernorRecord]?
}

extension ClauseWords {
  /// Adds the lists of a record.
  ///
  /// `status` reads a status by its name.
  mutating func add(
    _ record: ClauseWordsRecord, status: (String) throws(SchemaViolation) -> Status
  ) throws(SchemaViolation) {
    support.formUnion(record.support ?? [])
    supportPrepositions.formUnion(record.support_prepositions ?? [])
    adjunctPrepositions.formUnion(record.adjunct_prepositions ?? [])
    supportNouns.formUnion(record.support_nouns ?? [])
    eventVerbs.formUnion(record.event_verbs ?? [])
    subjectControl.formUnion(record.subject_control ?? [])
    objectControl.formUnion(record.object_control ?? [])
    for entry in record.addressing ?? [] {
      for verb in entry.verbs { addressing[verb, default: []].formUnion(entry.prepositions) }
    }
    reasons.formUnion(record.reasons ?? [])
    gerundVerbs.formUnion(record.gerund_verbs ?? [])
    objectDeeds.formUnion(record.object_deeds ?? [])
    recipientNouns.formUnion(record.recipient_nouns ?? [])
    charges.formUnion(record.charges ?? [])
    partnerNouns.formUnion(record.partner_nouns ?? [])
    onlookers.formUnion(record.onlookers ?? [])
    happenings.formUnion(record.happenings ?? [])
    intransitives.formUnion(record.intransitives ?? [])
    inclusion.formUnion(record.inclusion ?? [])
    arranging.formUnion(record.arranging ?? [])
    obligations.formUnion(record.obligations ?? [])
    obligationVerbs.formUnion(record.obligation_verbs ?? [])
    assertions.formUnion(record.assertions ?? [])
    harms.formUnion(record.harms ?? [])
    sufferings.formUnion(record.sufferings ?? [])
    performed.formUnion(record.performed ?? [])
    ongoing.formUnion(record.ongoing ?? [])
    contacts.formUnion(record.contacts ?? [])
    making.formUnion(record.making ?? [])
    companions.formUnion(record.companions ?? [])
    escorts.formUnion(record.escorts ?? [])
    delegates.formUnion(record.delegates ?? [])
    journeys.formUnion(record.journeys ?? [])
    beginnings.formUnion(record.beginnings ?? [])
    inaugurations.formUnion(record.inaugurations ?? [])
    departures.formUnion(record.departures ?? [])
    reporting.formUnion(record.reporting ?? [])
    reporters.formUnion(record.reporters ?? [])
    negations.formUnion(record.negations ?? [])
    conditions.formUnion(record.conditions ?? [])
    awaiting.formUnion(record.awaiting ?? [])
    dating.formUnion(record.dating ?? [])
    naming.formUnion(record.naming ?? [])
    appellations.formUnion(record.appellations ?? [])
    appeals.formUnion(record.appeals ?? [])
    plurals.formUnion(record.plurals ?? [])
    for words in (record.imitations ?? []).map({ $0.parts(at: " ") }) where words.count == 2 {
      imitations[String(words[0]), default: []].insert(String(words[1]))
    }
    proposals.formUnion(record.proposals ?? [])
    accusations.formUnion(record.accusations ?? [])
    opponents.formUnion(record.opponents ?? [])
    wholes.formUnion(record.wholes ?? [])
    acts.formUnion(record.acts ?? [])
    sayings = accusations.union(proposals).union(acts)
    acting.formUnion(record.acting ?? [])
    roles.formUnion(record.roles ?? [])
    conjunctions.formUnion(record.conjunctions ?? [])
    for (given, place) in [
      (record.modals, \Self.modals), (record.backshifted_modals, \Self.backshiftedModals),
      (record.perfect_modals, \Self.perfectModals),
    ] {
      for modal in given ?? [] {
        let status = try status(modal.status)
        for word in modal.words { self[keyPath: place][word] = status }
      }
    }
    for governor in record.governors ?? [] {
      let given = try status(governor.status)
      let negated = try governor.negated.map(status) ?? given
      for phrase in governor.words {
        add(
          Governor(
            words: phrase.split(separator: " ").map(String.init), status: given, negated: negated))
      }
    }
  }
}
