import Graph

/// Whom an answer is given to that names nobody: "Chad accused Mali of theft. Mali denied the allegation."
///
/// An accusation or a request that has been told is what the next "the allegation" or "the request" of the one
/// it went to takes up; a deed that has been told is what "condemned the attack" is about.
struct Rejoinders {
  private let tree: SyntaxTree
  private let library: FrameLibrary
  /// Who spoke last to each entity, and in which sentence, by what kind of word takes it up.
  private var deeds: [ClaimDraft] = []
  private var speakers: [String: [Int: (speaker: Int, sentence: Int)]] = [:]

  init(tree: SyntaxTree, library: FrameLibrary) {
    self.tree = tree
    self.library = library
  }

  /// Notes who addressed whom.
  mutating func note(_ draft: ClaimDraft) {
    guard draft.status == .actual else { return }
    if library.rule(of: draft.relation).isDeed { deeds.append(draft) }
    speakers[draft.relation, default: [:]][draft.target] = (draft.source, draft.sentence)
  }

  /// Who is answered by `answerer` where the phrase headed by `noun` takes up what was said to him.
  func addressee(of answerer: Int, takingUp noun: Int) -> Int? {
    let here = tree.table.sentence[noun]
    let noun = tree.lemma(noun)
    let relations = speakers.keys.filter { library.rule(of: $0).takenUpBy.contains(noun) }
    for relation in relations.sorted() {
      guard let said = speakers[relation]?[answerer], here >= said.sentence,
        here - said.sentence <= Self.reach
      else { continue }
      return said.speaker
    }
    return nil
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

  /// Whom somebody has had to do with last in a deed, whichever of the two did it.
  func opponent(of speaker: Int, before sentence: Int) -> Int? {
    guard let deed = deeds.last(where: { $0.source == speaker || $0.target == speaker }),
      (0...2).contains(sentence - deed.sentence)
    else { return nil }
    return deed.source == speaker ? deed.target : deed.source
  }

  /// "the allegation", "those charges", "both requests": no more is said of whose they are.
  func isDefinite(_ noun: Int) -> Bool {
    var isDefinite = false
    for dependent in tree.dependents(of: noun) {
      let relation = tree.relation(dependent)
      if relation == "det" {
        isDefinite = ["the", "these", "those", "this", "that", "all", "both", "such"].contains(
          tree.table.lower[dependent])
      }
      if relation.hasPrefix("nmod") || relation == "compound" || relation.hasPrefix("acl") {
        return false
      }
    }
    return isDefinite || tree.tag(noun) == "NNS" && tree.dependents(of: noun).isEmpty
  }

  /// How many sentences later an answer may come.
  private static let reach = 4
}
