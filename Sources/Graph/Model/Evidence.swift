/// A sentence that states a relation, with what it says of it.
///
/// Its copies share one record, since a graph holds each sentence several times.
public struct Evidence: Sendable {
  /// The document's id.
  public var document: String {
    get { record.fields.document }
    set { change { $0.document = newValue } }
  }
  /// The UTF-8 offset of the sentence's first byte in the document's text.
  public var start: Int {
    get { record.fields.start }
    set { change { $0.start = newValue } }
  }
  /// The offset just past its last byte.
  public var end: Int {
    get { record.fields.end }
    set { change { $0.end = newValue } }
  }
  /// The 1-based line of the document's file on which it starts.
  public var line: Int {
    get { record.fields.line }
    set { change { $0.line = newValue } }
  }
  /// The sentence, exactly as the text has it.
  public var text: String {
    get { record.fields.text }
    set { change { $0.text = newValue } }
  }
  /// How far the sentence says that it has come.
  public var status: Status {
    get { record.fields.status }
    set { change { $0.status = newValue } }
  }
  /// When, where the sentence tells.
  public var time: TimeSpan? {
    get { record.fields.time }
    set { change { $0.time = newValue } }
  }
  /// Where: one node, or the alternatives that the sentence names.
  public var place: [NodeID] {
    get { record.fields.place }
    set { change { $0.place = newValue } }
  }
  /// On the sidelines of what, or within what.
  public var occasion: [NodeID] {
    get { record.fields.occasion }
    set { change { $0.occasion = newValue } }
  }
  /// What a conflict is about: a node's id, or words.
  public var over: String? {
    get { record.fields.over }
    set { change { $0.over = newValue } }
  }
  /// What is negotiated, agreed, asked for.
  public var topic: String? {
    get { record.fields.topic }
    set { change { $0.topic = newValue } }
  }
  /// The office, for `holds-office`.
  public var office: String? {
    get { record.fields.office }
    set { change { $0.office = newValue } }
  }
  /// Whether the office is a past one.
  public var former: Bool {
    get { record.fields.former }
    set { change { $0.former = newValue } }
  }
  /// Who says so: a node's id, or words.
  public var attribution: String? {
    get { record.fields.attribution }
    set { change { $0.attribution = newValue } }
  }
  /// The frame that found it.
  public var frame: String {
    get { record.fields.frame }
    set { change { $0.frame = newValue } }
  }
  /// How it found it, in words for people: the trigger, the paths to the ends, what gave the status.
  public var trace: String? {
    get { record.fields.trace }
    set { change { $0.trace = newValue } }
  }

  /// Evidence that says no more than is given.
  public init(
    document: String, start: Int, end: Int, line: Int, text: String, status: Status = .actual,
    time: TimeSpan? = nil, place: [NodeID] = [], occasion: [NodeID] = [], over: String? = nil,
    topic: String? = nil, office: String? = nil, former: Bool = false, attribution: String? = nil,
    frame: String, trace: String? = nil
  ) {
    record = Record(
      Fields(
        start: start, end: end, line: line, document: document, text: text, status: status,
        time: time, place: place, occasion: occasion, over: over, topic: topic, office: office,
        former: former, attribution: attribution, frame: frame, trace: trace))
  }

  /// What the evidence says.
  private struct Fields {
    var start: Int
    var end: Int
    var line: Int
    var document: String
    var text: String
    var status: Status
    var time: TimeSpan?
    var place: [NodeID]
    var occasion: [NodeID]
    var over: String?
    var topic: String?
    var office: String?
    var former: Bool
    var attribution: String?
    var frame: String
    var trace: String?
  }

  /// A class, so that a copy is one pointer; none but its only owner changes it.
  private final class Record: @unchecked Sendable {
    var fields: Fields

    init(_ fields: Fields) { self.fields = fields }
  }

  private var record: Record

  private mutating func change(_ body: (inout Fields) -> Void) {
    if !isKnownUniquelyReferenced(&record) { record = Record(record.fields) }
    body(&record.fields)
  }
}

extension Evidence: Hashable {
  /// Equal when all that is said is.
  public static func == (a: Evidence, b: Evidence) -> Bool {
    let (x, y) = (a.record, b.record)
    if x === y { return true }
    // Field by field: all of them at once would be copied first.
    return x.fields.start == y.fields.start && x.fields.end == y.fields.end
      && x.fields.line == y.fields.line && x.fields.document == y.fields.document
      && x.fields.text == y.fields.text && x.fields.status == y.fields.status
      && x.fields.time == y.fields.time && x.fields.place == y.fields.place
      && x.fields.occasion == y.fields.occasion && x.fields.over == y.fields.over
      && x.fields.topic == y.fields.topic && x.fields.office == y.fields.office
      && x.fields.former == y.fields.former && x.fields.attribution == y.fields.attribution
      && x.fields.frame == y.fields.frame && x.fields.trace == y.fields.trace
  }

