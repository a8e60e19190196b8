/// Tells whether a claim may stand in a graph.
///
/// A claim is held against the types that its own document gives to the ends: another document may give
/// a node a higher type, and must not make a sound claim unsound.
struct SignatureCheck {
  private let types: [NodeID: [String: String]]
  private let ontology: Ontology

  init(nodes: [Node], ontology: Ontology) {
    self.ontology = ontology
    types = Dictionary(
      uniqueKeysWithValues: nodes.map { node in
        (
          node.id,
          Dictionary(
            node.appearances.map { ($0.document, $0.type) }, uniquingKeysWith: { a, _ in a })
        )
      })
  }

  /// What is wrong with the claim, in words; nil for a sound one.
  func problem(with claim: Claim) -> String? {
    guard ontology.relationType(claim.type) != nil else {
      return "relation '\(claim.type)' is not in the ontology"
    }
    guard claim.source != claim.target else {
      return "'\(claim.type)' joins '\(claim.source)' to itself"
    }
    let document = claim.evidence.document
    for end in [claim.source, claim.target] where types[end] == nil {
      return "node '\(end)' is not in the graph"
    }
    guard let source = types[claim.source]?[document], let target = types[claim.target]?[document]
    else {
      return "document '\(document)' states '\(claim.source) \(claim.type) \(claim.target)' "
        + "but doesn't name both"
    }
    guard ontology.allows(claim.type, from: source, to: target) else {
      return "'\(claim.type)' can't join \(source) '\(claim.source)' to \(target) '\(claim.target)'"
    }
    return nil
  }
}
