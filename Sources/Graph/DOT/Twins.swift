/// Nodes that have the same lines to the same others, drawn as one shape with all their names.
///
/// The members of a body that attend its summit, the islands that were seized together: three or
/// more such nodes with their parallel lines tell no more apart than together, and take most of a
/// picture's room.
struct Twins {
  /// How many nodes must be alike.
  static let fewest = 3

  /// The nodes of each group, by its first; all in the order of ids.
  let members: [NodeID: [NodeID]]
  /// The lines: of those that differ in a group's member only, one.
  let lines: [DrawnLine]
  private let hidden: Set<NodeID>

  /// Whether the node is drawn as another one's twin.
  func isHidden(_ id: NodeID) -> Bool { hidden.contains(id) }

  private struct Look: Hashable {
    let kind: [String]
    let lines: Set<Other>
  }

  private struct Other: Hashable {
    let id: NodeID
    let label: [String]
    let stroke: LineStroke
    let ends: LineEnds
  }

  /// Finds the twins among the ends of `lines`.
  ///
  /// `kind` tells what twins must have in common besides their lines; nil for a node that has none.
  init(_ lines: [DrawnLine], kind: (NodeID) -> [String]?) {
    var others: [NodeID: Set<Other>] = [:]
    for line in lines {
      for line in [line, line.turned] {
        others[line.source, default: []].insert(
          Other(id: line.target, label: line.label, stroke: line.stroke, ends: line.ends))
      }
    }
    var groups: [Look: [NodeID]] = [:]
    for (id, others) in others {
      guard let kind = kind(id) else { continue }
      groups[Look(kind: kind, lines: others), default: []].append(id)
    }
    var members: [NodeID: [NodeID]] = [:]
    var firsts: [NodeID: NodeID] = [:]
    for group in groups.values where group.count >= Self.fewest {
      let ids = group.sorted()
      members[ids[0]] = ids
      for id in ids { firsts[id] = ids[0] }
    }
    // Twins of twins: where each of one group is joined to each of another, both become one; a line
    // inside a group can't be, since a node has no line to itself.
    var joined: [[NodeID]: DrawnLine] = [:]
    for line in lines {
      var line = line
      line.source = firsts[line.source] ?? line.source
      line.target = firsts[line.target] ?? line.target
      let key = [line.source, line.target]
      if var known = joined[key] {
        known.tooltip += "\n\n" + line.tooltip
        known.evidenceCount = max(known.evidenceCount, line.evidenceCount)
        joined[key] = known
      } else {
        joined[key] = line
      }
    }
    self.members = members
    self.lines = joined.values.sorted { a, b in
      a.source != b.source ? a.source < b.source : a.target < b.target
    }
    hidden = Set(firsts.keys).subtracting(members.keys)
  }
}
