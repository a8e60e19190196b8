import Graph
import Language

/// Which triggers' words stand where.
extension TreeClaimFinder {
  /// The triggers whose words stand at `token`, which is in no name.
  func triggers(at token: Int) -> [(FrameLibrary.Frame, Trigger)] { triggersAt[token] ?? [] }

  /// The triggers whose words stand at `token`; of several the ones with the most words, since "telephone talks"
  /// are no "talks".
  func matchingTriggers(at token: Int) -> [(FrameLibrary.Frame, Trigger)] {
    let lemma = tree.lemma(token)
    let form = table.lower[token]
    let byLemma = library.triggerIndex[lemma] ?? []
    let byForm = form == lemma ? [] : library.triggerIndex[form] ?? []
    if byLemma.isEmpty, byForm.isEmpty { return [] }
    let (isVerb, isNoun, isAdjective) = (isVerb(token), tree.isNoun(token), isAdjective(token))
    var below: (tokens: [Int], words: WordMask)?
    var fitting: [(FrameLibrary.Frame, Trigger)] = []
    var beside: [(FrameLibrary.Frame, Trigger)] = []
    var longest = 0
    // One list after the other, since joining them would copy what most words have many of.
    for places in [byLemma, byForm] {
      for index in places.indices where places[index].otherCount >= longest {
        // Most are for words of another class or lack one of their other words, which is told soonest.
        switch places[index].wordClass {
        case .verb: guard isVerb else { continue }
        case .noun: guard isNoun else { continue }
        case .adjective: guard isAdjective else { continue }
        case .name: break
        }
        if places[index].otherCount > 0 {
          let companions = below ?? companionWords(of: token)
          below = companions
          guard companions.words.mayHave(places[index].otherMask),
            has(
              places[index].others, of: places[index].wordClass, at: token,
              among: companions.tokens)
          else { continue }
        }
        let frame = library.frames[places[index].frame]
        let trigger = frame.triggers[places[index].trigger]
        guard fits(trigger, at: token) else { continue }
        if trigger.isBeside {
          beside.append((frame, trigger))
          continue
        }
        if trigger.others.count > longest {
          longest = trigger.others.count
          fitting.removeAll()
        }
        fitting.append((frame, trigger))
      }
    }
    return fitting + beside
  }

  /// The triggers with fewer words of the relations that those at a token are for and haven't stated: "provided Chad with $40
  /// million in aid" has no "to" that "provide aid" asks for, but the "with" of "provide".
  func shorterTriggers(
    at token: Int, than longest: [(FrameLibrary.Frame, Trigger)], stated: Set<String>
  ) -> [(FrameLibrary.Frame, Trigger)] {
    let idle = Set(
      longest.filter { $1.wordClass == .verb && !$1.others.isEmpty }.map(\.0.relation)
    ).subtracting(stated)
    guard !idle.isEmpty else { return [] }
    return (library.triggerIndex[tree.lemma(token)] ?? []).compactMap { place in
      let frame = library.frames[place.frame]
      let trigger = frame.triggers[place.trigger]
      guard place.others.isEmpty, trigger.wordClass == .verb, idle.contains(frame.relation),
        fits(trigger, at: token)
      else { return nil }
      return (frame, trigger)
    }
  }

  /// The nouns that state a happening, with the relations that they may state: a time below one of them is that
  /// happening's.
  func eventNouns() -> [Int: Set<String>] {
    var nouns: [Int: Set<String>] = [:]
    for (token, triggers) in triggersAt where tree.isNoun(token) {
      nouns[token] = Set(triggers.map(\.0.relation))
    }
    return nouns
  }

