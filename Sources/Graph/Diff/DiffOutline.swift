/// A diff as people read it: grouped by who acts, the facts first and new evidence for old facts apart. Formats differ
/// only in how they print it.
struct DiffOutline {
  /// What happened to the thing of a line.
  enum Sign: String {
    case added = "+"
    case removed = "−"
    case changed = "Δ"
    /// The same, with other evidence.
    case same = "="
    /// Nothing: a heading.
    case none = " "
  }

  /// What stands below an item: a sentence, or a remark.
  struct Detail: Hashable {
    var sign: Sign
    /// Where the sentence stands, as `path:line`; empty for a remark.
    var place = ""
    var text: String
  }

  /// A change in a line.
  struct Item {
    var sign: Sign
    var text: String
    var details: [Detail] = []
  }

  /// An actor with what changed of it.
  struct Group {
    var heading: Item
    var items: [Item]
  }

  /// The most important figures, each as a phrase.
  private(set) var summary: [String] = []
  /// Documents, their readers, and rules.
  private(set) var sources: [Item] = []
  /// Actors, those with most changes first.
  private(set) var groups: [Group] = []
  /// Nodes of which nothing but that they came, or went, is told: a line for each sign; and other names of nodes.
  private(set) var names: [Item] = []
  /// Relations that are told by other sentences, and say the same.
  private(set) var evidence: [Item] = []

  private let diff: GraphDiff
  private let words: DiffWords

  /// The outline of a diff, with up to `sentences` of each relation that is told.
  init(_ diff: GraphDiff, sentences: Int) {
    self.diff = diff
    words = DiffWords(diff, sentences: sentences)
    summary = words.summary
    sources =
      diff.documents.map(words.item) + diff.readings.map(words.item) + diff.rules.map(words.item)
    makeGroups()
  }

  private mutating func makeGroups() {
    var byActor: [NodeID: Group] = [:]
    var order: [NodeID] = []
    var otherNames: [Item] = []
    func open(_ id: NodeID, _ heading: Item) {
      if byActor[id] == nil { order.append(id) }
      byActor[id] = Group(heading: heading, items: byActor[id]?.items ?? [])
    }
    for change in diff.nodes where change.kind != .evidence {
      guard let node = change.node else { continue }
      if let others = words.otherNames(change) { otherNames.append(others) }
      let items = words.items(change)
      // Other names alone are no news of an actor.
      if change.kind == .changed, items.isEmpty { continue }
      open(node.id, words.heading(change))
      byActor[node.id]?.items = items
    }
    for change in diff.edges {
      guard change.kind != .evidence else {
        evidence.append(words.item(change, withActor: true))
        continue
      }
      guard let actor = words.actor(of: change) else { continue }
      if byActor[actor.id] == nil { open(actor.id, Item(sign: .none, text: words.name(actor))) }
      byActor[actor.id]?.items.append(words.item(change, withActor: false))
    }
    let all = order.sorted().compactMap { byActor[$0] }
    let isBare = { (group: Group) in
      group.items.isEmpty && [.added, .removed].contains(group.heading.sign)
    }
    groups = all.filter { !isBare($0) }.map(Self.withoutRepetition).enumerated().sorted { a, b in
      let counts = (a.element.items.count, b.element.items.count)
      return counts.0 != counts.1 ? counts.0 > counts.1 : a.offset < b.offset
    }.map(\.element)
    for (sign, phrase) in [
      (Sign.added, "named now: "), (.removed, "not named any more: "),
    ] {
      let bare = all.filter { isBare($0) && $0.heading.sign == sign }.map(\.heading.text)
      if !bare.isEmpty {
        names.append(Item(sign: sign, text: phrase + bare.joined(separator: "; ")))
      }
    }
    names += otherNames
  }

  /// The group with each sentence in full once.
  private static func withoutRepetition(_ group: Group) -> Group {
    var result = group
    var seen: Set<Detail> = []
    for item in result.items.indices {
      for detail in result.items[item].details.indices {
        let one = result.items[item].details[detail]
        guard !one.place.isEmpty, !seen.insert(one).inserted else { continue }
        result.items[item].details[detail].text = "(as above)"
      }
    }
    return result
  }
}
