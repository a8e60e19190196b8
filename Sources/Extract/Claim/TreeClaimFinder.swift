import Graph
import Language

/// Finds the claims that the frames' triggers state, by the dependency trees around them.
struct TreeClaimFinder {
  let library: FrameLibrary
  let ontology: Ontology
  let table: TokenTable
  let entities: DocumentEntities
  let tree: SyntaxTree
  let arguments: PredicateArguments
  private(set) var phrases: PhraseReferents
  let statuses: StatusReader
  let attributions: AttributionFinder
  let isInName: [Bool]
  /// The delegations of the text, by their members.
  private let groups: [Set<Int>]
  /// The triggers of each token that has some: the claims, the times and the worklists all ask for them.
  private var triggersAt: [Int: [(FrameLibrary.Frame, Trigger)]] = [:]

  init(library: FrameLibrary, ontology: Ontology, table: TokenTable, entities: DocumentEntities) {
    self.library = library
    self.ontology = ontology
    self.table = table
    self.entities = entities
    tree = SyntaxTree(table, baseForms: library.inflection.bases)
    arguments = PredicateArguments(tree: tree, words: library.clauseWords)
    phrases = PhraseReferents(
      tree: tree, entities: entities, institutions: library.institutions,
      roles: library.clauseWords.roles)
    statuses = StatusReader(tree: tree, words: library.clauseWords)
    attributions = AttributionFinder(
      tree: tree, words: library.clauseWords, arguments: arguments, phrases: phrases)
    groups = entities.anaphors.filter {
      ["group.members", "group.travellers"].contains($0.foundBy)
    }
    .map { Set($0.entities) }
    var isInName = [Bool](repeating: false, count: table.count)
    for mention in entities.mentions {
      for token in mention.mention.extent { isInName[token] = true }
    }
    self.isInName = isInName
    for token in 0..<table.count where !isInName[token] {
      let triggers = matchingTriggers(at: token)
      if !triggers.isEmpty { triggersAt[token] = triggers }
    }
  }

  /// The claims of the whole document, in the order of the words that state them.
  func claims() -> [ClaimDraft] {
    var drafts: [ClaimDraft] = []
    // What a plural stands for may follow from the claims before it.
    var finder = self
    var participants = Participants(tree: tree, words: library.clauseWords)
    var rejoinders = Rejoinders(tree: tree, library: library)
    let events = Dictionary(
      grouping: entities.mentions.filter { entities.entities[$0.entity].type == "event" },
      by: { table.sentence[$0.mention.tokens.lowerBound] })
    for sentence in table.text.sentenceRecords {
      for token in sentence.tokens where !isInName[token] {
        finder.phrases.resolve(token, as: parties(participants.referents(of: token), at: token))
        finder.phrases.resolve(token, as: reporters(of: token))
      }
      for token in sentence.tokens where !isInName[token] {
        // "was greeted by Moyo; the two signed a treaty"
        finder.phrases.resolve(token, as: participants.referents(of: token, behind: true))
        for (frame, trigger) in triggers(at: token) {
          var found = finder.claims(at: token, trigger, frame, words: token..<token + 1)
          if found.isEmpty {
            found = finder.rejoinders(at: token, trigger, frame, to: rejoinders)
          }
          drafts += found
          for draft in found {
            if isEncounter(draft.relation) {
              participants.note([draft.source, draft.target], in: draft.sentence)
            }
            rejoinders.note(
              draft, isSymmetric: ontology.relationType(draft.relation)?.isSymmetric == true)
          }
        }
      }
      for event in events[table.sentence[sentence.tokens.lowerBound]] ?? [] {
        drafts += finder.claims(inside: event)
      }
    }
    for mention in entities.mentions {
      let type = entities.entities[mention.entity].type
      for place in library.nameTriggers[type] ?? [] {
        let frame = library.frames[place.frame]
        let trigger = frame.triggers[place.trigger]
        guard trigger.others.allSatisfy({ hasInName(mention, $0) }) else { continue }
        drafts += claims(
          at: mention.mention.tokens.upperBound - 1, trigger, frame,
          words: mention.mention.tokens, name: mention)
      }
    }
    return drafts
  }

