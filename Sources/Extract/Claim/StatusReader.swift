import Graph
import Language

/// Tells how far what a word states has come, by the clauses around it: its auxiliaries and negation, then,
/// step by step up the tree, each word that governs it.
///
/// The words are data (`ClauseWords`); the rules are those of the ontology's section on status.
struct StatusReader {
  let tree: SyntaxTree
  let words: ClauseWords
  let arguments: PredicateArguments

  /// A status with the words that gave it, for explanations.
  struct Reading: Hashable {
    var status: Status
    var cues: [Int] = []
  }

  /// The status of what the word at `trigger` states.
  func status(of trigger: Int) -> Reading {
    var reading = Reading(status: .actual)
    var current = trigger
    apply(modalityOf: current, to: &reading)
    for _ in 0..<8 {
      guard let head = tree.head(current) else { break }
      let relation = tree.relation(current)
      if relation == "conj" {
        inherit(current, from: head, &reading)
        guard shares(current, with: head) else { break }
        current = head
        continue
      }
      if relation == "advcl" {
        if hasCondition(current) {
          note(.possible, [current], in: &reading)
          break
        }
        guard isPurpose(current), !isStated(current) else {
          // "met on the way, hoping": a free adjunct has a status of its own.
          if tree.tag(current) == "VBG", isAct(head), current == trigger { apply(modalityOf: head, to: &reading) }
          break
        }
        note(.planned, [current], in: &reading)
        apply(modalityOf: head, to: &reading)
        current = head
        continue
      }
      guard governs(head, current, relation) else {
        // A noun takes the modality of the verb that it makes one predicate with.
        guard isAct(head), ["obj", "obl", "nsubj:pass", "nsubj"].contains(relation), !tree.isVerb(current),
          words.supports(tree.lemma(head)) || words.isEventVerb(tree.lemma(head)) || relation == "obl"
        else {
          if ["nmod", "compound", "obj", "obl"].contains(relation), !tree.isVerb(current),
            words.supportNouns.contains(tree.lemma(head)) || relation == "obj" || relation == "obl"
          {
            current = head
            continue
          }
          break
        }
        apply(modalityOf: head, to: &reading)
        current = head
        continue
      }
      apply(governor: head, of: current, to: &reading)
      current = head
    }
    return reading
  }

  // MARK: - Steps

  /// Auxiliaries, negation and adverbs of one word.
  private func apply(modalityOf token: Int, to reading: inout Reading) {
    for dependent in tree.dependents(of: token) {
      let word = tree.table.lower[dependent]
      let relation = tree.relation(dependent)
      if relation == "aux", let status = words.modals[word] {
        note(status, [dependent], in: &reading)
      }
      if words.negations.contains(word), dependent < token || relation == "advmod" {
        note(.denied, [dependent], in: &reading)
      }
      if ["advmod", "amod", "acl", "nmod:poss"].contains(relation) {
        // "a planned visit", "possibly visited"; a participle behind the noun has its own words below it.
        if let governor = governor(at: dependent), relation != "nmod:poss",
          relation != "acl" || tree.tag(dependent) == "VBN"
        {
          note(isNegated(dependent) ? governor.negated : governor.status, [dependent], in: &reading)
        }
      }
      if relation == "advcl", hasCondition(dependent) { note(.possible, [dependent], in: &reading) }
    }
    if tree.partOfSpeech(token) == .adjective || tree.isNoun(token), !isAct(token) || hasCopula(token) {
      return
    }
    // "is to meet", and a headline's "to meet".
    if tree.relation(token) == "root", tree.tag(token) == "VB",
      tree.dependents(of: token).contains(where: { tree.table.lower[$0] == "to" && $0 < token }), reading.status == .actual
    {
      note(.planned, [token], in: &reading)
    }
  }

  /// What a governing word says of what stands below it.
  private func apply(governor token: Int, of below: Int, to reading: inout Reading) {
    guard let governor = governor(at: token) else {
      apply(modalityOf: token, to: &reading)
      return
    }
    if isNegated(token) {
      reading.status = governor.negated
      reading.cues.append(token)
    } else {
      note(governor.status, [token], in: &reading)
    }
    // "might agree to": the governor's own modality counts, though "will postpone" is a postponement.
    if governor.status.outlook != .negation {
      for dependent in tree.dependents(of: token) where tree.relation(dependent) == "aux" {
        if let status = words.modals[tree.table.lower[dependent]], status != .planned { note(status, [dependent], in: &reading) }
      }
    }
  }

