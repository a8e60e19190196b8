/// Finds which nodes of two versions are one thing.
///
/// Of nodes with the same id that is plain. Else what documents call by the same id of their own is the same; then
/// what the same place of an unchanged document names; then what has the same class and label.
struct NodeMatching {
  /// The new ids of nodes that have another now.
  private(set) var counterparts: [NodeID: NodeID] = [:]
  private let old: [Node]
  private let new: [Node]
  /// How many names an old and a new node share, by their places in the lists.
  private var links: [Pair: Int] = [:]
  private var groups: [(old: [Int], new: [Int])] = []

  private struct Pair: Hashable {
    let old: Int
    let new: Int
  }

  /// A place that a document names something at, or a name that it uses.
  private enum Trait: Hashable {
    case name(document: String, id: NodeID)
    case place(document: String, start: Int, end: Int)
    case label(nodeClass: Substring, label: String)
  }

  /// `old` and `new` are the nodes that the other version doesn't have alike.
  init(old: [Node], new: [Node], _ documents: [DocumentChange]) {
    self.old = old
    self.new = new
    link(old.indices.map { $0 }, new.indices.map { $0 }) { node in
      GraphStatements.appearances(of: node).map {
        .name(document: $0.document, id: $0.ownID ?? node.id)
      }
    }
    let edited = Set(documents.filter { $0.kind == .edited }.map(\.id))
    linkUnlinked { node in
      node.appearances.filter { !edited.contains($0.document) }.flatMap { appearance in
        appearance.mentions.map {
          .place(document: appearance.document, start: $0.start, end: $0.end)
        }
      }
    }
    linkUnlinked { [.label(nodeClass: $0.id.nodeClass, label: $0.label)] }
    findGroups()
    findCounterparts()
  }

  /// Links nodes with a trait in common, and those with the same id.
  private mutating func link(_ olds: [Int], _ news: [Int], _ traits: (Node) -> [Trait]) {
    var byTrait: [Trait: Int] = [:]
    for index in olds { for trait in traits(old[index]) { byTrait[trait] = index } }
    for index in news {
      for trait in traits(new[index]) {
        if let before = byTrait[trait] { links[Pair(old: before, new: index), default: 0] += 1 }
      }
    }
    let ids = Dictionary(olds.map { (old[$0].id, $0) }, uniquingKeysWith: { a, _ in a })
    for index in news {
      if let before = ids[new[index].id] { links[Pair(old: before, new: index), default: 0] += 1 }
    }
  }

  private mutating func linkUnlinked(_ traits: (Node) -> [Trait]) {
    let (linkedOld, linkedNew) = (Set(links.keys.map(\.old)), Set(links.keys.map(\.new)))
    link(
      old.indices.filter { !linkedOld.contains($0) },
      new.indices.filter { !linkedNew.contains($0) }, traits)
  }

  /// Nodes that are linked, through others if need be, with each link of most names first: an old node that leads to
  /// one that is there already, and a new one that comes of one that stays, join its group.
  private mutating func findGroups() {
    var ofOld: [Int: Int] = [:]
    var ofNew: [Int: Int] = [:]
    let order = links.keys.sorted { a, b in
      let same = (old[a.old].id == new[a.new].id, old[b.old].id == new[b.new].id)
      if same.0 != same.1 { return same.0 }
      let counts = (links[a] ?? 0, links[b] ?? 0)
      if counts.0 != counts.1 { return counts.0 > counts.1 }
      return (a.old, a.new) < (b.old, b.new)
    }
    for pair in order {
      switch (ofOld[pair.old], ofNew[pair.new]) {
      case (nil, nil):
        ofOld[pair.old] = groups.count
        ofNew[pair.new] = groups.count
        groups.append((old: [pair.old], new: [pair.new]))
      case (nil, let group?) where groups[group].new.count == 1:
        ofOld[pair.old] = group
        groups[group].old.append(pair.old)
      case (let group?, nil) where groups[group].old.count == 1:
        ofNew[pair.new] = group
        groups[group].new.append(pair.new)
      default: break
      }
    }
    groups += old.indices.filter { ofOld[$0] == nil }.map { (old: [$0], new: []) }
    groups += new.indices.filter { ofNew[$0] == nil }.map { (old: [], new: [$0]) }
  }

  private mutating func findCounterparts() {
    for group in groups {
      guard let first = group.new.first else { continue }
      for index in group.old where old[index].id != new[first].id {
        counterparts[old[index].id] = new[first].id
      }
    }
  }

  /// The changes, by the id that a node has now, or had.
  func changes(_ causes: CauseFinder) -> [NodeChange] {
    groups.map { group in
      let (before, after) = (group.old.map { old[$0] }, group.new.map { new[$0] })
      let kind: NodeChange.Kind? =
        switch (before.count, after.count) {
        case (0, _): .added
        case (_, 0): .removed
        case (1, 1): before[0].id == after[0].id ? nil : .renamed
        case (1, _): .split
        default: .merged
        }
      return NodeChange(kind: kind, old: before, new: after, causes)
    }.sorted { a, b in
      guard let first = a.node, let second = b.node else { return a.node == nil }
      return first.id < second.id
    }
  }
}