  /// Those who took part in what was told, as the plural at `token` has them: "the two countries" are the persons'
  /// countries, "both sides" are nobody who leads none.
  private func parties(_ members: [Int], at token: Int) -> [Int] {
    let persons = members.filter { entities.entities[$0].id.nodeClass == "person" }
    guard !persons.isEmpty,
      ["sides", "side", "governments", "countries", "nations", "parties"]
        .contains(table.lower[token])
    else { return members }
    if table.lower[token].hasPrefix("side") || table.lower[token] == "parties" {
      return persons.allSatisfy { ["leader", "minister"].contains(entities.entities[$0].type) }
        ? members : []
    }
    let countries = members.compactMap { persons.contains($0) ? entities.serving[$0] : $0 }
    return Set(countries).count == members.count ? countries : []
  }

  private func hasInName(_ mention: ResolvedMention, _ word: String) -> Bool {
    mention.mention.tokens.contains { table.lower[$0] == word }
  }

  /// Whom a pronoun stands for that nothing else explains, in what somebody says: "Israel's military said it had
  /// struck Gaza".
  private func reporters(of token: Int) -> [Int] {
    guard ["it", "its", "they", "their", "them"].contains(table.lower[token]),
      phrases.referents(of: token).isEmpty
    else { return [] }
    var clause = token
    for _ in 0..<6 {
      guard let head = tree.head(clause) else { return [] }
      if tree.relation(clause) == "ccomp", head < token,
        library.clauseWords.reporting.contains(tree.lemma(head))
      {
        return arguments.subjects(ofVerb: head).flatMap { phrases.referents(of: $0.head) }
          .map(\.entity)
      }
      clause = head
    }
    return []
  }

  /// Whether a relation brings its ends together, so that what follows may speak of them as one.
  private func isEncounter(_ relation: String) -> Bool {
    guard let type = ontology.relationType(relation) else { return false }
    return type.isSymmetric && type.plover == "CONSULT"
  }

  // MARK: - Triggers

  /// The triggers whose words stand at `token`, which is in no name.
  func triggers(at token: Int) -> [(FrameLibrary.Frame, Trigger)] { triggersAt[token] ?? [] }

  /// The triggers whose words stand at `token`; of several the ones with the most words, since "telephone talks"
  /// are no "talks".
  private func matchingTriggers(at token: Int) -> [(FrameLibrary.Frame, Trigger)] {
    let lemma = tree.lemma(token)
    var places = library.triggerIndex[lemma] ?? []
    let form = table.lower[token]
    if form != lemma { places += library.triggerIndex[form] ?? [] }
    if places.isEmpty { return [] }
    lazy var below = companions(of: token)
    var fitting: [(FrameLibrary.Frame, Trigger)] = []
    var longest = 0
    for place in places {
      let trigger = library.frames[place.frame].triggers[place.trigger]
      guard trigger.others.count >= longest, fits(trigger, at: token),
        trigger.others.isEmpty || has(trigger.others, of: trigger, at: token, among: below)
      else { continue }
      if trigger.others.count > longest {
        longest = trigger.others.count
        fitting.removeAll()
      }
      fitting.append((library.frames[place.frame], trigger))
    }
    return fitting
  }

  /// The nouns that state a happening: a time below one of them is that happening's.
  func eventNouns() -> Set<Int> {
    Set(triggersAt.keys.filter(tree.isNoun))
  }

  /// The trigger words of a sentence that stated nothing, with what stands in the places of their ends: the
  /// worklist of who writes frames.
  func idleTriggers(in sentence: Range<Int>, claimed: Set<Int>) -> [String] {
    sentence.filter { !isInName[$0] && !claimed.contains($0) }.flatMap { token in
      triggers(at: token).map { frame, trigger in
        let ends = ["source", "target"].map { role -> String in
          let found = referents(role, of: trigger, at: token)
          let names = found.found.map { entities.entities[$0].label }
          return names.isEmpty ? (found.isFilled ? "?" : "-") : names.joined(separator: ", ")
        }
        return "\(trigger.text) (\(frame.name)): \(ends[0]) -> \(ends[1])"
      }
    }
  }

  /// Whether the word at `token` is used as the trigger's is, whatever stands with it.
  private func fits(_ trigger: Trigger, at token: Int) -> Bool {
    switch trigger.wordClass {
    case .verb:
      guard tree.isVerb(token), !isCompounded(token), !isTurned(token, from: trigger) else {
        return false
      }
    case .noun: guard tree.isNoun(token) else { return false }
    case .adjective:
      guard tree.partOfSpeech(token) == .adjective || tree.tag(token) == "VBN" else { return false }
    case .name: return true
    }
    return trigger.isBare.map { $0 != hasComplement(token) } ?? true
  }

