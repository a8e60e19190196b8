import Graph
import Language

/// What stands in the grammatical places of a trigger.
extension TreeClaimFinder {
  /// The phrases in one grammatical place of a trigger's word at `token`.
  func fillers(of place: String, of trigger: Trigger, at token: Int)
    -> [PredicateArguments.Filler]
  {
    // "under British control", "at Oman's request": the subject is the clause's, whatever owns the noun.
    if place == "subj", trigger.isPrepositional,
      tree.dependents(of: token, "nsubj").isEmpty
    {
      let supporters = arguments.supporters(ofNoun: token)
      // "paid a visit, at the invitation of Chad": the phrase may hang on the noun that the verb supports.
      guard supporters.isEmpty, ["nmod", "conj"].contains(tree.relation(token)),
        let noun = tree.head(token), noun < token
      else { return supporters }
      // "Chad, at odds with Mali, left"
      if tree.partOfSpeech(noun) == .properNoun {
        return [PredicateArguments.Filler(head: noun, path: "before")]
      }
      guard tree.relation(token) == "nmod", tree.partOfSpeech(noun) == .noun else {
        return supporters
      }
      return arguments.supporters(ofNoun: noun)
    }
    let found = fillers(of: place, trigger.wordClass, at: token)
    if place == "mod", trigger.wordClass == .verb, !trigger.others.isEmpty {
      // "summoned the British ambassador, Eva Lind"
      return found
        + arguments.objects(ofVerb: token).compactMap {
          phrases.owner(ofTitle: trigger.others, before: $0.head)
        }.map { PredicateArguments.Filler(head: $0, path: "title") }
    }
    guard place == "of", trigger.wordClass == .verb else { return found }
    // "condemned the invasion of Chad" is not against Chad: what is done to it isn't its own.
    return found.filter { filler in
      guard let head = tree.head(filler.head), head != token,
        !trigger.others.contains(tree.lemma(head)), !trigger.others.contains(table.lower[head])
      else { return true }
      // "praised Abe's leadership of the bloc" praised Abe.
      if tree.dependents(of: head, "nmod:poss").contains(where: {
        !phrases.referents(of: $0).isEmpty
      }) {
        return false
      }
      // "supported the defense of Chad" is for Chad.
      let own = Set(triggers(at: token).filter { $0.1 == trigger }.map(\.0.relation))
      return !triggers(at: head).contains { frame, deed in
        !own.contains(frame.relation)
          && deed.roles["target"]?.contains { $0.name == "of" || $0.name == "obj" } == true
      }
    }
  }

  /// "took it to the Court of Justice in Lyon": of a body that sits somewhere, the city right behind its name, whatever the
  /// tree hangs that on.
  func seat(of name: ResolvedMention, by trigger: Trigger, in place: Trigger.Place) -> Int? {
    guard !trigger.others.isEmpty,
      let seat = phrases.name(rightBehind: name.mention.extent, with: "in"),
      place.types?.contains(entities.entities[seat].type) ?? true
    else { return nil }
    return seat
  }