  /// The persons who take up an office, or leave one, by triggers with these words, each with its token, in the order of the
  /// text.
  func officeChanges(by words: Set<String>) -> OfficeChanges.Tellings {
    triggersAt.keys.sorted().flatMap { token in
      triggers(at: token).filter { frame, trigger in
        frame.relation == "holds-office" && words.contains(trigger.text)
      }.flatMap { _, trigger in
        referents("source", of: trigger, at: token).found.map { (person: $0, token: token) }
      }
    }
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
      guard isVerb(token), !isTurned(token, from: trigger),
        trigger.subjects.isEmpty || hasSubject(among: trigger.subjects, token)
      else { return false }
    case .noun: guard tree.isNoun(token) else { return false }
    case .adjective: guard isAdjective(token) else { return false }
    case .name: return true
    }
    if let isNaming = trigger.isNaming, isNaming != namesObject(token) { return false }
    return trigger.isBare.map { $0 != hasComplement(token) } ?? true
  }

  /// Whether a verb's subject is one of the nouns: "fighting" may be a clause to the tree.
  private func hasSubject(among nouns: Set<String>, _ verb: Int) -> Bool {
    let clauses = tree.dependents(of: verb).filter { tree.relation($0).hasPrefix("csubj") }
    return (clauses + arguments.surfaceSubjects(verb).map(\.head)).contains {
      nouns.contains(tree.lemma($0)) || nouns.contains(table.lower[$0])
    }
  }

  private func isVerb(_ token: Int) -> Bool { tree.isVerb(token) && !isCompounded(token) }

  private func isAdjective(_ token: Int) -> Bool {
    tree.partOfSpeech(token) == .adjective || tree.tag(token) == "VBN"
  }

  /// The companions of a word, and which words they are.
  private func companionWords(of token: Int) -> (tokens: [Int], words: WordMask) {
    let tokens = companions(of: token)
    var words = WordMask()
    for token in tokens {
      words.insert(table.lower[token])
      words.insert(tree.lemma(token))
    }
    return (tokens, words)
  }

  /// Whether the trigger's other words are among the companions of its word at `token`.
  private func has(
    _ others: [String], of wordClass: Trigger.WordClass, at token: Int, among companions: [Int]
  ) -> Bool {
    // "talks on security" are no "security talks".
    let isBefore = wordClass != .verb && !others.contains("of")
    return others.allSatisfy { word in
      companions.contains {
        (!isBefore || $0 < token)
          // "islands controlled by Chad" are no "control".
          && (table.lower[$0] == word || tree.lemma($0) == word && !isAttribute($0))
      }
    }
  }

  private func isAttribute(_ token: Int) -> Bool {
    tree.tag(token) == "VBN" && tree.relation(token) == "amod"
  }

  /// "called Abe a liar": whether a noun or adjective behind a verb's object says what that is.
  private func namesObject(_ verb: Int) -> Bool {
    // "was called on by Abe" was visited.
    if verb + 2 < table.count, ["on", "upon"].contains(table.lower[verb + 1]),
      table.lower[verb + 2] == "by"
    {
      return true
    }
    guard let object = tree.dependents(of: verb, "obj").first else { return false }
    return tree.dependents(of: verb).contains {
      $0 > object && ["obj", "xcomp"].contains(tree.relation($0)) && !tree.isVerb($0)
        // "left the town without water"
        || $0 > object && tree.stands($0, with: "without")
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
    tree.dependents(of: token).contains { particle in
      guard tree.relation(particle) == "compound:prt" else { return false }
      let word = table.lower[particle]
      return ["up", "down", "off", "away"].contains(word) && !trigger.others.contains(word)
        && (!trigger.others.isEmpty || library.clauseWords.support.contains(trigger.head)
          // "called off a trip to Chad" calls on nobody.
          || library.clauseWords.governs(trigger.head, with: word))
    }
  }

  private static let verbalPrefixes: Set<String> = ["co", "re", "pre", "counter", "over", "de"]

  /// The words that may make one phrase with the word at `token`: what depends on it, but for its subject and
  /// clauses of their own, and what belongs to those closely. "Opened with a call for a truce" opens no truce.
  func companions(of token: Int) -> [Int] {
    var result: [Int] = []
    // "a ship that Chad handed over": the verb's object, where that is a noun and no name.
    if tree.relation(token) == "acl:relcl", let noun = tree.head(token),
      tree.partOfSpeech(noun) == .noun,
      arguments.objects(ofVerb: token).contains(where: {
        $0.head == noun && $0.path == "relative"
      })
    {
      result.append(noun)
    }
    for dependent in tree.dependents(of: token) {
      let relation = tree.relation(dependent)
      if ["nsubj", "advcl", "parataxis", "acl:relcl", "csubj"].contains(relation) { continue }
      // "is to tell Chad which ships it will send" tells nobody to do anything.
      if relation == "mark", dependent < token { continue }
      if relation == "conj", tree.isVerb(dependent) { continue }
      result.append(dependent)
      for inner in tree.dependents(of: dependent) {
        switch tree.relation(inner) {
        case "nmod":
          // "cut a third of its aid", "cut $300 million in aid"
          if tree.stands(inner, with: "of")
            || tree.stands(inner, with: "in") && tree.isAmount(dependent)
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
}
