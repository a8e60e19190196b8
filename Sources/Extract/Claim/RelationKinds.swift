import Graph

extension Ontology {
  /// Whether a relation tells of an encounter: meetings, calls and visits, which PLOVER calls CONSULT.
  func isConsultation(_ relation: String) -> Bool { relationType(relation)?.plover == "CONSULT" }
}