  /// Whether the trigger's other words are among the companions of its word at `token`.
  private func has(
    _ others: [String], of trigger: Trigger, at token: Int, among companions: [Int]
  ) -> Bool {
    // "talks on security" are no "security talks".
    let isBefore = trigger.wordClass != .verb && !others.contains("of")
    return others.allSatisfy { word in
      companions.contains {
        (!isBefore || $0 < token) && (table.lower[$0] == word || tree.lemma($0) == word)
      }
    }
  }

  /// Whether an infinitive or a phrase with "for" completes a verb, wherever the tree may hang it.
  private func hasComplement(_ verb: Int) -> Bool {
    tree.subtree(of: verb, depth: 2).contains { token in
      tree.tag(token) == "VB"
        && tree.dependents(of: token, "mark").contains { tree.table.lower[$0] == "to" }
        || tree.isNoun(token) && tree.stands(token, with: "for")
    }
  }

  /// Whether a verb is the end of another word: "on-going", "war-torn"; "Russian-held" and "co-operate" say what
  /// the verb says.
  private func isCompounded(_ token: Int) -> Bool {
    token >= 2 && table.forms[token - 1] == "-" && !table.hasSpaceBefore[token]
      && !table.isCapitalized[token - 2] && !Self.verbalPrefixes.contains(table.lower[token - 2])
  }

  /// Whether a particle makes the verb another one: "gave up its weapons" is no "gave weapons".
  private func isTurned(_ token: Int, from trigger: Trigger) -> Bool {
    guard !trigger.others.isEmpty || library.clauseWords.support.contains(trigger.head) else {
      return false
    }
    return tree.dependents(of: token, "compound:prt").contains { particle in
      let word = table.lower[particle]
      return ["up", "down", "off", "away"].contains(word) && !trigger.others.contains(word)
    }
  }

  private static let verbalPrefixes: Set<String> = ["co", "re", "pre", "counter", "over", "de"]

  /// The words that may make one phrase with the word at `token`: what depends on it, but for its subject and
  /// clauses of their own, and what belongs to those closely. "Opened with a call for a truce" opens no truce.
  func companions(of token: Int) -> [Int] {
    var result: [Int] = []
    for dependent in tree.dependents(of: token) {
      let relation = tree.relation(dependent)
      if ["nsubj", "advcl", "parataxis", "acl:relcl", "csubj"].contains(relation) { continue }
      if relation == "conj", tree.isVerb(dependent) { continue }
      result.append(dependent)
      for inner in tree.dependents(of: dependent) {
        switch tree.relation(inner) {
        case "nmod":
          // "cut a third of its aid", "cut $300 million in aid"
          if tree.stands(inner, with: "of") || tree.stands(inner, with: "in") && isAmount(dependent)
          {
            result.append(inner)
          }
        case "acl", "acl:relcl", "advcl", "ccomp", "xcomp", "parataxis", "obl", "obj", "nsubj":
          continue
        default: result.append(inner)
        }
      }
    }
    return result
  }

  /// Whether a word is a sum of money or a number of what "in" tells.
  private func isAmount(_ token: Int) -> Bool {
    tree.partOfSpeech(token) == .symbol || tree.partOfSpeech(token) == .numeral
  }

  // MARK: - Claims

