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
  /// The cities of the document with their countries.
  let cities: CityClaims
  /// The delegations of the text, by their members.
  private let groups: [Set<Int>]
  /// The countries of the document's capitals, as far as it names them.
  let countryOfCapital: [Int: Int]
  /// The triggers of each token that has some: the claims, the times and the worklists all ask for them.
  private(set) var triggersAt: [Int: [(FrameLibrary.Frame, Trigger)]] = [:]

  init(
    library: FrameLibrary, ontology: Ontology, gazetteer: Gazetteer, table: TokenTable,
    entities: DocumentEntities
  ) {
    self.library = library
    self.ontology = ontology
    self.table = table
    self.entities = entities
    tree = SyntaxTree(table, inflection: library.inflection)
    arguments = PredicateArguments(tree: tree, words: library.clauseWords)
    cities = CityClaims(gazetteer: gazetteer, table: table, entities: entities)
    phrases = PhraseReferents(
      tree: tree, entities: entities, institutions: library.institutions,
      roles: library.clauseWords.roles, sayings: library.clauseWords.sayings,
      wholes: library.clauseWords.wholes, opponents: library.clauseWords.opponents,
      homes: cities.homeTokens())
    statuses = StatusReader(tree: tree, words: library.clauseWords)
    attributions = AttributionFinder(
      tree: tree, words: library.clauseWords, arguments: arguments, phrases: phrases)
    countryOfCapital = Self.countries(ofCapitalsIn: entities, gazetteer)
    groups = entities.anaphors.filter {
      ["group.members", "group.travellers"].contains($0.foundBy)
    }
    .map { Set($0.entities) }
    var isInName = [Bool](repeating: false, count: table.count)
    for mention in entities.mentions {
      let isDescribed =
        entities.entities[mention.entity].type == "event"
        && mention.mention.isDescription(in: table)
      // "the 1959 treaty with Sudan" tells of a treaty, whatever it is called.
      for token in mention.mention.extent where !isDescribed || table.isCapitalized[token] {
        isInName[token] = true
      }
    }
    self.isInName = isInName
    for token in 0..<table.count where !isInName[token] {
      let triggers = matchingTriggers(at: token)
      if !triggers.isEmpty { triggersAt[token] = triggers }
    }
  }

  private static func countries(
    ofCapitalsIn entities: DocumentEntities, _ gazetteer: Gazetteer
  ) -> [Int: Int] {
    var countries: [Int: Int] = [:]
    for (index, entity) in entities.entities.enumerated() where entity.type == "city" {
      countries[index] = gazetteer.country(ofCapital: entity.id).flatMap {
        entities.index(of: $0.id)
      }
    }
    return countries
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
      // "has the support of Chad": the noun of a verb's phrase doesn't state the same the other way round.
      var spent: Set<SpentNoun> = []
      for token in sentence.tokens where !isInName[token] {
        finder.phrases.resolve(token, as: parties(participants.referents(of: token), at: token))
        finder.phrases.resolve(token, as: reporters(of: token))
      }
      for token in sentence.tokens where !isInName[token] {
        drafts += finder.imitations(at: token, of: rejoinders)
        drafts += finder.escorts(at: token, of: rejoinders)
        let triggers = triggers(at: token)
        var stated: Set<String> = []
        for (frame, trigger) in triggers {
          var found = finder.claims(at: token, trigger, frame, words: token..<token + 1)
          if trigger.wordClass == .noun {
            found.removeAll {
              spent.contains(
                SpentNoun(
                  token: token, relation: $0.relation, source: $0.target, target: $0.source))
            }
          }
          if found.isEmpty {
            found = finder.rejoinders(at: token, trigger, frame, to: rejoinders)
          }
          if found.isEmpty {
            let ended = finder.plansTakenUp(at: token, trigger, frame, of: rejoinders)
            found = ended.filter { !finder.ends($0, &drafts) }
          }
          drafts += found
          if !found.isEmpty { stated.insert(frame.relation) }
          if !found.isEmpty, trigger.wordClass == .verb {
            for other in companions(of: token)
            where trigger.others.contains(tree.lemma(other))
              || trigger.others.contains(table.lower[other])
            {
              for draft in found {
                spent.insert(
                  SpentNoun(
                    token: other, relation: draft.relation, source: draft.source,
                    target: draft.target))
              }
            }
          }
          for draft in found {
            if isEncounter(draft.relation) {
              participants.note(
                [draft.source, draft.target], in: draft.sentence,
                isTold: draft.attribution != nil || isSaid(token))
            }
            rejoinders.note(
              draft, isSymmetric: ontology.relationType(draft.relation)?.isSymmetric == true)
          }
        }
        for (frame, trigger) in shorterTriggers(at: token, than: triggers, stated: stated) {
          drafts += finder.claims(at: token, trigger, frame, words: token..<token + 1)
        }
      }
      for event in events[table.sentence[sentence.tokens.lowerBound]] ?? [] {
        drafts += finder.claims(inside: event)
      }
    }
    for (mention, isName) in placesAndNames {
      let type = entities.entities[mention.entity].type
      for place in library.nameTriggers[type] ?? [] {
        let frame = library.frames[place.frame]
        let trigger = frame.triggers[place.trigger]
        guard trigger.others.allSatisfy({ hasInName(mention, $0) }),
          isName || trigger.roles["source"]?.contains(where: { $0.name == "subj" }) == true
        else { continue }
        drafts += claims(
          at: mention.mention.tokens.upperBound - 1, trigger, frame,
          words: mention.mention.tokens, name: mention)
      }
    }
    return drafts
  }

  /// The names of the text, and what stands in for one: of "is in the Thai capital" and "is in the country" only a clause
  /// says something, since the phrase by itself does.
  private var placesAndNames: [(mention: ResolvedMention, isName: Bool)] {
    entities.mentions.map { ($0, $0.foundBy != "description.capital") }
      + entities.anaphors.filter { $0.entities.count == 1 && !isInName[$0.head] }.map { anaphor in
        let head = anaphor.head..<anaphor.head + 1
        let entity = entities.entities[anaphor.entities[0]]
        return (
          ResolvedMention(
            mention: EntityMention(
              tokens: head, extent: head, reference: .described(entity.label, type: entity.type),
              foundBy: anaphor.foundBy), entity: anaphor.entities[0], foundBy: anaphor.foundBy),
          false
        )
      }
  }

  /// Whether a word is part of what somebody says, thinks or underscores.
  private func isSaid(_ token: Int) -> Bool {
    ([token] + table.text.tokenRecords.ancestors(of: token).prefix(5))
      .contains { tree.relation($0) == "ccomp" }
  }

  /// A noun that a verb's trigger has taken in, what that stated and of whom.
  private struct SpentNoun: Hashable {
    let token: Int
    let relation: String
    let source: Int
    let target: Int
  }

  /// Those who took part in what was told, as the plural at `token` has them: "the two countries" are the persons'
  /// countries, "both sides" are nobody who leads none.
  private func parties(_ members: [Int], at token: Int) -> [Int] {
    let persons = members.filter { entities.entities[$0].id.nodeClass == "person" }
    // "the presidents" are no countries
    if ["presidents", "ministers", "premiers"].contains(table.lower[token]) {
      return persons.count == members.count ? members : []
    }
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
    switch table.lower[token] {
    case "it", "its", "they", "their", "them": break
    default: return []
    }
    guard phrases.referents(of: token).isEmpty else { return [] }
    var clause = token
    for _ in 0..<6 {
      guard let head = tree.head(clause) else { return [] }
      if tree.relation(clause) == "ccomp", head < token,
        library.clauseWords.reporting.contains(tree.lemma(head))
      {
        // No person is "it", nor one alone "them".
        return arguments.subjects(ofVerb: head).flatMap { phrases.referents(of: $0.head) }
          .map(\.entity).filter { entities.entities[$0].id.nodeClass != "person" }
      }
      clause = head
    }
    return []
  }

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
    let isBetween = trigger.roles["target"]?.contains { $0.name == "between" } == true
    // "The company praised Chad": whoever does it, nobody of whom claims are made.
    if sources.found.isEmpty, sources.isFilled, !isBetween { return [] }
    var targets = referents("target", of: trigger, at: token, name: name)
    // "Chad and Mali closed their airspace to Togo": what is theirs is not what they do it to.
    if sources.found.count > 1, Set(sources.found).isStrictSubset(of: targets.found) {
      targets.found.removeAll(where: sources.found.contains)
    }
    // "She arranged a meeting between Abe and Putin" is none of hers.
    let sides =
      trigger.isReciprocal != false && isBetween
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
            && (!targets.isFilled || sources.found.isEmpty
              // "relations between Chad and Mali soured": one phrase for both ends
              || trigger.isReciprocal == true && Set(sources.found) == Set(targets.found))
            && (!sources.found.isEmpty || !between.isEmpty || !isBetween),
        relation.isSymmetric || isReciprocal(trigger, at: token)
          || !hasOtherObject(trigger, at: token)
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

  /// "Chad and Mali fight terrorism": who does it to a thing doesn't do it to one another; "fought a war" is no such thing.
  private func hasOtherObject(_ trigger: Trigger, at token: Int) -> Bool {
    trigger.wordClass == .verb
      && tree.dependents(of: token, "obj").contains {
        triggers(at: $0).isEmpty && !trigger.others.contains(tree.lemma($0))
      }
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

  /// The claims that a trigger states of pairs of entities.
  func drafts(
    of pairs: [(source: Int, target: Int)], by trigger: Trigger, of frame: FrameLibrary.Frame,
    at token: Int, words: Range<Int>, name: ResolvedMention?
  ) -> [ClaimDraft] {
    guard !pairs.isEmpty, !(trigger.isActive && arguments.isPassive(token)) else { return [] }
    let told = statuses.status(of: token, with: trigger.others)
    if trigger.isAffirmative, told.status == .denied { return [] }
    // What would be proposed, or isn't, hasn't been.
    let isOpen = frame.status == .proposed && [.possible, .denied].contains(told.status)
    let status = isOpen ? told : frame.status.map { StatusReader.Reading(status: $0) } ?? told
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

  /// Whether "each other" or "one another" stands in the place of the target, or whose the thing there is.
  private func isReciprocal(_ trigger: Trigger, at token: Int) -> Bool {
    let places = trigger.roles["target"] ?? []
    let isOwned =
      trigger.wordClass == .verb && places.contains { ["poss", "mod"].contains($0.name) }
    return places.contains { place in
      fillers(of: place.name, trigger.wordClass, at: token).contains {
        Self.isReciprocal(table.lower[$0.head...].prefix(2))
          || $0.head > 0 && Self.isReciprocal(table.lower[($0.head - 1)...].prefix(2))
      }
    }
      // "each accused the other of lying", whatever the tree makes of it
      || trigger.wordClass == .verb && places.contains { $0.name == "obj" }
        && token + 2 < table.count && Self.isReciprocal(table.lower[(token + 1)...].prefix(2))
      // "each expelled the other's envoys"
      || isOwned
        && arguments.objects(ofVerb: token).contains { object in
          tree.span(of: object.head).prefix(while: { $0 < object.head - 1 }).contains {
            Self.isReciprocal(table.lower[$0...].prefix(2)) && table.lower[$0 + 2] == "'s"
          }
        }
  }

  private static func isReciprocal(_ words: ArraySlice<String>) -> Bool {
    [["each", "other"], ["one", "another"], ["the", "other"]].contains { words.elementsEqual($0) }
  }
}
