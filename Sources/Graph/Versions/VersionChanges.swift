/// What changed from one version to another, by the nodes and pairs of the union that pictures are made of.
struct VersionChanges {
  /// How an edge was told before, and what of it is other. One whose sentences told of another happening before has no
  /// telling of its own.
  struct Retold {
    var old: Edge?
    var remarks: [String] = []
  }

  /// What happened between two nodes.
  struct OfPair {
    var added: [VersionUnion.Tie] = []
    var removed: [VersionUnion.Tie] = []
    var changed: [(tie: VersionUnion.Tie, before: Retold)] = []
    var same: [VersionUnion.Tie] = []

    var sign: ChangeSign {
      ChangeSign.joined(
        [
          (ChangeSign.added, added.isEmpty), (.removed, removed.isEmpty),
          (.changed, changed.isEmpty), (.same, same.isEmpty),
        ]
        .filter { !$0.1 }.map(\.0))
    }
  }

  /// For each node of the union that either version has.
  let nodes: [NodeID: ChangeSign]
  /// For each pair that a relation of either version joins.
  let pairs: [VersionUnion.Pair: OfPair]

  init(_ diff: GraphDiff, from old: Int, to new: Int, in union: VersionUnion) {
    var added: Set<String> = []
    var removed: Set<String> = []
    var joined: Set<String> = []
    /// By the new edge's id.
    var retold: [String: Retold] = [:]
    for change in diff.edges {
      switch change.kind {
      case .added: if let edge = change.new { added.insert(edge.id) }
      case .removed: if let edge = change.old { removed.insert(edge.id) }
      case .changed, .parted:
        guard let edge = change.new else { continue }
        retold[edge.id] =
          change.kind == .changed
          ? Retold(old: change.old, remarks: change.fields.map(\.field.rawValue))
          : Retold(remarks: ["told apart"])
      case .joined:
        if let edge = change.old { joined.insert(edge.id) }
        if let edge = change.new, retold[edge.id] == nil {
          retold[edge.id] = Retold(remarks: ["joined"])
        }
      case .evidence: break
      }
    }
    pairs = Self.pairs(
      union, old: old, new: new, added: added, removed: removed, retold: retold)

    // What boxes and labels tell of a node counts as the node's.
    var changedNodes: Set<NodeID> = []
    for change in diff.nodes where change.kind != .evidence {
      changedNodes.formUnion(change.old.map { union.node($0.id, of: old) })
      changedNodes.formUnion(change.new.map { union.node($0.id, of: new) })
    }
    for (version, ids) in [(old, removed.union(joined)), (new, added.union(retold.keys))] {
      for (node, edges) in union.boxed[version] where edges.contains(where: { ids.contains($0.id) })
      {
        changedNodes.insert(node)
      }
    }
    var nodes: [NodeID: ChangeSign] = [:]
    for id in union.nodes[old].keys {
      nodes[id] =
        union.nodes[new][id] == nil ? .removed : changedNodes.contains(id) ? .changed : .same
    }
    for id in union.nodes[new].keys where nodes[id] == nil { nodes[id] = .added }
    self.nodes = nodes
  }

  private static func pairs(
    _ union: VersionUnion, old: Int, new: Int, added: Set<String>, removed: Set<String>,
    retold: [String: Retold]
  ) -> [VersionUnion.Pair: OfPair] {
    var pairs: [VersionUnion.Pair: OfPair] = [:]
    for (pair, ties) in union.ties[new] {
      for tie in ties {
        if added.contains(tie.edge.id) {
          pairs[pair, default: OfPair()].added.append(tie)
        } else if let change = retold[tie.edge.id] {
          pairs[pair, default: OfPair()].changed.append((tie, change))
        } else {
          pairs[pair, default: OfPair()].same.append(tie)
        }
      }
    }
    for (pair, ties) in union.ties[old] {
      for tie in ties where removed.contains(tie.edge.id) {
        pairs[pair, default: OfPair()].removed.append(tie)
      }
    }
    return pairs
  }
}