  /// The claims of one trigger; `words` are its own, `name` the entity where it is a name.
  private func claims(
    at token: Int, _ trigger: Trigger, _ frame: FrameLibrary.Frame, words: Range<Int>,
    name: ResolvedMention? = nil
  ) -> [ClaimDraft] {
    guard let relation = ontology.relationType(frame.relation) else { return [] }
    let trigger = oriented(trigger, at: token)
    var pairs: [(source: Int, target: Int)] = []
    var sources = referents("source", of: trigger, at: token, name: name)
    if !relation.isStanding {
      // What an institution does its country does.
      sources.found = sources.found.map { entities.actingFor[$0] ?? $0 }
    }
    var targets = referents("target", of: trigger, at: token, name: name)
    // "Chad and Mali closed their airspace to Togo": what is theirs is not what they do it to.
    if sources.found.count > 1, Set(sources.found).isStrictSubset(of: targets.found) {
      targets.found.removeAll(where: sources.found.contains)
    }
    // "She arranged a meeting between Abe and Putin" is none of hers.
    let sides =
      trigger.isReciprocal != false
        && trigger.roles["target"]?.contains { $0.name == "between" } == true
      ? fillers(of: "between", trigger.wordClass, at: token).map(\.head) : []
    let between = sides.flatMap { phrases.referents(of: $0) }.map(\.entity)
    // "signed a contract between Chad and a bank" is not with Chad.
    if trigger.wordClass == .noun, between.count == 1,
      sides.contains(where: { !tree.dependents(of: $0, "conj").isEmpty })
    {
      return []
    }
    if (2...4).contains(Set(between).count) {
      pairs = Self.pairs(of: between, isSymmetric: relation.isSymmetric)
    } else if Set(sources.found) != Set(targets.found) {
      for source in sources.found {
        for target in targets.found where source != target {
          pairs.append((source, target))
        }
      }
    }
    if pairs.isEmpty {
      // "They met Abe and Putin": who that was is not known, but it weren't those two each other.
      let members =
        !sources.found.isEmpty ? sources.found : sources.isFilled ? [] : targets.found
      // "Abe and Putin met", "talks between Abe and Putin", "accuse each other": both ends in one phrase.
      // Of two only, where it has a direction: that four sanction one another nobody says by a plural.
      if (2...(relation.isSymmetric ? 4 : 2)).contains(members.count), !isOneSide(members),
        isReciprocal(trigger, at: token)
          || trigger.isReciprocal ?? relation.isSymmetric
            && (!targets.isFilled || sources.found.isEmpty)
            && (!sources.found.isEmpty || !between.isEmpty
              || trigger.roles["target"]?.contains { $0.name == "between" } != true)
      {
        pairs = Self.pairs(of: members, isSymmetric: relation.isSymmetric)
      }
    }
    pairs = pairs.filter {
      ontology.allows(
        frame.relation, from: entities.entities[$0.source].type,
        to: entities.entities[$0.target].type)
    }
    return drafts(of: pairs, by: trigger, of: frame, at: token, words: words, name: name)
  }

  /// Whether all of them belong to one delegation, which deals with others and not within itself.
  private func isOneSide(_ members: [Int]) -> Bool {
    groups.contains { $0.isSuperset(of: members) }
  }

  /// A noun's trigger, alone or with its verb, where what stands behind "of" is the doer, since another phrase tells the
  /// other end: "the support of Chad for Mali", but "the support of Mali".
  private func oriented(_ trigger: Trigger, at token: Int) -> Trigger {
    guard trigger.wordClass == .noun || trigger.wordClass == .verb && !trigger.others.isEmpty,
      let targets = trigger.roles["target"],
      targets.contains(where: { $0.name == "of" }),
      targets.contains(where: { place in
        Self.directions.contains(place.name)
          && fillers(of: place.name, of: trigger, at: token).contains {
            !phrases.referents(of: $0.head).isEmpty
          }
      })
    else { return trigger }
    var turned = trigger
    turned.roles["target"] = targets.filter { $0.name != "of" }
    turned.roles["source", default: []].insert(Trigger.Place(name: "of", types: nil), at: 0)
    return turned
  }

  private static let directions: Set<String> = ["for", "to", "against", "on", "with"]

  /// Each of the members with each other one; both ways where the relation has a direction.
  private static func pairs(of members: [Int], isSymmetric: Bool) -> [(source: Int, target: Int)] {
    var pairs: [(source: Int, target: Int)] = []
    for (index, source) in members.enumerated() {
      for target in members[(index + 1)...] where source != target {
        pairs.append((source, target))
        if !isSymmetric { pairs.append((target, source)) }
      }
    }
    return pairs
  }

