import Graph

/// Finds the claims that frames state: by trees where a tree shows them, by patterns of tokens besides.
struct ClaimFinder {
  let library: FrameLibrary
  let ontology: Ontology
  let table: TokenTable
  let entities: DocumentEntities

  /// The claims of the document. What a sentence states twice in the same words of the ontology is one claim;
  /// the tree's reading goes before the pattern's.
  func claims() -> [ClaimDraft] {
    let byTree = treeFinder.claims()
    let byPattern = FrameClaimFinder(
      library: library, ontology: ontology, table: table, entities: entities
    ).claims()
    var seen: Set<Statement> = []
    return (byTree + byPattern).filter { draft in
      let swaps =
        ontology.relationType(draft.relation)?.isSymmetric == true && draft.target < draft.source
      return seen.insert(
        Statement(
          sentence: draft.sentence, relation: draft.relation,
          source: swaps ? draft.target : draft.source, target: swaps ? draft.source : draft.target)
      ).inserted
    }
  }

  var treeFinder: TreeClaimFinder {
    TreeClaimFinder(library: library, ontology: ontology, table: table, entities: entities)
  }

  private struct Statement: Hashable {
    let sentence: Int
    let relation: String
    let source: Int
    let target: Int
  }
}
