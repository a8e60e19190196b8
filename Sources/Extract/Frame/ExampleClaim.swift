import Graph

/// A claim in words, as examples have it: "Norway member-of NATO", with its status where that isn't actual.
struct ExampleClaim: Hashable, Comparable, Sendable, CustomStringConvertible {
  let source: String
  let relation: String
  let target: String
  let status: Status

  var description: String {
    "\(source) \(relation) \(target)" + (status == .actual ? "" : " \(status.rawValue)")
  }
  static func < (a: Self, b: Self) -> Bool { a.description < b.description }

  /// Ends without a direction stand in the order of their names, so that either order is the same.
  init(source: String, relation: String, target: String, status: Status, ontology: Ontology) {
    let swaps = ontology.relationType(relation)?.isSymmetric == true && target < source
    self.source = swaps ? target : source
    self.relation = relation
    self.target = swaps ? source : target
    self.status = status
  }

  /// Reads "LABEL relation LABEL [status]"; a label may hold spaces. Nil where no relation of the ontology stands
  /// between two labels.
  init?(_ text: String, ontology: Ontology) {
    let words = text.split(separator: " ").map(String.init)
    guard
      let middle = words.indices.dropFirst().first(where: {
        ontology.relationType(words[$0]) != nil
      })
    else { return nil }
    var target = Array(words[(middle + 1)...])
    var status = Status.actual
    if target.count > 1, let last = target.last.flatMap(Status.init) {
      status = last
      target.removeLast()
    }
    guard !target.isEmpty else { return nil }
    self.init(
      source: words[..<middle].joined(separator: " "), relation: words[middle],
      target: target.joined(separator: " "), status: status, ontology: ontology)
  }
}