  /// The phrases in one grammatical place of the word at `token`.
  func fillers(of place: String, _ wordClass: Trigger.WordClass, at token: Int)
    -> [PredicateArguments.Filler]
  {
    if let link = place.utf8.firstIndex(of: UInt8(ascii: ">")) {
      // "thanks for the work of the council": what stands with a noun that is none itself.
      let inner = String(place[place.index(after: link)...])
      return fillers(of: String(place[..<link]), wordClass, at: token)
        .filter { phrases.referents(of: $0.head).isEmpty }
        .flatMap { noun in
          ([noun.head] + tree.dependents(of: noun.head, "conj")).flatMap {
            arguments.phrases(with: inner, of: $0)
          }
        }
    }
    if place.hasSuffix("'s") {
      // "concerns about Chinese practices": whose the thing in that place is, where it is none itself.
      return fillers(of: String(place.dropLast(2)), wordClass, at: token)
        .filter { phrases.referents(of: $0.head).isEmpty && table.lower[$0.head] != "own" }
        .flatMap { possessors(of: $0.head) + arguments.modifiers(ofNoun: $0.head) }
    }
    switch (place, wordClass) {
    case ("subj", .verb): return arguments.subjects(ofVerb: token)
    case ("subj", .noun):
      let agents = arguments.agents(ofNoun: token)
      guard
        agents.allSatisfy({ tree.tag($0.head) == "PRP$" && phrases.referents(of: $0.head).isEmpty })
      else {
        return agents
      }
      return agents + arguments.clauseSubjects(ofNoun: token)
    case ("subj", .name):
      // "Abe is in Beijing", "Abe has been to Beijing"
      return tree.dependents(of: token, "cop").isEmpty
        || !tree.stands(token, with: "in") && !tree.stands(token, with: "to")
        ? [] : arguments.surfaceSubjects(token)
    case ("subj", .adjective):
      if tree.relation(token) == "amod", let head = tree.head(token) {
        return [PredicateArguments.Filler(head: head, path: "amod")]
      }
      return arguments.surfaceSubjects(token)
    case ("adjunct", _): return arguments.bystanders(ofNoun: token)
    case ("adjunct_obj", .verb): return arguments.listeners(ofVerb: token)
    case ("adjunct_obj", .noun):
      // "thanked Abe in talks with Putin" tells with whom these were.
      guard ["with", "between"].allSatisfy({ arguments.phrases(with: $0, of: token).isEmpty })
      else { return [] }
      return arguments.bystanderObjects(ofNoun: token).filter {
        !phrases.referents(of: $0.head).isEmpty
      }
    case ("obj", .verb):
      // "fined Google 4 billion euros": who pays stands before what.
      let objects = arguments.objects(ofVerb: token)
      let isSum = objects.contains { !tree.dependents(of: $0.head, "nummod").isEmpty }
      return isSum ? objects + arguments.recipients(ofVerb: token) : objects
    case ("obj", _): return arguments.phrases(with: "of", of: token)
    case ("iobj", _): return arguments.recipients(ofVerb: token)
    case ("poss", .verb):
      return arguments.objects(ofVerb: token).flatMap { possessors(of: $0.head) }
    case ("poss", _): return nounHeads(of: token, wordClass).flatMap { possessors(of: $0) }
    case ("mod", .verb):
      // "defended the Iran deal" is not for Iran: whose a thing of several is doesn't say at whom it is aimed.
      // Nor is "backed Syrian rebels" for Syria.
      return arguments.objects(ofVerb: token).filter { object in
        !library.clauseWords.opponents.contains(tree.lemma(object.head))
          && !triggers(at: object.head).contains {
            ontology.relationType($0.0.relation)?.isSymmetric == true
          }
      }.flatMap { arguments.modifiers(ofNoun: $0.head) }
    case ("mod", _):
      // "the U.S.-Caribbean partnership", "the Russian-held peninsula": a pair, or a participle, tells of no place in it.
      return nounHeads(of: token, wordClass).flatMap { arguments.modifiers(ofNoun: $0) }.filter {
        wordClass != .name || $0.head + 1 >= table.count || table.forms[$0.head + 1] != "-"
      }
    case ("named", .noun):
      // "Frontex, the border agency", "Frontex is the border agency"
      if tree.relation(token) == "appos" {
        return arguments.name(apposedBy: token).map {
          [PredicateArguments.Filler(head: $0, path: "appos")]
        } ?? []
      }
      if !tree.dependents(of: token, "cop").isEmpty { return arguments.surfaceSubjects(token) }
      // "the two NATO allies", of whom the text has told who they are
      return phrases.isAnaphor(token)
        ? [PredicateArguments.Filler(head: token, path: "anaphor")] : []
    case ("appos", _):
      return tree.dependents(of: token, "appos").map {
        PredicateArguments.Filler(head: $0, path: "appos")
      }
    case ("victim", .verb):
      // "bombed a market in Aden": where what is hit is, where it is nobody's name.
      let objects = arguments.objects(ofVerb: token)
      guard !objects.isEmpty, objects.allSatisfy({ phrases.referents(of: $0.head).isEmpty }) else {
        return []
      }
      return ["in", "at", "near"].flatMap { arguments.phrases(with: $0, of: token) }
    case ("victim", .noun):
      // "a Chadian raid killed three men in Aden": whom a deed hits, and where.
      // "the attack that killed three men"
      let clause = tree.dependents(of: token, "acl:relcl").first {
        library.clauseWords.harms.contains(tree.lemma($0))
          && tree.dependents(of: $0, "nsubj").contains {
            ["that", "which"].contains(table.lower[$0])
          }
      }
      guard let verb = clause ?? (tree.relation(token) == "nsubj" ? tree.head(token) : nil),
        tree.isVerb(verb), library.clauseWords.harms.contains(tree.lemma(verb))
      else { return [] }
      // "kills six people and injures eight in Aden": the place is that of all that it does.
      let others = tree.dependents(of: verb, "conj").filter {
        library.clauseWords.harms.contains(tree.lemma($0))
          && tree.dependents(of: $0, "nsubj").isEmpty
      }
      return ([verb] + others).flatMap { verb in
        (arguments.objects(ofVerb: verb) + arguments.phrases(with: "in", of: verb)).map {
          $0.via("victim")
        }
      }
    case ("obliged", .verb): return arguments.obliged(byReport: token)
    case ("comp_obj", _):
      // "promised not to attack Chad" isn't directed at it.
      let clauses = (tree.dependents(of: token, "xcomp") + tree.dependents(of: token, "acl"))
        .filter { !statuses.isNegated($0) }
      // "the threat to stop supplying Chad": the last infinitive has the object.
      return (clauses + clauses.flatMap { tree.dependents(of: $0, "xcomp") }).flatMap { clause in
        (arguments.objects(ofVerb: clause)
          + ["to", "against", "over", "with"].flatMap { arguments.phrases(with: $0, of: clause) })
          .map { $0.via("comp") }
      }
    case ("comp", _):
      // "demanded that Iran be punished" is not asked of Iran.
      return tree.dependents(of: token).filter {
        (["ccomp", "xcomp"].contains(tree.relation($0)) || isContent($0))
          && !arguments.isPassive($0) && !isAsserted($0, by: token)
      }
      .flatMap { arguments.surfaceSubjects($0).map { $0.via("comp") } }
    case ("between", _):
      // "between June 3 and June 5", "between Monday and Friday" are no partners; "between the two" are.
      return
        (arguments.phrases(with: "between", of: token)
        + arguments.phrases(with: "among", of: token)).filter {
          (tree.tag($0.head) != "CD" || phrases.isAnaphor($0.head))
            && !TimeWords.names(tree.table.lower[$0.head])
        }
    case ("in", .name) where isAppellation(token): return []
    default:
      // "Chad, from which Mali recalled its envoy"
      return arguments.phrases(with: place, of: token).map { arguments.resolved($0, at: token) }
    }
  }

