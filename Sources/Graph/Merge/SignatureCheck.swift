/// Tells whether a claim may stand in a graph.
///
/// A claim is held against the types that its own document gives to the ends: another document may give
/// a node a higher type, and must not make a sound claim unsound.
struct SignatureCheck {
  private let types: [NodeID: [String: String]]
  private let ontology: Ontology

  /// A check against what documents say of each of their own ids.
  init(_ named: [NodeID: [Appearance]], ontology: Ontology) {
    self.ontology = ontology
    types = named.mapValues { appearances in
      Dictionary(
        appearances.map { ($0.document, $0.type) }, uniquingKeysWith: { a, _ in a })
    }
  }

  /// What the claim has that may not be, in words; nil for a sound one.
  func problem(with claim: Claim) -> String? {
    guard ontology.relationType(claim.type) != nil else {
      return "relation '\(claim.type)', which is not in the ontology"
    }
    guard claim.source != claim.target else {
      return "'\(claim.source)' joined to itself"
    }
    let document = claim.evidence.document
    for end in [claim.source, claim.target] where types[end] == nil {
      return "node '\(end)', which is not in the graph"
    }
    guard let source = types[claim.source]?[document], let target = types[claim.target]?[document]
    else {
      return "document '\(document)', which doesn't name both ends"
    }
    guard ontology.allows(claim.type, from: source, to: target) else {
      return "'\(claim.type)' from a node of type '\(source)' to one of type '\(target)'"
    }
    return nil
  }
}
