/// The entries of `graph.json`, as they are read: each value is held against its form at once, so that what is wrong is
/// told with its place.
enum GraphRecord {
  /// A node with what documents say of it. What follows from that is kept for comparison.
  struct Node {
    /// Where the entry starts.
    let offset: Int
    let id: NodeID
    let type: String
    let label: String
    let appearances: [Appearance]
    /// For each appearance the id that its document has; empty where all have the node's.
    let ownIDs: [NodeID]
  }

  /// An edge or, without an id, a claim that has become a loop.
  struct Edge {
    let offset: Int
    let id: String
    let source: NodeID
    let type: String
    let target: NodeID
    /// The places of its claims in the list that they were added to.
    let claims: Range<Int>
  }
}

// MARK: - Documents

extension SourceDocument: JSONRecord {
  init(from json: inout JSONScanner) throws(SchemaViolation) {
    let start = json.offset
    var (id, path, hash): (String?, String?, String?)
    self.init(id: "", path: "", hash: "")
    try json.beginObject("a document")
    while let key = try json.nextMember() {
      switch key {
      case "id": id = try json.repeated()
      case "path": path = try json.string()
      case "title": title = try json.string()
      case "published":
        published = try json.publicationTime()
      case "source":
        source = try json.repeated()
      case "url": url = try json.string()
      case "hash": hash = try json.string()
      case "readers":
        let readers = try json.list { json throws(SchemaViolation) in try Reader(from: &json) }
        self.readers = readers.count < 2 ? readers : Set(readers).sorted()
      default: try json.skip()
      }
    }
    self.id = try json.present(id, "id", of: start)
    self.path = try json.present(path, "path", of: start)
    self.hash = try json.present(hash, "hash", of: start)
  }
}

// MARK: - Nodes

extension GraphRecord.Node: JSONRecord {
  init(from json: inout JSONScanner) throws(SchemaViolation) {
    let start = json.offset
    var (id, type, label): (NodeID?, String?, String?)
    var found: [Appearance]?
    var own: [NodeID?] = []
    var hasOwn = false
    try json.beginObject("a node")
    while let key = try json.nextMember() {
      switch key {
      case "id": id = try json.nodeID()
      case "type": type = try json.repeated()
      case "label": label = try json.string()
      case "appearances":
        found = try json.list { json throws(SchemaViolation) in
          let (id, appearance) = try Self.appearance(&json)
          own.append(id)
          hasOwn = hasOwn || id != nil
          return appearance
        }
      default: try json.skip()
      }
    }
    offset = start
    let known = try json.present(id, "id", of: start)
    self.id = known
    self.type = try json.present(type, "type", of: start)
    self.label = try json.present(label, "label", of: start)
    appearances = try json.present(found, "appearances", of: start)
    ownIDs = hasOwn ? own.map { $0 ?? known } : []
    for own in ownIDs where own.nodeClass != known.nodeClass {
      throw json.violation(
        at: start, found: "an appearance of '\(own)'",
        expected: "one of class '\(known.nodeClass)'", remedy: "")
    }
  }

  /// What a document says of a node, with the id that it has there, if that is told.
  static func appearance(
    _ json: inout JSONScanner
  ) throws(SchemaViolation) -> (own: NodeID?, appearance: Appearance) {
    let start = json.offset
    var own: NodeID?
    var (document, type, label): (String?, String?, String?)
    var (aliases, sameAs): ([String], [String]) = ([], [])
    var mentions: [Mention]?
    try json.beginObject("an appearance")
    while let key = try json.nextMember() {
      switch key {
      case "id": own = try json.nodeID()
      case "document": document = try json.repeated()
      case "type": type = try json.repeated()
      case "label": label = try json.repeated()
      case "aliases": aliases = try json.repeatedTexts()
      case "sameAs": sameAs = try json.repeatedTexts()
      case "mentions":
        mentions = try json.list { json throws(SchemaViolation) in try Mention(from: &json) }
      default: try json.skip()
      }
    }
    return (
      own,
      Appearance(
        document: try json.present(document, "document", of: start),
        type: try json.present(type, "type", of: start),
        label: try json.present(label, "label", of: start), aliases: aliases, sameAs: sameAs,
        mentions: try json.present(mentions, "mentions", of: start))
    )
  }
}

extension Mention: JSONRecord {
  init(from json: inout JSONScanner) throws(SchemaViolation) {
    let place = json.offset
    var (first, last, number): (Int?, Int?, Int?)
    var finder: String?
    try json.beginObject("a mention")
    while let key = try json.nextMember() {
      switch key {
      case "start": first = try json.integer()
      case "end": last = try json.integer()
      case "line": number = try json.integer()
      case "foundBy": finder = try json.repeated()
      default: try json.skip()
      }
    }
    self.init(
      start: try json.present(first, "start", of: place),
      end: try json.present(last, "end", of: place),
      line: try json.present(number, "line", of: place),
      foundBy: try json.present(finder, "foundBy", of: place))
  }
}

// MARK: - Rules

extension IdentityRules: JSONRecord {
  init(from json: inout JSONScanner) throws(SchemaViolation) {
    var lists: (same: [Entry], different: [Entry], label: [Entry], type: [Entry]) = ([], [], [], [])
    try json.beginObject("rules")
    while let key = try json.nextMember() {
      switch key {
      case "same": lists.same = try Self.entries(&json)
      case "different": lists.different = try Self.entries(&json)
      case "label": lists.label = try Self.entries(&json)
      case "type": lists.type = try Self.entries(&json)
      default: try json.skip()
      }
    }
    self.init(
      same: lists.same, different: lists.different, labels: lists.label, types: lists.type)
  }

  private static func entries(_ json: inout JSONScanner) throws(SchemaViolation) -> [Entry] {
    try json.list { json throws(SchemaViolation) in try entry(&json) }
  }

  private static func entry(_ json: inout JSONScanner) throws(SchemaViolation) -> Entry {
    let start = json.offset
    var names: [String]?
    var (value, place): (String?, String?)
    try json.beginObject("a rule")
    while let key = try json.nextMember() {
      switch key {
      case "names": names = try json.repeatedTexts()
      case "value":
        value = try json.string()
      case "place": place = try json.string()
      default: try json.skip()
      }
    }
    let known = try json.present(names, "names", of: start)
    guard !known.isEmpty else {
      throw json.violation(
        at: start, found: "a rule without names", expected: "a name or an id", remedy: "")
    }
    return Entry(
      names: known, value: value ?? "", place: try json.present(place, "place", of: start))
  }
}

// MARK: - In general

/// What is read of JSON, value by value.
protocol JSONRecord {
  /// Reads what comes next.
  ///
  /// - Throws: where it isn't of this form, with its place.
  init(from json: inout JSONScanner) throws(SchemaViolation)
}

extension JSONScanner {
  /// The name of the next member that isn't `null`, which is as if it weren't there.
  mutating func nextMember() throws(SchemaViolation) -> Key? {
    while let key = try nextKey() {
      if !passes("null") { return key }
    }
    return nil
  }

  /// A list of strings that come again and again.
  mutating func repeatedTexts() throws(SchemaViolation) -> [String] {
    try list { json throws(SchemaViolation) in try json.repeated() }
  }

  /// A member's value, which the object at `start` must have.
  func present<Value>(
    _ value: Value?, _ key: String, of start: Int
  ) throws(SchemaViolation) -> Value {
    guard let value else { throw violation(at: start, found: "no key '\(key)'", expected: "it") }
    return value
  }
}