  /// By where the sentence stands and what it says.
  public func hash(into hasher: inout Hasher) {
    let record = record
    hasher.combine(record.fields.document)
    hasher.combine(record.fields.start)
    hasher.combine(record.fields.end)
    hasher.combine(record.fields.status)
    hasher.combine(record.fields.time)
    hasher.combine(record.fields.text)
    hasher.combine(record.fields.topic)
    hasher.combine(record.fields.frame)
  }
}

extension Evidence: Comparable {
  /// By document and place in it, then by all that is said: a total order, so that any order of input
  /// gives the same order of evidence.
  public static func < (a: Evidence, b: Evidence) -> Bool {
    if a.document != b.document { return a.document.utf8Precedes(b.document) }
    let places = ((a.start, a.end, a.line), (b.start, b.end, b.line))
    if places.0 != places.1 { return places.0 < places.1 }
    return a.sortKey.lexicographicallyPrecedes(b.sortKey) { $0.utf8Precedes($1) }
  }

  private var sortKey: [String] {
    [
      frame, status.rawValue, time?.rawValue ?? "", topic ?? "", over ?? "", office ?? "",
      attribution ?? "", former ? "1" : "0", place.map(\.rawValue).joined(separator: " "),
      occasion.map(\.rawValue).joined(separator: " "), text, trace ?? "",
    ]
  }
}

/// One statement of one relation: the ends, the relation, and the sentence that says so.
public struct Claim: Hashable, Sendable {
  /// Whom or what the relation starts from.
  public var source: NodeID
  /// The relation's name in the ontology.
  public var type: String
  /// Where it leads.
  public var target: NodeID
  /// The sentence.
  public var evidence: Evidence

  /// A claim.
  public init(source: NodeID, type: String, target: NodeID, evidence: Evidence) {
    self.source = source
    self.type = type
    self.target = target
    self.evidence = evidence
  }
}

extension Claim: Comparable {
  /// By the sentence, then by the ends and the relation.
  public static func < (a: Claim, b: Claim) -> Bool {
    if a.evidence != b.evidence { return a.evidence < b.evidence }
    if a.source != b.source { return a.source < b.source }
    return a.type != b.type ? a.type.utf8Precedes(b.type) : a.target < b.target
  }
}

/// A document as the graph knows it: what it is, not what it says.
public struct SourceDocument: Hashable, Sendable {
  /// Unique in the graph.
  public var id: String
  /// The file.
  public var path: String
  /// The headline.
  public var title: String?
  /// The day of publication, ISO 8601.
  public var published: TimeSpan?
  /// Who published it.
  public var source: String?
  /// Where it was published.
  public var url: String?
  /// SHA-256 of the content, as `sha256:` and 64 hexadecimal digits.
  public var hash: String
  /// Who read what it states, ascending: one, unless graphs were merged or corrected; none where that isn't known.
  public var readers: [Reader]

  /// A document; `readers` are ascending.
  public init(
    id: String, path: String, title: String? = nil, published: TimeSpan? = nil,
    source: String? = nil, url: String? = nil, hash: String, readers: [Reader] = []
  ) {
    self.id = id
    self.path = path
    self.title = title
    self.published = published
    self.source = source
    self.url = url
    self.hash = hash
    self.readers = readers
  }

  /// The document itself, whoever read it.
  var unread: SourceDocument {
    var document = self
    document.readers = []
    return document
  }

  fileprivate var sortKey: [String] {
    [hash, path, published?.rawValue ?? "", title ?? "", source ?? "", url ?? ""]
  }
}

extension SourceDocument: Comparable {
  /// By id, then by all the rest; by readers last.
  public static func < (a: SourceDocument, b: SourceDocument) -> Bool {
    if a.id != b.id { return a.id.utf8Precedes(b.id) }
    let keys = (a.sortKey, b.sortKey)
    guard keys.0 == keys.1 else {
      return keys.0.lexicographicallyPrecedes(keys.1) { $0.utf8Precedes($1) }
    }
    return a.readers.lexicographicallyPrecedes(b.readers)
  }
}