  /// "the islands, called the Southern Kurils in Russia": whether a name, or one listed before it, is told as what somebody
  /// calls a thing, which needn't lie there.
  private func isAppellation(_ name: Int) -> Bool {
    var first = name
    // The parser may list the second name with the first one's place.
    for _ in 0..<PredicateArguments.deepest where ["conj", "nmod"].contains(tree.relation(first)) {
      // "officials called it an attack in the Kurdish region"
      guard let head = tree.head(first), table.isCapitalized[head] else { break }
      first = head
    }
    guard let participle = tree.head(first), participle < first,
      tree.tag(participle) == "VBN" || tree.tag(participle) == "VBD"
    else { return false }
    return library.clauseWords.appellations.contains(tree.lemma(participle))
  }

  /// "insists that the port belongs to it", but "that the port be closed": what is told as a fact is asked of nobody.
  private func isAsserted(_ clause: Int, by verb: Int) -> Bool {
    guard library.clauseWords.assertions.contains(tree.lemma(verb)) else { return false }
    let helpers = tree.dependents(of: clause).filter { $0 < clause }
    guard !helpers.contains(where: { ["should", "must"].contains(table.lower[$0]) }) else {
      return false
    }
    return ([clause] + helpers).contains {
      ["VBZ", "VBD"].contains(tree.tag($0))
        && (tree.isVerb($0) || tree.partOfSpeech($0) == .auxiliary)
    }
  }

  /// "accusations that Chad arms the rebels": what a noun says, and nothing that is told of it.
  private func isContent(_ clause: Int) -> Bool {
    tree.relation(clause) == "acl"
      && tree.dependents(of: clause).contains {
        tree.relation($0) == "mark" && table.lower[$0] == "that"
      }
  }

  private func possessors(of noun: Int) -> [PredicateArguments.Filler] {
    tree.dependents(of: noun, "nmod:poss").map { PredicateArguments.Filler(head: $0, path: "poss") }
      + makers(of: noun)
  }

  /// "rejected a swap that Chad had proposed": whose a thing is as who made it.
  private func makers(of noun: Int) -> [PredicateArguments.Filler] {
    tree.dependents(of: noun, "acl:relcl").filter {
      library.clauseWords.making.contains(tree.lemma($0)) && !arguments.isPassive($0)
    }.flatMap { arguments.subjects(ofVerb: $0) }
      .filter { $0.head != noun }.map { $0.via("made") }
  }

  /// A noun, and for a name the noun that tells what kind of place it is: "Ukraine's city of Luhansk".
  private func nounHeads(of token: Int, _ wordClass: Trigger.WordClass) -> [Int] {
    guard wordClass == .name, tree.relation(token) == "nmod", tree.stands(token, with: "of"),
      let head = tree.head(token), phrases.isKindOfPlace(head)
    else { return [token] }
    return [token, head]
  }
}
