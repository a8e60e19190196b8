import Graph

/// Whom an answer is given to that names nobody: "Chad accused Mali of theft. Mali denied the allegation."
///
/// An accusation or a request that has been told is what the next "the allegation" or "the request" of the one
/// it went to takes up, and what somebody is said to have done is "the allegation" as well; what has been proposed is
/// "the idea" for everybody; a deed that has been told is what "condemned the attack" is about.
struct Rejoinders {
  private let tree: SyntaxTree
  private let library: FrameLibrary
  /// Who spoke last to each entity, and in which sentence, by what kind of word takes it up.
  private var speakers: [String: [Int: (speaker: Int, sentence: Int)]] = [:]
  private var deeds: [ClaimDraft] = []
  /// What was told last that one does to another.
  private var act: ClaimDraft?
  /// What was told to be planned.
  private var plans: [ClaimDraft] = []
  /// Who was asked for something last.
  private var asked: ClaimDraft?
  /// Who has said what others do, and who has proposed something.
  private var reports: [ClaimDraft] = []
  /// What brought people together.
  private var gatherings: [ClaimDraft] = []
  private var proposals: [(proposer: Int, partner: Int?, sentence: Int)] = []

  init(tree: SyntaxTree, library: FrameLibrary) {
    self.tree = tree
    self.library = library
  }

  /// Notes who addressed whom, in a relation that may be symmetric: what two do together, neither proposes to the other.
  mutating func note(_ draft: ClaimDraft, isSymmetric: Bool) {
    let rule = library.rule(of: draft.relation)
    if rule.isProposal || [.proposed, .planned].contains(draft.status) {
      var proposer = draft.source
      if case .entity(let speaker)? = draft.attribution { proposer = speaker }
      proposals.append((proposer, isSymmetric ? draft.target : nil, draft.sentence))
    }
    if !isSymmetric, [.actual, .planned].contains(draft.status),
      tree.isVerb(draft.tokens.lowerBound)
    {
      act = draft
    }
    if [.planned, .proposed, .possible].contains(draft.status) { plans.append(draft) }
    if Self.asking.contains(draft.relation), [.actual, .proposed].contains(draft.status) {
      asked = draft
    }
    guard draft.status == .actual else { return }
    if case .entity? = draft.attribution { reports.append(draft) }
    if rule.isDeed { deeds.append(draft) }
    if rule.joinedAs != nil { gatherings.append(draft) }
    speakers[draft.relation, default: [:]][draft.target] = (draft.source, draft.sentence)
  }

  /// Who is answered by `answerer` where the phrase headed by `noun` takes up what was said to him.
  func addressee(of answerer: Int, takingUp noun: Int) -> Int? {
    let here = tree.table.sentence[noun]
    let isAnything = isDemonstrative(noun)
    let noun = tree.lemma(noun)
    let relations = speakers.keys.filter {
      let nouns = library.rule(of: $0).takenUpBy
      return isAnything ? !nouns.isEmpty : nouns.contains(noun)
    }
    for relation in relations.sorted() {
      guard let said = speakers[relation]?[answerer], here >= said.sentence,
        here - said.sentence <= Self.reach
      else { continue }
      return said.speaker
    }
    return proposer(of: noun, to: answerer, before: here)
      ?? accuser(of: answerer, noun, before: here)
  }

  /// Who proposed what "the idea" takes up: "Oman offered to mediate. Iran dismissed the idea."
  private func proposer(of noun: String, to answerer: Int, before sentence: Int) -> Int? {
    guard library.clauseWords.proposals.contains(noun),
      let last = proposals.last(where: { $0.proposer != answerer && $0.partner != answerer }),
      (0...1).contains(sentence - last.sentence)
    else { return nil }
    return last.proposer
  }

  /// Who said what "the accusation" takes up: "Colombia says Venezuela shelters rebels. Venezuela rejected the accusation."
  private func accuser(of answerer: Int, _ noun: String, before sentence: Int) -> Int? {
    guard library.clauseWords.accusations.contains(noun) else { return nil }
    let report = reports.last { $0.source == answerer }
    guard let report, (0...1).contains(sentence - report.sentence),
      case .entity(let speaker)? = report.attribution, speaker != answerer
    else { return nil }
    return speaker
  }

