/// Tells whether a claim may stand in a graph.
///
/// A claim is held against the types that its own document gives to the ends: another document may give
/// a node a higher type, and must not make a sound claim unsound.
struct SignatureCheck {
  private let named: [NodeID: [Appearance]]
  private let ontology: Ontology

  /// A check against what documents say of each of their own ids, in the order of documents.
  init(_ named: [NodeID: [Appearance]], ontology: Ontology) {
    self.named = named
    self.ontology = ontology
  }

  /// What the claim has that may not be, in words; nil for a sound one. Takes time in the order of the logarithm of the
  /// number of documents that name an end.
  func problem(with claim: Claim) -> String? {
    guard ontology.hasRelation(claim.type) else {
      return "relation '\(claim.type)', which is not in the ontology"
    }
    guard claim.source != claim.target else {
      return "'\(claim.source)' joined to itself"
    }
    guard let sources = named[claim.source], let targets = named[claim.target] else {
      let unknown = named[claim.source] == nil ? claim.source : claim.target
      return "node '\(unknown)', which is not in the graph"
    }
    let document = claim.evidence.document
    guard let source = Self.type(in: document, sources),
      let target = Self.type(in: document, targets)
    else {
      return "document '\(document)', which doesn't name both ends"
    }
    guard ontology.allows(claim.type, from: source, to: target) else {
      return "'\(claim.type)' from a node of type '\(source)' to one of type '\(target)'"
    }
    return nil
  }

  /// The type that the document gives the node, whose appearances are given.
  private static func type(in document: String, _ appearances: [Appearance]) -> String? {
    var range = appearances.indices
    while !range.isEmpty {
      let middle = (range.lowerBound + range.upperBound) / 2
      if appearances[middle].document == document { return appearances[middle].type }
      if appearances[middle].document.utf8Precedes(document) {
        range = (middle + 1)..<range.upperBound
      } else {
        range = range.lowerBound..<middle
      }
    }
    return nil
  }
}
