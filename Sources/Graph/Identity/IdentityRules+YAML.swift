internal import Yams

extension IdentityRules {
  /// The rules that a `graphgen.yaml` tells:
  ///
  ///     same:
  ///       - [Vladimir Putin, Volodymyr Putin]   # one node; the first name is the node's
  ///     different:
  ///       - [George Bush, George W. Bush]       # no two of them are one
  ///     label:
  ///       place/myanmar: Burma
  ///     type:
  ///       Kosovo: country
  ///
  /// Each name is an id, or a name as articles write it. Throws a `SchemaViolation` with the line.
  public init(yaml: String, file: String, ontology: Ontology = .builtIn) throws(SchemaViolation) {
    let root: Yams.Node?
    do {
      root = try Yams.compose(yaml: yaml)
    } catch {
      throw SchemaViolation(
        place: file, found: DecodingProblem.text(of: error), expected: "rules in YAML",
        remedy: Self.remedy)
    }
    self.init()
    guard let root else { return }
    if let scalar = root.scalar, scalar.string.isEmpty { return }
    let place = { (node: Yams.Node) in "\(file):\(node.mark?.line ?? 1)" }
    guard let mapping = root.mapping else {
      throw SchemaViolation(
        place: place(root), found: "no mapping", expected: Self.keys, remedy: Self.remedy)
    }
    var lists: [String: [Entry]] = [:]
    for (key, value) in mapping {
      let name = key.string ?? ""
      switch name {
      case "same", "different": lists[name] = try Self.lists(value, at: place)
      case "label", "type": lists[name] = try Self.values(value, at: place)
      default:
        throw SchemaViolation(
          place: place(key), found: "key '\(name)'", expected: Self.keys, remedy: Self.remedy)
      }
    }
    for entry in lists["type"] ?? [] {
      guard let type = ontology.nodeType(entry.value) else {
        throw SchemaViolation(
          place: entry.place, found: "type '\(entry.value)'", expected: "a node type",
          remedy: "'graphgen ontology' lists them; --ontology adds to them.")
      }
      let id = NodeID(rawValue: entry.names[0])
      guard id.map({ String($0.nodeClass) == type.nodeClass }) ?? true else {
        throw SchemaViolation(
          place: entry.place, found: "type '\(entry.value)' of '\(entry.names[0])'",
          expected: "a node type of its class", remedy: "'graphgen ontology' lists them.")
      }
    }
    self.init(
      same: lists["same"] ?? [], different: lists["different"] ?? [], labels: lists["label"] ?? [],
      types: lists["type"] ?? [])
    try checkContradictions()
  }

  private static let keys = "'same', 'different', 'label' or 'type'"
  private static let remedy = "The README shows the form of graphgen.yaml."

  private static func lists(
    _ node: Yams.Node, at place: (Yams.Node) -> String
  ) throws(SchemaViolation) -> [Entry] {
    guard let sequence = node.sequence else {
      throw SchemaViolation(
        place: place(node), found: "no list", expected: "lists of names",
        remedy: "Write '- [Name, Other Name]'.")
    }
    var entries: [Entry] = []
    for item in sequence {
      var names: [String] = []
      for name in item.sequence.map(Array.init) ?? [] {
        guard let text = name.scalar?.string, !text.isEmpty else {
          throw SchemaViolation(
            place: place(name), found: "what is no name", expected: "a name or an id",
            remedy: "Write '- [Name, Other Name]'.")
        }
        if !names.contains(text) { names.append(text) }
      }
      guard names.count > 1 else {
        throw SchemaViolation(
          place: place(item), found: names.isEmpty ? "no list of names" : "one name",
          expected: "two names or more", remedy: "Write '- [Name, Other Name]'.")
      }
      entries.append(Entry(names: names, place: place(item)))
    }
    return entries
  }

  private static func values(
    _ node: Yams.Node, at place: (Yams.Node) -> String
  ) throws(SchemaViolation) -> [Entry] {
    guard let mapping = node.mapping else {
      throw SchemaViolation(
        place: place(node), found: "no mapping", expected: "a value for each name or id",
        remedy: "Write 'Name: value'.")
    }
    var entries: [Entry] = []
    for (key, value) in mapping {
      guard let name = key.scalar?.string, let text = value.scalar?.string, !text.isEmpty else {
        throw SchemaViolation(
          place: place(key), found: "what is no text", expected: "a name and a value",
          remedy: "Write 'Name: value'.")
      }
      entries.append(Entry(names: [name], value: text, place: place(key)))
    }
    return entries
  }

  /// No two names may be both the same and different.
  private func checkContradictions() throws(SchemaViolation) {
    for entry in different {
      for list in same {
        let keys = Set(list.names.map(IdentityRuleIndex.key))
        let both = entry.names.filter { keys.contains(IdentityRuleIndex.key($0)) }
        guard both.count > 1 else { continue }
        throw SchemaViolation(
          place: entry.place,
          found: "'\(both[0])' and '\(both[1])', which \(list.place) says are the same",
          expected: "names that are 'same' or 'different'", remedy: "Take one of the two out.")
      }
    }
  }
}