  /// Who did last to anybody what "the move" takes up: "France recalled its ambassador. Canberra regretted the decision."
  func doer(of noun: Int, but speaker: Int, before sentence: Int) -> Int? {
    guard library.clauseWords.acts.contains(tree.lemma(noun)), let deed = deeds.last,
      (0...1).contains(sentence - deed.sentence), deed.source != speaker
    else { return nil }
    return deed.source
  }

  /// Who did last what has one of the relations, if that was somebody else.
  func doer(of relations: Set<String>, but speaker: Int, before sentence: Int) -> Int? {
    guard
      let deed = deeds.last(where: {
        relations.contains($0.relation)
          || !library.rule(of: $0.relation).toldAs.isDisjoint(with: relations)
      }),
      (0...Self.reach).contains(sentence - deed.sentence), deed.source != speaker
    else { return nil }
    return deed.source
  }

  /// Who did last to somebody what he does in return: "Greece expelled two Russian diplomats. Moscow responded in kind."
  func provoker(of avenger: Int, by relation: String, before sentence: Int) -> Int? {
    guard let deed = deeds.last, deed.relation == relation, deed.target == avenger,
      (0...2).contains(sentence - deed.sentence)
    else { return nil }
    return deed.source
  }

  /// The plans of a relation that a sentence told last, with the encounters that it tells of the same one.
  func plans(of relation: String, before sentence: Int, isEncounter: (String) -> Bool)
    -> [ClaimDraft]
  {
    guard let last = plans.last(where: { $0.relation == relation }),
      (0...2).contains(sentence - last.sentence)
    else { return [] }
    return plans.filter {
      $0.sentence == last.sentence && $0.source == last.source
        && ($0.relation == relation || isEncounter($0.relation))
    }
  }

  /// Who asked somebody last for something: "Greece asked Mali to wait. Mali refused."
  func asker(of answerer: Int, before sentence: Int) -> Int? {
    guard let asked, asked.target == answerer, (0...1).contains(sentence - asked.sentence)
    else { return nil }
    return asked.source
  }

  /// What others have done, where somebody does the same: "Denmark recalled its envoy. Norway followed suit."
  func model(for imitator: Int, before sentence: Int) -> ClaimDraft? {
    guard let act, (0...1).contains(sentence - act.sentence), act.source != imitator,
      act.target != imitator
    else { return nil }
    return act
  }

  /// What the last sentences told that somebody had come together for: "Abe met Putin. He was joined by Kono."
  func gatherings(of person: Int, before sentence: Int) -> [ClaimDraft] {
    let own = gatherings.filter { $0.source == person || $0.target == person }
    guard let last = own.last, (0...2).contains(sentence - last.sentence) else { return [] }
    return own.filter { $0.sentence == last.sentence }
  }

  /// Whom somebody has had to do with last in a deed, whichever of the two did it.
  func opponent(of speaker: Int, before sentence: Int) -> Int? {
    guard let deed = deeds.last(where: { $0.source == speaker || $0.target == speaker }),
      (0...2).contains(sentence - deed.sentence)
    else { return nil }
    return deed.source == speaker ? deed.target : deed.source
  }

  /// "the allegation", "those charges", "both requests", "this": no more is said of whose they are.
  func isDefinite(_ noun: Int) -> Bool {
    if isDemonstrative(noun) { return true }
    var isDefinite = false
    for dependent in tree.dependents(of: noun) {
      let relation = tree.relation(dependent)
      if relation == "det" {
        isDefinite = ["the", "these", "those", "this", "that", "all", "both", "such"].contains(
          tree.table.lower[dependent])
      }
      if relation == "nmod",
        tree.stands(dependent, with: "in") || tree.stands(dependent, with: "on")
      {
        continue
      }
      if relation.hasPrefix("nmod") || relation == "compound" || relation.hasPrefix("acl") {
        return false
      }
    }
    return isDefinite || tree.tag(noun) == "NNS" && tree.dependents(of: noun).isEmpty
  }

  /// "Mali denies this": all that was said.
  private func isDemonstrative(_ noun: Int) -> Bool {
    ["this", "that"].contains(tree.table.lower[noun]) && tree.dependents(of: noun).isEmpty
  }

  private static let asking: Set<String> = ["requests", "invites"]
  /// How many sentences later an answer may come.
  private static let reach = 4
}
