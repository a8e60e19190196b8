import Graph
import Language

/// Tells how far what a word states has come, by the clauses around it: its auxiliaries and negation, then,
/// step by step up the tree, each word that governs it.
///
/// The words are data (`ClauseWords`); the rules are those of the ontology's section on status.
struct StatusReader {
  let tree: SyntaxTree
  let words: ClauseWords

  /// A status with the words that gave it, for explanations.
  struct Reading: Hashable {
    var status: Status
    var cues: [Int] = []
  }

  /// The status of what the word at `trigger` states, together with other words below it: "offered no aid" denies it.
  func status(of trigger: Int, with others: [String] = []) -> Reading {
    var reading = Reading(status: .actual)
    apply(modalityOf: trigger, to: &reading)
    if !others.isEmpty {
      for noun in tree.dependents(of: trigger, "obj") where others.contains(tree.lemma(noun)) {
        if let no = tree.dependents(of: noun, "det").first(where: { tree.table.lower[$0] == "no" })
        {
          note(.denied, [no], in: &reading)
        }
      }
    }
    // "discussed their continuing support": what goes on is there, whatever is said of it.
    // "called on its European allies to leave": who is told by what he is, is that, whatever he is asked.
    if isOngoing(trigger) || isCompanion(trigger), reading.status == .actual { return reading }
    var current = trigger
    for _ in 0..<8 {
      guard let head = tree.head(current) else { break }
      switch link(from: current, to: head) {
      case .governed:
        // "stopped fighting": what ends has been.
        if governor(at: head)?.status == .actual { return reading }
        if current == trigger, isMadeDespite(current, head) { return reading }
        // "neither confirmed nor denied that": nobody knows.
        if governor(at: head)?.status == .denied,
          tree.dependents(of: head, "cc").contains(where: { tree.table.lower[$0] == "nor" })
        {
          note(.possible, [head], in: &reading)
          return reading
        }
        apply(governor: head, of: current, to: &reading)
      case .carried:
        apply(modalityOf: head, to: &reading)
      case .coordinated:
        shareModality(of: head, with: current, &reading)
      case .purpose:
        // "called her to congratulate her": what is done by saying it is done with the act that it is the purpose of.
        if !words.performed.contains(tree.lemma(current)) {
          note(.planned, [current], in: &reading)
        }
        apply(modalityOf: head, to: &reading)
      case .accompanying:
        // "plans to meet Abe before flying to Oslo": what goes with a plan is planned, with a fact it is one.
        let upper = status(of: head)
        if upper.status.outlook == .prospect, reading.status == .actual {
          note(upper.status, upper.cues, in: &reading)
        }
        return reading
      case .condition:
        note(.possible, [current], in: &reading)
        return reading
      case .none:
        return reading
      }
      current = head
    }
    return reading
  }

  /// "denied Chad's claims", "ignored her appeal": what somebody refuses to hear has been said.
  private func isMadeDespite(_ noun: Int, _ verb: Int) -> Bool {
    governor(at: verb)?.status == .denied && tree.isVerb(verb)
      && (words.sayings.contains(tree.lemma(noun)) || words.appeals.contains(tree.lemma(noun)))
      && tree.dependents(of: noun).contains {
        // "denied making a claim": one that is somebody's, or known
        tree.relation($0) == "nmod:poss" || tree.table.lower[$0] == "the"
          || tree.relation($0) == "amod" && tree.table.isCapitalized[$0]
      }
  }

  /// How a word hangs on the one above it, as far as status goes.
  private enum Link {
    /// The upper word says how far it has come: "plans to visit", "the postponed visit".
    case governed
    /// The upper word only carries it: "held talks", "began to attack".
    case carried
    case coordinated
    /// "flew to Moscow to meet him"
    case purpose
    /// "before meeting", "once they meet"
    case accompanying
    /// "if they meet"
    case condition
  }

