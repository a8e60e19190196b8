/// Draws nodes from what documents say of them.
struct NodeDrawing {
  let ontology: Ontology
  let rules: IdentityRules
  let resolution: Resolution

  /// The nodes, by id. `named` has what documents say of each of their own ids.
  func nodes(of named: [NodeID: [Appearance]]) -> [Node] {
    var byNode: [NodeID: [Appearance]] = [:]
    for (id, appearances) in named {
      if appearances.allSatisfy({ resolution.node(id, in: $0.document) == id }) {
        byNode[id, default: []] += appearances
        continue
      }
      for var appearance in appearances {
        let node = resolution.node(id, in: appearance.document)
        if node != id { appearance.ownID = id }
        byNode[node, default: []].append(appearance)
      }
    }
    return byNode.map(node).sorted { $0.id < $1.id }
  }

  private func node(_ id: NodeID, _ appearances: [Appearance]) -> Node {
    let precedes = { (a: Appearance, b: Appearance) in
      a.document != b.document
        ? a.document.utf8Precedes(b.document) : (a.ownID ?? id) < (b.ownID ?? id)
    }
    let isSorted = appearances.indices.dropFirst().allSatisfy {
      precedes(appearances[$0 - 1], appearances[$0])
    }
    let all = isSorted ? appearances : appearances.sorted(by: precedes)
    // Where spellings differ, the node is called as its id spells it.
    let hasOwn = all.contains { $0.ownID == nil }
    var said: Set<String> = []
    var sameAs: Set<String> = []
    var label: String?
    for index in all.indices {
      said.insert(all[index].label)
      if !all[index].aliases.isEmpty { said.formUnion(all[index].aliases) }
      if !all[index].sameAs.isEmpty { sameAs.formUnion(all[index].sameAs) }
      if hasOwn && all[index].ownID != nil || label == all[index].label { continue }
      label = label.map { Appearance.fuller($0, all[index].label) } ?? all[index].label
    }
    let type = all.reduce(all[0].type) { known, appearance in
      known == appearance.type ? known : ontology.dominant(known, appearance.type)
    }
    var node = Node(
      id: id, type: type, label: resolution.labels[id] ?? label ?? "", aliases: [],
      sameAs: sameAs.sorted { $0.utf8Precedes($1) }, appearances: all)
    if !rules.labels.isEmpty || !rules.types.isEmpty { override(&node, said: said) }
    node.aliases = said.subtracting([node.label]).sorted { $0.utf8Precedes($1) }
    return node
  }

  /// Takes over what people say of the node; an id or the label means it.
  private func override(_ node: inout Node, said: Set<String>) {
    let words = Set(
      [node.id.rawValue, IdentityRuleIndex.key(node.label)]
        + node.appearances.compactMap { $0.ownID?.rawValue })
    let isMeant = { (entry: IdentityRules.Entry) in
      entry.names.contains { words.contains(IdentityRuleIndex.key($0)) }
    }
    if let label = rules.labels.first(where: isMeant) { node.label = label.value }
    let type = rules.types.first { entry in
      isMeant(entry) && ontology.nodeType(entry.value)?.nodeClass == String(node.id.nodeClass)
    }
    if let type { node.type = type.value }
  }
}