  /// The claims of an answer to what was said before: "denied the allegation".
  private func rejoinders(
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
      if answers == .provoker {
        if let provoker = rejoinders.provoker(of: source, by: frame.relation, before: sentence) {
          pairs.append((source, provoker))
        }
        continue
      }
      // "the charge", and "a charge that Oman denies"
      for object in objects
      where rejoinders.isDefinite(object.head) || object.path == "relative" {
        let answered =
          answers == .speaker
          ? rejoinders.addressee(of: source, takingUp: object.head)
            ?? entities.serving[source].flatMap {
              // "Chad accused Mali. Mali's foreign minister denied the charge."
              rejoinders.addressee(of: $0, takingUp: object.head)
            }
          : rejoinders.doer(of: relations(of: object.head), but: source, before: sentence)
            ?? rejoinders.doer(of: object.head, but: source, before: sentence)
        if let answered { pairs.append((source, answered)) }
      }
    }
    pairs = pairs.filter {
      ontology.allows(
        frame.relation, from: entities.entities[$0.source].type,
        to: entities.entities[$0.target].type)
    }
    return drafts(of: pairs, by: trigger, of: frame, at: token, words: token..<token + 1, name: nil)
  }

  /// The relations that a noun alone may state.
  private func relations(of noun: Int) -> Set<String> {
    Set(triggers(at: noun).filter { $0.1.wordClass == .noun }.map(\.0.relation))
  }

  /// The claims that a trigger states of pairs of entities.
  private func drafts(
    of pairs: [(source: Int, target: Int)], by trigger: Trigger, of frame: FrameLibrary.Frame,
    at token: Int, words: Range<Int>, name: ResolvedMention?
  ) -> [ClaimDraft] {
    guard !pairs.isEmpty else { return [] }
    let status = frame.status.map { StatusReader.Reading(status: $0) } ?? statuses.status(of: token)
    if trigger.isAffirmative, status.status == .denied { return [] }
    let circumstances = circumstances(of: token, trigger)
    return pairs.map { pair in
      ClaimDraft(
        source: pair.source, relation: frame.relation, target: pair.target,
        sentence: table.sentence[token], tokens: words, frame: frame.name,
        status: status.status,
        place: circumstances.places.filter { $0 != pair.source && $0 != pair.target },
        occasion: circumstances.occasions.filter { $0 != pair.source && $0 != pair.target },
        over: circumstances.over, topic: circumstances.topic ?? frame.topic,
        attribution: attributions.attribution(of: token),
        trace: trace(trigger, of: frame, at: token, ends: pair, name: name, status: status))
    }
  }

  /// The entities that fill a role, and whether any phrase stands in its places at all.
  private func referents(
    _ role: String, of trigger: Trigger, at token: Int, name: ResolvedMention? = nil
  ) -> (found: [Int], isFilled: Bool) {
    var found: [Int] = []
    var isFilled = false
    for place in trigger.roles[role] ?? [] {
      if place.name == "self", let name {
        found.append(name.entity)
        isFilled = true
        continue
      }
      if place.name == "mod", let name {
        // "Russian Security Council": the name inside of the name.
        for inner in phrases.inner(name.mention.extent)
        where inner.entity != name.entity
          && place.types?.contains(entities.entities[inner.entity].type) ?? true
          && !found.contains(inner.entity)
        {
          found.append(inner.entity)
        }
      }
      if place.name == "in", let name {
        // "the conflict in South Sudan"
        found += phrases.inner(name.mention.extent)
          .filter { isPlaced($0.token, in: name.mention.tokens) }.map(\.entity)
          .filter {
            place.types?.contains(entities.entities[$0].type) ?? true && !found.contains($0)
          }
      }
      // "supports Oman's neighbour Yemen" is about Yemen alone.
      if isFound(objectOf: trigger, role, found), Self.ownerPlaces.contains(place.name) { continue }
      for filler in fillers(of: place.name, of: trigger, at: token) {
        if let name, !stands(filler, nextTo: name.mention.extent) { continue }
        isFilled = true
        for referent in phrases.referents(of: filler.head) {
          let type = entities.entities[referent.entity].type
          guard place.types?.contains(type) ?? true, !found.contains(referent.entity) else {
            continue
          }
          found.append(referent.entity)
        }
      }
    }
    return (found, isFilled)
  }

  private static let ownerPlaces: Set<String> = ["poss", "mod", "of", "by", "of's"]

  /// Whether the object of a verb is itself what is looked for, so that what owns it isn't.
  private func isFound(objectOf trigger: Trigger, _ role: String, _ found: [Int]) -> Bool {
    trigger.wordClass == .verb && !found.isEmpty
      && trigger.roles[role]?.first?.name == "obj"
  }

  /// Whether "in" stands before a name inside of a name.
  private func isPlaced(_ token: Int, in name: Range<Int>) -> Bool {
    var before = token - 1
    while before > name.lowerBound, table.isCapitalized[before] || table.lower[before] == "the" {
      before -= 1
    }
    return before > name.lowerBound && table.lower[before] == "in"
  }

  /// Whether a phrase is right beside a name, so that it is the name's and not the verb's: "Crimea in southern
  /// Ukraine", "Ukraine's Crimea region".
  private func stands(_ filler: PredicateArguments.Filler, nextTo name: Range<Int>) -> Bool {
    if filler.head < name.lowerBound { return true }
    let start = tree.span(of: filler.head).lowerBound
    // "the East Asia Summit (EAS) in Hanoi"
    let isBracketed =
      start == name.upperBound + 3 && table.forms[name.upperBound] == "("
      && table.forms[start - 1] == ")"
    return start == name.upperBound || isBracketed
  }

  /// Whether "each other" or "one another" stands in the place of the target.
  private func isReciprocal(_ trigger: Trigger, at token: Int) -> Bool {
    (trigger.roles["target"] ?? []).contains { place in
      fillers(of: place.name, trigger.wordClass, at: token).contains { filler in
        let next = filler.head + 1 < table.count ? table.lower[filler.head + 1] : ""
        let before = filler.head > 0 ? table.lower[filler.head - 1] : ""
        let pair = [table.lower[filler.head], next]
        return pair == ["each", "other"] || pair == ["one", "another"]
          || [before, table.lower[filler.head]] == ["each", "other"]
          || [before, table.lower[filler.head]] == ["the", "other"]
      }
    }
  }

  // MARK: - Circumstances

  private struct Circumstances {
    var places: [Int] = []
    var occasions: [Int] = []
    var over: String?
    var topic: String?
  }

  /// Where, on what occasion and about what: from the trigger's own places, and from the phrases that hang on it
  /// and on the verb that it belongs to.
  private func circumstances(of token: Int, _ trigger: Trigger) -> Circumstances {
    var result = Circumstances()
    result.places = referents("place", of: trigger, at: token).found
    result.occasions = referents("occasion", of: trigger, at: token).found
    for preposition in Self.placePrepositions where result.places.isEmpty {
      result.places = entities(with: preposition, at: token, class: "place")
    }
    for preposition in Self.occasionPrepositions where result.occasions.isEmpty {
      result.occasions = entities(with: preposition, at: token, class: "event")
    }
    for place in trigger.roles["over"] ?? [] where result.over == nil {
      guard let filler = fillers(of: place.name, trigger.wordClass, at: token).first else {
        continue
      }
      result.over =
        phrases.referents(of: filler.head).first.map { entities.entities[$0.entity].id.rawValue }
        ?? words(of: filler.head)
    }
    for place in trigger.roles["topic"] ?? [] where result.topic == nil {
      if place.name == "clause" {
        let clause = tree.dependents(of: token).first {
          ["xcomp", "ccomp", "acl"].contains(tree.relation($0))
        }
        result.topic = clause.flatMap(words)
      } else {
        result.topic = fillers(of: place.name, trigger.wordClass, at: token).first.flatMap {
          words(of: $0.head)
        }
      }
    }
    return result
  }

  private func entities(with preposition: String, at token: Int, class nodeClass: String) -> [Int] {
    arguments.phrases(with: preposition, of: token).flatMap { phrases.referents(of: $0.head) }
      .map(\.entity).filter { entities.entities[$0].id.nodeClass == nodeClass }
  }

  /// The words of a phrase without its preposition; nil where they are too many to name a matter.
  private func words(of head: Int) -> String? {
    var span = tree.span(of: head)
    while let first = span.first, first < head,
      ["case", "det", "mark", "punct", "nmod:poss"].contains(tree.relation(first))
    {
      span = first + 1..<span.upperBound
    }
    while let last = span.last, last > head, tree.partOfSpeech(last) == .punctuation {
      span = span.lowerBound..<last
    }
    guard !span.isEmpty, span.count <= Self.longestTopic else { return nil }
    return table.phrase(span)
  }

  private static let longestTopic = 9
  private static let placePrepositions = ["in", "at"]
  private static let occasionPrepositions = [
    "on_the_sidelines_of", "at", "during", "within", "sidelines", "of",
  ]
}
