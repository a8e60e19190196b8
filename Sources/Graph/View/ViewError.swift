/// Why a graph can't be shown as asked.
public enum ViewError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The ontology has no such type, relation or status.
  case unknown(kind: String, name: String, near: [String], known: [String])
  /// The graph has no node of that id, label or alias.
  case unknownNode(name: String, near: [String])
  /// The graph has no edge of that id.
  case unknownEdge(id: String)
  /// Several nodes bear the name.
  case ambiguousNode(name: String, candidates: [NodeID])
  /// No relation joins the two.
  case noEdge(between: [NodeID], relation: String?)
  /// Nothing that is shown joins the two.
  case noPath(from: NodeID, to: NodeID)
  /// The last day comes before the first.
  case noDays(since: TimeSpan, until: TimeSpan)
  /// Two nodes are needed, and other than two were given.
  case notAPair(count: Int)
  /// A number below what makes sense.
  case outOfRange(option: String, value: Int, minimum: Int)

  /// What was asked for, why it can't be had, and what to ask for instead.
  public var description: String {
    switch self {
    case .unknown(let kind, let name, let near, let known):
      "no \(kind) '\(name)'; "
        + (near.isEmpty
          ? "expected one of \(Self.some(known))."
          : "did you mean \(Self.alternatives(near))?")
    case .unknownNode(let name, let near):
      "no node '\(name)' in the graph; "
        + (near.isEmpty
          ? "give an id, a label or an alias, as in 'person/vladimir-putin' or 'Putin'."
          : "did you mean \(Self.alternatives(near))?")
    case .unknownEdge(let id):
      "no relation of id '\(id)' in the graph; "
        + "'graphgen explain' with the nodes that it joins tells what there is."
    case .ambiguousNode(let name, let candidates):
      "'\(name)' names \(candidates.count) nodes; give the id: "
        + candidates.map(\.rawValue).joined(separator: ", ") + "."
    case .noEdge(let ends, let relation):
      "no relation\(relation.map { " '\($0)'" } ?? "") between "
        + ends.map(\.rawValue).joined(separator: " and ") + " in the graph; "
        + (relation == nil
          ? "'graphgen explain' with one of them tells what there is."
          : "leave '\(relation ?? "")' out to see what else there is.")
    case .noPath(let source, let target):
      "nothing joins \(source) and \(target) in what is shown; other options may show more."
    case .noDays(let since, let until):
      "--until \(until) comes before --since \(since)."
    case .notAPair(let count):
      "between has \(count) node\(count == 1 ? "" : "s"); expected two, as in --between Abe Putin (the graph comes before it)."
    case .outOfRange(let option, let value, let minimum):
      "\(option) is \(value); expected \(minimum) or more."
    }
  }

  /// The names, of very many the first few.
  private static func some(_ names: [String]) -> String {
    let shown = names.count > 50 ? names.prefix(10) : names[...]
    let rest = names.count - shown.count
    return shown.joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
  }

  private static func alternatives(_ names: [String]) -> String {
    names.map { "'\($0)'" }.joined(separator: " or ")
  }
}