  private func link(from below: Int, to head: Int) -> Link? {
    let relation = tree.relation(below)
    switch relation {
    case "conj":
      return isUnderSameClause(below, head) ? .coordinated : nil
    case "advcl":
      if hasCondition(below) || isAwaited(below) { return .condition }
      // "prevented them from signing"
      if tree.tag(below) == "VBG", governor(at: head) != nil,
        tree.dependents(of: below, "mark").contains(where: {
          ["from", "of"].contains(tree.table.lower[$0])
        })
      {
        return .governed
      }
      if tree.tag(below) == "VBG",
        tree.dependents(of: below, "mark").contains(where: {
          ["before", "after"].contains(tree.table.lower[$0])
        })
      {
        return .accompanying
      }
      if isDated(below) { return .accompanying }
      // "was the first to recognize Chad"
      if isInfinitive(below), isOrdinal(head) { return .carried }
      // "turned down an invitation to visit Oslo"
      if isInfinitive(below), governor(at: head) != nil,
        tree.dependents(of: head, "obj").contains(where: {
          words.recipientNouns.contains(tree.lemma($0))
        })
      {
        return .governed
      }
      // "became the first premier to visit Oslo"
      if isInfinitive(below), isFirst(before: below) { return .carried }
      return isInfinitive(below) && !hasModal(below) ? .purpose : nil
    case "xcomp": return governor(at: head) != nil ? .governed : .carried
    case "ccomp", "csubj", "csubj:pass", "csubj:outer":
      if hasCondition(below) || isAwaited(below) { return .condition }
      if tree.dependents(of: below, "mark").contains(where: { tree.table.lower[$0] == "whether" }) {
        return .condition
      }
      guard let governor = governor(at: head) else { return nil }
      // "insisted that Russia invaded": what is told as past isn't made a wish by the verb above it.
      let isPast =
        tree.tag(below) == "VBD"
        || tree.dependents(of: below, "aux").contains {
          ["had", "has", "have"].contains(tree.table.lower[$0])
        }
      return isPast && governor.status.outlook == .prospect ? nil : .governed
    case "acl":
      // "will be the first president to visit Oslo"
      if isInfinitive(below), isFirst(before: below) { return .carried }
      // "her trip to Chad to take part in the summit", "will be in Oslo to take part": a name serves nothing.
      if isInfinitive(below),
        words.journeys.contains(tree.lemma(head)) || tree.tag(head).hasPrefix("NNP")
      {
        return .purpose
      }
      return governor(at: head) != nil && tree.tag(below) != "VBN" ? .governed : nil
    case "obj", "nsubj:pass":
      if governor(at: head) != nil { return .governed }
      return !tree.isVerb(below) && isLight(head) ? .carried : nil
    case "nsubj", "nsubj:outer":
      if tree.isVerb(head) { return isLight(head) && !tree.isVerb(below) ? .carried : nil }
      return governor(at: head) != nil ? .governed : .carried
    case "obl", "nmod":
      let prepositions = tree.prepositions(of: below)
      // "went to Oslo for talks" isn't "is going to".
      let isJourney = words.isEventVerb(tree.lemma(head))
      if !isJourney, governor(at: head) != nil,
        prepositions.contains(where: Self.governing.contains),
        relation == "nmod" || !prepositions.contains("in") || tree.partOfSpeech(head) == .adjective
          || tree.dependents(of: head, "obj").contains(where: tree.isAmount),
        // "On a visit to Oslo, she called for unity": what opens a clause is nothing that its verb governs.
        relation == "nmod" || below > head
      {
        return .governed
      }
      // "during her visit to Oslo, she will speak": the journey of who acts is as far off as the act.
      if prepositions.contains("during"), words.journeys.contains(tree.lemma(below)),
        !isOthers(below)
      {
        return .accompanying
      }
      guard !tree.isVerb(below), prepositions.contains(where: Self.carrying.contains) else {
        return nil
      }
      // "will follow up on Abe's call with Putin": what another has done is not to come.
      if prepositions.contains("on"), isOthers(below) { return nil }
      if relation == "nmod", tree.isAmount(head) { return .carried }
      // "will hold Chad accountable for the attack": for what somebody is praised or blamed has been.
      if prepositions.contains("for"), isJudgement(head) { return nil }
      return relation == "obl" || words.supportNouns.contains(tree.lemma(head)) ? .carried : nil
    case "compound":
      return governor(at: head) != nil ? .governed : nil
    default: return nil
    }
  }

