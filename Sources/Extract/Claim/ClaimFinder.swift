import Graph

/// Finds the claims that frames state: by trees where a tree shows them, by patterns of tokens besides.
struct ClaimFinder {
  let library: FrameLibrary
  let ontology: Ontology
  let table: TokenTable
  let entities: DocumentEntities
  /// What reads the trees; made once, since it lays out the whole document.
  let treeFinder: TreeClaimFinder

  init(
    library: FrameLibrary, ontology: Ontology, gazetteer: Gazetteer, table: TokenTable,
    entities: DocumentEntities
  ) {
    self.library = library
    self.ontology = ontology
    self.table = table
    self.entities = entities
    treeFinder = TreeClaimFinder(
      library: library, ontology: ontology, gazetteer: gazetteer, table: table, entities: entities)
  }

  /// The claims of the document. What a sentence states twice in the same words of the ontology is one claim; the
  /// tree's reading goes before the pattern's. What it tells as done and as to come is two: "who met in May, will meet
  /// again".
  func claims() -> [ClaimDraft] {
    var places: [Statement: Int] = [:]
    var told: Set<Statement> = []
    var byTree: [ClaimDraft] = []
    for draft in treeFinder.claims() {
      var statement = Statement(draft, in: ontology)
      told.insert(statement)
      if Self.recurring.contains(ontology.relationType(draft.relation)?.plover ?? "") {
        statement.isActual = draft.status == .actual
      }
      guard let known = places[statement] else {
        places[statement] = byTree.count
        byTree.append(draft)
        continue
      }
      if byTree[known].status == draft.status { byTree[known].restatements.append(draft.tokens) }
    }
    // A pattern can't tell one of two happenings from the other.
    return byTree + claimsByPattern().filter { told.insert(Statement($0, in: ontology)).inserted }
  }

  /// All that triggers and patterns state, the same thing as often as they state it: first by tree, then by
  /// pattern.
  func statements() -> [ClaimDraft] { treeFinder.claims() + claimsByPattern() }

  private func claimsByPattern() -> [ClaimDraft] {
    FrameClaimFinder(library: library, ontology: ontology, table: table, entities: entities)
      .claims().map(treeFinder.withCircumstances)
  }

  private struct Statement: Hashable {
    let sentence: Int
    let relation: String
    let source: Int
    let target: Int
    /// Whether it has come about; nil for whatever its status.
    var isActual: Bool?

    /// What a claim states, whatever its status; of a symmetric relation the ends in one order.
    init(_ draft: ClaimDraft, in ontology: Ontology) {
      let swaps =
        ontology.relationType(draft.relation)?.isSymmetric == true && draft.target < draft.source
      sentence = draft.sentence
      relation = draft.relation
      source = swaps ? draft.target : draft.source
      target = swaps ? draft.source : draft.target
    }
  }

  /// What happens time and again between the same two: the categories of PLOVER for meetings and for working together.
  private static let recurring: Set<String> = ["CONSULT", "COOPERATE"]
}