  /// A second verb shares the first one's auxiliaries where it has the same bare form.
  private func inherit(_ verb: Int, from first: Int, _ reading: inout Reading) {
    guard tree.isVerb(verb), tree.isVerb(first) else {
      return
    }
    guard tree.tag(verb) == tree.tag(first), tree.tag(verb) == "VB" || tree.tag(verb) == "VBG" || tree.tag(verb) == "VBN",
      !tree.dependents(of: verb).contains(where: { tree.relation($0).hasPrefix("aux") || tree.relation($0).hasPrefix("nsubj") })
    else { return }
    apply(modalityOf: first, to: &reading)
  }

  /// Whether a conjunct stands under the same governors as the first: not where it is a clause of its own.
  private func shares(_ verb: Int, with first: Int) -> Bool {
    guard tree.isVerb(verb) else { return true }
    return !tree.dependents(of: verb).contains { tree.relation($0).hasPrefix("nsubj") }
      && (tree.tag(verb) == tree.tag(first))
  }

  /// The weaker status wins: what is off is off, what is only possible isn't planned.
  private func note(_ status: Status, _ cues: [Int], in reading: inout Reading) {
    if Self.weakness(status) > Self.weakness(reading.status) {
      reading.status = status
      reading.cues += cues
    }
  }

  private static func weakness(_ status: Status) -> Int {
    switch status {
    case .actual: 0
    case .planned: 1
    case .proposed: 2
    case .possible: 3
    case .denied: 4
    case .postponed: 5
    case .cancelled: 6
    }
  }

  // MARK: - Grammar

  /// Whether `head` says something of how far what `below` states has come.
  private func governs(_ head: Int, _ below: Int, _ relation: String) -> Bool {
    switch relation {
    case "xcomp", "ccomp", "csubj", "csubj:pass", "csubj:outer": return true
    case "acl": return governor(at: head) != nil && tree.tag(below) != "VBN"
    case "obj", "nsubj:pass": return governor(at: head) != nil
    case "obl", "nmod":
      return governor(at: head) != nil
        && tree.prepositions(of: below).contains { ["of", "for", "to", "on", "about", "in", "from", "with", "at"].contains($0) }
        && (relation == "nmod" || !["in", "with", "at"].contains(where: tree.prepositions(of: below).contains)
          || tree.partOfSpeech(head) == .adjective)
    case "compound": return governor(at: head) != nil
    case "nsubj": return governor(at: head) != nil && !tree.isVerb(head)
    case "parataxis": return false
    default: return false
    }
  }

  /// The governing entry whose words stand at and below `token`.
  private func governor(at token: Int) -> ClauseWords.Governor? {
    let candidates = (words.governors[tree.lemma(token)] ?? words.governors[tree.table.lower[token]]) ?? []
    return candidates.first { governor in
      guard governor.words.count > 1 else { return true }
      let below = tree.subtree(of: token, depth: 2)
      return governor.words.dropFirst().allSatisfy { word in
        below.contains { tree.table.lower[$0] == word || tree.lemma($0) == word }
      }
    }
  }

  private func isNegated(_ token: Int) -> Bool {
    tree.dependents(of: token).contains { words.negations.contains(tree.table.lower[$0]) && $0 < token }
  }

  private func isAct(_ token: Int) -> Bool { tree.isVerb(token) }
  private func hasCopula(_ token: Int) -> Bool { !tree.dependents(of: token, "cop").isEmpty }

  private func hasCondition(_ clause: Int) -> Bool {
    tree.dependents(of: clause).contains {
      $0 < clause && tree.relation($0) == "mark" && words.conditions.contains(tree.table.lower[$0])
    }
  }

  /// "to meet Xi": an infinitive of purpose.
  private func isPurpose(_ clause: Int) -> Bool {
    tree.tag(clause) == "VB"
      && tree.dependents(of: clause).contains { tree.table.lower[$0] == "to" && $0 < clause }
  }

  private func isStated(_ clause: Int) -> Bool {
    tree.dependents(of: clause).contains { tree.relation($0) == "aux" && words.modals[tree.table.lower[$0]] != nil }
  }
}