  /// Whether a name stands before a noun as whose it is.
  private func isOthers(_ noun: Int) -> Bool {
    tree.dependents(of: noun, "nmod:poss").contains { tree.tag($0).hasPrefix("NNP") }
  }

  private func isJudgement(_ verb: Int) -> Bool {
    words.objectDeeds.contains(tree.lemma(verb))
      || tree.dependents(of: verb).contains {
        ["accountable", "responsible"].contains(tree.table.lower[$0])
      }
  }

  /// Prepositions by which a governing word takes what it governs: "call for", "agree on".
  private static let governing: Set<String> = [
    "of", "for", "to", "on", "about", "in", "from", "with", "at", "against",
  ]
  /// Those by which a verb takes the act that its subject takes part in: "arrived for talks", "is on a visit".
  private static let carrying: Set<String> = ["for", "on", "in", "at", "to", "of"]

  private func isLight(_ verb: Int) -> Bool {
    words.supports(tree.lemma(verb)) || words.isEventVerb(tree.lemma(verb))
      || words.inclusion.contains(tree.lemma(verb)) || words.arranging.contains(tree.lemma(verb))
  }

  // MARK: - Steps

  /// Auxiliaries, negation and adverbs of one word.
  private func apply(modalityOf token: Int, to reading: inout Reading) {
    for dependent in tree.dependents(of: token) {
      let word = tree.table.lower[dependent]
      let relation = tree.relation(dependent)
      if relation == "aux", let status = modality(of: word, before: token) {
        note(status, [dependent], in: &reading)
      }
      if words.negations.contains(word), dependent < token || relation == "advmod",
        !isOnly(dependent)
      {
        note(.denied, [dependent], in: &reading)
      }
      if ["advmod", "amod", "acl", "acl:relcl"].contains(relation) {
        // "a planned visit", "possibly visited", "a visit planned for May", "a visit, which has been postponed"
        if let governor = governor(at: dependent), governor.status != .actual,
          !relation.hasPrefix("acl") || tree.tag(dependent) == "VBN",
          !(relation == "amod" && governor.status.outlook == .prospect && isPast(token))
        {
          note(isNegated(dependent) ? governor.negated : governor.status, [dependent], in: &reading)
        }
      }
      if relation == "advcl", hasCondition(dependent), !isQuoted(dependent, butNot: token) {
        note(.possible, [dependent], in: &reading)
      }
    }
    // "is to meet", "was to have met", and a headline's "to meet".
    if tree.relation(token) == "root" && isInfinitive(token) || isArranged(token) {
      note(.planned, [token], in: &reading)
    }
  }

  /// "who is to receive Lind", "was to have flown", "was to be received": a verb with "to" that "be" alone helps.
  private func isArranged(_ verb: Int) -> Bool {
    let helpers = tree.dependents(of: verb).filter { $0 < verb }
    guard let to = helpers.first(where: { tree.table.lower[$0] == "to" }),
      tree.tag(verb) == "VB"
        || tree.tag(verb) == "VBN"
          && helpers.contains(where: { $0 > to && ["have", "be"].contains(tree.table.lower[$0]) })
    else { return false }
    return helpers.contains {
      $0 < to && ["is", "are", "was", "were"].contains(tree.table.lower[$0])
        && ["cop", "aux"].contains(tree.relation($0))
    }
  }

  /// "'If he comes, it is war,' Lind told the council": what somebody says under a condition, he says without one.
  private func isQuoted(_ clause: Int, butNot verb: Int) -> Bool {
    let between = min(clause, verb)..<max(clause, verb)
    var marks = 0
    for token in between
    where ["\"", "\u{201C}", "\u{201D}", "``", "''"].contains(tree.table.forms[token]) {
      marks += 1
    }
    return marks % 2 == 1
  }

