import Graph

extension Ontology.RelationType {
  /// Whether it tells of an encounter: meetings, calls and visits, which PLOVER calls CONSULT.
  var isConsultation: Bool { plover == "CONSULT" }
}
