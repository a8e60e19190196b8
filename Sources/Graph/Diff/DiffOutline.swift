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
    /// The actor alone.
    var name: String
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
    func open(_ node: Node, _ heading: Item) {
      if byActor[node.id] == nil { order.append(node.id) }
      byActor[node.id] = Group(
        heading: heading, name: words.name(node), items: byActor[node.id]?.items ?? [])
    }
    for change in diff.nodes where change.kind != .evidence {
      guard let node = change.node else { continue }
      if let others = words.otherNames(change) { otherNames.append(others) }
      let items = words.items(change)
      // Other names alone are no news of an actor.
      if change.kind == .changed, items.isEmpty { continue }
      open(node, words.heading(change))
      byActor[node.id]?.items = items
    }
    for change in diff.edges {
      guard change.kind != .evidence else {
        evidence.append(words.item(change, withActor: true))
        continue
      }
      guard let actor = words.actor(of: change) else { continue }
      if byActor[actor.id] == nil { open(actor, Item(sign: .none, text: words.name(actor))) }
      byActor[actor.id]?.items.append(words.item(change, withActor: false))
    }
    let all = order.sorted().compactMap { byActor[$0] }
    let isBare = { (group: Group) in
      group.items.isEmpty && [.added, .removed].contains(group.heading.sign)
    }
    let sorted = all.filter { !isBare($0) }.enumerated().sorted { a, b in
      let counts = (a.element.items.count, b.element.items.count)
      return counts.0 != counts.1 ? counts.0 > counts.1 : a.offset < b.offset
    }
    groups = Self.withoutRepetition(sorted.map(\.element))
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

  /// The groups with each sentence in full once, and in other groups by its first words.
  private static func withoutRepetition(_ groups: [Group]) -> [Group] {
    var result = groups
    /// In which group a sentence stood first, or last.
    var seen: [String: Int] = [:]
    for group in result.indices {
      for item in result[group].items.indices {
        for detail in result[group].items[item].details.indices {
          let one = result[group].items[item].details[detail]
          guard !one.place.isEmpty else { continue }
          let earlier = seen.updateValue(group, forKey: one.place + " " + one.text)
          guard let earlier else { continue }
          result[group].items[item].details[detail].text =
            earlier == group ? "(as above)" : beginning(of: one.text)
        }
      }
    }
    return result
  }

  /// Some words that tell a sentence from others; a short one in full.
  private static func beginning(of text: String) -> String {
    let words = text.split(separator: " ")
    return words.count <= 10 ? text : words.prefix(7).joined(separator: " ") + " … (as above)"
  }
}