  /// The status that a modal verb gives the verb at `token`: what was said to come is told with "would" as what is
  /// said to come is with "will".
  private func modality(of modal: String, before token: Int) -> Status? {
    // "would have imposed": what didn't come about.
    if let unreal = words.perfectModals[modal],
      tree.dependents(of: token).contains(where: { tree.table.lower[$0] == "have" })
    {
      return unreal
    }
    guard let backshifted = words.backshiftedModals[modal] else { return words.modals[modal] }
    var clause = token
    while tree.relation(clause) == "conj", let first = tree.head(clause) { clause = first }
    guard tree.relation(clause) == "ccomp", let head = tree.head(clause), tree.tag(head) == "VBD"
    else { return words.modals[modal] }
    return backshifted
  }

  /// "not only attacked"
  private func isOnly(_ negation: Int) -> Bool {
    negation + 1 < tree.table.count
      && ["only", "just", "merely", "simply"].contains(tree.table.lower[negation + 1])
  }

  /// Whether a noun stands for somebody by whose companion he is, and says that of nobody else: "its allies", not "became an ally".
  private func isCompanion(_ noun: Int) -> Bool {
    words.companions.contains(tree.lemma(noun)) && tree.isNoun(noun)
      && tree.relation(noun) != "xcomp"
      && tree.dependents(of: noun).contains { tree.relation($0) == "nmod:poss" }
      && !tree.dependents(of: noun).contains { tree.relation($0) == "cop" }
  }

  private func isOngoing(_ noun: Int) -> Bool {
    tree.isNoun(noun)
      && tree.dependents(of: noun, "amod").contains { words.ongoing.contains(tree.table.lower[$0]) }
  }

  /// Whether a noun tells in what something past was done, and so has been itself: "In a much anticipated call, Trump
  /// spoke with Putin".
  private func isPast(_ noun: Int) -> Bool {
    guard tree.relation(noun) == "obl", let verb = tree.head(noun), tree.tag(verb) == "VBD",
      !isNegated(verb)
    else { return false }
    return tree.prepositions(of: noun).contains { ["in", "at", "during", "after"].contains($0) }
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
    } else if let no = negation(between: token, and: below), governor.status.outlook == .prospect {
      // "vowed never to visit"
      note(.denied, [no], in: &reading)
    } else {
      note(governor.status, [token], in: &reading)
    }
    // "might agree to", "could be postponed": then neither the plan nor its end is sure.
    for dependent in tree.dependents(of: token) where tree.relation(dependent) == "aux" {
      guard let status = modality(of: tree.table.lower[dependent], before: token),
        status != .planned
      else { continue }
      if governor.status == .postponed || governor.status == .cancelled {
        reading.status = .possible
        reading.cues.append(dependent)
      } else {
        note(status, [dependent], in: &reading)
      }
    }
  }

  /// A second verb shares the first one's auxiliaries where it has the same form and none of its own.
  private func shareModality(of first: Int, with verb: Int, _ reading: inout Reading) {
    guard tree.isVerb(verb), tree.isVerb(first) else {
      apply(modalityOf: first, to: &reading)
      return
    }
    guard ["VB", "VBG", "VBN"].contains(tree.tag(verb)),
      !tree.dependents(of: verb).contains(where: { tree.relation($0).hasPrefix("aux") })
    else { return }
    apply(modalityOf: first, to: &reading)
  }

  /// Whether a conjunct stands under the same governors as the first: not where it is a clause of its own.
  private func isUnderSameClause(_ word: Int, _ first: Int) -> Bool {
    guard tree.isVerb(word) else { return !tree.isVerb(first) }
    return tree.tag(word) == tree.tag(first)
      && !tree.dependents(of: word).contains { tree.relation($0).hasPrefix("nsubj") }
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
}
